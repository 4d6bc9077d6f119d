"""The sheets of a new overview workbook: two with texts, two with colours only, sources and conversions.

Here: the four variants of the overview. Not here: the file (`excel.new_workbook`), looks (`excel.new_styles`).
May be imported by `excel` only.
"""

from __future__ import annotations

from openpyxl.styles import PatternFill

from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.fiche import Entry
from ..domain.text import RichText, Run
from . import new_parts as parts
from . import new_styles as look
from .new_content import Matter, NewWords, entry_of, inked

_TEXT_BASE_WIDTHS = (20, 46, 38)
_TEXT_FORM_WIDTH = 34
_CODES_BASE_WIDTH = 60
_CODES_FORM_WIDTH = 6
_CODES_HEADER_HEIGHT_PT = 100
_FORMS_PER_PAGE = 8
_LONG_NAME = 14
"""Characters beyond which a name is broken over two lines in a narrow column."""


def fill_text_sheet(canvas: look.Canvas, matter: Matter, words: NewWords, *, short: bool) -> None:
    """Legend, header, general remarks, and one row per characteristic with each form's text and colour."""
    names = [form.name for form in matter.forms]
    header_row = parts.put_legend(canvas, 1, matter.palette, words) + 2
    base = (words.groups, words.decree, words.adapted)
    parts.put_header(canvas, header_row, base, names, look.FORM_HEADER_FILL)
    row = header_row + 1
    canvas.put(row, 1, parts.remarks_label(words, matter.remark_colour), look.BOLD)
    _put_base_and_entries(canvas, row, None, matter, short)
    for section, group, characteristic in parts.with_group_starts(matter.characteristics):
        row += 1
        if section:
            parts.put_section(canvas, row, section, len(base) + len(names))
            row += 1
        canvas.put(row, 1, group or parts.group_of_wordless(characteristic), look.BOLD)
        _put_base_and_entries(canvas, row, characteristic, matter, short)
    canvas.title(row + 2, words.closing, look.ITALIC)
    parts.set_widths(canvas, [*_TEXT_BASE_WIDTHS, *(_TEXT_FORM_WIDTH for _ in names)])
    canvas.sheet.auto_filter.ref = f"A{header_row}:{canvas.sheet.cell(row, len(base) + len(names)).coordinate}"
    parts.fit_heights(canvas, header_row)
    parts.freeze(canvas, header_row, len(base))
    pages = max(1, -(-len(names) // _FORMS_PER_PAGE))
    parts.set_page(canvas, header_row, len(base), pages, matter.title or words.title)


def _put_base_and_entries(
    canvas: look.Canvas, row: int, characteristic: Characteristic | None, matter: Matter, short: bool
) -> None:
    """The base columns B and C and the forms' cells; no characteristic means the row of general remarks."""
    if characteristic is None:
        canvas.put(row, 2)
        canvas.put(row, 3)
    else:
        canvas.put(row, 2, inked(matter, characteristic.decree))
        canvas.put(row, 3, inked(matter, characteristic.adapted), fill=base_fill(characteristic, matter))
    key = GENERAL_REMARKS if characteristic is None else characteristic.key
    for column, form in enumerate(matter.forms, len(_TEXT_BASE_WIDTHS) + 1):
        entry = entry_of(matter, form.name, key)
        text = entry.short_text if short and entry.short_text is not None else entry.text
        canvas.put(row, column, inked(matter, text), fill=look.entry_fill(entry, matter.palette))


def base_fill(characteristic: Characteristic, matter: Matter) -> PatternFill:
    """The fill of the adapted formulation: additional characteristics show their own code's colour."""
    code = matter.palette.get("additional") if characteristic.additional else None
    return look.legend_fill(code) if code is not None else look.NO_FILL


def fill_codes_sheet(canvas: look.Canvas, matter: Matter, words: NewWords, *, one_base: bool) -> None:
    """Colours only: groups as heading rows, names upright, one base column or two."""
    base = (words.one_base,) if one_base else (words.decree, words.adapted)
    columns = len(base) + len(matter.forms)
    for column, text in enumerate(base, 1):
        canvas.put(1, column, text, look.BOLD)
    for column, form in enumerate(matter.forms, len(base) + 1):
        canvas.put(1, column, narrow_name(form.name), look.BOLD, alignment=look.ROTATED)
    canvas.sheet.row_dimensions[1].height = _CODES_HEADER_HEIGHT_PT
    row = 1
    for row, item in enumerate(parts.heading_rows(matter.characteristics), 2):
        if isinstance(item, parts.Heading):
            _put_heading(canvas, row, item.title, columns)
        else:
            _put_codes(canvas, row, item, matter, words.present if one_base else "", len(base))
    canvas.title(row + 2, words.closing, look.ITALIC)
    parts.set_widths(canvas, [_CODES_BASE_WIDTH] * len(base) + [_CODES_FORM_WIDTH] * len(matter.forms))
    parts.fit_heights(canvas, 1)
    parts.freeze(canvas, 1, len(base))
    parts.set_page(canvas, 1, len(base), 1, matter.title or words.title)


def _put_heading(canvas: look.Canvas, row: int, title: str, columns: int) -> None:
    for column in range(1, columns + 1):
        canvas.put(row, column, fill=look.solid(look.HEADING_FILL))
    canvas.put(row, 1, title, look.BOLD, look.solid(look.HEADING_FILL))
    canvas.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _put_codes(
    canvas: look.Canvas, row: int, characteristic: Characteristic, matter: Matter, present: str, base_columns: int
) -> None:
    base = [characteristic.decree, characteristic.adapted]
    if base_columns == 1:
        base = [fused(characteristic)]
    for column, text in enumerate(base, 1):
        canvas.put(row, column, inked(matter, text))
    for column, form in enumerate(matter.forms, base_columns + 1):
        entry = entry_of(matter, form.name, characteristic.key)
        word = present if _says_present(characteristic, entry) else ""
        fill = look.entry_fill(entry, matter.palette)
        canvas.put(row, column, word, fill=fill, alignment=look.CENTRED)


def _says_present(characteristic: Characteristic, entry: Entry) -> bool:
    """An additional characteristic has a word in its cell: its colour alone says only what kind of row it is."""
    return characteristic.additional and entry.filled


def fused(characteristic: Characteristic) -> RichText:
    """Decree and adapted wording as one text, for the sheet with one base column."""
    if not characteristic.decree or not characteristic.adapted:
        return characteristic.decree or characteristic.adapted
    return RichText.of((*characteristic.decree.runs, Run("\n"), *characteristic.adapted.runs))


def narrow_name(name: str) -> str:
    """A form's name over two lines where it is long, broken at the space nearest its middle."""
    spaces = [i for i, char in enumerate(name) if char == " "]
    if len(name) <= _LONG_NAME or not spaces:
        return name
    at = min(spaces, key=lambda i: abs(i - len(name) / 2))
    return f"{name[:at]}\n{name[at + 1 :]}"
