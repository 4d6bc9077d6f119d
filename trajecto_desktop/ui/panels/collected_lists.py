"""The lists of what came back: differences by kind, conflicts in a list of their own; each line with a tick.

Here: filling, filtering, ticking and reading the ticks. Not here: what is done with them (`collected`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ...domain.feedback import LogLine
from ...services.collected import Conflict, Difference
from ...values import dataclass
from ..overriding import override
from ..theme import MARGIN
from ..translation import QT_TRANSLATE_NOOP
from ..tree_items import children_of, top_items
from .collected_words import DifferenceWords, excerpts, kind_word, one_line

ITEM = Qt.ItemDataRole.UserRole
WHERE, WHO, BEFORE, THEIRS, DECISION = range(5)
_WIDTHS = (36, 16, 28, 32, 14)
"""Of the columns, in characters."""
_TITLES = (
    QT_TRANSLATE_NOOP("Collected", "Difference"),
    QT_TRANSLATE_NOOP("Collected", "Who"),
    QT_TRANSLATE_NOOP("Collected", "Before"),
    QT_TRANSLATE_NOOP("Collected", "Theirs"),
    QT_TRANSLATE_NOOP("Collected", "Decision"),
)
DECISIONS = {
    "overgenomen": QT_TRANSLATE_NOOP("Collected", "taken up"),
    "niet overgenomen": QT_TRANSLATE_NOOP("Collected", "not taken up"),
    "niet gekozen": QT_TRANSLATE_NOOP("Collected", "not chosen"),
    "behouden": QT_TRANSLATE_NOOP("Collected", "kept"),
    "met de hand gedaan": QT_TRANSLATE_NOOP("Collected", "done by hand"),
}
_KEEP = QT_TRANSLATE_NOOP("Collected", "Keep what stands")
_HAD = QT_TRANSLATE_NOOP("Collected", "in your version already")
_BY_HAND = QT_TRANSLATE_NOOP("Collected", "by hand")


def _tr(source: str) -> str:
    return QCoreApplication.translate("Collected", source)


@dataclass(frozen=True, slots=True)
class DifferenceFilter:
    """Which differences are shown; what is nothing or empty does not limit."""

    kind: str = ""
    who: str = ""
    organisation: str = ""
    form: str = ""
    copy: str = ""
    words: str = ""
    decided: bool | None = None

    def fits(self, each: Difference, is_decided: bool) -> bool:
        """Whether this difference is shown."""
        if self.decided is not None and self.decided != is_decided:
            return False
        if (self.kind and each.kind.value != self.kind) or (self.form and each.form != self.form):
            return False
        wanted = ((self.who, "who"), (self.organisation, "organisation"), (self.copy, "copy"))
        if any(asked and all(getattr(s, name) != asked for s in each.sources) for asked, name in wanted):
            return False
        everything = "\n".join((each.before, each.after, each.who, each.form))
        return self.words.casefold() in everything.casefold()


class DifferenceTree(QTreeWidget):
    """Lines with ticks; Space ticks, Ctrl+A is left to the buttons."""

    ticked_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setHeaderLabels([_tr(title) for title in _TITLES])
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        self.header().setStretchLastSection(False)
        self._spread: list[int] = []
        self._height = self.fontMetrics().height() + MARGIN
        self.itemChanged.connect(self._on_ticked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the room there is, until somebody gives them a width."""
        super().resizeEvent(event)
        width, em = self.viewport().width(), self.fontMetrics().averageCharWidth()
        if self._spread not in ([], self._sizes()):
            return
        least = [em * wide // 2 for wide in _WIDTHS]
        room = max(width - sum(least), 0)
        for column, wide in enumerate(_WIDTHS):
            self.header().resizeSection(column, least[column] + room * wide // sum(_WIDTHS))
        self._spread = self._sizes()

    def _sizes(self) -> list[int]:
        return [self.header().sectionSize(column) for column in range(len(_WIDTHS))]

    def _line(self, texts: Sequence[str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(texts)
        item.setSizeHint(0, QSize(0, self._height))
        return item

    # Filling

    def fill_differences(
        self, differences: Iterable[Difference], words: DifferenceWords, decided: Mapping[str, LogLine]
    ) -> None:
        """One heading for each kind, the differences below it."""
        kept = self._kept()
        self.blockSignals(True)
        self.clear()
        by_kind: dict[str, list[Difference]] = {}
        for each in differences:
            by_kind.setdefault(each.kind.value, []).append(each)
        for several in by_kind.values():
            head = self._heading(f"{kind_word(several[0].kind)} ({len(several)})")
            for each in several:
                self._add(head, each, words.where(each), words, decided)
            head.setExpanded(True)
        self.blockSignals(False)
        self._restore(kept)

    def fill_conflicts(
        self, conflicts: Iterable[Conflict], words: DifferenceWords, decided: Mapping[str, LogLine]
    ) -> None:
        """Each conflict with its options below it, ours among them where the team's version says something else."""
        kept = self._kept()
        self.blockSignals(True)
        self.clear()
        for conflict in conflicts:
            before = words.said(conflict.kind, conflict.before)
            top = self._line([f"{kind_word(conflict.kind)} · {words.where(conflict)}", "", one_line(before)])
            top.setData(0, ITEM, conflict)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            self.addTopLevelItem(top)
            for option in conflict.options:
                title = excerpts(before, words.said(option.kind, option.after))[1]
                self._add(top, option, title, words, decided)
            self._add_keeping(top, conflict, words, decided)
            top.setExpanded(True)
        self.blockSignals(False)
        self._restore(kept)

    def _add_keeping(
        self, top: QTreeWidgetItem, conflict: Conflict, words: DifferenceWords, decided: Mapping[str, LogLine]
    ) -> None:
        stands = words.said(conflict.kind, conflict.ours or conflict.before)
        item = self._line([_tr(_KEEP), "", "", one_line(stands), self._decision(conflict.id, decided)])
        item.setData(0, ITEM, "")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setToolTip(WHERE, stands)
        top.addChild(item)

    def _heading(self, text: str) -> QTreeWidgetItem:
        head = self._line([text])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        return head

    def _add(
        self,
        parent: QTreeWidgetItem,
        each: Difference,
        title: str,
        words: DifferenceWords,
        decided: Mapping[str, LogLine],
    ) -> None:
        before, after = (words.said(each.kind, text) for text in (each.before, each.after))
        decision = self._decision(each.id, decided)
        note = _note(each)
        shown = excerpts(before, after)
        item = self._line([one_line(title), each.who, *shown, decision or note])
        item.setData(0, ITEM, each)
        if not each.in_ours and not decision:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
        for column, text in enumerate((title, f"{each.who}\n{', '.join(each.copies)}", before, after, note)):
            item.setToolTip(column, text)
        parent.addChild(item)

    @staticmethod
    def _decision(difference_id: str, decided: Mapping[str, LogLine]) -> str:
        line = decided.get(difference_id)
        return "" if line is None else _tr(DECISIONS.get(line.decision, line.decision))

    def _kept(self) -> str:
        item: QTreeWidgetItem | None = self.currentItem()
        each = item.data(0, ITEM) if item is not None else None
        return each.id if isinstance(each, Difference | Conflict) else ""

    def _restore(self, kept: str) -> None:
        items = list(self.lines())
        found = next((item for item in items if kept and getattr(item.data(0, ITEM), "id", "") == kept), None)
        if items:
            self.setCurrentItem(found or items[0])

    # Reading

    def lines(self) -> Iterator[QTreeWidgetItem]:
        """Every line that is a difference, an option or a conflict, in order."""
        for top in top_items(self):
            if top.data(0, ITEM) is not None:
                yield top
            yield from children_of(top)

    def current(self) -> Difference | Conflict | None:
        """What is selected; of keeping what stands the conflict that it is an answer to."""
        item: QTreeWidgetItem | None = self.currentItem()
        while item is not None:
            each = item.data(0, ITEM)
            if isinstance(each, Difference | Conflict):
                return each
            item = item.parent()
        return None

    def _ticked(self) -> Iterator[QTreeWidgetItem]:
        able = Qt.ItemFlag.ItemIsUserCheckable
        return (i for i in self.lines() if i.flags() & able and i.checkState(0) == Qt.CheckState.Checked)

    def ticked_differences(self) -> set[str]:
        """Ids of the ticked differences."""
        return {each.id for item in self._ticked() if isinstance(each := item.data(0, ITEM), Difference)}

    def chosen(self) -> dict[str, str]:
        """Conflict → the option that is ticked, empty for keeping what stands."""
        found = {}
        for item in self._ticked():
            parent: QTreeWidgetItem | None = item.parent()
            conflict = parent.data(0, ITEM) if parent is not None else None
            if isinstance(conflict, Conflict):
                option = item.data(0, ITEM)
                found[conflict.id] = option.id if isinstance(option, Difference) else ""
        return found

    # Ticking

    def tick(self, wanted: Callable[[Difference], bool]) -> int:
        """Tick every difference for which that holds; when all were ticked, take their ticks away. Returns how many."""
        able = [
            item
            for item in self.lines()
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and isinstance(each := item.data(0, ITEM), Difference)
            and wanted(each)
        ]
        on = any(item.checkState(0) != Qt.CheckState.Checked for item in able)
        self.blockSignals(True)
        for item in able:
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked_changed.emit()
        return len(able) if on else 0

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        """Of the options of one conflict, one at most."""
        parent: QTreeWidgetItem | None = item.parent()
        if parent is not None and isinstance(parent.data(0, ITEM), Conflict):
            self.blockSignals(True)
            for other in children_of(parent):
                ticked = item.checkState(0) == Qt.CheckState.Checked
                if ticked and other is not item and other.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    other.setCheckState(0, Qt.CheckState.Unchecked)
            self.blockSignals(False)
        self.ticked_changed.emit()


def _note(each: Difference) -> str:
    if each.in_ours:
        return _tr(_HAD)
    return _tr(_BY_HAND) if each.by_hand else ""
