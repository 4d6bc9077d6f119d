"""Entries on the clipboard, in every form that somebody may want them in.

Here: to and from `QMimeData`. Not here: what the forms say (`services.clipboard_table`), which entries (the places).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from ..document.document import Document
from ..domain.fiche import Entry
from ..services.long_work import stop_if_asked

if TYPE_CHECKING:
    from ..services.clipboard_table import PastedRow

_LARGE = 500
"""Cells that take longer than a moment."""
_CELL = 100
"""Characters that a cell takes on the clipboard, or more."""
_Result = TypeVar("_Result")
# The service is imported when something is copied or pasted first: start does not need a reader of HTML.


def mime_of(rows: Sequence[Sequence[Entry]], document: Document) -> QMimeData:
    """A block of entries as text, as a coloured table and for ourselves.

    Raises:
        WorkStoppedError: there are so many that it took longer than a moment, and the person stopped it.
    """
    from ..services.clipboard_table import OWN_TYPE, to_html, to_own, to_tabs

    def work() -> tuple[str, str, bytes]:
        texts = to_tabs([[entry.text.plain for entry in row] for row in rows])
        stop_if_asked()
        html = to_html(rows, document)
        stop_if_asked()
        return texts, html, to_own(rows)

    text, html, own = _beside(sum(map(len, rows)), QCoreApplication.translate("Clipboard", "Copying…"), work)
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    data.setData(OWN_TYPE, QByteArray(own))
    return data


def _beside(size: int, title: str, work: Callable[[], _Result]) -> _Result:
    """Do it at once where it is little, else while the window goes on being painted."""
    if size < _LARGE:
        return work()
    from .waiting import done_beside, front

    return done_beside(front(), title, work)


def pasted(data: QMimeData | None, document: Document) -> list[PastedRow]:
    """What stands on the clipboard as rows of cells; empty when it is nothing of use.

    Raises:
        WorkStoppedError: there is so much that it took longer than a moment, and the person stopped it.
    """
    from ..services.clipboard_table import OWN_TYPE, from_html, from_own, from_tabs

    if data is None:
        return []
    own = bytes(data.data(OWN_TYPE).data()) if data.hasFormat(OWN_TYPE) else b""
    html, text = data.html() if data.hasHtml() else "", data.text() if data.hasText() else ""

    def work() -> list[PastedRow]:
        found: list[PastedRow] = []
        if own:
            found = from_own(own, document.palette)
        if not found and html:
            found = from_html(html, document)
        if not found and text:
            found = from_tabs(text)
        return found

    size = (len(own) or len(html) or len(text)) // _CELL
    return _beside(size, QCoreApplication.translate("Clipboard", "Reading the clipboard…"), work)


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
