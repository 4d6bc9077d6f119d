"""Paints a form in the list: name (whole, over two lines where it is long), progress bar, open remarks, hits of the filter."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.colour import mixed
from ...domain.syllables import SOFT_HYPHEN, hyphenated
from ..icons import renderer
from ..models.form_model import FormModel
from ..overriding import override
from ..theme import GAP, MARGIN, Shades, shades
from .focus_ring import paint_focus

_Index = QModelIndex | QPersistentModelIndex
_BAR = 3
_MOST_LINES = 2
_LINES_KEPT = 2000


def lines_of(text: str, metrics: QFontMetrics, room: int, most: int) -> list[str]:
    """A name broken over lines; what does not fit on the last one is left out in its middle, so that names stay apart."""
    lines: list[str] = []
    rest = text
    while len(lines) < most - 1 and metrics.horizontalAdvance(rest) > room:
        fitting = [(line, after) for line, after in _breaks(rest) if metrics.horizontalAdvance(line) <= room]
        if not fitting:
            break
        whole = [(line, after) for line, after in fitting if metrics.horizontalAdvance(after) <= room]
        # Better a broken word than one of which a part is missing.
        broken = (whole or fitting)[0]
        lines.append(broken[0])
        rest = broken[1]
    return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, max(room, 0))]


def _breaks(text: str) -> Iterator[tuple[str, str]]:
    """What may stand on a line and what then comes after it: first the longest lines that end a word, then those that break one."""
    ends = [at for at, letter in enumerate(text) if letter in " -"]
    for at in reversed(ends):
        yield text[: at + 1].rstrip(), text[at + 1 :].lstrip()
    pieces = hyphenated(text).split(SOFT_HYPHEN)
    for count in range(len(pieces) - 1, 0, -1):
        yield "".join(pieces[:count]) + "-", "".join(pieces[count:])


class FormDelegate(QStyledItemDelegate):
    """One form on a line and a half.

    Args:
        model: the forms.
        parent: the list.
    """

    def __init__(self, model: FormModel, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self._model = model
        self._lines: dict[tuple[str, str, int], list[str]] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As many lines as the name takes (two at most), the bar, and air."""
        width = self._list.viewport().width()
        count = len(self._name_lines(option.font, index.row(), width)) if width else 1
        return QSize(120, count * option.fontMetrics.height() + _BAR + 3 * GAP)

    def _name_lines(self, font: QFont, row_0: int, width: int) -> list[str]:
        """The name in bold (as it is when chosen) broken over lines of a row that is so wide."""
        room = width - 2 * (MARGIN + GAP) - self._right_width(font, row_0)
        # Asked for each row at each layout of the list, and again when it is painted.
        key = (self._model.names[row_0], font.key(), room)
        if key not in self._lines:
            if len(self._lines) > _LINES_KEPT:
                self._lines.clear()
            bold = QFont(font)
            bold.setBold(True)
            self._lines[key] = lines_of(key[0], QFontMetrics(bold), room, _MOST_LINES)
        return self._lines[key]

    def _right_width(self, font: QFont, row_0: int) -> int:
        """Pixels of what stands at the right of the name."""
        hits, remarks = self._model.hits(row_0), self._model.open_remarks(row_0)
        if hits is None and not remarks:
            return 0
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(str(hits)) + GAP if hits is not None else 0
        return width + (metrics.horizontalAdvance(str(remarks)) + metrics.height() + 2 * GAP if remarks else 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one form."""
        tones = shades(option.palette)
        rect: QRect = option.rect
        # Asked of the list: the state in `option` has a type of which PySide makes 500 numbers first (5 ms, at start).
        selected = self._list.selectionModel().isSelected(index)
        painter.fillRect(rect, QColor(tones.selection if selected else tones.base))
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tones.accent))
        self._paint_words(painter, rect.adjusted(MARGIN + GAP, GAP, -MARGIN, -GAP), index.row(), tones, selected)
        self._paint_bar(painter, rect.adjusted(MARGIN + GAP, 0, -MARGIN, -GAP - 1), index.row(), tones)
        if self._list.hasFocus() and index == self._list.currentIndex():
            paint_focus(painter, rect, tones)

    def _paint_words(self, painter: QPainter, box: QRect, row_0: int, tones: Shades, selected: bool) -> None:
        metrics = painter.fontMetrics()
        line = QRect(box.left(), box.top(), box.width(), metrics.height())
        hits, count = self._model.hits(row_0), self._model.tally(row_0)
        right = line.right()
        if count.open_remarks:
            right = self._paint_remarks(painter, line, count.open_remarks, tones)
        if hits is not None:
            self._paint_right(painter, line, right, str(hits), tones.text if hits else tones.muted)
        font = painter.font()
        names = self._name_lines(font, row_0, box.width() + 2 * (MARGIN + GAP))
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(QColor(tones.muted if hits == 0 else tones.text))
        for name in names:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            line.translate(0, metrics.height())
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
