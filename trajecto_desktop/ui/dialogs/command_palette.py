"""Ctrl+K: find any command, form or characteristic by a few letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.query import folded
from ...values import dataclass
from ..overriding import override
from ..theme import GAP, MARGIN, shades

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_SHOWN = 200
_WIDTH, _HEIGHT = 640, 420


@dataclass(frozen=True, slots=True)
class Target:
    """Something one can go to or do."""

    title: str
    detail: str
    """Where it is from: the menu, the group."""
    keys: str
    """Its shortcut, or empty."""
    go: Callable[[], None]
    rank: int = 0
    """Lower stands higher among equals."""
    also: str = ""
    """Other words it is found by, such as its name in the other language."""


def matching(targets: Sequence[Target], words: str) -> list[Target]:
    """The targets that hold all words, best first: those whose title begins so, then those that hold them elsewhere.

    Below them stand those that hold the letters in this order, each word from the beginning of a word on: `cbj` and `ctxtbeg` find
    *Contextbegeleiding Jeugdhulp*.
    """
    wanted = folded(words).split()
    patterns = [re.compile(r"\b" + ".*?".join(map(re.escape, word))) for word in wanted]
    scored = []
    for number, target in enumerate(targets):
        title, everything = folded(target.title), folded(f"{target.title} {target.detail} {target.also}")
        if all(word in everything for word in wanted):
            start = bool(wanted) and title.startswith(wanted[0])
            word_start = bool(wanted) and any(part.startswith(wanted[0]) for part in title.split())
            scored.append((not start, not word_start, 0, target.rank, number))
            continue
        spans = [pattern.search(title) for pattern in patterns]
        if all(spans):
            apart = sum(found.end() - found.start() for found in spans if found is not None)
            scored.append((True, True, apart, target.rank, number))
    return [targets[number] for *_, number in sorted(scored)]


class _TargetModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Sequence[Target] = ()

    def show(self, found: Sequence[Target]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = found[:_SHOWN]
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.found)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        target = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return target.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{target.title}, {target.detail} {target.keys}"
        return None


class _TargetDelegate(QStyledItemDelegate):
    """Title at the left, where it is from in grey, the shortcut at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + 3 * GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, _TargetModel), "the delegate serves this list only"
        target, tones = model.found[index.row()], shades(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(tones.selection if selected else tones.base))
        if selected:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(tones.accent))
        box = option.rect.adjusted(MARGIN + GAP, 0, -MARGIN, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tones.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, target.keys or "")
        metrics = option.fontMetrics
        room = box.width() - metrics.horizontalAdvance(target.keys) - 2 * MARGIN
        detail_width = min(metrics.horizontalAdvance(target.detail), room // 3)
        title = metrics.elidedText(target.title, Qt.TextElideMode.ElideRight, room - detail_width - MARGIN)
        painter.drawText(
            box.adjusted(metrics.horizontalAdvance(title) + 2 * MARGIN, 0, 0, 0),
            left,
            metrics.elidedText(target.detail, Qt.TextElideMode.ElideRight, detail_width + 1),
        )
        painter.setPen(QColor(tones.text))
        painter.drawText(box, left, title)


class CommandPalette(QDialog):
    """A field and a list; Enter does what is chosen.

    Args:
        targets: everything there is.
        parent: the window it lies over.
    """

    def __init__(self, targets: Sequence[Target], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._targets = targets
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            QCoreApplication.translate("CommandPalette", "A command, a form, a characteristic…")
        )
        self.field.setAccessibleName(QCoreApplication.translate("CommandPalette", "Go to or do"))
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self._model = _TargetModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_TargetDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._go())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._place(parent)
        self._on_text_changed("")

    def _place(self, parent: QWidget) -> None:
        width = min(_WIDTH, parent.width() - 2 * MARGIN)
        self._most_height = min(_HEIGHT, parent.height() - 8 * MARGIN)
        self.resize(width, self._most_height)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 8 * MARGIN)

    def _on_text_changed(self, text: str) -> None:
        self._model.show(matching(self._targets, text))
        if self._model.found:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, and no higher than there is room."""
        row = self.list.sizeHintForRow(0) if self._model.found else 0
        wanted = self.field.sizeHint().height() + len(self._model.found) * row + 4 * MARGIN
        self.resize(self.width(), min(wanted, self._most_height))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return False

    def _step(self, step: int) -> None:
        if self._model.found:
            row = min(max(self.list.currentIndex().row() + step, 0), len(self._model.found) - 1)
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _go(self) -> None:
        row = self.list.currentIndex().row()
        self.accept()
        if 0 <= row < len(self._model.found):
            self._model.found[row].go()
