"""A line that says that the log of feedback rounds cannot come into the open workbook, and what to do; hidden otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from ...services.open_document import OpenedFile


class LogNote(QLabel):
    """Shown over the differences of returned copies, before anything is decided."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate(
                "RoundLog",
                "The structure of this workbook is protected: the log cannot come into it. Keep it in a file of its own"
                " (Feedback, Log of the round), or take the protection away in Excel.",
            )
        )
        self.setWordWrap(True)
        self.hide()

    def show_for(self, opened: OpenedFile | None) -> None:
        """Show it when this file takes no log."""
        from ...services.feedback_log import log_fits  # deferred: only who collects needs it

        self.setVisible(opened is not None and not log_fits(opened))
