"""Pieces that several dialogs are made of: a list to tick in, a line for a path, lines that say how it stands.

Here: widgets without meaning of their own. Not here: what they choose among.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from ..theme import MARGIN, WIDE, shades, zoomed

EXCEL_SUFFIXES = (".xlsx", ".xlsm")
_SHARE = 0.92
"""How much of the screen a dialog may take."""


def excel_kinds() -> str:
    """The filter of file dialogs for workbooks."""
    return QCoreApplication.translate("Pieces", "Excel workbooks (*.xlsx *.xlsm)")


class TickList(QWidget):
    """A list to tick in, with all and none.

    Args:
        names: what is in it, in order; all are ticked.
        accessible_name: what it is, for a screen reader.
    """

    changed = Signal()

    def __init__(self, names: Iterable[str], accessible_name: str) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(accessible_name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in names:
            item = QListWidgetItem(" ".join(name.split()))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(item.text())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        all_button = QPushButton(QCoreApplication.translate("Pieces", "All"))
        none_button = QPushButton(QCoreApplication.translate("Pieces", "None"))
        for button in (all_button, none_button):
            button.setAutoDefault(False)
        all_button.clicked.connect(lambda: self.set_ticked(True))
        none_button.clicked.connect(lambda: self.set_ticked(False))
        row = QHBoxLayout()
        row.addWidget(all_button)
        row.addWidget(none_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names that are ticked, in order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def all_ticked(self) -> bool:
        """Whether nothing is left out."""
        return len(self.ticked) == self.list.count()

    def set_ticked(self, ticked: bool, only: Sequence[str] | None = None) -> None:
        """Tick all or none; with `only`, tick those and no others."""
        self.list.blockSignals(True)
        for number in range(self.list.count()):
            item = self.list.item(number)
            wanted = ticked if only is None else item.data(Qt.ItemDataRole.UserRole) in only
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.changed.emit()


class PathLine(QWidget):
    """A path to type or to choose.

    Args:
        title: of the dialog in which one chooses.
        choose: asks for a path, given what stands there now; nothing when the person cancelled.
        path: what stands there first.
    """

    changed = Signal()
    settled = Signal()
    """The person chose a path, or is done typing one."""

    def __init__(self, title: str, choose: Callable[[QWidget, str, str], str], path: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit(path)
        self.edit.setAccessibleName(title)
        self.edit.editingFinished.connect(self.settled)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self._title, self._choose = title, choose
        button = QPushButton(QCoreApplication.translate("Pieces", "Choose…"))
        button.setAutoDefault(False)
        button.clicked.connect(self.choose)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(button)

    @property
    def path(self) -> Path | None:
        """The path, or nothing when the line is empty."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def choose(self) -> None:
        """Let the person choose."""
        found = self._choose(self, self._title, self.edit.text())
        if found:
            self.edit.setText(found)
            self.settled.emit()


def choose_folder(parent: QWidget, title: str, start: str) -> str:
    """Ask for a folder; empty when cancelled."""
    return QFileDialog.getExistingDirectory(parent, title, start)


def choose_workbook(parent: QWidget, title: str, start: str) -> str:
    """Ask for one workbook; empty when cancelled."""
    return QFileDialog.getOpenFileName(parent, title, start, excel_kinds())[0]


def choose_workbooks(parent: QWidget, title: str, start: str) -> list[Path]:
    """Ask for workbooks; none when cancelled."""
    return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, start, excel_kinds())[0]]


def choose_target(parent: QWidget, title: str, start: Path, kinds: str, endings: Sequence[str]) -> Path | None:
    """Ask where to write; a name without one of the endings gets the first."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def same_ending(source: Path | None) -> tuple[str, ...]:
    """The ending that a workbook made from `source` needs: Excel opens none that says wrongly whether it has macros."""
    own = source.suffix.lower() if source is not None else EXCEL_SUFFIXES[0]
    return (own,) if own in EXCEL_SUFFIXES else EXCEL_SUFFIXES


def muted_label(text: str = "") -> QLabel:
    """An explanation in a softer tone, over several lines where needed."""
    label = QLabel(text)
    label.setWordWrap(True)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, shades(palette).muted)
    label.setPalette(palette)
    return label


def table(headers: Sequence[str], widths: Sequence[int], accessible_name: str) -> QTreeWidget:
    """A list in columns; the last column takes the room that is left."""
    tree = QTreeWidget()
    tree.setHeaderLabels(list(headers))
    tree.setAccessibleName(accessible_name)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    tree.header().setStretchLastSection(True)
    for column, width in enumerate(widths):
        title = tree.fontMetrics().horizontalAdvance(headers[column]) + 2 * WIDE
        tree.header().resizeSection(column, max(zoomed(width, tree.font()), title))
    return tree


def dialog_buttons(accept: str, cancel: str = "") -> tuple[QDialogButtonBox, QPushButton]:
    """A row of buttons: the one that does it, with the verb on it, and cancel."""
    box = QDialogButtonBox()
    main = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    main.setDefault(True)
    if cancel:
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    else:
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
    return box, main


def column(*widgets: QWidget) -> QVBoxLayout:
    """Widgets below each other, on the grid."""
    layout = QVBoxLayout()
    layout.setSpacing(MARGIN)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def one_line(text: str, longest: int = 200) -> str:
    """A text on one line for a list; the whole text belongs in its tooltip."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def show_folder(path: Path) -> None:
    """Open the folder that holds a file (or the folder itself) in the system's file manager."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size at normal text; larger text makes it larger, the screen limits it."""
    room = dialog.screen().availableGeometry()
    font = dialog.font()
    dialog.resize(
        min(zoomed(width, font), round(room.width() * _SHARE)), min(zoomed(height, font), round(room.height() * _SHARE))
    )
