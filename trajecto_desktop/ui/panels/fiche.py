"""The Fiche place: forms at the left, characteristics in the middle, everything about the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...document.document import Changed
from ...domain.characteristic import GENERAL_REMARKS
from ...domain.fiche import WorkState
from ..bridge import DocumentBridge
from ..leave import Leave
from ..models.fiche_model import Column, FicheModel
from ..models.form_model import FormModel
from ..overriding import override
from ..status_line import is_done
from .entry_pane import EntryPane
from .fiche_errands import FicheErrands, FicheFront
from .fiche_filter import FicheFilter, HitCounting
from .fiche_table import FicheTable
from .filter_bar import FilterBar
from .folding import Beside, FoldingParts, Part, next_stop
from .form_list import FormChoice, FormList
from .place import EDITING, Place, PlaceContext
from .saved_filters import SavedFilters

if TYPE_CHECKING:
    from .fiche_clipboard import FicheClipboard
    from .fiche_judging import FicheJudging
    from .pane_writing import PaneWriting

# What a first picture does without is imported in the method that needs it.

_PANE_DELAY_MS = 90
"""The pane follows when the hand rests: a key paints its cell first."""
_STAY_MS = 900
"""After this long in one entry it counts as visited."""


class FichePlace(Place):
    """The working place of the pen-holder."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
        self.forms = FormModel(bridge, self)
        self.rows = FicheModel(bridge, self)
        self.table = FicheTable(bridge, self.rows)
        self.pane = EntryPane(bridge)
        self.form_list = FormList(self.forms, comparing=bridge.document.layout == "overview")
        self.form_choice = FormChoice(self.forms)
        self.filter_bar = FilterBar(context.messages.language, before=self.form_choice)
        self.saved_filters = SavedFilters(self.filter_bar, context.settings)
        self.filter = FicheFilter(bridge)
        self._hit_counting = HitCounting(self.filter, self)
        self._writing: PaneWriting | None = None
        self._divided = False
        self._front = FicheFront(bridge, context, self.rows, self.table, self.status_changed.emit)
        self.errands = FicheErrands(self._front)
        self._build()
        self._connect()
        if self.forms.names:
            self.show_form(self.forms.names[0])

    def _build(self) -> None:
        self.table.setAccessibleName(QCoreApplication.translate("FichePlace", "Characteristics"))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self.table, 1)
        middle.setFocusProxy(self.table)
        beside = {
            Part.LIST: Beside(self.form_list, 1 / 7, 180, lambda: self.form_list),
            Part.PANE: Beside(self.pane, 1 / 4, 300, lambda: self.pane.first_stop),
        }
        self.parts = FoldingParts("fiche", self.context.settings, middle, beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        self.table.columns.remember_in(self.context.settings)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._pane_timer = QTimer(self, singleShot=True, interval=_PANE_DELAY_MS)
        self._pane_timer.timeout.connect(self._on_hand_rests)
        self._stay_timer = QTimer(self, singleShot=True, interval=_STAY_MS)
        self._stay_timer.timeout.connect(self.bridge.remember_visit)
        self.form_list.selectionModel().currentChanged.connect(self._on_form_chosen)
        self.form_choice.form_chosen.connect(self._on_form_picked)
        self.parts.parts_changed.connect(self._on_parts_changed)
        self.form_list.files_dropped.connect(self._compare)
        self.form_list.hovered.connect(self._on_files_held)
        self.table.current_key_changed.connect(self._on_key_changed)
        self.bridge.changed.connect(self._on_document_changed)
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self._hit_counting.counted.connect(self._on_hits_counted)
        self.filter_bar.left.connect(self.table.setFocus)
        self.pane.reference_chosen.connect(self.filter_bar.set_text)
        self.table.edit_wanted.connect(self._edit)
        self.pane.text_written.connect(lambda *_: self.status_changed.emit(""))
        self.table.delegate.text_written.connect(lambda key, text: self._judging.write(key, text))
        self.table.delegate.editor_left.connect(self._on_editor_left)
        self.pane.code_chosen.connect(lambda code: self._judging.code(code, moves=False))
        self.pane.state_chosen.connect(lambda state: self._judging.set_state(state))
        self.pane.hatching_chosen.connect(lambda: self._judging.hatch())
        self.pane.form_chosen.connect(lambda form: self.bridge.show_entry(form, self.table.current_key))

    @cached_property
    def _clipboard(self) -> FicheClipboard:
        from .fiche_clipboard import FicheClipboard

        return FicheClipboard(self.bridge, self.rows, self.table)

    @cached_property
    def _judging(self) -> FicheJudging:
        from .fiche_judging import FicheJudging

        return FicheJudging(self._front)

    # Going somewhere

    def show_form(self, form: str) -> None:
        """Show another form, in the same row."""
        row = self.forms.names.index(form)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.form_list.selectionModel().setCurrentIndex(self.forms.index(row, 0), flag)

    @override
    def show_entry(self, form: str, key: str) -> None:
        """Show one form with the cursor in one row."""
        if form not in self.forms.names:
            return
        if form != self.rows.form:
            self.show_form(form)
        self.table.go_to(key, Column.ENTRY)

    @override
    def activated(self) -> None:
        """Work starts in the table."""
        self.pane.set_read_only(self.context.settings.values.stakeholder)
        self.table.setFocus()
        form, key = self.bridge.current
        if form and (form, key) != (self.rows.form, self.table.current_key):
            self.show_entry(form, key)

    def _step_form(self, step: int) -> None:
        row = self.form_list.currentIndex().row() + step
        if 0 <= row < len(self.forms.names):
            self.show_form(self.forms.names[row])

    # Filtering

    def _on_filter_changed(self, text: str) -> None:
        key = self.table.current_key
        self.filter.read(text)
        self.rows.set_filter(self.filter.accepts if self.filter.active else None)
        if not (key and self.table.go_to(key)):
            self.table.go_to_first()
        self._hit_counting.start(self.rows.form, self.forms.names)

    def _on_hits_counted(self, hits: Mapping[str, int] | None) -> None:
        self.forms.set_hits(hits)
        forms = sum(1 for count in hits.values() if count) if hits is not None else None
        here = hits.get(self.rows.form, 0) if hits is not None else 0
        self.filter_bar.show_result(here, forms, self.filter.unknown)

    def _find(self, step: int) -> None:
        """To the next row that fits; after the last one of this form to the next form that has any."""
        if not self.filter.active:
            self.filter_bar.start()
            return
        if self.table.step(step):
            return
        name = self._next_form_that_fits(step)
        if name is not None:
            self.show_form(name)
            self.table.go_to_edge(last=step < 0)

    def _next_form_that_fits(self, step: int) -> str | None:
        from ..waiting import done_in_slices  # deferred: start walks through no filter

        names, found = self.forms.names, list[str]()
        at = names.index(self.rows.form)

        def look() -> Iterator[tuple[int, int]]:
            for distance in range(1, len(names) + 1):
                name = names[(at + step * distance) % len(names)]
                if self.filter.any_in(name):
                    found.append(name)
                    return
                yield distance, len(names)

        title = QCoreApplication.translate("FichePlace", "Looking for the next row that fits…")
        done_in_slices(self.window(), title, look())
        return found[0] if found else None

    # Writing

    def _edit(self) -> None:
        if self.context.settings.values.stakeholder:
            self._start_remark()
            return
        wording = self.rows.wording_in(self.table.currentIndex().row(), self.table.currentIndex().column())
        if wording is not None and self.table.current_key not in ("", GENERAL_REMARKS):
            self._edit_wording(wording)
            return
        self.table.start_editing()
        self.status_changed.emit(
            QCoreApplication.translate(
                "FichePlace",
                "Enter: done · Alt+Enter: new line · Ctrl+Enter: next open · Ctrl+R: remark · Esc: leave as it was",
            )
        )

    def _edit_wording(self, which: str) -> None:
        """As in a spreadsheet, the cell with the cursor is edited; a wording in the pane, for it stands in every sheet."""
        self.parts.open(Part.PANE)
        self._show_in_pane()
        self.pane.start_text(which)
        self.status_changed.emit(
            QCoreApplication.translate("FichePlace", "You edit the wording, in every sheet · Esc: leave as it was")
        )

    def _compare(self, form: str, paths: list[Path]) -> None:
        from ..dialogs.compare_fiches import compare_with  # deferred: imported when it is first asked for

        compare_with(self.bridge, paths, self.context.messages, self.context.window, form)

    def _on_files_held(self, form: str) -> None:
        words = QCoreApplication.translate("FichePlace", "Let go to compare with %1")
        self.status_changed.emit(words.replace("%1", form) if form else "")

    def _on_editor_left(self, how: Leave) -> None:
        self.status_changed.emit("")
        if how is Leave.DONE:
            self._next_open()
        elif how in (Leave.DOWN, Leave.UP):
            self.table.step(1 if how is Leave.DOWN else -1)

    def _next_open(self) -> None:
        """To the next entry that holds no judgement; from the last one on to the first."""
        document, form = self.bridge.document, self.rows.form
        if not self.table.step(1, lambda key: not is_done(document.entry(form, key))):
            self.table.step_around(lambda key: not is_done(document.entry(form, key)))

    def _next_pane(self) -> None:
        """The focus goes round what is to be seen: forms, filter, table, pane."""
        next_stop([self.form_list, self.form_choice, self.filter_bar.field, self.table, self.pane])

    # Remarks

    def _start_remark(self) -> None:
        self.parts.open(Part.PANE)
        self._show_in_pane()
        self.pane.start_remark()

    # Commands

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What the keys do here; who only gives feedback changes no code and no text, and is told so."""
        commands = self._all_commands()
        if self.context.settings.values.stakeholder:
            commands.update(dict.fromkeys(EDITING & commands.keys(), self.say_read_only))
        return commands

    @override
    def states(self) -> Mapping[str, bool]:
        """Which parts are open."""
        return self.parts.states()

    @override
    def view_state(self) -> dict[str, Any]:
        """The filter."""
        return {"filter": self.filter_bar.text}

    @override
    def take_view_state(self, state: Mapping[str, Any]) -> None:
        """Filter as before."""
        self.filter_bar.set_text(str(state.get("filter", "")))

    @override
    def filter_on(self, question: str) -> None:
        """Show only what fits."""
        self.filter_bar.set_text(question)

    def _all_commands(self) -> dict[str, Callable[[], None]]:
        commands: dict[str, Callable[[], None]] = {
            "code_none": lambda: self._judging.code(None, moves=True),
            "hatch": lambda: self._judging.hatch(),
            "edit_text": self._edit,
            "find": self.filter_bar.start,
            "find_next": lambda: self._find(1),
            "find_previous": lambda: self._find(-1),
            "clear_text": lambda: self._judging.clear_text(),
            "copy": lambda: self._clipboard.copy(),
            "cut": lambda: self._clipboard.cut(),
            "paste": lambda: self.status_changed.emit(self._clipboard.paste()),
            "done_next": self._next_open,
            "next_form": lambda: self._step_form(1),
            "previous_form": lambda: self._step_form(-1),
            "annotate": self._start_remark,
            "next_pane": self._next_pane,
            "column_wider": lambda: self.table.columns.step(1),
            "column_narrower": lambda: self.table.columns.step(-1),
            **self.parts.commands(),
            **self.errands.commands(),
            "state_todo": lambda: self._judging.set_state(WorkState.TO_DO),
            "state_in_progress": lambda: self._judging.set_state(WorkState.IN_PROGRESS),
            "state_reviewed": lambda: self._judging.set_state(WorkState.REVIEWED),
        }
        for number, legend in enumerate(self.bridge.document.palette.judgements[:9], 1):
            commands[f"code_{number}"] = lambda code=legend.code: self._judging.code(code, moves=True)  # type: ignore[misc]
        return commands

    # Following

    def _on_form_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        key = self.table.current_key
        self.bridge.remember_visit()
        self.form_choice.setCurrentIndex(current.row())
        self.rows.set_form(self.forms.names[current.row()])
        if not (key and self.table.go_to(key)):
            self.table.go_to_first()

    def _on_key_changed(self, key: str) -> None:
        self.bridge.set_current(self.rows.form, key)
        self._pane_timer.start()
        self._stay_timer.start()

    def _on_document_changed(self, changed: Changed) -> None:
        if changed.entries and not self.bridge.pushing and self.isVisible():
            # Undone or made again: show what became different.
            here = [entry for entry in changed.entries if entry[0] == self.rows.form]
            if not any(key == self.table.current_key for _, key in here):
                self.show_entry(*min(here or changed.entries, key=lambda entry: self.rows.row_of(entry[1])))
        if changed.structure or any(key == self.table.current_key for _, key in changed.entries):
            self._pane_timer.start()

    def _on_hand_rests(self) -> None:
        if self.isVisible() and not self.table.painted:
            # A slow machine is still at the first picture, and that is the table.
            self._pane_timer.start()
        else:
            self._show_in_pane()

    def _show_in_pane(self) -> None:
        # A pane that is folded is filled when it opens.
        if self.parts.is_open(Part.PANE):
            if self._writing is None:
                from .pane_writing import PaneWriting

                self._writing = PaneWriting(self.bridge, self.context, self.pane, self.table)
            self.pane.show_entry(self.rows.form, self.table.current_key)

    def _on_form_picked(self, form: str) -> None:
        self.show_form(form)
        self.table.setFocus()

    def _on_parts_changed(self) -> None:
        """Without the list a form is chosen above the table."""
        self.form_choice.setVisible(not self.parts.is_open(Part.LIST))
        if self._divided:
            self._show_in_pane()
        # The first time is when a file opens: the pane follows in a moment, after the table was painted.
        self._divided = True
        self.commands_changed.emit()
