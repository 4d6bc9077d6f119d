"""The forms behind a number of Bevindingen, each of which leads to its fiche."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from ...domain.counts import Count
from ..bridge import DocumentBridge
from ..slices import Slices

_MOST_MARKS, _MOST_TEXTS = 24, 12
"""Of one form, where a number is about several characteristics."""
_PLACE_ROLE = Qt.ItemDataRole.UserRole


class FormsBehind(QTreeWidget):
    """Forms under what they are counted as.

    Args:
        bridge: the open document.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._listing = Slices(self)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Forms behind the number"))
        self.itemActivated.connect(self._on_form)

    def show_nothing(self) -> None:
        """No number, no forms."""
        self._listing.stop()
        self.clear()

    def show_count(self, found: Count, keys: tuple[str, ...]) -> None:
        """Show the forms of a number over these characteristics; hundreds of them come a little at a time."""
        self.clear()
        self._listing.start(self._listed(found, keys))

    def _listed(self, found: Count, keys: tuple[str, ...]) -> Iterator[None]:
        clear = tuple(form for form in found.forms if form not in found.unclear)
        parts = (
            (self.tr("Counted"), clear),
            (self.tr("Counted, unclear"), found.unclear),
            (self.tr("Something else here"), found.others),
            (self.tr("Nothing here"), found.gaps),
        )
        for title, forms in parts:
            if not forms:
                continue
            head, items = QTreeWidgetItem([f"{title} ({len(forms)})"]), []
            for form in forms:
                items.append(self._form_item(form, keys))
                yield
            # Filled before it is in the tree, which else looks at each line that comes.
            head.addChildren(items)
            self.addTopLevelItem(head)
            head.setExpanded(True)

    def _form_item(self, form: str, keys: tuple[str, ...]) -> QTreeWidgetItem:
        document = self._bridge.document
        something = [(key, e) for key in keys if (e := document.entry(form, key)).code is not None or e.filled]
        legends = (document.palette.get(entry.code) for _, entry in something)
        # Over hundreds of characteristics nobody reads all of them.
        marks = [legend.mark for legend in islice((each for each in legends if each is not None), _MOST_MARKS + 1)]
        texts = [entry.text.plain.strip() for _, entry in something[: _MOST_TEXTS + 1] if entry.filled]
        item = QTreeWidgetItem([f"{form}  {' '.join(_cut(marks, _MOST_MARKS))}".rstrip()])
        item.setData(0, _PLACE_ROLE, (form, something[0][0] if something else keys[0]))
        item.setToolTip(0, "\n\n".join(_cut(texts, _MOST_TEXTS)))
        return item

    def _on_form(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE_ROLE)
        if place:
            self._bridge.show_entry(*place)


def _cut(words: list[str], most: int) -> list[str]:
    """The first of them, with a sign that there are more."""
    return words if len(words) <= most else [*words[:most], "…"]
