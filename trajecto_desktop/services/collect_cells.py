"""What differs between the cells of the sent version and of one returned copy: texts, judgements, rows, columns, sheets.

Here: finding the differences of one copy. Not here: remarks (`collect_remarks`), bringing copies together
(`collect_feedback`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..domain.colour import distance
from ..domain.text import EMPTY_TEXT
from ..excel.binding import CellBaseline, EntryKey, Role, SheetLayout
from ..excel.paint import visible_colour
from ..excel.reader import Reading
from ..ooxml.names import cell_name
from ..ooxml.workbook import Workbook
from ..values import dataclass, replace
from .collect_alignment import Alignment
from .collect_struck import kept_words
from .collect_words import same_text
from .collected import SHORT_TEXTS, DifferenceKind, Judgement, Value

#: Two unknown colours nearer than this (CIEDE2000) are one colour that a program rounded.
_SAME_SHADE = 3.0
_MANY = 5
"""From so many codes on, a sheet without any lost them all at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """One difference in one copy, before copies are brought together."""

    kind: DifferenceKind
    form: str
    characteristic: str
    sheet: str
    cell: str
    before: str
    after: str
    value: Value = None
    copy_sheet: str = ""


def cell_differences(sent: Reading, copy: Reading, alignment: Alignment) -> list[Found]:
    """Everything that differs in the cells of one copy, by sheet and place. Cost: about 5 ms for the whole overview."""
    found: list[Found] = []
    fonts = Looks(sent.binding.workbook), Looks(copy.binding.workbook)
    for name, other in alignment.sheets.items():
        mine, theirs = sent.binding.sheets[name], copy.binding.sheets[other]
        differing = _entries(mine, theirs, alignment, fonts)
        if _lost_colours(mine, theirs):
            # A program that drops every colour is nobody who takes a code away.
            differing = (each for each in differing if not isinstance(each.value, Judgement))
        found += (_as_typed(copy, theirs, alignment, each) for each in differing)
        found += _beside(mine, theirs, alignment)
    return _without_followers(sent, found)


def _as_typed(copy: Reading, theirs: SheetLayout, alignment: Alignment, each: Found) -> Found:
    """A text as the person who typed it saw it: a date as a date; a formula that was never worked out is no text that went."""
    if each.kind not in _TEXT_KINDS.values():
        return each
    workbook = copy.binding.workbook
    place = theirs.place(alignment.forms[each.form], alignment.keys[each.characteristic])
    cell = workbook.grid(theirs.name).cells.get(place) if place is not None else None
    if cell is None:
        return each
    if cell.formula and cell.value is None:
        return replace(each, after="(een formule zonder waarde)", value=None)
    if cell.kind == "n" and not cell.formula and workbook.styles.is_date(cell.style):
        words = _date_words(str(cell.value), workbook.date1904) or each.after
        return replace(each, after=words, value=words if each.value is not None else None)
    return each


def _date_words(serial: str, from_1904: bool) -> str:
    """A day as people here write it. Source: ECMA-376 part 1, 18.17.4.1 (serial dates)."""
    try:
        day = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        return (day + timedelta(days=int(float(serial)))).strftime("%d/%m/%Y")
    except (ValueError, OverflowError):
        return ""


def _lost_colours(mine: SheetLayout, theirs: SheetLayout) -> bool:
    had = sum(cell.code is not None for cell in mine.baseline.values())
    return had >= _MANY and not any(cell.code or cell.shade for cell in theirs.baseline.values())


def _entries(
    mine: SheetLayout, theirs: SheetLayout, alignment: Alignment, fonts: tuple[Looks, Looks]
) -> Iterator[Found]:
    keys = {key: other for key, other in alignment.keys.items() if key in mine.rows and other in theirs.rows}
    forms = {
        form: other
        for form, other in alignment.forms.items()
        if form in mine.form_columns and other in theirs.form_columns
    }
    seen: set[EntryKey] = set()
    for (form, key), was in mine.baseline.items():
        if form in forms and key in keys:
            place = forms[form], keys[key]
            seen.add(place)
            yield from _compared(mine, theirs, (form, key), was, theirs.baseline.get(place, _NOTHING), fonts)
    back_forms = {other: form for form, other in forms.items()}
    back_keys = {other: key for key, other in keys.items()}
    for place, now in theirs.baseline.items():
        if place not in seen and place[0] in back_forms and place[1] in back_keys:
            yield from _compared(mine, theirs, (back_forms[place[0]], back_keys[place[1]]), _NOTHING, now, fonts)


