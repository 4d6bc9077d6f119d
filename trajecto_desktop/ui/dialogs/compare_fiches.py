"""Fiches beside the overview: every difference, ticked or not, taken over in either direction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...document.document import Document
from ...domain.alike import Aspect
from ...domain.fiche import Entry
from ...errors import TrajectoError
from ...services.catch_up import Direction, bring_up_to_date
from ...services.compare_files import (
    Comparison,
    Difference,
    NearForm,
    NearMatch,
    Point,
    PointKind,
    compare,
)
from ...services.fiches_beside import FicheBeside, by_file, open_beside, update_fiches
from ...services.open_project import fiche_paths
from ...services.point_sentences import point_sentences
from ...values import dataclass
from ..bridge import DocumentBridge
from ..messages import Messages
from ..snapshot import snapshot
from ..tasks import Task
from ..theme import MARGIN
from ..translation import QT_TRANSLATE_NOOP
from ..tree_items import top_items
from .integration_work import MatchId, id_of, near_words
from .pieces import choose_workbooks, fit, muted_label, one_line, table
from .roomy import Dialog
from .side_by_side import SideBySide

_DIFFERENCE = Qt.ItemDataRole.UserRole
_ASPECTS = {
    Aspect.TEXT: QT_TRANSLATE_NOOP("CompareFiches", "text"),
    Aspect.SHORT_TEXT: QT_TRANSLATE_NOOP("CompareFiches", "short text"),
    Aspect.CODE: QT_TRANSLATE_NOOP("CompareFiches", "code"),
    Aspect.HATCHING: QT_TRANSLATE_NOOP("CompareFiches", "hatching"),
    Aspect.FEEDBACK: QT_TRANSLATE_NOOP("CompareFiches", "feedback"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """Fiches that were opened, and how they differ from the overview."""

    fiches: tuple[FicheBeside, ...]
    comparison: Comparison
    near: tuple[NearMatch | NearForm, ...] = ()
    """Rows and forms that may be the same: a person decides."""
    same: frozenset[MatchId] = frozenset()
    """Those of them that were said to be the same."""
    form: str = ""
    """The one form that counts of a whole overview; empty for all."""


def laid_beside(
    overview: Document, fiches: tuple[FicheBeside, ...], same: frozenset[MatchId] = frozenset(), form: str = ""
) -> Beside:
    """How these fiches differ from the overview; with `form` only its own, where a whole overview lies beside it."""
    near: dict[MatchId, NearMatch | NearForm] = {}

    def decide(match: NearMatch | NearForm) -> bool:
        near[id_of(match)] = match
        return id_of(match) in same

    found = compare(overview, [fiche.source for fiche in fiches], decide)
    if any(fiche.opened.document.layout == "overview" for fiche in fiches):
        # A fiche is about its form alone; of a whole overview only the form it was dropped on is meant.
        found.differences = [each for each in found.differences if not form or each.form == form]
    return Beside(fiches, found, tuple(near.values()), same, form)


def start_comparison(bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
    """Ask for fiches, compare them, and show the differences."""
    title = QCoreApplication.translate("CompareFiches", "Fiches to lay beside the overview")
    paths = choose_workbooks(parent, title, str(bridge.path.parent if bridge.path is not None else Path.home()))
    if paths:
        compare_with(bridge, paths, messages, parent)


def compare_with(
    bridge: DocumentBridge, paths: Sequence[Path], messages: Messages, parent: QWidget, form: str = ""
) -> None:
    """Compare these fiches in the background, and show the differences; with `form` only its own, if they know it."""
    overview = snapshot(bridge.document)

    def work() -> object:
        return laid_beside(overview, tuple(open_beside(fiche_paths(paths))), form=form)

    def show(found: object) -> None:
        assert isinstance(found, Beside), "that is what comparing gives"
        dialog = CompareDialog(bridge, found, messages, parent)
        dialog.exec()
        dialog.deleteLater()

    title = QCoreApplication.translate("CompareFiches", "Comparing…")
    cancel = QCoreApplication.translate("CompareFiches", "Cancel")
    Task(parent, title, work, show, messages.show_error, cancel).start()


class CompareDialog(Dialog):
    """Shows how fiches differ from the overview, and takes over what is ticked.

    Args:
        bridge: the overview.
        beside: the fiches and the differences.
        messages: says what went wrong.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, beside: Beside, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._beside, self._messages = bridge, beside, messages
        self._titles = {row.key: row.title for row in bridge.document.characteristics}
        self.setWindowTitle(self.tr("Overview beside fiches"))
        headers = (
            self.tr("Form"),
            self.tr("Characteristic"),
            self.tr("Differs in"),
            self.tr("In the overview"),
            self.tr("In the fiche"),
        )
        self.tree = table(headers, (150, 210, 110, 230), self.tr("Differences"))
        self.words = SideBySide(self.tr("In the overview"), self.tr("In the fiche"))
        self.tree.itemSelectionChanged.connect(self._show_selected)
        self.points = QListWidget()
        self.points.setAccessibleName(self.tr("To look at"))
        self.points.setWordWrap(True)
        # Not at once: the list that is clicked in is filled anew.
        self.points.itemChanged.connect(lambda _item: QTimer.singleShot(0, self, self._on_near))
        self.summary = muted_label()
        self.to_overview = QPushButton(self.tr("Take over into the &overview"))
        self.to_fiches = QPushButton(self.tr("Take over into the &fiches"))
        self.to_overview.clicked.connect(self.take_into_overview)
        self.to_fiches.clicked.connect(self.take_into_fiches)
        self._build()
        self._fill()

    @property
    def chosen(self) -> list[Difference]:
        """The differences that are ticked."""
        items = (item for item in top_items(self.tree) if item.checkState(0) is Qt.CheckState.Checked)
        return [item.data(0, _DIFFERENCE) for item in items]

    def _build(self) -> None:
        row = QHBoxLayout()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        for button in (self.to_overview, self.to_fiches):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        self._points_label = QLabel(self.tr("To look at (tick what is the same characteristic or form):"))
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree, 4)
        layout.addWidget(self.words, 2)
        layout.addWidget(self._points_label)
        layout.addWidget(self.points, 1)
        layout.addLayout(row)
        fit(self, 980, 640)

    def _fill(self) -> None:
        comparison = self._beside.comparison
        self.tree.clear()
        for difference in comparison.differences:
            self.tree.addTopLevelItem(self._item(difference))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.words.setVisible(first is not None)
        self._show_points(comparison.points)
        count = len(comparison.differences)
        text = self.tr("%n difference(s). What is ticked is taken over.", "", count)
        self.summary.setText(text if count else self.tr("The fiches say the same as the overview."))
        for button in (self.to_overview, self.to_fiches):
            button.setEnabled(count > 0)

    def _show_selected(self) -> None:
        items = self.tree.selectedItems()
        if items:
            self.words.show_words(items[0].toolTip(3), items[0].toolTip(4))

    def _show_points(self, points: Sequence[Point]) -> None:
        self.points.blockSignals(True)
        self.points.clear()
        for match in self._beside.near:
            item = QListWidgetItem(near_words(match))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = id_of(match) in self._beside.same
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setData(_DIFFERENCE, id_of(match))
            self.points.addItem(item)
        others = [point for point in points if point.kind not in (PointKind.NEAR, PointKind.NEAR_FORM)]
        self.points.addItems(point_sentences(others, self._messages.language))
        self.points.blockSignals(False)
        for widget in (self.points, self._points_label):
            widget.setVisible(bool(self.points.count()))

    def _on_near(self) -> None:
        """Compare anew with what was said to be the same; ticks of differences start afresh."""
        items = [self.points.item(number) for number in range(self.points.count())]
        ticked = (item for item in items if item.data(_DIFFERENCE) and item.checkState() is Qt.CheckState.Checked)
        same = frozenset((file, one, other) for file, one, other in (item.data(_DIFFERENCE) for item in ticked))
        self._beside = laid_beside(self._bridge.document, self._beside.fiches, same, self._beside.form)
        self._fill()

    def _item(self, each: Difference) -> QTreeWidgetItem:
        title = self._titles.get(each.characteristic, self.tr("General remarks"))
        aspects = ", ".join(QCoreApplication.translate("CompareFiches", _ASPECTS[aspect]) for aspect in each.aspects)
        here, there = (self._words(entry, each.aspects) for entry in (each.in_overview, each.in_source))
        item = QTreeWidgetItem([each.form, one_line(title), aspects, one_line(here), one_line(there)])
        for column_0, text in ((1, title), (3, here), (4, there)):
            item.setToolTip(column_0, text)
        item.setToolTip(0, each.file)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        item.setData(0, _DIFFERENCE, each)
        return item

    def _words(self, entry: Entry, aspects: Sequence[Aspect]) -> str:
        words = []
        if Aspect.CODE in aspects or Aspect.HATCHING in aspects:
            legend = self._bridge.document.palette.get(entry.code)
            words.append(" ".join(legend.label.split()) if legend else self.tr("no code"))
            if entry.hatched:
                words.append(self.tr("hatched"))
        if Aspect.TEXT in aspects:
            words.append(entry.text.plain or self.tr("empty"))
        if Aspect.SHORT_TEXT in aspects and entry.short_text is not None:
            words.append(entry.short_text.plain)
        if Aspect.FEEDBACK in aspects:
            said = [f"{each.author}: {each.text}" for each in entry.annotations]
            words.append(" · ".join(said) or self.tr("no feedback"))
        return " · ".join(words)

    def take_into_overview(self) -> None:
        """What is ticked comes into the overview, as one step that can be undone."""
        chosen, points = self.chosen, list[Point]()
        change = bring_up_to_date(self._bridge.document, chosen, Direction.OVERVIEW, points)
        if not change.changes:
            return
        try:
            self._bridge.push(change, self.tr("Taken over from fiches (%1)").replace("%1", str(len(chosen))))
        except TrajectoError as error:
            self._messages.show_error(error)
            return
        self._left(chosen, points)

    def take_into_fiches(self) -> None:
        """What is ticked is written into the fiches, after asking: those files are not open in the window."""
        chosen, points = self.chosen, list[Point]()
        differing = {each.file for each in chosen}
        files = [group for group in by_file(self._beside.fiches) if any(each.name in differing for each in group)]
        names = ", ".join(group[0].name for group in files)
        question = self.tr("Write these differences into %1?").replace("%1", names)
        if not files or self._messages.ask(question, [self.tr("Write")]) != 0:
            return
        done: list[Difference] = []
        try:
            for group in files:
                own = {each.name for each in group}
                written = [each for each in chosen if each.file in own]
                update_fiches(group, written, points)
                done += written
        except TrajectoError as error:
            self._messages.show_error(error)
        self._left(done, points)

    def _left(self, done: Sequence[Difference], points: Sequence[Point]) -> None:
        """Show what is still to decide."""
        comparison = self._beside.comparison
        taken = {id(each) for each in done}
        comparison.differences = [each for each in comparison.differences if id(each) not in taken]
        comparison.points += points
        self._fill()
