"""A copy that was sent in a round, opened by the person it was sent to and by the pen-holder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from trajecto_desktop.services.feedback_round import Recipient, asks_on
from trajecto_desktop.services.invitation import invitation_in, returned_name
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.send_round import send_round
from trajecto_desktop.ui.bridge import AFTER_PICTURE_MS
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.review import ReviewPlace
from trajecto_desktop.ui.settings import SettingsFile


@pytest.fixture
def copy(overview_copy: Path, tmp_path: Path) -> Path:
    """A copy sent to An, who is asked about two entries of two forms."""
    opened = open_document(overview_copy)
    key = opened.document.characteristics[3].key
    asks = asks_on(opened.document, ("Brugfiguren", "OCMW"), (key,), "Klopt dit?")
    folder = tmp_path / "verstuurd"
    send_round(
        opened, "r1", "Ronde 1", [Recipient("An Peeters", "CAW", asks)], folder, datetime(2026, 3, 1, tzinfo=UTC)
    )
    return next(folder.glob("*An Peeters*.xlsx"))


def _open(window: MainWindow, path: Path, qtbot: QtBot) -> FichePlace:
    workspace = window.open_path(path)
    assert workspace is not None
    # The welcome comes after the first picture.
    QTest.qWait(AFTER_PICTURE_MS + 150)
    place = workspace.current_place
    assert isinstance(place, FichePlace)
    return place


def test_a_copy_opens_for_feedback_with_what_is_asked_first(
    make_window: Callable[[], MainWindow], copy: Path, settings: SettingsFile, qtbot: QtBot
) -> None:
    window = make_window()
    place = _open(window, copy, qtbot)
    assert (settings.values.author, settings.values.organisation) == ("An Peeters", "CAW")
    assert settings.values.stakeholder
    assert place.filter_bar.text == "/gevraagd"
    assert (place.rows.form, len([row for row in range(place.rows.rowCount()) if place.rows.entry_at(row)])) == (
        "Brugfiguren",
        1,
    )
    before = place.bridge.document.entry(*place.bridge.current)
    QTest.keyClick(place.table, Qt.Key.Key_3)
    assert place.bridge.document.entry(*place.bridge.current) == before
    assert "Ctrl+M" in window.statusBar().currentMessage()
    QTest.keyClick(place.filter_bar.field, Qt.Key.Key_Escape)
    assert place.rows.rowCount() > 50


def test_the_pen_holder_goes_on_as_before_in_somebodys_copy(
    make_window: Callable[[], MainWindow], copy: Path, settings: SettingsFile, qtbot: QtBot
) -> None:
    settings.values.author = "Penhouder"
    place = _open(make_window(), copy, qtbot)
    assert not settings.values.stakeholder
    assert place.filter_bar.text == ""


def test_feedback_is_saved_in_a_copy_with_the_persons_name(
    make_window: Callable[[], MainWindow],
    overview_copy: Path,
    settings: SettingsFile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.values.author, settings.values.stakeholder = "An Peeters", True
    window = make_window()
    _open(window, overview_copy, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, name, _kinds: (name, ""))
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)
    window.actions_registry.run("send_back")
    assert overview_copy.with_name("overzicht – feedback An Peeters.xlsx").is_file()
    assert said == [
        "Bewaard als ‘overzicht – feedback An Peeters.xlsx’. Stuur dit bestand terug naar wie het je vroeg."
    ]


def test_who_only_gives_feedback_mends_nothing(
    make_window: Callable[[], MainWindow], overview_copy: Path, settings: SettingsFile, qtbot: QtBot
) -> None:
    window = make_window()
    workspace = window.open_path(overview_copy)
    assert workspace is not None
    for stakeholder in (False, True):
        settings.values.stakeholder = stakeholder
        review = workspace.show_place("review")
        assert isinstance(review, ReviewPlace)
        review.tree.selectAll()
        assert review.mend_button.isEnabled() is not stakeholder


def test_a_file_that_was_not_sent_asks_nothing(overview_copy: Path, qapp: QApplication) -> None:
    assert invitation_in(open_document(overview_copy)) is None


@pytest.mark.parametrize(
    ("stem", "person", "name"),
    [
        ("overzicht", "An Peeters", "overzicht – feedback An Peeters"),
        ("overzicht – An Peeters", "An Peeters", "overzicht – An Peeters – feedback"),
        ("fiche", "An/Jan: <x>", "fiche – feedback An Jan x"),
        ("fiche", "", "fiche – feedback"),
    ],
)
def test_the_name_of_a_returned_copy(stem: str, person: str, name: str) -> None:
    assert returned_name(stem, person) == name
