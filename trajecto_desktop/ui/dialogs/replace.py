"""Replace words, with a preview of each place; only what is ticked is replaced, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.characteristic import GENERAL_REMARKS
from ...services.replace_text import Replacement, change_of, replacements
from ..bridge import DocumentBridge
from ..theme import MARGIN
from .roomy import Dialog

_AROUND = 40


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
        self._found: list[Replacement] = []
        self.setWindowTitle(QCoreApplication.translate("ReplaceDialog", "Replace"))
        self.resize(760, 520)
        self.words, self.by = QLineEdit(), QLineEdit()
        self.where = QComboBox()
        self._scopes = self._make_scopes(form, shown, selected)
        self.where.addItems([words for words, _, _ in self._scopes])
        self.whole = QCheckBox(QCoreApplication.translate("ReplaceDialog", "Whole &words only"))
        self.case = QCheckBox(QCoreApplication.translate("ReplaceDialog", "Capitals &count"))
        self.tree = self._make_tree()
        self.note = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.replace_button = self.buttons.addButton(
            QCoreApplication.translate("ReplaceDialog", "&Replace"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        toggles = (self.case.toggled, self.whole.toggled)
        for signal in (self.words.textChanged, self.by.textChanged, self.where.currentIndexChanged, *toggles):
            signal.connect(lambda *_: self._look())
        self.tree.itemChanged.connect(lambda *_: self._count())
        self.buttons.accepted.connect(self._replace)
        self.buttons.rejected.connect(self.reject)
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

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(QCoreApplication.translate("ReplaceDialog", "What changes"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels(
            [
                QCoreApplication.translate("ReplaceDialog", "Where"),
                QCoreApplication.translate("ReplaceDialog", "Now"),
                QCoreApplication.translate("ReplaceDialog", "Then"),
            ]
        )
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return tree

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
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def _look(self) -> None:
        _, forms, keys = self._scopes[max(self.where.currentIndex(), 0)]
        self._found = replacements(
            self._bridge.document,
            self.words.text(),
            self.by.text(),
            forms,
            self.case.isChecked(),
            whole_words=self.whole.isChecked(),
            keys=keys,
        )
        self.tree.blockSignals(True)
        self.tree.clear()
        for each in self._found:
            item = QTreeWidgetItem([self._place(each), *_around(each)])
            item.setCheckState(0, Qt.CheckState.Checked)
            for column in range(3):
                item.setToolTip(column, (each.before if column < 2 else each.after).plain)
            self.tree.addTopLevelItem(item)
        self.tree.blockSignals(False)
        self._count()

    def _place(self, each: Replacement) -> str:
        if each.characteristic == GENERAL_REMARKS:
            return f"{each.form} · {QCoreApplication.translate('FicheModel', 'General remarks')}"
        return f"{each.form} · {self._bridge.document.characteristic(each.characteristic).title}"

    def _chosen(self) -> list[Replacement]:
        ticked = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        checked = Qt.CheckState.Checked
        return [
            each
            for each, item in zip(self._found, ticked, strict=True)
            if item is not None and item.checkState(0) == checked
        ]

    def _count(self) -> None:
        count = len(self._chosen())
        self.note.setText(QCoreApplication.translate("ReplaceDialog", "%n text(s) will be changed.", "", count))
        self.replace_button.setEnabled(count > 0)

    def _replace(self) -> None:
        chosen = self._chosen()
        if chosen:
            name = QCoreApplication.translate("ReplaceDialog", "Replaced")
            words = f"{self.words.text()} → {self.by.text()}"
            self._bridge.push(change_of(self._bridge.document, chosen), f"{name}: {words}")
        self.accept()


def _around(each: Replacement) -> tuple[str, str]:
    """The words around the first place that differs, before and after."""
    before, after = each.before.plain, each.after.plain
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = max(at - _AROUND, 0)
    dots = "…" if start else ""
    was, now = (dots + " ".join(text[start : at + _AROUND].split()) for text in (before, after))
    return was, now
