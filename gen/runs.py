"""What one run of ``generate`` depends on and wrote, and the way past work that need not be done again.

Imports no reader and no back end: where nothing has changed, none of them is loaded.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from gen import output
from gen.cache import Cache, generator_key, key_of
from gen.findings import Finding
from gen.sources import Docs, discover
from gen.targets import Target

_BESIDE = ("ORIGIN.md", "LICENSE", "VERSION", "CHANGELOG.md")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one service's ``generate`` writes, and the line it prints."""

    target: Target
    trees: tuple[output.Tree, ...]
    singles: dict[Path, bytes]
    line: dict[str, object]
    severities: dict[str, int]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A service as it lies there: its docs, and a key over all they say."""

    target: Target
    docs: Docs
    key: str

    @property
    def size(self) -> int:
        """The bytes of all pages."""
        return sum(len(file.data) for file in self.docs.files)


def keeps_lock(target: Target) -> bool:
    """Whether the names lock can be written: not where it would lie in docs that are read-only.

    Goes by the permission bits, not by what this user may do: whoever runs as root must not
    write into docs that were made read-only either. A lock that the settings place is always kept.
    """
    path = target.lock_file
    if path is None or target.settings.lock is not None:
        return path is not None
    place = path if path.is_file() else path.parent
    return bool(place.stat().st_mode & 0o222) and os.access(place, os.W_OK)


def stale_singles(plan: Plan) -> dict[Path, bytes]:
    """The single files that are not on disk as the plan has them."""
    return {
        path: data
        for path, data in plan.singles.items()
        if not path.is_file() or path.read_bytes() != data
    }


def source_of(target: Target) -> Source:
    """Read a service's pages, errata and lock, and make the key: over pages, errata, licence, settings."""
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
    parts += [docs.errata]
    parts += [target.text(name) for name in _BESIDE]
    return Source(target, docs, key_of(*parts))


def _run_key(source: Source, lock: str | bytes, folder: Path) -> str:
    """A key over all that a run of ``generate`` depends on: generator, docs, the names lock, the place."""
    return key_of(generator_key(), source.key, lock, str(folder.resolve()))


def remembered(source: Source, folder: Path, cache: Cache) -> Plan | None:
    """The plan of an earlier run on the same docs, if all it wrote into ``folder`` still stands."""
    data = cache.get("runs", _run_key(source, source.docs.lock, folder))
    if data is None:
        return None
    record = json.loads(data)
    for tree, files in record["trees"].items():
        if not stands(folder / tree, files):
            return None
    return Plan(source.target, (), {}, record["line"], record["severities"])


def stands(folder: Path, files: dict[str, str]) -> bool:
    """Whether ``folder`` holds exactly ``files``, a mapping from path to SHA-256."""
    present = output.list_files(folder) if folder.is_dir() else {}
    if present.keys() != files.keys():
        return False
    found = {name: output.content(path) for name, path in present.items()}
    return all(
        data is not None and output.digest(data) == files[name] for name, data in found.items()
    )


def remember(source: Source, plan: Plan, folder: Path, cache: Cache) -> None:
    """Record what a finished run wrote into ``folder``."""
    lock = next(iter(plan.singles.values()), source.docs.lock.encode())
    trees = {
        tree.target: {name: output.digest(data) for name, data in sorted(tree.files.items())}
        for tree in plan.trees
    }
    record = {"trees": trees, "line": plan.line, "severities": plan.severities}
    cache.put("runs", _run_key(source, lock, folder), json.dumps(record).encode())
