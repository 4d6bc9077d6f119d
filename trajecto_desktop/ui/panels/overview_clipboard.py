"""Copying from and pasting into the matrix: blocks as a spreadsheet knows them, a table with headings, a picture.

Here: which cells. Not here: what stands on the clipboard (`ui.clipboard`, `services.clipboard_table`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from ...domain.changes import Together
from ...domain.fiche import EMPTY_ENTRY, Entry
from ...errors import Language, WorkStoppedError
from ...services.edit_entry import emptied
from ...services.long_work import stop_if_asked
from ..bridge import DocumentBridge
from ..clipboard import mime_of, paste_note, pasted
from ..gradual import worked_out
from ..models.matrix_model import MatrixModel
from ..waiting import done_beside
from .overview_matrix import MatrixView

if TYPE_CHECKING:
    from ...services.clipboard_table import Pasted

Place = tuple[str, str]
"""Form and characteristic key."""


class MatrixClipboard:
    """The clipboard of one matrix.

    Args:
        bridge: the document.
        model: what the matrix shows.
        view: what is selected.
        language: of words in a picture.
    """

    def __init__(self, bridge: DocumentBridge, model: MatrixModel, view: MatrixView, language: Language) -> None:
        self._language = language
        self._bridge = bridge
        self._model = model
        self._view = view

    def copy(self) -> None:
        """The selected block, as Excel and this program take it back; what is not selected within it is empty."""
        rows, columns = self._block()
        if rows:
            with suppress(WorkStoppedError):
                QGuiApplication.clipboard().setMimeData(mime_of(self._chosen(rows, columns), self._bridge.document))

    def cut(self) -> None:
        """Copy, then empty what was copied: text and judgement."""
        rows, columns = self._block()
        if not rows:
            return
        try:
            copied = mime_of(self._chosen(rows, columns), self._bridge.document)
        except WorkStoppedError:
            return
        QGuiApplication.clipboard().setMimeData(copied)
        places, name = self._view.selected_places(), QCoreApplication.translate("OverviewPlace", "Cut")
        self._push(places, lambda _place, entry: emptied(entry), name)

    def paste(self) -> str:
        """Put the clipboard's block over the cells from the first selected one; one cell goes into all that are selected.

        Returns:
            What to say when something did not fit, or nothing.
        """
        document = self._bridge.document
        try:
            block = pasted(QGuiApplication.clipboard().mimeData(), document)
        except WorkStoppedError:
            return ""
        if len(block) == 1 and len(block[0]) == 1:
            cells = dict.fromkeys(self._view.selected_places(), block[0][0])
            note = ""
        else:
            rows, columns = self._room()
            note = paste_note(block, len(rows), len(columns))
            cells = self._over(block, rows, columns)
        name = QCoreApplication.translate("OverviewPlace", "Pasted")

        def after(place: Place, entry: Entry) -> Entry:
            cell = cells[place]
            return entry if cell is None else cell.onto(entry)

        self._push(list(cells), after, name)
        return note

    def copy_table(self) -> None:
        """The selected block with the names of forms and characteristics, for a report."""
        from ...services.clipboard_table import as_page, escaped, html_cell, to_tabs  # deferred: see `ui.clipboard`

        rows, columns = self._block()
        if not rows:
            return
        model, document = self._model, self._bridge.document
        heads = [model.columns[column].title for column in columns]
        titles, chosen = [model.rows[row].title for row in rows], self._chosen(rows, columns)

        def work() -> tuple[str, str]:
            lines, texts = [], [["", *heads]]
            for title, entries in zip(titles, chosen, strict=True):
                stop_if_asked()
                cells = "".join(html_cell(entry, document) for entry in entries)
                lines.append(f"<tr><th>{escaped(title)}</th>{cells}</tr>")
                texts.append([title, *(entry.text.plain for entry in entries)])
            head = "".join(f"<th>{escaped(title)}</th>" for title in heads)
            return as_page(f'<table border="1"><tr><th></th>{head}</tr>{"".join(lines)}</table>'), to_tabs(texts)

        with suppress(WorkStoppedError):
            html, text = done_beside(self._view, QCoreApplication.translate("Clipboard", "Copying…"), work)
            data = QMimeData()
            data.setHtml(html)
            data.setText(text)
            QGuiApplication.clipboard().setMimeData(data)

    def copy_picture(self) -> None:
        """The forms and the group that are shown, as the picture that an export makes of them."""
        from ...services.print_pages import matrix_picture  # deferred: drawing loads a large library
        from ..printing import provenance_of

        forms = {form for form, _ in self._view.selected_places()}
        chosen = tuple(form for form in self._model.shown_forms if form in forms) if len(forms) > 1 else ()
        groups = {row.group for row in self._model.shown_characteristics}
        group = groups.pop() if len(groups) == 1 else None
        forms_wanted, provenance = chosen or self._model.shown_forms, provenance_of(self._bridge)
        document, title = self._bridge.document, QCoreApplication.translate("Matrix", "Drawing the picture…")

        def work() -> QImage:
            return QImage.fromData(matrix_picture(document, forms_wanted, group, provenance, self._language))

        try:
            picture = done_beside(self._view, title, work)
        except WorkStoppedError:
            return
        QGuiApplication.clipboard().setImage(picture)

    # Cells

    def _block(self) -> tuple[list[int], list[int]]:
        """Rows and columns with a selected entry, in sight, in order."""
        model, rows = self._model, list[int]()
        by_columns: Collection[int] = ()
        columns = set[int]()
        for row, chosen in self._view.selected_cells().items():
            if chosen is not by_columns:
                # Most rows of a block have the same ones.
                by_columns = chosen
                columns.update(chosen)
            if model.is_entry(row, 0):
                rows.append(row)
        if not rows:
            return [], []
        return rows, sorted(each for each in columns if self._is_entry(rows[0], each))

    def _is_entry(self, row_0: int, column_0: int) -> bool:
        hidden = self._view.isRowHidden(row_0) or self._view.isColumnHidden(column_0)
        return not hidden and self._model.place(row_0, column_0) is not None

    def _chosen(self, rows: list[int], columns: list[int]) -> list[list[Entry]]:
        """The entries of a block; what is not selected in it is empty."""
        chosen = self._view.selected_cells()
        found = []
        for row in rows:
            line, here = self._model.entries(row, columns), chosen[row]
            found.append(
                [entry if column in here else EMPTY_ENTRY for entry, column in zip(line, columns, strict=True)]
            )
        return found

    def _room(self) -> tuple[list[int], list[int]]:
        """Rows and columns of entries from the first selected cell on."""
        rows, columns = self._block()
        if not rows:
            return [], []
        down = [row for row in range(rows[0], len(self._model.rows)) if self._is_entry(row, columns[0])]
        return down, [
            column for column in range(columns[0], len(self._model.columns)) if self._is_entry(rows[0], column)
        ]

    def _over(
        self, block: Sequence[Sequence[Pasted | None]], rows: list[int], columns: list[int]
    ) -> dict[Place, Pasted | None]:
        """What comes over which entry."""
        found: dict[Place, Pasted | None] = {}
        for row, line in zip(rows, block, strict=False):
            found.update(zip(self._model.places(row, columns), line, strict=False))
        return found

    def _push(self, places: list[Place], after: Callable[[Place, Entry], Entry], name: str) -> None:
        document = self._bridge.document
        real = worked_out(document, places, after)
        if real:
            count = len(real)
            entries = QCoreApplication.translate("OverviewPlace", "%n entry/entries", "", count)
            one = real[0]
            where = f"{one.form} · {document.characteristic(one.characteristic).title}" if count == 1 else entries
            self._bridge.push(one if count == 1 else Together(real), f"{name}: {where}")
