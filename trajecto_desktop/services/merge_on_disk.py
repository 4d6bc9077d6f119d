"""Three-way merge with what somebody else saved meanwhile: as opened, as it is in our window, as it is on disk.

Here: the merge of one open file with its own place on disk. Not here: returned copies of many people
(`collect_feedback`), noticing that the file changed (`other_hands`). No Qt.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document.document import Document
from ..document.fit import copy_of, fitted
from ..document.merge import Conflict, with_part
from ..domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    LogGrew,
    Together,
)
from ..domain.fiche import EMPTY_ENTRY
from ..values import dataclass, replace
from .open_document import FileState, OpenedFile, open_document

_WITHOUT_A_SIDE = ("structure", "annotation")
"""Parts in conflict for which `Merge.change` holds no change of theirs."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What somebody else made of the file, laid on our document; nothing is changed yet."""

    change: Together
    """For our document, as one undo step: their forms, rows and entries; where both changed one part, theirs."""
    conflicts: tuple[Conflict, ...]
    """Parts that both sides changed; `ours` and `theirs` for the person to choose from."""
    theirs: OpenedFile
    """The file as it is on disk."""

    @property
    def change_keeping_ours(self) -> Together:
        """As `change`, but where both changed one part, ours stays."""
        decided = sum(each.part not in _WITHOUT_A_SIDE for each in self.conflicts)
        return Together(self.change.changes[: len(self.change.changes) - decided])

    @property
    def is_needed(self) -> bool:
        """Whether their file says anything that our document does not."""
        return bool(self.change.changes or self.conflicts)


def changes_since(state: FileState, now: FileState) -> tuple[Change, ...]:
    """The changes that make one state of a file into another; what goes is emptied first, what comes is filled last."""
    names, keys = {form.name for form in now.forms}, {row.key for row in now.characteristics}
    entries = tuple(_entries(state, now))
    going = tuple(
        each
        for each in entries
        if each.form not in names or (_is_row_of(state, each) and each.characteristic not in keys)
    )
    filled = (each for each in entries if each not in going)
    return (*going, *_structure(state, now), *filled, *_conversions(state, now), *_beside(state, now))


def unsaved_changes(opened: OpenedFile) -> tuple[Change, ...]:
    """What our document says that the file, as opened or last saved, does not."""
    changes = changes_since(opened.in_file, FileState.of(opened.document))
    lines = opened.document.log[opened.in_file.log_lines :]
    return (*changes, LogGrew(lines)) if lines else changes


def merge_on_disk(opened: OpenedFile) -> Merge:
    """Read the file again and work out the merge; the caller applies `change` (as an undo step) and then `adopt`s.

    Raises:
        DocumentError: the file on disk cannot be read.
    """
    theirs = open_document(opened.path, opened.profile)
    changes, clashes = fitted(opened.document, changes_since(opened.in_file, theirs.in_file))
    # `fitted` lays their changes on our document: what it calls theirs is what stands there, which is ours.
    conflicts = tuple(replace(each, ours=each.theirs, theirs=each.ours) for each in clashes)
    trial = copy_of(opened.document)
    trial.apply(Together(changes))
    return Merge(Together((*changes, *_theirs_in(trial, conflicts))), conflicts, theirs)


def adopt(opened: OpenedFile, merge: Merge) -> None:
    """After `merge.change` was applied: our document now builds on the file as it is on disk, so that a save is no loss."""
    own_lines = opened.document.log[opened.in_file.log_lines :]
    opened.document.content.log = [*merge.theirs.document.log, *own_lines]
    opened.binding = merge.theirs.binding
    opened.in_file = merge.theirs.in_file
    content = merge.theirs.document.content
    opened.document.rebase(content.places, content.findings)


def _entries(state: FileState, now: FileState) -> Iterator[EntryChanged]:
    for form, key in dict.fromkeys([*state.entries, *now.entries]):
        before, after = (side.entries.get((form, key), EMPTY_ENTRY) for side in (state, now))
        if before != after:
            yield EntryChanged(form, key, before, after)


def _beside(state: FileState, now: FileState) -> Iterator[CellRemarksChanged]:
    if state.beside is now.beside:
        return
    for place in dict.fromkeys([*state.beside, *now.beside]):
        before, after = (side.beside.get(place, ()) for side in (state, now))
        if before != after:
            yield CellRemarksChanged(*place, before, after)


def _is_row_of(state: FileState, change: EntryChanged) -> bool:
    # The row of general remarks is no characteristic.
    return any(row.key == change.characteristic for row in state.characteristics)


def _structure(state: FileState, now: FileState) -> Iterator[Change]:
    """Removals from the back, additions from the front, so that each place is right when its turn comes."""
    names, keys = {form.name for form in now.forms}, {row.key for row in now.characteristics}
    for index_0, form in reversed(tuple(enumerate(state.forms))):
        if form.name not in names:
            yield FormRemoved(form, index_0)
    for index_0, row in reversed(tuple(enumerate(state.characteristics))):
        if row.key not in keys:
            yield CharacteristicRemoved(row, index_0)
    names, keys = {form.name for form in state.forms}, {row.key for row in state.characteristics}
    for index_0, form in enumerate(now.forms):
        if form.name not in names:
            yield FormAdded(form, index_0)
    stood = {form.name: form for form in state.forms}
    for form in now.forms:
        if form.name in stood and form != stood[form.name]:
            yield FormRenamed(stood[form.name], form)
    for index_0, row in enumerate(now.characteristics):
        if row.key not in keys:
            yield CharacteristicAdded(row, index_0)


def _conversions(state: FileState, now: FileState) -> Iterator[Change]:
    """Rows about wordings that went, from the back, and that came, from the front."""
    stood, stand = ({row.words for row in side.conversions} for side in (state, now))
    for index_0, row in reversed(tuple(enumerate(state.conversions))):
        if row.words not in stand:
            yield ConversionRemoved(row, index_0)
    for index_0, row in enumerate(now.conversions):
        if row.words not in stood:
            yield ConversionAdded(row, index_0)


def _theirs_in(trial: Document, conflicts: tuple[Conflict, ...]) -> list[EntryChanged]:
    """Where both changed one part, theirs: it is in the file, and ours can be taken back from the undo list."""
    changes = []
    for conflict in conflicts:
        # A remark that both changed keeps both sides' replies; nothing of theirs has to be put back.
        if conflict.part not in _WITHOUT_A_SIDE:
            there = trial.entry(conflict.form, conflict.characteristic)
            change = trial.change_entry(
                conflict.form, conflict.characteristic, with_part(there, conflict.theirs, conflict.part)
            )
            trial.apply(change)
            changes.append(change)
    return changes
