"""Opening, saving and closing files, with the questions that belong to it. The work itself is done by services."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..domain.changes import Together
from ..errors import SaveError, TrajectoError, UnknownLayoutError, WorkStoppedError
from .bridge import DocumentBridge
from .messages import Messages
from .translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ..document.merge import Conflict
    from ..services.merge_on_disk import Merge
    from ..services.open_document import OpenedFile
    from ..services.recover import Offer
    from ..services.save_document import Written
    from .journal_link import JournalLink

SUFFIXES = (".xlsx", ".xlsm")

_LARGE_BYTES = 300_000
"""A file of fewer bytes is read before anybody sees a note."""

WAYS_ON = {
    "retry": QT_TRANSLATE_NOOP("FileDesk", "Try again"),
    "merge": QT_TRANSLATE_NOOP("FileDesk", "Merge"),
    "save_copy": QT_TRANSLATE_NOOP("FileDesk", "Save a copy…"),
    "overwrite": QT_TRANSLATE_NOOP("FileDesk", "Overwrite"),
    "keep_in_journal": QT_TRANSLATE_NOOP("FileDesk", "Leave in the journal"),
}
"""Choices of a `SaveError` → words on buttons, English source."""
EXPLAINED = {
    "merge": QT_TRANSLATE_NOOP("FileDesk", "Merging takes in what the other changed and keeps what you changed."),
    "overwrite": QT_TRANSLATE_NOOP(
        "FileDesk", "Overwriting replaces what the other saved; that stays in the earlier versions."
    ),
    "keep_in_journal": QT_TRANSLATE_NOOP(
        "FileDesk", "Left in the journal, your changes are not in the file; they are offered at the next start."
    ),
}
"""What some of them mean, English source."""


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
        self._not_begun: set[DocumentBridge] = set()
        """Documents of which the journal begins after the first picture, or with the first change if that is sooner."""
        self._unsettled: dict[DocumentBridge, tuple[Conflict, ...]] = {}
        self._left_in_journal: set[DocumentBridge] = set()
        self._log_lines_told: dict[DocumentBridge, int] = {}

    def read(self, path: Path, offer: Offer | None = None) -> DocumentBridge | None:
        """Open a file; says what is wrong and returns nothing when it cannot be read.

        Args:
            path: the file.
            offer: unsaved work of an earlier window, to take up at once.
        """
        from ..services.open_document import open_document  # deferred: a bare window needs no reader

        try:
            opened = self._open_or_ask(path, open_document)
            if opened is None:
                return None
            bridge = DocumentBridge(opened.document, opened)
            if self.state_folder is not None:
                self._not_begun.add(bridge)
                bridge.changing.connect(lambda: self.begin_journal(bridge))
            if offer is not None:
                self._begin(bridge, offer)
        except TrajectoError as error:
            self._messages.show_error(error)
            return None
        return bridge

    def _open_or_ask(self, path: Path, open_: Callable[[Path], OpenedFile]) -> OpenedFile | None:
        """Open a file; where its layout is not known, the person points out the table (or gives up: nothing)."""
        try:
            return self._open_beside(path, open_) if _is_large(path) else open_(path)
        except UnknownLayoutError as error:
            from .dialogs.point_out import ask_layout  # deferred: shown for such a file only

            return ask_layout(path, self._messages, self._window, error)

    def _open_beside(self, path: Path, open_: Callable[[Path], OpenedFile]) -> OpenedFile | None:
        """Read a large file while the window goes on being painted; nothing where the person stopped it."""
        from .waiting import done_beside  # deferred: what is read in a moment needs no note

        title = QCoreApplication.translate("FileDesk", "Opening “%1”…").replace("%1", path.name)
        try:
            return done_beside(self._window, title, lambda: open_(path))
        except WorkStoppedError:
            return None

    def begin_journal(self, bridge: DocumentBridge) -> None:
        """Keep the journal of a document from now on, if it is to have one; says what stands in the way."""
        try:
            self._begin(bridge, None)
        except TrajectoError as error:
            self._messages.show_error(error)

    def _begin(self, bridge: DocumentBridge, offer: Offer | None) -> None:
        if bridge not in self._not_begun or self.state_folder is None or bridge.opened is None:
            return
        self._not_begun.discard(bridge)
        from ..services.recover import take  # deferred: the first picture needs no journal
        from .journal_link import JournalLink

        taken = (offer, take(offer, bridge.opened)) if offer is not None else None
        if taken is not None and taken[1].conflicts:
            self._unsettled[bridge] = taken[1].conflicts
        self._links[bridge] = JournalLink(bridge, bridge.opened, self.state_folder, taken)
        self._links[bridge].safety_changed.connect(bridge.safety_changed)
        bridge.safety_changed.emit(True)

    def journal_of(self, bridge: DocumentBridge) -> JournalLink | None:
        """What keeps the document's journal: nothing where none is kept, and in the first moments."""
        return self._links.get(bridge)

    def ask_for_files(self, folder: str) -> list[Path]:
        """Let the person choose workbooks."""
        from PySide6.QtWidgets import QFileDialog  # deferred, as all of Qt that start does not need

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
        self.begin_journal(bridge)
        self._left_in_journal.discard(bridge)
        obstacle = before_saving(target or opened.path, opened.path, opened.digest)
        return self._write(bridge, target) if obstacle is None else self._ask_way_on(bridge, target, obstacle)

    def save_as(self, bridge: DocumentBridge) -> bool:
        """Ask for a place and write there."""
        from PySide6.QtWidgets import QFileDialog

        title = QCoreApplication.translate("FileDesk", "Save as")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(bridge.path or ""), _kinds())
        if not name:
            return False
        # Excel opens no workbook whose name says that it has macros, or none, when that is not so.
        own = bridge.path.suffix.lower() if bridge.path else ""
        endings = (own,) if own in SUFFIXES else SUFFIXES
        path = Path(name)
        return self.save(bridge, path if path.suffix.lower() in endings else path.with_name(path.name + endings[0]))

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
        if choice == -1 or (choice == 0 and not self.save(bridge) and bridge not in self._left_in_journal):
            return False
        self._end_journal(bridge, discard=choice == 1)
        return True

    def _end_journal(self, bridge: DocumentBridge, discard: bool) -> None:
        self._not_begun.discard(bridge)
        link = self._links.pop(bridge, None)
        if link is not None:
            link.close(discard)

    def let_go(self, bridge: DocumentBridge) -> None:
        """Forget what is not saved: the file on disk becomes the truth again."""
        bridge.undo_stack.setClean()
        self._end_journal(bridge, discard=True)

    def _ask_way_on(self, bridge: DocumentBridge, target: Path | None, error: SaveError) -> bool:
        """A save did not happen: say why, and do what the person chooses. Returns whether it was written after all."""
        choices = [choice for choice in error.choices if choice != "keep_in_journal" or self.journal_of(bridge)]
        words = [QCoreApplication.translate("FileDesk", WAYS_ON[choice]) for choice in choices]
        explained = [QCoreApplication.translate("FileDesk", EXPLAINED[each]) for each in choices if each in EXPLAINED]
        answer = self._messages.ask(self._messages.sentence(error), words, "\n".join(explained))
        match choices[answer] if answer >= 0 else "":
            case "retry":
                return self.save(bridge, target)
            case "merge":
                return self._merge_and_save(bridge)
            case "save_copy":
                return self.save_as(bridge)
            case "overwrite":
                return self._write(bridge, target, overwrite=True)
            case "keep_in_journal":
                self._left_in_journal.add(bridge)
        return False

    def _merge_and_save(self, bridge: DocumentBridge) -> bool:
        from ..services.merge_on_disk import adopt, merge_on_disk

        opened = bridge.opened
        assert opened is not None, "only a file on disk can have changed there"
        try:
            merge = merge_on_disk(opened)
            change = self._choose_sides(bridge, merge) if merge.conflicts else merge.change
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

    def _choose_sides(self, bridge: DocumentBridge, merge: Merge) -> Together | None:
        """Let the person choose between both sides of each conflict; nothing when the save is put off."""
        from .dialogs.conflicts import ConflictsDialog, file_side, with_sides

        verb = QCoreApplication.translate("FileDesk", "&Merge and save")
        dialog = ConflictsDialog(bridge.document, merge.conflicts, self._messages, self._window, file_side(), verb)
        agreed = dialog.exec()
        dialog.deleteLater()
        if not agreed:
            return None
        return with_sides(bridge.document, merge.change_keeping_ours, dialog.chosen_theirs, ours=False)

    def settle(self, bridge: DocumentBridge) -> None:
        """After a recovery: show what the file says otherwise by now, and take what the person chooses."""
        conflicts = self._unsettled.pop(bridge, ())
        if not conflicts:
            return
        from .dialogs.conflicts import ConflictsDialog, file_side, with_sides

        verb = QCoreApplication.translate("FileDesk", "&Take these versions")
        dialog = ConflictsDialog(bridge.document, conflicts, self._messages, self._window, file_side(), verb)
        agreed = dialog.exec()
        dialog.deleteLater()
        if agreed and dialog.chosen_mine:
            change = with_sides(bridge.document, Together(()), dialog.chosen_mine, ours=True)
            bridge.push(change, QCoreApplication.translate("FileDesk", "Recovered: my versions"))

    def _write(self, bridge: DocumentBridge, target: Path | None, overwrite: bool = False) -> bool:
        from ..services.save_document import OnConflict, go_on, write_document
        from .waiting import done_beside

        opened = bridge.opened
        assert opened is not None, "a document in the window comes from a file"
        link = self._links.get(bridge)
        announce = link.journal.saving if link is not None else None
        conflict = OnConflict.OVERWRITE if overwrite else OnConflict.REFUSE

        def work() -> Written:
            self._keep_backup(opened.path, opened.binding.workbook.package.data)
            if overwrite:
                self._keep_what_stands(target or opened.path)
            return write_document(opened, target, conflict, announce)

        title = QCoreApplication.translate("FileDesk", "Saving “%1”…").replace("%1", (target or opened.path).name)
        try:
            report = go_on(opened, done_beside(self._window, title, work))
        except WorkStoppedError:
            return False
        except SaveError as error:
            return self._ask_way_on(bridge, target, error)
        except TrajectoError as error:
            self._messages.show_error(error)
            return False
        bridge.path = opened.path
        bridge.undo_stack.setClean()
        if link is not None:
            link.saved()
        bridge.saved.emit()
        if not report.log_is_in:
            self._offer_log(bridge)
        return True

    def _offer_log(self, bridge: DocumentBridge) -> None:
        """Say that the log of feedback rounds is not in the file, and offer a file of its own; once for the same lines."""
        lines = bridge.document.log
        if bridge.path is None or self._log_lines_told.get(bridge) == len(lines):
            return
        self._log_lines_told[bridge] = len(lines)
        from .dialogs.round_log import ask_and_write_log, log_stays_out  # deferred: few workbooks are protected

        said = QCoreApplication.translate("FileDesk", "Everything else was saved.")
        write = QCoreApplication.translate("FileDesk", "Write the log…")
        if self._messages.ask(log_stays_out(), [write], said) == 0:
            ask_and_write_log(lines, bridge.path, self._messages, self._window)

    def _keep_what_stands(self, path: Path) -> None:
        """What somebody else saved is about to be written over: it can be had back from the earlier versions."""
        with contextlib.suppress(OSError):
            self._keep_backup(path, path.read_bytes())

    def _keep_backup(self, path: Path, data: bytes) -> None:
        """Keep the version that is about to be replaced; a full disk must not stop the save itself."""
        if self.state_folder is None:
            return
        from ..services import backups

        with contextlib.suppress(TrajectoError):
            backups.keep(self.state_folder, path, data)


def _is_large(path: Path) -> bool:
    """Whether reading the file takes longer than a moment."""
    with contextlib.suppress(OSError):
        return path.stat().st_size > _LARGE_BYTES
    return False


def _kinds() -> str:
    return QCoreApplication.translate("FileDesk", "Excel workbooks (*.xlsx *.xlsm)")


def document_name(bridge: DocumentBridge) -> str:
    """What to call an open document: its file's name."""
    return bridge.path.name if bridge.path is not None else QCoreApplication.translate("FileDesk", "New overview")


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
