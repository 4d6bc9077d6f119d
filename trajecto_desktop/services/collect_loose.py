"""What differs outside the entries: remarks on other cells, and texts beside, above and below the tables and in other sheets.

Such things are reported, so that nothing is dropped; taking them up is work for a person. Not here: entries
(`collect_cells`) and the remarks on them (`collect_remarks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from ..domain.feedback import Annotation, Kind, Status
from ..excel.annotations import annotations_in, entry_cells
from ..excel.binding import SheetLayout
from ..excel.reader import Reading
from ..ooxml.comments import CommentThread, comments_of
from ..ooxml.names import cell_name, parse_cell
from ..ooxml.workbook import Workbook
from .collect_alignment import Alignment
from .collect_cells import Found, plain_lines
from .collect_remarks import remark_line
from .collected import DifferenceKind
from .copy_origin import INSTRUCTION_SHEET

_LEAST_SHARE = 0.5
_TEXT_KINDS = frozenset({"s", "inlineStr", "str"})


def loose_differences(sent: Reading, copy: Reading, alignment: Alignment, person: str) -> list[Found]:
    """Everything that differs outside the entries of one copy."""
    sheets = _paired_sheets(sent, copy, alignment)
    return [
        *_remarks(sent, copy, sheets, person),
        *_texts(sent, copy, alignment, sheets),
        *_sheets_added(copy, sheets),
        *_sheets_removed(sent, sheets),
    ]


def _sheets_added(copy: Reading, sheets: dict[str, str]) -> Iterator[Found]:
    for info in copy.binding.workbook.sheets:
        if info.kind == "worksheet" and info.name not in sheets.values() and info.name != INSTRUCTION_SHEET:
            texts = "\n".join(text for _, _, text in _texts_of(copy.binding.workbook, info.name))
            yield Found(DifferenceKind.SHEET_ADDED, "", "", info.name, "", "", f"{info.name}\n{texts}", None, info.name)


def _sheets_removed(sent: Reading, sheets: dict[str, str]) -> Iterator[Found]:
    for info in sent.binding.workbook.sheets:
        if info.kind == "worksheet" and info.name not in sheets:
            yield Found(DifferenceKind.SHEET_REMOVED, "", "", info.name, "", info.name, "")


def _remarks(sent: Reading, copy: Reading, sheets: dict[str, str], person: str) -> Iterator[Found]:
    known = Counter(" ".join(remark.text.split()) for _, remark in _said(_loose_threads(sent), ""))
    for thread, remark in _said(_loose_threads(copy), person):
        words = " ".join(remark.text.split())
        if known[words] > 0:
            known[words] -= 1
            continue
        sheet, cell = _place_in(sent, copy, sheets, thread)
        value = remark if cell else None
        where = (sheet, cell) if cell else (thread.sheet, thread.cell)
        yield Found(DifferenceKind.REMARK, "", "", *where, "", remark_line(remark), value, thread.sheet)


def _said(threads: Iterable[CommentThread], person: str) -> Iterator[tuple[CommentThread, Annotation]]:
    """Each remark, and each answer as a remark of its own."""
    for thread in threads:
        for remark in annotations_in(thread):
            yield thread, replace(remark, author=remark.author or person, replies=())
            for reply in remark.replies:
                yield thread, replace(
                    remark, id=reply.id, kind=Kind.REMARK, author=reply.author or person, organisation="",
                    text=reply.text, date=reply.date, replies=(), status=Status.OPEN, reason="",
                )  # fmt: skip


def _place_in(sent: Reading, copy: Reading, sheets: dict[str, str], thread: CommentThread) -> tuple[str, str]:
    """The cell of the sent version that a remark's cell in the copy is: with the same text, at the same place if it can."""
    sheet = next((mine for mine, other in sheets.items() if other == thread.sheet), "")
    if not sheet:
        return "", ""
    grid, workbook = copy.binding.workbook.grid(thread.sheet), copy.binding.workbook
    cell = grid.cells.get(parse_cell(thread.cell))
    text = workbook.text(cell).strip() if cell is not None else ""
    mine = {cell_name(row, column): words.strip() for row, column, words in _texts_of(sent.binding.workbook, sheet)}
    if mine.get(thread.cell, "") == text:
        return sheet, thread.cell
    alike = [place for place, words in mine.items() if text and words == text]
    return (sheet, alike[0]) if len(alike) == 1 else ("", "")


