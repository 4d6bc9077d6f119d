"""The Feedback place: every remark in one list, and what came back with copies; reply, settle with a reason, jump to the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...domain.changes import Change, Together
from ...domain.feedback import Kind, Status
from ...domain.fiche import Entry
from ...services.annotate import with_reply, with_status
from ..bridge import DocumentBridge
from ..models.remarks_model import RemarkLine, RemarksModel
from ..overriding import override
from ..theme import MARGIN
from .collected import CollectedPane
from .folding import Beside, FoldingParts, Part, next_stop
from .place import Place, PlaceContext
from .remark_filters import RemarkFilters
from .remark_table import RemarkTable
from .remark_thread import STATUS_WORDS, RemarkThread
from .wrap_bar import WrapBar


class FeedbackPlace(Place):
    """Remarks at the left, the chosen one with its thread at the right; returned copies in a tab of their own."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self.model = RemarksModel(bridge)
        self.table = RemarkTable(self.model)
        self.table.setAccessibleName(self.tr("Remarks"))
        self.table.activated.connect(lambda _index: self.show_cell())
        self.filters = RemarkFilters(self.model)
        self.filters.changed.connect(lambda: self.model.set_filter(self.filters.wanted()))
        self._by_hand = False
        """Whether the person chose what is selected; else it follows the cursor of the fiche."""
        self._choosing = False
        self._kept: list[str] = []
        self._next_row: int | None = None
        """Where to go on when what is settled now is filtered away, 0-based."""
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
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.model.modelReset.connect(self._on_reset)
        bridge.current_changed.connect(lambda *_: self._on_cursor_moved())
        self.filters.fill(bridge.document.form_names)
        self._show_selected()
        self._name_tabs()

    # Building

    def _make_remarks(self) -> QWidget:
        page, left = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self.nothing = QLabel(self.tr("There are no remarks here."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing)
        left.setFocusProxy(self.table)
        side = Beside(self._make_side(), 1 / 3, 280, self._pane_stop, in_narrow=True)
        self.parts = FoldingParts("feedback", self.context.settings, left, {Part.PANE: side})
        self.parts.parts_changed.connect(self.commands_changed)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.addWidget(self.parts)
        return page

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
        self.thread_view = RemarkThread(self._entry_words)
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
        self.side = area
        return area

    def _pane_stop(self) -> QWidget:
        return self.reply if self.selected() else self.thread_view.add_button

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

    def _on_reset(self) -> None:
        self.filters.fill(self.bridge.document.form_names)
        rows = [row for remark_id in self._kept if (row := self.model.row_of(remark_id)) >= 0]
        if not rows and self._next_row is not None and self.model.lines:
            # What was settled is filtered away: the person goes on with the one after it.
            self._choose([min(self._next_row, len(self.model.lines) - 1)])
            self._on_selected()
        elif rows and self._by_hand:
            self._choose(rows)
        else:
            self._by_hand = False
            self._follow_cursor()
        self._name_tabs()

    def _on_cursor_moved(self) -> None:
        if self.isVisible() and not self._by_hand:
            self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Select the remark on the entry where the cursor of the fiche is, or none; the cursor stays."""
        here = [row for row, line in enumerate(self.model.lines) if (line.form, line.key) == self.bridge.current]
        waiting = [row for row in here if self.model.lines[row].remark.is_open]
        self._choose((waiting or here)[:1])

    def _choose(self, rows: Iterable[int]) -> None:
        """Select these lines, 0-based, for the person: the cursor of the fiche does not follow."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        self._choosing = True
        selection.clearSelection()
        for row in rows:
            index = self.model.index(row, 0)
            selection.select(index, flags.Select | flags.Rows)
            selection.setCurrentIndex(index, flags.NoUpdate)
        self._choosing = False
        self._show_selected()

    def _on_selected(self) -> None:
        """The person chose: the cursor of the fiche goes along."""
        if self._choosing:
            return
        lines = self.selected()
        self._by_hand = bool(lines)
        if len(lines) == 1:
            self.bridge.set_current(lines[0].form, lines[0].key)
        self._show_selected()

    def selected(self) -> list[RemarkLine]:
        """The selected remarks."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.lines[row] for row in rows if row < len(self.model.lines)]

    def target(self) -> tuple[str, str]:
        """Form and key of the entry that a new remark goes on: of the selected remark, else the cursor of the fiche."""
        lines, row = self.selected(), self.table.currentIndex().row()
        if len(lines) > 1 and 0 <= row < len(self.model.lines):
            lines = [self.model.lines[row]]
        return (lines[0].form, lines[0].key) if lines else self.bridge.current

    def _entry_words(self, entry: tuple[str, str]) -> str:
        return f"{entry[0]} · {self.model.title(entry[1])}" if all(entry) else ""

    def _show_selected(self) -> None:
        lines = self.selected()
        self._kept = [line.remark.id for line in lines]
        self.nothing.setVisible(not self.model.lines)
        self.table.setVisible(bool(self.model.lines))
        one = lines[0] if len(lines) == 1 else None
        several = self.tr("%n remark(s) selected", "", len(lines)) if len(lines) > 1 else ""
        self.where.setText(several or self._entry_words(self.target()))
        self.thread_view.set_entry(self.target())
        self.thread_view.setVisible(all(self.target()))
        self.thread_view.show_annotations((one.remark,) if one is not None else ())
        self.reply.setVisible(one is not None)
        self.reply_button.setVisible(one is not None)
        self.show_button.setEnabled(len(lines) <= 1 and all(self.target()))
        open_ones = [line for line in lines if line.remark.is_open]
        for button, now in (
            (self.done_button, bool(open_ones)),
            (self.refuse_button, bool(open_ones)),
            (self.open_button, len(open_ones) < len(lines)),
        ):
            button.setVisible(bool(lines))
            button.setEnabled(now)

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
            self._entry_words((first.form, first.key)) if len(lines) == 1 else self.tr("%n remark(s)", "", len(lines))
        )
        self._by_hand, self._next_row = True, self.model.row_of(first.remark.id)
        self.bridge.push(changes[0] if len(changes) == 1 else Together(tuple(changes)), f"{name}: {where}")
        self._next_row = None

    def start_remark(self) -> None:
        """Open the field for a new remark; it says which entry the remark goes on."""
        self.tabs.setCurrentIndex(0)
        self.parts.open(Part.PANE)
        self.thread_view.start_writing()
        self.side.ensureWidgetVisible(self.thread_view)

    def _on_remark(self, entry: tuple[str, str], kind: Kind, text: str) -> None:
        from ...services.annotate import annotated

        author = self._author()
        if not author:
            # Still no name: the text stays in the field.
            self.thread_view.start_writing(text)
            return
        before = self.bridge.document.entry(*entry)
        after, _id = annotated(before, kind, author, text, self.context.settings.values.organisation)
        self.bridge.push_entry(*entry, after, f"{self.tr('Remark')}: {self._entry_words(entry)}")
        self.table.setFocus()

    def show_cell(self) -> None:
        """Go to the entry that is shown: of the selected remark, else where the cursor of the fiche is."""
        if len(self.selected()) <= 1 and all(self.target()):
            self.bridge.show_entry(*self.target())

    def collect(self) -> None:
        """Bring in copies that came back."""
        self.tabs.setCurrentWidget(self.collected)
        self.collected.choose_copies()

    # Hands

    @override
    def activated(self) -> None:
        if not self._by_hand:
            self._follow_cursor()
        (self.table if self.model.lines else self.filters.search).setFocus()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        found = {"find": self.filters.search.setFocus, "collect": self.collect, "annotate": self.start_remark}
        if self.collected.has_collection or self.bridge.document.content.log:
            found["round_log"] = self.collected.write_log
        if self.tabs.currentIndex() == 0:
            found |= self.parts.commands()
            found["next_pane"] = lambda: next_stop(
                [self.filters.status_box, self.filters.search, self.table, self.reply]
            )
        return found

    @override
    def holds_work(self) -> bool:
        return self.collected.has_collection

    @override
    def states(self) -> Mapping[str, bool]:
        return self.parts.states()
