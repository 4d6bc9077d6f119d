"""Exporting: what, of which forms and groups, with what in it, with a preview of its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...errors import TrajectoError
from ...services.draw_figure import FigureRequest
from ...services.export_text import CSV_STYLES, ReportRequest
from ...services.export_text import PARTS as REPORT_PARTS
from ...services.export_words import group_title
from ...services.page_series import left_over, left_over_sentence
from ...services.preview_export import Preview, preview_of
from ...services.provenance import Provenance
from ..bridge import DocumentBridge
from ..messages import Messages
from ..settings import Settings
from ..snapshot import snapshot
from ..tasks import QuietTask, Task
from ..theme import MARGIN, WIDE, zoomed
from .export_choices import KINDS, PARTS, PICTURE_NAMES, SIZES, TABLES, ExportKind
from .export_preview import ExportPreview
from .export_work import PolicyTable, Writing
from .pieces import TickList, choose_target, dialog_buttons, fit, muted_label, show_folder
from .roomy import Dialog

_PREVIEW_MS, _CHARACTERS = 150, 14


class ExportDialog(Dialog):
    """Chooses what to export and writes it.

    Args:
        bridge: the document; what is exported is what it says when the dialog opens.
        messages: says what went wrong; its language is that of the export.
        parent: the window.
        settings: where the choices are remembered; without it the dialog opens as it did the first time.
    """

    def __init__(
        self, bridge: DocumentBridge, messages: Messages, parent: QWidget, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._chosen = {} if settings is None else settings.export
        self._path = bridge.path
        self._document = snapshot(bridge.document)
        self._unsaved = not bridge.undo_stack.isClean()
        self._looking: QuietTask | None = None
        self._writing: Callable[[], object] | None = None
        self.setWindowTitle(self.tr("Export"))
        self.kind, self.file_kind, self.page_size = QComboBox(), QComboBox(), QComboBox()
        self.group, self.table = QComboBox(), QComboBox()
        self.detail, self.title = muted_label(), QLineEdit()
        for each in KINDS:
            self.kind.addItem(_translated(each.title), each)
        for combo, choices in ((self.page_size, SIZES), (self.table, TABLES)):
            for value, name in choices:
                combo.addItem(_translated(name), value)
        self.group.addItem(self.tr("All groups"), None)
        for heading in self._document.groups:
            self.group.addItem(group_title(heading), heading)
        self.forms = TickList(self._document.form_names, self.tr("Support forms"))
        self.parts = {part: QCheckBox(_translated(name)) for part, name, _ in PARTS}
        self.preview = ExportPreview(messages.sentence)
        self._timer = QTimer(self, interval=_PREVIEW_MS, singleShot=True)
        self._timer.timeout.connect(self._draw_preview)
        self._recall()
        self._build()
        self._on_kind_chosen()

    @property
    def chosen_kind(self) -> ExportKind:
        """What will be made."""
        kind = self.kind.currentData()
        assert isinstance(kind, ExportKind), "each line of the list has one"
        return kind

    def _build(self) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("&What:"), self.kind)
        self._form.addRow("", self.detail)
        self._form.addRow(self.tr("&Kind of file:"), self.file_kind)
        self._form.addRow(self.tr("&Size:"), self.page_size)
        self._form.addRow(self.tr("F&or:"), self.table)
        self._form.addRow(self.tr("&Title:"), self.title)
        self._form.addRow(self.tr("&Group:"), self.group)
        self._form.addRow(self.tr("&Forms:"), self.forms)
        self._include = QWidget()
        boxes = QVBoxLayout(self._include)
        boxes.setContentsMargins(0, 0, 0, 0)
        for box in self.parts.values():
            boxes.addWidget(box)
        self._form.addRow(self.tr("Include:"), self._include)
        buttons, self.export_button = dialog_buttons(self.tr("&Export…"), self.tr("Close"))
        buttons.accepted.connect(self.export)
        buttons.rejected.connect(self.reject)
        for combo in (self.kind, self.file_kind, self.page_size, self.table, self.group):
            # The open list shows its choices whole; the label beside the box is never cut off for them.
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_CHARACTERS)
        left = QWidget()
        left.setLayout(self._form)
        # On a small screen the choices leave some room to the preview.
        left.setFixedWidth(min(zoomed(390, self.font()), round(self.room().width() * 0.56)))
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        fit(self, 1060, 620)
        self._listen()

    def _listen(self) -> None:
        self.title.setPlaceholderText(self.tr("The group, or what the picture shows"))
        self.title.textEdited.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.forms.changed.connect(self._on_changed)
        for combo in (self.page_size, self.group, self.table):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in self.parts.values():
            box.toggled.connect(self._on_changed)

    def _on_kind_chosen(self) -> None:
        kind = self.chosen_kind
        self.detail.setText(_translated(kind.detail))
        self.file_kind.clear()
        for ending in kind.endings:
            self.file_kind.addItem(_translated(PICTURE_NAMES.get(ending, ending)), ending)
        _choose(self.file_kind, self._chosen.get(f"ending_{kind.id}", ""))
        for widget in (self.file_kind, self.page_size, self.title):
            self._form.setRowVisible(widget, kind.is_picture)
        self._form.setRowVisible(self.table, kind.id == "csv")
        self._form.setRowVisible(self.group, kind.takes_group)
        self._form.setRowVisible(self._include, bool(kind.parts))
        for part, box in self.parts.items():
            box.setVisible(part in kind.parts)
        self._on_changed()

    def _on_changed(self) -> None:
        self.export_button.setEnabled(bool(self.forms.ticked))
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        if not self.forms.ticked:
            self._timer.stop()
            self.preview.show_note(self.tr("Tick at least one form."))
        elif self.chosen_kind.id in ("html", "policy"):
            self._timer.stop()
            self.preview.show_note(self.tr("Of this there is no preview: it has no pages."))
        else:
            self.preview.show_note(self.tr("Drawing the preview…"))
            self._timer.start()

    # Preview

    def _draw_preview(self) -> None:
        document, request, ending = self._document, self._request(), self.file_kind.currentData()
        provenance = self._provenance()

        def show(found: object) -> None:
            self._looking = None
            if isinstance(found, Preview):
                about = self.tr("Shown of %1, as an example.").replace("%1", found.form) if found.form else ""
                self.preview.show_pages(found.count, found.page, about)

        def say(error: TrajectoError) -> None:
            self._looking = None
            self.preview.show_note(self._messages.sentence(error))

        self._looking = QuietTask(self, lambda: preview_of(document, request, ending, provenance), show, say)
        self._looking.start()

    def _request(self) -> FigureRequest | ReportRequest:
        forms = () if self.forms.all_ticked else self.forms.ticked
        group, language = self.group.currentData(), self._messages.language
        if self.chosen_kind.is_picture:
            size = self.page_size.currentData() or None
            kind = self.chosen_kind.id.removesuffix("_picture")
            return FigureRequest(
                kind, group if self.chosen_kind.takes_group else None, forms, size, language, self.title.text().strip()
            )
        ticked = {part for part in self.chosen_kind.parts if self.parts[part].isChecked()}
        parts = frozenset(ticked.intersection(REPORT_PARTS))
        table = CSV_STYLES[self.table.currentData()]
        return ReportRequest(forms, group, parts, language, "filled_only" in ticked, table)

    def _provenance(self) -> Provenance:
        try:
            paths = (self._path,) if self._path is not None else ()
            return Provenance.of(*paths, unsaved=self._unsaved)
        except TrajectoError:
            # The file went away meanwhile; the export then says only which program made it.
            return Provenance((), unsaved=self._unsaved)

    # What was chosen before

    def _recall(self) -> None:
        kinds = [kind.id for kind in KINDS]
        if self._chosen.get("kind") in kinds:
            self.kind.setCurrentIndex(kinds.index(self._chosen["kind"]))
        _choose(self.page_size, self._chosen.get("size", ""), SIZES[0][0])
        _choose(self.table, self._chosen.get("table", ""))
        for part, _, ticked in PARTS:
            self.parts[part].setChecked(self._chosen.get(f"with_{part}", "yes" if ticked else "no") == "yes")

    def _remember(self, target: Path) -> None:
        """Keep what holds for a next export too; forms, group and title belong to this one."""
        kind = self.chosen_kind.id
        self._chosen |= {
            "kind": kind,
            f"ending_{kind}": self.file_kind.currentData(),
            "size": self.page_size.currentData() or "free",
            "table": self.table.currentData(),
            "folder": str(target.parent),
        }
        # Names of people are asked about each time.
        self._chosen |= {
            f"with_{part}": "yes" if box.isChecked() else "no" for part, box in self.parts.items() if part != "feedback"
        }

    # Writing

    def export(self) -> None:
        """Ask where, write, and offer to open the folder."""
        ending = self.file_kind.currentData()
        kinds = f"*{ending}"
        start = self._suggested(ending)
        target = choose_target(self, self.tr("Export"), start, kinds, (ending,))
        if target is not None:
            self._remember(target)
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write the export in the background."""
        work = self._writing = self._work(target)
        Task(self, self.tr("Exporting…"), work, self._on_written, self._messages.show_error, self.tr("Cancel")).start()

    def _suggested(self, ending: str) -> Path:
        stem = self._path.stem if self._path is not None else "trajecto"
        if self.chosen_kind.takes_group and self.group.currentIndex() > 0:
            words = "".join(c if c.isalnum() else " " for c in self.group.currentText()).split()
            stem = "_".join([stem, *words])
        remembered = Path(self._chosen.get("folder", ""))
        folder = self._path.parent if self._path is not None else Path.home()
        return (remembered if self._chosen.get("folder") and remembered.is_dir() else folder) / f"{stem}{ending}"

    def _work(self, target: Path) -> Callable[[], object]:
        if self.chosen_kind.id == "policy":
            return PolicyTable(self._document, self.forms.ticked, self._provenance(), target)
        codebook = self.chosen_kind.id == "csv" and self.parts["codebook"].isChecked()
        return Writing(self._document, self._request(), self._provenance(), target, codebook)

    def _on_written(self, result: object) -> None:
        assert isinstance(result, tuple), "writing gives paths"
        paths: Sequence[Path] = result
        text = self.tr("Written: %1").replace("%1", ", ".join(path.name for path in paths))
        others = left_over(paths)
        if others:
            text += "\n\n" + left_over_sentence(others, self._messages.language)
        if isinstance(self._writing, Writing) and self._writing.note:
            text += "\n\n" + self._writing.note
        choice = self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")])
        if choice == 0:
            show_folder(paths[0])
        self.accept()


