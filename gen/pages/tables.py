"""The tables of an operation page as drafts: columns and rows read, those of no parameters set aside."""

from __future__ import annotations

from collections.abc import Sequence

from gen.document import Bullets, Document, Note, Prose, Table
from gen.findings import Finding, Position, finding
from gen.model import Direction
from gen.pages.columns import columns_of, guess_columns, read_row
from gen.pages.drafts import Draft
from gen.pages.error_tables import code_table
from gen.pages.flow import Leaf, Place
from gen.pages.request_lines import row_lines
from gen.pages.statuses import status_of

_PARAMETER_ZONES = frozenset(
    ["uri", "request", "response", "abnormal", "example-request", "example-response", "example"]
)


def drafts_of(
    document: Document, leaves: Sequence[tuple[Leaf, Place]], findings: list[Finding]
) -> list[Draft]:
    """Every table of the page in order; what is odd about one is added to ``findings``."""
    drafts = [_outside(document, table) for table in _tables_in(document.lead)]
    for block, place in leaves:
        if isinstance(block, Table):
            drafts.append(_draft(document, block, place, findings))
        elif isinstance(block, Note):
            drafts.extend(_outside(document, table) for table in _tables_in(block.blocks))
    return drafts


def _tables_in(blocks: Prose) -> list[Table]:
    found: list[Table] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Bullets):
            for item in block.items:
                found += _tables_in(item)
        elif isinstance(block, Note):
            found += _tables_in(block.blocks)
    return found


def _outside(document: Document, table: Table) -> Draft:
    place = Place("other", "other")
    return Draft(
        table, place, "request", None, (), table.labels,
        role="no-parameters", reason="table outside request and response",
    )  # fmt: skip


def _draft(document: Document, table: Table, place: Place, findings: list[Finding]) -> Draft:
    direction: Direction = (
        "response"
        if place.zone in ("response", "abnormal", "example-response", "status", "errors")
        else "request"
    )
    before = place.headings[-1] if place.headings else None
    labels = table.labels or (before.labels if before is not None else ())
    draft = Draft(table, place, direction, None, (), labels, status=_table_status(place))
    draft.lead = _lead(place) if not table.caption else ""
    reason = _not_parameters(table, place)
    if reason:
        draft.role, draft.reason = "no-parameters", reason
        if place.zone == "other":
            findings += _strayed(document, table)
        return draft
    columns = columns_of(table.header, table.rows) if table.header else guess_columns(table.rows)
    if columns is None:
        draft.role, draft.reason = (
            "no-parameters",
            "table of values: its headings are not those of parameters",
        )
        return draft
    if not table.header:
        findings.append(
            finding(
                "TW203",
                "the table has no headings; its columns were told by what they hold",
                Position(document.file, table.line),
                "give the table a row of headings",
            )
        )
    if columns.guessed:
        findings.append(_unknown_headings(document, table, columns.guessed))
    draft.columns = columns
    draft.rows = tuple(read_row(row, columns, table, document.file) for row in table.rows)
    findings += _bare_rows(document, draft)
    draft.names = frozenset(
        row.source.parameter.strip("{}") for row in draft.rows if row.source.parameter
    )
    return draft


def _strayed(document: Document, table: Table) -> list[Finding]:
    """A table that looks like one of parameters, under a section of which nothing is known."""
    columns = columns_of(table.header)
    if columns is None or not {"type", "mandatory"} & columns.kinds:
        return []
    section = [one for one in document.sections if one.line <= table.line][-1:]
    title = section[0].title if section else document.title
    return [
        finding(
            "TW205",
            f"found a table of parameters ({len(table.rows)} rows) under {title!r}, expected it"
            " under the request or the answer; its rows are not in the model",
            Position(document.file, table.line),
            "call the section Request or Response, or move the table below one of them",
        )
    ]


def _unknown_headings(document: Document, table: Table, headings: tuple[str, ...]) -> Finding:
    """Headings that say nothing; their columns were told by what they hold."""
    several = len(headings) > 1
    return finding(
        "TW204",
        f"found the {'headings' if several else 'heading'} {', '.join(map(repr, headings))},"
        " expected Parameter, Type, Mandatory, Description or the like;"
        f" the {'columns were' if several else 'column was'} told by what {'they hold' if several else 'it holds'}",
        Position(document.file, table.line),
        "use the usual headings",
    )


def _bare_rows(document: Document, draft: Draft) -> list[Finding]:
    """Rows that hold a name and nothing else; in a simple table that is how a short row looks."""
    return [
        finding(
            "TW202",
            f"row {row.source.parameter!r} has a name and no other cell",
            Position(document.file, row.source.line),
            "give the row a cell for every heading",
        )
        for row in draft.rows
        if row.source.parameter
        and not any(
            cell is not None and cell.text for cell in (row.type, row.mandatory, row.description)
        )
    ]


def _not_parameters(table: Table, place: Place) -> str:
    """Why a table holds no parameters, '' where it may."""
    codes = code_table(table)
    if codes is not None and (not codes.is_errors or place.zone in ("status", "errors")):
        return "table of error codes" if codes.is_errors else "table of status codes"
    if place.section == "uri" and row_lines(table):
        return "table of the request line"
    if place.zone in ("status", "errors"):
        return "table of status or error codes"
    if place.zone not in _PARAMETER_ZONES:
        return "table outside request and response"
    return ""


def _table_status(place: Place) -> int | None:
    return place.status if place.zone != "uri" and place.section not in ("uri", "request") else None


def _lead(place: Place) -> str:
    """The words just before a table without a caption that may say what it is."""
    for paragraph in reversed(place.headings[-2:]):
        text = paragraph.text
        if status_of(paragraph) is None and text and len(text) <= 160:
            return text
    return ""
