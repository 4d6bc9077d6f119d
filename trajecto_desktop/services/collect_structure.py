"""What differs in the rows, forms and wordings of the sent version and of one returned copy.

Here: rows and columns that came and went, new names and wordings, and copies that hold a part only. Not here: entries
(`collect_cells`), remarks (`collect_remarks`), how one is taken up (`take_up_structure`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..domain.characteristic import Characteristic
from ..domain.fiche import Entry
from ..domain.text import RichText
from ..excel.binding import SheetLayout
from ..excel.reader import Reading
from ..excel.texts import TextReader
from ..excel.variants import same_forms
from ..ooxml.names import cell_name
from ..values import replace
from .collect_alignment import Alignment
from .collect_cells import Found
from .collect_struck import kept_words
from .collect_words import same_text
from .collected import DifferenceKind, FormCame, Gone, NewName, NewWording, RowCame, WordingPart

_LEAST_KEPT = 0.5
"""A copy that lacks more than this share of forms, rows or sheets is a part of what was sent: nobody took them out."""
_MOST_REGROUPED = 0.1
"""When more than this share of rows seems to have changed group, the rows were sorted and the headings stayed behind."""
_FEW = 3


def structure_differences(sent: Reading, copy: Reading, alignment: Alignment) -> list[Found]:
    """Everything that differs in forms, rows and wordings; sheets are told elsewhere (`collect_loose`)."""
    found = [*_went(sent, copy, alignment), *_renamed(sent, copy, alignment), *_came(copy, alignment)]
    return [*_in_part(sent, found), *_wordings(sent, copy, alignment)]


def base_of_copy(copy: Reading, alignment: Alignment) -> SheetLayout:
    """The sheet of the copy whose wordings are compared, whichever has most text now."""
    name = alignment.sheets.get(alignment.base)
    return copy.binding.fullest if name is None else copy.binding.sheets[name]


# ---- what went


def _went(sent: Reading, copy: Reading, alignment: Alignment) -> Iterator[Found]:
    titles = {each.key: each.title for each in sent.characteristics}
    for name, other in alignment.sheets.items():
        yield from _gone(sent.binding.sheets[name], copy.binding.sheets[other], alignment, titles)


def _gone(mine: SheetLayout, theirs: SheetLayout, alignment: Alignment, titles: dict[str, str]) -> Iterator[Found]:
    """Forms and rows that a sheet of the copy lacks; what the base lacks is told of that sheet alone."""
    told = mine.name == alignment.base
    value = Gone() if told else None
    for form, column in mine.form_columns.items():
        if alignment.forms.get(form) not in theirs.form_columns and (told or form not in alignment.forms_gone):
            cell = cell_name(mine.header_row, column)
            yield Found(DifferenceKind.FORM_REMOVED, form, "", mine.name, cell, form, "", value, theirs.name)
    for key, row in mine.rows.items():
        if alignment.keys.get(key) not in theirs.rows and (told or key not in alignment.keys_gone):
            cell, before = cell_name(row, 1), titles.get(key, key)
            gone = value if key in titles else None
            yield Found(DifferenceKind.ROW_REMOVED, "", key, mine.name, cell, before, "", gone, theirs.name)


def _in_part(sent: Reading, found: Sequence[Found]) -> list[Found]:
    """Forms and rows that a copy lacks by the dozen as one thing to know: it holds a part of what was sent."""
    kept = list(found)
    for kind, total, noun in (
        (DifferenceKind.FORM_REMOVED, len(sent.forms), "vormen"),
        (DifferenceKind.ROW_REMOVED, len(sent.characteristics), "kenmerken"),
    ):
        gone = {each.form or each.characteristic for each in kept if each.kind is kind}
        if len(gone) > max(total * _LEAST_KEPT, 1):
            kept = [each for each in kept if each.kind is not kind]
            kept.append(part_of(f"{total} {noun}", f"{total - len(gone)} {noun}"))
    return kept


def part_of(before: str, after: str) -> Found:
    """That a copy holds so much of what was sent."""
    return Found(DifferenceKind.PARTIAL, "", "", "", "", before, after)


# ---- other names


def _renamed(sent: Reading, copy: Reading, alignment: Alignment) -> Iterator[Found]:
    """Headers of forms that say something else than they did; shortened headers of other sheets follow the base."""
    new_names: dict[str, str] = {}
    base = [(alignment.base, alignment.sheets[alignment.base])] if alignment.base in alignment.sheets else []
    for name, other in (*base, *(pair for pair in alignment.sheets.items() if pair[0] != alignment.base)):
        mine, theirs = sent.binding.sheets[name], copy.binding.sheets[other]
        for form, was in mine.header_texts.items():
            now = theirs.header_texts.get(alignment.forms.get(form, ""), was)
            if same_text(" ".join(was.split()), " ".join(now.split())):
                continue
            line = " ".join(now.split())
            if name == alignment.base:
                new_names[form] = line
            elif form in new_names and (line == new_names[form] or same_forms([new_names[form]], [line])):
                continue
            value = NewName(line) if name == alignment.base else None
            cell = cell_name(mine.header_row, mine.form_columns[form])
            yield Found(DifferenceKind.FORM_RENAMED, form, "", mine.name, cell, was, now, value, theirs.name)


# ---- what came


def _came(copy: Reading, alignment: Alignment) -> Iterator[Found]:
    theirs = base_of_copy(copy, alignment)
    for form in alignment.forms_added:
        cell = cell_name(theirs.header_row, theirs.form_columns.get(form, 1))
        value = _form_that_came(theirs, copy, alignment, form)
        words = _column_text(copy, form)
        yield Found(DifferenceKind.FORM_ADDED, form, "", theirs.name, cell, "", words, value, theirs.name)
    added = set(alignment.keys_added)
    for each in copy.characteristics:
        if each.key in added:
            cell = cell_name(theirs.rows.get(each.key, 1), 1)
            words, row = _row_text(copy, each), _row_that_came(copy, alignment, each)
            yield Found(DifferenceKind.ROW_ADDED, "", each.key, theirs.name, cell, "", words, row, theirs.name)


def _form_that_came(theirs: SheetLayout, copy: Reading, alignment: Alignment, form: str) -> FormCame:
    forms = {other: mine for mine, other in alignment.forms.items()}
    keys = {other: mine for mine, other in alignment.keys.items()}
    order = sorted(theirs.form_columns, key=lambda name: theirs.form_columns[name])
    before = [forms[name] for name in order[: order.index(form)] if name in forms] if form in order else []
    entries = tuple(
        (keys[key], _plain(entry)) for (name, key), entry in copy.entries.items() if name == form and key in keys
    )
    return FormCame(form, before[-1] if before else "", entries)


def _row_that_came(copy: Reading, alignment: Alignment, row: Characteristic) -> RowCame:
    forms = {other: mine for mine, other in alignment.forms.items()}
    keys = {other: mine for mine, other in alignment.keys.items()}
    rows = copy.characteristics
    index = rows.index(row)
    above = rows[index - 1] if index and rows[index - 1].group == row.group else None
    entries = tuple(
        (forms[name], _plain(entry)) for (name, key), entry in copy.entries.items() if key == row.key and name in forms
    )
    return RowCame(row, keys.get(above.key, above.key) if above else "", entries)


def _plain(entry: Entry) -> Entry:
    """The entry without formats that mean something in the copy's own file alone; its remarks are new ones."""
    short = None if entry.short_text is None else _without_formats(entry.short_text)
    remarks = tuple(replace(each, sheet="", cell="", threaded=True) for each in entry.annotations)
    return Entry(
        _without_formats(entry.text), short, entry.code, entry.hatched, None if entry.code else entry.shade,
        _without_formats(entry.remarks), _without_formats(entry.sources), remarks,
    )  # fmt: skip


