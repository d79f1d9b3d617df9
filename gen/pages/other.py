"""Pages that describe no operation: what is common to all pages, tables of codes, structures."""

from __future__ import annotations

from dataclasses import replace

from gen.document import Document, Paragraph, Prose, Table, plain
from gen.findings import Finding
from gen.model import PageKind
from gen.pages.columns import columns_of, read_row
from gen.pages.error_tables import code_table, error_codes, status_codes, tables_below, tables_in
from gen.pages.kinds import kind_of
from gen.pages.page import Page, ParameterRow, ParameterTable


def base(document: Document, kind: PageKind) -> Page:
    """A page with only what its document says at once."""
    return Page(
        file=document.file,
        kind=kind,
        title=document.title,
        line=document.line,
        label=document.labels[0] if document.labels else "",
        labels=document.labels,
        folder=tuple(document.file.split("/")[:-1]),
        rows=document.rows,
        rows_damaged=sum(one.rows for one in document.damage),
    )


def other_page(document: Document, findings: list[Finding]) -> Page:
    """Read a page without a request line."""
    codes = [found for table in tables_in(document) if (found := code_table(table)) is not None]
    headed = _headed(document)
    tables = [
        _other_table(document, table, (*table.labels, *headed.get(table.line, ())))
        for table in tables_in(document)
    ]
    has_parameters = any(table.role == "schema" for table in tables)
    kind = kind_of(document, codes, has_parameters)
    if kind in ("index", "history", "unreadable"):
        codes = []
    words = _words(document.lead)
    return replace(
        base(document, kind),
        summary=words,
        tables=tuple(tables),
        errors=tuple(error_codes(iter(codes), document.file)),
        status_codes=tuple(status_codes(iter(codes), document.file)),
        findings=tuple(findings),
    )


def _words(blocks: Prose) -> Prose:
    """The paragraphs at the head of a page."""
    return tuple(block for block in blocks if isinstance(block, Paragraph) and plain(block))


def _headed(document: Document) -> dict[int, tuple[str, ...]]:
    """The labels of each section, by the line of the first table with a type column in it."""
    found: dict[int, tuple[str, ...]] = {}
    for section in document.sections:
        for table in tables_below(section.blocks):
            columns = columns_of(table.header)
            if columns is not None and "type" in columns.kinds:
                found[table.line] = section.labels
                break
    return found


def _other_table(document: Document, table: Table, labels: tuple[str, ...]) -> ParameterTable:
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
        labels=labels,
        line=table.line,
        rows=rows,
        rows_total=len(table.rows),
        reason=reason,
    )


def _other_reason(table: Table) -> str:
    codes = code_table(table)
    if codes is None:
        return "table on a page that describes no operation"
    return "table of error codes" if codes.is_errors else "table of status codes"
