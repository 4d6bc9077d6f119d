"""The window as a whole: start, files, palette, settings, keys, what is read aloud."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trajecto_desktop.domain.colour import contrast
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs.command_palette import CommandPalette
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.models.fiche_model import Column
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import RecentFile, SettingsFile
from trajecto_desktop.ui.theme import dark_palette, light_palette, shades

ACCESSIBLE_TEXT, ACCESSIBLE_DESCRIPTION = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_display_one_sentence_and_exit_code_3() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-c", "import sys; from trajecto_desktop.app import main; sys.exit(main(['x.xlsx']))"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
    assert "trajecto inspect" in done.stderr


def test_ctrl_k_finds_a_characteristic_and_goes_there(fiche: FichePlace, bridge: DocumentBridge, qtbot: QtBot) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.field, "insteek 3")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert bridge.current[1] == "insteek-3"


def test_ctrl_k_finds_and_runs_a_command_by_its_dutch_name(fiche: FichePlace, settings: SettingsFile) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.field, "grotere tekst")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert settings.values.zoom_percent == 110


def test_the_filter_shows_what_fits_in_all_forms_and_f3_walks_on(fiche: FichePlace, bridge: DocumentBridge) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(fiche.filter_bar.field, "/gedeeltelijk")
    assert fiche.forms.hits(1) == 1
    assert fiche.forms.hits(0) == 0
    assert fiche.filter_bar._chip.isVisible()
    QTest.keyClick(fiche.filter_bar.field, Qt.Key.Key_Return)
    QTest.keyClick(fiche.table, Qt.Key.Key_F3)
    assert bridge.current == ("Brugfiguren", "doelgroepen-2")
    fiche.filter_bar.start()
    QTest.keyClick(fiche.filter_bar.field, Qt.Key.Key_Escape)
    assert fiche.forms.hits(0) is None
    assert not fiche.filter_bar._chip.isVisible()


def test_each_cell_says_its_value_column_and_row(fiche: FichePlace) -> None:
    fiche.show_form("Brugfiguren")
    row = fiche.rows.row_of("doelgroepen-2")
    code = fiche.rows.index(row, Column.CODE)
    assert code.data(ACCESSIBLE_TEXT) == "gedeeltelijk"
    assert code.data(ACCESSIBLE_DESCRIPTION) == "Kleur · Doelgroep(en) · doelgroep(en) 2"
    assert fiche.rows.index(row, Column.ENTRY).data(ACCESSIBLE_TEXT) == "brug"
    assert fiche.rows.index(row + 1, Column.ENTRY).data(ACCESSIBLE_TEXT) == "leeg"


def test_every_command_can_be_reached_by_menu_and_every_shortcut_is_unique(window: MainWindow) -> None:
    in_menus = {action.objectName() for menu in window.menuBar().actions() for action in menu.menu().actions()}
    specs = list(window.actions_registry.specs)
    assert {spec.id for spec in specs} <= in_menus
    keys = [key for spec in specs for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_a_shortcut_that_was_changed_is_kept_and_works(
    make_window: Callable[[], MainWindow], settings: SettingsFile
) -> None:
    settings.values.shortcuts["zoom_in"] = ["Ctrl+9"]
    window = make_window()
    window.show_start()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert settings.values.zoom_percent == 110


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_a_dropped_file_is_opened_and_comes_back_in_the_next_session(
    make_window: Callable[[], MainWindow], settings: SettingsFile, overview_copy: Path
) -> None:
    window = make_window()
    _drop(window, overview_copy)
    assert [w.bridge.path for w in window.workspaces] == [overview_copy]
    place = window.workspaces[0].current_place
    assert isinstance(place, FichePlace)
    key = place.bridge.document.characteristics[7].key
    place.show_entry("Buddy's", key)
    window.close()
    assert settings.values.session == [str(overview_copy)]
    assert settings.values.recent[0].form == "Buddy's"

    again = make_window()
    again.session.restore()
    assert again.workspaces[0].bridge.current == ("Buddy's", key)


def test_settings_that_make_no_sense_are_read_as_if_they_were_not_there(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    wrong = {"language": "xx", "zoom_percent": 9000, "theme": 3, "recent": [{"path": 1}, {"path": "a", "done": "x"}]}
    path.write_text(json.dumps(wrong), encoding="utf-8")
    values = SettingsFile(path).values
    assert (values.language, values.zoom_percent, values.theme) == ("nl", 250, "system")
    assert values.recent == [RecentFile("a")]
    path.write_text("{", encoding="utf-8")
    assert SettingsFile(path).values.language == "nl"


@pytest.mark.parametrize("palette", [light_palette, dark_palette])
def test_secondary_text_and_remarks_read_well_in_light_and_dark(
    palette: Callable[[], QPalette], qapp: QApplication
) -> None:
    tones = shades(palette())
    assert contrast(tones.muted, tones.base) >= 4.5
    assert contrast(tones.muted, tones.window) >= 4.5
    assert contrast(tones.text, tones.selection) >= 4.5
    for colour in ("#C00000", "#7030A0", "#FFFF00", "#000000", "#FFFFFF"):
        assert contrast(tones.readable(colour, tones.selection), tones.selection) >= 4.5
    assert contrast(tones.accent, tones.base) >= 3
