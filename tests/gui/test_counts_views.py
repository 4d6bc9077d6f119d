"""Counts per group and per form, and forms side by side: each number opens what is behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget

from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.counts import CountsPlace
from trajecto_desktop.ui.panels.counts_alike import AlikeView
from trajecto_desktop.ui.panels.counts_tallies import TalliesView


@pytest.fixture
def counts(window: MainWindow) -> CountsPlace:
    assert window.workspace is not None
    place = window.workspace.show_place("counts")
    assert isinstance(place, CountsPlace)
    return place


def tallies(counts: CountsPlace, tab: int) -> TalliesView:
    counts.tabs.setCurrentIndex(tab)
    assert isinstance(counts.view, TalliesView)
    return counts.view


def alike(counts: CountsPlace) -> AlikeView:
    counts.tabs.setCurrentIndex(3)
    assert isinstance(counts.view, AlikeView)
    return counts.view


def texts(tree: QTreeWidget) -> list[str]:
    found = []
    for number in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(number)
        assert head is not None
        found += [head.text(0), *(head.child(n).text(0) for n in range(head.childCount()))]
    return found


def cell(view: TalliesView, row_0: int, column: int) -> str:
    item = view.table.item(row_0, column)
    assert item is not None
    return item.text()


def test_each_form_is_counted_out_by_code(counts: CountsPlace) -> None:
    view = tallies(counts, 2)
    assert [cell(view, row, 0) for row in range(3)] == ["1G1P", "Brugfiguren", "Buddy's"]
    assert [cell(view, 0, column) for column in range(1, 5)] == ["2/12", "10", "1", "·"]
    view.table.setCurrentCell(0, 3)
    assert texts(view.entries) == ["Doelgroep(en) (1)", "● doelgroep(en) 1"]
    view.table.setCurrentCell(0, 2)
    assert view.title.text() == "1G1P · Leeg: 10"


def test_each_group_is_counted_out_and_its_numbers_name_forms(counts: CountsPlace) -> None:
    view = tallies(counts, 1)
    assert [cell(view, row, 0) for row in range(4)][3] == "Principe: Continuïteit"
    assert cell(view, 0, 1) == "2/9"
    view.table.setCurrentCell(0, 1)
    assert texts(view.entries) == ["doelgroep(en) 1 (1)", "● 1G1P", "doelgroep(en) 2 (1)", "◐ Brugfiguren"]


def test_codes_without_a_text_can_be_left_out(counts: CountsPlace, bridge: DocumentBridge) -> None:
    bridge.push_entry("Buddy's", "doelgroepen-1", Entry(code="parallel"), "Code")
    view = tallies(counts, 2)
    assert cell(view, 2, 3) == "1"
    QTest.keyClick(view.with_text, Qt.Key.Key_Space)
    assert cell(view, 2, 3) == "·"


def test_enter_on_a_number_goes_to_its_entries_and_enter_there_to_the_fiche(
    counts: CountsPlace, window: MainWindow, bridge: DocumentBridge
) -> None:
    view = tallies(counts, 2)
    view.table.setCurrentCell(1, 1)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.entries.hasFocus()
    head = view.entries.topLevelItem(0)
    assert head is not None
    view.entries.setCurrentItem(head.child(0))
    QTest.keyClick(view.entries, Qt.Key.Key_Return)
    assert bridge.current == ("Brugfiguren", "doelgroepen-2")
    assert window.workspace is not None
    assert window.workspace.current_place is not counts


def test_the_numbers_follow_a_change_also_one_made_elsewhere(
    counts: CountsPlace, window: MainWindow, bridge: DocumentBridge
) -> None:
    view = tallies(counts, 2)
    bridge.push_entry("Buddy's", "insteek-1", Entry(RichText.plain_text("x"), code="partial"), "Tekst")
    assert cell(view, 2, 1) == "1/12"
    assert window.workspace is not None
    window.workspace.show_place("fiche")
    bridge.undo_stack.undo()
    window.workspace.show_place("counts")
    assert cell(view, 2, 1) == "0/12"


def test_the_table_is_copied_with_its_headings(counts: CountsPlace) -> None:
    tallies(counts, 2)
    counts.commands()["copy"]()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Vorm", "Ingevuld", "Leeg"]
    assert lines[1].split("\t")[:4] == ["1G1P", "2/12", "10", "1"]


def test_forms_side_by_side_say_where_they_differ_and_what_the_number_means(
    counts: CountsPlace, bridge: DocumentBridge
) -> None:
    for form, codes in (("1G1P", "pqp"), ("Brugfiguren", "ppp"), ("Buddy's", "qqq")):
        for number, code in enumerate(codes, 1):
            entry = replace(
                bridge.document.entry(form, f"insteek-{number}"), code={"p": "parallel", "q": "partial"}[code]
            )
            bridge.push_entry(form, f"insteek-{number}", entry, "Code")
    view = alike(counts)
    view.group.setCurrentIndex(view.group.findData("Insteek"))
    rows = [[view.table.item(row, column).text() for column in range(4)] for row in range(2)]  # type: ignore[union-attr]
    assert rows == [["Brugfiguren", "2", "3", "67 %"], ["Buddy's", "1", "3", "33 %"]]
    assert texts(view.rows)[:2] == ["Een andere code (1)", "◐ | ●  insteek 2"]
    assert "niets over hoe goed een vorm is" in view.definition.text()
    assert "score" not in view.definition.text()
    assert view.profile.text().startswith("Ingevuld:")


def test_a_form_with_nothing_to_compare_has_no_share(counts: CountsPlace) -> None:
    view = alike(counts)
    view.form.setCurrentText("Buddy's")
    shares = [view.table.item(row, 3).text() for row in range(view.table.rowCount())]  # type: ignore[union-attr]
    assert shares == ["–", "–"]


def test_the_tabs_are_reached_by_keyboard(counts: CountsPlace) -> None:
    counts.tabs.setFocus()
    QTest.keyClick(counts.tabs, Qt.Key.Key_Right)
    QTest.keyClick(counts.tabs, Qt.Key.Key_Right)
    assert isinstance(counts.view, TalliesView)
    counts.commands()["next_pane"]()
    assert counts.view.with_text.hasFocus()
