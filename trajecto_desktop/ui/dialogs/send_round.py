"""Starting a feedback round: who is asked, about which forms and groups, in what kind of file, into which folder."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...errors import TrajectoError
from ...services.feedback_round import Ask, CopyFormat, Recipient, Register, asks_on, read_recipients
from ...services.send_round import send_round
from ...values import replace
from ..bridge import DocumentBridge
from ..messages import Messages
from ..tasks import Task
from ..theme import MARGIN, WIDE
from ..translation import QT_TRANSLATE_NOOP
from .pieces import PathLine, TickList, choose_folder, dialog_buttons, fit, muted_label, show_folder
from .roomy import Dialog
from .row_ticks import RowTicks

_FORMATS = (
    (CopyFormat.WORKBOOK, QT_TRANSLATE_NOOP("SendRoundDialog", "Excel workbook")),
    (CopyFormat.PAGE, QT_TRANSLATE_NOOP("SendRoundDialog", "Web page to fill in")),
    (CopyFormat.WORD, QT_TRANSLATE_NOOP("SendRoundDialog", "Word document")),
)
_ASKS = Qt.ItemDataRole.UserRole


class SendRoundDialog(Dialog):
    """Chooses recipients and questions, and writes a copy for each.

    Args:
        bridge: what is sent, as it stands in its file.
        messages: says what went wrong.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._messages = bridge, messages
        document = bridge.document
        self.setWindowTitle(self.tr("Start a feedback round"))
        today = QDate.currentDate().toString("yyyy-MM-dd")
        self.title = QLineEdit(self.tr("Feedback round %1").replace("%1", today))
        self.people = QTableWidget(0, 3)
        headers = [self.tr("Name"), self.tr("Organisation"), self.tr("Kind of file")]
        self.people.setHorizontalHeaderLabels(headers)
        self.people.setAccessibleName(self.tr("Recipients"))
        self.people.verticalHeader().hide()
        self.people.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.people.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.people.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.forms = TickList(document.form_names, self.tr("Forms to ask about"))
        self.rows = RowTicks(document.characteristics, self.tr("Characteristics to ask about"))
        self.question = QLineEdit()
        self.question.setPlaceholderText(self.tr("for example: does this fit your practice?"))
        path = bridge.path
        folder = path.with_name(f"{path.stem} – {today}") if path is not None else Path.home()
        self.folder = PathLine(self.tr("Folder for the copies"), choose_folder, str(folder))
        self._build()
        self.add_person()
        self._refresh()

    def _build(self) -> None:
        self.add_button = QPushButton(self.tr("&Add a recipient"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.read_button = QPushButton(self.tr("From a &list (CSV)…"))
        self.add_button.clicked.connect(self.add_person)
        self.remove_button.clicked.connect(self._remove_people)
        self.read_button.clicked.connect(self._read_list)
        row = QHBoxLayout()
        for button in (self.add_button, self.remove_button, self.read_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        people = QVBoxLayout()
        people.addWidget(self.people, 1)
        people.addLayout(row)
        asked = QHBoxLayout()
        asked.setSpacing(WIDE)
        asked.addWidget(self.forms, 1)
        asked.addWidget(self.rows, 1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title:"), self.title)
        form.addRow(self.tr("Recipients:"), people)
        form.addRow(self.tr("Asked about:"), asked)
        form.addRow(self.tr("&Question:"), self.question)
        form.addRow(self.tr("&Folder:"), self.folder)
        buttons, self.send_button = dialog_buttons(self.tr("&Make the copies"))
        buttons.accepted.connect(self.send)
        buttons.rejected.connect(self.reject)
        self.note = muted_label()
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addLayout(form, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        fit(self, 820, 640)
        for part in (self.forms, self.rows, self.folder):
            part.changed.connect(self._refresh)
        self.people.itemChanged.connect(lambda _item: self._refresh())
        self.title.textChanged.connect(lambda _text: self._refresh())

    def add_person(self, recipient: Recipient | None = None) -> None:
        """An empty line for a recipient, or one from a list with the questions that stand there."""
        known = recipient if isinstance(recipient, Recipient) else Recipient("")
        row_0 = self.people.rowCount()
        self.people.insertRow(row_0)
        name = QTableWidgetItem(known.name)
        name.setData(_ASKS, known.asks)
        self.people.setItem(row_0, 0, name)
        self.people.setItem(row_0, 1, QTableWidgetItem(known.organisation))
        formats = QComboBox()
        for copy_format, words in _FORMATS:
            formats.addItem(self.tr(words), copy_format)
        formats.setCurrentIndex(formats.findData(known.copy_format))
        formats.setAccessibleName(self.tr("Kind of file"))
        self.people.setCellWidget(row_0, 2, formats)
        self.people.setCurrentCell(row_0, 0)

    def recipients(self) -> list[Recipient]:
        """Who is asked, with their questions; lines without a name are passed over."""
        asks = self._asks()
        found = []
        for row_0 in range(self.people.rowCount()):
            name, organisation = self.people.item(row_0, 0), self.people.item(row_0, 1)
            formats = self.people.cellWidget(row_0, 2)
            if name is None or not name.text().strip() or not isinstance(formats, QComboBox):
                continue
            own: tuple[Ask, ...] = name.data(_ASKS) or asks
            where = organisation.text().strip() if organisation is not None else ""
            # Qt gives the value of an enumeration of words back as a plain word.
            found.append(Recipient(name.text().strip(), where, own, CopyFormat(formats.currentData())))
        return found

    def _asks(self) -> tuple[Ask, ...]:
        """The entries that are asked about; none means everything."""
        question = self.question.text().strip()
        if self.forms.all_ticked and self.rows.all_ticked and not question:
            return ()
        # Who picks a few characteristics wants an answer about empty entries too; else only what is filled is asked.
        rows = set(self.rows.ticked)
        everything = self.rows.all_ticked
        asks = asks_on(self._bridge.document, self.forms.ticked, () if everything else self.rows.ticked, question)
        wanted = [ask for ask in asks if ask.characteristic in rows]
        return tuple(replace(ask, id=f"V{number}") for number, ask in enumerate(wanted, 1))

    def _refresh(self) -> None:
        ready = bool(self.forms.ticked and self.rows.ticked and self.title.text().strip())
        self.send_button.setEnabled(ready and self.folder.path is not None and bool(self.recipients()))
        texts = [self.tr("Each recipient gets a copy, and a register beside the copies says who got what.")]
        if not self._bridge.undo_stack.isClean():
            texts.append(self.tr("There are unsaved changes: save first if they should be in the copies."))
        self.note.setText(" ".join(texts))

    def _remove_people(self) -> None:
        rows = sorted({index.row() for index in self.people.selectedIndexes()}, reverse=True)
        for row_0 in rows:
            self.people.removeRow(row_0)
        self._refresh()

    def _read_list(self) -> None:
        start = str(self._bridge.path.parent) if self._bridge.path is not None else ""
        kinds = self.tr("Lists (*.csv)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("List of recipients"), start, kinds)
        if not name:
            return
        try:
            people = read_recipients(Path(name), self._bridge.document)
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        for recipient in people:
            self.add_person(recipient)

    def send(self) -> None:
        """Write the copies and the register in the background."""
        opened, folder, people = self._bridge.opened, self.folder.path, self.recipients()
        if opened is None or folder is None:
            return
        title, now = self.title.text().strip(), datetime.now(UTC)
        round_id = re.sub(r"[^\w-]+", "-", title).strip("-")

        def work() -> object:
            return send_round(opened, round_id, title, people, folder, now)

        # The note keeps the window from being edited while the open document is read.
        made = self.tr("Making the copies…")
        Task(self, made, work, self._on_sent, self._messages.show_error, self.tr("Cancel")).start()

    def _on_sent(self, result: object) -> None:
        assert isinstance(result, Register), "a round gives its register"
        text = self.tr("%n cop(y/ies) and the register are in the folder.", "", len(result.copies))
        folder = self.folder.path
        if self._messages.ask(text, [self.tr("Open folder"), self.tr("Done")]) == 0 and folder is not None:
            show_folder(folder)
        self.accept()
