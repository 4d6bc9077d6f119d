"""How many findings a document has, worked out beside the window: what is painted first does not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from ..document.document import Changed, Document
from ..domain.findings import Finding

_AFTER_MS = 120
"""The table is painted by then, and the pane beside it filled."""
_POLL_MS = 40


class FindingCount(QObject):
    """The number of findings of one document.

    Args:
        document: whose findings are counted, in a thread: they are worked out when they are first looked at.
        parent: Qt owner.
    """

    known = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.number: int | None = None
        """`None` as long as it is not known."""
        self._looked_at: Sequence[Finding] = ()
        self._work: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._begin()

    def follow(self, changed: Changed) -> None:
        """The document was written or read again: it may have other findings."""
        if changed.structure and self._document.content.findings is not self._looked_at:
            self._begin()

    def _begin(self) -> None:
        self._looked_at, self._work, self.number = self._document.content.findings, None, None
        if isinstance(self._looked_at, list | tuple):
            # They are there already.
            self.number = len(self._looked_at)
            self._timer.stop()
        else:
            # The time begins to run when the window is handed to the person, not while the file is being opened.
            self._timer.start(0)

    def _on_time(self) -> None:
        if not self._timer.interval():
            self._timer.start(_AFTER_MS)
        elif self._work is None:
            findings = self._looked_at
            # The thread knows nothing of Qt: the document may be closed, and this object gone, while it is at work.
            self._work = threading.Thread(target=lambda: len(findings), name="findings", daemon=True)
            self._work.start()
            self._timer.start(_POLL_MS)
        elif not self._work.is_alive():
            self._timer.stop()
            self.number = len(self._looked_at)
            self.known.emit()
