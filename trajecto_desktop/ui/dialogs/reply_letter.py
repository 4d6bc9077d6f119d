"""Letters back: for each person who gave feedback, what became of it, in Word and as a table."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ...domain.feedback import Status
from ...services.feedback_letter import Letter, letters_of, write_letters
from ..bridge import DocumentBridge
from ..messages import Messages
from ..tasks import Task
from ..theme import MARGIN
from .pieces import PathLine, TickList, choose_folder, dialog_buttons, fit, muted_label, show_folder
from .roomy import Dialog


class ReplyLetterDialog(Dialog):
    """Chooses to whom a letter goes, and writes the letters.

    Args:
        bridge: the document with the remarks and what was decided about them.
        messages: says what went wrong.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = messages
        self._letters: dict[str, Letter] = {_said(letter): letter for letter in letters_of(bridge.document)}
        self.setWindowTitle(self.tr("Letters back"))
        path = bridge.path
        name = path.stem if path is not None else ""
        self.title = QLineEdit(self.tr("What became of your feedback on %1").replace("%1", name))
        self.people = TickList(self._letters, self.tr("People who gave feedback"))
        folder = path.parent / self.tr("letters") if path is not None else Path.home()
        self.folder = PathLine(self.tr("Folder for the letters"), choose_folder, str(folder))
        self.note = muted_label()
        buttons, self.write_button = dialog_buttons(self.tr("&Write the letters"))
        buttons.accepted.connect(self.write)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title:"), self.title)
        form.addRow(self.tr("&To:"), self.people)
        form.addRow(self.tr("&Folder:"), self.folder)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(form, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        fit(self, 600, 440)
        self.people.changed.connect(self._refresh)
        self.folder.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._chosen()
        open_remarks = sum(letter.count(Status.OPEN) for letter in chosen)
        self.write_button.setEnabled(bool(chosen) and self.folder.path is not None)
        if not self._letters:
            self.note.setText(self.tr("There is no feedback in this file yet."))
        elif open_remarks:
            text = self.tr("%1 remarks are still open; the letters say so.")
            self.note.setText(text.replace("%1", str(open_remarks)))
        else:
            self.note.setText(self.tr("Something was decided about every remark."))

    def _chosen(self) -> list[Letter]:
        return [self._letters[name] for name in self.people.ticked]

    def write(self) -> None:
        """Write the letters in the background."""
        letters, title, folder, now = self._chosen(), self.title.text(), self.folder.path, datetime.now(UTC)
        if folder is None:
            return

        def work() -> object:
            return write_letters(letters, title, folder, now)

        doing = self.tr("Writing the letters…")
        Task(self, doing, work, self._on_written, self._messages.show_error, self.tr("Cancel")).start()

    def _on_written(self, result: object) -> None:
        assert isinstance(result, list), "writing gives paths"
        text = self.tr("%1 files were written.").replace("%1", str(len(result)))
        if self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")]) == 0:
            show_folder(result[0])
        self.accept()


def _said(letter: Letter) -> str:
    return f"{letter.person} ({letter.organisation})" if letter.organisation else letter.person