def _compared(
    mine: SheetLayout,
    theirs: SheetLayout,
    key: EntryKey,
    was: CellBaseline,
    now: CellBaseline,
    fonts: tuple[Looks, Looks],
) -> Iterator[Found]:
    sent_fonts, copy_fonts = fonts
    before, after = was.text.plain, now.text.plain
    typed = before != after and not same_text(before, after)
    kept = kept_words(was.text, now.text, whole=(sent_fonts.struck(was.style), copy_fonts.struck(now.style)))
    if typed or kept is not None:
        # Who strikes words out and types others beside them means one new text.
        kind, after = (_TEXT_KINDS if typed else _STRUCK_KINDS)[mine.role], after if kept is None else kept
        value = None if mine.role is Role.CODES else after
        yield Found(kind, *key, mine.name, mine.cell(*key) or "", before, after, value, theirs.name)
    if (
        (was.code, was.hatched, was.shade) != (now.code, now.hatched, now.shade)
        and not same_judgement(_judgement(was), _judgement(now))
        and not _same_fill(sent_fonts, was, copy_fonts, now)
    ):
        yield _judged(was, now, key, mine.name, mine.cell(*key) or "", theirs.name)


def _same_fill(mine: Looks, was: CellBaseline, theirs: Looks, now: CellBaseline) -> bool:
    """Whether a cell shows the very colour that was sent: then somebody changed the legend, not what is said of this entry."""
    (before, pattern), (after, other) = mine.fill(was.style), theirs.fill(now.style)
    return pattern == other and distance(before, after) <= _SAME_SHADE


class Looks:
    """How the formats of a workbook look: a line through all words, the colour behind them; each is looked at once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._known: dict[int, bool] = {}
        self._fills: dict[int, tuple[str, str]] = {}

    def struck(self, style: int) -> bool:
        """Whether that format does."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = self._workbook.cell_font(style).strike
        return known

    def fill(self, style: int) -> tuple[str, str]:
        """The colour that a cell of that format shows, and its pattern."""
        known = self._fills.get(style)
        if known is None:
            fill = self._workbook.fill(style)
            known = self._fills[style] = visible_colour(fill), fill.pattern
        return known


_NOTHING = CellBaseline()
_TEXT_KINDS = {
    Role.FULL: DifferenceKind.TEXT,
    Role.SHORT: DifferenceKind.SHORT_TEXT,
    Role.CODES: DifferenceKind.WORD,
}
_STRUCK_KINDS = {
    Role.FULL: DifferenceKind.STRUCK,
    Role.SHORT: DifferenceKind.SHORT_STRUCK,
    Role.CODES: DifferenceKind.STRUCK,
}


def _judged(was: CellBaseline, now: CellBaseline, key: EntryKey, sheet: str, cell: str, copy_sheet: str) -> Found:
    old, new = _judgement(was), _judgement(now)
    kind = DifferenceKind.HATCHING if old.code == new.code and old.hatched != new.hatched else DifferenceKind.CODE
    return Found(kind, *key, sheet, cell, old.words, new.words, new, copy_sheet)


def _judgement(cell: CellBaseline) -> Judgement:
    # A shade that stands for a code is the legend's colour as some program rounds it; only an unknown one says something.
    return Judgement(cell.code, cell.hatched, cell.shade if cell.code is None else None)


def same_judgement(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements are the same but for the rounding of a colour."""
    if (one.code, one.hatched) != (other.code, other.hatched):
        return False
    if one.shade is None or other.shade is None:
        return one.shade == other.shade
    return distance(one.shade, other.shade) <= _SAME_SHADE


def _without_followers(sent: Reading, found: list[Found]) -> list[Found]:
    """Without the short texts that only follow a changed full text."""
    texts = (DifferenceKind.TEXT, DifferenceKind.STRUCK)
    full = {(each.form, each.characteristic): each.after for each in found if each.kind in texts}
    kept = []
    for each in found:
        key = each.form, each.characteristic
        entry = sent.entries.get(key)
        follows = entry is None or entry.short_text is None
        if each.kind in SHORT_TEXTS and key in full and follows and same_text(full[key], each.after):
            continue
        kept.append(each)
    return kept


def _beside(mine: SheetLayout, theirs: SheetLayout, alignment: Alignment) -> Iterator[Found]:
    """The columns *Opmerkingen* and *Bronnen* of a fiche."""
    pairs = (
        (DifferenceKind.NOTES, mine.remarks_column, theirs.remarks_column, mine.remarks_baseline, theirs.remarks_baseline),
        (DifferenceKind.SOURCES, mine.sources_column, theirs.sources_column, mine.sources_baseline, theirs.sources_baseline),
    )  # fmt: skip
    for kind, column, other_column, old, new in pairs:
        if column is None or other_column is None:
            continue
        for key, row in mine.rows.items():
            for form, other_form in alignment.forms.items():
                was = old.get((form, key))
                now = new.get((other_form, alignment.keys.get(key, "")))
                texts = (was.plain if was else "", now.plain if now else "")
                if alignment.keys.get(key) not in theirs.rows:
                    continue
                kept = kept_words(was or EMPTY_TEXT, now or EMPTY_TEXT)
                if kept is not None:
                    texts = texts[0], kept
                if not same_text(*texts):
                    yield Found(
                        kind, form, key, mine.name, cell_name(row, column), *texts, texts[1], theirs.name
                    )  # fmt: skip
