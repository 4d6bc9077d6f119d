"""Measured text: widths in the shipped font, and lines broken so that they fit.

Here: measuring, breaking, shortening. Not here: where a text goes. Units: points. Imports `shipped`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..shipped import resource

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONT_FAMILY = "DejaVu Sans"
LINE_HEIGHT = 1.2
"""Distance of two baselines, in sizes."""
ASCENT = 0.95
"""From the top of a line to its baseline, in sizes, so that the text stands in the middle of its line."""
ELLIPSIS = "…"
_MEASURED_AT = 200
"""Pixels per em when measuring: large enough for hinting not to matter."""


def font_folder() -> Path:
    """Where the shipped fonts are."""
    return resource("fonts")


@lru_cache(maxsize=4)
def font_at(size: int, bold: bool = False) -> FreeTypeFont:
    """The shipped font at so many pixels per em."""
    # Pillow is needed by pictures only, not at start.
    from PIL import ImageFont

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(font_folder() / name), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def _em_width(text: str, bold: bool) -> float:
    measured = text
    if not text.isascii():
        # The shipped font has none of these; another one, which draws them, makes each as wide as it is high.
        measured = "".join(each for each in text if unicodedata.east_asian_width(each) not in "WF")
    return float(font_at(_MEASURED_AT, bold).getlength(measured)) / _MEASURED_AT + len(text) - len(measured)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line."""
    return _em_width(text, bold) * size


def broken(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`; words longer than that are broken with a hyphen where they must.

    Breaks come at spaces first and after `/`, `-` and `)` next; the text's own line breaks are spaces.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if text_width(joined, size, bold) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, size, bold)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word cut so that each piece fits."""
    pieces: list[str] = []
    while text_width(word, size, bold) > width and len(word) > 1:
        cut = _last_fitting(word, width, size, bold)
        piece = word[:cut]
        pieces.append(piece if piece[-1] in "/-)" else f"{piece}-")
        word = word[cut:]
    return [*pieces, word]


def _last_fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How many characters fit with a hyphen: a natural break in the second half if there is one, at least one character."""
    fitting = 1
    natural = 0
    for cut in range(2, len(word)):
        hyphen = "" if word[cut - 1] in "/-)" else "-"
        if text_width(word[:cut] + hyphen, size, bold) > width:
            break
        fitting = cut
        if not hyphen:
            natural = cut
    return natural if natural > 1 else fitting


def fitted(text: str, width: float, size: float, most_lines: int, bold: bool = False) -> list[str]:
    """As `broken`, in at most so many lines; what does not fit ends in an ellipsis."""
    lines = broken(text, width, size, bold)
    if len(lines) <= most_lines:
        return lines
    last = lines[most_lines - 1].removesuffix("-")
    while last and text_width(last + ELLIPSIS, size, bold) > width:
        last = last[:-1]
    return [*lines[: most_lines - 1], last.rstrip(" ,;:(>") + ELLIPSIS]


def balanced(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """As `broken`, with the lines about equally long, so that no single word is left on the last one; no word is cut for it."""
    lines = broken(text, width, size, bold)
    for share in (0.55, 0.65, 0.75, 0.85):
        narrower = broken(text, width * share, size, bold)
        if len(lines) > 1 and len(narrower) == len(lines) and not cuts_a_word(narrower, text):
            return narrower
    return lines


def cuts_a_word(lines: Sequence[str], text: str) -> bool:
    """Whether one of the lines of a text ends in a hyphen that the text does not have there."""
    return any(line.endswith("-") and line not in text for line in lines)


def widest(lines: Sequence[str], size: float, bold: bool = False) -> float:
    """The width of the widest line, 0 without lines."""
    return max((text_width(line, size, bold) for line in lines), default=0.0)


def turned_names(names: Sequence[str], most_lines: int, longest: float, size: float) -> list[list[str]]:
    """Names of columns in lines that are as short as the column's width allows, and no shorter than they need be.

    Args:
        names: what the columns are called.
        most_lines: how many lines one column is wide enough for, when turned by a quarter.
        longest: room for a line; a name that needs more ends in an ellipsis.
        size: of the text.
    """
    needed = max((_least_width(name, most_lines, longest, size) for name in names), default=0.0)
    return [shared_out(name, needed, size, most_lines) for name in names]


def shared_out(text: str, width: float, size: float, most_lines: int) -> list[str]:
    """As `fitted`, with lines about equally long."""
    lines = broken(text, width, size)
    return balanced(text, width, size) if len(lines) <= most_lines else fitted(text, width, size, most_lines)


def _least_width(name: str, most_lines: int, longest: float, size: float) -> float:
    """The width at which a name fits in so many lines with no word cut in two."""
    width = min(max(text_width(name, size) / most_lines, 30.0), longest)
    while width < longest:
        lines = broken(name, width, size)
        if len(lines) <= most_lines and not cuts_a_word(lines, name):
            break
        width += 4
    return min(width, longest)
