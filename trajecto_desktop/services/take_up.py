"""Take up what was accepted of returned copies: decisions → one change of the document, and remarks on cells beside it.

Here: from differences to what the document becomes. Not here: the comparison (`collect_feedback`), the log (`feedback_log`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..document.document import CellPlace, EntryKey
from ..document.fit import copy_of
from ..domain.changes import CellRemarksChanged, Change, SheetWordChanged, Together
from ..domain.feedback import Annotation
from ..domain.fiche import Entry
from ..domain.merging import merge_words
from ..domain.text import EMPTY_TEXT, RichText
from ..errors import SaveError, StructureRefusedError
from ..ooxml.threads import made_id
from ..values import dataclass, replace
from .collect_feedback import Collection
from .collect_ours import find_remark, text_of
from .collect_words import plain_lines
from .collected import (
    NEW_REMARKS,
    REMOVALS,
    SAID,
    SHORT_TEXTS,
    STRUCTURE,
    Accept,
    Decisions,
    Difference,
    DifferenceKind,
    Judgement,
    NewWord,
)
from .feedback_log import log_change
from .restructure import refuse_early
from .save_document import OnConflict, SaveReport, save_document
from .take_up_structure import StructureTaker


def decisions_for(collection: Collection, accept: Accept, by_whom: str = "", when: str = "") -> Decisions:
    """The decisions that a policy takes by itself: never about a conflict, never about what is work for a person.

    What takes away what others wrote (a remark, a row, a form) waits for a person too, whatever the policy.
    """
    wanted = {
        each.id
        for each in collection.differences
        if not each.by_hand
        and not each.in_ours
        and each.kind not in REMOVALS
        and (accept is Accept.ALL or each.kind in SAID)
    }
    return Decisions(frozenset() if accept is Accept.NONE else frozenset(wanted), {}, by_whom, when)


def to_change(collection: Collection, decisions: Decisions) -> Together:
    """One gesture, and so one undo step, that takes up what was accepted and chosen.

    A choice in a conflict replaces what stands; other accepted words are merged around it. Rows and forms come, go and are
    renamed after the entries; what the document has no room for is left out.
    """
    return work_out(collection, decisions).change


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What decisions come to."""

    change: Together
    left: tuple[Difference, ...] = ()
    """Accepted, but without a place in the document: a name that is taken, a row that is gone, a sheet that refuses."""

    def held(self, decisions: Decisions) -> Decisions:
        """The decisions that were carried out."""
        ids = {each.id for each in self.left}
        chosen = {conflict: option for conflict, option in decisions.chosen.items() if option not in ids}
        return replace(decisions, accepted=decisions.accepted - ids, chosen=chosen)


def work_out(collection: Collection, decisions: Decisions) -> TakenUp:
    """One gesture that takes up what was accepted and chosen, and what of it finds no place. See `to_change`."""
    chosen = [each for option in decisions.chosen.values() if (each := collection.difference(option)) is not None]
    accepted = [each for each in collection.differences if each.id in decisions.accepted]
    by_entry: dict[EntryKey, list[Difference]] = {}
    structural = [each for each in (*chosen, *accepted) if each.kind in STRUCTURE and not each.by_hand]
    for each in (*chosen, *accepted):
        place = collection.base_place(each.form, each.characteristic)
        if (
            place is not None
            and not each.by_hand
            and each.kind not in STRUCTURE
            and not isinstance(each.value, NewWord)
        ):
            by_entry.setdefault(place, []).append(each)
    document = collection.base.document
    changes: list[Change] = []
    for place, differences in by_entry.items():
        before = document.entry(*place)
        after = _with_all(collection, before, differences)
        if after != before:
            changes.append(document.change_entry(*place, after))
    said, homeless = _changes_beside(collection, (each for each in (*chosen, *accepted) if _is_beside(each)))
    changes += said
    changes += _changed_words(collection, (*chosen, *accepted))
    if not structural:
        return TakenUp(Together(tuple(changes)), tuple(homeless))
    more, left = _structure_changes(collection, changes, structural)
    return TakenUp(Together((*changes, *more)), (*homeless, *left))


def _changed_words(collection: Collection, differences: Iterable[Difference]) -> Iterator[SheetWordChanged]:
    """What becomes of words in sheets of colours."""
    document = collection.base.document
    for each in differences:
        place, sheet = collection.base_place(each.form, each.characteristic), collection.base_sheet(each.sheet)
        layout = collection.base.binding.sheets.get(sheet)
        if not isinstance(each.value, NewWord) or place is None or layout is None:
            continue
        stands = layout.read(*place).text.plain.strip()
        before = document.content.sheet_words.get(place, {}).get(sheet, stands)
        if before != each.value.text:
            yield SheetWordChanged(*place, sheet, before, each.value.text)


def _is_beside(difference: Difference) -> bool:
    """Whether it is about a remark on a cell that is no entry."""
    return not difference.form and isinstance(difference.value, Annotation | tuple)


def _changes_beside(
    collection: Collection, differences: Iterable[Difference]
) -> tuple[list[CellRemarksChanged], list[Difference]]:
    """What becomes of remarks on cells that are no entries, and those whose cell is gone."""
    document = collection.base.document
    after: dict[CellPlace, Entry] = {}
    left: list[Difference] = []
    for each in differences:
        place = collection.base_cell(each.sheet, each.cell)
        if place is None:
            left.append(each)
            continue
        # The steps are those of a remark on an entry; only where it stands is another matter.
        before = after.get(place) or Entry(annotations=document.beside.get(place, ()))
        after[place] = _with_remark(collection, before, each)
    changes = []
    for place, entry in after.items():
        said = tuple(replace(each, sheet=place[0], cell=place[1]) for each in entry.annotations)
        if said != document.beside.get(place, ()):
            changes.append(document.change_beside(place, said))
    return changes, left


