"""What differs outside the entries: remarks on other cells, and texts beside, above and below the tables and in other sheets.

Such things are reported, so that nothing is dropped; what a note becomes when it is taken up is told in `collect_notes`.
Not here: entries (`collect_cells`) and the remarks on them (`collect_remarks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from ..domain.characteristic import Characteristic
from ..excel.binding import LOG_SHEET, SheetLayout
from ..excel.reader import Reading
from ..ooxml.names import cell_name, parse_cell
from .collect_alignment import Alignment
from .collect_beside import beside_differences
from .collect_cells import Found
from .collect_columns import reaction_columns
from .collect_notes import loose_note
from .collect_structure import part_of
from .collect_words import bare_lines, same_text, texts_of
from .collected import DifferenceKind, Source
from .copy_origin import instruction_sheet

_LEAST_SHARE = 0.5


def loose_differences(
    sent: Reading, copy: Reading, alignment: Alignment, source: Source, asked_by: str = ""
) -> list[Found]:
    """Everything that differs outside the entries of one copy."""
    sheets = _paired_sheets(sent, copy, alignment)
    return [
        *beside_differences(sent, copy, alignment, sheets, source.who, asked_by),
        *_texts(sent, copy, alignment, sheets, source),
        *_sheets_added(copy, sheets),
        *_sheets_removed(sent, sheets),
    ]


def _sheets_added(copy: Reading, sheets: dict[str, str]) -> Iterator[Found]:
    # What people write in a sheet that the program added is read otherwise, or was never sent.
    ours = (instruction_sheet(copy.binding.workbook), LOG_SHEET)
    for info in copy.binding.workbook.sheets:
        if info.kind == "worksheet" and info.name not in sheets.values() and info.name not in ours:
            texts = "\n".join(text for _, _, text in texts_of(copy.binding.workbook, info.name))
            yield Found(DifferenceKind.SHEET_ADDED, "", "", info.name, "", "", f"{info.name}\n{texts}", None, info.name)


def _sheets_removed(sent: Reading, sheets: dict[str, str]) -> Iterator[Found]:
    names = [info.name for info in sent.binding.workbook.sheets if info.kind == "worksheet" and info.name != LOG_SHEET]
    gone = [name for name in names if name not in sheets]
    if len(gone) > max(len(names) / 2, 1):
        yield part_of(f"{len(names)} bladen", f"{len(names) - len(gone)}: {', '.join(sheets)}")
        return
    for name in gone:
        yield Found(DifferenceKind.SHEET_REMOVED, "", "", name, "", name, "")


def _texts(
    sent: Reading, copy: Reading, alignment: Alignment, sheets: dict[str, str], source: Source
) -> Iterator[Found]:
    for name, other in sheets.items():
        told_base = name == alignment.base
        mine, theirs = sent.binding.sheets.get(name), copy.binding.sheets.get(other)
        old = _outside(sent, name, _lacking(mine, theirs, alignment), told_base)
        new = _outside(
            copy,
            other,
            (set(alignment.keys_added), {*alignment.forms_added, *alignment.reactions}),
            told_base,
            alignment.notes,
        )
        if mine is not None and theirs is not None:
            said = reaction_columns(sent, copy, alignment, name)
            rows, stood = {theirs.header_row, *theirs.rows.values()}, {cell for cell, _ in old}
            new = [(cell, text) for cell, text in new if cell in stood or not _is_in(cell, rows, said)]
        gone, new_ones = _followers(sent, copy, alignment, name, other)
        went = [each for each in _surplus(old, new) if each[0] not in gone]
        came = [each for each in _surplus(new, old) if each[0] not in new_ones]
        for cell, text in came:
            same_place = next((each for each in went if each[0] == cell), None)
            if same_place is not None:
                went.remove(same_place)
            before = same_place[1] if same_place else ""
            found = Found(DifferenceKind.CELL, "", "", name, cell, before, text, None, other)
            yield found if before else loose_note(found, copy, sent, alignment, source)
        for cell, text in went:
            yield Found(DifferenceKind.CELL, "", "", name, cell, text, "", None, other)


def _followers(sent: Reading, copy: Reading, alignment: Alignment, sheet: str, other: str) -> tuple[set[str], set[str]]:
    """(cells of the sent version, cells of the copy) whose wording only follows that of the base, which is told there."""
    mine, theirs = sent.binding.sheets.get(sheet), copy.binding.sheets.get(other)
    gone: set[str] = set()
    came: set[str] = set()
    if mine is None or theirs is None or sheet == alignment.base:
        return gone, came
    texts = _texts_at(sent, sheet), _texts_at(copy, other)
    reworded = {each.key: each for each in copy.characteristics}
    for each in sent.characteristics:
        key = alignment.keys.get(each.key, "")
        now, row, other_row = reworded.get(key), mine.rows.get(each.key), theirs.rows.get(key)
        if now is None or row is None or other_row is None or _wordings_of(each) == _wordings_of(now):
            continue
        for column, other_column in zip(_base(mine), _base(theirs), strict=True):
            if column is None or other_column is None:
                continue
            cells = cell_name(row, column), cell_name(other_row, other_column)
            before, after = texts[0].get(cells[0], ""), texts[1].get(cells[1], "")
            pairs = zip(_wordings_of(each), _wordings_of(now), strict=True)
            if any(same_text(before, was) and same_text(after, words) for was, words in pairs):
                gone.add(cells[0])
                came.add(cells[1])
    return gone, came


def _texts_at(reading: Reading, sheet: str) -> dict[str, str]:
    return {cell_name(row, column): text for row, column, text in texts_of(reading.binding.workbook, sheet)}


def _wordings_of(row: Characteristic) -> tuple[str, str, str]:
    return row.group, row.decree.plain, row.adapted.plain


def _base(layout: SheetLayout) -> tuple[int | None, int | None, int | None]:
    return layout.group_column, layout.decree_column, layout.adapted_column


def _is_in(cell: str, rows: set[int], columns: set[int]) -> bool:
    row, column = parse_cell(cell)
    return row in rows and column in columns


def _lacking(mine: SheetLayout | None, theirs: SheetLayout | None, alignment: Alignment) -> tuple[set[str], set[str]]:
    """Rows and forms that a sheet of the sent version has and its copy lacks."""
    if mine is None or theirs is None:
        return set(), set()
    return (
        {key for key in mine.rows if alignment.keys.get(key) not in theirs.rows},
        {form for form in mine.form_columns if alignment.forms.get(form) not in theirs.form_columns},
    )


def _surplus(texts: list[tuple[str, str]], others: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts that stand more often here than there; those at a place where the same text stands there go first."""
    there = dict(others)
    moved = [each for each in texts if there.get(each[0]) != each[1]]
    if not moved:
        return []
    here = dict(texts)
    free = Counter(bare_lines(text) for cell, text in others if here.get(cell) != text)
    surplus = []
    for cell, text in moved:
        words = bare_lines(text)
        if free[words] > 0:
            free[words] -= 1
        elif words:
            surplus.append((cell, text))
    return surplus


