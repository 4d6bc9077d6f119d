"""The editor of an entry's text, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from ..domain.text import RichText, RunRole
from .leave import Leave
from .overriding import override
from .rich_text_document import LINE_END, RunMapping
from .text_layout import Inks
from .theme import shades

_MODIFIER = Qt.KeyboardModifier


class EntryEditor(QTextEdit):
    """Edits rich text without losing the format of what is not touched.

    Enter keeps the text and goes down, Shift+Enter or Alt+Enter breaks the line, Esc gives up, Ctrl+Enter is done. Ctrl+R makes a
    remark of the selection, Ctrl+E text for completeness, Ctrl+B, Ctrl+I and Ctrl+U as everywhere.

    Args:
        text: what to start with.
        remark: colour of remarks, `#RRGGBB`.
        completeness: colour of text given for completeness.
        parent: where it lies.
    """

    left = Signal(object)
    """The person left with this `Leave`; the text is in `rich_text`."""
    menu_made = Signal(object, object)
    """A context menu is about to be shown: the `QMenu`, which may be added to, and a `QTextCursor` where it was asked for."""

    def __init__(self, text: RichText, remark: str, completeness: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tones = shades(self.palette())
        self.own_actions: dict[str, Callable[[], object]] = {}
        """Action id → what it means while this text is edited, besides undo, copy and the like."""
        self._start = text
        self._mapping = RunMapping(text, Inks.on(tones, remark, completeness), tones)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("EntryEditor", "Text of the entry"))
        self._prepare(lambda: self._mapping.fill(self.document()))
        self.moveCursor(self.textCursor().MoveOperation.End)

    def set_margin(self, pixels: int) -> None:
        """The room around the text."""
        self._prepare(lambda: self.document().setDocumentMargin(pixels))

    def _prepare(self, step: Callable[[], object]) -> None:
        """Do something to the document that is no edit: it can not be undone, and nothing counts as changed."""
        self.document().setUndoRedoEnabled(False)
        step()
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)

    @property
    def rich_text(self) -> RichText:
        """What stands there now; the very text it started with when nothing changed."""
        return self._mapping.read(self.document()) if self.document().isModified() else self._start

    def take_action(self, action_id: str) -> bool:
        """Undo, copy and the like mean the text here; anything else comes after what was written is kept."""
        own: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
        }
        own |= self.own_actions
        if action_id in own:
            own[action_id]()
            return True
        self.left.emit(Leave.STAY)
        return False

    def toggle_role(self, role: RunRole) -> None:
        """Make the selection (or what is typed next) a remark and the like, or plain again."""
        now = self._mapping.role_of(self._format_here())
        self._merge(self._mapping.format_for(RunRole.PLAIN if now is role else role))

    def _format_here(self) -> QTextCharFormat:
        """The format of the selection's first character, or of what would be typed."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(min(cursor.anchor(), cursor.position()) + 1)
        return cursor.charFormat()

    def _toggle_bold(self) -> None:
        form = QTextCharFormat()
        bold = self._format_here().fontWeight() >= QFont.Weight.DemiBold
        form.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._merge(form)

    def _toggle_italic(self) -> None:
        form = QTextCharFormat()
        form.setFontItalic(not self._format_here().fontItalic())
        self._merge(form)

    def _toggle_underline(self) -> None:
        form = QTextCharFormat()
        form.setFontUnderline(not self._format_here().fontUnderline())
        self._merge(form)

    def _merge(self, form: QTextCharFormat) -> None:
        self.mergeCurrentCharFormat(form)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the editor's own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
        return enter or (event.modifiers() == _MODIFIER.ControlModifier and event.key() in _STYLE_KEYS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, break the line, change the look, or type."""
        key, modifiers = event.key(), event.modifiers() & ~_MODIFIER.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.left.emit(Leave.CANCEL)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(modifiers)
        elif key == Qt.Key.Key_Tab:
            self.left.emit(Leave.DOWN)
        elif key == Qt.Key.Key_Backtab:
            self.left.emit(Leave.UP)
        elif modifiers == _MODIFIER.ControlModifier and key in _STYLE_KEYS:
            _STYLE_KEYS[Qt.Key(key)](self)
        else:
            super().keyPressEvent(event)

    def _on_enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _MODIFIER.ControlModifier:
            self.left.emit(Leave.DONE)
        elif modifiers & (_MODIFIER.ShiftModifier | _MODIFIER.AltModifier):
            self.textCursor().insertText(LINE_END)
            self.ensureCursorVisible()
        else:
            self.left.emit(Leave.DOWN)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only; they take the look of where they come."""
        self.textCursor().insertText(source.text().replace("\r\n", "\n").rstrip("\n").replace("\n", LINE_END))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and the looks."""
        menu: QMenu = self.createStandardContextMenu(event.pos())
        menu.addSeparator()
        for words, keys, run in (
            (QCoreApplication.translate("EntryEditor", "Remark of the pen-holder"), "Ctrl+R", _remark),
            (QCoreApplication.translate("EntryEditor", "For completeness"), "Ctrl+E", _completeness),
            (QCoreApplication.translate("EntryEditor", "Bold"), "Ctrl+B", EntryEditor._toggle_bold),
            (QCoreApplication.translate("EntryEditor", "Italic"), "Ctrl+I", EntryEditor._toggle_italic),
        ):
            action = QAction(f"{words}\t{keys}", menu)
            action.triggered.connect(lambda _checked=False, do=run: do(self))
            menu.addAction(action)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        where = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_made.emit(menu, self.cursorForPosition(event.pos()) if by_mouse else self.textCursor())
        menu.exec(where)
        menu.deleteLater()


def _remark(editor: EntryEditor) -> None:
    editor.toggle_role(RunRole.REMARK)


def _completeness(editor: EntryEditor) -> None:
    editor.toggle_role(RunRole.COMPLETENESS)


_STYLE_KEYS = {
    Qt.Key.Key_R: _remark,
    Qt.Key.Key_E: _completeness,
    Qt.Key.Key_B: EntryEditor._toggle_bold,
    Qt.Key.Key_I: EntryEditor._toggle_italic,
    Qt.Key.Key_U: EntryEditor._toggle_underline,
}
