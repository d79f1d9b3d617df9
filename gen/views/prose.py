"""Descriptions as plain text for docstrings: paragraphs, hanging bullets, marks as backticks."""

from __future__ import annotations

from collections.abc import Iterable

from gen.document import Block, Bullets, Code, Note, Paragraph, Prose, Span, Table, plain
from gen.exhaustive import assert_never
from gen.literals import one_line
from gen.model import Choice, Default, Deprecated, Field, Nullable, Rule
from gen.phrases import describe, messages


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
    """The first sentence of a description, on one line, '' where there is none."""
    for line in text_of(prose).split("\n"):
        words = line.strip().removeprefix("- ")
        if words:
            end = words.find(". ")
            return words if end < 0 else words[: end + 1]
    return ""


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
