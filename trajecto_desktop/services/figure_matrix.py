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
from .figure_drawing import RULE, SOFT_INK, Box, Group, Line, Page, Shape, Text
from .figure_frame import Row, Style, text_lines
from .figure_marks import painted_cell
from .figure_text import LINE_HEIGHT, fitted, text_width, turned_names, widest

_PITCH = 1.1
"""Distance of two lines of a turned name, in sizes."""


@dataclass(frozen=True, slots=True)
class CountColumns:
    """The two columns at the row's end: filled, and how many of those are unclear."""

    filled: float
    unclear: float

    @classmethod
    def measured(cls, style: Style, words: Words, total: int) -> CountColumns:
        """As wide as their headers and the longest number."""
        number = text_width(f"{total}/{total}", style.body, bold=True)
        filled = max(number, text_width(words("filled"), style.small)) + 10
        unclear = max(text_width(str(total), style.body), text_width(words("of_which_unclear"), style.small)) + 6
        return cls(filled, unclear)

    @property
    def width(self) -> float:
        """Both together."""
        return self.filled + self.unclear

    def header(self, x: float, bottom: float, style: Style, words: Words) -> list[Shape]:
        """The two headers, standing on an edge."""
        y = bottom - 4
        shapes: list[Shape] = []
        for right, key in ((x + self.filled, "filled"), (x + self.width, "of_which_unclear")):
            text = words(key)
            shapes.append(Text(right, y, text, style.small, text_width(text, style.small), False, SOFT_INK, "end"))
        return shapes

    def cells(self, x: float, middle: float, result: Count, style: Style) -> list[Shape]:
        """The two numbers on a row; no second number where nothing is unclear."""
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
        room = style.inner_width - style.label_width - self._counts.width
        self._column = min(style.column, room / max(len(self._forms), 1))
        # With few forms the names of the characteristics get the room that is left.
        self._label = style.inner_width - self._counts.width - self._column * len(self._forms)
        self._name_size = style.small + 0.5
        most_lines = max(int((self._column - 2) / (self._name_size * _PITCH)), 1)
        longest = style.header if most_lines > 1 else style.header * 1.6
        self._names = turned_names(self._forms, most_lines, longest, self._name_size)
        self._rows = tuple(self._row(characteristic) for characteristic in characteristics)

    @property
    def header_height(self) -> float:
        """Room for the longest turned name."""
        return max((widest(lines, self._name_size) for lines in self._names), default=0.0) + 10

    @property
    def rows(self) -> Sequence[Row]:
        """The characteristics, in order."""
        return self._rows

    @property
    def _cells_left(self) -> float:
        return self._style.margin + self._label

    @property
    def _cells_right(self) -> float:
        return self._cells_left + self._column * len(self._forms)

    def draw_header(self, page: Page, top: float) -> None:
        """The names of the forms, turned, reading upwards, standing on their columns."""
        bottom = top + self.header_height
        size = self._name_size
        pitch = size * _PITCH
        for index_0, (form, lines) in enumerate(zip(self._forms, self._names, strict=True)):
            middle = self._cells_left + (index_0 + 0.5) * self._column
            first = middle - (len(lines) - 1) * pitch / 2 + size * 0.36
            shapes = tuple(
                Text(first + number * pitch, bottom - 4, line, size, text_width(line, size), turn=-90)
                for number, line in enumerate(lines)
            )
            page.add(Group(form, shapes))
        page.add(*self._counts.header(self._cells_right, bottom, self._style, self._words))

    def _row(self, characteristic: Characteristic) -> Row:
        style, title = self._style, row_title(characteristic)
        lines = fitted(title, self._label - 10, style.body, style.label_lines)
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
        box = Box(self._cells_left + index_0 * self._column, top, self._column, height)
        legend = self._document.palette.get(entry.code)
        shapes = painted_cell(box, legend, entry.hatched, entry.filled, entry.shade)
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
