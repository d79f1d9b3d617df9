"""Blocks of a document → lines of marked words, and the words that differ between two states.

A line is ``{"s": [[text, marks], …]}`` with optional ``"b"`` (a bullet), ``"d"`` (depth) and
``"k"`` (``code`` or an admonition's kind). Marks are letters: ``s`` strong, ``e`` emphasis,
``l`` literal, ``r`` reference, ``+`` added, ``-`` removed. Plain data; nothing here is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from gen.document import Block, Bullets, Code, Mark, Note, Paragraph, Table
from gen.exhaustive import assert_never

_MARKS: dict[Mark, str] = {
    "text": "",
    "strong": "s",
    "emphasis": "e",
    "literal": "l",
    "ref": "r",
    "link": "r",
}
# Beyond this many words two texts are shown as old and new, not word by word.
_MOST_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Break:
    """The beginning of a line."""

    depth: int = 0
    bullet: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the blanks between two, with its marks."""

    text: str
    marks: str


Token = Break | Word


def tokens(blocks: Sequence[Block], depth: int = 0) -> Iterator[Token]:
    """The words of ``blocks`` in reading order; tables are left to the caller."""
    for block in blocks:
        yield from _block(block, Break(depth))


def _block(block: Block, start: Break) -> Iterator[Token]:
    match block:
        case Paragraph():
            yield start
            for span in block.spans:
                for text in re.findall(r"\s+|\w+|[^\w\s]", span.text):
                    yield Word(" " if text.isspace() else text, _MARKS[span.mark])
        case Bullets():
            for item in block.items:
                yield from _item(item, start.depth)
        case Code():
            for line in block.text.split("\n"):
                yield Break(start.depth, False, "code")
                yield Word(line, "")
        case Note():
            for inner in block.blocks:
                yield from _block(inner, Break(start.depth, False, block.kind))
        case Table():
            return
        case _:
            assert_never(block)


def _item(blocks: Sequence[Block], depth: int) -> Iterator[Token]:
    for index, block in enumerate(blocks):
        if isinstance(block, Bullets):
            yield from _block(block, Break(depth + 1))
        else:
            yield from _block(block, Break(depth + 1, index == 0))


def lines(of: Sequence[Token], mark: str = "") -> list[dict[str, Any]]:
    """Tokens as lines; ``mark`` (``+`` or ``-``) is put on every word."""
    return _lines((token, mark) for token in of)


def changed_lines(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[dict[str, Any]], bool]:
    """The new text with the words that came and went marked; and whether any did."""
    if [_plain(token) for token in old] == [_plain(token) for token in new]:
        return lines(new), False
    if len(old) + len(new) > _MOST_WORDS:
        return [*lines(old, "-"), *lines(new, "+")], True
    matcher = SequenceMatcher(
        None, [_plain(token) for token in old], [_plain(token) for token in new], autojunk=False
    )
    marked: list[tuple[Token, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            marked.extend((token, "") for token in new[j1:j2])
            continue
        # A break that is gone would tear the new text apart: it becomes a blank.
        marked.extend(
            (Word(" ", "") if isinstance(token, Break) else token, "-") for token in old[i1:i2]
        )
        marked.extend((token, "+") for token in new[j1:j2])
    return _lines(iter(marked)), True


def _plain(token: Token) -> object:
    """What two tokens are compared by: a mark alone is no change."""
    return token.text if isinstance(token, Word) else token


def _lines(marked: Iterator[tuple[Token, str]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for token, mark in marked:
        if isinstance(token, Break) or not found:
            found.append(_line(token if isinstance(token, Break) else Break()))
        if isinstance(token, Word):
            spans = found[-1]["s"]
            marks = token.marks + mark
            if spans and spans[-1][1] == marks:
                spans[-1][0] += token.text
            else:
                spans.append([token.text, marks])
    return [line for line in found if line["s"]]


def _line(start: Break) -> dict[str, Any]:
    line: dict[str, Any] = {"s": []}
    if start.bullet:
        line["b"] = 1
    if start.depth:
        line["d"] = min(start.depth, 6)
    if start.kind:
        line["k"] = start.kind
    return line
