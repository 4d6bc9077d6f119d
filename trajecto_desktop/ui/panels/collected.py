"""What came back with copies: every difference with before, after and theirs; taken up one by one or by kind; conflicts apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.merging import word_changes
from ..bridge import DocumentBridge
from ..tasks import Task
from ..theme import MARGIN, shades
from ..translation import QT_TRANSLATE_NOOP
from ..tree_items import children_of, top_items
from .place import PlaceContext
from .wrap_bar import WrapBar

if TYPE_CHECKING:
    from ...errors import TrajectoError
    from ...services.collect_feedback import Collection
    from ...services.collected import Conflict, Difference

_ITEM = Qt.ItemDataRole.UserRole
_CONFLICTS = QT_TRANSLATE_NOOP("Collected", "Conflicts: choose one")


class CollectedPane(QWidget):
    """The differences of returned copies with the open document.

    Args:
        bridge: the open document, which takes up what is accepted.
        context: settings and messages of the window.
    """

    count_changed = Signal()

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__()
        self._bridge = bridge
        self._context = context
        self._collection: Collection | None = None
        self._taken: set[str] = set()
        self._chosen: dict[str, str] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("Difference"), self.tr("Who"), self.tr("Before"), self.tr("Theirs")])
        self.tree.setAccessibleName(self.tr("Differences of the returned copies"))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, wide in enumerate((380, 150, 220, 220)):
            self.tree.header().resizeSection(column, wide)
        self.tree.itemSelectionChanged.connect(self._show_selected)
        self.tree.itemChanged.connect(self._on_ticked)
        self.detail = QTextBrowser()
        self.detail.setAccessibleName(self.tr("Before, after and theirs"))
        for part in (self.tree, self.detail):
            part.setMinimumHeight(self.fontMetrics().height() * 3)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._make_bar())
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.tree)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        layout.addWidget(split, 1)
        self._show_collection()

    @property
    def has_collection(self) -> bool:
        """Whether copies were compared."""
        return self._collection is not None

    def write_log(self) -> None:
        """Write what became of each difference so far."""
        from ...services.collected import Decisions
        from ..dialogs.round_log import ask_and_write_log

        own, who = self._bridge.path, self._context.settings.values.author
        if self._collection is None or own is None:
            return
        accepted = frozenset(self._taken - self._chosen.keys())
        decisions = Decisions(accepted, dict(self._chosen), who, datetime.now(UTC).isoformat(timespec="seconds"))
        ask_and_write_log(self._collection, decisions, own, self._context.messages, self)

    @property
    def waiting(self) -> int:
        """How many differences and conflicts are not decided yet."""
        if self._collection is None:
            return 0
        ids = [each.id for each in self._collection.differences] + [each.id for each in self._collection.conflicts]
        return sum(each not in self._taken for each in ids)

    def _make_bar(self) -> WrapBar:
        self.choose_button = QPushButton(self.tr("&Choose returned copies…"))
        self.choose_button.clicked.connect(self.choose_copies)
        self.tick_button = QPushButton(self.tr("&Tick all of this kind"))
        self.tick_button.clicked.connect(self._tick_kind)
        self.take_button = QPushButton(self.tr("Take &up what is ticked"))
        self.take_button.clicked.connect(self.take_up)
        self.show_button = QPushButton(self.tr("S&how in the fiche"))
        self.show_button.clicked.connect(self._show_cell)
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return WrapBar(self.choose_button, self.summary, self.show_button, self.tick_button, self.take_button)

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

        own = self._bridge.path
        into = own if own is not None and own.resolve() != sent.resolve() else None
        title = self.tr("Comparing %n cop(y/ies)…", "", len(copies))
        work = Task(
            self,
            title,
            lambda: collect_feedback(sent, copies, into),
            self._on_collected,
            self._on_failed,
            self.tr("Cancel"),
        )
        work.start()

    def _on_failed(self, error: TrajectoError) -> None:
        self._context.messages.show_error(error)

    def _on_collected(self, result: object) -> None:
        from ...services.collect_feedback import Collection
        from ...services.open_document import OpenedFile

        assert isinstance(result, Collection), "that is what collecting gives"
        if isinstance(self._bridge.opened, OpenedFile):
            # What is accepted goes into the document that is open, unsaved changes included.
            result.base = self._bridge.opened
        self._collection = result
        self._taken.clear()
        self._chosen.clear()
        self._show_collection()

    # List

    def _show_collection(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        collection = self._collection
        if collection is None:
            self.summary.setText(
                self.tr("Copies that came back are laid beside what was sent; nothing is taken up unasked.")
            )
        else:
            self._add_conflicts(collection.conflicts)
            by_kind: dict[str, list[Difference]] = {}
            for each in collection.differences:
                by_kind.setdefault(each.kind.value, []).append(each)
            for kind, differences in by_kind.items():
                self._add_kind(kind, differences)
            self._summarise(collection)
        self.tree.blockSignals(False)
        self._show_selected()
        self.count_changed.emit()

    def _summarise(self, collection: Collection) -> None:
        words = self.tr("%n difference(s)", "", len(collection.differences))
        words += ", " + self.tr("%n conflict(s)", "", len(collection.conflicts))
        for each in collection.unread:
            words += f"\n{each.copy}: {each.sentence}"
        self.summary.setText(words)

    def _add_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        waiting = [conflict for conflict in conflicts if conflict.id not in self._taken]
        if not waiting:
            return
        head = self._heading(f"{QCoreApplication.translate('Collected', _CONFLICTS)} ({len(waiting)})")
        for conflict in waiting:
            top = QTreeWidgetItem(
                [self._where(conflict.form, conflict.characteristic), "", conflict.before, conflict.ours]
            )
            top.setData(0, _ITEM, conflict)
            head.addChild(top)
            for option in conflict.options:
                self._add_difference(top, option, option.after)
            top.setExpanded(True)
        head.setExpanded(True)

    def _add_kind(self, kind: str, differences: list[Difference]) -> None:
        waiting = [each for each in differences if each.id not in self._taken]
        if not waiting:
            return
        head = self._heading(f"{kind} ({len(waiting)})")
        for each in waiting:
            self._add_difference(head, each, self._where(each.form, each.characteristic))
        head.setExpanded(True)

    def _heading(self, text: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem([text])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        return head

    def _add_difference(self, parent: QTreeWidgetItem, each: Difference, title: str) -> None:
        title = title or f"{each.sheet}!{each.cell}"
        item = QTreeWidgetItem(
            [" ".join(title.split()), each.who, *(" ".join(t.split()) for t in (each.before, each.after))]
        )
        item.setData(0, _ITEM, each)
        note = ""
        if each.by_hand:
            note = self.tr("Cannot be taken up by itself: look at it, and do it by hand.")
        elif each.in_ours:
            note = self.tr("Your own version has this already.")
        else:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
        for column, text in enumerate((title, f"{each.who}\n{', '.join(each.copies)}", each.before, each.after)):
            item.setToolTip(column, f"{text}\n{note}".strip())
        parent.addChild(item)

    def _where(self, form: str, key: str) -> str:
        title = next((c.title for c in self._bridge.document.characteristics if c.key == key), key)
        return " · ".join(part for part in (form, title) if part)

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        """Of the options of one conflict, one at most."""
        parent = item.parent()
        in_conflict = parent is not None and type(parent.data(0, _ITEM)).__name__ == "Conflict"
        if parent is None or not in_conflict or item.checkState(0) != Qt.CheckState.Checked:
            return
        self.tree.blockSignals(True)
        for other in children_of(parent):
            if other is not item and other.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                other.setCheckState(0, Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)

    def _selected(self) -> Difference | Conflict | None:
        item = self.tree.currentItem()
        return item.data(0, _ITEM) if item is not None else None

    def _show_selected(self) -> None:
        each = self._selected()
        self.show_button.setEnabled(each is not None and bool(each.form and each.characteristic))
        self.tick_button.setEnabled(self.tree.currentItem() is not None)
        self.take_button.setEnabled(self._collection is not None)
        self.detail.setHtml(self._detail_of(each) if each is not None else "")

    def _detail_of(self, each: Difference | Conflict) -> str:
        from ...services.collected import Conflict

        where = escape(f"{each.kind.value} · {each.sheet}!{each.cell}")
        head = f"<p><b>{escape(self._where(each.form, each.characteristic))}</b> · {where}</p>"
        if isinstance(each, Conflict):
            options = "".join(
                f"<p><b>{escape(option.who)}</b><br>{self._words(each.before, option.after)}</p>"
                for option in each.options
            )
            ours_word, sent_word = self.tr("Ours"), self.tr("Sent")
            ours = f"<p><b>{ours_word}</b><br>{self._words(each.before, each.ours)}</p>" if each.ours else ""
            return f"{head}<p><b>{sent_word}</b><br>{_lines(each.before)}</p>{ours}{options}"
        sources = "; ".join(
            " · ".join(part for part in (s.who, s.organisation, s.when[:10], s.copy) if part) for s in each.sources
        )
        return f"{head}<p>{escape(sources)}</p><p>{self._words(each.before, each.after)}</p>"

    def _words(self, before: str, after: str) -> str:
        """Both wordings in one: what went is struck through, what came is underlined; never by colour alone."""
        tones = shades(self.palette())
        went = f"color:{tones.muted}; text-decoration:line-through"
        came = f"color:{tones.accent}; text-decoration:underline; font-weight:bold"
        parts = []
        for piece in word_changes(before, after):
            if piece.stayed:
                parts.append(_lines(piece.before))
                continue
            parts += [
                f'<span style="{style}">{_lines(text)}</span>'
                for style, text in ((went, piece.before), (came, piece.after))
                if text
            ]
        return "".join(parts)

    # Taking up

    def _tick_kind(self) -> None:
        item: QTreeWidgetItem | None = self.tree.currentItem()
        if item is None:
            return
        while (parent := item.parent()) is not None:
            item = parent
        able = [child for child in children_of(item) if child.flags() & Qt.ItemFlag.ItemIsUserCheckable]
        wanted = any(child.checkState(0) != Qt.CheckState.Checked for child in able)
        for child in able:
            child.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def take_up(self) -> None:
        """Take up what is ticked, as one undo step; conflicts take the option that is ticked."""
        from ...services.collected import Decisions
        from ...services.take_up import to_change

        collection = self._collection
        if collection is None:
            return
        accepted, chosen = self._ticked()
        if not accepted and not chosen:
            return
        who = self._context.settings.values.author
        decisions = Decisions(frozenset(accepted), chosen, who, datetime.now(UTC).isoformat(timespec="seconds"))
        change = to_change(collection, decisions)
        if change.changes:
            name = self.tr("Take up from returned copies")
            number = self.tr("%n difference(s)", "", len(accepted) + len(chosen))
            self._bridge.push(change, f"{name}: {number}")
        self._taken |= accepted | set(chosen)
        self._chosen |= chosen
        self._show_collection()

    def _ticked(self) -> tuple[set[str], dict[str, str]]:
        from ...services.collected import Conflict

        accepted: set[str] = set()
        chosen: dict[str, str] = {}
        waiting = top_items(self.tree)
        while waiting:
            item = waiting.pop()
            waiting += children_of(item)
            each = item.data(0, _ITEM)
            parent = item.parent()
            if (
                each is None
                or isinstance(each, Conflict)
                or item.checkState(0) != Qt.CheckState.Checked
                or parent is None
            ):
                continue
            conflict = parent.data(0, _ITEM)
            if isinstance(conflict, Conflict):
                chosen[conflict.id] = each.id
            else:
                accepted.add(each.id)
        return accepted, chosen

    def _show_cell(self) -> None:
        each = self._selected()
        if each is not None and self._bridge.document.has_characteristic(each.characteristic):
            self._bridge.show_entry(each.form, each.characteristic)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
