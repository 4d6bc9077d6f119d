"""Long work that says how far it is, and that stops when who waits for it says so.

Here: the one who waits, and the two things that work says to it. Not here: threads and windows (`ui.tasks`). Every service may
call `step` and `stop_if_asked`, however deep it is: nothing has to be handed down for it, and where nobody waits, as in a
script, both do nothing. What writes files asks just before it writes, so that stopped work leaves nothing behind.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..errors import WorkStoppedError

Told = Callable[[int, int, str], object]
"""Called with how many steps are done, how many there are, and the name of the one that is next."""


class Waiter:
    """Who waits for a piece of work; it may be asked from any thread.

    Args:
        told: hears how far the work is, in the thread of the work.
    """

    def __init__(self, told: Told | None = None) -> None:
        self._told = told
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether the work has to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop; it does so at its next step."""
        self._stopped.set()

    def hear(self, done: int, total: int, name: str) -> None:
        """How far the work is."""
        if self._told is not None:
            self._told(done, total, name)


# Not a global of the program: each thread, and each block of `waited_for_by`, has its own.
_waiter: ContextVar[Waiter | None] = ContextVar("waiter", default=None)


@contextmanager
def waited_for_by(waiter: Waiter) -> Iterator[None]:
    """What runs inside is waited for; it raises `WorkStoppedError` where it was asked to stop."""
    token = _waiter.set(waiter)
    try:
        yield
    finally:
        _waiter.reset(token)


def stop_if_asked() -> None:
    """A place where the work can stop without leaving anything half done.

    Raises:
        WorkStoppedError: who waits asked for it.
    """
    waiter = _waiter.get()
    if waiter is not None and waiter.stopped:
        raise WorkStoppedError


def step(done: int, total: int, name: str) -> None:
    """Say how far the work is, at a place where it can stop.

    Args:
        done: how many steps are done.
        total: how many there are.
        name: what is next, such as a file's name.

    Raises:
        WorkStoppedError: as `stop_if_asked`.
    """
    stop_if_asked()
    waiter = _waiter.get()
    if waiter is not None:
        waiter.hear(done, total, name)
