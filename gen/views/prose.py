"""Descriptions as plain text for docstrings: paragraphs, hanging bullets, marks as backticks."""

from __future__ import annotations

from collections.abc import Iterable

from gen.document import Block, Bullets, Code, Note, Paragraph, Prose, Span, Table, plain
from gen.exhaustive import assert_never
from gen.literals import one_line
from gen.model import Choice, Default, Deprecated, Field, Nullable, Operation, Rule
from gen.names.verbs import imperative
from gen.phrases import describe, messages

_LABEL_WORDS = 3


def spans(parts: Iterable[Span]) -> str:
    """Words with what is marked as code or strong in backticks, on one line."""
    text = ""
    for span in parts:
        word = one_line(span.text)
        if span.mark in ("strong", "literal") and word and "`" not in span.text:
            lead = " " if span.text[:1].isspace() else ""
            tail = " " if span.text[-1:].isspace() else ""
            text += f"{lead}`{word}`{tail}"
        else:
            text += span.text
    return one_line(text)


def text_of(prose: Prose) -> str:
    """A description for a docstring. The dashes of a list that is the whole description are dropped."""
    lines: list[str] = []
    for block in prose:
        lines += _block(block, 0, outer=True)
    return "\n".join(lines).strip()


def _block(block: Block, depth: int, *, outer: bool = False) -> list[str]:
    pad = "  " * depth
    match block:
        case Paragraph():
            text = spans(block.spans)
            return [pad + text] if text else []
        case Bullets():
            return _bullets(block, depth, outer=outer)
        case Code():
            return ["", *("    " + line for line in block.text.split("\n")), ""]
        case Note():
            inner = [line for part in block.blocks for line in _block(part, depth)]
            if not inner:
                return []
            return [f"{pad}{block.kind.capitalize()}: {inner[0].strip()}", *inner[1:]]
        case Table():
            return [pad + plain(block)]
        case _:
            assert_never(block)


def _bullets(block: Bullets, depth: int, *, outer: bool) -> list[str]:
    lines: list[str] = []
    for item in block.items:
        inner = [line for part in item for line in _block(part, 0 if outer else depth + 1)]
        if not inner:
            continue
        if outer:
            lines += inner
        else:
            lines.append("  " * depth + "- " + inner[0].strip())
            lines += inner[1:]
    return lines


def first_sentence(prose: Prose) -> str:
    """The first sentence of a description that says something, on one line, '' where there is none.

    A label ("Function description:", a marked "Definition" above a text) is passed over.
    """
    lines = [words for line in text_of(prose).split("\n") if (words := line.strip())]
    said = [line.removeprefix("- ") for line in lines]
    chosen = next((line for line in said if not _is_label(line)), "") or "".join(said[:1])
    end = chosen.find(". ")
    return chosen.rstrip(":") if end < 0 else chosen[: end + 1]


def _is_label(line: str) -> bool:
    """Whether a line is only the heading of what follows."""
    if line.endswith((":", "：")):
        return len(line.split()) <= _LABEL_WORDS
    marked = line.startswith("`") and line.endswith("`") and line.count("`") == 2
    word = line.strip("`")
    # A value is seldom written as a heading is.
    headed = word[:1].isupper() and not word.isupper()
    return marked and headed and len(line.split()) <= _LABEL_WORDS


def title_of(operation: Operation) -> str:
    """A page's title as the first line of a docstring: ``Create a VPN Connection.``"""
    first, _, rest = one_line(operation.title).rstrip(".").partition(" ")
    verb = imperative(first.lower()) if first.lower().endswith("ing") and rest else None
    return f"{verb.capitalize() if verb else first} {rest}".rstrip() + "."


def checked(rules: Iterable[Rule]) -> str:
    """The rules that are enforced, in one line: ``Checked: 60 to 604800.``, '' where none is.

    What a type already says (an enumeration) is said again only where it has no Literal.
    """
    said = [describe(rule) for rule in rules if rule.certainty == "hard" and _enforced(rule)]
    return "Checked: " + " ".join(dict.fromkeys(said)) if said else ""


def _enforced(rule: Rule) -> bool:
    return bool(messages(rule))


def field_text(field: Field, *, request: bool) -> str:
    """A field's docstring text: the docs' sentences, and what is enforced."""
    text = text_of(field.description)
    parts = [text]
    low = text.lower()
    if request:
        parts += [
            describe(r) for r in field.rules if isinstance(r, Default) and "default" not in low
        ]
        parts.append(checked(rule for rule in field.rules if not isinstance(rule, Choice)))
        if field.required:
            parts.append("Mandatory.")
        if any(isinstance(rule, Nullable) for rule in field.rules):
            parts.append("May be null.")
    if any(isinstance(rule, Deprecated) for rule in field.rules) and "deprecated" not in low:
        parts.append("Deprecated.")
    return (" " if "\n" not in text else "\n").join(part for part in parts if part)
