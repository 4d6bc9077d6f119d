"""Counts per characteristic as a Qt table: one line a characteristic, with its number and its codes; it owns no judgement."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from ...document.document import Changed
from ...domain.characteristic import Characteristic
from ...domain.counts import Combine, Count, Measure, Question, Tally, count, tally
from ..bridge import DocumentBridge
from ..overriding import override

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

GROUP, TITLE, NUMBER, BARS = range(4)
"""Columns, 0-based."""
TALLY_ROLE = Role.UserRole + 1
"""The `domain.counts.Tally` of the line, for the delegate that draws it."""


class CountsModel(QAbstractTableModel):
    """How many forms have what, by characteristic.

    Args:
        bridge: the open document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.measure = Measure.FILLED
        self.codes: frozenset[str] = frozenset()
        self._counts: dict[str, Count] = {}
        self._tallies: dict[str, Tally] = {}
        self._rows = bridge.document.characteristics
        bridge.changed.connect(self._on_changed)

    def ask(self, measure: Measure, codes: frozenset[str]) -> None:
        """Count by something else."""
        self.beginResetModel()
        self.measure, self.codes = measure, codes
        self._counts.clear()
        self.endResetModel()

    def characteristic(self, row_0: int) -> Characteristic:
        """The characteristic of a line."""
        return self._rows[row_0]

    def count_of(self, key: str) -> Count:
        """The number of one line, and the forms behind it."""
        if key not in self._counts:
            self._counts[key] = count(self._bridge.document, Question((key,), Combine.ANY, self.measure, self.codes))
        return self._counts[key]

    def count_by_form(self, keys: tuple[str, ...], combine: Combine) -> Iterator[Count]:
        """The number over several characteristics, of each form by itself; `domain.counts.together` makes one of them."""
        question = Question(keys, combine, self.measure, self.codes)
        return (count(self._bridge.document, question, (form,)) for form in self._bridge.document.form_names)

    def _tally_of(self, key: str) -> Tally:
        if key not in self._tallies:
            self._tallies[key] = tally(self._bridge.document, self._bridge.document.form_names, (key,))
        return self._tallies[key]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else BARS + 1

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        characteristic = self.characteristic(index.row())
        match role, index.column():
            case Role.DisplayRole | Role.AccessibleTextRole, n if n == GROUP:
                return " ".join(characteristic.group.split())
            case Role.DisplayRole | Role.AccessibleTextRole, n if n == TITLE:
                return characteristic.title
            case Role.DisplayRole | Role.AccessibleTextRole, n if n == NUMBER:
                return count_words(self.count_of(characteristic.key))
            case Role.AccessibleTextRole | Role.ToolTipRole, n if n == BARS:
                return self._bar_words(characteristic.key)
            case r, n if r == TALLY_ROLE and n == BARS:
                return self._tally_of(characteristic.key)
            case Role.ToolTipRole, _:
                return f"{characteristic.group}\n{characteristic.title}"
            case Role.TextAlignmentRole, n if n == NUMBER:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _bar_words(self, key: str) -> str:
        found = self._tally_of(key)
        palette = self._bridge.document.palette
        parts = [f"{legend.mark} {legend.label}: {found.number(legend.code)}" for legend in palette.judgements]
        return "\n".join(parts)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        translate = QCoreApplication.translate
        titles = (
            translate("Counts", "Group"),
            translate("Counts", "Characteristic"),
            translate("Counts", "Forms"),
            translate("Counts", "By code"),
        )
        return titles[section]

    def _on_changed(self, changed: Changed) -> None:
        if changed.structure:
            self.beginResetModel()
            self._rows = self._bridge.document.characteristics
            self._counts.clear()
            self._tallies.clear()
            self.endResetModel()
            return
        keys = {key for _, key in changed.entries}
        for key in keys:
            self._counts.pop(key, None)
            self._tallies.pop(key, None)
        # Told per line: who sorts and filters looks at each line that is said to be another.
        for row_0 in [row_0 for row_0, row in enumerate(self._rows) if row.key in keys]:
            self.dataChanged.emit(self.index(row_0, 0), self.index(row_0, BARS))


def count_words(number: Count) -> str:
    """A count as the team writes it: `10/24`, and behind it how many of them rest on unclear entries alone."""
    unclear = len(number.unclear)
    note = QCoreApplication.translate("Counts", "%n unclear").replace("%n", str(unclear))
    return f"{number.fraction} ({note})" if unclear else number.fraction


def longest_count(bridge: DocumentBridge) -> str:
    """The widest words that a count can have in this document."""
    digits = "0" * len(str(len(bridge.document.form_names)))
    note = QCoreApplication.translate("Counts", "%n unclear").replace("%n", digits)
    return f"{digits}/{digits} ({note})"
