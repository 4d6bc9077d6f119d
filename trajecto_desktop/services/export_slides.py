"""Slides of the overview: for each group a native table that can be edited in PowerPoint, with legend, counts and notes.

Here: the deck and its tables. Not here: what stands on which slide (`slide_plan`), other shapes (`slide_shapes`), pictures
(`draw_figure`), counting (`domain.counts`). Lengths: points (1/72 inch) until they go to python-pptx. Source: ECMA-376 part 1,
21.1.3 (tables).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import readable_on
from ..domain.counts import Count, Question, count
from ..domain.fiche import Entry
from .draw_figure import legend_items
from .export_file import without_times
from .export_text import ReportRequest, forms_of, rows_of
from .export_words import Words, count_text, on_one_line, row_title, sign_text, spoken_count, storable
from .figure_legend import LegendGrid
from .figure_text import fitted
from .long_work import step
from .provenance import PROGRAM, Provenance
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
    slide_plans,
    title_size,
)
from .slide_shapes import (
    INK,
    SOFT_INK,
    TABLE_STYLE,
    Deck,
    Slide,
    add_box,
    add_legend,
    add_run,
    add_slide_number,
    add_table_style,
    fill,
    paint,
)

# The types of python-pptx are incomplete; what comes from it is Any, named here for what it is.
TableCell = Any


def pptx_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """One or more slides for each group, in the file's order; the same document gives the same bytes."""
    words = Words(request.language)
    forms = forms_of(document, request)
    deck = _new_deck(words, provenance)
    rows = rows_of(document, request)
    items = legend_items(document, rows, forms, words)
    writer = _SlideWriter(deck, document, forms, words, provenance, LegendGrid.laid(items, INNER, LEGEND_SIZE))
    plans = list(slide_plans(document, rows, forms, items, words("filled")))
    for done, plan in enumerate(plans):
        step(done, len(plans), plan.title)
        writer.write(plan)
    made = io.BytesIO()
    deck.save(made)
    return without_times(made.getvalue())


def _new_deck(words: Words, provenance: Provenance) -> Deck:
    deck: Deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    # The template is 4:3; its title has to follow the wider page, also for slides that people add later.
    layouts: Any = [*deck.slide_layouts, deck.slide_master]
    for layout in layouts:
        for shape in layout.placeholders:
            shape.left, shape.width = int(shape.left * 4 / 3), int(shape.width * 4 / 3)
    add_table_style(deck)
    properties = deck.core_properties
    properties.title, properties.author, properties.language = words("matrix"), PROGRAM, words.locale
    properties.comments = ""
    # python-pptx holds a property to 255 characters; the mark of several files is longer, which PowerPoint allows.
    properties._element.find(qn("dc:description")).text = f"{provenance.line(words.language)} {provenance.mark}"
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    return deck


