"""Where the meaning stands in the cells: what a writer needs to put a changed entry back.

Here: plain values that say which sheet, row, column and style hold what, and what stood there when the file was read. Not
here: how they are found (`excel.reader`), nor how cells are written (`excel.writer`). Imported by services, not by `ui`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ..domain.text import EMPTY_TEXT, RichText
from ..ooxml.names import column_letters
from ..ooxml.workbook import Workbook
from ..values import dataclass, field

EntryKey = tuple[str, str]
"""Form name and characteristic key; general remarks stand under `GENERAL_REMARKS`."""


LOG_SHEET = "Feedbacklog"
"""The hidden sheet with the log of feedback rounds (`excel.log_sheet`): nothing in it is an entry."""


ROUND_HEADERS = ("Nr.", "Jouw antwoord", "Sleutel")
"""Headings of the sheet that a feedback round adds to a copy: what it asks of entries are none (`services.send_round`)."""


class Role(StrEnum):
    """What a sheet shows of the entries."""

    FULL = "full"
    """Text, code and hatching: `Globaal overzicht`, and the sheet of a fiche workbook."""
    SHORT = "short"
    """The short text where there is one, else the full one; code and hatching: `Beknopter`."""
    CODES = "codes"
    """Code and hatching, and now and then a word ("ja"): `geen tekst`."""


class CellBaseline(NamedTuple):
    """One entry's cell as it was read; a writer touches only what differs from this.

    A named tuple, because an overview has thousands of them and they are quicker to make than a frozen dataclass.

    `style` is the style index that counts at the place (cell, row or column); `present` tells whether a cell element is there.
    """

    text: RichText = EMPTY_TEXT
    code: str | None = None
    hatched: bool = False
    shade: str | None = None
    style: int = 0
    present: bool = True


@dataclass(frozen=True, slots=True)
class CodePaint:
    """How a code is painted, plain or hatched.

    `style` is the index of a style in this workbook that has the very fill (the legend cell's, or of a cell with the same
    hatching); without one the fill is to be made from `pattern`, `foreground` and `background` (`#RRGGBB`).
    """

    style: int | None
    pattern: str
    foreground: str | None
    background: str | None


@dataclass(slots=True)
class SheetLayout:
    """Where things stand in one sheet. Rows and columns are 1-based, as in Excel."""

    name: str
    role: Role
    header_row: int
    group_column: int | None = None
    decree_column: int | None = None
    """Column of the original wording; in a sheet of colours the one where both wordings are fused, or the first."""
    adapted_column: int | None = None
    form_columns: dict[str, int] = field(default_factory=dict)
    """Form name, as the document has it → column, in the order of this sheet."""
    header_texts: dict[str, str] = field(default_factory=dict)
    """Form name → header text as it stands in this sheet (shortened, broken over lines)."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """Characteristic key → row, in the order of this sheet; with `GENERAL_REMARKS` where the sheet has that row."""
    heading_rows: dict[int, str] = field(default_factory=dict)
    """Row of a group heading or of a section → its text."""
    last_row: int = 0
    """The last row of the table: closing line and what stands below do not count."""
    working_columns: tuple[int, ...] = ()
    remarks_column: int | None = None
    """Column *Opmerkingen* of a fiche."""
    sources_column: int | None = None
    """Column *Bronnen* of a fiche."""
    legend_cells: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Code → (row, column) of the coloured legend cell in this sheet; empty where the sheet has no legend."""
    baseline: Mapping[EntryKey, CellBaseline] = field(default_factory=dict)
    """Only cells that hold a text or a colour. Replaced, never changed: findings may still have to look at what was read."""
    remarks_baseline: dict[EntryKey, RichText] = field(default_factory=dict)
    sources_baseline: dict[EntryKey, RichText] = field(default_factory=dict)

    @property
    def base_columns(self) -> tuple[int, ...]:
        """The columns that hold group and wordings, in order."""
        columns = {self.group_column, self.decree_column, self.adapted_column}
        return tuple(sorted(column for column in columns if column is not None))

    def place(self, form: str, characteristic: str) -> tuple[int, int] | None:
        """(row, column) of an entry in this sheet, or nothing when it has no cell here."""
        row, column = self.rows.get(characteristic), self.form_columns.get(form)
        return (row, column) if row is not None and column is not None else None

    def cell(self, form: str, characteristic: str) -> str | None:
        """Reference of an entry's cell in this sheet, such as `D7`."""
        place = self.place(form, characteristic)
        return f"{column_letters(place[1])}{place[0]}" if place else None

    def read(self, form: str, characteristic: str) -> CellBaseline:
        """What stood in the entry's cell when the file was read; empty when it held nothing."""
        return self.baseline.get((form, characteristic), EMPTY_BASELINE)


EMPTY_BASELINE = CellBaseline(present=False)


class Overlaid(Mapping[EntryKey, CellBaseline]):
    """Baselines of which some say something else since they were written.

    Args:
        below: what was read.
        written: what is written since.
    """

    def __init__(self, below: Mapping[EntryKey, CellBaseline], written: Mapping[EntryKey, CellBaseline]) -> None:
        self._below: Mapping[EntryKey, CellBaseline] = below._below if isinstance(below, Overlaid) else below
        self._written: Mapping[EntryKey, CellBaseline] = (
            {**below._written, **written} if isinstance(below, Overlaid) else dict(written)
        )

    def __getitem__(self, key: EntryKey) -> CellBaseline:
        return self._written[key] if key in self._written else self._below[key]

    def __iter__(self) -> Iterator[EntryKey]:
        yield from self._below
        yield from (key for key in self._written if key not in self._below)

    def __len__(self) -> int:
        return sum(1 for _ in self)


Paints = dict[tuple[str, bool], CodePaint]


@dataclass(slots=True)
class Binding:
    """The link between a document and the workbook that it came from."""

    workbook: Workbook
    layout: str
    """`overview` or `fiche`."""
    sheets: dict[str, SheetLayout] = field(default_factory=dict)
    """Sheet name → layout, the fullest sheet first; sheets without entries are not in it."""
    other_fiches: dict[str, str] = field(default_factory=dict)
    """Sheet → form of further fiches in the same workbook, which a guide with that sheet reads."""
    find_paints: Callable[[], Paints] = dict
    find_plain_style: Callable[[], int | None] = lambda: None
    """Both are asked once, when something is first painted: they look at every entry's cell."""
    _paints: Paints | None = None
    _plain_style: tuple[int | None] | None = None

    @property
    def paints(self) -> Paints:
        """(code, hatched) → how it is painted, for each code of the legend."""
        if self._paints is None:
            self._paints = self.find_paints()
        return self._paints

    @property
    def plain_style(self) -> int | None:
        """A style without fill that an entry's cell in this workbook has, for one whose code is taken away; may be absent."""
        if self._plain_style is None:
            self._plain_style = (self.find_plain_style(),)
        return self._plain_style[0]

    @property
    def fullest(self) -> SheetLayout:
        """The sheet whose texts, codes and order count."""
        return next(iter(self.sheets.values()))

    def in_role(self, role: Role) -> list[SheetLayout]:
        """The sheets of that role, in order."""
        return [sheet for sheet in self.sheets.values() if sheet.role is role]
