"""Writing a file so that it is either the old one or the new one, whole, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from trajecto_desktop.errors import (
    FileLockedError,
    FolderGoneError,
    NoPermissionError,
    NoSpaceError,
    PathTooLongError,
    ReadOnlyTargetError,
    SaveError,
    SystemReason,
    TargetIsFolderError,
)

from .long_work import step, stop_if_asked

_KINDS: dict[int, type[SaveError]] = {
    errno.ENOSPC: NoSpaceError,
    errno.EDQUOT: NoSpaceError,
    errno.EFBIG: NoSpaceError,
    errno.EROFS: ReadOnlyTargetError,
    errno.EACCES: NoPermissionError,
    errno.EPERM: NoPermissionError,
    errno.ENOENT: FolderGoneError,
    errno.ENOTDIR: FolderGoneError,
    errno.ESTALE: FolderGoneError,
    errno.EIO: FolderGoneError,
    errno.EBUSY: FileLockedError,
    errno.ETXTBSY: FileLockedError,
    errno.ENAMETOOLONG: PathTooLongError,
    errno.ENODEV: FolderGoneError,
    errno.ENXIO: FolderGoneError,
    errno.EHOSTDOWN: FolderGoneError,
    errno.EHOSTUNREACH: FolderGoneError,
    errno.ENETUNREACH: FolderGoneError,
    errno.ENETDOWN: FolderGoneError,
    errno.ECONNRESET: FolderGoneError,
    errno.ECONNABORTED: FolderGoneError,
    errno.ENOTCONN: FolderGoneError,
    errno.ETIMEDOUT: FolderGoneError,
}
#: Windows: sharing and lock violation; access denied; disk full, quota; path, device, network or cloud out of reach; path too
#: long. Source: Microsoft, System Error Codes.
_WINDOWS_KINDS: dict[int, type[SaveError]] = {
    32: FileLockedError,
    33: FileLockedError,
    5: FileLockedError,
    19: ReadOnlyTargetError,
    39: NoSpaceError,
    112: NoSpaceError,
    3: FolderGoneError,
    53: FolderGoneError,
    64: FolderGoneError,
    55: FolderGoneError,
    59: FolderGoneError,
    67: FolderGoneError,
    121: FolderGoneError,
    206: PathTooLongError,
    362: FolderGoneError,
    1231: FolderGoneError,
    1295: NoSpaceError,
}


def write_atomically(path: Path | str, data: bytes) -> None:
    """Replace or create a file: temporary file in the same folder, flushed to disk, then renamed over the old one.

    A symbolic link is followed, so that the file it points at is replaced and the link stays. Permissions stay.

    Raises:
        SaveError: nothing was written and nothing is left behind; the class says why, ``file`` which file.
        WorkStoppedError: who waits asked to stop; nothing was written.
    """
    write_together([(Path(path), data)])


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write a series: first all of it beside its places, flushed to disk, and only then each file over the old one.

    So a full disk or a folder that may not be written to leaves no part of the series behind. Between the renames at the end
    the power can still go; then each file is the old or the new one, whole.

    Args:
        files: path and content of each.

    Raises:
        SaveError: as `write_atomically`.
        WorkStoppedError: as `write_atomically`.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for done, (path, data) in enumerate(files):
            if len(files) > 1:
                step(done, len(files), path.name)
            stop_if_asked()
            waiting.append(_beside(path, data))
        for temporary, target in waiting:
            _replace(temporary, target)
    except BaseException:
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise
    for folder in dict.fromkeys(target.parent for _, target in waiting):
        _flush_folder(folder)


@contextlib.contextmanager
def held_ready(path: Path, data: bytes) -> Iterator[None]:
    """Write a file beside its place, and put it there when the block ends well: a file that goes with what the block writes.

    Raises:
        SaveError: as `write_atomically`; on entering when it cannot be written, so before the block has done anything.
    """
    temporary, target = _beside(path, data)
    try:
        yield
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _beside(path: Path, data: bytes) -> tuple[Path, Path]:
    """Write a temporary file beside the target; gives both."""
    target = Path(os.path.realpath(path))
    try:
        _refuse_write_protected(target)
        return _temporary(target, data), target
    except OSError as error:
        raise save_error(error, target) from error


def _replace(temporary: Path, target: Path) -> None:
    try:
        os.replace(temporary, target)
    except OSError as error:
        raise save_error(error, target) from error


def save_error(error: OSError, target: Path) -> SaveError:
    """The typed error for what the operating system says about writing ``target``."""
    code = getattr(error, "winerror", None)
    kind = _WINDOWS_KINDS.get(code) if code is not None else None
    kind = kind or _KINDS.get(error.errno or 0, SaveError)
    if kind is FileLockedError and code == 5 and not target.exists():
        kind = NoPermissionError
    return kind(file=target.name, detail=SystemReason.of(error), path=str(target))


def _refuse_write_protected(target: Path) -> None:
    """A rename would get around the write protection of a file, which somebody set on purpose."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise TargetIsFolderError(file=target.name or str(target))
    if not mode & stat.S_IWUSR:
        raise ReadOnlyTargetError(file=target.name)


def _temporary(target: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _copy_mode(target, stream.fileno())
            os.fsync(stream.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _copy_mode(target: Path, descriptor: int) -> None:
    """Give the new file the permissions and, where that is allowed, the owner of the one it replaces."""
    if not hasattr(os, "fchmod"):
        return
    try:
        old = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)
        return
    if hasattr(os, "fchown") and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut; Windows and some network shares do not know how."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
