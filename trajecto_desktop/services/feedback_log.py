"""The log of a feedback round as a workbook: every difference with who, when, where, and what was decided about it.

Here: which lines a comparison gives, and the log as a file. Not here: the comparison (`collect_feedback`), the log in the
workbook (`excel.log_sheet`). Nothing is dropped: what was not taken up, what is work
for a person and copies that could not be read stand in it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.changes import LogGrew
from ..domain.feedback import (
    BY_HAND,
    DONE_BY_HAND,
    HAD,
    KEPT,
    NOT_CHOSEN,
    REFUSED,
    TAKEN_UP,
    TO_DECIDE,
    Annotation,
    LogLine,
)
from ..domain.feedback_log import HEADERS, new_lines
from ..errors import DocumentError
from ..excel.log_sheet import can_keep_log
from ..ooxml.workbook import Workbook
from .atomic import held_ready, write_atomically
from .collect_feedback import Collection
from .collected import Conflict, Decisions, Difference, DifferenceKind
from .open_document import OpenedFile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (7, 18, 22, 22, 20, 30, 24, 44, 20, 8, 50, 50, 28, 18, 20, 40, 16)
_LONGEST_TEXT = 32_767
_DECIDED = (TAKEN_UP, REFUSED, NOT_CHOSEN, KEPT, DONE_BY_HAND)
_LEAST_HEADERS = 15
"""So many columns the log had at first; later ones stand behind them."""
Row = tuple[str, ...]


def log_rows(collection: Collection, decisions: Decisions) -> list[Row]:
    """The rows of the log, in the order of `HEADERS`: one for each difference and each option of a conflict."""
    return [line.cells for line in log_lines(collection, decisions)]


def log_lines(collection: Collection, decisions: Decisions) -> list[LogLine]:
    """A line for each difference, for each option of a conflict, and for each copy that could not be read."""
    lines = [_line(collection, each, _decision(each, decisions), decisions) for each in collection.differences]
    for conflict in collection.conflicts:
        chosen = decisions.chosen.get(conflict.id)
        lines += [_line(collection, each, _choice(conflict, each, chosen), decisions) for each in conflict.options]
        if conflict.ours:
            lines.append(_line_of_ours(collection, conflict, decisions))
    for unread in collection.unread:
        lines.append(LogLine(kind="kopie niet gelezen", copy=unread.copy, after=unread.sentence, decision=BY_HAND))
    return lines


def _line_of_ours(collection: Collection, conflict: Conflict, decisions: Decisions) -> LogLine:
    chosen = decisions.chosen.get(conflict.id)
    by, on = _by(decisions, chosen is not None)
    before, ours = (said_words(collection, conflict.kind, text) for text in (conflict.before, conflict.ours))
    return LogLine(
        conflict.id, conflict.kind.value, "eigen versie", "", "", "", conflict.form,
        _title(collection, conflict.characteristic), conflict.sheet, conflict.cell, before, ours,
        _choice_of_ours(conflict, chosen), by, on, "", conflict.options[0].sources[0].round_id,
    )  # fmt: skip


def decided_in(collection: Collection) -> dict[str, LogLine]:
    """What the document's log says of differences and options that was decided about them, by id.

    What was taken back is open again, and is not in it; a conflict of which one option was chosen is decided whole.
    """
    last: dict[tuple[str, ...], LogLine] = {}
    for line in collection.base.document.content.log:
        last[line.cells[1:12]] = line
    found = {}
    for line in log_lines(collection, Decisions()):
        said = last.get(line.cells[1:12])
        if said is not None and said.decision in _DECIDED:
            found[line.number] = said
    return found


def log_change(collection: Collection, decisions: Decisions) -> LogGrew | None:
    """The change that puts into the document's log what it does not say yet; nothing when it says all."""
    lines = new_lines(collection.base.document.log, tuple(log_lines(collection, decisions)))
    return LogGrew(lines) if lines else None


def log_fits(opened: OpenedFile) -> bool:
    """Whether the log can be in the workbook at the next save; one whose structure is protected takes no sheet."""
    return can_keep_log(opened.binding.workbook)


def write_log(collection: Collection, decisions: Decisions, target: Path, logged: tuple[LogLine, ...] = ()) -> None:
    """Write the log as a workbook; the lines of a log that stands there already stay, with the new ones behind them.

    Args:
        collection: what came back.
        decisions: what was decided about it now.
        target: the file.
        logged: what the workbook's own log says; it comes first.

    Raises:
        SaveError: it cannot be written.
    """
    add_to_log((*logged, *new_lines(logged, tuple(log_lines(collection, decisions)))), target)


@contextmanager
def log_held_ready(collection: Collection, decisions: Decisions, target: Path | None) -> Iterator[None]:
    """Write the log with what the block writes: both come, or neither; without a target the block alone.

    Raises:
        SaveError: the log cannot be written; the block has then not begun, unless the disk fails at the very end.
    """
    if target is None:
        yield
        return
    with held_ready(target, _workbook_of(_behind_known(tuple(log_lines(collection, decisions)), target))):
        yield


