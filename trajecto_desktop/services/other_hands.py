"""Other hands in the file: who has it open elsewhere, whether it changed on disk, and where it stands.

Here: noticing, at opening and before saving. Not here: merging (`merge_on_disk`), writing (`atomic`). No Qt.
"""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from trajecto_desktop.errors import (
    FileChangedOnDiskError,
    FileInUseError,
    NameCaseError,
    OnlineOnlyFileError,
    PathTooLongError,
    SaveError,
)

from ..values import dataclass

#: Windows file attributes. Source: Microsoft, File Attribute Constants.
_OFFLINE = 0x1000
_RECALL_ON_OPEN = 0x40000
_RECALL_ON_DATA_ACCESS = 0x400000
_ERROR_CLOUD_FILE = range(358, 407)
_WINDOWS_LONGEST_PATH = 259
_LARGEST_LOCK_BYTES = 4096


class Program(StrEnum):
    """Which program holds a file; the value is its name on screen."""

    EXCEL = "Excel"
    LIBREOFFICE = "LibreOffice"


@dataclass(frozen=True, slots=True)
class OtherHand:
    """Somebody who has the file open, as the lock file beside it says."""

    program: Program
    who: str
    """The person's name as the program knows it; empty when it cannot be read."""
    host: str
    """The machine; Excel does not say."""
    since: datetime
    """When the lock file was made, UTC. A program that crashed leaves one behind: an old one may mean nothing."""
    lock_file: Path

    def error(self, path: Path) -> FileInUseError:
        """The typed notice for a save to `path`."""
        return FileInUseError(file=path.name, who=self.who or self.host or "?", program=self.program.value)


def others_in(path: Path) -> list[OtherHand]:
    """Who has the file open, by Excel's and LibreOffice's lock files beside it; nobody when those cannot be read."""
    found = []
    for program, lock_file in (
        (Program.EXCEL, path.with_name(f"~${path.name}")),
        (Program.LIBREOFFICE, path.with_name(f".~lock.{path.name}#")),
    ):
        content = _small_file(lock_file)
        if content is not None:
            data, since = content
            who, host = (excel_owner(data), "") if program is Program.EXCEL else libreoffice_owner(data)
            found.append(OtherHand(program, who, host, since, lock_file))
    return found


def excel_owner(data: bytes) -> str:
    """The person's name in Excel's owner file `~$name.xlsx`; empty when it cannot be read.

    Shapes: one byte length and the name in the system's code page, filled up with spaces to 55 bytes; two bytes length
    (little-endian) and the name in UTF-16, filled up to 165 bytes in all.
    """
    if len(data) >= 57:
        length = int.from_bytes(data[55:57], "little")
        wide = data[57 : 57 + 2 * length]
        if 0 < length <= 54 and len(wide) == 2 * length:
            return _clean(wide.decode("utf-16-le", "replace"))
    return _clean(data[1 : 1 + data[0]].decode("cp1252", "replace")) if data else ""


def libreoffice_owner(data: bytes) -> tuple[str, str]:
    """(person, machine) in LibreOffice's lock file `.~lock.name#`: person, account, machine, time, profile; by commas."""
    fields, field, escaped = [], "", False
    for character in data.decode("utf-8", "replace"):
        if escaped:
            field, escaped = field + character, False
        elif character == "\\":
            escaped = True
        elif character in ",;":
            fields.append(_clean(field))
            field = ""
        else:
            field += character
    fields += [_clean(field), "", ""]
    return fields[0] or fields[1], fields[2]


def digest_on_disk(path: Path) -> str | None:
    """SHA-256 of the file as it is now, in hexadecimal; nothing when it is not there or cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def changed_since(path: Path, digest: str) -> bool:
    """Whether somebody wrote the file since it had this digest; a file that is gone was not changed."""
    now = digest_on_disk(path)
    return now is not None and now != digest


def before_saving(target: Path, opened: Path | None = None, digest: str | None = None) -> SaveError | None:
    """What stands in the way of a save that the person should decide about first, or nothing.

    Args:
        target: where the save would go.
        opened: where the document came from.
        digest: of that file as opened or last saved.
    """
    own = opened is not None and _same_place(target, opened)
    if own and digest is not None and changed_since(target, digest):
        who = next((hand.who for hand in others_in(target)), "")
        return FileChangedOnDiskError(file=target.name, who=who)
    hands = others_in(target)
    if hands:
        return hands[0].error(target)
    if sys.platform == "win32" and len(os.path.abspath(target)) > _WINDOWS_LONGEST_PATH:
        return PathTooLongError(file=target.name)
    return None if own else name_clash(target)


def name_clash(target: Path) -> NameCaseError | None:
    """Another file in the folder whose name is the same but for capitals or the way accents are written."""
    wanted = _folded(target.name)
    try:
        names = os.listdir(target.parent)
    except OSError:
        return None
    twin = next((name for name in names if name != target.name and _folded(name) == wanted), None)
    return (
        None
        if twin is None or _same_place(target, target.with_name(twin))
        else NameCaseError(file=target.name, detail=twin)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands, as far as it matters for opening and saving."""

    online_only: bool = False
    """A placeholder of OneDrive or SharePoint: reading it fetches it over the network."""
    read_only: bool = False
    """The file, or the folder for new files, may not be written."""


def place_of(path: Path) -> Place:
    """What is special about where a file stands; nothing for a file that is not there."""
    try:
        status = path.stat()
    except OSError:
        return Place()
    attributes = getattr(status, "st_file_attributes", 0)  # Windows alone has them
    recalled = bool(attributes & (_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS))
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return Place(recalled, not writable)


def unavailable_online(error: BaseException | None, path: Path) -> OnlineOnlyFileError | None:
    """The typed error for a read that failed because the file stands in the cloud only; nothing for another failure."""
    windows = getattr(error, "winerror", None)
    return OnlineOnlyFileError(file=path.name) if isinstance(windows, int) and windows in _ERROR_CLOUD_FILE else None


def _small_file(path: Path) -> tuple[bytes, datetime] | None:
    try:
        with open(path, "rb") as file:
            since = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
            return file.read(_LARGEST_LOCK_BYTES), since
    except FileNotFoundError:
        return None
    except OSError:
        # Excel keeps its owner file open; on Windows that may forbid reading it. It is there: that says enough.
        return _unreadable(path)


def _unreadable(path: Path) -> tuple[bytes, datetime] | None:
    try:
        return b"", datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _clean(text: str) -> str:
    return "".join(character for character in text if character.isprintable()).strip()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _same_place(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.abspath(one) == os.path.abspath(other)
