"""Reviewed corrections of known doc errors, applied to the plain document, never to the page.

``errata.toml``::

    [[erratum]]
    page = "creating_a_vpn_connection.rst"
    table = 5                 # the caption's number, or its text
    row = "peer_id"           # the first cell's text
    column = "description"    # a heading of the table, any case
    says = "local_id_type"
    is = "peer_id_type"
    why = "the sentence is copied from the row of local_id"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from gen.config import parse_toml
from gen.document import Block, Bullets, Cell, Code, Document, Note, Paragraph, Row, Section, Table
from gen.findings import Finding, Position, TablewrightError, finding

_TEXTS = ("page", "row", "column", "says", "is", "why")


@dataclass(frozen=True, slots=True)
class Erratum:
    """One correction: in this cell, the text ``says`` is to be read as ``true``."""

    page: str
    table: int | str
    row: str
    column: str
    says: str
    true: str
    why: str


def parse(text: str, file: str = "errata.toml") -> tuple[Erratum, ...]:
    """The errata of a file. Raises TablewrightError, with its line, for one that is incomplete or wrong."""
    data = parse_toml(text, file)
    entries = data.pop("erratum", [])
    if data or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise TablewrightError(
            f"unexpected {', '.join(sorted(data)) or 'erratum'!r}; an errata file holds [[erratum]] tables only",
            position=Position(file, 1),
            hint="see README, Errata",
        )
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[erratum]]"]
    lines = starts if len(starts) == len(entries) else [1] * len(entries)
    return tuple(
        _entry(one, Position(file, line)) for one, line in zip(entries, lines, strict=True)
    )


def _entry(data: Any, position: Position) -> Erratum:
    known = {*_TEXTS, "table"}
    wrong = [key for key in _TEXTS if not isinstance(data.get(key), str) or not data[key].strip()]
    if not isinstance(data.get("table"), (int, str)):
        wrong.append("table")
    if wrong or data.keys() - known:
        what = (
            f"lacks a text for {', '.join(wrong)}"
            if wrong
            else "has unknown keys: " + ", ".join(sorted(data.keys() - known))
        )
        raise TablewrightError(
            f"the erratum {what}",
            position=position,
            hint="an erratum has page, table, row, column, says, is and why",
        )
    return Erratum(
        data["page"],
        data["table"],
        data["row"],
        data["column"],
        data["says"],
        data["is"],
        data["why"],
    )


def apply(document: Document, errata: Sequence[Erratum]) -> tuple[Document, list[Finding]]:
    """The document with the errata of its page applied; one that no longer matches is finding TW601."""
    findings: list[Finding] = []
    for one in errata:
        if one.page != document.file:
            continue
        editor = _Editor(one)
        changed = replace(
            document,
            lead=editor.blocks(document.lead),
            sections=tuple(editor.section(section) for section in document.sections),
        )
        if editor.hits:
            document = changed
        else:
            findings.append(
                finding(
                    "TW601",
                    f"the erratum for {one.row!r} in table {one.table!r} no longer matches: "
                    f"{one.says!r} is not in its {one.column} cell",
                    Position(document.file, editor.line),
                    "remove the erratum if the page was corrected, else correct the erratum",
                )
            )
    return document, findings


class _Editor:
    """Walks a document and corrects the one cell that an erratum speaks of."""

    def __init__(self, erratum: Erratum) -> None:
        self.erratum = erratum
        self.hits = 0
        self.line = 1

    def section(self, section: Section) -> Section:
        return replace(section, blocks=self.blocks(section.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Bullets):
            return replace(block, items=tuple(self.blocks(item) for item in block.items))
        if isinstance(block, Note):
            return replace(block, blocks=self.blocks(block.blocks))
        return block

    def table(self, table: Table) -> Table:
        wanted = self.erratum.table
        named = table.number == wanted if isinstance(wanted, int) else _same(table.caption, wanted)
        if not named:
            return table
        headings = [cell.text.casefold() for cell in table.header]
        if self.erratum.column.casefold() not in headings:
            return table
        column = headings.index(self.erratum.column.casefold())
        return replace(table, rows=tuple(self.row(row, column) for row in table.rows))

    def row(self, row: Row, column: int) -> Row:
        if column >= len(row.cells) or not _same(row.cells[0].text, self.erratum.row):
            return row
        self.line = row.line
        cells = list(row.cells)
        cells[column] = self.cell(cells[column])
        return replace(row, cells=tuple(cells))

    def cell(self, cell: Cell) -> Cell:
        blocks = tuple(self.words(block) for block in cell.blocks)
        return replace(
            cell, blocks=blocks, raw=cell.raw.replace(self.erratum.says, self.erratum.true)
        )

    def words(self, block: Block) -> Block:
        says, true = self.erratum.says, self.erratum.true
        if isinstance(block, Paragraph):
            spans = []
            for span in block.spans:
                self.hits += span.text.count(says)
                spans.append(replace(span, text=span.text.replace(says, true)))
            return replace(block, spans=tuple(spans))
        if isinstance(block, Bullets):
            items = tuple(tuple(self.words(inner) for inner in item) for item in block.items)
            return replace(block, items=items)
        if isinstance(block, Note):
            return replace(block, blocks=tuple(self.words(inner) for inner in block.blocks))
        if isinstance(block, Code):
            self.hits += block.text.count(says)
            return replace(block, text=block.text.replace(says, true))
        return block


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
