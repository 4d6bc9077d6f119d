"""The frame of a picture: sizes, title, legend, footer, and the rows broken over pages.

Here: what matrix and bars share. Not here: what stands in a row. Units: points. Imports `figure_drawing`, `figure_text`,
`figure_marks`, `export_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from ..domain.colour import OTHER_MARK, LegendEntry
from ..values import dataclass
from .export_words import TEXT_SIGN, Words, on_one_line
from .figure_drawing import BAND, INK, PAPER, SOFT_INK, Box, Group, Page, Shape, Text
from .figure_marks import hatching, painted_cell
from .figure_text import ASCENT, LINE_HEIGHT, balanced, broken, fitted, text_width

_SWATCH = 20.0
_SWATCH_HEIGHT = 12.0


@dataclass(frozen=True, slots=True)
class Style:
    """The size of a page and of the text on it."""

    width: float
    height: float
    """0 for a page as high as its rows need."""
    margin: float
    title: float
    body: float
    small: float
    label_width: float
    """Room for the names of the characteristics."""
    column: float
    """Widest column of a form."""
    narrowest: float
    """Narrowest column of a form; with more forms than that leaves room for, the columns go on on another page."""
    row: float
    header: float
    """Most room for the turned names of the forms."""
    label_lines: int = 3

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


SLIDE = Style(960, 540, 28, 20, 10, 8.5, 284, 34, 20, 18, 120)
A4 = Style(841.89, 595.28, 28, 15, 8, 7, 235, 30, 17, 14, 100)
A3 = Style(1190.55, 841.89, 34, 18, 9.5, 8, 330, 40, 20, 17, 120)
STYLES = {"slide": SLIDE, "a4": A4, "a3": A3}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a picture: what it is called, how high it is, and how it is drawn from a top edge on."""

    heading: str
    height: float
    draw: Callable[[Page, float], None]
    spoken: str
    """The row in words, for the alternative text."""


class Body(Protocol):
    """What stands between title and legend: a header and rows."""

    @property
    def header_height(self) -> float:
        """Room for the header."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, in order."""

    def draw_header(self, page: Page, top: float) -> None:
        """Draw the header below that edge."""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One line of the legend: how it looks and what it means."""

    label: str
    entry: LegendEntry | None = None
    hatched: bool = False
    sign: str = ""
    """`TEXT_SIGN` or the mark of a colour outside the legend."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All around the rows."""

    style: Style
    title: str
    subtitle: str
    legend: tuple[LegendItem, ...]
    notes: tuple[str, ...]
    footer: str
    words: Words


def text_lines(
    x: float, top: float, lines: Sequence[str], size: float, bold: bool = False, colour: str = INK
) -> list[Shape]:
    """Lines of text below an edge."""
    return [
        Text(x, top + size * (ASCENT + number * LINE_HEIGHT), line, size, text_width(line, size, bold), bold, colour)
        for number, line in enumerate(lines)
    ]


def composed(frame: Frame, bodies: Sequence[Body]) -> tuple[Page, ...]:
    """The pages: each body broken over as many as it needs, all of one size."""
    foot = _Foot(frame)
    laid: list[tuple[Body, list[Row]]] = []
    for body in bodies:
        room = _room(frame, body, foot)
        laid += [(body, rows) for rows in _broken_rows(body.rows, frame.style, room, frame.words)]
    return tuple(_page(frame, foot, body, rows, number, len(laid)) for number, (body, rows) in enumerate(laid, 1))


def heading_height(style: Style) -> float:
    """Room for a group's heading."""
    return style.body * LINE_HEIGHT + 6


def _title_lines(frame: Frame) -> list[str]:
    return fitted(frame.title, frame.style.inner_width - 90, frame.style.title, 2, bold=True)


def _title_height(frame: Frame) -> float:
    subtitle = frame.style.body * LINE_HEIGHT + 4 if frame.subtitle else 0
    return len(_title_lines(frame)) * frame.style.title * LINE_HEIGHT + subtitle + 4


def _room(frame: Frame, body: Body, foot: _Foot) -> float:
    style = frame.style
    if not style.height:
        return float("inf")
    return style.height - 2 * style.margin - _title_height(frame) - body.header_height - foot.height


def _broken_rows(rows: Sequence[Row], style: Style, room: float, words: Words) -> list[list[Row]]:
    """The rows for each page, group headings among them; a heading never stands alone at the foot of a page."""
    pages: list[list[Row]] = [[]]
    used, group = 0.0, None
    for row in rows:
        new_group = row.heading != group
        needed = row.height + (heading_height(style) if new_group else 0)
        if pages[-1] and used + needed > room:
            pages.append([])
            used = 0.0
        if new_group or not pages[-1]:
            again = "" if new_group else f" ({words('continued')})"
            pages[-1].append(_heading(row.heading, again, style))
            used += heading_height(style)
        pages[-1].append(row)
        used += row.height
        group = row.heading
    return pages


