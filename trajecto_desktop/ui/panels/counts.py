"""The Bevindingen place: how many forms have what, per characteristic and over several; each number opens its forms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QMimeData, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.counts import Combine, Count, Measure, together
from ..bridge import DocumentBridge
from ..delegates.tally_delegate import TallyDelegate
from ..models.counts_model import BARS, GROUP, NUMBER, TITLE, CountsModel, count_words, longest_count
from ..overriding import override
from ..slices import Slices
from ..theme import MARGIN
from .code_choice import CodeChoice
from .counts_alike import AlikeView
from .counts_forms import FormsBehind
from .counts_tallies import TalliesView
from .folding import Beside, FoldingParts, Part, next_stop
from .place import Place, PlaceContext
from .wrap_bar import WrapBar

_MANY_FORMS, _REST_MS = 60, 60
_LONGEST_QUESTION, _NARROW_QUESTION = 600, 100
"""Letters beside the list of forms; the whole stands in the tooltip."""
_PER_CHARACTERISTIC, _PER_GROUP, _PER_FORM, _ALIKE = range(4)
"""Tabs, 0-based."""


class CountsPlace(Place):
    """Counts as a table with bars; several lines together give a union or an intersection."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self._views: dict[int, TalliesView | AlikeView] = {}
        self._old_views: set[int] = set()
        self.model = CountsModel(bridge)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = self._make_table()
        self.forms = FormsBehind(bridge)
        self._counting = Slices(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show_waiting)
        self.number = QLabel()
        font = self.number.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        self.number.setFont(font)
        self.question = QLabel()
        self.question.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self.number, self.question):
            _take_the_width_there_is(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        self.tabs, self.pages = self._make_tabs(), QStackedWidget()
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        self._first = QWidget()
        inside = QVBoxLayout(self._first)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(MARGIN)
        inside.addWidget(self._make_bar())
        self.pages.addWidget(self._first)
        side = Beside(self._make_side(), 1 / 4, 220, lambda: self.forms, in_narrow=True)
        self.parts = FoldingParts("counts", context.settings, self.table, {Part.PANE: side})
        self.parts.parts_changed.connect(self.commands_changed)
        self.parts.parts_changed.connect(self._fit_columns)
        inside.addWidget(self.parts, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        bridge.changed.connect(lambda _changed: self._view_is_old())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        # What nobody sees is worked out when the place is shown.
        self._counting_keys: tuple[str, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self._refresh() if self.isVisible() else None)
        self.model.dataChanged.connect(lambda *_: self._on_counts_changed())
        self.table.selectRow(0)

    def _on_counts_changed(self) -> None:
        # A gesture over many lines says so for each of them.
        if len(self._counting_keys) > 1:
            self._soon.start()
        elif self.isVisible():
            self._refresh()

    def _fit_columns(self) -> None:
        """In a narrow window the wording needs the room; the group stands in its tooltip, the bars in the numbers."""
        for column in (GROUP, BARS):
            self.table.setColumnHidden(column, self.parts.narrow)
        current = self.table.currentIndex()
        if current.isValid() and self.table.isColumnHidden(current.column()):
            # From a hidden column Qt's arrow keys go nowhere.
            flags = self.table.selectionModel().SelectionFlag
            self.table.selectionModel().setCurrentIndex(current.siblingAtColumn(TITLE), flags.NoUpdate)

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName(self.tr("What to count"))
        tabs.setDrawBase(False)
        tabs.setUsesScrollButtons(True)
        for title in (self.tr("Per characteristic"), self.tr("Per group"), self.tr("Per form"), self.tr("Alike")):
            tabs.addTab(title)
        return tabs

    @property
    def view(self) -> TalliesView | AlikeView | None:
        """What is shown instead of the counts per characteristic."""
        return self._views.get(self.tabs.currentIndex())

    def _on_tab(self, number: int) -> None:
        """Show the view of this tab; it is made when it is first wanted."""
        if number != _PER_CHARACTERISTIC and number not in self._views:
            made = self._views[number] = self._make_view(number)
            self.pages.addWidget(made)
            made.parts.parts_changed.connect(self.commands_changed)
        elif number in self._old_views:
            self._views[number].refresh()
        self._old_views.discard(number)
        self.pages.setCurrentWidget(self._views.get(number, self._first))
        self.commands_changed.emit()

    def _make_view(self, number: int) -> TalliesView | AlikeView:
        settings = self.context.settings
        if number == _ALIKE:
            return AlikeView(self.bridge, settings)
        return TalliesView(self.bridge, settings, per_forms=number == _PER_FORM)

    def _view_is_old(self) -> None:
        """Count anew what is to be seen, and the rest when it is shown."""
        self._old_views = set(self._views)
        view = self.view
        if view is not None and self.isVisible():
            view.refresh()
            self._old_views.discard(self.tabs.currentIndex())

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.sorted)
        table.setAccessibleName(self.tr("Counts per characteristic"))
        table.setItemDelegateForColumn(BARS, TallyDelegate(self.bridge.document.palette))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * MARGIN)
        header = table.horizontalHeader()
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(BARS, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(GROUP, 170)
        header.resizeSection(NUMBER, table.fontMetrics().horizontalAdvance(longest_count(self.bridge)) + 2 * MARGIN)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _make_bar(self) -> WrapBar:
        self.measure_box = QComboBox()
        self.measure_box.setAccessibleName(self.tr("What counts"))
        self.measure_box.addItem(self.tr("Filled, whatever the code"), (Measure.FILLED, frozenset()))
        for legend in self.bridge.document.palette.judgements:
            words = self.tr("Code: %1").replace("%1", f"{legend.mark} {legend.label}")
            self.measure_box.addItem(words, (Measure.CODE, frozenset({legend.code})))
        for legend in self.bridge.document.palette.judgements:
            words = self.tr("Filled with code: %1").replace("%1", f"{legend.mark} {legend.label}")
            self.measure_box.addItem(words, (Measure.BOTH, frozenset({legend.code})))
        self.measure_box.setMinimumContentsLength(30)
        self.measure_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._single_measures = self.measure_box.count()
        self.measure_box.currentIndexChanged.connect(self._on_measure)
        self.codes_button = CodeChoice(self.bridge.document.palette)
        self.codes_button.ticked.connect(self._on_codes)
        self.combine_box = QComboBox()
        self.combine_box.setAccessibleName(self.tr("Several characteristics together"))
        self.combine_box.addItem(self.tr("Several lines: one is enough"), Combine.ANY)
        self.combine_box.addItem(self.tr("Several lines: all of them"), Combine.ALL)
        self.combine_box.currentIndexChanged.connect(lambda _index: self._refresh())
        self.search = QLineEdit()
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.search.setPlaceholderText(self.tr("Find a characteristic"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.sorted.setFilterFixedString)
        copy = QToolButton()
        copy.setText(self.tr("Copy as table"))
        copy.clicked.connect(self.copy_table)
        return WrapBar(self.measure_box, self.codes_button, self.combine_box, self.search, copy)

    def _make_side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(MARGIN, 0, 0, 0)
        layout.addWidget(self.number)
        layout.addWidget(self.question)
        layout.addWidget(self.forms, 1)
        return side

    # What was asked

    def _on_codes(self) -> None:
        """Several codes together are a line of their own among what counts; one code is the line that there is for it."""
        codes = self.codes_button.codes
        measure = self._asked(self.measure_box.currentIndex())[0]
        measure = Measure.CODE if measure is Measure.FILLED else measure
        data = (measure, codes) if codes else (Measure.FILLED, codes)
        lines = range(self._single_measures)
        line = next((each for each in lines if self._asked(each) == data), self._single_measures)
        box = self.measure_box
        box.blockSignals(True)
        while box.count() > self._single_measures:
            box.removeItem(self._single_measures)
        if line == self._single_measures:
            pattern = self.tr("Code: %1") if measure is Measure.CODE else self.tr("Filled with code: %1")
            box.addItem(pattern.replace("%1", self._code_words(codes)), data)
        box.setCurrentIndex(line)
        box.blockSignals(False)
        self._on_measure()

    def _asked(self, line_0: int) -> tuple[Measure, frozenset[str]]:
        """What a line of what counts asks; Qt keeps plain values."""
        measure, codes = self.measure_box.itemData(line_0)
        return Measure(measure), frozenset(codes)

    def _code_words(self, codes: Collection[str]) -> str:
        """Those codes by mark and word, as one is enough."""
        legends = [each for each in self.bridge.document.palette.judgements if each.code in codes]
        word = f" {self.tr('or')} "
        return word.join(f"{each.mark} {' '.join(each.label.split())}" for each in legends)

    def _on_measure(self) -> None:
        keys = self.selected_keys()
        measure, codes = self._asked(self.measure_box.currentIndex())
        self.codes_button.show_codes(codes)
        self.measure_box.setToolTip(self.measure_box.currentText())
        self.model.ask(measure, codes)
        self.select(keys)

    def selected_keys(self) -> tuple[str, ...]:
        """Keys of the selected lines, in the sheet's order."""
        rows = {self.sorted.mapToSource(index).row() for index in self.table.selectionModel().selectedRows()}
        return tuple(self.model.characteristic(row).key for row in sorted(rows))

    def select(self, keys: Sequence[str]) -> None:
        """Select the lines of these characteristics."""
        flags, wanted = self.table.selectionModel().SelectionFlag, set(keys)
        chosen = QItemSelection()
        for row_0 in range(self.model.rowCount()):
            if self.model.characteristic(row_0).key in wanted:
                index = self.sorted.mapFromSource(self.model.index(row_0, TITLE))
                chosen.append(QItemSelectionRange(index))
        # All at once: who listens counts anew each time that other lines are selected.
        self.table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _refresh(self) -> None:
        keys = self._counting_keys = self.selected_keys()
        self.forms.show_nothing()
        # What was asked before is no longer wanted.
        self._counting.stop()
        self._rest.stop()
        if not keys:
            self.number.clear()
            self.question.setText(self.tr("Select one or more characteristics."))
            return
        # Qt keeps the value of an enumeration's member, not the member.
        combine = Combine(self.combine_box.currentData())
        titles = [self.bridge.document.characteristic(key).title for key in keys]
        word = self.tr("or") if combine is Combine.ANY else self.tr("and")
        question = f" {word} ".join(titles)
        if len(self.model.codes) > 1:
            question += f"\n({self._code_words(self.model.codes)})"
        self.question.setToolTip(question)
        longest = _NARROW_QUESTION if self.parts.narrow else _LONGEST_QUESTION
        self.question.setText(question if len(question) <= longest else question[:longest].rstrip() + "…")
        if len(keys) == 1:
            self._show_count(self.model.count_of(keys[0]), keys)
        else:
            self.number.setText("…")
            self._counting.start(self._counted(keys, combine))

    def _counted(self, keys: tuple[str, ...], combine: Combine) -> Iterator[None]:
        """Count over several lines; over hundreds it takes a while."""
        parts = []
        for part in self.model.count_by_form(keys, combine):
            parts.append(part)
            yield
        if parts:
            self._show_count(together(parts), keys)

    def _show_count(self, found: Count, keys: tuple[str, ...]) -> None:
        self.number.setText(count_words(found))
        self._waiting = (found, keys)
        # Beside hundreds of forms the number is shown at once, and the list when the hand rests.
        if found.total > _MANY_FORMS:
            self._rest.start()
        else:
            self._show_waiting()

    def _show_waiting(self) -> None:
        self._rest.stop()
        self.forms.show_count(*self._waiting)

    # Hands

    @override
    def activated(self) -> None:
        view = self.view
        if view is not None:
            self._on_tab(self.tabs.currentIndex())
            view.table.setFocus()
            return
        self._refresh()
        self.table.setFocus()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        view = self.view
        if view is not None:
            seen: list[QWidget] = [self.tabs, *view.stops]
            return {"next_pane": lambda: next_stop(seen), **view.commands()}
        stops: list[QWidget] = [self.tabs, self.measure_box, self.codes_button, self.search, self.table, self.forms]
        return {
            "copy": self.copy_table,
            "find": self.search.setFocus,
            "next_pane": lambda: next_stop(stops),
            **self.parts.commands(),
        }

    @override
    def view_state(self) -> dict[str, Any]:
        return {"search": self.search.text()}

    @override
    def take_view_state(self, state: Mapping[str, Any]) -> None:
        self.search.setText(str(state.get("search", "")))

    @override
    def states(self) -> Mapping[str, bool]:
        return self.parts.states() if self.view is None else self.view.parts.states()

    def copy_table(self) -> None:
        """Put the table, as it is filtered and sorted now, on the clipboard for Excel and Word."""
        rows = [
            [str(self.sorted.index(row, column).data() or "") for column in (GROUP, TITLE, NUMBER)]
            for row in range(self.sorted.rowCount())
        ]
        titles = [str(self.model.headerData(column, Qt.Orientation.Horizontal)) for column in (GROUP, TITLE, NUMBER)]
        cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in [titles, *rows])
        data = QMimeData()
        data.setHtml(f'<meta charset="utf-8"><table border="1">{cells}</table>')
        data.setText("\n".join("\t".join(row) for row in [titles, *rows]))
        QGuiApplication.clipboard().setMimeData(data)


def _take_the_width_there_is(label: QLabel) -> None:
    """Wrap the words; a longer number would else push the pane wider at each arrow, and the whole table with it."""
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
