"""The frame of a picture: sizes, title, and the rows on their pages above the legend.

Here: what matrix and bars share. Not here: what stands in a row, the legend (`figure_legend`), where a page ends (`figure_pages`).
Units: points. Imports those and `figure_drawing`, `figure_text`, `export_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Protocol

from ..values import dataclass, replace
from .export_words import Words, on_one_line
from .figure_drawing import BAND, PAPER, SOFT_INK, Box, Group, Page, Text, text_lines
from .figure_legend import Foot, LegendItem
from .figure_pages import page_breaks
from .figure_text import LINE_HEIGHT, fitted, text_width


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

    @property
    def subtitle(self) -> float:
        """Size of what stands below the title."""
        return self.title * 0.52

    def enlarged(self, factor: float) -> Style:
        """The same page with everything in its rows larger; its title and margins stay."""
        return replace(
            self,
            body=self.body * factor,
            small=self.small * factor**0.5,
            column=self.column * factor,
            narrowest=self.narrowest * factor**0.5,
            row=self.row * factor,
            header=self.header * factor,
            label_lines=round(self.label_lines * max(factor, 1.0)),
        )


SLIDE = Style(960, 540, 28, 20, 10, 8.5, 284, 34, 20, 18, 120)
A4 = Style(841.89, 595.28, 28, 15, 8, 7, 235, 30, 17, 14, 100)
A3 = Style(1190.55, 841.89, 34, 18, 9.5, 8, 330, 40, 20, 17, 120)
STYLES = {"slide": SLIDE, "a4": A4, "a3": A3}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a picture: what it is called, how high it is, and how it is drawn from a top edge on."""

    heading: str
    """The group that it stands under; empty where there are no groups."""
    height: float
    draw: Callable[[Page, float], None]
    spoken: str
    """The row in words, for the alternative text."""


class Body(Protocol):
    """What stands between title and legend: a header and rows."""

    @property
    def width(self) -> float:
        """How wide the rows are; never wider than the page has room for."""

    @property
    def header_height(self) -> float:
        """Room for the header."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, in order."""

    def draw_header(self, page: Page, top: float) -> None:
        """Draw the header below that edge."""


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


def composed(frame: Frame, bodies: Sequence[Body]) -> tuple[Page, ...]:
    """The pages: each body broken over as many as it needs, all of one size."""
    style = frame.style
    foot = Foot(frame.legend, (" ".join(frame.notes), frame.footer), style.margin, style.inner_width, style.small)
    laid: list[tuple[Body, list[Row]]] = []
    for body in bodies:
        heading = heading_height(style) if any(row.heading for row in body.rows) else 0.0
        breaks = page_breaks(body.rows, heading, _room(frame, body, foot)) or [(0, 0)]
        laid += [(body, _with_headings(body, start, end, frame)) for start, end in breaks]
    return tuple(_page(frame, foot, body, rows, number, len(laid)) for number, (body, rows) in enumerate(laid, 1))


def heading_height(style: Style) -> float:
    """Room for a group's heading."""
    return style.body * LINE_HEIGHT + 6


def _title_lines(frame: Frame) -> list[str]:
    return fitted(frame.title, frame.style.inner_width - 90, frame.style.title, 2, bold=True)


def _title_height(frame: Frame) -> float:
    subtitle = frame.style.subtitle * LINE_HEIGHT + 4 if frame.subtitle else 0
    return len(_title_lines(frame)) * frame.style.title * LINE_HEIGHT + subtitle + 4


def _room(frame: Frame, body: Body, foot: Foot) -> float:
    style = frame.style
    if not style.height:
        return inf
    return style.height - 2 * style.margin - _title_height(frame) - body.header_height - foot.height


def _with_headings(body: Body, start: int, end: int, frame: Frame) -> list[Row]:
    """The rows of one page, with the headings of their groups among them."""
    made: list[Row] = []
    for index in range(start, end):
        row = body.rows[index]
        new_group = index == 0 or row.heading != body.rows[index - 1].heading
        if row.heading and (new_group or index == start):
            again = "" if new_group else f" ({frame.words('continued')})"
            made.append(_heading(row.heading, again, frame.style, body.width))
        made.append(row)
    return made


def _heading(heading: str, again: str, style: Style, width: float) -> Row:
    height = heading_height(style)

    def draw(page: Page, top: float) -> None:
        room = width - 8 - text_width(again, style.body, bold=True)
        line = "".join(fitted(heading, room, style.body, 1, bold=True)) + again
        shapes = text_lines(style.margin + 4, top + 3, [line], style.body, bold=True)
        page.add(Group(heading, (Box(style.margin, top, width, height, BAND), *shapes)))

    return Row(heading, height, draw, "")


def _page(frame: Frame, foot: Foot, body: Body, rows: list[Row], number: int, total: int) -> Page:
    style = frame.style
    head = style.margin + _title_height(frame)
    end = head + body.header_height + sum(row.height for row in rows)
    height = style.height or end + foot.height + style.margin
    spoken = " ".join(row.spoken for row in rows if row.spoken)
    part = f" ({number}/{total})" if total > 1 else ""
    description = on_one_line(f"{frame.title}{part}. {frame.subtitle}. {spoken} {' '.join(frame.notes[-1:])}")
    page = Page(style.width, height, frame.title + part, description)
    page.add(Box(0, 0, style.width, height, PAPER))
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
    size = style.subtitle
    page.add(*text_lines(style.margin, top, fitted(frame.subtitle, style.inner_width, size, 1), size, colour=SOFT_INK))
    if total > 1:
        text = f"{number}/{total}"
        right = style.width - style.margin
        page.add(Text(right, style.margin + size, text, size, text_width(text, size), False, SOFT_INK, "end"))
