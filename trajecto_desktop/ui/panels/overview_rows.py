"""How the entries of the matrix are painted: pictures that are made once, copied into place, row by row.

With all colours on one screen that is tens of thousands of cells for one picture: what is the same for all of them is asked once.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from ..delegates.code_paint import CodeLook, CodeTiles
from ..models.matrix_model import LineKind, MatrixModel
from ..theme import GAP, Shades, zoomed
from .overview_tiles import TextTiles

_TEXT_WIDTH = 88
"""Cells narrower than this many pixels, at normal text, show marks and no text."""
_FAINT = 0.7
"""How much of the ground lies over an entry that does not fit the filter."""


class RowPainter:
    """Paints rows for one picture of the view.

    Args:
        view: whose cells.
        model: what stands in them.
        tiles: pictures of judgements.
        texts: pictures of texts.
        columns: the columns to paint.
        tones: light or dark.
    """

    def __init__(
        self,
        view: QTableView,
        model: MatrixModel,
        tiles: CodeTiles,
        texts: TextTiles,
        columns: Sequence[int],
        tones: Shades,
    ) -> None:
        self._view, self._model, self._tiles, self._texts, self._tones = view, model, tiles, texts, tones
        last = len(model.columns) - 1
        # Counts lie over the cells.
        self._spans = [
            (column_0, view.columnViewportPosition(column_0), view.columnWidth(column_0))
            for column_0 in columns
            if column_0 != last
        ]
        self._columns = [column_0 for column_0, _, _ in self._spans]
        self._ratio = view.devicePixelRatioF()
        self._font = view.font()
        self._text_width = zoomed(_TEXT_WIDTH, self._font)
        self._text_height = 2 * view.fontMetrics().lineSpacing()
        self._made: dict[tuple[int, int, int], QPixmap] = {}
        self._faint = QColor(tones.base)
        self._faint.setAlphaF(_FAINT)

    def paint(self, painter: QPainter, row_0: int, fitting: set[tuple[str, str]] | None, different: bool) -> None:
        """Paint one row.

        Args:
            painter: of the viewport.
            row_0: which.
            fitting: entries that fit the filter; the others are painted faint.
            different: whether to mark the row's start.
        """
        y, height = self._view.rowViewportPosition(row_0), self._view.rowHeight(row_0)
        kind = self._model.rows[row_0].kind
        if kind is LineKind.GROUP:
            painter.fillRect(0, y, self._view.viewport().width(), height, QColor(self._tones.heading))
        if kind in (LineKind.GROUP, LineKind.COUNT):
            return
        places = self._model.places(row_0, self._columns)
        gap = 1 if height > 2 * GAP else 0
        for (column_0, x, width), place in zip(self._spans, places, strict=True):
            if width >= self._text_width and height >= self._text_height:
                size = (width - 1, height - 1)
                tile = self._texts.tile((row_0, column_0), size, self._font, self._tones, self._ratio)
            else:
                across = 1 if width > 2 * GAP else 0
                tile = self._tile(self._model.look_at(place), width - across, height - gap)
            painter.drawPixmap(QPoint(x, y), tile)
            if fitting is not None and place not in fitting:
                painter.fillRect(x, y, width, height, self._faint)
        if different:
            painter.fillRect(0, y, GAP, height - gap, QColor(self._tones.accent))

    def _tile(self, look: CodeLook, width: int, height: int) -> QPixmap:
        """The picture of a look; the model keeps one object for all entries that look the same."""
        key = (id(look), width, height)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._tiles.tile(look, width, height, self._tones.base, self._ratio)
        return made
