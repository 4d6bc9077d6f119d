"""What the status bar always says: how far the form in front is, and that every edit is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QStatusBar

from .bridge import DocumentBridge
from .messages import Messages
from .overriding import override

if TYPE_CHECKING:
    from .journal_link import JournalLink


class Note(QLabel):
    """A line that gives way in a narrow window: what is left out of it stands in its tooltip."""

    @override
    def setText(self, arg__1: str) -> None:
        """Show this text."""
        super().setText(arg__1)
        self.setToolTip(arg__1)

    @override
    def minimumSizeHint(self) -> QSize:
        """It may become very narrow."""
        return QSize(2 * self.fontMetrics().height(), super().minimumSizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the text as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class StatusNotes:
    """The two notes in the status bar.

    Args:
        bar: where they stand.
        messages: the words for what goes wrong.
    """

    def __init__(self, bar: QStatusBar, messages: Messages) -> None:
        self._messages = messages
        self._progress, self._journal = Note(), Note()
        bar.addWidget(self._progress, 1)
        bar.addPermanentWidget(self._journal)

    def show(self, bridge: DocumentBridge | None, link: JournalLink | None) -> None:
        """Show the figures and the state of the journal of a document, or nothing."""
        self._progress.setText(_progress_of(bridge) if bridge is not None else "")
        self._journal.setText(self._safety_of(bridge, link) if bridge is not None and link is not None else "")

    def _safety_of(self, bridge: DocumentBridge, link: JournalLink) -> str:
        if link.trouble is not None:
            return self._messages.sentence(link.trouble)
        if bridge.undo_stack.isClean():
            return QCoreApplication.translate("MainWindow", "Everything is saved in the file") if bridge.path else ""
        if link.journal.safe:
            return QCoreApplication.translate("MainWindow", "Every change is safe in the journal")
        return QCoreApplication.translate("MainWindow", "Noting in the journal…")


def _progress_of(bridge: DocumentBridge) -> str:
    form = bridge.current[0]
    if form not in bridge.document.form_names:
        return ""
    count, findings = bridge.tallies.of(form), bridge.findings.number
    # Plain names as numbers: the tool that collects sentences understands nothing else there.
    remarks = count.open_remarks
    progress = QCoreApplication.translate("MainWindow", "%1 of %2")
    parts = [
        f"{form}: " + progress.replace("%1", str(count.done)).replace("%2", str(count.total)),
        QCoreApplication.translate("MainWindow", "%n open remark(s)", "", remarks),
    ]
    if findings is not None:
        parts.append(QCoreApplication.translate("MainWindow", "%n finding(s)", "", findings))
    return "  ·  ".join(parts)
