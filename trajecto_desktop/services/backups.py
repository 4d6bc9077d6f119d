"""Dated copies of the last saved versions of a file, in the person's state folder.

Here: keeping, limiting, listing and giving back copies. Not here: saving itself (`save_document`), nor unsaved work
(`recover`). Not beside the person's own file: shared folders stay as they are. No Qt.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from trajecto_desktop.errors import FileUnavailableError, SystemReason

from ..values import dataclass
from .atomic import save_error, write_atomically

MOST_COPIES = 30
"""Of one file."""
MOST_BYTES = 200_000_000
"""Of one file; the latest copy stays, whatever its size."""

_NAME = re.compile(r"(\d{8}T\d{6}\d{6}Z)-([0-9a-f]{16})(\.\w+)\Z")
_MOMENT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier version of a file."""

    copy: Path
    original: Path
    saved: datetime
    """When the copy was made, UTC."""
    size: int
    """Bytes."""
    digest_start: str
    """The first 16 hexadecimal figures of its SHA-256."""


def folder_of(state_folder: Path, original: Path) -> Path:
    """Where the copies of a file stand: a readable name, and a mark of its whole path."""
    mark = hashlib.sha256(os.path.normcase(os.path.abspath(original)).encode("utf-8", "surrogatepass")).hexdigest()
    stem = re.sub(r"[^\w.-]+", "_", original.stem)[:60] or "werkmap"
    return state_folder / "backups" / f"{stem}-{mark[:12]}"


def keep(
    state_folder: Path,
    original: Path,
    data: bytes,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Backup | None:
    """Keep a version, unless the latest copy is the same already; then let go of the oldest past the limits.

    Returns:
        The copy; nothing when it was there already.

    Raises:
        SaveError: the copy cannot be written; the person's own file has nothing to do with that.
    """
    digest = hashlib.sha256(data).hexdigest()[:16]
    earlier = of_file(state_folder, original)
    if earlier and earlier[0].digest_start == digest:
        return None
    moment = clock().astimezone(UTC)
    folder = folder_of(state_folder, original)
    copy = folder / f"{moment.strftime(_MOMENT)}-{digest}{original.suffix.lower() or '.xlsx'}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _note_original(folder, original)
    except OSError as error:
        raise save_error(error, copy) from error
    write_atomically(copy, data)
    _trim(of_file(state_folder, original))
    return Backup(copy, original, moment, len(data), digest)


def of_file(state_folder: Path, original: Path) -> list[Backup]:
    """The copies of a file, the latest first."""
    return _in_folder(folder_of(state_folder, original), original)


def all_backups(state_folder: Path) -> dict[Path, list[Backup]]:
    """The copies of every file, by file; also of files that are gone."""
    found: dict[Path, list[Backup]] = {}
    for folder in sorted((state_folder / "backups").glob("*")):
        with contextlib.suppress(OSError):
            original = Path((folder / "original.txt").read_text(encoding="utf-8", errors="surrogateescape"))
            copies = _in_folder(folder, original)
            if copies:
                found[original] = copies
    return found


def read(backup: Backup) -> bytes:
    """The content of a copy.

    Raises:
        FileUnavailableError: it is gone or damaged (``file``, ``detail``).
    """
    try:
        data = backup.copy.read_bytes()
    except OSError as error:
        raise FileUnavailableError(file=backup.copy.name, detail=SystemReason.of(error)) from error
    if not hashlib.sha256(data).hexdigest().startswith(backup.digest_start):
        raise FileUnavailableError(file=backup.copy.name, detail="SHA-256")
    return data


def restore(state_folder: Path, backup: Backup, target: Path) -> None:
    """Put a copy in the place of a file; what stands there now is kept as a copy first.

    Raises:
        FileUnavailableError: the copy is gone or damaged.
        SaveError: the place cannot be written, or what stands there cannot be kept; then nothing changed.
    """
    data = read(backup)
    try:
        now = target.read_bytes() if target.exists() else None
    except OSError as error:
        raise save_error(error, target) from error
    if now is not None:
        keep(state_folder, target, now)
    write_atomically(target, data)


def _in_folder(folder: Path, original: Path) -> list[Backup]:
    found = []
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for entry in os.scandir(folder):
            match = _NAME.match(entry.name)
            if match:
                moment = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
                found.append(Backup(Path(entry.path), original, moment, entry.stat().st_size, match[2]))
    return sorted(found, key=lambda each: each.saved, reverse=True)


def _note_original(folder: Path, original: Path) -> None:
    note = folder / "original.txt"
    if not note.exists():
        note.write_text(os.path.abspath(original), encoding="utf-8", errors="surrogateescape")


def _trim(copies: list[Backup]) -> None:
    total = 0
    for index, backup in enumerate(copies):
        total += backup.size
        if index >= MOST_COPIES or (index and total > MOST_BYTES):
            with contextlib.suppress(OSError):
                backup.copy.unlink(missing_ok=True)
