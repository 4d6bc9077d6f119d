"""The Overzicht place: the whole matrix, from colours on one screen to full text, with coding by blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QVBoxLayout,
)

from ...document.document import Changed
from ...domain.changes import Together
from ...domain.fiche import Entry, WorkState
from ...services.edit_entry import with_code, with_hatching
from ..bridge import DocumentBridge
from ..gradual import worked_out
from ..models.matrix_model import MatrixModel, differing, differs
from ..overriding import override
from ..theme import MARGIN
from .fiche_filter import FicheFilter
from .filter_bar import FilterBar
from .folding import next_stop
from .overview_clipboard import MatrixClipboard
from .overview_filter import Fitting, FittingSearch, next_fitting
from .overview_forms import FormsButton
from .overview_matrix import MatrixView
from .overview_pane import MatrixPane
from .overview_state import show_again, state_of
from .place import EDITING, Place, PlaceContext
from .saved_filters import SavedFilters
from .work_state import saying
from .wrap_bar import WrapBar, together

_ZOOM_STEP = 10
_ANY_WIDTH = 16_777_215
"""Source: Qt, QWIDGETSIZE_MAX."""
_FIRST_ZOOM = 20
"""Marks in cells, and wordings that can be read beside them."""


class OverviewPlace(Place):
    """All forms × all characteristics."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self._comparing = False
        self.model = MatrixModel(bridge)
        self.view = MatrixView(bridge, self.model)
        self.view.setAccessibleName(self.tr("Overview of all forms and characteristics"))
        self.clipboard = MatrixClipboard(bridge, self.model, self.view, context.messages.language)
        self.filter_bar = FilterBar(context.messages.language, margins=False)
        self.saved_filters = SavedFilters(self.filter_bar, context.settings)
        self.filter_bar.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
        self.filter = FicheFilter(bridge)
        self.searching = FittingSearch(self.model, self.filter, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._make_bar())
        self.beside = MatrixPane(bridge, context, self.view, self.model)
        self.pane, self.parts = self.beside.pane, self.beside.parts
        layout.addWidget(self.parts, 1)
        self._connect_pane()
        self.view.activated.connect(self._on_activated)
        self.view.doubleClicked.connect(self._on_activated)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_moved())
        self.view.zoom_changed.connect(self._on_zoomed)
        self.filter_bar.filter_changed.connect(self._on_filter)
        self.filter_bar.left.connect(self.view.setFocus)
        bridge.changed.connect(self._on_changed)

    def _connect_pane(self) -> None:
        self.parts.parts_changed.connect(self.commands_changed)
        self.parts.parts_changed.connect(self._fit_bar)
        self.pane.code_chosen.connect(self.set_code)
        self.pane.hatching_chosen.connect(self.toggle_hatching)
        self.pane.state_chosen.connect(self._set_state)
        self.pane.reference_chosen.connect(self.filter_bar.set_text)

    # Bar

    def _make_bar(self) -> WrapBar:
        self.group_box = QComboBox()
        self.group_box.setAccessibleName(self.tr("Group"))
        self.group_box.setMinimumContentsLength(14)
        self.group_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_groups()
        self.group_box.currentIndexChanged.connect(self._on_group)
        # A push button leaves room for its arrow, a tool button paints it over the last letter.
        self.forms_button, self.view_button = FormsButton(self.bridge, self.model), QPushButton()
        self.forms_button.chosen.connect(self._show_only)
        self.forms_button.selected_wanted.connect(
            lambda: self.show_forms({form for form, _ in self.view.selected_places()})
        )
        self.view_button.setMenu(self._make_view_menu())
        self.zoom_slider = QSlider(Qt.Orientation.Horizontal)
        self.zoom_slider.setRange(0, 100)
        self.zoom_slider.setPageStep(20)
        self.zoom_slider.setFixedWidth(120)
        self.zoom_slider.setAccessibleName(self.tr("From colours to full text"))
        self.zoom_slider.setToolTip(self.tr("From colours on one screen to full text (Ctrl+wheel)"))
        self.zoom_slider.valueChanged.connect(self.view.set_zoom)
        self.zoom_slider.setValue(_FIRST_ZOOM)
        self._zoom_words = QLabel(self.tr("Colours")), QLabel(self.tr("Text"))
        zoom = together(self._zoom_words[0], self.zoom_slider, self._zoom_words[1])
        return WrapBar(self.group_box, self.forms_button, self.view_button, self.filter_bar, zoom)

    def _fit_bar(self) -> None:
        """In a narrow window the bar says less, so that it stays on one line."""
        narrow = self.parts.narrow
        for words in self._zoom_words:
            words.setVisible(not narrow)
        self.zoom_slider.setFixedWidth(70 if narrow else 120)
        self.group_box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 20 if narrow else _ANY_WIDTH)
        self.view_button.setText(self.tr("Arrange") if narrow else self.tr("Compare and arrange"))

    def _make_view_menu(self) -> QMenu:
        menu = QMenu(self)
        self.compare_action = menu.addAction(self.tr("Mark differences"))
        self.compare_action.setToolTip(self.tr("Mark the characteristics on which the forms shown are not coded alike"))
        self.only_action = menu.addAction(self.tr("Differences only"))
        self.only_action.setEnabled(False)
        menu.addSeparator()
        self.transpose_action = menu.addAction(self.tr("Forms as rows"))
        self.fold_action = menu.addAction(self.tr("Fold groups"))
        for action in (self.compare_action, self.only_action, self.transpose_action, self.fold_action):
            action.setCheckable(True)
        self.compare_action.toggled.connect(self._on_compare)
        self.only_action.toggled.connect(lambda _on: self._refresh_rows())
        self.transpose_action.toggled.connect(self.model.set_transposed)
        self.fold_action.toggled.connect(self.view.set_all_folded)
        for action in (self.compare_action, self.only_action, self.transpose_action, self.fold_action):
            action.toggled.connect(lambda _on: self.commands_changed.emit())
        menu.setToolTipsVisible(True)
        return menu

    def _fill_groups(self) -> None:
        self.group_box.blockSignals(True)
        self.group_box.clear()
        self.group_box.addItem(self.tr("All groups"), None)
        for group in self.bridge.document.groups:
            self.group_box.addItem(" ".join(group.split()), group)
        self.group_box.blockSignals(False)

    # What was asked

    def _on_group(self) -> None:
        group = self.group_box.currentData()
        self.model.set_groups(None if group is None else {group})
        self._refresh_rows()

    def show_forms(self, names: set[str] | None) -> None:
        """Show these forms alone, or all."""
        known = self.bridge.document.form_names
        if names is None or names:
            self._show_only(set(known) if names is None else names)

    def _show_only(self, names: set[str]) -> None:
        self.model.set_hidden_forms({name for name in self.bridge.document.form_names if name not in names})
        self.forms_button.follow()
        self._refresh_rows()

    def _on_compare(self, on: bool) -> None:
        self._comparing = on
        self.only_action.setEnabled(on)
        self._refresh_rows()

    def _refresh_rows(self) -> None:
        """Show what fits the filter, and of that what differs where only differences are wanted."""
        self.model.set_keys(None)
        self.searching.start(self._show_fitting)

    def _show_fitting(self, fitting: Fitting | None) -> None:
        form, key = self.bridge.current
        forms = self.model.shown_forms
        self.view.fitting = fitting
        keys = None if fitting is None else {key for _, key in fitting}
        found = differing(self.bridge, forms, self.model.shown_characteristics) if self._comparing else set()
        self.view.different = found
        if self._comparing and self.only_action.isChecked():
            keys = found if keys is None else found & keys
        if keys is not None:
            self.model.set_keys(keys)
        self.view.select_entry(form, key)
        self.view.viewport().update()
        self._say_result(fitting)
        note = self.tr("%1 characteristics differ").replace("%1", str(len(found))) if self._comparing else ""
        self.status_changed.emit(note)

    def _say_result(self, fitting: set[tuple[str, str]] | None) -> None:
        rows, forms = ({place[at] for place in fitting or ()} for at in (1, 0))
        self.filter_bar.show_result(len(rows), None if fitting is None else len(forms), self.filter.unknown)

    def _on_filter(self, text: str) -> None:
        self.filter.read(text)
        self._refresh_rows()

    def _find(self, step: int) -> None:
        """To the next entry that fits the filter, row by row; after the last one to the first."""
        if self.view.fitting is None:
            self.filter_bar.start()
            return
        found = next_fitting(self.model, self.view.fitting, self.view.currentIndex(), step)
        if found is not None:
            self.view.go_to(found)

    def _on_zoomed(self, zoom: int) -> None:
        self.zoom_slider.blockSignals(True)
        self.zoom_slider.setValue(zoom)
        self.zoom_slider.blockSignals(False)

    def _on_changed(self, changed: Changed) -> None:
        if changed.structure:
            self._fill_groups()
            self.forms_button.refill()
            return
        self.beside.follow()
        if self._comparing:
            # What is marked follows; which rows are shown does not change under the hand.
            shown = {row.key for row in self.model.shown_characteristics}
            for key in shown.intersection(key for _, key in changed.entries):
                if differs(self.bridge, self.model.shown_forms, key):
                    self.view.different.add(key)
                else:
                    self.view.different.discard(key)

    def _on_activated(self) -> None:
        index = self.view.currentIndex()
        place = self.model.place(index.row(), index.column()) if index.isValid() else None
        if place is not None:
            self.bridge.show_entry(*place)

    def _on_moved(self) -> None:
        index = self.view.currentIndex()
        place = self.model.place(index.row(), index.column()) if index.isValid() else None
        if place is not None:
            self.bridge.set_current(*place)
            self.beside.follow()

    def _set_state(self, state: WorkState) -> None:
        self._change(*saying(state, self.context.settings.values.author))

    # Hands

    @override
    def activated(self) -> None:
        current = self.view.currentIndex()
        here = self.model.place(current.row(), current.column()) if current.isValid() else None
        if here != self.bridge.current:
            # A block that was selected stays when the person comes back to the same entry.
            self.view.select_entry(*self.bridge.current)
        self.view.ensure_current()
        self.view.setFocus()

    @override
    def show_entry(self, form: str, key: str) -> None:
        self.view.select_entry(form, key)

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        codes = self.bridge.document.palette.judgements
        setting: dict[str, Callable[[], None]] = {
            f"code_{number}": partial(self.set_code, legend.code)
            for number, legend in enumerate(codes, start=1)
            if number <= 9
        }
        commands: dict[str, Callable[[], None]] = {
            **setting,
            "code_none": lambda: self.set_code(None),
            "hatch": self.toggle_hatching,
            "copy": self.clipboard.copy,
            "copy_table": self.clipboard.copy_table,
            "copy_picture": self.clipboard.copy_picture,
            "cut": self.clipboard.cut,
            "paste": self._paste,
            "print": lambda: self._print(preview=False),
            "print_preview": lambda: self._print(preview=True),
            "edit_text": self._on_activated,
            "find": self.filter_bar.start,
            "find_next": lambda: self._find(1),
            "find_previous": lambda: self._find(-1),
            "next_pane": self._next_pane,
            "annotate": self.beside.start_remark,
            "state_todo": lambda: self._set_state(WorkState.TO_DO),
            "state_in_progress": lambda: self._set_state(WorkState.IN_PROGRESS),
            "state_reviewed": lambda: self._set_state(WorkState.REVIEWED),
            "mark_differences": self.compare_action.toggle,
            "differences_only": self.only_action.toggle,
            "transpose": self.transpose_action.toggle,
            "fold_group": self.view.fold_here,
            "fold_groups": self.fold_action.toggle,
            **self.parts.commands(),
        }
        if not self._comparing:
            del commands["differences_only"]
        if self.context.settings.values.stakeholder:
            # Going to the fiche edits nothing by itself.
            commands.update(dict.fromkeys((EDITING - {"edit_text"}) & commands.keys(), self.say_read_only))
        if self.view.hasFocus():
            commands["zoom_in"] = lambda: self.view.set_zoom(self.view.zoom + _ZOOM_STEP)
            commands["zoom_out"] = lambda: self.view.set_zoom(self.view.zoom - _ZOOM_STEP)
            commands["zoom_reset"] = lambda: self.view.set_zoom(_FIRST_ZOOM)
        return commands

    @override
    def view_state(self) -> dict[str, Any]:
        return state_of(self)

    @override
    def take_view_state(self, state: Mapping[str, Any]) -> None:
        show_again(self, state)

    @override
    def states(self) -> Mapping[str, bool]:
        return {
            "mark_differences": self.compare_action.isChecked(),
            "differences_only": self.only_action.isChecked(),
            "transpose": self.transpose_action.isChecked(),
            "fold_groups": self.fold_action.isChecked(),
            **self.parts.states(),
        }

    @override
    def filter_on(self, question: str) -> None:
        self.filter_bar.set_text(question)

    def _next_pane(self) -> None:
        """The focus goes round what is to be seen: groups, filter, matrix, pane."""
        next_stop([self.group_box, self.filter_bar.field, self.view, self.pane])

    def set_code(self, code: str | None) -> None:
        """Give every selected entry this code, as one undo step."""
        legend = self.bridge.document.palette.get(code)
        word = legend.mark if legend is not None else self.tr("none")
        self._change(self.tr("Colour %1").replace("%1", word), lambda entry: with_code(entry, code))

    def toggle_hatching(self) -> None:
        """Hatch the selected entries that have a code, or clear them when all of them are hatched."""
        entries = (self.bridge.document.entry(*place) for place in self.view.selected_places())
        wanted = not all(entry.hatched for entry in entries if entry.code is not None)
        self._change(self.tr("Hatching"), lambda e: with_hatching(e, wanted) if e.code is not None else e)

    def _change(self, name: str, after: Callable[[Entry], Entry]) -> None:
        document = self.bridge.document
        real = worked_out(document, self.view.selected_places(), lambda _place, entry: after(entry))
        if not real:
            return
        count = self.tr("%n entry/entries", "", len(real))
        where = f"{real[0].form} · {document.characteristic(real[0].characteristic).title}" if len(real) == 1 else count
        self.bridge.push(real[0] if len(real) == 1 else Together(real), f"{name}: {where}")

    # Clipboard and paper

    def _paste(self) -> None:
        self.status_changed.emit(self.clipboard.paste())

    def _print(self, preview: bool) -> None:
        """The forms and the group that are shown."""
        from ..printing import print_matrix  # deferred: drawing loads a large library

        forms, group, context = self.model.shown_forms, self.group_box.currentData(), self.context
        print_matrix(self.bridge, forms, group, preview, context.messages, context.window)
