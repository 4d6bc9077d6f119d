"""Changes of an earlier day laid on a document that may have moved on: what fits, and what conflicts.

Here: fitting and trying out. Not here: where the changes come from (`services.recover`). Pure; imported by `services`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    Together,
    single_changes,
)
from ..domain.fiche import EMPTY_ENTRY
from ..errors import ChangeDoesNotFitError
from ..values import replace
from .document import Content, Document
from .journal import History, Step
from .merge import Conflict, merge_annotations, merge_entries, same_meaning


def fitted(document: Document, changes: Sequence[Change]) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
    """What of the changes can be applied to a document that may have moved on, and what conflicts.

    A change that is there already drops out. Entries are merged part by part.
    """
    trial = copy_of(document)
    done: list[Change] = []
    conflicts: list[Conflict] = []
    for change in (part for each in changes for part in single_changes(each)):
        fitting, clash = _fit(trial, change)
        conflicts += clash
        if fitting is None:
            continue
        try:
            trial.apply(fitting)
        except (ChangeDoesNotFitError, KeyError):
            conflicts.append(_structure_conflict(fitting))
        else:
            done.append(fitting)
    return tuple(done), tuple(conflicts)


def _fit(trial: Document, change: Change) -> tuple[Change | None, list[Conflict]]:
    match change:
        case EntryChanged(form, key, before, after):
            if form not in trial.form_names or not trial.has_characteristic(key):
                return None, [Conflict(form, key, "structure", before, after, EMPTY_ENTRY)]
            there = trial.entry(form, key)
            # Only formats that differ between two readings stand between the journal and the file.
            merged, parts = (after, ()) if same_meaning(before, there) else merge_entries(before, after, there)
            clash = [Conflict(form, key, part, before, after, there) for part in parts]
            return (EntryChanged(form, key, there, merged) if merged != there else None), clash
        case FormRemoved(removed, _) if any(key[0] == removed.name for key in trial.content.entries):
            return None, [_structure_conflict(change)]
        case CharacteristicRemoved(row, _) if any(key[1] == row.key for key in trial.content.entries):
            return None, [_structure_conflict(change)]
        case FormAdded(form_added, _) if form_added in trial.forms:
            return None, []
        case CharacteristicAdded(added, _) if trial.has_characteristic(added.key):
            return None, []
        case FormRenamed(_, renamed) if renamed in trial.forms:
            return None, []
        case ConversionAdded() | ConversionRemoved():
            return _fit_conversion(trial, change), []
        case CellRemarksChanged(sheet, cell, before, after):
            # What both sides said stays, so that nothing of it is in conflict.
            said = trial.beside.get((sheet, cell), ())
            both, _ = merge_annotations(before, after, said)
            return (CellRemarksChanged(sheet, cell, said, both) if both != said else None), []
        case _:
            return change, []


def _fit_conversion(trial: Document, change: ConversionAdded | ConversionRemoved) -> Change | None:
    """A row comes where it is not yet, as near to its place as may be, and goes from where it stands now."""
    rows = trial.content.conversions
    place_0 = next((i for i, row in enumerate(rows) if row.words == change.conversion.words), None)
    if isinstance(change, ConversionAdded):
        return None if place_0 is not None else ConversionAdded(change.conversion, min(change.index_0, len(rows)))
    return None if place_0 is None else ConversionRemoved(change.conversion, place_0)


def _structure_conflict(change: Change) -> Conflict:
    form = characteristic = ""
    match change:
        case FormAdded(added, _) | FormRemoved(added, _) | FormRenamed(added, _):
            form = added.name
        case CharacteristicAdded(row, _) | CharacteristicRemoved(row, _) | CharacteristicReworded(row, _):
            characteristic = row.key
        case EntryChanged():
            form, characteristic = change.form, change.characteristic
    return Conflict(form, characteristic, "structure", EMPTY_ENTRY, EMPTY_ENTRY, EMPTY_ENTRY)


def fitting_history(document: Document, history: History) -> History:
    """The steps next to the present that can be taken back from what the document holds, and made again.

    Two readings of one text may differ in formats that nobody sees; a step that says the same takes over what stands in
    the document. Steps before the first that does not fit, or after it for those undone, are left out.
    """
    undo = _fitting(copy_of(document), [(step, step.change.inverse()) for step in reversed(history.undo)])
    redo = _fitting(copy_of(document), [(step, step.change) for step in history.redo])
    done = tuple(replace(step, change=change.inverse()) for step, change in reversed(undo))
    again = tuple(replace(step, change=change) for step, change in redo)
    dropped = history.position - len(done)
    clean = None if history.clean is None else history.clean - dropped
    if clean is not None and not 0 <= clean <= len(done) + len(again):
        clean = None
    return History(done + again, len(done), clean)


def _fitting(trial: Document, steps: list[tuple[Step, Change]]) -> list[tuple[Step, Change]]:
    found = []
    for step, change in steps:
        try:
            found.append((step, Together(tuple(_applied(trial, part) for part in single_changes(change)))))
        except (ChangeDoesNotFitError, KeyError, IndexError):
            break
    return [(step, _lone(change)) for step, change in found]


def _applied(trial: Document, change: Change) -> Change:
    """The change as it fits, made on the trial."""
    if isinstance(change, EntryChanged):
        there = trial.entry(change.form, change.characteristic)
        if there != change.before and same_meaning(there, change.before):
            change = EntryChanged(change.form, change.characteristic, there, change.after)
    trial.apply(change)
    return change


def _lone(change: Together) -> Change:
    return change.changes[0] if len(change.changes) == 1 else change


def copy_of(document: Document) -> Document:
    """A document of its own with the same forms, rows and entries, to try things on."""
    content = document.content
    return Document(
        Content(
            content.layout,
            content.palette,
            list(content.forms),
            list(content.characteristics),
            dict(content.entries),
            conversions=content.conversions,
            beside=content.beside,
            sheet_words=content.sheet_words,
            log=list(content.log),
        )
    )
