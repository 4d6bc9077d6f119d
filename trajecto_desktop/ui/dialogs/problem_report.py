"""A report about a problem: the person reads it, takes out what should not go, and copies or mails it. Nothing is sent by us."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ...services.problem_report import mail_link
from ..theme import MARGIN
from .roomy import Dialog


class ProblemReportDialog(Dialog):
    """Shows the report before it goes anywhere.

    Args:
        report: the text, which may be changed here.
        parent: the window.
    """

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("ProblemReport", "Report a problem"))
        self.resize(720, 520)
        words = QLabel(
            QCoreApplication.translate(
                "ProblemReport",
                "Below stands everything that the report holds: versions and the end of the log, no names of files and no texts of "
                "yours. Write on top what you did and what happened, take out what should not go, and copy it or put it in a "
                "mail. The program itself sends nothing.",
            )
        )
        words.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(
            QCoreApplication.translate("ProblemReport", "&Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.mail = buttons.addButton(
            QCoreApplication.translate("ProblemReport", "In a &mail…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.mail.clicked.connect(self.open_mail)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def open_mail(self) -> None:
        """Open the person's mail program with the text as it stands here."""
        subject = QCoreApplication.translate("ProblemReport", "Trajecto Desktop: a problem")
        QDesktopServices.openUrl(QUrl(mail_link(self.text.toPlainText(), subject)))
