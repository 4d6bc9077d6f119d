"""Replace words, with a preview of each place; only what is ticked is replaced, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...document.document import EntryKey
from ...domain.changes import Together
from ...domain.fiche import Entry
from ...services.replace_text import Replacement, put_into, walk
from ..bridge import DocumentBridge
from ..gradual import each_in_turn, worked_out
from ..models.replacements_model import ReplacementsModel
from ..theme import MARGIN
from .roomy import Dialog

_AT_ONCE_S, _SLICE_S, _LIST_S = 0.03, 0.012, 0.3


class ReplaceDialog(Dialog):
    """Looks for words and replaces them.

    Args:
        bridge: the document.
        form: the form in front, to which the search can be limited.
        parent: the window.
        shown: keys of the rows that a filter lets through; nothing when none is on.
        selected: keys of the rows that are selected, when there are several.
    """

    def __init__(
        self,
        bridge: DocumentBridge,
        form: str,
        parent: QWidget,
        shown: Sequence[str] | None = None,
        selected: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.found = ReplacementsModel(bridge, self)
        self._looking: Iterator[list[Replacement]] = iter(())
        self._unlisted: list[Replacement] = []
        self._listed_at = 0.0
        self._forms = self._forms_left = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._go_on(_SLICE_S))
        self.setWindowTitle(QCoreApplication.translate("ReplaceDialog", "Replace"))
        self.resize(760, 520)
        self.words, self.by = QLineEdit(), QLineEdit()
        self.where = QComboBox()
        self._scopes = self._make_scopes(form, shown, selected)
        self.where.addItems([words for words, _, _ in self._scopes])
        self.whole = QCheckBox(QCoreApplication.translate("ReplaceDialog", "Whole &words only"))
        self.case = QCheckBox(QCoreApplication.translate("ReplaceDialog", "Match &capitals"))
        self.table = self._make_table()
        self.note = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.replace_button = self.buttons.addButton(
            QCoreApplication.translate("ReplaceDialog", "&Replace"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        toggles = (self.case.toggled, self.whole.toggled)
        for signal in (self.words.textChanged, self.by.textChanged, self.where.currentIndexChanged, *toggles):
            signal.connect(lambda *_: self._look())
        self.found.dataChanged.connect(lambda *_: self._count())
        self.buttons.accepted.connect(self._replace)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._timer.stop)
        self._look()

    @staticmethod
    def _make_scopes(
        form: str, shown: Sequence[str] | None, selected: Sequence[str]
    ) -> list[tuple[str, list[str] | None, Sequence[str] | None]]:
        """Where can be looked: words, forms, keys; nothing for all."""
        scopes: list[tuple[str, list[str] | None, Sequence[str] | None]] = [
            (QCoreApplication.translate("ReplaceDialog", "in all forms"), None, None),
            (form, [form], None),
        ]
        if shown is not None:
            words = QCoreApplication.translate("ReplaceDialog", "%1: the rows of the filter (%2)")
            scopes.append((words.replace("%1", form).replace("%2", str(len(shown))), [form], shown))
            words = QCoreApplication.translate("ReplaceDialog", "in all forms: these rows (%1)")
            scopes.append((words.replace("%1", str(len(shown))), None, shown))
        if len(selected) > 1:
            words = QCoreApplication.translate("ReplaceDialog", "%1: the selected rows (%2)")
            scopes.append((words.replace("%1", form).replace("%2", str(len(selected))), [form], selected))
        return scopes

    def _make_table(self) -> QTableView:
        # A tree would ask for each of thousands of lines whether it has lines of its own.
        table = QTableView()
        table.setModel(self.found)
        table.setAccessibleName(QCoreApplication.translate("ReplaceDialog", "What changes"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + MARGIN)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("ReplaceDialog", "&Find:"), self.words)
        form.addRow(QCoreApplication.translate("ReplaceDialog", "Replace &by:"), self.by)
        form.addRow(QCoreApplication.translate("ReplaceDialog", "&Where:"), self.where)
        form.addRow("", self.case)
        form.addRow("", self.whole)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def _look(self) -> None:
        """Look through the document anew: what a moment is enough for at once, the rest a little at a time."""
        _, forms, keys = self._scopes[max(self.where.currentIndex(), 0)]
        self.found.clear()
        self._unlisted, self._listed_at = [], 0.0
        document = self._bridge.document
        self._forms_left = len(document.form_names if forms is None else forms)
        self._forms = self._forms_left
        self._looking = walk(
            document,
            self.words.text(),
            self.by.text(),
            forms,
            self.case.isChecked(),
            whole_words=self.whole.isChecked(),
            keys=keys,
        )
        self._go_on(_AT_ONCE_S)

    def _go_on(self, seconds: float) -> None:
        start = perf_counter()
        for part in self._looking:
            self._unlisted += part
            self._forms_left -= 1
            if perf_counter() - start > seconds:
                break
        else:
            self._forms_left = 0
        if not self._forms_left or start - self._listed_at > _LIST_S:
            # The view goes over all of its lines each time that some come.
            self._listed_at = start
            self.found.add(self._unlisted)
            self._unlisted = []
        if self._forms_left:
            self._timer.start()
        else:
            self._timer.stop()
        self._count()

    def _count(self) -> None:
        count = self.found.chosen_count + len(self._unlisted)
        text = QCoreApplication.translate("ReplaceDialog", "%n text(s) will be changed.", "", count)
        if self._forms_left:
            looking = QCoreApplication.translate("ReplaceDialog", "Looking… form %1 of %2 (%3)")
            at = str(self._forms - self._forms_left + 1)
            text = looking.replace("%1", at).replace("%2", str(self._forms)).replace("%3", str(count))
        self.note.setText(text)
        # What is replaced is all of what is listed, or nothing yet.
        self.replace_button.setEnabled(count > 0 and not self._forms_left)

    def _replace(self) -> None:
        change = self._change()
        if change is None:
            return
        name = QCoreApplication.translate("ReplaceDialog", "Replaced")
        words = f"{self.words.text()} → {self.by.text()}"
        if self._bridge.push(change, f"{name}: {words}"):
            self.accept()

    def _change(self) -> Together | None:
        """What is ticked as one gesture; nothing where the person stopped it."""
        document, afters = self._bridge.document, dict[EntryKey, Entry]()
        title = QCoreApplication.translate("Gradual", "Working out what changes…")
        if not each_in_turn(title, self.found.chosen(), lambda each: put_into(afters, document, each)):
            return None
        changes = worked_out(document, list(afters), lambda place, _entry: afters[place])
        return Together(changes) if changes else None
