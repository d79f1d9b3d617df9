"""Two states of a service → what changed in the API, and what that breaks."""

from __future__ import annotations

from gen.diff.change import LEVELS, Change, NameChange, Report
from gen.diff.collect import Collector
from gen.diff.describe import identity, short
from gen.diff.errors import compare_errors
from gen.diff.matching import match_operations
from gen.diff.operations import compare_operation, dotted_name
from gen.diff.version import advise
from gen.model import Operation, Service


def compare(old: Service, new: Service) -> Report:
    """All changes from ``old`` to ``new``, the weightiest first, in an order that depends on nothing else."""
    changes: list[Change] = []
    names: dict[NameChange, None] = {}
    pairs, gone, come = match_operations(old.operations, new.operations)
    for one, other in pairs:
        found = compare_operation(old, new, one, other)
        changes.extend(found.changes.values())
        names.update(found.names)
    for operation in gone:
        changes.extend(_whole(operation, "operation-removed"))
        names.update(_method(operation, gone=True))
    for operation in come:
        changes.extend(_whole(operation, "operation-added"))
        names.update(_method(operation, gone=False))
    changes.extend(compare_errors(old.errors, new.errors))
    ordered = tuple(sorted(changes, key=_order))
    listed = tuple(sorted(names, key=lambda item: (item.kind, item.operation, item.old, item.new)))
    return Report(
        service=new.name or old.name,
        changes=ordered,
        names=listed,
        advice=advise(ordered, listed),
    )


def _order(change: Change) -> tuple[int, str, str, str, str, str]:
    return (
        LEVELS.index(change.level),
        change.operation,
        change.direction,
        change.field,
        change.rule,
        change.fingerprint,
    )


def _whole(operation: Operation, rule: str) -> list[Change]:
    out = Collector(operation, operation)
    gone = rule == "operation-removed"
    out.operation(
        rule,
        short(operation),
        old=operation.source if gone else None,
        new=None if gone else operation.source,
    )
    return list(out.changes.values())


def _method(operation: Operation, *, gone: bool) -> dict[NameChange, None]:
    name = dotted_name(operation)
    if not name:
        return {}
    change = NameChange(
        kind="method",
        operation=identity(operation),
        old=name if gone else "",
        new="" if gone else name,
    )
    return {change: None}
