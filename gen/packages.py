"""A built service → the trees to write: package, emitted tests, manifests."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import gen
from gen import openapi, output, render, runs, views
from gen.build import Built, read_service
from gen.cache import Cache
from gen.config import is_version
from gen.findings import Finding, Position, TablewrightError
from gen.formatting import begin_format
from gen.model_json import dump
from gen.progress import Report, silent
from gen.serial import pretty
from gen.targets import Target
from gen.views.info import PackageInfo
from gen.workers import spread


def about(source: str) -> dict[str, object]:
    """What a manifest says of its making: generator, formatter, and a key over the docs."""
    from importlib import metadata

    return {
        "generator": "tablewright",
        "version": gen.__version__,
        "black": metadata.version("black"),
        "source": source,
    }


def severities(findings: tuple[Finding, ...]) -> dict[str, int]:
    """How many findings there are of each severity."""
    return dict(sorted(Counter(one.severity for one in findings).items()))


def info_of(target: Target) -> PackageInfo:
    """What the views need beside the model: names, version, the texts that go along."""
    settings = target.settings
    return PackageInfo(
        package=settings.package,
        client_name=settings.client,
        async_client_name=f"Async{settings.client}",
        version=settings.version or _version(target) or "0.1.0",
        origin_text=target.text("ORIGIN.md"),
        licence_text=target.text("LICENSE"),
        changelog=target.text("CHANGELOG.md"),
        base_url_hint=settings.base_url,
        docs_title=settings.title,
        generator=f"tablewright {gen.__version__}",
    )


def _version(target: Target) -> str:
    """What the file VERSION beside the pages says, '' where there is none."""
    version = target.text("VERSION").strip()
    if version and not is_version(version):
        raise TablewrightError(
            f"{version.splitlines()[0]!r} is no version like '1.4.0'",
            position=Position("VERSION", 1),
            hint="VERSION holds the package's version and nothing else",
        )
    return version


def openapi_of(built: Built) -> dict[str, object]:
    """The service's OpenAPI document."""
    info = info_of(built.target)
    return openapi.document(
        built.service,
        openapi.Info(
            title=info.docs_title,
            version=info.version,
            base_url=info.base_url_hint,
            package=info.package,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Job:
    source: runs.Source
    cache: Cache


def plans(sources: list[runs.Source], cache: Cache, report: Report = silent) -> list[runs.Plan]:
    """:func:`plan` of each service, several side by side."""
    if len(sources) == 1:
        return [plan(sources[0], cache, report)]
    jobs = [_Job(source, cache) for source in sources]
    return spread(_plan, jobs, "services", report, weight=lambda job: job.source.size, worth=2)


def _plan(job: _Job) -> runs.Plan:
    return plan(job.source, job.cache)


def plan(source: runs.Source, cache: Cache, report: Report = silent) -> runs.Plan:
    """Read a service and make every file of it; nothing is written."""
    target = source.target
    built = read_service(target, cache, report, source.docs)
    info = info_of(target)
    made = about(source.key)

    # While black is at work on the package, the rest is made here.
    formatted = begin_format(views.drafts(built.service, info), cache, report)
    tests = _bytes(begin_format(views.drafts_of_tests(built.service, info), cache)())
    tests["model.json"] = _json(dump(built.service))
    tests[output.MANIFEST] = output.manifest(tests, made)
    document = _json(openapi_of(built))
    package = _bytes({**render.verbatim("package"), **formatted()})
    package["openapi.json"] = document
    package[output.MANIFEST] = output.manifest(package, made)
    counts = severities(built.findings)
    line: dict[str, object] = {
        "package": target.package,
        "path": f"{target.package}",
        "client": info.client_name,
        "async_client": info.async_client_name,
        "operations": len(built.service.operations),
        "findings": len(built.findings),
    }
    singles = {}
    if target.lock_file is not None and runs.keeps_lock(target):
        singles[target.lock_file] = built.lock.dump().encode()
    trees = (
        output.Tree(target.package, package),
        output.Tree(f"tests/{target.package}", tests),
    )
    return runs.Plan(target, trees, singles, line, counts, built.findings)


def _bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def _json(value: object) -> bytes:
    return f"{pretty(value)}\n".encode()
