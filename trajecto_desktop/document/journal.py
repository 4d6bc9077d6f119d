"""The journal's meaning: events in the order they happened, and the ledger that they add up to.

Here: events, steps, what is unsaved, what can be undone. Not here: how a line is written (`journal_records`), nor
files, threads and locks (`services.keep_journal`). Pure; imported by `services`.
"""

from __future__ import annotations

from collections.abc import Iterable

from trajecto_desktop.domain.changes import Change, EntryChanged, Together, single_changes

from ..values import dataclass, field

KEPT_STEPS = 5_000
"""How many undo steps survive a compaction of the journal; in a running window undo has no limit."""


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture that can be undone, with the name a person knows it by."""

    change: Change
    name: str
    at: str = ""
    """ISO 8601 with zone."""


@dataclass(frozen=True, slots=True)
class History:
    """What an undo stack holds: steps, and how many of them are done."""

    steps: tuple[Step, ...] = ()
    position: int = 0
    """Steps before it are done, those from it on can be redone."""
    clean: int | None = 0
    """The position at which the document is what the file holds; `None` when no position is."""

    @property
    def undo(self) -> tuple[Step, ...]:
        """The steps that are done, the oldest first."""
        return self.steps[: self.position]

    @property
    def redo(self) -> tuple[Step, ...]:
        """The steps that were undone, the next one first."""
        return self.steps[self.position :]


NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class Opened:
    """The journal begins: for which file, and what the file held (SHA-256, hexadecimal)."""

    path: str
    digest: str
    at: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was known when the journal began or was compacted: undo steps and unsaved changes."""

    history: History
    unsaved: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A gesture was made."""

    step: Step


@dataclass(frozen=True, slots=True)
class Amended:
    """A change that goes with the last gesture, such as further typing in one cell."""

    step: Step


@dataclass(frozen=True, slots=True)
class Undone:
    """The last step was taken back."""

    at: str = ""


@dataclass(frozen=True, slots=True)
class Redone:
    """The next step was made again."""

    at: str = ""


@dataclass(frozen=True, slots=True)
class Saving:
    """The document is about to be saved; the file will have this digest when that happens."""

    digest: str
    path: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The document was saved; the file now has this digest."""

    digest: str
    path: str
    at: str = ""


Event = Opened | Kept | Done | Amended | Undone | Redone | Saving | Saved


@dataclass(slots=True)
class Ledger:
    """What the events so far add up to. One per journal; changed by `take` alone."""

    path: str = ""
    digest: str = ""
    """Of the file as last opened or saved: the state that `unsaved` builds on."""
    at: str = ""
    steps: list[Step] = field(default_factory=list)
    position: int = 0
    clean: int | None = 0
    unsaved: list[Change] = field(default_factory=list)
    """What was effectively done to the document since the file was as on disk, undoing included."""
    announced: Saving | None = None
    """A save of which nobody has said yet that it happened."""
    _announced_at: tuple[int, int] = (0, 0)
    """Position, and length of `unsaved`, when it was announced."""

    def take(self, event: Event) -> None:
        """Add one event.

        Raises:
            ValueError: it cannot follow on what came before (nothing to undo or redo or amend).
        """
        match event:
            case Opened() | Saved():
                self.path, self.digest, self.at = event.path, event.digest, event.at
                self.unsaved, self.clean, self.announced = [], self.position, None
            case Saving():
                self.announced, self._announced_at = event, (self.position, len(self.unsaved))
            case Kept(history, unsaved):
                self.steps, self.position, self.clean = list(history.steps), history.position, history.clean
                self.unsaved = list(unsaved)
            case Done(step):
                self._do(step)
            case Amended(step):
                self._amend(step)
            case Undone():
                self._undo(event)
            case Redone():
                self._redo(event)

    def settle(self, digest_on_disk: str | None) -> None:
        """Count an announced save as done when the file has its content: the program ended before it could say so."""
        if self.announced is None or self.announced.digest != digest_on_disk:
            return
        position, length = self._announced_at
        self.path, self.digest, self.announced = self.announced.path, self.announced.digest, None
        self.unsaved, self.clean = self.unsaved[length:], position if position <= len(self.steps) else None

    def history(self, limit: int | None = None) -> History:
        """The undo steps; with a limit, the latest of those done and the first of those undone."""
        first = 0 if limit is None else max(self.position - limit, 0)
        last = len(self.steps) if limit is None else min(self.position + limit, len(self.steps))
        clean = None if self.clean is None or not first <= self.clean <= last else self.clean - first
        return History(tuple(self.steps[first:last]), self.position - first, clean)

    def kept(self, limit: int = KEPT_STEPS) -> Kept:
        """Everything in one event, for a compacted journal."""
        return Kept(self.history(limit), net_changes(self.unsaved))

    def _do(self, step: Step) -> None:
        self._forget_redo()
        self.steps.append(step)
        self.position += 1
        self.unsaved.append(step.change)
        self.at = step.at

    def _amend(self, step: Step) -> None:
        if self.position == 0:
            raise ValueError("nothing to amend")
        self._forget_redo()
        if self.clean == self.position:
            self.clean = None
        parts = net_changes((self.steps[-1].change, step.change))
        self.steps[-1] = Step(parts[0] if len(parts) == 1 else Together(parts), step.name, step.at)
        self.unsaved.append(step.change)
        self.at = step.at

    def _forget_redo(self) -> None:
        del self.steps[self.position :]
        if self.clean is not None and self.clean > self.position:
            self.clean = None

    def _undo(self, event: Undone) -> None:
        if self.position == 0:
            raise ValueError("nothing to undo")
        self.position -= 1
        change = self.steps[self.position].change
        if isinstance(change, Together) and self.announced is None and self.unsaved and self.unsaved[-1] is change:
            # Done and taken back is nothing; the inverses of a large gesture take a while to make.
            self.unsaved.pop()
        else:
            self.unsaved.append(change.inverse())
        self.at = event.at

    def _redo(self, event: Redone) -> None:
        if self.position == len(self.steps):
            raise ValueError("nothing to redo")
        self.unsaved.append(self.steps[self.position].change)
        self.position += 1
        self.at = event.at


def net_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The fewest changes with the same outcome: one per entry, and nothing that was taken back.

    Changes of structure keep their order; changes of entries are joined between two of them.
    """
    done: list[Change] = []
    entries: dict[tuple[str, str], EntryChanged] = {}
    for change in (part for each in changes for part in single_changes(each)):
        if isinstance(change, EntryChanged):
            key = (change.form, change.characteristic)
            first = entries.get(key, change)
            entries[key] = EntryChanged(change.form, change.characteristic, first.before, change.after)
            continue
        left = _meaningful(entries)
        entries = {}
        if not left and done and done[-1] == change.inverse():
            done.pop()
            entries = _reopened(done)
        else:
            done += [*left, change]
    return (*done, *_meaningful(entries))


def _meaningful(entries: dict[tuple[str, str], EntryChanged]) -> list[EntryChanged]:
    return [change for change in entries.values() if change.before != change.after]


def _reopened(done: list[Change]) -> dict[tuple[str, str], EntryChanged]:
    """Take the entries off the end again: the structure change that closed them was taken back."""
    entries: dict[tuple[str, str], EntryChanged] = {}
    while done and isinstance(done[-1], EntryChanged):
        change = done.pop()
        assert isinstance(change, EntryChanged)
        entries = {(change.form, change.characteristic): change, **entries}
    return entries
