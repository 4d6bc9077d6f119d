"""Language and light or dark are followed while the window is open; nothing of the work is lost by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from trajecto_desktop.ui import translation
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.overview import OverviewPlace
from trajecto_desktop.ui.place_rail import PlaceButton
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.theme import Appearance


def said(window: MainWindow) -> set[str]:
    menus = {action.menu().title() for action in window.menuBar().actions() if isinstance(action.menu(), QMenu)}
    return menus | {button.text() for button in window.findChildren(PlaceButton)}


def test_another_language_is_spoken_at_once_and_the_work_stays(
    window: MainWindow, fiche: FichePlace, bridge: DocumentBridge, settings: SettingsFile
) -> None:
    fiche.show_entry("Buddy's", "insteek-2")
    QTest.keyClick(fiche.table, Qt.Key.Key_1)
    fiche.show_entry("Buddy's", "insteek-2")
    fiche.filter_bar.set_text("insteek")
    assert "&Bestand" in said(window)
    assert "Overzicht" in said(window)

    settings.values.language = "en"
    assert window.follow_language()
    QApplication.processEvents()

    assert {"&File", "Overview"} <= said(window)
    assert window.actions_registry.action("save").text() == "&Save"
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    assert place is not fiche
    assert place.rows.headerData(2, Qt.Orientation.Horizontal) == "Entry"
    assert bridge.current == ("Buddy's", "insteek-2")
    assert place.filter_bar.text == "insteek"
    assert bridge.document.entry("Buddy's", "insteek-2").code == "parallel"
    window.actions_registry.run("undo")
    assert bridge.document.entry("Buddy's", "insteek-2").code is None
    QTest.keyClick(place.table, Qt.Key.Key_2)
    assert bridge.document.entry("Buddy's", "insteek-2").code == "partial"


def test_the_system_language_is_followed_when_the_window_comes_to_the_front(
    window: MainWindow, settings: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.values.language = "system"
    window.show_place("overview")
    monkeypatch.setattr(translation, "system_languages", lambda: ["en-GB", "nl-BE"])
    QApplication.sendEvent(window, _activation())

    assert "&File" in said(window)
    assert window.workspace is not None
    assert isinstance(window.workspace.current_place, OverviewPlace)
    monkeypatch.setattr(translation, "system_languages", lambda: ["fr-BE", "nl-BE"])
    QApplication.sendEvent(window, _activation())
    assert "&Bestand" in said(window)


def _activation() -> object:
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.ActivationChange)


@pytest.mark.parametrize(
    ("languages", "spoken"), [([], "nl"), (["fr-BE"], "nl"), (["de-DE", "en-GB"], "en"), (["nl-NL", "en"], "nl")]
)
def test_dutch_is_spoken_where_the_system_speaks_neither(
    monkeypatch: pytest.MonkeyPatch, languages: list[str], spoken: str
) -> None:
    monkeypatch.setattr(translation, "system_languages", lambda: languages)

    assert translation.spoken("system") == spoken


def test_the_start_page_speaks_the_other_language_too(window: MainWindow, settings: SettingsFile) -> None:
    window.show_start()
    settings.values.language = "en"

    window.follow_language()

    words = {button.text() for button in window.centralWidget().findChildren(type(window.findChild(PlaceButton)))}
    assert "Start" in words
    assert window.workspace is None
    window.show_place("fiche")
    assert window.workspace is not None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_dates_are_written_as_in_flanders(qapp: QApplication, language: str) -> None:
    locale = translation.locale_for(language)

    assert locale.name().startswith(language)
    written = locale.toString(QDate(2026, 11, 3), QLocale.FormatType.ShortFormat)
    assert written.startswith(("3/11", "03/11"))


def test_light_and_dark_follow_the_system_while_it_is_asked(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance = Appearance(qapp)
    system = [False]
    monkeypatch.setattr(appearance, "_system_is_dark", lambda: system[0])
    appearance.set_theme("system")
    light = qapp.palette().color(QPalette.ColorRole.Window)

    system[0] = True
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    dark = qapp.palette().color(QPalette.ColorRole.Window)
    assert dark.lightness() < light.lightness()

    appearance.set_theme("light")
    appearance.system_changed()
    assert qapp.palette().color(QPalette.ColorRole.Window) == light
