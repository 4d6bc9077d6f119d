"""Cells of a worksheet and the table that holds them.

Here: what one cell holds, and finding cells by place. Not here: reading them from a part (`ooxml.sheet`).
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from itertools import compress, count
from typing import TypeVar, overload

from trajecto_desktop.ooxml.strings import Runs
from trajecto_desktop.values import dataclass

_Default = TypeVar("_Default")
Place = tuple[int, int]
"""Row and column, 1-based."""


@dataclass(frozen=True, slots=True)
class RowInfo:
    """Attributes of a row. ``style`` counts for its absent cells only where ``custom_format``; height in points."""

    hidden: bool = False
    style: int = 0
    height: float | None = None
    custom_format: bool = False


class Cell:
    """One cell; not to be changed, empty ones of one style are shared.

    Attributes:
        style: index of its format; see :class:`~trajecto_desktop.ooxml.styles.Styles`.
        kind: ST_CellType: ``s``, ``inlineStr``, ``str``, ``n``, ``b``, ``e`` or ``d``.
        value: text of its ``<v>``; the index as an int for ``s``; the plain text for ``inlineStr``; None when empty.
        formula: whether it holds a formula.
        inline: the runs of an ``inlineStr`` with formats; empty where the text says all.
    """

    __slots__ = ("formula", "inline", "kind", "style", "value")

    def __init__(
        self, style: int, kind: str = "n", value: str | int | None = None, formula: bool = False, inline: Runs = ()
    ) -> None:
        self.style = style
        self.kind = kind
        self.value = value
        self.formula = formula
        self.inline = inline

    def __repr__(self) -> str:
        return f"Cell(style={self.style}, kind={self.kind!r}, value={self.value!r}, formula={self.formula})"


_WIDE = 32
"""A row of more cells is kept as a line; below that a dictionary is quicker and hardly larger."""


class WideRow(Mapping[int, Cell]):
    """Column → cell of a row with many cells beside each other: 8 bytes for each place rather than 40.

    Args:
        first: the first column.
        line: the cells from there on, nothing where there is none.
    """

    __slots__ = ("_first", "_line")

    def __init__(self, first: int, line: list[Cell | None]) -> None:
        self._first = first
        self._line = line

    def __getitem__(self, column: int) -> Cell:
        cell = self.get(column)
        if cell is None:
            raise KeyError(column)
        return cell

    @overload
    def get(self, column: int, /) -> Cell | None: ...
    @overload
    def get(self, column: int, /, default: Cell | _Default) -> Cell | _Default: ...
    def get(self, column: int, /, default: object = None) -> object:
        """The cell of a column."""
        index_0 = column - self._first
        if index_0 < 0:
            return default
        try:
            return self._line[index_0] or default
        except IndexError:
            return default

    def __contains__(self, column: object) -> bool:
        index_0 = column - self._first if isinstance(column, int) else -1
        return 0 <= index_0 < len(self._line) and self._line[index_0] is not None

    def __iter__(self) -> Iterator[int]:
        return compress(count(self._first), self._line)  # a cell is true, nothing is false

    def __len__(self) -> int:
        return len(self._line) - self._line.count(None)

    def items(self) -> ItemsView[int, Cell]:
        """Column and cell, from left to right."""
        return _RowItems(self)

    def values(self) -> ValuesView[Cell]:
        """The cells, from left to right."""
        return _RowValues(self)


class _RowItems(ItemsView[int, Cell]):
    _mapping: WideRow

    def __iter__(self) -> Iterator[tuple[int, Cell]]:
        row = self._mapping
        return compress(enumerate(row._line, row._first), row._line)  # type: ignore[arg-type]  # leaves out what is nothing


class _RowValues(ValuesView[Cell]):
    _mapping: WideRow

    def __iter__(self) -> Iterator[Cell]:
        return filter(None, self._mapping._line)


def compact(cells: dict[int, Cell]) -> Mapping[int, Cell]:
    """The same row in the form that takes least room."""
    if len(cells) <= _WIDE:
        return cells
    first, last = min(cells), max(cells)
    if last - first >= 2 * len(cells):
        return cells
    line: list[Cell | None] = [None] * (last - first + 1)
    for column, cell in cells.items():
        line[column - first] = cell
    return WideRow(first, line)


class Cells(MutableMapping[Place, Cell]):
    """(row, column) → cell, kept by row: a pair of numbers for each cell of a wide sheet would weigh more than the cells.

    Attributes:
        rows: row → column → cell, in the order of the part; a reader may look in it, and must not change it.
        empty_styles: the styles of the cells without a value, and perhaps of some that were taken away since.
    """

    __slots__ = ("empty_styles", "rows")

    def __init__(self) -> None:
        self.rows: dict[int, Mapping[int, Cell]] = {}
        self.empty_styles: frozenset[int] = frozenset()

    def __getitem__(self, place: Place) -> Cell:
        return self.rows[place[0]][place[1]]

    def __setitem__(self, place: Place, cell: Cell) -> None:
        self._open_row(place[0])[place[1]] = cell
        if cell.value is None and cell.style not in self.empty_styles:
            self.empty_styles |= {cell.style}

    def __delitem__(self, place: Place) -> None:
        del self._open_row(place[0])[place[1]]

    def _open_row(self, row: int) -> dict[int, Cell]:
        """A row that can be changed."""
        cells = self.rows.get(row)
        if not isinstance(cells, dict):
            cells = self.rows[row] = dict(cells.items()) if cells is not None else {}
        return cells

    def __iter__(self) -> Iterator[Place]:
        return ((row, column) for row, cells in self.rows.items() for column in cells)

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))

    def __repr__(self) -> str:
        return f"Cells({len(self)} in {len(self.rows)} rows)"

    def last_place(self) -> Place:
        """The last row and the last column that hold a cell; (0, 0) without any."""
        filled = [(row, max(cells)) for row, cells in self.rows.items() if cells]
        return (max(filled)[0], max(column for _, column in filled)) if filled else (0, 0)

    def with_cells(self, changed: Mapping[Place, Cell]) -> Cells:
        """The same cells and these instead of, or beside, those that stood there. Rows that stay the same are shared."""
        result = Cells()
        result.rows, result.empty_styles = dict(self.rows), self.empty_styles
        for row in {row for row, _ in changed}:
            result.rows[row] = dict(self.rows[row].items()) if row in self.rows else {}
        for place, cell in changed.items():
            result[place] = cell
        return result