def _structure_changes(
    collection: Collection, changes: list[Change], differences: list[Difference]
) -> tuple[list[Change], list[Difference]]:
    """What becomes of forms and rows, tried out; one that a sheet refuses does not keep the others back."""

    def tried(wanted: list[Difference]) -> StructureTaker:
        trial = copy_of(collection.base.document)
        trial.apply(Together(tuple(changes)))
        taker = StructureTaker(trial, collection.base_form, collection.base_key)
        taker.take(wanted)
        return taker

    def refused(taker: StructureTaker) -> bool:
        try:
            refuse_early(collection.base, Together((*changes, *taker.changes)))
        except (StructureRefusedError, SaveError):
            return True
        return False

    together = tried(differences)
    if not refused(together):
        return together.changes, together.left
    alone = [each for each in differences if not refused(tried([each]))]
    rest = tried(alone)
    if refused(rest):
        return [], list(differences)
    kept = {each.id for each in alone}
    return rest.changes, [*rest.left, *(each for each in differences if each.id not in kept)]


def write_collected(
    collection: Collection, decisions: Decisions, target: Path, change: Together | None = None
) -> SaveReport:
    """Make the change in the base document, with every difference in its log, and save it as the target.

    Args:
        collection: what came back.
        decisions: what was decided about it.
        target: where to write.
        change: what the decisions come to, when that was worked out already.

    Raises:
        SaveError: it cannot be written; nothing half-written is left behind.
    """
    document = collection.base.document
    change = to_change(collection, decisions) if change is None else change
    logged = log_change(collection, decisions)
    if logged is not None:
        change = Together((*change.changes, logged))
    if change.changes:
        document.apply(change)
    return save_document(collection.base, target, OnConflict.OVERWRITE)


def _with_all(collection: Collection, entry: Entry, differences: Iterable[Difference]) -> Entry:
    for each in differences:
        value = each.value
        if isinstance(value, Judgement):
            entry = replace(entry, code=value.code, hatched=value.hatched, shade=value.shade, settled=True)
        elif isinstance(value, str):
            entry = _with_words(entry, each)
        else:
            entry = _with_remark(collection, entry, each)
    return entry


def _with_words(entry: Entry, difference: Difference) -> Entry:
    stands = text_of(entry, difference.kind)
    merged = merge_words(plain_lines(difference.before), plain_lines(stands), plain_lines(difference.after))
    if plain_lines(stands) == plain_lines(difference.before):
        merged = difference.after
    words = difference.after if merged is None else merged
    if difference.kind in SHORT_TEXTS:
        short = _reworded(entry.short_text or entry.text, words)
        return replace(entry, short_text=None if short.plain == entry.text.plain else short)
    match difference.kind:
        case DifferenceKind.NOTES:
            return replace(entry, remarks=_reworded(entry.remarks, words))
        case DifferenceKind.SOURCES:
            return replace(entry, sources=_reworded(entry.sources, words))
        case _:
            return replace(entry, text=_reworded(entry.text, words))


def _reworded(text: RichText, words: str) -> RichText:
    return text.with_plain(words) if words else EMPTY_TEXT


def _with_remark(collection: Collection, entry: Entry, difference: Difference) -> Entry:
    value = difference.value
    if isinstance(value, tuple):
        remark = find_remark(entry, value[0], None)
        if remark is None:
            return entry
        reply = replace(value[1], id=made_id("reply", remark.id, value[1].author, value[1].text, value[1].date))
        return _replaced(entry, remark, replace(remark, replies=(*remark.replies, reply)))
    if not isinstance(value, Annotation):
        return entry
    if difference.kind in NEW_REMARKS:
        return replace(entry, annotations=(*entry.annotations, _fresh(collection, entry, difference, value)))
    remark = find_remark(entry, value.id, value)
    if remark is None:
        return entry
    if difference.kind is DifferenceKind.REMARK_REMOVED:
        return replace(entry, annotations=tuple(each for each in entry.annotations if each is not remark))
    if difference.kind is DifferenceKind.STATUS:
        after = replace(
            remark, status=value.status, reason=value.reason, decided_by=value.decided_by, decided_on=value.decided_on
        )
        return _replaced(entry, remark, after)
    return _replaced(entry, remark, replace(remark, text=value.text, kind=value.kind))


def _replaced(entry: Entry, old: Annotation, new: Annotation) -> Entry:
    return replace(entry, annotations=tuple(new if each is old else each for each in entry.annotations))


def _fresh(collection: Collection, entry: Entry, difference: Difference, remark: Annotation) -> Annotation:
    """A remark of a copy as a new one of the base: its id when that is free, its moment when it has one."""
    source = difference.sources[0]
    taken = {each.id for each in entry.annotations}
    new_id = remark.id
    if not remark.threaded or new_id in taken:
        new_id = made_id(difference.form, difference.characteristic, remark.author, remark.text, difference.id)
    return replace(
        remark,
        id=new_id,
        organisation=remark.organisation or (source.organisation if remark.author == source.who else ""),
        date=remark.date or source.when,
        sheet=collection.base_sheet(difference.sheet),
        cell="",
        threaded=True,
        replies=tuple(replace(each, id="") for each in remark.replies),
    )
