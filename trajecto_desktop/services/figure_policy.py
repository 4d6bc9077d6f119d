"""The table of policy domains as a picture: a row for each form, a column for each aspect, all text written out.

Here: columns and cells. Not here: title and pages (`figure_frame`), the table as data (`policy_domains`). Units: points.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.document import Document
from .export_words import on_one_line
from .figure_drawing import BAND, RULE, Box, Group, Line, Page, text_lines
from .figure_frame import Row, Style
from .figure_text import LINE_HEIGHT, broken, text_width
from .policy_domains import policy_table

_INSET = 4.0
_LEAST = 60.0


class PolicyBody:
    """The table; a long text takes as many lines as it needs.

    Args:
        document: the document.
        forms: names of the forms, in order.
        style: sizes of the text and of the page.
    """

    def __init__(self, document: Document, forms: Sequence[str], style: Style) -> None:
        self._style = style
        head, *rows = ([on_one_line(cell) for cell in row] for row in policy_table(document, forms))
        self._widths = _shared(head, rows, style)
        self._head = self._lines(head, bold=True)
        self._rows = tuple(self._row(row) for row in rows)

    @property
    def width(self) -> float:
        """All there is between the margins."""
        return self._style.inner_width

    @property
    def header_height(self) -> float:
        """Room for the headings of the columns."""
        return self._height(self._head)

    @property
    def rows(self) -> Sequence[Row]:
        """One for each form, in order."""
        return self._rows

    def draw_header(self, page: Page, top: float) -> None:
        """The headings of the columns, on a band."""
        page.add(Box(self._style.margin, top, self.width, self.header_height, BAND))
        self._draw(page, top, self._head, bold_columns=len(self._head))

    def _row(self, cells: Sequence[str]) -> Row:
        lines = self._lines(cells, bold=False)
        height = self._height(lines)

        def draw(page: Page, top: float) -> None:
            self._draw(page, top, lines, bold_columns=1)
            left, bottom = self._style.margin, top + height
            page.add(Line(left, bottom, left + self.width, bottom, RULE, 0.25))

        spoken = "; ".join(cell for cell in cells[1:] if cell)
        return Row("", height, draw, f"{cells[0]}: {spoken or '–'}.")

    def _lines(self, cells: Sequence[str], bold: bool) -> list[list[str]]:
        return [
            broken(cell, width - 2 * _INSET, self._style.body, bold or column_0 == 0)
            for column_0, (cell, width) in enumerate(zip(cells, self._widths, strict=True))
        ]

    def _height(self, cells: Sequence[Sequence[str]]) -> float:
        most = max(len(lines) for lines in cells)
        return max(self._style.row, most * self._style.body * LINE_HEIGHT + 6)

    def _draw(self, page: Page, top: float, cells: Sequence[list[str]], bold_columns: int) -> None:
        left = self._style.margin
        for column_0, (lines, width) in enumerate(zip(cells, self._widths, strict=True)):
            bold = column_0 < bold_columns
            shapes = text_lines(left + _INSET, top + 3, lines, self._style.body, bold=bold)
            page.add(Group(" ".join(lines), tuple(shapes)))
            left += width


def _shared(head: Sequence[str], rows: Sequence[Sequence[str]], style: Style) -> list[float]:
    """Widths that fill the page, by how much text each column has, none narrower than its longest word."""
    wanted, least = [], []
    for column_0, heading in enumerate(head):
        texts = [row[column_0] for row in rows]
        bold = column_0 == 0
        widths = [text_width(text, style.body, bold) for text in texts]
        words = [text_width(word, style.body, bold) for text in texts for word in text.split()]
        words += [text_width(word, style.body, bold=True) for word in heading.split()]
        # A long text is broken over lines; its column grows by the root of its length, so that short ones stay wide enough.
        wanted.append(max([*widths, 1.0]) ** 0.5)
        least.append(min(max(max(words, default=0.0), _LEAST) + 2 * _INSET, style.inner_width / len(head)))
    spare = style.inner_width - sum(least)
    return [narrow + spare * share / sum(wanted) for narrow, share in zip(least, wanted, strict=True)]