def _choose(combo: QComboBox, value: str, otherwise: str = "") -> None:
    """Show the line that holds that value; `free` stands for the one without a size."""
    index = combo.findData("" if value == "free" else value or otherwise)
    if index >= 0:
        combo.setCurrentIndex(index)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def show_standing(paths: Sequence[Path], sources: Sequence[Path], messages: Messages) -> None:
    """Say which of these earlier exports still show what their sources say, and why not.

    Sources that are not open are looked for beside the export.
    """
    from ...services.export_standing import looked_up
    from ...services.provenance import Verdict

    try:
        found = looked_up(paths, sources)
    except TrajectoError as error:
        messages.show_error(error)
        return
    heads = {
        Verdict.CURRENT: QCoreApplication.translate("Export", "%1 is up to date."),
        Verdict.OUTDATED: QCoreApplication.translate("Export", "%1 is out of date: make it again."),
        Verdict.UNKNOWN: QCoreApplication.translate("Export", "Whether %1 is up to date cannot be told."),
    }
    blocks = []
    for each in found:
        lines = [heads[each.standing.verdict].replace("%1", each.path.name)]
        lines += [] if each.made is None else [each.made.line(messages.language)]
        lines += [reason.sentence(messages.language) for reason in each.standing.reasons]
        blocks.append("\n".join(lines))
    messages.show("\n\n".join(blocks))
