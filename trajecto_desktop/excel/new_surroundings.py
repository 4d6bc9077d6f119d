"""The sheets beside the overview in a new workbook: *Bronnen* and the *Omzetting* sheets.

May be imported by `excel` only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..domain.overview import Conversion
from . import new_parts as parts
from . import new_styles as look
from .new_content import Matter, NewWords, inked

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_PASSAGE_WIDTH = 70
_FORMULATION_WIDTH = 32


def fill_sources_sheet(sheet: Worksheet, sources: Sequence[str], words: NewWords) -> None:
    """One source a row under a heading."""
    look.put(sheet, 1, 1, words.sources, look.BOLD, look.solid(look.BASE_HEADER_FILL))
    for row, line in enumerate(sources, 2):
        look.put(sheet, row, 1, line)
    parts.set_widths(sheet, [_PASSAGE_WIDTH])
    parts.fit_heights(sheet, 1)
    parts.set_page(sheet, 1, 0, 1, words.sources)


def add_conversion_sheets(book: Workbook, matter: Matter, words: NewWords) -> None:
    """One sheet per name, its passages in order; adopted formulations are green."""
    for title, rows in _by_sheet(matter.conversions).items():
        sheet: Worksheet = book.create_sheet(title)
        columns = max(len(conversion.formulations) for conversion in rows)
        header = (words.passage, words.formulations) if columns else (words.passage,)
        parts.put_header(sheet, 1, header, (), look.BASE_HEADER_FILL)
        for row, conversion in enumerate(rows, 2):
            _put_conversion(sheet, row, conversion, matter)
        parts.set_widths(sheet, [_PASSAGE_WIDTH, *(_FORMULATION_WIDTH for _ in range(columns))])
        parts.fit_heights(sheet, 1)
        parts.freeze(sheet, 1, 0)
        parts.set_page(sheet, 1, 0, 1, title)


def _by_sheet(conversions: Sequence[Conversion]) -> Mapping[str, list[Conversion]]:
    sheets: dict[str, list[Conversion]] = {}
    for conversion in conversions:
        sheets.setdefault(conversion.sheet, []).append(conversion)
    return sheets


def _put_conversion(sheet: Worksheet, row: int, conversion: Conversion, matter: Matter) -> None:
    look.put(sheet, row, 1, inked(matter, conversion.passage))
    for column, formulation in enumerate(conversion.formulations, 2):
        fill = look.solid(look.ADOPTED_FILL) if formulation.adopted else look.NO_FILL
        look.put(sheet, row, column, inked(matter, formulation.text), fill=fill)
