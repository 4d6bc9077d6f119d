"""An export before it is written, as pictures of its pages.

Here: which pages, and one of them as PNG. Not here: how they look (the modules of each format), windows (`ui`).
"""

from __future__ import annotations

from collections.abc import Callable

from ..document.document import Document
from ..values import dataclass, replace
from .draw_figure import FigureRequest, draw_figure
from .export_text import ReportRequest, forms_of
from .figure_drawing import Drawing
from .figure_print import png_bytes
from .long_work import stop_if_asked
from .provenance import Provenance

_PAGES_PPI = 100.0
_ROWS, _COLUMNS, _LETTERS = 16, 9, 60


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages to look at; each is made when it is asked for, in whatever thread asks."""

    count: int
    page: Callable[[int, float], bytes]
    """PNG of a page (0-based), so many pixels wide where it can be chosen."""
    form: str = ""
    """The form whose fiche is shown in place of all that were chosen."""


def preview_of(
    document: Document, request: FigureRequest | ReportRequest, ending: str, provenance: Provenance
) -> Preview | None:
    """How an export will look; nothing for a kind of file that has no pages.

    Of fiches it is the first form's, in the layout of the PDF. Of data it is the first rows as a table.

    Raises:
        UnknownGroupError: there is no such group.
        WorkStoppedError: who waits asked to stop.
    """
    stop_if_asked()
    if isinstance(request, FigureRequest):
        return _of_drawing(draw_figure(document, request, provenance))
    match ending:
        case ".pptx":
            from .slide_picture import slide_pictures

            return _of_drawing(slide_pictures(document, request, provenance))
        case ".docx" | ".pdf":
            return _of_fiche(document, request, provenance)
        case ".csv" | ".json":
            return _of_rows(document, request)
    return None


def _of_drawing(drawing: Drawing) -> Preview:
    def page(number_0: int, pixels: float) -> bytes:
        shown = drawing.pages[number_0]
        return png_bytes(shown, drawing, max(72 * pixels / shown.width, 20.0))

    return Preview(len(drawing.pages), page)


def _of_fiche(document: Document, request: ReportRequest, provenance: Provenance) -> Preview:
    from .export_pdf import report_png_pages

    form = forms_of(document, request)[0]
    pages = report_png_pages(document, replace(request, forms=(form,)), provenance, _PAGES_PPI)
    return Preview(len(pages), lambda number_0, _pixels: pages[number_0], form)


def _of_rows(document: Document, request: ReportRequest) -> Preview:
    from .export_data import data_lines
    from .typesetting import compiled, typst_string

    form = forms_of(document, request)[0]
    lines = data_lines(document, replace(request, forms=(form,)))[: _ROWS + 1]
    columns = min(_COLUMNS, len(lines[0]))
    cells = ", ".join(typst_string(_short(value)) for line in lines for value in line[:columns])
    source = (
        '#set page(width: 960pt, height: auto, margin: 16pt)\n#set text(font: "DejaVu Sans", size: 8pt, hyphenate: false)\n'
        '#show table.cell.where(y: 0): set text(weight: "bold")\n'
        f"#table(columns: {columns}, inset: 4pt, stroke: 0.5pt + luma(160), {cells})\n#text(size: 12pt)[…]\n"
    )
    pages = compiled(source, "png", _PAGES_PPI)
    return Preview(1, lambda _number_0, _pixels: pages[0], form)


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"
