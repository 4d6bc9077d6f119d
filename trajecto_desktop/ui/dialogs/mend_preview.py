"""What "mend all" would change, line by line, before it is done; a line that is not wanted is left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from ...document.document import Document
from ...domain.changes import Change, Together
from ...services.mend_lines import MendLine, mend_lines
from ..messages import Messages
from ..theme import MARGIN
from ..tree_items import top_items
from .change_words import title_of
from .pieces import dialog_buttons, fit, muted_label, one_line, table
from .roomy import Dialog
from .side_by_side import SideBySide

_LINE = Qt.ItemDataRole.UserRole


class MendPreview(Dialog):
    """The changes of one kind, all ticked; `chosen` is what the person agreed to.

    Args:
        document: before the mend.
        change: everything that can be mended.
        title: the kind of finding.
        messages: for the language of codes.
        parent: the window.
    """

    def __init__(self, document: Document, change: Change, title: str, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("MendPreview", "Mend: %1").replace("%1", title))
        self._document = document
        where, now, then = (
            QCoreApplication.translate("MendPreview", "Where"),
            QCoreApplication.translate("MendPreview", "Now"),
            QCoreApplication.translate("MendPreview", "Afterwards"),
        )
        self.list = table((where, now, then), (330, 300, 300), title)
        for line in mend_lines(document, change, messages.language):
            self.list.addTopLevelItem(self._item(line))
        self.texts = SideBySide(now, then)
        note = muted_label(
            QCoreApplication.translate(
                "MendPreview", "It is one step that can be undone. Untick what should stay as it is (space bar)."
            )
        )
        buttons, self.main_button = dialog_buttons("")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(note)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.texts, 1)
        layout.addWidget(buttons)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.list.itemChanged.connect(lambda *_: self._count())
        for first in top_items(self.list)[:1]:
            self.list.setCurrentItem(first)
        self._count()
        fit(self, 1000, 620)

    def _item(self, line: MendLine) -> QTreeWidgetItem:
        where = " · ".join(part for part in (line.form, title_of(self._document, line.characteristic)) if part)
        item = QTreeWidgetItem([one_line(where), one_line(line.before), one_line(line.after)])
        item.setData(0, _LINE, line)
        item.setToolTip(0, where)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        return item

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            line: MendLine = item.data(0, _LINE)
            self.texts.show_words(line.before, line.after)

    def _ticked(self) -> list[Change]:
        items = [item for item in top_items(self.list) if item.checkState(0) is Qt.CheckState.Checked]
        return [item.data(0, _LINE).change for item in items]

    def _count(self) -> None:
        number = len(self._ticked())
        self.main_button.setText(QCoreApplication.translate("MendPreview", "&Mend (%1)").replace("%1", str(number)))
        self.main_button.setEnabled(number > 0)

    @property
    def chosen(self) -> Together:
        """The changes that are ticked, as one gesture."""
        return Together(tuple(self._ticked()))
