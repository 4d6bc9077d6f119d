"""Paints a form in the list: name, progress bar, open remarks, hits of the filter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...domain.colour import mixed
from ..icons import renderer
from ..models.form_model import FormModel
from ..overriding import override
from ..theme import GAP, MARGIN, Shades, shades

_Index = QModelIndex | QPersistentModelIndex
_BAR = 3


class FormDelegate(QStyledItemDelegate):
    """One form on a line and a half.

    Args:
        model: the forms.
        parent: the list.
    """

    def __init__(self, model: FormModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """A line of text, the bar, and air."""
        return QSize(120, option.fontMetrics.height() + _BAR + 3 * GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one form."""
        tones = shades(option.palette)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(tones.selection if selected else tones.base))
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tones.accent))
        self._paint_words(painter, rect.adjusted(MARGIN + GAP, GAP, -MARGIN, -GAP), index.row(), tones, selected)
        self._paint_bar(painter, rect.adjusted(MARGIN + GAP, 0, -MARGIN, -GAP - 1), index.row(), tones)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tones.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter, box: QRect, row_0: int, tones: Shades, selected: bool) -> None:
        metrics = painter.fontMetrics()
        line = QRect(box.left(), box.top(), box.width(), metrics.height())
        hits, count = self._model.hits(row_0), self._model.tally(row_0)
        right = line.right()
        if count.open_remarks:
            right = self._paint_remarks(painter, line, count.open_remarks, tones)
        if hits is not None:
            right = self._paint_right(painter, line, right, str(hits), tones.text if hits else tones.muted)
        font = painter.font()
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(QColor(tones.muted if hits == 0 else tones.text))
        name = painter.fontMetrics().elidedText(
            self._model.names[row_0], Qt.TextElideMode.ElideRight, right - line.left() - GAP
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        font.setBold(False)
        painter.setFont(font)

    def _paint_remarks(self, painter: QPainter, line: QRect, count: int, tones: Shades) -> int:
        left = self._paint_right(painter, line, line.right(), str(count), tones.text)
        side = line.height() - 2
        renderer("feedback", tones.text).render(painter, QRectF(left - side, line.top() + 1, side, side))
        return left - side - GAP

    def _paint_right(self, painter: QPainter, line: QRect, right: int, text: str, colour: str) -> int:
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(colour))
        box = QRect(right - width, line.top(), width + 1, line.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return right - width - GAP

    def _paint_bar(self, painter: QPainter, box: QRect, row_0: int, tones: Shades) -> None:
        count = self._model.tally(row_0)
        bar = QRect(box.left(), box.bottom() - _BAR + 1, box.width(), _BAR)
        painter.fillRect(bar, QColor(tones.line))
        if count.total:
            bar.setWidth(round(bar.width() * count.done / count.total))
            painter.fillRect(bar, QColor(mixed(tones.accent, tones.base, 0.75)))
