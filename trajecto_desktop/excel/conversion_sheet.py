"""Rows that come into `Omzetting` sheets or go from them: a passage, and the formulations that were made of it.

Here: where they come, how they look, and a new sheet where the workbook has none of that name. Not here: reading them
(`excel.overview_parts`), moving what stands below (`ooxml.structure`). Imported by services.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from ..domain.overview import Conversion
from ..errors import WrittenWronglyError
from ..ooxml.add_sheet import add_sheet
from ..ooxml.edit import UNCHANGED, CellEdit, Unchanged, apply_edits
from ..ooxml.names import cell_name, parse_cell
from ..ooxml.structure import insert_rows, remove_rows
from ..ooxml.structure_cells import Look
from ..ooxml.structure_shift import Grow
from ..ooxml.styles_edit import FillFromStyle, FillSpec, NoFill, SolidFill
from ..ooxml.workbook import Workbook
from .binding import Binding
from .overview_parts import conversions_of, is_green
from .paint import visible_colour
from .verify import verify_written

HEADINGS = (
    "Passage uit decreet of memorie van toelichting",
    "Mogelijke formuleringen > de groene staan in het overzicht",
)
_GREEN = "#C6E0B4"
_WIDTHS = (70.0, 32.0, 32.0, 32.0)


def conversion_sheet_names(workbook: Workbook) -> tuple[str, ...]:
    """The `Omzetting` sheets of a workbook by name, those without rows too, in its order."""
    with_rows = {each.sheet for each in conversions_of(workbook)}
    worksheets = (info.name for info in workbook.sheets if info.kind == "worksheet")
    return tuple(name for name in worksheets if name in with_rows or name.casefold().lstrip().startswith("omzetting"))


def with_conversions_written(
    workbook: Workbook, binding: Binding, before: Sequence[Conversion], after: Sequence[Conversion]
) -> tuple[Workbook, list[tuple[str, str]]]:
    """The workbook in which the rows that came are written and those that went are gone, and the cells that were written.

    Args:
        workbook: the workbook, entries and all.
        binding: tells how headings look in it.
        before: the rows as they stand in it.
        after: the rows as they have to be; the order within a sheet counts.

    Raises:
        StructureRefusedError: a sheet cannot take or lose a row without harm, or the workbook cannot take a new sheet.
        SaveError: a cell cannot be written.
        WrittenWronglyError: reading back showed other rows than were meant.
    """
    writing = _Writing(workbook, binding)
    for sheet in dict.fromkeys(each.sheet for each in (*before, *after)):
        writing.sheet(
            sheet, [each for each in before if each.sheet == sheet], [each for each in after if each.sheet == sheet]
        )
    found = sorted((each.words for each in conversions_of(writing.workbook)), key=repr)
    if found != sorted((each.words for each in after), key=repr):
        raise WrittenWronglyError(file=workbook.package.name, detail="Omzetting")
    return writing.workbook, writing.places


class _Writing:
    """One workbook that is being written; each step works on what the step before made."""

    def __init__(self, workbook: Workbook, binding: Binding) -> None:
        self.workbook = workbook
        self.places: list[tuple[str, str]] = []
        self._binding = binding

    def sheet(self, name: str, before: Sequence[Conversion], after: Sequence[Conversion]) -> None:
        """Bring one sheet from the one list to the other, from below, so that rows above keep their numbers."""
        words = [each.words for each in before], [each.words for each in after]
        steps = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
        for step, first, end, new_first, new_end in reversed(steps):
            if step in ("delete", "replace"):
                for row in reversed(before[first:end]):
                    self._take(remove_rows(self.workbook, name, row.excel_row, _last_row(row) - row.excel_row + 1))
            if step in ("insert", "replace"):
                self._insert(name, before[:first], after[new_first:new_end])

    def _take(self, data: bytes) -> None:
        self.workbook = Workbook.from_bytes(data, self.workbook.package.name)

    def _insert(self, name: str, above: Sequence[Conversion], rows: Sequence[Conversion]) -> None:
        if all(info.name != name for info in self.workbook.sheets):
            self._add_sheet(name)
        grid = self.workbook.grid(name)
        used = [place for place, cell in grid.cells.items() if cell.value is not None]
        at = (_last_row(above[-1]) if above else min((row for row, _ in used), default=0)) + 1
        first_column = min((column for _, column in used), default=1)
        like = at - 1 if above else min(at, max((row for row, _ in used), default=at))
        last = at > max((row for row, _ in used), default=0)
        for conversion in reversed(rows):
            looks = {
                column: grid.style_at(like, column) for column in range(first_column, self._width(name, conversion) + 1)
            }
            grow = Grow.AFTER_LAST if last else Grow.NONE
            self._take(insert_rows(self.workbook, name, at, look=Look(like, looks), grow=grow))
            self._write(name, at, first_column, conversion)

    def _width(self, name: str, conversion: Conversion) -> int:
        columns = [column for _, column in self.workbook.grid(name).cells]
        return max([*columns, len(conversion.formulations) + 1])

    def _write(self, name: str, row: int, first_column: int, conversion: Conversion) -> None:
        edits = [
            CellEdit(name, row, first_column, conversion.passage.plain or None, self._plain(name, row, first_column))
        ]
        for column, each in enumerate(conversion.formulations, first_column + 1):
            fill = self._green() if each.adopted else self._plain(name, row, column)
            edits.append(CellEdit(name, row, column, each.text.plain, fill))
        behind = range(first_column + len(edits), self._width(name, conversion) + 1)
        edits += [CellEdit(name, row, column, UNCHANGED, self._plain(name, row, column)) for column in behind]
        self._edit(edits)
        self.places += [(name, cell_name(row, edit.excel_column)) for edit in edits if edit.value is not UNCHANGED]

    def _edit(self, edits: Iterable[CellEdit]) -> None:
        wanted = [edit for edit in edits if (edit.value, edit.fill) != (UNCHANGED, UNCHANGED)]
        self.workbook = verify_written(self.workbook, apply_edits(self.workbook, wanted), wanted).workbook

    def _plain(self, name: str, row: int, column: int) -> FillSpec | Unchanged:
        """No fill, where the row beside it gave one."""
        style = self.workbook.grid(name).style_at(row, column)
        return UNCHANGED if self.workbook.fill(style).pattern == "none" else NoFill()

    def _green(self) -> FillSpec:
        """The very fill of a formulation that was adopted before, or a green of our own."""
        for conversion in conversions_of(self.workbook):
            for each in conversion.formulations:
                if each.adopted:
                    row, column = parse_cell(each.cell)
                    style = self.workbook.grid(conversion.sheet).style_at(row, column)
                    if is_green(visible_colour(self.workbook.fill(style))):
                        return FillFromStyle(style)
        return SolidFill(_GREEN)

    def _add_sheet(self, name: str) -> None:
        """A sheet with its headings, in the look of the headings and entries that the workbook has."""
        fullest = self._binding.fullest
        grid = self.workbook.grid(fullest.name)
        header = grid.style_at(fullest.header_row, min(fullest.base_columns, default=1))
        self._take(add_sheet(self.workbook, name, _WIDTHS, [[header] * len(HEADINGS)]))
        self._edit([CellEdit(name, 1, column, text) for column, text in enumerate(HEADINGS, 1)])


def _last_row(conversion: Conversion) -> int:
    """Its last row: formulations may go on in rows without a passage."""
    return max([conversion.excel_row, *(parse_cell(each.cell)[0] for each in conversion.formulations)])
