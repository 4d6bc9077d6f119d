"""The log of feedback rounds in the workbook: a hidden sheet behind the others, which every program keeps.

Here: reading the sheet, adding lines below those that are there, taking the sheet out. Not here: which lines there are
(`services.feedback_log`). A line that stands in the sheet is never written again.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.feedback import LogLine
from ..domain.feedback_log import HEADERS
from ..errors import WrittenWronglyError
from ..ooxml.workbook import Workbook
from .binding import LOG_SHEET, Binding

_WIDTHS = (7.0, 18.0, 22.0, 22.0, 20.0, 30.0, 24.0, 44.0, 20.0, 8.0, 50.0, 50.0, 28.0, 18.0, 20.0, 40.0, 16.0)
_LONGEST_TEXT = 32_767


def has_log(workbook: Workbook) -> bool:
    """Whether the workbook keeps a log."""
    return any(info.name == LOG_SHEET and info.kind == "worksheet" for info in workbook.sheets)


def can_keep_log(workbook: Workbook) -> bool:
    """Whether the log can be in the workbook: it is there, or a sheet may come; not in one whose structure is protected."""
    if has_log(workbook):
        return True
    from ..ooxml.add_sheet import structure_is_locked  # deferred: opening a file reads the log and adds no sheet

    return not (workbook.is_signed or structure_is_locked(workbook))


def read_log(workbook: Workbook) -> list[LogLine]:
    """The lines of the log, in order; none when the workbook keeps none."""
    if not has_log(workbook):
        return []
    cells = workbook.grid(LOG_SHEET).cells
    rows: dict[int, list[str]] = {}
    for (row, column), cell in cells.items():
        if row > 1 and column <= len(HEADERS) and cell.value is not None:
            rows.setdefault(row, [""] * len(HEADERS))[column - 1] = workbook.text(cell)
    return [LogLine(*rows[row]) for row in sorted(rows)]


def with_log_written(workbook: Workbook, binding: Binding, lines: Sequence[LogLine]) -> Workbook:
    """The workbook with these lines below those of its log, which comes to be when there is none.

    Args:
        workbook: the workbook, entries and all.
        binding: tells how headings and texts look in it.
        lines: what is to be added.

    Raises:
        StructureRefusedError: the sheet has to come and the workbook cannot take one.
        WrittenWronglyError: reading back showed something else than was meant.
    """
    if not lines:
        return workbook
    # Deferred: opening a file reads the log and needs nothing that writes.
    from ..ooxml.edit import CellEdit, apply_edits
    from .verify import verify_written

    before = read_log(workbook)
    book = workbook if has_log(workbook) else _with_sheet(workbook, binding)
    first = max((row for row, _ in book.grid(LOG_SHEET).cells), default=1) + 1
    edits = [
        CellEdit(LOG_SHEET, excel_row, column, _writable(text))
        for excel_row, line in enumerate(lines, first)
        for column, text in enumerate(line.cells, 1)
        if text
    ]
    after = verify_written(book, apply_edits(book, edits), edits).workbook
    if len(read_log(after)) != len(before) + len(lines):
        raise WrittenWronglyError(file=workbook.package.name, detail=LOG_SHEET)
    return after


def _with_sheet(workbook: Workbook, binding: Binding) -> Workbook:
    from ..ooxml.add_sheet import add_sheet  # deferred, as above
    from ..ooxml.edit import CellEdit, apply_edits

    fullest = binding.fullest
    header = workbook.grid(fullest.name).style_at(fullest.header_row, min(fullest.base_columns, default=1))
    name = workbook.package.name
    data = add_sheet(workbook, LOG_SHEET, _WIDTHS, [[header] * len(HEADERS)], hidden=True)
    book = Workbook.from_bytes(data, name)
    edits = [CellEdit(LOG_SHEET, 1, column, text) for column, text in enumerate(HEADERS, 1)]
    return Workbook.from_bytes(apply_edits(book, edits), name)


def without_log(workbook: Workbook) -> Workbook:
    """The workbook without its log; the very same one when it keeps none."""
    if not has_log(workbook):
        return workbook
    from ..ooxml.remove_sheet import remove_sheet  # deferred: only copies and final versions need it

    return Workbook.from_bytes(remove_sheet(workbook, LOG_SHEET), workbook.package.name)


def _writable(text: str) -> str:
    """What a cell can hold: no control characters, at most 32,767 characters."""
    kept = "".join(char for char in text if char in "\t\n" or ord(char) >= 32)
    return kept[:_LONGEST_TEXT]
