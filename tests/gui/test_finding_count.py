"""The number of findings comes after the first picture, and the status bar says it then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from trajecto_desktop.domain.later import LaterSequence
from trajecto_desktop.shipped import samples
from trajecto_desktop.ui.main_window import MainWindow


def _status(window: MainWindow) -> str:
    return "|".join(label.text() for label in window.statusBar().findChildren(QLabel))


def test_a_file_is_shown_before_its_findings_are_worked_out(
    make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes((samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    window = make_window()
    workspace = window.open_path(file)
    assert workspace is not None
    bridge = workspace.bridge
    assert bridge.findings.number is None, "opening and painting ask for no finding"
    assert "bevinding" not in _status(window)
    with qtbot.waitSignal(bridge.findings.known, timeout=10_000):
        pass
    assert bridge.findings.number == len(bridge.document.findings)
    assert f"{bridge.findings.number} bevinding" in _status(window)


def test_after_a_save_they_are_counted_again(
    make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes((samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    workspace = make_window().open_path(file)
    assert workspace is not None
    bridge = workspace.bridge
    qtbot.waitUntil(lambda: bridge.findings.number is not None, timeout=10_000)
    found = list(bridge.document.findings)
    bridge.document.rebase(bridge.document.content.places, LaterSequence(lambda: found[1:]))
    qtbot.waitUntil(lambda: bridge.findings.number == len(found) - 1, timeout=10_000)
    bridge.document.rebase(bridge.document.content.places, [replace(found[0])])
    assert bridge.findings.number == 1
