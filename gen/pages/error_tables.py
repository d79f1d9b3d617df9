"""The service's tables of error codes and status codes, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gen.document import Block, Bullets, Document, Note, Row, Table
from gen.model import ErrorCode, Source, StatusCode
from gen.pages.sections import folded

_COLUMNS: dict[str, tuple[str, ...]] = {
    "code": ("error code", "error codes", "code", "errorcode", "error_code", "returned error code", "return code"),
    "status": (
        "status code", "http status code", "status codes", "status", "http code", "returned value",
        "returned values", "return value", "http status", "response code", "http return code", "returned status code",
    ),
    "message": (
        "message", "error message", "error information", "error info", "error messages", "error_msg",
        "prompt", "returned message", "message displayed", "information",
    ),
    "phrase": ("encoding", "status", "name", "phrase", "code name", "returned value description", "status message"),
    "meaning": (
        "description", "meaning", "cause", "possible cause", "possible causes", "error description", "remarks",
        "error cause", "details", "error code description", "description/possible cause", "scenario",
    ),
    "advice": (
        "handling measure", "handling measures", "solution", "measure", "measures", "handling suggestion", "handling",
        "procedure", "suggestion", "suggestions", "handling method", "solutions", "troubleshooting", "recommended action",
        "how to handle", "processing measure", "countermeasure", "workaround", "handling procedure",
    ),
}  # fmt: skip
_STATUS = re.compile(r"\b([1-5]\d\d)\b\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A table of codes: its kind and the place of each column."""

    table: Table
    places: dict[str, int]

    @property
    def is_errors(self) -> bool:
        """Whether its rows are error codes rather than statuses."""
        return "code" in self.places


def code_table(table: Table) -> CodeTable | None:
    """The table as one of codes, None where its headings are of another kind."""
    places: dict[str, int] = {}
    for index, cell in enumerate(table.header):
        heading = folded(cell.text)
        for column, headings in _COLUMNS.items():
            if heading in headings and column not in places:
                places[column] = index
                break
    if "code" in places and places.keys() & {"message", "meaning", "advice"}:
        return CodeTable(table, places)
    if "status" in places and "code" not in places and places.keys() & {"meaning", "phrase", "message"}:
        return CodeTable(table, places)
    return None


def error_codes(tables: Iterator[CodeTable], file: str) -> Iterator[ErrorCode]:
    """The rows of the error-code tables."""
    for one in tables:
        if not one.is_errors:
            continue
        for row in one.table.rows:
            code = _cell(row, one, "code")
            if not code or not re.search(r"\w", code):
                continue
            match = _STATUS.search(_cell(row, one, "status"))
            yield ErrorCode(
                code=code,
                status=int(match.group(1)) if match else None,
                message=_cell(row, one, "message"),
                meaning=_cell(row, one, "meaning") or _cell(row, one, "message"),
                advice=_cell(row, one, "advice"),
                source=_source(row, one.table, file, code),
            )


def status_codes(tables: Iterator[CodeTable], file: str) -> Iterator[StatusCode]:
    """The rows of the status-code tables."""
    for one in tables:
        if one.is_errors:
            continue
        for row in one.table.rows:
            match = _STATUS.match(_cell(row, one, "status"))
            if match is None:
                continue
            phrase = _cell(row, one, "phrase") or match.group(2).strip()
            meaning = _cell(row, one, "meaning") or _cell(row, one, "message")
            yield StatusCode(
                status=int(match.group(1)),
                phrase=phrase,
                meaning=meaning,
                source=_source(row, one.table, file, match.group(1)),
            )


def tables_in(document: Document) -> Iterator[Table]:
    """Every table of the page, in order."""
    yield from _tables(document.lead)
    for section in document.sections:
        yield from _tables(section.blocks)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _tables(item)
        elif isinstance(block, Note):
            yield from _tables(block.blocks)


def _cell(row: Row, one: CodeTable, column: str) -> str:
    index = one.places.get(column)
    if index is None or index >= len(row.cells):
        return ""
    return row.cells[index].text


def _source(row: Row, table: Table, file: str, text: str) -> Source:
    return Source(file, row.line, table.number, text, table.caption)
