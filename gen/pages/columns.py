"""Headings → columns, and rows with their cells under the right headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gen.document import Block, Cell, Paragraph, Row, Span, Table
from gen.model import Source
from gen.pages.headings import Column, column_of, is_known, is_number
from gen.pages.page import ParameterRow
from gen.pages.sections import folded
from gen.vocabulary import Unknown, parse_type_text

_YES_NO = re.compile(
    r"(?:yes|no|y|n|mandatory|optional|required|compulsory|obligatory|true|false|conditional)\b[^.]*"
    r"|[√✓✔×✗✘]",
    re.IGNORECASE,
)
_TYPE = re.compile(
    r"(?:string|str|integer|int(?:8|16|32|64)?|long|short|double|float|number|bool(?:ean)?|object|array|list|map"
    r"|dict(?:ionary)?|datetime|timestamp|uuid|file|json|enum|char)s?\b(?! of the )[^.]*$|[\w.-]+ objects?$",
    re.IGNORECASE,
)
_NAME_CELL = re.compile(r"[\w{<\[$@#-][\w.:/{}<>\[\]$@#~-]*(?: ?[\w.:-]+)?")
_NOTHING = frozenset(["", "-", "--", "n/a", "na", "none", "none.", "/"])


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table is which, by index; ``name`` is always there.

    ``guessed``: the headings that said nothing, whose columns were told by what they hold.
    """

    places: dict[Column, int]
    extra: tuple[tuple[int, str], ...] = ()
    guessed: tuple[str, ...] = ()

    @property
    def kinds(self) -> frozenset[Column]:
        """The columns that the table has."""
        return frozenset(self.places)


def columns_of(header: tuple[Cell, ...], rows: tuple[Row, ...] = ()) -> Columns | None:
    """The columns of a parameter table; None where the headings are not those of one.

    A column whose heading says nothing is told by its cells in ``rows``, where types or a
    Yes and No leave no doubt that the table is one of parameters.
    """
    headings = [cell.text for cell in header]
    found = [column_of(heading) for heading in headings]
    counted = bool(headings) and is_number(headings[0]) and _counts(rows)
    if counted:
        found[0] = "extra"
    places: dict[Column, int] = {}
    for index, column in enumerate(found):
        if column is None or column == "extra":
            continue
        if column in places:
            if column == "name" and is_known(headings[index]):
                return None
            continue
        places[column] = index
    open_ = [index for index, column in enumerate(found) if column is None]
    guessed = _by_cells(places, open_, rows)
    if "name" not in places or not places.keys() & {"type", "mandatory", "description"}:
        return None
    if places["name"] > 0 and found[0] is None and 0 not in places.values():
        return None
    taken = set(places.values())
    extra = tuple(
        (index, text)
        for index, text in enumerate(headings)
        if index not in taken and not (counted and index == 0)
    )
    unknown = [index for index, _ in extra if index in open_]
    if len(unknown) > 1 and not {"type", "mandatory"} & places.keys():
        return None
    return Columns(places, extra, tuple(headings[index] for index in guessed))


def _by_cells(places: dict[Column, int], open_: list[int], rows: tuple[Row, ...]) -> list[int]:
    """Put the columns of unknown headings into ``places`` by what they hold; which were put."""
    put: list[int] = []

    def take(column: Column, index: int) -> None:
        places[column] = index
        put.append(index)

    for index in open_:
        texts = _column(rows, index)
        if not texts:
            continue
        if "type" not in places and all(map(_sure_type, texts)):
            take("type", index)
        elif "mandatory" not in places and all(map(is_yes_no, texts)):
            take("mandatory", index)
    sure = {"type", "mandatory"} & places.keys()
    if "name" not in places and 0 in open_ and 0 not in put and sure:
        texts = _column(rows, 0)
        if texts and all(_NAME_CELL.fullmatch(text) for text in texts):
            take("name", 0)
    rest = [index for index in open_ if index not in put]
    if "description" not in places and rest and sure:
        take("description", rest[-1])
    return put


def _column(rows: tuple[Row, ...], index: int) -> list[str]:
    """The texts of a column, those of empty cells left out."""
    texts = [row.cells[index].text.strip() for row in rows if index < len(row.cells)]
    return [text for text in texts if text not in ("", "-")]


def _counts(rows: tuple[Row, ...]) -> bool:
    """Whether the first column holds running numbers."""
    texts = _column(rows, 0)
    return bool(texts) and all(text.rstrip(".").isdigit() for text in texts)


def _sure_type(text: str) -> bool:
    """Whether a cell is a type and nothing else."""
    return is_type(text) and not isinstance(parse_type_text(text), Unknown)