def add_to_log(lines: Sequence[LogLine], target: Path) -> None:
    """Write lines behind those of a log that stands there already, each once.

    Raises:
        SaveError: it cannot be written.
    """
    write_atomically(target, _workbook_of(_behind_known(tuple(lines), target)))


def _behind_known(lines: tuple[LogLine, ...], target: Path) -> tuple[LogLine, ...]:
    known = tuple(_lines_in(target))
    return (*known, *new_lines(known, lines))


def _workbook_of(lines: Iterable[LogLine]) -> bytes:
    # openpyxl takes a third of a second to import, and only this needs it.
    from openpyxl import Workbook as NewWorkbook

    book = NewWorkbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Feedback"
    _fill(sheet, [line.cells for line in lines])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _lines_in(path: Path) -> list[LogLine]:
    """The lines of a log that was written earlier; none when the file is not there, or is no log."""
    try:
        workbook = Workbook.open(path) if path.exists() else None
        grid = workbook.grid(workbook.sheets[0].name) if workbook is not None else None
    except DocumentError:
        return []
    if workbook is None or grid is None:
        return []
    rows: dict[int, list[str]] = {}
    for (row, column), cell in grid.cells.items():
        if column <= len(HEADERS):
            rows.setdefault(row, [""] * len(HEADERS))[column - 1] = workbook.text(cell)
    header = tuple(rows.get(1, ()))[:_LEAST_HEADERS]
    return [LogLine(*rows[row]) for row in sorted(rows) if row > 1] if header == HEADERS[:_LEAST_HEADERS] else []


def _fill(sheet: Worksheet, rows: Iterable[Row]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(HEADERS))
    for excel_row, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(excel_row, column)
            # As text, whatever it looks like: what people wrote is no formula.
            cell.value = _writable(text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADERS))}{max(sheet.max_row, 1)}"


def _writable(text: str) -> str:
    kept = "".join(char for char in text if char in "\t\n" or ord(char) >= 32)
    return kept[:_LONGEST_TEXT]


def _line(collection: Collection, each: Difference, decision: str, decisions: Decisions) -> LogLine:
    organisations = ", ".join(dict.fromkeys(s.organisation for s in each.sources if s.organisation))
    author, organisation, when = _said_by(each)
    decided = decision not in (TO_DECIDE, BY_HAND, HAD) and not decision.startswith("conflict (")
    by, on = _by(decisions, decided)
    return LogLine(
        each.id,
        each.kind.value,
        author or each.who,
        organisation or organisations,
        when or ", ".join(dict.fromkeys(source.when for source in each.sources if source.when)),
        ", ".join(each.copies),
        each.form,
        _title(collection, each.characteristic),
        *_place(collection, each),
        said_words(collection, each.kind, each.before),
        said_words(collection, each.kind, each.after),
        decision,
        by,
        on,
        decisions.reasons.get(each.id, ""),
        each.sources[0].round_id,
    )


def _place(collection: Collection, each: Difference) -> tuple[str, str]:
    """Where it stands in the sent version; of a remark beside the entries where its comment comes in the base."""
    if each.form or not isinstance(each.value, Annotation | tuple) or not each.cell:
        return each.sheet, each.cell
    return collection.base_cell(each.sheet, each.cell) or (each.sheet, each.cell)


def _said_by(each: Difference) -> tuple[str, str, str]:
    """(author, organisation, moment) of what somebody said; empty texts for what somebody changed."""
    value = each.value
    if isinstance(value, tuple):
        return value[1].author, "", value[1].date
    if isinstance(value, Annotation) and not each.before:
        return value.author, value.organisation, value.date
    return "", "", ""


def said_words(collection: Collection, kind: DifferenceKind, words: str) -> str:
    """What a version has, for people: a code by its label in the legend."""
    if kind not in (DifferenceKind.CODE, DifferenceKind.HATCHING):
        return words
    code, comma, hatching = words.partition(", ")
    entry = collection.base.document.palette.get(code)
    return f"{' '.join(entry.label.split())}{comma}{hatching}" if entry is not None else words


def _title(collection: Collection, key: str) -> str:
    return collection.titles.get(key, key)


def _by(decisions: Decisions, decided: bool) -> tuple[str, str]:
    return (decisions.by_whom, decisions.when) if decided else ("", "")


def _decision(each: Difference, decisions: Decisions) -> str:
    if each.in_ours:
        return HAD
    if each.id in decisions.accepted:
        return TAKEN_UP
    if each.id in decisions.refused:
        return REFUSED
    if each.id in decisions.done_by_hand:
        return DONE_BY_HAND
    return BY_HAND if each.by_hand else TO_DECIDE


def _choice(conflict: Conflict, option: Difference, chosen: str | None) -> str:
    if chosen is None:
        return f"conflict ({conflict.reason.value}): {TO_DECIDE}"
    return TAKEN_UP if chosen == option.id else NOT_CHOSEN


def _choice_of_ours(conflict: Conflict, chosen: str | None) -> str:
    if chosen is None:
        return f"conflict ({conflict.reason.value}): {TO_DECIDE}"
    return KEPT if not chosen else NOT_CHOSEN
