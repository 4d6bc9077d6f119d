"""What differs between the cells of the sent version and of one returned copy: texts, judgements, rows, columns, sheets.

Here: finding the differences of one copy. Not here: remarks (`collect_remarks`), bringing copies together
(`collect_feedback`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..domain.characteristic import Characteristic
from ..domain.colour import distance
from ..domain.fiche import Entry
from ..domain.text import RichText
from ..excel.binding import CellBaseline, EntryKey, Role, SheetLayout
from ..excel.reader import Reading
from ..ooxml.names import cell_name
from ..values import dataclass
from .collect_alignment import Alignment
from .collected import DifferenceKind, Judgement, Value

#: Two unknown colours nearer than this (CIEDE2000) are one colour that a program rounded.
_SAME_SHADE = 3.0


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
    found = list(_structure(sent, copy, alignment))
    found += _wordings(sent, copy, alignment)
    for name, other in alignment.sheets.items():
        mine, theirs = sent.binding.sheets[name], copy.binding.sheets[other]
        found += _entries(mine, theirs, alignment)
        found += _beside(mine, theirs, alignment)
    return _without_followers(sent, found)


def _entries(mine: SheetLayout, theirs: SheetLayout, alignment: Alignment) -> Iterator[Found]:
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
            yield from _compared(mine, theirs, (form, key), was, theirs.baseline.get(place, _NOTHING))
    back_forms = {other: form for form, other in forms.items()}
    back_keys = {other: key for key, other in keys.items()}
    for place, now in theirs.baseline.items():
        if place not in seen and place[0] in back_forms and place[1] in back_keys:
            yield from _compared(mine, theirs, (back_forms[place[0]], back_keys[place[1]]), _NOTHING, now)


def _compared(
    mine: SheetLayout, theirs: SheetLayout, key: EntryKey, was: CellBaseline, now: CellBaseline
) -> Iterator[Found]:
    before, after = was.text.plain, now.text.plain
    if before != after and not same_text(before, after):
        value = None if mine.role is Role.CODES else after
        yield Found(_TEXT_KINDS[mine.role], *key, mine.name, mine.cell(*key) or "", before, after, value, theirs.name)
    struck = _struck(now.text)
    if struck and struck != _struck(was.text):
        # A program that drops formats takes lines through words away, but none puts them there: that is a person.
        yield Found(DifferenceKind.STRUCK, *key, mine.name, mine.cell(*key) or "", before, struck, None, theirs.name)
    if (was.code, was.hatched, was.shade) != (now.code, now.hatched, now.shade) and not same_judgement(
        _judgement(was), _judgement(now)
    ):
        yield _judged(was, now, key, mine.name, mine.cell(*key) or "", theirs.name)


def _struck(text: RichText) -> str:
    """The words with a line through them."""
    return "".join(run.text for run in text.runs if run.style.strike).strip()


_NOTHING = CellBaseline()
_TEXT_KINDS = {
    Role.FULL: DifferenceKind.TEXT,
    Role.SHORT: DifferenceKind.SHORT_TEXT,
    Role.CODES: DifferenceKind.WORD,
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


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space at the ends of lines, which programs drop and add."""
    return one == other or plain_lines(one) == plain_lines(other)


@lru_cache(maxsize=16_384)
def plain_lines(text: str) -> str:
    """A text with one kind of line end and no white space at the ends of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _without_followers(sent: Reading, found: list[Found]) -> list[Found]:
    """Without the short texts that only follow a changed full text."""
    full = {(each.form, each.characteristic): each.after for each in found if each.kind is DifferenceKind.TEXT}
    kept = []
    for each in found:
        key = each.form, each.characteristic
        entry = sent.entries.get(key)
        follows = entry is None or entry.short_text is None
        if each.kind is DifferenceKind.SHORT_TEXT and key in full and follows and same_text(full[key], each.after):
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
                if alignment.keys.get(key) in theirs.rows and not same_text(*texts):
                    yield Found(
                        kind, form, key, mine.name, cell_name(row, column), *texts, texts[1], theirs.name
                    )  # fmt: skip


def _wordings(sent: Reading, copy: Reading, alignment: Alignment) -> Iterator[Found]:
    """What differs in the wordings of rows, in the sent version's fullest sheet and the sheet that is it in the copy."""
    mine = sent.binding.fullest
    theirs = copy_of_fullest(sent, copy, alignment)
    groups = {each.key: each.group for each in copy.characteristics}
    for each in sent.characteristics:
        row, other_row = mine.rows.get(each.key), theirs.rows.get(alignment.keys.get(each.key, ""))
        if row is None or other_row is None:
            continue
        group = groups.get(alignment.keys[each.key], each.group)
        texts = [(mine.group_column, each.group, group)]
        for column, other_column in (
            (mine.decree_column, theirs.decree_column),
            (mine.adapted_column, theirs.adapted_column),
        ):
            if column is not None and other_column is not None:
                texts.append(
                    (column, _cell_text(sent, mine, row, column), _cell_text(copy, theirs, other_row, other_column))
                )
        for column, was, now in texts:
            if column is not None and not same_text(was, now):
                cell = cell_name(row, column)
                yield Found(DifferenceKind.WORDING, "", each.key, mine.name, cell, was, now, None, theirs.name)


