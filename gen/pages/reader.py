"""A document → a :class:`gen.pages.page.Page`: the readers of this folder, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gen.document import Code, Document, Paragraph, Prose, Table
from gen.findings import Finding, Position, finding
from gen.model import Direction
from gen.pages.drafts import Draft
from gen.pages.error_tables import code_table
from gen.pages.examples import examples_of
from gen.pages.flow import Leaf, Place, flow, section_zones
from gen.pages.kinds import is_deprecated
from gen.pages.other import base, other_page
from gen.pages.page import Page, ParameterTable, RequestLine, StatusNote
from gen.pages.request_lines import further_lines, request_lines
from gen.pages.roles import assign, is_sure_header
from gen.pages.sections import folded, zone_of
from gen.pages.statuses import note_of, notes_of, status_of, status_of_code
from gen.pages.tables import drafts_of


def read_page(document: Document) -> Page:
    """Sort a page's parts by role. Never raises for what a page says."""
    leaves = list(flow(document))
    blocks = _line_blocks(document, leaves)
    lines = request_lines(blocks)
    has_uri = "uri" in section_zones(document)
    findings = _damage(document)
    findings += [_further(document, line, lines[0]) for line in further_lines(blocks, lines)]
    if lines or has_uri:
        return _operation(document, leaves, lines, findings)
    return other_page(document, findings)


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


def _further(document: Document, line: RequestLine, own: RequestLine) -> Finding:
    return finding(
        "TW106",
        f"found the request line {line.method} {line.path} after {own.method} {own.path},"
        " expected one operation a page; it is not in the model",
        Position(document.file, line.line),
        "describe each operation on a page of its own",
    )


def _line_blocks(
    document: Document, leaves: Sequence[tuple[Leaf, Place]]
) -> list[tuple[Paragraph | Code | Table, bool]]:
    """The blocks that may hold the request line, with whether each is called an example."""
    blocks: list[tuple[Paragraph | Code | Table, bool]] = [
        (block, place.zone != "uri" or _calls_example(place))
        for block, place in leaves
        if place.section == "uri" and isinstance(block, (Paragraph, Code, Table))
    ]
    if not blocks and not any(place.section == "uri" for _, place in leaves):
        zones = set(section_zones(document))
        if "request" not in zones or not zones & {"response", "status", "example-response"}:
            return []
        blocks = [
            (block, False)
            for block, place in leaves
            if place.zone == "request" and isinstance(block, Paragraph)
        ]
    return blocks


def _calls_example(place: Place) -> bool:
    return any("example" in folded(paragraph.text) for paragraph in place.headings[-2:])


# ---- operation pages ---------------------------------------------------------


def _operation(
    document: Document,
    leaves: Sequence[tuple[Leaf, Place]],
    lines: tuple[RequestLine, ...],
    findings: list[Finding],
) -> Page:
    if not lines:
        titles = zip(document.sections, section_zones(document), strict=True)
        line = next((section.line for section, zone in titles if zone == "uri"), document.line)
        findings.append(
            finding(
                "TW103",
                "no line with a method and a path was found under URI" + _lost(document.rows),
                Position(document.file, line),
                "write a paragraph like 'GET /v1/{project_id}/things'",
            )
        )
    examples = examples_of(leaves)
    drafts = drafts_of(document, leaves, findings)
    sent = "\n".join(one.code.text for one in examples if one.direction == "request")
    assign(drafts, lines, sent)
    tables = [_table(draft) for draft in drafts]
    summary = [section for section in document.sections if zone_of(section.title) == "summary"]
    limits = [section for section in document.sections if zone_of(section.title) == "constraints"]
    return replace(
        base(document, "operation"),
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


def _lost(rows: int) -> str:
    """What a page without an operation costs."""
    if not rows:
        return ""
    return f"; the page's {rows} {'row is' if rows == 1 else 'rows are'} not in the model"


def _prose(parts: tuple[Prose, ...]) -> Prose:
    return tuple(block for part in parts for block in part if not isinstance(block, Table))


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
