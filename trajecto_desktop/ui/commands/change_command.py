"""The one undoable command of the window: apply a change, undo applies its inverse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from ...document.document import Document
from ...domain.changes import Change, Together, single_changes
from ..overriding import override

_NO_MERGE = -1


class Asleep:
    """While it is not `over`, commands made with it change nothing: they are laid out as they were in an earlier time."""

    def __init__(self) -> None:
        self.over = False


class ChangeCommand(QUndoCommand):
    """A named gesture on the undo stack.

    The change has been applied before the command is made, so that a refusal reaches the caller as an exception;
    the first `redo`, which `QUndoStack.push` calls, therefore does nothing.

    Args:
        document: what the change was applied to.
        change: the change as applied.
        name: what and where, such as `Kleur: 1G1P · vrijwillig`.
        merge_id: commands with the same number (not -1) in a row become one undo step.
        asleep: until it is over, undo and redo change nothing.
    """

    def __init__(
        self,
        document: Document,
        change: Change,
        name: str,
        merge_id: int = _NO_MERGE,
        asleep: Asleep | None = None,
    ) -> None:
        super().__init__(name)
        self._document = document
        self._change = change
        self._merge_id = merge_id
        self.is_made = True
        """Whether the document has been brought already where the next `undo` or `redo` leads: that then does nothing."""
        self._asleep = asleep

    @property
    def change(self) -> Change:
        """What redo applies."""
        return self._change

    @property
    def is_awake(self) -> bool:
        """Whether undo and redo change the document."""
        return self._asleep is None or self._asleep.over

    @override
    def id(self) -> int:
        """The number by which neighbours are merged."""
        return self._merge_id

    @override
    def redo(self) -> None:
        """Apply the change, except the first time."""
        self._bring(lambda: self._change)

    @override
    def undo(self) -> None:
        """Apply the inverse."""
        self._bring(self._change.inverse)

    def _bring(self, change: Callable[[], Change]) -> None:
        if self.is_made:
            self.is_made = False
        elif self.is_awake:
            self._document.apply(change())

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the following command into this one when both belong to one gesture."""
        if not isinstance(other, ChangeCommand) or self._merge_id == _NO_MERGE:
            return False
        self._change = Together((*single_changes(self._change), *single_changes(other.change)))
        return True
