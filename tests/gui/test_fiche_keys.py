"""Judging and writing from the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.conftest import REMARK
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText, Run, RunRole
from trajecto_desktop.ooxml.package import Package
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.entry_editor import EntryEditor
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def editor() -> EntryEditor:
    focused = QApplication.focusWidget()
    assert isinstance(focused, EntryEditor), focused
    return focused


def entry(bridge: DocumentBridge, form: str, key: str) -> Entry:
    return bridge.document.entry(form, key)


def test_ten_characteristics_are_coded_with_ten_keys(fiche: FichePlace, bridge: DocumentBridge) -> None:
    keys = [c.key for c in bridge.document.characteristics]
    fiche.show_entry("1G1P", keys[0])
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5) * 2:
        press(fiche.table, key)
    codes = [entry(bridge, "1G1P", key).code for key in keys[:10]]
    assert codes == ["parallel", "partial", "not_parallel", "unclear", "no_provision"] * 2
    assert fiche.table.current_key == keys[10]


def test_undo_and_redo_say_in_dutch_what_they_take_back(
    fiche: FichePlace, bridge: DocumentBridge, window: MainWindow
) -> None:
    fiche.show_entry("1G1P", "insteek-2")
    press(fiche.table, Qt.Key.Key_3)
    undo, redo = window.actions_registry.action("undo"), window.actions_registry.action("redo")
    assert undo.text() == "Kleur ongedaan maken: 1G1P · insteek 2"
    press(fiche.table, Qt.Key.Key_Z, modifier=CTRL)
    assert entry(bridge, "1G1P", "insteek-2").code is None
    assert redo.text() == "Kleur opnieuw: 1G1P · insteek 2"
    press(fiche.table, Qt.Key.Key_Y, modifier=CTRL)
    assert entry(bridge, "1G1P", "insteek-2").code == "not_parallel"


def test_zero_takes_the_code_away_and_h_hatches(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    press(fiche.table, Qt.Key.Key_H)
    assert entry(bridge, "1G1P", "doelgroepen-1").hatched
    assert fiche.table.current_key == "doelgroepen-1"
    press(fiche.table, Qt.Key.Key_0)
    assert entry(bridge, "1G1P", "doelgroepen-1").code is None
    assert not entry(bridge, "1G1P", "doelgroepen-1").hatched


def test_hatching_without_a_code_says_why_not(fiche: FichePlace, bridge: DocumentBridge, window: MainWindow) -> None:
    fiche.show_entry("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_H)
    assert not entry(bridge, "1G1P", "insteek-1").hatched
    assert window.statusBar().currentMessage()


def test_several_rows_are_coded_in_one_go_and_taken_back_in_one_go(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=SHIFT)
    press(fiche.table, Qt.Key.Key_2)
    keys = ("insteek-1", "insteek-2", "insteek-3")
    assert [entry(bridge, "1G1P", key).code for key in keys] == ["partial"] * 3
    assert bridge.undo_stack.count() == 1
    press(fiche.table, Qt.Key.Key_Z, modifier=CTRL)
    assert [entry(bridge, "1G1P", key).code for key in keys] == [None] * 3


def test_editing_a_word_keeps_the_remark_and_its_source(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    press(fiche.table, Qt.Key.Key_F2)
    editor().moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor(), "Hier ")
    press(editor(), Qt.Key.Key_Return)
    text = entry(bridge, "1G1P", "doelgroepen-1").text
    assert text == RichText((Run("Hier een tekst ", source="<b/>"), REMARK))
    assert fiche.table.current_key == "doelgroepen-2"
    assert bridge.undo_stack.undoText() == "Tekst: 1G1P · doelgroep(en) 1"


def test_escape_leaves_the_text_as_it_was(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    press(fiche.table, Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "weg")
    press(editor(), Qt.Key.Key_Escape)
    assert entry(bridge, "1G1P", "doelgroepen-1").text.plain == "een tekst > nog nagaan"
    assert bridge.undo_stack.isClean()
    assert QApplication.focusWidget() is fiche.table


def test_digits_in_the_editor_are_text(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_F2)
    QTest.keyClicks(editor(), "1 h 0")
    press(editor(), Qt.Key.Key_Return, modifier=CTRL)
    assert entry(bridge, "1G1P", "insteek-1").text.plain == "1 h 0"
    assert entry(bridge, "1G1P", "insteek-1").code is None


def test_control_enter_goes_to_the_next_entry_without_a_judgement(fiche: FichePlace, bridge: DocumentBridge) -> None:
    keys = [c.key for c in bridge.document.characteristics]
    fiche.show_entry("1G1P", keys[2])
    press(fiche.table, Qt.Key.Key_Return, modifier=CTRL)
    # The row in between holds a text already.
    assert fiche.table.current_key == keys[4]


def test_a_selection_becomes_a_remark_and_line_ends_stay_inside_their_run(
    fiche: FichePlace, bridge: DocumentBridge
) -> None:
    fiche.show_entry("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_F2)
    QTest.keyClicks(editor(), "eerst")
    press(editor(), Qt.Key.Key_Return, modifier=ALT)
    press(editor(), Qt.Key.Key_R, modifier=CTRL)
    QTest.keyClicks(editor(), "> nakijken")
    press(editor(), Qt.Key.Key_Return)
    text = entry(bridge, "1G1P", "insteek-1").text
    assert text == RichText((Run("eerst\n"), Run("> nakijken", role=RunRole.REMARK)))


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Home, CTRL, "algemene-opmerkingen"),
        (Qt.Key.Key_End, CTRL, "principe-3"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "doelstellingen-2"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "doelgroepen-3"),
        (Qt.Key.Key_Up, CTRL, "doelgroepen-1"),
    ],
)
def test_the_cursor_moves_as_in_a_spreadsheet(
    fiche: FichePlace, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: str
) -> None:
    fiche.show_entry("1G1P", "doelstellingen-1")
    press(fiche.table, key, modifier=modifier)
    assert fiche.table.current_key == expected


def test_alt_left_and_right_walk_through_visited_entries(fiche: FichePlace, bridge: DocumentBridge) -> None:
    bridge.show_entry("1G1P", "insteek-1")
    bridge.show_entry("Buddy's", "insteek-2")
    press(fiche.table, Qt.Key.Key_Left, modifier=ALT)
    assert bridge.current == ("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_Right, modifier=ALT)
    assert bridge.current == ("Buddy's", "insteek-2")


def test_saving_writes_just_the_cells_that_were_coded(window: MainWindow, overview_copy: Path) -> None:
    before = Package.open(overview_copy)
    workspace = window.open_path(overview_copy)
    assert workspace is not None
    place = workspace.current_place
    assert isinstance(place, FichePlace)
    place.table.setFocus()
    keys = [c.key for c in workspace.bridge.document.characteristics[:10]]
    place.show_entry("1G1P", keys[0])
    for _ in keys:
        press(place.table, Qt.Key.Key_4)
    assert window.isWindowModified()
    press(place.table, Qt.Key.Key_S, modifier=CTRL)
    assert not window.isWindowModified()
    after = open_document(overview_copy).document
    assert [after.entry("1G1P", key).code for key in keys] == ["unclear"] * 10
    saved = Package.open(overview_copy)
    assert saved.names == before.names
    changed = {name for name in saved.names if saved.packed(name) != before.packed(name)}
    # Sheets that show a judgement, perhaps a new format; no text, comment or drawing.
    assert changed
    assert {name.rpartition("/")[2].rstrip("0123456789.xml") for name in changed} <= {"sheet", "styles"}
    assert len(changed) <= 5


def test_a_key_with_ctrl_that_moves_the_cursor_leaves_one_row_selected(
    fiche: FichePlace, bridge: DocumentBridge
) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(fiche.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert len(fiche.table.selected_keys()) == 1
    QTest.keyClick(fiche.table, Qt.Key.Key_2)
    assert "·" in bridge.undo_stack.undoText()
    assert bridge.document.entry("1G1P", "doelgroepen-1").code == "parallel"


def test_undo_goes_to_what_it_takes_back_also_in_another_form(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_2)
    fiche.show_entry("Buddy's", "doelgroepen-1")
    press(fiche.table, Qt.Key.Key_Z, modifier=CTRL)
    assert bridge.current == ("1G1P", "insteek-1")
    press(fiche.table, Qt.Key.Key_Y, modifier=CTRL)
    assert bridge.current == ("1G1P", "insteek-1")
