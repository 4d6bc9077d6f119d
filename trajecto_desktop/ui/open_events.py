"""Files that macOS hands to a program that runs already ("Open with", a drop on its icon)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from .main_window import MainWindow
from .overriding import override


class OpenEvents(QObject):
    """Opens what the system asks for; installed on the application, on macOS only, since every event passes it.

    Args:
        window: which opens the files.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the requests to open a file; let everything else through."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._window.open_path(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
