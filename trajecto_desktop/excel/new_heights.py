"""How high a row of a new workbook has to be for its wrapped texts.

Excel measures this itself when a file gives no height, but LibreOffice then shows one line; so a new file gives an estimate, as
Excel does in the files it saves. It is marked as measured, not as chosen: either program fits the row anew after an edit.
Here: the estimate. May be imported by `excel` only.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_LINE_HEIGHT_PT = 12.0
_MARGIN_PT = 3.0
_DEFAULT_HEIGHT_PT = 15.0
_HIGHEST_PT = 409.0
"""Excel allows 409.5 points. Source: Excel specifications and limits."""
_DIGIT_WIDTH_PX = 7
"""Width of a digit in the default font, by which column widths count. Source: ECMA-376 part 1, 18.3.1.13 (col)."""
_PADDING_PX = 5
_EM_PX = 12.0
"""Nine points at 96 dots per inch."""
_NARROW, _WIDE = frozenset("fijlrtI.,;:'’|!()[]-/ "), frozenset("mwMWO@%&€…>")
_NARROW_EM, _ORDINARY_EM, _CAPITAL_EM, _WIDE_EM = 0.30, 0.51, 0.60, 0.82


def height_pt(cells: Iterable[tuple[str, float]]) -> float:
    """The height that shows all texts of a row.

    Args:
        cells: text and column width in characters, for each filled cell.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines * _LINE_HEIGHT_PT + _MARGIN_PT, _DEFAULT_HEIGHT_PT), _HIGHEST_PT)


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    room_px = width * _DIGIT_WIDTH_PX - _PADDING_PX
    return sum(_wrapped(line, room_px) for line in text.split("\n"))


def _wrapped(line: str, room_px: float) -> int:
    """The number of lines over which one paragraph is broken at its spaces."""
    count, used_px = 1, 0.0
    for word in line.split(" "):
        word_px = _width_px(word)
        if used_px and used_px + word_px > room_px:
            count, used_px = count + 1, 0.0
        # A word longer than the column is broken inside.
        broken = int(word_px // room_px)
        count += broken
        used_px += word_px - broken * room_px + _NARROW_EM * _EM_PX
    return count


def _width_px(word: str) -> float:
    return sum(map(_width_em, word)) * _EM_PX


@lru_cache(maxsize=1024)
def _width_em(char: str) -> float:
    if char in _NARROW:
        return _NARROW_EM
    if char in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if char.isupper() else _ORDINARY_EM
