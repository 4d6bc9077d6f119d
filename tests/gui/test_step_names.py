"""What undo and redo are called follows the language of the window, also for steps that were made in the other one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.step_names import in_window_language, sources
from trajecto_desktop.ui.translation import install_language, said_in


def speak(window: MainWindow, settings: SettingsFile, language: str) -> None:
    settings.values.language = "en" if language == "en" else "nl"
    window.follow_language()
    QApplication.processEvents()


def undo_text(window: MainWindow) -> str:
    return window.actions_registry.action("undo").text()


def test_a_step_is_named_in_the_language_of_the_window(
    window: MainWindow, bridge: DocumentBridge, fiche: FichePlace, settings: SettingsFile
) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_2)
    assert undo_text(window).startswith("Kleur ongedaan maken: 1G1P · ")

    speak(window, settings, "en")
    assert undo_text(window).startswith("Undo Colour: 1G1P · ")
    assert "Undo Colour" in window.actions_registry.action("undo").toolTip()
    bridge.undo_stack.undo()
    assert window.actions_registry.action("redo").text().startswith("Redo Colour: 1G1P · ")

    speak(window, settings, "nl")
    assert window.actions_registry.action("redo").text().startswith("Kleur opnieuw: 1G1P · ")


@pytest.mark.parametrize(("made", "shown"), [("nl", "en"), ("en", "nl")])
@pytest.mark.parametrize(("context", "source"), list(sources()))
def test_each_sentence_of_a_name_is_recognised_in_both_languages(
    qapp: QApplication, context: str, source: str, made: str, shown: str
) -> None:
    def words(language: str) -> str:
        text = said_in(language, context, source, 3 if "%n" in source else -1)
        return text.replace("%n", "3").replace("%1", "GBO · Gent").replace("%2", "GBO")

    def names(language: str) -> set[str]:
        """As a whole, before the colon and behind the name of a form: one of these it is used as."""
        head = said_in(language, "FichePlace", "Colour")
        return {words(language), f"{words(language)}: 1G1P · iets", f"{head}: 1G1P · {words(language)}"}

    install_language(qapp, shown)
    found = {in_window_language(name, shown) for name in names(made)}

    assert said_in("nl", context, source, 3 if "%n" in source else -1) not in ("", source) or source == "open", (
        "it is in the catalogue"
    )
    assert found & names(shown)


def test_what_was_typed_and_names_of_forms_stay_as_they_are(qapp: QApplication) -> None:
    install_language(qapp, "en")

    assert in_window_language("Vervangen: Kleur → Tekst", "en") == "Replaced: Kleur → Tekst"
    assert in_window_language("Vorm toegevoegd: Kleur", "en") == "Form added: Kleur"
    assert in_window_language("Iets anders: 1G1P", "en") == "Iets anders: 1G1P"
    assert in_window_language("Kleur: 1G1P · regel: een · twee", "en") == "Colour: 1G1P · regel: een · twee"


def test_one_row_and_several_are_counted_in_the_other_language_too(qapp: QApplication) -> None:
    install_language(qapp, "en")
    assert in_window_language("Kleur: 1G1P · 3 rijen", "en") == "Colour: 1G1P · 3 rows"
    install_language(qapp, "nl")
    assert in_window_language("Colour: 1G1P · 1 row", "nl") == "Kleur: 1G1P · 1 rij"
    assert in_window_language("Mended: Empty entries (12)", "nl").startswith("Herstel")
    assert "Lege invullingen (12)" in in_window_language("Mended: Empty entries (12)", "nl")
