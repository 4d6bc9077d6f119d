"""A folder of fiches as one project: how far each is, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...services.open_project import Project, ProjectFile, open_project
from ..messages import Messages
from ..panels.wrap_bar import WrapBar
from ..tasks import Task
from ..theme import MARGIN
from ..tree_items import top_items
from .pieces import fit, muted_label, table
from .roomy import Dialog

_FILE = Qt.ItemDataRole.UserRole


def look_at_folder(folder: Path, parent: QWidget, messages: Messages, done: Callable[[Project], None]) -> None:
    """Read the fiches of a folder in the background, and give what was found."""

    def work() -> object:
        return open_project(folder)

    def show(found: object) -> None:
        assert isinstance(found, Project), "that is what looking gives"
        done(found)

    title = QCoreApplication.translate("ProjectDialog", "Looking at the fiches…")
    cancel = QCoreApplication.translate("ProjectDialog", "Cancel")
    Task(parent, title, work, show, messages.show_error, cancel).start()


class ProjectDialog(Dialog):
    """Lists the fiches of a folder.

    Args:
        project: what was found.
        messages: says why a file cannot be read.
        parent: the window.
        beside: the name of the overview in front, that fiches can be laid beside; empty when there is none.
    """

    opened = Signal(object)
    """The path of a fiche to open."""
    overview_wanted = Signal(object)
    """The paths of fiches to make an overview of."""
    comparison_wanted = Signal(object)
    """The paths of fiches to lay beside the overview in front."""

    def __init__(self, project: Project, messages: Messages, parent: QWidget, beside: str = "") -> None:
        super().__init__(parent)
        self._project, self._messages = project, messages
        self.setWindowTitle(self.tr("Fiches in %1").replace("%1", project.folder.name))
        headers = (
            self.tr("Fiche"),
            self.tr("Forms"),
            self.tr("Filled"),
            self.tr("With a code"),
            self.tr("Reviewed"),
            self.tr("Open remarks"),
            self.tr("To look at"),
        )
        self.files = table(headers, (200, 170, 80, 90, 80, 100), self.tr("Fiches in the folder"))
        self.files.itemActivated.connect(lambda _item: self.open_chosen())
        self.files.itemSelectionChanged.connect(self._refresh_buttons)
        self.summary = muted_label()
        self.open_button = QPushButton(self.tr("&Open"))
        self.overview_button = QPushButton(self.tr("&Make overview…"))
        self.compare_button = QPushButton(self.tr("&Lay beside the overview"))
        self.compare_button.setToolTip(beside or self.tr("An overview has to be open for this."))
        self.compare_button.setEnabled(bool(beside))
        self.again_button = QPushButton(self.tr("Look &again"))
        self._build()
        self._fill()

    def _build(self) -> None:
        self.open_button.clicked.connect(self.open_chosen)
        self.overview_button.clicked.connect(self.want_overview)
        self.compare_button.clicked.connect(self.want_comparison)
        self.again_button.clicked.connect(self.look_again)
        buttons = (self.open_button, self.overview_button, self.compare_button, self.again_button)
        for button in buttons:
            button.setAutoDefault(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.summary)
        layout.addWidget(self.files, 1)
        layout.addWidget(WrapBar(*buttons))
        layout.addWidget(close)
        fit(self, 860, 560)

    def _fill(self) -> None:
        self.files.clear()
        for file in self._project.files:
            self.files.addTopLevelItem(self._item(file))
        first = self.files.topLevelItem(0)
        if first is not None:
            self.files.setCurrentItem(first)
        self.summary.setText(self._words())
        self.overview_button.setEnabled(bool(self._project.fiches))
        self._refresh_buttons()

    def _words(self) -> str:
        fiches = self._project.fiches
        entries = sum(file.characteristics * max(len(file.forms), 1) for file in fiches)
        text = self.tr("%1 fiches; %2 of %3 entries filled, %4 open remarks.").replace("%1", str(len(fiches)))
        text = text.replace("%2", str(sum(file.filled for file in fiches))).replace("%3", str(entries))
        text = text.replace("%4", str(sum(file.open_feedback for file in fiches)))
        if self._project.doubles:
            twice = self.tr("In more than one fiche: %1.")
            text += " " + twice.replace("%1", ", ".join(self._project.doubles))
        return text

    def _item(self, file: ProjectFile) -> QTreeWidgetItem:
        total = file.characteristics * max(len(file.forms), 1)
        if file.problem is not None:
            words = self._messages.sentence(file.problem)
            cells = [file.path.name, words, "", "", "", "", ""]
        else:
            kind = self.tr("overview") if file.is_overview else ", ".join(file.forms)
            counts = [f"{number}/{total}" for number in (file.filled, file.coded, file.reviewed)]
            cells = [file.path.name, kind, *counts, str(file.open_feedback), str(file.attention)]
        item = QTreeWidgetItem(cells)
        item.setData(0, _FILE, file)
        for column, text in enumerate(cells):
            item.setToolTip(column, text)
        return item

    @property
    def chosen(self) -> list[Path]:
        """The files that are selected and can be read."""
        files = [item.data(0, _FILE) for item in self.files.selectedItems()]
        return [file.path for file in files if file.problem is None]

    def _refresh_buttons(self) -> None:
        self.open_button.setEnabled(bool(self.chosen))

    def open_chosen(self) -> None:
        """Open the selected fiches in the window."""
        paths = self.chosen
        if paths:
            self.accept()
            for path in paths:
                self.opened.emit(path)

    def want_overview(self) -> None:
        """Go on to making an overview of them."""
        self.accept()
        self.overview_wanted.emit(self._fiches_meant())

    def want_comparison(self) -> None:
        """Go on to laying them beside the overview in front."""
        self.accept()
        self.comparison_wanted.emit(self._fiches_meant())

    def _fiches_meant(self) -> Sequence[Path]:
        """The selected fiches when there are several, else all."""
        known = [file.path for file in self._project.fiches]
        several = [path for path in self.chosen if path in known]
        return several if len(several) > 1 else known

    def look_again(self) -> None:
        """Read the folder anew."""
        look_at_folder(self._project.folder, self, self._messages, self._show)

    def _show(self, project: Project) -> None:
        self._project = project
        self._fill()

    @property
    def rows(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [[item.text(column) for column in range(self.files.columnCount())] for item in top_items(self.files)]
