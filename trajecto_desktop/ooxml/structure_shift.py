"""Where rows or columns go when some come or go: places, spans, ranges. Pure arithmetic; no XML.

Imported by the `structure_…` modules and `formula_shift`.
"""

from __future__ import annotations

from enum import StrEnum

from ..values import dataclass
from .names import MAX_COLUMN, MAX_ROW, parse_range, range_name

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; 1-based, inclusive."""


class Axis(StrEnum):
    """What comes or goes."""

    ROW = "row"
    COLUMN = "column"


class Grow(StrEnum):
    """Which ranges at the very edge take what comes in, beyond those it lies inside of."""

    NONE = "none"
    AFTER_LAST = "after last"
    """Ranges of two or more that end just before it."""
    BEFORE_FIRST = "before first"
    """Ranges of two or more that begin where it comes in."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Rows or columns that come in (`count` above 0) before `at`, or go (below 0) from `at` on. 1-based, as in Excel."""

    axis: Axis
    at: int
    count: int
    grow: Grow = Grow.NONE

    @property
    def limit(self) -> int:
        """The last row or column that a sheet can have."""
        return MAX_ROW if self.axis is Axis.ROW else MAX_COLUMN

    @property
    def stop(self) -> int:
        """The first place that is behind what goes; `at` when something comes in."""
        return self.at - min(self.count, 0)

    def place(self, number: int) -> int | None:
        """The new place of a row or column; nothing when it goes or is pushed off the sheet."""
        if number < self.at:
            return number
        if number < self.stop:
            return None
        moved = number + self.count
        return moved if moved <= self.limit else None

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """The new first and last place of a range; nothing when all of it goes."""
        if (first, last) == (1, self.limit):
            return first, last
        return self._grown(first, last) if self.count > 0 else self._shrunk(first, last)

    def _grown(self, first: int, last: int) -> tuple[int, int] | None:
        several = last > first
        keeps_first = first < self.at or (self.grow is Grow.BEFORE_FIRST and first == self.at and several)
        reaches = last >= self.at or (self.grow is Grow.AFTER_LAST and last == self.at - 1 and several)
        new_first = first if keeps_first else first + self.count
        new_last = last + self.count if reaches else last
        return (new_first, min(new_last, self.limit)) if new_first <= self.limit else None

    def _shrunk(self, first: int, last: int) -> tuple[int, int] | None:
        new_first = first if first < self.at else max(first, self.stop) + self.count
        new_last = last if last < self.at else max(last, self.stop - 1) + self.count
        return (new_first, new_last) if new_first <= new_last else None

    def cell(self, row: int, column: int) -> tuple[int, int] | None:
        """The new place of a cell."""
        if self.axis is Axis.ROW:
            moved = self.place(row)
            return None if moved is None else (moved, column)
        moved = self.place(column)
        return None if moved is None else (row, moved)

    def area(self, area: Area) -> Area | None:
        """The new place of a range of cells."""
        row_1, column_1, row_2, column_2 = area
        if self.axis is Axis.ROW:
            span = self.span(row_1, row_2)
            return None if span is None else (span[0], column_1, span[1], column_2)
        span = self.span(column_1, column_2)
        return None if span is None else (row_1, span[0], row_2, span[1])

    def splits(self, area: Area) -> bool:
        """Whether something comes in inside of a range, or a part of it goes."""
        first, last = self.ends(area)
        if self.count > 0:
            return first < self.at <= last
        return first < self.stop and self.at <= last

    def ends(self, area: Area) -> tuple[int, int]:
        """First and last place of a range on the axis."""
        return (area[0], area[2]) if self.axis is Axis.ROW else (area[1], area[3])

    def range(self, reference: str) -> str | None:
        """The new text of `A1:C3` or `A1`; nothing when all of it goes. Raises ValueError for what is no range."""
        before = parse_range(reference)
        after = self.area(before)
        if after == before:
            return reference
        return None if after is None else range_name(after)

    def ranges(self, references: str) -> str:
        """The new text of ranges with spaces between (ST_Sqref); those that go are left out."""
        return " ".join(filter(None, (self.range(each) for each in references.split())))
