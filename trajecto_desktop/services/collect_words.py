"""Texts of cells as they count when copies are compared: white space that programs drop and add makes no difference.

Here: comparing texts, and all texts of a sheet at once. Not here: what a difference is (`collect_cells`, `collect_loose`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from weakref import WeakKeyDictionary

from ..ooxml.workbook import Workbook

_SPACES = re.compile(r"[ \t\f\v\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_TOLD_KINDS = frozenset({"s", "inlineStr", "str", "n", "d", "b"})
Texts = tuple[tuple[int, int, str], ...]
#: The texts of sheets by workbook, for as long as the workbook lives: the sent version is looked at once for each copy.
_READ: WeakKeyDictionary[Workbook, dict[str, Texts]] = WeakKeyDictionary()


@lru_cache(maxsize=16_384)
def plain_lines(text: str) -> str:
    """A text with one kind of line end and no white space at the ends of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


@lru_cache(maxsize=16_384)
def bare_lines(text: str) -> str:
    """The same, with white space within a line as one space: for telling whether anybody changed a word."""
    lines = (_SPACES.sub(" ", line).strip() for line in plain_lines(text).split("\n"))
    return "\n".join(lines)


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space within and at the ends of lines."""
    return one == other or bare_lines(one) == bare_lines(other)


def texts_of(workbook: Workbook, sheet: str) -> Texts:
    """(row, column, text) of the filled cells of a sheet, without formulas; rows and columns are 1-based."""
    known = _READ.setdefault(workbook, {})
    if sheet not in known:
        known[sheet] = tuple(
            (row, column, text)
            for (row, column), cell in workbook.grid(sheet).cells.items()
            if cell.value is not None
            and cell.kind in _TOLD_KINDS
            and not cell.formula
            and (text := workbook.text(cell))
            and not text.isspace()
        )
    return known[sheet]