def _outside(
    reading: Reading,
    sheet: str,
    left_out: tuple[set[str], set[str]],
    told_base: bool,
    notes: Collection[str] = (),
) -> list[tuple[str, str]]:
    """(cell, text) of the text cells of a sheet that are no entries.

    Rows and forms that came or went (`left_out`) are not in it, and where `told_base` the wordings of rows too: they
    are told elsewhere. `notes` are rows that are none: what stands in them are texts in loose cells.
    """
    layout = reading.binding.sheets.get(sheet)
    keys, forms = left_out
    cells = texts_of(reading.binding.workbook, sheet)
    if layout is None:
        return [(cell_name(row, column), text) for row, column, text in cells]
    rows = {row for key, row in layout.rows.items() if key not in notes}
    columns = set(layout.form_columns.values())
    skipped_rows = {row for key, row in layout.rows.items() if key in keys}
    skipped_columns = {column for form, column in layout.form_columns.items() if form in forms}
    told_columns = columns | ({layout.remarks_column, layout.sources_column} if reading.layout == "fiche" else set())
    if told_base:
        told_columns |= {*layout.base_columns}
    return [
        (cell_name(row, column), text)
        for row, column, text in cells
        if not (row in rows and column in told_columns)
        and not (row == layout.header_row and column in columns)
        and row not in skipped_rows
        and column not in skipped_columns
    ]


def _paired_sheets(sent: Reading, copy: Reading, alignment: Alignment) -> dict[str, str]:
    """All worksheets of the sent version that are in the copy: those with entries as aligned, others by name or content."""
    pairs = dict(alignment.sheets)
    theirs = [info.name for info in copy.binding.workbook.sheets if info.kind == "worksheet"]
    for info in sent.binding.workbook.sheets:
        if info.kind != "worksheet" or info.name in {*pairs, *sent.binding.sheets, LOG_SHEET}:
            continue
        free = [name for name in theirs if name not in pairs.values()]
        if info.name in free:
            pairs[info.name] = info.name
            continue
        mine = {text for _, _, text in texts_of(sent.binding.workbook, info.name)}
        shares = [(_share(mine, {t for _, _, t in texts_of(copy.binding.workbook, name)}), name) for name in free]
        best = max(shares, default=(0.0, ""))
        if best[0] >= _LEAST_SHARE:
            pairs[info.name] = best[1]
    return pairs


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
