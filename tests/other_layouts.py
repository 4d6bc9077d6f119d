"""Workbooks whose headers are none that is known, made by us, for the tests of pointing a layout out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill

GREEN, YELLOW, GREY = "FFA9D08E", "FFFFE699", "FFD9D9D9"
HEADERS = ("Nr", "Thema", "Omschrijving", "Vorm A", "Vorm B", "Intern", "Nota")
ROWS = (
    ("1", "Wie", "jongeren tot 25 jaar", "alle jongeren", "gezinnen", "", "navragen"),
    ("2", "", "hun context", "ouders", "", "", ""),
    ("3", "Hoe", "aan huis", "", "op school", "", ""),
)


def write_other(
    path: Path,
    headers: Sequence[str] = HEADERS,
    *,
    sheet: str = "Blad1",
    rows_above: int = 3,
    columns_before: int = 0,
    legend: bool = False,
) -> Path:
    """A table of three rows below some lines of introduction; A1 is green, D5 and so on have colours of codes."""
    book = Workbook()
    page = book.active
    page.title = sheet
    page.cell(1, 1 + columns_before, "Vergelijking van vormen")
    if legend:
        for row, (words, colour) in enumerate((("zo is het", GREEN), ("zo half en half", YELLOW)), 1):
            cell = page.cell(row, 9 + columns_before, words)
            cell.fill = PatternFill("solid", colour)
    for column, text in enumerate(headers, 1 + columns_before):
        page.cell(rows_above + 1, column, text)
    for number, row in enumerate(ROWS, rows_above + 2):
        for column, text in enumerate(row, 1 + columns_before):
            if text:
                page.cell(number, column, text)
    page.cell(rows_above + 2, 4 + columns_before).fill = PatternFill("solid", GREEN)
    page.cell(rows_above + 2, 5 + columns_before).fill = PatternFill("solid", YELLOW)
    book.save(path)
    return path
