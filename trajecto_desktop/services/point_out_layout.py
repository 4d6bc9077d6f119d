"""Point out where the table stands in a workbook that is not recognised, and open it so.

Here: from what a person says (columns as letters, cells by name) to a layout that is remembered. Not here: the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from ..errors import Language
from ..excel.pointing_out import SheetPicture, pictures_of
from ..excel.profile import LayoutProfile
from ..ooxml.names import column_letters, parse_cell
from ..ooxml.workbook import Workbook
from .open_document import OpenedFile, opened_from
from .remembered_layouts import remember_layout

_SHOWN = 60
"""Characters of a header that are shown."""


def columns_of(words: str) -> tuple[int, ...]:
    """Columns from letters: `D:F`, `D,F,H`, or both together; 1-based.

    Raises:
        ValueError: something is no column, or a range runs backwards.
    """
    columns: list[int] = []
    for part in filter(None, (each.strip() for each in words.replace(";", ",").split(","))):
        first, _, last = part.partition(":")
        from_, to = column_of(first), column_of(last or first)
        if to < from_:
            raise ValueError(part)
        columns += range(from_, to + 1)
    return tuple(dict.fromkeys(columns))


def column_of(letters: str) -> int:
    """`C` → 3.

    Raises:
        ValueError: it is no column.
    """
    plain = letters.strip().upper()
    if not plain.isalpha():
        raise ValueError(letters)
    return parse_cell(f"{plain}1")[1]


def point_out(
    file: Path,
    sheet: str | None,
    header_row: int | None,
    forms: tuple[int, ...],
    columns: Mapping[str, str | None],
    legend: Iterable[str] = (),
) -> OpenedFile:
    """Open a file with a layout said in words, and remember the layout.

    Args:
        file: the workbook.
        sheet: its name; without it the first sheet that holds anything.
        header_row: 1-based; without it the row that looks like one.
        forms: columns of the support forms, 1-based.
        columns: `group`, `decree`, `adapted`, `remarks`, `sources` → letters of the column.
        legend: `code=A1` for each cell of the legend.

    Raises:
        ValueError: what was said does not fit, with why.
        DocumentError: the file cannot be read.
        SaveError: the layout cannot be kept.
    """
    workbook = Workbook.open(file)
    pictures = pictures_of(workbook)
    picture = next((each for each in pictures if sheet is None or each.name == sheet), None)
    if picture is None:
        raise ValueError(", ".join(each.name for each in pictures))
    row = header_row or (picture.guess.header_row if picture.guess else 1)
    said = {f"{name}_column": column_of(letters) for name, letters in columns.items() if letters}
    points = [_point(each) for each in legend]
    try:
        profile = LayoutProfile.model_validate(
            {"sheet": picture.name, "header_row": row, "form_columns": forms, "legend": points, **said}
        )
    except ValidationError as error:
        raise ValueError("; ".join(each["msg"] for each in error.errors())) from error
    opened = opened_from(workbook, file, profile)
    remember_layout(workbook, profile)
    return opened


def read_pictures(file: Path) -> tuple[Workbook, list[SheetPicture]]:
    """A workbook and what can be seen of its sheets.

    Raises:
        DocumentError: the file cannot be read.
    """
    workbook = Workbook.open(file)
    return workbook, pictures_of(workbook)


def profile_of(
    sheet: str, header_row: int, roles: Mapping[int, str], legend: Mapping[str, tuple[int, int]]
) -> LayoutProfile | None:
    """The layout that was pointed out, or nothing while something is lacking.

    Args:
        sheet: its name.
        header_row: 1-based.
        roles: column (1-based) → `group`, `decree`, `adapted`, `remarks`, `sources` or `form`.
        legend: code → row and column (1-based) of the cell with its colour.
    """
    bases = {f"{role}_column": column for column, role in roles.items() if role != "form"}
    forms = tuple(sorted(column for column, role in roles.items() if role == "form"))
    points = [{"code": code, "row": row, "column": column} for code, (row, column) in legend.items()]
    try:
        return LayoutProfile.model_validate(
            {"sheet": sheet, "header_row": header_row, "form_columns": forms, "legend": points, **bases}
        )
    except ValidationError:
        return None


def summary_of(workbook: Workbook, file: Path, profile: LayoutProfile) -> tuple[int, int, int, int]:
    """What a layout would read: numbers of forms, characteristics, filled entries, and entries with a code.

    Raises:
        DocumentError: there is no table in that place.
    """
    document = opened_from(workbook, file, profile).document
    entries = document.content.entries.values()
    filled, coded = sum(entry.filled for entry in entries), sum(entry.code is not None for entry in entries)
    return len(document.forms), len(document.characteristics), filled, coded


def _point(words: str) -> dict[str, object]:
    code, _, cell = words.partition("=")
    row, column = parse_cell(cell.strip().upper())
    return {"code": code.strip(), "row": row, "column": column}


def told_of(file: Path, language: Language) -> list[str]:
    """What can be seen in a workbook, in words: its sheets, and the header row that each may have.

    Raises:
        DocumentError: the file cannot be read.
    """
    lines: list[str] = []
    for picture in pictures_of(Workbook.open(file)):
        lines.append(f"{picture.name}: {picture.rows} × {picture.columns}")
        lines += _header_lines(picture, language)
    return lines


def _header_lines(picture: SheetPicture, language: Language) -> list[str]:
    if picture.guess is None:
        return []
    row = picture.guess.header_row
    words = f"misschien de kopregel: rij {row}" if language == "nl" else f"perhaps the header: row {row}"
    cells = sorted((column, text) for (at, column), text in picture.texts.items() if at == row)
    return [
        f"  {words}",
        *(f"    {column_letters(column):<4}{' '.join(text.split())[:_SHOWN]}" for column, text in cells),
    ]
