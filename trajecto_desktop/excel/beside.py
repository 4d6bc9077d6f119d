"""Remarks on cells that are no entries: a header, the name of a form, a wording, the legend, an empty cell, another sheet.

Here: reading them, and writing back what became of them. Not here: remarks on entries (`excel.annotations`,
`excel.annotation_edits`), how such a cell is called (`services.name_cell`). Imported by services.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from ..domain.feedback import Annotation
from ..errors import DamagedFileError
from ..ooxml.comments import CommentEdit, CommentThread, comments_of
from ..ooxml.names import MAX_COLUMN, MAX_ROW, cell_name, parse_cell
from ..ooxml.workbook import Workbook
from ..values import replace
from .annotation_edits import on_cell, without
from .annotations import annotations_in, entry_cells
from .binding import LOG_SHEET, Binding, SheetLayout

CellPlace = tuple[str, str]
"""Sheet name and cell reference such as `C1`."""


def remarks_beside(workbook: Workbook, binding: Binding) -> dict[CellPlace, tuple[Annotation, ...]]:
    """The remarks on cells that are no entries, in the order of the sheets, then by row and column.

    Those of further fiches in the workbook are not in it. A sheet whose comments cannot be read has none here.
    """
    found: dict[CellPlace, tuple[Annotation, ...]] = {}
    for info in workbook.sheets:
        passed_over = info.kind != "worksheet" or info.name == LOG_SHEET or info.name in binding.other_fiches
        if passed_over or not workbook.has_comments(info.name):
            continue
        layout = binding.sheets.get(info.name)
        entries = entry_cells(layout) if layout is not None else {}
        for thread in _threads(workbook, info.name):
            if thread.cell not in entries:
                found[info.name, thread.cell] = tuple(annotations_in(thread))
    return found


def _threads(workbook: Workbook, sheet: str) -> list[CommentThread]:
    try:
        return comments_of(workbook, sheet)
    except DamagedFileError:
        return []


def edits_beside(
    workbook: Workbook,
    before: Mapping[CellPlace, tuple[Annotation, ...]],
    after: Mapping[CellPlace, tuple[Annotation, ...]],
) -> list[CommentEdit]:
    """The edits of comments that make the file say what these remarks say.

    Args:
        workbook: has the comments as they are.
        before: the remarks as the workbook has them.
        after: the remarks as they have to be, on the cells of this workbook.
    """
    edits: list[CommentEdit] = []
    sheets = {info.name for info in workbook.sheets if info.kind == "worksheet"}
    changed = [at for at in dict.fromkeys([*before, *after]) if before.get(at, ()) != after.get(at, ())]
    threads = {
        (sheet, thread.cell): thread
        for sheet in dict.fromkeys(sheet for sheet, _ in changed)
        if sheet in sheets
        for thread in _threads(workbook, sheet)
    }
    for place in changed:
        if place[0] not in sheets:
            continue
        known = {each.id: each for each in before.get(place, ())}
        there = list(after.get(place, ()))
        if there:
            edits += on_cell(threads.get(place), *place, known, there)
        kept = {each.id for each in there}
        for gone in (each for each in before.get(place, ()) if each.id not in kept):
            edits += without(threads.get(place), *place, gone)
    return edits


def moved_beside(
    beside: Mapping[CellPlace, tuple[Annotation, ...]], old: Binding, new: Binding
) -> dict[CellPlace, tuple[Annotation, ...]]:
    """The remarks on the cells where they stand once rows and columns came or went; those of a row that went go with it."""
    found: dict[CellPlace, tuple[Annotation, ...]] = {}
    for place, remarks in beside.items():
        moved = moved_cell(place, old, new)
        if moved is not None:
            found[moved] = tuple(replace(each, sheet=moved[0], cell=moved[1]) for each in remarks)
    return found


def moved_cell(place: CellPlace, old: Binding, new: Binding) -> CellPlace | None:
    """Where a cell stands in another version of the workbook; nothing when its row or column is no longer there."""
    sheet, cell = place
    before, after = old.sheets.get(sheet), new.sheets.get(sheet)
    if before is None or after is None or before is after:
        return place
    moved = cell_in(cell, before, after)
    return (sheet, moved) if moved is not None else None


def cell_in(
    cell: str,
    before: SheetLayout,
    after: SheetLayout,
    keys: Mapping[str, str] | None = None,
    forms: Mapping[str, str] | None = None,
) -> str | None:
    """Where a cell of one sheet stands in another version of it: in its row and column, or as far behind those before it.

    Args:
        cell: the reference of the cell.
        before: the sheet that it is a cell of.
        after: the other version.
        keys: row → row of the other version, where their keys differ.
        forms: likewise for forms.

    Returns:
        The reference there, or nothing when its row or column is not there.
    """
    row, column = parse_cell(cell)
    rows, columns = _pairs(before.rows, after.rows, keys), _pairs(before.form_columns, after.form_columns, forms)
    excel_row, excel_column = _moved(row, rows), _moved(column, columns)
    row_went = row in before.rows.values() and row not in rows
    # A form that is not there under its own name has another one, unless what stands there now stood elsewhere.
    free = set(after.form_columns.values()) - set(columns.values())
    form_went = column in before.form_columns.values() and column not in columns and excel_column not in free
    if row_went or form_went or excel_row > MAX_ROW or excel_column > MAX_COLUMN:
        return None
    return cell_name(excel_row, excel_column)


def _pairs(before: Mapping[str, int], after: Mapping[str, int], names: Mapping[str, str] | None) -> dict[int, int]:
    found = {}
    for name, at in before.items():
        other = name if names is None else names.get(name)
        if other is not None and other in after:
            found[at] = after[other]
    return found


def _moved(at: int, pairs: Mapping[int, int]) -> int:
    known = sorted(pairs)
    index = bisect_right(known, at)
    return pairs[known[index - 1]] + at - known[index - 1] if index else at
