"""The entries of one table: per form and characteristic what its cell says.

Here: reading cells into baselines. Not here: comparing the sheets (`excel.reader`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..domain.text import EMPTY_TEXT, RichText
from ..ooxml.sheet import Cell
from .binding import CellBaseline, EntryKey
from .paint import BLANK, FillJudge, Judgement
from .sheet_view import SheetView
from .texts import TextReader


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

    def read(self, rows: Mapping[str, int], columns: Mapping[str, int]) -> dict[EntryKey, CellBaseline]:
        """Every entry cell that holds a text or a colour.

        Args:
            rows: characteristic key → row.
            columns: form name → column.
        """
        view, covered = self._view, self._view.covered_places
        form_at = {column: form for form, column in columns.items()}
        background = self._background(form_at)
        colours = self._colours
        found: dict[EntryKey, CellBaseline] = {}
        for key, row in rows.items():
            for column, cell in view.rows.get(row, {}).items():
                form = form_at.get(column)
                if form is None or (covered and (row, column) in covered):
                    continue
                style = cell.style
                # The hot path of a sheet of colours: cells of one style say the same, and share what they say.
                baseline = colours[style] if cell.value is None and style in colours else self._baseline(cell)
                if baseline is not None:
                    found[form, key] = baseline
            if background or self._row_paints(row):
                found.update({(form_at[column], key): cell for column, cell in self._absent_in(row, form_at)})
        return found

    def _absent_in(self, row: int, columns: Iterable[int]) -> Iterator[tuple[int, CellBaseline]]:
        """The colours of places in a row that have no cell, by their row or column."""
        view = self._view
        for column in columns:
            if (row, column) not in view.grid.cells and not view.covered(row, column):
                baseline = self._absent(row, column)
                if baseline is not None:
                    yield column, baseline

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
        style = self._view.grid.style_at(row, column)
        said = self.judgement(style)
        return (
            CellBaseline(EMPTY_TEXT, said.code, said.hatched, said.shade, style, present=False)
            if not said.blank
            else None
        )

    def _background(self, columns: Iterable[int]) -> bool:
        wanted = set(columns)
        return any(
            not self.judgement(each.style).blank
            for each in self._view.grid.columns
            if each.style and any(each.first <= column <= each.last for column in wanted)
        )

    def _row_paints(self, row: int) -> bool:
        info = self._view.grid.rows.get(row)
        return info is not None and info.custom_format and self.judgement(info.style) is not BLANK

    def texts_in(self, rows: Mapping[str, int], column: int | None, form: str) -> dict[EntryKey, RichText]:
        """The texts of a column beside the entries (*Opmerkingen*, *Bronnen*)."""
        if column is None:
            return {}
        pairs = ((key, self._texts.read(self._view.cell(row, column))) for key, row in rows.items())
        return {(form, key): text for key, text in pairs if text.runs}
