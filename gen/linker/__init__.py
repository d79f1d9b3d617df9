"""Pages → Service: tables become schemas, rows become parameters and fields, every row is accounted for.

Knows the docs' references and roles; knows no rules, no Python names, no back end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gen.findings import Finding
from gen.linker.accounts import record
from gen.linker.agree import agree, prune
from gen.linker.book import Book
from gen.linker.examples import read_examples, shown
from gen.linker.log import Log
from gen.linker.operations import draft, operations
from gen.linker.orphans import attach, reached
from gen.linker.tables import Tables
from gen.linker.untyped import settle_untyped
from gen.model import ErrorCode, Service, StatusCode
from gen.pages.page import Page

# "Parcel Service - API Reference": the part behind the dash says which of the service's books it is.
_BOOK = re.compile(r"(^| +)[-–—:]? *API Reference *\Z", re.I)


def link(pages: Sequence[Page], name: str) -> tuple[Service, list[Finding]]:
    """The service that ``pages`` describe, without rules and names, and what its docs get wrong.

    ``pages`` in the docs' order; ``name`` is the service's. Never raises for what a page says.
    """
    log = Log()
    tables = Tables(pages)
    read = [page for page in pages if page.kind == "operation" and page.lines]
    examples = {page.file: read_examples(page, log) for page in read}
    book = Book(tables, log, {file: shown(found) for file, found in examples.items()})
    own_projects = any(
        re.search(r"/projects/{[^{}]*}/?$", line.path) for page in read for line in page.lines
    )
    drafts = [draft(page, book, examples[page.file], own_projects) for page in read]
    book.finish()
    for one in drafts:
        attach(book, one.page.file, one.roots, one.examples)
    made = settle_untyped(operations(drafts, book.schemas))
    for operation in made:
        agree(operation, book.schemas, log)
    keep = {schema.key for one in drafts for schema in reached(book, one.roots)}
    service = Service(
        name=name,
        title=_title(pages, name),
        operations=made,
        schemas=prune(book.schemas, keep),
        errors=_errors(pages),
        statuses=_statuses(pages),
        pages=tuple(record(page, book, log) for page in pages),
    )
    found = {finding for page in pages for finding in page.findings} | set(log.findings())
    return service, sorted(found, key=lambda one: (one.position, one.code, one.message, one.hint))


def _title(pages: Sequence[Page], name: str) -> str:
    """The service's own title: its index page's without the book's, else its name in words."""
    roots = [
        _BOOK.sub("", page.title)
        for page in pages
        if page.kind == "index" and not page.folder and page.title
    ]
    return roots[0] if roots and roots[0] else name.replace("-", " ").replace("_", " ").title()


def _errors(pages: Sequence[Page]) -> tuple[ErrorCode, ...]:
    """All error codes, each row once."""
    return tuple(dict.fromkeys(error for page in pages for error in page.errors))


def _statuses(pages: Sequence[Page]) -> tuple[StatusCode, ...]:
    """The first row of every status."""
    found: dict[int, StatusCode] = {}
    for page in pages:
        for code in page.status_codes:
            found.setdefault(code.status, code)
    return tuple(found[status] for status in sorted(found))
