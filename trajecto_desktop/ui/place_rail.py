"""The rail at the left with which one goes from place to place; where room is scarce it shows icons alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .delegates.focus_ring import paint_focus
from .icons import renderer
from .overriding import override
from .panels.place import PlaceSpec
from .theme import GAP, MARGIN, shades

_ICON = 24
_COMPACT = 40
"""Side of a place that shows its icon alone, in logical pixels: still a comfortable target (WCAG 2.2, 2.5.8: 24)."""


class PlaceButton(QToolButton):
    """One place: its icon over its name (or alone), a bar at its left when it is the current one."""

    def __init__(self, spec: PlaceSpec) -> None:
        super().__init__()
        self._icon_name = spec.icon
        self._badge = ""
        self._compact = False
        self.setCheckable(True)
        self.setAutoRaise(True)
        self._spec = spec
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def retranslate(self) -> None:
        """Say the name in the language of now."""
        title = QCoreApplication.translate("Places", self._spec.title)
        keys = QKeySequence(self._spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(f"{title} ({keys})")

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the name is in the tooltip and read aloud."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_badge(self, text: str) -> None:
        """Show a small number beside the icon; none when empty."""
        self._badge = text
        self.setAccessibleDescription(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the title, on the grid; a square for the icon alone."""
        return QSize(_COMPACT, _COMPACT) if self._compact else self.full_size()

    @override
    def minimumSizeHint(self) -> QSize:
        """The window may always become so low that only icons fit."""
        return QSize(self.sizeHint().width(), min(_COMPACT, self.sizeHint().height()))

    def full_size(self) -> QSize:
        """The size with the title below the icon."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * MARGIN + GAP, _ICON + metrics.height() + 3 * MARGIN)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the palette's own colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = shades(self.palette())
        colour = tones.text if self.isEnabled() else tones.muted
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(tones.base))
            painter.fillRect(0, 0, 3, self.height(), QColor(tones.accent))
        content = _ICON if self._compact else _ICON + GAP + self.fontMetrics().height()
        top = (self.height() - content) // 2
        icon_box = QRectF((self.width() - _ICON) / 2, top, _ICON, _ICON)
        renderer(self._icon_name, colour).render(painter, icon_box)
        if not self._compact:
            painter.setPen(QColor(colour))
            text_box = QRect(0, top + _ICON + GAP, self.width(), self.fontMetrics().height())
            painter.drawText(text_box, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_badge(painter, icon_box)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(3, 2, -2, -2), tones)
        painter.end()

    def _paint_badge(self, painter: QPainter, icon_box: QRectF) -> None:
        if not self._badge:
            return
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        width = max(painter.fontMetrics().horizontalAdvance(self._badge) + 2 * GAP, painter.fontMetrics().height())
        box = QRectF(icon_box.right() - GAP, icon_box.top() - GAP, width, painter.fontMetrics().height())
        tones = shades(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.accent))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)


class PlaceRail(QWidget):
    """All places, one above the other."""

    chosen = Signal(str)
    """The id of the place that was clicked."""

    def __init__(self, specs: Sequence[PlaceSpec]) -> None:
        super().__init__()
        self._buttons: dict[str, PlaceButton] = {}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for spec in specs:
            button = PlaceButton(spec)
            button.clicked.connect(lambda _checked=False, place=spec.id: self.chosen.emit(place))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[spec.id] = button
        layout.addStretch(1)
        self._narrow = False
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("Places", "Places"))
        for button in self._buttons.values():
            button.retranslate()
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Whether the window has no width to spare for names."""
        self._narrow = narrow
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names go where they would push the last places out of sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.values()
        compact = self._narrow or sum(button.full_size().height() for button in buttons) > self.height()
        for button in buttons:
            button.set_compact(compact)

    def set_current(self, place_id: str) -> None:
        """Mark a place as the one in front."""
        if place_id in self._buttons:
            self._buttons[place_id].setChecked(True)

    def set_badge(self, place_id: str, text: str) -> None:
        """Show a number at a place."""
        if place_id in self._buttons:
            self._buttons[place_id].set_badge(text)

    def set_enabled(self, place_id: str, enabled: bool) -> None:
        """Whether the place can be gone to now."""
        self._buttons[place_id].setEnabled(enabled)
