"""Mend what a finding points at, as a change that can be undone; and tell which findings still stand.

Here: for each rule what mending means, where that is safe. Not here: how findings are found (`excel.reader`), the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..document.document import Document
from ..domain.changes import Change, EntryChanged, Together
from ..domain.fiche import Entry
from ..domain.findings import Finding, Rule
from ..domain.text import RichText, RunRole

SHEET_PREFIX = "sheet:"


def still_stands(document: Document, finding: Finding) -> bool:
    """Whether what the finding says is still so in the document."""
    if not finding.form or not finding.characteristic:
        return True
    entry = document.entry(finding.form, finding.characteristic)
    if finding.rule is Rule.COLOUR_DRIFT:
        return _drifts(document, finding, entry)
    test = _STANDS.get(finding.rule)
    return True if test is None else test(entry)


def _drifts(document: Document, finding: Finding, entry: Entry) -> bool:
    if entry.code != finding.get("code"):
        return False
    fullest = next(iter(document.places(finding.form, finding.characteristic)), "")
    # The entry knows the shade of the fullest sheet only; a drift elsewhere stands until all sheets are to follow.
    return entry.shade is not None if finding.sheet == fullest else not entry.settled


def repair(document: Document, finding: Finding) -> EntryChanged | None:
    """The change that mends it, or nothing when only a person can decide; the document stays as it is."""
    mend = _MENDS.get(finding.rule)
    if mend is None or not finding.form or not still_stands(document, finding):
        return None
    before = document.entry(finding.form, finding.characteristic)
    after = mend(before)
    return None if after == before else EntryChanged(finding.form, finding.characteristic, before, after)


def repair_all(document: Document, findings: Iterable[Finding]) -> Together | None:
    """All that can be mended among these, as one gesture; each entry once, with everything mended in it."""
    after: dict[tuple[str, str], Entry] = {}
    for finding in findings:
        change = repair(document, finding)
        if change is not None:
            mend = _MENDS[finding.rule]
            key = (change.form, change.characteristic)
            after[key] = mend(after.get(key, change.before))
    changes: list[Change] = [document.change_entry(form, key, entry) for (form, key), entry in after.items()]
    return Together(tuple(changes)) if changes else None


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


def without_stray_space(text: RichText) -> RichText:
    """The text without white space at its ends and at the ends of its lines, and without doubled blanks; runs stay."""
    return text.with_plain("\n".join(" ".join(line.split()) for line in text.plain.strip().split("\n")))


def _speaks(entry: Entry) -> bool:
    """Whether the text is more than what is given for completeness alone, which has no code by its nature."""
    return any(run.role is not RunRole.COMPLETENESS and run.text.strip() for run in entry.text.runs)


_STANDS: dict[Rule, Callable[[Entry], bool]] = {
    Rule.UNKNOWN_COLOUR: lambda entry: entry.shade is not None and entry.code is None,
    Rule.TEXT_WITHOUT_CODE: lambda entry: _speaks(entry) and entry.code is None,
    Rule.CODE_WITHOUT_TEXT: lambda entry: entry.code is not None and not entry.filled,
    Rule.EMPTY_ENTRY: lambda entry: not entry.filled and entry.code is None,
    Rule.STRAY_SPACE: lambda entry: without_stray_space(entry.text) != entry.text,
    Rule.SHEETS_DISAGREE: lambda entry: not entry.settled,
}

_MENDS: dict[Rule, Callable[[Entry], Entry]] = {
    Rule.COLOUR_DRIFT: lambda entry: replace(entry, shade=None, settled=True),
    Rule.STRAY_SPACE: lambda entry: replace(entry, text=without_stray_space(entry.text)),
    # The fullest sheet's judgement is the one that is shown; another one is chosen by hand.
    Rule.SHEETS_DISAGREE: lambda entry: replace(entry, settled=True),
}
