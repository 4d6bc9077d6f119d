"""Spelling in the editors of the Fiche place, with the keyboard, and what happens where there is no dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dictionaries import write_dictionary
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MainWindow, SettingsFile, made_document
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText, Run
from trajecto_desktop.services import find_dictionaries
from trajecto_desktop.ui import spelling as spelling_module
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs import spelling_choices
from trajecto_desktop.ui.entry_editor import EntryEditor
from trajecto_desktop.ui.leave import Leave
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.spelling import Spelling, SpellingState
from trajecto_desktop.ui.spelling_marks import SpellingMarks

_KEY = Qt.Key


@pytest.fixture(autouse=True)
def _only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionaries of this computer are not part of a test."""

    def find(chosen: str = "") -> Path | None:
        return find_dictionaries.find_dictionary(chosen, [])

    monkeypatch.setattr(spelling_module, "find_dictionary", find)
    monkeypatch.setattr(spelling_choices, "find_dictionary", find)


@pytest.fixture
def place(make_window: Callable[[], MainWindow], settings: SettingsFile, tmp_path: Path) -> Iterator[FichePlace]:
    """A fiche with two mistakes, where our dictionary is chosen."""
    settings.values.dictionary_folder = str(write_dictionary(tmp_path / "woorden").parent)
    document = made_document()
    keys = [row.key for row in document.characteristics]
    document.content.entries[("1G1P", keys[1])] = Entry(RichText((Run("het gezzin ", source="<b/>"), Run("woont"))))
    document.content.entries[("1G1P", keys[3])] = Entry(RichText.plain_text("zonder kleurr"))
    window = make_window()
    workspace = window.add_document(DocumentBridge(document))
    assert isinstance(workspace.current_place, FichePlace)
    workspace.current_place.table.go_to(keys[1])
    yield workspace.current_place
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for editor in window.findChildren(EntryEditor):
        editor.left.emit(Leave.CANCEL)
    workspace.bridge.undo_stack.setClean()


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def _editor() -> EntryEditor:
    found = QApplication.focusWidget()
    assert isinstance(found, EntryEditor)
    return found


def _underlined(editor: EntryEditor) -> list[str]:
    block = editor.document().begin()
    text = block.text()
    return [
        text[part.start : part.start + part.length]
        for part in block.layout().formats()
        if part.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


def _menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def _words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_a_misspelt_word_is_underlined_and_the_text_stays_as_it_was(place: FichePlace, qtbot: QtBot) -> None:
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)
    assert not editor.document().isModified()
    assert editor.rich_text.plain == "het gezzin woont"


def test_a_word_that_is_being_typed_is_left_alone_until_it_is_finished(place: FichePlace, qtbot: QtBot) -> None:
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)
    QTest.keyClicks(editor, " gezn")
    qtbot.waitUntil(lambda: place.errands.spelling.spelling.is_wrong("gezn"))
    assert _underlined(editor) == ["gezzin"]
    QTest.keyClicks(editor, " ")
    assert _underlined(editor) == ["gezzin", "gezn"]


def test_one_key_goes_to_the_mistake_and_enter_takes_what_was_meant(place: FichePlace, qtbot: QtBot) -> None:
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    _press(_KEY.Key_F7)
    qtbot.waitUntil(lambda: "gezin" in _words(_menu()))
    _press(_KEY.Key_Return)
    assert editor.rich_text.plain == "het gezin woont"
    QTest.keyClick(editor, _KEY.Key_Return)
    entry = place.bridge.document.entry("1G1P", place.bridge.document.characteristics[1].key)
    assert [run.text for run in entry.text.runs] == ["het gezin ", "woont"]


def test_from_the_table_one_key_walks_along_all_entries_with_a_mistake(place: FichePlace, qtbot: QtBot) -> None:
    rows = place.bridge.document.characteristics
    place.table.go_to(rows[0].key)
    _press(_KEY.Key_F7)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=15_000)
    assert place.table.current_key == rows[1].key
    _press(_KEY.Key_Escape)
    assert _editor().textCursor().selectedText() == "gezzin"
    _press(_KEY.Key_F7)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert place.table.current_key == rows[3].key
    qtbot.waitUntil(lambda: "kleur" in _words(_menu()))
    _press(_KEY.Key_Return)
    QTest.keyClick(_editor(), _KEY.Key_Return)
    assert place.bridge.document.entry("1G1P", rows[3].key).text.plain == "zonder kleur"
    assert place.bridge.undo_stack.count() == 1


