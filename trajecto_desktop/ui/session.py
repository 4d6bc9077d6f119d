"""What was open when the window closed: files, the place and what it showed, sizes; kept in the settings and given back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

from .settings import SettingsFile

if TYPE_CHECKING:
    from .main_window import MainWindow

_FIRST_WIDTH, _FIRST_HEIGHT = 1440, 900
"""Logical pixels."""


class Session:
    """The session of one window.

    Args:
        window: whose.
        settings: where it is kept.
    """

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        self._window, self._settings = window, settings

    def restore_geometry(self) -> None:
        """Take the size and place of last time; at the first start as much of the screen as is comfortable."""
        window = self._window
        if window.restoreGeometry(QByteArray.fromBase64(self._settings.values.geometry.encode())):
            return
        room = window.screen().availableSize()
        window.resize(min(room.width(), _FIRST_WIDTH), min(room.height(), _FIRST_HEIGHT))
        if room.width() <= _FIRST_WIDTH or room.height() <= _FIRST_HEIGHT:
            # Its frame comes on top of its size: only the system knows how much of it then fits the screen.
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def restore(self) -> None:
        """Open what was open last time, as far as it is still there, and show it as it was shown."""
        values, window = self._settings.values, self._window
        active, place = values.active_file, values.active_place
        for name in [name for name in values.session if Path(name).is_file()]:
            workspace = window.open_path(Path(name))
            if workspace is None:
                continue
            views = values.views.get(name)
            workspace.take_views(views if isinstance(views, dict) else {})
            if name == active and workspace.has_place(place):
                workspace.show_place(place)
        if active in values.session and Path(active).is_file():
            window.open_path(Path(active))
        if not window.workspaces:
            window.show_start()

    def keep(self) -> None:
        """Note what is open now."""
        values, window = self._settings.values, self._window
        open_now = [(str(w.bridge.path), w) for w in window.workspaces if w.bridge.path is not None]
        values.session = [path for path, _ in open_now]
        values.views = {path: workspace.views() for path, workspace in open_now}
        values.geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        front = window.workspace
        values.active_file = str(front.bridge.path) if front is not None else ""
        values.active_place = front.current_id if front is not None else ""
