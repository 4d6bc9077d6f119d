"""The matrix as a picture: characteristics down, forms across, each judgement as colour, mark and hatching.

Here: header, row labels, cells and counts. Not here: title, legend and pages (`figure_frame`). Units: points.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.counts import Count, Question, count
from ..values import dataclass
from .export_words import Words, group_title, judgement, on_one_line, row_title, spoken_count
from .figure_columns import Columns
from .figure_drawing import RULE, SOFT_INK, Box, Group, Line, Page, Shape, Text, text_lines
from .figure_frame import Row, Style
from .figure_marks import painted_cell
from .figure_text import LINE_HEIGHT, shared_out, text_width
from .long_work import stop_if_asked


@dataclass(frozen=True, slots=True)
class CountColumns:
    """The two columns at the row's end: filled, and how many of those are unclear. Of one form there is nothing to count."""

    filled: float
    unclear: float

    @classmethod
    def measured(cls, style: Style, words: Words, total: int) -> CountColumns:
        """As wide as their headers and the longest number; without width for a single form."""
        if total == 1:
            return cls(0.0, 0.0)
        number = text_width(f"{total}/{total}", style.body, bold=True)
        filled = max(number, text_width(words("filled"), style.small)) + 16
        unclear = max(text_width(str(total), style.body), text_width(words("of_which_unclear"), style.small)) + 9
        return cls(filled, unclear)

    @property
    def width(self) -> float:
        """Both together."""
        return self.filled + self.unclear

    def header(self, x: float, bottom: float, style: Style, words: Words) -> list[Shape]:
        """The two headers, standing on an edge."""
        y = bottom - 4
        shapes: list[Shape] = []
        if not self.width:
            return shapes
        for right, key in ((x + self.filled, "filled"), (x + self.width, "of_which_unclear")):
            text = words(key)
            shapes.append(Text(right, y, text, style.small, text_width(text, style.small), False, SOFT_INK, "end"))
        return shapes

    def cells(self, x: float, middle: float, result: Count, style: Style) -> list[Shape]:
        """The two numbers on a row; no second number where nothing is unclear."""
        if not self.width:
            return []
        y = middle + style.body * 0.36
        width = text_width(result.fraction, style.body, bold=True)
        shapes: list[Shape] = [Text(x + self.filled, y, result.fraction, style.body, width, True, anchor="end")]
        if result.unclear:
            text = str(len(result.unclear))
            width = text_width(text, style.body)
            shapes.append(Text(x + self.width, y, text, style.body, width, False, anchor="end"))
        return shapes


class MatrixBody:
    """The matrix of some forms; with more forms than fit there are several bodies side by side."""

    def __init__(
        self,
        document: Document,
        characteristics: Sequence[Characteristic],
        forms: Sequence[str],
        all_forms: Sequence[str],
        style: Style,
        words: Words,
    ) -> None:
        self._document = document
        self._forms = tuple(forms)
        self._all_forms = tuple(all_forms)
        self._style = style
        self._words = words
        self._counts = CountColumns.measured(style, words, len(self._all_forms))
        titles = [row_title(characteristic) for characteristic in characteristics]
        self._columns = Columns.measured(self._forms, titles, style.inner_width - self._counts.width, style)
        self._rows = tuple(self._row(row, title) for row, title in zip(characteristics, titles, strict=True))

    @property
    def width(self) -> float:
        """From the names of the characteristics to the counts."""
        return self._columns.width + self._counts.width

    @property
    def header_height(self) -> float:
        """Room for the names of the forms."""
        return self._columns.header_height

    @property
    def rows(self) -> Sequence[Row]:
        """The characteristics, in order."""
        return self._rows

    @property
    def _cells_left(self) -> float:
        return self._style.margin + self._columns.label

    @property
    def _cells_right(self) -> float:
        return self._style.margin + self._columns.width

    def draw_header(self, page: Page, top: float) -> None:
        """The names of the forms on their columns, and what the counts are."""
        self._columns.draw(page, self._style.margin, top)
        page.add(*self._counts.header(self._cells_right, top + self.header_height, self._style, self._words))

    def _row(self, characteristic: Characteristic, title: str) -> Row:
        stop_if_asked()
        style = self._style
        lines = shared_out(title, self._columns.label - 10, style.body, style.label_lines)
        height = max(style.row, len(lines) * style.body * LINE_HEIGHT + 5)
        result = count(self._document, Question((characteristic.key,)), self._all_forms)

        def draw(page: Page, top: float) -> None:
            lift = (height - len(lines) * style.body * LINE_HEIGHT) / 2
            label = text_lines(style.margin + 4, top + lift, lines, style.body)
            page.add(Group(on_one_line(characteristic.title), tuple(label)))
            page.add(*(self._cell(form, i, characteristic, title, top, height) for i, form in enumerate(self._forms)))
            page.add(*self._counts.cells(self._cells_right, top + height / 2, result, style))
            end = self._cells_right + self._counts.width
            page.add(Line(style.margin, top + height, end, top + height, RULE, 0.25))

        spoken = f"{title}: {spoken_count(result, self._words)}."
        return Row(group_title(characteristic.group), height, draw, spoken)

    def _cell(self, form: str, index_0: int, row: Characteristic, title: str, top: float, height: float) -> Group:
        entry = self._document.entry(form, row.key)
        box = Box(self._cells_left + index_0 * self._columns.each, top, self._columns.each, height)
        legend = self._document.palette.get(entry.code)
        shapes = painted_cell(box, legend, entry.hatched, entry.filled, entry.shade, self._style.row * 0.8)
        return Group(f"{form} · {title}: {judgement(entry, legend, self._words)}", tuple(shapes))


def form_pages(forms: Sequence[str], style: Style, words: Words) -> list[tuple[str, ...]]:
    """The forms in as few columns-pages as they need, filled evenly; all on one for a page without a fixed height."""
    counts = CountColumns.measured(style, words, len(forms))
    room = style.inner_width - style.label_width - counts.width
    fitting = max(int(room / style.narrowest), 1)
    if not style.height or len(forms) <= fitting:
        return [tuple(forms)]
    pages = -(-len(forms) // fitting)
    each = -(-len(forms) // pages)
    return [tuple(forms[start : start + each]) for start in range(0, len(forms), each)]


def natural_width(style: Style, forms: int, words: Words) -> float:
    """The width of a page on which that many forms have comfortable columns."""
    counts = CountColumns.measured(style, words, forms)
    return 2 * style.margin + style.label_width + counts.width + forms * style.narrowest * 1.1
