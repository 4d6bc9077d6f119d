"""Enter presses the button that has the keyboard, everywhere in the window, and nothing where a table or a field wants it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trajecto_desktop import shipped
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.start import StartPage, Tile
from trajecto_desktop.ui.place_rail import PlaceButton

KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.mark.parametrize("key", KEYS)
def test_enter_on_a_sample_of_the_start_page_opens_it(
    make_window: Callable[[], MainWindow], qtbot: QtBot, key: Qt.Key
) -> None:
    window = make_window()
    window.show_start()
    page = window.findChild(StartPage)
    assert page is not None
    names = [tile.text() for tile in page.samples.findChildren(Tile)]
    assert names == ["Fiche van 1G1P", "Fiche van Buddy's", "Fiche van Trajectgezel", "Overzicht"]
    tile = page.samples.findChildren(Tile)[0]
    qtbot.waitUntil(tile.isVisible)
    tile.setFocus()

    QTest.keyClick(tile, key)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=10_000)

    assert window.workspace is not None
    assert "1G1P" in window.workspace.bridge.document.form_names


def test_each_sample_says_what_is_in_it(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    window.show_start()
    page = window.findChild(StartPage)
    assert page is not None
    details = [tile.accessibleDescription() for tile in page.samples.findChildren(Tile)]

    assert len(details) == len(list(shipped.samples().glob("*.xlsx")))
    assert all(details)
    assert not any(".xlsx" in detail for detail in details)


def test_enter_on_a_code_gives_it_once(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.table.go_to_first()
    entry = ("1G1P", fiche.table.current_key)
    QApplication.processEvents()
    QTest.qWait(100)
    button = fiche.pane.first_stop
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.qWait(300)

    assert bridge.undo_stack.count() <= 1
    assert bridge.document.entry(*entry).code == "parallel"


def test_enter_on_a_place_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    button = next(each for each in window.findChildren(PlaceButton) if each.accessibleName().startswith("Overzicht"))
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Return)

    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.current_id == "overview", timeout=10_000)


def test_enter_in_the_table_still_edits(fiche: FichePlace, bridge: DocumentBridge) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is not fiche.table
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert bridge.undo_stack.count() == 0
