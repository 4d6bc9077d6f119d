"""Every action has a key; digits work on keyboards that give them with Shift; a key can be given to another command."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from trajecto_desktop.ui.action_specs import ACTIONS, keys_on
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.top_row import digit_keys

BELGIAN = "&é\"'(§è!çà"
"""What the keys of 1 to 0 give without Shift."""
NONE, CTRL, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(widget: QWidget, digit: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """The key of a digit on a Belgian keyboard, without Shift, as X11 tells it."""
    place = (digit - 1) % 10
    sign = BELGIAN[place]
    key = ord(sign.upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, 10 + place, 0, 0, "" if modifiers else sign))


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_no_key_is_one_that_writes_a_sign_with_alt_gr(platform: str) -> None:
    for spec in ACTIONS:
        for key in keys_on(platform, spec.shortcuts):
            assert "Ctrl+Alt" not in key, spec.id


def test_what_macos_keeps_for_itself_is_left_alone() -> None:
    taken = {"Ctrl+H", "Ctrl+M", "Ctrl+Tab", "Ctrl+Space"}

    assert not taken & {key for spec in ACTIONS for key in keys_on("darwin", spec.shortcuts)}


def test_the_top_row_of_a_belgian_keyboard_codes_without_shift(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.table.go_to("insteek-1")

    for digit in (1, 2, 6):
        press(fiche.table, digit)

    codes = [legend.code for legend in bridge.document.palette.judgements]
    found = [bridge.document.entry("1G1P", key).code for key in ("insteek-1", "insteek-2", "insteek-3")]
    assert found == [codes[0], codes[1], codes[5]]
    fiche.table.go_to("insteek-1")
    press(fiche.table, 0)
    assert bridge.document.entry("1G1P", "insteek-1").code is None


def test_it_goes_to_places_and_codes_in_the_matrix_too(window: MainWindow, bridge: DocumentBridge) -> None:
    assert window.workspace is not None
    press(window, 3, ALT)
    assert window.workspace.current_id == "overview"
    place = window.workspace.current_place
    assert place is not None
    place.show_entry("Buddy's", "insteek-2")

    press(QApplication.focusWidget(), 3)

    assert bridge.document.entry("Buddy's", "insteek-2").code == bridge.document.palette.judgements[2].code


def test_in_a_field_the_sign_is_written(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.filter_bar.field.setFocus()

    press(fiche.filter_bar.field, 1)

    assert fiche.filter_bar.text == "&"
    assert bridge.undo_stack.count() == 0


def test_a_sign_made_with_shift_or_elsewhere_on_the_keyboard_is_no_digit() -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    with_shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, shift, 16, 0, 0, "&")
    elsewhere = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, NONE, 40, 0, 0, "&")

    assert digit_keys(with_shift) is None
    assert digit_keys(elsewhere) is None


def test_a_key_that_is_taken_is_given_over_when_asked_twice_and_comes_back(
    window: MainWindow, settings: SettingsFile
) -> None:
    actions = window.actions_registry
    dialog = ShortcutsDialog(actions, settings, window)
    ids = [spec.id for spec in actions.specs]
    dialog.table.setCurrentCell(ids.index("manual"), 0)
    dialog.keys.setKeySequence(QKeySequence("F2"))

    dialog.change()
    assert actions.shortcut_text("manual") == "F1"
    dialog.change()

    assert actions.shortcut_text("manual") == "F2"
    assert actions.shortcut_text("edit_text") == ""
    assert settings.values.shortcuts == {"manual": ["F2"], "edit_text": []}
    dialog.table.setCurrentCell(ids.index("edit_text"), 0)
    dialog.restore()
    assert actions.shortcut_text("edit_text") == "F2"
    assert actions.shortcut_text("manual") == ""
    dialog.deleteLater()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_keys_are_called_as_they_stand_on_the_keyboard(
    make_window: Callable[[], MainWindow], settings: SettingsFile, language: str
) -> None:
    settings.values.language = "en" if language == "en" else "nl"
    actions = make_window().actions_registry

    assert actions.shortcut_text("done_next") == "Ctrl+Enter"
    assert actions.shortcut_text("next_form") == "Ctrl+PgDn"
    assert actions.shortcut_text("back") == "Alt+←"
    # What is kept and what is pressed are keys, not their names.
    actions.set_shortcuts("done_next", ["Ctrl+Enter"])
    assert actions.action("done_next").shortcut() == QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Enter)
