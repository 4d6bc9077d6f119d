"""The header row, recognised by its words.

Here: what a header cell announces, and which row is the header. Not here: which of the columns after it are forms
(`excel.layout` asks the legend for that).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum, auto
from functools import lru_cache

from ..domain.colour import WORKING_COLUMN
from ..values import dataclass, field
from .legend import LEGEND_TITLE, label_code
from .sheet_view import SheetView

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that announce one thing: with a slip of the pen in them, or only as they begin. The latter cost next to nothing."""

    near: tuple[str, ...]
    begin: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Whether a word is one of them."""
        return word.startswith(self.begin) or any(near_word(word, each) for each in self.near)


_GROUPS = _Words(("kenmerk", "rubriek"), ("characteristic",))
_ORIGINAL = _Words(("oorspronkelijk", "origine"), ("oorspr", "original", "letterlijk"))
_ADAPTED = _Words(
    ("aangepast", "herformulering"), ("aangep", "adapted", "adjusted", "herschreven", "herwerkt", "reworded")
)
_WORDINGS = _Words(("formulering",), ("wording",))
_DECREE = _Words(("decreet", "kaderdecreet", "memorie"), ("decree", "regelgeving"))
_OF_DECREE = _Words(("trajectondersteun",), ("decreet", "kaderdecreet", "memorie", "decree", "regelgeving"))
_REMARKS = _Words(("opmerking",), ("commentaar", "remark", "comment"))
_SOURCES = _Words(("bronnen",), ("bronvermelding", "sources", "referenties", "references"))
_BEGINNINGS = frozenset(
    (
        "ke",
        "ru",
        "ch",
        "oo",
        "or",
        "le",
        "aa",
        "ad",
        "he",
        "re",
        "fo",
        "de",
        "ka",
        "me",
        "tr",
        "to",
        "op",
        "om",
        "co",
        "br",
        "so",
    )
)
"""With which the first word of a known heading begins, unless it is a wording of some kind: most texts are turned away by that."""
_SOME_WORDING = re.compile(r"formul|wording", re.IGNORECASE)
_REFERENCES = ("mem", "art")
"""With which a passage begins, and no heading."""
_LONGEST_FORM_NAME = 160
_ROWS_LOOKED_AT = 250
_LEAST_TEXTS = 2
_MOST_UNNAMED = 2
"""Columns before a known wording that can have titles in other words: the groups and the decree's."""
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
    """What a header cell with this text announces, or nothing. Dutch, and the English of who translates the headings."""
    start = _WORD.search(text[:60])
    first = start[0].casefold() if start is not None else ""
    if first in _REFERENCES or (first[:2] not in _BEGINNINGS and _SOME_WORDING.search(text[:60]) is None):
        return None
    words = _WORD.findall(text[:400].casefold())
    if _ORIGINAL.has(first):
        return Heading.FUSED if any(_ADAPTED.has(word) for word in words[1:]) else Heading.DECREE
    if _GROUPS.has(first):
        return Heading.GROUP
    if _ADAPTED.has(first):
        return Heading.ADAPTED
    wording = any(_WORDINGS.has(word) for word in words[:3])
    if (wording or first == "to" or _OF_DECREE.has(first)) and any(_DECREE.has(word) for word in words[:12]):
        return Heading.DECREE
    if wording:
        return Heading.ADAPTED
    if len(words) <= _LONGEST_BESIDE:
        return _beside(first)
    return None


def _beside(first: str) -> Heading | None:
    if first in ("opm", "opmerk") or _REMARKS.has(first):
        return Heading.REMARKS
    return Heading.SOURCES if first == "bron" or _SOURCES.has(first) else None


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
        elif _can_name_a_form(text):
            header.names[column] = text
    _split_fused(header)
    _find_unnamed(view, header)
    return _completed(view, header)


def _can_name_a_form(text: str) -> bool:
    """Whether a text beside the headings can be a name: not too long, and no part of a legend that stands there."""
    of_legend = LEGEND_TITLE.match(text) is not None or label_code(text) not in (None, WORKING_COLUMN)
    return len(text) <= _LONGEST_FORM_NAME and not of_legend


def _too_late(header: Header, heading: Heading) -> bool:
    """Whether forms came before it: then it is a form that is called so, not a base column."""
    return heading in BASE and len(header.names) > _MOST_UNNAMED


def _split_fused(header: Header) -> None:
    """A fused heading beside one for the adapted wording announces the decree's alone."""
    if Heading.FUSED in header.columns and Heading.ADAPTED in header.columns:
        header.columns.setdefault(Heading.DECREE, header.columns.pop(Heading.FUSED))


def _find_unnamed(view: SheetView, header: Header) -> None:
    """Give columns before a known wording, whose titles say something else or nothing, what they must be.

    Left of a wording stand the groups; when both the groups and the adapted wording are there, what stands between is the decree's.
    """
    known = {heading: column for heading, column in header.columns.items() if heading in BASE}
    if not known.keys() & {Heading.DECREE, Heading.ADAPTED}:
        return
    first, last = min(known.values()), max(known.values())
    if Heading.GROUP in known:
        if Heading.DECREE not in known and known[Heading.GROUP] < last - 1:
            between = _written(view, header, range(known[Heading.GROUP] + 1, last))
            if between:
                header.columns[Heading.DECREE] = between[0]
        return
    before = _written(view, header, range(1, first))
    if Heading.DECREE not in known and len(before) > 1 and _is_fuller(view, header, before[-1], before[-2]):
        header.columns[Heading.DECREE] = before.pop()
    if before:
        header.columns[Heading.GROUP] = before[-1]


def _written(view: SheetView, header: Header, columns: range) -> list[int]:
    """The columns below whose header words stand; one of row numbers is none."""
    return [column for column in columns if len(_below(view, header, column)) >= _LEAST_TEXTS]


def _is_fuller(view: SheetView, header: Header, column: int, than: int) -> bool:
    """Whether more is written in a column, as in one of wordings beside one of groups."""
    return sum(map(len, _below(view, header, column))) > sum(map(len, _below(view, header, than)))


def _below(view: SheetView, header: Header, column: int) -> list[str]:
    rows = (row for row, cells in view.rows.items() if row > header.last_row and column in cells)
    return [text for text in (view.text(row, column) for row in rows) if _WORD.search(text)]


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
                if text.strip() and column > header.last_base_column and _can_name_a_form(text):
                    header.names[column] = text
    names = sorted(header.names.items())
    # Forms come after the wordings; a fiche in which somebody moved the columns can have its one form before or between them.
    header.names = {column: text for column, text in names if column > header.last_base_column} or dict(names)
    enough = len(header.names) >= (1 if len(bases) > 1 else 2)
    return header if enough else None
