"""Heights of the rows of the Fiche table: measured where the person looks, guessed elsewhere until there is a quiet moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView

from ..delegates.fiche_delegate import FicheDelegate
from ..models.fiche_model import FicheModel
from .fiche_columns import TEXTS

_NEAR = 24
"""Rows on either side of the current one that are measured at once, at most; fewer when they fill the window."""
_AT_ONCE = 8
"""Rows measured in one quiet moment: a few milliseconds of work, so that a key never waits for it."""


class RowHeights:
    """Gives the rows of one table their height.

    Args:
        table: whose rows they are.
        model: what stands in them.
        delegate: measures.
    """

    def __init__(self, table: QTableView, model: FicheModel, delegate: FicheDelegate) -> None:
        self._table, self._model, self._delegate = table, model, delegate
        self._guessed: list[int] = []
        self.least = 0
        """The current row is at least this high, in pixels, while its text is edited."""
        self._quiet = QTimer(table, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._measure_more)

    def refresh(self) -> None:
        """Give each row the height its texts need; those far from the current one get a guess first."""
        count, current = len(self._model.rows), max(self._table.currentIndex().row(), 0)
        widths = self.text_widths()
        near = self._measured(range(current, min(count, current + _NEAR)), widths)
        near |= self._measured(range(current - 1, max(-1, current - _NEAR), -1), widths)
        first, last = min(near, default=0), max(near, default=-1) + 1
        self._guessed = [*range(last, count), *range(first - 1, -1, -1)]
        self._give(near | {row: self._delegate.likely_height(row, widths) for row in self._guessed})
        if self._guessed:
            self._quiet.start()

    def _measured(self, rows: range, widths: tuple[int, int, int]) -> dict[int, int]:
        """Heights of these rows, as many as fill the window."""
        heights: dict[int, int] = {}
        room = self._table.viewport().height()
        for row in rows:
            heights[row] = self._height(row, widths)
            room -= heights[row]
            if room < 0:
                break
        return heights

    def refresh_row(self, row_0: int) -> None:
        """Give one row the height its texts need now."""
        if 0 <= row_0 < len(self._model.rows):
            height = self._height(row_0, self.text_widths())
            if self._table.rowHeight(row_0) != height:
                self._table.verticalHeader().resizeSection(row_0, height)

    def _measure_more(self) -> None:
        """A few of the rows that only have a guess, the nearest first."""
        now, self._guessed = self._guessed[:_AT_ONCE], self._guessed[_AT_ONCE:]
        widths = self.text_widths()
        self._give({row: self._height(row, widths) for row in now if row < len(self._model.rows)})
        if self._guessed:
            self._quiet.start()

    def _give(self, heights: dict[int, int]) -> None:
        """Set these heights by 0-based row; what the person looks at stays where it is."""
        table, header = self._table, self._table.verticalHeader()
        changed = {row: height for row, height in heights.items() if header.sectionSize(row) != height}
        if not changed:
            return
        still = self._in_sight()
        top = table.rowViewportPosition(still)
        for row, height in changed.items():
            header.resizeSection(row, height)
        moved = table.rowViewportPosition(still) - top if still >= 0 else 0
        if moved:
            # The bar learns of the new heights now, else it would not go that far.
            table.updateGeometries()
            table.verticalScrollBar().setValue(table.verticalScrollBar().value() + moved)

    def _in_sight(self) -> int:
        """The row that must not move: the current one if it is in sight, else the first that is."""
        current = self._table.currentIndex().row()
        if 0 <= self._table.rowViewportPosition(current) < self._table.viewport().height():
            return current
        return self._table.rowAt(0)

    def _height(self, row_0: int, widths: tuple[int, int, int]) -> int:
        height = self._delegate.row_height(row_0, widths)
        if row_0 == self._delegate.selected_row_0 and self.least:
            # While it is edited the row stays within the window: the editor scrolls by itself.
            heading = self._delegate.heading_height()
            room = self._table.viewport().height() - heading
            height = min(max(height, self.least), max(room, heading))
        return height

    def text_widths(self) -> tuple[int, int, int]:
        """Widths of the three text columns, in pixels."""
        first, second, third = (self._table.columnWidth(column) for column in TEXTS)
        return first, second, third
