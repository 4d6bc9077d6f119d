"""The items of a tree widget as lists, and which one is current when some are gone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

_Member = TypeVar("_Member")


def top_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The items without parent, in order."""
    items = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
    return [item for item in items if item is not None]


def children_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The items directly below one, in order."""
    items = (item.child(number) for number in range(item.childCount()))
    return [child for child in items if child is not None]


def following(order: Sequence[_Member], current: _Member | None, left: Collection[_Member]) -> _Member | None:
    """What is current when some of a list is gone: the same if it is left, else the one after it, else the one before."""
    if current is None or current in left or current not in order:
        return current
    at = order.index(current)
    return next((each for each in (*order[at:], *reversed(order[:at])) if each in left), None)
