"""Wavy lines under misspelt words of an editor, and the words that may have been meant in its menu.

Here: one editor. Not here: which words are right (`spelling`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from ..domain.spelling import SpelledWord, words_of
from .overriding import override
from .spelling import Spelling
from .theme import shades

if TYPE_CHECKING:
    from .bridge import DocumentBridge
    from .entry_editor import EntryEditor
    from .settings import SettingsFile

_RED = "#C42B1C"


class SpellingMarks(QSyntaxHighlighter):
    """The misspelt words of one editor. A word that is being typed is left alone until the cursor leaves it.

    Args:
        editor: the editor; it owns this.
        spelling: knows which words are right.
        known: words of the file, folded.
    """

    def __init__(self, editor: EntryEditor, spelling: Spelling, known: frozenset[str]) -> None:
        # Under the viewport: an editor as its parent would make the document ours at once.
        super().__init__(editor.viewport())
        self._editor, self._spelling, self._known = editor, spelling, known
        self._typing_at = -1
        """Where the cursor came to stand by typing; -1 when it was put somewhere."""
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        tones = shades(editor.palette())
        self._format.setUnderlineColor(QColor(tones.readable(_RED, tones.base)))
        # Before the document is ours, so that a keystroke is known before its line is looked at.
        editor.document().contentsChange.connect(self._on_typed)
        self.setDocument(editor.document())
        editor.cursorPositionChanged.connect(self._on_cursor_moved)
        spelling.judged.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        """Mark the wrong words of a line."""
        start = self.currentBlock().position()
        for word in words_of(text):
            if self._spelling.is_wrong(word.text, self._known):
                at, length = _in_qt(text, word)
                if self._typing_at != start + at + length:
                    self.setFormat(at, length, self._format)

    def _on_typed(self, position: int, _removed: int, added: int) -> None:
        self._typing_at = position + added if self._editor.document().isModified() else -1

    def _on_cursor_moved(self) -> None:
        if self._typing_at >= 0 and self._editor.textCursor().position() != self._typing_at:
            self._typing_at = -1
            self.rehighlight()

    # Where mistakes stand

    def wrong_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """The misspelt word that the cursor is in or beside, selected; nothing when there is none."""
        for found in self._wrong_in(cursor.block()):
            if found.selectionStart() <= cursor.position() <= found.selectionEnd():
                return found
        return None

    def next_wrong(self) -> QTextCursor | None:
        """The first misspelt word after the cursor, selected; nothing when there is none."""
        after = self._editor.textCursor()
        block = after.block()
        while block.isValid():
            for found in self._wrong_in(block):
                fresh = not after.hasSelection() and found.selectionStart() == after.position()
                if found.selectionStart() > after.selectionStart() or fresh:
                    return found
            block = block.next()
        return None

    def _wrong_in(self, block: QTextBlock) -> list[QTextCursor]:
        found = []
        for word in words_of(block.text()):
            if self._spelling.is_wrong(word.text, self._known):
                at, length = _in_qt(block.text(), word)
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + at)
                cursor.setPosition(block.position() + at + length, QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor)
        return found

    # What may have been meant

    def show_next(self) -> bool:
        """Select the next misspelt word and show what may have been meant; says whether there was one."""
        found = self.next_wrong()
        if found is None:
            return False
        self._editor.setTextCursor(found)
        self._editor.ensureCursorVisible()
        menu = QMenu(self._editor)
        self.fill(menu, found)
        first = next((action for action in menu.actions() if action.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
        below = self._editor.cursorRect(found).bottomLeft()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._editor.viewport().mapToGlobal(below))
        return True

    def fill(self, menu: QMenu, found: QTextCursor) -> None:
        """Put what may have been meant at the top of a menu, and the way to keep the word as it is."""
        word = found.selectedText()
        before = menu.actions()[0] if menu.actions() else None
        add = QAction(QCoreApplication.translate("Spelling", "Add “%1” to my words").replace("%1", word), menu)
        add.triggered.connect(lambda: self._spelling.add(word))
        end = menu.addSeparator() if before is None else menu.insertSeparator(before)
        menu.insertAction(end, add)
        proposals = self._spelling.propose(word, self._known)
        if proposals is not None:
            self._offer(menu, add, found, proposals)
            return
        seeking = QAction(QCoreApplication.translate("Spelling", "Looking for what was meant…"), menu)
        seeking.setEnabled(False)
        menu.insertAction(add, seeking)

        def show(of_word: str, those: list[str]) -> None:
            if of_word == word:
                menu.removeAction(seeking)
                self._offer(menu, add, found, those)

        connection = self._spelling.proposed.connect(show)
        menu.destroyed.connect(_ending(self._spelling, connection))

    def _offer(self, menu: QMenu, before: QAction, found: QTextCursor, proposals: list[str]) -> None:
        actions = []
        for proposal in proposals:
            action = QAction(proposal, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _checked=False, words=proposal: replace_word(found, words))
            actions.append(action)
        if not actions:
            nothing = QAction(QCoreApplication.translate("Spelling", "Nothing like it in the dictionary"), menu)
            nothing.setEnabled(False)
            actions.append(nothing)
        menu.insertActions(before, actions)
        if proposals:
            menu.setActiveAction(actions[0])


def attach(editor: EntryEditor, bridge: DocumentBridge, settings: SettingsFile, window: QWidget) -> SpellingMarks:
    """Mark the mistakes in an editor, offer what was meant in its menu, and go along them with the key for that."""
    spelling = Spelling.of(window, settings)
    marks = SpellingMarks(editor, spelling, spelling.words_of_file(bridge))

    def offer(menu: QMenu, cursor: QTextCursor) -> None:
        found = marks.wrong_at(cursor)
        if found is not None:
            marks.fill(menu, found)

    editor.menu_made.connect(offer)
    editor.own_actions["spelling_next"] = marks.show_next
    return marks


def replace_word(found: QTextCursor, words: str) -> None:
    """Put words in the place of the selected ones; letters that stay keep their look, new ones take that of their place."""
    old, start = found.selectedText(), found.selectionStart()
    same = next((at for at, (a, b) in enumerate(zip(old, words, strict=False)) if a != b), min(len(old), len(words)))
    tail = 0
    while tail < min(len(old), len(words)) - same and old[-1 - tail] == words[-1 - tail]:
        tail += 1
    cursor = QTextCursor(found.document())
    cursor.setPosition(start + same)
    cursor.setPosition(start + len(old) - tail, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCursor(found.document())
    look.setPosition(start + same + (1 if same < len(old) else 0))
    cursor.insertText(words[same : len(words) - tail], look.charFormat())


def _in_qt(text: str, word: SpelledWord) -> tuple[int, int]:
    """Start and length of a word in Qt's units, of which a rare letter or a picture sign takes two."""
    if text.isascii():
        return word.start, len(word.text)
    return len(text[: word.start].encode("utf-16-le")) // 2, len(word.text.encode("utf-16-le")) // 2


def _ending(spelling: Spelling, connection: object) -> Callable[[], None]:
    def end() -> None:
        spelling.disconnect(connection)  # type: ignore[call-overload]

    return end
