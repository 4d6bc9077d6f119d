"""What every dialog is: no larger than the screen; where it is too large for it, its content scrolls above its buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ..overriding import override
from ..scrolling import keep_focus_in_sight
from ..theme import MARGIN, zoomed

_WIDEST_BOX, _CHARACTERS, _USUAL = 360, 24, 560
"""Pixels at normal text of a box to choose from; how many characters one shows that was shortened; a dialog's usual width."""
_SHARE = 0.94
"""How much of the screen a dialog may take: its frame needs some too."""


class Dialog(QDialog):
    """A dialog that can be used whole on a screen of any size."""

    _fitted = False

    @override
    def setVisible(self, visible: bool) -> None:
        """Make it fit the screen before it is first shown."""
        if visible and not self._fitted:
            self._fitted = True
            for button in (b for box in self.findChildren(QDialogButtonBox) for b in box.buttons()):
                # Words say it; some systems put pictures on the usual buttons alone.
                button.setIcon(QIcon())
            self._fit_screen()
        super().setVisible(visible)

    def room(self) -> QSize:
        """The largest size it may have, in logical pixels."""
        return self.screen().availableSize() * _SHARE

    def _fit_screen(self) -> None:
        room, layout = self.room(), self.layout()
        if layout is None:
            return
        self.ensurePolished()
        forced = layout.totalMinimumSize().width()
        self._shorten_boxes(zoomed(_WIDEST_BOX, self.font()), _CHARACTERS)
        layout.activate()
        wanted = self.size() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.sizeHint()
        if wanted.width() <= forced:
            # Only its longest choice made it so wide.
            wanted.setWidth(min(wanted.width(), max(layout.totalMinimumSize().width(), zoomed(_USUAL, self.font()))))
        least = layout.totalMinimumSize().expandedTo(self.minimumSize())
        if least.width() > room.width() or least.height() > room.height() or _wraps_too_high(layout, room):
            self._scroll(layout)
            # Beside what scrolls there is the bar.
            wanted += QSize(self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent), 0)
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        self.resize(wanted.boundedTo(room))

    def _shorten_boxes(self, wider_than: int, characters: int) -> None:
        """A box to choose from need not show its longest choice whole: the open list does."""
        for box in self.findChildren(QComboBox):
            if box.sizeHint().width() > wider_than:
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                box.setMinimumContentsLength(characters)
                # Qt remembers the least it could do with before.
                box.setMinimumWidth(box.sizeHint().width())

    def _scroll(self, layout: QLayout) -> None:
        """Put all but the buttons in an area that scrolls; Tab brings what it reaches in sight."""
        buttons = self.findChild(QDialogButtonBox, options=Qt.FindChildOption.FindDirectChildrenOnly)
        content = QWidget()
        margins = layout.contentsMargins()
        content.setLayout(layout)
        self._shorten_boxes(0, _CHARACTERS // 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        keep_focus_in_sight(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, margins.bottom())
        outer.setSpacing(MARGIN)
        outer.addWidget(area, 1)
        if buttons is not None:
            layout.removeWidget(buttons)
            margins.setBottom(0)
            layout.setContentsMargins(margins)
            foot = QVBoxLayout()
            foot.setContentsMargins(margins.left(), 0, margins.right(), 0)
            foot.addWidget(buttons)
            outer.addLayout(foot)


def _wraps_too_high(layout: QLayout, room: QSize) -> bool:
    """Whether texts that wrap need more height than there is, at the width there is."""
    return layout.hasHeightForWidth() and layout.totalHeightForWidth(room.width()) > room.height()
