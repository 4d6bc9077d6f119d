"""Slides of the overview: for each group a native table that can be edited in PowerPoint, with legend, counts and notes.

Here: the slides. Not here: pictures (`draw_figure`), counting (`domain.counts`). Lengths are in points (1/72 inch) until they go to
python-pptx. Source: ECMA-376 part 1, 21.1.3 (tables) and 20.1.8 (fills).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import LegendEntry, mixed, readable_on
from ..domain.counts import Count, Question, count
from ..domain.fiche import Entry
from ..values import dataclass
from .draw_figure import legend_items
from .export_file import without_times
from .export_text import ReportRequest, forms_of
from .export_words import Words, group_title, mark_text, on_one_line, row_title, sign_text, spoken_count, storable
from .figure_legend import LegendItem
from .figure_text import LINE_HEIGHT, balanced, broken, fitted, turned_names, widest
from .provenance import PROGRAM, Provenance

# The types of python-pptx are incomplete; what comes from it is Any, named here for what it is.
Deck = Any
Slide = Any
TableCell = Any

_WIDTH, _HEIGHT, _MARGIN = 960.0, 540.0, 30.0
_INNER = _WIDTH - 2 * _MARGIN
_TITLE_TOP, _TITLE_HEIGHT = 14.0, 42.0
_TABLE_TOP = 60.0
_TEXT, _SMALL = 10.0, 9.0
_LABEL, _COUNT, _NARROWEST, _WIDEST = 246.0, 78.0, 20.0, 44.0
_ROW = 20.0
_SWATCH = 20.0
_FONT = "Verdana"
"""As wide as the font that lines are measured in, and there on Windows and macOS."""
_NO_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""PowerPoint's built-in table style "No Style, Table Grid": black lines, no fills of its own."""


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """What stands on one slide."""

    title: str
    rows: tuple[Characteristic, ...]
    forms: tuple[str, ...]
    part: str
    """`2/3` when the group takes more than one slide, else empty."""


def pptx_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """One or more slides for each group, in the file's order; the same document gives the same bytes."""
    words = Words(request.language)
    forms = forms_of(document, request)
    deck = _new_deck(words, provenance)
    legend = _Legend(legend_items(document, document.characteristics, forms, words))
    writer = _SlideWriter(deck, document, forms, words, provenance, legend)
    for plan in _plans(document, forms, _HEIGHT - _TABLE_TOP - legend.height - 40):
        writer.write(plan)
    made = io.BytesIO()
    deck.save(made)
    return without_times(made.getvalue())


def _new_deck(words: Words, provenance: Provenance) -> Deck:
    deck: Deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    # The template is 4:3; its title has to follow the wider page, also for slides that people add later.
    layouts: Any = deck.slide_layouts
    for layout in layouts:
        for shape in layout.placeholders:
            shape.left, shape.width = int(shape.left * 4 / 3), int(shape.width * 4 / 3)
    properties = deck.core_properties
    properties.title, properties.author, properties.language = words("matrix"), PROGRAM, words.locale
    properties.comments = ""
    # python-pptx holds a property to 255 characters; the mark of several files is longer, which PowerPoint allows.
    properties._element.find(qn("dc:description")).text = f"{provenance.line(words.language)} {provenance.mark}"
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    return deck


def _plans(document: Document, forms: Sequence[str], room: float) -> Iterator[SlidePlan]:
    """The slides: forms in blocks that fit the width, each group's rows in blocks that fit the height."""
    for group in document.groups:
        rows = tuple(c for c in document.characteristics if c.group == group)
        parts = [
            (block, some) for some in form_blocks(forms) for block in _row_blocks(rows, room - header_height(some))
        ]
        for number, (block, some) in enumerate(parts, 1):
            part = f"{number}/{len(parts)}" if len(parts) > 1 else ""
            yield SlidePlan(group_title(group), block, some, part)


