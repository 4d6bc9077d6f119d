"""A worksheet as a grid: cells, rows, columns, merged ranges, panes. Reading only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from itertools import product

from trajecto_desktop.errors import DamagedFileError
from trajecto_desktop.ooxml.cells import Cell, Cells, Place, compact
from trajecto_desktop.ooxml.names import (
    MAX_COLUMN,
    column_number,
    parse_cell,
    parse_range,
    to_bool,
    to_int,
)
from trajecto_desktop.ooxml.parse import (
    Element,
    child,
    children,
    decode_references,
    holds_other_markup,
    local_name,
    parse_text,
    to_text,
)
from trajecto_desktop.ooxml.strings import element_runs, item_runs, plain

from ..values import dataclass

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class RowInfo:
    """Attributes of a row. ``style`` counts for its absent cells only where ``custom_format``; height in points."""

    hidden: bool = False
    style: int = 0
    height: float | None = None
    custom_format: bool = False


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
    empty_styles: frozenset[int] = frozenset()
    """The styles of the cells without a value."""
    _covered: dict[tuple[int, int], Area] | None = None

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
        empty = self.empty_styles | {cell.style for cell in changed.values() if cell.value is None}
        return replace(self, cells=self.cells.with_cells(changed), empty_styles=empty)

    def merged_at(self, excel_row: int, excel_column: int) -> Area | None:
        """The merged range that a place lies in."""
        if self._covered is None:
            self._covered = {}
            small = [area for area in self.merged if (area[2] - area[0] + 1) * (area[3] - area[1] + 1) <= 10_000]
            for area in small[:5_000]:
                for row in range(area[0], area[2] + 1):
                    for column in range(area[1], area[3] + 1):
                        self._covered.setdefault((row, column), area)
        return self._covered.get((excel_row, excel_column)) or next(
            (a for a in self.merged if a[0] <= excel_row <= a[2] and a[1] <= excel_column <= a[3]), None
        )


def read_grid(data: bytes, part: str, name: str) -> Grid:
    """The grid of a worksheet part.

    Cost: about 1 µs a cell for the plain writing that Excel and openpyxl use, four times that for any other.

    Raises:
        DamagedFileError: not well formed, or a row, cell or range that is none.
    """
    text = to_text(data, part)
    grid = Grid(name)
    try:
        if not _read_plain(text, part, grid):
            grid = Grid(name)
            _read_tree(parse_text(text, part), grid)
    except ValueError as error:
        raise DamagedFileError(part=part, detail=str(error)[:120]) from error
    grid.max_row, grid.max_column = grid.cells.last_place()
    if not grid.empty_styles:
        rows = grid.cells.rows.values()
        grid.empty_styles = frozenset(cell.style for cells in rows for cell in cells.values() if cell.value is None)
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


# ---- the plain writing: an anchored lexer, which gives up at anything it does not know

_ROW = re.compile(r"<row((?: [A-Za-z0-9:]+=\"[^\"<]*\")*) ?(/?)>")
#: A row that says no more than its number, as nearly all do.
_BARE_ROW = re.compile(r"<row r=\"([1-9][0-9]{0,5})\"(?: spans=\"[0-9: ]*\")?>")
_ATTRIBUTE = re.compile(r" ([A-Za-z0-9:]+)=\"([^\"]*)\"")
_CELL = re.compile(
    r'(?: s="([0-9]{1,6})")?(?: t="(s|n|str|b|e|d)")?'
    r"(?: ?/>|>(<f(?: [A-Za-z0-9]+=\"[^\"<]*\")*(?:/>|>[^<]*</f>))?"
    r"(?:<v>([^<]*)</v>|(<v ?/>))?</c>)"
)
_INLINE_CELL = re.compile(r'(?: s="([0-9]{1,6})")? t="inlineStr">(?:<is ?/>|<is>([^\r]*)</is>)?</c>')


def _read_plain(text: str, part: str, grid: Grid) -> bool:
    """Read a part without comments, CDATA, prefixes or unusual attributes; False when it is not so written."""
    start = text.find("<sheetData>")
    stop = text.find("</sheetData>", start)
    if start < 0 or stop < 0 or holds_other_markup(text) or "<worksheet" not in text[:400]:
        return False
    position = start + 11
    number = 0
    known, rows = _Known(), grid.cells.rows
    while position < stop:
        match = _BARE_ROW.match(text, position)
        if match is not None:
            number = int(match[1])
        else:
            match = _ROW.match(text, position)
            if match is None:
                return text[position:stop].isspace() and _read_rest(text, stop, part, grid)
            number = _row_info(dict(_ATTRIBUTE.findall(match[1])), number, grid)
        position = match.end()
        if text[position - 2] == "/":
            continue
        end = text.find("</row>", position, stop)
        # A row that comes in two pieces, which no program writes, is left to the general way.
        cells: dict[int, Cell] = {}
        if end < 0 or number in rows or not _read_row(text[position:end], number, cells, known):
            return False
        rows[number] = compact(cells)
        position = end + 6
    grid.empty_styles = frozenset(cell.style for cell in known.cells.values() if cell.value is None)
    return _read_rest(text, stop, part, grid)


def _read_rest(text: str, stop: int, part: str, grid: Grid) -> bool:
    """All of the part but its rows, through the XML parser; which proves it well formed at the same time."""
    head = text[: text.find("<sheetData>") + 11]
    _read_tree(parse_text(head + text[stop:], part), grid)
    return True


def _row_info(attributes: dict[str, str], previous: int, grid: Grid) -> int:
    number = int(attributes.get("r", previous + 1))
    if not 1 <= number <= 1_048_576:
        raise ValueError(f"row {number}")
    if len(attributes) > 2 or "r" not in attributes or ("spans" not in attributes and len(attributes) > 1):
        height = attributes.get("ht")
        info = RowInfo(
            to_bool(attributes.get("hidden")),
            to_int(attributes.get("s")),
            float(height) if height else None,
            to_bool(attributes.get("customFormat")),
        )
        if info != _PLAIN_ROW:
            grid.rows[number] = info
    return number


_PLAIN_ROW = RowInfo()


class _Known:
    """What was read already in a sheet.

    Attributes:
        cells: cells by what follows their reference, shared by the whole sheet.
        styles: style by how it is written before a shared string.
    """

    def __init__(self) -> None:
        self.cells: dict[str, Cell] = {}
        self.styles: dict[str, int] = {}
        self._formats: dict[str, str] = {}

    def read(self, tail: str) -> Cell:
        """A new cell from what follows its reference.

        Raises:
            KeyError: a form that only the XML parser is trusted with.
        """
        cell = _read_cell(tail, self._formats)
        if cell is None:
            raise KeyError(tail)
        if cell.kind == "s":
            written, shared, _ = tail.partition(_SHARED)
            if shared:
                self.styles[written] = cell.style
        self.cells[tail] = cell
        return cell


_SHARED, _SHARED_END = ' t="s"><v>', "</v></c>"


def _read_row(text: str, number: int, cells: dict[int, Cell], known: _Known) -> bool:
    """Cut a row at its cells (no ``<`` can stand elsewhere) and read each form of cell once.

    Args:
        text: the row's content.
        number: the row's number.
        cells: where the cells go, by column.
        known: what was read already in this sheet.
    """
    before, *pieces = text.split('<c r="')
    if before:
        return False
    known_cell, known_style = known.cells.get, known.styles.get
    # Cut at the row's own number, what comes before it are the letters of the column, or what no table of columns knows.
    ending = f'{number}"'
    try:
        for piece in pieces:
            letters, _, tail = piece.partition(ending)
            cell = known_cell(tail)
            if cell is None:
                # The commonest new form by far, a shared string in a style that was met before, without a regular expression.
                written, _, value = tail.partition(_SHARED)
                style, index = known_style(written), value[:-8]
                if style is not None and index.isdecimal() and value[-8:] == _SHARED_END:
                    cell = known.cells[tail] = Cell(style, "s", int(index))
                else:
                    cell = known.read(tail)
            cells[_COLUMNS[letters]] = cell
    except KeyError:
        return False
    return True


class _Columns(dict[str, int]):
    """Number of each column by its letters; those of one or two letters beforehand."""

    def __missing__(self, letters: str) -> int:
        number = column_number(letters) if len(letters) == 3 and letters.isascii() and letters.isupper() else 0
        if not 0 < number <= MAX_COLUMN:
            raise KeyError(letters)
        self[letters] = number
        return number


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COLUMNS = _Columns(
    (letters, number) for number, letters in enumerate((*_ALPHABET, *map("".join, product(_ALPHABET, repeat=2))), 1)
)


def _read_cell(tail: str, formats: dict[str, str]) -> Cell | None:
    """A cell from what follows its reference; None for a form that only the XML parser is trusted with."""
    match = _CELL.fullmatch(tail)
    if match is None:
        return _read_inline(tail, formats)
    style, kind, formula, value, blank = match.groups()
    if kind == "s":
        return Cell(int(style or 0), "s", int(value), formula is not None) if value and value.isdecimal() else None
    if blank and not value:
        return None
    return Cell(int(style or 0), kind or "n", decode_references(value) if value else None, formula is not None)


def _read_inline(tail: str, formats: dict[str, str]) -> Cell | None:
    """A cell with its string in it, as openpyxl and others write; None for any other cell."""
    match = _INLINE_CELL.fullmatch(tail)
    if match is None:
        return None
    try:
        runs = item_runs(match[2] or "", known=formats)
    except DamagedFileError:
        return None
    text = plain(runs)
    return Cell(int(match[1] or 0), "inlineStr", text or None, False, runs if text else ())


# ---- any other writing: the whole tree


def _read_tree(root: Element, grid: Grid) -> None:
    for element in root:
        name = local_name(element)
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
        number = _row_info({str(key): str(value) for key, value in row.attrib.items()}, number, grid)
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
        runs = element_runs(item) if item is not None else ()
        return Cell(style, kind, "".join(run.text for run in runs) if runs else None, formula, runs)
    if kind == "s":
        index = to_int(value, -1)
        return Cell(style, "s", index, formula) if value else Cell(style, "n", None, formula)
    return Cell(style, kind, value or None, formula)
