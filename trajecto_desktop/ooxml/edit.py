"""Edits of cells, and the new file they make: the one door through which a workbook is changed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Literal

from trajecto_desktop.errors import CellReferenceError, SignedFileError, TextTooLongError
from trajecto_desktop.ooxml.calculation import ask_recalculation, forget_formulas
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.names import MAIN, MAX_COLUMN, MAX_ROW, STRICT_MAIN, cell_name, folder_of, to_int
from trajecto_desktop.ooxml.parse import decode_references, parse_part, parse_text
from trajecto_desktop.ooxml.shared_formulas import content_text
from trajecto_desktop.ooxml.sheet_edit import EMPTY, Place, SheetEdit
from trajecto_desktop.ooxml.strings import RichRun, Runs, element_runs, plain, unescape
from trajecto_desktop.ooxml.strings_edit import InlineStrings, StringsEdit
from trajecto_desktop.ooxml.styles_edit import (
    MAX_FORMATS,
    FillFromStyle,
    FillSpec,
    FillXml,
    NoFill,
    SolidFill,
    StylesEdit,
    empty_styles,
)
from trajecto_desktop.ooxml.table_headers import TableHeaders
from trajecto_desktop.ooxml.workbook import SheetInfo, Workbook, naming

from ..values import dataclass, replace

MAX_TEXT = 32_767
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class _Unchanged(Enum):
    UNCHANGED = "unchanged"


UNCHANGED: Literal[_Unchanged.UNCHANGED] = _Unchanged.UNCHANGED
Unchanged = Literal[_Unchanged.UNCHANGED]


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What is to change in one cell; rows and columns are 1-based.

    Attributes:
        value: a text, rich runs, or None to empty the cell. A text equal to what stands there changes nothing, so
            its runs stay.
        fill: the fill it is to have.
    """

    sheet: str
    excel_row: int
    excel_column: int
    value: str | Runs | Unchanged | None = UNCHANGED
    fill: FillSpec | Unchanged = UNCHANGED


def apply_edits(workbook: Workbook, edits: Iterable[CellEdit]) -> bytes:
    """The file with edits applied, as bytes; the very same bytes when nothing changes.

    Cost: each touched sheet is gone through once, however many edits it has.

    Raises:
        SignedFileError: the file is signed, so that any edit would break it.
        CellRefusedError: a cell belongs to an array formula, lies under a merged range, or is a header of a table …
        UsageError: an unknown sheet, a place outside the sheet, a wrong colour.
        DocumentError: a part that is needed is damaged.
    """
    with naming(workbook.package.name):
        draft = draft_edits(workbook, edits)
        return draft.to_bytes()


def draft_edits(workbook: Workbook, edits: Iterable[CellEdit], draft: PackageDraft | None = None) -> PackageDraft:
    """The same, as changes that wait to be written, so that other steps can add theirs."""
    draft = draft or PackageDraft(workbook.package)
    by_sheet: dict[str, dict[tuple[int, int], CellEdit]] = {}
    for edit in edits:
        place = edit.excel_row, edit.excel_column
        if not (1 <= place[0] <= MAX_ROW and 1 <= place[1] <= MAX_COLUMN):
            raise CellReferenceError(cell=f"{place[0]}, {place[1]}")
        cells = by_sheet.setdefault(edit.sheet, {})
        cells[place] = _merged(cells.get(place), edit)
    if by_sheet:
        if workbook.is_signed:
            raise SignedFileError
        _Application(workbook, draft).run(by_sheet)
    return draft


def _merged(first: CellEdit | None, later: CellEdit) -> CellEdit:
    """One edit that does what two of the same cell do."""
    if first is None:
        return later
    if later.value is UNCHANGED:
        later = replace(later, value=first.value)
    return replace(later, fill=first.fill) if later.fill is UNCHANGED else later


