"""The entries of one table: per form and characteristic what its cell says.

Here: reading cells into baselines. Not here: comparing the sheets (`excel.reader`).
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from functools import cached_property

from ..domain.text import EMPTY_TEXT, RichText
from ..ooxml.cells import Cell
from .binding import CellBaseline, EntryKey
from .paint import BLANK, FillJudge, Judgement
from .sheet_view import SheetView
from .texts import TextReader

_NO_CELLS: Mapping[int, Cell] = {}


class EntryReader:
    """Reads cells of entries in one sheet; each style is judged once.

    Args:
        view: the sheet.
        judge: knows the legend that counts in it.
        texts: reads rich text.
    """

    def __init__(self, view: SheetView, judge: FillJudge, texts: TextReader) -> None:
        self._view = view
        self._judge = judge
        self._texts = texts
        self._judgements: dict[int, Judgement] = {}
        self._colours: dict[int, CellBaseline | None] = {}

    def judgement(self, style: int) -> Judgement:
        """What a style's fill says."""
        known = self._judgements.get(style)
        if known is None:
            known = self._judgements[style] = self._judge.judge(self._view.workbook.fill(style))
        return known

    def in_row(self, row: int, form_at: Mapping[int, str]) -> list[tuple[str, CellBaseline]]:
        """The entry cells of a row that hold a text or a colour, each with its form.

        Args:
            row: the row.
            form_at: column → form name.
        """
        covered, colours = self._view.covered_places, self._colours
        found: list[tuple[str, CellBaseline]] = []
        for column, cell in self._view.rows.get(row, _NO_CELLS).items():
            form = form_at.get(column)
            if form is None or (covered and (row, column) in covered):
                continue
            style = cell.style
            # The hot path of a sheet of colours: cells of one style say the same, and share what they say.
            baseline = colours[style] if cell.value is None and style in colours else self._baseline(cell)
            if baseline is not None:
                found.append((form, baseline))
        if self._columns_paint or self._row_paints(row):
            absent = ((form, self._absent(row, column)) for column, form in form_at.items())
            found += [(form, baseline) for form, baseline in absent if baseline is not None]
        return found

    def shaded_in_row(self, row: int, form_at: Mapping[int, str]) -> list[tuple[str, CellBaseline]]:
        """Of `in_row` those whose colour is not the legend's own: few, and found without a look at any text."""
        judgements = self._judgements
        cells = self._view.rows.get(row, _NO_CELLS)
        plain = not (self._columns_paint or self._row_paints(row))
        if plain and all(
            (judgements[cell.style] if cell.style in judgements else self.judgement(cell.style)).shade is None
            for cell in cells.values()
        ):
            return []
        return [(form, cell) for form, cell in self.in_row(row, form_at) if cell.shade is not None]

    def said_in_row(self, row: int, form_at: Mapping[int, str]) -> Iterator[tuple[str, RichText, Judgement]]:
        """The same as `in_row` for who needs no more than form, text and judgement; every entry passes here."""
        if self._columns_paint or self._row_paints(row):
            for painted, says in self.in_row(row, form_at):
                yield painted, says.text, Judgement(says.code, says.hatched, says.shade)
            return
        covered, judgements, read = self._view.covered_places, self._judgements, self._texts.read
        for column, cell in self._view.rows.get(row, _NO_CELLS).items():
            form = form_at.get(column)
            if form is None or (covered and (row, column) in covered):
                continue
            style = cell.style
            text = read(cell) if cell.value is not None else EMPTY_TEXT
            said = judgements[style] if style in judgements else self.judgement(style)
            if text.runs or said.code is not None or said.shade is not None:
                yield form, text, said

    def at(self, row: int, column: int) -> CellBaseline | None:
        """What an entry cell says; nothing where it holds neither text nor colour, or lies under a merged range."""
        cell = self._view.rows.get(row, _NO_CELLS).get(column)
        if cell is not None:
            covered = self._view.covered_places
            return None if covered and (row, column) in covered else self._baseline(cell)
        return self._absent(row, column) if self._columns_paint or self._row_paints(row) else None

    def text_at(self, row: int, column: int) -> RichText:
        """The text of an entry cell; empty where it holds none, or lies under a merged range."""
        cell = self._view.rows.get(row, _NO_CELLS).get(column)
        if cell is None or cell.value is None:
            return EMPTY_TEXT
        covered = self._view.covered_places
        return EMPTY_TEXT if covered and (row, column) in covered else self._texts.read(cell)

    def with_text(self, row: int, form_at: Mapping[int, str]) -> list[tuple[str, int]]:
        """Form and column of the cells of a row that hold a value."""
        cells = self._view.rows.get(row, _NO_CELLS)
        return [
            (form_at[column], column) for column, cell in cells.items() if cell.value is not None and column in form_at
        ]

    def _baseline(self, cell: Cell) -> CellBaseline | None:
        style = cell.style
        text = self._texts.read(cell) if cell.value is not None else EMPTY_TEXT
        if text.runs:
            said = self.judgement(style)
            return CellBaseline(text, said.code, said.hatched, said.shade, style)
        if style not in self._colours:
            said = self.judgement(style)
            colour = CellBaseline(EMPTY_TEXT, said.code, said.hatched, said.shade, style)
            self._colours[style] = None if said.blank else colour
        return self._colours[style]

    def _absent(self, row: int, column: int) -> CellBaseline | None:
        """The colour of a place without a cell, by its row or its column."""
        if (row, column) in self._view.grid.cells or self._view.covered(row, column):
            return None
        style = self._view.grid.style_at(row, column)
        said = self.judgement(style)
        if said.blank:
            return None
        return CellBaseline(EMPTY_TEXT, said.code, said.hatched, said.shade, style, present=False)

    @cached_property
    def _columns_paint(self) -> bool:
        """Whether places without a cell can have a colour by their column."""
        return any(each.style and not self.judgement(each.style).blank for each in self._view.grid.columns)

    def _row_paints(self, row: int) -> bool:
        info = self._view.grid.rows.get(row)
        return info is not None and info.custom_format and self.judgement(info.style) is not BLANK

    def texts_in(self, rows: Mapping[str, int], column: int | None, form: str) -> dict[EntryKey, RichText]:
        """The texts of a column beside the entries (*Opmerkingen*, *Bronnen*)."""
        if column is None:
            return {}
        pairs = ((key, self._texts.read(self._view.cell(row, column))) for key, row in rows.items())
        return {(form, key): text for key, text in pairs if text.runs}


