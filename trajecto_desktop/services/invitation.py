"""What a copy that was sent in a feedback round asks of the person who got it.

Here: reading the sheet and the marks that `send_round` added. Not here: reading the answers (`collect_answers`).
"""

from __future__ import annotations

from ..document.document import EntryKey
from ..ooxml.workbook import Workbook
from ..values import dataclass
from .copy_origin import instruction_sheet, round_mark
from .open_document import OpenedFile

_NUMBER_COLUMN, _FORM_COLUMN, _KEY_COLUMN = 1, 2, 7


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whose opinion is asked, and on what."""

    round_id: str
    recipient: str
    organisation: str
    asked: frozenset[EntryKey]
    """Form and key of the entries that are asked about; empty when everything is."""


def invitation_in(opened: OpenedFile) -> Invitation | None:
    """What the copy asks; nothing for a file that was not sent in a round."""
    workbook = opened.binding.workbook
    round_id, recipient, organisation = round_mark(workbook)
    if not round_id:
        return None
    document = opened.document
    asked = frozenset(
        (form, key)
        for form, key in _asked(workbook)
        if form in document.form_names and document.has_characteristic(key)
    )
    return Invitation(round_id, recipient, organisation, asked)


def _asked(workbook: Workbook) -> list[EntryKey]:
    sheet = instruction_sheet(workbook)
    if not sheet:
        return []
    cells = workbook.grid(sheet).cells

    def text(row: int, column: int) -> str:
        cell = cells.get((row, column))
        return "" if cell is None else workbook.text(cell).strip()

    rows = sorted({row for row, column in cells if column == _NUMBER_COLUMN})
    return [
        (text(row, _FORM_COLUMN), text(row, _KEY_COLUMN)) for row in rows if text(row, _NUMBER_COLUMN).startswith("V")
    ]


def returned_name(stem: str, person: str) -> str:
    """The file name, without ending, under which a person sends a copy back."""
    clean = " ".join("".join(" " if c in '\\/:*?"<>|' else c for c in person).split()).strip(" .")
    if not clean or stem.casefold().endswith(clean.casefold()):
        return f"{stem} – feedback"
    return f"{stem} – feedback {clean}"
