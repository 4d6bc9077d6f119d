"""The ring around what has the keyboard: seen on every ground, also on the colours of a file."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ...domain.colour import contrast, readable_on
from ..theme import Shades

_SEEN = 3.0
"""Source: WCAG 2.2, 1.4.11."""


def paint_focus(painter: QPainter, box: QRect, tones: Shades, ground: str | None = None) -> None:
    """Paint the ring just inside a box.

    Args:
        painter: what to draw with.
        box: the pixels of the cell or button.
        tones: the window's colours.
        ground: what lies under it, where that is none of the window's own grounds.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tones.focus), 2))
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    if ground is not None and contrast(tones.focus, ground) < _SEEN:
        painter.setPen(QPen(QColor(readable_on(ground)), 1))
        painter.drawRect(box.adjusted(2, 2, -3, -3))
