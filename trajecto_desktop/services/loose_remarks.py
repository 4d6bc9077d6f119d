"""Remarks on cells that are no entries (a header, a wording, a source), taken up from returned copies: comments at the next save.

The document knows entries, not such cells; what was taken up stands in its log, and taking that back too. So the lines of the
log that the file does not have yet say which comments are to come or go. Not here: remarks on entries (`excel.annotation_edits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.feedback import TAKEN_BACK, TAKEN_UP, LogLine
from ..domain.feedback_text import clean_name
from ..excel.binding import Binding
from ..ooxml.comments import AddComment, CommentEdit, DeleteComment
from ..ooxml.names import cell_name, parse_cell

KIND = "opmerking"
"""The kind of the lines that are about remarks."""


def loose_comments(lines: Iterable[LogLine], known: int, before: Binding, after: Binding) -> list[CommentEdit]:
    """The comments that come or go.

    Args:
        lines: the document's log.
        known: how many of its lines the file has.
        before: where things stand in the file; the lines speak of these places.
        after: where they stand in the workbook that is written on, with rows and columns that came or went.
    """
    in_file: dict[tuple[str, ...], str] = {}
    now: dict[tuple[str, ...], LogLine] = {}
    for index, line in enumerate(lines):
        if line.kind != KIND or line.form or not line.cell or line.decision not in (TAKEN_UP, TAKEN_BACK):
            continue
        matter = line.cells[1:12]
        now[matter] = line
        if index < known:
            in_file[matter] = line.decision
    return [edit for matter, line in now.items() if (edit := _edit(line, in_file, matter, before, after)) is not None]


def _edit(
    line: LogLine, in_file: Mapping[tuple[str, ...], str], matter: tuple[str, ...], before: Binding, after: Binding
) -> CommentEdit | None:
    had, has = in_file.get(matter) == TAKEN_UP, line.decision == TAKEN_UP
    if had == has or all(info.name != line.sheet for info in after.workbook.sheets):
        return None
    cell = _moved(line, before, after)
    if has:
        return AddComment(line.sheet, cell, clean_name(line.who), line.after, line.when)
    return DeleteComment(line.sheet, cell, "", line.after)


def _moved(line: LogLine, before: Binding, after: Binding) -> str:
    """The cell, where its row or column stands now."""
    old, new = before.sheets.get(line.sheet), after.sheets.get(line.sheet)
    if old is None or new is None or old is new:
        return line.cell
    row, column = parse_cell(line.cell)
    key = next((key for key, place in old.rows.items() if place == row), "")
    form = next((form for form, place in old.form_columns.items() if place == column), "")
    return cell_name(new.rows.get(key, row), new.form_columns.get(form, column))
