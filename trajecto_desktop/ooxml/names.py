"""Names of the format: namespaces, cell references, part names. Pure; no zip, no XML."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from urllib.parse import unquote

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\Z")


@cache
def column_number(letters: str) -> int:
    """1-based number of a column: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@cache
def column_letters(excel_column: int) -> str:
    """Letters of a 1-based column number: 27 is ``AA``."""
    letters = ""
    while excel_column:
        excel_column, rest = divmod(excel_column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def parse_cell(reference: str) -> tuple[int, int]:
    """(excel_row, excel_column), both 1-based, of ``B7`` or ``$B$7``.

    Raises:
        ValueError: it is not a reference, or lies outside Excel's 1,048,576 × 16,384 cells.
    """
    match = _CELL.match(reference.strip())
    if match is None:
        raise ValueError(f"not a cell reference: {reference!r}")
    row, column = int(match[2]), column_number(match[1])
    if not (1 <= row <= MAX_ROW and column <= MAX_COLUMN):
        raise ValueError(f"outside the sheet: {reference!r}")
    return row, column


def cell_name(excel_row: int, excel_column: int) -> str:
    """``B7`` for (7, 2)."""
    return f"{column_letters(excel_column)}{excel_row}"


def parse_range(reference: str) -> tuple[int, int, int, int]:
    """(first row, first column, last row, last column), 1-based and inclusive, of ``A1:C3`` or ``A1``.

    Raises:
        ValueError: it is not a range of cells.
    """
    first, _, last = reference.partition(":")
    (row_1, column_1), (row_2, column_2) = parse_cell(first), parse_cell(last or first)
    return min(row_1, row_2), min(column_1, column_2), max(row_1, row_2), max(column_1, column_2)


def range_name(area: tuple[int, int, int, int]) -> str:
    """``A1:C3`` for (1, 1, 3, 3); ``A1`` for a single cell."""
    first, last = cell_name(area[0], area[1]), cell_name(area[2], area[3])
    return first if first == last else f"{first}:{last}"


def folder_of(part_name: str) -> str:
    """Folder of a part, without a slash at the end; empty for the root."""
    return part_name.rpartition("/")[0]


def relationships_part(part_name: str) -> str:
    """Name of the part that lists the relationships of ``part_name``; of the package for an empty name."""
    folder, _, name = part_name.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolve_target(source_part: str, target: str) -> str:
    r"""Part name that an internal relationship points at, whether absolute, relative or written with ``\``."""
    target = unquote(target.split("#")[0]).replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join("/" + folder_of(source_part), target)
    return posixpath.normpath(joined).lstrip("/")


def to_int(text: str | None, default: int = 0) -> int:
    """An integer attribute; ``default`` where it is absent, empty or no number (as ``s=""`` is read by Excel)."""
    if not text:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def to_bool(text: str | None, default: bool = False) -> bool:
    """An xsd:boolean attribute."""
    if text is None:
        return default
    return text.strip() in ("1", "true", "on")
