"""A bar of controls that takes a second line where one line is too narrow, so that nothing falls off a small screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ..overriding import override
from ..theme import MARGIN


class WrapLayout(QLayout):
    """Items beside each other, going on below; one that expands takes what is left of its line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        # A layout around this one asks the same few widths dozens of times for each label in it that changes.
        self._heights: dict[int, int] = {}
        self.setSpacing(MARGIN)
        self.setContentsMargins(QMargins())

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a 0-based place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """As wide as the place."""
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        if width not in self._heights:
            self._heights[width] = self._height_at(width)
        return self._heights[width]

    def _height_at(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        height = sum(map(self._height, lines)) + self.spacing() * max(len(lines) - 1, 0)
        return height + margins.top() + margins.bottom()

    @override
    def invalidate(self) -> None:
        """An item came, went or has another size."""
        self._heights.clear()
        super().invalidate()

    @override
    def minimumSize(self) -> QSize:
        """As wide as the widest item at its smallest."""
        shown = self._shown()
        width = max((_least(item) for item in shown), default=0)
        return QSize(width, self._height(shown)).grownBy(self.contentsMargins())

    @override
    def sizeHint(self) -> QSize:
        """All items on one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, self._height(shown)).grownBy(self.contentsMargins())

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Put each item in its place, in the middle of its line."""
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        top = rect.top()
        for line in self._lines(rect.width()):
            height, left = self._height(line), rect.left()
            for item, width in zip(line, self._widths(line, rect.width()), strict=True):
                own = min(item.sizeHint().height(), height)
                item.setGeometry(QRect(left, top + (height - own) // 2, width, own))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _height(self, line: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in line), default=0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wants = _wants(item, width)
            if not lines or used + self.spacing() + wants > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + wants
        return lines

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        widths = [_wants(item, room) for item in line]
        left = room - sum(widths) - self.spacing() * (len(line) - 1)
        growing = [at for at, item in enumerate(line) if _grows(item)]
        for at in growing:
            widths[at] += max(left, 0) // len(growing)
        return widths


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _wants(item: QLayoutItem, room: int) -> int:
    """What an item takes of a line: one that grows is content with the least it can do with."""
    return min(item.minimumSize().width() if _grows(item) else item.sizeHint().width(), room)


def _least(item: QLayoutItem) -> int:
    return min(item.minimumSize().width(), item.sizeHint().width())


class WrapBar(QWidget):
    """The bar above a place.

    Args:
        widgets: in order; one whose size policy expands takes what is left of its line.
        margins: around all of them.
    """

    def __init__(self, *widgets: QWidget, margins: QMargins | None = None) -> None:
        super().__init__()
        self._wrap = WrapLayout()
        self.setLayout(self._wrap)
        self._wrap.setContentsMargins(margins or QMargins())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._wrap.addWidget(widget)

    @override
    def sizeHint(self) -> QSize:
        """As high as its lines at the width it has."""
        return QSize(self._wrap.sizeHint().width(), self._height_here())

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part; as high as its lines at the width it has."""
        return QSize(self._wrap.minimumSize().width(), self._height_here())

    def _height_here(self) -> int:
        """Before it is first shown its width means nothing."""
        return self._wrap.heightForWidth(self.width()) if self.isVisible() else self._wrap.sizeHint().height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def event(self, event: QEvent) -> bool:
        """A part that came, went or changed its size: the number of lines may be another one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def together(*widgets: QWidget) -> QWidget:
    """Controls that stay on one line, such as a slider between its two words."""
    group = QWidget()
    group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(group)
    row.setContentsMargins(QMargins())
    row.setSpacing(MARGIN)
    for widget in widgets:
        row.addWidget(widget)
    return group
