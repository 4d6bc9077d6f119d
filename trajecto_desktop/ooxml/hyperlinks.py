"""Hyperlinks of a worksheet: which cells lead where. Reading only; ECMA-376 part 1, 18.3.1.47."""

from __future__ import annotations

from trajecto_desktop.ooxml.cells import Place
from trajecto_desktop.ooxml.names import parse_range
from trajecto_desktop.ooxml.parse import attribute, child, children, parse_part
from trajecto_desktop.ooxml.workbook import Workbook

_MOST_CELLS = 10_000
"""A link on a whole column is read on its first cells only."""


def hyperlinks_of(workbook: Workbook, sheet: str) -> dict[Place, str]:
    """Cell (1-based) → the address it leads to; a place within the workbook begins with ``#``.

    Raises:
        UnknownSheetError: no worksheet has that name.
        DamagedFileError: the part cannot be read.
    """
    part = workbook.sheet(sheet).part_name
    data = workbook.package.read(part)
    if b"hyperlink" not in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return {}
    section = child(parse_part(data, part), "hyperlinks")
    targets = {each.id: each.target for each in workbook.package.relationships(part)} if section is not None else {}
    found: dict[Place, str] = {}
    for element in children(section, "hyperlink") if section is not None else ():
        location = element.get("location")
        address = targets.get(attribute(element, "id") or "", "") + (f"#{location}" if location else "")
        if address:
            found |= dict.fromkeys(_cells(element.get("ref") or ""), address)
    return found


def _cells(reference: str) -> list[Place]:
    try:
        top, left, bottom, right = parse_range(reference)
    except ValueError:
        return []
    rows, columns = range(top, bottom + 1), range(left, right + 1)
    if len(rows) * len(columns) > _MOST_CELLS:
        rows = rows[: max(_MOST_CELLS // len(columns), 1)]
    return [(row, column) for row in rows for column in columns]
