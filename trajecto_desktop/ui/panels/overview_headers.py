"""The two frozen headers of the matrix: form names that never overlap, and characteristics under their groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView

from ..delegates.wrapped_text import paint_wrapped
from ..models.matrix_model import Line, LineKind, MatrixModel
from ..overriding import override
from ..theme import GAP, MARGIN, shades

_MAX_NAME = 190
"""No header grows higher than this many pixels at 100 %; longer names end in an ellipsis, whole in the tooltip."""


_SMALLEST = 7
"""Letters of names over narrow columns, in pixels."""
_SMALLER = 0.9
"""Titles of groups over low rows, as a part of the text size."""
_MOST_OF_HEIGHT, _MOST_OF_WIDTH = 0.22, 0.36
"""How much of the matrix the headers may take."""


class FormHeader(QHeaderView):
    """Names over the columns: lying where they fit, upright where columns are narrow."""

    def __init__(self, view: QTableView, matrix: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._matrix = matrix
        self._measured: tuple[list[Line], str, int] | None = None
        self.fitted = False
        """Whether the whole matrix stands on one screen: the rows need what they can get."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)

    @property
    def upright(self) -> bool:
        """Whether the names stand upright now."""
        return self.defaultSectionSize() < self.fontMetrics().averageCharWidth() * 12

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        if not self.upright:
            return QSize(0, metrics.lineSpacing() * 2 + 2 * MARGIN)
        longest = self._longest_title()
        view = self.parent()
        # On a low screen the rows come first.
        share = _MOST_OF_HEIGHT if self.fitted else _MOST_OF_HEIGHT * 1.6
        room = round(view.height() * share) - 2 * MARGIN if isinstance(view, QTableView) else _MAX_NAME
        return QSize(0, min(longest, _MAX_NAME * metrics.height() // 15, max(room, 3 * metrics.height())) + 2 * MARGIN)

    def _longest_title(self) -> int:
        """Pixels of the longest name; asked at each layout, and measured when names or letters are other ones."""
        key = (self._matrix.columns, self.font().key())
        if self._measured is None or self._measured[0] is not key[0] or self._measured[1] != key[1]:
            advance = self.fontMetrics().horizontalAdvance
            self._measured = (*key, max((advance(line.title) for line in self._matrix.columns), default=0))
        return self._measured[2]

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        # The title of the counts stays at the right, as they do.
        last = len(self._matrix.columns) - 1
        width = self.sectionSize(last)
        left = min(self.sectionViewportPosition(last), self.viewport().width() - width)
        painter = QPainter(self.viewport())
        self.paintSection(painter, QRect(left, 0, width, self.viewport().height()), last)
        painter.end()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        tones = shades(self.palette())
        line = self._matrix.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(tones.heading))
        painter.setPen(QPen(QColor(tones.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if rect.width() > GAP * 2:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        font = self.font()
        font.setBold(logicalIndex == self._current_section())
        painter.setFont(font)
        painter.setPen(QColor(tones.text))
        metrics = QFontMetrics(font)
        if self.upright:
            if rect.width() < metrics.height():
                # Names as large as the columns are wide, down to what can just be read.
                font.setPixelSize(max(rect.width() - 1, _SMALLEST))
                painter.setFont(font)
                metrics = QFontMetrics(font)
            if rect.width() >= metrics.ascent() - 1:
                painter.translate(rect.left() + rect.width() / 2, rect.bottom() - MARGIN + GAP)
                painter.rotate(-90)
                room = rect.height() - MARGIN
                # In the middle: names that begin alike stay apart.
                text = metrics.elidedText(line.title, Qt.TextElideMode.ElideMiddle, room)
                painter.drawText(QPoint(0, (metrics.ascent() - metrics.descent()) // 2), text)
        else:
            box = rect.adjusted(GAP, GAP, -GAP, -GAP)
            paint_wrapped(painter, QRectF(box), line.title, font, Qt.AlignmentFlag.AlignCenter)
        painter.restore()

    def _current_section(self) -> int:
        view = self.parent()
        return view.currentIndex().column() if isinstance(view, QTableView) else -1


class CharacteristicHeader(QHeaderView):
    """Wordings beside the rows, with group headings that fold.

    The wording is shown as far as the row is high; the whole of it is in the tooltip.
    """

    fold_toggled = Signal(str)
    """A click on this group's heading."""

    def __init__(self, view: QTableView, matrix: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._matrix = matrix
        self.folded: set[str] = set()
        self.wide = 260
        self.count_top: Callable[[], int] = lambda: self.sectionViewportPosition(len(matrix.rows) - 1)
        """Where the counts of the columns lie now."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(2)
        self.setHighlightSections(True)
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self._on_clicked)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.wide_here, 0)

    @property
    def wide_here(self) -> int:
        """Pixels it takes: no more than its part of a narrow screen."""
        view = self.parent()
        return min(self.wide, round(view.width() * _MOST_OF_WIDTH)) if isinstance(view, QTableView) else self.wide

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.defaultSectionSize() < self.fontMetrics().ascent():
            self._paint_groups_over_rows()
        # The title of the counts stays below, as they do.
        last = len(self._matrix.rows) - 1
        height = self.sectionSize(last)
        painter = QPainter(self.viewport())
        self.paintSection(painter, QRect(0, self.count_top(), self.viewport().width(), height), last)
        painter.end()

    def _paint_groups_over_rows(self) -> None:
        """Where rows are too low for their wording, write the titles of groups over the rows that belong to them."""
        painter = QPainter(self.viewport())
        tones = shades(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(tones.base))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        tops = [
            (self.sectionViewportPosition(i), row.title)
            for i, row in enumerate(self._matrix.rows)
            if row.kind is LineKind.GROUP
        ]
        for top, _ in tops:
            painter.fillRect(0, top, self.width(), 1, QColor(tones.line))
        painter.setPen(QColor(tones.text))
        for top, title in self._titles_with_room(tops, metrics.height()):
            text = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, self.width() - 2 * MARGIN)
            # Its own ground under the title, so that the lines of low groups do not run through it.
            box = QRect(MARGIN, top + 1, metrics.horizontalAdvance(text), metrics.height() - 1)
            painter.fillRect(box, QColor(tones.base))
            painter.drawText(QPoint(MARGIN, top + metrics.ascent()), text)
        painter.end()

    def _titles_with_room(self, tops: list[tuple[int, str]], height: int) -> list[tuple[int, str]]:
        """The titles that can stand without lying over each other, those of the highest groups first."""
        end = self.viewport().height()
        ends = [*(top for top, _ in tops[1:]), end]
        by_height = sorted(range(len(tops)), key=lambda at: tops[at][0] - ends[at])
        taken: list[tuple[int, str]] = []
        for at in by_height:
            top, title = tops[at]
            if top + height <= end and all(abs(top - other) >= height for other, _ in taken):
                taken.append((top, title))
        return taken

    def _on_clicked(self, section: int) -> None:
        line = self._matrix.rows[section]
        if line.kind is LineKind.GROUP:
            self.fold_toggled.emit(line.key)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        tones = shades(self.palette())
        line = self._matrix.rows[logicalIndex]
        strong = line.kind is not LineKind.CHARACTERISTIC and line.kind is not LineKind.FORM
        painter.save()
        painter.fillRect(rect, QColor(tones.heading if strong else tones.base))
        painter.setPen(QPen(QColor(tones.line)))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if rect.height() > GAP * 2:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = self.font()
        font.setBold(strong or logicalIndex == self._current_section())
        metrics = QFontMetrics(font)
        if rect.height() >= metrics.ascent():
            painter.setFont(font)
            painter.setPen(QColor(tones.text))
            box = rect.adjusted(MARGIN * (2 if strong else 3), 1, -MARGIN, -1)
            if line.kind is LineKind.GROUP:
                self._paint_fold(painter, rect, line.key, tones.muted)
            paint_wrapped(painter, QRectF(box), line.title, font, Qt.AlignmentFlag.AlignVCenter)
        painter.restore()

    def _paint_fold(self, painter: QPainter, rect: QRect, group: str, colour: str) -> None:
        x, y = rect.left() + MARGIN, rect.center().y()
        shut = [(0, -4), (5, 0), (0, 4)]
        opened = [(-1, -2), (7, -2), (3, 3)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        points = shut if group in self.folded else opened
        shape = QPolygonF(QRectF())
        shape.clear()
        for dx, dy in points:
            shape.append(QPoint(x + dx, y + dy))
        painter.drawPolygon(shape)
        painter.restore()

    def _current_section(self) -> int:
        view = self.parent()
        return view.currentIndex().row() if isinstance(view, QTableView) else -1
