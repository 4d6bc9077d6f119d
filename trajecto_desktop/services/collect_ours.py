"""The third side: what the team changed meanwhile, laid beside what came back.

Here: which differences the team's newer version has already, and which contradict it. Not here: the copies
(`collect_conflicts`), taking up (`take_up`).
"""

from __future__ import annotations

from functools import cached_property

from ..domain.feedback import Annotation
from ..domain.fiche import Entry
from ..domain.matching import Wording, normalise
from ..domain.merging import merge_words
from ..excel.beside import CellPlace, remarks_beside
from ..excel.reader import Reading
from ..values import dataclass, replace
from .collect_alignment import Alignment, align
from .collect_cells import same_judgement
from .collect_remarks import remark_line, same_words, status_line
from .collect_words import bare_lines, plain_lines, same_text
from .collected import (
    NEW_REMARKS,
    SHORT_TEXTS,
    STRUCTURE,
    Conflict,
    ConflictReason,
    Difference,
    DifferenceKind,
    FormCame,
    Gone,
    Judgement,
    NewName,
    NewWord,
    NewWording,
    RowCame,
    WordingPart,
)

_GONE = "(weg in de eigen versie)"


@dataclass(frozen=True, slots=True)
class _Ours:
    """How the team's version answers one question: what it says, whether that is new, whether both can hold."""

    says: str
    changed: bool
    has_it: bool
    fits: bool


def beside_ours(
    sent: Reading, ours: Reading, differences: list[Difference], conflicts: list[Conflict]
) -> tuple[list[Difference], list[Conflict]]:
    """Differences marked where the team has them already; those that contradict the team's version as conflicts."""
    side = _Side(sent, ours)
    kept: list[Difference] = []
    more: list[Conflict] = []
    for each in differences:
        answer = side.answer(each)
        if answer is None or (answer.fits and not answer.has_it):
            kept.append(each)
        elif answer.has_it:
            kept.append(replace(each, in_ours=True))
        else:
            more.append(
                Conflict(
                    f"o{len(more) + 1}",
                    each.kind,
                    each.form,
                    each.characteristic,
                    each.sheet,
                    each.cell,
                    each.before,
                    (each,),
                    ConflictReason.OURS,
                    answer.says,
                )
            )
    told = []
    for conflict in conflicts:
        answer = side.answer(conflict.options[0])
        told.append(replace(conflict, ours=answer.says) if answer is not None and answer.changed else conflict)
    return kept, [*told, *more]