class _SlideWriter:
    """Writes planned slides into a deck."""

    def __init__(
        self,
        deck: Deck,
        document: Document,
        forms: Sequence[str],
        words: Words,
        provenance: Provenance,
        legend: LegendGrid,
    ) -> None:
        self._deck = deck
        self._document = document
        self._forms = tuple(forms)
        self._words = words
        self._locale = words.locale
        self._provenance = provenance
        self._legend = legend

    def write(self, plan: SlidePlan) -> None:
        """Add one slide."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[5])
        self._title(slide, plan)
        numbers = [count(self._document, Question((row.key,)), self._forms) for row in plan.rows]
        self._table(slide, plan, numbers)
        add_legend(slide, self._legend, self._locale, self._words("legend"))
        self._foot(slide)
        slide.notes_slide.notes_text_frame.text = storable(self._notes(plan, numbers))

    def _title(self, slide: Slide, plan: SlidePlan) -> None:
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = Pt(MARGIN), Pt(TITLE_TOP), Pt(INNER), Pt(TITLE_HEIGHT)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = 0
        text = f"{plan.title} ({plan.part})" if plan.part else plan.title
        add_run(frame.paragraphs[0], text, title_size(text), self._locale, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def _table(self, slide: Slide, plan: SlidePlan, numbers: Sequence[Count]) -> None:
        layout, columns = plan.layout, plan.layout.columns
        heights = [layout.header, *(layout.row_height(row) for row in plan.rows)]
        widths = [layout.label, *[columns.each] * len(plan.forms), *([layout.count] if layout.count else [])]
        frame = slide.shapes.add_table(
            len(heights), len(widths), Pt(MARGIN), Pt(TABLE_TOP), Pt(sum(widths)), Pt(sum(heights))
        )
        frame.name = storable(f"{self._words('matrix')}: {plan.title}")
        spoken = " ".join(
            f"{row_title(row)}: {spoken_count(number, self._words)}."
            for row, number in zip(plan.rows, numbers, strict=True)
        )
        frame._element.nvGraphicFramePr.cNvPr.set("descr", storable(f"{frame.name}. {spoken}"))
        table = frame.table
        table.horz_banding, table.first_col = False, True
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = TABLE_STYLE
        # Set on the elements: the column objects add up all widths each time that one changes.
        for grid, points in zip(table._tbl.tblGrid, widths, strict=True):
            grid.set("w", str(Pt(points)))
        for index_0, points in enumerate(heights):
            table.rows[index_0].height = Pt(points)
        self._header(list(table.rows[0].cells), plan)
        for row_1, (row, number) in enumerate(zip(plan.rows, numbers, strict=True), 1):
            self._row(list(table.rows[row_1].cells), plan, row, number)

    def _header(self, cells: list[TableCell], plan: SlidePlan) -> None:
        columns = plan.layout.columns
        corner, names, last = cells[0], cells[1 : 1 + len(plan.forms)], cells[1 + len(plan.forms) :]
        self._cell(corner, [self._words.capital("characteristic")], columns.size, bold=True, anchor=MSO_ANCHOR.BOTTOM)
        for cell, lines in zip(names, columns.names, strict=True):
            if columns.turned:
                self._cell(cell, lines, columns.size, anchor=MSO_ANCHOR.MIDDLE)
                cell._tc.get_or_add_tcPr().set("vert", "vert270")
            else:
                self._cell(cell, lines, columns.size, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.BOTTOM)
        for cell in last:
            self._cell(cell, [self._words("filled")], columns.size, align=PP_ALIGN.RIGHT, anchor=MSO_ANCHOR.BOTTOM)
        for cell in cells:
            fill(cell, "#ECECEC")

    def _row(self, cells: list[TableCell], plan: SlidePlan, row: Characteristic, number: Count) -> None:
        layout = plan.layout
        judged, last = cells[1 : 1 + len(plan.forms)], cells[1 + len(plan.forms) :]
        self._cell(cells[0], [" ".join(layout.label_lines(row))], layout.style.body)
        for cell, form in zip(judged, plan.forms, strict=True):
            self._judgement(cell, self._document.entry(form, row.key), layout.style.body + 1)
        for cell in last:
            self._cell(cell, [count_text(number)], layout.columns.size, bold=True, align=PP_ALIGN.RIGHT)

    def _judgement(self, cell: TableCell, entry: Entry, size: float) -> None:
        legend = self._document.palette.get(entry.code)
        ink = readable_on(legend.fill if legend else entry.shade or "#FFFFFF")
        self._cell(cell, [sign_text(entry, legend)], size, bold=True, align=PP_ALIGN.CENTER, colour=ink, margin=0)
        if legend or entry.shade:
            paint(cell, legend, entry.hatched, entry.shade)

    def _cell(
        self,
        cell: TableCell,
        lines: Sequence[str],
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: Any = PP_ALIGN.LEFT,
        anchor: Any = MSO_ANCHOR.MIDDLE,
        margin: float = 4.0,
    ) -> None:
        cell.margin_left = cell.margin_right = Pt(margin)
        cell.margin_top = cell.margin_bottom = Pt(1.5)
        cell.vertical_anchor = anchor
        frame = cell.text_frame
        for number, line in enumerate(lines):
            # Each line is a paragraph: PowerPoint would break a turned text elsewhere and make the row higher.
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.alignment = align
            # The size stands on the paragraph too, so that an empty cell does not make its row higher.
            paragraph.font.size = Pt(size)
            if line:
                add_run(paragraph, line, size, self._locale, bold=bold, colour=colour)

    def _foot(self, slide: Slide) -> None:
        text = f"{self._words('indicative')} {self._provenance.line(self._words.language)}"
        lines = fitted(text, INNER - 60, 7.5, 2)
        place = (MARGIN, HEIGHT - FOOT, INNER - 60, 24.0)
        add_box(slide, place, " ".join(lines), 7.5, self._locale, self._words("source"), SOFT_INK)
        add_slide_number(slide, len(self._deck.slides), self._locale)

    def _notes(self, plan: SlidePlan, numbers: Sequence[Count]) -> str:
        """What the slide says, in words, for the speaker and for who cannot see it."""
        lines = [f"{plan.title} {plan.part}".strip(), self._words("counting"), ""]
        for row, number in zip(plan.rows, numbers, strict=True):
            lines.append(f"{on_one_line(row.title)}: {spoken_count(number, self._words)}")
            if number.forms:
                lines.append(f"  {self._words('filled')}: {', '.join(number.forms)}")
            if number.unclear:
                lines.append(f"  {self._words('of_which_unclear')}: {', '.join(number.unclear)}")
        return "\n".join([*lines, "", self._words("indicative"), self._provenance.line(self._words.language)])
