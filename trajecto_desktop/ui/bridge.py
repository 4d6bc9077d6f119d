"""The seam between one open document and the window: a document with an undo stack, signals and visited entries.

Here: what every place needs of a document. Not here: files (`main_window` asks services), widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ..document.document import Changed, Document
from ..domain.changes import Change, Together
from ..domain.fiche import Entry
from .commands.change_command import Asleep, ChangeCommand
from .finding_count import FindingCount
from .history import VisitHistory
from .status_line import Tallies

if TYPE_CHECKING:
    from ..services.open_document import OpenedFile

AFTER_PICTURE_MS = 60
"""After so long what the first picture of a document can do without is done; a hand that was quicker finds it done then."""


_MANY = 1_000
"""A gesture of fewer changes is made at once, in any case."""


class DocumentBridge(QObject):
    """One open document as the window sees it.

    Args:
        document: the document; the bridge listens to it until `close`.
        opened: the file it came from, or nothing for a document that has no file yet.
        parent: Qt owner.
    """

    changed = Signal(object)
    """`document.Changed`, after every change, undo and redo."""
    entry_shown = Signal(str, str)
    """Somebody asked to go to this form and characteristic key: the Fiche place shows it."""
    current_changed = Signal(str, str)
    """The selection moved to this form and characteristic key."""
    history_changed = Signal()
    """Going back or forward became possible or impossible."""
    pushed = Signal(object, str, bool)
    """A change was made: the change, its name, and whether it became one step with the one before."""
    changing = Signal()
    """A change is about to be made."""
    saved = Signal()
    """The document was written, or got another path."""
    safety_changed = Signal(bool)
    """Whether every change so far is on disk, in the file or in the journal."""

    def __init__(self, document: Document, opened: OpenedFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.opened = opened
        self.path: Path | None = opened.path if opened is not None else None
        self.tallies = Tallies(document)
        """How far each form is."""
        self.findings = FindingCount(document, self)
        """How many findings there are, once that is known."""
        self._stack = QUndoStack(self)
        self._history = VisitHistory()
        self._current: tuple[str, str] = ("", "")
        self._going = False
        self.pushing = False
        """Whether the stack moves because a change is being pushed, not undone or redone."""
        self._in_parts = False
        self._stop_listening = document.listen(self._on_document_changed)

    @property
    def document(self) -> Document:
        """The one truth; change it with `push` only."""
        return self._document

    @property
    def undo_stack(self) -> QUndoStack:
        """Everything that can be undone; `isClean()` says whether the file is as saved."""
        return self._stack

    @property
    def history(self) -> VisitHistory:
        """The entries visited."""
        return self._history

    @property
    def current(self) -> tuple[str, str]:
        """Form and characteristic key of the selected entry; empty strings when nothing is."""
        return self._current

    def push(self, change: Change, name: str, merge_id: int = -1) -> bool:
        """Make a change as one undo step; one of thousands of entries is made a little at a time.

        Args:
            change: what to change; a gesture of several is a `Together`.
            name: what and where, with a colon between: `Kleur: 1G1P · vrijwillig`.
            merge_id: same number in a row means one undo step (typing); -1 never merges.

        Returns:
            Whether it was made; False where the person stopped it.

        Raises:
            ChangeDoesNotFitError: the document no longer holds what the change says stood before; nothing is changed.
        """
        self.changing.emit()
        self.pushing = True
        try:
            if not self._apply(change):
                return False
            count = self._stack.count()
            self._stack.push(ChangeCommand(self._document, change, name, merge_id))
        finally:
            self.pushing = False
        merged = merge_id != -1 and self._stack.count() == count and self._stack.index() == count
        self.pushed.emit(change, name, merged)
        return True

    def undo(self) -> None:
        """Take the last step back."""
        self._move(self._stack.index() - 1, back=True)

    def redo(self) -> None:
        """Make the step again that was taken back."""
        self._move(self._stack.index(), back=False)

    def _move(self, index: int, back: bool) -> None:
        command = self._stack.command(index)
        if isinstance(command, ChangeCommand) and command.is_awake and _may_be_large(command.change):
            from .gradual import apply_gradually, is_large  # deferred: few gestures are that large

            if is_large(command.change):
                self._in_parts = True
                try:
                    if not apply_gradually(self._document, command.change, back=back):
                        return
                finally:
                    self._in_parts = self.pushing = False
                command.is_made = True
        if back:
            self._stack.undo()
        else:
            self._stack.redo()

    def _apply(self, change: Change) -> bool:
        if _may_be_large(change):
            from .gradual import apply_gradually, is_large  # as above

            if is_large(change):
                return apply_gradually(self._document, change)
        self._document.apply(change)
        return True

    def restore_steps(self, steps: Sequence[tuple[Change, str]], position: int, clean: int | None) -> None:
        """Give the undo stack steps of an earlier time; the document has those before `position` already.

        Args:
            steps: changes with their names, the oldest first.
            position: how many of them are done.
            clean: at which position the file is as saved, or `None`.
        """
        if not steps:
            return
        asleep = Asleep()
        self.pushing = True
        for change, name in steps:
            self._stack.push(ChangeCommand(self._document, change, name, asleep=asleep))
        self._stack.setIndex(position)
        asleep.over = True
        self.pushing = False
        if clean == position:
            self._stack.setClean()
        else:
            self._stack.resetClean()

    def push_entry(self, form: str, key: str, after: Entry, name: str, merge_id: int = -1) -> None:
        """Give one entry this content, as one undo step; nothing happens when it already has it."""
        change = self._document.change_entry(form, key, after)
        if change.before != change.after:
            self.push(change, name, merge_id)

    def show_entry(self, form: str, key: str) -> None:
        """Go to an entry: remember the visit, and ask the Fiche place to show it."""
        self._remember(self._current)
        self._history.visit((form, key))
        self._go((form, key))

    def set_current(self, form: str, key: str) -> None:
        """Say where the selection is now (places call this; panels follow `current_changed`)."""
        if (form, key) != self._current:
            self._current = (form, key)
            self.current_changed.emit(form, key)

    def remember_visit(self) -> None:
        """Keep the current entry among the visited ones (after a person stayed there)."""
        self._remember(self._current)

    def go_back(self) -> None:
        """Show the entry visited before this one."""
        self._remember(self._current)
        self._show(self._history.back())

    def go_forward(self) -> None:
        """Show the entry that was left by going back."""
        self._show(self._history.forward())

    def close(self) -> None:
        """Stop listening to the document."""
        self._stop_listening()
        self._stop_listening = _nothing

    def _remember(self, visit: tuple[str, str]) -> None:
        if visit[0] and visit != self._history.current and not self._going:
            self._history.visit(visit)
            self.history_changed.emit()

    def _show(self, visit: tuple[str, str] | None) -> None:
        if visit is not None:
            self._go(visit)

    def _go(self, visit: tuple[str, str]) -> None:
        """Ask for an entry; what is passed on the way there is no visit."""
        self._going = True
        self.entry_shown.emit(*visit)
        self._going = False
        self.history_changed.emit()

    def _on_document_changed(self, changed: Changed) -> None:
        self.tallies.follow(changed)
        self.findings.follow(changed)
        self.changed.emit(changed)
        if self._in_parts:
            # Who goes where something was undone goes to the first part of it, and stays there.
            self.pushing = True


def _may_be_large(change: Change) -> bool:
    return isinstance(change, Together) and len(change.changes) > _MANY


def _nothing() -> None:
    """Listening has ended already."""
