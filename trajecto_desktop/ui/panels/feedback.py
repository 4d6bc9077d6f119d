"""The Feedback place: every remark in one list, and what came back with copies; reply, settle with a reason, jump to the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, Qt
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

from ...domain.feedback import Kind, Status
from ..bridge import DocumentBridge
from ..dialogs.pieces import muted_label
from ..models.remarks_model import RemarkLine, RemarkPlace, RemarksModel
from ..overriding import override
from ..scrolling import show_whole
from ..theme import MARGIN
from .collected import CollectedPane
from .folding import Beside, FoldingParts, Part, next_stop
from .place import Place, PlaceContext
from .remark_acts import RemarkActs
from .remark_filters import RemarkFilters
from .remark_table import RemarkTable
from .remark_thread import RemarkThread
from .wrap_bar import WrapBar


class FeedbackPlace(Place):
    """Remarks at the left, the chosen one with its thread at the right; returned copies in a tab of their own."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self.model = RemarksModel(bridge)
        self.acts = RemarkActs(bridge, context, self.model, self)
        self.table = RemarkTable(self.model)
        self.table.setAccessibleName(self.tr("Remarks"))
        self.table.activated.connect(lambda _index: self.show_cell())
        self.filters = RemarkFilters(self.model)
        self.filters.changed.connect(lambda: self.model.set_filter(self.filters.wanted()))
        self._by_hand = False
        """Whether the person chose what is selected; else it follows the cursor of the fiche."""
        self._choosing = False
        self._kept: list[tuple[RemarkPlace, str]] = []
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
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
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
        self.caption = muted_label(self.tr("No remark is selected. Where you are in the fiche:"))
        self.thread_view = RemarkThread(self.model.words_of)
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
        layout.addWidget(self.caption)
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
        rows = [row for kept in self._kept if (row := self.model.row_of(*kept)) >= 0]
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
        here = [row for row, line in enumerate(self.model.lines) if line.at == self.bridge.current]
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
        if len(lines) == 1 and lines[0].cell is None:
            self.bridge.set_current(*lines[0].entry)
        self._show_selected()

    def selected(self) -> list[RemarkLine]:
        """The selected remarks."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.lines[row] for row in rows if row < len(self.model.lines)]

    def target(self) -> RemarkPlace:
        """What a new remark goes on: the entry or cell of the selected remark, else the entry under the cursor of the fiche."""
        lines, row = self.selected(), self.table.currentIndex().row()
        if len(lines) > 1 and 0 <= row < len(self.model.lines):
            lines = [self.model.lines[row]]
        return lines[0].at if lines else self.bridge.current

    def _show_selected(self) -> None:
        lines = self.selected()
        self._kept = [(line.at, line.remark.id) for line in lines]
        self.nothing.setVisible(not self.model.lines)
        self.nothing.setText(
            self.tr("No remark fits what is chosen above.")
            if self.model.all_lines
            else self.tr("There are no remarks yet. Write one with %1, or collect returned copies with %2.")
            .replace("%1", self.context.actions.shortcut_text("annotate"))
            .replace("%2", self.context.actions.shortcut_text("collect"))
        )
        self.table.setVisible(bool(self.model.lines))
        one = lines[0] if len(lines) == 1 else None
        several = self.tr("%n remark(s) selected", "", len(lines)) if len(lines) > 1 else ""
        self.where.setText(several or self.model.words_of(self.target()))
        self.caption.setVisible(not lines and any(self.target()))
        self.thread_view.set_entry(self.target())
        self.thread_view.setVisible(any(self.target()))
        self.thread_view.show_annotations((one.remark,) if one is not None else ())
        self.reply.setVisible(one is not None)
        self.reply_button.setVisible(one is not None)
        self.show_button.setEnabled(self._entry_shown() is not None)
        open_ones = [line for line in lines if line.remark.is_open]
        for button, now in (
            (self.done_button, bool(open_ones)),
            (self.refuse_button, bool(open_ones)),
            (self.open_button, len(open_ones) < len(lines)),
        ):
            button.setVisible(bool(lines))
            button.setEnabled(now)

    # What was asked

    def send_reply(self) -> None:
        """Add the answer to the thread of the selected remark."""
        text, lines = self.reply.toPlainText().strip(), self.selected()
        if text and len(lines) == 1 and self._do(lines, lambda: self.acts.reply(lines[0], text)):
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
        if lines:
            self._do(lines, lambda: self.acts.settle(lines, status, reason))

    def _do(self, lines: list[RemarkLine], act: Callable[[], bool]) -> bool:
        """Do something with remarks; who settles one that is filtered away then goes on with the one after it."""
        self._by_hand, self._next_row = True, self.model.row_of(lines[0].at, lines[0].remark.id)
        done = act()
        self._next_row = None
        return done

    def start_remark(self) -> None:
        """Open the field for a new remark; it says which entry the remark goes on."""
        self.tabs.setCurrentIndex(0)
        self.parts.open(Part.PANE)
        self.thread_view.start_writing()
        show_whole(self.side, self.thread_view.writer)

    def _on_remark(self, place: RemarkPlace, kind: Kind, text: str) -> None:
        if self.acts.add(place, kind, text):
            self.table.setFocus()
        else:
            # Still no name: the text stays in the field.
            self.thread_view.start_writing(text)

    def show_cell(self) -> None:
        """Go to the entry that is shown: of the selected remark, else where the cursor of the fiche is."""
        entry = self._entry_shown()
        if entry is not None:
            self.bridge.show_entry(*entry)

    def _entry_shown(self) -> tuple[str, str] | None:
        """The entry to go to; for a cell that is none, one of the form or characteristic that it is about, if any."""
        lines, document = self.selected(), self.bridge.document
        if len(lines) > 1:
            return None
        if not lines or lines[0].cell is None:
            form, key = lines[0].entry if lines else self.bridge.current
            return (form, key) if form and key else None
        form, key = lines[0].entry
        if not (form or key) or not document.form_names or not document.content.characteristics:
            return None
        here = self.bridge.current
        return form or here[0] or document.form_names[0], key or here[1] or document.content.characteristics[0].key

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
                [self.filters.status_box, self.filters.search, self.table, self._pane_stop()]
            )
        return found

    @override
    def holds_work(self) -> bool:
        return self.collected.has_collection

    @override
    def states(self) -> Mapping[str, bool]:
        return self.parts.states()
