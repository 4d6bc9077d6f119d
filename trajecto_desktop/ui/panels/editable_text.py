"""A text in the pane that can be written in place: a label, and an editor that takes its room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ...domain.text import RichText
from ..entry_editor import EntryEditor
from ..icons import icon
from ..leave import Leave
from .section import Section, TextLabel

_LEAST_LINES = 3
_ICON = 16


class EditableText(QWidget):
    """A rich text with an edit button in the head of its section.

    Args:
        section: in whose head the button stands.
        remark: colour of remarks, `#RRGGBB`.
        completeness: colour of text given for completeness.
        placeholder: what stands there when there is no text, in words.
    """

    written = Signal(object)
    """The `RichText` the person wrote."""
    editor_made = Signal(object)
    """An `EntryEditor` is about to be shown."""

    def __init__(self, section: Section, remark: str, completeness: str, placeholder: str) -> None:
        super().__init__()
        self._colours = (remark, completeness)
        self._placeholder = placeholder
        self._text = RichText()
        self._editor: EntryEditor | None = None
        self.label = TextLabel(remark, completeness)
        # As its label: never lower than the text needs, also where the pane is too low for all of it.
        self.setSizePolicy(self.label.sizePolicy())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.label)
        self.button = QToolButton()
        self.button.setIcon(icon("edit"))
        self.button.setIconSize(QSize(_ICON, _ICON))
        self.button.setAutoRaise(True)
        self.button.setToolTip(QCoreApplication.translate("EditableText", "Edit"))
        self.button.setAccessibleName(QCoreApplication.translate("EditableText", "Edit"))
        self.button.clicked.connect(self.start)
        section.head.addWidget(self.button)

    def show_text(self, text: RichText) -> None:
        """Show this; an edit under way is kept as it is for the entry it was begun on."""
        if text != self._text or not text:
            self.close_editor(keep=True)
            self._text = text
            self.label.show_text(text or RichText.plain_text(self._placeholder))
            self.updateGeometry()

    def start(self) -> None:
        """Edit the text."""
        if self._editor is not None:
            return
        editor = EntryEditor(self._text, *self._colours)
        editor.setFrameShape(EntryEditor.Shape.StyledPanel)
        height = max(self.label.height(), _LEAST_LINES * self.fontMetrics().lineSpacing()) + self.fontMetrics().height()
        editor.setFixedHeight(height)
        editor.left.connect(lambda how: self.close_editor(keep=how is not Leave.CANCEL))
        self.editor_made.emit(editor)
        self._layout.addWidget(editor)
        self.label.hide()
        editor.show()
        self._editor = editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self, keep: bool) -> None:
        """End an edit; with `keep` what was written is handed on."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        text = editor.rich_text
        editor.hide()
        self._layout.removeWidget(editor)
        editor.deleteLater()
        self.label.show()
        if keep and text != self._text:
            self.written.emit(text)
