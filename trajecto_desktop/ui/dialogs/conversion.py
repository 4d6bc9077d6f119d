"""A row that comes into an `Omzetting` sheet: a passage, and the formulations that were made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...domain.changes import Change, ConversionAdded
from ...services.add_conversion import add_conversion, refuse_conversion_early, sheet_named, sheets_for_conversions
from ...services.open_document import OpenedFile
from ..bridge import DocumentBridge
from ..messages import Messages
from ..overriding import override
from ..theme import MARGIN
from .pieces import fit, one_line
from .structure import StructureDialog

_LINES_OF_PASSAGE = 5
_LEAST_LINES = 3
"""So many lines for formulations there are at least; when the last one is filled, another comes."""


class Formulations(QScrollArea):
    """Lines for formulations, each with a tick for the ones that stand in the overview."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows: list[tuple[QLineEdit, QCheckBox]] = []
        for _ in range(_LEAST_LINES):
            self.add("", adopted=False)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.rows[0][0])
        self.setMinimumHeight(_LEAST_LINES * (self.rows[0][0].sizeHint().height() + MARGIN))

    @property
    def said(self) -> list[tuple[str, bool]]:
        """What is filled in, and whether it is ticked."""
        return [(text.text(), box.isChecked()) for text, box in self.rows if text.text().strip()]

    def add(self, words: str, *, adopted: bool) -> None:
        """Another line at the end."""
        number = str(len(self.rows) + 1)
        text, box = QLineEdit(words), QCheckBox(self.tr("in the overview"))
        text.setAccessibleName(self.tr("Formulation %1").replace("%1", number))
        box.setAccessibleName(self.tr("Formulation %1 stands in the overview").replace("%1", number))
        box.setChecked(adopted)
        # A long wording is read from its beginning.
        text.setCursorPosition(0)
        text.textEdited.connect(lambda _words: self._grow())
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        line.addWidget(text, 1)
        line.addWidget(box)
        self._lines.addLayout(line)
        self.rows.append((text, box))

    def _grow(self) -> None:
        if self.rows[-1][0].text():
            self.add("", adopted=False)


class AddConversionDialog(StructureDialog):
    """A row about how wordings came about, on a sheet that is there or a new one.

    Args:
        bridge: the document, which has a file.
        messages: says why a row is refused.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(bridge, messages, parent)
        assert bridge.opened is not None, "asked only of a document that has a file"
        self._sheets = sheets_for_conversions(bridge.opened)
        self.sheet = QComboBox()
        self.sheet.setEditable(True)
        self.sheet.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.sheet.addItems(list(self._sheets))
        self.after = QComboBox()
        self.after.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.after.setMinimumContentsLength(20)
        self.passage = QPlainTextEdit()
        self.passage.setTabChangesFocus(True)
        self.passage.setFixedHeight(_LINES_OF_PASSAGE * self.fontMetrics().lineSpacing())
        self.formulations = Formulations()
        self.sheet.currentTextChanged.connect(lambda _text: self._show_rows())
        self._fill_in()
        self._show_rows()
        self.form_layout.addRow(self.tr("&Sheet:"), self.sheet)
        self.form_layout.addRow(self.tr("&Behind:"), self.after)
        self.form_layout.addRow(self.tr("&Passage:"), self.passage)
        self.form_layout.addRow(self.tr("F&ormulations:"), self.formulations)
        self.lay_out(
            self.tr("Add how a wording came about"),
            self.tr(
                "A passage of decree or memorie, and the formulations that were made of it; those in the overview become green. "
                "The row comes in the sheet at the next save. Another name makes a new sheet."
            ),
            self.tr("&Add"),
            self.change,
        )
        fit(self, 640, 480)
        self.passage.setFocus()

    def _fill_in(self) -> None:
        """Begin with the characteristic that is chosen, and the sheet where its wording came about."""
        document, key = self.bridge.document, self.bridge.current[1]
        if not any(row.key == key for row in document.characteristics):
            return
        row = document.characteristic(key)
        self.passage.setPlainText(row.decree.plain.strip())
        text, box = self.formulations.rows[0]
        text.setText(one_line(row.adapted.plain, 1000))
        text.setCursorPosition(0)
        box.setChecked(bool(row.adapted.plain.strip()))

    def _show_rows(self) -> None:
        self.after.clear()
        self.after.addItem(self.tr("at the end of the sheet"), None)
        for number, row in enumerate(self.bridge.document.content.conversions):
            if row.sheet == self.sheet.currentText():
                self.after.addItem(one_line(row.passage.plain, 80) or row.sheet, number)

    def change(self) -> tuple[Change, str]:
        """The row as filled in."""
        name = self.sheet.currentText()
        sheet = name if name in self._sheets else sheet_named(name)
        number = self.after.currentData()
        document = self.bridge.document
        after = None if number is None else document.content.conversions[number]
        added = add_conversion(document, sheet, self.passage.toPlainText(), self.formulations.said, after)
        return added, self.tr("Row added: %1").replace("%1", sheet)

    @override
    def try_out(self, opened: OpenedFile, change: Change) -> None:
        assert isinstance(change, ConversionAdded), "that is what this dialog makes"
        refuse_conversion_early(opened, change)
