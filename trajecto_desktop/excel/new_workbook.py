"""New workbooks from domain values: an overview with its four variants, or the fiche of one form.

Here: which sheets a new file has. Not here: their layout and looks, how they become bytes (`excel.new_package`). An existing
file is never written this way: openpyxl would drop what it does not know, so that goes through `excel.writer`. openpyxl is
loaded when a workbook is first made, because opening and judging need none of it. May be imported by `services` and above.
"""

from __future__ import annotations

from datetime import datetime

from .new_content import DUTCH_WORDS, Matter, NewWords

FULL_SHEET = "Globaal overzicht"
SHORT_SHEET = "Beknopter"
CODES_SHEET = "geen tekst"
ONE_BASE_SHEET = "Geen tekst 1 basiskolom"
FICHE_SHEET = "Fiche"


def new_overview(matter: Matter, words: NewWords = DUTCH_WORDS, made: datetime | None = None, note: str = "") -> bytes:
    """A new overview workbook: the four variants, *Beleidsdomeinen* where anything is said of a form,
    *Bronnen*, and an *Omzetting* sheet for each that has rows.

    Args:
        matter: what it shows; `document.Content` has the shape.
        words: the fixed words of headers and closing line.
        made: creation date for the file's properties, in UTC; the present when left out. Equal matter, words and
            date give an equal file.
        note: comment in the file's properties, such as what it was made from.

    Raises:
        TextTooLongError: a text is longer than a cell holds; carries `sheet` and `cell`.
    """
    from . import new_overview as variants  # deferred: openpyxl takes longer to load than a file to open
    from . import new_surroundings as surroundings
    from .new_package import packed
    from .new_styles import NewBook

    book = NewBook()
    variants.fill_text_sheet(book.add(FULL_SHEET), matter, words, short=False)
    variants.fill_codes_sheet(book.add(ONE_BASE_SHEET), matter, words, one_base=True)
    variants.fill_text_sheet(book.add(SHORT_SHEET), matter, words, short=True)
    variants.fill_codes_sheet(book.add(CODES_SHEET), matter, words, one_base=False)
    surroundings.add_policy_sheet(book, matter.forms)
    surroundings.add_links_sheet(book, matter.forms)
    surroundings.fill_sources_sheet(book.add(words.sources), matter.sources, words)
    surroundings.add_conversion_sheets(book, matter, words)
    return packed(book.workbook, matter.title or words.title, made, note)


def new_fiche(
    matter: Matter, form: str, words: NewWords = DUTCH_WORDS, made: datetime | None = None, note: str = ""
) -> bytes:
    """A new fiche workbook of one form, with a second sheet for its short texts where it has any, and *Bronnen* where there are.

    Arguments and errors as for `new_overview`.
    """
    from .new_fiche import fill_fiche_sheet, has_short_texts  # deferred, as above
    from .new_package import packed
    from .new_styles import NewBook
    from .new_surroundings import add_links_sheet, add_policy_sheet, fill_sources_sheet

    book = NewBook()
    fill_fiche_sheet(book.add(FICHE_SHEET), matter, form, words)
    if has_short_texts(matter, form):
        fill_fiche_sheet(book.add(SHORT_SHEET), matter, form, words, short=True)
    own = [each for each in matter.forms if each.name == form]
    add_policy_sheet(book, own)
    add_links_sheet(book, own)
    if matter.sources:
        fill_sources_sheet(book.add(words.sources), matter.sources, words)
    return packed(book.workbook, words.fiche_title.format(form=form), made, note)
