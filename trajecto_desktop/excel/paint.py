"""What a cell's fill says: which code, hatched or not, and how far its shade has drifted from the legend.

Here: the visible colour of a fill, and judging fills by a legend. Not here: where the legend stands (`excel.legend`).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Sequence

from ..domain.colour import NEAR_DISTANCE, LegendEntry, distance, mixed, rgb_of
from ..ooxml.styles import Fill
from ..values import dataclass

WHITE, BLACK = "#FFFFFF", "#000000"

#: How much of a cell the lines of a pattern cover. Source: LibreOffice, oox/source/xls/stylesbuffer.cxx, which draws a
#: pattern fill as the mixture of its colours with these shares, and saves it so.
COVERAGE = {
    "darkDown": 0.5, "darkGray": 0.75, "darkGrid": 0.5, "darkHorizontal": 0.5, "darkTrellis": 0.75, "darkUp": 0.5,
    "darkVertical": 0.5, "gray0625": 0.0625, "gray125": 0.125, "lightDown": 0.25, "lightGray": 0.25, "lightGrid": 0.4375,
    "lightHorizontal": 0.25, "lightTrellis": 0.375, "lightUp": 0.25, "lightVertical": 0.25, "mediumGray": 0.5, "solid": 1.0,
    "gradient": 0.5,
}  # fmt: skip

HATCH_PATTERN = "lightUp"
"""The pattern of a hatched cell where the file has none yet. Source: the overview fixture."""
_OTHER_HATCHINGS = ("lightDown", "lightHorizontal", "lightVertical", "darkUp", "darkDown")
"""What can stand for a hatching in a file whose legend gives the usual pattern another meaning."""
HATCH_LINE = "#BF9000"
"""Its line colour there."""
_SAME_LOOK = 1.2
"""Within this distance a solid colour is what another program made of a pattern."""
_ROUNDING = 1
"""Steps of 255 in each part of a colour: all that may lie between our own hatching and what a program made of it. A line that is a
darker shade of its ground gives a mixture much like the next tint in a spreadsheet's colour menu; that one is a choice."""
_NEAR_WHITE = 1.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a fill says."""

    code: str | None = None
    hatched: bool = False
    shade: str | None = None
    """`#RRGGBB` to the eye, when it is not the legend's own."""
    second: str | None = None
    """Another code that is about as near: then a person should look."""

    @property
    def blank(self) -> bool:
        """Whether there is no colour at all."""
        return self.code is None and self.shade is None


BLANK = Judgement()


def visible_colour(fill: Fill) -> str:
    """`#RRGGBB` as the eye sees a fill: the solid colour, or the mixture of a pattern; white for none."""
    if fill.pattern == "none":
        return WHITE
    if fill.pattern == "solid":
        return fill.foreground or WHITE
    foreground = fill.foreground or BLACK
    return mixed(foreground, fill.background or WHITE, COVERAGE.get(fill.pattern, 0.25))


def is_white(colour: str) -> bool:
    """Whether a colour is white to the eye."""
    return distance(colour, WHITE) <= _NEAR_WHITE


