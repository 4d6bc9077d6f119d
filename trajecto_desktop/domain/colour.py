"""Colour codes: the palette that a legend defines, and how a shade is recognised.

Here: code ids, palette, CIEDE2000, nearest code, contrast. Not here: where a legend stands in a sheet
(`excel.legend`) or how a code is painted (`ui`). Imports nothing of ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..values import dataclass, replace

PARALLEL = "parallel"
PARTIAL = "partial"
NOT_PARALLEL = "not_parallel"
UNCLEAR = "unclear"
NO_PROVISION = "no_provision"
ADDITIONAL = "additional"
WORKING_COLUMN = "working_column"

#: The order of the keys 1-6 in a workbook whose legend has the usual seven labels.
STANDARD_CODES = (PARALLEL, PARTIAL, NOT_PARALLEL, UNCLEAR, NO_PROVISION, ADDITIONAL)

#: A code is always mark + word + colour. Source: the window's description of marks.
MARKS = {
    PARALLEL: "●",
    PARTIAL: "◐",
    NOT_PARALLEL: "○",
    UNCLEAR: "?",
    NO_PROVISION: "–",
    ADDITIONAL: "＋",
}
OTHER_MARK = "◇"
"""The mark of a colour that no legend has. Codes of a file's own have those of `OWN_MARKS`."""

OWN_MARKS = ("◆", "▲", "✖", "▼", "★")
"""In the order of the legend; with more codes of its own than these they come again."""

#: Within this CIEDE2000 distance a shade counts as a drifted legend colour; beyond it is an unknown colour.
NEAR_DISTANCE = 6.0
#: Below this distance two shades are the same to any eye and any printer: no drift is reported only when equal.
SAME_DISTANCE = 0.0


Outline = tuple[tuple[float, float], ...]


def _cross() -> Outline:
    """Two thick lines across each other, their ends cut square."""
    arm, half = 1.0, 0.24
    quarter: Outline = ((arm - half, -arm), (arm, half - arm), (2 * half, 0.0))
    turned: list[tuple[float, float]] = []
    for _ in range(4):
        turned += quarter
        quarter = tuple((-y, x) for x, y in quarter)
    return tuple(turned)


def _star() -> Outline:
    """Five points out, five in."""
    steps = ((number, 1.0 if number % 2 == 0 else 0.42) for number in range(10))
    return tuple((r * math.sin(n * math.pi / 5), -r * math.cos(n * math.pi / 5)) for n, r in steps)


_OUTLINES: tuple[Outline, ...] = (
    ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)),
    ((0.0, -0.95), (1.0, 0.8), (-1.0, 0.8)),
    _cross(),
    ((-1.0, -0.8), (1.0, -0.8), (0.0, 0.95)),
    _star(),
)


def own_mark(number_0: int) -> str:
    """The sign of the n-th code of a file's own, 0-based."""
    return OWN_MARKS[number_0 % len(OWN_MARKS)]


def own_outline(number_0: int) -> Outline:
    """Its outline within a circle of radius 1, y downwards."""
    return _OUTLINES[number_0 % len(_OUTLINES)]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One code as the legend of this file defines it."""

    code: str
    """Stable id; one of `STANDARD_CODES`, `WORKING_COLUMN`, or a slug of the label for a code of the file's own."""
    label: str
    fill: str
    """`#RRGGBB` as the eye sees it: the solid colour, or the mixture for a pattern fill."""
    pattern: str = "solid"
    """Pattern name of ECMA-376 18.18.55 (`solid`, `darkGrid`, ...)."""
    foreground: str | None = None
    background: str | None = None
    sheet: str = ""
    cell: str = ""
    """Where it stands, such as `A2`."""
    own: int = 0
    """Of a code of the file's own: which it is of them, 0-based; it decides its mark."""

    @property
    def is_judgement(self) -> bool:
        """Whether an entry can have this code; the mark on working columns is none."""
        return self.code != WORKING_COLUMN

    @property
    def mark(self) -> str:
        """The sign that stands for the code beside its colour."""
        return MARKS.get(self.code) or own_mark(self.own)


@dataclass(frozen=True, slots=True)
class Palette:
    """The codes of one file, in the order of its legend."""

    entries: tuple[LegendEntry, ...]
    is_assumed: bool = False
    """Whether it is the usual one, in place of a legend that the file does not have."""

    @classmethod
    def of(cls, entries: Iterable[LegendEntry]) -> Palette:
        """A palette in which each code of the file's own has a mark of its own."""
        numbered: list[LegendEntry] = []
        own = 0
        for entry in entries:
            if entry.code in MARKS or not entry.is_judgement:
                numbered.append(entry)
                continue
            numbered.append(entry if entry.own == own else replace(entry, own=own))
            own += 1
        return cls(tuple(numbered))

    def get(self, code: str | None) -> LegendEntry | None:
        """The entry of that id, or nothing."""
        return next((entry for entry in self.entries if entry.code == code), None)

    @property
    def judgements(self) -> tuple[LegendEntry, ...]:
        """The codes an entry can have, in the legend's order: key `1` is the first of them."""
        return tuple(entry for entry in self.entries if entry.is_judgement)


