"""The texts beside the table take the room they need from the first moment they are shown, also in a low window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from trajecto_desktop import shipped
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.editable_text import EditableText
from trajecto_desktop.ui.panels.fiche import FichePlace


def test_each_text_of_the_pane_is_seen_whole_when_a_file_opens(
    make_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes((shipped.samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    window = make_window()
    window.resize(800, 600)
    window.open_path(file)
    window.actions_registry.run("show_pane")

    qtbot.wait(400)
    labels = [each.label for each in window.findChildren(EditableText) if each.label.text() != "—"]
    assert len(labels) >= 2
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []


def test_columns_end_where_the_scroll_bar_begins(make_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    window = make_window()
    window.open_path(Path(shutil.copy(shipped.samples() / "overzicht_voorbeeld.xlsx", tmp_path)))
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    assert place.table.verticalScrollBar().isVisible()
    assert place.table.horizontalHeader().length() == place.table.viewport().width()
