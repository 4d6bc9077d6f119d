"""A lock that one running program holds and that the system lets go when the program ends, however it ends.

Here: the lock. Not here: what is locked (`keep_journal`, `recover`). Imported by services.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import TracebackType


class LockFile:
    """An advisory lock on a file of its own; exclusive, also between two journals of one process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self) -> bool:
        """Take the lock; false when another program holds it. Raises OSError when the file cannot be made."""
        while self._descriptor is None:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(descriptor):
                os.close(descriptor)
                return False
            if _is_still_there(descriptor, self._path):
                self._descriptor = descriptor
            else:
                # Its last holder removed the file between our opening and our locking it.
                os.close(descriptor)
        return True

    def release(self, remove: bool = False) -> None:
        """Let go; with `remove`, the lock file goes too."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        # Windows cannot remove an open file; elsewhere it must go while it is still held.
        if remove and sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(descriptor)
        if remove and sys.platform == "win32":
            self._path.unlink(missing_ok=True)

    def __enter__(self) -> LockFile:
        """Nothing is taken by entering; leaving lets go."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go."""
        self.release()


def _is_still_there(descriptor: int, path: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # A file system that knows no locks (some network homes) must not keep anyone from having a journal.
            return error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
        return True
