"""Copy, cut and paste in the Fiche place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from ...domain.characteristic import GENERAL_REMARKS
from ...services.edit_entry import emptied
from ..bridge import DocumentBridge
from ..clipboard import mime_of, paste_note, pasted
from ..models.fiche_model import FicheModel
from .entry_changes import push_entries
from .fiche_table import FicheTable


class FicheClipboard:
    """The clipboard for the selected rows of one form.

    Args:
        bridge: the document.
        rows: the form in front.
        table: whose selection counts.
    """

    def __init__(self, bridge: DocumentBridge, rows: FicheModel, table: FicheTable) -> None:
        self._bridge, self._rows, self._table = bridge, rows, table

    def copy(self) -> None:
        """Put the selected entries on the clipboard, with their colours."""
        document, form = self._bridge.document, self._rows.form
        keys = self._table.selected_keys(general=True)
        copied = mime_of([[document.entry(form, key)] for key in keys], document)
        QGuiApplication.clipboard().setMimeData(copied)

    def cut(self) -> None:
        """Copy, then empty what was copied: text and judgement."""
        document, form = self._bridge.document, self._rows.form
        self.copy()
        afters = {key: emptied(document.entry(form, key)) for key in self._table.selected_keys(general=True)}
        push_entries(self._bridge, form, afters, QCoreApplication.translate("FichePlace", "Cut"))

    def paste(self) -> str:
        """Put what is on the clipboard into this row and those below it; one cell goes into all selected rows.

        Returns:
            What a person should know of it, or empty.
        """
        document, form = self._bridge.document, self._rows.form
        rows = pasted(QGuiApplication.clipboard().mimeData(), document)
        cells = [row[0] if row else None for row in rows]
        keys = self._table.selected_keys(general=True)
        if len(cells) > 1:
            keys = self._table.keys_from_top(len(cells))
        elif len(cells) == 1:
            cells *= len(keys)
        afters = {
            key: cell.onto(document.entry(form, key), judged=key != GENERAL_REMARKS)
            for key, cell in zip(keys, cells, strict=False)
            if cell is not None
        }
        push_entries(self._bridge, form, afters, QCoreApplication.translate("FichePlace", "Pasted"))
        return paste_note(rows, len(keys), 1)
