"""Pages of a folder → read pages, in parallel, through the cache."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gen import serial
from gen.cache import Cache, generator_key, key_of
from gen.errata import Erratum, apply
from gen.findings import Finding, finding
from gen.findings import Position
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


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page and the findings its errata made."""

    page: Page
    findings: tuple[Finding, ...]


def read_one(job: Job) -> ReadPage:
    """Parse one page, correct it, and sort its parts by role. Never raises for bad text."""
    document = read(job.text, job.file)
    document, findings = apply(document, job.errata)
    return ReadPage(read_page(document), tuple(findings))


def read_all(
    texts: dict[str, str],
    errata: tuple[Erratum, ...],
    cache: Cache,
    report: Report = silent,
) -> tuple[list[Page], list[Finding]]:
    """All pages in the order of ``texts`` (file → text); what the cache has is not read again."""
    jobs = [
        Job(file, text, tuple(one for one in errata if one.page == file))
        for file, text in texts.items()
    ]
    keys = [key_of(generator_key(), job.file, job.text, repr(job.errata)) for job in jobs]
    found: dict[int, ReadPage] = {}
    for number, key in enumerate(keys):
        known = cache.get("pages", key)
        if known is not None:
            found[number] = serial.from_json(ReadPage, json.loads(known))
    missing = [number for number in range(len(jobs)) if number not in found]
    fresh = spread(read_one, [jobs[number] for number in missing], "reading pages", report)
    for number, result in zip(missing, fresh, strict=True):
        found[number] = result
        data = json.dumps(serial.to_json(result), ensure_ascii=True, separators=(",", ":"))
        cache.put("pages", keys[number], data.encode())
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
