"""What stands in a worksheet part around its rows, when rows or columns come or go: widths, panes, ranges, formulas.

Here: the worksheet part of the sheet itself and of the others. Not here: `<sheetData>` (`structure_cells`), other parts
(`structure_parts`). Elements are found by their names, also within extensions (`x14:…`, `xm:f`, `xm:sqref`).
"""

from __future__ import annotations

import re

from .markup import Tag, children_of
from .names import cell_name, parse_cell, parse_range, range_name, to_bool, to_int
from .structure_cells import Look, formula_cells, shift_cells
from .structure_formulas import shift_formulas
from .structure_part import PartEdit, References
from .structure_shift import Axis

_FORMULA_ELEMENTS = frozenset({"f", "formula", "formula1", "formula2"})
_ANY_FORMULA = re.compile(r"<(?:[\w.-]+:)?(?:f|formula[12]?)[\s/>]")
_RANGE_ATTRIBUTES = ("ref", "sqref")
_RANGE_ELEMENTS = frozenset(
    {
        "dimension",
        "selection",
        "autoFilter",
        "sortState",
        "sortCondition",
        "mergeCell",
        "conditionalFormatting",
        "dataValidation",
        "hyperlink",
        "protectedRange",
        "ignoredError",
    }
)
_CELL_ELEMENTS = frozenset({"cellWatch", "inputCells", "cellSmartTags"})


def shift_sheet(data: bytes, part: str, references: References, look: Look) -> bytes:
    """The worksheet part of the sheet in which rows or columns come or go."""
    edit = PartEdit(data, part)
    root = next(edit.tags())
    for span in children_of(edit.text, root):
        local = span.tag.local
        if local == "sheetData":
            shift_cells(edit, span.tag, references, look, references.sheet)
        elif local == "cols":
            _shift_columns(edit, span.tag, span.end, references, look.like)
        else:
            if local == "sheetProtection":
                _refuse_protected(span.tag, references)
            gone = _drop_gone(edit, span.tag, span.end, references) if references.shift.count < 0 else set()
            _shift_inside(edit, span.tag, span.end, references, gone)
    return edit.finished()


def shift_other_sheet(data: bytes, part: str, name: str, references: References) -> bytes:
    """The worksheet part of another sheet: only formulas that refer to the sheet change."""
    edit = PartEdit(data, part)
    if _ANY_FORMULA.search(edit.text) is None:
        return data
    root = next(edit.tags())
    for span in children_of(edit.text, root):
        if span.tag.local == "sheetData":
            shift_formulas(edit, formula_cells(edit, span.tag), references, name, moves=False)
        elif not span.tag.empty:
            for tag in _within(edit, span.tag, span.end):
                if tag.local in _FORMULA_ELEMENTS:
                    edit.set_plain(tag, references.formula(edit.plain(tag), name))
    return edit.finished()


def _refuse_protected(tag: Tag, references: References) -> None:
    attributes = tag.attributes
    allowed = {
        (Axis.ROW, True): "insertRows",
        (Axis.ROW, False): "deleteRows",
        (Axis.COLUMN, True): "insertColumns",
        (Axis.COLUMN, False): "deleteColumns",
    }[references.shift.axis, references.shift.count > 0]
    # The attribute says what is locked; locked is the default (ECMA-376 part 1, 18.3.1.85).
    if to_bool(attributes.get("sheet")) and to_bool(attributes.get(allowed), True):
        raise references.refuse("het werkblad is beveiligd")


def _within(edit: PartEdit, parent: Tag, end: int) -> list[Tag]:
    """The opening tags of an element and all inside it."""
    found = [parent]
    if not parent.empty:
        for tag in edit.tags(parent.end):
            if tag.start >= end:
                break
            if not tag.closing:
                found.append(tag)
    return found


def _drop_gone(edit: PartEdit, parent: Tag, end: int, references: References) -> set[int]:
    """Take out what only concerned cells that go, and a list with nothing left; gives the offsets of its tags."""
    whole = (parent.start, end)
    if parent.local == "conditionalFormatting":
        dropped = [whole] if not references.ranges(parent.attributes.get("sqref", "")) else []
    elif parent.local in ("mergeCells", "hyperlinks", "dataValidations"):
        children = children_of(edit.text, parent)
        going = [child for child in children if _goes(child.tag, references)]
        dropped = [(child.start, child.end) for child in going]
        if going and len(going) == len(children):
            dropped = [whole]
        elif going and "count" in parent.attributes:
            edit.set_attributes(parent, {"count": str(len(children) - len(going))})
    else:
        return set()
    for stretch in dropped:
        edit.replace(*stretch, "")
    tags = _within(edit, parent, end)
    return {tag.start for tag in tags if any(start <= tag.start < stop for start, stop in dropped)}


