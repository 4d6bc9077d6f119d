"""The buttons with which an entry is judged: colour, mark, word and key number of each code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ...domain.colour import LegendEntry, Palette, mixed, readable_on
from ...domain.fiche import EMPTY_ENTRY, Entry
from ..code_words import code_word
from ..delegates.code_paint import CodeLook, mark_size, paint_ground, paint_mark_and_word
from ..delegates.focus_ring import paint_focus
from ..overriding import override
from ..theme import GAP, MARGIN, shades

_COLUMNS = 2


class _JudgementButton(QAbstractButton):
    """A checkable button that paints its own ground."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__()
        self.setText(text)
        self._key = key
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @override
    def sizeHint(self) -> QSize:
        """A line with air around it."""
        return QSize(96, self.fontMetrics().height() + 2 * MARGIN - GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        """The grid may make it narrower than its words only where nothing else is left."""
        return QSize(24, self.sizeHint().height())

    @property
    def needed_width(self) -> int:
        """Pixels that mark, word and key number take."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self.text()) + mark_size(metrics) + 4 * GAP + 2 * MARGIN + 1

    @override
    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def _paint_frame(self, painter: QPainter, ground: str) -> None:
        """The key number at the right, and what the button's state asks for."""
        tones = shades(self.palette())
        rect = self.rect()
        painter.setPen(QColor(readable_on(ground)))
        painter.drawText(
            rect.adjusted(0, 0, -MARGIN, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._key
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tones.border if not self.underMouse() else tones.text), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if self.isChecked():
            painter.setPen(QPen(QColor(readable_on(ground)), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        if self.hasFocus():
            paint_focus(painter, rect, tones, ground)


class CodeButton(_JudgementButton):
    """One code of the legend."""

    def __init__(self, palette: Palette, legend: LegendEntry, key: str) -> None:
        super().__init__(code_word(palette, legend.code), key)
        self._palette, self._legend = palette, legend
        self.setToolTip(f"{' '.join(legend.label.split())} ({key})" if key else legend.label)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as the code is painted in the table."""
        painter = QPainter(self)
        look = CodeLook(self._legend.fill, code=self._legend.code, own=self._legend.own)
        paint_ground(painter, QRectF(self.rect()), look, self._legend.fill)
        box = self.rect().adjusted(GAP, 0, -2 * MARGIN, 0)
        paint_mark_and_word(painter, box, self._palette, look)
        self._paint_frame(painter, self._legend.fill)
        painter.end()


class PlainButton(_JudgementButton):
    """ "No code", or hatching, which is drawn as hatching."""

    def __init__(self, text: str, key: str, hatched: bool = False) -> None:
        super().__init__(text, key)
        self._hatched = hatched

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint on the ground of a text field."""
        painter = QPainter(self)
        tones = shades(self.palette())
        ground = mixed(tones.text, tones.base, 0.12) if self._hatched else tones.base
        paint_ground(painter, QRectF(self.rect()), CodeLook(ground, self._hatched), ground)
        metrics = self.fontMetrics()
        patch = QRect(GAP, 0, metrics.horizontalAdvance(self.text()) + 2 * GAP, metrics.height())
        patch.moveTop((self.height() - patch.height()) // 2)
        painter.fillRect(patch, QColor(ground))
        key_patch = QRect(self.width() - 2 * MARGIN - GAP, patch.top(), 2 * MARGIN, patch.height())
        painter.fillRect(key_patch, QColor(ground))
        painter.setPen(QColor(tones.text))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_frame(painter, ground)
        painter.end()


class CodeButtons(QWidget):
    """All codes of the legend, no code, and hatching.

    Args:
        palette: the file's codes.
    """

    code_chosen = Signal(object)
    """A code's id, or `None`."""
    hatching_chosen = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        self._buttons: dict[str | None, _JudgementButton] = {}
        for number, legend in enumerate(palette.judgements):
            key = str(number + 1) if number < 9 else ""
            button = CodeButton(palette, legend, key)
            button.clicked.connect(lambda _checked=False, code=legend.code: self.code_chosen.emit(code))
            self._buttons[legend.code] = button
        none = PlainButton(code_word(palette, None), "0")
        none.clicked.connect(lambda: self.code_chosen.emit(None))
        self._buttons[None] = none
        self._hatch = PlainButton(QCoreApplication.translate("CodeButtons", "hatching"), "H", hatched=True)
        self._hatch.setToolTip(
            QCoreApplication.translate("CodeButtons", "Only in part, or specified in a following row (H)")
        )
        self._hatch.clicked.connect(self.hatching_chosen)
        self._arrange(_COLUMNS)
        self.show_entry(EMPTY_ENTRY)

    def _arrange(self, columns: int, widths: Sequence[int] = ()) -> None:
        """Lay the buttons out in so many columns, each at least so wide."""
        for column in range(_COLUMNS):
            self._grid.setColumnMinimumWidth(column, widths[column] if column < len(widths) else 0)
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate((*self._buttons.values(), self._hatch)):
            self._grid.addWidget(button, number // columns, number % columns)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two beside each other as long as no word is cut off: in halves, else each column as wide as its words."""
        super().resizeEvent(event)
        buttons = (*self._buttons.values(), self._hatch)
        room = event.size().width() - (_COLUMNS - 1) * GAP
        widths = [max(button.needed_width for button in buttons[at::_COLUMNS]) for at in range(_COLUMNS)]
        if max(widths) * _COLUMNS <= room:
            widths = []
        if sum(widths) <= room:
            self._arrange(_COLUMNS, widths)
        else:
            self._arrange(1)

    @property
    def first_button(self) -> QWidget:
        """The button of the first code."""
        return next(iter(self._buttons.values()))

    def show_entry(self, entry: Entry) -> None:
        """Mark what the entry has."""
        for code, button in self._buttons.items():
            button.setChecked(code == entry.code and (code is not None or entry.shade is None))
        self._hatch.setChecked(entry.hatched)
