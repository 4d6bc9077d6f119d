"""The foot of a picture: legend in columns, notes and provenance.

Here: what stands below the rows. Not here: title and rows (`figure_frame`). Units: points. Imports `figure_drawing`, `figure_text`,
`figure_marks`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.colour import OTHER_MARK, LegendEntry
from ..values import dataclass
from .export_words import TEXT_SIGN
from .figure_drawing import INK, PAPER, RULE, SOFT_INK, Box, Group, Line, Page, Shape, text_lines
from .figure_marks import hatching, painted_cell
from .figure_text import LINE_HEIGHT, balanced, broken, widest

_SWATCH = 2.35
"""Width of a swatch, in sizes of the text."""
_SWATCH_HEIGHT = 1.45
_GAP = 0.6
_BETWEEN = 1.6
"""Room between two columns, in sizes."""
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One line of the legend: how it looks and what it means."""

    label: str
    entry: LegendEntry | None = None
    hatched: bool = False
    sign: str = ""
    """`TEXT_SIGN` or the mark of a colour outside the legend."""


@dataclass(frozen=True, slots=True)
class LegendGrid:
    """Labels of a legend laid out in columns, read row by row."""

    columns: int
    pitch: float
    """From the left of one column to the left of the next."""
    rows: tuple[tuple[tuple[LegendItem, tuple[str, ...]], ...], ...]

    @classmethod
    def laid(cls, items: Sequence[LegendItem], width: float, size: float) -> LegendGrid:
        """The lowest grid that fits the width; of two equally low ones the one with fewer columns."""
        tried = [cls._in_columns(items, width, size, number) for number in range(1, _MOST_COLUMNS + 1)]
        return min(tried, key=lambda grid: (grid.lines() + 0.4 * len(grid.rows), grid.columns))

    @classmethod
    def _in_columns(cls, items: Sequence[LegendItem], width: float, size: float, number: int) -> LegendGrid:
        taken = size * (_SWATCH + _GAP)
        room = (width - (number - 1) * size * _BETWEEN) / number - taken
        labelled = [(item, tuple(balanced(item.label, max(room, size), size))) for item in items]
        widths = max((widest(lines, size) for _, lines in labelled), default=0.0)
        rows = tuple(tuple(labelled[start : start + number]) for start in range(0, len(labelled), number))
        return cls(number, taken + min(widths, room) + size * _BETWEEN, rows)

    def lines(self) -> int:
        """Lines of text, all rows together."""
        return sum(max(len(lines) for _, lines in row) for row in self.rows)


class Foot:
    """Legend, notes and provenance at the bottom of each page.

    Args:
        legend: what to explain.
        notes: sentences, each on a line of its own.
        left: where it starts.
        width: how wide it may be.
        size: of the text.
    """

    def __init__(
        self, legend: Sequence[LegendItem], notes: Sequence[str], left: float, width: float, size: float
    ) -> None:
        self._left, self._width, self._size = left, width, size
        self._line = size * LINE_HEIGHT
        self._grid = LegendGrid.laid(legend, width, size)
        self._notes = [line for note in notes if note for line in broken(note, width, size * 0.9)]
        rows = sum(_row_height(row, size) for row in self._grid.rows)
        self.height = size * 1.4 + rows + size * 0.5 + len(self._notes) * self._line * 0.9

    def draw(self, page: Page, top: float) -> None:
        """Draw all of it below that edge."""
        page.add(*legend_shapes(self._grid, self._left, top + self._size * 1.4, self._size))
        y = top + self._size * 1.4 + sum(_row_height(row, self._size) for row in self._grid.rows)
        y += self._size * 0.2
        page.add(Line(self._left, y, self._left + self._width, y, RULE, 0.25))
        page.add(*text_lines(self._left, y + self._size * 0.3, self._notes, self._size * 0.9, colour=SOFT_INK))


def legend_shapes(grid: LegendGrid, left: float, top: float, size: float) -> list[Shape]:
    """The legend itself, each item a group that says its label."""
    shapes: list[Shape] = []
    y = top
    for row in grid.rows:
        for column_0, (item, lines) in enumerate(row):
            x = left + column_0 * grid.pitch
            shapes.append(Group(item.label, tuple(_item(item, lines, x, y, size))))
        y += _row_height(row, size)
    return shapes


def _row_height(row: Sequence[tuple[LegendItem, tuple[str, ...]]], size: float) -> float:
    most = max(len(lines) for _, lines in row)
    return max(_SWATCH_HEIGHT, most * LINE_HEIGHT) * size + size * 0.45


def _item(item: LegendItem, lines: Sequence[str], x: float, y: float, size: float) -> list[Shape]:
    box = Box(x, y, size * _SWATCH, size * _SWATCH_HEIGHT)
    shade = PAPER if item.sign == OTHER_MARK else None
    shapes = painted_cell(box, item.entry, False, item.sign == TEXT_SIGN, shade)
    if item.hatched:
        shapes += hatching(box, INK, 4.0)
    lift = max((box.height - len(lines) * size * LINE_HEIGHT) / 2, 0)
    return shapes + text_lines(x + size * (_SWATCH + _GAP), y + lift, lines, size)
