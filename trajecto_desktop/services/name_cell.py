"""What to call a cell that is no entry: which header, form, wording or legend it is, for who reads a remark on it.

Not here: the remarks themselves (`excel.beside`), the words on screen. No Qt.
"""

from __future__ import annotations

from enum import StrEnum

from ..document.document import CellPlace, Document
from ..excel.binding import Binding, SheetLayout
from ..ooxml.names import parse_cell
from ..values import dataclass

_LONGEST = 120


class CellKind(StrEnum):
    """What a cell is that is no entry."""

    FORM = "form"
    """The name of a support form in the header."""
    HEADER = "header"
    WORDING = "wording"
    """Group or wording of a characteristic."""
    ROW = "row"
    """Another cell in the row of a characteristic."""
    COLUMN = "column"
    """Another cell in the column of a form."""
    GROUP = "group"
    """A heading over characteristics."""
    LEGEND = "legend"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CellName:
    """A cell that is no entry, for people."""

    kind: CellKind
    sheet: str
    cell: str
    words: str = ""
    """What stands in it, or what it belongs to, on one line; empty for an empty cell that belongs to nothing."""
    form: str = ""
    """The form that it is about, if any."""
    key: str = ""
    """The characteristic that it is about, if any."""

    @property
    def place(self) -> str:
        """Sheet and reference, as a formula writes them."""
        return f"{self.sheet}!{self.cell}"


def name_cell(binding: Binding, document: Document, place: CellPlace) -> CellName:
    """What to call a cell that is no entry.

    Args:
        binding: where things stand in the file.
        document: knows the rows.
        place: the cell.
    """
    sheet, cell = place
    layout = binding.sheets.get(sheet)
    excel_row, excel_column = parse_cell(cell)
    there = binding.workbook.grid(sheet).cells.get((excel_row, excel_column))
    text = " ".join(binding.workbook.text(there).split())[:_LONGEST] if there is not None else ""
    if layout is None:
        return CellName(CellKind.OTHER, sheet, cell, text)
    return _in_table(layout, document, CellName(CellKind.OTHER, sheet, cell, text), (excel_row, excel_column))


def _in_table(layout: SheetLayout, document: Document, name: CellName, at: tuple[int, int]) -> CellName:
    row, column = at
    form = next((form for form, place in layout.form_columns.items() if place == column), "")
    key = next((key for key, place in layout.rows.items() if place == row), "")
    if form not in document.form_names:
        form = ""
    if key:
        title = document.characteristic(key).title if _is_row(document, key) else name.words
        kind = CellKind.WORDING if column in layout.base_columns else CellKind.ROW
        return CellName(kind, name.sheet, name.cell, " ".join(title.split()) or name.words, "", key)
    if row == layout.header_row:
        return CellName(CellKind.FORM if form else CellKind.HEADER, name.sheet, name.cell, form or name.words, form)
    if at in layout.legend_cells.values() or (row, column - 1) in layout.legend_cells.values():
        return CellName(CellKind.LEGEND, name.sheet, name.cell, name.words)
    if row in layout.heading_rows:
        return CellName(CellKind.GROUP, name.sheet, name.cell, " ".join(layout.heading_rows[row].split()), form)
    if form:
        return CellName(CellKind.COLUMN, name.sheet, name.cell, form, form)
    return name


def _is_row(document: Document, key: str) -> bool:
    return any(row.key == key for row in document.characteristics)
