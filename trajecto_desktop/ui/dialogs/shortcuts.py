"""All keys, in one table, each of which can be changed."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..action_specs import MENUS, keys_on
from ..actions import ActionRegistry, plain_text, translated
from ..settings import SettingsFile
from ..theme import MARGIN
from .roomy import Dialog


class ShortcutsDialog(Dialog):
    """Shows and changes shortcuts.

    Args:
        actions: whose shortcuts.
        settings: where changed ones are kept.
        parent: the window.
    """

    def __init__(self, actions: ActionRegistry, settings: SettingsFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self._specs = list(actions.specs)
        self._warned = ("", "")
        self.setWindowTitle(QCoreApplication.translate("ShortcutsDialog", "Keyboard shortcuts"))
        self.resize(620, 560)
        self.table = self._make_table()
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(QCoreApplication.translate("ShortcutsDialog", "New key"))
        self._note = QLabel()
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.table)
        layout.addLayout(self._make_row())
        layout.addWidget(self._note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._specs), 3)
        table.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("ShortcutsDialog", "Command"),
                QCoreApplication.translate("ShortcutsDialog", "Menu"),
                QCoreApplication.translate("ShortcutsDialog", "Keys"),
            ]
        )
        table.setAccessibleName(QCoreApplication.translate("ShortcutsDialog", "Keyboard shortcuts"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(2, 170)
        menus = {menu_id: plain_text(translated(title)) for menu_id, title in MENUS}
        for row, spec in enumerate(self._specs):
            name = plain_text(self._actions.action(spec.id).text())
            for column, text in enumerate((name, menus[spec.menu], self._keys_text(spec.id))):
                table.setItem(row, column, QTableWidgetItem(text))
        table.setCurrentCell(0, 0)
        return table

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(QCoreApplication.translate("ShortcutsDialog", "New key:"))
        label.setBuddy(self.keys)
        change = QPushButton(QCoreApplication.translate("ShortcutsDialog", "Change"))
        change.clicked.connect(self.change)
        restore = QPushButton(QCoreApplication.translate("ShortcutsDialog", "As it was"))
        restore.clicked.connect(self.restore)
        for widget in (label, self.keys, change, restore):
            row.addWidget(widget, 1 if widget is self.keys else 0)
        return row

    def change(self) -> None:
        """Give the chosen command the key that was pressed; another command that has it loses it when asked a second time."""
        sequence = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action_id = self._specs[self.table.currentRow()].id
        if not sequence:
            return
        taken = self._owner_of(sequence, action_id)
        if taken is not None and self._warned != (action_id, sequence):
            text = QCoreApplication.translate(
                "ShortcutsDialog", "%1 is already the key of “%2”. Press Change once more to give it to “%3” instead."
            )
            text = (
                text.replace("%1", sequence).replace("%2", self._name_of(taken)).replace("%3", self._name_of(action_id))
            )
            self._note.setText(text)
            self._warned = (action_id, sequence)
            return
        self._note.clear()
        if taken is not None:
            self._take_from(taken, sequence)
        self._set(action_id, [sequence])
        self._settings.values.shortcuts[action_id] = [sequence]
        self.keys.clear()

    def restore(self) -> None:
        """Give the chosen command the keys it came with; a command that got one of them meanwhile loses it."""
        spec = self._specs[self.table.currentRow()]
        self._note.clear()
        own = keys_on(sys.platform, spec.shortcuts)
        for sequence in own:
            taken = self._owner_of(sequence, spec.id)
            if taken is not None:
                self._take_from(taken, sequence)
        self._set(spec.id, list(own))
        self._settings.values.shortcuts.pop(spec.id, None)

    def _owner_of(self, sequence: str, besides: str) -> str | None:
        return next((s.id for s in self._specs if s.id != besides and sequence in self._keys_of(s.id)), None)

    def _take_from(self, action_id: str, sequence: str) -> None:
        left = [keys for keys in self._keys_of(action_id) if keys != sequence]
        self._set(action_id, left)
        self._settings.values.shortcuts[action_id] = left
        text = QCoreApplication.translate("ShortcutsDialog", "“%1” has no key %2 any more.")
        self._note.setText(text.replace("%1", self._name_of(action_id)).replace("%2", sequence))

    def _set(self, action_id: str, sequences: list[str]) -> None:
        self._actions.set_shortcuts(action_id, sequences)
        row = next(at for at, spec in enumerate(self._specs) if spec.id == action_id)
        item = self.table.item(row, 2)
        assert item is not None, "each row was filled"
        item.setText(self._keys_text(action_id))
        self._warned = ("", "")

    def _name_of(self, action_id: str) -> str:
        return plain_text(self._actions.action(action_id).text())

    def _keys_of(self, action_id: str) -> list[str]:
        return [keys.toString() for keys in self._actions.action(action_id).shortcuts()]

    def _keys_text(self, action_id: str) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(keys.toString(native) for keys in self._actions.action(action_id).shortcuts())
