"""Mend what a finding points at, as a change that can be undone; and tell which findings still stand.

Here: for each rule what mending means where that is safe, and the ways on where a person has to choose. Not here: how findings
are found (`excel.reader`), the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from ..document.document import Document
from ..domain.changes import Change, CharacteristicReworded, EntryChanged, RowShown, SheetWordChanged, Together
from ..domain.characteristic import Characteristic
from ..domain.fiche import Entry
from ..domain.findings import Finding, Rule
from ..domain.reference import loose_references, read_references, tidied_references
from ..domain.text import EMPTY_TEXT, RichText, RunRole, has_stray_space, without_stray_space
from ..errors import CharacteristicWordingError
from ..values import dataclass, replace
from .reword import reworded
from .shown_rows import shown_rows

SHEET_PREFIX = "sheet:"


class WayKind(StrEnum):
    """What a person can choose where the program cannot know."""

    SHEET = "sheet"
    """The judgement of one sheet holds for all."""
    CODE = "code"
    """One of the legend's codes is meant."""
    NO_CODE = "no-code"
    """The code goes."""
    TAKE_WORD = "take-word"
    """The word that stands in a sheet of colours is the entry."""
    DROP_WORD = "drop-word"
    """That word goes."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way on with a finding."""

    kind: WayKind
    code: str | None
    hatched: bool
    change: EntryChanged | SheetWordChanged
    sheet: str = ""
    word: str = ""


def still_stands(document: Document, finding: Finding) -> bool:
    """Whether what the finding says is still so in the document."""
    if finding.characteristic and not finding.form:
        return _row_still_so(document, finding)
    if not finding.form or not finding.characteristic:
        return True
    entry = document.entry(finding.form, finding.characteristic)
    if finding.rule is Rule.WORD_WITHOUT_ENTRY and not _word_now(document, finding):
        return False
    if finding.rule is Rule.COLOUR_DRIFT:
        return _drifts(document, finding, entry)
    test = _STANDS.get(finding.rule)
    return True if test is None else test(entry)


def _word_now(document: Document, finding: Finding) -> str:
    """The word that stands in the finding's sheet, as somebody changed it since."""
    words = document.content.sheet_words.get((finding.form, finding.characteristic), {})
    return words.get(finding.sheet, finding.get("word"))


def _row_still_so(document: Document, finding: Finding) -> bool:
    if finding.rule is Rule.ROW_MISSING:
        return (finding.characteristic, finding.sheet) not in shown_rows(document)
    test = _ROW_STANDS.get(finding.rule)
    if test is None or not document.has_characteristic(finding.characteristic):
        return test is None
    return test(_wording(document.characteristic(finding.characteristic), finding))


def _drifts(document: Document, finding: Finding, entry: Entry) -> bool:
    if entry.code != finding.get("code"):
        return False
    fullest = next(iter(document.places(finding.form, finding.characteristic)), "")
    # The entry knows the shade of the fullest sheet only; a drift elsewhere stands until all sheets are to follow.
    return entry.shade is not None if finding.sheet == fullest else not entry.settled


def repair(document: Document, finding: Finding) -> EntryChanged | CharacteristicReworded | RowShown | None:
    """The change that mends it, or nothing when only a person can decide; the document stays as it is."""
    if not still_stands(document, finding):
        return None
    if finding.rule is Rule.ROW_MISSING:
        return _row_for_sheet(document, finding)
    if finding.characteristic and not finding.form:
        return _mended_row(document, finding, document.characteristic(finding.characteristic))
    mend = _MENDS.get(finding.rule)
    if mend is None or not finding.form or not finding.characteristic:
        return None
    before = document.entry(finding.form, finding.characteristic)
    after = mend(before)
    return None if after == before else EntryChanged(finding.form, finding.characteristic, before, after)


def _row_for_sheet(document: Document, finding: Finding) -> RowShown | None:
    """A row that a sheet lacks, if it could be known there again: a heading alone is no row in a sheet of colours."""
    key = finding.characteristic
    row = document.characteristic(key) if key and document.has_characteristic(key) else None
    worded = row is not None and bool(row.decree.plain.strip() or row.adapted.plain.strip())
    return RowShown(key, finding.sheet) if worded else None


