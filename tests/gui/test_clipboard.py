"""Copy and paste, with ourselves and with Excel."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from trajecto_desktop.domain.characteristic import GENERAL_REMARKS
from trajecto_desktop.domain.text import RichText, Run, RunRole
from trajecto_desktop.services.clipboard_table import OWN_TYPE
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.clipboard import mime_of, pasted
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_entry_is_copied_to_another_form_with_its_colour_and_remark(
    fiche: FichePlace, bridge: DocumentBridge
) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_C, CTRL)
    fiche.show_entry("Buddy's", "insteek-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    source, copy = bridge.document.entry("1G1P", "doelgroepen-1"), bridge.document.entry("Buddy's", "insteek-1")
    assert (copy.text, copy.code) == (source.text, "parallel")
    assert bridge.undo_stack.count() == 1


def test_cells_of_excel_fill_rows_downwards_with_their_nearest_code(fiche: FichePlace, bridge: DocumentBridge) -> None:
    data = QMimeData()
    data.setHtml(
        "<html><head><style>.a{background:#A9D08E}</style></head><body><table>"
        "<tr><td class=a>een</td></tr><tr><td style='background:#F4B084'>twee<br>drie</td></tr><tr><td>vier</td></tr>"
        "</table></body></html>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    fiche.show_entry("1G1P", "doelstellingen-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    entries = [bridge.document.entry("1G1P", f"doelstellingen-{n}") for n in (1, 2, 3)]
    assert [entry.text.plain for entry in entries] == ["een", "twee\ndrie", "vier"]
    assert [entry.code for entry in entries] == ["parallel", "not_parallel", None]


def test_one_cell_goes_into_all_selected_rows(fiche: FichePlace, bridge: DocumentBridge) -> None:
    QGuiApplication.clipboard().setText("zie fiche")
    fiche.show_entry("1G1P", "insteek-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    assert [bridge.document.entry("1G1P", f"insteek-{n}").text.plain for n in (1, 2, 3)] == ["zie fiche"] * 2 + [""]


def test_cut_takes_text_and_colour_along_and_leaves_feedback(fiche: FichePlace, bridge: DocumentBridge) -> None:
    fiche.show_entry("Brugfiguren", "doelgroepen-2")
    QTest.keyClick(fiche.table, Qt.Key.Key_X, CTRL)
    left = bridge.document.entry("Brugfiguren", "doelgroepen-2")
    assert (left.text.plain, left.code, len(left.annotations)) == ("", None, 1)
    fiche.show_entry("Brugfiguren", "insteek-1")
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    moved = bridge.document.entry("Brugfiguren", "insteek-1")
    assert (moved.text.plain, moved.code, len(moved.annotations)) == ("brug", "partial", 0)
    assert bridge.undo_stack.count() == 2


def test_general_remarks_take_text_and_no_colour(fiche: FichePlace, bridge: DocumentBridge) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td bgcolor='#A9D08E'>let op</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    fiche.show_entry("1G1P", GENERAL_REMARKS)
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    remarks = bridge.document.entry("1G1P", GENERAL_REMARKS)
    assert (remarks.text.plain, remarks.code) == ("let op", None)


def test_what_did_not_fit_is_said(window: MainWindow, fiche: FichePlace, bridge: DocumentBridge) -> None:
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    fiche.show_entry("1G1P", "principe-3")
    QTest.keyClick(fiche.table, Qt.Key.Key_V, CTRL)
    assert bridge.document.entry("1G1P", "principe-3").text.plain == "a"
    assert window.statusBar().currentMessage() == "1 rij eronder paste niet · 1 kolom rechts ervan paste niet"


def test_what_is_copied_can_be_read_by_excel(fiche: FichePlace, bridge: DocumentBridge) -> None:
    data = mime_of([[bridge.document.entry("1G1P", "doelgroepen-1")]], bridge.document)
    assert data.text() == "een tekst > nog nagaan"
    data.removeFormat(OWN_TYPE)
    ((cell,),) = pasted(data, bridge.document)
    assert cell is not None
    assert (cell.text, cell.code) == (
        RichText((Run("een tekst "), Run("> nog nagaan", role=RunRole.REMARK))),
        "parallel",
    )


def test_a_pasted_colour_that_the_legend_does_not_know_is_told(
    window: MainWindow, fiche: FichePlace, bridge: DocumentBridge
) -> None:
    said: list[str] = []
    fiche.status_changed.connect(said.append)
    data = QMimeData()
    data.setHtml("<table><tr><td bgcolor='#FF00FF'>woorden</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    fiche.show_entry("1G1P", "doelgroepen-1")
    before = bridge.document.entry("1G1P", "doelgroepen-1").code
    fiche.commands()["paste"]()
    assert bridge.document.entry("1G1P", "doelgroepen-1").text.plain == "woorden"
    assert bridge.document.entry("1G1P", "doelgroepen-1").code == before
    assert "legende" in said[-1]
    # What the clipboard holds at the end would outlive the program that owns it.
    QGuiApplication.clipboard().clear()
