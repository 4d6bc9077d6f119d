"""Keep the journal of an opened file: every change is on disk within a second, and the window never waits for it.

Here: the journal's file, its writing thread, its lock, its end. Not here: what events mean (`document.journal`), how they
are written (`document.journal_lines`), what is offered after a crash (`recover`). No Qt.

How: callers append events to a queue; one thread writes what has gathered, every `FLUSH_INTERVAL_S`, and syncs it to the
disk. A disk that is full leaves the journal at its last whole line; what could not be written is tried again.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from trajecto_desktop import __version__
from trajecto_desktop.document.journal import (
    NO_HISTORY,
    Amended,
    Done,
    Event,
    History,
    Kept,
    Ledger,
    Opened,
    Redone,
    Saved,
    Saving,
    Step,
    Undone,
    net_changes,
)
from trajecto_desktop.document.journal_lines import line_of
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.errors import SaveError

from ..values import replace
from . import journal_folder
from .atomic import save_error
from .lock_file import LockFile

FLUSH_INTERVAL_S = 0.2
"""How long events gather before they are written: with the sync, well under the promised second."""
RETRY_INTERVAL_S = 2.0
COMPACT_BYTES = 8_000_000
"""A journal that has grown past this is rewritten to what it adds up to, and then past twice its new size."""

Clock = Callable[[], datetime]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """The journal of one opened file in one running window.

    Made when a file is opened; the journal's own file comes with the first change, so that looking leaves no trace.
    Methods may be called from one thread; they return at once, but for `flush` and `close`.

    Args:
        state_folder: the person's state folder (platformdirs), already chosen by the caller.
        path: the opened file.
        digest: SHA-256 of the file as opened.
        history: undo steps that were restored, from `recover.history_of` or `recover.take`.
        unsaved: changes that are in the document but not in the file, from `recover.take`.
        replaces: a journal that this one takes the place of, removed once this one is safe on disk.
        on_trouble: told from the writing thread when the journal cannot be written, and with `None` when it can again.
        clock: gives the time, with zone.
    """

    def __init__(
        self,
        state_folder: Path,
        path: Path,
        digest: str,
        *,
        history: History = NO_HISTORY,
        unsaved: Iterable[Change] = (),
        replaces: Path | None = None,
        on_trouble: Callable[[SaveError | None], None] | None = None,
        clock: Clock = _utc_now,
    ) -> None:
        self._state_folder = state_folder
        self._clock = clock
        self._on_trouble = on_trouble
        self._replaces = replaces
        self._ledger = Ledger()
        self._queue: list[Event] = [Opened(str(path), digest, self._now(), __version__)]
        kept = Kept(history, tuple(unsaved))
        if history.steps or kept.unsaved:
            self._queue.append(kept)
        for event in self._queue:
            self._ledger.take(event)
        self._started = False
        self._writing = False
        self._closing = False
        self._wake = threading.Condition()
        self._file = _JournalFile(journal_folder.journals(state_folder), path)
        self._trouble: SaveError | None = None
        self._thread: threading.Thread | None = None
        if kept.unsaved:
            self._start()

    @property
    def file(self) -> Path:
        """Where the journal stands, or will stand."""
        return self._file.path

    @property
    def safe(self) -> bool:
        """Whether every event so far is on disk."""
        with self._wake:
            return not self._started or not (self._queue or self._writing)

    @property
    def trouble(self) -> SaveError | None:
        """Why the journal cannot be written at this moment, or nothing."""
        return self._trouble

    @property
    def history(self) -> History:
        """The undo steps as the journal knows them."""
        return self._ledger.history()

    @property
    def unsaved(self) -> bool:
        """Whether the document holds something that the file does not."""
        ledger = self._ledger
        return ledger.clean != ledger.position and bool(net_changes(ledger.unsaved))

    def restore(self, history: History) -> bool:
        """Take undo steps in that were read after the file was opened; false when something happened already."""
        with self._wake:
            if self._started or self._ledger.steps:
                return False
            self._ledger.take(Kept(history))
            self._queue.append(Kept(history))
            return True

    def done(self, change: Change, name: str) -> None:
        """A gesture was made; `name` is what its undo is called by."""
        self._append(Done(Step(change, name, self._now())))

    def amended(self, change: Change, name: str) -> None:
        """A further change that belongs to the last gesture (typing on); `change` is what came on top of it."""
        self._append(Amended(Step(change, name, self._now())))

    def undone(self) -> None:
        """The last gesture was taken back."""
        self._append(Undone(self._now()))

    def redone(self) -> None:
        """The next gesture was made again."""
        self._append(Redone(self._now()))

    def saving(self, path: Path, digest: str) -> None:
        """The document is about to be saved: put everything so far on disk, and what the file will be.

        So that a program stopped between saving and saying so does not offer what is in the file already. Waits for the
        disk, briefly; where the journal cannot be written the save goes on.
        """
        if self._started:
            self._append(Saving(digest, str(path), self._now()))
            self.flush(timeout_s=1.0)

    def saved(self, path: Path, digest: str) -> None:
        """The document was saved there, and the file now has this digest; undo goes on across it."""
        self._append(Saved(digest, str(path), self._now()))

    def rebased(self, path: Path, digest: str, unsaved: Iterable[Change]) -> None:
        """The document now builds on another content of the file (after a merge): what it holds beyond that is unsaved."""
        self.saved(path, digest)
        left = tuple(unsaved)
        if left:
            self._append(Kept(replace(self._ledger.history(), clean=None), left))

    def flush(self, timeout_s: float = 5.0) -> bool:
        """Wait until everything is on disk; false when that did not happen in time."""
        with self._wake:
            if not self._started:
                return True
            self._wake.notify_all()
            return self._wake.wait_for(lambda: not (self._queue or self._writing), timeout_s)

    def close(self, *, discard: bool = False) -> None:
        """End the journal.

        Without unsaved work (or with `discard`: the person chose to let it go) nothing will be offered at the next
        start; the undo steps are kept for when the same file is opened again. With unsaved work it stays to be offered.
        """
        self.flush()
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=5.0)
        finished = discard or not self.unsaved
        if finished and not discard:
            self._keep_history()
        self._file.close(remove=finished)

    def __enter__(self) -> Journal:
        """The journal itself; leaving closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")

    def _append(self, event: Event) -> None:
        with self._wake:
            self._ledger.take(event)
            self._queue.append(event)
            if not self._started:
                self._start()
            elif len(self._queue) == 1:
                # The writing thread may be waiting for something to write.
                self._wake.notify_all()

    def _start(self) -> None:
        self._started = True
        self._thread = threading.Thread(target=self._write_until_closed, name="journal", daemon=True)
        self._thread.start()

    def _write_until_closed(self) -> None:
        while True:
            with self._wake:
                if not self._queue and self._closing:
                    return
                if not self._queue:
                    self._wake.wait()
                    continue
                events, self._queue, self._writing = self._queue, [], True
            lines = b"".join(line_of(event) for event in events)
            self._write(lines, events)
            self._pause()

    def _pause(self) -> None:
        with self._wake:
            if self._trouble is not None and self._closing:
                self._queue = []
            elif self._trouble is not None:
                self._wake.wait(RETRY_INTERVAL_S)
            elif not self._closing:
                self._wake.wait(FLUSH_INTERVAL_S)

    def _write(self, lines: bytes, events: list[Event]) -> None:
        trouble: SaveError | None = None
        try:
            self._file.append(lines)
            if self._replaces is not None:
                journal_folder.remove(self._replaces)
                self._replaces = None
        except OSError as error:
            trouble = save_error(error, self._file.path)
        if self._file.size > self._file.compact_at and self._ledger.announced is None:
            self._compact()
        with self._wake:
            if trouble is not None:
                self._queue = events + self._queue
            self._writing = False
            changed = (trouble is None) != (self._trouble is None)
            self._trouble = trouble
            self._wake.notify_all()
        if changed and self._on_trouble is not None:
            self._on_trouble(trouble)

    def _compact(self) -> None:
        """Rewrite the journal to what it adds up to; events still queued are in it already and leave the queue."""
        with self._wake:
            content, queued = self._content(), self._queue
            self._queue = []
        try:
            self._file.replace(_lines(content))
        except OSError:
            # The long journal is as good as the short one; try again when it has doubled.
            self._file.compact_at = 2 * self._file.size
            with self._wake:
                self._queue = queued + self._queue

    def _content(self) -> list[Event]:
        ledger = self._ledger
        return [Opened(ledger.path, ledger.digest, ledger.at, __version__), ledger.kept()]

    def _keep_history(self) -> None:
        if not self._ledger.steps or not self._started:
            return
        with contextlib.suppress(OSError):
            # A history that cannot be kept costs undo after reopening, and nothing else.
            journal_folder.keep_history(self._state_folder, self._ledger.digest, _lines(self._content()))