def copy_of_fullest(sent: Reading, copy: Reading, alignment: Alignment) -> SheetLayout:
    """The sheet of the copy that is the fullest one of the sent version, whichever has most text now."""
    name = alignment.sheets.get(sent.binding.fullest.name)
    return copy.binding.fullest if name is None else copy.binding.sheets[name]


def _cell_text(reading: Reading, layout: SheetLayout, row: int, column: int) -> str:
    cell = reading.binding.workbook.grid(layout.name).cells.get((row, column))
    return "" if cell is None else reading.binding.workbook.text(cell)


def _structure(sent: Reading, copy: Reading, alignment: Alignment) -> Iterator[Found]:
    theirs = copy_of_fullest(sent, copy, alignment)
    titles = {each.key: each.title for each in sent.characteristics}
    for name, other in alignment.sheets.items():
        yield from _gone(sent.binding.sheets[name], copy.binding.sheets[other], alignment, titles, sent.binding.fullest)
    for name, other in alignment.sheets.items():
        yield from _renamed(sent.binding.sheets[name], copy.binding.sheets[other], alignment)
    for form in alignment.forms_added:
        cell = cell_name(theirs.header_row, theirs.form_columns.get(form, 1))
        yield Found(
            DifferenceKind.FORM_ADDED, form, "", theirs.name, cell, "", _column_text(copy, form), None, theirs.name
        )
    added = {each.key: each for each in copy.characteristics if each.key in alignment.keys_added}
    for key, new in added.items():
        cell = cell_name(theirs.rows.get(key, 1), 1)
        yield Found(
            DifferenceKind.ROW_ADDED, "", key, theirs.name, cell, "", _row_text(copy, new), None, theirs.name
        )  # fmt: skip


def _gone(
    mine: SheetLayout, theirs: SheetLayout, alignment: Alignment, titles: dict[str, str], fullest: SheetLayout
) -> Iterator[Found]:
    """Forms and rows that a sheet of the copy lacks; what the fullest sheet lacks is told of that sheet alone."""
    told = mine is fullest
    for form, column in mine.form_columns.items():
        if alignment.forms.get(form) not in theirs.form_columns and (told or form not in alignment.forms_gone):
            cell = cell_name(mine.header_row, column)
            yield Found(DifferenceKind.FORM_REMOVED, form, "", mine.name, cell, form, "", None, theirs.name)
    for key, row in mine.rows.items():
        if alignment.keys.get(key) not in theirs.rows and (told or key not in alignment.keys_gone):
            before = titles.get(key, key)
            yield Found(
                DifferenceKind.ROW_REMOVED, "", key, mine.name, cell_name(row, 1), before, "", None, theirs.name
            )


def _renamed(mine: SheetLayout, theirs: SheetLayout, alignment: Alignment) -> Iterator[Found]:
    """Headers of forms that say something else than they did."""
    for form, was in mine.header_texts.items():
        now = theirs.header_texts.get(alignment.forms.get(form, ""), was)
        if not same_text(was, now):
            cell = cell_name(mine.header_row, mine.form_columns[form])
            yield Found(DifferenceKind.FORM_RENAMED, form, "", mine.name, cell, was, now, None, theirs.name)


def _row_text(copy: Reading, row: Characteristic) -> str:
    """A row that came, in words: its group and wording, and what it says of each form."""
    lines = [f"{row.group}: {row.title}"]
    for (form, key), entry in copy.entries.items():
        if key == row.key and (entry.text or entry.code or entry.annotations):
            lines += _entry_lines(form, entry)
    return "\n".join(lines)


def _column_text(copy: Reading, form: str) -> str:
    lines = [form]
    for (name, key), entry in copy.entries.items():
        if name == form and (entry.text or entry.code or entry.annotations):
            lines += _entry_lines(key, entry)
    return "\n".join(lines)


def _entry_lines(name: str, entry: Entry) -> list[str]:
    code = f" [{entry.code}]" if entry.code else ""
    remarks = [f"  {each.author}: {each.text}" for each in entry.annotations]
    return [f"{name}: {entry.text.plain}{code}", *remarks]
