"""After a crash: what the journals hold that never reached a file, shown before it is taken.

Here: offers, taking, discarding, and undo steps of a file that was closed in good order. Not here: how a journal is kept
(`keep_journal`). No Qt.
"""

from __future__ import annotations

import contextlib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trajecto_desktop.document.document import Document
from trajecto_desktop.document.fit import fitted, fitting_history
from trajecto_desktop.document.journal import NO_HISTORY, History, Ledger, Step, net_changes
from trajecto_desktop.document.merge import Conflict
from trajecto_desktop.domain.changes import Change, Together
from trajecto_desktop.errors import JournalBusyError, JournalTooNewError, JournalUnreadableError

from ..values import dataclass
from . import journal_folder
from .change_lines import ChangeLine, lines_of
from .lock_file import LockFile
from .other_hands import digest_on_disk

if TYPE_CHECKING:
    from trajecto_desktop.document.journal_records import JournalRead


class FileState(StrEnum):
    """How the file on disk stands to the journal."""

    SAME = "same"
    """As the journal knows it: everything fits."""
    CHANGED = "changed"
    """Somebody saved it since: what fits is merged, what does not is shown."""
    GONE = "gone"
    """It is not there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Unsaved work of an earlier window."""

    journal: Path
    path: Path
    """The file that it belongs to."""
    when: str
    """Time of the last change, ISO 8601 with zone."""
    count: int
    """How many gestures; `lines` may be fewer or more."""
    lines: tuple[ChangeLine, ...]
    state: FileState
    lost_lines: int = 0
    """Lines at the end of the journal that were damaged."""

    @property
    def fits(self) -> bool:
        """Whether the file is as the journal knows it."""
        return self.state is FileState.SAME


@dataclass(frozen=True, slots=True)
class Trouble:
    """A journal that cannot be offered, with the reason; it stays where it is."""

    journal: Path
    error: JournalTooNewError | JournalUnreadableError


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an offer."""

    changes: tuple[Change, ...]
    """Applied to the document now."""
    conflicts: tuple[Conflict, ...]
    """Where the file says something else by now; the document keeps what the file says."""
    history: History
    """For the undo stack: its done steps are in the document already."""


class OpenedDocument(Protocol):
    """What is needed of an opened file."""

    @property
    def document(self) -> Document:
        """The document as read from the file."""


def offers(state_folder: Path) -> list[Offer]:
    """Unsaved work of windows that no longer run, the latest first.

    Journals without unsaved work are removed. Those of running windows, and those that cannot be read, are passed over.
    """
    found = []
    for journal in _journals(state_folder):
        with contextlib.suppress(JournalTooNewError, JournalUnreadableError, OSError):
            offer = _offer(journal)
            if offer is not None:
                found.append(offer)
    return sorted(found, key=lambda each: each.when, reverse=True)


def troubles(state_folder: Path) -> list[Trouble]:
    """Journals that cannot be offered because a newer program kept them or their beginning is damaged."""
    found = []
    for journal in _journals(state_folder):
        try:
            _read(journal.read_bytes(), journal.name)
        except (JournalTooNewError, JournalUnreadableError) as error:
            found.append(Trouble(journal, error))
        except OSError:
            continue
    return found


def take(offer: Offer, opened: OpenedDocument) -> Taken:
    """Apply the unsaved work to the document just read from the file.

    The journal stays until `discard`, or until a new `Journal(..., replaces=offer.journal)` is safe on disk.

    Raises:
        JournalBusyError: another window took it meanwhile (``file``).
        JournalUnreadableError: it is gone or damaged by now (``file``).
    """
    ledger = _read_locked(offer)
    changes, conflicts = fitted(opened.document, net_changes(ledger.unsaved))
    if changes:
        opened.document.apply(Together(changes))
    history = fitting_history(opened.document, ledger.history())
    if conflicts or not history.undo:
        step = Step(Together(changes), "Herstelde wijzigingen", ledger.at)
        history = History((step,), 1, 0) if changes else NO_HISTORY
    return Taken(changes, conflicts, history)


def discard(offer: Offer) -> None:
    """Let the unsaved work go, for good."""
    with LockFile(offer.journal.with_suffix(journal_folder.LOCK_SUFFIX)) as lock:
        if not lock.acquire():
            raise JournalBusyError(file=offer.path.name)
        offer.journal.unlink(missing_ok=True)
        lock.release(remove=True)


def history_of(state_folder: Path, digest: str, document: Document) -> History:
    """The undo steps kept for a file with exactly this content, as far as they fit the document read from it."""
    return fitting_history(document, kept_history(state_folder, digest))


def has_history(state_folder: Path, digest: str) -> bool:
    """Whether undo steps are kept for a file with exactly this content. Cost: one look at the folder."""
    return journal_folder.history_file(state_folder, digest).exists()


def kept_history(state_folder: Path, digest: str) -> History:
    """The undo steps kept for a file with exactly this content, as they were; see `fitting_history`.

    Touches no document, so that it can be read beside the window. Cost: about 0.2 s the first time, which loads pydantic.
    """
    file = journal_folder.history_file(state_folder, digest)
    try:
        history = _read(file.read_bytes(), file.name).ledger.history()
    except (OSError, JournalUnreadableError, JournalTooNewError):
        return NO_HISTORY
    return History(history.steps, history.position, history.position)


def _journals(state_folder: Path) -> list[Path]:
    return sorted(journal_folder.journals(state_folder).glob(f"*{journal_folder.SUFFIX}"))


def _offer(journal: Path) -> Offer | None:
    with LockFile(journal.with_suffix(journal_folder.LOCK_SUFFIX)) as lock:
        if not lock.acquire():
            return None
        read = _settled(journal, journal.name)
        changes = net_changes(read.ledger.unsaved)
        if not changes and read.lost_lines <= 1:
            journal.unlink(missing_ok=True)
            lock.release(remove=True)
            return None
    ledger = read.ledger
    path = Path(ledger.path)
    lines = tuple(line for change in changes for line in lines_of(change))
    return Offer(journal, path, ledger.at, _gestures(ledger), lines, _state(path, ledger.digest), read.lost_lines)


def _read(data: bytes, name: str) -> JournalRead:
    from trajecto_desktop.document.journal_records import read_journal  # loads pydantic: only where there is a journal

    return read_journal(data, name)


def _settled(journal: Path, name: str) -> JournalRead:
    """The journal, with a save counted that happened without its being told."""
    read = _read(journal.read_bytes(), name)
    if read.ledger.announced is not None:
        read.ledger.settle(digest_on_disk(Path(read.ledger.announced.path)))
    return read


def _gestures(ledger: Ledger) -> int:
    if ledger.clean is None or ledger.clean == ledger.position:
        return len(net_changes(ledger.unsaved))
    return abs(ledger.position - ledger.clean)


def _state(path: Path, digest: str) -> FileState:
    now = digest_on_disk(path)
    if now is None:
        return FileState.GONE
    return FileState.SAME if now == digest else FileState.CHANGED


def _read_locked(offer: Offer) -> Ledger:
    with LockFile(offer.journal.with_suffix(journal_folder.LOCK_SUFFIX)) as lock:
        if not lock.acquire():
            raise JournalBusyError(file=offer.path.name)
        try:
            return _settled(offer.journal, offer.path.name).ledger
        except OSError as error:
            raise JournalUnreadableError(file=offer.path.name) from error