def _heading(heading: str, again: str, style: Style) -> Row:
    height = heading_height(style)

    def draw(page: Page, top: float) -> None:
        room = style.inner_width - 8 - text_width(again, style.body, bold=True)
        line = "".join(fitted(heading, room, style.body, 1, bold=True)) + again
        shapes = text_lines(style.margin + 4, top + 3, [line], style.body, bold=True)
        page.add(Group(heading, (Box(style.margin, top, style.inner_width, height, BAND), *shapes)))

    return Row(heading, height, draw, "")


def _page(frame: Frame, foot: _Foot, body: Body, rows: list[Row], number: int, total: int) -> Page:
    style = frame.style
    head = style.margin + _title_height(frame)
    end = head + body.header_height + sum(row.height for row in rows)
    height = style.height or end + foot.height + style.margin
    spoken = " ".join(row.spoken for row in rows if row.spoken)
    part = f" ({number}/{total})" if total > 1 else ""
    description = on_one_line(f"{frame.title}{part}. {frame.subtitle}. {spoken} {frame.words('indicative')}")
    page = Page(style.width, height, frame.title + part, description)
    page.add(Box(0, 0, style.width, height, "#FFFFFF"))
    _draw_title(page, frame, number, total)
    body.draw_header(page, head)
    top = head + body.header_height
    for row in rows:
        row.draw(page, top)
        top += row.height
    foot.draw(page, height - style.margin - foot.height)
    return page


def _draw_title(page: Page, frame: Frame, number: int, total: int) -> None:
    style = frame.style
    lines = _title_lines(frame)
    page.add(*text_lines(style.margin, style.margin, lines, style.title, bold=True))
    top = style.margin + len(lines) * style.title * LINE_HEIGHT
    subtitle = fitted(frame.subtitle, style.inner_width, style.body, 1)
    page.add(*text_lines(style.margin, top, subtitle, style.body, colour=SOFT_INK))
    if total > 1:
        text = f"{number}/{total}"
        width = text_width(text, style.body)
        right = style.width - style.margin
        page.add(Text(right, style.margin + style.body, text, style.body, width, False, SOFT_INK, "end"))


class _Foot:
    """Legend, notes and provenance at the bottom of each page."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._size = frame.style.small
        self._line = self._size * LINE_HEIGHT
        self._items = [(item, *self._measured(item)) for item in frame.legend]
        self._legend_rows = self._flowed()
        notes = " ".join(frame.notes)
        self._notes = broken(notes, frame.style.inner_width, self._size) if notes else []
        self._footer = broken(frame.footer, frame.style.inner_width, self._size)
        text = (len(self._notes) + len(self._footer)) * self._line
        self.height = 10 + sum(height for _, height in self._legend_rows) + 3 + text

    def _measured(self, item: LegendItem) -> tuple[list[str], float]:
        lines = balanced(item.label, self._frame.style.inner_width / 2 - _SWATCH - 20, self._size)
        widths = [text_width(line, self._size) for line in lines]
        return lines, _SWATCH + 5 + max(widths, default=0.0) + 14

    def _flowed(self) -> list[tuple[list[tuple[LegendItem, list[str], float]], float]]:
        """The legend items in rows that fit the page, each row with its height."""
        rows: list[list[tuple[LegendItem, list[str], float]]] = [[]]
        used = 0.0
        for item, lines, width in self._items:
            if rows[-1] and used + width > self._frame.style.inner_width:
                rows.append([])
                used = 0.0
            rows[-1].append((item, lines, width))
            used += width
        return [(row, max((self._height(lines) for _, lines, _ in row), default=0.0)) for row in rows]

    def _height(self, lines: list[str]) -> float:
        return max(_SWATCH_HEIGHT, len(lines) * self._line) + 4

    def draw(self, page: Page, top: float) -> None:
        """Draw all of it below that edge."""
        left = self._frame.style.margin
        y = top + 10
        for row, height in self._legend_rows:
            x = left
            for item, lines, width in row:
                page.add(Group(item.label, tuple(self._item(item, lines, x, y))))
                x += width
            y += height
        y += 3
        for line in (self._notes, self._footer):
            page.add(*text_lines(left, y, line, self._size, colour=SOFT_INK))
            y += len(line) * self._line

    def _item(self, item: LegendItem, lines: list[str], x: float, y: float) -> list[Shape]:
        box = Box(x, y, _SWATCH, _SWATCH_HEIGHT)
        shapes = painted_cell(
            box, item.entry, False, item.sign == TEXT_SIGN, PAPER if item.sign == OTHER_MARK else None
        )
        if item.hatched:
            shapes += hatching(replace(box), INK, 4.0)
        lift = max((_SWATCH_HEIGHT - len(lines) * self._line) / 2, 0)
        return shapes + text_lines(x + _SWATCH + 5, y + lift, lines, self._size)
