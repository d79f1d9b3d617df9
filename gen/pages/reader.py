"""A document → a :class:`gen.pages.page.Page`: the readers of this folder, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gen.document import Bullets, Code, Document, Note, Paragraph, Prose, Table, plain
from gen.findings import Finding, Position, finding
from gen.model import Direction
from gen.pages.columns import columns_of, guess_columns, read_row
from gen.pages.drafts import Draft
from gen.pages.error_tables import CodeTable, code_table, error_codes, status_codes, tables_in
from gen.pages.examples import examples_of
from gen.pages.flow import Leaf, Place, flow
from gen.pages.kinds import is_deprecated, kind_of
from gen.pages.page import Page, ParameterRow, ParameterTable, RequestLine, StatusNote
from gen.pages.request_lines import request_lines
from gen.pages.roles import assign, is_sure_header
from gen.pages.sections import folded, zone_of
from gen.pages.statuses import note_of, notes_of, status_of, status_of_code

_PARAMETER_ZONES = frozenset(
    ["uri", "request", "response", "abnormal", "example-request", "example-response", "example"]
)


def read_page(document: Document) -> Page:
    """Sort a page's parts by role. Never raises for what a page says."""
    leaves = list(flow(document))
    lines = _lines(document, leaves)
    has_uri = any(zone_of(section.title) == "uri" for section in document.sections)
    findings = _damage(document)
    if lines or has_uri:
        return _operation(document, leaves, lines, findings)
    return _other(document, findings)


def _damage(document: Document) -> list[Finding]:
    hints = {
        "TW201": "mend the table's borders",
        "TW202": "give the row a cell for every heading",
        "TW102": "mend the page's markup",
        "TW104": "write the page, or remove it",
        "TW105": "mend the markup, or escape it with a backslash",
    }
    return [
        finding(
            one.code,
            one.message,
            Position(document.file, max(one.line, 1)),
            hints.get(one.code, ""),
        )
        for one in document.damage
    ]


def _lines(document: Document, leaves: Sequence[tuple[Leaf, Place]]) -> tuple[RequestLine, ...]:
    blocks = [
        (block, place.zone != "uri" or _calls_example(place))
        for block, place in leaves
        if place.section == "uri" and isinstance(block, (Paragraph, Code))
    ]
    if not blocks and not any(place.section == "uri" for _, place in leaves):
        zones = {zone_of(section.title) for section in document.sections}
        if not {"request", "response"} <= zones:
            return ()
        blocks = [
            (block, False)
            for block, place in leaves
            if place.zone == "request" and isinstance(block, Paragraph)
        ]
    return request_lines(blocks)


def _calls_example(place: Place) -> bool:
    return any("example" in folded(paragraph.text) for paragraph in place.headings[-2:])


def _base(document: Document, kind: str) -> Page:
    return Page(
        file=document.file,
        kind=kind,  # type: ignore[arg-type]
        title=document.title,
        line=document.line,
        label=document.labels[0] if document.labels else "",
        labels=document.labels,
        folder=tuple(document.file.split("/")[:-1]),
        rows=document.rows,
        rows_damaged=sum(one.rows for one in document.damage),
    )


# ---- operation pages ---------------------------------------------------------


def _operation(
    document: Document,
    leaves: Sequence[tuple[Leaf, Place]],
    lines: tuple[RequestLine, ...],
    findings: list[Finding],
) -> Page:
    if not lines:
        line = next((s.line for s in document.sections if zone_of(s.title) == "uri"), document.line)
        findings.append(
            finding(
                "TW103",
                "no line with a method and a path was found under URI",
                Position(document.file, line),
                "write a paragraph like 'GET /v1/{project_id}/things'",
            )
        )
    examples = examples_of(leaves)
    drafts = _drafts(document, leaves, findings)
    sent = "\n".join(one.code.text for one in examples if one.direction == "request")
    assign(drafts, lines, sent)
    tables = [_table(draft) for draft in drafts]
    summary = [section for section in document.sections if zone_of(section.title) == "summary"]
    limits = [section for section in document.sections if zone_of(section.title) == "constraints"]
    return replace(
        _base(document, "operation"),
        summary=_prose((document.lead, *(section.blocks for section in summary))),
        constraints=_prose(tuple(section.blocks for section in limits)),
        lines=lines,
        tables=tuple(tables),
        examples=examples,
        statuses=_statuses(leaves),
        prose=_paragraphs(leaves),
        deprecated=is_deprecated(document),
        findings=tuple(findings),
    )


def _prose(parts: tuple[Prose, ...]) -> Prose:
    return tuple(block for part in parts for block in part if not isinstance(block, Table))


