"""A letter with Alt means one thing: no button of a place has the letter of a menu or of another button in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from tests.gui.conftest import made_document
from trajecto_desktop.app import place_specs
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.settings import SettingsFile


def letter(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("place", [spec.id for spec in place_specs()])
def test_no_letter_means_two_things(
    place: str, language: str, settings: SettingsFile, make_window: Callable[[], MainWindow]
) -> None:
    settings.values.language = language
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    window.show_place(place)
    QApplication.processEvents()

    found: dict[str, list[str]] = {}
    texts = [action.text() for action in window.menuBar().actions()]
    shown = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    shown += [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]
    for text in (*texts, *shown):
        if letter(text):
            found.setdefault(letter(text), []).append(text)

    assert {key: words for key, words in found.items() if len(words) > 1} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_within_a_menu_each_letter_stands_once(
    language: str, settings: SettingsFile, make_window: Callable[[], MainWindow]
) -> None:
    settings.values.language = language
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    twice = {}
    for head in window.menuBar().actions():
        menu = head.menu()
        assert isinstance(menu, QMenu)
        letters = Counter(letter(action.text()) for action in menu.actions() if letter(action.text()))
        double = [key for key, count in letters.items() if count > 1]
        if double:
            twice[head.text()] = [a.text() for a in menu.actions() if letter(a.text()) in double]

    assert twice == {}
