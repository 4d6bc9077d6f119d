"""The words for cells that are no entries: what they are, what stands in them, where.

Not here: which cell is what (`services.name_cell`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ..services.name_cell import CellName

# By `services.name_cell.CellKind`.
_KINDS = {
    "form": QT_TRANSLATE_NOOP("Cells", "name of the form"),
    "header": QT_TRANSLATE_NOOP("Cells", "header"),
    "wording": QT_TRANSLATE_NOOP("Cells", "wording"),
    "row": QT_TRANSLATE_NOOP("Cells", "beside the row"),
    "column": QT_TRANSLATE_NOOP("Cells", "column of the form"),
    "group": QT_TRANSLATE_NOOP("Cells", "heading"),
    "legend": QT_TRANSLATE_NOOP("Cells", "legend"),
    "other": QT_TRANSLATE_NOOP("Cells", "cell"),
}


def cell_words(name: CellName) -> str:
    """What the cell is, what stands in it, and where: `wording · voluntary · Overview!C7`."""
    kind = QCoreApplication.translate("Cells", _KINDS[name.kind.value])
    if name.kind.value == "other" and not name.words:
        kind = QCoreApplication.translate("Cells", "empty cell")
    return " · ".join(part for part in (kind, name.words, name.place) if part)