def hatch_line(colour: str) -> str:
    """A darker line of the same hue, to hatch a code's colour with."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in rgb_of(colour)))
    parts = colorsys.hls_to_rgb(hue, light * 0.55, saturation)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


class FillJudge:
    """Judges fills by a legend; each distinct fill once.

    Args:
        entries: the codes of the legend.
        lines: colours of hatching lines that are known to occur.
    """

    def __init__(self, entries: Sequence[LegendEntry], lines: Iterable[str] = ()) -> None:
        self._solids = [entry for entry in entries if entry.pattern == "solid"]
        self._patterns = [entry for entry in entries if entry.pattern != "solid"]
        self._exact = {_look(e.pattern, e.foreground, e.background): Judgement(e.code) for e in reversed(entries)}
        known_lines = list(dict.fromkeys((*lines, HATCH_LINE)))
        self._hatchings = [(_hatched(line, entry), entry) for entry in self._solids for line in known_lines]
        self._own_hatchings = [(_hatched(hatch_line(entry.fill), entry), entry) for entry in self._solids]
        self._known: dict[tuple[str, str | None, str | None], Judgement] = {}

    def judge(self, fill: Fill) -> Judgement:
        """What the fill says."""
        if fill.pattern == "none":
            return BLANK
        look = _look(fill.pattern, fill.foreground, fill.background)
        known = self._known.get(look)
        if known is None:
            known = self._exact.get(look) or self._judge(fill)
            self._known[look] = known
        return known

    def _judge(self, fill: Fill) -> Judgement:
        if fill.pattern in ("solid", "gradient"):
            return self._solid(visible_colour(fill))
        return self._pattern(fill)

    def _solid(self, shade: str) -> Judgement:
        found, second = self._nearest(shade)
        apart = distance(shade, found.fill) if found else NEAR_DISTANCE + 1
        if apart == 0 and found is not None:
            return Judgement(found.code, second=second)
        if is_white(shade):
            return BLANK
        drawn = self._drawn_as_solid(shade)
        if drawn is not None and distance(shade, drawn[0]) < apart:
            return Judgement(drawn[1].code, drawn[2], shade)
        if found is None or distance(shade, WHITE) < apart:
            return Judgement(shade=shade)
        return Judgement(found.code, shade=shade, second=second)

    def _nearest(self, shade: str) -> tuple[LegendEntry | None, str | None]:
        """The nearest solid code, and the code of another that is hardly farther."""
        ranked = sorted(((distance(shade, entry.fill), i) for i, entry in enumerate(self._solids)))
        if not ranked or ranked[0][0] > NEAR_DISTANCE:
            return None, None
        entry = self._solids[ranked[0][1]]
        doubtful = len(ranked) > 1 and ranked[0][0] > 0 and ranked[1][0] < 1.5 * ranked[0][0]
        return entry, self._solids[ranked[1][1]].code if doubtful else None

    def _drawn_as_solid(self, shade: str) -> tuple[str, LegendEntry, bool] | None:
        """A hatching or a legend's pattern that a program without patterns has turned into its mixture."""
        looks = [(look, entry, True) for look, entry in self._hatchings]
        looks += [(look, entry, True) for look, entry in self._own_hatchings if _is_rounded(shade, look)]
        looks += [(entry.fill, entry, False) for entry in self._patterns]
        best = min(looks, key=lambda each: distance(shade, each[0]), default=None)
        return best if best is not None and distance(shade, best[0]) <= _SAME_LOOK else None

    def _pattern(self, fill: Fill) -> Judgement:
        shade = visible_colour(fill)
        foreground, background = fill.foreground or BLACK, fill.background or WHITE
        for entry in self._patterns:
            if entry.pattern == fill.pattern and distance(shade, entry.fill) <= NEAR_DISTANCE:
                same_lines = distance(foreground, entry.foreground or BLACK) <= 2 * NEAR_DISTANCE
                if same_lines:
                    return Judgement(entry.code, shade=shade)
        hatched = self._hatched_pattern(background)
        for ground in (background, foreground):
            found, second = self._nearest(ground)
            if found is not None and distance(ground, found.fill) <= distance(ground, WHITE):
                apart = distance(ground, found.fill)
                if hatched is not None and distance(background, hatched.fill) < apart:
                    break
                return Judgement(found.code, True, ground if apart > 0 else None, second)
        return Judgement(shade=shade) if hatched is None else Judgement(hatched.code, True)

    def _hatched_pattern(self, background: str) -> LegendEntry | None:
        """The code, itself a pattern, that is hatched: over what the eye sees of it, or else over one of its own colours."""
        for entry in self._patterns:
            if distance(background, entry.fill) <= _SAME_LOOK:
                return entry
        for entry in self._patterns:
            grounds = (ground for ground in (entry.background, entry.foreground) if ground and not is_white(ground))
            if any(distance(background, ground) <= _SAME_LOOK for ground in grounds):
                return entry
        return None


def _hatched(line: str, entry: LegendEntry) -> str:
    return mixed(line, entry.fill, COVERAGE[HATCH_PATTERN])


def hatching_over(entry: LegendEntry, judge: FillJudge, line: str) -> tuple[str, str, str]:
    """Pattern, line colour and ground for a hatched cell of this code, so that the legend says no other thing of it.

    Args:
        entry: the code.
        judge: judges by the legend that the cell is read by.
        line: the line colour to prefer.
    """
    looks = [(pattern, line, entry.fill) for pattern in (HATCH_PATTERN, *_OTHER_HATCHINGS)]
    wanted = Judgement(entry.code, True)
    return next((look for look in looks if judge.judge(Fill(*look, 0, "")) == wanted), looks[0])


def _is_rounded(shade: str, look: str) -> bool:
    return all(abs(mine - theirs) <= _ROUNDING for mine, theirs in zip(rgb_of(shade), rgb_of(look), strict=True))


def _look(pattern: str, foreground: str | None, background: str | None) -> tuple[str, str | None, str | None]:
    """What makes two fills the same to the eye: a solid one has no background."""
    return (pattern, foreground, None) if pattern == "solid" else (pattern, foreground or BLACK, background or WHITE)


def entry_of(code: str, label: str, fill: Fill, sheet: str, cell: str) -> LegendEntry:
    """The legend entry that a coloured cell makes."""
    background = fill.background if fill.pattern != "solid" else None
    return LegendEntry(code, label, visible_colour(fill), fill.pattern, fill.foreground, background, sheet, cell)
