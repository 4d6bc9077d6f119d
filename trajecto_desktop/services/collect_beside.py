"""What differs between the remarks on cells that are no entries: a header, a wording, the legend, another sheet.

Here: the remarks of one copy. Not here: remarks on entries (`collect_remarks`), texts in such cells (`collect_loose`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..domain.feedback import Annotation
from ..excel.beside import CellPlace, cell_in, remarks_beside
from ..excel.reader import Reading
from ..ooxml.names import cell_name
from .collect_alignment import Alignment
from .collect_cells import Found
from .collect_remarks import bare_words, differences_on, named, remark_line, remark_words_in, without_questions
from .collect_words import same_text, texts_of
from .collected import DifferenceKind


def beside_differences(
    sent: Reading, copy: Reading, alignment: Alignment, sheets: Mapping[str, str], person: str, asked_by: str = ""
) -> list[Found]:
    """Everything that differs in such remarks of one copy.

    Args:
        sent: the sent version.
        copy: the returned copy.
        alignment: which form and row is which.
        sheets: sheet of the sent version → that of the copy, those without entries too.
        person: whose copy it is; the author of remarks that lost theirs.
        asked_by: under what name the questions of the round stand in the copy.
    """
    before = remarks_beside(sent.binding.workbook, sent.binding)
    there = remarks_beside(copy.binding.workbook, copy.binding)
    if not before and not there:
        return []
    places = _Places(sent, copy, alignment, sheets)
    after: dict[CellPlace, tuple[Annotation, ...]] = {}
    found: list[Found] = []
    for place, remarks in there.items():
        said = without_questions(tuple(named(each, person) for each in remarks), asked_by)
        mine = places.in_sent(place)
        if mine is None:
            line = (Found(DifferenceKind.REMARK, "", "", *place, "", remark_line(r), None, place[0]) for r in said)
            found += line
        else:
            after[mine] = (*after.get(mine, ()), *said)
    for mine in dict.fromkeys([*before, *after]):
        told = differences_on(("", ""), mine, before.get(mine, ()), after.get(mine, ()), person)
        if not places.is_in_copy(mine):
            # What went with its row, column or sheet is told once, as that.
            told = (each for each in told if each.kind is not DifferenceKind.REMARK_REMOVED)
        found += told
    return list(_without_moved(sent, copy, found))


def _without_moved(sent: Reading, copy: Reading, found: list[Found]) -> Iterable[Found]:
    """Without remarks of the sent version that merely stand on another cell now, also where they slid off an entry."""
    kinds = (DifferenceKind.REMARK, DifferenceKind.REMARK_REMOVED)
    if all(each.kind not in kinds for each in found):
        return found
    known, there = _all_words(sent), _all_words(copy)

    def moved(each: Found) -> bool:
        if isinstance(each.value, Annotation):
            words = bare_words(each.value.text)
        else:
            words = bare_words(each.after.partition(": ")[2])
        if each.kind is DifferenceKind.REMARK:
            return 0 < there[words] <= known[words]
        return each.kind is DifferenceKind.REMARK_REMOVED and there[words] >= known[words]

    return [each for each in found if not moved(each)]


def _all_words(reading: Reading) -> Counter[str]:
    """How often each remark or answer stands in a workbook, on whatever cell."""
    return remark_words_in(reading.binding.workbook, with_answers=True)


class _Places:
    """Which cell of the sent version is which of the copy, for cells that are no entries."""

    def __init__(self, sent: Reading, copy: Reading, alignment: Alignment, sheets: Mapping[str, str]) -> None:
        self._sent, self._copy = sent, copy
        self._sheets = sheets
        self._back = {theirs: mine for mine, theirs in sheets.items()}
        self._keys = {theirs: mine for mine, theirs in alignment.keys.items()}
        self._forms = {theirs: mine for mine, theirs in alignment.forms.items()}
        self._alignment = alignment
        self._texts: dict[tuple[bool, str], dict[str, str]] = {}

    def in_sent(self, place: CellPlace) -> CellPlace | None:
        """The cell of the sent version that a cell of the copy is."""
        sheet = self._back.get(place[0])
        if sheet is None:
            return None
        mine, theirs = self._sent.binding.sheets.get(sheet), self._copy.binding.sheets.get(place[0])
        moved = cell_in(place[1], theirs, mine, self._keys, self._forms) if mine and theirs else place[1]
        cell = self._found(place[1], self._of(self._copy, place[0]), moved, self._of(self._sent, sheet))
        return (sheet, cell) if cell else None

    def is_in_copy(self, place: CellPlace) -> bool:
        """Whether a cell of the sent version is still there in the copy."""
        sheet = self._sheets.get(place[0])
        if sheet is None:
            return False
        mine, theirs = self._sent.binding.sheets.get(place[0]), self._copy.binding.sheets.get(sheet)
        moved = place[1]
        if mine and theirs:
            moved = cell_in(place[1], mine, theirs, self._alignment.keys, self._alignment.forms) or ""
        return bool(self._found(place[1], self._of(self._sent, place[0]), moved, self._of(self._copy, sheet)))

    def _found(self, cell: str, texts: Mapping[str, str], moved: str | None, others: Mapping[str, str]) -> str:
        """The cell in its row and column, when that has the same text or lies in the table; else the one with its text."""
        text = texts.get(cell, "")
        for place in dict.fromkeys((moved, cell)):
            if place and same_text(others.get(place, ""), text):
                return place
        alike = [place for place, words in others.items() if text and same_text(words, text)]
        if len(alike) == 1:
            return alike[0]
        # A cell whose own words were changed, beside the remark on it.
        return moved if moved and text else ""

    def _of(self, reading: Reading, sheet: str) -> dict[str, str]:
        key = reading is self._sent, sheet
        if key not in self._texts:
            cells = texts_of(reading.binding.workbook, sheet)
            self._texts[key] = {cell_name(row, column): text for row, column, text in cells}
        return self._texts[key]
