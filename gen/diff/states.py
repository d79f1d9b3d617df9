"""Two services read to the end → the report."""

from __future__ import annotations

from dataclasses import replace

from gen.build import Built
from gen.diff.change import Report
from gen.diff.compare import compare
from gen.diff.version import advise
from gen.model import Service


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