def test_an_added_word_is_right_from_then_on_and_kept(place: FichePlace, qtbot: QtBot, settings: SettingsFile) -> None:
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)
    place.errands.spelling.spelling.add("gezzin")
    assert not _underlined(editor)
    assert settings.values.own_words == ["gezzin"]


def test_words_of_the_file_are_right_in_any_form(place: FichePlace) -> None:
    assert {"brugfiguren", "continuïteit", "tekst"} <= place.errands.spelling.known


def test_the_context_menu_by_keyboard_offers_what_was_meant(
    place: FichePlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)
    marks = editor.findChild(SpellingMarks)
    cursor = editor.textCursor()
    cursor.setPosition(6)
    found = marks.wrong_at(cursor)
    assert found is not None
    menu = QMenu(editor)
    marks.fill(menu, found)
    qtbot.waitUntil(lambda: _words(menu)[0] == "gezin")
    menu.actions()[0].trigger()
    assert editor.rich_text.plain == "het gezin woont"
    menu.deleteLater()


def test_off_means_no_line_and_the_menu_shows_it(place: FichePlace, qtbot: QtBot, settings: SettingsFile) -> None:
    _press(_KEY.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert not settings.values.spelling
    assert not place.context.actions.action("spelling").isChecked()
    _press(_KEY.Key_F2)
    assert place.errands.spelling.spelling.state is SpellingState.OFF
    assert not _underlined(_editor())
    _press(_KEY.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    _press(_KEY.Key_F2)
    editor = _editor()
    qtbot.waitUntil(lambda: _underlined(editor) == ["gezzin"], timeout=15_000)


def test_without_a_dictionary_nothing_is_underlined_and_the_key_says_what_to_do(
    place: FichePlace, settings: SettingsFile
) -> None:
    settings.values.dictionary_folder = ""
    said: list[str] = []
    place.status_changed.connect(said.append)
    _press(_KEY.Key_F7)
    assert "woordenboek" in said[-1]
    _press(_KEY.Key_F2)
    assert not _underlined(_editor())


def test_a_broken_dictionary_is_quiet_while_typing_and_told_when_asked(
    place: FichePlace, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "stuk").mkdir()
    for ending in ("aff", "dic"):
        (tmp_path / "stuk" / f"nl.{ending}").write_bytes(b"SET nergens\n")
    settings.values.dictionary_folder = str(tmp_path / "stuk")
    _press(_KEY.Key_F2)
    qtbot.waitUntil(lambda: place.errands.spelling.spelling.state is SpellingState.FAILED, timeout=15_000)
    said: list[str] = []
    place.status_changed.connect(said.append)
    _press(_KEY.Key_Escape)
    _press(_KEY.Key_F7)
    assert "woordenboek" in said[-1]


def test_the_process_ends_with_the_window(place: FichePlace, qtbot: QtBot) -> None:
    _press(_KEY.Key_F2)
    spelling = place.errands.spelling.spelling
    qtbot.waitUntil(lambda: spelling.state is SpellingState.READY, timeout=15_000)
    _press(_KEY.Key_Escape)
    place.context.window.hide()
    assert spelling._process is None


def test_the_settings_say_which_dictionary_is_used_or_how_to_come_by_one(
    place: FichePlace, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    choices = spelling_choices.SpellingChoices(settings.values)
    qtbot.addWidget(choices)
    assert "nl_NL.dic" in choices.note.text()
    choices.folder.setText(str(tmp_path / "leeg"))
    assert "LibreOffice" in choices.note.text()
    choices.words.setText("gezzin  brugfig")
    choices.apply_to(settings.values)
    assert settings.values.own_words == ["gezzin", "brugfig"]
    assert Spelling.of(place.context.window, settings).state is not SpellingState.OFF
