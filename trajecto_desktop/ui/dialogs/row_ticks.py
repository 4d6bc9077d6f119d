"""Characteristics to tick, under their groups: a group ticks all its rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...domain.characteristic import Characteristic
from ..tree_items import children_of, top_items

_KEY = Qt.ItemDataRole.UserRole


class RowTicks(QWidget):
    """A tree to tick in, with all and none; groups are folded.

    Args:
        rows: the characteristics, in order; all are ticked.
        accessible_name: what it is, for a screen reader.
    """

    changed = Signal()

    def __init__(self, rows: Iterable[Characteristic], accessible_name: str) -> None:
        super().__init__()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(accessible_name)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        groups: dict[str, QTreeWidgetItem] = {}
        for row in rows:
            if row.group not in groups:
                groups[row.group] = _item(row.group, row.group, Qt.ItemFlag.ItemIsAutoTristate)
                self.tree.addTopLevelItem(groups[row.group])
            groups[row.group].addChild(_item(row.title, row.key))
        self.tree.itemChanged.connect(lambda _item, _column: self.changed.emit())
        row_of_buttons = QHBoxLayout()
        for words, ticked in (("All", True), ("None", False)):
            button = QPushButton(QCoreApplication.translate("Pieces", words))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, ticked=ticked: self.set_ticked(ticked))
            row_of_buttons.addWidget(button)
        row_of_buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row_of_buttons)

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for top in top_items(self.tree):
            yield from children_of(top)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in order."""
        return tuple(str(item.data(0, _KEY)) for item in self._rows() if item.checkState(0) is Qt.CheckState.Checked)

    @property
    def all_ticked(self) -> bool:
        """Whether nothing is left out."""
        return all(item.checkState(0) is Qt.CheckState.Checked for item in self._rows())

    def set_ticked(self, ticked: bool, only: Sequence[str] | None = None) -> None:
        """Tick all or none; with `only`, tick the rows with these keys, and the rows of groups of these names, and no others."""
        self.tree.blockSignals(True)
        for top in top_items(self.tree):
            for item in children_of(top):
                named = only is not None and (item.data(0, _KEY) in only or top.data(0, _KEY) in only)
                wanted = ticked if only is None else named
                item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self.changed.emit()


def _item(text: str, data: str, flags: Qt.ItemFlag = Qt.ItemFlag.NoItemFlags) -> QTreeWidgetItem:
    item = QTreeWidgetItem([" ".join(text.split())])
    item.setData(0, _KEY, data)
    item.setToolTip(0, item.text(0))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | flags)
    item.setCheckState(0, Qt.CheckState.Checked)
    return item
