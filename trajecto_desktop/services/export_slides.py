"""Slides of the overview: for each group a native table that can be edited in PowerPoint, with legend, counts and notes.

Here: the deck. Not here: what stands on which slide (`slide_plan`), how it is written (`slide_table`, `slide_shapes`), pictures
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
from .draw_figure import legend_items, note_on_codes
from .export_file import without_times
from .export_text import ReportRequest, forms_of, rows_of
from .export_words import Words, count_text, on_one_line, row_title, sign_text, spoken_count, storable
from .figure_legend import LegendGrid
from .figure_text import fitted
from .long_work import step
from .provenance import PROGRAM, Provenance
from .slide_chart import MOST_BARS, Series, add_chart, chart_series
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
    SOFT_INK,
    Deck,
    Slide,
    add_box,
    add_legend,
    add_run,
    add_slide_number,
    add_table_style,
)
from .slide_table import HEADER_FILL, Ground, SlideCell, ground_of, table_element


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
        group = plan.rows[0].group
        last = done + 1 == len(plans) or plans[done + 1].rows[0].group != group
        if "counts" in request.parts and last:
            writer.write_counts(plan.title, [row for row in rows if row.group == group])
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
        self._title(slide, f"{plan.title} ({plan.part})" if plan.part else plan.title)
        numbers = [count(self._document, Question((row.key,)), self._forms) for row in plan.rows]
        self._table(slide, plan, numbers)
        add_legend(slide, self._legend, self._locale, self._words("legend"))
        self._foot(slide)
        slide.notes_slide.notes_text_frame.text = storable(self._notes(plan, numbers))

    def write_counts(self, title: str, rows: Sequence[Characteristic]) -> None:
        """Add the counts of a group as charts that can be edited."""
        series = list(chart_series(self._document, rows, self._forms, self._words))
        parts = -(-len(rows) // MOST_BARS)
        each = -(-len(rows) // parts)
        for start in range(0, len(rows), each):
            some = rows[start : start + each]
            cut = [Series(s.name, s.sign, s.colour, s.numbers[start : start + each]) for s in series]
            part = f" ({start // each + 1}/{parts})" if parts > 1 else ""
            slide = self._deck.slides.add_slide(self._deck.slide_layouts[5])
            self._title(slide, f"{title}: {self._words('numbers')}{part}")
            numbers = [count(self._document, Question((row.key,)), self._forms) for row in some]
            spoken = self._spoken(some, numbers)
            name = f"{self._words('bars')}: {title}{part}"
            add_chart(slide, some, cut, len(self._forms), name, f"{name}. {spoken}")
            self._foot(slide)
            slide.notes_slide.notes_text_frame.text = storable("\n".join([name, self._words("counting"), "", spoken]))

    def _spoken(self, rows: Sequence[Characteristic], numbers: Sequence[Count]) -> str:
        pairs = zip(rows, numbers, strict=True)
        return " ".join(f"{row_title(row)}: {spoken_count(number, self._words)}." for row, number in pairs)

    def _title(self, slide: Slide, text: str) -> None:
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = Pt(MARGIN), Pt(TITLE_TOP), Pt(INNER), Pt(TITLE_HEIGHT)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = 0
        add_run(frame.paragraphs[0], text, title_size(text), self._locale, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def _table(self, slide: Slide, plan: SlidePlan, numbers: Sequence[Count]) -> None:
        layout, columns = plan.layout, plan.layout.columns
        heights = [layout.header, *(layout.row_height(row) for row in plan.rows)]
        widths = [layout.label, *[columns.each] * len(plan.forms), *([layout.count] if layout.count else [])]
        size = (Pt(MARGIN), Pt(TABLE_TOP), Pt(sum(widths)), Pt(sum(heights)))
        frame = slide.shapes.add_table(1, 1, *size)
        frame.name = storable(f"{self._words('matrix')}: {plan.title}")
        spoken = self._spoken(plan.rows, numbers)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", storable(f"{frame.name}. {spoken}"))
        rows = [self._header(plan), *(self._row(plan, row, n) for row, n in zip(plan.rows, numbers, strict=True))]
        data = frame._element.graphic.graphicData
        data.replace(data.tbl, table_element(widths, heights, rows, self._locale))

    def _header(self, plan: SlidePlan) -> list[SlideCell]:
        columns, ground = plan.layout.columns, Ground(HEADER_FILL)
        characteristic, filled = self._words.capital("characteristic"), self._words("filled")
        cells = [SlideCell((characteristic,), columns.size, bold=True, anchor="b", ground=ground)]
        for lines in columns.names:
            if columns.turned:
                cells.append(SlideCell(lines, columns.size, ground=ground, turned=True))
            else:
                cells.append(SlideCell(lines, columns.size, align="ctr", anchor="b", ground=ground))
        if plan.layout.count:
            cells.append(SlideCell((filled,), columns.size, align="r", anchor="b", ground=ground))
        return cells

    def _row(self, plan: SlidePlan, row: Characteristic, number: Count) -> list[SlideCell]:
        layout = plan.layout
        cells = [SlideCell((layout.label_text(row),), layout.style.body)]
        cells += [self._judgement(self._document.entry(form, row.key), layout.style.body + 1) for form in plan.forms]
        if layout.count:
            cells.append(SlideCell((count_text(number),), layout.columns.size, bold=True, align="r"))
        return cells

    def _judgement(self, entry: Entry, size: float) -> SlideCell:
        legend = self._document.palette.get(entry.code)
        ink = readable_on(legend.fill if legend else entry.shade or "#FFFFFF")
        ground = ground_of(legend, entry.hatched, entry.shade)
        sign = sign_text(entry, legend)
        return SlideCell((sign,) if sign else (), size, bold=True, ink=ink, align="ctr", margin=0, ground=ground)

    def _foot(self, slide: Slide) -> None:
        text = f"{note_on_codes(self._document, self._words)} {self._provenance.line(self._words.language)}"
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
        return "\n".join(
            [*lines, "", note_on_codes(self._document, self._words), self._provenance.line(self._words.language)]
        )
