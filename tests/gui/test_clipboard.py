"""Copy and paste, with ourselves and with Excel."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from trajecto_desktop.services.clipboard_table import OWN_TYPE
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.clipboard import mime_of, pasted
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


def test_quoted_cells_with_line_ends_stay_one_cell(bridge: DocumentBridge) -> None:
    data = QMimeData()
    data.setText('"een\ntwee ""drie"""\tx\r\nvier\r\n')
    cells = [row[0] for row in pasted(data, bridge.document)]
    assert [cell.text.plain for cell in cells if cell is not None] == ['een\ntwee "drie"', "vier"]


def test_what_is_copied_can_be_read_by_excel(fiche: FichePlace, bridge: DocumentBridge) -> None:
    data = mime_of([[bridge.document.entry("1G1P", "doelgroepen-1")]], bridge.document)
    assert data.text() == "een tekst > nog nagaan"
    data.removeFormat(OWN_TYPE)
    ((cell,),) = pasted(data, bridge.document)
    assert cell is not None
    assert (cell.text.plain, cell.code) == ("een tekst > nog nagaan", "parallel")
