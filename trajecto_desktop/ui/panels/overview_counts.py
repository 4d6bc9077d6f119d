"""The counts at the ends of the matrix, always in sight: they lie over the cells until one scrolls to the end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from ..models.matrix_model import LineKind, MatrixModel
from ..theme import Shades

_LOW = 9
"""With fewer lines than this the counts of the columns do not stay in sight."""


class EndCounts:
    """Where the last row and column lie, and how they are painted.

    Args:
        view: the matrix.
        model: its counts.
    """

    def __init__(self, view: QTableView, model: MatrixModel) -> None:
        self._view, self._model = view, model

    def right(self) -> QRect:
        """The counts of the rows, in pixels of the viewport."""
        last = len(self._model.columns) - 1
        area, width = self._view.viewport().size(), self._view.columnWidth(last)
        left = min(self._view.columnViewportPosition(last), area.width() - width)
        return QRect(left, 0, width, area.height())

    def bottom(self) -> QRect:
        """The counts of the columns, in pixels of the viewport."""
        last = len(self._model.rows) - 1
        area, height = self._view.viewport().size(), self._view.rowHeight(last)
        top = self._view.rowViewportPosition(last)
        if area.height() >= _LOW * height:
            # In a low window they stand at the end: the rows need the room.
            top = min(top, area.height() - height)
        return QRect(0, top, area.width(), height)

    def contain(self, point: QPoint) -> bool:
        """Whether a point of the viewport is on them."""
        return self.right().contains(point) or self.bottom().contains(point)

    def refresh(self) -> None:
        """Paint them again: an entry changed, and they lie where no cell of the model does."""
        self._view.viewport().update(self.right())
        self._view.viewport().update(self.bottom())

    def after_scroll(self, dx: int, dy: int) -> None:
        """What was copied along with the cells is painted anew."""
        viewport = self._view.viewport()
        if dx:
            right = self.right()
            viewport.update(right.united(right.translated(dx, 0)))
        if dy:
            bottom = self.bottom()
            viewport.update(bottom.united(bottom.translated(0, dy)))

    def paint(self, painter: QPainter, dirty: QRect, rows: list[int], columns: list[int], tones: Shades) -> None:
        """Paint what of them is in `dirty`."""
        right, bottom = self.right(), self.bottom()
        if dirty.right() >= right.left():
            painter.fillRect(right, QColor(tones.heading))
            last = len(self._model.columns) - 1
            for row_0 in rows:
                box = QRect(
                    right.left(), self._view.rowViewportPosition(row_0), right.width(), self._view.rowHeight(row_0)
                )
                self._paint_text(painter, box, row_0, last, tones)
            painter.fillRect(right.left(), 0, 1, right.height(), QColor(tones.line))
        if dirty.bottom() >= bottom.top():
            painter.fillRect(bottom, QColor(tones.heading))
            last = len(self._model.rows) - 1
            for column_0 in columns:
                left, width = self._view.columnViewportPosition(column_0), self._view.columnWidth(column_0)
                if self._model.columns[column_0].kind is not LineKind.COUNT and left < right.left():
                    box = QRect(left, bottom.top(), width, bottom.height())
                    self._paint_text(painter, box, last, column_0, tones)
            painter.fillRect(right.left(), bottom.top(), right.width(), bottom.height(), QColor(tones.heading))
            painter.fillRect(0, bottom.top(), bottom.width(), 1, QColor(tones.line))

    def _paint_text(self, painter: QPainter, box: QRect, row_0: int, column_0: int, tones: Shades) -> None:
        text = self._model.count_text(row_0, column_0)
        metrics = self._view.fontMetrics()
        if not text or box.height() < metrics.ascent():
            return
        painter.setPen(QColor(tones.text))
        if metrics.horizontalAdvance(text) > box.width() - 2:
            # Narrow columns: the number alone; how many there are in all stands at each row's end.
            text = text.partition("/")[0]
        if metrics.horizontalAdvance(text) <= box.width():
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
