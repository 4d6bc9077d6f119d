"""The sheets around the entries: conversions (`Omzetting …`) and sources (`Bronnen`), recognised by their words.

Here: reading them. Not here: sheets with entries (`excel.layout`).
"""

from __future__ import annotations

import math
import re

from ..domain.colour import lab_of
from ..domain.overview import Conversion, Formulation
from ..ooxml.workbook import Workbook
from .paint import visible_colour
from .sheet_view import CellTexts, SheetView
from .texts import TextReader

_CONVERSION_NAME = re.compile(r"\W*omzetting\b", re.IGNORECASE)
_CONVERSION_HEAD = re.compile(r"herformulering|hertaling", re.IGNORECASE)
_SOURCES = re.compile(r"\W*bronnen\W*\Z", re.IGNORECASE)
_LEAST_CHROMA = 9.0
_GREEN_HUES = (98.0, 178.0)


def is_green(colour: str) -> bool:
    """Whether a colour is some green, by its hue in CIE L*a*b*: green cells are the formulations that were adopted."""
    _, a, b = lab_of(colour)
    hue = math.degrees(math.atan2(b, a)) % 360
    return math.hypot(a, b) >= _LEAST_CHROMA and _GREEN_HUES[0] <= hue <= _GREEN_HUES[1]


def is_conversion(view: SheetView) -> bool:
    """Whether a sheet tells how passages became formulations: by its name or by its first row."""
    if _CONVERSION_NAME.match(view.name):
        return True
    first = next(iter(view.rows), None)
    if first is None:
        return False
    texts = [view.text(first, column) for column in sorted(view.shown(first))]
    return len(texts) > 1 and any(_CONVERSION_HEAD.search(text) for text in texts[1:])


def is_sources(view: SheetView) -> bool:
    """Whether a sheet lists sources: by its name or by its first words."""
    if _SOURCES.match(view.name):
        return True
    return any(_SOURCES.match(text) for _, _, text in _first(view))


def _first(view: SheetView) -> list[tuple[int, int, str]]:
    return [next(iter(view.texts()), (0, 0, ""))]


def read_conversions(view: SheetView, texts: TextReader) -> list[Conversion]:
    """The passages of a conversion sheet with their formulations; rows without a passage go on with the one above."""
    rows = list(view.rows)
    if not rows:
        return []
    first_column = min(min(view.shown(row)) for row in rows)
    found: list[Conversion] = []
    for row in rows[1:]:
        passage = texts.read(view.cell(row, first_column))
        formulations = _formulations(view, texts, row, first_column)
        if not passage and not formulations:
            continue
        if passage or not found:
            found.append(Conversion(view.name, row, passage, formulations))
        else:
            last = found.pop()
            found.append(Conversion(last.sheet, last.excel_row, last.passage, last.formulations + formulations))
    return found


def conversions_of(workbook: Workbook) -> tuple[Conversion, ...]:
    """The rows of all conversion sheets of a workbook, in its order."""
    cells, texts = CellTexts(workbook), TextReader(workbook)
    worksheets = (info for info in workbook.sheets if info.kind == "worksheet")
    views = (SheetView(workbook, workbook.grid(info.name), cells) for info in worksheets)
    return tuple(each for view in views if is_conversion(view) for each in read_conversions(view, texts))


def _formulations(view: SheetView, texts: TextReader, row: int, first_column: int) -> tuple[Formulation, ...]:
    return tuple(
        Formulation(text, is_green(visible_colour(view.workbook.fill(cell.style))), view.reference(row, column))
        for column, cell in sorted(view.shown(row).items())
        if column > first_column and (text := texts.read(cell))
    )


def read_sources(view: SheetView) -> list[str]:
    """The lines of a sheet of sources, without its title."""
    lines = [" ".join(text.split()) for _, _, text in view.texts()]
    return [line for line in lines if line and not _SOURCES.match(line)]
