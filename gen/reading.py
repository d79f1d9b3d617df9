"""Pages of a folder → read pages, in parallel, through the cache."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gen import serial
from gen.cache import Cache, generator_key, key_of
from gen.errata import Erratum, apply
from gen.findings import Finding, Position, finding
from gen.pages import read_page
from gen.pages.page import Page
from gen.progress import Report, silent
from gen.rst import read
from gen.workers import spread


@dataclass(frozen=True, slots=True)
class Job:
    """One page to read: its name relative to DOCS, its text, and the errata that speak of it."""

    file: str
    text: str
    errata: tuple[Erratum, ...]
    key: str
    cache: Cache


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page and the findings its errata made."""

    page: Page
    findings: tuple[Finding, ...]


def read_one(job: Job) -> ReadPage:
    """Parse one page, correct it, sort its parts by role, and keep that. Never raises for bad text."""
    document = read(job.text, job.file)
    document, findings = apply(document, job.errata)
    result = ReadPage(read_page(document), tuple(findings))
    if job.cache.folder is not None:
        data = json.dumps(serial.to_json(result), ensure_ascii=True, separators=(",", ":"))
        job.cache.put("pages", job.key, data.encode())
    return result


def read_all(
    texts: dict[str, str],
    errata: tuple[Erratum, ...],
    cache: Cache,
    report: Report = silent,
) -> tuple[list[Page], list[Finding]]:
    """All pages in the order of ``texts`` (file → text); what the cache has is not read again."""
    by_page: dict[str, list[Erratum]] = {}
    for erratum in errata:
        by_page.setdefault(erratum.page, []).append(erratum)
    jobs = []
    for file, text in texts.items():
        own = tuple(by_page.get(file, ()))
        key = key_of(generator_key(), file, text, repr(own))
        jobs.append(Job(file, text, own, key, cache))
    found: dict[int, ReadPage] = {}
    for number, job in enumerate(jobs):
        known = cache.get("pages", job.key)
        if known is not None:
            found[number] = serial.from_json(ReadPage, json.loads(known))
    missing = [number for number in range(len(jobs)) if number not in found]
    fresh = spread(
        read_one,
        [jobs[number] for number in missing],
        "reading pages",
        report,
        weight=lambda job: len(job.text),
    )
    found.update(zip(missing, fresh, strict=True))
    results = [found[number] for number in range(len(jobs))]
    findings = [one for result in results for one in result.findings]
    files = set(texts)
    for erratum in errata:
        if erratum.page not in files:
            findings.append(
                finding(
                    "TW601",
                    f"an erratum speaks of {erratum.page}, which is not among the pages",
                    Position(erratum.page, 1),
                    "remove the erratum, or correct its page",
                )
            )
    return [result.page for result in results], findings
