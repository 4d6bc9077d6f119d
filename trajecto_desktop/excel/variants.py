"""Which sheet shows what, and which of its columns and rows are the same forms and characteristics.

Here: roles of sheets by their content, form names shortened and broken over lines, rows laid beside those of the fullest sheet.
Not here: finding tables (`excel.layout`), reading entries (`excel.entries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from ..domain.matching import normalise
from ..values import dataclass
from .binding import Role
from .layout import RowKind, Table

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LEAST_NAME_LIKENESS = 0.62
_WORD_ONLY = 12
"""A colours-only sheet holds words of at most so many characters ("ja")."""
_SHORT_NAME = re.compile(r"beknopt|kort", re.IGNORECASE)

#: Shortened parts of form names. Source: the headers of the sheets of colours.
_SHORT_PARTS = {"sw": "samenwerking", "jh": "jeugdhulp", "vk": "vertrouwenscentrumkindermishandeling"}


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """How much text a table's entries hold."""

    characters: int
    cells: int

    @property
    def words_only(self) -> bool:
        """Whether what stands in it is a word here and there."""
        return self.cells == 0 or self.characters <= _WORD_ONLY * self.cells


def measure(table: Table) -> TextMeasure:
    """How much text the entries of a table hold."""
    columns = set(table.form_columns.values())
    text_of, rows = table.view.text_of, table.view.rows
    lengths = [
        len(text_of(cell))
        for row in table.rows
        for column, cell in rows.get(row.row, {}).items()
        if cell.value is not None and column in columns
    ]
    return TextMeasure(sum(lengths), len(lengths) - lengths.count(0))


def with_roles(tables: Sequence[Table]) -> list[tuple[Table, Role]]:
    """The tables with their roles, the fullest first, then in the order of the workbook.

    The sheet with most text is the full one, whatever its name; the next is the short one. A sheet without a column of groups
    and with hardly a word shows codes only.
    """
    measures = {id(table): measure(table) for table in tables}
    written = [table for table in tables if table.has_groups_in_column or not measures[id(table)].words_only]
    if not written:
        written = list(tables[:1])
    fullest = max(written, key=lambda table: (measures[id(table)].characters, not _SHORT_NAME.search(table.view.name)))
    result = [(fullest, Role.FULL)]
    for table in tables:
        if table is fullest:
            continue
        codes_only = table not in written or (
            measures[id(table)].words_only and not measures[id(fullest)].words_only and _has_colours(table)
        )
        result.append((table, Role.CODES if codes_only else Role.SHORT))
    return result


def short_sheets_of_fiche(ranked: Sequence[tuple[Table, Role]]) -> list[tuple[Table, Role]]:
    """The sheets of a fiche workbook, beside its first, that hold the same form's short texts, by name and header."""
    forms = ranked[0][0].form_columns.keys()
    return [
        (table, Role.SHORT)
        for table, _ in ranked[1:]
        if _SHORT_NAME.search(table.view.name) and table.form_columns.keys() == forms
    ][:1]


def _has_colours(table: Table) -> bool:
    columns = set(table.form_columns.values())
    rows = (table.view.shown(row.row) for row in table.rows)
    return any(column in columns and cell.value is None for cells in rows for column, cell in cells.items())


def same_forms(names: Iterable[str], headers: Sequence[str]) -> dict[str, str]:
    """Header name in another sheet → form name, one to one; headers that are no known form are not in it."""
    open_names = {name: _letters(name) for name in names}
    result: dict[str, str] = {}
    by_letters: dict[str, str] = {}
    for name, letters in open_names.items():
        by_letters.setdefault(letters, name)
    for header in headers:
        found = by_letters.pop(_letters(header), None)
        if found is not None:
            result[header] = found
            del open_names[found]
    shortened = {header: _Shortened(header) for header in headers if header not in result}
    # What is wholly alike comes before anything else, so only what is left has to be compared letter by letter.
    for likeness_of in (_Shortened.wholly_alike, _Shortened.likeness):
        pairs = [
            (-likeness, header, name)
            for header, short in shortened.items()
            if header not in result
            for name, letters in open_names.items()
            if (likeness := likeness_of(short, letters)) >= _LEAST_NAME_LIKENESS
        ]
        for _, header, name in sorted(pairs):
            if header not in result and name in open_names:
                result[header] = name
                del open_names[name]
    return result


def _letters(name: str) -> str:
    return normalise(name).replace(" ", "")


class _Shortened:
    """A header that may be a shortened form name."""

    def __init__(self, header: str) -> None:
        self._letters = _letters(header)
        parts = [_expanded(normalise(part).replace(" ", "")) for part in header.split(".")]
        pattern = ".*".join(re.escape(part) for part in parts)
        self._pattern = re.compile(pattern) if len(parts) > 1 else None

    def wholly_alike(self, letters: str) -> float:
        """1 when a form name is the header's long form, as `GBO-samenwerkingsverband` is of `GBO-sw. -verband`; else 0."""
        if self._pattern is not None and self._pattern.fullmatch(letters):
            return 1.0
        return 1.0 if letters and self._letters == letters else 0.0

    def likeness(self, letters: str) -> float:
        """How much the header is like a form name, from 0 to 1."""
        short = self._letters
        if not short or not letters:
            return 0.0
        if self.wholly_alike(letters):
            return 1.0
        if len(short) >= 4 and letters.startswith(short):
            return 0.95
        compared = SequenceMatcher(None, short, letters, autojunk=False)
        # Both are never less than the ratio itself, and much quicker.
        if min(compared.real_quick_ratio(), compared.quick_ratio()) < _LEAST_NAME_LIKENESS:
            return 0.0
        return compared.ratio()


def _expanded(part: str) -> str:
    for short, long in _SHORT_PARTS.items():
        if part.endswith(short):
            return part[: -len(short)] + long
    return part


def row_wordings(table: Table) -> list[int]:
    """Indices of the rows that are characteristics."""
    return [index for index, row in enumerate(table.rows) if row.kind is RowKind.CHARACTERISTIC]
