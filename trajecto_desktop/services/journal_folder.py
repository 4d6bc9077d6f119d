"""Where journals and undo histories stand in the person's state folder, and how many are kept.

Here: names, places, limits. Not here: what stands in them. Imported by `keep_journal` and `recover`.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

SUFFIX = ".jsonl"
LOCK_SUFFIX = ".lock"
MOST_HISTORIES = 50
MOST_HISTORY_BYTES = 50_000_000


def journals(state_folder: Path) -> Path:
    """The folder of journals: of running windows, and of those that ended with unsaved work."""
    return state_folder / "journals"


def histories(state_folder: Path) -> Path:
    """The folder of undo steps of files that were closed with everything saved."""
    return state_folder / "histories"


def history_file(state_folder: Path, digest: str) -> Path:
    """Where the undo steps of a file with this digest stand."""
    return histories(state_folder) / f"{digest}{SUFFIX}"


def keep_history(state_folder: Path, digest: str, content: bytes) -> None:
    """Write the undo steps of a closed file, and let go of the oldest past the limits. Raises OSError."""
    target = history_file(state_folder, digest)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = target.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    _trim(target.parent)


def remove(journal: Path) -> None:
    """Remove a journal that nobody holds, with its lock file."""
    for path in (journal, journal.with_suffix(LOCK_SUFFIX)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _trim(folder: Path) -> None:
    kept_bytes = 0
    newest_first = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for index, path in enumerate(newest_first):
        kept_bytes += path.stat().st_size
        if index >= MOST_HISTORIES or (index and kept_bytes > MOST_HISTORY_BYTES):
            path.unlink(missing_ok=True)
