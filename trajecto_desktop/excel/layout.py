"""The table in a sheet: header, columns of forms, rows with their groups.

Here: turning cells into rows that know their group, wordings and place. Not here: which characteristic a row is
(`excel.variants`), nor what its entries say (`excel.entries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ..domain import colour
from ..domain.matching import Wording
from ..ooxml.cells import Cell
from ..values import dataclass, field
from .form_columns import beside_forms
from .headers import BASE, Header, Heading, find_header
from .legend import LEGEND_TITLE, LegendCell, TableArea, find_legend, legend_cell, shows
from .paint import FillJudge
from .sheet_view import SheetView

if TYPE_CHECKING:  # pydantic is only needed by who points a layout out
    from .profile import LayoutProfile, LegendPoint

_CLOSING = re.compile(r"\W*schema\s+opgemaakt\b", re.IGNORECASE)
_GENERAL = re.compile(r"\W*(?:aandachtspunt\w*|algemene\s+opmerking\w*|opmerking\w*\s+vooraf)", re.IGNORECASE)
_WORKING_NAME = re.compile(r"\bwerkkolom\b|\(intern\)", re.IGNORECASE)
_SECTION = re.compile(r"\W*kern\b|.*\(zie\s+fiches?\)\s*\Z", re.IGNORECASE | re.DOTALL)

_LONGEST_HEADING = 250
"""Characters in a heading that only its bold type tells apart."""
_ROWS_BELOW_HEADING = 12


class RowKind(Enum):
    """What a row of the table is."""

    CHARACTERISTIC = auto()
    GENERAL_REMARKS = auto()
    SECTION = auto()
    HEADING = auto()


@dataclass(slots=True)
class TableRow:
    """One row of the table. The wordings are cells' plain texts."""

    kind: RowKind
    row: int
    group: str
    decree: str = ""
    adapted: str = ""
    section: str = ""

    @property
    def wording(self) -> Wording:
        """What identifies it."""
        return Wording(self.group, self.decree, self.adapted)


@dataclass(slots=True)
class Table:
    """A sheet that holds entries."""

    view: SheetView
    header: Header
    legend: list[LegendCell]
    form_columns: dict[str, int] = field(default_factory=dict)
    """Name in this sheet's header, white space as single spaces → column."""
    header_texts: dict[str, str] = field(default_factory=dict)
    """The same name → the header's text as it stands."""
    working_columns: dict[int, str] = field(default_factory=dict)
    rows: list[TableRow] = field(default_factory=list)
    remarks_column: int | None = None
    sources_column: int | None = None

    def column(self, heading: Heading) -> int | None:
        """The column of a base heading."""
        return self.header.columns.get(heading)

    @property
    def has_groups_in_column(self) -> bool:
        """Whether groups stand in a column of their own, rather than in heading rows."""
        return Heading.GROUP in self.header.columns

    @property
    def text_column(self) -> int | None:
        """Column of the decree's wording, or of both wordings fused."""
        return self.header.columns.get(Heading.DECREE, self.header.columns.get(Heading.FUSED))


def header_of(view: SheetView, profile: LayoutProfile | None = None) -> Header | None:
    """The header of a sheet: the one a person pointed out, or by its words."""
    if profile is None:
        return find_header(view)
    if profile.sheet != view.name:
        return None
    columns = {
        Heading.GROUP: profile.group_column,
        Heading.DECREE: profile.decree_column,
        Heading.ADAPTED: profile.adapted_column,
        Heading.REMARKS: profile.remarks_column,
        Heading.SOURCES: profile.sources_column,
    }
    names = {column: view.text(profile.header_row, column) or f"Kolom {column}" for column in profile.form_columns}
    present = {heading: column for heading, column in columns.items() if column is not None}
    return Header(profile.header_row, profile.header_row, present, names)


def start_table(view: SheetView, header: Header, pointed: Iterable[LegendPoint] = ()) -> Table:
    """The table with its legend; forms and rows come when the palette is known (`finish_table`).

    Args:
        view: the sheet.
        header: where the table stands.
        pointed: cells of the legend that a person pointed out; they go before what the words of the labels tell.
    """
    last = max([*header.names, *header.columns.values()])
    first = min(header.columns[heading] for heading in BASE if heading in header.columns)
    area = TableArea(header.first_row, header.last_row, first, last)
    legend = [legend_cell(view, point.code, point.row, point.column) for point in pointed]
    codes = {cell.code for cell in legend}
    return Table(view, header, legend + [cell for cell in find_legend(view, area) if cell.code not in codes])


