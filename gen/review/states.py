"""From services read to the end to the review page: their pages read again, their code made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gen import views
from gen.build import Built
from gen.diff.change import Report
from gen.document import Document
from gen.errata import apply
from gen.errata import parse as parse_errata
from gen.lint import check_service
from gen.packages import info_of
from gen.review.links import reached
from gen.review.page import State, diff_html, review_html
from gen.rst import read


def one_page(built: Built) -> str:
    """The page for one state, with everything that lint finds."""
    state = _state(built, [item.page for item in built.service.operations], lint=True)
    return review_html(state, f"{built.target.package}: docs and code")


def diff_page(old: Built, new: Built, report: Report) -> str:
    """The page for two states: the operations that changed."""
    places = {
        source.file
        for change in report.changes
        for source in (change.old, change.new)
        if source is not None
    }
    files = sorted(places)
    return diff_html(
        _state(old, files), _state(new, files), report, f"{new.target.package}: what changed"
    )


def _state(built: Built, files: Iterable[str], *, lint: bool = False) -> State:
    findings = list(built.findings)
    if lint:
        findings = sorted(
            {*findings, *check_service(built.linked)},
            key=lambda item: (item.position, item.code, item.message),
        )
    return State(built.service, _pages(built, files), _files(built), findings)


def _files(built: Built) -> dict[str, bytes]:
    made = views.package_files(built.service, info_of(built.target))
    return {name: text.encode() for name, text in made.items()}


def _pages(built: Built, files: Iterable[str]) -> Mapping[str, Document]:
    """The documents of ``files`` and of the pages their operations refer to, corrected by errata."""
    wanted = set(files)
    for operation in built.service.operations:
        if operation.page in wanted:
            for met in reached(built.service, operation):
                wanted.update(source.file for source in met.field.sources[:1])
    texts, _ = built.docs.texts()
    errata = parse_errata(built.docs.errata, built.docs.errata_file) if built.docs.errata else ()
    pages = {}
    for file in sorted(wanted & texts.keys()):
        document, _ = apply(
            read(texts[file], file), tuple(one for one in errata if one.page == file)
        )
        pages[file] = document
    return pages
