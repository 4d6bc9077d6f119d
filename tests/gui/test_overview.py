"""The Overzicht place through its keys: blocks to and from Excel, filter, zoom, coding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import made_document
from trajecto_desktop.domain.fiche import SupportForm
from trajecto_desktop.services.clipboard_table import OWN_TYPE
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.models.matrix_model import LineKind
from trajecto_desktop.ui.panels.overview import OverviewPlace
from trajecto_desktop.ui.settings import SettingsFile

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def overview(window: MainWindow) -> OverviewPlace:
    """The Overzicht place of the made document, with the cursor in the first entry."""
    assert window.workspace is not None
    place = window.workspace.show_place("overview")
    assert isinstance(place, OverviewPlace)
    place.view.select_entry("1G1P", "doelgroepen-1")
    place.view.setFocus()
    return place


def _select(overview: OverviewPlace, first: tuple[str, str], last: tuple[str, str]) -> None:
    one, other = overview.model.index_of(*first), overview.model.index_of(*last)
    overview.view.setCurrentIndex(one)
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    overview.view.selectionModel().select(QItemSelection(one, other), flag)


def test_a_block_is_copied_to_other_forms_over_a_group_heading(overview: OverviewPlace, bridge: DocumentBridge) -> None:
    _select(overview, ("1G1P", "doelgroepen-1"), ("Brugfiguren", "doelgroepen-2"))
    QTest.keyClick(overview.view, Qt.Key.Key_C, CTRL)
    overview.view.select_entry("Brugfiguren", "doelgroepen-3")
    QTest.keyClick(overview.view, Qt.Key.Key_V, CTRL)
    entry = bridge.document.entry
    assert entry("Brugfiguren", "doelgroepen-3").text == entry("1G1P", "doelgroepen-1").text
    assert entry("Buddy's", "doelstellingen-1").code == "partial"
    assert bridge.undo_stack.count() == 1
    assert bridge.undo_stack.undoText() == "Geplakt: 2 vakken"


def test_a_block_of_colours_from_excel_codes_and_leaves_texts(overview: OverviewPlace, bridge: DocumentBridge) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td bgcolor=#F4B084></td><td bgcolor=#A9D08E></td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(overview.view, Qt.Key.Key_V, CTRL)
    first, second = (bridge.document.entry(form, "doelgroepen-1") for form in ("1G1P", "Brugfiguren"))
    assert (first.code, first.text.plain, second.code) == ("not_parallel", "een tekst > nog nagaan", "parallel")


def test_one_cell_fills_the_selected_block_and_is_one_step(overview: OverviewPlace, bridge: DocumentBridge) -> None:
    QGuiApplication.clipboard().setText("zie fiche")
    _select(overview, ("1G1P", "insteek-1"), ("Buddy's", "insteek-2"))
    QTest.keyClick(overview.view, Qt.Key.Key_V, CTRL)
    assert sum(bridge.document.entry(f, "insteek-2").text.plain == "zie fiche" for f in bridge.document.form_names) == 3
    bridge.undo_stack.undo()
    assert not bridge.document.entry("1G1P", "insteek-1").filled


def test_cut_empties_the_block(overview: OverviewPlace, bridge: DocumentBridge) -> None:
    QTest.keyClick(overview.view, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "een tekst > nog nagaan"
    assert not bridge.document.entry("1G1P", "doelgroepen-1").filled


def test_copy_with_headings_names_forms_and_characteristics(overview: OverviewPlace) -> None:
    QTest.keyClick(overview.view, Qt.Key.Key_C, CTRL | SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "\t1G1P\ndoelgroep(en) 1\teen tekst > nog nagaan"
    assert not data.hasFormat(OWN_TYPE)


def test_the_matrix_is_copied_as_a_picture(overview: OverviewPlace) -> None:
    QTest.keyClick(overview.view, Qt.Key.Key_I, CTRL | SHIFT)
    picture = QGuiApplication.clipboard().image()
    assert picture.width() > 600
    assert len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 2


def test_the_filter_language_works_here_too_and_f3_walks_what_fits(
    overview: OverviewPlace, bridge: DocumentBridge
) -> None:
    QTest.keyClick(overview.view, Qt.Key.Key_F, CTRL)
    field = QApplication.focusWidget()
    assert field is overview.filter_bar.field
    QTest.keyClicks(field, "/ingevuld ")
    assert [c.key for c in overview.model.shown_characteristics] == [
        "doelgroepen-1",
        "doelgroepen-2",
        "doelstellingen-1",
    ]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert overview.view.hasFocus()
    QTest.keyClick(overview.view, Qt.Key.Key_F3)
    assert bridge.current == ("Brugfiguren", "doelgroepen-2")
    QTest.keyClick(overview.view, Qt.Key.Key_F3, SHIFT)
    assert bridge.current == ("1G1P", "doelgroepen-1")
    overview.filter_bar.field.clear()
    assert len(overview.model.shown_characteristics) == 12


def test_a_filter_can_be_kept_and_chosen_again(overview: OverviewPlace, settings: SettingsFile) -> None:
    overview.filter_bar.set_text("/open")
    menu = overview.saved_filters.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    overview.filter_bar.set_text("")
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert overview.filter_bar.text == "/open"
    assert settings.values.saved_filters == ["/open"]
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert settings.values.saved_filters == []


def test_ctrl_wheel_and_keys_zoom_the_matrix_that_has_the_focus(
    overview: OverviewPlace, settings: SettingsFile
) -> None:
    before = overview.view.zoom
    middle = QPointF(overview.view.viewport().rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(overview.view.viewport(), event)
    assert overview.view.zoom == overview.zoom_slider.value() == before + 5
    QTest.keyClick(overview.view, Qt.Key.Key_Minus, CTRL)
    assert overview.view.zoom == overview.zoom_slider.value() == before - 5
    assert settings.values.zoom_percent == 100
    overview.filter_bar.field.setFocus()
    QTest.keyClick(overview.filter_bar.field, Qt.Key.Key_Plus, CTRL)
    assert settings.values.zoom_percent == 110


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_f2_and_enter_go_to_the_fiche(window: MainWindow, overview: OverviewPlace, key: Qt.Key) -> None:
    overview.view.select_entry("Buddy's", "insteek-2")
    QTest.keyClick(overview.view, key)
    assert window.workspace is not None
    assert window.workspace.current_id == "fiche"
    assert window.workspace.bridge.current == ("Buddy's", "insteek-2")


def test_a_block_stays_selected_after_coding_and_after_a_look_elsewhere(
    window: MainWindow, overview: OverviewPlace, bridge: DocumentBridge
) -> None:
    _select(overview, ("1G1P", "insteek-1"), ("Brugfiguren", "insteek-3"))
    QTest.keyClick(overview.view, Qt.Key.Key_2)
    assert bridge.document.entry("Brugfiguren", "insteek-3").code == "partial"
    assert len(overview.view.selected_places()) == 6
    assert window.workspace is not None
    window.workspace.show_place("fiche")
    window.workspace.show_place("overview")
    assert len(overview.view.selected_places()) == 6


def test_the_menu_of_forms_names_them_as_they_are(window: MainWindow) -> None:
    document = made_document()
    document.content.forms.append(SupportForm("Lokale Teams K&G"))
    window.add_document(DocumentBridge(document))
    assert window.workspace is not None
    window.show_place("overview")
    place = window.workspace.current_place
    assert isinstance(place, OverviewPlace)

    menu = place.forms_button.menu()
    menu.popup(place.mapToGlobal(place.rect().center()))
    (box,) = [box for box in menu.findChildren(QCheckBox) if "Teams" in box.text()]
    menu.close()

    assert box.text() == "Lokale Teams K&&G", "one & is a letter with a line below it"


def test_the_counts_take_no_more_room_than_they_need_where_texts_are_shown(overview: OverviewPlace) -> None:
    overview.zoom_slider.setValue(100)
    QApplication.processEvents()
    last = len(overview.model.columns) - 1

    assert overview.view.columnWidth(last) < overview.view.columnWidth(0) / 2


def test_who_only_gives_feedback_codes_and_pastes_nothing_here(
    overview: OverviewPlace, bridge: DocumentBridge, settings: SettingsFile
) -> None:
    settings.values.stakeholder = True
    overview.commands_changed.emit()
    QGuiApplication.clipboard().setText("anders")
    for key, modifiers in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_X, CTRL),
    ):
        QTest.keyClick(overview.view, key, modifiers)
    assert bridge.undo_stack.count() == 0


def test_rows_keep_one_height_when_a_filter_puts_them_where_headings_were(overview: OverviewPlace) -> None:
    overview.filter_bar.set_text("insteek")
    overview.filter_bar.set_text("/art 13")
    rows = [row for row in range(len(overview.model.rows)) if overview.model.place(row, 0) is not None]
    assert len(rows) == 4
    assert len({overview.view.rowHeight(row) for row in rows}) == 1
    overview.transpose_action.trigger()
    columns = [column for column in range(len(overview.model.columns)) if overview.model.place(0, column) is not None]
    assert len({overview.view.columnWidth(column) for column in columns}) == 1


def test_a_folded_group_that_is_opened_has_the_height_of_the_zoom(overview: OverviewPlace) -> None:
    before = overview.view.rowHeight(1)
    overview.view.set_all_folded(True)
    overview.view.set_zoom(60)
    overview.view.set_all_folded(False)
    assert overview.view.rowHeight(1) == overview.view.rowHeight(2) > before


def test_at_the_lowest_zoom_everything_stands_on_one_screen(
    make_window: Callable[[], MainWindow], overview_copy: Path
) -> None:
    window = make_window()
    window.open_path(overview_copy)
    window.show_place("overview")
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, OverviewPlace)
    place.view.set_zoom(0)
    QApplication.processEvents()

    assert place.view.verticalScrollBar().maximum() == 0
    assert place.view.horizontalScrollBar().maximum() == 0
    entries = [row for row, line in enumerate(place.model.rows) if line.kind is LineKind.CHARACTERISTIC]
    assert len(entries) >= 90
    assert min(place.view.rowHeight(row) for row in entries) >= 3


@pytest.mark.parametrize("zoom", [0, 20, 60, 100])
def test_the_counts_are_in_sight_at_any_zoom_and_no_cell_hides_below_them(overview: OverviewPlace, zoom: int) -> None:
    view = overview.view
    view.set_zoom(zoom)
    QApplication.processEvents()
    for corner in (overview.model.index(1, 0), overview.model.index_of("Buddy's", "principe-3")):
        view.go_to(corner)
        right, bottom = view.counts.right(), view.counts.bottom()

        assert view.viewport().rect().contains(right)
        assert view.viewport().rect().contains(bottom)
        shown = view.visualRect(view.currentIndex())
        if shown.width() < view.viewport().width() - right.width():
            assert shown.right() <= right.left()
        if shown.height() < view.viewport().height() - bottom.height():
            assert shown.bottom() <= bottom.top()


def test_a_click_on_a_count_chooses_no_entry_below_it(overview: OverviewPlace) -> None:
    view = overview.view
    view.set_zoom(100)
    QApplication.processEvents()
    before = view.currentIndex()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.counts.right().center())

    assert view.currentIndex() in (before, overview.model.index(before.row(), before.column()))


def test_the_pane_follows_the_cursor_and_codes_the_selection(
    overview: OverviewPlace, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    overview.view.setFocus()
    QTest.keyClick(overview.view, Qt.Key.Key_F8)
    assert overview.pane.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert overview.view.hasFocus()

    overview.view.select_entry("Brugfiguren", "insteek-2")
    qtbot.wait(200)
    button = overview.pane.buttons.first_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert bridge.document.entry("Brugfiguren", "insteek-2").code == "parallel"


def test_a_remark_is_written_here_too(overview: OverviewPlace, bridge: DocumentBridge, settings: SettingsFile) -> None:
    settings.values.author = "An"
    overview.view.select_entry("Brugfiguren", "insteek-2")
    overview.view.setFocus()

    QTest.keyClick(overview.view, Qt.Key.Key_M, CTRL)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Klopt dit?")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)

    assert [each.text for each in bridge.document.entry("Brugfiguren", "insteek-2").annotations] == ["Klopt dit?"]


def test_what_the_button_offers_can_be_done_with_actions_that_show_whether_they_are_on(
    window: MainWindow, overview: OverviewPlace
) -> None:
    for action_id in ("mark_differences", "transpose"):
        action = window.actions_registry.action(action_id)
        assert action.isEnabled()
        action.trigger()
        assert action.isChecked()
    assert overview.model.transposed
    window.actions_registry.action("transpose").trigger()

    overview.view.select_entry("1G1P", "insteek-2")
    window.actions_registry.run("fold_group")
    assert overview.view.isRowHidden(overview.model.index_of("1G1P", "insteek-1").row())
    window.actions_registry.run("fold_group")
    assert not overview.view.isRowHidden(overview.model.index_of("1G1P", "insteek-1").row())


def test_the_counts_at_the_ends_follow_each_change(overview: OverviewPlace, bridge: DocumentBridge) -> None:
    place = ("1G1P", "doelgroepen-1")
    index = overview.model.index_of(*place)
    last_row, last_column = len(overview.model.rows) - 1, len(overview.model.columns) - 1
    QApplication.processEvents()

    def counts() -> tuple[str, str]:
        return overview.model.count_text(index.row(), last_column), overview.model.count_text(last_row, index.column())

    before = counts()
    painted: list[tuple[bool, bool]] = []
    paint = overview.view.paintEvent

    def noted(event: QPaintEvent) -> None:
        areas = (overview.view.counts.right(), overview.view.counts.bottom())
        painted.append(tuple(event.region().intersects(area) for area in areas))
        paint(event)

    overview.view.paintEvent = noted
    QTest.keyClick(overview.view, Qt.Key.Key_X, CTRL)
    QApplication.processEvents()
    assert counts()[0] != before[0]
    assert counts()[1] != before[1]
    assert (True, True) in painted, "both lie over the cells and are painted again"
    bridge.undo_stack.undo()
    assert counts() == before


def test_ctrl_home_and_end_go_to_the_first_and_last_entry_and_up_from_the_first_stays(overview: OverviewPlace) -> None:
    view, model = overview.view, overview.model
    view.select_entry("Brugfiguren", "insteek-2")

    QTest.keyClick(view, Qt.Key.Key_Home, CTRL)
    first = view.currentIndex()
    assert model.place(first.row(), first.column()) == ("1G1P", "doelgroepen-1")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex() == first
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    last = view.currentIndex()
    assert model.place(last.row(), last.column()) == ("Buddy's", "principe-3")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex() == last


def test_forms_are_chosen_in_the_menu_of_their_button(overview: OverviewPlace) -> None:
    menu = overview.forms_button.menu()
    assert menu.findChildren(QCheckBox) == [], "hundreds of boxes are made when somebody looks"
    overview.show_forms({"1G1P", "Buddy's"})
    menu.popup(overview.mapToGlobal(overview.rect().center()))
    boxes = {box.text(): box for box in menu.findChildren(QCheckBox)}
    menu.close()
    assert [name for name, box in boxes.items() if box.isChecked()] == ["1G1P", "Buddy's"]
    boxes["1G1P"].setChecked(False)
    assert overview.model.shown_forms == ("Buddy's",)
    overview.show_forms(None)
    assert all(box.isChecked() for box in boxes.values())
    assert overview.forms_button.text() == f"Vormen: {len(boxes)} van {len(boxes)}"
