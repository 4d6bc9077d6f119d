"""Opening, saving and closing files, with the questions that belong to it. The work itself is done by services."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ..errors import TrajectoError
from .bridge import DocumentBridge
from .messages import Messages

if TYPE_CHECKING:
    from ..services.open_document import OpenedFile

SUFFIXES = (".xlsx", ".xlsm")


class FileDesk:
    """What the window does with files.

    Args:
        window: over which dialogs stand.
        messages: says what went wrong.
        opener: reads a file; raises `TrajectoError`. By default `services.open_document`.
    """

    def __init__(self, window: QWidget, messages: Messages, opener: Callable[[Path], OpenedFile] | None = None) -> None:
        self._window = window
        self._messages = messages
        self._opener = opener or _open

    def read(self, path: Path) -> DocumentBridge | None:
        """Open a file; says what is wrong and returns nothing when it cannot be read."""
        try:
            opened = self._opener(path)
        except TrajectoError as error:
            self._messages.show_error(error)
            return None
        return DocumentBridge(opened.document, opened)

    def ask_for_files(self, folder: str) -> list[Path]:
        """Let the person choose workbooks."""
        title = QCoreApplication.translate("FileDesk", "Open workbooks")
        kinds = QCoreApplication.translate("FileDesk", "Excel workbooks (*.xlsx *.xlsm)")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kinds)
        return [Path(name) for name in names]

    def save(self, bridge: DocumentBridge, target: Path | None = None) -> bool:
        """Write the document to its file or to `target`; says what is wrong and returns False when that fails."""
        try:
            _save(bridge, target)
        except TrajectoError as error:
            self._messages.show_error(error)
            return False
        bridge.undo_stack.setClean()
        bridge.saved.emit()
        return True

    def save_as(self, bridge: DocumentBridge) -> bool:
        """Ask for a place and write there."""
        title = QCoreApplication.translate("FileDesk", "Save as")
        kinds = QCoreApplication.translate("FileDesk", "Excel workbooks (*.xlsx *.xlsm)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(bridge.path or ""), kinds)
        if not name:
            return False
        path = Path(name)
        return self.save(bridge, path if path.suffix.lower() in SUFFIXES else path.with_name(path.name + ".xlsx"))

    def may_close(self, bridge: DocumentBridge) -> bool:
        """Ask what to do with unsaved changes; False means: stay."""
        if bridge.undo_stack.isClean():
            return True
        name = bridge.path.name if bridge.path else QCoreApplication.translate("FileDesk", "New overview")
        question = QCoreApplication.translate("FileDesk", "Save the changes in “%1” before closing?").replace(
            "%1", name
        )
        save = QCoreApplication.translate("FileDesk", "Save")
        discard = QCoreApplication.translate("FileDesk", "Do not save")
        choice = self._messages.ask(question, [save, discard])
        if choice == 0:
            return self.save(bridge) if bridge.path else self.save_as(bridge)
        return choice == 1


def _open(path: Path) -> OpenedFile:
    from ..services.open_document import open_document  # deferred: a bare window needs no reader

    return open_document(path)


def _save(bridge: DocumentBridge, target: Path | None) -> None:
    from ..services.save_document import save_document  # deferred: nothing is written at start

    assert bridge.opened is not None, "a document in the window comes from a file"
    save_document(bridge.opened, target)
    bridge.path = bridge.opened.path
