"""What came back with copies: every difference with before, after and theirs; taken up or not, one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...services.collected import Conflict, Decisions, Difference
from ...values import replace
from ..bridge import DocumentBridge
from ..cell_words import cell_words
from ..overriding import override
from ..tasks import Task
from ..theme import MARGIN
from .collected_filters import CollectedFilters
from .collected_lists import DifferenceTree
from .collected_ticks import TickMenu
from .collected_words import DifferenceWords, detail
from .log_note import LogNote
from .place import PlaceContext
from .wrap_bar import WrapBar

if TYPE_CHECKING:
    from ...domain.feedback import LogLine
    from ...errors import TrajectoError
    from ...services.collect_feedback import Collection
    from ...services.feedback_round import RoundCounts


_ROOM_FOR_FILTERS = 26
"""In lines of text: from this height on the filters are there from the beginning."""


class CollectedPane(QWidget):
    """The differences of returned copies with the open document; conflicts in a list of their own.

    What was decided stands in the document's log, so that undoing a step shows its differences as open again.

    Args:
        bridge: the open document, which takes up what is accepted.
        context: settings and messages of the window.
    """

    count_changed = Signal()

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__()
        self._bridge, self._context = bridge, context
        self._collection: Collection | None = None
        self._counts: RoundCounts | None = None
        self._decided: dict[str, LogLine] = {}
        self._log_lines = -1
        self._was_shown = False
        self.tree = DifferenceTree(self.tr("Differences of the returned copies"))
        self.conflicts = DifferenceTree(self.tr("Conflicts: choose one"))
        self.detail = QTextBrowser()
        self.detail.setOpenLinks(False)
        self.detail.anchorClicked.connect(lambda _url: self._show_cell())
        self.detail.setAccessibleName(self.tr("Before, after and theirs"))
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.log_note = LogNote()
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.filters = CollectedFilters()
        self._build()
        self.filters.changed.connect(self._fill)
        for tree in (self.tree, self.conflicts):
            tree.itemSelectionChanged.connect(self._show_selected)
            tree.ticked_changed.connect(self._enable)
            tree.itemActivated.connect(lambda _item, _column: self._show_cell())
        bridge.changed.connect(lambda _changed: self._on_document_changed())
        self._show_collection()

    def _build(self) -> None:
        self.choose_button = self._button(self.tr("&Choose returned copies…"), self.choose_copies)
        self.take_button = self._button(self.tr("Take &up"), self.take_up)
        self.refuse_button = self._button(self.tr("&Do not take up…"), self.refuse)
        self.filter_button = self._button(self.tr("F&ilter"), self._show_filters)
        self.filter_button.setCheckable(True)
        self.tick_button = QPushButton(self.tr("&Tick all"))
        self.tick_menu = TickMenu(self.tree, self)
        self.tick_menu.by_hand.connect(self.note_by_hand)
        self.tick_button.setMenu(self.tick_menu)
        self.lists = QTabBar()
        self.lists.setDrawBase(False)
        self.lists.setAccessibleName(self.tr("Differences or conflicts"))
        self.lists.addTab("")
        self.lists.addTab("")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.conflicts)
        self.lists.currentChanged.connect(self._on_list)
        for part in (self.stack, self.detail):
            part.setMinimumHeight(self.fontMetrics().height() * 3)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.stack)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(WrapBar(self.choose_button, self.filter_button, self.summary))
        layout.addWidget(self.log_note)
        layout.addWidget(self.filters)
        layout.addWidget(WrapBar(self.lists, self.tick_button, self.take_button, self.refuse_button))
        layout.addWidget(split, 1)

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: action())
        return button

    # State

    @property
    def has_collection(self) -> bool:
        """Whether copies were compared."""
        return self._collection is not None

    @property
    def waiting(self) -> int:
        """How many differences and conflicts are not decided yet."""
        collection = self._collection
        if collection is None:
            return 0
        open_ones = [each for each in collection.differences if not each.in_ours and each.id not in self._decided]
        return len(open_ones) + len(self._open_conflicts(collection))

    def _open_conflicts(self, collection: Collection) -> list[Conflict]:
        return [
            conflict
            for conflict in collection.conflicts
            if conflict.id not in self._decided and all(o.id not in self._decided for o in conflict.options)
        ]

    def write_log(self) -> None:
        """Write the whole log: what became of each difference, and of each remark since."""
        from ...domain.feedback_log import new_lines
        from ...services.feedback_log import log_lines
        from ..dialogs.round_log import ask_and_write_log

        own, lines = self._bridge.path, self._bridge.document.log
        if self._collection is not None:
            lines = (*lines, *new_lines(lines, tuple(log_lines(self._collection, self._decisions()))))
        if own is not None and lines:
            ask_and_write_log(lines, own, self._context.messages, self)

    def _decisions(self) -> Decisions:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        return Decisions(by_whom=self._context.settings.values.author, when=when)

    # Collecting

    def choose_copies(self) -> None:
        """Ask for the copies and for the version that was sent, and compare."""
        if self._bridge.path is None:
            return
        folder, kinds = str(self._bridge.path.parent), self.tr("Excel workbooks (*.xlsx *.xlsm)")
        answers = self.tr("Answers (*.xlsx *.xlsm *.docx *.json)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Copies that came back"), folder, answers)
        if not names:
            return
        sent, _ = QFileDialog.getOpenFileName(self, self.tr("The version that was sent"), str(self._bridge.path), kinds)
        if sent:
            self.collect(Path(sent), [Path(name) for name in names])

    def collect(self, sent: Path, copies: list[Path]) -> None:
        """Compare these copies with what was sent, beside the window."""
        from ...services.collect_feedback import collect_feedback  # deferred: only who collects needs it
        from ...services.feedback_letter import counts_beside

        own = self._bridge.path
        into = own if own is not None and own.resolve() != sent.resolve() else None

        def work() -> object:
            collection = collect_feedback(sent, copies, into)
            return collection, counts_beside(collection, [sent, *copies])

        title = self.tr("Comparing %n cop(y/ies)…", "", len(copies))
        Task(self, title, work, self._on_collected, self._on_failed, self.tr("Cancel")).start()

    def _on_failed(self, error: TrajectoError) -> None:
        self._context.messages.show_error(error)

    def _on_collected(self, result: object) -> None:
        from ...services.open_document import OpenedFile

        assert isinstance(result, tuple), "that is what the work gives"
        collection, self._counts = result
        if isinstance(self._bridge.opened, OpenedFile):
            # What is accepted goes into the document that is open, unsaved changes included.
            collection.base = self._bridge.opened
        self._collection = collection
        self.filters.offer(collection)
        self.log_note.show_for(self._bridge.opened)
        self._show_collection()
        if not collection.differences and collection.conflicts:
            self.lists.setCurrentIndex(1)
        if self.isVisible():
            self._current_tree().setFocus()

    # Lists

    def _on_document_changed(self) -> None:
        """Decisions stand in the log: only when that grew, the lists say something else."""
        if self._collection is not None and len(self._bridge.document.content.log) != self._log_lines:
            self._show_collection()

    def _show_collection(self) -> None:
        from ...services.feedback_log import decided_in

        collection = self._collection
        self._log_lines = len(self._bridge.document.content.log)
        self._decided = decided_in(collection) if collection is not None else {}
        self.filter_button.setVisible(collection is not None)
        self._show_filters()
        self.lists.setVisible(collection is not None)
        self._fill()
        self._summarise()
        self.count_changed.emit()

    def _fill(self) -> None:
        collection, words = self._collection, self._words()
        wanted = self.filters.wanted()
        differences = [
            each
            for each in (collection.differences if collection is not None else ())
            if wanted.fits(each, each.in_ours or each.id in self._decided)
        ]
        waiting = self._open_conflicts(collection) if collection is not None else []
        shown = [
            conflict
            for conflict in (collection.conflicts if collection is not None else ())
            if any(wanted.fits(option, conflict not in waiting) for option in conflict.options)
        ]
        self.tree.fill_differences(differences, words, self._decided)
        self.conflicts.fill_conflicts(shown, words, self._decided)
        self.lists.setTabText(0, self.tr("Differences (%1)").replace("%1", str(len(differences))))
        self.lists.setTabText(1, self.tr("Conflicts (%1)").replace("%1", str(len(shown))))
        self._show_selected()

    def _words(self) -> DifferenceWords:
        return DifferenceWords(self._bridge.document, self._cell_words)

    def _cell_words(self, each: Difference | Conflict) -> str:
        """What the cell is that a difference is about, when it is a cell of the open document."""
        collection, opened = self._collection, self._bridge.opened
        if collection is None or opened is None:
            return ""
        place = collection.base_cell(each.sheet, each.cell)
        if place is None or all(info.name != place[0] for info in opened.binding.workbook.sheets):
            return ""
        from ...services.name_cell import name_cell  # deferred: only who collects needs it

        return cell_words(name_cell(opened.binding, self._bridge.document, place))

    def _summarise(self) -> None:
        collection = self._collection
        if collection is None:
            self.summary.setText(
                self.tr("Copies that came back are laid beside what was sent; nothing is taken up unasked.")
            )
            return
        words = self.tr("%n difference(s)", "", len(collection.differences))
        words += ", " + self.tr("%n conflict(s)", "", len(collection.conflicts))
        words += " · " + self.tr("%n to decide", "", self.waiting)
        if self._counts is not None:
            asked = self.tr("asked: %1, answered: %2, open: %3").replace("%1", str(self._counts.asked))
            asked = asked.replace("%2", str(self._counts.answered)).replace("%3", str(self._counts.open_))
            words += f" · {asked}"
        for each in collection.unread:
            words += f"\n{each.copy}: {each.sentence}"
        self.summary.setText(words)

    def _show_filters(self) -> None:
        self.filters.setVisible(self._collection is not None and self.filter_button.isChecked())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """On a low screen the filters are put away until somebody asks for them."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.filter_button.setChecked(self.height() >= _ROOM_FOR_FILTERS * self.fontMetrics().height())
            self._show_filters()

    def _on_list(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._show_selected()

    def _current_tree(self) -> DifferenceTree:
        return self.conflicts if self.stack.currentIndex() == 1 else self.tree

    def _show_selected(self) -> None:
        each = self._current_tree().current()
        words = self._words()
        told = detail(each, words, self.palette(), link=self._can_show(each)) if each is not None else ""
        self.detail.setHtml(told)
        self._enable()

    def _enable(self) -> None:
        each = self._current_tree().current()
        ticked = bool(self.tree.ticked_differences())
        self.tick_button.setEnabled(self._current_tree() is self.tree and self._collection is not None)
        self.take_button.setEnabled(ticked or bool(self.conflicts.chosen()))
        self.refuse_button.setEnabled(ticked)
        self.tick_menu.offer(each if isinstance(each, Difference) else None)

    # Deciding

    def take_up(self) -> None:
        """Take up what is ticked, as one undo step; conflicts take the option that is ticked."""
        collection = self._collection
        if collection is None:
            return
        by_id = {each.id: each for each in collection.differences}
        accepted = {each for each in self.tree.ticked_differences() if not by_id[each].by_hand}
        self._decide(replace(self._decisions(), accepted=frozenset(accepted), chosen=self.conflicts.chosen()))

    def refuse(self) -> None:
        """Note what is ticked as not taken up, with a reason."""
        ticked = frozenset(self.tree.ticked_differences())
        title, question = self.tr("Do not take up"), self.tr("Why not? The reason goes into the log.")
        reason, sure = QInputDialog.getMultiLineText(self, title, question)
        if sure and ticked:
            reasons = dict.fromkeys(ticked, " ".join(reason.split()))
            self._decide(replace(self._decisions(), refused=ticked, reasons=reasons))

    def note_by_hand(self) -> None:
        """Note what is ticked as done by hand."""
        self._decide(replace(self._decisions(), done_by_hand=frozenset(self.tree.ticked_differences())))

    def _decide(self, decisions: Decisions) -> None:
        """Carry decisions out and log them, as one undo step."""
        from ...domain.changes import Together
        from ...errors import WorkStoppedError
        from ...services.feedback_log import log_change
        from ...services.take_up import work_out
        from ..waiting import done_beside

        collection = self._collection
        number = len(decisions.accepted) + len(decisions.chosen) + len(decisions.refused) + len(decisions.done_by_hand)
        if collection is None or not number:
            return
        try:
            # Rows and forms that come are tried out, which takes seconds in a large file.
            taken = done_beside(self, self.tr("Taking up…"), lambda: work_out(collection, decisions))
        except WorkStoppedError:
            return
        logged = log_change(collection, taken.held(decisions))
        parts = (*taken.change.changes, *((logged,) if logged is not None else ()))
        if parts:
            name = self.tr("Decide on returned copies")
            count = self.tr("%n difference(s)", "", number)
            self._bridge.push(Together(parts), f"{name}: {count}")
            self._go_on(collection)
        if taken.left:
            left = self.tr("%n difference(s) found no place in the file; they stay in the list.", "", len(taken.left))
            self._context.messages.show(left)

    def _go_on(self, collection: Collection) -> None:
        """Who decided from the keyboard goes on in the list; with the conflicts when these are all that is left."""
        left = any(not each.in_ours and each.id not in self._decided for each in collection.differences)
        if not left and self._open_conflicts(collection):
            self.lists.setCurrentIndex(1)
        self._current_tree().setFocus()

    def _can_show(self, each: Difference | Conflict) -> bool:
        document = self._bridge.document
        return document.has_characteristic(each.characteristic) and each.form in document.form_names

    def _show_cell(self) -> None:
        each = self._current_tree().current()
        if each is not None and self._can_show(each):
            self._bridge.show_entry(each.form, each.characteristic)
