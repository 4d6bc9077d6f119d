"""Entries on the clipboard, in every form that somebody may want them in.

Here: to and from `QMimeData`. Not here: what the forms say (`services.clipboard_table`), which entries (the places).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from ..document.document import Document
from ..domain.fiche import Entry

if TYPE_CHECKING:
    from ..services.clipboard_table import PastedRow

# The service is imported when something is copied or pasted first: start does not need a reader of HTML.


def mime_of(rows: Sequence[Sequence[Entry]], document: Document) -> QMimeData:
    """A block of entries as text, as a coloured table and for ourselves."""
    from ..services.clipboard_table import OWN_TYPE, to_html, to_own, to_tabs

    data = QMimeData()
    data.setText(to_tabs([[entry.text.plain for entry in row] for row in rows]))
    data.setHtml(to_html(rows, document))
    data.setData(OWN_TYPE, QByteArray(to_own(rows)))
    return data


def pasted(data: QMimeData | None, document: Document) -> list[PastedRow]:
    """What stands on the clipboard as rows of cells; empty when it is nothing of use."""
    from ..services.clipboard_table import OWN_TYPE, from_html, from_own, from_tabs

    if data is None:
        return []
    found: list[PastedRow] = []
    if data.hasFormat(OWN_TYPE):
        found = from_own(bytes(data.data(OWN_TYPE).data()), document.palette)
    if not found and data.hasHtml():
        found = from_html(data.html(), document)
    if not found and data.hasText():
        found = from_tabs(data.text())
    return found


def paste_note(rows: list[PastedRow], room_down: int, room_across: int) -> str:
    """What to say when not everything found a place, or nothing was there; empty when all is well."""
    if not rows:
        return QCoreApplication.translate("Clipboard", "There is nothing on the clipboard that fits here")
    left_down, left_across = len(rows) - room_down, max(len(row) for row in rows) - room_across
    notes = []
    if len(rows) > 1 and left_down > 0:
        notes.append(QCoreApplication.translate("Clipboard", "%n row(s) below did not fit", "", left_down))
    if left_across > 0:
        notes.append(QCoreApplication.translate("Clipboard", "%n column(s) to the right did not fit", "", left_across))
    unknown = sum(cell is not None and cell.unknown for row in rows for cell in row)
    if unknown:
        words = QCoreApplication.translate(
            "Clipboard", "Colours that the legend does not know: %1; the code there stayed"
        )
        notes.append(words.replace("%1", str(unknown)))
    return " · ".join(notes)
