"""The note over the window that says how far long work is, with a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget


class ProgressNote(QProgressDialog):
    """Shows itself when the work takes longer than a moment; it stays until `end`, also when it was asked to stop.

    Args:
        parent: over which it stands; without one, over all windows.
        title: what is being done.
        cancel: the word on the button.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None, title: str, cancel: str = "") -> None:
        super().__init__(title, cancel or QCoreApplication.translate("Task", "Cancel"), 0, 0, parent)
        self._title = title
        self.stopping = False
        """Whether the person asked to stop."""
        # Without known steps: a moving bar, shown only when the work takes longer than a moment.
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        # The note shows itself after a moment only when nothing has been done yet, which a new bar does not say.
        self._bar.setValue(0)
        self.setBar(self._bar)
        modal = Qt.WindowModality.WindowModal if parent is not None else Qt.WindowModality.ApplicationModal
        self.setWindowModality(modal)
        self.setMinimumDuration(400)
        self.setAutoReset(False)
        self.setAutoClose(False)
        for signal in (self.canceled, self.rejected):
            signal.connect(self._on_cancelled)

    def say(self, done: int, total: int, name: str = "") -> None:
        """So many steps of so many are done; the name is that of the next."""
        if self.stopping:
            return
        self.setLabelText(f"{self._title}\n{name}" if name else self._title)
        # The bar itself: the note would look after all waiting events, in the middle of whatever goes on.
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def end(self) -> None:
        """The work is over."""
        self.blockSignals(True)
        self.close()
        self.deleteLater()

    def _on_cancelled(self) -> None:
        if self.stopping:
            return
        self.stopping = True
        self.stop_asked.emit()
        self.setLabelText(QCoreApplication.translate("Task", "Stopping…"))
        self.setCancelButton(None)
        self._bar.setMaximum(0)
        # Not at once: a note that is being closed is hidden after this.
        QTimer.singleShot(0, self, self.show)
