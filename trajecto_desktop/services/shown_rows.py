"""Rows that a sheet lacked and that come into it at the next save.

Here: which they are. Not here: how they come into the sheet (`excel.structure`), which sheets lack one (`excel.reading_findings`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.changes import RowShown


def shown_rows(document: Document) -> dict[tuple[str, str], None]:
    """Key and sheet of each row that is to come into a sheet at the next save, in order."""
    shown: dict[tuple[str, str], None] = {}
    for change in document.structure_changes:
        if isinstance(change, RowShown):
            place = change.characteristic, change.sheet
            if change.went:
                shown.pop(place, None)
            else:
                shown[place] = None
    return shown