def _drafts(
    document: Document, leaves: Sequence[tuple[Leaf, Place]], findings: list[Finding]
) -> list[Draft]:
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
        return draft
    columns = columns_of(table.header) if table.header else guess_columns(table.rows)
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
    draft.columns = columns
    draft.rows = tuple(read_row(row, columns, table, document.file) for row in table.rows)
    findings += _bare_rows(document, draft)
    draft.names = frozenset(
        row.source.parameter.strip("{}") for row in draft.rows if row.source.parameter
    )
    return draft


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


def _table(draft: Draft) -> ParameterTable:
    table = draft.table
    rows = draft.rows
    if draft.role == "body" and not all(is_sure_header(row.source.parameter) for row in rows):
        rows = tuple(
            (
                replace(row, location="header")
                if not row.location and is_sure_header(row.source.parameter)
                else row
            )
            for row in rows
        )
    return ParameterTable(
        role=draft.role or "no-parameters",
        direction=draft.direction,
        caption=table.caption or _short(draft.lead),
        number=table.number,
        labels=draft.labels,
        line=table.line,
        rows=rows if draft.role != "no-parameters" else (),
        rows_total=len(table.rows),
        status=draft.status,
        reason=draft.reason,
        media_type=draft.media_type,
    )


def _short(lead: str) -> str:
    """A heading that can stand for a caption."""
    return lead if len(lead) <= 80 and not lead.endswith(".") else ""


def _statuses(leaves: Sequence[tuple[Leaf, Place]]) -> tuple[StatusNote, ...]:
    notes: list[StatusNote] = []
    for block, place in leaves:
        in_answer = place.section in (
            "status",
            "response",
            "abnormal",
            "example-response",
            "example",
            "errors",
        )
        if isinstance(block, Paragraph) and in_answer:
            note = note_of(block, place.section == "status")
            if note is not None:
                notes.append(note)
        elif isinstance(block, Table):
            codes = code_table(block)
            if codes is not None and not codes.is_errors:
                notes += notes_of(block)
        elif isinstance(block, Code) and place.zone in ("example-response", "response"):
            status = status_of_code(block.text)
            if status is not None:
                notes.append(StatusNote(status, "", block.line))
    best: dict[int, StatusNote] = {}
    for note in notes:
        if note.status not in best or (note.description and not best[note.status].description):
            best[note.status] = note
    return tuple(best[status] for status in sorted(best))


def _paragraphs(leaves: Sequence[tuple[Leaf, Place]]) -> tuple[tuple[Direction, Paragraph], ...]:
    found: list[tuple[Direction, Paragraph]] = []
    for block, place in leaves:
        if not isinstance(block, Paragraph) or status_of(block) is not None:
            continue
        if place.zone in ("uri", "request"):
            found.append(("request", block))
        elif place.zone in ("response", "abnormal"):
            found.append(("response", block))
    return tuple(found)


# ---- other pages ---------------------------------------------------------------


def _other(document: Document, findings: list[Finding]) -> Page:
    codes = [found for table in tables_in(document) if (found := code_table(table)) is not None]
    tables = [_other_table(document, table) for table in tables_in(document)]
    has_parameters = any(table.role == "schema" for table in tables)
    kind = kind_of(document, codes, has_parameters)
    if kind in ("index", "history", "unreadable"):
        codes = []
    words = plain_words(document.lead)
    return replace(
        _base(document, kind),
        summary=words,
        tables=tuple(tables),
        errors=tuple(error_codes(iter(codes), document.file)),
        status_codes=tuple(status_codes(iter(codes), document.file)),
        findings=tuple(findings),
    )


def plain_words(blocks: Prose) -> Prose:
    """The paragraphs at the head of a page."""
    return tuple(block for block in blocks if isinstance(block, Paragraph) and plain(block))


def _other_table(document: Document, table: Table) -> ParameterTable:
    columns = columns_of(table.header) if code_table(table) is None else None
    rows: tuple[ParameterRow, ...] = ()
    if columns is not None and "type" in columns.kinds:
        rows = tuple(read_row(row, columns, table, document.file) for row in table.rows)
    reason = _other_reason(table) if not rows else ""
    return ParameterTable(
        role="schema" if rows else "no-parameters",
        direction="response",
        caption=table.caption,
        number=table.number,
        labels=table.labels,
        line=table.line,
        rows=rows,
        rows_total=len(table.rows),
        reason=reason,
    )


def _other_reason(table: Table) -> str:
    codes: CodeTable | None = code_table(table)
    if codes is None:
        return "table on a page that describes no operation"
    return "table of error codes" if codes.is_errors else "table of status codes"
