"""Rows and columns that come into a sheet or go from it: everything in the workbook that refers to them follows.

Here: the door, and which parts are concerned. Not here: what happens in each part (`structure_…`). Every byte that does not
say where something stands, or what it refers to, is as it was. What cannot be moved without harm is refused with the reason.
"""

from __future__ import annotations

from trajecto_desktop.errors import SignedFileError, StructureRefusedError

from .calculation import ask_recalculation
from .draft import PackageDraft
from .names import MAX_COLUMN, MAX_ROW
from .structure_cells import Look
from .structure_frame import shift_other_sheet, shift_sheet
from .structure_part import References
from .structure_parts import (
    shift_calculation_chain,
    shift_chart,
    shift_comments,
    shift_control,
    shift_drawing,
    shift_names,
    shift_pivot_source,
    shift_pivot_table,
    shift_table,
    shift_vml,
)
from .structure_shift import Axis, Grow, Shift
from .workbook import SheetInfo, Workbook, naming

_REFUSED_KINDS = {
    "revisionHeaders": "de werkmap houdt wijzigingen bij (gedeelde werkmap)",
    "volatileDependencies": "de werkmap rekent met gegevens van een server",
}


def insert_columns(
    workbook: Workbook, sheet: str, at: int, count: int = 1, *, look: Look | None = None, grow: Grow = Grow.NONE
) -> bytes:
    """The file with empty columns before column `at` (1-based) of a sheet.

    Args:
        workbook: the workbook; it does not change.
        sheet: name of the sheet.
        at: where the first new column comes.
        count: how many come.
        look: how they look; as the column before them by default.
        grow: which ranges at the edge take them in, beyond those that they come inside of.

    Raises:
        StructureRefusedError: it cannot be done without harm (``sheet``, ``detail`` = why).
        SignedFileError: the file is signed.
        UnknownSheetError: there is no such worksheet.
    """
    return _changed(workbook, sheet, Shift(Axis.COLUMN, at, count, grow), look)


def insert_rows(
    workbook: Workbook, sheet: str, at: int, count: int = 1, *, look: Look | None = None, grow: Grow = Grow.NONE
) -> bytes:
    """The file with empty rows before row `at` (1-based) of a sheet; as `insert_columns`."""
    return _changed(workbook, sheet, Shift(Axis.ROW, at, count, grow), look)


def remove_columns(workbook: Workbook, sheet: str, at: int, count: int = 1) -> bytes:
    """The file without columns, from `at` on; what refers to them alone becomes `#REF!`. Raises as `insert_columns`."""
    return _changed(workbook, sheet, Shift(Axis.COLUMN, at, -count), None)


def remove_rows(workbook: Workbook, sheet: str, at: int, count: int = 1) -> bytes:
    """The file without rows, from `at` on; as `remove_columns`."""
    return _changed(workbook, sheet, Shift(Axis.ROW, at, -count), None)


def _changed(workbook: Workbook, sheet: str, shift: Shift, look: Look | None) -> bytes:
    limit = MAX_ROW if shift.axis is Axis.ROW else MAX_COLUMN
    if shift.count == 0 or not 1 <= shift.at <= limit or shift.at + abs(shift.count) > limit + 1:
        raise StructureRefusedError(sheet=sheet, detail="die rij of kolom bestaat niet")
    with naming(workbook.package.name):
        if workbook.is_signed:
            raise SignedFileError
        return _StructureEdit(workbook, workbook.sheet(sheet), shift).run(look or Look(max(shift.at - 1, 1)))


class _StructureEdit:
    """One shift on one workbook, part by part."""

    def __init__(self, workbook: Workbook, info: SheetInfo, shift: Shift) -> None:
        self._workbook = workbook
        self._package = workbook.package
        self._info = info
        self._draft = PackageDraft(workbook.package)
        names = tuple(each.name for each in workbook.sheets)
        self._references = References(shift, info.name, names)

    def run(self, look: Look) -> bytes:
        """All parts; the new file."""
        self._refuse_kinds()
        for info in self._workbook.sheets:
            if info.kind == "worksheet":
                self._shift_worksheet(info, look)
        for part in self._package.names:
            self._shift_by_type(part)
        self._shift_workbook_parts()
        if self._references.formula_changed:
            ask_recalculation(self._workbook, self._draft)
        return self._draft.to_bytes()

    def _refuse_kinds(self) -> None:
        for relationship in self._package.relationships(self._workbook.part_name):
            for kind, reason in _REFUSED_KINDS.items():
                if relationship.is_kind(kind):
                    raise self._references.refuse(reason)

    def _shift_worksheet(self, info: SheetInfo, look: Look) -> None:
        references, draft, part = self._references, self._draft, info.part_name
        own = info.part_name == self._info.part_name
        data = draft.read(part)
        # Reading the grid proves the part well formed; the tokenizer takes that for granted.
        self._workbook.grid(info.name)
        if own:
            draft.write(part, shift_sheet(data, part, references, look))
        else:
            draft.write(part, shift_other_sheet(data, part, info.name, references))
        for target in self._package.related(part, "table"):
            draft.write(target, shift_table(draft.read(target), target, references, info.name))
        for target in self._package.related(part, "ctrlProp"):
            draft.write(target, shift_control(draft.read(target), target, references, info.name))
        for target in self._package.related(part, "drawing"):
            draft.write(target, shift_drawing(draft.read(target), target, references, own=own))
        if own:
            self._shift_own_parts(part)

    def _shift_own_parts(self, part: str) -> None:
        references, draft = self._references, self._draft
        for kind in ("comments", "threadedComment", "tableSingleCells"):
            for target in self._package.related(part, kind):
                draft.write(target, shift_comments(draft.read(target), target, references))
        for target in dict.fromkeys(self._package.related(part, "vmlDrawing")):
            draft.write(target, shift_vml(draft.read(target), target, references, self._info.name))
        for target in self._package.related(part, "pivotTable"):
            draft.write(target, shift_pivot_table(draft.read(target), target, references))

    def _shift_by_type(self, part: str) -> None:
        kind = self._package.content_types.type_of(part)
        if kind.endswith(("drawingml.chart+xml", "chartex+xml")):
            self._draft.write(part, shift_chart(self._draft.read(part), part, self._references))
        elif kind.endswith("pivotCacheDefinition+xml"):
            self._draft.write(part, shift_pivot_source(self._draft.read(part), part, self._references))

    def _shift_workbook_parts(self) -> None:
        part, draft = self._workbook.part_name, self._draft
        draft.write(part, shift_names(draft.read(part), part, self._references))
        for chain in self._package.related(part, "calcChain"):
            if self._references.shift.count < 0:
                # A cache: without it the programs work the order out anew.
                draft.remove_part(chain, part)
            else:
                data = shift_calculation_chain(draft.read(chain), chain, self._references, self._info.sheet_id)
                draft.write(chain, data)
