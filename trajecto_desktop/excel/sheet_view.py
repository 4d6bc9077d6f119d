"""A worksheet as the reader looks at it: only rows that say something, with text and fill at hand.

Here: looking up. Not here: what the words mean (`excel.headers`, `excel.legend`). Imports `ooxml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from ..ooxml.cells import Cell
from ..ooxml.names import column_letters
from ..ooxml.sheet import Grid
from ..ooxml.styles import Fill
from ..ooxml.workbook import Workbook

_NO_CELLS: Mapping[int, Cell] = {}


class CellTexts:
    """The plain texts of a workbook's cells."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._shared = workbook.strings.text
        self._known: dict[int, str] = {}
        """Shared strings by their number: most are asked for several times."""

    def of(self, cell: Cell) -> str:
        """What a cell says, as plain text."""
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, str):
            return self._workbook.text(cell)
        text = self._known.get(value)
        if text is None:
            text = self._known[value] = self._shared(value)
        return text


class SheetView:
    """One worksheet. Rows and columns are 1-based.

    Args:
        workbook: where styles come from.
        grid: the sheet's content.
        texts: where texts come from; shared by the sheets of a workbook.
        hidden: whether the sheet itself is hidden.

    Attributes:
        text_of: what a cell says, as plain text.
        rows: row → column → cell, for the rows in which some cell has a value or a fill; these are the rows of the grid itself,
            so cells that show nothing stand in them too.
        covered_places: (row, column) of the cells that merged ranges hide.
    """

    def __init__(self, workbook: Workbook, grid: Grid, texts: CellTexts, hidden: bool = False) -> None:
        self.workbook = workbook
        self.grid = grid
        self.name = grid.name
        self.text_of = texts.of
        self.hidden = hidden
        self._letters: dict[int, str] = {}
        self._unseen = {style for style in grid.cells.empty_styles if workbook.fill(style).pattern == "none"}
        self.rows = {
            row: cells for row, cells in sorted(grid.cells.rows.items()) if any(map(self.shows, cells.values()))
        }
        self.covered_places = self._covered_places()

    def shows(self, cell: Cell) -> bool:
        """Whether a cell has a value or a fill."""
        return cell.value is not None or cell.style not in self._unseen

    def shown(self, row: int) -> dict[int, Cell]:
        """Column → cell of the cells of a row that have a value or a fill."""
        return {column: cell for column, cell in self.rows.get(row, _NO_CELLS).items() if self.shows(cell)}

    def _covered_places(self) -> frozenset[tuple[int, int]]:
        """The places that merged ranges hide; only within the rows and columns where something stands."""
        if not self.grid.merged or not self.rows:
            return frozenset()
        last_column = max(max(cells) for cells in self.rows.values())
        last_row = max(self.rows)
        hidden: set[tuple[int, int]] = set()
        for first, left, last, right in self.grid.merged:
            places = set(product(range(first, min(last, last_row) + 1), range(left, min(right, last_column) + 1)))
            hidden |= places - {(first, left)}
        return frozenset(hidden)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place when it has a value or a fill."""
        cell = self.rows.get(row, _NO_CELLS).get(column)
        return cell if cell is not None and self.shows(cell) else None

    def text(self, row: int, column: int) -> str:
        """The text at a place; empty when nothing stands there."""
        cell = self.rows.get(row, _NO_CELLS).get(column)
        return self.text_of(cell) if cell is not None and cell.value is not None else ""

    def fill(self, row: int, column: int) -> Fill:
        """The fill at a place, also where only its row or column has one."""
        return self.workbook.fill(self.grid.style_at(row, column))

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """(row, column, text) of every cell with a text, by row."""
        text_of = self.text_of
        for row, cells in self.rows.items():
            for column, cell in cells.items():
                if cell.value is not None:
                    text = text_of(cell)
                    if text:
                        yield row, column, text

    def covered(self, row: int, column: int) -> bool:
        """Whether a place lies under a merged range without being its first cell."""
        return (row, column) in self.covered_places

    def reference(self, row: int, column: int) -> str:
        """`D7` for (7, 4)."""
        letters = self._letters.get(column)
        if letters is None:
            letters = self._letters[column] = column_letters(column)
        return f"{letters}{row}"

    def row_hidden(self, row: int) -> bool:
        """Whether a row is hidden."""
        info = self.grid.rows.get(row)
        return info is not None and info.hidden

    def column_hidden(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(each.hidden and each.first <= column <= each.last for each in self.grid.columns)
