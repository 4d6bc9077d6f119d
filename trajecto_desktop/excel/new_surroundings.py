"""The sheets beside the overview in a new workbook: *Beleidsdomeinen*, *Bronnen* and the *Omzetting* sheets.

May be imported by `excel` only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.fiche import SupportForm
from ..domain.overview import Conversion
from ..domain.policy_domain import POLICY_LABELS, PolicyAspect
from . import new_parts as parts
from . import new_styles as look
from .links_sheet import LINKS_HEADINGS, LINKS_SHEET, WIDTHS, related_text
from .new_content import Matter, NewWords, inked
from .policy_sheet import FORM_LABEL, SHEET_NAME

_PASSAGE_WIDTH = 70
_FORMULATION_WIDTH = 32
_POLICY_WIDTHS = (32, 30, 30, 34, 38, 44)


def fill_sources_sheet(canvas: look.Canvas, sources: Sequence[str], words: NewWords) -> None:
    """One source a row under a heading."""
    canvas.put(1, 1, words.sources, look.BOLD, look.solid(look.BASE_HEADER_FILL))
    for row, line in enumerate(sources, 2):
        canvas.put(row, 1, line)
    parts.set_widths(canvas, [_PASSAGE_WIDTH])
    parts.fit_heights(canvas, 1)
    parts.set_page(canvas, 1, 0, 1, words.sources)


def add_policy_sheet(book: look.NewBook, forms: Sequence[SupportForm]) -> None:
    """The table of policy domains, where anything is said of a form; a row for each."""
    if not any(form.policy for form in forms):
        return
    canvas = book.add(SHEET_NAME)
    parts.put_header(canvas, 1, (FORM_LABEL, *POLICY_LABELS.values()), (), look.BASE_HEADER_FILL)
    for row, form in enumerate(forms, 2):
        canvas.put(row, 1, form.name, look.BOLD)
        for column, aspect in enumerate(PolicyAspect, 2):
            canvas.put(row, column, form.policy.get(aspect))
    parts.set_widths(canvas, _POLICY_WIDTHS)
    parts.fit_heights(canvas, 1)
    parts.freeze(canvas, 1, 1)
    parts.set_page(canvas, 1, 1, 1, SHEET_NAME)


def add_links_sheet(book: look.NewBook, forms: Sequence[SupportForm]) -> None:
    """The table of variants and related forms, where there are any; a row for each form that has them."""
    linked = [form for form in forms if form.parent or form.related]
    if not linked:
        return
    canvas = book.add(LINKS_SHEET)
    parts.put_header(canvas, 1, LINKS_HEADINGS, (), look.BASE_HEADER_FILL)
    for row, form in enumerate(linked, 2):
        canvas.put(row, 1, form.name, look.BOLD)
        canvas.put(row, 2, form.parent)
        canvas.put(row, 3, related_text(form))
    parts.set_widths(canvas, [round(width) for width in WIDTHS])
    parts.fit_heights(canvas, 1)
    parts.freeze(canvas, 1, 1)
    parts.set_page(canvas, 1, 1, 1, LINKS_SHEET)


def add_conversion_sheets(book: look.NewBook, matter: Matter, words: NewWords) -> None:
    """One sheet per name, its passages in order; adopted formulations are green."""
    for title, rows in _by_sheet(matter.conversions).items():
        canvas = book.add(title)
        columns = max(len(conversion.formulations) for conversion in rows)
        header = (words.passage, words.formulations) if columns else (words.passage,)
        parts.put_header(canvas, 1, header, (), look.BASE_HEADER_FILL)
        for row, conversion in enumerate(rows, 2):
            _put_conversion(canvas, row, conversion, matter)
        parts.set_widths(canvas, [_PASSAGE_WIDTH, *(_FORMULATION_WIDTH for _ in range(columns))])
        parts.fit_heights(canvas, 1)
        parts.freeze(canvas, 1, 0)
        parts.set_page(canvas, 1, 0, 1, title)


def _by_sheet(conversions: Sequence[Conversion]) -> Mapping[str, list[Conversion]]:
    sheets: dict[str, list[Conversion]] = {}
    for conversion in conversions:
        sheets.setdefault(conversion.sheet, []).append(conversion)
    return sheets


def _put_conversion(canvas: look.Canvas, row: int, conversion: Conversion, matter: Matter) -> None:
    canvas.put(row, 1, inked(matter, conversion.passage))
    for column, formulation in enumerate(conversion.formulations, 2):
        fill = look.solid(look.ADOPTED_FILL) if formulation.adopted else look.NO_FILL
        canvas.put(row, column, inked(matter, formulation.text), fill=fill)
