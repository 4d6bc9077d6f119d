"""The legend: which colour or pattern stands for which code in this sheet.

Here: recognising labels by their words, finding the coloured cells that go with them, codes of the file's own. Not here: judging
the cells of the table by it (`excel.paint`).

A legend may stand anywhere: above, below or beside the table, on one row or in a column, the colour in the cell of the label or
in the cell next to it, in any order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ..domain import colour
from ..domain.matching import normalise
from ..ooxml.names import MAX_COLUMN, MAX_ROW
from ..ooxml.styles import Fill
from ..values import dataclass
from .paint import is_white, visible_colour
from .sheet_view import SheetView

_HINTS = ("paral", "inform", "duid", "bepal", "kernel", "kolom", "aanvul", "unclear", "provis", "additional", "column")
_NO = ("geen", "no")
_LONGEST_LABEL = 220
LEGEND_TITLE = re.compile(r"\W*(?:kleur)?(?:legend[ae]?|codes?|kleurcodes?)\W*\Z", re.IGNORECASE)
"""The word over a legend."""
_NEIGHBOURS = ((0, -1), (0, 1), (-1, 0), (1, 0))
_PARTLY = ("gedeeltelijk", "deels", "deel", "partieel", "partially", "partly")
_SOMEWHAT = ("dele", "grotendeels", "enigszins")
"""Right before "parallel" alone: they stand in sentences too."""
_LEAST_ALONE = 3
"""Codes that a legend on a sheet without a table names at least."""
_MOST_WORDS_BEFORE = 2
"""Before "parallel" may stand a number, the name of the colour, "volledig"; a sentence is no label."""
_BESIDE = 8
"""Up to how many further cells a legend's row or column is followed for codes of its own."""


@dataclass(frozen=True, slots=True)
class LegendCell:
    """One coloured cell of a legend."""

    code: str
    label: str
    row: int
    column: int
    style: int
    fill: Fill
    label_row: int
    label_column: int
    """Where its words stand: in the same cell, or in the next one."""


@dataclass(frozen=True, slots=True)
class _Label:
    code: str
    text: str
    row: int
    column: int


@lru_cache(maxsize=1024)
def label_code(text: str) -> str | None:
    """The code that a legend's label names, or nothing when its words are none of the known ones."""
    if len(text) > _LONGEST_LABEL:
        return None
    lower = text.casefold()
    for hint in _HINTS:  # a plain loop: this is asked of every text around and in the table
        if hint in lower:
            break
    else:
        return None
    words = normalise(text).split()
    parallel = next((i for i, word in enumerate(words[:6]) if _is(word, "parallel")), None)
    if parallel is not None:
        return _kind_of_parallel(words[:parallel])
    if any(word in _NO for word in words[:3]) and _any(words, "bepaling", "bepalingen", "provision", "provisions"):
        return colour.NO_PROVISION
    if _any(words[:4], "aanvullende", "aanvullend", "additional") and (
        len(words) < 4 or _any(words, "kernelementen", "kernelement", "elements", "element")
    ):
        return colour.ADDITIONAL
    if _any(words[:2], "werkkolom") or words[:2] == ["working", "column"] or _is_removed_column(words):
        return colour.WORKING_COLUMN
    if len(words) <= 8 and (
        _any(words, "onduidelijk", "unclear")
        or (words[0] in _NO and _any(words[:2], "informatie", "information", "info"))
    ):
        return colour.UNCLEAR
    return None


def _is_removed_column(words: Sequence[str]) -> bool:
    """Whether a label speaks of a column filled in from a fiche, or removed in the final version."""
    said = {"fiche", "fiches", "remove"}.intersection(words) or _any(words, "finale", "verwijderen")
    return bool(said) and _any(words[:3], "kolom", "column")


def _kind_of_parallel(before: Sequence[str]) -> str | None:
    if {"niet", "geen", "not", "no"}.intersection(before):
        return colour.NOT_PARALLEL
    if _any(before, *_PARTLY) or _any(before[-1:], *_SOMEWHAT):
        return colour.PARTIAL
    return colour.PARALLEL if len(before) <= _MOST_WORDS_BEFORE else None


def _is(word: str, wanted: str) -> bool:
    if word == wanted:
        return True
    if len(wanted) < 6 or abs(len(word) - len(wanted)) > 2 or word[:2] != wanted[:2]:
        return False
    return SequenceMatcher(None, word, wanted, autojunk=False).ratio() >= 0.82


