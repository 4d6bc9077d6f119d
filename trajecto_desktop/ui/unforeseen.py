"""What happens when the program itself is at fault: it is noted in the log, told once, and the work goes on."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow


def watch(window: QMainWindow, log_folder: Path) -> None:
    """Note what nobody foresaw from now on; a line in the status bar tells the person where to report it.

    Args:
        window: whose status bar tells it.
        log_folder: where the log stands.
    """
    from .. import __version__
    from ..services.program_log import note, note_unforeseen, start_log  # deferred: after the first screen is painted

    start_log(log_folder)
    note(f"started: Trajecto Desktop {__version__}, {sys.platform}")
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        note_unforeseen(kind, error, trace)
        before(kind, error, trace)
        window.statusBar().showMessage(
            QCoreApplication.translate(
                "Unforeseen",
                "Something went wrong in the program itself. Your changes are safe in the journal. Help › Report a problem shows "
                "what was noted.",
            )
        )

    sys.excepthook = hook
