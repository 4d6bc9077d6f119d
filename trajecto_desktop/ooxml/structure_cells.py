"""The rows and cells of a worksheet part when rows or columns come or go.

Here: `<sheetData>`. Not here: what stands around it (`structure_frame`), other parts (`structure_parts`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..values import dataclass, field
from .markup import Tag
from .names import cell_name, parse_cell
from .structure_formulas import FormulaCell, shift_formulas
from .structure_part import PartEdit, References
from .structure_shift import Axis

_CELL_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<close>/?)(?P<name>(?:[\w.-]+:)?(?P<local>row|c|f|sheetData))(?=[\s/>])"
    r"(?P<inside>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_COPIED_ROW_ATTRIBUTES = ("s", "customFormat", "ht", "customHeight", "outlineLevel", "x14ac:dyDescent")


@dataclass(slots=True)
class _Cell:
    tag: Tag
    end: int
    row: int
    column: int
    attributes: dict[str, str]
    formula: Tag | None = None
    formula_end: int = 0


@dataclass(slots=True)
class _Row:
    tag: Tag
    end: int
    inner_end: int
    number: int
    cells: list[_Cell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """How what comes in looks."""

    like: int
    """The row or column, as numbered before, whose formats, height or width it takes."""
    styles: Mapping[int, int] = field(default_factory=dict)
    """Place on the other axis → style index, where it is to be another than the neighbour's."""


def shift_cells(edit: PartEdit, sheet_data: Tag, references: References, look: Look, own_sheet: str) -> None:
    """Move the cells, put in new ones that look like their neighbours, and move what formulas refer to.

    Args:
        edit: the worksheet part.
        sheet_data: its `<sheetData>`.
        references: what comes or goes.
        look: how new cells look.
        own_sheet: name of the sheet.
    """
    rows = _read_rows(edit, sheet_data)
    _refuse_overflow(rows, references)
    _shift_formulas(edit, rows, references, own_sheet)
    if references.shift.axis is Axis.ROW:
        _shift_rows(edit, rows, references, look)
    else:
        for row in rows:
            _shift_row_cells(edit, row, references, look)


def formula_cells(edit: PartEdit, sheet_data: Tag) -> list[FormulaCell]:
    """The formulas of a sheet, in order."""
    return [cell for row in _read_rows(edit, sheet_data) for cell in _formulas_of(row)]


def _read_rows(edit: PartEdit, sheet_data: Tag) -> list[_Row]:
    """The rows with their cells, in one go; a row or cell without a place stands behind the one before it."""
    rows: list[_Row] = []
    if sheet_data.empty:
        return rows
    for match in _CELL_TAG.finditer(edit.text, sheet_data.end):
        local, inside = match["local"], match["inside"]
        if local is None:
            continue
        tag = Tag(match["name"], match.start(), match.end(), bool(match["close"]), inside.endswith("/"), inside)
        if local == "sheetData":
            break
        if local == "row":
            _take_row_tag(rows, tag)
        elif local == "c":
            _take_cell_tag(rows[-1], tag)
        elif not tag.closing:
            rows[-1].cells[-1].formula = tag
        else:
            rows[-1].cells[-1].formula_end = tag.end
    return rows


def _take_row_tag(rows: list[_Row], tag: Tag) -> None:
    if tag.closing:
        rows[-1].inner_end, rows[-1].end = tag.start, tag.end
        return
    written = tag.attributes.get("r")
    number = int(written) if written else (rows[-1].number if rows else 0) + 1
    rows.append(_Row(tag, tag.end, tag.end, number))


def _take_cell_tag(row: _Row, tag: Tag) -> None:
    if tag.closing:
        row.cells[-1].end = tag.end
        return
    attributes = tag.attributes
    written = attributes.get("r")
    column = parse_cell(written)[1] if written else (row.cells[-1].column if row.cells else 0) + 1
    row.cells.append(_Cell(tag, tag.end, row.number, column, attributes))


