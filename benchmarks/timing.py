"""Taking times fairly: what is compared runs in turn, and figures are medians with their spread.

Times are processor time, not the clock on the wall: a machine that does other work meanwhile takes longer by the clock, and
does the same work. A wait for the disk is not in them.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Action = Callable[[], object]
Clock = Callable[[], float]
"""Seconds from an arbitrary point on."""


def children_seconds() -> float:
    """Processor time of the processes that this one started and that have ended; by the wall where nobody keeps that."""
    try:
        import resource
    except ImportError:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass(frozen=True, slots=True)
class Sample:
    """Times of one action, in milliseconds."""

    times_ms: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return statistics.median(self.times_ms)

    @property
    def low_ms(self) -> float:
        return min(self.times_ms)

    @property
    def high_ms(self) -> float:
        return max(self.times_ms)

    def percentile_ms(self, share: float) -> float:
        ordered = sorted(self.times_ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def once(action: Action, clock: Clock = time.process_time) -> float:
    """One run, in milliseconds, without the garbage of the runs before."""
    gc.collect()
    start = clock()
    action()
    return (clock() - start) * 1000


def in_turn(rounds: int, *actions: Action, clock: Clock = time.process_time) -> tuple[Sample, ...]:
    """Run the actions A B A B …, after one round that does not count, so that a noisy machine is noisy for all of them."""
    for action in actions:
        once(action, clock)
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, list_ in zip(actions, times, strict=True):
            list_.append(once(action, clock))
    return tuple(Sample(tuple(list_)) for list_ in times)
