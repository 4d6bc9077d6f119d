"""Read back what is about to replace a file, and compare it with what was meant.

Here: the last look before the old file goes. Not here: making the new bytes (`ooxml.edit`), putting them on disk
(`services.atomic`). Imported by services.

How: parts that no edit concerns must be the same packed bytes; in an edited sheet every byte outside the touched cells must be
the same; each touched cell must say what was meant; strings and formats may only be appended. It reads the new bytes in its
own way, not with the code that wrote them. Cost: some comparisons of memory and the parsing of the touched cells alone; a
sheet that is written in an unusual way is compared cell by cell instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..errors import WrittenWronglyError
from ..ooxml.cells import Cell
from ..ooxml.edit import CellEdit
from ..ooxml.names import cell_name
from ..ooxml.references import MANY_CELLS, References
from ..ooxml.sheet import Grid
from ..ooxml.workbook import Workbook
from ..values import dataclass
from .verify_cell import CellReader, same_cell, says_what_was_meant

_ATTRIBUTE = re.compile(rb'r="([A-Z]{1,3}[0-9]{1,7})"')
_SHARED_WITH_ALL = ("workbook.xml", "workbook.xml.rels", "[content_types].xml", "calcchain.xml")
"""Parts that an edit may concern besides its sheet, styles and strings: formulas to be calculated again, new parts."""
_CELL_TAG = re.compile(rb"<((?:[\w.-]+:)?c)\s")


Place = tuple[str, int, int]
"""Sheet name, row and column, the latter 1-based."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A new workbook that says what was meant, and the style that each edited cell has in it."""

    workbook: Workbook
    styles: Mapping[Place, int]


def verify_written(before: Workbook, data: bytes, edits: Iterable[CellEdit]) -> Verified:
    """The new workbook, once it is sure that it says what was meant and nothing else.

    Args:
        before: the workbook that the edits were made on.
        data: the new file.
        edits: what was meant.

    Raises:
        WrittenWronglyError: it does not (``file``, ``detail`` = where).
        DocumentError: the new bytes cannot be read at all.
    """
    after = before.next_version(data)
    by_sheet: dict[str, dict[tuple[int, int], CellEdit]] = {}
    for edit in edits:
        by_sheet.setdefault(edit.sheet, {})[edit.excel_row, edit.excel_column] = edit
    _verify_parts(before, after, by_sheet)
    reader = CellReader(before, after)
    styles: dict[Place, int] = {}
    for sheet, cells in by_sheet.items():
        found = _verify_sheet(reader, sheet, cells)
        styles.update({(sheet, *place): style for place, style in found.items()})
    reader.hand_over_strings()
    return Verified(after, styles)


def _verify_parts(before: Workbook, after: Workbook, sheets: Iterable[str]) -> None:
    """Parts that no edit concerns are the same packed bytes."""
    concerned = {before.sheet(sheet).part_name for sheet in sheets}
    concerned |= {table for part in concerned for table in before.package.related(part, "table")}
    concerned |= {part for kind in ("styles", "sharedStrings") if (part := before.related_part(kind))}
    for name in before.package.names:
        if name in concerned or name.lower().rpartition("/")[2] in _SHARED_WITH_ALL:
            continue
        if not after.package.has(name) or before.package.packed(name) != after.package.packed(name):
            raise WrittenWronglyError(file=before.package.name, detail=name)


def _verify_sheet(reader: CellReader, sheet: str, edits: dict[tuple[int, int], CellEdit]) -> dict[tuple[int, int], int]:
    """The style that each edited cell has now, once the sheet says what was meant and nothing else."""
    found = _cells_at(reader, sheet, sorted(edits))
    if found is None:
        return _verify_grids(reader, reader.before.grid(sheet), reader.after.grid(sheet), edits)
    cells = {}
    known = reader.before.grid(sheet) if reader.before.has_grid(sheet) else None
    for place, (was, now) in found.items():
        stood = known.cells.get(place) if known else None
        cells[place] = reader.cell(now)
        _verify_cell(reader, edits[place], stood or reader.cell(was), cells[place])
    if known is not None:
        reader.after.keep_grid(known.with_cells(cells))
    return {place: cell.style for place, cell in cells.items()}


def _cells_at(
    reader: CellReader, sheet: str, places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], tuple[bytes, bytes]] | None:
    """The elements of these cells, old and new, when every other byte of the part is the same; else nothing.

    Args:
        places: in the order of the sheet.
    """
    part = reader.before.sheet(sheet).part_name
    old, new = reader.before.package.read(part), reader.after.package.read(part)
    written = References(_ATTRIBUTE, old) if len(places) > MANY_CELLS else None
    found: dict[tuple[int, int], tuple[bytes, bytes]] = {}
    at_old = at_new = 0
    for place in places:
        name = cell_name(*place).encode()
        attribute = b'r="%s"' % name
        stated = written.once(name) if written is not None else _find_reference(old, attribute)
        start = old.rfind(b"<", 0, stated) if stated >= 0 else -1
        end = _end_of_cell(old, start, attribute) if start >= at_old else None
        if end is None:
            return None
        there = at_new + start - at_old
        stop = _end_of_cell(new, there, attribute)
        if stop is None or old[at_old:start] != new[at_new:there] or new.count(attribute, there, stop) != 1:
            return None
        found[place] = old[start:end], new[there:stop]
        at_old, at_new = end, stop
    return found if old[at_old:] == new[at_new:] else None


def _find_reference(data: bytes, attribute: bytes) -> int:
    """Where a cell states its reference; -1 unless that is done once. Cost: a look through all of the data."""
    at = data.find(attribute)
    return -1 if data.find(attribute, at + 1) >= 0 else at


def _end_of_cell(data: bytes, start: int, attribute: bytes) -> int | None:
    """Where the element of a cell ends that starts here; nothing unless it does so, with this attribute, plainly written."""
    tag = _CELL_TAG.match(data, start)
    stop = data.find(b">", start)
    if tag is None or stop < 0 or attribute not in data[start:stop]:
        return None
    if data[stop - 1 : stop] == b"/":
        return stop + 1
    closing = b"</%s>" % tag[1]
    end = data.find(closing, stop)
    return None if end < 0 else end + len(closing)


def _verify_cell(reader: CellReader, edit: CellEdit, was: Cell, now: Cell) -> None:
    if not says_what_was_meant(reader, edit, was, now):
        where = f"{edit.sheet}!{cell_name(edit.excel_row, edit.excel_column)}"
        raise WrittenWronglyError(file=reader.before.package.name, detail=where)


def _verify_grids(
    reader: CellReader, old: Grid, new: Grid, edits: dict[tuple[int, int], CellEdit]
) -> dict[tuple[int, int], int]:
    """The slow way, for a cell that was not there yet or a part that is written unusually: every cell of the sheet."""
    for place in old.cells.keys() | new.cells.keys() | edits.keys():
        was = old.cells.get(place) or Cell(old.style_at(*place))
        now = new.cells.get(place) or Cell(new.style_at(*place))
        if place in edits:
            _verify_cell(reader, edits[place], was, now)
        elif not same_cell(was, now):
            where = f"{old.name}!{cell_name(*place)}"
            raise WrittenWronglyError(file=reader.before.package.name, detail=where)
    if (old.merged, old.columns, old.pane) != (new.merged, new.columns, new.pane):
        raise WrittenWronglyError(file=reader.before.package.name, detail=old.name)
    return {place: new.style_at(*place) for place in edits}
