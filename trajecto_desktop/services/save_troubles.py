"""What went wrong on the disk, as one of our errors that says what a person can do.

Here: the table from system errors to typed ones. Not here: writing (`atomic`). Imported by services that write.
"""

from __future__ import annotations

import errno
from pathlib import Path

from trajecto_desktop.errors import (
    FileLockedError,
    FolderGoneError,
    NoPermissionError,
    NoSpaceError,
    PathTooLongError,
    ReadOnlyTargetError,
    SaveError,
)

_BY_ERRNO: dict[int, type[SaveError]] = {
    errno.ENOSPC: NoSpaceError,
    errno.EDQUOT: NoSpaceError,
    errno.EFBIG: NoSpaceError,
    errno.EROFS: ReadOnlyTargetError,
    errno.EACCES: NoPermissionError,
    errno.EPERM: NoPermissionError,
    errno.ENAMETOOLONG: PathTooLongError,
    errno.EBUSY: FileLockedError,
    errno.ETXTBSY: FileLockedError,
    errno.ENOENT: FolderGoneError,
    errno.ENOTDIR: FolderGoneError,
    errno.ENODEV: FolderGoneError,
    errno.ENXIO: FolderGoneError,
    # A share that went away in the middle of a save.
    errno.EIO: FolderGoneError,
    errno.ESTALE: FolderGoneError,
    errno.EHOSTDOWN: FolderGoneError,
    errno.EHOSTUNREACH: FolderGoneError,
    errno.ENETUNREACH: FolderGoneError,
    errno.ENETDOWN: FolderGoneError,
    errno.ECONNRESET: FolderGoneError,
    errno.ECONNABORTED: FolderGoneError,
    errno.ENOTCONN: FolderGoneError,
    errno.ETIMEDOUT: FolderGoneError,
}

#: Windows' own numbers, more exact than the errno Python derives. Source: Microsoft, System Error Codes.
_BY_WINERROR: dict[int, type[SaveError]] = {
    3: FolderGoneError,  # ERROR_PATH_NOT_FOUND
    5: NoPermissionError,  # ERROR_ACCESS_DENIED
    19: ReadOnlyTargetError,  # ERROR_WRITE_PROTECT
    32: FileLockedError,  # ERROR_SHARING_VIOLATION
    33: FileLockedError,  # ERROR_LOCK_VIOLATION
    39: NoSpaceError,  # ERROR_HANDLE_DISK_FULL
    53: FolderGoneError,  # ERROR_BAD_NETPATH
    55: FolderGoneError,  # ERROR_DEV_NOT_EXIST
    59: FolderGoneError,  # ERROR_UNEXP_NET_ERR
    64: FolderGoneError,  # ERROR_NETNAME_DELETED
    67: FolderGoneError,  # ERROR_BAD_NET_NAME
    112: NoSpaceError,  # ERROR_DISK_FULL
    121: FolderGoneError,  # ERROR_SEM_TIMEOUT
    206: PathTooLongError,  # ERROR_FILENAME_EXCED_RANGE
    362: FolderGoneError,  # ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING
    1231: FolderGoneError,  # ERROR_NETWORK_UNREACHABLE
    1295: NoSpaceError,  # ERROR_DISK_QUOTA_EXCEEDED
}


def save_error(error: OSError, path: Path) -> SaveError:
    """The typed error for a write to `path` that the system refused (``file``, ``detail``)."""
    windows = getattr(error, "winerror", None)
    kind = _BY_WINERROR.get(windows) if isinstance(windows, int) else None
    if kind is None:
        kind = _BY_ERRNO.get(error.errno or 0, SaveError)
    return kind(file=path.name, detail=error.strerror or str(error))
