"""What is written in the pane beside a table becomes changes of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ...domain.feedback import Kind
from ...domain.text import RichText
from ...errors import TrajectoError, WorkStoppedError
from ...values import replace
from ..bridge import DocumentBridge
from .entry_changes import push_entries
from .entry_pane import EntryPane
from .place import PlaceContext

if TYPE_CHECKING:
    from ..entry_editor import EntryEditor


class PaneWriting(QObject):
    """Takes the texts and remarks of one pane.

    Args:
        bridge: the document.
        context: who the person is.
        pane: where is written.
        table: gets the keyboard back afterwards.
    """

    def __init__(self, bridge: DocumentBridge, context: PlaceContext, pane: EntryPane, table: QWidget) -> None:
        super().__init__(pane)
        self._bridge, self._context, self._pane, self._table = bridge, context, pane, table
        pane.text_written.connect(self._on_text_written)
        pane.remark_written.connect(self._on_remark_written)
        pane.editor_made.connect(self._on_editor_made)

    def _on_text_written(self, form: str, key: str, which: str, text: RichText) -> None:
        """The entry's own text, its short one, its remarks or its sources, or a wording of the characteristic."""
        if which in ("adapted", "decree"):
            self._reword(key, which, text)
            return
        before = self._bridge.document.entry(form, key)
        short = text if text and text.plain != before.text.plain else None
        after = {
            "text": lambda: replace(before, text=text),
            "short": lambda: replace(before, short_text=short),
            "remarks": lambda: replace(before, remarks=text),
            "sources": lambda: replace(before, sources=text),
        }[which]()
        push_entries(self._bridge, form, {key: after}, QCoreApplication.translate("FichePlace", "Text"))
        self._table.setFocus()

    def _reword(self, key: str, which: str, text: RichText) -> None:
        from .rewording import push_rewording  # deferred: it brings along what writes a workbook

        try:
            push_rewording(self._bridge, key, which, text, self._context.window)
        except WorkStoppedError:
            # The row keeps the wording it had.
            pass
        except TrajectoError as error:
            self._context.messages.show_error(error)
        self._table.setFocus()

    def _on_editor_made(self, editor: EntryEditor) -> None:
        from ..spelling_marks import attach  # deferred: start edits nothing

        attach(editor, self._bridge, self._context.settings, self._context.window)

    def _on_remark_written(self, form: str, key: str, kind: Kind, text: str) -> None:
        """Put a remark on the entry, in the name of the person; without a name it is asked first."""
        values = self._context.settings.values
        if not values.author:
            self._context.actions.run("settings")
        # Deferred: it brings the format of threads, which a first screen does not need.
        from ...services.annotate import annotated

        before = self._bridge.document.entry(form, key)
        try:
            after, _ = annotated(before, kind, values.author, text, values.organisation)
        except TrajectoError:
            # Still no name: the text stays in the field.
            self._pane.start_remark(text)
            return
        push_entries(self._bridge, form, {key: after}, QCoreApplication.translate("FichePlace", "Remark"))
        self._table.setFocus()
