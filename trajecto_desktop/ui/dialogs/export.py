"""Exporting: what, of which forms and groups, with what in it, with a preview of pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...errors import TrajectoError
from ...services.draw_figure import FigureRequest, draw_figure, save_figure
from ...services.export_text import ReportRequest
from ...services.export_words import group_title
from ...services.figure_drawing import Drawing
from ...services.figure_svg import svg_text
from ...services.provenance import Provenance
from ..bridge import DocumentBridge
from ..messages import Messages
from ..snapshot import snapshot
from ..tasks import QuietTask, Task
from ..theme import MARGIN, WIDE, zoomed
from .export_choices import KINDS, PARTS, PICTURE_NAMES, SIZES, ExportKind
from .export_preview import ExportPreview
from .pieces import TickList, choose_target, dialog_buttons, fit, muted_label, show_folder
from .roomy import Dialog

if TYPE_CHECKING:
    from ...document.document import Document

_PREVIEW_MS = 150
_WITHOUT_PARTS = ("slides", "policy")


class ExportDialog(Dialog):
    """Chooses what to export and writes it.

    Args:
        bridge: the document; what is exported is what it says when the dialog opens.
        messages: says what went wrong; its language is that of the export.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = messages
        self._path = bridge.path
        self._document = snapshot(bridge.document)
        self._unsaved = not bridge.undo_stack.isClean()
        self._asked = 0
        self.setWindowTitle(self.tr("Export"))
        self.kind = QComboBox()
        for each in KINDS:
            self.kind.addItem(_translated(each.title), each)
        self.detail = muted_label()
        self.file_kind, self.page_size, self.group = QComboBox(), QComboBox(), QComboBox()
        for size, name in SIZES:
            self.page_size.addItem(_translated(name), size)
        self.group.addItem(self.tr("All groups"), None)
        for heading in self._document.groups:
            self.group.addItem(group_title(heading), heading)
        self.forms = TickList(self._document.form_names, self.tr("Support forms"))
        self.parts: dict[str, QCheckBox] = {}
        for part, name, ticked in PARTS:
            self.parts[part] = QCheckBox(_translated(name))
            self.parts[part].setChecked(ticked)
        self.preview = ExportPreview()
        self._timer = QTimer(self, interval=_PREVIEW_MS, singleShot=True)
        self._timer.timeout.connect(self._draw_preview)
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
        left = QWidget()
        left.setLayout(self._form)
        left.setFixedWidth(zoomed(390, self.font()))
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        fit(self, 1060, 620)
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.forms.changed.connect(self._on_changed)
        for combo in (self.page_size, self.group):
            combo.currentIndexChanged.connect(self._on_changed)

    def _on_kind_chosen(self) -> None:
        kind = self.chosen_kind
        self.detail.setText(_translated(kind.detail))
        self.file_kind.clear()
        for ending in kind.endings:
            self.file_kind.addItem(_translated(PICTURE_NAMES.get(ending, ending)), ending)
        for widget in (self.file_kind, self.page_size, self.group):
            self._form.setRowVisible(widget, kind.is_picture)
        self._form.setRowVisible(self._include, not kind.is_picture and kind.id not in _WITHOUT_PARTS)
        self._on_changed()

    def _on_changed(self) -> None:
        self.export_button.setEnabled(bool(self.forms.ticked))
        if not self.forms.ticked:
            self.preview.show_note(self.tr("Tick at least one form."))
        elif self.chosen_kind.is_picture:
            self.preview.show_note(self.tr("Drawing the preview…"))
            self._timer.start()
        else:
            self._timer.stop()
            self.preview.show_note(self.tr("A preview is shown of pictures only."))

    # Preview

    def _draw_preview(self) -> None:
        self._asked += 1
        asked, document, request = self._asked, self._document, self._figure_request()
        provenance = self._provenance()

        def draw() -> object:
            return draw_figure(document, request, provenance)

        def show(found: object) -> None:
            if asked == self._asked and self.chosen_kind.is_picture and isinstance(found, Drawing):
                pages = found.pages
                self.preview.show_pages(len(pages), lambda page_0: svg_text(pages[page_0], found).encode())

        QuietTask(self, draw, show, lambda error: self.preview.show_note(self._messages.sentence(error))).start()

    def _figure_request(self) -> FigureRequest:
        forms = () if self.forms.all_ticked else self.forms.ticked
        size = self.page_size.currentData() or None
        return FigureRequest(self.chosen_kind.id, self.group.currentData(), forms, size, self._messages.language)

    def _report_request(self) -> ReportRequest:
        parts = frozenset(part for part, box in self.parts.items() if box.isChecked())
        forms = () if self.forms.all_ticked else self.forms.ticked
        return ReportRequest(forms, parts=parts, language=self._messages.language)

    def _provenance(self) -> Provenance:
        try:
            paths = (self._path,) if self._path is not None else ()
            return Provenance.of(*paths, unsaved=self._unsaved)
        except TrajectoError:
            # The file went away meanwhile; the export then says only which program made it.
            return Provenance((), unsaved=self._unsaved)

    # Writing

    def export(self) -> None:
        """Ask where, write, and offer to open the folder."""
        ending = self.file_kind.currentData()
        kinds = f"*{ending}"
        start = self._suggested(ending)
        target = choose_target(self, self.tr("Export"), start, kinds, (ending,))
        if target is not None:
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write the export in the background."""
        work = self._work(target)
        Task(self, self.tr("Exporting…"), work, self._on_written, self._messages.show_error, self.tr("Cancel")).start()

    def _suggested(self, ending: str) -> Path:
        stem = self._path.stem if self._path is not None else "trajecto"
        if self.chosen_kind.is_picture and self.group.currentIndex() > 0:
            words = "".join(c if c.isalnum() else " " for c in self.group.currentText()).split()
            stem = "_".join([stem, *words])
        folder = self._path.parent if self._path is not None else Path.home()
        return folder / f"{stem}{ending}"

    def _work(self, target: Path) -> Callable[[], object]:
        if self.chosen_kind.id == "policy":
            return _PolicyTable(self._document, self.forms.ticked, target)
        request = self._figure_request() if self.chosen_kind.is_picture else self._report_request()
        return _Writing(self._document, request, self._provenance(), target)

    def _on_written(self, result: object) -> None:
        assert isinstance(result, tuple), "writing gives paths"
        paths: Sequence[Path] = result
        text = self.tr("Written: %1").replace("%1", ", ".join(path.name for path in paths))
        choice = self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")])
        if choice == 0:
            show_folder(paths[0])
        self.accept()


class _Writing:
    """The work of one export, for another thread."""

    def __init__(
        self, document: Document, request: FigureRequest | ReportRequest, provenance: Provenance, target: Path
    ) -> None:
        self._document, self._request, self._provenance, self._target = document, request, provenance, target

    def __call__(self) -> object:
        if isinstance(self._request, FigureRequest):
            drawing = draw_figure(self._document, self._request, self._provenance)
            return save_figure(drawing, self._target, self._request.size)
        from ...services.export_report import export_report  # deferred: each writer loads a large library

        return (export_report(self._document, self._request, self._provenance, self._target),)


class _PolicyTable:
    """The work of exporting the table of policy domains, for another thread."""

    def __init__(self, document: Document, forms: Sequence[str], target: Path) -> None:
        self._document, self._forms, self._target = document, forms, target

    def __call__(self) -> object:
        from ...services.policy_domains import export_policy_table  # deferred: asked for now and then

        export_policy_table(self._document, self._target, self._forms)
        return (self._target,)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def show_standing(path: Path, sources: Sequence[Path], messages: Messages) -> None:
    """Say whether an earlier export still shows what these files say."""
    from ...services.provenance import Verdict, standing

    try:
        found = standing(path, sources)
    except TrajectoError as error:
        messages.show_error(error)
        return
    heads = {
        Verdict.CURRENT: QCoreApplication.translate("Export", "%1 is up to date."),
        Verdict.OUTDATED: QCoreApplication.translate("Export", "%1 is out of date: make it again."),
        Verdict.UNKNOWN: QCoreApplication.translate("Export", "Whether %1 is up to date cannot be told."),
    }
    lines = [heads[found.verdict].replace("%1", path.name)]
    lines += [reason.sentence(messages.language) for reason in found.reasons]
    messages.show("\n\n".join(lines))
