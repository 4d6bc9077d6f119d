"""Work that its caller waits for, without holding the window: that goes on being painted, and says how far the work is.

Here: calls that return when the work is done. `tasks` is for work that is done whenever it is done. Two ways: in a thread, for work
that touches neither widgets nor the open document (it may look at the document, which nothing changes meanwhile); or a little
at a time, for work that does. What takes no longer than a moment shows nothing. Keys pressed meanwhile wait.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ..services.long_work import Waiter, waited_for_by
from .progress_note import ProgressNote

_Result = TypeVar("_Result")
_AT_ONCE_S = 0.05
"""Work that is done by then needs no event loop, and nobody notices."""
_NOTE_AFTER_MS = 400
_POLL_MS = 15
_SLICE_S = 0.03
"""So long a slice works before the window has its turn."""
_NO_KEYS = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


def done_beside(parent: QWidget | None, title: str, work: Callable[[], _Result]) -> _Result:
    """What the work gives; it runs in a thread of its own, and the window is painted meanwhile.

    Args:
        parent: over which the note stands, if it takes long enough for one.
        title: what is being done.
        work: what to do.

    Raises:
        WorkStoppedError: the person stopped it.
        Exception: whatever the work raises.
    """
    job = _Job(work)
    job.start()
    job.join(_AT_ONCE_S)
    if job.is_alive():
        _wait_for(job, parent, title)
    return job.result()


def front() -> QWidget | None:
    """What a note stands over when work was asked for by a key: the dialog or window in front, if any is."""
    return QApplication.activeModalWidget() or QApplication.activeWindow()


def done_in_slices(
    parent: QWidget | None, title: str, steps: Iterable[tuple[int, int]], *, stoppable: bool = True
) -> bool:
    """Go through all steps in the window's own thread, a little at a time, and paint the window in between.

    Args:
        parent: over which the note stands, if it takes long enough for one.
        title: what is being done.
        steps: each does a little, and says how many are done and how many there are.
        stoppable: whether the note has a button.

    Returns:
        Whether all was done; False where the person stopped it.
    """
    begin = turn = time.perf_counter()
    note: ProgressNote | None = None
    try:
        for done, total in steps:
            now = time.perf_counter()
            if now - turn < _SLICE_S:
                continue
            if note is None and now - begin > _NOTE_AFTER_MS / 1000:
                note = ProgressNote(parent, title)
                if not stoppable:
                    note.setCancelButton(None)
                note.show()
            if note is not None:
                note.say(done, total)
            QCoreApplication.processEvents(_NO_KEYS if note is None else QEventLoop.ProcessEventsFlag.AllEvents)
            if note is not None and note.stopping and stoppable:
                return False
            turn = time.perf_counter()
    finally:
        if note is not None:
            note.end()
    return True


class _Job(threading.Thread, Generic[_Result]):
    """A piece of work in a thread, and what came of it."""

    def __init__(self, work: Callable[[], _Result]) -> None:
        super().__init__(name="beside the window", daemon=True)
        self._work = work
        self._results: list[_Result] = []
        self._error: Exception | None = None
        self.step = (0, 0, "")
        """How many steps are done, how many there are, and what is next."""
        self.waiter = Waiter(self._hear)

    def run(self) -> None:
        """Do it; whoever waits gets what came of it."""
        try:
            with waited_for_by(self.waiter):
                self._results.append(self._work())
        except Exception as error:
            self._error = error

    def result(self) -> _Result:
        """What it gave; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _hear(self, done: int, total: int, name: str) -> None:
        self.step = (done, total, name)


def _wait_for(job: _Job[_Result], parent: QWidget | None, title: str) -> None:
    """Let the window live until the work is done: at first without keys, later under a note with a button to stop it."""
    loop = QEventLoop()
    poll = QTimer(interval=_POLL_MS)
    poll.timeout.connect(lambda: None if job.is_alive() else loop.quit())
    poll.start()
    QTimer.singleShot(_NOTE_AFTER_MS, loop.quit)
    loop.exec(_NO_KEYS)
    if not job.is_alive():
        return
    note = ProgressNote(parent, title)
    note.stop_asked.connect(job.waiter.stop)
    poll.timeout.connect(lambda: note.say(*job.step))
    note.show()
    loop.exec()
    note.end()
