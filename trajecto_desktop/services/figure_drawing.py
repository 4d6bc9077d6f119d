"""The drawing model: pages of rectangles, lines, polygons and measured texts, which every back end can write.

Here: the shapes and the page. Not here: what is drawn (`figure_matrix`, `figure_bars`) or how it is written (`figure_svg`,
`figure_print`). Units: points (1/72 inch), origin at the top left, y grows downwards. Imports `figure_text`, which measures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..values import dataclass, field
from .figure_text import ASCENT, LINE_HEIGHT, text_width

INK = "#1A1A1A"
"""Text and marks on white: contrast 17 : 1."""
SOFT_INK = "#4D4D4D"
"""Secondary text on white: contrast 8.4 : 1."""
RULE = "#8C8C8C"
"""Lines between cells: 3.3 : 1 on white."""
PAPER = "#FFFFFF"
BAND = "#ECECEC"
"""Behind a group's heading; `INK` reads 14.7 : 1 on it."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str = RULE
    stroke_width: float = 0.5


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through these points."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = INK
    stroke: str | None = None
    stroke_width: float = 0.5


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a centre."""

    x: float
    y: float
    radius: float
    fill: str | None = INK
    stroke: str | None = None
    stroke_width: float = 0.5


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on a baseline that starts at (x, y), turned by `turn` degrees clockwise around that point."""

    x: float
    y: float
    text: str
    size: float
    width: float
    """Measured in the shipped font, so that a back end with another font can hold the line to it."""
    bold: bool = False
    colour: str = INK
    anchor: Anchor = "start"
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that mean one thing together, with what it says to a reader who cannot see it."""

    label: str
    shapes: tuple[Shape, ...]


Shape = Box | Line | Polygon | Circle | Text | Group


@dataclass(slots=True)
class Page:
    """One picture."""

    width: float
    height: float
    title: str
    description: str
    """In words, what the picture shows: alternative text."""
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Draw these over what is there."""
        self.shapes.extend(shapes)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of one or more pages, with the mark of its provenance."""

    pages: tuple[Page, ...]
    mark: str
    language: str = "nl"


def drawn_text(drawing: Drawing) -> str:
    """All texts that stand on its pages."""
    return "\n".join(text for page in drawing.pages for text in _texts(page.shapes))


def _texts(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Text):
            yield shape.text
        elif isinstance(shape, Group):
            yield from _texts(shape.shapes)


def text_lines(
    x: float, top: float, lines: Sequence[str], size: float, bold: bool = False, colour: str = INK
) -> list[Shape]:
    """Lines of text below an edge."""
    return [
        Text(x, top + size * (ASCENT + number * LINE_HEIGHT), line, size, text_width(line, size, bold), bold, colour)
        for number, line in enumerate(lines)
    ]