class _Application:
    """Applies edits sheet by sheet; strings and styles are collected over all sheets."""

    def __init__(self, workbook: Workbook, draft: PackageDraft) -> None:
        self._workbook = workbook
        self._draft = draft
        self._styles: StylesEdit | None = None
        self._strings: StringsEdit | InlineStrings | None = None
        self._value_changed = False

    def run(self, by_sheet: dict[str, dict[tuple[int, int], CellEdit]]) -> None:
        removed = {}
        for name, edits in by_sheet.items():
            info = self._workbook.sheet(name)
            removed[info.sheet_id] = self._edit_sheet(info, edits)
        if isinstance(self._strings, StringsEdit):
            part = self._workbook.strings.part
            self._draft.write(part, self._strings.finished())
        if self._styles is not None:
            self._write_styles(self._styles.finished())
        forget_formulas(self._workbook, self._draft, removed)
        if self._value_changed:
            ask_recalculation(self._workbook, self._draft)

    def _edit_sheet(self, info: SheetInfo, edits: dict[tuple[int, int], CellEdit]) -> set[tuple[int, int]]:
        data = self._draft.read(info.part_name)
        if not self._workbook.has_grid(info.name):
            parse_part(data, info.part_name)
        sheet = SheetEdit(data, info.part_name, info.name)
        headers = TableHeaders(self._workbook, self._draft, info)
        for _, edit in sorted(edits.items()):
            self._edit_cell(sheet, headers, edit)
        self._draft.write(info.part_name, sheet.finished())
        return sheet.formulas_removed

    def _edit_cell(self, sheet: SheetEdit, headers: TableHeaders, edit: CellEdit) -> None:
        place = sheet.place(edit.excel_row, edit.excel_column)
        style = place.style
        if edit.fill is not UNCHANGED:
            style = self._styles_edit().with_fill(style, edit.fill)
        runs = self._new_runs(sheet, place, edit)
        if runs is not UNCHANGED:
            headers.rename(edit.excel_row, edit.excel_column, plain(runs))
            self._set_runs(sheet, place, style, runs)
        elif style != place.style:
            sheet.set_style(place, style)

    def _set_runs(self, sheet: SheetEdit, place: Place, style: int, runs: Runs) -> None:
        self._value_changed = True
        strings = self._strings_edit()
        if place.kind == b"s" and place.value is not None:
            strings.forget()
        sheet.set_content(place, style, strings.content(runs) if runs else EMPTY)

    def _new_runs(self, sheet: SheetEdit, place: Place, edit: CellEdit) -> Runs | Unchanged:
        """The runs that a cell is to get; () to empty it."""
        if edit.value is UNCHANGED:
            return UNCHANGED
        runs = (RichRun(edit.value),) if isinstance(edit.value, str) else edit.value or ()
        runs = tuple(run for run in runs if run.text)
        if len(plain(runs)) > MAX_TEXT:
            raise TextTooLongError(sheet=edit.sheet, cell=cell_name(edit.excel_row, edit.excel_column))
        current = self._current_runs(sheet, place)
        if current is None:
            return runs
        is_same = plain(current) == edit.value if isinstance(edit.value, str) else current == runs
        return UNCHANGED if is_same else runs

    def _current_runs(self, sheet: SheetEdit, place: Place) -> Runs | None:
        """The runs of a text cell, () for an empty one; None for a formula, a number or anything else."""
        text = sheet.text
        if place.formula is not None or b"cm" in (attributes := text.attributes(place.span) if place.span else {}):
            return None
        if b"vm" in attributes:
            return None
        if place.inline is not None and place.kind == b"inlineStr":
            raw = text.raw[place.inline.start : place.inline.end].decode("utf-8", "replace")
            prefix = place.inline.prefix.rstrip(b":").decode()
            name = f"xmlns:{prefix}" if prefix else "xmlns"
            return element_runs(parse_text(f'<si {name}="{MAIN}">{raw}</si>', text.part)[0])
        if place.value is None:
            return ()
        value = content_text(text, place.value)
        if place.kind == b"s":
            return self._workbook.strings.runs(to_int(value, -1))
        return (RichRun(unescape(decode_references(value))),) if place.kind == b"str" else None

    # ---- tables of the workbook

    def _strings_edit(self) -> StringsEdit | InlineStrings:
        if self._strings is None:
            strings = self._workbook.strings
            if strings.part:
                self._strings = StringsEdit(self._draft.read(strings.part), strings.part, len(strings))
            else:
                self._strings = InlineStrings()
        return self._strings

    def _styles_edit(self) -> StylesEdit:
        if self._styles is None:
            styles = self._workbook.styles
            data = self._draft.read(styles.part) if styles.part else empty_styles(self._namespace())
            used = 0 if styles.xfs else self._highest_style()
            self._styles = StylesEdit(data, styles.part or "styles.xml", styles, used)
        return self._styles

    def _highest_style(self) -> int:
        """Highest style index in any worksheet, for a workbook whose styles are missing."""
        grids = [self._workbook.grid(info.name) for info in self._workbook.sheets if info.kind == "worksheet"]
        used = [cell.style for grid in grids for cell in grid.cells.values()]
        used += [row.style for grid in grids for row in grid.rows.values()]
        used += [column.style for grid in grids for column in grid.columns]
        return min(max(used, default=0), MAX_FORMATS - 1)

    def _namespace(self) -> str:
        return STRICT_MAIN if self._workbook.is_strict else MAIN

    def _write_styles(self, data: bytes) -> None:
        workbook = self._workbook
        if workbook.styles.part:
            self._draft.write(workbook.styles.part, data)
        elif data != empty_styles(self._namespace()):
            folder = folder_of(workbook.part_name)
            name = f"{folder}/styles.xml".lstrip("/")  # some readers look for this very name
            if self._draft.has(name):
                name = self._draft.free_name(f"{folder}/styles{{}}.xml".lstrip("/"))
            kind = f"{workbook.relationship_base}/styles"
            self._draft.add_part(name, data, _STYLES_TYPE, workbook.part_name, kind)


__all__ = [
    "UNCHANGED",
    "CellEdit",
    "FillFromStyle",
    "FillXml",
    "NoFill",
    "SolidFill",
    "apply_edits",
    "draft_edits",
]
