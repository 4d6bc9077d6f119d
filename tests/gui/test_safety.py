"""Nothing is lost: kills, other people's saves, closing without saving."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trajecto_desktop.app import offer_recovery, place_specs
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.recover import offers
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.ui.dialogs.change_words import part_words
from trajecto_desktop.ui.dialogs.recovery import RecoveryDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.theme import Appearance
from trajecto_desktop.ui.tree_items import top_items

CODE_AND_WAIT = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from trajecto_desktop.app import _make_application, make_window
application = _make_application()
window = make_window(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]))
window.show()
place = window.open_path(Path(sys.argv[1])).current_place
window.activateWindow()
application.processEvents()
place.table.setFocus()
for _ in range(3):
    QTest.keyClick(place.table, Qt.Key.Key_4)
end = time.monotonic() + 1.0
while time.monotonic() < end:
    application.processEvents()
    time.sleep(0.01)
print("coded", flush=True)
time.sleep(60)
"""


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path, overview_copy: Path) -> Iterator[MainWindow]:
    """A window that keeps a journal, with the real overview open."""
    window = MainWindow(SettingsFile(None), Appearance(qapp), place_specs(), tmp_path / "state")
    window.show()
    window.activateWindow()
    window.open_path(overview_copy)
    qapp.processEvents()
    yield window
    window.messages.ask = lambda *_: 1  # type: ignore[method-assign]
    window.close()
    window.deleteLater()


def place_of(window: MainWindow) -> FichePlace:
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    return place


def code_first(window: MainWindow, key: Qt.Key) -> str:
    place = place_of(window)
    first = place.bridge.document.characteristics[0].key
    place.show_entry("1G1P", first)
    QTest.keyClick(place.table, key)
    return first


def test_what_was_coded_before_a_kill_is_offered_and_restored(
    overview_copy: Path, tmp_path: Path, qapp: QApplication
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    before = overview_copy.read_bytes()
    command = [sys.executable, "-c", CODE_AND_WAIT, str(overview_copy), str(state)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"coded"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert overview_copy.read_bytes() == before

    window = MainWindow(SettingsFile(None), Appearance(qapp), place_specs(), state)
    shown: list[list[str]] = []

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecoveryDialog)
        items = top_items(dialog.lines)
        shown.extend([item.text(column) for column in (0, 2, 4)] for item in items)
        QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(200, take)
    offer_recovery(window)
    assert shown == [["1G1P", part_words("code"), "onduidelijk"]] * 3
    place = place_of(window)
    keys = [c.key for c in place.bridge.document.characteristics[:3]]
    assert [place.bridge.document.entry("1G1P", key).code for key in keys] == ["unclear"] * 3
    assert window.isWindowModified()
    assert place.bridge.undo_stack.count() == 3
    place.bridge.undo_stack.undo()
    assert place.bridge.document.entry("1G1P", keys[2]).code != "unclear"
    window.messages.ask = lambda *_: 1  # type: ignore[method-assign]
    window.close()
    window.deleteLater()
    assert offers(state) == []


def test_undo_survives_a_save_and_reopening(kept: MainWindow, overview_copy: Path, qtbot: QtBot) -> None:
    first = code_first(kept, Qt.Key.Key_4)
    kept.actions_registry.run("save")
    kept.actions_registry.run("close")
    kept.open_path(overview_copy)
    bridge = place_of(kept).bridge
    qtbot.waitUntil(bridge.undo_stack.canUndo)
    assert bridge.undo_stack.isClean()
    bridge.undo_stack.undo()
    assert bridge.document.entry("1G1P", first).code != "unclear"
    assert kept.isWindowModified()


def test_what_another_saved_meanwhile_is_merged(kept: MainWindow, overview_copy: Path) -> None:
    place = place_of(kept)
    second = place.bridge.document.characteristics[1].key
    first = code_first(kept, Qt.Key.Key_4)
    other = open_document(overview_copy)
    before = other.document.entry("Brugfiguren", second)
    other.document.apply(other.document.change_entry("Brugfiguren", second, replace(before, code="unclear")))
    save_document(other)
    kept.messages.ask = lambda *_: 0  # type: ignore[method-assign]
    kept.actions_registry.run("save")
    assert not kept.isWindowModified()
    merged = open_document(overview_copy).document
    assert merged.entry("1G1P", first).code == "unclear"
    assert merged.entry("Brugfiguren", second).code == "unclear"


def test_cancelling_the_question_keeps_the_window_open(kept: MainWindow) -> None:
    code_first(kept, Qt.Key.Key_4)
    kept.messages.ask = lambda *_: -1  # type: ignore[method-assign]
    kept.close()
    assert kept.isVisible()
    assert kept.isWindowModified()


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(kept: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.xlsx"
    broken.write_bytes(b"geen zip")
    told: list[str] = []
    kept.messages.show = told.append  # type: ignore[method-assign]
    assert kept.open_path(broken) is None
    assert len(told) == 1
    assert "kapot.xlsx" in told[0]


def test_what_is_being_typed_is_saved_too(kept: MainWindow, overview_copy: Path) -> None:
    place = place_of(kept)
    first = place.bridge.document.characteristics[0].key
    place.show_entry("1G1P", first)
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, " en meer")
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not kept.isWindowModified()
    assert open_document(overview_copy).document.entry("1G1P", first).text.plain.endswith(" en meer")
    assert QApplication.focusWidget() is place.table


def test_closing_the_window_while_typing_asks_about_what_was_typed(kept: MainWindow) -> None:
    place = place_of(kept)
    place.show_entry("1G1P", place.bridge.document.characteristics[0].key)
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), " en meer")
    asked: list[str] = []
    kept.messages.ask = lambda text, *_: asked.append(text) or -1  # type: ignore[method-assign,func-returns-value]
    kept.close()
    assert len(asked) == 1
    assert kept.isVisible()
