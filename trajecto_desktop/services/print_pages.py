"""What the printer gets, and pictures for the clipboard: a fiche as a table, or the matrix, in pages.

Here: which pages. Not here: how they look (`export_pdf`, `draw_figure`), printers (`ui.printing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from ..document.document import Document
from ..errors import Language
from .draw_figure import FigureRequest, draw_figure
from .export_pdf import report_png_pages
from .export_text import ReportRequest
from .figure_print import png_bytes
from .provenance import Provenance

PRINT_PPI = 200.0
"""Sharp on paper, and quick."""
_SCREEN_PPI = 144.0
_MOST_PIXELS = 40_000_000
"""Of a picture on the clipboard, which takes four bytes for each: programs refuse much larger ones, silently."""
_POINTS_AN_INCH = 72.0


def fiche_pages(document: Document, form: str, provenance: Provenance, language: Language) -> list[bytes]:
    """The fiche of one form as PNG pages (A4, landscape): adapted wording, entry and code, with the legend before it."""
    return report_png_pages(
        document, ReportRequest((form,), parts=frozenset(), language=language), provenance, PRINT_PPI
    )


def matrix_pages(
    document: Document, forms: Sequence[str], group: str | None, provenance: Provenance, language: Language
) -> list[bytes]:
    """The matrix of these forms, of one group or of all, as PNG pages (A4, landscape)."""
    request = FigureRequest("matrix", group, tuple(forms), "a4", language)
    drawing = draw_figure(document, request, provenance)
    return [png_bytes(page, drawing, PRINT_PPI) for page in drawing.pages]


def matrix_picture(
    document: Document, forms: Sequence[str], group: str | None, provenance: Provenance, language: Language
) -> bytes:
    """The matrix of these forms, of one group or of all, as one PNG for a slide or a report; a very large one is less sharp."""
    drawing = draw_figure(document, FigureRequest("matrix", group, tuple(forms), None, language), provenance)
    page = drawing.pages[0]
    largest = sqrt(_MOST_PIXELS / (page.width * page.height)) * _POINTS_AN_INCH
    return png_bytes(page, drawing, min(_SCREEN_PPI, largest))
