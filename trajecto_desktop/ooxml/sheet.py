"""A worksheet as a grid: cells, rows, columns, merged ranges, panes. Reading only."""

from __future__ import annotations

from collections.abc import Mapping

from trajecto_desktop.errors import DamagedFileError
from trajecto_desktop.ooxml.cells import Cell, Cells, Place, RowInfo
from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.names import (
    parse_cell,
    parse_range,
    to_bool,
    to_int,
)
from trajecto_desktop.ooxml.parse import (
    child,
    children,
    parse_text,
    to_text,
)
from trajecto_desktop.ooxml.sheet_lexer import inline_cell, read_rows, row_info
from trajecto_desktop.ooxml.strings import element_runs

from ..values import dataclass, field, replace

Area = tuple[int, int, int, int]
_LONGEST_FRAME = 4_000
"""Characters; what says more is hardly the same in two sheets."""


@dataclass(frozen=True, slots=True)
class ColumnRange:
    """A ``<col>``: columns ``first`` to ``last`` (1-based, inclusive); width in characters."""

    first: int
    last: int
    width: float | None
    hidden: bool
    style: int


@dataclass(frozen=True, slots=True)
class Pane:
    """Frozen or split panes. For frozen ones ``x_split`` and ``y_split`` count columns and rows."""

    x_split: int
    y_split: int
    frozen: bool


@dataclass(slots=True)
class Grid:
    """The content of one worksheet. All rows and columns are 1-based, as in Excel; keys are (row, column)."""

    name: str
    cells: Cells = field(default_factory=Cells)
    rows: dict[int, RowInfo] = field(default_factory=dict)
    columns: list[ColumnRange] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    pane: Pane | None = None
    auto_filter: Area | None = None
    protected: bool = False
    max_row: int = 0
    max_column: int = 0
    _covered: dict[tuple[int, int], Area] | None = None
    _covers_all: bool = False

    def style_at(self, excel_row: int, excel_column: int) -> int:
        """Style index that counts at a place: of the cell, else of its row, else of its column, else 0."""
        cell = self.cells.get((excel_row, excel_column))
        if cell is not None:
            return cell.style
        row = self.rows.get(excel_row)
        if row is not None and row.custom_format:
            return row.style
        return next((each.style for each in self.columns if each.first <= excel_column <= each.last), 0)

    def with_cells(self, changed: Mapping[Place, Cell]) -> Grid:
        """The same sheet with these cells instead of, or beside, those that stood there."""
        return replace(self, cells=self.cells.with_cells(changed))

    def merged_at(self, excel_row: int, excel_column: int) -> Area | None:
        """The merged range that a place lies in."""
        if self._covered is None:
            self._covered = {}
            small = [area for area in self.merged if (area[2] - area[0] + 1) * (area[3] - area[1] + 1) <= 10_000]
            self._covers_all = len(small) == len(self.merged) <= 5_000
            for area in small[:5_000]:
                for row in range(area[0], area[2] + 1):
                    for column in range(area[1], area[3] + 1):
                        self._covered.setdefault((row, column), area)
        found = self._covered.get((excel_row, excel_column))
        if found is not None or self._covers_all:
            return found
        return next((a for a in self.merged if a[0] <= excel_row <= a[2] and a[1] <= excel_column <= a[3]), None)


def read_grid(
    data: bytes,
    part: str,
    name: str,
    texts: dict[str, str] | None = None,
    frames: dict[str, Element] | None = None,
) -> Grid:
    """The grid of a worksheet part.

    Args:
        data: the part.
        part: its name.
        name: of the sheet.
        texts: texts that were met in other sheets, to be kept once; filled on the way.
        frames: what other sheets say besides their rows, which often is the very same; filled on the way.

    Cost: about 1 µs a cell for the plain writing that Excel and openpyxl use, four times that for any other.

    Raises:
        DamagedFileError: not well formed, or a row, cell or range that is none.
    """
    grid = Grid(name)
    try:
        rest = read_rows(data, grid.cells, grid.rows, {} if texts is None else texts)
        if rest is None:
            grid = Grid(name)
            rest = to_text(data, part)
        frame = frames.get(rest) if frames is not None else None
        if frame is None:
            frame = parse_text(rest, part)
            if frames is not None and len(rest) <= _LONGEST_FRAME:
                frames[rest] = frame
        _read_tree(frame, grid)
    except ValueError as error:
        raise DamagedFileError(part=part, detail=str(error)[:120]) from error
    grid.max_row, grid.max_column = grid.cells.last_place()
    return grid


def read_frame(xml: str, part: str, name: str) -> Grid:
    """The grid of a worksheet part given without its rows: columns, merged ranges, panes, filter.

    Args:
        xml: the text of the part.

    Raises:
        DamagedFileError: not well formed, or a range that is none.
    """
    grid = Grid(name)
    try:
        _read_tree(parse_text(xml, part), grid)
    except ValueError as error:
        raise DamagedFileError(part=part, detail=str(error)[:120]) from error
    return grid


# ---- any other writing: the whole tree


def _read_tree(root: Element, grid: Grid) -> None:
    for element in root:
        name = element.name
        if name == "sheetData":
            _tree_rows(element, grid)
        elif name == "sheetViews":
            grid.pane = _pane(element)
        elif name == "cols":
            grid.columns = [_column(each) for each in children(element, "col")]
        elif name == "mergeCells":
            grid.merged = [parse_range(each.get("ref") or "") for each in children(element, "mergeCell")]
        elif name == "autoFilter":
            grid.auto_filter = _area(element.get("ref"))
        elif name == "sheetProtection":
            grid.protected = to_bool(element.get("sheet"))


def _area(reference: str | None) -> Area | None:
    try:
        return parse_range(reference or "")
    except ValueError:
        return None


def _pane(views: Element) -> Pane | None:
    view = child(views, "sheetView")
    pane = child(view, "pane") if view is not None else None
    if pane is None:
        return None
    x_split, y_split = (int(float(pane.get(name) or 0)) for name in ("xSplit", "ySplit"))
    return Pane(x_split, y_split, (pane.get("state") or "split").startswith("frozen"))


def _column(element: Element) -> ColumnRange:
    width = element.get("width")
    return ColumnRange(
        to_int(element.get("min"), 1),
        to_int(element.get("max"), 1),
        float(width) if width else None,
        to_bool(element.get("hidden")),
        to_int(element.get("style")),
    )


def _tree_rows(sheet_data: Element, grid: Grid) -> None:
    number = 0
    for row in children(sheet_data, "row"):
        number, info = row_info(row.attributes, number)
        if info is not None:
            grid.rows[number] = info
        column = 0
        for element in children(row, "c"):
            reference = element.get("r")
            column = parse_cell(reference)[1] if reference else column + 1
            grid.cells[number, column] = _tree_cell(element)


def _tree_cell(element: Element) -> Cell:
    kind = element.get("t") or "n"
    style = to_int(element.get("s"))
    raw = child(element, "v")
    value = raw.text if raw is not None else None
    formula = child(element, "f") is not None
    if kind == "inlineStr":
        item = child(element, "is")
        return inline_cell(style, element_runs(item) if item is not None else (), formula)
    if kind == "s":
        index = to_int(value, -1)
        return Cell(style, "s", index, formula) if value else Cell(style, "n", None, formula)
    return Cell(style, kind, value or None, formula)