def _lines(events: Iterable[Event]) -> bytes:
    return b"".join(line_of(event) for event in events)


class _JournalFile:
    """The file and its lock; whole lines only."""

    def __init__(self, folder: Path, opened: Path) -> None:
        stem = re.sub(r"[^\w.-]+", "_", opened.stem)[:60] or "werkmap"
        self.path = folder / f"{stem}-{os.urandom(6).hex()}{journal_folder.SUFFIX}"
        self.size = 0
        self.compact_at = COMPACT_BYTES
        self._lock = LockFile(self.path.with_suffix(journal_folder.LOCK_SUFFIX))
        self._descriptor: int | None = None

    def append(self, lines: bytes) -> None:
        """Add whole lines and sync them to the disk; when that fails, the file ends after the last good line."""
        descriptor = self._open()
        try:
            _write_all(descriptor, lines)
            os.fsync(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, self.size)
                os.lseek(descriptor, self.size, os.SEEK_SET)
            raise
        self.size += len(lines)

    def replace(self, content: bytes) -> None:
        """Put other content in its place, whole or not at all."""
        beside = self.path.with_suffix(".new")
        try:
            with open(beside, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._close()
            os.replace(beside, self.path)
        finally:
            beside.unlink(missing_ok=True)
        self.size = len(content)
        self.compact_at = max(COMPACT_BYTES, 2 * self.size)

    def close(self, remove: bool) -> None:
        """Let go of the file; with `remove`, it goes."""
        self._close()
        if not self._lock.held:
            return
        if remove:
            self.path.unlink(missing_ok=True)
        self._lock.release(remove=True)

    def _open(self) -> int:
        if not self._lock.held:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire()
        if self._descriptor is None:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self.path, flags, 0o600)
            os.lseek(self._descriptor, self.size, os.SEEK_SET)
        return self._descriptor

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
