"""The Nazicht place with the keyboard: preview before much is mended, decisions for one and for all, going there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MainWindow
from trajecto_desktop.domain.changes import RowShown
from trajecto_desktop.domain.fiche import EMPTY_ENTRY
from trajecto_desktop.domain.findings import Finding, Rule, Severity
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.ui.dialogs.mend_preview import MendPreview
from trajecto_desktop.ui.panels.finding_tree import FindingTree
from trajecto_desktop.ui.panels.review import ReviewPlace
from trajecto_desktop.ui.tree_items import children_of, top_items

_KEY = Qt.Key


@pytest.fixture
def place(make_window: Callable[[], MainWindow], overview_copy: Path) -> ReviewPlace:
    """The review of an overview in which two sheets disagree twice, and texts and a wording have double blanks."""
    opened = open_document(overview_copy)
    document = opened.document
    coded = [key for key, entry in document.entries() if entry.code == "parallel" and not entry.hatched][:4]
    fullest, *_, last = document.places(*coded[0])
    book = openpyxl.load_workbook(overview_copy, rich_text=True)
    for key in coded[:2]:
        book[last][document.places(*key)[last]].fill = PatternFill("solid", fgColor="F4B084")
    for key in coded[2:]:
        book[fullest][document.places(*key)[fullest]].value = "twee  woorden "
    book.save(overview_copy)
    window = make_window()
    workspace = window.open_path(overview_copy)
    assert workspace is not None
    found = workspace.show_place("review")
    assert isinstance(found, ReviewPlace)
    return found


def _head(place: ReviewPlace, rule: Rule) -> QTreeWidgetItem:
    return next(item for item in top_items(place.tree) if Rule(item.data(0, Qt.ItemDataRole.UserRole)) is rule)


def _standing(place: ReviewPlace, rule: Rule) -> list[Finding]:
    return [finding for finding in place.standing() if finding.rule is rule]


def _in_preview(act: Callable[[MendPreview], None]) -> None:
    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MendPreview)
        try:
            act(dialog)
        finally:
            # A failed test must not wait for somebody to answer.
            QTimer.singleShot(0, dialog.reject)

    QTimer.singleShot(100, run)


def test_what_is_mended_is_shown_first_and_a_line_can_be_left_out(place: ReviewPlace) -> None:
    before = len(_standing(place, Rule.STRAY_SPACE))
    assert before >= 2
    place.tree.setCurrentItem(_head(place, Rule.STRAY_SPACE))
    texts: list[str] = []

    def leave_one_out(dialog: MendPreview) -> None:
        texts.extend(item.text(1) for item in top_items(dialog.list))
        QTest.keyClick(dialog.list, _KEY.Key_Space)
        assert str(len(texts) - 1) in dialog.main_button.text()
        QTest.keyClick(dialog.list, _KEY.Key_Return)

    _in_preview(leave_one_out)
    QTest.keyClick(place.mend_all_button, _KEY.Key_Space)
    assert "twee··woorden·" in texts
    left = _standing(place, Rule.STRAY_SPACE)
    assert len({(each.form, each.characteristic) for each in left}) == 1
    assert place.bridge.undo_stack.count() == 1
    place.bridge.undo_stack.undo()
    assert len(_standing(place, Rule.STRAY_SPACE)) == before


def test_escape_in_the_preview_changes_nothing(place: ReviewPlace) -> None:
    place.tree.setCurrentItem(_head(place, Rule.STRAY_SPACE))
    _in_preview(lambda dialog: QTest.keyClick(dialog, _KEY.Key_Escape))
    QTest.keyClick(place.mend_all_button, _KEY.Key_Space)
    assert place.bridge.undo_stack.isClean()


def test_a_person_decides_which_sheet_is_right_for_all(place: ReviewPlace) -> None:
    disagreeing = _standing(place, Rule.SHEETS_DISAGREE)
    assert len(disagreeing) >= 2
    place.tree.setCurrentItem(children_of(_head(place, Rule.SHEETS_DISAGREE))[0])
    assert place.choose_button.isVisible()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, _KEY.Key_Up)  # from the top to the last
        last = menu.actions()[-1]
        assert menu.activeAction() is last
        assert last.text().startswith(f"Voor alle {len(disagreeing)}:")
        QTest.keyClick(menu, _KEY.Key_Return)

    QTimer.singleShot(100, choose)
    QTest.keyClick(place.choose_button, _KEY.Key_Space)
    assert not _standing(place, Rule.SHEETS_DISAGREE)
    document = place.bridge.document
    assert {document.entry(each.form, each.characteristic).code for each in disagreeing[:2]} == {"not_parallel"}
    assert place.bridge.undo_stack.count() == 1


def test_a_finding_about_a_row_goes_to_the_row(place: ReviewPlace) -> None:
    key = place.bridge.document.characteristics[2].key
    finding = Finding(Severity.INFO, Rule.ROW_MISSING, "x", "", (), "", key)
    place.bridge.document.content.findings = [*place.bridge.document.findings, finding]
    place.refresh()
    head = _head(place, Rule.ROW_MISSING)
    item = next(each for each in children_of(head) if each.data(0, Qt.ItemDataRole.UserRole) == finding)
    place.tree.setCurrentItem(item)
    QTest.mouseClick(place.show_button, Qt.MouseButton.LeftButton)
    assert place.bridge.current[1] == key


def _lines_in_preview(seen: list[str]) -> Callable[[MendPreview], None]:
    def agree(dialog: MendPreview) -> None:
        seen.extend(item.text(2) for item in top_items(dialog.list))
        QTest.keyClick(dialog.list, _KEY.Key_Return)

    return agree


def test_a_row_that_a_sheet_lacks_is_shown_first_and_then_added_as_one_step(
    make_window: Callable[[], MainWindow], overview_copy: Path
) -> None:
    opened = open_document(overview_copy)
    row = next(each for each in opened.document.characteristics[1:] if each.adapted)
    opened.document.apply(RowShown(row.key, "geen tekst", went=True))
    save_document(opened)
    workspace = make_window().open_path(overview_copy)
    assert workspace is not None
    place = workspace.show_place("review")
    assert isinstance(place, ReviewPlace)
    before = _standing(place, Rule.ROW_MISSING)
    items = children_of(_head(place, Rule.ROW_MISSING))
    place.tree.setCurrentItem(
        next(each for each in items if each.data(0, Qt.ItemDataRole.UserRole).characteristic == row.key)
    )
    seen: list[str] = []
    _in_preview(_lines_in_preview(seen))
    QTest.keyClick(place.mend_button, _KEY.Key_Space)
    assert len(seen) == 1
    assert "een rij in de rubriek" in seen[0]
    assert row.key not in {each.characteristic for each in _standing(place, Rule.ROW_MISSING)}
    assert place.bridge.undo_stack.count() == 1
    place.bridge.undo_stack.undo()
    assert _standing(place, Rule.ROW_MISSING) == before


def test_a_lone_word_in_a_sheet_of_colours_is_taken_away_from_the_menu(
    make_window: Callable[[], MainWindow], overview_copy: Path
) -> None:
    document = open_document(overview_copy).document
    form = document.form_names[0]
    empty = [row.key for row in document.characteristics if document.entry(form, row.key) == EMPTY_ENTRY][:2]
    book = openpyxl.load_workbook(overview_copy, rich_text=True)
    for key in empty:
        book["geen tekst"][document.places(form, key)["geen tekst"]] = "ja"
    book.save(overview_copy)
    workspace = make_window().open_path(overview_copy)
    assert workspace is not None
    place = workspace.show_place("review")
    assert isinstance(place, ReviewPlace)
    words = len(_standing(place, Rule.WORD_WITHOUT_ENTRY))
    assert words >= 2
    place.tree.setCurrentItem(children_of(_head(place, Rule.WORD_WITHOUT_ENTRY))[0])

    def choose(start: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text().startswith(start))
        menu.setActiveAction(action)
        QTest.keyClick(menu, _KEY.Key_Return)

    QTimer.singleShot(100, lambda: choose("Haal het woord ‘ja’ weg"))
    QTest.keyClick(place.choose_button, _KEY.Key_Space)
    assert len(_standing(place, Rule.WORD_WITHOUT_ENTRY)) == words - 1
    place.bridge.undo_stack.undo()
    place.tree.setCurrentItem(children_of(_head(place, Rule.WORD_WITHOUT_ENTRY))[0])
    QTimer.singleShot(100, lambda: choose(f"Voor alle {words}: haal het woord weg"))
    QTest.keyClick(place.choose_button, _KEY.Key_Space)
    assert not _standing(place, Rule.WORD_WITHOUT_ENTRY)
    assert place.bridge.undo_stack.count() == 1


def test_the_columns_share_the_width_until_a_person_draws_them(qtbot: QtBot) -> None:
    tree = FindingTree(("Wat en waar", "Wat het betekent"), "Bevindingen")
    qtbot.addWidget(tree)
    tree.show()
    for width in (500, 1500):
        tree.resize(width, 300)
        QApplication.processEvents()
        shown = tree.viewport().width()
        assert shown / 3 - 2 <= tree.header().sectionSize(0) <= shown / 2 + 2

    tree.header().resizeSection(0, 340)
    tree.resize(900, 300)
    QApplication.processEvents()

    assert tree.header().sectionSize(0) == 340
