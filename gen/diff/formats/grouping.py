"""Changes that are one change of the API, told of several operations or places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from gen.diff.catalog import RULES
from gen.diff.change import Change
from gen.diff.describe import dotted
from gen.model import Source
from gen.report.escape import quote

# What these say of each operation is so much its own that a list of them says nothing together.
_EACH_BY_ITSELF = frozenset(
    {
        "operation-added",
        "operation-removed",
        "operation-method-changed",
        "operation-path-changed",
        "operation-retitled",
    }
)


@dataclass(frozen=True, slots=True)
class Group:
    """The changes, at least one, in the report's order; they differ in where they are, in nothing else."""

    changes: tuple[Change, ...]

    @property
    def change(self) -> Change:
        """The first change."""
        return self.changes[0]

    @property
    def single(self) -> bool:
        """Whether there is only one."""
        return len(self.changes) == 1

    @property
    def message(self) -> str:
        """The change's sentence; of several, with the operations counted."""
        first = self.change
        if self.single:
            return first.message
        if first.rule == "operation-moved":
            old, new = _folder(first.old), _folder(first.new)
            return (
                f"{self.operations} operations have pages in {quote(new)} now, were in {quote(old)}"
            )
        if self.wording:
            return f"{RULES[first.rule].title}: {len(self.changes)} in {_counted(self.operations)}"
        if not first.field or not first.operation:
            count = len(self.changes)
            noun = _counted(count) if first.operation else f"{count} codes"
            told = f": {first.says}" if first.old_value or first.new_value else ""
            return f"{RULES[first.rule].title}{told} ({noun})"
        paths = {change.field for change in self.changes}
        name = first.field if len(paths) == 1 else _leaf(first)
        return f"{quote(dotted(name))} {self._where()} {first.says}"

    @property
    def wording(self) -> bool:
        """Whether it tells of fields whose words alone changed: these are listed by operation."""
        return _only_words(self.change)

    @property
    def operations(self) -> int:
        """How many operations it is told of."""
        return len({change.operation for change in self.changes})

    def _where(self) -> str:
        count = self.operations
        answer = "the answer" if count == 1 else "the answers"
        of = f"{answer} of " if self.change.rule.startswith("response-") else ""
        places = f"{len(self.changes)} places of " if count < len(self.changes) else ""
        return f"in {places}{of}{_counted(count)}"

    def by_operation(self) -> list[tuple[Change, ...]]:
        """The changes, those of one operation together."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.operation, []).append(change)
        return [tuple(items) for items in found.values()]


def grouped(changes: Iterable[Change]) -> list[Group]:
    """The changes in the order of the first of each group."""
    found: dict[object, list[Change]] = {}
    for change in changes:
        found.setdefault(_alike(change), []).append(change)
    return [Group(tuple(items)) for items in found.values()]


def _alike(change: Change) -> object:
    """What the changes of a group have in common."""
    if change.rule in _EACH_BY_ITSELF:
        return change.fingerprint
    if _only_words(change):
        return change.rule
    values: object = (change.old_value, change.new_value, change.says)
    if change.rule == "operation-moved":
        values = tuple(_folder(place) for place in (change.old, change.new))
    name = _leaf(change) if change.operation else ""
    return (change.rule, change.level, change.accepted, change.operation == "", name, values)


def _only_words(change: Change) -> bool:
    told = bool(change.old_value or change.new_value or change.accepted)
    return change.level == "docs only" and bool(change.field and change.operation) and not told


def _counted(operations: int) -> str:
    return f"{operations} operation" + ("" if operations == 1 else "s")


def _leaf(change: Change) -> str:
    """The last name of a field's path, brackets of lists left out."""
    return change.field.rpartition(".")[2].removesuffix("[]")


def _folder(place: Source | None) -> str:
    return str(PurePosixPath(place.file).parent) if place is not None else ""


def spot(*changes: Change) -> str:
    """Where changes of one operation are, in words: operation and fields; an error's code."""
    fields = ", ".join(quote(dotted(change.field)) for change in changes if change.field)
    return ": ".join(part for part in (changes[0].short, fields) if part)
