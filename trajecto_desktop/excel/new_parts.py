"""Parts that several new sheets share: legend, headers, page set-up, the rows under their headings.

Here: what overview and fiche have in common. Not here: the sheets themselves. May be imported by `excel` only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from ..domain.characteristic import Characteristic
from ..domain.colour import LegendEntry, Palette
from ..domain.text import RichText, Run, RunRole, RunStyle
from ..values import dataclass
from . import new_styles as look
from .new_content import NewWords
from .new_heights import height_pt

_A3 = 8
"""Paper size. Source: ECMA-376 part 1, 18.3.1.63 (pageSetup)."""
_JUDGEMENTS_PER_ROW = 3
_EXCEL_MARGIN = 0.7109375
"""What Excel adds to a column's width in characters. Source: ECMA-376 part 1, 18.3.1.13 (col, width)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that only carries a heading: a group's, or a section's."""

    title: str


def put_legend(canvas: look.Canvas, excel_row: int, palette: Palette, words: NewWords) -> int:
    """Write the legend from that row on; returns the last row it takes."""
    canvas.put(excel_row, 1, words.legend, look.BOLD)
    canvas.put(excel_row, 2, words.legend_note, border=look.NO_BOX, alignment=look.UNWRAPPED)
    rows = _legend_rows(palette)
    for row, entries in enumerate(rows, excel_row + 1):
        for column, entry in enumerate(entries, 1):
            canvas.put(row, column, entry.label, fill=look.legend_fill(entry))
    return excel_row + len(rows)


def _legend_rows(palette: Palette) -> list[list[LegendEntry]]:
    """Three judgements to a row; marks that are no judgement close the last row."""
    judgements = iter(palette.judgements)
    rows: list[list[LegendEntry]] = []
    while row := list(islice(judgements, _JUDGEMENTS_PER_ROW)):
        rows.append(row)
    marks = [entry for entry in palette.entries if not entry.is_judgement]
    if marks:
        rows = rows or [[]]
        rows[-1] = rows[-1] + marks
    return rows


def put_header(canvas: look.Canvas, excel_row: int, base: Sequence[str], others: Sequence[str], fill: str) -> None:
    """Write the header row: base columns, then the others in their own fill (`#RRGGBB`)."""
    for column, text in enumerate([*base, *others], 1):
        colour = look.BASE_HEADER_FILL if column <= len(base) else fill
        canvas.put(excel_row, column, text, look.BOLD, look.solid(colour))


def put_section(canvas: look.Canvas, excel_row: int, section: str, columns: int) -> None:
    """A row that only says where a part of the table begins."""
    canvas.put(excel_row, 1, section, look.BOLD, look.solid(look.HEADING_FILL))
    for column in range(2, columns + 1):
        canvas.put(excel_row, column)


def set_widths(canvas: look.Canvas, widths: Sequence[int]) -> None:
    """Give the columns from A on their widths, in characters."""
    for column, width in enumerate(widths, 1):
        canvas.sheet.column_dimensions[get_column_letter(column)].width = width + _EXCEL_MARGIN


def set_page(canvas: look.Canvas, header_row: int, base_columns: int, pages_wide: int, title: str) -> None:
    """A3 landscape, fitted to a number of pages in width, header row and base columns on each page."""
    canvas.sheet.page_setup.orientation = "landscape"
    canvas.sheet.page_setup.paperSize = _A3
    canvas.sheet.page_setup.fitToWidth = pages_wide
    canvas.sheet.page_setup.fitToHeight = 0
    canvas.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    canvas.sheet.print_title_rows = f"{header_row}:{header_row}"
    if base_columns:
        canvas.sheet.print_title_cols = f"A:{get_column_letter(base_columns)}"
    canvas.sheet.HeaderFooter.oddHeader = HeaderFooterItem(left=_HeaderFooterPart(text=title.replace("&", "&&")))
    canvas.sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="Pagina &P van &N"))


def fit_heights(canvas: look.Canvas, header_row: int) -> None:
    """Make each row high enough for its wrapped texts; call it when texts and widths are in place."""
    merged = {cell for area in canvas.sheet.merged_cells.ranges for cell in area.left}
    widths = [each.width - _EXCEL_MARGIN for each in canvas.sheet.column_dimensions.values()]
    for excel_row, row in enumerate(canvas.sheet.iter_rows(), 1):
        texts = [
            (str(cell.value), widths[cell.column - 1])
            for cell in row
            if cell.value and cell.alignment.wrap_text and (cell.row, cell.column) not in merged
        ]
        if texts and (excel_row != header_row or canvas.sheet.row_dimensions[excel_row].height is None):
            canvas.sheet.row_dimensions[excel_row].height = height_pt(texts)


def freeze(canvas: look.Canvas, header_row: int, base_columns: int) -> None:
    """Keep the header row and the base columns in sight."""
    canvas.sheet.freeze_panes = canvas.sheet.cell(header_row + 1, base_columns + 1).coordinate


def remarks_label(words: NewWords, remark_colour: str) -> RichText:
    """The label of the row of general remarks, which also shows what the remark colour means."""
    style = RunStyle(italic=True, colour=remark_colour)
    return RichText((Run(words.general_remarks), Run(words.remark_explanation, style, RunRole.REMARK)))


def group_of_wordless(characteristic: Characteristic) -> str:
    """The group again on a row that has no wording yet: a row that says nothing is none when it is read."""
    return "" if characteristic.decree or characteristic.adapted else characteristic.group


def with_group_starts(characteristics: Sequence[Characteristic]) -> Iterator[tuple[str, str, Characteristic]]:
    """Each characteristic with the section and the group that start at it; empty where they go on."""
    section = group = ""
    for characteristic in characteristics:
        new_section = characteristic.section if characteristic.section != section else ""
        new_group = characteristic.group if characteristic.group != group or new_section else ""
        section, group = characteristic.section, characteristic.group
        yield new_section, new_group, characteristic


def heading_rows(characteristics: Sequence[Characteristic]) -> Iterator[Heading | Characteristic]:
    """The rows of a sheet in which groups are rows of their own."""
    for _section, group, characteristic in with_group_starts(characteristics):
        if group:
            yield Heading(one_line(group))
        yield characteristic


def one_line(group: str) -> str:
    """A group's name on one line: the first line break of `Principe⏎Continuïteit` becomes a colon."""
    first, _, rest = group.partition("\n")
    first, rest = first.strip(), " ".join(rest.split())
    if not rest:
        return first
    return f"{first} {rest}" if first.endswith((":", ".", ",")) else f"{first}: {rest}"
