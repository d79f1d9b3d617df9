"""A table of a page on its way to a role: its place, its columns, its rows, who refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gen.document import Block, Bullets, Cell, Note, Paragraph, Span, Table
from gen.model import Direction
from gen.pages.columns import Columns
from gen.pages.flow import Place
from gen.pages.page import ParameterRow, Role


@dataclass(slots=True)
class Draft:
    """A table and what is known of it so far; ``role`` None while undecided.

    ``lead`` is the paragraph just before a table without a caption, ``labels``
    include those of the paragraph just before a table without labels.
    """

    table: Table
    place: Place
    direction: Direction
    columns: Columns | None
    rows: tuple[ParameterRow, ...]
    labels: tuple[str, ...]
    lead: str = ""
    role: Role | None = None
    reason: str = ""
    media_type: str = ""
    status: int | None = None
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def cue(self) -> str:
        """The words that say what the table is: its caption, else the heading before it."""
        return self.table.caption or self.lead


def spans_of(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """All spans of some blocks, nested ones included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from spans_of(item)
        elif isinstance(block, Note):
            yield from spans_of(block.blocks)


def refs_of(cell: Cell | None) -> Iterator[str]:
    """The labels that a cell refers to."""
    if cell is not None:
        for span in spans_of(cell.blocks):
            if span.mark == "ref":
                yield span.target
