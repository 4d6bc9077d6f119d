"""Replacing with a preview, and only giving feedback."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs.replace import ReplaceDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile


def test_only_what_is_ticked_is_replaced_and_runs_stay(window: MainWindow, bridge: DocumentBridge) -> None:
    dialog = ReplaceDialog(bridge, "1G1P", window)
    dialog.words.setText("KLEUR")
    assert dialog.found.rowCount() == 1
    dialog.words.setText("e")
    dialog.by.setText("E")
    titles = [dialog.found.index(row, 0).data() for row in range(dialog.found.rowCount())]
    assert titles == ["1G1P · Algemene opmerkingen", "1G1P · doelgroep(en) 1", "1G1P · doelstelling(en) 1"]
    dialog.table.setCurrentIndex(dialog.found.index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.note.text().startswith("2 ")
    QTest.mouseClick(dialog.replace_button, Qt.MouseButton.LeftButton)
    first = bridge.document.entry("1G1P", "doelgroepen-1").text
    assert [run.text for run in first.runs] == ["EEn tEkst ", "> nog nagaan"]
    assert bridge.document.entry("1G1P", "algemene-opmerkingen").text.plain == "Verschilt per regio"
    assert bridge.undo_stack.undoText() == "Vervangen: e → E"
    dialog.deleteLater()


def test_who_only_gives_feedback_changes_no_code_and_no_text(
    window: MainWindow, fiche: FichePlace, bridge: DocumentBridge, settings: SettingsFile
) -> None:
    settings.values.author = "An Voorbeeld"
    window.actions_registry.run("stakeholder")
    fiche.show_entry("1G1P", "insteek-1")
    for key in (Qt.Key.Key_1, Qt.Key.Key_H, Qt.Key.Key_0, Qt.Key.Key_Delete):
        QTest.keyClick(fiche.table, key)
    assert bridge.undo_stack.count() == 0
    QTest.keyClick(fiche.table, Qt.Key.Key_Return)
    assert not fiche.pane.buttons.isVisible()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Niet overal")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [a.text for a in bridge.document.entry("1G1P", "insteek-1").annotations] == ["Niet overal"]
    window.actions_registry.run("stakeholder")
    fiche.table.setFocus()
    QTest.keyClick(fiche.table, Qt.Key.Key_1)
    assert bridge.document.entry("1G1P", "insteek-1").code == "parallel"


def test_replacing_can_be_limited_to_the_rows_of_the_filter_and_to_whole_words(
    window: MainWindow, fiche: FichePlace, bridge: DocumentBridge
) -> None:
    key = bridge.document.characteristics[0].key
    dialog = ReplaceDialog(bridge, "1G1P", window, [key], [])
    assert [dialog.where.itemText(row) for row in range(dialog.where.count())][2] == "1G1P: de rijen van de filter (1)"
    dialog.words.setText("teks")
    assert dialog.replace_button.isEnabled()
    dialog.whole.setChecked(True)
    assert not dialog.replace_button.isEnabled()
    dialog.whole.setChecked(False)
    dialog.where.setCurrentIndex(2)
    assert dialog.found.rowCount() == 1
    dialog.deleteLater()
