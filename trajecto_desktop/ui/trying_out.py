"""Whether the sheets can take another structure, tried out before it is made: a large workbook takes seconds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..domain.changes import Change
from ..services.open_document import OpenedFile
from ..services.restructure import refuse_early
from .waiting import done_beside


def try_out(opened: OpenedFile, change: Change, parent: QWidget) -> None:
    """Raise what would stand in the way when the file is saved; the window is painted meanwhile.

    Args:
        opened: the open file.
        change: what is about to be made.
        parent: over which a note stands, if it takes long enough for one.

    Raises:
        TrajectoError: as `refuse_early`.
        WorkStoppedError: the person does not want it any more.
    """
    title = QCoreApplication.translate("TryingOut", "Looking whether every sheet can take it…")
    done_beside(parent, title, lambda: refuse_early(opened, change))
