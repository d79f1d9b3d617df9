"""The service's tables of error codes and status codes, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gen.document import Block, Bullets, Document, Note, Row, Table
from gen.model import ErrorCode, Source, StatusCode
from gen.pages.sections import folded

# Tried in this order on a folded heading; each column is taken once.
_HTTP = r"(?:normal |abnormal |error |http |returned? |response )*"
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (
            "code",
            r"(?:returned? |service )?error[ _]?(?:codes?|types?|numbers?|ids?)|code|error_code",
        ),
        (
            "status",
            rf"{_HTTP}(?:status(?: codes?)?|http codes?|response codes?|return(?:ed)?(?: status)? codes?|values?)",
        ),
        ("status", r"(?:http|normal|abnormal|returned?|response) codes?"),
        (
            "message",
            r"(?:returned? )?(?:error[ _])?(?:messages?(?: displayed)?|information|info|msg|prompt)(?: \(.*\))?",
        ),
        ("phrase", r"encoding|(?:code |status )?name|phrase|reason|status message|type"),
        (
            "meaning",
            r"(?:error(?: code)? |returned value )?descriptions?(?: ?/ ?(?:possible )?causes?)?|meaning|remarks?|scenario|details"
            r"|(?:possible |error )?causes?(?: analysis)?|explanation",
        ),
        (
            "advice",
            r".*\b(?:measures?|solutions?|suggestions?|suggested actions?|troubleshooting|countermeasures?|workarounds?)\b.*"
            r"|handling(?: methods?| procedures?)?|procedures?|recommended actions?|how to handle|what to do",
        ),
    )
)
_STATUS_CELL = re.compile(r"(?:HTTP )?[1-5]\d\d(?: [A-Za-z -]+)?")
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
        for column, pattern in _COLUMNS:
            if column not in places and pattern.fullmatch(heading):
                places[column] = index
                break
    if "code" in places and not _coded(table, places["code"]):
        places.setdefault("phrase", places.pop("code"))
    if "code" in places and places.keys() & {"message", "meaning", "advice"}:
        return CodeTable(table, places)
    if "code" in places:
        return None
    if "status" not in places and _only_statuses(table):
        places = {column: at for column, at in places.items() if at != 0}
        places["status"] = 0
    if "status" in places and _numbered(table, places["status"]):
        if not places.keys() & {"meaning", "phrase", "message"}:
            rest = [index for index in range(len(table.header)) if index not in places.values()]
            if not rest:
                return None
            places["meaning"] = rest[-1]  # whatever it is called, it is what is said of the status
        return CodeTable(table, places)
    return None


def _only_statuses(table: Table) -> bool:
    """Whether every row begins with an HTTP status, alone or with its phrase."""
    texts = [row.cells[0].text for row in table.rows if row.cells]
    return bool(texts) and all(_STATUS_CELL.fullmatch(text) for text in texts)


def _coded(table: Table, column: int) -> bool:
    """Whether most cells of a column are one word that can be an error code, no HTTP phrase."""
    texts = [row.cells[column].text for row in table.rows if column < len(row.cells)]
    heading = folded(table.header[column].text)
    if heading != "code":
        return True
    return sum(bool(re.fullmatch(r"\S*\d\S*", text)) for text in texts) * 2 > len(texts)


def _numbered(table: Table, column: int) -> bool:
    """Whether most cells of a column begin with an HTTP status."""
    texts = [row.cells[column].text for row in table.rows if column < len(row.cells)]
    return sum(bool(_STATUS.match(text)) for text in texts) * 2 > len(texts)


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
    yield from tables_below(document.lead)
    for section in document.sections:
        yield from tables_below(section.blocks)


def tables_below(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Every table in the blocks, those in bullets and notes included, in order."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from tables_below(item)
        elif isinstance(block, Note):
            yield from tables_below(block.blocks)


def _cell(row: Row, one: CodeTable, column: str) -> str:
    index = one.places.get(column)
    if index is None or index >= len(row.cells):
        return ""
    return row.cells[index].text


def _source(row: Row, table: Table, file: str, text: str) -> Source:
    return Source(file, row.line, table.number, text, table.caption)
