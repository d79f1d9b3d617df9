"""Two folders of docs → two services read to the end → the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gen.build import Built, read_service
from gen.cache import Cache
from gen.diff.change import Report
from gen.diff.compare import compare
from gen.diff.version import advise
from gen.model import Service
from gen.progress import Report as Progress
from gen.targets import Target


def read_pair(
    old: Target, new: Target, cache: Cache, report: Progress, scratch: Path
) -> tuple[Built, Built]:
    """Both states; ``scratch`` is a folder for a while.

    A new state without a lock of its own takes the names of the old one: so does the
    package, whose lock outlives an update of the docs.
    """
    before = read_service(old, cache, report)
    if new.lock_file is None or not new.lock_file.is_file():
        lock = scratch / "names.lock"
        lock.write_text(before.lock.dump(), "utf-8")
        new = replace(new, lock_file=lock)
    return before, read_service(new, cache, report)


def compare_built(old: Built, new: Built) -> Report:
    """All changes from ``old`` to ``new``.

    The API is compared table by table, before classes are shared, so that a row is told
    for the operations that document it; Python names are compared as they were given.
    """
    api = compare(_own(old), _own(new))
    names = compare(old.service, new.service).names
    return replace(api, names=names, advice=advise(api.changes, names))


def _own(built: Built) -> Service:
    """The service before sharing, with the operations that the settings keep."""
    kept = {operation.key for operation in built.service.operations}
    operations = tuple(item for item in built.linked.operations if item.key in kept)
    return replace(built.linked, operations=operations)
