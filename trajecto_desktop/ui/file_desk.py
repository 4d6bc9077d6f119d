"""Opening, saving and closing files, with the questions that belong to it. The work itself is done by services."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ..errors import FileChangedOnDiskError, FileInUseError, TrajectoError
from .bridge import DocumentBridge
from .messages import Messages

if TYPE_CHECKING:
    from ..domain.changes import Together
    from ..services.merge_on_disk import Merge
    from ..services.recover import Offer
    from .journal_link import JournalLink

SUFFIXES = (".xlsx", ".xlsm")


class FileDesk:
    """What the window does with files.

    Args:
        window: over which dialogs stand.
        messages: says what went wrong.
        state_folder: where journals and backups are kept; `None` keeps none.
    """

    def __init__(self, window: QWidget, messages: Messages, state_folder: Path | None = None) -> None:
        self._window = window
        self._messages = messages
        self.state_folder = state_folder
        self._links: dict[DocumentBridge, JournalLink] = {}

    def read(self, path: Path, offer: Offer | None = None) -> DocumentBridge | None:
        """Open a file; says what is wrong and returns nothing when it cannot be read.

        Args:
            path: the file.
            offer: unsaved work of an earlier window, to take up at once.
        """
        from ..services.open_document import open_document  # deferred: a bare window needs no reader

        try:
            opened = open_document(path)
            bridge = DocumentBridge(opened.document, opened)
            self._keep_journal(bridge, offer)
        except TrajectoError as error:
            self._messages.show_error(error)
            return None
        return bridge

    def _keep_journal(self, bridge: DocumentBridge, offer: Offer | None) -> None:
        if self.state_folder is None or bridge.opened is None:
            return
        from ..services.recover import take
        from .journal_link import JournalLink

        taken = (offer, take(offer, bridge.opened)) if offer is not None else None
        self._links[bridge] = JournalLink(bridge, bridge.opened, self.state_folder, taken)

    def journal_of(self, bridge: DocumentBridge) -> JournalLink | None:
        """What keeps the document's journal, if anything does."""
        return self._links.get(bridge)

    def ask_for_files(self, folder: str) -> list[Path]:
        """Let the person choose workbooks."""
        title = QCoreApplication.translate("FileDesk", "Open workbooks")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, _kinds())
        return [Path(name) for name in names]

    def save(self, bridge: DocumentBridge, target: Path | None = None) -> bool:
        """Write the document to its file or to `target`, after asking about what stands in the way.

        Returns:
            Whether it was written; otherwise the person was told why.
        """
        from ..services.other_hands import before_saving  # deferred: nothing is written at start

        opened = bridge.opened
        assert opened is not None, "a document in the window comes from a file"
        obstacle = before_saving(target or opened.path, opened.path, opened.digest)
        if isinstance(obstacle, FileChangedOnDiskError):
            return self._save_over_others(bridge, obstacle)
        if obstacle is not None and not isinstance(obstacle, FileInUseError):
            self._messages.show_error(obstacle)
            return self.save_as(bridge)
        if obstacle is not None:
            return self._save_while_open_elsewhere(bridge, target, obstacle)
        return self._write(bridge, target)

    def save_as(self, bridge: DocumentBridge) -> bool:
        """Ask for a place and write there."""
        title = QCoreApplication.translate("FileDesk", "Save as")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(bridge.path or ""), _kinds())
        if not name:
            return False
        path = Path(name)
        return self.save(bridge, path if path.suffix.lower() in SUFFIXES else path.with_name(path.name + ".xlsx"))

    def may_close(self, bridge: DocumentBridge) -> bool:
        """Ask what to do with unsaved changes; False means: stay. Ends the journal when the document may go."""
        if bridge.undo_stack.isClean():
            self._end_journal(bridge, discard=False)
            return True
        name = bridge.path.name if bridge.path else ""
        question = QCoreApplication.translate("FileDesk", "Save the changes in “%1” before closing?").replace(
            "%1", name
        )
        save = QCoreApplication.translate("FileDesk", "Save")
        discard = QCoreApplication.translate("FileDesk", "Do not save")
        choice = self._messages.ask(question, [save, discard])
        if choice == -1 or (choice == 0 and not self.save(bridge)):
            return False
        self._end_journal(bridge, discard=choice == 1)
        return True

    def _end_journal(self, bridge: DocumentBridge, discard: bool) -> None:
        link = self._links.pop(bridge, None)
        if link is not None:
            link.close(discard)

    def _save_over_others(self, bridge: DocumentBridge, obstacle: TrajectoError) -> bool:
        """Somebody saved the file meanwhile: merge, keep a copy, or write over it."""
        choice = self._messages.ask(
            self._messages.sentence(obstacle),
            [
                QCoreApplication.translate("FileDesk", "Merge"),
                QCoreApplication.translate("FileDesk", "Save a copy…"),
                QCoreApplication.translate("FileDesk", "Overwrite"),
            ],
            QCoreApplication.translate(
                "FileDesk",
                "Merging takes in what the other changed and keeps what you changed. "
                "Overwriting loses what the other changed.",
            ),
        )
        if choice == 0:
            return self._merge_and_save(bridge)
        if choice == 1:
            return self.save_as(bridge)
        return choice == 2 and self._write(bridge, None, overwrite=True)

    def _save_while_open_elsewhere(self, bridge: DocumentBridge, target: Path | None, obstacle: TrajectoError) -> bool:
        choice = self._messages.ask(
            self._messages.sentence(obstacle),
            [
                QCoreApplication.translate("FileDesk", "Save a copy…"),
                QCoreApplication.translate("FileDesk", "Save anyway"),
            ],
        )
        if choice == 0:
            return self.save_as(bridge)
        return choice == 1 and self._write(bridge, target)

    def _merge_and_save(self, bridge: DocumentBridge) -> bool:
        from ..services.merge_on_disk import adopt, merge_on_disk

        opened = bridge.opened
        assert opened is not None, "only a file on disk can have changed there"
        try:
            merge = merge_on_disk(opened)
            change = self._choose_sides(merge) if merge.conflicts else merge.change
            if change is None:
                return False
            if change.changes:
                bridge.push(change, QCoreApplication.translate("FileDesk", "Merged: what the other saved"))
            adopt(opened, merge)
        except TrajectoError as error:
            self._messages.show_error(error)
            return False
        link = self._links.get(bridge)
        if link is not None:
            link.rebased()
        return self._write(bridge, None)

    def _choose_sides(self, merge: Merge) -> Together | None:
        count = len(merge.conflicts)
        choice = self._messages.ask(
            QCoreApplication.translate("FileDesk", "%n entry/entries were changed by both of you.", "", count),
            [
                QCoreApplication.translate("FileDesk", "Keep mine"),
                QCoreApplication.translate("FileDesk", "Take theirs"),
            ],
            QCoreApplication.translate("FileDesk", "Taking theirs can be undone; then yours is back."),
        )
        return {0: merge.change_keeping_ours, 1: merge.change}.get(choice)

    def _write(self, bridge: DocumentBridge, target: Path | None, overwrite: bool = False) -> bool:
        from ..services.save_document import OnConflict, save_document

        opened = bridge.opened
        assert opened is not None, "a document in the window comes from a file"
        self._keep_backup(opened.path, opened.binding.workbook.package.data)
        link = self._links.get(bridge)
        announce = link.journal.saving if link is not None else None
        try:
            save_document(opened, target, OnConflict.OVERWRITE if overwrite else OnConflict.REFUSE, announce)
        except TrajectoError as error:
            self._messages.show_error(error)
            return False
        bridge.path = opened.path
        bridge.undo_stack.setClean()
        if link is not None:
            link.saved()
        bridge.saved.emit()
        return True

    def _keep_backup(self, path: Path, data: bytes) -> None:
        """Keep the version that is about to be replaced; a full disk must not stop the save itself."""
        if self.state_folder is None:
            return
        from ..services import backups

        with contextlib.suppress(TrajectoError):
            backups.keep(self.state_folder, path, data)


def _kinds() -> str:
    return QCoreApplication.translate("FileDesk", "Excel workbooks (*.xlsx *.xlsm)")
