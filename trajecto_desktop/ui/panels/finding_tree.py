"""The list of findings: two columns that share the width there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget

from ..overriding import override
from ..theme import zoomed

_SHARE, _LEAST = 1 / 3, 300
"""Of the width, for what and where: the sentence beside it is longer. In a narrow window half of it, up to so many pixels."""


class FindingTree(QTreeWidget):
    """Findings under headings: what and where, and what it means.

    Args:
        titles: of the two columns.
        name: what it is, for a screen reader.
    """

    def __init__(self, titles: tuple[str, str], name: str) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self._given = 0
        """What the first column was given last; another width is one that a person drew."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: share it anew, unless a person drew the columns."""
        super().resizeEvent(event)
        if self._given in (0, self.header().sectionSize(0)):
            width = self.viewport().width()
            self._given = max(round(width * _SHARE), min(width // 2, zoomed(_LEAST, self.font())))
            self.header().resizeSection(0, self._given)