def _without_formats(text: RichText) -> RichText:
    return RichText.of(replace(run, source="") for run in text.runs)


def _row_text(copy: Reading, row: Characteristic) -> str:
    """A row that came, in words: its group and wording, and what it says of each form."""
    lines = [f"{row.group}: {row.title}"]
    for (form, key), entry in copy.entries.items():
        if key == row.key and (entry.text or entry.code or entry.annotations):
            lines += _entry_lines(form, entry)
    return "\n".join(lines)


def _column_text(copy: Reading, form: str) -> str:
    titles = {each.key: each.title for each in copy.characteristics}
    lines = [form]
    for (name, key), entry in copy.entries.items():
        if name == form and (entry.text or entry.code or entry.annotations):
            lines += _entry_lines(titles.get(key, key), entry)
    return "\n".join(lines)


def _entry_lines(name: str, entry: Entry) -> list[str]:
    code = f" [{entry.code}]" if entry.code else ""
    remarks = [f"  {each.author}: {each.text}" for each in entry.annotations]
    return [f"{name}: {entry.text.plain}{code}", *remarks]


# ---- wordings


def _wordings(sent: Reading, copy: Reading, alignment: Alignment) -> Iterator[Found]:
    """What differs in the wordings of rows, in the sheet of the sent version that the copy is compared by."""
    mine, theirs = sent.binding.sheets[alignment.base], base_of_copy(copy, alignment)
    regrouped = list(_regrouped(sent, copy, alignment, mine, theirs))
    yield from regrouped
    columns = (
        (WordingPart.DECREE, mine.decree_column, theirs.decree_column),
        (WordingPart.ADAPTED, mine.adapted_column, theirs.adapted_column),
    )
    fused = mine.decree_column is None or mine.adapted_column is None
    for each in sent.characteristics:
        row, other_row = mine.rows.get(each.key), theirs.rows.get(alignment.keys.get(each.key, ""))
        if row is None or other_row is None:
            continue
        for part, column, other_column in columns:
            if column is None or other_column is None:
                continue
            was, now = _cell_text(sent, mine, row, column), _cell_text(copy, theirs, other_row, other_column)
            kept = _kept(sent, copy, (mine, row, column), (theirs, other_row, other_column))
            if not same_text(was, now) or kept is not None:
                now = now if kept is None else kept
                # A fused or shortened wording of a sheet of colours is none of the row's own texts.
                value = NewWording(part, now) if mine is sent.binding.fullest and not fused and now != "" else None
                cell = cell_name(row, column)
                yield Found(DifferenceKind.WORDING, "", each.key, mine.name, cell, was, now, value, theirs.name)


