"""Cells of the matrix with their text, as pictures that are made once and copied into place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from ..delegates.code_paint import ink_on, paint_ground, paint_mark
from ..delegates.wrapped_text import paint_wrapped
from ..models.matrix_model import MatrixModel
from ..theme import GAP, MARGIN, Shades

_MARK_SIZE = 11.0
_MOST = 400
"""How many pictures are kept before all are dropped."""


class TextTiles:
    """The pictures of one matrix.

    Args:
        model: what the cells hold.
    """

    def __init__(self, model: MatrixModel) -> None:
        self._model = model
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def clear(self) -> None:
        """Forget them: a text, a font or a colour is another one."""
        self._made.clear()

    def tile(self, cell: tuple[int, int], size: tuple[int, int], font: QFont, tones: Shades, ratio: float) -> QPixmap:
        """The picture of a cell (0-based row and column) in logical pixels, at a device pixel ratio."""
        key = (cell, size, ratio)
        made = self._made.get(key)
        if made is None:
            if len(self._made) > _MOST:
                self._made.clear()
            made = self._made[key] = self._make(cell, size, font, tones, ratio)
        return made

    def _make(self, cell: tuple[int, int], size: tuple[int, int], font: QFont, tones: Shades, ratio: float) -> QPixmap:
        entry, look = self._model.entry(*cell), self._model.look(*cell)
        assert entry is not None, "only entries are painted as text"
        assert look is not None, "every entry has a look"
        width, height = size
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setFont(font)
        box = QRectF(0, 0, width, height)
        ink = ink_on(look.ground, tones.base)
        paint_ground(painter, box, look, tones.base)
        inner = box.adjusted(MARGIN, GAP, -MARGIN, -GAP)
        if look.code is not None:
            paint_mark(painter, inner.topLeft() + QPointF(5, 8), _MARK_SIZE, look, ink)
            inner.adjust(_MARK_SIZE + MARGIN, 0, 0, 0)
        if look.hatched and look.ground and entry.text:
            ground = QColor(look.ground)
            ground.setAlphaF(0.82)
            painter.fillRect(inner, ground)
        painter.setPen(QColor(ink))
        paint_wrapped(painter, inner, entry.text.plain.strip(), font)
        painter.end()
        return picture