def guess_columns(rows: tuple[Row, ...]) -> Columns | None:
    """The columns of a table without headings, by what its cells hold."""
    if not rows:
        return None
    width = max(len(row.cells) for row in rows)
    if width < 2:
        return None
    places: dict[Column, int] = {"name": 0}
    for index in range(1, width):
        texts = [row.cells[index].text for row in rows if index < len(row.cells)]
        if "mandatory" not in places and texts and all(is_yes_no(text) for text in texts):
            places["mandatory"] = index
        elif "type" not in places and texts and sum(map(is_type, texts)) * 2 > len(texts):
            places["type"] = index
        else:
            places["description"] = index
    return Columns(places) if len(places) > 1 else None


def is_yes_no(text: str) -> bool:
    """Whether a cell says Yes or No, in any of its ways."""
    return len(text) < 60 and bool(_YES_NO.fullmatch(text.strip()))


def is_type(text: str) -> bool:
    """Whether a cell plainly names a type: it begins with a type's word or ends in "object"."""
    return len(text) < 80 and bool(_TYPE.match(text.strip()))


def read_row(row: Row, columns: Columns, table: Table, file: str) -> ParameterRow:
    """A row with its cells under the right headings, moved where they plainly stand under the wrong ones."""
    cells: dict[Column, Cell] = {
        column: row.cells[index]
        for column, index in columns.places.items()
        if index < len(row.cells)
    }
    name = cells["name"]
    if "sub" in cells and folded(cells["sub"].text) not in _NOTHING:
        parent = name.text
        name = cells["sub"]
        if parent and folded(parent) not in _NOTHING:
            name = _joined(parent, name)
    shifted = _unshift(cells)
    description = cells.get("description")
    for index, heading in columns.extra:
        if index < len(row.cells) and folded(row.cells[index].text) not in _NOTHING:
            description = _with(description, heading, row.cells[index])
    source = Source(file, row.line, table.number, _spoken(row.cells[0], name), table.caption)
    return ParameterRow(
        name=name,
        type=cells.get("type"),
        mandatory=cells.get("mandatory"),
        description=description,
        source=source,
        location=cells["location"].text if "location" in cells else "",
        shifted=shifted,
    )


def _spoken(first: Cell, name: Cell) -> str:
    return name.text or first.text


def _unshift(cells: dict[Column, Cell]) -> bool:
    """Put type and mandatory cells that stand under each other's headings where they belong."""
    kind, mandatory, text = cells.get("type"), cells.get("mandatory"), cells.get("description")
    if kind is not None and mandatory is not None:
        if is_type(mandatory.text) and (is_yes_no(kind.text) or not is_type(kind.text)):
            if not is_yes_no(kind.text) and text is not None and not text.text:
                cells["description"] = kind
                cells["type"] = mandatory
                del cells["mandatory"]
            else:
                cells["type"], cells["mandatory"] = mandatory, kind
            return True
        if not kind.text and is_type(mandatory.text):
            cells["type"] = mandatory
            del cells["mandatory"]
            return True
        if is_yes_no(kind.text) and not mandatory.text:
            cells["mandatory"] = kind
            del cells["type"]
            return True
    elif kind is not None and is_yes_no(kind.text):
        cells["mandatory"] = kind
        del cells["type"]
        _type_from_description(cells)
        return True
    elif mandatory is not None and kind is None and is_type(mandatory.text):
        cells["type"] = mandatory
        del cells["mandatory"]
        return True
    return False


def _type_from_description(cells: dict[Column, Cell]) -> None:
    """A description whose first paragraph is a type gives its type."""
    cell = cells.get("description")
    if cell is None or not cell.blocks or not isinstance(cell.blocks[0], Paragraph):
        return
    first = cell.blocks[0]
    if is_type(first.text):
        cells["type"] = Cell((first,), first.text, cell.line)
        cells["description"] = replace(cell, blocks=cell.blocks[1:])


def _joined(parent: str, child: Cell) -> Cell:
    text = f"{parent}.{child.text}"
    return Cell((Paragraph((Span(text),), child.line),), text, child.line)


def _with(description: Cell | None, heading: str, cell: Cell) -> Cell:
    """The description with a further column's text under its heading."""
    before: tuple[Block, ...] = description.blocks if description else ()
    raw = description.raw if description else ""
    title = Paragraph((Span(heading, "strong"),), cell.line)
    return Cell(
        (*before, title, *cell.blocks), f"{raw}\n\n**{heading}**\n\n{cell.raw}".strip(), cell.line
    )
