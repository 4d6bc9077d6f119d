"""A screen of 1280 × 720 pixels at 200 % has 640 × 360 logical pixels: the whole window works there, with keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import made_document
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from trajecto_desktop.app import place_specs
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.folding import Part
from trajecto_desktop.ui.place_rail import PlaceButton
from trajecto_desktop.ui.settings import SettingsFile

SMALL = QSize(640, 360)
PLACES = [spec.id for spec in place_specs()]


@pytest.fixture(params=["nl", "en"])
def small(request: pytest.FixtureRequest, settings: SettingsFile, make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window with the made document on the smallest screen."""
    settings.values.language = request.param
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    window.resize(SMALL)
    QApplication.processEvents()
    return window


def fiche_of(window: MainWindow) -> FichePlace:
    assert window.workspace is not None
    window.show_place("fiche")
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    return place


@pytest.mark.parametrize("place", PLACES)
def test_each_place_fits_on_the_smallest_screen(small: MainWindow, place: str) -> None:
    small.show_place(place)
    QApplication.processEvents()

    least = small.minimumSizeHint()

    assert (small.width(), small.height()) == (SMALL.width(), SMALL.height())
    assert least.width() <= SMALL.width()
    assert least.height() <= SMALL.height()


def test_every_place_stays_in_the_rail_by_its_icon_and_says_its_name(small: MainWindow) -> None:
    buttons = small.findChildren(PlaceButton)

    assert len(buttons) == len(PLACES)
    for button in buttons:
        assert button.geometry().bottom() <= button.parentWidget().height()
        assert button.width() <= 48
        assert button.accessibleName()
        assert button.accessibleName() in button.toolTip()


def test_a_wide_window_names_its_places(window: MainWindow) -> None:
    assert all(button.width() > 48 for button in window.findChildren(PlaceButton))


def test_the_table_has_the_width_and_list_and_pane_open_and_fold_with_a_key(small: MainWindow) -> None:
    fiche = fiche_of(small)
    assert fiche.table.width() > 500
    assert not fiche.parts.is_open(Part.LIST)
    assert not fiche.parts.is_open(Part.PANE)

    QTest.keyClick(small, Qt.Key.Key_F8)
    assert fiche.parts.is_open(Part.PANE)
    assert fiche.pane.isAncestorOf(QApplication.focusWidget())
    assert small.actions_registry.action("show_pane").isChecked()
    assert fiche.table.width() > 200

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert not fiche.parts.is_open(Part.PANE)
    assert fiche.table.hasFocus()

    QTest.keyClick(small, Qt.Key.Key_F9)
    assert fiche.form_list.hasFocus()
    QTest.keyClick(fiche.form_list, Qt.Key.Key_F9)
    assert not fiche.parts.is_open(Part.LIST)


def test_escape_leads_from_the_pane_back_to_the_table(small: MainWindow) -> None:
    fiche = fiche_of(small)
    QTest.keyClick(small, Qt.Key.Key_F8)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert fiche.table.hasFocus()


def test_f6_goes_round_what_is_to_be_seen(small: MainWindow) -> None:
    fiche = fiche_of(small)
    fiche.table.setFocus()

    met = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        met.append(QApplication.focusWidget())

    assert met == [fiche.form_choice, fiche.filter_bar.field, fiche.table]


def test_a_form_is_chosen_above_the_table_where_the_list_is_folded(small: MainWindow) -> None:
    fiche = fiche_of(small)
    assert isinstance(fiche.form_choice, QComboBox)
    assert fiche.form_choice.isVisible()
    fiche.form_choice.setFocus()

    QTest.keyClick(fiche.form_choice, Qt.Key.Key_Down)

    assert fiche.rows.form == "Brugfiguren"


def test_a_wide_window_shows_the_list_instead(fiche: FichePlace) -> None:
    assert fiche.form_list.isVisible()
    assert not fiche.form_choice.isVisible()


def test_what_was_folded_in_a_wide_window_stays_folded_and_a_narrow_one_is_chosen_apart(
    window: MainWindow, fiche: FichePlace
) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_F9)
    assert not fiche.parts.is_open(Part.LIST)

    window.resize(SMALL)
    QApplication.processEvents()
    assert not fiche.parts.is_open(Part.PANE)
    window.resize(1280, 720)
    QApplication.processEvents()

    assert not fiche.parts.is_open(Part.LIST)
    assert fiche.parts.is_open(Part.PANE)


def test_a_remark_opens_the_pane_it_is_written_in(small: MainWindow) -> None:
    fiche = fiche_of(small)

    QTest.keyClick(small, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert fiche.parts.is_open(Part.PANE)
    assert fiche.pane.isAncestorOf(QApplication.focusWidget())
