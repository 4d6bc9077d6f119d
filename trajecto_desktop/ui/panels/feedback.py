"""The Feedback place: every remark in one list, and what came back with copies; reply, settle with a reason, jump to the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDate, QItemSelectionModel, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...domain.changes import Change, Together
from ...domain.feedback import Kind, Status
from ...domain.fiche import Entry
from ...services.annotate import with_reply, with_status
from ..bridge import DocumentBridge
from ..models.remarks_model import KIND, STATUS, TEXT, WHEN, WHERE, WHO, RemarkFilter, RemarkLine, RemarksModel
from ..overriding import override
from ..theme import MARGIN, WIDE
from .collected import CollectedPane
from .folding import Beside, FoldingParts, Part, next_stop
from .place import Place, PlaceContext
from .remark_thread import KIND_WORDS, STATUS_WORDS, RemarkThread
from .wrap_bar import WrapBar


class FeedbackPlace(Place):
    """Remarks at the left, the chosen one with its thread at the right; returned copies in a tab of their own."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self.model = RemarksModel(bridge)
        self.table = self._make_table()
        self.collected = CollectedPane(bridge, context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._make_remarks(), self.tr("Remarks"))
        self.tabs.addTab(self.collected, self.tr("Returned copies"))
        self.collected.count_changed.connect(self._name_tabs)
        self.collected.count_changed.connect(self.commands_changed)
        self.tabs.currentChanged.connect(lambda _index: self.commands_changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self.tabs)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.model.modelReset.connect(self._on_reset)
        self._fill_filters()
        self._show_selected()
        self._name_tabs()

    # Building

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Remarks"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setMinimumHeight(table.fontMetrics().height() * 3)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * MARGIN)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._size_columns(table)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda _index: self.show_cell())
        return table

    @staticmethod
    def _size_columns(table: QTableView) -> None:
        """Words of a fixed list stand whole, whatever the language and font; a name takes a part of what is left."""
        translate, metrics = QCoreApplication.translate, table.fontMetrics()
        longest = {
            STATUS: [translate("Feedback", word) for word in STATUS_WORDS.values()],
            KIND: [translate("Feedback", word) for word in KIND_WORDS.values()],
            WHEN: [QLocale().toString(QDate(2028, 12, 28), QLocale.FormatType.ShortFormat)],
        }
        for column, words in longest.items():
            title = str(table.model().headerData(column, Qt.Orientation.Horizontal))
            wide = max(metrics.horizontalAdvance(word) for word in (*words, f"{title} "))
            table.horizontalHeader().resizeSection(column, wide + 2 * WIDE)
        table.horizontalHeader().resizeSection(WHO, metrics.averageCharWidth() * 18)
        table.horizontalHeader().resizeSection(WHERE, metrics.averageCharWidth() * 26)

    def _make_remarks(self) -> QWidget:
        page, left = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self._make_filters())
        column.addWidget(self.table, 1)
        self.nothing = QLabel(self.tr("There are no remarks here."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing)
        left.setFocusProxy(self.table)
        side = Beside(self._make_side(), 1 / 3, 280, lambda: self.reply, in_narrow=True)
        self.parts = FoldingParts("feedback", self.context.settings, left, {Part.PANE: side})
        self.parts.parts_changed.connect(self.commands_changed)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.addWidget(self.parts)
        return page

    def _make_filters(self) -> WrapBar:
        boxes = tuple(QComboBox() for _ in range(5))
        self.status_box, self.kind_box, self.who_box, self.form_box, self.round_box = boxes
        names = (
            self.tr("Status"),
            self.tr("Kind"),
            self.tr("Person or organisation"),
            self.tr("Support form"),
            self.tr("Round"),
        )
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _index: self._on_filter())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in remarks"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._on_filter())
        return WrapBar(*boxes, self.search)

    def _fill_filters(self) -> None:
        translate = QCoreApplication.translate
        lines = self.model.all_lines
        statuses = [(translate("Feedback", STATUS_WORDS[status]), status) for status in Status]
        kinds = [(translate("Feedback", KIND_WORDS[kind]), kind) for kind in Kind]
        people = sorted({line.remark.author for line in lines if line.remark.author}, key=str.casefold)
        groups = sorted({line.remark.organisation for line in lines if line.remark.organisation}, key=str.casefold)
        who = [(name, ("who", name)) for name in people] + [(name, ("organisation", name)) for name in groups]
        forms = [(name, name) for name in self.bridge.document.form_names if any(line.form == name for line in lines)]
        filled = (
            (self.status_box, self.tr("Every status"), statuses),
            (self.kind_box, self.tr("Every kind"), kinds),
            (self.who_box, self.tr("Everybody"), who),
            (self.form_box, self.tr("Every form"), forms),
            (self.round_box, self.tr("Every round"), [(name, name) for name in self.model.rounds]),
        )
        self.round_box.setVisible(bool(self.model.rounds))
        for box, everything, items in filled:
            _refill(box, everything, items)

    def _make_side(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(MARGIN)
        self.where = QLabel()
        self.where.setWordWrap(True)
        font = self.where.font()
        font.setBold(True)
        self.where.setFont(font)
        self.thread_view = RemarkThread()
        self.thread_view.remark_written.connect(self._on_remark)
        self.reply = QPlainTextEdit()
        self.reply.setTabChangesFocus(True)
        self.reply.setPlaceholderText(self.tr("Your answer"))
        self.reply.setAccessibleName(self.tr("Your answer"))
        self.reply.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
        self.reply_button = self._button(self.tr("&Reply"), self.send_reply)
        self.show_button = self._button(self.tr("S&how in the fiche"), self.show_cell)
        self.done_button = self._button(self.tr("&Processed"), lambda: self.settle(Status.PROCESSED))
        self.refuse_button = self._button(self.tr("&Not taken up…"), self.refuse)
        self.open_button = self._button(self.tr("&Open again"), lambda: self.settle(Status.OPEN))
        layout.addWidget(self.where)
        layout.addWidget(self.thread_view)
        layout.addWidget(self.reply)
        for pair in ((self.reply_button, self.show_button), (self.done_button, self.refuse_button, self.open_button)):
            layout.addWidget(WrapBar(*pair))
        layout.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Remark"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: action())
        return button

    # Following

    def _name_tabs(self) -> None:
        waiting = sum(line.remark.is_open for line in self.model.all_lines)
        self.tabs.setTabText(0, self.tr("Remarks (%n open)", "", waiting))
        count = self.collected.waiting
        title = self.tr("Returned copies")
        self.tabs.setTabText(1, f"{title} ({count})" if count else title)

    def _on_filter(self) -> None:
        who, organisation = "", ""
        chosen = self.who_box.currentData()
        if chosen is not None:
            who, organisation = (chosen[1], "") if chosen[0] == "who" else ("", chosen[1])
        self.model.set_filter(
            RemarkFilter(
                _member(Status, self.status_box.currentData()),
                _member(Kind, self.kind_box.currentData()),
                who,
                organisation,
                self.form_box.currentData() or "",
                self.round_box.currentData() or "",
                self.search.text(),
            )
        )

    def _on_reset(self) -> None:
        self._fill_filters()
        rows = [row for remark_id in self._kept if (row := self.model.row_of(remark_id)) >= 0]
        self.select_rows(rows or ([0] if self.model.lines else []))
        self._show_selected()
        self._name_tabs()

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select these lines, 0-based."""
        flags = QItemSelectionModel.SelectionFlag
        model = self.table.selectionModel()
        model.clearSelection()
        for row in rows:
            index = self.model.index(row, 0)
            model.select(index, flags.Select | flags.Rows)
            model.setCurrentIndex(index, flags.NoUpdate)

    def selected(self) -> list[RemarkLine]:
        """The selected remarks."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.lines[row] for row in rows if row < len(self.model.lines)]

    def _show_selected(self) -> None:
        lines = self.selected()
        self._kept = [line.remark.id for line in lines]
        self.nothing.setVisible(not self.model.lines)
        self.table.setVisible(bool(self.model.lines))
        one = lines[0] if len(lines) == 1 else None
        if one is not None:
            self.where.setText(f"{one.form} · {self.model.title(one.key)}")
            self.bridge.set_current(one.form, one.key)
        else:
            self.where.setText(self.tr("%n remark(s) selected", "", len(lines)))
        self.thread_view.show_annotations((one.remark,) if one is not None else ())
        self.thread_view.setVisible(one is not None)
        self.reply.setEnabled(one is not None)
        self.reply_button.setEnabled(one is not None)
        self.show_button.setEnabled(one is not None)
        open_ones = [line for line in lines if line.remark.is_open]
        self.done_button.setEnabled(bool(open_ones))
        self.refuse_button.setEnabled(bool(open_ones))
        self.open_button.setEnabled(len(open_ones) < len(lines))

    # What was asked

    def _author(self) -> str:
        """Who is working here; asked once."""
        values = self.context.settings.values
        if not values.author:
            title, question = self.tr("Who are you?"), self.tr("Your name, as it stands beside what you write:")
            name, sure = QInputDialog.getText(self, title, question)
            if sure and name.strip():
                values.author = name.strip()
                self.context.settings.save()
        return values.author

    def send_reply(self) -> None:
        """Add the answer to the thread of the selected remark."""
        text, lines = self.reply.toPlainText().strip(), self.selected()
        author = self._author() if text and len(lines) == 1 else ""
        if not author:
            return
        now = datetime.now(UTC)
        self._change(lines, self.tr("Reply"), lambda entry, remark_id: with_reply(entry, remark_id, author, text, now))
        self.reply.clear()

    def refuse(self) -> None:
        """Settle the selected remarks as not taken up, with a reason."""
        title, question = self.tr("Not taken up"), self.tr("Why not? The reason goes into the letter back.")
        reason, sure = QInputDialog.getMultiLineText(self, title, question)
        if sure and reason.strip():
            self.settle(Status.NOT_TAKEN, reason.strip())

    def settle(self, status: Status, reason: str = "") -> None:
        """Give the selected remarks a status, as one undo step."""
        lines = [line for line in self.selected() if line.remark.status is not status]
        author = self._author() if lines else ""
        if not author:
            return
        now = datetime.now(UTC)
        name = QCoreApplication.translate("Feedback", STATUS_WORDS[status])
        self._change(lines, name, lambda entry, remark_id: with_status(entry, remark_id, status, author, now, reason))

    def _change(self, lines: list[RemarkLine], name: str, after: Callable[[Entry, str], Entry]) -> None:
        document = self.bridge.document
        entries: dict[tuple[str, str], Entry] = {}
        for line in lines:
            place = (line.form, line.key)
            entries[place] = after(entries.get(place, document.entry(*place)), line.remark.id)
        changes: list[Change] = [document.change_entry(*place, entry) for place, entry in entries.items()]
        if not changes:
            return
        first = lines[0]
        where = (
            f"{first.form} · {self.model.title(first.key)}"
            if len(lines) == 1
            else self.tr("%n remark(s)", "", len(lines))
        )
        self.bridge.push(changes[0] if len(changes) == 1 else Together(tuple(changes)), f"{name}: {where}")

    def _on_remark(self, kind: Kind, text: str) -> None:
        from ...services.annotate import annotated

        lines, author = self.selected(), self._author()
        if author and len(lines) == 1:
            organisation = self.context.settings.values.organisation
            self._change(
                lines, self.tr("Remark"), lambda entry, _id: annotated(entry, kind, author, text, organisation)[0]
            )

    def show_cell(self) -> None:
        """Go to the entry that the selected remark is on."""
        lines = self.selected()
        if len(lines) == 1:
            self.bridge.show_entry(lines[0].form, lines[0].key)

    def collect(self) -> None:
        """Bring in copies that came back."""
        self.tabs.setCurrentWidget(self.collected)
        self.collected.choose_copies()

    # Hands

    @override
    def activated(self) -> None:
        if not self.selected() and self.model.lines:
            self.select_rows([0])
        self.table.setFocus()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        found = {"find": self.search.setFocus, "collect": self.collect, "annotate": self.thread_view.start_writing}
        if self.collected.has_collection or self.bridge.document.content.log:
            found["round_log"] = self.collected.write_log
        if self.tabs.currentIndex() == 0:
            found |= self.parts.commands()
            found["next_pane"] = lambda: next_stop([self.status_box, self.search, self.table, self.reply])
        return found

    @override
    def holds_work(self) -> bool:
        return self.collected.has_collection

    @override
    def states(self) -> Mapping[str, bool]:
        return self.parts.states()


_Member = TypeVar("_Member", Status, Kind)


def _member(kind: type[_Member], value: str | None) -> _Member | None:
    """The member of that value: Qt keeps the value of an enumeration's member, not the member."""
    return kind(value) if value is not None else None


def _refill(box: QComboBox, everything: str, items: Iterable[tuple[str, object]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for text, data in items:
        box.addItem(text, data)
        if data == chosen and chosen is not None:
            box.setCurrentIndex(box.count() - 1)
    box.blockSignals(False)