def _regrouped(
    sent: Reading, copy: Reading, alignment: Alignment, mine: SheetLayout, theirs: SheetLayout
) -> Iterator[Found]:
    """Rows that stand under another heading now."""
    groups = {each.key: each.group for each in copy.characteristics}
    moved = []
    for each in sent.characteristics:
        there = alignment.keys.get(each.key, "")
        row, group = mine.rows.get(each.key), groups.get(there, each.group)
        if row is None or there not in theirs.rows or same_text(each.group, group):
            continue
        column = theirs.group_column
        stated = bool(column and _cell_text(copy, theirs, theirs.rows[there], column))
        moved.append((each, row, group, stated))
    sorted_rows = len(moved) > max(_FEW, _MOST_REGROUPED * len(sent.characteristics)) or (
        _displaced(mine, theirs, alignment) > len(moved)
    )
    renamed = {(each.group, group) for each, _, group, stated in moved if stated}
    for each, row, group, stated in moved:
        if sorted_rows and (each.group, group) not in _whole_groups(sent, moved, renamed):
            continue
        if not stated and (each.group, group) in renamed:
            # The heading itself was reworded: told once, of the row that carries it.
            continue
        if not stated and all(other.group != group for other in sent.characteristics):
            # A new text stands alone above these rows, a note perhaps: told once, as the cell that it is.
            continue
        heading = any(other.group == group for other in sent.characteristics)
        value = NewWording(WordingPart.GROUP, group) if heading and mine is sent.binding.fullest else None
        cell = cell_name(row, mine.group_column or min(mine.base_columns))
        yield Found(DifferenceKind.WORDING, "", each.key, mine.name, cell, each.group, group, value, theirs.name)


def _displaced(mine: SheetLayout, theirs: SheetLayout, alignment: Alignment) -> int:
    """How many rows at least were moved to get from the order of the sent version to that of the copy."""
    there = {key: theirs.rows.get(alignment.keys.get(key, ""), 0) for key in mine.rows}
    rows = [row for row in there.values() if row]
    rising: list[int] = []
    for row in rows:
        at = bisect_left(rising, row)
        rising[at : at + 1] = [row]
    return len(rows) - len(rising)


def _whole_groups(
    sent: Reading, moved: Sequence[tuple[Characteristic, int, str, bool]], renamed: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The headings that were reworded for all their rows, rather than slid off some."""
    sizes: dict[str, int] = {}
    for each in sent.characteristics:
        sizes[each.group] = sizes.get(each.group, 0) + 1
    known = set(sizes)
    counts: dict[tuple[str, str], int] = {}
    for each, _, group, _ in moved:
        counts[each.group, group] = counts.get((each.group, group), 0) + 1
    return {pair for pair in renamed if counts[pair] == sizes[pair[0]] and pair[1] not in known}


_Place = tuple[SheetLayout, int, int]


def _kept(sent: Reading, copy: Reading, mine: _Place, theirs: _Place) -> str | None:
    """What is left of a wording without the words that somebody struck through; nothing when there are none."""
    if not _has_line(copy, *theirs):
        return None
    texts, whole = [], []
    for reading, (layout, row, column) in ((sent, mine), (copy, theirs)):
        workbook = reading.binding.workbook
        cell = workbook.grid(layout.name).cells.get((row, column))
        texts.append(TextReader(workbook).read(cell))
        whole.append(cell is not None and workbook.cell_font(cell.style).strike)
    return kept_words(texts[0], texts[1], whole=(whole[0], whole[1]))


def _has_line(reading: Reading, layout: SheetLayout, row: int, column: int) -> bool:
    workbook = reading.binding.workbook
    cell = workbook.grid(layout.name).cells.get((row, column))
    if cell is None or cell.value is None:
        return False
    return workbook.cell_font(cell.style).strike or any(
        workbook.font_of(run.properties).strike for run in workbook.runs(cell) if run.properties
    )


def _cell_text(reading: Reading, layout: SheetLayout, row: int, column: int) -> str:
    cell = reading.binding.workbook.grid(layout.name).cells.get((row, column))
    return "" if cell is None else reading.binding.workbook.text(cell)
