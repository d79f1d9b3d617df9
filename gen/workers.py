"""The same work over many items, on all cores where that pays."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from gen.progress import Report, silent

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many items the start of the processes costs more than it saves.
WORTH = 12


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    stage: str,
    report: Report = silent,
    *,
    jobs: int = 0,
) -> list[Result]:
    """``[work(item) for item in items]``, in order, over ``jobs`` processes (0: all cores).

    ``work`` must be a module-level function without side effects.
    """
    count = jobs or cores()
    results: list[Result] = []
    if count < 2 or len(items) < WORTH:
        for number, item in enumerate(items, start=1):
            results.append(work(item))
            report(stage, number, len(items))
        return results
    size = max(1, min(16, len(items) // (count * 4)))
    with ProcessPoolExecutor(count, initializer=gc.disable) as pool:
        for number, result in enumerate(pool.map(work, items, chunksize=size), start=1):
            results.append(result)
            report(stage, number, len(items))
    return results
