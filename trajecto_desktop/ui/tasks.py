"""Long work beside the window: in a thread of its own, with a note of how far it is and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ..errors import TrajectoError, WorkStoppedError
from ..services.long_work import Waiter, waited_for_by
from .progress_note import ProgressNote

Work = Callable[[], object]


class _Signals(QObject):
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    stepped = Signal(int, int, str)
    """How many steps are done, how many there are, and what is next."""
    broken = Signal(object)
    """Something that nobody foresaw was raised; it has to reach the window, or the person waits for ever."""


class _Job:
    """One piece of work; it holds no widget, and tells what came of it by signal, which Qt brings to the window's thread."""

    def __init__(self, work: Work) -> None:
        self._work = work
        # The application owns them: without an owner the thread, which lets go of the job last, would delete them while the
        # window's thread still delivers what they said.
        self.signals = _Signals(QCoreApplication.instance())
        self.waiter = Waiter(self._step)

    def run(self) -> None:
        try:
            with waited_for_by(self.waiter):
                result = self._work()
        except WorkStoppedError:
            self._tell(self.signals.stopped)
        except TrajectoError as error:
            self._tell(self.signals.failed, error)
        except Exception as error:
            self._tell(self.signals.broken, error)
        else:
            self._tell(self.signals.finished, result)
        with suppress(RuntimeError):
            # In the thread that they live in, after what they said was delivered.
            self.signals.deleteLater()

    def _step(self, done: int, total: int, name: str) -> None:
        self._tell(self.signals.stepped, done, total, name)

    @staticmethod
    def _tell(signal: SignalInstance, *values: object) -> None:
        # The program may end before its threads do; then nobody is there to be told.
        with suppress(RuntimeError):
            signal.emit(*values)


class Task(QObject):
    """A piece of work that the person sees going on, and can stop.

    Stopping it asks the work itself to stop (`services.long_work`); the note stays until it has, so that nothing is still read
    or written when the person goes on.

    Args:
        parent: over which the note stands.
        title: what is being done.
        work: runs in another thread; it must touch neither widgets nor an open document.
        done: called in the window's thread with what it gave.
        failed: called in the window's thread with the `TrajectoError` it raised.
        cancel: the word on the button.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        work: Work,
        done: Callable[[object], None],
        failed: Callable[[TrajectoError], None],
        cancel: str,
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self._job = _Job(work)
        self._job.signals.finished.connect(self._on_finished)
        self._job.signals.failed.connect(self._on_failed)
        self._job.signals.broken.connect(self._on_broken)
        self._note = ProgressNote(parent, title, cancel)
        self._note.stop_asked.connect(self._job.waiter.stop)
        self._job.signals.stopped.connect(self._end)
        self._job.signals.stepped.connect(self._note.say)
        # Nobody waits any more when the window is gone.
        self.destroyed.connect(self._job.waiter.stop)

    def start(self) -> None:
        """Begin; returns at once."""
        # As a function it keeps the job alive, also when who asked for it is gone before its turn comes.
        QThreadPool.globalInstance().start(self._job.run)

    def _on_finished(self, result: object) -> None:
        self._end()
        # What the work still brings, when it was past its last step as it was stopped, is not used.
        if not self._note.stopping:
            self._done(result)

    def _on_failed(self, error: TrajectoError) -> None:
        self._end()
        if not self._note.stopping:
            self._failed(error)

    def _on_broken(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        self._note.end()
        self.deleteLater()


class QuietTask(QObject):
    """A short piece of work beside the window that nobody has to wait for, such as a preview.

    Args:
        parent: Qt owner; when it is gone, nobody is told.
        work: runs in another thread; it must touch neither widgets nor an open document.
        done: called in the window's thread with what it gave.
        failed: called in the window's thread with the `TrajectoError` it raised.
    """

    def __init__(
        self,
        parent: QWidget,
        work: Work,
        done: Callable[[object], None],
        failed: Callable[[TrajectoError], None],
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self._job = _Job(work)
        self._job.signals.finished.connect(self._on_finished)
        self._job.signals.failed.connect(self._on_failed)
        self._job.signals.broken.connect(self._on_broken)
        self._job.signals.stopped.connect(self.deleteLater)
        # Nobody waits any more when its owner is gone.
        self.destroyed.connect(self._job.waiter.stop)

    def stop(self) -> None:
        """Nobody needs it any more: the work stops at its next step, and nobody is told."""
        self._job.waiter.stop()

    def start(self) -> None:
        """Begin; returns at once."""
        # As above.
        QThreadPool.globalInstance().start(self._job.run)

    def _on_finished(self, result: object) -> None:
        self._done(result)
        self.deleteLater()

    def _on_failed(self, error: TrajectoError) -> None:
        self._failed(error)
        self.deleteLater()

    def _on_broken(self, error: Exception) -> None:
        self.deleteLater()
        raise error
