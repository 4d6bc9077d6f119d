"""What stands on which slide, and how large: each group on one slide where it fits, with text as large as the slide has room for.

Here: dividing and measuring. Not here: writing slides (`export_slides`). Lengths: points (1/72 inch). Imports `figure_columns`,
`figure_legend`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.counts import Question, count
from ..values import dataclass
from .export_words import count_text, group_title, row_title
from .figure_columns import Columns
from .figure_frame import Style
from .figure_legend import LegendGrid, LegendItem
from .figure_pages import page_breaks
from .figure_text import ELLIPSIS, LINE_HEIGHT, broken, shared_out, text_width

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 30.0
INNER = WIDTH - 2 * MARGIN
TITLE_TOP, TITLE_HEIGHT = 14.0, 42.0
TABLE_TOP = 60.0
FOOT = 30.0
"""From the lower edge of the slide: provenance and the number of the slide."""
LEGEND_SIZE = 9.0
_STYLE = Style(WIDTH, HEIGHT, MARGIN, 22, 10, 8.5, 246, 44, 20, 20, 120)
_FACTORS = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.94, 0.88)
"""How much larger a table is made that leaves room on its slide, or smaller when it is just too much; tried in this order."""
_NARROW = 1.5
"""A column is at least as wide as this many sizes of the text, so that a mark has room."""
_CELL_MARGINS = 8.0
_SLACK = 4.0
"""Programs differ a little in where they break a line; a cell is this much wider than its text was measured for."""


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """What stands on one slide."""

    title: str
    rows: tuple[Characteristic, ...]
    forms: tuple[str, ...]
    part: str
    """`2/3` when the group takes more than one slide, else empty."""
    layout: TableLayout


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The sizes of one table."""

    style: Style
    columns: Columns
    count: float
    """Width of the column of counts; 0 for a single form, where there is nothing to count."""

    @classmethod
    def measured(
        cls, rows: Sequence[Characteristic], forms: Sequence[str], counts: Sequence[str], factor: float = 1.0
    ) -> TableLayout:
        """The layout of these rows and forms.

        Args:
            rows: the characteristics.
            forms: those in the table.
            counts: what stands in the column of counts, its heading too; none for no such column.
            factor: how much larger than the ordinary text.
        """
        style = _STYLE.enlarged(factor)
        widest_count = max((text_width(text, style.small + 0.5, bold=True) for text in counts), default=0.0)
        count = widest_count + _CELL_MARGINS + _SLACK if counts else 0.0
        columns = Columns.measured(forms, [row_title(row) for row in rows], INNER - count - _SLACK, style)
        return cls(style, columns, count)

    @property
    def width(self) -> float:
        """Of the whole table."""
        return self.columns.width + self.count + _SLACK

    @property
    def label(self) -> float:
        """Width of the first column."""
        return self.columns.label + _SLACK

    @property
    def header(self) -> float:
        """Height of the header row."""
        return self.columns.header_height + 6

    def label_lines(self, row: Characteristic) -> list[str]:
        """The name of a characteristic in as many lines as the style allows."""
        room = self.columns.label - _CELL_MARGINS - _SLACK
        return shared_out(row_title(row), room, self.style.body, self.style.label_lines)

    def label_text(self, row: Characteristic) -> str:
        """The same on one line, for a program that breaks it by itself."""
        lines = self.label_lines(row)
        return " ".join(lines) if lines and lines[-1].endswith(ELLIPSIS) else row_title(row)

    def row_height(self, row: Characteristic) -> float:
        """Room for the name of a characteristic; PowerPoint makes a row higher when its text asks for more than this."""
        return max(self.style.row, len(self.label_lines(row)) * self.style.body * LINE_HEIGHT + 8)

    def height(self, rows: Sequence[Characteristic]) -> float:
        """Of the whole table with these rows."""
        return self.header + sum(self.row_height(row) for row in rows)


def slide_plans(
    document: Document,
    characteristics: Sequence[Characteristic],
    forms: Sequence[str],
    legend: Sequence[LegendItem],
    counted: str,
) -> Iterator[SlidePlan]:
    """The slides: each group in the file's order, forms in blocks that fit the width, rows in blocks that fit the height.

    Args:
        document: what is shown.
        characteristics: of these groups.
        forms: names of the forms, in order.
        legend: stands on each slide.
        counted: the heading of the column of counts.
    """
    room = HEIGHT - TABLE_TOP - FOOT - 10 - legend_height(LegendGrid.laid(legend, INNER, LEGEND_SIZE))
    for group in dict.fromkeys(row.group for row in characteristics):
        rows = tuple(row for row in characteristics if row.group == group)
        counts = [counted, *(count_text(count(document, Question((row.key,)), forms)) for row in rows)]
        parts = list(_parts(rows, forms, counts if len(forms) > 1 else (), room))
        for number, (block, some, layout) in enumerate(parts, 1):
            part = f"{number}/{len(parts)}" if len(parts) > 1 else ""
            yield SlidePlan(group_title(group), block, some, part, layout)


def _parts(
    rows: Sequence[Characteristic], forms: Sequence[str], counts: Sequence[str], room: float
) -> Iterator[tuple[tuple[Characteristic, ...], tuple[str, ...], TableLayout]]:
    for some in form_blocks(forms):
        layout = _largest(rows, some, counts, room)
        heights = [_Height(row.group, layout.row_height(row)) for row in rows]
        for start, end in page_breaks(heights, 0.0, room - layout.header):
            yield tuple(rows[start:end]), some, layout


@dataclass(frozen=True, slots=True)
class _Height:
    heading: str
    height: float


def _largest(rows: Sequence[Characteristic], forms: Sequence[str], counts: Sequence[str], room: float) -> TableLayout:
    """The largest layout in which all rows stand on one slide; the ordinary one where they do not."""
    # More rows than these fit on no slide.
    for factor in _FACTORS if len(rows) <= room / (_STYLE.row * _FACTORS[-1]) else ():
        layout = TableLayout.measured(rows, forms, counts, factor)
        if layout.height(rows) <= room and layout.columns.each >= layout.style.body * _NARROW:
            return layout
    return TableLayout.measured(rows, forms, counts)


def form_blocks(forms: Sequence[str]) -> list[tuple[str, ...]]:
    """The forms in as few blocks as fit a slide, evenly filled."""
    fitting = int((INNER - _STYLE.label_width - 80) / _STYLE.narrowest)
    blocks = max(-(-len(forms) // fitting), 1)
    each = max(-(-len(forms) // blocks), 1)
    return [tuple(forms[start : start + each]) for start in range(0, max(len(forms), 1), each)]


def legend_row_height(lines: int) -> float:
    """Room for one row of the legend whose longest label has so many lines."""
    return max(lines, 1) * LEGEND_SIZE * LINE_HEIGHT + 6


def legend_height(grid: LegendGrid) -> float:
    """Room for the legend."""
    return sum(legend_row_height(max(len(lines) for _, lines in row)) for row in grid.rows) + 4


def title_size(text: str) -> float:
    """The largest size in which a title fits its box."""
    size = 22.0
    while size > 12 and len(broken(text, INNER, size, bold=True)) * size * LINE_HEIGHT > TITLE_HEIGHT:
        size -= 1
    return size
