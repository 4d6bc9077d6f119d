"""The rows of a picture broken over pages: as few pages as they need, and groups kept together where that costs no page.

Here: where a page ends. Not here: how a row or a heading looks (`figure_frame`). Units: points.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Protocol

from ..values import dataclass


class Sized(Protocol):
    """What has to be known of a row to give it a place."""

    @property
    def heading(self) -> str:
        """The group that it stands under; rows of one group follow each other."""

    @property
    def height(self) -> float:
        """Its own height, without its heading."""


_PAGE = 1.0
"""What one more page costs."""
_SPLIT = 0.35
"""What it costs to go on with a group on the next page."""
_ALONE = 0.15
"""What it costs, above that, when one row of the group stands apart."""
_EMPTY = 0.3
"""What a page without rows would cost; half a page empty costs a quarter of it."""


@dataclass(slots=True)
class _Rest:
    """The best way to break the rows from one on."""

    cost: float
    end: int
    """Where the first page of it ends: the index of the row after its last."""


def page_breaks(rows: Sequence[Sized], heading: float, room: float) -> list[tuple[int, int]]:
    """The pages as half-open ranges of rows, 0-based; together they hold each row once. No rows make no pages.

    A row that is higher than the page gets one of its own.

    Args:
        rows: in order.
        heading: the height of a group's heading, which stands over the first row of each group and of each page.
        room: the height there is on a page.
    """
    if not rows:
        return []
    if room == inf:
        return [(0, len(rows))]
    rests: list[_Rest] = [_Rest(0.0, len(rows))] * (len(rows) + 1)
    for start in range(len(rows) - 1, -1, -1):
        rests[start] = _best_page(rows, start, heading, room, rests)
    pages, start = [], 0
    while start < len(rows):
        pages.append((start, rests[start].end))
        start = rests[start].end
    return pages


def _best_page(rows: Sequence[Sized], start: int, heading: float, room: float, rests: Sequence[_Rest]) -> _Rest:
    best = _Rest(inf, start + 1)
    used = 0.0
    for index in range(start, len(rows)):
        opens = index == start or rows[index].heading != rows[index - 1].heading
        used += rows[index].height + (heading if opens else 0.0)
        if used > room and index > start:
            break
        empty = max(room - used, 0.0) / room if room > 0 else 0.0
        cost = _PAGE + _EMPTY * empty * empty + _cost_of_break(rows, start, index + 1) + rests[index + 1].cost
        if cost < best.cost:
            best = _Rest(cost, index + 1)
    return best


def _cost_of_break(rows: Sequence[Sized], start: int, end: int) -> float:
    """What it costs to end the page before that row."""
    if end == len(rows) or rows[end].heading != rows[end - 1].heading:
        return 0.0
    group = rows[end].heading
    last_alone = end + 1 == len(rows) or rows[end + 1].heading != group
    first_alone = end - 1 == start or rows[end - 2].heading != group
    return _SPLIT + (_ALONE if last_alone or first_alone else 0.0)
