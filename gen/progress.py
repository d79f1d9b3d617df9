"""Progress for people: on stderr, only where stderr is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# (what is being done, how much is done, how much there is)
Report = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """A report that says nothing."""


@contextmanager
def shown() -> Iterator[Report]:
    """A report that draws one bar a stage with rich; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    # Without a thread of its own: a process with threads cannot be forked safely.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}
        drawn = 0.0

        def report(stage: str, done: int, total: int) -> None:
            nonlocal drawn
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)
            now = time.monotonic()
            if done == total or now - drawn > 0.1:
                drawn = now
                bars.refresh()

        yield report
