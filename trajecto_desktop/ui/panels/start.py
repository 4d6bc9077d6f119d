"""The start page: recent files, samples, a place to drop a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..settings import RecentFile


class StartPage(QWidget):
    """What a person sees before a file is open."""

    file_chosen = Signal(str)
    """Path of a file to open."""
    action_chosen = Signal(str)
    """Id of an action to run."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        label = QLabel(QCoreApplication.translate("StartPage", "Drop a file here"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(label)

    def show_files(self, recent: list[RecentFile], samples: list[Path]) -> None:
        """Fill the lists."""
