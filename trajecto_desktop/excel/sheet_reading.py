"""One sheet with entries, laid beside the fullest one: its layout, and what could not be laid beside it.

Here: forms and rows of a sheet under the names and keys of the document, and its entries. Not here: comparing the sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from ..domain.characteristic import GENERAL_REMARKS
from ..domain.later import LaterMapping
from ..domain.matching import RowMatch, Wording, match_rows
from ..values import dataclass, field
from .binding import Role, SheetLayout
from .entries import Baselines, EntryReader
from .headers import Heading
from .layout import RowKind, Table, TableRow
from .palettes import TablePalette
from .texts import TextReader
from .variants import same_forms


@dataclass(slots=True)
class BoundRows:
    """The rows of a sheet under the keys of the document."""

    rows: dict[str, int] = field(default_factory=dict)
    likeness: dict[str, float] = field(default_factory=dict)
    unmatched: list[TableRow] = field(default_factory=list)


@dataclass(slots=True)
class SheetReading:
    """What one sheet says, under the document's names and keys."""

    table: Table
    layout: SheetLayout
    palette: TablePalette
    cells: EntryReader
    bound: Callable[[], BoundRows]
    """Its rows laid beside those of the fullest sheet: done when first asked."""
    missing_forms: list[str] = field(default_factory=list)
    unknown_forms: list[str] = field(default_factory=list)
    """Headers here that are no form of the fullest sheet."""

    @property
    def likeness(self) -> Mapping[str, float]:
        """Characteristic key → how like its wording here is to the fullest sheet's, 1 when equal."""
        return self.bound().likeness

    @property
    def unmatched_rows(self) -> Sequence[TableRow]:
        """Rows that are no characteristic of the fullest sheet."""
        return self.bound().unmatched

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.layout.name

    @property
    def role(self) -> Role:
        """What the sheet shows."""
        return self.layout.role


def characteristic_rows(table: Table) -> list[TableRow]:
    """The rows of a table that are characteristics."""
    return [row for row in table.rows if row.kind is RowKind.CHARACTERISTIC]


def read_sheet(
    table: Table,
    role: Role,
    palette: TablePalette,
    texts: TextReader,
    forms: Sequence[str],
    known: Sequence[tuple[str, Wording]],
    old_names: Mapping[str, str] | None = None,
) -> SheetReading:
    """Read one sheet.

    Args:
        table: its table.
        role: what it shows.
        palette: what counts as a code in it.
        texts: reads rich text.
        forms: names of the document's forms.
        known: key and wording of the document's characteristics, in order.
        old_names: name of a form that may still stand in this sheet → its name in the document; both are in `forms`.
    """
    # Asked once. Nobody needs the rows of a sheet of colours to know what the entries are.
    bound = cache(lambda: _bound_rows(table, known, fullest=role is Role.FULL))
    layout = _layout(table, role)
    reading = SheetReading(table, layout, palette, EntryReader(table.view, palette.judge, texts), bound)
    _bind_forms(reading, forms, old_names or {})
    layout.rows = LaterMapping(lambda: bound().rows) if role is Role.CODES else bound().rows
    layout.baseline = Baselines(reading.cells, layout.rows, layout.form_columns)
    if forms:
        layout.remarks_baseline = reading.cells.texts_in(layout.rows, layout.remarks_column, forms[0])
        layout.sources_baseline = reading.cells.texts_in(layout.rows, layout.sources_column, forms[0])
    return reading


def _layout(table: Table, role: Role) -> SheetLayout:
    return SheetLayout(
        table.view.name,
        role,
        table.header.last_row,
        table.column(Heading.GROUP),
        table.text_column,
        table.column(Heading.ADAPTED),
        heading_rows={row.row: row.group for row in table.rows if row.kind in (RowKind.HEADING, RowKind.SECTION)},
        last_row=max((row.row for row in table.rows), default=table.header.last_row),
        working_columns=tuple(table.working_columns),
        remarks_column=table.remarks_column,
        sources_column=table.sources_column,
        legend_cells={cell.code: (cell.row, cell.column) for cell in table.legend},
    )


def _bind_forms(reading: SheetReading, forms: Sequence[str], old_names: Mapping[str, str]) -> None:
    table, layout = reading.table, reading.layout
    same = same_forms(forms, list(table.form_columns))
    for header, column in table.form_columns.items():
        name = same.get(header)
        name = old_names.get(name, name) if name is not None and old_names.get(name) not in same.values() else name
        if name is None:
            reading.unknown_forms.append(header)
        else:
            layout.form_columns[name] = column
            layout.header_texts[name] = table.header_texts[header]
    reading.missing_forms = [name for name in forms if name not in layout.form_columns and name not in old_names]


def _bound_rows(table: Table, known: Sequence[tuple[str, Wording]], fullest: bool) -> BoundRows:
    found = BoundRows()
    rows = characteristic_rows(table)
    if fullest:  # the characteristics were made from these very rows
        matches: list[RowMatch | None] = [RowMatch(known_0, 1.0) for known_0 in range(len(rows))]
    else:
        matches = match_rows([wording for _, wording in known], [row.wording for row in rows])
    general = next((row.row for row in table.rows if row.kind is RowKind.GENERAL_REMARKS), None)
    if general is not None:
        found.rows[GENERAL_REMARKS] = general
    for row, match in zip(rows, matches, strict=True):
        if match is None:
            found.unmatched.append(row)
        else:
            key = known[match.known_0][0]
            found.rows[key] = row.row
            found.likeness[key] = match.likeness
    return found
