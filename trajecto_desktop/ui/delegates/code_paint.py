"""How a colour code is drawn: ground, hatching, mark and word, the same in every place of the window.

A code is never colour alone: its mark is drawn beside it, and hatching is drawn as lines. Marks are shapes, not
glyphs, so that they look the same under every font and system.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from ...domain.colour import (
    ADDITIONAL,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
    Palette,
    contrast,
    mixed,
    own_outline,
    readable_on,
)
from ...domain.fiche import Entry
from ...values import dataclass
from ..code_words import code_word, unknown_colour_word
from ..theme import GAP

UNKNOWN = "unknown"
"""Stands for a colour that no legend has: its mark is the diamond."""
_LINE_GAP = 6.0


@dataclass(frozen=True, slots=True)
class CodeLook:
    """What is drawn for an entry's judgement."""

    ground: str | None
    """`#RRGGBB`, or nothing for a cell without colour."""
    hatched: bool = False
    code: str | None = None
    filled: bool = False
    """Whether there is a text without a code: shown as two thin lines, so that it is not taken for empty."""
    own: int = 0
    """Of a code of the file's own: which it is of them, 0-based."""


def look_of(entry: Entry, palette: Palette) -> CodeLook:
    """The look of an entry: the very shade in the file when it has one of its own.

    A colour that is near none of the legend has a mark of its own: colour is never alone.
    """
    if entry.code is None and entry.shade is not None:
        return CodeLook(entry.shade, entry.hatched, UNKNOWN)
    legend = palette.get(entry.code)
    ground = entry.shade or (legend.fill if legend is not None else None)
    own = legend.own if legend is not None else 0
    return CodeLook(ground, entry.hatched, entry.code, entry.filled and entry.code is None, own)


def ink_on(ground: str | None, base: str) -> str:
    """Black or white, whichever reads better on the ground, or on `base` where there is none."""
    return readable_on(ground or base)


def paint_ground(painter: QPainter, box: QRectF, look: CodeLook, base: str) -> None:
    """Fill the box with the code's colour and hatching."""
    painter.fillRect(box, QColor(look.ground or base))
    if look.hatched and look.ground:
        _paint_hatching(painter, box, look.ground)


