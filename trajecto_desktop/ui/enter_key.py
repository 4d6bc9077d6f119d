"""Enter presses the button that has the keyboard, in the window as in its dialogs; Qt does so with the space bar alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication


def pressed_by_enter(event: QKeyEvent) -> bool:
    """Press the button that has the keyboard, if the key is Enter; whether that was done."""
    button = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(button, QAbstractButton):
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
        return False
    # Seen to go down, as with the space bar.
    button.animateClick()
    return True
