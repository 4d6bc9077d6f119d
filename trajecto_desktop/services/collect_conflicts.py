"""Differences of all copies brought together: what is the same once, what clashes as one conflict.

Here: grouping, and the third side (the team's own newer version). Not here: finding differences (`collect_cells`,
`collect_remarks`, `collect_loose`) or taking them up (`take_up`).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.feedback import Annotation
from ..domain.merging import clashing_groups
from ..excel.reader import Reading
from ..values import dataclass, field, replace
from .collect_cells import Found, same_judgement
from .collect_words import plain_lines, same_text
from .collected import Conflict, ConflictReason, Difference, DifferenceKind, FormCame, Judgement, RowCame, Source

_JUDGED = frozenset({DifferenceKind.CODE, DifferenceKind.HATCHING})
#: Texts whose changes can be merged by word.
_WORDED = frozenset(
    {
        DifferenceKind.TEXT,
        DifferenceKind.SHORT_TEXT,
        DifferenceKind.STRUCK,
        DifferenceKind.SHORT_STRUCK,
        DifferenceKind.NOTES,
        DifferenceKind.SOURCES,
        DifferenceKind.WORDING,
    }
)
#: Of these only one answer can hold.
_SINGLE = frozenset(
    {
        DifferenceKind.REMARK_CHANGED,
        DifferenceKind.STATUS,
        DifferenceKind.FORM_ADDED,
        DifferenceKind.FORM_RENAMED,
        DifferenceKind.ROW_ADDED,
        DifferenceKind.WORD,
        DifferenceKind.CELL,
    }
)
#: A remark with this many characters or more is not written twice by chance.
_TELLING_LENGTH = 20
#: Words struck out are another text, like one that was typed.
_ABOUT = {DifferenceKind.STRUCK: DifferenceKind.TEXT, DifferenceKind.SHORT_STRUCK: DifferenceKind.SHORT_TEXT}
_Question = tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """The differences of all copies, as they are compared one by one."""

    found: list[tuple[Source, Found]] = field(default_factory=list)

    def add(self, source: Source, found: Iterable[Found]) -> None:
        """Add the differences of one copy."""
        self.found += [(source, each) for each in found]


def gather(sent: Reading, gathered: Gathered) -> tuple[list[Difference], list[Conflict]]:
    """Every difference once and every conflict once, in the order of the sent version."""
    questions: dict[_Question, list[Difference]] = {}
    for source, found in gathered.found:
        answers = questions.setdefault(_question(found), [])
        single = Difference(
            "", found.kind, found.form, found.characteristic, found.sheet, found.cell, found.before, found.after,
            (replace(source, sheets=(found.copy_sheet,) if found.copy_sheet else ()),), found.value,
        )  # fmt: skip
        index = next((i for i, each in enumerate(answers) if _same_answer(each, single)), None)
        if index is None:
            answers.append(single)
        else:
            answers[index] = _joined(answers[index], single)
    differences: list[Difference] = []
    groups: list[list[Difference]] = []
    for answers in questions.values():
        for group in _groups(answers):
            if len(group) > 1:
                groups.append(group)
            else:
                differences.append(group[0])
    return _numbered(sent, differences, groups)


def _question(found: Found) -> _Question:
    """What a difference is an answer to; differences with one question are the same, merge, or clash."""
    kind = _ABOUT.get(found.kind, found.kind)
    place = "" if found.form else f"{found.sheet}!{found.cell}"
    if kind in _JUDGED:
        return ("judgement", found.form, found.characteristic)
    if isinstance(found.value, Annotation) and kind is not DifferenceKind.REMARK:
        return (kind.value, found.form, found.characteristic, place, found.value.id)
    if kind is DifferenceKind.REPLY and isinstance(found.value, tuple):
        return (kind.value, found.form, found.characteristic, place, found.value[0])
    if kind in (DifferenceKind.CELL, DifferenceKind.WORDING, DifferenceKind.WORD, DifferenceKind.FORM_RENAMED):
        return (kind.value, found.sheet, found.cell)
    if isinstance(found.value, RowCame | FormCame):
        # The same row can stand at another place in each copy.
        return (kind.value, found.form, found.characteristic)
    return (kind.value, found.form, found.characteristic, place)


def _same_answer(one: Difference, other: Difference) -> bool:
    if isinstance(one.value, Judgement) and isinstance(other.value, Judgement):
        return same_judgement(one.value, other.value)
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return " ".join(one.value[1].text.split()) == " ".join(other.value[1].text.split())
    if one.kind is DifferenceKind.REMARK and isinstance(one.value, Annotation) and isinstance(other.value, Annotation):
        return _same_remark(one, other)
    if one.kind is DifferenceKind.STATUS and isinstance(one.value, Annotation) and isinstance(other.value, Annotation):
        return (one.value.status, one.value.reason) == (other.value.status, other.value.reason)
    return same_text(one.after, other.after) and same_text(one.before, other.before)


def _same_remark(one: Difference, other: Difference) -> bool:
    mine, theirs = one.value, other.value
    if not isinstance(mine, Annotation) or not isinstance(theirs, Annotation):
        return False
    if mine.threaded and theirs.threaded and mine.id == theirs.id:
        return True
    words = " ".join(mine.text.split())
    if words != " ".join(theirs.text.split()):
        return False
    if mine.author == theirs.author and not (one.copies == other.copies and mine.date != theirs.date):
        return True
    # A program that drops authors makes a remark look as if it were of whoever returned the copy.
    return len(words) >= _TELLING_LENGTH and (_is_guessed(one) or _is_guessed(other))


def _is_guessed(difference: Difference) -> bool:
    remark = difference.value
    return (
        isinstance(remark, Annotation)
        and not remark.threaded
        and not remark.date
        and remark.author in {source.who for source in difference.sources}
    )


def _joined(one: Difference, other: Difference) -> Difference:
    """One difference with the sources of both; the better known author of a remark stays."""
    known = other if _is_guessed(one) and not _is_guessed(other) else one
    sources = list(one.sources)
    for source in other.sources:
        index = next((i for i, each in enumerate(sources) if each.copy == source.copy), None)
        if index is None:
            sources.append(source)
        else:
            sheets = tuple(dict.fromkeys(sources[index].sheets + source.sheets))
            sources[index] = replace(sources[index], sheets=sheets)
    return replace(known, sources=tuple(sources))


def _groups(answers: list[Difference]) -> list[list[Difference]]:
    """The answers to one question in groups of which only one can hold."""
    if len(answers) == 1:
        return [answers]
    kind = answers[0].kind
    if kind in _WORDED or (kind is DifferenceKind.CELL and answers[0].before):
        by_text: dict[str, Difference] = {plain_lines(each.after): each for each in answers}
        base = plain_lines(answers[0].before)
        return [[by_text[text] for text in group] for group in clashing_groups(base, by_text)]
    said = kind in (DifferenceKind.CELL, DifferenceKind.WORD) and isinstance(answers[0].value, Annotation)
    if said or (kind is DifferenceKind.CELL and not answers[0].before):
        # Two people wrote something at what happens to be the same place: both stand.
        return [[answer] for answer in answers]
    if kind in _SINGLE or kind in _JUDGED:
        return [answers]
    return [[answer] for answer in answers]


def _numbered(
    sent: Reading, differences: list[Difference], groups: list[list[Difference]]
) -> tuple[list[Difference], list[Conflict]]:
    order = _Order(sent)
    ranked = sorted(differences, key=order.of)
    named = [replace(each, id=f"v{number}") for number, each in enumerate(ranked, 1)]
    conflicts = []
    for number, group in enumerate(sorted(groups, key=lambda group: order.of(group[0])), 1):
        options = tuple(replace(each, id=f"c{number}.{index}") for index, each in enumerate(group, 1))
        conflicts.append(_conflict(f"c{number}", options))
    return named, conflicts


def _conflict(conflict_id: str, options: tuple[Difference, ...]) -> Conflict:
    first = options[0]
    copies = {copy for each in options for copy in each.copies}
    reason = ConflictReason.SHEETS if len(copies) == 1 else ConflictReason.COPIES
    return Conflict(
        conflict_id,
        first.kind,
        first.form,
        first.characteristic,
        first.sheet,
        first.cell,
        first.before,
        options,
        reason,
    )


class _Order:
    """The order of the sent version: row by row, form by form."""

    def __init__(self, sent: Reading) -> None:
        self._rows = {each.key: i for i, each in enumerate(sent.characteristics)}
        self._forms = {each.name: i for i, each in enumerate(sent.forms)}
        self._kinds = {kind: i for i, kind in enumerate(DifferenceKind)}

    def of(self, each: Difference) -> tuple[int, int, int, str, str, str]:
        """What to sort a difference by."""
        row = self._rows.get(each.characteristic, -1 if each.characteristic else len(self._rows))
        form = self._forms.get(each.form, len(self._forms))
        return row, form, self._kinds[each.kind], each.sheet, each.cell, each.after
