"""Copying from and pasting into the matrix: blocks as a spreadsheet knows them, a table with headings, a picture.

Here: which cells. Not here: what stands on the clipboard (`ui.clipboard`, `services.clipboard_table`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from ...domain.changes import EntryChanged, Together
from ...domain.fiche import EMPTY_ENTRY, Entry
from ...errors import Language, WorkStoppedError
from ...services.edit_entry import emptied
from ..bridge import DocumentBridge
from ..clipboard import mime_of, paste_note, pasted
from ..models.matrix_model import MatrixModel
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
            block = [[self._entry_if_chosen(row, column) for column in columns] for row in rows]
            QGuiApplication.clipboard().setMimeData(mime_of(block, self._bridge.document))

    def cut(self) -> None:
        """Copy, then empty what was copied: text and judgement."""
        self.copy()
        places = self._view.selected_places()
        afters = {place: emptied(self._bridge.document.entry(*place)) for place in places}
        self._push(afters, QCoreApplication.translate("OverviewPlace", "Cut"))

    def paste(self) -> str:
        """Put the clipboard's block over the cells from the first selected one; one cell goes into all that are selected.

        Returns:
            What to say when something did not fit, or nothing.
        """
        document = self._bridge.document
        block = pasted(QGuiApplication.clipboard().mimeData(), document)
        if len(block) == 1 and len(block[0]) == 1:
            targets = [(place, block[0][0]) for place in self._view.selected_places()]
            note = ""
        else:
            rows, columns = self._room()
            note = paste_note(block, len(rows), len(columns))
            targets = self._over(block, rows, columns)
        afters = {place: cell.onto(document.entry(*place)) for place, cell in targets if cell is not None}
        self._push(afters, QCoreApplication.translate("OverviewPlace", "Pasted"))
        return note

    def copy_table(self) -> None:
        """The selected block with the names of forms and characteristics, for a report."""
        from ...services.clipboard_table import as_page, escaped, html_cell, to_tabs  # deferred: see `ui.clipboard`

        rows, columns = self._block()
        if not rows:
            return
        model, document = self._model, self._bridge.document
        heads = [model.columns[column].title for column in columns]
        lines, texts = [], [["", *heads]]
        for row in rows:
            entries = [self._entry_if_chosen(row, column) for column in columns]
            title = model.rows[row].title
            cells = "".join(html_cell(entry, document) for entry in entries)
            lines.append(f"<tr><th>{escaped(title)}</th>{cells}</tr>")
            texts.append([title, *(entry.text.plain for entry in entries)])
        head = "".join(f"<th>{escaped(title)}</th>" for title in heads)
        data = QMimeData()
        data.setHtml(as_page(f'<table border="1"><tr><th></th>{head}</tr>{"".join(lines)}</table>'))
        data.setText(to_tabs(texts))
        QGuiApplication.clipboard().setMimeData(data)

    def copy_picture(self) -> None:
        """The forms and the group that are shown, as the picture that an export makes of them."""
        from ...services.print_pages import matrix_picture  # deferred: drawing loads a large library
        from ..printing import provenance_of
        from ..waiting import done_beside

        forms = {form for form, _ in self._view.selected_places()}
        chosen = tuple(form for form in self._model.shown_forms if form in forms) if len(forms) > 1 else ()
        groups = {row.group for row in self._model.shown_characteristics}
        group = groups.pop() if len(groups) == 1 else None
        forms_wanted, provenance = chosen or self._model.shown_forms, provenance_of(self._bridge)
        document, title = self._bridge.document, QCoreApplication.translate("Matrix", "Drawing the picture…")
        try:
            picture = done_beside(
                self._view, title, lambda: matrix_picture(document, forms_wanted, group, provenance, self._language)
            )
        except WorkStoppedError:
            return
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))

    # Cells

    def _block(self) -> tuple[list[int], list[int]]:
        """Rows and columns with a selected entry, in sight, in order."""
        found = [(index.row(), index.column()) for index in self._view.selectedIndexes()]
        found = [(row, column) for row, column in found if self._is_entry(row, column)]
        return sorted({row for row, _ in found}), sorted({column for _, column in found})

    def _is_entry(self, row_0: int, column_0: int) -> bool:
        hidden = self._view.isRowHidden(row_0) or self._view.isColumnHidden(column_0)
        return not hidden and self._model.place(row_0, column_0) is not None

    def _entry_if_chosen(self, row_0: int, column_0: int) -> Entry:
        chosen = self._view.selectionModel().isSelected(self._model.index(row_0, column_0))
        return (self._model.entry(row_0, column_0) if chosen else None) or EMPTY_ENTRY

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
    ) -> list[tuple[Place, Pasted | None]]:
        found: list[tuple[Place, Pasted | None]] = []
        for row, line in zip(rows, block, strict=False):
            for column, cell in zip(columns, line, strict=False):
                place = self._model.place(row, column)
                if place is not None:
                    found.append((place, cell))
        return found

    def _push(self, afters: dict[Place, Entry], name: str) -> None:
        document = self._bridge.document
        changes = [document.change_entry(form, key, after) for (form, key), after in afters.items()]
        real: tuple[EntryChanged, ...] = tuple(change for change in changes if change.before != change.after)
        if real:
            count = len(real)
            entries = QCoreApplication.translate("OverviewPlace", "%n entry/entries", "", count)
            one = real[0]
            where = f"{one.form} · {document.characteristic(one.characteristic).title}" if count == 1 else entries
            self._bridge.push(one if count == 1 else Together(real), f"{name}: {where}")