def _mended_row(document: Document, finding: Finding, row: Characteristic) -> CharacteristicReworded | None:
    mend = _ROW_MENDS.get(finding.rule)
    if mend is None:
        return None
    try:
        return reworded(document, row.key, finding.get("part") or "decree", mend(_wording(row, finding)))
    except CharacteristicWordingError:
        # Mended it would be the same as another row: then a person has to tell them apart.
        return None


def repair_all(document: Document, findings: Iterable[Finding]) -> Together | None:
    """All that can be mended among these, as one gesture; each entry and row once, with everything mended in it."""
    after: dict[tuple[str, str], Entry] = {}
    rows: dict[str, Characteristic] = {}
    shown: dict[RowShown, None] = {}
    for finding in findings:
        change = repair(document, finding)
        if isinstance(change, EntryChanged):
            place = (change.form, change.characteristic)
            after[place] = _MENDS[finding.rule](after.get(place, change.before))
        elif isinstance(change, RowShown):
            shown[change] = None
        elif change is not None:
            row = rows.get(change.before.key, change.before)
            part = finding.get("part") or "decree"
            mended = _ROW_MENDS[finding.rule](_wording(row, finding))
            rows[row.key] = replace(row, adapted=mended) if part == "adapted" else replace(row, decree=mended)
    changes: list[Change] = [document.change_entry(form, key, entry) for (form, key), entry in after.items()]
    changes += [CharacteristicReworded(document.characteristic(key), row) for key, row in rows.items()]
    changes += shown
    return Together(tuple(changes)) if changes else None


# Where a person chooses


def ways(document: Document, finding: Finding) -> tuple[Way, ...]:
    """What a person can choose for a finding that the program cannot mend; none when there is nothing to choose."""
    if not finding.form or not finding.characteristic or not still_stands(document, finding):
        return ()
    return tuple(_ways(document, finding))


def _ways(document: Document, finding: Finding) -> Iterator[Way]:
    entry = document.entry(finding.form, finding.characteristic)
    if finding.rule is Rule.SHEETS_DISAGREE:
        for sheet, code, hatched in choices(finding):
            yield Way(WayKind.SHEET, code, hatched, choose(document, finding, code, hatched), sheet)
    if finding.rule in (Rule.UNKNOWN_COLOUR, Rule.TEXT_WITHOUT_CODE, Rule.COLOUR_DRIFT):
        for legend in document.palette.judgements:
            if legend.code != entry.code:
                yield Way(WayKind.CODE, legend.code, False, choose(document, finding, legend.code, entry.hatched))
    if finding.rule in (Rule.UNKNOWN_COLOUR, Rule.CODE_WITHOUT_TEXT):
        yield Way(WayKind.NO_CODE, None, False, choose(document, finding, None, False))
    if finding.rule is Rule.WORD_WITHOUT_ENTRY and finding.get("word"):
        word = finding.get("word")
        after = replace(entry, text=RichText.plain_text(word))
        change = EntryChanged(finding.form, finding.characteristic, entry, after)
        yield Way(WayKind.TAKE_WORD, None, False, change, finding.sheet, word)
        yield Way(WayKind.DROP_WORD, None, False, drop_word(finding), finding.sheet, word)


def drop_word(finding: Finding) -> SheetWordChanged:
    """The change by which the word of a finding goes from its sheet of colours; the colour of the cell stays."""
    return SheetWordChanged(finding.form, finding.characteristic, finding.sheet, finding.get("word"), "")


def drop_words(document: Document, findings: Iterable[Finding]) -> Together | None:
    """The words of all of these that still stand go, as one gesture."""
    words = [each for each in findings if each.rule is Rule.WORD_WITHOUT_ENTRY and each.get("word")]
    changes = tuple(drop_word(each) for each in words if still_stands(document, each))
    return Together(changes) if changes else None


