"""The link between an open document's undo stack and its journal: each step is on disk within a second.

Here: telling the journal, and whether all is safe. Not here: the journal itself (`services.keep_journal`).
"""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ..document.fit import fitting_history
from ..document.journal import NO_HISTORY, History
from ..domain.changes import Change
from ..errors import SaveError
from ..services.keep_journal import Journal
from ..services.merge_on_disk import unsaved_changes
from ..services.open_document import OpenedFile
from ..services.recover import Offer, Taken, has_history, kept_history
from .bridge import DocumentBridge

_POLL_MS = 150
_HISTORY_AFTER_MS = 400


class JournalLink(QObject):
    """Keeps the journal of one bridge.

    Args:
        bridge: the document; its undo stack gets the steps of an earlier time back.
        opened: the file it came from.
        state_folder: where journals stand.
        taken: unsaved work that was taken up just now, with the offer it came from.
    """

    safety_changed = Signal(bool)
    """Whether every change so far is on disk."""
    _trouble_noted = Signal(object)
    _history_read = Signal(object)

    def __init__(
        self,
        bridge: DocumentBridge,
        opened: OpenedFile,
        state_folder: Path,
        taken: tuple[Offer, Taken] | None = None,
    ) -> None:
        super().__init__(bridge)
        self._bridge, self._opened = bridge, opened
        history = taken[1].history if taken is not None else NO_HISTORY
        self.journal = Journal(
            state_folder,
            opened.path,
            opened.digest,
            history=history,
            unsaved=taken[1].changes if taken is not None else (),
            replaces=taken[0].journal if taken is not None else None,
            on_trouble=self._trouble_noted.emit,
        )
        bridge.restore_steps([(s.change, s.name) for s in history.steps], history.position, history.clean)
        self.trouble: SaveError | None = None
        self._trouble_noted.connect(self._on_trouble)
        self._index = bridge.undo_stack.index()
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        bridge.pushed.connect(self._on_pushed)
        bridge.undo_stack.indexChanged.connect(self._on_index_changed)
        self._history_read.connect(self._on_history_read)
        self._reader: threading.Thread | None = None
        if taken is None and has_history(state_folder, opened.digest):
            self._reader = threading.Thread(
                target=self._read_history, args=(state_folder, opened.digest), name="history", daemon=True
            )
            # The first picture comes first; undo steps of another day can wait that long.
            QTimer.singleShot(_HISTORY_AFTER_MS, self, self._reader.start)

    def saved(self) -> None:
        """The document was written."""
        self.journal.saved(self._opened.path, self._opened.digest)
        self._poll.start()

    def rebased(self) -> None:
        """The document builds on what somebody else saved."""
        self.journal.rebased(self._opened.path, self._opened.digest, unsaved_changes(self._opened))

    def close(self, discard: bool) -> None:
        """End the journal; with `discard` unsaved work is let go."""
        self._poll.stop()
        if self._reader is not None and self._reader.is_alive():
            self._reader.join()
        self.journal.close(discard=discard)

    def _read_history(self, state_folder: Path, digest: str) -> None:
        history = kept_history(state_folder, digest)
        with contextlib.suppress(RuntimeError):  # the document was closed, and this object with it
            self._history_read.emit(history)

    def _on_history_read(self, kept: History) -> None:
        """Give the undo stack the steps of the last time, unless the person was quicker."""
        history = fitting_history(self._opened.document, kept)
        if self._bridge.undo_stack.count() == 0 and history.steps and self.journal.restore(history):
            self._bridge.restore_steps([(s.change, s.name) for s in history.steps], history.position, history.clean)
            self._index = self._bridge.undo_stack.index()

    def _on_pushed(self, change: Change, name: str, merged: bool) -> None:
        if merged:
            self.journal.amended(change, name)
        else:
            self.journal.done(change, name)
        self._index = self._bridge.undo_stack.index()
        self._wait()

    def _on_index_changed(self, index: int) -> None:
        if self._bridge.pushing:
            return
        for _ in range(self._index - index):
            self.journal.undone()
        for _ in range(index - self._index):
            self.journal.redone()
        self._index = index
        self._wait()

    def _wait(self) -> None:
        self.safety_changed.emit(False)
        self._poll.start()

    def _on_poll(self) -> None:
        if self.journal.safe:
            self._poll.stop()
            self.safety_changed.emit(True)

    def _on_trouble(self, error: SaveError | None) -> None:
        self.trouble = error
        self.safety_changed.emit(error is None and self.journal.safe)