def _loose_threads(reading: Reading) -> list[CommentThread]:
    workbook = reading.binding.workbook
    found: list[CommentThread] = []
    for info in workbook.sheets:
        if info.kind == "worksheet":
            threads = comments_of(workbook, info.name)
            layout = reading.binding.sheets.get(info.name)
            cells = entry_cells(layout) if layout and threads else {}
            found += [thread for thread in threads if thread.cell not in cells]
    return found


def _texts(sent: Reading, copy: Reading, alignment: Alignment, sheets: dict[str, str]) -> Iterator[Found]:
    for name, other in sheets.items():
        told_base = name == sent.binding.fullest.name
        mine, theirs = sent.binding.sheets.get(name), copy.binding.sheets.get(other)
        old = _outside(sent, name, _lacking(mine, theirs, alignment), told_base)
        new = _outside(copy, other, (set(alignment.keys_added), set(alignment.forms_added)), told_base)
        went = _surplus(old, new)
        came = _surplus(new, old)
        for cell, text in came:
            same_place = next((each for each in went if each[0] == cell), None)
            if same_place is not None:
                went.remove(same_place)
            before = same_place[1] if same_place else ""
            yield Found(DifferenceKind.CELL, "", "", name, cell, before, text, None, other)
        for cell, text in went:
            yield Found(DifferenceKind.CELL, "", "", name, cell, text, "", None, other)


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
    free = Counter(plain_lines(text) for cell, text in others if here.get(cell) != text)
    surplus = []
    for cell, text in moved:
        words = plain_lines(text)
        if free[words] > 0:
            free[words] -= 1
        elif words:
            surplus.append((cell, text))
    return surplus


def _outside(
    reading: Reading, sheet: str, left_out: tuple[set[str], set[str]], told_base: bool
) -> list[tuple[str, str]]:
    """(cell, text) of the text cells of a sheet that are no entries.

    Rows and forms that came or went (`left_out`) are not in it, and where `told_base` the wordings of rows too: they
    are told elsewhere.
    """
    layout = reading.binding.sheets.get(sheet)
    keys, forms = left_out
    cells = _texts_of(reading.binding.workbook, sheet)
    if layout is None:
        return [(cell_name(row, column), text) for row, column, text in cells]
    rows, columns = set(layout.rows.values()), set(layout.form_columns.values())
    skipped_rows = {row for key, row in layout.rows.items() if key in keys}
    skipped_columns = {column for form, column in layout.form_columns.items() if form in forms}
    told_columns = columns | {layout.remarks_column, layout.sources_column}
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


_Texts = tuple[tuple[int, int, str], ...]
#: The texts of sheets by workbook, for as long as the workbook lives: the sent version is looked at once for each copy.
_READ: WeakKeyDictionary[Workbook, dict[str, _Texts]] = WeakKeyDictionary()


def _texts_of(workbook: Workbook, sheet: str) -> _Texts:
    """(row, column, text) of the text cells of a sheet, without formulas."""
    known = _READ.setdefault(workbook, {})
    if sheet not in known:
        known[sheet] = tuple(
            (row, column, text)
            for (row, column), cell in workbook.grid(sheet).cells.items()
            if cell.kind in _TEXT_KINDS and not cell.formula and (text := workbook.text(cell)) and not text.isspace()
        )
    return known[sheet]


def _paired_sheets(sent: Reading, copy: Reading, alignment: Alignment) -> dict[str, str]:
    """All worksheets of the sent version that are in the copy: those with entries as aligned, others by name or content."""
    pairs = dict(alignment.sheets)
    theirs = [info.name for info in copy.binding.workbook.sheets if info.kind == "worksheet"]
    for info in sent.binding.workbook.sheets:
        if info.kind != "worksheet" or info.name in pairs or info.name in sent.binding.sheets:
            continue
        free = [name for name in theirs if name not in pairs.values()]
        if info.name in free:
            pairs[info.name] = info.name
            continue
        mine = {text for _, _, text in _texts_of(sent.binding.workbook, info.name)}
        shares = [(_share(mine, {t for _, _, t in _texts_of(copy.binding.workbook, name)}), name) for name in free]
        best = max(shares, default=(0.0, ""))
        if best[0] >= _LEAST_SHARE:
            pairs[info.name] = best[1]
    return pairs


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
