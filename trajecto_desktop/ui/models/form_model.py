"""The support forms as a list: name, progress, open remarks, hits of the filter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...document.document import Changed
from ..bridge import DocumentBridge
from ..overriding import override
from ..status_line import Tally

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class FormModel(QAbstractListModel):
    """All forms of a document.

    Args:
        bridge: the document.
        parent: Qt owner.
    """

    tally_changed = Signal(int)
    """The figures of one 0-based row are others. Not `dataChanged`: a list view answers that by laying all rows out anew."""

    def __init__(self, bridge: DocumentBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names = bridge.document.form_names
        self._hits: Mapping[str, int] | None = None
        bridge.changed.connect(self._on_changed)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return self._names

    def tally(self, row_0: int) -> Tally:
        """How far the work on a form is."""
        return self._bridge.tallies.of(self._names[row_0])

    def open_remarks(self, row_0: int) -> int:
        """The open remarks of a form: the part of its tally that says how wide a row is."""
        return self._bridge.tallies.open_remarks(self._names[row_0])

    def hits(self, row_0: int) -> int | None:
        """How many of its rows the filter lets through; `None` without a filter, or when it was not counted yet."""
        return None if self._hits is None else self._hits.get(self._names[row_0])

    def set_hits(self, hits: Mapping[str, int] | None) -> None:
        """Show the number of hits per form, or none."""
        self._hits = hits
        self._tell(0, len(self._names) - 1)

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """One row per form."""
        return 0 if parent.isValid() else len(self._names)

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The name; aloud also how far it is."""
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._names[index.row()]
        if role in (_Role.AccessibleDescriptionRole, _Role.ToolTipRole):
            return self._described(index.row())
        return None

    def _described(self, row_0: int) -> str:
        count = self.tally(row_0)
        words = QCoreApplication.translate("FormModel", "%1 of %2 filled in")
        text = words.replace("%1", str(count.done)).replace("%2", str(count.total))
        remarks = count.open_remarks
        if remarks:
            text += " · " + QCoreApplication.translate("FormModel", "%n open remark(s)", "", remarks)
        hits = self.hits(row_0)
        if hits is not None:
            text += " · " + QCoreApplication.translate("FormModel", "%n row(s) fit the filter", "", hits)
        return f"{self._names[row_0]}: {text}"

    def _on_changed(self, changed: Changed) -> None:
        if changed.structure:
            self.beginResetModel()
            self._names = self._bridge.document.form_names
            self.endResetModel()
            return
        forms = {form for form, _ in changed.entries}
        for row_0, name in enumerate(self._names):
            if name in forms:
                self.tally_changed.emit(row_0)

    def _tell(self, first: int, last: int) -> None:
        if self._names:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
