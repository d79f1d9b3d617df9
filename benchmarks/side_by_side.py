"""Timing things against each other: rounds alternate, and only ratios within a round count."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median, quantiles
from typing import NamedTuple

ROUNDS = 21
SECONDS = 0.004


class Ratio(NamedTuple):
    """How many times as long: the median over the rounds, and the middle half of them."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f} × ({self.low:.2f} to {self.high:.2f})"


class Timings(dict[str, list[float]]):
    """Processor seconds a call, by contender and round."""

    def ratio(self, one: str, other: str) -> Ratio:
        """How many times as long ``one`` takes as ``other``, round by round."""
        return ratio_of(self[one], self[other])

    def micros(self, name: str) -> float:
        """The median of a contender, in microseconds."""
        return median(self[name]) * 1e6


def ratio_of(one: list[float], other: list[float]) -> Ratio:
    """The ratio of two series whose members were measured in pairs."""
    found = [a / b for a, b in zip(one, other, strict=True)]
    if len(found) == 1:
        return Ratio(found[0], found[0], found[0])
    low, _, high = quantiles(found, n=4)
    return Ratio(median(found), low, high)


def race(
    contenders: Mapping[str, Callable[[], object]],
    *,
    rounds: int = ROUNDS,
    seconds: float = SECONDS,
) -> Timings:
    """Time every contender in each of ``rounds`` rounds, for at least about ``seconds`` each.

    The order turns from round to round. Processor time of this thread is counted, so that
    other work on the machine disturbs little.
    """
    counts = {name: _calls(run, seconds) for name, run in contenders.items()}
    timings = Timings((name, []) for name in contenders)
    order = list(contenders.items())
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, run in order:
            timings[name].append(_timed(run, counts[name]))
        order = order[1:] + order[:1]
    gc.unfreeze()
    return timings


def _calls(run: Callable[[], object], seconds: float) -> int:
    run()
    calls = 1
    while (spent := _timed(run, calls) * calls) < seconds / 4:
        calls *= 2
    return max(1, round(calls * seconds / spent))


def _timed(run: Callable[[], object], calls: int) -> float:
    clock = time.thread_time
    begun = clock()
    for _ in range(calls):
        run()
    return max((clock() - begun) / calls, 1e-9)
