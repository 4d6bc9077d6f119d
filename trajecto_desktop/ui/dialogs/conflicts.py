"""Entries that two sides changed differently: side by side, with a choice for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...document.document import Document
from ...document.fit import copy_of
from ...document.merge import Conflict, with_part
from ...domain.changes import Change, Together
from ..messages import Messages
from ..theme import MARGIN
from ..tree_items import top_items
from .change_words import entry_words, part_words, title_of
from .pieces import dialog_buttons, fit, muted_label, one_line, table
from .roomy import Dialog

_CONFLICT = Qt.ItemDataRole.UserRole
_NO_CHOICE = ("structure",)
"""Parts of which only one version can stand."""


class ConflictsDialog(Dialog):
    """Lets a person choose, for each conflict, which side stands.

    Args:
        document: for the wording of characteristics.
        conflicts: what both sides changed.
        messages: the language of codes.
        parent: the window.
        theirs: what the other side is called; English source is in the callers.
        verb: the word on the button.
    """

    def __init__(
        self,
        document: Document,
        conflicts: Sequence[Conflict],
        messages: Messages,
        parent: QWidget,
        theirs: str,
        verb: str,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages = document, messages
        self.setWindowTitle(self.tr("Changed on both sides"))
        headers = (self.tr("Form"), self.tr("Characteristic"), self.tr("What"), self.tr("Mine"), theirs)
        self.list = table(headers, (150, 190, 90, 220), self.tr("Conflicts"))
        self.list.setSelectionMode(self.list.SelectionMode.SingleSelection)
        for conflict in conflicts:
            self.list.addTopLevelItem(self._item(conflict))
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemSelectionChanged.connect(self._show_selected)
        self._before, self._mine, self._theirs = (QTextBrowser() for _ in range(3))
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        note = self.tr(
            "Tick the version that has to stand; the other one can be had back with Undo or from the earlier versions."
        )
        layout.addWidget(muted_label(note))
        layout.addWidget(self.list, 2)
        layout.addLayout(self._make_texts(theirs), 2)
        layout.addLayout(self._make_buttons(verb))
        fit(self, 980, 560)
        self._select_first()

    def _select_first(self) -> None:
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    @property
    def chosen_theirs(self) -> list[Conflict]:
        """The conflicts of which the other side's version has to stand."""
        return [item.data(0, _CONFLICT) for item in top_items(self.list) if _is_ticked(item, 4)]

    @property
    def chosen_mine(self) -> list[Conflict]:
        """The conflicts of which our own version has to stand."""
        return [item.data(0, _CONFLICT) for item in top_items(self.list) if _is_ticked(item, 3)]

    def _make_texts(self, theirs: str) -> QHBoxLayout:
        row = QHBoxLayout()
        names = (self.tr("Before"), self.tr("Mine"), theirs)
        for name, view in zip(names, (self._before, self._mine, self._theirs), strict=True):
            column = QVBoxLayout()
            label = QLabel(name)
            label.setBuddy(view)
            view.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(view, 1)
            row.addLayout(column, 1)
        return row

    def _make_buttons(self, verb: str) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, column_0 in ((self.tr("All &mine"), 3), (self.tr("All t&heirs"), 4)):
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, at=column_0: self._tick_all(at))
            row.addWidget(button)
        buttons, _ = dialog_buttons(verb)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _item(self, conflict: Conflict) -> QTreeWidgetItem:
        mine, theirs = (entry_words(conflict.part, side, self._messages) for side in (conflict.ours, conflict.theirs))
        title = title_of(self._document, conflict.characteristic) if conflict.characteristic else ""
        texts = [conflict.form, one_line(title), part_words(conflict.part), one_line(mine), one_line(theirs)]
        item = QTreeWidgetItem(texts)
        item.setData(0, _CONFLICT, conflict)
        if conflict.part not in _NO_CHOICE:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(3, Qt.CheckState.Checked)
            item.setCheckState(4, Qt.CheckState.Unchecked)
        return item

    def _on_ticked(self, item: QTreeWidgetItem, column_0: int) -> None:
        """Ticking one side takes the tick from the other."""
        other = {3: 4, 4: 3}.get(column_0)
        if other is None:
            return
        self.list.blockSignals(True)
        item.setCheckState(other, Qt.CheckState.Unchecked if _is_ticked(item, column_0) else Qt.CheckState.Checked)
        self.list.blockSignals(False)

    def _tick_all(self, column_0: int) -> None:
        for item in top_items(self.list):
            if item.data(0, _CONFLICT).part not in _NO_CHOICE:
                item.setCheckState(column_0, Qt.CheckState.Checked)

    def _show_selected(self) -> None:
        items = self.list.selectedItems()
        if not items:
            return
        conflict = items[0].data(0, _CONFLICT)
        sides = (conflict.base, conflict.ours, conflict.theirs)
        for view, side in zip((self._before, self._mine, self._theirs), sides, strict=True):
            view.setPlainText(entry_words(conflict.part, side, self._messages))


def _is_ticked(item: QTreeWidgetItem, column_0: int) -> bool:
    # A part without a choice has no boxes; what the file says stands then.
    has_box = item.data(column_0, Qt.ItemDataRole.CheckStateRole) is not None
    return has_box and item.checkState(column_0) is Qt.CheckState.Checked


def with_sides(document: Document, first: Together, conflicts: Sequence[Conflict], *, ours: bool) -> Together:
    """The change, and after it the chosen side of these conflicts: one gesture.

    Args:
        document: what the change is for; it stays as it is.
        first: what comes before.
        conflicts: those of which the chosen side has to stand.
        ours: whether that side is ours, else theirs.
    """
    trial = copy_of(document)
    trial.apply(first)
    changes: list[Change] = list(first.changes)
    for conflict in conflicts:
        there = trial.entry(conflict.form, conflict.characteristic)
        side = conflict.ours if ours else conflict.theirs
        after = with_part(there, side, conflict.part)
        if after != there:
            change = trial.change_entry(conflict.form, conflict.characteristic, after)
            trial.apply(change)
            changes.append(change)
    return Together(tuple(changes))


def file_side() -> str:
    """What the other side of a merge is called."""
    return QCoreApplication.translate("ConflictsDialog", "In the file")