def finish_table(table: Table, judge: FillJudge) -> None:
    """Find the forms, the working columns and the rows, now that colours can be told apart."""
    _find_columns(table, judge)
    _find_rows(table, judge)


def _find_columns(table: Table, judge: FillJudge) -> None:
    header, view = table.header, table.view
    table.remarks_column = header.columns.get(Heading.REMARKS)
    table.sources_column = header.columns.get(Heading.SOURCES)
    ends = [column for column in (table.remarks_column, table.sources_column) if column is not None]
    rows = [row for row in view.rows if row > header.last_row]
    beside = beside_forms(header.names, rows, view, judge, title_above(table))
    names = {column: text for column, text in header.names.items() if column not in beside}
    before = {column for column in names if not ends or column < min(ends)}
    for column, text in names.items():
        name = " ".join(text.split())
        fill = view.fill(header.last_row, column)
        if judge.judge(fill).code == colour.WORKING_COLUMN or _WORKING_NAME.search(name):
            table.working_columns[column] = name
        elif not before or column in before:
            unique = name if name not in table.form_columns else f"{name} ({view.reference(header.last_row, column)})"
            table.form_columns[unique] = column
            table.header_texts[unique] = text


def title_above(table: Table) -> str:
    """The first line above the table that is no part of the legend."""
    legend = {cell.label_row for cell in table.legend}
    top = min([table.header.first_row, *legend])
    above = takewhile(lambda place: place[0] < top, table.view.texts())
    line = next((text for _, _, text in above if text.strip()), "")
    first = " ".join(line.split())
    return "" if LEGEND_TITLE.match(first) else first


def _find_rows(table: Table, judge: FillJudge) -> None:
    view = table.view
    entries = _EntryCells(view, table.form_columns.values(), judge)
    columns = _BaseColumns(table.column(Heading.GROUP), table.text_column, table.column(Heading.ADAPTED))
    base = [column for column in columns if column is not None]
    legend_rows = _legend_rows(table, base)
    group = section = ""
    for row, cells in view.rows.items():
        if row <= table.header.last_row or row in legend_rows:
            continue
        texts = {column: view.text_of(cells[column]) for column in base if column in cells}
        if any(map(_CLOSING.match, texts.values())):
            break
        if _is_legend_title(view, cells, texts):
            if table.rows:
                break
            continue
        found = _row(table, columns, row, texts, entries, judge)
        if found is None:
            continue
        if found.kind is RowKind.SECTION:
            section = " ".join(found.group.split())
        elif found.group and found.kind is not RowKind.GENERAL_REMARKS:
            group = found.group
        if found.kind is RowKind.CHARACTERISTIC:
            found.group, found.section = group, section
        table.rows.append(found)
    _drop_notes_below(table, base, entries)


class _EntryCells:
    """The cells of entries in a table; each style is judged once."""

    def __init__(self, view: SheetView, columns: Iterable[int], judge: FillJudge) -> None:
        self._view = view
        self._columns = frozenset(columns)
        self._judge = judge
        self._coded: dict[int, bool] = {}

    def in_row(self, row: int) -> bool:
        """Whether any form has a text or a code in this row."""
        columns, coded, text_of = self._columns, self._coded, self._view.text_of
        for column, cell in self._view.rows.get(row, {}).items():
            if column not in columns:
                continue
            style = cell.style
            if (cell.value is not None and text_of(cell).strip()) or (
                coded[style] if style in coded else self._is_coded(style)
            ):
                return True
        return False

    def _is_coded(self, style: int) -> bool:
        code = self._judge.judge(self._view.workbook.fill(style)).code
        self._coded[style] = code not in (None, colour.WORKING_COLUMN)
        return self._coded[style]


class _BaseColumns(NamedTuple):
    """Where the groups and wordings of a table stand."""

    group: int | None
    text: int | None
    adapted: int | None


def _legend_rows(table: Table, base: list[int]) -> set[int]:
    """Rows below the header that the legend takes from the table, rather than standing beside it."""
    taken = {*base, *table.form_columns.values()}
    rows = {cell.row for cell in table.legend if cell.column in taken}
    rows |= {cell.label_row for cell in table.legend if cell.label_column in taken}
    return {row for row in rows if row > table.header.last_row}


