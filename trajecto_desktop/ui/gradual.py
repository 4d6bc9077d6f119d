"""Changes of many entries at once, a little at a time: the window lives meanwhile, and the person can stop them.

Here: making a gesture of thousands of changes, and working out what it changes. It stays one gesture: stopped half-way, what was
done of it is taken back. Not here: undo steps (`bridge`). Imported when something large is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from ..document.document import Document, EntryKey
from ..domain.changes import Change, EntryChanged, Together
from ..domain.fiche import Entry
from ..errors import ChangeDoesNotFitError
from .waiting import done_in_slices, front

_Value = TypeVar("_Value")
AT_ONCE = 2_500
"""So many entries change before anybody notices."""
_CHUNK = 400


def is_large(change: Change) -> bool:
    """Whether a change is better made a little at a time: many entries, and nothing but entries."""
    return (
        isinstance(change, Together)
        and len(change.changes) > AT_ONCE
        and all(isinstance(part, EntryChanged) for part in change.changes)
    )


def apply_gradually(document: Document, change: Change, *, back: bool = False) -> bool:
    """Make a large change, or take it back.

    Args:
        document: what to change; its listeners are told of each part.
        change: for which `is_large`.
        back: whether to undo it.

    Returns:
        Whether it was done; False where the person stopped it: then the document is as it was.

    Raises:
        ChangeDoesNotFitError: as `Document.apply`; the document is as it was.
    """
    assert isinstance(change, Together), "a large change is one of many"
    done: list[Change] = []
    title = (
        QCoreApplication.translate("Gradual", "Undoing…")
        if back
        else QCoreApplication.translate("Gradual", "Changing…")
    )
    try:
        if done_in_slices(front(), title, _applied(document, _parts(change, back), done)):
            return True
    except ChangeDoesNotFitError:
        _take_back(document, done)
        raise
    _take_back(document, done)
    return False


def _parts(change: Together, back: bool) -> Iterator[tuple[Together, int, int]]:
    """A change in smaller ones, each with how many entries are done by then, and of how many."""
    total = len(change.changes)
    for start in range(0, total, _CHUNK):
        end = min(start + _CHUNK, total)
        if back:
            yield Together(change.changes[total - end : total - start]).inverse(), end, total
        else:
            yield Together(change.changes[start:end]), end, total


def _applied(
    document: Document, parts: Iterable[tuple[Together, int, int]], done: list[Change]
) -> Iterator[tuple[int, int]]:
    for part, at, total in parts:
        document.apply(part)
        done.append(part)
        yield at, total


def _take_back(document: Document, done: list[Change]) -> None:
    """Nobody can stop this: a gesture is whole, or it is not there."""
    back = [part.inverse() for part in reversed(done)]
    title = QCoreApplication.translate("Gradual", "Taking back what was changed…")
    done_in_slices(front(), title, _each(document, back), stoppable=False)


def _each(document: Document, changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    for number, change in enumerate(changes, 1):
        document.apply(change)
        yield number, len(changes)


def worked_out(
    document: Document, places: Sequence[EntryKey], after: Callable[[EntryKey, Entry], Entry]
) -> tuple[EntryChanged, ...] | None:
    """What becomes of these entries; those that stay as they are do not count. Nothing where the person stopped it.

    Args:
        document: what they are now.
        places: form and characteristic key of each.
        after: gives what an entry becomes.
    """
    found: list[EntryChanged] = []

    def look(place: EntryKey) -> None:
        before = document.entry(*place)
        now = after(place, before)
        if now != before:
            found.append(EntryChanged(*place, before, now))

    title = QCoreApplication.translate("Gradual", "Working out what changes…")
    return tuple(found) if each_in_turn(title, places, look) else None


def each_in_turn(title: str, values: Sequence[_Value], look: Callable[[_Value], object]) -> bool:
    """Look at each value, a little at a time. Whether all were looked at, and nobody stopped it."""
    return done_in_slices(front(), title, _looked_at(values, look))


def _looked_at(values: Sequence[_Value], look: Callable[[_Value], object]) -> Iterator[tuple[int, int]]:
    for number, value in enumerate(values, 1):
        look(value)
        yield number, len(values)
