"""An open file as the window handles it, without the window: the order in which the services take care of its work.

For tests of these services together (`test_work_session`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from trajecto_desktop.document.journal import NO_HISTORY, History
from trajecto_desktop.document.merge import Conflict
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.errors import SaveError
from trajecto_desktop.services import backups, other_hands, recover
from trajecto_desktop.services.keep_journal import Journal
from trajecto_desktop.services.merge_on_disk import Merge, adopt, merge_on_disk, unsaved_changes
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import OnConflict, SaveReport, save_document

OnTrouble = Callable[[SaveError | None], None]


class WorkSession:
    """An open file whose work is kept safe.

    Args:
        state_folder: the person's state folder; journals and backups stand in it.
        opened: the open file.
        history: undo steps to give to the window's undo list.
        unsaved: changes that are in the document but not in the file.
        replaces: a journal whose work was taken over, removed once this session's own is safe.
        conflicts: what of that work did not fit.
        on_trouble: told, from another thread, when the journal cannot be written, and with `None` when it can again.
    """

    def __init__(
        self,
        state_folder: Path,
        opened: OpenedFile,
        *,
        history: History = NO_HISTORY,
        unsaved: Iterable[Change] = (),
        replaces: Path | None = None,
        conflicts: tuple[Conflict, ...] = (),
        on_trouble: OnTrouble | None = None,
    ) -> None:
        self._state_folder = state_folder
        self.opened = opened
        self.history = history
        """For the undo list, when the session begins; its done steps are in the document already."""
        self.conflicts = conflicts
        self.others = tuple(other_hands.others_in(opened.path))
        """Who had the file open elsewhere when it was opened."""
        self.place = other_hands.place_of(opened.path)
        self.backup_trouble: SaveError | None = None
        """Why the last backup could not be kept, or nothing."""
        self.journal = Journal(
            state_folder,
            opened.path,
            opened.digest,
            history=history,
            unsaved=unsaved,
            replaces=replaces,
            on_trouble=on_trouble,
        )

    @classmethod
    def open(cls, path: Path, state_folder: Path, on_trouble: OnTrouble | None = None) -> WorkSession:
        """Open a file, with the undo steps of the last time if its content is the same.

        Raises:
            DocumentError: it cannot be read.
        """
        opened = open_document(path)
        history = recover.history_of(state_folder, opened.digest, opened.document)
        return cls(state_folder, opened, history=history, on_trouble=on_trouble)

    @classmethod
    def recover(cls, offer: recover.Offer, state_folder: Path, on_trouble: OnTrouble | None = None) -> WorkSession:
        """Open the file of an offer and take its unsaved work.

        Raises:
            DocumentError: the file cannot be read; the offer stays.
            JournalBusyError: another window took it.
        """
        opened = open_document(offer.path)
        taken = recover.take(offer, opened)
        return cls(
            state_folder,
            opened,
            history=taken.history,
            unsaved=taken.changes,
            replaces=offer.journal,
            conflicts=taken.conflicts,
            on_trouble=on_trouble,
        )

    def save(self, target: Path | None = None, on_conflict: OnConflict = OnConflict.REFUSE) -> SaveReport:
        """Save, with a copy of what is replaced and of what was saved; undo goes on across it.

        Args:
            target: where to; where the file came from by default.
            on_conflict: whether to go on although somebody else changed the file or has it open.

        Raises:
            FileChangedOnDiskError, FileInUseError, NameCaseError: the person should choose first; see its `choices`.
            SaveError: it cannot be written; the file on disk is as it was and the work stays in the journal.
        """
        path = self.opened.path if target is None else target
        if on_conflict is OnConflict.REFUSE:
            trouble = other_hands.before_saving(path, self.opened.path, self.opened.digest)
            if trouble is not None:
                raise trouble
        self._keep_backup(path)
        report = save_document(self.opened, target, on_conflict, announce=self.journal.saving)
        self.journal.saved(report.path, report.digest)
        self._keep_backup(path)
        return report

    def merge(self) -> Merge:
        """What somebody else saved, laid on our document: apply its `change` as one undo step, then `adopt` it.

        Raises:
            DocumentError: the file on disk cannot be read.
        """
        return merge_on_disk(self.opened)

    def adopt(self, merge: Merge) -> None:
        """Build on the file as it is on disk now; call it after `merge.change` was applied."""
        adopt(self.opened, merge)
        self.journal.rebased(self.opened.path, self.opened.digest, unsaved_changes(self.opened))

    def backups(self) -> list[backups.Backup]:
        """The copies of this file, the latest first."""
        return backups.of_file(self._state_folder, self.opened.path)

    def close(self, *, discard: bool = False) -> None:
        """End the session; unsaved work is offered at the next start, unless the person lets it go (`discard`)."""
        self.journal.close(discard=discard)

    def _keep_backup(self, path: Path) -> None:
        """A backup that cannot be kept must not keep anyone from saving."""
        self.backup_trouble = None
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            try:
                backups.keep(self._state_folder, path, data)
            except SaveError as error:
                self.backup_trouble = error
