"""A judgement with its word: mark and word on the ground that `delegates.code_paint` draws."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ..domain.colour import Palette
from ..domain.fiche import Entry
from .code_words import code_word, unknown_colour_word
from .delegates.code_paint import CodeLook, ink_on, look_of, paint_mark
from .theme import GAP

_UNKNOWN = "unknown"
"""A code that no legend has: its mark is the diamond."""


def known_look(entry: Entry, palette: Palette) -> CodeLook:
    """The look of an entry, in which a colour that is near none of the legend has a mark of its own."""
    look = look_of(entry, palette)
    if entry.code is None and entry.shade is not None:
        return CodeLook(look.ground, look.hatched, _UNKNOWN)
    return look


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
    word = unknown_colour_word() if look.code == _UNKNOWN else code_word(palette, look.code)
    word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(rect.width() - side - 3 * GAP, 0))
    width = min(side + 4 * GAP + metrics.horizontalAdvance(word), rect.width())
    patch = QRect(rect.left(), rect.top() + (rect.height() - metrics.height()) // 2, width, metrics.height())
    if look.hatched:
        painter.fillRect(patch.adjusted(GAP // 2, -1, 0, 1), QColor(look.ground))
    ink = ink_on(look.ground, look.ground)
    centre = QPointF(patch.left() + GAP + side / 2, patch.top() + patch.height() / 2)
    paint_mark(painter, centre, side, CodeLook(look.ground, code=look.code), ink)
    painter.setPen(QColor(ink))
    painter.drawText(patch.adjusted(side + 2 * GAP + GAP // 2, 0, GAP, 0), Qt.AlignmentFlag.AlignVCenter, word)
