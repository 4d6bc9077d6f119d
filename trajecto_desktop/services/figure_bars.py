"""Counts as bars: per characteristic, how many forms have which code.

Here: the bars. Not here: title, legend and pages (`figure_frame`), the counting (`domain.counts`). The bars stand in the order of
the file and are as long as there are forms: nothing is sorted by outcome. Units: points. Imports `figure_frame`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import LegendEntry, readable_on
from ..domain.counts import Question, count, tally
from ..values import dataclass
from .export_words import Words, group_title, on_one_line, row_title, short_label, spoken_count
from .figure_drawing import PAPER, RULE, SOFT_INK, Box, Group, Line, Page, Shape, Text, text_lines
from .figure_frame import Row, Style
from .figure_marks import is_patterned, mark, painted_ground, text_sign
from .figure_matrix import CountColumns
from .figure_text import LINE_HEIGHT, shared_out, text_width


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a bar: so many forms with that code, with a colour outside the legend, or with a text alone."""

    entry: LegendEntry | None
    number: int
    label: str
    other_colour: bool = False


class BarsBody:
    """One bar for each characteristic."""

    def __init__(
        self,
        document: Document,
        characteristics: Sequence[Characteristic],
        forms: Sequence[str],
        style: Style,
        words: Words,
    ) -> None:
        self._document = document
        self._forms = tuple(forms)
        self._style = style
        self._words = words
        self._counts = CountColumns.measured(style, words, len(self._forms))
        self._width = style.inner_width - style.label_width - self._counts.width
        self._rows = tuple(self._row(characteristic) for characteristic in characteristics)

    @property
    def width(self) -> float:
        """All there is between the margins."""
        return self._style.inner_width

    @property
    def header_height(self) -> float:
        """Room for the scale."""
        return self._style.body * LINE_HEIGHT * 2 + 4

    @property
    def rows(self) -> Sequence[Row]:
        """The characteristics, in order."""
        return self._rows

    @property
    def _left(self) -> float:
        return self._style.margin + self._style.label_width

    def draw_header(self, page: Page, top: float) -> None:
        """The scale: number of forms."""
        style, total = self._style, len(self._forms)
        bottom = top + self.header_height
        what = self._words("number_of_forms")
        page.add(Text(self._left, top + style.small, what, style.small, text_width(what, style.small), False, SOFT_INK))
        for number in _ticks(total):
            x = self._left + self._width * number / max(total, 1)
            text = str(number)
            page.add(Line(x, bottom - 3, x, bottom, RULE, 0.75))
            width = text_width(text, style.small)
            page.add(Text(x, bottom - 5, text, style.small, width, False, SOFT_INK, "middle"))
        page.add(*self._counts.header(self._left + self._width, bottom, style, self._words))

    def _segments(self, key: str) -> Iterator[Segment]:
        counted = tally(self._document, self._forms, (key,))
        for entry in self._document.palette.judgements:
            if counted.number(entry.code):
                yield Segment(entry, counted.number(entry.code), f"{entry.mark} {short_label(entry)}")
        uncoded = counted.by_code.get(None, ())
        shaded = [cell for cell in uncoded if self._document.entry(cell.form, cell.key).shade]
        if shaded:
            yield Segment(None, len(shaded), self._words("other_colour"), other_colour=True)
        texts = len(set(uncoded).difference(shaded, counted.gaps))
        if texts:
            yield Segment(None, texts, self._words("text_only"))

    def _row(self, characteristic: Characteristic) -> Row:
        style, title = self._style, row_title(characteristic)
        lines = shared_out(title, style.label_width - 10, style.body, style.label_lines)
        height = max(style.row * 1.2, len(lines) * style.body * LINE_HEIGHT + 5)
        result = count(self._document, Question((characteristic.key,)), self._forms)
        segments = tuple(self._segments(characteristic.key))

        def draw(page: Page, top: float) -> None:
            lift = (height - len(lines) * style.body * LINE_HEIGHT) / 2
            label = text_lines(style.margin + 4, top + lift, lines, style.body)
            page.add(Group(on_one_line(characteristic.title), tuple(label)))
            self._draw_bar(page, segments, title, top, height)
            page.add(*self._counts.cells(self._left + self._width, top + height / 2, result, style))

        parts = ", ".join(f"{segment.label} {segment.number}" for segment in segments)
        return Row(
            group_title(characteristic.group), height, draw, f"{title}: {spoken_count(result, self._words)}; {parts}."
        )

    def _draw_bar(self, page: Page, segments: Sequence[Segment], title: str, top: float, height: float) -> None:
        unit = self._width / max(len(self._forms), 1)
        x, bar = self._left, height - 4
        page.add(Box(x, top + 2, self._width, bar, PAPER, RULE, 0.25))
        for segment in segments:
            box = Box(x, top + 2, unit * segment.number, bar)
            page.add(Group(f"{title} · {segment.label}: {segment.number}", tuple(self._segment(box, segment))))
            x += box.width

    def _segment(self, box: Box, segment: Segment) -> list[Shape]:
        """A stretch of colour with mark and number; the number alone where both do not fit, or nothing."""
        ground = segment.entry.fill if segment.entry else PAPER
        ink, size, text = readable_on(ground), self._style.body, str(segment.number)
        width, radius = text_width(text, size, bold=True), size * 0.42
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        with_mark = box.width >= 2 * radius + 3 + width + 2
        content = (2 * radius + 3 if with_mark else 0) + width
        left = middle[0] - content / 2
        shapes = painted_ground(box, segment.entry)
        if is_patterned(segment.entry) and content + 4 <= box.width:
            shapes.append(Box(left - 2, box.y + 1.5, content + 4, box.height - 3, ground))
        shapes.append(Box(box.x, box.y, box.width, box.height, None, RULE, 0.5))
        if with_mark:
            shapes += _sign(segment, left + radius, middle[1], radius, ink)
            left += 2 * radius + 3
        if width + 1 > box.width:
            return shapes
        shapes.append(Text(left, middle[1] + size * 0.36, text, size, width, True, ink))
        return shapes


def _sign(segment: Segment, x: float, y: float, radius: float, ink: str) -> list[Shape]:
    if segment.entry:
        return mark(segment.entry.code, x, y, radius, ink, segment.entry.own)
    return mark("", x, y, radius, ink) if segment.other_colour else text_sign(x, y, radius, ink)


def _ticks(total: int) -> list[int]:
    """Where the scale has a number: quarters where they are whole, else halves, and always both ends."""
    parts = next((n for n in (4, 3, 2) if total and total % n == 0), 1)
    return sorted({round(total * part / parts) for part in range(parts + 1)})
