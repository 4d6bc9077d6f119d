"""Splitting an overview into fiches: which forms, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ...services.provenance import Provenance
from ...services.split_overview import split_into
from ..bridge import DocumentBridge
from ..messages import Messages
from ..snapshot import snapshot
from ..tasks import Task
from ..theme import MARGIN
from .pieces import PathLine, TickList, choose_folder, dialog_buttons, fit, muted_label, show_folder
from .roomy import Dialog


class SplitDialog(Dialog):
    """Chooses forms and a folder, and writes a fiche of each.

    Args:
        bridge: the overview.
        messages: says what went wrong.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = messages
        self._document = snapshot(bridge.document)
        self._path, self._unsaved = bridge.path, not bridge.undo_stack.isClean()
        self.setWindowTitle(self.tr("Split into fiches"))
        self.forms = TickList(self._document.form_names, self.tr("Support forms"))
        folder = bridge.path.parent / self.tr("fiches") if bridge.path is not None else Path.home()
        self.folder = PathLine(self.tr("Folder for the fiches"), choose_folder, str(folder))
        self.replace_files = QCheckBox(self.tr("&Replace fiches that are there already"))
        buttons, self.split_button = dialog_buttons(self.tr("&Split"))
        buttons.accepted.connect(self.split)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Forms:"), self.forms)
        form.addRow(self.tr("F&older:"), self.folder)
        form.addRow("", self.replace_files)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        note = self.tr("Each form becomes a workbook of its own, with its characteristics, entries, codes and legend.")
        layout.addWidget(muted_label(note))
        layout.addLayout(form, 1)
        layout.addWidget(buttons)
        fit(self, 560, 520)
        self.forms.changed.connect(self._refresh)
        self.folder.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.split_button.setEnabled(bool(self.forms.ticked) and self.folder.path is not None)

    def split(self) -> None:
        """Write the fiches in the background."""
        folder = self.folder.path
        if folder is None:
            return
        document, forms, replace = self._document, self.forms.ticked, self.replace_files.isChecked()
        path, unsaved = self._path, self._unsaved

        def work() -> object:
            made_from = None if path is None else Provenance.of(path, unsaved=unsaved)
            return split_into(document, folder, forms, overwrite=replace, provenance=made_from)

        Task(self, self.tr("Splitting…"), work, self._on_written, self._messages.show_error, self.tr("Cancel")).start()

    def _on_written(self, result: object) -> None:
        assert isinstance(result, list), "splitting gives paths"
        count = len(result)
        text = self.tr("%1 fiches were written.").replace("%1", str(count))
        if self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")]) == 0:
            show_folder(result[0])
        self.accept()
