"""Where the program keeps what is its own on this computer: settings, journals and copies, the log. Nothing else is kept.

Here: the places, and clearing them. Not here: what stands in them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from platformdirs import user_config_path, user_log_path, user_state_path

from ..values import dataclass

NAME = "trajecto-desktop"


def settings_folder() -> Path:
    """Of the one file with what the person chose."""
    return user_config_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Of journals, undo histories and copies of files as they were before a save."""
    return user_state_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Of the program's own log, which holds no text of any document."""
    return user_log_path(NAME, appauthor=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """One folder of ours, and how much stands in it."""

    folder: Path
    files: int
    size: int
    """Bytes."""


def kept() -> list[Kept]:
    """Each folder of ours, whether it is there or not; a folder inside another is listed too."""
    return [_measured(folder) for folder in dict.fromkeys((settings_folder(), state_folder(), log_folder()))]


def clear() -> list[Path]:
    """Take away every folder of ours; gives the ones that were there.

    Raises:
        OSError: a file in them cannot be removed.
    """
    there = [each.folder for each in kept() if each.folder.is_dir()]
    for folder in there:
        # The log may stand inside the state folder and be gone with it.
        if folder.is_dir():
            shutil.rmtree(folder)
    return there


def _measured(folder: Path) -> Kept:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return Kept(folder, len(sizes), sum(sizes))