def form_blocks(forms: Sequence[str]) -> list[tuple[str, ...]]:
    """The forms in as few blocks as fit a slide, evenly filled."""
    fitting = int((_INNER - _LABEL - _COUNT) / _NARROWEST)
    blocks = max(-(-len(forms) // fitting), 1)
    each = max(-(-len(forms) // blocks), 1)
    return [tuple(forms[start : start + each]) for start in range(0, max(len(forms), 1), each)]


def _row_blocks(rows: Sequence[Characteristic], room: float) -> list[tuple[Characteristic, ...]]:
    blocks: list[list[Characteristic]] = [[]]
    used = 0.0
    for row in rows:
        height = row_height(row)
        if blocks[-1] and used + height > room:
            blocks.append([])
            used = 0.0
        blocks[-1].append(row)
        used += height
    return [tuple(block) for block in blocks]


def _label_lines(row: Characteristic) -> list[str]:
    return fitted(row_title(row), _LABEL - 12, _TEXT, 3)


def row_height(row: Characteristic) -> float:
    """Room for the name of a characteristic; PowerPoint makes a row higher when its text asks for more than this."""
    return max(_ROW, len(_label_lines(row)) * _TEXT * LINE_HEIGHT + 8)


def _column(forms: Sequence[str]) -> float:
    return min(_WIDEST, (_INNER - _LABEL - _COUNT) / max(len(forms), 1))


def _names(forms: Sequence[str]) -> list[list[str]]:
    """The names of the forms in at most two lines where their column has room for two."""
    two = _column(forms) >= 2 * _SMALL * LINE_HEIGHT + 2
    return turned_names(forms, 2 if two else 1, 120.0 if two else 190.0, _SMALL)


def header_height(forms: Sequence[str]) -> float:
    """Room for the longest turned name."""
    return max((widest(lines, _SMALL) for lines in _names(forms)), default=20.0) + 14


class _Legend:
    """The legend at the foot of each slide: flowed into rows, measured once."""

    def __init__(self, items: Sequence[LegendItem]) -> None:
        self.rows: list[list[tuple[LegendItem, list[str], float]]] = [[]]
        used = 0.0
        for item in items:
            lines = balanced(item.label, _INNER / 2 - _SWATCH - 20, _SMALL)
            width = _SWATCH + 6 + widest(lines, _SMALL) + 18
            if self.rows[-1] and used + width > _INNER:
                self.rows.append([])
                used = 0.0
            self.rows[-1].append((item, lines, width))
            used += width
        self.height = sum(self.row_height(row) for row in self.rows) + 4

    @staticmethod
    def row_height(row: Sequence[tuple[LegendItem, list[str], float]]) -> float:
        """Room for one row of the legend."""
        return max((len(lines) for _, lines, _ in row), default=1) * _SMALL * LINE_HEIGHT + 6


class _SlideWriter:
    """Writes planned slides into a deck."""

    def __init__(
        self,
        deck: Deck,
        document: Document,
        forms: Sequence[str],
        words: Words,
        provenance: Provenance,
        legend: _Legend,
    ) -> None:
        self._deck = deck
        self._document = document
        self._forms = tuple(forms)
        self._words = words
        self._provenance = provenance
        self._legend = legend

    def write(self, plan: SlidePlan) -> None:
        """Add one slide."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[5])
        self._title(slide, plan)
        numbers = [count(self._document, Question((row.key,)), self._forms) for row in plan.rows]
        self._table(slide, plan, numbers)
        self._foot(slide)
        slide.notes_slide.notes_text_frame.text = storable(self._notes(plan, numbers))

    def _title(self, slide: Slide, plan: SlidePlan) -> None:
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = Pt(_MARGIN), Pt(_TITLE_TOP), Pt(_INNER), Pt(_TITLE_HEIGHT)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = 0
        text = f"{plan.title} ({plan.part})" if plan.part else plan.title
        size = 22.0
        while size > 12 and len(broken(text, _INNER, size, bold=True)) * size * LINE_HEIGHT > _TITLE_HEIGHT:
            size -= 1
        self._run(frame.paragraphs[0], text, size, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def _run(self, paragraph: Any, text: str, size: float, bold: bool = False, colour: str = "#1A1A1A") -> None:
        run = paragraph.add_run()
        run.text = storable(text)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, _FONT
        run.font.color.rgb = _rgb(colour)
        run._r.get_or_add_rPr().set("lang", self._words.locale)

    def _table(self, slide: Slide, plan: SlidePlan, numbers: Sequence[Count]) -> None:
        column, head = _column(plan.forms), header_height(plan.forms)
        heights = [head, *(row_height(row) for row in plan.rows)]
        # With few forms the names of the characteristics get the room that is left.
        label = _INNER - _COUNT - column * len(plan.forms)
        frame = slide.shapes.add_table(
            len(heights), len(plan.forms) + 2, Pt(_MARGIN), Pt(_TABLE_TOP), Pt(_INNER), Pt(sum(heights))
        )
        frame.name = storable(f"{self._words('matrix')}: {plan.title}")
        spoken = " ".join(
            f"{row_title(row)}: {spoken_count(number, self._words)}."
            for row, number in zip(plan.rows, numbers, strict=True)
        )
        frame._element.nvGraphicFramePr.cNvPr.set("descr", storable(f"{frame.name}. {spoken}"))
        table = frame.table
        table.horz_banding = False
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
        # Set on the elements: the column objects add up all widths each time that one changes.
        for grid, points in zip(table._tbl.tblGrid, [label, *[column] * len(plan.forms), _COUNT], strict=True):
            grid.set("w", str(Pt(points)))
        for index_0, points in enumerate(heights):
            table.rows[index_0].height = Pt(points)
        self._header(table.rows[0].cells, plan)
        for row_1, (row, number) in enumerate(zip(plan.rows, numbers, strict=True), 1):
            self._row(list(table.rows[row_1].cells), plan, row, number)

    def _header(self, cells: Any, plan: SlidePlan) -> None:
        corner, *names, last = cells
        self._cell(corner, [self._words.capital("characteristic")], _SMALL, bold=True, anchor=MSO_ANCHOR.BOTTOM)
        for cell, lines in zip(names, _names(plan.forms), strict=True):
            self._cell(cell, lines, _SMALL, anchor=MSO_ANCHOR.MIDDLE)
            cell._tc.get_or_add_tcPr().set("vert", "vert270")
        self._cell(last, [self._words("filled")], _SMALL, align=PP_ALIGN.RIGHT, anchor=MSO_ANCHOR.BOTTOM)
        for cell in (corner, *names, last):
            _fill(cell, "#ECECEC")

    def _row(self, cells: list[TableCell], plan: SlidePlan, row: Characteristic, number: Count) -> None:
        label, *judged, last = cells
        self._cell(label, [" ".join(_label_lines(row))], _TEXT)
        for cell, form in zip(judged, plan.forms, strict=True):
            self._judgement(cell, self._document.entry(form, row.key))
        text = number.fraction + (f" ({len(number.unclear)} ?)" if number.unclear else "")
        self._cell(last, [text], _SMALL, bold=True, align=PP_ALIGN.RIGHT)

    def _judgement(self, cell: TableCell, entry: Entry) -> None:
        legend = self._document.palette.get(entry.code)
        ink = readable_on(legend.fill if legend else entry.shade or "#FFFFFF")
        self._cell(cell, [sign_text(entry, legend)], _TEXT + 1, bold=True, align=PP_ALIGN.CENTER, colour=ink, margin=0)
        if legend or entry.shade:
            _paint(cell, legend, entry.hatched, entry.shade)

    def _cell(
        self,
        cell: TableCell,
        lines: Sequence[str],
        size: float,
        *,
        bold: bool = False,
        colour: str = "#1A1A1A",
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
                self._run(paragraph, line, size, bold, colour)

    def _foot(self, slide: Slide) -> None:
        y = _HEIGHT - 30 - self._legend.height
        for row in self._legend.rows:
            x = _MARGIN
            for item, lines, width in row:
                self._legend_item(slide, item, lines, x, y)
                x += width
            y += self._legend.row_height(row)
        text = f"{self._words('indicative')} {self._provenance.line(self._words.language)}"
        lines = fitted(text, _INNER, 7.5, 2)
        self._box(slide, _MARGIN, _HEIGHT - 30, _INNER, 24, lines, 7.5, self._words("source"), "#4D4D4D")

    def _legend_item(self, slide: Slide, item: LegendItem, lines: list[str], x: float, y: float) -> None:
        swatch = slide.shapes.add_shape(1, Pt(x), Pt(y + 1), Pt(_SWATCH), Pt(13))
        swatch.name = storable(f"{self._words('legend')}: {item.label}")
        swatch._element.nvSpPr.cNvPr.set("descr", storable(item.label))
        swatch.shadow.inherit = False
        swatch.line.color.rgb, swatch.line.width = _rgb("#8C8C8C"), Pt(0.5)
        _paint(swatch, item.entry, item.hatched, None)
        frame = swatch.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        sign = mark_text(item.entry) if item.entry else item.sign
        ink = readable_on(item.entry.fill) if item.entry else "#1A1A1A"
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        self._run(frame.paragraphs[0], sign, _SMALL, True, ink)
        height = len(lines) * _SMALL * LINE_HEIGHT + 4
        self._box(slide, x + _SWATCH + 4, y, widest(lines, _SMALL) + 12, height, lines, _SMALL, item.label)

    def _box(
        self,
        slide: Slide,
        x: float,
        y: float,
        width: float,
        height: float,
        lines: Sequence[str],
        size: float,
        name: str,
        colour: str = "#1A1A1A",
    ) -> None:
        box = slide.shapes.add_textbox(Pt(x), Pt(y), Pt(width), Pt(height))
        box.name = storable(name)
        frame = box.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(1)
        frame.word_wrap = True
        self._run(frame.paragraphs[0], " ".join(lines), size, colour=colour)

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


def _rgb(colour: str) -> Any:
    made: Any = RGBColor
    return made.from_string(colour[1:])


def _fill(shape: Any, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)


def _paint(shape: Any, legend: LegendEntry | None, hatched: bool, shade: str | None) -> None:
    """The colour of a code, with hatching or the legend's own pattern as PowerPoint's pattern fills."""
    ground = legend.fill if legend else shade or "#FFFFFF"
    patterned = legend is not None and legend.pattern not in ("solid", "none")
    if not hatched and not patterned:
        _fill(shape, ground)
        return
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL if hatched else MSO_PATTERN.SMALL_GRID
    # A soft line, so that the mark on it reads.
    shape.fill.fore_color.rgb = _rgb(mixed(readable_on(ground), ground, 0.45 if hatched else 0.2))
    shape.fill.back_color.rgb = _rgb(ground)