DEFAULT_PALETTE = Palette(
    (
        LegendEntry(PARALLEL, "parallel met TO in kaderdecreet Vroeg en nabij", "#A9D08E", foreground="#A9D08E"),
        LegendEntry(
            PARTIAL, "gedeeltelijk parallel met TO in kaderdecreet Vroeg en nabij", "#FFF2CC", foreground="#FFF2CC"
        ),
        LegendEntry(
            NOT_PARALLEL, "niet parallel met TO in kaderdecreet Vroeg en nabij", "#F4B084", foreground="#F4B084"
        ),
        LegendEntry(UNCLEAR, "geen informatie, onduidelijk", "#D9D9D9", foreground="#D9D9D9"),
        LegendEntry(
            NO_PROVISION,
            "geen bepalingen daarover in regelgeving of te beperkt tot een algemene formulering > niet ingevuld",
            "#BFBFBF",
            "darkGrid",
            "#808080",
            "#FFFFFF",
        ),
        LegendEntry(
            ADDITIONAL,
            "mogelijke aanvullende kernelementen > al dan niet noodzakelijk voorwaarden voor trajectondersteuning (?)",
            "#BDD7EE",
            foreground="#BDD7EE",
        ),
        LegendEntry(
            WORKING_COLUMN,
            "kolom ingevuld op basis van fiche > in finale versie verwijderen",
            "#FFCCFF",
            foreground="#FFCCFF",
        ),
    )
)
"""For a new workbook only: an existing file's own legend defines its palette."""


def rgb_of(colour: str) -> tuple[int, int, int]:
    """`#RRGGBB` as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=4096)
def lab_of(colour: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65, 2 degrees) of `#RRGGBB`.

    Source: IEC 61966-2-1 (sRGB), CIE 15.
    """
    red, green, blue = (_linear(channel) for channel in rgb_of(colour))
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(lab1: tuple[float, float, float], lab2: tuple[float, float, float]) -> float:
    """Perceived distance of two L*a*b* colours.

    Source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005), equations 2 to 22, kL = kC = kH = 1.
    """
    (l1, a1, b1), (l2, a2, b2) = lab1, lab2
    mean_c7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - math.sqrt(mean_c7 / (mean_c7 + 25**7)))
    a1p, a2p = (1 + g) * a1, (1 + g) * a2
    c1p, c2p = math.hypot(a1p, b1), math.hypot(a2p, b2)
    h1p = math.degrees(math.atan2(b1, a1p)) % 360
    h2p = math.degrees(math.atan2(b2, a2p)) % 360
    dhp, mean_h = _hue_difference_and_mean(c1p, c2p, h1p, h2p)
    dl, dc = l2 - l1, c2p - c1p
    dh = 2 * math.sqrt(c1p * c2p) * math.sin(math.radians(dhp) / 2)
    mean_l, mean_c = (l1 + l2) / 2, (c1p + c2p) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = 30 * math.exp(-(((mean_h - 275) / 25) ** 2))
    r_t = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(2 * rotation))
    return math.sqrt((dl / s_l) ** 2 + (dc / s_c) ** 2 + (dh / s_h) ** 2 + r_t * (dc / s_c) * (dh / s_h))


def _hue_difference_and_mean(c1: float, c2: float, h1: float, h2: float) -> tuple[float, float]:
    if c1 * c2 == 0:
        return 0.0, h1 + h2
    difference = h2 - h1
    if difference > 180:
        difference -= 360
    elif difference < -180:
        difference += 360
    if abs(h1 - h2) <= 180:
        return difference, (h1 + h2) / 2
    return difference, (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2


@lru_cache(maxsize=65536)
def distance(colour1: str, colour2: str) -> float:
    """CIEDE2000 distance of two `#RRGGBB` colours."""
    return ciede2000(lab_of(colour1), lab_of(colour2))


def nearest(colour: str, candidates: Sequence[LegendEntry], within: float = NEAR_DISTANCE) -> LegendEntry | None:
    """The candidate whose fill looks most like `colour`, or nothing when none is within that distance."""
    best = min(candidates, key=lambda entry: distance(colour, entry.fill), default=None)
    return best if best is not None and distance(colour, best.fill) <= within else None


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white). Source: WCAG 2.2, relative luminance."""
    red, green, blue = (_linear(channel) for channel in rgb_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(colour1: str, colour2: str) -> float:
    """Contrast ratio from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(colour1), luminance(colour2)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def readable_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    return "#000000" if contrast(colour, "#000000") >= contrast(colour, "#FFFFFF") else "#FFFFFF"


def mixed(foreground: str, background: str, share: float) -> str:
    """What the eye makes of a pattern whose foreground covers `share` (0 to 1) of the background."""
    pairs = zip(rgb_of(foreground), rgb_of(background), strict=True)
    return "#" + "".join(f"{round(f * share + b * (1 - share)):02X}" for f, b in pairs)
