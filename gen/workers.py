"""The same work over many items, on all cores where that pays."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.process
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import connection
from multiprocessing.context import BaseContext
from typing import TypeVar

from gen.progress import Report, silent

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many items the start of the processes costs more than it saves.
WORTH = 12
_limit = 0


def cores() -> int:
    """How many processes may work at the same time: this process's processors, or its share of them."""
    if hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    return min(count, _limit) if _limit else count


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    stage: str,
    report: Report = silent,
    *,
    weight: Callable[[Item], int] | None = None,
    worth: int = WORTH,
) -> list[Result]:
    """``[work(item) for item in items]``, in order, over all cores.

    ``work`` must be a module-level function. The heaviest items by ``weight`` are begun first,
    so that no core is left with a large one at the end. Fewer than ``worth`` items stay here.
    """
    return begin(work, items, stage, report, weight=weight, worth=worth)()


def begin(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    stage: str,
    report: Report = silent,
    *,
    weight: Callable[[Item], int] | None = None,
    worth: int = WORTH,
) -> Callable[[], list[Result]]:
    """As :func:`spread`, begun in the background; what is returned waits for the results."""
    count = min(cores(), len(items))
    if count < 2 or len(items) < worth:
        return lambda: _here(work, items, stage, report)
    order = range(len(items))
    if weight is not None:
        order = sorted(order, key=lambda number: -weight(items[number]))  # type: ignore[assignment]
    share = -(-cores() // len(items))
    pool = ProcessPoolExecutor(count, _context(), initializer=_prepare, initargs=(share,))
    size = max(1, min(8, len(items) // (count * 8)))
    batches = [order[start : start + size] for start in range(0, len(items), size)]
    waiting = {
        pool.submit(_batch, work, [items[number] for number in batch]): batch for batch in batches
    }

    def finish() -> list[Result]:
        results: dict[int, Result] = {}
        with pool:
            try:
                for future in as_completed(waiting):
                    results.update(zip(waiting[future], future.result(), strict=True))
                    report(stage, len(results), len(items))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return [results[number] for number in range(len(items))]

    return finish


def _here(
    work: Callable[[Item], Result], items: Sequence[Item], stage: str, report: Report
) -> list[Result]:
    results: list[Result] = []
    for number, item in enumerate(items, start=1):
        results.append(work(item))
        report(stage, number, len(items))
    return results


def _batch(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]


def _prepare(share: int) -> None:
    """In each worker: no garbage collection (it is short-lived), its share of cores, no life of its own."""
    global _limit
    gc.disable()
    _limit = share
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    """End when the parent does, even where it was killed: a pool would wait for work for ever."""
    connection.wait([parent.sentinel])
    os._exit(1)


def _context() -> BaseContext:
    """Forked workers have all modules loaded; but a process with threads must not be forked."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")
