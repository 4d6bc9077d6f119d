"""A slide as a picture, to look at before it is exported: the same plan, drawn in place of written.

Here: drawing. Not here: what stands on a slide (`slide_plan`), the slide itself (`export_slides`). Units: points.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document.document import Document
from ..domain.counts import Question, count
from .draw_figure import legend_items, note_on_codes
from .export_text import ReportRequest, forms_of, rows_of
from .export_words import Words, count_text
from .figure_drawing import BAND, PAPER, RULE, SOFT_INK, Box, Drawing, Page, Shape, Text, text_lines
from .figure_legend import LegendGrid, legend_shapes
from .figure_marks import painted_cell
from .figure_text import fitted, text_width
from .provenance import Provenance
from .slide_plan import (
    FOOT,
    HEIGHT,
    INNER,
    LEGEND_SIZE,
    MARGIN,
    TABLE_TOP,
    TITLE_HEIGHT,
    TITLE_TOP,
    WIDTH,
    SlidePlan,
    legend_height,
    slide_plans,
    title_size,
)


def slide_pictures(document: Document, request: ReportRequest, provenance: Provenance) -> Drawing:
    """The slides that an export would give, one page each."""
    words = Words(request.language)
    forms, rows = forms_of(document, request), rows_of(document, request)
    items = legend_items(document, rows, forms, words)
    grid = LegendGrid.laid(items, INNER, LEGEND_SIZE)
    plans = slide_plans(document, rows, forms, items, words("filled"))
    foot = f"{note_on_codes(document, words)} {provenance.line(request.language)}"
    pages = tuple(_page(document, plan, grid, words, forms, foot, number) for number, plan in enumerate(plans, 1))
    return Drawing(pages, provenance.mark, request.language)


def _page(
    document: Document,
    plan: SlidePlan,
    grid: LegendGrid,
    words: Words,
    forms: tuple[str, ...],
    foot: str,
    number: int,
) -> Page:
    title = f"{plan.title} ({plan.part})" if plan.part else plan.title
    page = Page(WIDTH, HEIGHT, title, title)
    page.add(Box(0, 0, WIDTH, HEIGHT, PAPER))
    size = title_size(title)
    lines = fitted(title, INNER, size, 2, bold=True)
    lift = (TITLE_HEIGHT - len(lines) * size * 1.2) / 2
    page.add(*text_lines(MARGIN, TITLE_TOP + lift, lines, size, bold=True))
    page.add(*_table(document, plan, words, forms))
    page.add(*legend_shapes(grid, MARGIN, HEIGHT - FOOT - legend_height(grid), LEGEND_SIZE))
    page.add(*text_lines(MARGIN, HEIGHT - FOOT, fitted(foot, INNER - 60, 7.5, 2), 7.5, colour=SOFT_INK))
    text = str(number)
    page.add(Text(WIDTH - MARGIN, HEIGHT - FOOT + 11, text, 9, text_width(text, 9), colour=SOFT_INK, anchor="end"))
    return page


def _table(document: Document, plan: SlidePlan, words: Words, forms: tuple[str, ...]) -> Iterator[Shape]:
    layout, columns = plan.layout, plan.layout.columns
    edge = MARGIN + layout.label
    yield Box(MARGIN, TABLE_TOP, layout.width, layout.header, BAND, RULE, 0.5)
    head = Page(WIDTH, HEIGHT, "", "")
    columns.draw(head, edge - columns.label, TABLE_TOP + layout.header - columns.header_height)
    yield from head.shapes
    bottom = TABLE_TOP + layout.header - 5
    name = words.capital("characteristic")
    yield Text(MARGIN + 4, bottom, name, columns.size, text_width(name, columns.size, bold=True), bold=True)
    right = MARGIN + layout.width - 4
    if layout.count:
        filled = words("filled")
        yield Text(right, bottom, filled, columns.size, text_width(filled, columns.size), anchor="end")
    top = TABLE_TOP + layout.header
    for row in plan.rows:
        height = layout.row_height(row)
        yield Box(MARGIN, top, layout.width, height, None, RULE, 0.5)
        lines = layout.label_lines(row)
        lift = (height - len(lines) * layout.style.body * 1.2) / 2
        yield from text_lines(MARGIN + 4, top + lift, lines, layout.style.body)
        for index_0, form in enumerate(plan.forms):
            entry = document.entry(form, row.key)
            box = Box(edge + index_0 * columns.each, top, columns.each, height)
            legend = document.palette.get(entry.code)
            yield from painted_cell(box, legend, entry.hatched, entry.filled, entry.shade, layout.style.row * 0.8)
        if layout.count:
            text = count_text(count(document, Question((row.key,)), forms))
            y, width = top + height / 2 + columns.size * 0.36, text_width(text, columns.size, bold=True)
            yield Text(right, y, text, columns.size, width, bold=True, anchor="end")
        top += height
