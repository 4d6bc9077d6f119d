"""The Overzicht place: the whole matrix, from colours on one screen to full text, with coding by blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidgetAction,
)

from ...domain.changes import EntryChanged, Together
from ...domain.fiche import Entry
from ...services.edit_entry import with_code, with_hatching
from ..bridge import DocumentBridge
from ..models.matrix_model import MatrixModel
from ..overriding import override
from ..theme import MARGIN
from .overview_matrix import MatrixView, differing
from .place import Place, PlaceContext

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.view, 1)
        self.view.activated.connect(self._on_activated)
        self.view.doubleClicked.connect(self._on_activated)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_moved())
        bridge.changed.connect(self._on_changed)

    # Bar

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(MARGIN)
        self.group_box = QComboBox()
        self.group_box.setAccessibleName(self.tr("Group"))
        self.group_box.setMinimumContentsLength(18)
        self.group_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_groups()
        self.group_box.currentIndexChanged.connect(self._on_group)
        self.forms_button = QToolButton()
        self.forms_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.forms_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._fill_forms()
        self.view_button = QToolButton()
        self.view_button.setText(self.tr("Compare and arrange"))
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_button.setMenu(self._make_view_menu())
        self.zoom_slider = QSlider(Qt.Orientation.Horizontal)
        self.zoom_slider.setRange(0, 100)
        self.zoom_slider.setPageStep(20)
        self.zoom_slider.setFixedWidth(160)
        self.zoom_slider.setAccessibleName(self.tr("From colours to full text"))
        self.zoom_slider.setToolTip(self.tr("From colours on one screen to full text (Ctrl+wheel)"))
        self.zoom_slider.valueChanged.connect(self.view.set_zoom)
        self.zoom_slider.setValue(_FIRST_ZOOM)
        for part in (self.group_box, self.forms_button, self.view_button):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(QLabel(self.tr("Colours")))
        bar.addWidget(self.zoom_slider)
        bar.addWidget(QLabel(self.tr("Text")))
        return bar

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
        self.only_action.toggled.connect(lambda _on: self._refresh_differences())
        self.transpose_action.toggled.connect(self.model.set_transposed)
        self.fold_action.toggled.connect(self.view.set_all_folded)
        menu.setToolTipsVisible(True)
        return menu

    def _fill_groups(self) -> None:
        self.group_box.blockSignals(True)
        self.group_box.clear()
        self.group_box.addItem(self.tr("All groups"), None)
        for group in self.bridge.document.groups:
            self.group_box.addItem(" ".join(group.split()), group)
        self.group_box.blockSignals(False)

    def _fill_forms(self) -> None:
        menu = QMenu(self.forms_button)
        self._form_boxes: dict[str, QCheckBox] = {}
        show_all = menu.addAction(self.tr("Show all"))
        show_all.triggered.connect(lambda: self._show_forms(None))
        only = menu.addAction(self.tr("Only the selected columns"))
        only.triggered.connect(lambda: self._show_forms({form for form, _ in self.view.selected_places()}))
        menu.addSeparator()
        for name in self.bridge.document.form_names:
            box = QCheckBox(name)
            box.setChecked(True)
            box.setContentsMargins(MARGIN, 0, MARGIN, 0)
            box.toggled.connect(lambda _on: self._on_forms())
            # A check box in the menu, so that it stays open while several forms are chosen.
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
            self._form_boxes[name] = box
        self.forms_button.setMenu(menu)
        self._name_forms_button()

    def _name_forms_button(self) -> None:
        shown, known = len(self.model.shown_forms), len(self.bridge.document.forms)
        self.forms_button.setText(self.tr("Forms: %1 of %2").replace("%1", str(shown)).replace("%2", str(known)))

    # What was asked

    def _on_group(self) -> None:
        group = self.group_box.currentData()
        self.model.set_groups(None if group is None else {group})
        self._refresh_differences()

    def _show_forms(self, names: set[str] | None) -> None:
        if names is not None and not names:
            return
        for name, box in self._form_boxes.items():
            box.blockSignals(True)
            box.setChecked(names is None or name in names)
            box.blockSignals(False)
        self._on_forms()

    def _on_forms(self) -> None:
        self.model.set_hidden_forms({name for name, box in self._form_boxes.items() if not box.isChecked()})
        self._name_forms_button()
        self._refresh_differences()

    def _on_compare(self, on: bool) -> None:
        self._comparing = on
        self.only_action.setEnabled(on)
        self._refresh_differences()

    def _refresh_differences(self) -> None:
        self.model.set_keys(None)
        found = (
            differing(self.bridge, self.model.shown_forms, self.model.shown_characteristics)
            if self._comparing
            else set()
        )
        self.view.different = found
        if self._comparing and self.only_action.isChecked():
            self.model.set_keys(found)
        self.view.viewport().update()
        note = self.tr("%1 characteristics differ").replace("%1", str(len(found))) if self._comparing else ""
        self.status_changed.emit(note)

    def _on_changed(self, changed: object) -> None:
        if getattr(changed, "structure", False):
            self._fill_groups()
            self._fill_forms()

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

    # Hands

    @override
    def activated(self) -> None:
        form, key = self.bridge.current
        self.view.select_entry(form, key)
        self.view.ensure_current()
        self.view.setFocus()

    @override
    def show_entry(self, form: str, key: str) -> None:
        self.view.select_entry(form, key)

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        codes = self.bridge.document.palette.judgements
        setting = {
            f"code_{number}": (lambda code=legend.code: self.set_code(code))
            for number, legend in enumerate(codes, start=1)
            if number <= 9
        }
        return {
            **setting,
            "code_none": lambda: self.set_code(None),
            "hatch": self.toggle_hatching,
            "copy": self.copy_table,
            "edit_text": self._on_activated,
        }

    def set_code(self, code: str | None) -> None:
        """Give every selected entry this code, as one undo step."""
        legend = self.bridge.document.palette.get(code)
        word = legend.mark if legend is not None else self.tr("none")
        self._change(self.tr("Colour %1").replace("%1", word), lambda entry: with_code(entry, code))

    def toggle_hatching(self) -> None:
        """Hatch the selected entries that have a code, or clear them when all of them are hatched."""
        entries = [self.bridge.document.entry(*place) for place in self.view.selected_places()]
        coded = [entry for entry in entries if entry.code is not None]
        wanted = not all(entry.hatched for entry in coded)
        self._change(self.tr("Hatching"), lambda e: with_hatching(e, wanted) if e.code is not None else e)

    def _change(self, name: str, after: Callable[[Entry], Entry]) -> None:
        document = self.bridge.document
        places = self.view.selected_places()
        changes = [document.change_entry(form, key, after(document.entry(form, key))) for form, key in places]
        real: tuple[EntryChanged, ...] = tuple(change for change in changes if change.before != change.after)
        if not real:
            return
        count = self.tr("%1 entries").replace("%1", str(len(real)))
        where = f"{real[0].form} · {document.characteristic(real[0].characteristic).title}" if len(real) == 1 else count
        self.bridge.push(real[0] if len(real) == 1 else Together(real), f"{name}: {where}")

    def copy_table(self) -> None:
        """Put the selected block on the clipboard as a table for Excel and Word, with colours."""
        rows: dict[int, list[int]] = {}
        for index in self.view.selectedIndexes():
            if not self.view.isRowHidden(index.row()):
                rows.setdefault(index.row(), []).append(index.column())
        if not rows:
            return
        columns = sorted({column for row in rows.values() for column in row})
        data = QMimeData()
        data.setHtml(self._html(sorted(rows), columns))
        data.setText(self._tabbed(sorted(rows), columns))
        QGuiApplication.clipboard().setMimeData(data)

    def _html(self, rows: list[int], columns: list[int]) -> str:
        model = self.model
        head = "".join(f"<th>{escape(model.columns[column].title)}</th>" for column in columns)
        body = []
        for row in rows:
            cells = []
            for column in columns:
                entry, look = model.entry(row, column), model.look(row, column)
                colour = f' style="background:{look.ground}" bgcolor="{look.ground}"' if look and look.ground else ""
                text = escape(entry.text.plain if entry else "").replace("\n", "<br>")
                cells.append(f"<td{colour}>{text}</td>")
            body.append(f"<tr><th>{escape(model.rows[row].title)}</th>{''.join(cells)}</tr>")
        return f'<meta charset="utf-8"><table border="1"><tr><th></th>{head}</tr>{"".join(body)}</table>'

    def _tabbed(self, rows: list[int], columns: list[int]) -> str:
        model = self.model
        lines = ["\t".join(["", *(_quoted(model.columns[column].title) for column in columns)])]
        for row in rows:
            texts = (entry.text.plain if (entry := model.entry(row, column)) else "" for column in columns)
            lines.append("\t".join([_quoted(model.rows[row].title), *map(_quoted, texts)]))
        return "\n".join(lines)


def _quoted(text: str) -> str:
    """A cell of a tab-separated table as Excel reads it back."""
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '\t\n"') else text
