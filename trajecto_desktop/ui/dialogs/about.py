"""Which program and version this is, and what it is built on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ..theme import MARGIN
from .manual import PageView
from .roomy import Dialog


class AboutDialog(Dialog):
    """Version and licences.

    Args:
        version: of the program.
        licences: the page that names everything it is built on.
        parent: the window.
    """

    def __init__(self, version: str, licences: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("AboutDialog", "About Trajecto Desktop"))
        self.resize(680, 520)
        text = QCoreApplication.translate(
            "AboutDialog",
            "Trajecto Desktop %1\n\nFiches and overviews of support forms: open, judge and save; nothing else in the file changes. "
            "The program works offline and never uses the network.",
        )
        self.words = QLabel(text.replace("%1", version))
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view = PageView()
        self.view.setAccessibleName(QCoreApplication.translate("AboutDialog", "Licences"))
        self.view.show_page(licences)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.words)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