def _goes(tag: Tag, references: References) -> bool:
    """Whether nothing is left of what an element is about; of a merged range, not more than one cell."""
    before = tag.attributes.get("ref") or tag.attributes.get("sqref") or ""
    left = references.ranges(before)
    return not left or (tag.local == "mergeCell" and ":" in before and ":" not in left)


def _shift_inside(edit: PartEdit, parent: Tag, end: int, references: References, gone: set[int]) -> None:
    for tag in _within(edit, parent, end):
        local = tag.local
        if tag.start in gone:
            continue
        if local in _FORMULA_ELEMENTS:
            edit.set_plain(tag, references.formula(edit.plain(tag), references.sheet))
        elif local == "sqref":
            edit.set_plain(tag, _remaining(references, edit.plain(tag)))
        elif local in _RANGE_ELEMENTS:
            _shift_ranges(edit, tag, references)
        elif local in _CELL_ELEMENTS:
            _shift_attribute(edit, tag, "r", references)
        elif local == "brk":
            _shift_break(edit, tag, parent, references)
        elif local in ("sheetView", "pane", "customSheetView"):
            _shift_view(edit, tag, references)
        elif local in ("from", "to"):
            shift_marker(edit, tag, references)


def _shift_ranges(edit: PartEdit, tag: Tag, references: References) -> None:
    if tag.local == "selection":
        _shift_selection(edit, tag, references)
        return
    if tag.local == "dimension":
        _shift_dimension(edit, tag, references)
        return
    if tag.local == "autoFilter":
        _shift_filter_columns(edit, tag, references)
    for name in _RANGE_ATTRIBUTES:
        _shift_attribute(edit, tag, name, references)


def _shift_dimension(edit: PartEdit, tag: Tag, references: References) -> None:
    """The hint of the used range: it must hold what comes in just behind it."""
    shift = references.shift
    reference = tag.attributes.get("ref", "")
    area = parse_range(reference)
    moved = shift.area(area)
    if moved is not None and shift.count > 0 and shift.ends(area)[1] == shift.at - 1:
        end = shift.at + shift.count - 1
        moved = (*moved[:2], end, moved[3]) if shift.axis is Axis.ROW else (*moved[:3], end)
    edit.set_attributes(tag, {"ref": range_name(moved) if moved != area and moved else reference})


def _shift_filter_columns(edit: PartEdit, tag: Tag, references: References) -> None:
    """The columns that a filter works on, counted from 0 at its first column (ECMA-376 part 1, 18.3.2.7)."""
    shift = references.shift
    if shift.axis is Axis.ROW or tag.empty or not tag.attributes.get("ref"):
        return
    first = parse_range(tag.attributes["ref"])[1]
    area = shift.area(parse_range(tag.attributes["ref"]))
    for span in children_of(edit.text, tag):
        if span.tag.local == "filterColumn":
            new = shift.place(first + to_int(span.tag.attributes.get("colId")))
            if new is None or area is None:
                raise references.refuse("er wordt gefilterd op een kolom die zou weggaan")
            edit.set_attributes(span.tag, {"colId": str(new - area[1])})


def _shift_attribute(edit: PartEdit, tag: Tag, name: str, references: References) -> None:
    value = tag.attributes.get(name)
    if value:
        edit.set_attributes(tag, {name: _remaining(references, value)})


def _remaining(references: References, ranges: str) -> str:
    moved = references.ranges(ranges)
    if not moved and ranges.strip():
        raise references.refuse(f"{ranges} zou helemaal weggaan")
    return moved


def _shift_selection(edit: PartEdit, tag: Tag, references: References) -> None:
    """The selection follows its cells; one that goes becomes the cell that comes in its place."""
    attributes = tag.attributes
    for name in ("activeCell", "sqref"):
        value = attributes.get(name)
        if value:
            edit.set_attributes(tag, {name: references.ranges(value) or value.split()[0].partition(":")[0]})


