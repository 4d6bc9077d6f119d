"""Overviews and fiches remade in other shapes, and what a reading says as plain values, so that two can be compared."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Color, PatternFill
from openpyxl.workbook.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from trajecto_desktop.excel.reader import Reading, read_workbook
from trajecto_desktop.ooxml.workbook import Workbook

TEXT_SHEETS = ("Globaal overzicht", "Beknopter")
CODE_SHEETS = ("geen tekst", "Geen tekst 1 basiskolom")


@dataclass(frozen=True)
class Said:
    """What a reading says, without where it stands."""

    forms: tuple[str, ...]
    characteristics: tuple[tuple[object, ...], ...]
    entries: dict[tuple[str, str], tuple[object, ...]]
    codes_by_role: dict[str, dict[tuple[str, str], tuple[str | None, bool]]]


def load(path: Path) -> Book:
    """The workbook as openpyxl has it, with rich text."""
    return openpyxl.load_workbook(path, rich_text=True)


def reading_of(book: Book) -> Reading:
    """What the reader makes of a workbook that openpyxl saves."""
    buffer = BytesIO()
    book.save(buffer)
    return read_workbook(Workbook.from_bytes(buffer.getvalue(), "remade.xlsx"))


def said(reading: Reading, forms: Iterable[str] | None = None) -> Said:
    """What a reading says, for all forms or some."""
    names = tuple(form.name for form in reading.forms)
    wanted = set(names if forms is None else forms)
    codes: dict[str, dict[tuple[str, str], tuple[str | None, bool]]] = {}
    for sheet in reading.binding.sheets.values():
        kind = f"{sheet.role.value} {len(sheet.base_columns)}"
        codes[kind] = {
            key: (cell.code, cell.hatched) for key, cell in sheet.baseline.items() if cell.code and key[0] in wanted
        }
    return Said(
        tuple(name for name in names if name in wanted),
        tuple(
            (c.key, c.group, c.decree.plain, c.adapted.plain, c.additional, c.references)
            for c in reading.characteristics
        ),
        {
            key: (e.text.plain, e.short_text.plain if e.short_text is not None else None, e.code, e.hatched)
            for key, e in reading.entries.items()
            if key[0] in wanted and (e.text.runs or e.short_text is not None or e.code)
        },
        codes,
    )


def copy_cell(source: Cell, target: Cell) -> None:
    """Value and format of a cell in another place of the same workbook."""
    target.value = source.value
    if source.has_style:
        target._style = copy.copy(source._style)


def remade(book: Book, sheet: Worksheet, place: Callable[[int, int], tuple[int, int] | None]) -> Worksheet:
    """The sheet with each cell where `place` puts it (nowhere for None); merged ranges go along."""
    title, index = sheet.title, book.index(sheet)
    fresh = book.create_sheet("remaking", index)
    for row in sheet.iter_rows():
        for cell in row:
            where = place(cell.row, cell.column)
            if where is not None and (cell.value is not None or cell.has_style):
                copy_cell(cell, fresh.cell(*where))
    for area in sheet.merged_cells.ranges:
        first, last = place(area.min_row, area.min_col), place(area.max_row, area.max_col)
        if first and last:
            fresh.merge_cells(start_row=first[0], start_column=first[1], end_row=last[0], end_column=last[1])
    book.remove(sheet)
    fresh.title = title
    return fresh


def shifted(book: Book, name: str, down: int, right: int) -> Worksheet:
    """The sheet with all cells moved."""
    return remade(book, book[name], lambda row, column: (row + down, column + right))


def columns_shuffled(book: Book, name: str, first: int, last: int, seed: int) -> Worksheet:
    """The sheet with the columns first to last in another order."""
    order = list(range(first, last + 1))
    random.Random(seed).shuffle(order)
    target = {column: first + i for i, column in enumerate(order)}
    return remade(book, book[name], lambda row, column: (row, target.get(column, column)))


def recoloured(book: Book, fills: dict[str, PatternFill]) -> None:
    """Every solid fill of a colour (`RRGGBB`) replaced by another fill; hatchings keep their lines over the new colour."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                fill = cell.fill
                if fill.patternType == "solid" and fill.fgColor.type == "rgb" and fill.fgColor.rgb[-6:] in fills:
                    cell.fill = copy.copy(fills[fill.fgColor.rgb[-6:]])
                elif fill.patternType == "lightUp" and fill.bgColor.rgb[-6:] in fills:
                    ground = fills[fill.bgColor.rgb[-6:]].fgColor
                    cell.fill = PatternFill("lightUp", fgColor="FF804000", bgColor=copy.copy(ground))


def solid(colour: str | Color) -> PatternFill:
    """A solid fill."""
    return PatternFill("solid", fgColor=colour)
