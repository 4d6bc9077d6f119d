"""The sheet *Verwante vormen*: a row for each form that is a local variant of another one or is related to others.

Here: recognising the sheet by its headings, reading it, writing what differs, and adding it to a workbook that has none. Not here:
what else is said of a form (`excel.policy_sheet`). Imported by `excel.reader` and services.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..domain.fiche import SupportForm
from ..domain.matching import normalise
from ..errors import WrittenWronglyError
from ..ooxml.workbook import Workbook
from ..values import dataclass, field, replace
from .binding import Binding
from .policy_sheet import FORM_LABEL
from .sheet_view import CellTexts, SheetView
from .variants import same_forms

if TYPE_CHECKING:
    from ..ooxml.edit import CellEdit

LINKS_SHEET = "Verwante vormen"
PARENT_LABEL, RELATED_LABEL = "Lokale variant van", "Verwante vormen"
LINKS_HEADINGS = (FORM_LABEL, PARENT_LABEL, RELATED_LABEL)
WIDTHS = (32.0, 32.0, 60.0)
_ROWS_LOOKED_AT = 4
_HINT = re.compile("variant|verwant", re.IGNORECASE)
_DIVIDER = re.compile(r"\s*[;\n]\s*")


@dataclass(slots=True)
class LinksSheet:
    """Where the table stands. Rows and columns are 1-based."""

    name: str
    form_column: int
    parent_column: int
    related_column: int
    last_row: int
    rows: dict[str, int] = field(default_factory=dict)
    """Label of a row → its row."""
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Label of a row → the cells of parent and related forms, as they stand."""


def related_text(form: SupportForm) -> str:
    """The related forms as they stand in a cell."""
    return "; ".join(form.related)


def find_links_sheet(views: Iterable[SheetView]) -> LinksSheet | None:
    """The first sheet with both headings, read; nothing when there is none."""
    for view in views:
        for row in list(view.rows)[:_ROWS_LOOKED_AT]:
            parent, related = _headings(view, row)
            if parent and related:
                return _read(view, row, parent, related)
    return None


def _headings(view: SheetView, row: int) -> tuple[int, int]:
    parent = related = 0
    for column in sorted(view.rows[row]):
        text = view.text(row, column)
        if len(text) > 60 or not _HINT.search(text):
            continue
        words = normalise(text)
        if "variant" in words.split()[:2]:
            parent = parent or column
        elif words.startswith("verwant"):
            related = related or column
    return parent, related


def _read(view: SheetView, header_row: int, parent: int, related: int) -> LinksSheet:
    left = [column for column in view.rows[header_row] if column < min(parent, related)]
    form_column = min(left, default=max(min(parent, related) - 1, 1))
    sheet = LinksSheet(view.name, form_column, parent, related, header_row)
    for row in (row for row in view.rows if row > header_row):
        label = " ".join(view.text(row, form_column).split())
        if label and label not in sheet.rows:
            sheet.rows[label] = row
            sheet.values[label] = (view.text(row, parent).strip(), view.text(row, related).strip())
        sheet.last_row = max(sheet.last_row, row)
    return sheet


def with_links(forms: Sequence[SupportForm], sheet: LinksSheet | None) -> list[SupportForm]:
    """The forms with their links; a name that is nearly one of the forms is taken for it, as headings are."""
    if sheet is None:
        return list(forms)
    names = [form.name for form in forms]
    labels = {form: label for label, form in same_forms(names, list(sheet.rows)).items()}
    linked = []
    for form in forms:
        parent, related = sheet.values.get(labels.get(form.name, ""), ("", ""))
        named = [each for each in _DIVIDER.split(related) if each]
        meant = same_forms(names, [*([parent] if parent else []), *named])
        others = tuple(dict.fromkeys(meant.get(each, each) for each in named))
        linked.append(replace(form, parent=meant.get(parent, parent), related=others))
    return linked


def with_links_written(
    workbook: Workbook, binding: Binding, forms: Sequence[SupportForm], old_names: Mapping[str, str]
) -> tuple[Workbook, list[CellEdit]]:
    """The workbook whose table says what the links are, and the cells that were written; the same one when it does already.

    Arguments and errors as for `policy_sheet.with_policy_written`.
    """
    sheet = _sheet_of(workbook)
    if sheet is None:
        if not any(form.parent or form.related for form in forms):
            return workbook, []
        workbook = _with_new_sheet(workbook, binding, len(forms))
        sheet = _sheet_of(workbook)
        if sheet is None:
            raise WrittenWronglyError(file=workbook.package.name, detail=LINKS_SHEET)
    edits = _edits(sheet, forms, old_names)
    return (_written(workbook, edits), edits) if edits else (workbook, [])


def _edits(sheet: LinksSheet, forms: Sequence[SupportForm], old_names: Mapping[str, str]) -> list[CellEdit]:
    from ..ooxml.edit import CellEdit  # deferred: opening a file reads this sheet and needs nothing that writes

    names = [old_names.get(form.name, form.name) for form in forms]
    stands = {each.name: each for each in with_links([SupportForm(name) for name in names], sheet)}
    labels = {form: label for label, form in same_forms(names, list(sheet.rows)).items()}
    edits: list[CellEdit] = []
    row_behind = sheet.last_row
    for form, name in zip(forms, names, strict=True):
        label = labels.get(name)
        if label is None and not (form.parent or form.related):
            continue
        row = sheet.rows[label] if label is not None else row_behind + 1
        row_behind = max(row_behind, row)
        if label is None or form.name != name:
            edits.append(CellEdit(sheet.name, row, sheet.form_column, form.name))
        if stands[name].parent != form.parent:
            edits.append(CellEdit(sheet.name, row, sheet.parent_column, form.parent or None))
        if stands[name].related != form.related:
            edits.append(CellEdit(sheet.name, row, sheet.related_column, related_text(form) or None))
    return edits


def _written(workbook: Workbook, edits: Sequence[CellEdit]) -> Workbook:
    from ..ooxml.edit import apply_edits  # deferred, as in `_edits`
    from .verify import verify_written

    return verify_written(workbook, apply_edits(workbook, edits), edits).workbook


def _sheet_of(workbook: Workbook) -> LinksSheet | None:
    worksheets = (info.name for info in workbook.sheets if info.kind == "worksheet")
    texts = CellTexts(workbook)
    return find_links_sheet(SheetView(workbook, workbook.grid(name), texts) for name in worksheets)


def _with_new_sheet(workbook: Workbook, binding: Binding, rows: int) -> Workbook:
    """The workbook with the table's headings, in the look of the headings and entries that it has."""
    from ..ooxml.add_sheet import add_sheet  # deferred, as in `_edits`
    from ..ooxml.edit import CellEdit

    fullest = binding.fullest
    header = workbook.grid(fullest.name).style_at(fullest.header_row, min(fullest.base_columns, default=1))
    plain = binding.plain_style or 0
    styles = [[header] * len(WIDTHS), *([plain] * len(WIDTHS) for _ in range(rows))]
    name = workbook.package.name
    added = Workbook.from_bytes(add_sheet(workbook, LINKS_SHEET, WIDTHS, styles), name)
    return _written(added, [CellEdit(LINKS_SHEET, 1, column, text) for column, text in enumerate(LINKS_HEADINGS, 1)])
