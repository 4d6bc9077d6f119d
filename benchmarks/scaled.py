"""Make the sample overview n times as wide: each form column n times, in every sheet, the rest as it is.

Written as plain XML straight from the grid of the original, because a workbook of 2 400 forms would take openpyxl minutes.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from trajecto_desktop.excel.binding import SheetLayout
from trajecto_desktop.ooxml.names import column_letters
from trajecto_desktop.ooxml.sheet import Cell, Grid
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.open_document import open_document

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def scaled(source: Path, times: int, target: Path) -> Path:
    """Write `source` with each form `times` times to `target`, and return that."""
    opened = open_document(source)
    workbook = opened.binding.workbook
    replaced = {
        workbook.sheet(name).part_name: _wide_sheet(workbook, workbook.grid(name), layout, times)
        for name, layout in opened.binding.sheets.items()
    }
    target.write_bytes(workbook.package.to_bytes(replaced, {}))
    return target


def _wide_sheet(workbook: Workbook, grid: Grid, layout: SheetLayout, times: int) -> bytes:
    forms = sorted(layout.form_columns.values())
    first, count = forms[0], len(forms)
    rows: dict[int, list[str]] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        if column < first:
            rows.setdefault(row, []).append(_cell(workbook, cell, row, column, ""))
    for copy in range(times):
        for row in sorted({row for row, _ in grid.cells}):
            for column in forms:
                cell = grid.cells.get((row, column))
                if cell is not None:
                    again = f" {copy + 1}" if copy and row == layout.header_row else ""
                    rows.setdefault(row, []).append(_cell(workbook, cell, row, column + copy * count, again))
    body = "".join(f'<row r="{row}">{"".join(rows[row])}</row>' for row in sorted(rows))
    merged = [area for area in grid.merged if area[3] < first]
    merges = "".join(
        f'<mergeCell ref="{column_letters(c1)}{r1}:{column_letters(c2)}{r2}"/>' for r1, c1, r2, c2 in merged
    )
    merge = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{merge}</worksheet>'.encode()


def _cell(workbook: Workbook, cell: Cell, row: int, column: int, suffix: str) -> str:
    ref, style = f"{column_letters(column)}{row}", f' s="{cell.style}"' if cell.style else ""
    if cell.value is None and not cell.inline:
        return f'<c r="{ref}"{style}/>'
    if suffix or cell.kind == "inlineStr":
        text = escape(workbook.text(cell) + suffix)
        return f'<c r="{ref}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    kind = f' t="{cell.kind}"' if cell.kind != "n" else ""
    return f'<c r="{ref}"{style}{kind}><v>{escape(str(cell.value))}</v></c>'
