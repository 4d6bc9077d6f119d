"""The window opens as it was closed: files, place, filters, zoom and what was folded."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trajecto_desktop import shipped
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.overview import OverviewPlace
from trajecto_desktop.ui.settings import SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "overzicht.xlsx"
    copy.write_bytes((shipped.samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    return copy


def overview_of(window: MainWindow) -> OverviewPlace:
    window.show_place("overview")
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, OverviewPlace)
    return place


def test_filters_zoom_group_forms_and_arrangement_come_back(
    make_window: Callable[[], MainWindow], settings: SettingsFile, file: Path
) -> None:
    window = make_window()
    window.open_path(file)
    assert window.workspace is not None
    fiche = window.workspace.current_place
    assert isinstance(fiche, FichePlace)
    fiche.filter_bar.set_text("jongere")
    place = overview_of(window)
    names = place.bridge.document.form_names
    place.show_forms(set(names[1:]))
    place.view.set_zoom(55)
    place.group_box.setCurrentIndex(2)
    place.filter_bar.set_text("/parallel")
    group = place.group_box.currentData()
    place.view.fold({group})
    window.close()

    again = make_window()
    again.session.restore()

    assert again.workspace is not None
    assert again.workspace.current_id == "overview"
    place = overview_of(again)
    assert place.view.zoom == 55
    assert place.group_box.currentData() == group
    assert place.model.shown_forms == tuple(names[1:])
    assert place.filter_bar.text == "/parallel"
    assert place.view.side_header.folded == {group}
    again.show_place("fiche")
    assert isinstance(again.workspace.current_place, FichePlace)
    assert again.workspace.current_place.filter_bar.text == "jongere"


def test_what_a_place_showed_is_kept_also_when_it_was_not_looked_at_since(
    make_window: Callable[[], MainWindow], settings: SettingsFile, file: Path
) -> None:
    window = make_window()
    window.open_path(file)
    overview_of(window).view.set_zoom(70)
    window.show_place("fiche")
    window.close()
    between = make_window()
    between.session.restore()
    between.close()

    last = make_window()
    last.session.restore()

    assert overview_of(last).view.zoom == 70


@pytest.mark.parametrize(
    "views",
    [
        3,
        {"x": 4},
        {"overview": []},
        {"overview": {"zoom": "a", "group": 7, "hidden_forms": 3, "folded": "b"}, "fiche": {"filter": 4}},
    ],
)
def test_settings_that_make_no_sense_are_passed_over(
    make_window: Callable[[], MainWindow], settings: SettingsFile, file: Path, views: object
) -> None:
    settings.values.session = [str(file)]
    settings.values.views = {str(file): views}
    window = make_window()

    window.session.restore()
    place = overview_of(window)
    QApplication.processEvents()

    assert place.model.shown_forms == place.bridge.document.form_names


def test_what_is_kept_can_be_written(settings: SettingsFile, make_window: Callable[[], MainWindow], file: Path) -> None:
    window = make_window()
    window.open_path(file)
    overview_of(window)
    window.session.keep()

    assert json.loads(json.dumps(settings.values.views)) == settings.values.views
