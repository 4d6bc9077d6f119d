"""A count drawn as a bar of codes: one piece a code, in the legend's order, with its mark and number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.colour import Palette
from ...domain.counts import Tally
from ..models.counts_model import TALLY_ROLE
from ..overriding import override
from ..theme import GAP, MARGIN, shades
from .code_paint import CodeLook, ink_on, paint_ground, paint_mark

_MARK = 9.0


class TallyDelegate(QStyledItemDelegate):
    """Paints the tally of a line.

    Args:
        palette: the file's codes.
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, option.fontMetrics.height() + 2 * GAP)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tones = shades(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tones.selection))
        tally = index.data(TALLY_ROLE)
        if isinstance(tally, Tally) and tally.total:
            box = QRectF(option.rect).adjusted(MARGIN, GAP, -MARGIN, -GAP)
            paint_tally(painter, box, tally, self._palette, tones.base, tones.line)


def paint_tally(painter: QPainter, box: QRectF, tally: Tally, palette: Palette, base: str, line: str) -> None:
    """Draw the codes of a tally side by side, each as wide as its share of the whole."""
    painter.save()
    x, unit = box.left(), box.width() / tally.total
    painter.setPen(QPen(QColor(line)))
    painter.drawRect(box)
    for legend in palette.judgements:
        number = tally.number(legend.code)
        if not number:
            continue
        piece = QRectF(x, box.top(), unit * number, box.height())
        look = CodeLook(legend.fill, False, legend.code, own=legend.own)
        paint_ground(painter, piece.adjusted(0, 0, -1, 0), look, base)
        ink = ink_on(look.ground, base)
        text = str(number)
        wide = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(ink))
        if piece.width() >= wide + _MARK + 3 * GAP:
            paint_mark(painter, QPointF(piece.left() + GAP + _MARK / 2, piece.center().y()), _MARK, look, ink)
            painter.drawText(piece.adjusted(2 * GAP + _MARK, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
        elif piece.width() >= _MARK + 2:
            paint_mark(painter, piece.center(), min(_MARK, piece.width() - 3), look, ink)
        x += unit * number
    painter.restore()
