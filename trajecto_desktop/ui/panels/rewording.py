"""Another wording for a characteristic, as one undo step that every sheet can take."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...domain.text import RichText
from ...services.reword import ADAPTED, reworded
from ..bridge import DocumentBridge
from ..trying_out import try_out
from .entry_changes import title_of


def push_rewording(bridge: DocumentBridge, key: str, which: str, text: RichText, parent: QWidget) -> None:
    """Give a row another wording; nothing happens when it has it already.

    Args:
        bridge: the document.
        key: of the characteristic.
        which: `adapted` or `decree`.
        text: the new wording.
        parent: the window.

    Raises:
        WorkStoppedError: the person stopped it before it was made.
        TrajectoError: another row has it, nothing would be left, or a sheet cannot take it.
    """
    change = reworded(bridge.document, key, which, text)
    if change is None:
        return
    if bridge.opened is not None:
        try_out(bridge.opened, change, parent)
    if which == ADAPTED:
        what = QCoreApplication.translate("FichePlace", "Adapted wording")
    else:
        what = QCoreApplication.translate("FichePlace", "Text of the decree")
    bridge.push(change, f"{what}: {title_of(bridge, key)}")