class _Side:
    def __init__(self, sent: Reading, ours: Reading) -> None:
        self._sent = sent
        self._ours = ours
        self._alignment: Alignment = align(sent, ours)

    def answer(self, difference: Difference) -> _Ours | None:
        """What the team's version says to a difference on an entry, a row or a form; nothing for any other difference."""
        if difference.kind in STRUCTURE:
            return self._structured(difference)
        if not difference.form:
            return self._beside(difference)
        if not difference.characteristic:
            return None
        form = self._alignment.forms.get(difference.form)
        key = self._alignment.keys.get(difference.characteristic)
        if form is None or key is None:
            return _Ours(_GONE, True, False, False)
        entry = self._ours.entries.get((form, key), Entry())
        value = difference.value
        if isinstance(value, NewWord):
            return self._word_in_sheet(difference, (form, key), value)
        if isinstance(value, Judgement):
            return self._judged(difference, entry, value)
        if isinstance(value, str):
            return self._worded(difference, entry)
        return self._remarked(difference, entry)

    def _word_in_sheet(self, difference: Difference, place: tuple[str, str], value: NewWord) -> _Ours | None:
        layout = self._ours.binding.sheets.get(self._alignment.sheets.get(difference.sheet, ""))
        if layout is None:
            return None
        ours = layout.read(*place).text.plain.strip()
        changed, same = not same_text(ours, difference.before), same_text(ours, value.text)
        return _Ours(ours, changed, changed and same, same or not changed)

    def _beside(self, difference: Difference) -> _Ours | None:
        """The team's answer to what was said on a cell that is no entry."""
        sheet = self._alignment.sheets.get(difference.sheet, difference.sheet)
        there = tuple(each for (name, _), said in self._remarks_beside.items() if name == sheet for each in said)
        return self._remarked(difference, Entry(annotations=there))

    @cached_property
    def _remarks_beside(self) -> dict[CellPlace, tuple[Annotation, ...]]:
        return remarks_beside(self._ours.binding.workbook, self._ours.binding)

    def _structured(self, difference: Difference) -> _Ours | None:
        match difference.value:
            case RowCame(row, _, _):
                wording = Wording(row.group, row.decree.plain, row.adapted.plain).normal
                has_it = any(
                    Wording(each.group, each.decree.plain, each.adapted.plain).normal == wording
                    for each in self._ours.characteristics
                )
                return _Ours("", has_it, has_it, True)
            case FormCame(name, _, _):
                has_it = any(normalise(form.name) == normalise(name) for form in self._ours.forms)
                return _Ours("", has_it, has_it, True)
            case Gone():
                there = self._alignment.forms if difference.form else self._alignment.keys
                has_it = (difference.form or difference.characteristic) not in there
                return _Ours("", has_it, has_it, True)
            case NewName(name):
                return self._named(difference, name)
            case NewWording(part, text):
                return self._reworded(difference, part, text)
        return None

    def _named(self, difference: Difference, name: str) -> _Ours:
        ours = self._alignment.forms.get(difference.form)
        if ours is None:
            return _Ours(_GONE, True, False, False)
        changed = ours != difference.form
        return _Ours(ours, changed, changed and ours == name, not changed or ours == name)

    def _reworded(self, difference: Difference, part: WordingPart, text: str) -> _Ours:
        key = self._alignment.keys.get(difference.characteristic)
        row = next((each for each in self._ours.characteristics if each.key == key), None)
        if row is None:
            return _Ours(_GONE, True, False, False)
        texts = {
            WordingPart.GROUP: row.group,
            WordingPart.DECREE: row.decree.plain,
            WordingPart.ADAPTED: row.adapted.plain,
        }
        ours = texts[part]
        changed, same = not same_text(ours, difference.before), same_text(ours, text)
        return _Ours(ours, changed, changed and same, same or not changed)

    def _judged(self, difference: Difference, entry: Entry, value: Judgement) -> _Ours:
        place = difference.form, difference.characteristic
        old = judgement_of(self._sent.entries.get(place, Entry()))
        ours = judgement_of(entry)
        changed = not same_judgement(old, ours)
        same = same_judgement(ours, value)
        return _Ours(ours.words, changed, changed and same, same or not changed)

    def _worded(self, difference: Difference, entry: Entry) -> _Ours:
        old, new = plain_lines(difference.before), plain_lines(difference.after)
        ours = plain_lines(text_of(entry, difference.kind))
        changed = bare_lines(ours) != bare_lines(old)
        if difference.kind in SHORT_TEXTS and self._follows(difference) and entry.short_text is None:
            # The short text follows the full one on both sides: that the full one changed is no answer to a short one.
            return _Ours(ours, False, False, True)
        return _Ours(
            ours, changed, changed and bare_lines(ours) == bare_lines(new), merge_words(old, ours, new) is not None
        )

    def _follows(self, difference: Difference) -> bool:
        sent = self._sent.entries.get((difference.form, difference.characteristic))
        return sent is None or sent.short_text is None

    def _remarked(self, difference: Difference, entry: Entry) -> _Ours | None:
        value = difference.value
        if isinstance(value, tuple):
            remark = find_remark(entry, value[0], None)
            if remark is None:
                return _Ours(_GONE, True, False, False)
            words = {" ".join(reply.text.split()) for reply in remark.replies}
            return _Ours("", False, " ".join(value[1].text.split()) in words, True)
        if not isinstance(value, Annotation):
            return None
        remark = find_remark(entry, value.id, value)
        if difference.kind in NEW_REMARKS:
            return _Ours("", False, remark is not None, True)
        if difference.kind is DifferenceKind.REMARK_REMOVED:
            return _Ours("", False, remark is None, True)
        if remark is None:
            return _Ours(_GONE, True, False, False)
        is_status = difference.kind is DifferenceKind.STATUS
        says = status_line(remark) if is_status else remark_line(remark)
        return _Ours(
            says, says != difference.before, says == difference.after, says in (difference.before, difference.after)
        )


def judgement_of(entry: Entry) -> Judgement:
    """The judgement of an entry, its shade only where it is none of the legend's."""
    return Judgement(entry.code, entry.hatched, entry.shade if entry.code is None else None)


def text_of(entry: Entry, kind: DifferenceKind) -> str:
    """The text of an entry that a difference of that kind is about."""
    if kind in SHORT_TEXTS:
        return (entry.short_text or entry.text).plain
    if kind is DifferenceKind.NOTES:
        return entry.remarks.plain
    return entry.sources.plain if kind is DifferenceKind.SOURCES else entry.text.plain


def find_remark(entry: Entry, remark_id: str, like: Annotation | None) -> Annotation | None:
    """A remark of an entry by its id, or by its words."""
    for each in entry.annotations:
        if each.id == remark_id:
            return each
    return next((each for each in entry.annotations if like is not None and same_words(each, like)), None)
