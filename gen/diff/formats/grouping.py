"""Changes that are one change of the docs, seen by several operations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen.diff.change import Change


@dataclass(frozen=True, slots=True)
class Group:
    """The first change, and how many other operations have the same one."""

    change: Change
    others: int

    @property
    def message(self) -> str:
        """The change's sentence, with the other operations counted."""
        if not self.others:
            return self.change.message
        noun = "operation" if self.others == 1 else "operations"
        return f"{self.change.message} (and the same in {self.others} other {noun})"


def grouped(changes: Iterable[Change]) -> list[Group]:
    """The changes in order; those of one row that differ in the operation alone are one group."""
    found: dict[object, list[Change]] = {}
    for change in changes:
        rows = (change.old, change.new)
        key: object = (change.rule, change.level, rows, change.old_value, change.new_value)
        if change.old is None and change.new is None:
            key = change.fingerprint
        found.setdefault((key, change.field.rpartition(".")[2]), []).append(change)
    groups = []
    for items in found.values():
        operations = {item.operation for item in items}
        if len(operations) == len(items):
            groups.append(Group(items[0], len(items) - 1))
        else:
            groups.extend(Group(item, 0) for item in items)
    return groups
