"""The other parts of a workbook when rows or columns of a sheet come or go: comments, drawings, tables, names, charts …

Here: everything but worksheet parts (`structure_frame`). Each function takes a part's bytes and gives its new ones.
"""

from __future__ import annotations

from .markup import Tag, children_of
from .names import parse_range, to_int
from .structure_frame import shift_marker
from .structure_part import PartEdit, References
from .structure_shift import Axis

_CONTROL_FORMULAS = ("fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "fmlaPict")
_VML_FORMULAS = frozenset({"FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup", "FmlaPict"})
_TABLE_FORMULAS = frozenset({"calculatedColumnFormula", "totalsRowFormula"})


def shift_names(data: bytes, part: str, references: References) -> bytes:
    """The workbook part: defined names, print areas and titles among them."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        if tag.local == "definedName" and not tag.closing:
            edit.set_plain(tag, references.formula(edit.plain(tag)))
    return edit.finished()


def shift_comments(data: bytes, part: str, references: References) -> bytes:
    """Notes, threads and cells bound to an XML map: each stands at one cell."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        name = {"comment": "ref", "threadedComment": "ref", "singleXmlCell": "r"}.get(tag.local)
        reference = tag.attributes.get(name) if name and not tag.closing else None
        if name and reference:
            new = references.cell(reference)
            if not new:
                raise references.refuse(f"bij {reference} staat een opmerking")
            edit.set_attributes(tag, {name: new})
    return edit.finished()


def shift_drawing(data: bytes, part: str, references: References, *, own: bool) -> bytes:
    """A drawing: where its shapes are anchored, if it is the sheet's own, and cells whose text a shape shows."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        if tag.closing:
            continue
        if own and tag.local in ("twoCellAnchor", "oneCellAnchor"):
            _shift_anchor(edit, tag, references)
        text = tag.attributes.get("textlink") if tag.local == "sp" else None
        if text:
            edit.set_attributes(tag, {"textlink": references.formula(text)})
    return edit.finished()


def _shift_anchor(edit: PartEdit, tag: Tag, references: References) -> None:
    kind = tag.attributes.get("editAs", "twoCell")
    if kind == "absolute":
        return
    corners = {span.tag.local: span.tag for span in children_of(edit.text, tag) if span.tag.local in ("from", "to")}
    if kind == "oneCell" and len(corners) == 2:
        # It moves with its first cell and keeps its size.
        _move_together(edit, corners["from"], corners["to"], references)
        return
    for corner in corners.values():
        shift_marker(edit, corner, references)


def _move_together(edit: PartEdit, first: Tag, last: Tag, references: References) -> None:
    name = "row" if references.shift.axis is Axis.ROW else "col"
    places = [span.tag for corner in (first, last) for span in children_of(edit.text, corner) if span.tag.local == name]
    numbers = [to_int(edit.plain(place)) for place in places]
    if len(numbers) == 2:
        moved = references.shift.place(numbers[0] + 1) or references.shift.at
        for place, number in zip(places, numbers, strict=True):
            edit.set_plain(place, str(number + moved - 1 - numbers[0]))


def shift_vml(data: bytes, part: str, references: References, own_sheet: str) -> bytes:
    """Boxes of notes and old controls: their cell, their anchor, and formulas of controls."""
    edit = PartEdit(data, part)
    fields: dict[str, Tag] = {}
    inside = False
    for tag in edit.tags():
        if tag.local == "ClientData":
            if tag.closing:
                _shift_client_data(edit, fields, references)
            inside, fields = not tag.closing, {}
        elif inside and not tag.closing:
            fields[tag.local] = tag
            if tag.local in _VML_FORMULAS:
                edit.set_plain(tag, references.formula(edit.plain(tag), own_sheet))
    return edit.finished()


def _shift_client_data(edit: PartEdit, fields: dict[str, Tag], references: References) -> None:
    shift = references.shift
    by_row = shift.axis is Axis.ROW
    cell = fields.get("Row" if by_row else "Column")
    moved_by = None
    if cell is not None:
        number = to_int(edit.plain(cell).strip())
        new = shift.place(number + 1) or shift.at
        edit.set_plain(cell, str(new - 1))
        moved_by = new - 1 - number
    if "Anchor" in fields:
        numbers = [to_int(each.strip()) for each in edit.plain(fields["Anchor"]).split(",")]
        if len(numbers) == 8:
            _move_anchor(numbers, references, moved_by)
            before = [to_int(each.strip()) for each in edit.plain(fields["Anchor"]).split(",")]
            if numbers != before:
                edit.set_plain(fields["Anchor"], ", ".join(map(str, numbers)))


def _move_anchor(numbers: list[int], references: References, moved_by: int | None) -> None:
    """Left column, offset, top row, offset, right column, offset, bottom row, offset; counted from 0.

    The box of a note moves as its cell does; a control as the cells under it.
    """
    for index in (2, 6) if references.shift.axis is Axis.ROW else (0, 4):
        place = references.shift.place(numbers[index] + 1) or references.shift.at
        numbers[index] = place - 1 if moved_by is None else numbers[index] + moved_by


def shift_table(data: bytes, part: str, references: References, own_sheet: str) -> bytes:
    """A table: its range, if it is on the sheet, and its formulas.

    Raises:
        StructureRefusedError: columns would come or go inside it, or a part of it would go.
    """
    edit = PartEdit(data, part)
    own = own_sheet == references.sheet
    for tag in edit.tags():
        if tag.closing:
            continue
        if tag.local in _TABLE_FORMULAS:
            edit.set_plain(tag, references.formula(edit.plain(tag), own_sheet))
        reference = tag.attributes.get("ref") if own else None
        if reference:
            if tag.local == "table":
                _refuse_inside_table(reference, references)
            edit.set_attributes(tag, {"ref": references.ranges(reference) or reference})
    return edit.finished()


def _refuse_inside_table(reference: str, references: References) -> None:
    shift = references.shift
    area = parse_range(reference)
    # New columns of a table need names and formulas of their own; new rows are just rows.
    inside = shift.splits(area) or shift.area(area) != _moved_whole(area, references)
    if inside and (shift.axis is Axis.COLUMN or shift.count < 0):
        raise references.refuse(f"er staat een tabel in {reference}")


def _moved_whole(area: tuple[int, int, int, int], references: References) -> tuple[int, int, int, int] | None:
    """Where a range goes when it keeps its size."""
    shift = references.shift
    first, last = shift.ends(area)
    new = shift.place(first)
    if new is None:
        return None
    by = new - first
    if shift.axis is Axis.ROW:
        return first + by, area[1], last + by, area[3]
    return area[0], first + by, area[2], last + by


def shift_pivot_table(data: bytes, part: str, references: References) -> bytes:
    """A pivot table on the sheet: it moves as a whole, its page fields above it included."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        reference = tag.attributes.get("ref") if tag.local == "location" and not tag.closing else None
        if reference:
            area = parse_range(reference)
            above = to_int(tag.attributes.get("rowPageCount")) + 1 if tag.attributes.get("rowPageCount") else 0
            whole = (max(area[0] - above, 1), *area[1:])
            if references.shift.splits(whole) or references.shift.area(area) != _moved_whole(area, references):
                raise references.refuse(f"er staat een draaitabel in {reference}")
            edit.set_attributes(tag, {"ref": references.ranges(reference)})
    return edit.finished()


def shift_pivot_source(data: bytes, part: str, references: References) -> bytes:
    """The source of pivot tables: more rows are more records; another number of columns would be other fields."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        attributes = tag.attributes if tag.local == "worksheetSource" and not tag.closing else {}
        reference, sheet = attributes.get("ref"), attributes.get("sheet", "")
        if reference and "id" not in attributes and sheet.casefold() == references.sheet.casefold():
            area = parse_range(reference)
            whole = references.shift.area(area) == _moved_whole(area, references)
            if not whole and (references.shift.axis is Axis.COLUMN or references.shift.count < 0):
                raise references.refuse(f"een draaitabel rekent met {reference}")
            edit.set_attributes(tag, {"ref": references.ranges(reference) or reference})
    return edit.finished()


def shift_chart(data: bytes, part: str, references: References) -> bytes:
    """A chart: the ranges that its series come from."""
    edit = PartEdit(data, part)
    for tag in edit.tags():
        if tag.local == "f" and not tag.closing:
            edit.set_plain(tag, references.formula(edit.plain(tag)))
    return edit.finished()


def shift_control(data: bytes, part: str, references: References, own_sheet: str) -> bytes:
    """A form control: the cells that it is linked to."""
    edit = PartEdit(data, part)
    root = next(edit.tags())
    for name in _CONTROL_FORMULAS:
        formula = root.attributes.get(name)
        if formula:
            edit.set_attributes(root, {name: references.formula(formula, own_sheet)})
    return edit.finished()


def shift_calculation_chain(data: bytes, part: str, references: References, sheet_id: str) -> bytes:
    """The order of calculation, when something comes in; an entry without a sheet has that of the one before it."""
    edit = PartEdit(data, part)
    current = ""
    for tag in edit.tags():
        if tag.local == "c" and not tag.closing:
            current = tag.attributes.get("i", current)
            reference = tag.attributes.get("r")
            if current == sheet_id and reference:
                edit.set_attributes(tag, {"r": references.cell(reference) or reference})
    return edit.finished()