class Baselines(Mapping[EntryKey, CellBaseline]):
    """Every entry cell of a sheet that holds a text or a colour, as it was read; worked out when somebody asks.

    A wide workbook has a million of them, in four sheets, and a person looks at a few.

    Args:
        cells: reads them.
        rows: characteristic key → row.
        columns: form name → column.
    """

    def __init__(self, cells: EntryReader, rows: Mapping[str, int], columns: Mapping[str, int]) -> None:
        self._cells = cells
        self._rows = rows
        self._columns = columns

    def __getitem__(self, key: EntryKey) -> CellBaseline:
        found = self._cells.at(self._rows[key[1]], self._columns[key[0]])
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[EntryKey]:
        return (key for key, _ in self._pairs())

    def __len__(self) -> int:
        return sum(1 for _ in self._pairs())

    def items(self) -> ItemsView[EntryKey, CellBaseline]:
        """The entries in the order of the sheet's rows."""
        return _Pairs(self)

    def _pairs(self) -> Iterator[tuple[EntryKey, CellBaseline]]:
        form_at = {column: form for form, column in self._columns.items()}
        for key, row in self._rows.items():
            for form, cell in self._cells.in_row(row, form_at):
                yield (form, key), cell


class _Pairs(ItemsView[EntryKey, CellBaseline]):
    """What `Baselines.items` gives: read row by row rather than looked up one by one."""

    _mapping: Baselines

    def __iter__(self) -> Iterator[tuple[EntryKey, CellBaseline]]:
        return self._mapping._pairs()
