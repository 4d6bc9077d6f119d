"""What replacing would change, as a table with a tick for each text; it grows while the document is being looked through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.characteristic import GENERAL_REMARKS
from ..bridge import DocumentBridge
from ..overriding import override

if TYPE_CHECKING:
    from ...services.replace_text import Replacement

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_BEFORE, _BEHIND = 14, 60
"""Letters around what differs: it has to stand in sight in a narrow column."""
_COLUMNS = 3


class ReplacementsModel(QAbstractTableModel):
    """Where, now, then. All are ticked at first.

    Args:
        bridge: whose characteristics have titles.
        parent: Qt owner.
    """

    def __init__(self, bridge: DocumentBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: list[Replacement] = []
        self._left_out: set[int] = set()

    def clear(self) -> None:
        """Nothing was found yet."""
        self.beginResetModel()
        self._found, self._left_out = [], set()
        self.endResetModel()

    def add(self, found: Sequence[Replacement]) -> None:
        """More was found."""
        if not found:
            return
        first = len(self._found)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self._found += found
        self.endInsertRows()

    def chosen(self) -> list[Replacement]:
        """What is ticked, in order."""
        return [each for row_0, each in enumerate(self._found) if row_0 not in self._left_out]

    @property
    def chosen_count(self) -> int:
        """How many are ticked."""
        return len(self._found) - len(self._left_out)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._found)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else _COLUMNS

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (
            QCoreApplication.translate("ReplaceDialog", "Where"),
            QCoreApplication.translate("ReplaceDialog", "Now"),
            QCoreApplication.translate("ReplaceDialog", "Then"),
        )[section]

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        each, column = self._found[index.row()], index.column()
        if role == _Role.CheckStateRole and column == 0:
            return Qt.CheckState.Unchecked if index.row() in self._left_out else Qt.CheckState.Checked
        if role == _Role.DisplayRole:
            return self._place(each) if column == 0 else _around(each)[column - 1]
        if role == _Role.ToolTipRole:
            return (each.before if column < _COLUMNS - 1 else each.after).plain
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Tick a text, or leave it as it is."""
        if role != _Role.CheckStateRole or index.column() != 0:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index, [role])
        return True

    def _place(self, each: Replacement) -> str:
        if each.characteristic == GENERAL_REMARKS:
            general = QCoreApplication.translate("FicheModel", "General remarks")
            return f"{each.form} · {general}"
        return f"{each.form} · {self._bridge.document.characteristic(each.characteristic).title}"


def _around(each: Replacement) -> tuple[str, str]:
    """The words around the first place that differs, before and after."""
    before, after = each.before.plain, each.after.plain
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = max(at - _BEFORE, 0)
    dots = "…" if start else ""
    was, now = (dots + " ".join(text[start : at + _BEHIND].split()) for text in (before, after))
    return was, now
