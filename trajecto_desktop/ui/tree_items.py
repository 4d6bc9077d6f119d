"""The items of a tree widget as lists."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


def top_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The items without parent, in order."""
    items = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
    return [item for item in items if item is not None]


def children_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The items directly below one, in order."""
    items = (item.child(number) for number in range(item.childCount()))
    return [child for child in items if child is not None]
