"""How a judgement is drawn everywhere: colour of the file's legend, mark, word, hatching.

Marks are drawn as shapes rather than letters, so that they look the same in each font and at each size.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from trajecto_desktop.domain.colour import (
    ADDITIONAL,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
    Palette,
    mixed,
    readable_on,
)
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.ui.code_words import code_word, unknown_colour_word
from trajecto_desktop.ui.theme import GAP

_HATCH_STEP = 7
_HATCH_SHARE = 0.45
_STROKE_SHARE = 0.16


def fill_of(palette: Palette, entry: Entry) -> str | None:
    """The ground of an entry's judgement as `#RRGGBB`: the legend's own colour, or the unknown shade; or nothing."""
    legend = palette.get(entry.code)
    return legend.fill if legend is not None else entry.shade


def paint_ground(painter: QPainter, rect: QRect, fill: str, hatched: bool) -> None:
    """Fill with a code's colour, with lines across it when the entry is hatched."""
    painter.fillRect(rect, QColor(fill))
    if hatched:
        paint_hatching(painter, rect, fill)


def paint_hatching(painter: QPainter, rect: QRect, fill: str) -> None:
    """Diagonal lines in a darker or lighter tone of the fill."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(mixed(readable_on(fill), fill, _HATCH_SHARE)), 1.2))
    bottom, height = rect.bottom() + 1, rect.height() + 1
    # Lines start on a grid of the device, so that neighbouring cells line up.
    first = rect.left() - height - (rect.left() + bottom) % _HATCH_STEP
    for x in range(first, rect.right() + 1, _HATCH_STEP):
        painter.drawLine(x, bottom, x + height, bottom - height)
    painter.restore()


def paint_mark(painter: QPainter, box: QRectF, code: str | None, colour: str) -> None:
    """Draw the mark of a code in a square box: ● ◐ ○ ? – ＋, a diamond for a code of the file's own, nothing for none."""
    if code is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    stroke = max(side * _STROKE_SHARE, 1.2)
    square = QRectF(0, 0, side - stroke, side - stroke)
    square.moveCenter(box.center())
    pen = QPen(QColor(colour), stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES.get(code, _diamond)(painter, square, QColor(colour))
    painter.restore()


def _full(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(square)


def _half(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.drawEllipse(square)
    path = QPainterPath(square.center())
    path.arcTo(square, 90, 180)
    painter.fillPath(path, colour)


def _hollow(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    painter.drawEllipse(square)


def _question(painter: QPainter, square: QRectF, colour: QColor) -> None:
    font = painter.font()
    font.setBold(True)
    font.setPixelSize(max(round(square.height() * 1.25), 6))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(square.adjusted(-8, -8, 8, 8), Qt.AlignmentFlag.AlignCenter, "?")


def _dash(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    middle = square.center().y()
    painter.drawLine(QPointF(square.left(), middle), QPointF(square.right(), middle))


def _plus(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    centre = square.center()
    painter.drawLine(QPointF(square.left(), centre.y()), QPointF(square.right(), centre.y()))
    painter.drawLine(QPointF(centre.x(), square.top()), QPointF(centre.x(), square.bottom()))


def _diamond(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    centre = square.center()
    painter.drawPolygon(
        [
            QPointF(centre.x(), square.top()),
            QPointF(square.right(), centre.y()),
            QPointF(centre.x(), square.bottom()),
            QPointF(square.left(), centre.y()),
        ]
    )


_SHAPES = {
    PARALLEL: _full,
    PARTIAL: _half,
    NOT_PARALLEL: _hollow,
    UNCLEAR: _question,
    NO_PROVISION: _dash,
    ADDITIONAL: _plus,
}

UNKNOWN = "unknown"
"""Passed to `paint_mark` for a colour that is near no legend colour: drawn as a diamond."""


def mark_size(metrics: QFontMetrics) -> int:
    """Side of a mark beside text of this size, in pixels."""
    return round(metrics.ascent() * 0.85)


def paint_mark_and_word(painter: QPainter, rect: QRect, palette: Palette, code: str, fill: str, hatched: bool) -> None:
    """A code's mark and word on its ground, from the left edge of `rect`, centred vertically.

    Where the ground is hatched, mark and word stand on a plain patch so that they read well.
    """
    metrics = painter.fontMetrics()
    side = mark_size(metrics)
    word = unknown_colour_word() if code == UNKNOWN else code_word(palette, code)
    room = rect.width() - side - 4 * GAP
    word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(room, 0))
    width = min(side + 2 * GAP + metrics.horizontalAdvance(word) + 2 * GAP, rect.width())
    patch = QRect(rect.left(), rect.top() + (rect.height() - metrics.height()) // 2, width, metrics.height())
    if hatched:
        painter.fillRect(patch.adjusted(GAP // 2, -1, 0, 1), QColor(fill))
    ink = readable_on(fill)
    box = QRectF(patch.left() + GAP, patch.center().y() - side / 2 + 0.5, side, side)
    paint_mark(painter, box, code, ink)
    painter.setPen(QColor(ink))
    text_rect = patch.adjusted(side + 2 * GAP + GAP // 2, 0, GAP, 0)
    painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
