"""Work of the window's own that nobody waits for, done between events: some of it at once, the rest a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

AT_ONCE_S, SLICE_S = 0.03, 0.012
"""So long works the first slice, and each that follows."""


class Slices(QObject):
    """Goes through the steps of one piece of work at a time.

    Args:
        parent: Qt owner; the work ends with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._go_on(SLICE_S))

    @property
    def at_work(self) -> bool:
        """Whether something is left to do."""
        return self._timer.isActive()

    def start(self, steps: Iterator[object]) -> None:
        """Do this from now on, and no longer what was being done; little work is done before this returns."""
        self._timer.stop()
        self._steps = steps
        self._go_on(AT_ONCE_S)

    def stop(self) -> None:
        """Leave it as it is."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self, seconds: float) -> None:
        start = perf_counter()
        for _ in self._steps:
            if perf_counter() - start > seconds:
                self._timer.start()
                return
