"""The pane beside the table: buttons, texts, remarks, the other forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from trajecto_desktop.domain.text import RichText
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.entry_editor import EntryEditor
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.entry_pane import EntryPane
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile


@pytest.fixture
def pane(fiche: FichePlace, qtbot: QtBot) -> EntryPane:
    fiche.show_entry("1G1P", "doelgroepen-1")
    qtbot.waitUntil(lambda: fiche.pane._built, timeout=2000)
    return fiche.pane


def test_a_button_codes_and_stays(pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge) -> None:
    button = pane.buttons._buttons["unclear"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bridge.document.entry("1G1P", "doelgroepen-1").code == "unclear"
    assert fiche.table.current_key == "doelgroepen-1"


def test_a_mark_of_another_form_goes_there(pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge) -> None:
    box = pane.marks._box(2)
    QTest.mouseClick(pane.marks, Qt.MouseButton.LeftButton, pos=box.center() + QPoint(0, 0))
    assert fiche.rows.form == "Buddy's"
    assert fiche.table.current_key == "doelgroepen-1"
    bridge.go_back()
    assert fiche.rows.form == "1G1P"


def test_a_remark_is_added_in_the_name_of_the_person(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, settings: SettingsFile, window: MainWindow
) -> None:
    settings.values.author, settings.values.organisation = "An Voorbeeld", "CAW"
    window.actions_registry.run("annotate")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Geldt dit overal?")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (remark,) = bridge.document.entry("1G1P", "doelgroepen-1").annotations
    assert (remark.author, remark.organisation, remark.text) == ("An Voorbeeld", "CAW", "Geldt dit overal?")
    assert bridge.undo_stack.undoText() == "Opmerking: 1G1P · doelgroep(en) 1"


def test_a_remark_begun_on_one_entry_stays_with_it(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, settings: SettingsFile, window: MainWindow, qtbot: QtBot
) -> None:
    settings.values.author = "An Voorbeeld"
    window.actions_registry.run("annotate")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Waarom?")
    fiche.show_entry("1G1P", "insteek-1")
    qtbot.waitUntil(lambda: pane._shown == ("1G1P", "insteek-1"))
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not bridge.document.entry("1G1P", "insteek-1").annotations
    assert len(bridge.document.entry("1G1P", "doelgroepen-1").annotations) == 1


def test_a_short_text_is_written_in_the_pane_and_goes_back_to_following(
    pane: EntryPane, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    def write(words: str) -> None:
        pane._editables["short"].start()
        editor = QApplication.focusWidget()
        assert isinstance(editor, EntryEditor)
        editor.selectAll()
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    write("korter")
    short = bridge.document.entry("1G1P", "doelgroepen-1").short_text
    assert short is not None
    assert short.plain == "korter"
    qtbot.waitUntil(lambda: pane._editables["short"].label.text() == "korter")
    write("een tekst > nog nagaan")
    assert bridge.document.entry("1G1P", "doelgroepen-1").short_text is None


def test_a_text_begun_on_one_entry_is_not_written_to_the_next(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    pane._editables["text"].start()
    editor = QApplication.focusWidget()
    assert isinstance(editor, EntryEditor)
    QTest.keyClicks(editor, " erbij")
    fiche.show_entry("1G1P", "insteek-1")
    qtbot.waitUntil(lambda: pane._shown == ("1G1P", "insteek-1"))
    assert not bridge.document.entry("1G1P", "insteek-1").filled
    assert bridge.document.entry("1G1P", "doelgroepen-1").text.plain.endswith("erbij")


def test_f6_goes_round_the_parts_of_the_place(pane: EntryPane, fiche: FichePlace) -> None:
    seen = []
    fiche.table.setFocus()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [pane.buttons.first_button, fiche.form_list, fiche.filter_bar.field, fiche.table]


def test_f2_in_the_column_of_the_wording_edits_the_wording(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    fiche.table.go_to("doelgroepen-1", 0)
    QTest.keyClick(fiche.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, EntryEditor)
    QTest.keyClicks(editor, " en hun context")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert bridge.document.characteristic("doelgroepen-1").adapted.plain == "doelgroep(en) 1 en hun context"
    assert bridge.undo_stack.undoText() == "Aangepaste formulering: doelgroep(en) 1"
    assert QApplication.focusWidget() is fiche.table
    bridge.undo_stack.undo()
    assert bridge.document.characteristic("doelgroepen-1").adapted.plain == "doelgroep(en) 1"
    assert fiche.table.current_key == "doelgroepen-1"


def test_the_wording_of_another_row_is_refused_with_a_sentence(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(fiche.context.messages, "show_error", said.append)
    fiche.pane.text_written.emit("1G1P", "doelgroepen-1", "adapted", RichText())
    fiche.pane.text_written.emit("1G1P", "doelgroepen-1", "decree", RichText())
    assert bridge.document.characteristic("doelgroepen-1").decree.plain
    assert len(said) == 1


def test_a_chip_of_a_reference_read_in_the_decree_follows_its_text(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    fiche.pane.text_written.emit("1G1P", "doelgroepen-1", "decree", RichText.plain_text("Art. 23: 1° anders"))
    qtbot.waitUntil(lambda: "Art. 23, 1°" in pane._references.texts)


def test_a_chip_shows_every_row_with_that_very_reference(
    pane: EntryPane, fiche: FichePlace, bridge: DocumentBridge, qtbot: QtBot
) -> None:
    chip = pane._references.findChild(QToolButton)
    assert chip.text() == "Art. 11, 3°"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert fiche.filter_bar.text == "/art 11, 3°"
    keys = [row.key for row in fiche.rows.rows if hasattr(row, "key")]
    assert keys == [row.key for row in bridge.document.characteristics if "Art. 11, 3°" in row.references]
