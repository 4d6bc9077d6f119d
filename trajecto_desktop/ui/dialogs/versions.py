"""Earlier versions of a file: the copies that were kept at each save, to look at or to put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidgetItem, QVBoxLayout, QWidget

from ...errors import TrajectoError
from ...services import backups
from ...services.atomic import write_atomically
from ...services.backups import Backup
from ..messages import Messages
from ..theme import MARGIN
from .pieces import choose_target, excel_kinds, fit, muted_label, same_ending, table
from .roomy import Dialog

_BACKUP = Qt.ItemDataRole.UserRole
_DAY = "yyyy-MM-dd HH.mm"


class VersionsDialog(Dialog):
    """Lists the copies of one file.

    Args:
        state_folder: where copies are kept.
        path: the file.
        messages: asks and says what went wrong.
        parent: the window.
    """

    version_chosen = Signal(object)
    """A copy was written to this path, and is to be opened."""
    restored = Signal()
    """The file on disk is an earlier version now."""

    def __init__(self, state_folder: Path, path: Path, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._state_folder, self._path, self._messages = state_folder, path, messages
        self.setWindowTitle(self.tr("Earlier versions of %1").replace("%1", path.name))
        self.list = table((self.tr("Kept on"), self.tr("Size")), (260,), self.tr("Earlier versions"))
        self.list.setSelectionMode(self.list.SelectionMode.SingleSelection)
        for copy in backups.of_file(state_folder, path):
            self.list.addTopLevelItem(_item(copy))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.open_button = buttons.addButton(self.tr("&Open as a copy…"), role)
        self.restore_button = buttons.addButton(self.tr("&Put this version back"), role)
        self.open_button.clicked.connect(self.open_copy)
        self.restore_button.clicked.connect(self.restore)
        buttons.rejected.connect(self.reject)
        note = muted_label(
            self.tr("At each save the version that stood there is kept on this computer, for this account only.")
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(note)
        layout.addWidget(self.list, 1)
        if not self.list.topLevelItemCount():
            layout.addWidget(muted_label(self.tr("No version was kept yet: save the file first.")))
        layout.addWidget(buttons)
        fit(self, 520, 400)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self.open_copy())
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._refresh()

    @property
    def chosen(self) -> Backup | None:
        """The version that is selected."""
        items = self.list.selectedItems()
        return items[0].data(0, _BACKUP) if items else None

    def _refresh(self) -> None:
        for button in (self.open_button, self.restore_button):
            button.setEnabled(self.chosen is not None)

    def open_copy(self) -> None:
        """Write the version beside the file under another name, and open that."""
        copy = self.chosen
        if copy is None:
            return
        moment = _moment(copy).toString(_DAY)
        start = self._path.with_name(f"{self._path.stem} {moment}{self._path.suffix}")
        title = self.tr("Write the earlier version")
        target = choose_target(self, title, start, excel_kinds(), same_ending(self._path))
        if target is None:
            return
        try:
            write_atomically(target, backups.read(copy))
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        self.accept()
        self.version_chosen.emit(target)

    def restore(self) -> None:
        """Put the version in the place of the file, after asking; what stands there now is kept too."""
        copy = self.chosen
        if copy is None:
            return
        question = self.tr("Put the version of %1 in the place of %2?")
        question = question.replace("%1", _said(copy)).replace("%2", self._path.name)
        explanation = self.tr("The version that stands there now is kept in this list. Unsaved changes are let go.")
        if self._messages.ask(question, [self.tr("Put back")], explanation) != 0:
            return
        try:
            backups.restore(self._state_folder, copy, self._path)
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        self.accept()
        self.restored.emit()


def _moment(copy: Backup) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(copy.saved.timestamp()))


def _said(copy: Backup) -> str:
    return QLocale().toString(_moment(copy), QLocale.FormatType.ShortFormat)


def _item(copy: Backup) -> QTreeWidgetItem:
    item = QTreeWidgetItem(
        [_said(copy), QLocale().formattedDataSize(copy.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)]
    )
    item.setData(0, _BACKUP, copy)
    return item
