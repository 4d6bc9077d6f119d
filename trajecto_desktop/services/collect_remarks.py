"""What differs between the remarks of the sent version and of one returned copy: new, changed, answered, decided, gone.

Here: one copy, also one that lost its threads and authors on the way. Not here: cells (`collect_cells`), bringing copies
together (`collect_feedback`), which cells that are no entries are which (`collect_beside`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..domain.feedback import Annotation, Kind, Reply, Status
from ..domain.feedback_text import read_remark
from ..domain.fiche import EMPTY_ENTRY
from ..excel.annotations import annotations_in
from ..excel.binding import EntryKey
from ..excel.reader import Reading
from ..ooxml.comments import comments_of
from ..ooxml.workbook import Workbook
from ..values import replace
from .collect_alignment import Alignment
from .collect_cells import Found
from .collected import DifferenceKind

#: From this likeness a remark that went and one that came on the same entry are one remark, changed.
_LEAST_LIKENESS = 0.6
_TELLING_LENGTH = 12
"""Characters from which a remark is not written twice by chance."""


def remark_differences(
    sent: Reading, copy: Reading, alignment: Alignment, person: str, asked_by: str = ""
) -> list[Found]:
    """Everything that differs in the remarks of one copy.

    Args:
        sent: the sent version.
        copy: the returned copy.
        alignment: which form and row is which.
        person: whose copy it is; the author of remarks that lost theirs.
        asked_by: under what name the questions of the round stand in the copy; answers to them are remarks.
    """
    forms = {theirs: mine for mine, theirs in alignment.forms.items()}
    keys = {theirs: mine for mine, theirs in alignment.keys.items()}
    there: dict[EntryKey, tuple[Annotation, ...]] = {}
    for (form, key), entry in copy.entries.items():
        if entry.annotations and form in forms and key in keys:
            there[forms[form], keys[key]] = entry.annotations
    found: list[Found] = []
    for place in dict.fromkeys([*(k for k, entry in sent.entries.items() if entry.annotations), *there]):
        if place[0] in alignment.forms and place[1] in alignment.keys:
            old = sent.entries.get(place, EMPTY_ENTRY).annotations
            new = without_questions(tuple(named(each, person) for each in there.get(place, ())), asked_by)
            told = differences_on(place, place_of(sent, place), old, new, person)
            if place[0] in alignment.forms_gone or place[1] in alignment.keys_gone:
                # What went with its row or column is told once, as that row or column.
                told = (each for each in told if each.kind is not DifferenceKind.REMARK_REMOVED)
            found += told
    return _without_moved(sent, copy, alignment, found)


def _without_moved(sent: Reading, copy: Reading, alignment: Alignment, found: list[Found]) -> list[Found]:
    """Without remarks of the sent version that merely stand at another cell now, or on a sheet that the copy lacks.

    Sorting and cutting move cells from under their notes, or notes with their cells: then nobody said anything new.
    """
    kinds = (DifferenceKind.REMARK, DifferenceKind.REMARK_REMOVED)
    if all(each.kind not in kinds for each in found):
        return found
    known, there = remark_words_in(sent.binding.workbook), remark_words_in(copy.binding.workbook)

    def merely_moved(each: Found) -> bool:
        if each.kind not in kinds or not isinstance(each.value, Annotation):
            return False
        words = bare_words(each.value.text)
        if each.kind is DifferenceKind.REMARK:
            return len(words) >= _TELLING_LENGTH and 0 < there[words] <= known[words]
        sheet = each.value.sheet
        return there[words] >= known[words] or (sheet in sent.binding.sheets and sheet not in alignment.sheets)

    return [each for each in found if not merely_moved(each)]


def bare_words(text: str) -> str:
    """The words of a remark, whatever the white space."""
    return " ".join(text.split())


def remark_words_in(workbook: Workbook, *, with_answers: bool = False) -> Counter[str]:
    """How often each remark stands in a workbook, on whatever cell; answers count too where that is asked."""
    sheets = (info.name for info in workbook.sheets if info.kind == "worksheet")
    threads = (thread for sheet in sheets for thread in comments_of(workbook, sheet))
    remarks = [remark for thread in threads for remark in annotations_in(thread)]
    words = Counter(bare_words(remark.text) for remark in remarks)
    if with_answers:
        words.update(bare_words(reply.text) for remark in remarks for reply in remark.replies)
    return words


def without_questions(remarks: tuple[Annotation, ...], asked_by: str) -> tuple[Annotation, ...]:
    """The remarks without the questions of a round; each answer to one is a remark of its own."""
    kept: list[Annotation] = []
    for each in remarks:
        if not asked_by or each.author != asked_by:
            kept.append(each)
            continue
        for reply in each.replies:
            words = read_remark(reply.text, reply.author)
            kept.append(
                Annotation(
                    reply.id, words.kind, words.author or reply.author, words.text, words.organisation, reply.date,
                    sheet=each.sheet, cell=each.cell, threaded=each.threaded,
                )
            )  # fmt: skip
    return tuple(kept)


def named(annotation: Annotation, person: str) -> Annotation:
    """The remark and its answers under this name where they lost theirs."""
    replies = tuple(reply if reply.author else replace(reply, author=person) for reply in annotation.replies)
    return replace(annotation, author=annotation.author or person, replies=replies)


def differences_on(
    place: EntryKey,
    where: tuple[str, str],
    old: tuple[Annotation, ...],
    new: tuple[Annotation, ...],
    person: str,
) -> Iterator[Found]:
    """What differs in the remarks on one cell.

    Args:
        place: the entry, or empty texts for a cell that is none.
        where: sheet and cell in the sent version.
        old: the remarks there.
        new: those in the copy.
        person: whose copy it is.
    """
    pairs, came, gone = _paired(old, new)
    sheet, cell = where
    for each in came:
        yield Found(DifferenceKind.REMARK, *place, sheet, cell, "", remark_line(each), each, each.sheet)
    for each in gone:
        yield Found(
            DifferenceKind.REMARK_REMOVED, *place, each.sheet or sheet, each.cell or cell, remark_line(each), "", each
        )
    for was, now in pairs:
        yield from _changed(was, now, place, person)


def place_of(sent: Reading, place: EntryKey) -> tuple[str, str]:
    """The sheet and cell of an entry in the sent version: the first sheet that shows it."""
    for layout in sent.binding.sheets.values():
        cell = layout.cell(*place)
        if cell is not None:
            return layout.name, cell
    return sent.binding.fullest.name, ""


def _paired(
    old: tuple[Annotation, ...], new: tuple[Annotation, ...]
) -> tuple[list[tuple[Annotation, Annotation]], list[Annotation], list[Annotation]]:
    """(pairs, came, gone): by id, by words, and by likeness for one whose words changed while its id was lost."""
    pairs: list[tuple[Annotation, Annotation]] = []
    left, right = list(old), list(new)
    for same in (_same_id, same_words, _alike):
        for was in list(left):
            now = next((each for each in right if same(was, each)), None)
            if now is not None:
                pairs.append((was, now))
                left.remove(was)
                right.remove(now)
    return pairs, right, left


def _same_id(one: Annotation, other: Annotation) -> bool:
    return bool(one.id) and one.id == other.id


def same_words(one: Annotation, other: Annotation) -> bool:
    """Whether two remarks say the same, whatever the white space."""
    return " ".join(one.text.split()) == " ".join(other.text.split())


def _typed_below(was: Annotation, now: Annotation) -> str:
    """What somebody typed behind a note that is not theirs, where answers have no place of their own."""
    old, new = was.text.strip(), now.text.strip()
    below = new[len(old) :]
    if (was.threaded and now.threaded) or not old or not new.startswith(old) or not below[:1].isspace():
        return ""
    return below.strip()


def _alike(one: Annotation, other: Annotation) -> bool:
    if one.threaded and other.threaded:
        return False
    if _typed_below(one, other):
        return True
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio() >= _LEAST_LIKENESS


def _changed(was: Annotation, now: Annotation, place: EntryKey, person: str) -> Iterator[Found]:
    where = (was.sheet, was.cell)
    below = _typed_below(was, now)
    if below:
        reply = Reply(person, "", below)
        now = replace(now, text=was.text, replies=(*now.replies, reply))
    given_kind = was.kind is not now.kind and now.kind is not Kind.REMARK
    if not same_words(was, now) or given_kind:
        after = replace(was, text=now.text, kind=now.kind if given_kind else was.kind)
        yield Found(
            DifferenceKind.REMARK_CHANGED, *place, *where, remark_line(was), remark_line(after), after, now.sheet
        )  # fmt: skip
    known = [" ".join(reply.text.split()) for reply in was.replies]
    for reply in now.replies:
        words = " ".join(reply.text.split())
        if words in known:
            known.remove(words)
        else:
            yield Found(
                DifferenceKind.REPLY, *place, *where, remark_line(was), _reply_line(reply), (was.id, reply), now.sheet
            )
    # A program that drops threads drops the tick "resolved" too: then only words count.
    forgotten = now.is_open and not now.threaded and not was.is_open
    if (was.status, was.reason) != (now.status, now.reason) and not forgotten:
        after = replace(was, status=now.status, reason=now.reason, decided_by=now.decided_by, decided_on=now.decided_on)
        yield Found(DifferenceKind.STATUS, *place, *where, status_line(was), status_line(now), after, now.sheet)


def remark_line(annotation: Annotation) -> str:
    """A remark on one line, for lists."""
    who = f"{annotation.author} ({annotation.organisation})" if annotation.organisation else annotation.author
    return (
        f"[{annotation.kind.value}] {who}: {annotation.text}" if who else f"[{annotation.kind.value}] {annotation.text}"
    )


def _reply_line(reply: Reply) -> str:
    return f"{reply.author}: {reply.text}" if reply.author else reply.text


def status_line(annotation: Annotation) -> str:
    """A status with its reason on one line."""
    if annotation.status is not Status.OPEN and annotation.reason:
        return f"{annotation.status.value}: {annotation.reason}"
    return annotation.status.value
