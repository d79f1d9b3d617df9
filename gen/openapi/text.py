"""Descriptions as CommonMark: paragraphs, bullets, marks; text of the docs never becomes markup of its own."""

from __future__ import annotations

from collections.abc import Iterable

from gen.document import Block, Bullets, Code, Note, Paragraph, Prose, Span, Table, plain
from gen.exhaustive import assert_never


def markdown(prose: Prose) -> str:
    """The prose as CommonMark, blocks parted by blank lines."""
    return "\n\n".join(text for block in prose if (text := _block(block)))


def _words(text: str) -> str:
    return text.replace("\\", "\\\\").replace("<", "\\<").replace("[", "\\[").replace("*", "\\*")


def _spans(spans: Iterable[Span]) -> str:
    parts = []
    for span in spans:
        inner = span.text.strip()
        if span.mark == "literal" and inner and "`" not in inner:
            parts.append(span.text.replace(inner, f"`{inner}`", 1))
        elif span.mark == "strong" and inner:
            parts.append(span.text.replace(inner, f"**{_words(inner)}**", 1))
        else:
            parts.append(_words(span.text))
    return " ".join("".join(parts).split())


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _spans(block.spans)
        case Bullets():
            return "\n".join(_item(item) for item in block.items)
        case Code():
            return "\n".join("    " + line for line in block.text.splitlines())
        case Note():
            return "\n".join(
                "> " + line for part in block.blocks for line in _block(part).splitlines()
            )
        case Table():
            return _words(plain(block))
        case _:
            assert_never(block)


def _item(blocks: tuple[Block, ...]) -> str:
    lines = markdown(blocks).splitlines() or [""]
    return "\n".join(["- " + lines[0], *("  " + line if line else "" for line in lines[1:])])
