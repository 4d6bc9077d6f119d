"""The VML drawing that shows notes: one shape for each note, beside form controls and pictures that stay untouched.

Source: ECMA-376 part 4, 19 (VML) and 19.4.2 (ClientData, Anchor). Not here: the text of notes (`ooxml.notes`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from trajecto_desktop.ooxml.markup import Span, Tag, closing_offset, prefix_of, root_of, tags
from trajecto_desktop.ooxml.names import MAX_COLUMN, MAX_ROW
from trajecto_desktop.ooxml.sheet import Grid

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_EXCEL = "urn:schemas-microsoft-com:office:excel"
_IDMAP = re.compile(r"<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*[\"']([0-9, ]+)[\"']")
_SHAPE_ID = re.compile(r"_x0000_s([0-9]{1,9})\b")
_SHAPES_A_BLOCK = 1024
_NOTE_WIDTH_PX, _NOTE_HEIGHT_PX = 240, 120
_DEFAULT_WIDTH_PX, _DEFAULT_HEIGHT_PX = 64, 20
_OFFSET_X_PX, _OFFSET_Y_PX = 15, 2

EMPTY_DRAWING = (
    f'<xml xmlns:v="{_VML}" xmlns:o="{_OFFICE}" xmlns:x="{_EXCEL}">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
)
"""A new drawing; `{block}` is the block of 1,024 shape numbers that it uses."""

_SHAPE_TYPE = (
    '<{v}shapetype id="_x0000_t202" coordsize="21600,21600" {o}spt="202" path="m,l,21600r21600,l21600,xe">'
    '<{v}stroke joinstyle="miter"/><{v}path gradientshapeok="t" {o}connecttype="rect"/></{v}shapetype>'
)
_SHAPE = (
    '<{v}shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;'
    'width:180pt;height:90pt;z-index:{z};visibility:hidden" fillcolor="#ffffe1" {o}insetmode="auto">'
    '<{v}fill color2="#ffffe1"/><{v}shadow on="t" color="black" obscured="t"/><{v}path {o}connecttype="none"/>'
    '<{v}textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></{v}textbox>'
    '<{x}ClientData ObjectType="Note"><{x}MoveWithCells/><{x}SizeWithCells/><{x}Anchor>{anchor}</{x}Anchor>'
    "<{x}AutoFill>False</{x}AutoFill><{x}Row>{row_0}</{x}Row><{x}Column>{column_0}</{x}Column></{x}ClientData></{v}shape>"
)


def blocks_in(text: str) -> set[int]:
    """The blocks of shape numbers that a drawing says it uses."""
    return {int(number) for match in _IDMAP.finditer(text) for number in match[1].split(",") if number.strip()}


def note_shapes(text: str) -> dict[tuple[int, int], Span]:
    """The shapes of notes by (row, column), counted from 1 as everywhere but in VML itself."""
    found: dict[tuple[int, int], Span] = {}
    end = 0
    for tag in tags(text):
        if tag.local != "shape" or tag.closing or tag.empty or tag.start < end:
            continue
        inner_end = closing_offset(text, tag)
        end = text.find(">", inner_end) + 1 or len(text)
        place = _note_place(text[tag.end : inner_end])
        if place is not None:
            found.setdefault(place, Span(tag, end, inner_end))
    return found


def _note_place(body: str) -> tuple[int, int] | None:
    if not re.search(r"\bObjectType\s*=\s*[\"']Note[\"']", body):
        return None
    row, column = (re.search(rf"<(?:\w+:)?{name}\s*>\s*([0-9]+)\s*<", body) for name in ("Row", "Column"))
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def with_notes(text: str, places: Iterable[tuple[int, int]], grid: Grid, taken: Collection[int] = ()) -> str:
    """The drawing with a shape for each of these places (1-based row and column), put in behind all that it has.

    Args:
        text: the drawing.
        places: where the notes stand.
        grid: their sheet, for where the shapes lie.
        taken: numbers of shapes that the worksheet speaks of; some programs name them there alone.
    """
    root = root_of(text)
    prefixes = {key: prefix_of(root, uri) for key, uri in (("v", _VML), ("o", _OFFICE), ("x", _EXCEL))}
    missing = {key for key, prefix in prefixes.items() if prefix is None}
    names = {key: f"{key}:" if prefix is None else prefix for key, prefix in prefixes.items()}
    number, z = _first_free_number(text, taken), len(note_shapes(text))
    shapes = "" if "_x0000_t202" in text and "spt" in text else _SHAPE_TYPE.format(**names)
    for index, (row, column) in enumerate(places):
        shapes += _SHAPE.format(
            **names, number=number + index, z=z + index + 1, anchor=anchor(grid, row, column), row_0=row - 1,
            column_0=column - 1,
        )  # fmt: skip
    text = _with_blocks(text, number + shapes.count("_x0000_s"))
    return _inserted(text, _declared(shapes, missing), root)


def _declared(shapes: str, missing: set[str]) -> str:
    """The shapes with the namespaces that the root lacks, declared on each of them."""
    uris = {"v": _VML, "o": _OFFICE, "x": _EXCEL}
    declarations = "".join(f' xmlns:{key}="{uris[key]}"' for key in sorted(missing))
    return re.sub(r"<((?:\w+:)?shape(?:type)?) id=", rf"<\1{declarations} id=", shapes) if missing else shapes


def _inserted(text: str, shapes: str, root: Tag) -> str:
    if root.empty:
        return text[: root.end].rstrip("/>").rstrip() + f">{shapes}</{root.name}>" + text[root.end :]
    at = text.rindex("</")
    return text[:at] + shapes + text[at:]


def _first_free_number(text: str, taken: Collection[int]) -> int:
    used = [*(int(number) for number in _SHAPE_ID.findall(text)), *taken]
    lowest = min(blocks_in(text), default=1) * _SHAPES_A_BLOCK + 1
    return max([lowest, *(number + 1 for number in used)])


def _with_blocks(text: str, stop_number: int) -> str:
    """The drawing with the blocks of all numbers below `stop_number` in its idmap."""
    match = _IDMAP.search(text)
    if match is None:
        return text
    have = blocks_in(text)
    missing = set(range(max(have, default=1), (stop_number - 1) // _SHAPES_A_BLOCK + 1)) - have
    added = "".join(f",{block}" for block in sorted(missing))
    return text[: match.end(1)] + added + text[match.end(1) :]


def without_note(text: str, place: tuple[int, int]) -> str:
    """The drawing without the shape of the note at a place (1-based row and column)."""
    span = note_shapes(text).get(place)
    return text if span is None else text[: span.start] + text[span.end :]


def anchor(grid: Grid, row: int, column: int) -> str:
    """Anchor of a note beside a cell: column, pixels, row, pixels of its top left and of its bottom right corner."""
    left, top = min(column, MAX_COLUMN - 2), max(row - 2, 0)
    right, dx = _walk(left, _OFFSET_X_PX + _NOTE_WIDTH_PX, MAX_COLUMN, lambda at_0: _width_px(grid, at_0 + 1))
    bottom, dy = _walk(top, _OFFSET_Y_PX + _NOTE_HEIGHT_PX, MAX_ROW, lambda at_0: _height_px(grid, at_0 + 1))
    return f"{left}, {_OFFSET_X_PX}, {top}, {_OFFSET_Y_PX}, {right}, {dx}, {bottom}, {dy}"


def _walk(start_0: int, distance_px: int, stop: int, size_of: Callable[[int], int]) -> tuple[int, int]:
    """The 0-based row or column that lies that far from the start of `start_0`, and the pixels into it."""
    at_0 = start_0
    while at_0 < stop - 1 and distance_px > (size := size_of(at_0)):
        distance_px -= size
        at_0 += 1
    return at_0, distance_px


def _width_px(grid: Grid, excel_column: int) -> int:
    """Width of a column at 7 pixels a character. Source: ECMA-376 part 1, 18.3.1.13 (width)."""
    for each in grid.columns:
        if each.first <= excel_column <= each.last:
            return 0 if each.hidden else _DEFAULT_WIDTH_PX if each.width is None else int(each.width * 7 + 5)
    return _DEFAULT_WIDTH_PX


def _height_px(grid: Grid, excel_row: int) -> int:
    info = grid.rows.get(excel_row)
    if info is None or info.height is None:
        return _DEFAULT_HEIGHT_PX
    return 0 if info.hidden else round(info.height * 4 / 3)
