"""How an entry's judgement is painted: the very fill of its legend cell, hatched or not.

Here: from code, hatching and shade to the fill that a cell gets. Not here: what a fill says (`excel.paint`), nor how
a fill gets into the styles (`ooxml.styles_edit`). Imported by `excel.writer`.
"""

from __future__ import annotations

from ..domain.colour import LegendEntry, Palette
from ..domain.fiche import Entry
from ..ooxml.styles_edit import FillFromStyle, FillSpec, FillXml, NoFill, SolidFill
from .binding import Binding, CodePaint
from .paint import HATCH_LINE, HATCH_PATTERN


def fill_of(binding: Binding, palette: Palette, entry: Entry) -> FillSpec:
    """The fill of the cells that show this entry.

    A shade that the entry still has is kept (a change taken back brings it back); else the code's own paint counts.
    """
    if entry.shade is not None:
        return _hatched_over(binding, entry.shade) if entry.hatched else SolidFill(entry.shade)
    if entry.code is None:
        return NoFill()
    paint = binding.paints.get((entry.code, entry.hatched))
    if paint is not None:
        return _painted(paint)
    legend = palette.get(entry.code)
    return NoFill() if legend is None else _from_legend(binding, legend, entry.hatched)


def _painted(paint: CodePaint) -> FillSpec:
    if paint.style is not None:
        return FillFromStyle(paint.style)
    return pattern_fill(paint.pattern, paint.foreground, paint.background)


def _from_legend(binding: Binding, legend: LegendEntry, hatched: bool) -> FillSpec:
    if hatched:
        return _hatched_over(binding, legend.fill)
    return pattern_fill(legend.pattern, legend.foreground or legend.fill, legend.background)


def _hatched_over(binding: Binding, shade: str) -> FillSpec:
    """The hatching that the file itself uses, over another colour."""
    for (_, hatched), paint in binding.paints.items():
        if hatched and paint.style is not None:
            return pattern_fill(paint.pattern, paint.foreground, shade)
    return pattern_fill(HATCH_PATTERN, HATCH_LINE, shade)


def pattern_fill(pattern: str, foreground: str | None, background: str | None) -> FillSpec:
    """A fill made from its parts, `#RRGGBB` each. Source: ECMA-376 part 1, 18.8.32 (patternFill)."""
    if pattern == "none":
        return NoFill()
    if pattern == "solid" and foreground is not None:
        return SolidFill(foreground)
    colours = _colour("fgColor", foreground) + _colour("bgColor", background)
    return FillXml(f'<patternFill patternType="{pattern}">{colours}</patternFill>')


def _colour(name: str, colour: str | None) -> str:
    return "" if colour is None else f'<{name} rgb="FF{colour.lstrip("#").upper()}"/>'
