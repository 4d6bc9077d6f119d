"""Forms and characteristics that come, and forms that get another name: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...domain.changes import Change
from ...errors import TrajectoError, WorkStoppedError
from ...services.add_characteristic import add_characteristic
from ...services.add_form import add_form
from ...services.export_words import group_title
from ...services.open_document import OpenedFile
from ...services.rename_form import rename_form
from ..bridge import DocumentBridge
from ..messages import Messages
from ..theme import MARGIN
from ..trying_out import try_out
from .pieces import dialog_buttons, muted_label, one_line
from .roomy import Dialog

MakeChange = Callable[[], tuple[Change, str]]
"""Gives the change and its name; raises `TrajectoError` when it cannot be."""


class StructureDialog(Dialog):
    """What the three dialogs have in common: a form, a button, and a change that the sheets can take.

    Args:
        bridge: the document.
        messages: says why a change is refused.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.bridge, self._messages = bridge, messages
        self.form_layout = QFormLayout()
        self.form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def lay_out(self, title: str, note: str, verb: str, make: MakeChange) -> None:
        """Put the note, the form and the buttons below each other; `make` gives the change as filled in."""
        self._make = make
        self.setWindowTitle(title)
        buttons, self.main_button = dialog_buttons(verb)
        buttons.accepted.connect(self.apply)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(muted_label(note))
        layout.addLayout(self.form_layout, 1)
        layout.addWidget(buttons)
        self.resize(540, self.sizeHint().height())

    def apply(self) -> None:
        """Make the change, unless the sheets cannot take it."""
        try:
            change, name = self._make()
            if self.bridge.opened is not None:
                self.try_out(self.bridge.opened, change)
            self.bridge.push(change, name)
        except WorkStoppedError:
            return
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        self.accept()

    def try_out(self, opened: OpenedFile, change: Change) -> None:
        """Raise what would stand in the way when the file is saved."""
        try_out(opened, change, self)


class AddFormDialog(StructureDialog):
    """A support form gets a column in every sheet."""

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(bridge, messages, parent)
        names = bridge.document.form_names
        self.name = QLineEdit()
        self.after = _combo(names)
        self.after.setCurrentIndex(len(names) - 1)
        self.parent_form = _combo(names, self.tr("none"))
        self.form_layout.addRow(self.tr("&Name:"), self.name)
        self.form_layout.addRow(self.tr("&Behind:"), self.after)
        self.form_layout.addRow(self.tr("&Local variant of:"), self.parent_form)
        self.lay_out(
            self.tr("Add a support form"),
            self.tr("The form gets an empty column in every sheet of the overview, at the next save."),
            self.tr("&Add"),
            self.change,
        )
        self.main_button.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.main_button.setEnabled(bool(text.strip())))

    def change(self) -> tuple[Change, str]:
        """The form as filled in."""
        added = add_form(
            self.bridge.document, self.name.text(), self.after.currentData(), self.parent_form.currentData() or ""
        )
        return added, self.tr("Form added: %1").replace("%1", added.form.name)


class RenameFormDialog(StructureDialog):
    """A support form gets another name, in the heading of every sheet."""

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(bridge, messages, parent)
        names = bridge.document.form_names
        self.form = _combo(names)
        self.name = QLineEdit()
        self.form.currentIndexChanged.connect(self._show_name)
        self.form.setCurrentIndex(max(self.form.findData(bridge.current[0]), 0))
        self._show_name()
        self.form_layout.addRow(self.tr("&Form:"), self.form)
        self.form_layout.addRow(self.tr("&New name:"), self.name)
        self.lay_out(
            self.tr("Rename a support form"),
            self.tr("Entries, codes and feedback stay with the form."),
            self.tr("&Rename"),
            self.change,
        )
        self.name.setFocus()

    def _show_name(self) -> None:
        self.name.setText(self.form.currentData() or "")
        self.name.selectAll()

    def change(self) -> tuple[Change, str]:
        """The name as filled in."""
        renamed = rename_form(self.bridge.document, self.form.currentData(), self.name.text())
        name = self.tr("Renamed: %1 → %2").replace("%1", renamed.before.name)
        return renamed, name.replace("%2", renamed.after.name)


class AddCharacteristicDialog(StructureDialog):
    """A characteristic gets a row in every sheet."""

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(bridge, messages, parent)
        document = bridge.document
        self.group = QComboBox()
        for heading in document.groups:
            self.group.addItem(group_title(heading), heading)
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.after = QComboBox()
        self.after.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.adapted, self.decree = QPlainTextEdit(), QPlainTextEdit()
        for field in (self.adapted, self.decree):
            field.setTabChangesFocus(True)
            field.setFixedHeight(4 * self.fontMetrics().height())
        self.additional = QCheckBox(self.tr("The decree does not have it (possible additional core element)"))
        self.group.currentTextChanged.connect(lambda _text: self._show_rows())
        key = bridge.current[1]
        if document.has_characteristic(key) and any(row.key == key for row in document.characteristics):
            self.group.setCurrentIndex(self.group.findData(document.characteristic(key).group))
        self._show_rows()
        self.form_layout.addRow(self.tr("&Group:"), self.group)
        self.form_layout.addRow(self.tr("&Behind:"), self.after)
        self.form_layout.addRow(self.tr("&Adapted wording:"), self.adapted)
        self.form_layout.addRow(self.tr("&Decree or memorie:"), self.decree)
        self.form_layout.addRow("", self.additional)
        self.lay_out(
            self.tr("Add a characteristic"),
            self.tr("The characteristic gets an empty row in every sheet, at the next save."),
            self.tr("&Add"),
            self.change,
        )
        self.adapted.setFocus()

    @property
    def _heading(self) -> str:
        """The group as the file writes it, or as typed when it is a new one."""
        text = self.group.currentText().strip()
        index_0 = self.group.findText(text)
        return str(self.group.itemData(index_0)) if index_0 >= 0 else text

    def _show_rows(self) -> None:
        self.after.clear()
        self.after.addItem(QCoreApplication.translate("AddCharacteristicDialog", "at the end of the group"), None)
        for row in self.bridge.document.characteristics:
            if row.group == self._heading:
                self.after.addItem(one_line(row.title, 80), row.key)

    def change(self) -> tuple[Change, str]:
        """The characteristic as filled in."""
        added = add_characteristic(
            self.bridge.document,
            self._heading,
            self.adapted.toPlainText(),
            self.decree.toPlainText(),
            after=self.after.currentData(),
            additional=self.additional.isChecked(),
        )
        return added, self.tr("Characteristic added: %1").replace("%1", one_line(added.characteristic.title, 60))


def _combo(names: tuple[str, ...], none: str = "") -> QComboBox:
    combo = QComboBox()
    if none:
        combo.addItem(none, None)
    for name in names:
        combo.addItem(one_line(name, 80), name)
    return combo