def _is_legend_title(view: SheetView, cells: Mapping[int, Cell], texts: dict[int, str]) -> bool:
    """Whether the word over a legend stands in a row: in a base column, or alone in one of a form."""
    said = [text for text in texts.values() if text and not text.isspace()]
    if not said:
        written = [cell for cell in cells.values() if cell.value is not None]
        said = [view.text_of(cell) for cell in written] if len(written) == 1 else []
    return any(map(LEGEND_TITLE.match, said))


def _drop_notes_below(table: Table, base: list[int], entries: _EntryCells) -> None:
    """Take away lines of text that stand apart below the table: one column, no entries, a blank row above them."""
    rows = table.rows
    for index in range(len(rows) - 1, 0, -1):
        row = rows[index]
        one_text = sum(bool(text.strip()) for text in (row.decree, row.adapted)) <= (0 if len(base) > 2 else 1)
        if not one_text or row.kind is RowKind.SECTION or entries.in_row(row.row):
            return
        if row.row - rows[index - 1].row > 1:
            del rows[index:]
            return


def _row(
    table: Table, columns: _BaseColumns, row: int, texts: dict[int, str], entries: _EntryCells, judge: FillJudge
) -> TableRow | None:
    """The row with the group as it stands in it, or nothing when it says nothing."""
    group_column, text_column, adapted_column = columns
    group = texts.get(group_column, "") if group_column else ""
    decree = texts.get(text_column, "") if text_column else ""
    adapted = texts.get(adapted_column, "") if adapted_column else ""
    if not group.strip():
        group = ""
    wording = bool(decree.strip() or adapted.strip())
    if not (group or wording or entries.in_row(row)):
        return None
    if group_column is not None:
        kind = RowKind.CHARACTERISTIC
        if group and not wording:
            if _GENERAL.match(group):
                kind = RowKind.GENERAL_REMARKS
            elif _divides(table, row, group_column, group, judge) and not entries.in_row(row):
                kind = RowKind.SECTION
        return TableRow(kind, row, group, decree, adapted)
    first = min(column for column in (text_column, adapted_column) if column is not None)
    title = texts.get(first, "")
    if _GENERAL.match(title):
        return TableRow(RowKind.GENERAL_REMARKS, row, title)
    alone = bool(title.strip()) and all(not text.strip() for column, text in texts.items() if column != first)
    apart = alone and (_is_set_apart(table.view, row, first, judge) or _is_bold_alone(table, row, first, title))
    if apart and not entries.in_row(row):
        return TableRow(RowKind.HEADING, row, title)
    return TableRow(RowKind.CHARACTERISTIC, row, "", decree, adapted)


def _is_set_apart(view: SheetView, row: int, column: int, judge: FillJudge) -> bool:
    """Whether a heading is merged over the columns beside it, or has a fill that is no code."""
    area = view.grid.merged_at(row, column) if view.grid.merged else None
    if area is not None and area[3] > column:
        return True
    fill = view.fill(row, column)
    return shows(fill) and judge.judge(fill).code is None


def _is_bold_alone(table: Table, row: int, column: int, title: str) -> bool:
    """Whether a short line stands in bold, above rows that do not: a heading in a table without a column of groups."""
    bold = table.view.workbook.cell_font
    cell = table.view.cell(row, column)
    if cell is None or len(title) > _LONGEST_HEADING or not bold(cell.style).bold:
        return False
    below = [table.view.cell(row + ahead, column) for ahead in range(1, _ROWS_BELOW_HEADING)]
    return not any(below) or any(each is not None and not bold(each.style).bold for each in below)


def _divides(table: Table, row: int, column: int, group: str, judge: FillJudge) -> bool:
    """Whether a row with a group alone and no entries divides the table, rather than being a row not yet filled in."""
    return _SECTION.match(group) is not None or _is_set_apart(table.view, row, column, judge)


def is_additional(table: Table, row: TableRow, judge: FillJudge) -> bool:
    """Whether the cell of the wording has the colour of additional characteristics."""
    columns = [table.column(Heading.ADAPTED), table.text_column]
    if not (row.decree.strip() or row.adapted.strip()):
        columns.append(table.column(Heading.GROUP))
    fills = (table.view.fill(row.row, column) for column in columns if column is not None)
    return any(judge.judge(fill).code == colour.ADDITIONAL for fill in fills)
