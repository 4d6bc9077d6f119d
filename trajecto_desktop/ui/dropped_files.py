"""Which workbooks somebody drags over the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from .file_desk import SUFFIXES


def dropped_workbooks(event: QDropEvent) -> list[Path]:
    """The workbooks in what is dragged, in order; other files are left out."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


def dropped_folder(event: QDropEvent) -> Path | None:
    """The folder that is dragged, when it is one folder and nothing else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_dir() else None
