"""A built service → the trees to write: package, emitted tests, manifests; and the way past work not needed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import gen
from gen import openapi, output, views
from gen.build import Built, read_service
from gen.cache import Cache, generator_key, key_of
from gen.findings import Finding
from gen.formatting import format_all
from gen.model_json import dump
from gen.progress import Report, silent
from gen.sources import discover
from gen.targets import Target
from gen.views.info import PackageInfo

_BESIDE = ("ORIGIN.md", "LICENSE", "VERSION", "CHANGELOG.md")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one service's ``generate`` writes, and the line it prints."""

    target: Target
    trees: tuple[output.Tree, ...]
    singles: dict[Path, bytes]
    line: dict[str, object]
    severities: dict[str, int]


def about(source: str) -> dict[str, object]:
    """What a manifest says of its making: generator, formatter, and a key over the docs."""
    from importlib import metadata

    return {
        "generator": "tablewright",
        "version": gen.__version__,
        "black": metadata.version("black"),
        "source": source,
    }


def source_key(target: Target) -> str:
    """A key over all the docs say of one service: pages, errata, lock, licence, settings."""
    docs = discover(target.docs, errata=target.settings.errata, lock=target.lock_file)
    settings = target.settings
    parts: list[str | bytes] = [
        settings.package,
        settings.client,
        settings.base_url,
        settings.version,
        settings.title,
        repr(settings.operations),
        str(settings.group_above),
    ]
    for file in docs.files:
        parts += [file.name, file.data]
    parts += [docs.errata or ""]
    parts += [target.text(name) for name in _BESIDE]
    return key_of(*parts)


def run_key(target: Target, source: str) -> str:
    """A key over all that a run of ``generate`` depends on."""
    lock = target.lock_file
    data = lock.read_bytes() if lock is not None and lock.is_file() else b""
    return key_of(generator_key(), source, data)


def remembered(target: Target, folder: Path, key: str, cache: Cache) -> Plan | None:
    """The plan of an earlier run with the same ``key``, if all it wrote into ``folder`` still stands."""
    data = cache.get("runs", key_of(key, str(folder)))
    if data is None:
        return None
    record = json.loads(data)
    for tree, files in record["trees"].items():
        if not stands(folder / tree, files):
            return None
    return Plan(target, (), {}, record["line"], record["severities"])


def stands(folder: Path, files: dict[str, str]) -> bool:
    """Whether ``folder`` holds exactly ``files``, a mapping from path to SHA-256."""
    present = output.list_files(folder) if folder.is_dir() else {}
    if present.keys() != files.keys():
        return False
    return all(output.digest(present[name].read_bytes()) == hash_ for name, hash_ in files.items())


def remember(plan: Plan, folder: Path, key: str, cache: Cache) -> None:
    """Record what a finished run wrote into ``folder``."""
    trees = {
        tree.target: {name: output.digest(data) for name, data in sorted(tree.files.items())}
        for tree in plan.trees
    }
    record = {"trees": trees, "line": plan.line, "severities": plan.severities}
    cache.put("runs", key_of(key, str(folder)), json.dumps(record).encode())


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
        version=settings.version or target.text("VERSION").strip() or "0.1.0",
        origin_text=target.text("ORIGIN.md"),
        licence_text=target.text("LICENSE"),
        changelog=target.text("CHANGELOG.md"),
        base_url_hint=settings.base_url,
        docs_title=settings.title,
        generator=f"tablewright {gen.__version__}",
    )


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


def plan(
    target: Target, source: str, cache: Cache, report: Report = silent
) -> tuple[Built, Plan]:
    """Read a service and make every file of it; nothing is written."""
    built = read_service(target, cache, report)
    info = info_of(target)
    made = about(source)

    def formatter(drafts: dict[str, str]) -> dict[str, str]:
        return format_all(drafts, cache, report)

    package = _bytes(views.package_files(built.service, info, formatter))
    package["openapi.json"] = _json(openapi_of(built))
    package[output.MANIFEST] = output.manifest(package, made)
    tests = _bytes(views.test_files(built.service, info, formatter))
    tests["model.json"] = _json(dump(built.service))
    tests[output.MANIFEST] = output.manifest(tests, made)
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
    if target.lock_file is not None:
        singles[target.lock_file] = built.lock.dump().encode()
    trees = (
        output.Tree(target.package, package),
        output.Tree(f"tests/{target.package}", tests),
    )
    return built, Plan(target, trees, singles, line, counts)


def _bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=True) + "\n").encode()
