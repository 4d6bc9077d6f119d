"""Files that macOS hands over are opened; tried here with the event it sends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from trajecto_desktop import shipped
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.open_events import OpenEvents


def test_a_file_that_the_system_hands_over_is_opened(window: MainWindow, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "fiche.xlsx"
    file.write_bytes((shipped.samples() / "fiche_1G1P.xlsx").read_bytes())
    events = OpenEvents(window)
    qapp.installEventFilter(events)
    qapp.sendEvent(qapp, QFileOpenEvent(str(file)))
    qapp.sendEvent(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(events)
    assert [workspace.bridge.path for workspace in window.workspaces][-1] == file
