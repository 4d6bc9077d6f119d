"""The one registry of actions: it makes a `QAction` of each line of `action_specs` and keeps their shortcuts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from .action_specs import ACTIONS, ActionSpec, keys_on
from .icons import icon

Commands = Mapping[str, Callable[[], None]]
"""Action id → what it does here."""


@runtime_checkable
class Editing(Protocol):
    """An editor of text that is open in a place."""

    def take_action(self, action_id: str) -> bool:
        """Do the action oneself (undo what was typed) and say so, or finish first, so that the action sees the text."""


def finish_editing(action_id: str) -> bool:
    """Let an editor that has the focus take the action, or keep what was written; says whether it took it."""
    focused = QApplication.focusWidget()
    return isinstance(focused, Editing) and focused.take_action(action_id)


class ActionRegistry(QObject):
    """All actions of one window.

    A triggered action goes to the first source that has a command for its id; the place in front is asked first.

    Args:
        parent: the window: its shortcuts work there.
        shortcuts: the person's own shortcuts by action id, in place of the ones in the table.
    """

    def __init__(self, parent: QObject, shortcuts: Mapping[str, list[str]]) -> None:
        super().__init__(parent)
        self._sources: list[Callable[[], Commands]] = []
        self._states: list[Callable[[], Mapping[str, bool]]] = []
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._actions = {spec.id: self._make(spec, shortcuts.get(spec.id)) for spec in ACTIONS}

    @property
    def specs(self) -> Iterable[ActionSpec]:
        """The table, in order."""
        return self._specs.values()

    def action(self, action_id: str) -> QAction:
        """The action of that id; raises `KeyError` with the id."""
        return self._actions[action_id]

    def spec(self, action_id: str) -> ActionSpec:
        """The line of the table; raises `KeyError` with the id."""
        return self._specs[action_id]

    def add_source(self, source: Callable[[], Commands]) -> None:
        """Ask this source for commands, after those added before."""
        self._sources.append(source)

    def add_states(self, states: Callable[[], Mapping[str, bool]]) -> None:
        """Ask here which checkable actions are checked."""
        self._states.append(states)

    def refresh(self) -> None:
        """Enable the actions that somebody has a command for now, and check those that are on."""
        available = set().union(*(source().keys() for source in self._sources))
        for action_id, action in self._actions.items():
            action.setEnabled(action_id in available)
        for states in self._states:
            for action_id, on in states().items():
                self._actions[action_id].setChecked(on)

    def run(self, action_id: str) -> None:
        """Do it, if somebody has a command for it now. An editor that has the focus is asked first."""
        if finish_editing(action_id):
            return
        for source in self._sources:
            command = source().get(action_id)
            if command is not None:
                command()
                return

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for action_id, action in self._actions.items():
            spec = self._specs[action_id]
            action.setText(translated(spec.text))
            self._describe(action, spec)

    def run_by_keys(self, keys: QKeySequence) -> bool:
        """Do the action that has these keys and can be done now; says whether there is one."""
        for action_id, action in self._actions.items():
            if action.isEnabled() and keys in action.shortcuts():
                self.run(action_id)
                return True
        return False

    def set_shortcuts(self, action_id: str, sequences: list[str]) -> None:
        """Give an action other keys."""
        action = self._actions[action_id]
        action.setShortcuts([_keys_of(sequence) for sequence in sequences])
        self._describe(action, self._specs[action_id])

    def shortcut_text(self, action_id: str) -> str:
        """The first shortcut as keys are written here, or nothing."""
        return self._actions[action_id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _make(self, spec: ActionSpec, shortcuts: list[str] | None) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        keys = shortcuts if shortcuts is not None else keys_on(sys.platform, spec.shortcuts)
        action.setShortcuts([_keys_of(sequence) for sequence in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        self._describe(action, spec)
        action.triggered.connect(lambda _checked=False, action_id=spec.id: self.run(action_id))
        return action

    def _describe(self, action: QAction, spec: ActionSpec) -> None:
        text = translated(spec.tooltip) if spec.tooltip else plain_text(translated(spec.text))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({keys})" if keys else text)


def translated(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def plain_text(text: str) -> str:
    """A menu text without its mnemonic and trailing ellipsis."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _keys_of(sequence: str) -> QKeySequence:
    """Keys by their English names, whatever they are called in the language of the window."""
    return QKeySequence.fromString(sequence, QKeySequence.SequenceFormat.PortableText)
