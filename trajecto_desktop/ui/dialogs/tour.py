"""Three cards for who starts the program for the first time; they stand beside the work and can be closed at any moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..theme import MARGIN, WIDE
from ..translation import QT_TRANSLATE_NOOP
from .roomy import Dialog

STEPS: tuple[tuple[str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("Tour", "1. Your own file, as it is"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Open a fiche or an overview, or drop it on the window. It stays an Excel file: saving changes only the cells that you "
            "touched. To look around first, take one of the samples on the start page: they open as a copy.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "2. Judge from the keyboard"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "In Fiche each characteristic stands beside the text of the decree. A number key gives the code with that number in "
            "the file's own legend and goes on to the next one; 0 takes the code away, H hatches, F2 edits the text. Ctrl+Z takes "
            "back whatever you did.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "3. One judgement, everywhere"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "The overview, the counts and the four sheets follow at once. Each change is safe in the journal before you save. "
            "Ctrl+K finds every command, form and characteristic; F1 opens the manual.",
        ),
    ),
)
"""Heading and sentence of each card, English source (context `Tour`)."""


class TourDialog(Dialog):
    """The three cards.

    Args:
        parent: the window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("TourDialog", "Welcome to Trajecto Desktop"))
        self.setMinimumWidth(520)
        self.step_0 = 0
        self.heading, self.words = QLabel(), QLabel()
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.heading.setFont(font)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(6 * self.words.fontMetrics().height())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.skip = QPushButton(QCoreApplication.translate("TourDialog", "&Skip"))
        self.skip.setAutoDefault(False)
        self.skip.clicked.connect(self.reject)
        self.back = QPushButton(QCoreApplication.translate("TourDialog", "&Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.show_step(self.step_0 - 1))
        self.onward = QPushButton()
        self.onward.setDefault(True)
        self.onward.clicked.connect(self._on_onward)
        self._build()
        self.show_step(0)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.onward)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.heading)
        layout.addWidget(self.words, 1)
        layout.addLayout(row)

    def show_step(self, step_0: int) -> None:
        """Show one card (0-based)."""
        self.step_0 = step_0
        heading, words = STEPS[step_0]
        self.heading.setText(QCoreApplication.translate("Tour", heading))
        self.words.setText(QCoreApplication.translate("Tour", words))
        self.back.setEnabled(step_0 > 0)
        last = step_0 == len(STEPS) - 1
        begin = QCoreApplication.translate("TourDialog", "&Begin")
        self.onward.setText(begin if last else QCoreApplication.translate("TourDialog", "&Next"))
        self.skip.setVisible(not last)

    def _on_onward(self) -> None:
        if self.step_0 + 1 < len(STEPS):
            self.show_step(self.step_0 + 1)
        else:
            self.accept()
