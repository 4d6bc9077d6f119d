"""The sheet *Beleidsdomeinen*: a row for each form, a column for each thing that is said of it.

Here: recognising the sheet by its headings, reading it, writing what differs, and adding it to a workbook that has none. Not here:
the entries (`excel.reader`, `excel.writer`). Imported by `excel.reader` and services.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..domain.fiche import SupportForm
from ..domain.matching import normalise
from ..domain.policy_domain import NO_POLICY, POLICY_LABELS, PolicyAspect, PolicyDomain
from ..errors import WrittenWronglyError
from ..ooxml.workbook import Workbook
from ..values import dataclass, field, replace
from .binding import Binding
from .sheet_view import CellTexts, SheetView
from .variants import same_forms

if TYPE_CHECKING:
    from ..ooxml.edit import CellEdit

SHEET_NAME = "Beleidsdomeinen"
FORM_LABEL = "Ondersteuningsvorm"
_WIDTHS = (32.0, 30.0, 30.0, 34.0, 38.0, 44.0)
_ROWS_LOOKED_AT = 12
_LONGEST_HEADING = 80
_LEAST_HEADINGS = 2
_HINT = re.compile("beleid|bevoegd|gebied|niveau|financ", re.IGNORECASE)
"""What every heading has in it: seen without taking a text apart, as all sheets are looked at."""
_WORDS = {
    PolicyAspect.DOMAIN: ("beleidsdomein",),
    PolicyAspect.FIELD: ("beleidsveld",),
    PolicyAspect.AUTHORITY: ("bevoegd",),
    PolicyAspect.SCOPE: ("werkingsgebied", "organisatieniveau"),
    PolicyAspect.FINANCING: ("financier", "cofinancier"),
}
"""How the words of a heading begin."""


@dataclass(slots=True)
class PolicySheet:
    """Where the table stands. Rows and columns are 1-based."""

    name: str
    form_column: int
    columns: dict[PolicyAspect, int]
    last_row: int
    rows: dict[str, int] = field(default_factory=dict)
    """Label of a row → its row."""
    values: dict[str, PolicyDomain] = field(default_factory=dict)
    """Label of a row → what it says."""


def find_policy_sheet(views: Iterable[SheetView]) -> PolicySheet | None:
    """The first sheet whose headings are those of the table, read; nothing when there is none."""
    for view in views:
        for row in list(view.rows)[:_ROWS_LOOKED_AT]:
            columns = _headings(view, row)
            if len(columns) >= _LEAST_HEADINGS:
                return _read(view, row, columns)
    return None


def _headings(view: SheetView, row: int) -> dict[PolicyAspect, int]:
    found: dict[PolicyAspect, int] = {}
    for column in sorted(view.rows[row]):
        text = view.text(row, column)
        if len(text) > _LONGEST_HEADING or not _HINT.search(text):
            continue
        words = normalise(text).split()[:4]
        for aspect, beginnings in _WORDS.items():
            if aspect not in found and any(word.startswith(beginnings) for word in words):
                found[aspect] = column
                break
    return found


def _read(view: SheetView, header_row: int, columns: dict[PolicyAspect, int]) -> PolicySheet:
    left = [column for column in view.shown(header_row) if column < min(columns.values())]
    form_column = min(left, default=max(min(columns.values()) - 1, 1))
    sheet = PolicySheet(view.name, form_column, columns, header_row)
    for row in (row for row in view.rows if row > header_row):
        label = " ".join(view.text(row, form_column).split())
        if label and label not in sheet.rows:
            sheet.rows[label] = row
            texts = {aspect.value: view.text(row, column) for aspect, column in columns.items()}
            sheet.values[label] = PolicyDomain(**texts)
        sheet.last_row = max(sheet.last_row, row)
    return sheet


def with_policy(forms: Sequence[SupportForm], sheet: PolicySheet | None) -> list[SupportForm]:
    """The forms with what the sheet says of them."""
    if sheet is None:
        return list(forms)
    labels = {form: label for label, form in same_forms([each.name for each in forms], list(sheet.rows)).items()}
    return [replace(each, policy=sheet.values.get(labels.get(each.name, ""), NO_POLICY)) for each in forms]


def with_policy_written(
    workbook: Workbook, binding: Binding, forms: Sequence[SupportForm], old_names: Mapping[str, str]
) -> tuple[Workbook, list[CellEdit]]:
    """The workbook whose table says what the forms say, and the cells that were written; the same one when it does already.

    Args:
        workbook: the workbook, entries and all.
        binding: tells how headings look in it.
        forms: the forms as they have to be.
        old_names: new name of a form → the one that it has in the sheet.

    Raises:
        StructureRefusedError: the sheet has to come and the workbook cannot take one.
        SaveError: a cell cannot be written without harm.
        WrittenWronglyError: reading back showed something else than was meant.
    """
    sheet = _sheet_of(workbook)
    if sheet is None:
        if not any(form.policy for form in forms):
            return workbook, []
        workbook = _with_new_sheet(workbook, binding, len(forms))
        sheet = _sheet_of(workbook)
        if sheet is None:
            raise WrittenWronglyError(file=workbook.package.name, detail=SHEET_NAME)
    # A table that just came names every form, so that it shows where nothing is said yet.
    edits = _edits(sheet, forms, old_names, all_forms=not sheet.rows)
    return (_written(workbook, edits), edits) if edits else (workbook, [])


def _written(workbook: Workbook, edits: Sequence[CellEdit]) -> Workbook:
    # Deferred: opening a file reads this sheet and needs nothing that writes.
    from ..ooxml.edit import apply_edits
    from .verify import verify_written

    return verify_written(workbook, apply_edits(workbook, edits), edits).workbook


def _sheet_of(workbook: Workbook) -> PolicySheet | None:
    worksheets = (info.name for info in workbook.sheets if info.kind == "worksheet")
    texts = CellTexts(workbook)
    return find_policy_sheet(SheetView(workbook, workbook.grid(name), texts) for name in worksheets)


def _edits(
    sheet: PolicySheet, forms: Sequence[SupportForm], old_names: Mapping[str, str], *, all_forms: bool
) -> list[CellEdit]:
    from ..ooxml.edit import CellEdit  # deferred, as in `_written`

    names = [old_names.get(form.name, form.name) for form in forms]
    labels = {form: label for label, form in same_forms(names, list(sheet.rows)).items()}
    edits: list[CellEdit] = []
    row_behind = sheet.last_row
    for form, name in zip(forms, names, strict=True):
        label = labels.get(name)
        if label is None:
            if not (form.policy or all_forms):
                continue
            row_behind += 1
            row = row_behind
        else:
            row = sheet.rows[label]
        if label is None or form.name != name:
            edits.append(CellEdit(sheet.name, row, sheet.form_column, form.name))
        stands = sheet.values.get(label or "", NO_POLICY)
        edits += [
            CellEdit(sheet.name, row, column, form.policy.get(aspect) or None)
            for aspect, column in sheet.columns.items()
            if stands.get(aspect) != form.policy.get(aspect)
        ]
    return edits


def _with_new_sheet(workbook: Workbook, binding: Binding, rows: int) -> Workbook:
    """The workbook with the table's headings, in the look of the headings and entries that it has."""
    from ..ooxml.add_sheet import add_sheet  # deferred, as in `_written`
    from ..ooxml.edit import CellEdit

    fullest = binding.fullest
    grid = workbook.grid(fullest.name)
    header = grid.style_at(fullest.header_row, min(fullest.base_columns, default=1))
    plain = binding.plain_style or 0
    styles = [[header] * len(_WIDTHS), *([plain] * len(_WIDTHS) for _ in range(rows))]
    name = workbook.package.name
    added = Workbook.from_bytes(add_sheet(workbook, SHEET_NAME, _WIDTHS, styles), name)
    headings = [FORM_LABEL, *(POLICY_LABELS[aspect] for aspect in PolicyAspect)]
    edits = [CellEdit(SHEET_NAME, 1, column, text) for column, text in enumerate(headings, 1)]
    return _written(added, edits)
