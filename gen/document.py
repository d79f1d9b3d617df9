"""A page as plain data: sections, blocks, tables, cells, each with its line.

A leaf: what ``rst`` makes of a file, free of docutils types and of any idea of
what an API is. Everything is frozen, comparable and made of plain values, so it
can be cached as JSON (see :mod:`gen.serial`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mark = Literal["text", "strong", "emphasis", "literal", "ref", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one mark; ``target`` is the normalised label of a ref or a link's URL."""

    text: str
    mark: Mark = "text"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans in order; ``labels`` are the normalised labels that hang on the paragraph."""

    spans: tuple[Span, ...]
    line: int
    labels: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words without marks, white space collapsed."""
        return " ".join("".join(span.text for span in self.spans).split())


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bullet or numbered list; each item is a tuple of blocks."""

    items: tuple[tuple[Block, ...], ...]
    line: int
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A literal block, ``text`` as it stands (no final newline), ``line`` of its first line of text."""

    text: str
    line: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An admonition (``kind``: note, caution, warning, important, …)."""

    kind: str
    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. ``raw``: its source text, dedented, borders and padding stripped.

    ``line`` is the 1-based line on which the cell's row begins.
    """

    blocks: tuple[Block, ...]
    raw: str
    line: int

    @property
    def text(self) -> str:
        """All words of the cell, marks and structure dropped, white space collapsed."""
        return " ".join(plain(block) for block in self.blocks).strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One body row; ``line`` is the 1-based line on which its first cell begins."""

    cells: tuple[Cell, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid or simple table. ``caption`` without its "Table 3" prefix, ``number`` that 3 or None."""

    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    line: int
    caption: str = ""
    number: int | None = None
    labels: tuple[str, ...] = ()
    kind: Literal["grid", "simple"] = "grid"


Block: TypeAlias = Paragraph | Bullets | Code | Note | Table
Prose: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section below the page's title; deeper sections are flattened behind it."""

    title: str
    line: int
    blocks: tuple[Block, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in the page that could not be read: what docutils or the reader said, and where.

    ``code`` is the finding's code (``TW102``, ``TW201``…). ``rows`` is how many
    table rows it cost; they are counted in ``Document.rows``.
    """

    code: str
    message: str
    line: int
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page. ``rows`` counts the body rows of all its tables, before any reading of them."""

    file: str
    title: str
    line: int
    original_name: str
    labels: tuple[str, ...]
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    rows: int
    damage: tuple[Damage, ...] = ()


def plain(block: Block) -> str:
    """The words of a block, marks and structure dropped, white space collapsed."""
    match block:
        case Paragraph():
            return block.text
        case Bullets():
            return " ".join(plain(inner) for item in block.items for inner in item)
        case Code():
            return " ".join(block.text.split())
        case Note():
            return " ".join(plain(inner) for inner in block.blocks)
        case Table():
            cells = (*block.header, *(cell for row in block.rows for cell in row.cells))
            return " ".join(cell.text for cell in cells)