def _shift_view(edit: PartEdit, tag: Tag, references: References) -> None:
    shift = references.shift
    by_row = shift.axis is Axis.ROW
    attributes = tag.attributes
    corner = attributes.get("topLeftCell")
    if corner:
        row, column = parse_cell(corner)
        # What comes in where the view begins should be seen: the view stays.
        number = row if by_row else column
        new = number if number == shift.at and shift.count > 0 else (shift.place(number) or shift.at)
        edit.set_attributes(tag, {"topLeftCell": cell_name(*((new, column) if by_row else (row, new)))})
    if tag.local == "pane" and attributes.get("state", "split").startswith("frozen"):
        name = "ySplit" if by_row else "xSplit"
        frozen = attributes.get(name)
        if frozen:
            span = shift.span(1, int(float(frozen)))
            edit.set_attributes(tag, {name: f"{span[1] if span else 1}"})


def _shift_break(edit: PartEdit, tag: Tag, parent: Tag, references: References) -> None:
    """A page break: `id` is the row or column before it (ECMA-376 part 1, 18.3.1.3)."""
    by_row = references.shift.axis is Axis.ROW
    if parent.local != ("rowBreaks" if by_row else "colBreaks"):
        return
    number = to_int(tag.attributes.get("id"))
    new = references.shift.place(number + 1)
    if new is not None and new > 1:
        edit.set_attributes(tag, {"id": str(new - 1)})


def shift_marker(edit: PartEdit, tag: Tag, references: References) -> None:
    """A corner of a drawing or control (`from`, `to`), which counts rows and columns from 0."""
    name = "row" if references.shift.axis is Axis.ROW else "col"
    for span in children_of(edit.text, tag):
        if span.tag.local == name:
            number = to_int(edit.plain(span.tag)) + 1
            new = references.shift.place(number) or references.shift.at
            edit.set_plain(span.tag, str(new - 1))


# ---- column widths


def _shift_columns(edit: PartEdit, cols: Tag, end: int, references: References, like: int) -> None:
    """The widths and formats of columns; new ones are as their neighbour `like`."""
    shift = references.shift
    if shift.axis is Axis.ROW:
        return
    pieces: list[tuple[int, int, Tag]] = []
    model: Tag | None = None
    for span in children_of(edit.text, cols):
        attributes = span.tag.attributes
        first, last = to_int(attributes.get("min"), 1), to_int(attributes.get("max"), 1)
        model = span.tag if first <= like <= last else model
        pieces += [(*piece, span.tag) for piece in _moved_pieces(first, last, references)]
    if model is not None and shift.count > 0:
        pieces.append((shift.at, shift.at + shift.count - 1, model))
    pieces.sort(key=lambda piece: piece[0])
    written = "".join(_column(edit, *piece) for piece in _joined(pieces))
    start, stop = (cols.start, end) if not written else (cols.end, edit.text.rindex("</", cols.end, end))
    if edit.text[start:stop] != written:
        edit.replace(start, stop, written)


def _moved_pieces(first: int, last: int, references: References) -> list[tuple[int, int]]:
    shift = references.shift
    if shift.count < 0:
        span = shift.span(first, last)
        return [span] if span else []
    before = (first, min(last, shift.at - 1))
    behind = (max(first, shift.at) + shift.count, min(last + shift.count, shift.limit))
    return [piece for piece in (before, behind) if piece[0] <= piece[1]]


def _joined(pieces: list[tuple[int, int, Tag]]) -> list[tuple[int, int, Tag]]:
    """Pieces of one element that touch become one again."""
    joined: list[tuple[int, int, Tag]] = []
    for first, last, tag in pieces:
        if joined and joined[-1][2] is tag and joined[-1][1] == first - 1:
            first = joined.pop()[0]
        joined.append((first, last, tag))
    return joined


def _column(edit: PartEdit, first: int, last: int, tag: Tag) -> str:
    one = PartEdit(edit.text[tag.start : tag.end].encode("utf-8"), edit.part)
    own = next(one.tags())
    one.set_attributes(own, {"min": str(first), "max": str(last)})
    written = one.finished().decode("utf-8")
    return written if own.empty else written + f"</{tag.name}>"