def _any(words: Iterable[str], *wanted: str) -> bool:
    return any(_is(word, each) for word in words for each in wanted)


@dataclass(frozen=True, slots=True)
class TableArea:
    """Where the table stands, so that its entries are not taken for a legend. Inclusive, 1-based."""

    header_row: int
    header_last_row: int
    first_column: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a place lies in the header or below it within the table's columns."""
        return row >= self.header_row and self.first_column <= column <= self.last_column


def find_legend(view: SheetView, table: TableArea) -> list[LegendCell]:
    """The coloured cells of the sheet's legend, in reading order; empty when it has none."""
    block = _best_block(_labels(view, table, outside=True), 2) or _best_block(_labels(view, table, outside=False), 3)
    if not block:
        return []
    found = _coloured(view, block)
    found += _own_codes(view, table, block, found)
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def find_legend_alone(view: SheetView) -> list[LegendCell]:
    """The coloured cells of a legend on a sheet that holds no table; a few words alike in running text are none."""
    beyond = TableArea(MAX_ROW + 1, MAX_ROW + 1, 1, MAX_COLUMN)
    found = find_legend(view, beyond)
    return found if len({cell.code for cell in found}.intersection(colour.STANDARD_CODES)) >= _LEAST_ALONE else []


def _labels(view: SheetView, table: TableArea, outside: bool) -> list[_Label]:
    """The cells whose words are a known label: beside the table, or anywhere but in its header."""
    found = []
    inside = frozenset(range(table.first_column, table.last_column + 1))
    for row, cells in view.rows.items():
        skip = (outside and row >= table.header_row) or table.header_row <= row <= table.header_last_row
        if skip and table.first_column <= min(cells, default=0) and max(cells, default=0) <= table.last_column:
            continue
        looked_at = [(column, cells[column]) for column in sorted(cells.keys() - inside)] if skip else cells.items()
        for column, cell in looked_at:
            if cell.value is None:
                continue
            text = view.text_of(cell)
            # A long one is none, and is not worth remembering that.
            code = label_code(text) if 0 < len(text) <= _LONGEST_LABEL else None
            if code is not None:
                found.append(_Label(code, text, row, column))
    return found


def _best_block(labels: Sequence[_Label], least: int) -> list[_Label]:
    """The labels that stand together and name most codes, each code once."""
    blocks: list[list[_Label]] = []
    for label in sorted(labels, key=lambda each: (each.row, each.column)):
        if blocks and label.row - blocks[-1][-1].row <= 3:
            blocks[-1].append(label)
        else:
            blocks.append([label])
    best = max(blocks, key=lambda block: len({label.code for label in block}), default=[])
    return _each_code_once(best) if len({label.code for label in best}) >= least else []


def _each_code_once(block: Sequence[_Label]) -> list[_Label]:
    """Of two labels of one code the one that shares its row or column with more of the others."""
    in_row, in_column = Counter(label.row for label in block), Counter(label.column for label in block)
    chosen: dict[str, _Label] = {}
    for label in block:
        have = chosen.get(label.code)
        if have is None or _company(label, in_row, in_column) > _company(have, in_row, in_column):
            chosen[label.code] = label
    return list(chosen.values())


def _company(label: _Label, in_row: Counter[int], in_column: Counter[int]) -> int:
    return max(in_row[label.row], in_column[label.column])


def _coloured(view: SheetView, block: Sequence[_Label]) -> list[LegendCell]:
    """The cell that shows each label's colour: its own, or the neighbour that does so for most labels."""
    own = {label.code: view.fill(label.row, label.column) for label in block}
    looks = Counter(_look(fill) for fill in own.values() if shows(fill))
    if len(looks) >= 2 or (looks and len(block) == 1):
        return [_cell(view, label, label.row, label.column) for label in block if shows(own[label.code])]
    best: list[LegendCell] = []
    for down, right in _NEIGHBOURS:
        cells = [_swatch(view, label, down, right) for label in block]
        found = [cell for cell in cells if cell is not None]
        if len(found) > len(best):
            best = found
    return best


def legend_cell(view: SheetView, code: str, row: int, column: int) -> LegendCell:
    """A cell whose colour stands for a code, because a person says so; its words, or those of a cell beside it, are the label."""
    places = [(row, column), (row, column + 1), (row, column - 1)]
    place = next((each for each in places if min(each) >= 1 and view.text(*each).strip()), (row, column))
    return _cell(view, _Label(code, view.text(*place) or code, *place), row, column)