def choices(finding: Finding) -> tuple[tuple[str, str | None, bool], ...]:
    """For sheets that disagree: (sheet, code or nothing, hatched) of each, so that a person can choose one.

    A sheet with a colour of no code is left out: such a judgement cannot be given to the others.
    """
    if finding.rule is not Rule.SHEETS_DISAGREE:
        return ()
    found = []
    for name, value in finding.data:
        if name.startswith(SHEET_PREFIX):
            code, _, hatched = value.partition("+")
            if not code.startswith("#"):
                found.append((name.removeprefix(SHEET_PREFIX), code or None, hatched == "hatched"))
    return tuple(found)


def choose(document: Document, finding: Finding, code: str | None, hatched: bool) -> EntryChanged:
    """The change by which every sheet says this code and hatching from the next save on."""
    before = document.entry(finding.form, finding.characteristic)
    after = replace(before, code=code, hatched=hatched and code is not None, shade=None, settled=True)
    return EntryChanged(finding.form, finding.characteristic, before, after)


def sheets_to_choose(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The sheets that can be right for all of these, in the order of the file."""
    return tuple(dict.fromkeys(sheet for finding in findings for sheet, _, _ in choices(finding)))


def choose_sheet(document: Document, findings: Iterable[Finding], sheet: str) -> Together | None:
    """All of these settled by what one sheet says, as one gesture; what it does not say stays as it is."""
    changes: list[Change] = []
    for finding in findings:
        said = next((each for each in choices(finding) if each[0] == sheet), None)
        if said is not None and still_stands(document, finding):
            changes.append(choose(document, finding, said[1], said[2]))
    return Together(tuple(changes)) if changes else None


def _wording(row: Characteristic, finding: Finding) -> RichText:
    return row.adapted if finding.get("part") == "adapted" else row.decree


def _speaks(entry: Entry) -> bool:
    """Whether the text is more than what is given for completeness alone, which has no code by its nature."""
    return any(run.role is not RunRole.COMPLETENESS and run.text.strip() for run in entry.text.runs)


_STANDS: dict[Rule, Callable[[Entry], bool]] = {
    Rule.UNKNOWN_COLOUR: lambda entry: entry.shade is not None and entry.code is None,
    Rule.TEXT_WITHOUT_CODE: lambda entry: _speaks(entry) and entry.code is None,
    Rule.CODE_WITHOUT_TEXT: lambda entry: entry.code is not None and not entry.filled,
    Rule.EMPTY_ENTRY: lambda entry: bool(entry.text.runs) and not entry.text,
    Rule.WORD_WITHOUT_ENTRY: lambda entry: not entry.text and entry.code is None,
    Rule.STRAY_SPACE: lambda entry: has_stray_space(entry.text),
    Rule.SHEETS_DISAGREE: lambda entry: not entry.settled,
}

_MENDS: dict[Rule, Callable[[Entry], Entry]] = {
    Rule.COLOUR_DRIFT: lambda entry: replace(entry, shade=None, settled=True),
    Rule.STRAY_SPACE: lambda entry: replace(entry, text=without_stray_space(entry.text)),
    Rule.EMPTY_ENTRY: lambda entry: replace(entry, text=EMPTY_TEXT),
    # The fullest sheet's judgement is the one that is shown; another one is chosen by hand.
    Rule.SHEETS_DISAGREE: lambda entry: replace(entry, settled=True),
}

_ROW_STANDS: dict[Rule, Callable[[RichText], bool]] = {
    Rule.STRAY_SPACE: has_stray_space,
    Rule.LOOSE_REFERENCE: lambda text: bool(loose_references(text.plain)),
    Rule.UNREADABLE_REFERENCE: lambda text: bool(read_references(text.plain).unreadable),
}

_ROW_MENDS: dict[Rule, Callable[[RichText], RichText]] = {
    Rule.STRAY_SPACE: without_stray_space,
    Rule.LOOSE_REFERENCE: lambda text: text.with_plain(tidied_references(text.plain)),
}
