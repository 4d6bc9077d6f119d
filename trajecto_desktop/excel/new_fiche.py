"""The sheet of a new fiche workbook: one form beside every characteristic.

Here: the fiche's layout. Not here: the file (`excel.new_workbook`). May be imported by `excel` only.
"""

from __future__ import annotations

from ..domain.characteristic import GENERAL_REMARKS
from ..domain.fiche import Entry
from . import new_parts as parts
from . import new_styles as look
from .new_content import Matter, NewWords, entry_of, inked
from .new_overview import base_fill

_WIDTHS = (24, 52, 40, 64, 36, 36)
_LEGEND_ROW = 4
_BASE_COLUMNS = 3


def has_short_texts(matter: Matter, form: str) -> bool:
    """Whether the form has entries that are worded more briefly for *Beknopter*."""
    return any(entry.short_text is not None for (name, _), entry in matter.entries.items() if name == form)


def fill_fiche_sheet(canvas: look.Canvas, matter: Matter, form: str, words: NewWords, *, short: bool = False) -> None:
    """Title, legend, header, general remarks, and one row per characteristic.

    Args:
        canvas: an empty sheet.
        matter: what it shows.
        form: the form's name.
        words: the fixed words.
        short: whether to show the short texts, as *Beknopter* does, without remarks and sources beside them.
    """
    canvas.title(1, words.fiche_title.format(form=form), look.TITLE)
    canvas.title(2, words.fiche_note, look.PLAIN)
    header_row = parts.put_legend(canvas, _LEGEND_ROW, matter.palette, words) + 2
    header = [words.fiche_group, words.fiche_decree, words.fiche_adapted, form]
    if not short:
        header += [words.fiche_remarks, words.sources]
    parts.put_header(canvas, header_row, header, (), look.BASE_HEADER_FILL)
    _put_rows(canvas, header_row + 1, matter, form, words, short)
    parts.set_widths(canvas, _WIDTHS[: len(header)])
    parts.fit_heights(canvas, header_row)
    parts.freeze(canvas, header_row, _BASE_COLUMNS)
    parts.set_page(canvas, header_row, 0, 1, words.fiche_title.format(form=form))


def _put_rows(canvas: look.Canvas, first_row: int, matter: Matter, form: str, words: NewWords, short: bool) -> None:
    canvas.put(first_row, 1, parts.remarks_label(words, matter.remark_colour), look.BOLD)
    canvas.put(first_row, 2)
    canvas.put(first_row, 3)
    _put_entry(canvas, first_row, entry_of(matter, form, GENERAL_REMARKS), matter, short)
    row = first_row
    for section, group, characteristic in parts.with_group_starts(matter.characteristics):
        row += 1
        if section:
            parts.put_section(canvas, row, section, _BASE_COLUMNS + (1 if short else 3))
            row += 1
        canvas.put(row, 1, group or parts.group_of_wordless(characteristic), look.BOLD)
        canvas.put(row, 2, inked(matter, characteristic.decree))
        canvas.put(row, 3, inked(matter, characteristic.adapted), fill=base_fill(characteristic, matter))
        _put_entry(canvas, row, entry_of(matter, form, characteristic.key), matter, short)


def _put_entry(canvas: look.Canvas, row: int, entry: Entry, matter: Matter, short: bool) -> None:
    text = entry.short_text if short and entry.short_text is not None else entry.text
    canvas.put(row, 4, inked(matter, text), fill=look.entry_fill(entry, matter.palette))
    if not short:
        canvas.put(row, 5, inked(matter, entry.remarks))
        canvas.put(row, 6, inked(matter, entry.sources))
