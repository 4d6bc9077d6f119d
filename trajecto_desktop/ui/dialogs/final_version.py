"""The final version: the list of what goes, in which a person may leave things, and then another file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from ...errors import TrajectoError, WorkStoppedError
from ...services.final_version import FinalPlan, Step, StepKind, plan, save_final
from ..bridge import DocumentBridge
from ..messages import Messages
from ..tasks import Task
from ..theme import MARGIN
from ..translation import QT_TRANSLATE_NOOP
from ..tree_items import children_of, top_items
from ..waiting import done_beside
from .pieces import (
    choose_target,
    dialog_buttons,
    excel_kinds,
    fit,
    muted_label,
    one_line,
    same_ending,
    show_folder,
    table,
)
from .roomy import Dialog
from .side_by_side import SideBySide

_STEP = Qt.ItemDataRole.UserRole
_KINDS = {
    StepKind.WORKING_COLUMN: QT_TRANSLATE_NOOP("FinalVersion", "Working columns"),
    StepKind.WORKING_MARK: QT_TRANSLATE_NOOP("FinalVersion", "Working marks in the legend"),
    StepKind.REMARK: QT_TRANSLATE_NOOP("FinalVersion", "Remarks of the pen-holder"),
    StepKind.STATES: QT_TRANSLATE_NOOP("FinalVersion", "How far the work is"),
    StepKind.COMMENT: QT_TRANSLATE_NOOP("FinalVersion", "Comments on cells: they stay unless you tick them"),
    StepKind.LOG: QT_TRANSLATE_NOOP("FinalVersion", "Log of feedback rounds"),
}


def start_final_version(bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
    """Work out what would go, and then show it. Cost: a few tenths of a second for a whole overview."""
    opened = bridge.opened
    assert opened is not None, "asked only of a document that has a file"
    title = QCoreApplication.translate("FinalVersion", "Looking for what has to go…")
    try:
        planned = done_beside(parent, title, lambda: plan(opened))
    except WorkStoppedError:
        return
    except TrajectoError as error:
        messages.show_error(error)
        return
    dialog = FinalVersionDialog(bridge, planned, messages, parent)
    dialog.exec()
    dialog.deleteLater()


class FinalVersionDialog(Dialog):
    """Shows what goes, ticked, and writes the file without it.

    Args:
        bridge: the working copy, which stays as it is.
        planned: the list.
        messages: says what went wrong.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, planned: FinalPlan, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._planned, self._messages = bridge, planned, messages
        self.setWindowTitle(self.tr("Final version"))
        headers = (self.tr("What goes"), self.tr("Where"), self.tr("Stands there"), self.tr("Stays"))
        self.steps = table(headers, (210, 190, 240), self.tr("What goes"))
        self.steps.setRootIsDecorated(True)
        self.words = SideBySide(self.tr("Stands there"), self.tr("Stays"))
        self.steps.itemSelectionChanged.connect(self._show_selected)
        self._fill()
        self.steps.itemChanged.connect(lambda _item, _column: self._count())
        self._summary = muted_label()
        buttons, self.write_button = dialog_buttons(self.tr("&Write the final version…"))
        buttons.accepted.connect(self.write)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        note = self.tr("What is ticked goes. The working copy stays as it is; the final version is another file.")
        layout.addWidget(muted_label(note))
        layout.addWidget(self.steps, 3)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._summary)
        layout.addWidget(buttons)
        fit(self, 900, 620)
        self._count()

    @property
    def chosen(self) -> tuple[Step, ...]:
        """The steps that are ticked."""
        items = [item for head in top_items(self.steps) for item in children_of(head)]
        return tuple(item.data(0, _STEP) for item in items if item.checkState(0) is Qt.CheckState.Checked)

    def _fill(self) -> None:
        for kind, title in _KINDS.items():
            steps = [step for step in self._planned.steps if step.kind is kind]
            if not steps:
                continue
            name = QCoreApplication.translate("FinalVersion", title)
            head = QTreeWidgetItem([f"{name} ({len(steps)})"])
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            self.steps.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            for step in steps:
                head.addChild(_item(step))
            head.setExpanded(True)
        heads = top_items(self.steps)
        if heads:
            self.steps.setCurrentItem(children_of(heads[0])[0])

    def _show_selected(self) -> None:
        items = self.steps.selectedItems()
        step = items[0].data(0, _STEP) if items else None
        if isinstance(step, Step):
            self.words.show_words(step.before, step.after)

    def _count(self) -> None:
        chosen, total = len(self.chosen), len(self._planned.steps)
        text = self.tr("%1 of %2 go.") if total else self.tr("There is nothing that has to go.")
        self._summary.setText(text.replace("%1", str(chosen)).replace("%2", str(total)))

    def write(self) -> None:
        """Ask where to, and write."""
        path = self._bridge.path
        assert path is not None, "the working copy is a file"
        start = path.with_name(path.stem + self.tr("_final") + path.suffix)
        title = self.tr("Write the final version")
        target = choose_target(self, title, start, excel_kinds(), same_ending(path))
        if target is not None:
            self.write_to(target)

    def write_to(self, target: Path) -> None:
        """Write there, in the background."""
        opened, planned, chosen = self._bridge.opened, self._planned, self.chosen
        assert opened is not None, "asked only of a document that has a file"

        def work() -> object:
            save_final(opened, target, planned, chosen)
            return target

        Task(self, self.tr("Writing…"), work, self._on_written, self._messages.show_error, self.tr("Cancel")).start()

    def _on_written(self, result: object) -> None:
        assert isinstance(result, Path), "writing gives the path"
        text = self.tr("The final version is written: %1").replace("%1", result.name)
        if self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")]) == 0:
            show_folder(result)
        self.accept()


def _item(step: Step) -> QTreeWidgetItem:
    item = QTreeWidgetItem([step.place, step.sheet, one_line(step.before), one_line(step.after)])
    item.setData(0, _STEP, step)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked if step.advised else Qt.CheckState.Unchecked)
    item.setToolTip(2, step.before)
    item.setToolTip(3, step.after)
    return item
