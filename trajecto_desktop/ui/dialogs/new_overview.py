"""A new overview from fiches, or an existing one brought up to date: which fiches, what to look at first, where to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...errors import TrajectoError
from ...services.compare_files import NearMatch
from ...services.open_project import ProjectFile, fiche_paths
from ...services.point_sentences import point_sentences
from ..messages import Messages
from ..tasks import Task
from ..theme import MARGIN
from .integration_work import Integrated, Looked, MatchId, id_of, integrated, looked_at, near_words
from .pieces import (
    PathLine,
    choose_folder,
    choose_target,
    choose_workbook,
    choose_workbooks,
    dialog_buttons,
    excel_kinds,
    fit,
    muted_label,
    same_ending,
    table,
)
from .roomy import Dialog

_MATCH = Qt.ItemDataRole.UserRole


class NewOverviewDialog(Dialog):
    """Chooses fiches, shows what a person should look at first, and writes the overview.

    Args:
        messages: says what went wrong.
        folder: where fiches are looked for first.
        parent: the window.
    """

    written = Signal(object)
    """The path of the overview that was made."""

    def __init__(self, messages: Messages, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages, self._folder = messages, folder
        self._looked: Looked | None = None
        self._paths: list[Path] = []
        self.setWindowTitle(self.tr("New overview from fiches"))
        self.files = table(
            (self.tr("Fiche"), self.tr("Forms"), self.tr("Filled"), self.tr("With a code"), self.tr("State")),
            (230, 200, 70, 90),
            self.tr("Chosen fiches"),
        )
        self.template = PathLine(self.tr("Overview to bring up to date"), choose_workbook)
        self.template.edit.setPlaceholderText(self.tr("none: a new overview is made"))
        self.template.changed.connect(self._on_template_changed)
        self.template.settled.connect(self._on_template_settled)
        self._looked_beside: Path | None = None
        self.add_rows = QCheckBox(
            self.tr("Add ro&ws that the overview does not have, in their group and in every sheet")
        )
        self.add_rows.setEnabled(False)
        self.add_rows.toggled.connect(self._look)
        self.points = QListWidget()
        self.points.setAccessibleName(self.tr("To look at first"))
        self.points.setWordWrap(True)
        self._summary = muted_label(self.tr("Choose the fiches that make up the overview."))
        self._build()
        self._refresh()

    def _build(self) -> None:
        add_files = QPushButton(self.tr("Add &fiches…"))
        add_files.clicked.connect(lambda: self.add(choose_workbooks(self, self.tr("Fiches"), self._folder)))
        add_folder = QPushButton(self.tr("Add a f&older…"))
        add_folder.clicked.connect(self._add_folder)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        for button in (add_files, add_folder, self.remove_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("&Template:"), self.template)
        form.addRow("", self.add_rows)
        buttons, self.make_button = dialog_buttons(self.tr("&Make overview…"))
        buttons.accepted.connect(self.make)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(row)
        layout.addWidget(self.files, 3)
        layout.addLayout(form)
        layout.addWidget(QLabel(self.tr("To look at first (tick what is the same characteristic or form):")))
        layout.addWidget(self.points, 2)
        layout.addWidget(self._summary)
        layout.addWidget(buttons)
        fit(self, 820, 600)

    def add(self, paths: Sequence[Path]) -> None:
        """Add fiches, and folders of fiches."""
        try:
            found = fiche_paths(paths) if paths else []
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        self._paths += [path for path in found if path not in self._paths]
        if found:
            self._folder = str(found[0].parent)
            self._look()

    def make(self) -> None:
        """Ask where to, write, and tell who listens."""
        template = self.template.path
        start = template or Path(self._folder) / self.tr("overview.xlsx")
        title = self.tr("Write the overview")
        target = choose_target(self, title, start, excel_kinds(), same_ending(template))
        if target is not None:
            self.make_at(target)

    def make_at(self, target: Path) -> None:
        """Write the overview there, in the background."""
        paths, template, same = tuple(self._good_paths()), self.template.path, self._accepted()
        add_rows = self._adds_rows

        def work() -> object:
            return integrated(paths, template, target, same, add_rows)

        title = self.tr("Making the overview…")
        Task(self, title, work, self._on_made, self._messages.show_error, self.tr("Cancel")).start()

    def _add_folder(self) -> None:
        name = choose_folder(self, self.tr("Folder of fiches"), self._folder)
        if name:
            self.add([Path(name)])

    def _remove(self) -> None:
        rows = {self.files.indexOfTopLevelItem(item) for item in self.files.selectedItems()}
        self._paths = [path for row, path in enumerate(self._paths) if row not in rows]
        self._look()

    @property
    def _adds_rows(self) -> bool:
        """Whether the template gets rows; a new overview has them all."""
        return self.template.path is not None and self.add_rows.isChecked()

    def _on_template_changed(self) -> None:
        self.add_rows.setEnabled(self.template.path is not None)

    def _on_template_settled(self) -> None:
        if self.template.path != self._looked_beside:
            self._look()

    def _look(self) -> None:
        self._looked_beside = self.template.path
        if not self._paths:
            self._looked = None
            self._refresh()
            return
        paths, template, add_rows = tuple(self._paths), self.template.path, self._adds_rows

        def work() -> object:
            return looked_at(paths, template, add_rows)

        title = self.tr("Looking at the fiches…")
        Task(self, title, work, self._on_looked, self._messages.show_error, self.tr("Cancel")).start()

    def _on_looked(self, result: object) -> None:
        assert isinstance(result, Looked), "that is what looking gives"
        self._looked = result
        self._refresh()

    def _on_made(self, result: object) -> None:
        assert isinstance(result, Integrated), "that is what integrating gives"
        self.accept()
        self.written.emit(result.target)

    def _refresh(self) -> None:
        accepted = self._accepted()
        self.files.clear()
        self.points.clear()
        files = self._looked.files if self._looked is not None else ()
        for file in files:
            self.files.addTopLevelItem(self._item(file))
        if self._looked is not None:
            self._show_points(self._looked, accepted)
        self.make_button.setEnabled(bool(self._good_paths()))
        self.remove_button.setEnabled(bool(files))
        forms = len({form for file in files for form in file.forms})
        if files:
            usable = self.tr("%n fiche(s)", "", len(list(self._good_paths())))
            text = self.tr("%1 with %2.").replace("%1", usable).replace("%2", self.tr("%n form(s)", "", forms))
            changing = self._looked.changing if self._looked is not None else None
            if changing is not None:
                text += " " + self.tr("In the overview %n entry/entries would change.", "", changing)
            self._summary.setText(text)

    def _item(self, file: ProjectFile) -> QTreeWidgetItem:
        total = file.characteristics * max(len(file.forms), 1)
        state = self.tr("can be used")
        if file.problem is not None:
            state = self._messages.sentence(file.problem)
        elif file.is_overview:
            state = self.tr("an overview: its forms count as fiches")
        good = file.problem is None
        filled = [f"{count}/{total}" if good else "" for count in (file.filled, file.coded)]
        item = QTreeWidgetItem([file.path.name, ", ".join(file.forms), *filled, state])
        item.setToolTip(0, str(file.path))
        item.setToolTip(1, ", ".join(file.forms))
        item.setToolTip(4, state)
        return item

    def _show_points(self, looked: Looked, accepted: frozenset[MatchId]) -> None:
        for match in looked.near:
            words = near_words(match)
            if self._adds_rows and isinstance(match, NearMatch):
                words = self.tr("%1; without a tick it gets a row of its own").replace("%1", words)
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_same = id_of(match) in accepted
            item.setCheckState(Qt.CheckState.Checked if is_same else Qt.CheckState.Unchecked)
            item.setData(_MATCH, id_of(match))
            self.points.addItem(item)
        for sentence in point_sentences(looked.points, self._messages.language):
            self.points.addItem(QListWidgetItem(sentence))
        if not self.points.count():
            self.points.addItem(QListWidgetItem(self.tr("Nothing: rows and forms belong together.")))

    def _accepted(self) -> frozenset[tuple[str, str, str]]:
        items = (self.points.item(number) for number in range(self.points.count()))
        ticked = (item for item in items if item.data(_MATCH) and item.checkState() is Qt.CheckState.Checked)
        return frozenset((file, key, candidate) for file, key, candidate in (item.data(_MATCH) for item in ticked))

    def _good_paths(self) -> Iterable[Path]:
        files = self._looked.files if self._looked is not None else ()
        return [file.path for file in files if file.problem is None]
