"""Which operation of one state is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from gen.model import Operation

Pair = tuple[Operation, Operation]
Identity = Callable[[Operation], "Hashable | None"]


def match_operations(
    old: Sequence[Operation], new: Sequence[Operation]
) -> tuple[list[Pair], list[Operation], list[Operation]]:
    """Pairs, then what is gone, then what is new.

    By identity first; what is left by the page's label (a moved path), its file, and its
    title where only one operation on either side has it.
    """
    pairs: list[Pair] = []
    gone, come = list(old), list(new)
    ways: tuple[Identity, ...] = (
        lambda item: item.key,
        lambda item: (item.label, item.method) if item.label else None,
        lambda item: (item.page, item.method),
        lambda item: item.label or None,
        lambda item: (item.title, item.method) if item.title else None,
    )
    for way in ways:
        found = _by(way, gone, come)
        pairs.extend(found)
        gone = [item for item in gone if all(item is not one for one, _ in found)]
        come = [item for item in come if all(item is not other for _, other in found)]
    return pairs, gone, come


def _by(way: Identity, old: Sequence[Operation], new: Sequence[Operation]) -> list[Pair]:
    before, after = _single(way, old), _single(way, new)
    return [(one, after[key]) for key, one in before.items() if key in after]


def _single(way: Identity, operations: Sequence[Operation]) -> dict[Hashable, Operation]:
    """Those whose identity is theirs alone."""
    found: dict[Hashable, list[Operation]] = {}
    for item in operations:
        key = way(item)
        if key is not None:
            found.setdefault(key, []).append(item)
    return {key: items[0] for key, items in found.items() if len(items) == 1}
