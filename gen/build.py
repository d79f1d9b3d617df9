"""The pipeline in order: pages → service → files. A screenful; each stage's details are its own."""

from __future__ import annotations

from dataclasses import dataclass

from gen import linker, names, rules, sharing
from gen.cache import Cache
from gen.errata import parse as parse_errata
from gen.findings import Finding, TablewrightError
from gen.lock import Lock
from gen.model import Service
from gen.progress import Report, silent
from gen.reading import read_all
from gen.selection import select
from gen.sources import Docs, discover
from gen.targets import Target


@dataclass(frozen=True, slots=True)
class Built:
    """A service read to the end: the named model, the lock it gave, and all findings, sorted.

    ``linked`` is the service before sharing and naming: each table still with its own rows only.
    """

    target: Target
    docs: Docs
    service: Service
    lock: Lock
    findings: tuple[Finding, ...]
    linked: Service


def read_service(
    target: Target,
    cache: Cache | None = None,
    report: Report = silent,
    docs: Docs | None = None,
) -> Built:
    """docs → pages → model → rules → names, for one service; ``docs`` where they have been read already.

    Raises TablewrightError where nothing can be made: no such folder, no readable
    operation, an errata file that cannot be read, or a locked operation whose page
    has become unreadable.
    """
    if docs is None:
        docs = discover(target.docs, errata=target.settings.errata, lock=target.lock_file)
    errata = parse_errata(docs.errata, docs.errata_file) if docs.errata else ()
    texts, findings = docs.texts()
    pages, found = read_all(texts, errata, cache or Cache(None), report)
    findings += found
    service, found = linker.link(pages, target.settings.title or target.package)
    findings += found
    lock = Lock.parse(docs.lock, docs.lock_file) if docs.lock else Lock()
    unreadable = {page.file for page in service.pages if page.kind == "unreadable"}
    unreadable |= {page.file for page in pages if page.kind == "operation" and not page.lines}
    lock.refuse_unreadable(unreadable | docs.undecodable())
    if not service.operations:
        raise TablewrightError(
            f"no operation was found in {target.docs}; pages read: {len(texts)}",
            hint="an operation's page has a section URI with a line like 'GET /v1/things'",
        )
    service, found = rules.apply(service)
    findings += found
    linked = service
    service = sharing.share(service, lock)
    service, lock, found = names.assign(service, lock, target.settings)
    findings += found
    service = select(service, target.settings.operations, target.settings.where)
    unique = sorted(set(findings), key=lambda one: (one.position, one.code, one.message))
    return Built(target, docs, service, lock, tuple(unique), linked)
