"""The log of a feedback round as a workbook: every difference with who, when, where, and what was decided about it.

Here: making the new log. Not here: the comparison (`collect_feedback`). Nothing is dropped: what was not taken up, what is work
for a person and copies that could not be read stand in it too.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.feedback import Annotation
from .atomic import write_atomically
from .collect_feedback import Collection
from .collected import Conflict, Decisions, Difference

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADERS = (
    "Nr.", "Soort", "Wie", "Organisatie", "Wanneer", "Kopie", "Vorm", "Kenmerk", "Blad", "Cel", "Voordien", "Nadien",
    "Besluit", "Door wie", "Wanneer besloten",
)  # fmt: skip
_WIDTHS = (7, 18, 22, 22, 20, 30, 24, 44, 20, 8, 50, 50, 28, 18, 20)
_ACCEPTED, _OPEN, _HAD, _BY_HAND = (
    "overgenomen",
    "nog te beslissen",
    "stond al in de eigen versie",
    "met de hand te doen",
)
_LONGEST_TEXT = 32_767
Row = tuple[str, ...]


def log_rows(collection: Collection, decisions: Decisions) -> list[Row]:
    """The rows of the log, in the order of `HEADERS`: one for each difference and each option of a conflict."""
    rows = [_row(collection, each, _decision(each, decisions), decisions) for each in collection.differences]
    for conflict in collection.conflicts:
        chosen = decisions.chosen.get(conflict.id)
        rows += [_row(collection, each, _choice(conflict, each, chosen), decisions) for each in conflict.options]
        if conflict.ours:
            ours = _choice_of_ours(conflict, chosen)
            rows.append(
                (conflict.id, conflict.kind.value, "eigen versie", "", "", "", conflict.form, conflict.characteristic,
                 conflict.sheet, conflict.cell, conflict.before, conflict.ours, ours, *_by(decisions, chosen is not None)),
            )  # fmt: skip
    unread = [(each.copy, *("",) * 5, each.sentence, _BY_HAND, "", "") for each in collection.unread]
    rows += [("", "kopie niet gelezen", "", "", "", *row) for row in unread]
    return rows


def write_log(collection: Collection, decisions: Decisions, target: Path) -> None:
    """Write the log as a workbook.

    Raises:
        SaveError: it cannot be written.
    """
    # openpyxl takes a third of a second to import, and only this needs it.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Feedback"
    _fill(sheet, log_rows(collection, decisions))
    stream = BytesIO()
    book.save(stream)
    write_atomically(target, stream.getvalue())


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


def _row(collection: Collection, each: Difference, decision: str, decisions: Decisions) -> Row:
    organisations = ", ".join(dict.fromkeys(s.organisation for s in each.sources if s.organisation))
    author, organisation, when = _said_by(each)
    decided = decision not in (_OPEN, _BY_HAND, _HAD)
    return (
        each.id,
        each.kind.value,
        author or each.who,
        organisation or organisations,
        when or ", ".join(dict.fromkeys(source.when for source in each.sources if source.when)),
        ", ".join(each.copies),
        each.form,
        _title(collection, each.characteristic),
        each.sheet,
        each.cell,
        each.before,
        each.after,
        decision,
        *_by(decisions, decided),
    )


def _said_by(each: Difference) -> tuple[str, str, str]:
    """(author, organisation, moment) of what somebody said; empty texts for what somebody changed."""
    value = each.value
    if isinstance(value, tuple):
        return value[1].author, "", value[1].date
    if isinstance(value, Annotation) and not each.before:
        return value.author, value.organisation, value.date
    return "", "", ""


def _title(collection: Collection, key: str) -> str:
    base_key = key if collection.alignment is None else collection.alignment.keys.get(key, key)
    known = {each.key: each.title for each in collection.base.document.characteristics}
    return known.get(base_key, key)


def _by(decisions: Decisions, decided: bool) -> tuple[str, str]:
    return (decisions.by_whom, decisions.when) if decided else ("", "")


def _decision(each: Difference, decisions: Decisions) -> str:
    if each.in_ours:
        return _HAD
    if each.id in decisions.accepted:
        return _ACCEPTED
    return _BY_HAND if each.by_hand else _OPEN


def _choice(conflict: Conflict, option: Difference, chosen: str | None) -> str:
    if chosen is None:
        return f"conflict ({conflict.reason.value}): {_OPEN}"
    return _ACCEPTED if chosen == option.id else "niet gekozen"


def _choice_of_ours(conflict: Conflict, chosen: str | None) -> str:
    if chosen is None:
        return f"conflict ({conflict.reason.value}): {_OPEN}"
    return "behouden" if not chosen else "niet gekozen"
