"""The closed world: what became of every row of every page."""

from __future__ import annotations

from gen.linker import messages
from gen.linker.book import Book
from gen.linker.log import Log
from gen.linker.tables import Node
from gen.model import PageRecord
from gen.pages.page import Page


def record(page: Page, book: Book, log: Log) -> PageRecord:
    """Count the page's rows by what became of them, and report what became nothing.

    A page without a request line has its finding; none is said of its rows one by one.

    A row the page's reader lost (its table has fewer rows than were counted) is a finding
    there; it counts as one here.
    """
    modelled = passed = 0
    for node in book.tables.by_page[page.file]:
        table = node.table
        if table.role == "no-parameters":
            passed += table.rows_total
            continue
        mine = {(row.source.file, row.source.line) for row in table.rows}
        kept = len(mine & log.modelled)
        modelled += kept
        if node not in book.used and (page.kind != "operation" or _lists_values(node)):
            passed += table.rows_total - kept
        elif kept < len(mine) and (page.lines or page.kind != "operation"):
            _report(node, kept, log)
    passed = min(passed, page.rows - modelled)
    return PageRecord(
        file=page.file,
        kind=page.kind,
        title=page.title,
        label=page.label,
        rows=page.rows,
        rows_model=modelled,
        rows_finding=page.rows - modelled - passed,
        rows_no_parameters=passed,
    )


def _lists_values(node: Node) -> bool:
    """Whether a table that nothing refers to explains values: it has neither types nor Mandatory."""
    return node.table.role == "schema" and all(
        row.type is None and row.mandatory is None for row in node.table.rows
    )


def _report(node: Node, kept: int, log: Log) -> None:
    """Why rows of an operation's table are not in the model."""
    if not kept and node.table.role == "schema":
        message, hint = messages.unused(node.table)
        log.say("TW213", message, node.source, hint)
        return
    for row in node.table.rows:
        place = (row.source.file, row.source.line)
        if place not in log.modelled and place not in log.refused:
            log.refuse(
                "TW226",
                f"{row.source.parameter or 'a row without a name'} could not be placed",
                row.source,
            )