def _paint_hatching(painter: QPainter, box: QRectF, ground: str) -> None:
    ink = ink_on(ground, ground)
    line = next((c for c in (mixed(ink, ground, s / 10) for s in range(3, 11)) if contrast(c, ground) >= 2.2), ink)
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(QColor(line), 1.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += _LINE_GAP
    painter.restore()


def paint_mark(painter: QPainter, centre: QPointF, size: float, look: CodeLook, ink: str) -> None:
    """Draw the mark of a code around a point; `size` is the diameter in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(ink)
    pen = QPen(colour, max(1.2, size / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = size / 2
    circle = QRectF(centre.x() - radius, centre.y() - radius, size, size)
    if look.hatched and look.ground:
        # A quiet disc of the ground under the mark: the lines must not run through it.
        halo = circle.adjusted(-2, -2, 2, 2)
        painter.fillPath(_round(halo), QColor(look.ground))
    match look.code:
        case None:
            if look.filled:
                _paint_lines(painter, centre, size, colour)
        case c if c == PARALLEL:
            painter.setBrush(QBrush(colour))
            painter.drawEllipse(circle)
        case c if c == PARTIAL:
            painter.drawEllipse(circle)
            painter.setBrush(QBrush(colour))
            painter.drawPie(circle, 90 * 16, 180 * 16)
        case c if c == NOT_PARALLEL:
            painter.drawEllipse(circle)
        case c if c == UNCLEAR:
            _paint_question(painter, centre, size)
        case c if c == NO_PROVISION:
            painter.drawLine(QPointF(circle.left(), centre.y()), QPointF(circle.right(), centre.y()))
        case c if c == ADDITIONAL:
            painter.drawLine(QPointF(circle.left(), centre.y()), QPointF(circle.right(), centre.y()))
            painter.drawLine(QPointF(centre.x(), circle.top()), QPointF(centre.x(), circle.bottom()))
        case _:
            # A colour that no legend has is drawn open, a code of the file's own filled.
            if look.code != UNKNOWN:
                painter.setBrush(QBrush(colour))
                painter.setPen(Qt.PenStyle.NoPen)
            outline = own_outline(0 if look.code == UNKNOWN else look.own)
            painter.drawPolygon([QPointF(centre.x() + radius * x, centre.y() + radius * y) for x, y in outline])
    painter.restore()


def mark_size(metrics: QFontMetrics) -> int:
    """Side of a mark beside text of this size, in pixels."""
    return round(metrics.ascent() * 0.85)


def paint_mark_and_word(painter: QPainter, rect: QRect, palette: Palette, look: CodeLook) -> None:
    """A code's mark and word from the left edge of `rect`, centred vertically.

    Where the ground is hatched they stand on a plain patch, so that they read well.
    """
    if look.ground is None:
        return
    metrics, side = painter.fontMetrics(), mark_size(painter.fontMetrics())
    word = unknown_colour_word() if look.code == UNKNOWN else code_word(palette, look.code)
    room = max(rect.width() - side - 3 * GAP, 0)
    # A letter and three dots say less than the mark alone.
    word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room) if room > 3 * metrics.averageCharWidth() else ""
    width = min(side + 4 * GAP + metrics.horizontalAdvance(word), rect.width())
    patch = QRect(rect.left(), rect.top() + (rect.height() - metrics.height()) // 2, width, metrics.height())
    if look.hatched:
        painter.fillRect(patch.adjusted(GAP // 2, -1, 0, 1), QColor(look.ground))
    ink = ink_on(look.ground, look.ground)
    centre = QPointF(patch.left() + GAP + side / 2, patch.top() + patch.height() / 2)
    paint_mark(painter, centre, side, CodeLook(look.ground, code=look.code, own=look.own), ink)
    painter.setPen(QColor(ink))
    painter.drawText(patch.adjusted(side + 2 * GAP + GAP // 2, 0, GAP, 0), Qt.AlignmentFlag.AlignVCenter, word)


def _paint_lines(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
    """Two thin lines of writing: there is a text, but no code."""
    faint = QColor(colour)
    faint.setAlphaF(0.55)
    for shift, share in ((-2.5, 1.0), (1.5, 0.6)):
        painter.fillRect(QRectF(centre.x() - size / 2, centre.y() + shift, size * share, 1), faint)


def _round(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(box)
    return path


def _paint_question(painter: QPainter, centre: QPointF, size: float) -> None:
    """A question mark as strokes: a hook and a dot."""
    unit = size / 10
    path = QPainterPath(QPointF(centre.x() - 2.6 * unit, centre.y() - 2.2 * unit))
    path.cubicTo(
        QPointF(centre.x() - 2.6 * unit, centre.y() - 6.2 * unit),
        QPointF(centre.x() + 3.2 * unit, centre.y() - 6.2 * unit),
        QPointF(centre.x() + 3.0 * unit, centre.y() - 2.2 * unit),
    )
    path.cubicTo(
        QPointF(centre.x() + 2.8 * unit, centre.y() - 0.2 * unit),
        QPointF(centre.x(), centre.y() - 0.2 * unit),
        QPointF(centre.x(), centre.y() + 2.0 * unit),
    )
    painter.drawPath(path)
    painter.setBrush(QBrush(painter.pen().color()))
    painter.drawEllipse(QPointF(centre.x(), centre.y() + 4.8 * unit), 0.5 * unit, 0.5 * unit)


class CodeTiles:
    """Ready-made pictures of judgements, one per look and size, so that painting a matrix is copying pictures.

    Args:
        limit: how many pictures are kept before all are dropped.
    """

    def __init__(self, limit: int = 2048) -> None:
        self._tiles: dict[tuple[CodeLook, int, int, str, float, bool], QPixmap] = {}
        self._limit = limit

    def tile(self, look: CodeLook, width: int, height: int, base: str, ratio: float, *, mark: bool = True) -> QPixmap:
        """The picture of a look in logical pixels, at a device pixel ratio; the mark stands in the middle."""
        key = (look, width, height, base, ratio, mark)
        made = self._tiles.get(key)
        if made is None:
            if len(self._tiles) >= self._limit:
                self._tiles.clear()
            made = self._tiles[key] = self._make(look, width, height, base, ratio, mark)
        return made

    def _make(self, look: CodeLook, width: int, height: int, base: str, ratio: float, mark: bool) -> QPixmap:
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        box = QRectF(0, 0, width, height)
        paint_ground(painter, box, look, base)
        size = min(12.0, min(width, height) - 5.0)
        if mark and size >= 4 and (look.code is not None or look.filled):
            paint_mark(painter, box.center(), size, look, ink_on(look.ground, base))
        painter.end()
        return picture