def shows(fill: Fill) -> bool:
    """Whether a fill is a colour to the eye: not none, and not plain white."""
    return fill.pattern != "none" and not (fill.pattern == "solid" and is_white(visible_colour(fill)))


def _look(fill: Fill) -> tuple[str, str | None, str | None]:
    return fill.pattern, fill.foreground, fill.background if fill.pattern != "solid" else None


def _cell(view: SheetView, label: _Label, row: int, column: int) -> LegendCell:
    style = view.grid.style_at(row, column)
    text = " ".join(label.text.split())
    return LegendCell(label.code, text, row, column, style, view.workbook.fill(style), label.row, label.column)


def _swatch(view: SheetView, label: _Label, down: int, right: int) -> LegendCell | None:
    row, column = label.row + down, label.column + right
    if row < 1 or column < 1 or len(view.text(row, column).strip()) > 2 or not shows(view.fill(row, column)):
        return None
    return _cell(view, label, row, column)


def _own_codes(
    view: SheetView, table: TableArea, block: Sequence[_Label], found: Sequence[LegendCell]
) -> list[LegendCell]:
    """Coloured, labelled cells that stand in line with the legend and whose words are none of the known labels."""
    if len(found) < 2:
        return []
    offsets = Counter(
        (cell.row - label.row, cell.column - label.column)
        for cell in found
        for label in block
        if label.code == cell.code
    )
    down, right = offsets.most_common(1)[0][0]
    own: list[LegendCell] = []
    codes = {cell.code for cell in found}
    looks = {_look(cell.fill) for cell in found}
    label_places = {(label.row, label.column) for label in block}
    for row, column in _in_line(view, table, block):
        text = view.text(row, column).strip()
        if (row, column) in label_places or not text or len(text) > _LONGEST_LABEL or LEGEND_TITLE.match(text):
            continue
        place = row + down, column + right
        fill = view.fill(*place) if min(place) >= 1 else None
        if fill is None or not shows(fill) or _look(fill) in looks or not _like_a_label(view, block, row, column):
            continue
        code = _unused(normalise(text).replace(" ", "-")[:48].strip("-") or "code", codes)
        codes.add(code)
        looks.add(_look(fill))
        own.append(_cell(view, _Label(code, text, row, column), *place))
    return own


def _in_line(view: SheetView, table: TableArea, block: Sequence[_Label]) -> list[tuple[int, int]]:
    """Places in the rows and columns of the legend's labels, outward until nothing coloured or written stands there."""
    rows, columns = {label.row for label in block}, {label.column for label in block}
    places: dict[tuple[int, int], None] = {}
    for row in sorted(rows):
        for column in range(max(min(columns) - _BESIDE, 1), max(columns) + _BESIDE + 1):
            places[row, column] = None
    for column in sorted(columns):
        for step in (-1, 1):
            row = min(rows) if step < 0 else max(rows)
            for _ in range(_BESIDE):
                row += step
                if row < 1 or not view.text(row, column).strip() or _in_header(table, row):
                    break
                places[row, column] = None
        for row in range(min(rows), max(rows)):
            places[row, column] = None
    inside = all(table.holds(label.row, label.column) for label in block)
    return [place for place in sorted(places) if inside or not table.holds(*place)]


def _in_header(table: TableArea, row: int) -> bool:
    return table.header_row <= row <= table.header_last_row


def _like_a_label(view: SheetView, block: Sequence[_Label], row: int, column: int) -> bool:
    """Whether a text above the first label is set like the labels; a coloured title is larger, bolder or merged."""
    first = min(block, key=lambda label: label.row)
    if row >= first.row:
        return True
    fonts = [
        view.workbook.cell_font(view.grid.style_at(*place)) for place in ((row, column), (first.row, first.column))
    ]
    merged = view.grid.merged_at(row, column) if view.grid.merged else None
    same = fonts[0].bold == fonts[1].bold and fonts[0].size == fonts[1].size
    return same and (merged is None or view.grid.merged_at(first.row, first.column) is not None)


def _unused(code: str, codes: set[str]) -> str:
    number = 2
    name = code
    while name in codes:
        name = f"{code}-{number}"
        number += 1
    return name
