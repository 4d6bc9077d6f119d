"""Write a file so that it is the old one or the new one, whole, whatever happens meanwhile.

Here: temporary file in the same folder, flushed to the disk, put in the old one's place. Not here: what is written.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from ..errors import ReadOnlyTargetError, SaveError
from .save_troubles import save_error

_NEW_FILE_MODE = 0o666


def write_atomically(path: Path, data: bytes) -> None:
    """Put these bytes in place of the file, or make it.

    A link is followed, so that it stays one; the permissions of a file that is there stay too.

    Raises:
        SaveError: it cannot be written; what stood there still stands, and nothing half-written is left.
    """
    try:
        real = Path(os.path.realpath(path))
        mode = _mode_for(real)
        if real.exists() and not mode & 0o222:
            raise ReadOnlyTargetError(file=path.name)
        _replace(real, data, mode)
    except OSError as error:
        raise save_error(error, path) from error
    except ValueError as error:
        # A name with a null character is no path at all.
        raise SaveError(file=path.name, detail=str(error)) from error


def _mode_for(path: Path) -> int:
    """Permissions of the file that is there; those that the system gives a new one otherwise."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return _NEW_FILE_MODE & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _replace(path: Path, data: bytes, mode: int) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder", str(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Let the new name reach the disk too; where a folder cannot be opened (Windows), the system sees to it."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
