"""Cells of a worksheet and the table that holds them.

Here: what one cell holds, and finding cells by place. Not here: reading them from a part (`ooxml.sheet`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from trajecto_desktop.ooxml.strings import Runs

Place = tuple[int, int]
"""Row and column, 1-based."""


class Cell:
    """One cell; not to be changed, empty ones of one style are shared.

    Attributes:
        style: index of its format; see :class:`~trajecto_desktop.ooxml.styles.Styles`.
        kind: ST_CellType: ``s``, ``inlineStr``, ``str``, ``n``, ``b``, ``e`` or ``d``.
        value: text of its ``<v>``; the index as an int for ``s``; the plain text for ``inlineStr``; None when empty.
        formula: whether it holds a formula.
        inline: the runs of an ``inlineStr``.
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


class Cells(MutableMapping[Place, Cell]):
    """(row, column) → cell, kept by row: a pair of numbers for each cell of a wide sheet would weigh more than the cells.

    Attributes:
        rows: row → column → cell, in the order of the part; a reader may look in it, and must not change it.
    """

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}

    def __getitem__(self, place: Place) -> Cell:
        return self.rows[place[0]][place[1]]

    def __setitem__(self, place: Place, cell: Cell) -> None:
        self.rows.setdefault(place[0], {})[place[1]] = cell

    def __delitem__(self, place: Place) -> None:
        del self.rows[place[0]][place[1]]

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
        result.rows = dict(self.rows)
        for row in {row for row, _ in changed}:
            result.rows[row] = dict(self.rows.get(row, {}))
        for place, cell in changed.items():
            result[place] = cell
        return result
