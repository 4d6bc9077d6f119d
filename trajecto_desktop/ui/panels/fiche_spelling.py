"""Spelling in the Fiche place: marks in its editors, and a walk along the entries that have mistakes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from ...domain.spelling import words_of
from ..entry_editor import EntryEditor
from ..leave import Leave
from ..models.fiche_model import Heading
from ..spelling import Spelling, SpellingState
from ..spelling_marks import SpellingMarks, attach
from .fiche_errands import FicheFront


class FicheSpelling(QObject):
    """What a Fiche place needs of spelling; made with its first editor.

    Args:
        front: the form in front, along whose rows the walk goes.
    """

    def __init__(self, front: FicheFront) -> None:
        super().__init__(front.table)
        self._bridge, self._context, self._say = front.bridge, front.context, front.say
        self._rows, self._table = front.rows, front.table
        self.spelling = Spelling.of(front.context.window, front.context.settings)
        self._newest: EntryEditor | None = None
        """The editor that was opened last; an earlier one may be there still, about to go."""
        self._walking = ""
        """Key of the row a walk waits to begin after, while words are being judged."""
        self.spelling.judged.connect(self._on_judged)
        front.table.current_key_changed.connect(self._on_moved)

    @property
    def known(self) -> frozenset[str]:
        """The words of the file."""
        return self.spelling.words_of_file(self._bridge)

    def attach(self, editor: EntryEditor) -> None:
        """Mark the mistakes in an editor of the table; the key goes on to the next entry after the last one."""
        marks = attach(editor, self._bridge, self._context.settings, self._context.window)
        self._newest = editor
        # Who writes meanwhile does not want to be taken elsewhere.
        self._walking = ""
        editor.own_actions["spelling_next"] = lambda: self._next_in(editor, marks)

    def _next_in(self, editor: EntryEditor, marks: SpellingMarks) -> None:
        if not marks.show_next() and not self._said_why_not():
            editor.left.emit(Leave.STAY)
            self.walk(self._table.current_key)

    # The walk

    def walk(self, after: str = "") -> None:
        """Edit the next entry with a mistake, from the chosen row on, or after this one."""
        if self._said_why_not():
            return
        self._walking = after or "*"
        self._on_judged()

    def _on_judged(self) -> None:
        if not self._walking:
            return
        rows = [row.key for row in self._rows.rows if not isinstance(row, Heading)]
        texts = {key: self._words(key) for key in rows}
        if not self.spelling.ask({word for words in texts.values() for word in words} - self.known):
            self._say(QCoreApplication.translate("Spelling", "Spelling is being checked…"))
            return
        after, self._walking = self._walking, ""
        here = self._table.current_key
        begin = rows.index(after) + 1 if after in rows else rows.index(here) if here in rows else 0
        for key in [*rows[begin:], *rows[:begin]]:
            if any(self.spelling.is_wrong(word, self.known) for word in texts[key]):
                self._edit(key)
                return
        self._say(QCoreApplication.translate("Spelling", "No spelling mistakes in this fiche."))

    def _on_moved(self, _key: str) -> None:
        """The person went on by themselves."""
        self._walking = ""

    def _edit(self, key: str) -> None:
        self._say("")
        self._table.go_to(key)
        self._table.start_editing()
        if self._newest is not None:
            self._newest.moveCursor(self._newest.textCursor().MoveOperation.Start)
            self._newest.own_actions["spelling_next"]()

    def _words(self, key: str) -> list[str]:
        entry = self._bridge.document.entry(self._rows.form, key)
        return [word.text for word in words_of(entry.text.plain)]

    def _said_why_not(self) -> bool:
        """Tell why there is no spelling, if there is none."""
        words = {
            SpellingState.OFF: QCoreApplication.translate("Spelling", "Spelling is off; Shift+F7 turns it on."),
            SpellingState.NO_DICTIONARY: QCoreApplication.translate(
                "Spelling", "No Dutch dictionary was found on this computer. The settings say where to put one."
            ),
            SpellingState.FAILED: QCoreApplication.translate(
                "Spelling", "The dictionary cannot be read. The settings say which one it is."
            ),
        }.get(self.spelling.state, "")
        if words:
            self._say(words)
        return bool(words)
