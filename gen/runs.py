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


def docs_of(target: Target) -> Docs:
    """The pages of a service, its errata and its lock, as bytes and text."""
    return discover(target.docs, errata=target.settings.errata, lock=target.lock_file)


def source_key(target: Target, docs: Docs) -> str:
    """A key over all the docs say of one service: pages, errata, licence, settings."""
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
    return key_of(*parts)


def run_key(source: str, lock: str | bytes) -> str:
    """A key over all that a run of ``generate`` depends on: generator, docs, and the names lock."""
    return key_of(generator_key(), source, lock)


def remembered(target: Target, folder: Path, key: str, cache: Cache) -> Plan | None:
    """The plan of an earlier run with the same ``key``, if all it wrote into ``folder`` still stands."""
    data = cache.get("runs", key_of(key, str(folder.resolve())))
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
    cache.put("runs", key_of(key, str(folder.resolve())), json.dumps(record).encode())
