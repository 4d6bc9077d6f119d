"""The formulas in cells when rows or columns come or go, shared and array formulas among them.

A shared formula stays one where moving its first cell's text still says what each cell said; else it is written out.
Source: ECMA-376 part 1, 18.3.1.40 (f).
"""

from __future__ import annotations

from ..values import dataclass
from .formulas import moved
from .markup import Tag, content
from .names import parse_range
from .structure_part import PartEdit, References


@dataclass(slots=True)
class FormulaCell:
    """One `<f>` and where its cell stands (1-based, as before the shift)."""

    tag: Tag
    end: int
    row: int
    column: int

    @property
    def kind(self) -> str:
        """`normal`, `shared`, `array` or `dataTable`."""
        return self.tag.attributes.get("t", "normal")


def shift_formulas(
    edit: PartEdit, cells: list[FormulaCell], references: References, own_sheet: str, *, moves: bool
) -> None:
    """Move the references of a sheet's formulas.

    Args:
        edit: the worksheet part.
        cells: its formulas.
        references: what comes or goes.
        own_sheet: name of this sheet.
        moves: whether this is the sheet whose cells move.
    """
    groups: dict[str, list[FormulaCell]] = {}
    for cell in cells:
        if cell.kind == "shared":
            groups.setdefault(cell.tag.attributes.get("si", ""), []).append(cell)
            continue
        if moves and cell.kind in ("array", "dataTable"):
            _move_block(edit, cell, references)
        if not moves or _new_place(cell, references) is not None:
            edit.set_plain(cell.tag, references.formula(edit.plain(cell.tag), own_sheet))
    for group in groups.values():
        _shift_group(edit, group, references, own_sheet, moves)


def _new_place(cell: FormulaCell, references: References) -> tuple[int, int] | None:
    return references.shift.cell(cell.row, cell.column)


def _move_block(edit: PartEdit, cell: FormulaCell, references: References) -> None:
    """The range of an array formula or data table: it moves as a whole, or nothing does."""
    attributes = cell.tag.attributes
    reference = attributes.get("ref", "")
    if reference and references.shift.splits(parse_range(reference)):
        raise references.refuse(f"een matrixformule staat in {reference}")
    changed = {name: references.cell(attributes[name]) or None for name in ("ref", "r1", "r2") if attributes.get(name)}
    if None in changed.values() and _new_place(cell, references) is not None:
        raise references.refuse(f"een gegevenstabel in {reference} gebruikt wat weg zou gaan")
    if _new_place(cell, references) is not None:
        edit.set_attributes(cell.tag, changed)


def _shift_group(edit: PartEdit, group: list[FormulaCell], references: References, own_sheet: str, moves: bool) -> None:
    master = next((cell for cell in group if "ref" in cell.tag.attributes and edit.plain(cell.tag)), None)
    if master is None:
        # Its first cell is missing: nobody can say what these cells calculate; they show their last values.
        return
    left = [cell for cell in group if not moves or _new_place(cell, references) is not None]
    text = edit.plain(master.tag)
    wanted = {
        id(cell): references.formula(moved(text, cell.row - master.row, cell.column - master.column), own_sheet)
        for cell in left
    }
    if master in left and _stays_shared(left, master, wanted, references, moves):
        if moves:
            area = references.cell(master.tag.attributes["ref"])
            edit.set_attributes(master.tag, {"ref": area})
        edit.set_plain(master.tag, wanted[id(master)])
        return
    for cell in left:
        _write_out(edit, cell, wanted[id(cell)])


def _stays_shared(
    left: list[FormulaCell], master: FormulaCell, wanted: dict[int, str], references: References, moves: bool
) -> bool:
    def place(cell: FormulaCell) -> tuple[int, int]:
        new = _new_place(cell, references) if moves else (cell.row, cell.column)
        assert new is not None, "cells that go are not left"
        return new

    row, column = place(master)
    text = wanted[id(master)]
    return all(moved(text, place(cell)[0] - row, place(cell)[1] - column) == wanted[id(cell)] for cell in left)


def _write_out(edit: PartEdit, cell: FormulaCell, text: str) -> None:
    kept = {name: value for name, value in cell.tag.attributes.items() if name not in ("t", "si", "ref")}
    written = "".join(f' {name}="{value}"' for name, value in kept.items())
    edit.replace(cell.tag.start, cell.end, f"<{cell.tag.name}{written}>{content(text)}</{cell.tag.name}>")