def _refuse_overflow(rows: list[_Row], references: References) -> None:
    shift = references.shift
    if shift.count <= 0:
        return
    by_row = shift.axis is Axis.ROW
    places = [row.number for row in rows] if by_row else [cell.column for row in rows for cell in row.cells]
    if any(place >= shift.at and shift.place(place) is None for place in places):
        raise references.refuse("de laatste rijen of kolommen van het blad zijn in gebruik")


# ---- formulas


def _shift_formulas(edit: PartEdit, rows: list[_Row], references: References, own_sheet: str) -> None:
    cells = [cell for row in rows for cell in _formulas_of(row)]
    shift_formulas(edit, cells, references, own_sheet, moves=True)


def _formulas_of(row: _Row) -> list[FormulaCell]:
    return [
        FormulaCell(cell.formula, cell.formula_end or cell.formula.end, cell.row, cell.column)
        for cell in row.cells
        if cell.formula is not None
    ]


# ---- columns


def _shift_row_cells(edit: PartEdit, row: _Row, references: References, look: Look) -> None:
    shift = references.shift
    style = None
    for cell in row.cells:
        new = shift.place(cell.column)
        if cell.column == look.like:
            style = cell.attributes.get("s", "0")
        if new is None:
            edit.replace(cell.tag.start, cell.end, "")
        elif new != cell.column or "r" not in cell.attributes:
            edit.set_attributes(cell.tag, {"r": cell_name(row.number, new)})
    if row.number in look.styles:
        style = str(look.styles[row.number])
    comes = style is not None and shift.count > 0 and not row.tag.empty
    if style is not None and comes:
        following = next((cell.tag.start for cell in row.cells if cell.column >= shift.at), row.inner_end)
        columns = range(shift.at, shift.at + shift.count)
        new_cells = (_new_cell(row.tag.prefix, row.number, column, style) for column in columns)
        edit.replace(following, following, "".join(new_cells))
    _shift_spans(edit, row, references, comes)


def _new_cell(prefix: str, row: int, column: int, style: str) -> str:
    written = f' s="{style}"' if style != "0" else ""
    return f'<{prefix}c r="{cell_name(row, column)}"{written}/>'


def _shift_spans(edit: PartEdit, row: _Row, references: References, comes: bool) -> None:
    """The hint of first and last column of a row (`spans`), which must not leave a cell out."""
    written = row.tag.attributes.get("spans")
    if written is None:
        return
    shift = references.shift
    pairs = []
    for first, _, last in (pair.partition(":") for pair in written.split()):
        span = shift.span(int(first), int(last)) if first.isdigit() and last.isdigit() else None
        if span is not None:
            pairs.append((span[0], max(span[1], shift.at + shift.count - 1) if comes else span[1]))
    edit.set_attributes(row.tag, {"spans": " ".join(f"{first}:{last}" for first, last in pairs) or None})


# ---- rows


def _shift_rows(edit: PartEdit, rows: list[_Row], references: References, look: Look) -> None:
    shift = references.shift
    for row in rows:
        new = shift.place(row.number)
        if new is None:
            edit.replace(row.tag.start, row.end, "")
        elif new != row.number or "r" not in row.tag.attributes:
            edit.set_attributes(row.tag, {"r": str(new)})
            for cell in row.cells:
                edit.set_attributes(cell.tag, {"r": cell_name(new, cell.column)})
    model = next((row for row in rows if row.number == look.like), None)
    if model is None or shift.count <= 0:
        return
    following = next((row.tag.start for row in rows if row.number >= shift.at), rows[-1].end)
    new_rows = "".join(_new_row(model, number, look) for number in range(shift.at, shift.at + shift.count))
    edit.replace(following, following, new_rows)


def _new_row(model: _Row, number: int, look: Look) -> str:
    attributes = model.tag.attributes
    kept = [f' {name}="{attributes[name]}"' for name in ("spans", *_COPIED_ROW_ATTRIBUTES) if name in attributes]
    styles = {cell.column: cell.attributes.get("s", "0") for cell in model.cells}
    styles |= {column: str(style) for column, style in look.styles.items()}
    cells = "".join(_new_cell(model.tag.prefix, number, *each) for each in sorted(styles.items()))
    return f'<{model.tag.name} r="{number}"{"".join(kept)}>{cells}</{model.tag.name}>'
