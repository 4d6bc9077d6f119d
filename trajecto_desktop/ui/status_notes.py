"""What the status bar always says: how far the form in front is, and that every edit is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStatusBar, QWidget

from .bridge import DocumentBridge
from .messages import Messages
from .overriding import override
from .theme import GAP, WIDE

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


class StatusBar(QStatusBar):
    """The status bar: a message that is longer than one line takes as many as it needs, for as long as it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.giving_way: list[QWidget] = []
        """Permanent widgets that stand aside for a message that does not fit beside them."""
        self.messageChanged.connect(lambda _text: self._make_room())

    def _make_room(self) -> None:
        for widget in self.giving_way:
            widget.setVisible(not self.currentMessage() or self._fits_beside())
        self.setMinimumHeight(self._needed().height() + GAP if self._wraps() else 0)

    def _fits_beside(self) -> bool:
        needed = self.fontMetrics().horizontalAdvance(self.currentMessage())
        return needed <= self._room().width() - sum(widget.sizeHint().width() + WIDE for widget in self.giving_way)

    def _wraps(self) -> bool:
        text = self.currentMessage()
        return bool(text) and self.fontMetrics().horizontalAdvance(text) > self._room().width()

    def _room(self) -> QRect:
        # Deferred: its 500 numbers take PySide 5 ms, and there is no message at start.
        from PySide6.QtWidgets import QStyle

        grip = self.style().pixelMetric(QStyle.PixelMetric.PM_SizeGripSize) if self.isSizeGripEnabled() else 0
        return self.rect().adjusted(GAP, 0, -grip - GAP, 0)

    def _needed(self) -> QRect:
        room = QRect(0, 0, self._room().width(), 1000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.currentMessage())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own writes one line and leaves out what does not fit on it."""
        if not self._wraps():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(self._room(), flags, self.currentMessage())
        painter.end()


class StatusNotes:
    """The two notes in the status bar.

    Args:
        window: gets a status bar, in which they stand.
        messages: the words for what goes wrong.
    """

    def __init__(self, window: QMainWindow, messages: Messages) -> None:
        self._messages = messages
        bar = StatusBar()
        window.setStatusBar(bar)
        self._progress, self._journal = Note(), Note()
        bar.addWidget(self._progress, 1)
        bar.addPermanentWidget(self._journal)
        bar.giving_way.append(self._journal)

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
