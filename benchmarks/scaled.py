"""Make the sample overview n times as wide and as long: each form column and the whole list of rows n times, in every sheet.

Written as plain XML straight from the grid of the original, because a workbook of 2 400 forms would take openpyxl minutes.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from trajecto_desktop.domain.characteristic import GENERAL_REMARKS
from trajecto_desktop.excel.binding import SheetLayout
from trajecto_desktop.ooxml.cells import Cell
from trajecto_desktop.ooxml.names import column_letters
from trajecto_desktop.ooxml.sheet import Grid
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.open_document import open_document

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def scaled(source: Path, times: int, target: Path, rows: int = 1) -> Path:
    """Write `source` with each form `times` times and all characteristics `rows` times to `target`, and return that."""
    opened = open_document(source)
    workbook = opened.binding.workbook
    replaced = {
        workbook.sheet(name).part_name: _large_sheet(workbook, workbook.grid(name), layout, times, rows)
        for name, layout in opened.binding.sheets.items()
    }
    target.write_bytes(workbook.package.to_bytes(replaced, {}))
    return target


def _large_sheet(workbook: Workbook, grid: Grid, layout: SheetLayout, times: int, rows: int) -> bytes:
    first, made = min(layout.form_columns.values()), dict[int, list[str]]()
    by_row: dict[int, list[tuple[int, Cell]]] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        by_row.setdefault(row, []).append((column, cell))
    for row, copy, to_row in _row_copies(grid, layout, rows):
        again = f" ({copy + 1})" if copy else ""
        cells = by_row[row]
        line = made.setdefault(to_row, [])
        # Another wording in each copy: else they would be the same characteristic.
        line += [_cell(workbook, cell, to_row, column, again) for column, cell in cells if column < first]
        line += _form_cells(workbook, [each for each in cells if each[0] >= first], layout, row, to_row, times)
    body = "".join(f'<row r="{row}">{"".join(made[row])}</row>' for row in sorted(made))
    moved = {(row, copy): to_row for row, copy, to_row in _row_copies(grid, layout, rows)}
    merged = [
        (moved[top, copy], left, moved[top, copy] + bottom - top, right)
        for top, left, bottom, right in grid.merged
        for copy in range(rows)
        if right < first and (top, copy) in moved
    ]
    merges = "".join(
        f'<mergeCell ref="{column_letters(c1)}{r1}:{column_letters(c2)}{r2}"/>' for r1, c1, r2, c2 in merged
    )
    merge = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{merge}</worksheet>'.encode()


def _row_copies(grid: Grid, layout: SheetLayout, rows: int) -> list[tuple[int, int, int]]:
    """Each row of the original with the number of its copy and the row that it comes to stand in."""
    start = min((row for key, row in layout.rows.items() if key != GENERAL_REMARKS), default=layout.last_row)
    start = min([start, *(row for row in layout.heading_rows if row > layout.header_row)])
    length = layout.last_row - start + 1
    found = []
    for row in sorted({row for row, _ in grid.cells}):
        if start <= row <= layout.last_row:
            found += [(row, copy, row + copy * length) for copy in range(rows)]
        else:
            found.append((row, 0, row if row < start else row + (rows - 1) * length))
    return found


def _form_cells(
    workbook: Workbook, cells: list[tuple[int, Cell]], layout: SheetLayout, row: int, to_row: int, times: int
) -> list[str]:
    """The cells of the forms of one row, the whole series of forms `times` times."""
    forms = set(layout.form_columns.values())
    return [
        _cell(
            workbook,
            cell,
            to_row,
            column + copy * len(forms),
            f" {copy + 1}" if copy and row == layout.header_row else "",
        )
        for copy in range(times)
        for column, cell in cells
        if column in forms
    ]


def _cell(workbook: Workbook, cell: Cell, row: int, column: int, suffix: str) -> str:
    ref, style = f"{column_letters(column)}{row}", f' s="{cell.style}"' if cell.style else ""
    if cell.value is None and not cell.inline:
        return f'<c r="{ref}"{style}/>'
    if suffix or cell.kind == "inlineStr":
        text = escape(workbook.text(cell) + suffix)
        return f'<c r="{ref}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    kind = f' t="{cell.kind}"' if cell.kind != "n" else ""
    return f'<c r="{ref}"{style}{kind}><v>{escape(str(cell.value))}</v></c>'
