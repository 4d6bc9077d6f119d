"""Change one cell of any workbook, whatever its layout; nothing else in the file changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from trajecto_desktop.errors import CellReferenceError, RemarkIncompleteError
from trajecto_desktop.ooxml.comments import AddComment, apply_comment_edits
from trajecto_desktop.ooxml.edit import UNCHANGED, CellEdit, NoFill, SolidFill, Unchanged, apply_edits
from trajecto_desktop.ooxml.names import cell_name, parse_cell
from trajecto_desktop.ooxml.strings import Runs, whole, with_text
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.atomic import write_atomically


def edit_cell(
    source: Path,
    target: Path,
    sheet: str,
    ref: str,
    fill: str | None = None,
    text: str | None = None,
    comment: tuple[str, str] | None = None,
    now: datetime | None = None,
) -> None:
    """Write ``target``: the workbook ``source`` with another fill or text in one cell, or a comment on it.

    Args:
        source: the workbook that is read.
        target: the file that is written, atomically; may be ``source``.
        sheet: name of the worksheet.
        ref: the cell, as ``B7``.
        fill: ``RRGGBB``, or ``none`` to take the fill away; None leaves it.
        text: the new text, '' to empty the cell; None leaves it. Words that stay keep their format.
        comment: who says it, and what; on a cell that has a thread or a note it is added to that.
        now: when it is said; the present moment unless given.

    Raises:
        UsageError: an unknown sheet, a wrong reference or colour.
        DocumentError: the source cannot be read, or is signed.
        SaveError: the cell cannot be changed safely, or the target cannot be written.
    """
    workbook = Workbook.open(source)
    try:
        excel_row, excel_column = parse_cell(ref)
    except ValueError as error:
        raise CellReferenceError(cell=ref) from error
    value = _value(workbook, sheet, (excel_row, excel_column), text)
    edit = CellEdit(sheet, excel_row, excel_column, value=value, fill=_fill(fill))
    data = apply_edits(workbook, [edit])
    write_atomically(target, data if comment is None else _with_comment(workbook, data, edit, comment, now))


def _with_comment(
    workbook: Workbook, data: bytes, edit: CellEdit, comment: tuple[str, str], now: datetime | None
) -> bytes:
    author, said = (whole(part).strip() for part in comment)
    if not author or not said:
        raise RemarkIncompleteError
    date = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    place = cell_name(edit.excel_row, edit.excel_column)
    changed = workbook if data is workbook.package.data else Workbook.from_bytes(data, workbook.package.name)
    return apply_comment_edits(changed, [AddComment(edit.sheet, place, author, said, date)])


def _fill(fill: str | None) -> NoFill | SolidFill | Unchanged:
    if fill is None:
        return UNCHANGED
    return NoFill() if fill.strip().lower() == "none" else SolidFill(fill)


def _value(workbook: Workbook, sheet: str, place: tuple[int, int], text: str | None) -> Runs | str | Unchanged:
    if text is None:
        return UNCHANGED
    cell = workbook.grid(sheet).cells.get(place)
    runs = workbook.runs(cell) if cell is not None and cell.kind in ("s", "inlineStr") else ()
    return with_text(runs, text) if len(runs) > 1 else text
