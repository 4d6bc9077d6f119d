"""The header row, recognised by its words.

Here: what a header cell announces, and which row is the header. Not here: which of the columns after it are forms
(`excel.layout` asks the legend for that).
"""

from __future__ import annotations

import re
from dataclasses import field
from difflib import SequenceMatcher
from enum import StrEnum, auto
from functools import lru_cache

from ..domain.colour import WORKING_COLUMN
from ..values import dataclass
from .legend import LEGEND_TITLE, label_code
from .sheet_view import SheetView

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_LETTERS = frozenset("abdfhkonrtv")
"""With which the first word of any known heading begins: many texts are turned away by that."""
_LONGEST_FORM_NAME = 160
_ROWS_LOOKED_AT = 250
_LEAST_GROUPS = 2
_LONGEST_BESIDE = 6
"""Words in a heading over remarks or sources: `Opmerkingen van de penhouder`, `Bronnen (documenten, gesprekken)`."""


class Heading(StrEnum):
    """What a header cell announces."""

    GROUP = auto()
    DECREE = auto()
    ADAPTED = auto()
    FUSED = auto()
    """Decree and adapted wording in one column."""
    REMARKS = auto()
    SOURCES = auto()


BASE = (Heading.GROUP, Heading.DECREE, Heading.ADAPTED, Heading.FUSED)


@dataclass(slots=True)
class Header:
    """The header of a table. Rows and columns are 1-based."""

    first_row: int
    last_row: int
    """The same row, unless the base headings are merged over more."""
    columns: dict[Heading, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    """Column → text of the header cells that announce none of the known headings."""

    @property
    def last_base_column(self) -> int:
        """The last of the columns with groups and wordings."""
        return max(column for heading, column in self.columns.items() if heading in BASE)


@lru_cache(maxsize=4096)
def near_word(word: str, wanted: str) -> bool:
    """Whether a word is the wanted one, an inflection of it, or it with a slip of the pen."""
    if word.startswith(wanted):
        return True
    if abs(len(word) - len(wanted)) > 3 or len(word) < 5 or word[0] != wanted[0]:
        return False
    return SequenceMatcher(None, word, wanted, autojunk=False).ratio() >= 0.84


def heading_of(text: str) -> Heading | None:
    """What a header cell with this text announces, or nothing."""
    start = _WORD.search(text[:60])
    if start is None or start[0][0].casefold() not in _FIRST_LETTERS:
        return None
    words = _WORD.findall(text[:400].casefold())
    first = words[0]
    original = near_word(first, "oorspronkelijk") or near_word(first, "origine")
    if original and any(near_word(word, "aangepast") for word in words[1:]):
        return Heading.FUSED
    if near_word(first, "kenmerk") or near_word(first, "rubriek"):
        return Heading.GROUP
    if original:
        return Heading.DECREE
    if (
        near_word(first, "aangepast")
        or near_word(first, "herformulering")
        or any(near_word(word, "formulering") for word in words[:3])
    ):
        return Heading.ADAPTED
    decree = any(near_word(word, name) for word in words[:12] for name in ("decreet", "kaderdecreet", "memorie"))
    if decree and (near_word(first, "trajectondersteun") or first in ("to", "decreet", "kaderdecreet")):
        return Heading.DECREE
    if len(words) <= _LONGEST_BESIDE and (near_word(first, "opmerking") or first in ("opm", "opmerk")):
        return Heading.REMARKS
    if len(words) <= _LONGEST_BESIDE and (first in ("bron", "bronnen") or near_word(first, "bronnen")):
        return Heading.SOURCES
    return None


def find_header(view: SheetView) -> Header | None:
    """The first row with two base headings, or a fused one, and a form beside them; else the fullest with one of them."""
    best: tuple[int, Header] | None = None
    for row in list(view.rows)[:_ROWS_LOOKED_AT]:
        header = _header_at(view, row)
        if header is None:
            continue
        score = 100 * sum(heading in header.columns for heading in BASE) + min(len(header.names), 40)
        if best is None or score > best[0]:
            best = score, header
        if score >= 200 or Heading.FUSED in header.columns:
            break
    return best[1] if best else None


def _header_at(view: SheetView, row: int) -> Header | None:
    header = Header(row, row)
    for column, cell in sorted(view.rows[row].items()):
        text = view.text_of(cell)
        if not text.strip():
            continue
        heading = heading_of(text)
        if heading is not None and heading not in header.columns and not _too_late(header, heading):
            header.columns[heading] = column
        elif len(text) <= _LONGEST_FORM_NAME and not _of_legend(text):
            header.names[column] = text
    _split_fused(header)
    _find_groups(view, header)
    return _completed(view, header)


def _of_legend(text: str) -> bool:
    """Whether a text beside the header belongs to a legend that stands there."""
    return LEGEND_TITLE.match(text) is not None or label_code(text) not in (None, WORKING_COLUMN)


def _too_late(header: Header, heading: Heading) -> bool:
    """Whether forms came before it: then it is a form that is called so, not a base column."""
    return heading in BASE and len(header.names) > 1


def _split_fused(header: Header) -> None:
    """A fused heading beside one for the adapted wording announces the decree's alone."""
    if Heading.FUSED in header.columns and Heading.ADAPTED in header.columns:
        header.columns.setdefault(Heading.DECREE, header.columns.pop(Heading.FUSED))


def _find_groups(view: SheetView, header: Header) -> None:
    """Take a column left of the wordings for the groups, when its header has other words or none but texts stand below."""
    if Heading.GROUP in header.columns or not header.columns.keys() & {Heading.DECREE, Heading.ADAPTED}:
        return
    first = min(column for heading, column in header.columns.items() if heading in BASE)
    for column in range(first - 1, 0, -1):
        texts = (
            view.text(row, column) for row, cells in view.rows.items() if row > header.last_row and column in cells
        )
        below = sum(1 for text in texts if _WORD.search(text))  # a column of row numbers is none of groups
        if below >= _LEAST_GROUPS:
            header.columns[Heading.GROUP] = column
            return


def _completed(view: SheetView, header: Header) -> Header | None:
    bases = [heading for heading in BASE if heading in header.columns]
    if not bases:
        return None
    first_base = min(header.columns[heading] for heading in bases)
    area = view.grid.merged_at(header.first_row, first_base) if view.grid.merged else None
    if area is not None and area[1] == area[3] and area[2] - area[0] <= 3:
        header.last_row = area[2]
        for row in range(header.first_row + 1, header.last_row + 1):
            for column in view.rows.get(row, {}):
                text = view.text(row, column)
                if text.strip() and column > header.last_base_column:
                    header.names[column] = text
    names = sorted(header.names.items())
    # Forms come after the wordings; a fiche in which somebody moved the columns can have its one form before or between them.
    header.names = {column: text for column, text in names if column > header.last_base_column} or dict(names)
    enough = len(header.names) >= (1 if len(bases) > 1 else 2)
    return header if enough else None
