"""How a code looks in a picture: its colour, its mark as a vector shape, and hatching.

A code is always mark + word + colour. Here: one cell, painted. Not here: which cells there are (`figure_matrix`). Imports
`domain.colour`, `figure_drawing`.
"""

from __future__ import annotations

import math

from ..domain.colour import (
    ADDITIONAL,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
    LegendEntry,
    own_outline,
    readable_on,
)
from .figure_drawing import INK, PAPER, RULE, Box, Circle, Line, Polygon, Shape

_STROKE = 0.17
"""Width of a mark's line, in radii."""
_LARGEST_MARK = 16.0
"""A cell higher and wider than this has no larger mark, in points."""
_HATCH_STEP = 5.0
"""Distance of two hatching lines, in points."""


def painted_cell(
    box: Box,
    entry: LegendEntry | None,
    hatched: bool,
    has_text: bool,
    shade: str | None,
    largest: float = _LARGEST_MARK,
) -> list[Shape]:
    """One cell: ground, pattern, hatching, mark and outline.

    Args:
        box: where; its fill and stroke play no part.
        entry: the code as the legend has it; `None` for a cell without a code.
        hatched: whether the judgement holds only in part.
        has_text: whether a text stands there (it shows when there is no code).
        shade: the colour of a cell whose colour is near no code of the legend.
        largest: a cell higher than this keeps the mark of its neighbours, in points.
    """
    ground = entry.fill if entry else shade or PAPER
    ink = readable_on(ground)
    shapes = painted_ground(box, entry, shade)
    if hatched:
        shapes += hatching(box, ink)
    shapes.append(Box(box.x, box.y, box.width, box.height, None, RULE, 0.5))
    radius = min(box.width, box.height, largest) * 0.30
    centre = (box.x + box.width / 2, box.y + box.height / 2)
    if entry:
        # On lines a mark does not read; a disc of the plain colour goes under it.
        shapes += [Circle(*centre, radius * 1.45, ground)] if hatched or is_patterned(entry) else []
        shapes += mark(entry.code, *centre, radius, ink, entry.own)
    elif shade:
        shapes += mark("", *centre, radius, ink)
    elif has_text:
        shapes += text_sign(*centre, radius, ink)
    return shapes


def is_patterned(entry: LegendEntry | None) -> bool:
    """Whether the legend fills this code with a pattern rather than one colour."""
    return entry is not None and entry.pattern not in ("solid", "none")


def painted_ground(box: Box, entry: LegendEntry | None, shade: str | None = None) -> list[Shape]:
    """The colour of a code, with its pattern, without mark or outline."""
    if entry is None or not is_patterned(entry):
        return [Box(box.x, box.y, box.width, box.height, entry.fill if entry else shade or PAPER)]
    ground = Box(box.x, box.y, box.width, box.height, entry.background or entry.fill)
    return [ground, *_crossed(box, entry.foreground or RULE)]


def mark(code: str, x: float, y: float, radius: float, ink: str = INK, own: int = 0) -> list[Shape]:
    """The mark of a code around a centre, as shapes: no font has to have it.

    Without a code it is that of a colour outside the legend; `own` says which code of the file's own it is.
    """
    width = radius * _STROKE * 2
    match code:
        case _ if code == PARALLEL:
            return [Circle(x, y, radius, ink)]
        case _ if code == PARTIAL:
            return [Circle(x, y, radius - width / 4, None, ink, width / 2), Polygon(_half_disc(x, y, radius), ink)]
        case _ if code == NOT_PARALLEL:
            return [Circle(x, y, radius - width / 2, None, ink, width)]
        case _ if code == UNCLEAR:
            return _question(x, y, radius, ink)
        case _ if code == NO_PROVISION:
            return [Box(x - radius, y - width / 1.6, 2 * radius, width * 1.25, ink)]
        case _ if code == ADDITIONAL:
            bar = width * 1.25
            return [
                Box(x - radius, y - bar / 2, 2 * radius, bar, ink),
                Box(x - bar / 2, y - radius, bar, 2 * radius, ink),
            ]
    points = tuple((x + radius * across, y + radius * down) for across, down in own_outline(own if code else 0))
    return [Polygon(points, ink) if code else Polygon(points, None, ink, width)]


def _half_disc(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    angles = (math.pi / 2 + math.pi * step / 16 for step in range(17))
    return tuple((x + radius * math.cos(angle), y - radius * math.sin(angle)) for angle in angles)


def _question(x: float, y: float, radius: float, ink: str) -> list[Shape]:
    """A question mark: an arc of a broad line, a stem, and a dot."""
    outer, inner = radius * 0.66, radius * 0.66 - radius * 0.34
    top = y - radius * 0.36
    angles = [math.radians(175 - 235 * step / 18) for step in range(19)]
    arc = [(x + outer * math.cos(a), top - outer * math.sin(a)) for a in angles]
    arc += [(x + inner * math.cos(a), top - inner * math.sin(a)) for a in reversed(angles)]
    half = radius * 0.17
    stem = Box(x - half, top + inner * 0.75, 2 * half, radius * 0.62, ink)
    return [Polygon(tuple(arc), ink), stem, Circle(x, y + radius * 0.86, radius * 0.21, ink)]


def text_sign(x: float, y: float, radius: float, ink: str = INK) -> list[Shape]:
    """Three lines of "writing": there is a text, without a code."""
    lengths = (1.0, 1.0, 0.45)
    return [
        Line(
            x - radius,
            y + (row - 1) * radius * 0.7,
            x - radius + 2 * radius * length,
            y + (row - 1) * radius * 0.7,
            ink,
            0.9,
        )
        for row, length in enumerate(lengths)
    ]


def hatching(box: Box, ink: str, step: float = _HATCH_STEP) -> list[Shape]:
    """Rising diagonal lines across a cell, cut off at its edges."""
    return [Line(*ends, stroke=ink, stroke_width=0.6) for ends in _diagonals(box, step, rising=True)]


def _crossed(box: Box, ink: str) -> list[Shape]:
    lines = [*_diagonals(box, 3.2, rising=True), *_diagonals(box, 3.2, rising=False)]
    return [Line(*ends, stroke=ink, stroke_width=0.5) for ends in lines]


def _diagonals(box: Box, step: float, rising: bool) -> list[tuple[float, float, float, float]]:
    """Lines at 45 degrees; `offset` is where a line would meet the bottom (rising) or top edge."""
    lines: list[tuple[float, float, float, float]] = []
    count = int((box.width + box.height) / step)
    for number in range(1, count + 1):
        offset = number * step
        x1, d1 = (offset, 0.0) if offset <= box.width else (box.width, offset - box.width)
        x2, d2 = (0.0, offset) if offset <= box.height else (offset - box.height, box.height)
        if abs(x1 - x2) < 0.01:
            continue
        # Depth counts from the top; a falling line is the same seen in a mirror.
        y1, y2 = (box.y + d1, box.y + d2) if rising else (box.y + box.height - d1, box.y + box.height - d2)
        lines.append((box.x + x1, y1, box.x + x2, y2))
    return lines
