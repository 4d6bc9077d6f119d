"""The keyboard goes back to the window when a dialog closes, also where no window manager sees to that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

_PATIENCE_MS = 50


class FocusReturn(QObject):
    """Watches which window has the keyboard.

    Args:
        window: the window that gets it back when a dialog of the program had it and is gone, and nobody else took it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_changed)

    def _on_changed(self, now: QWindow | None) -> None:
        last, self._last = self._last, now
        if now is None and last is not None and last is not self._window.windowHandle():
            # The dialog loses the keyboard before it is gone: look once it had time to go.
            QTimer.singleShot(_PATIENCE_MS, self, lambda: self._take_back(last))

    def _take_back(self, last: QWindow) -> None:
        # A person who goes to another program leaves our dialog standing; only one that is gone gives the keyboard back.
        gone = not isValid(last) or not last.isVisible()
        if (
            gone
            and QGuiApplication.focusWindow() is None
            and self._window.isVisible()
            and not self._window.isMinimized()
        ):
            self._window.activateWindow()
