"""Deciding on returned copies in the window: all of a person, of a kind, conflicts, refusing with a reason, undo, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.made_copies import FORMS, FULL, NOW, Edit, by_openpyxl, by_ourselves, keys, write_sent
from trajecto_desktop.domain.colour import UNCLEAR
from trajecto_desktop.domain.feedback import REFUSED, TAKEN_BACK, TAKEN_UP
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.services.collected import Difference
from trajecto_desktop.services.feedback_round import Ask, Recipient
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.send_round import send_round
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.collected import CollectedPane
from trajecto_desktop.ui.panels.collected_lists import ITEM
from trajecto_desktop.ui.panels.feedback import FeedbackPlace

_WAIT_MS = 20_000


@pytest.fixture
def round_of(tmp_path: Path) -> tuple[Path, list[Path]]:
    """A version that was sent, and what three people of two organisations sent back."""
    sent = write_sent(tmp_path)
    asks = (Ask("V1", FORMS[1], keys()[1], "Klopt dit?"), Ask("V2", FORMS[2], keys()[2], "En dit?"))
    people = [Recipient("Jan", "OCMW", asks), Recipient("Els", "OCMW"), Recipient("Piet", "VAPH")]
    register = send_round(open_document(sent), "r1", "Ronde", people, tmp_path, NOW)
    edits = {
        "Jan": [Edit("remark", (1, 1), "Klopt dit wel?"), Edit("word", (1, 2), "thuis"), Edit("code", (3, 3), UNCLEAR)],
        "Els": [Edit("remark", (2, 1), "Graag nakijken"), Edit("word", (2, 2), "buurt"), Edit("word", (0, 4), "thuis")],
        "Piet": [Edit("remark", (3, 1), "Akkoord."), Edit("word", (0, 4), "buurt")],
    }
    back = []
    for copy in register.copies:
        path = tmp_path / f"terug {copy.recipient.name}.xlsx"
        by_ourselves(tmp_path / copy.file, path, copy.recipient.name, edits[copy.recipient.name])
        back.append(path)
    return sent, back


@pytest.fixture
def pane(make_window: Callable[..., MainWindow], round_of: tuple[Path, list[Path]], qtbot: QtBot) -> CollectedPane:
    sent, back = round_of
    window = make_window()
    workspace = window.open_path(sent)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    place.tabs.setCurrentWidget(place.collected)
    place.collected.collect(sent, back)
    qtbot.waitUntil(lambda: place.collected.has_collection, timeout=_WAIT_MS)
    return place.collected


def select(pane: CollectedPane, who: str) -> None:
    item = next(i for i in pane.tree.lines() if isinstance(each := i.data(0, ITEM), Difference) and each.who == who)
    pane.tree.setCurrentItem(item)


def ticked(pane: CollectedPane) -> list[str]:
    ids = pane.tree.ticked_differences()
    assert pane._collection is not None
    return sorted(each.who for each in pane._collection.differences if each.id in ids)


def test_conflicts_stand_in_a_list_of_their_own_and_counts_of_the_round_are_said(pane: CollectedPane) -> None:
    assert (pane.lists.tabText(0), pane.lists.tabText(1)) == ("Verschillen (6)", "Conflicten (1)")
    assert "gevraagd: 4, beantwoord: 3, nog open: 1" in pane.summary.text()


@pytest.mark.parametrize(
    ("aspect", "expected"),
    [
        ("who", ["Jan", "Jan", "Jan"]),
        ("organisation", ["Els", "Els", "Jan", "Jan", "Jan"]),
        ("copy", ["Jan", "Jan", "Jan"]),
        ("shown", ["Els", "Els", "Jan", "Jan", "Jan", "Piet"]),
    ],
)
def test_all_of_a_person_an_organisation_or_a_copy_are_ticked_at_once(
    pane: CollectedPane, aspect: str, expected: list[str]
) -> None:
    select(pane, "Jan")
    pane.tick_menu.aspects[aspect].trigger()
    assert ticked(pane) == expected
    pane.tick_menu.aspects[aspect].trigger()
    assert ticked(pane) == []


def test_all_of_a_person_are_taken_up_in_one_step_that_stands_in_the_log(pane: CollectedPane) -> None:
    document, stack = pane._bridge.document, pane._bridge.undo_stack
    before = dict(document.content.entries)
    select(pane, "Jan")
    pane.tick_menu.aspects["who"].trigger()
    QTest.mouseClick(pane.take_button, Qt.MouseButton.LeftButton)
    assert document.entry(FORMS[3], keys()[3]).code == UNCLEAR
    assert (stack.count(), pane.waiting) == (1, 4)
    assert [line.decision for line in document.log].count(TAKEN_UP) == 3
    stack.undo()
    assert (document.content.entries, pane.waiting) == (before, 7)
    assert [line.decision for line in document.log].count(TAKEN_BACK) >= 3
    stack.redo()
    assert pane.waiting == 4


def test_what_is_refused_is_asked_no_more_and_the_reason_is_kept(
    pane: CollectedPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_args: ("staat al elders", True))
    select(pane, "Piet")
    pane.tick_menu.aspects["who"].trigger()
    QTest.mouseClick(pane.refuse_button, Qt.MouseButton.LeftButton)
    (line,) = [line for line in pane._bridge.document.log if line.decision == REFUSED]
    assert (line.who, line.reason, line.round_id) == ("Piet", "staat al elders", "r1")
    assert pane.waiting == 6
    pane.filters.decision.setCurrentIndex(2)
    assert pane.lists.tabText(0) == "Verschillen (1)"


def test_when_only_conflicts_are_left_they_come_in_front_and_the_keyboard_goes_on_there(pane: CollectedPane) -> None:
    pane.tick_menu.aspects["shown"].trigger()
    pane.take_up()
    assert pane.waiting == 1
    assert pane.stack.currentWidget() is pane.conflicts
    assert pane.window().focusWidget() is pane.conflicts
    (conflict,) = pane._collection.conflicts if pane._collection is not None else ()
    assert pane.conflicts.current() is conflict, "from the first line on"
    QTest.keyClick(pane.conflicts, Qt.Key.Key_End)
    assert pane.conflicts.current() is conflict, "keeping what stands tells what it is about"
    assert conflict.before.split()[0] in pane.detail.toPlainText()


def test_a_conflict_is_decided_by_one_of_its_options(pane: CollectedPane) -> None:
    pane.lists.setCurrentIndex(1)
    conflict = pane.conflicts.topLevelItem(0)
    for index in (0, 1):
        conflict.child(index).setCheckState(0, Qt.CheckState.Checked)
    assert conflict.child(0).checkState(0) == Qt.CheckState.Unchecked
    pane.take_button.click()
    assert pane._bridge.document.entry(FORMS[0], keys()[4]).text.plain.startswith("buurt")
    assert pane.lists.tabText(1) == "Conflicten (0)"


def test_what_stands_can_be_kept_in_a_conflict(pane: CollectedPane) -> None:
    before = dict(pane._bridge.document.content.entries)
    conflict = pane.conflicts.topLevelItem(0)
    conflict.child(conflict.childCount() - 1).setCheckState(0, Qt.CheckState.Checked)
    pane.take_button.click()
    assert pane._bridge.document.content.entries == before
    assert pane.waiting == 6


def test_filters_show_what_is_of_a_person_of_a_kind_and_in_words(pane: CollectedPane) -> None:
    pane.filters.who.setCurrentIndex(pane.filters.who.findText("VAPH"))
    assert (pane.lists.tabText(0), pane.lists.tabText(1)) == ("Verschillen (1)", "Conflicten (1)")
    pane.filters.who.setCurrentIndex(0)
    pane.filters.search.setText("nakijken")
    assert pane.lists.tabText(0) == "Verschillen (1)"


def test_a_difference_is_ticked_and_shown_from_the_keyboard(pane: CollectedPane, qtbot: QtBot) -> None:
    select(pane, "Jan")
    pane.tree.setFocus()
    QTest.keyClick(pane.tree, Qt.Key.Key_Space)
    assert ticked(pane) == ["Jan"]
    with qtbot.waitSignal(pane._bridge.entry_shown):
        QTest.keyClick(pane.tree, Qt.Key.Key_Return)


def test_a_remark_beside_the_entries_is_taken_up_and_taken_back_with_the_file(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    import openpyxl
    from openpyxl.comments import Comment

    sent = write_sent(tmp_path)
    book = openpyxl.load_workbook(sent)
    book[FULL]["A5"].comment = Comment("Deze kolom graag breder", "Piet")
    book.save(tmp_path / "Piet.xlsx")
    workspace = make_window().open_path(sent)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    pane = place.collected
    pane.collect(sent, [tmp_path / "Piet.xlsx"])
    qtbot.waitUntil(lambda: pane.has_collection, timeout=_WAIT_MS)
    pane.tick_menu.aspects["shown"].trigger()
    pane.take_up()
    opened = workspace.bridge.opened
    assert opened is not None
    save_document(opened)
    assert openpyxl.load_workbook(sent)[FULL]["A5"].comment.text.count("Deze kolom graag breder") == 1
    workspace.bridge.undo_stack.undo()
    save_document(opened)
    assert openpyxl.load_workbook(sent)[FULL]["A5"].comment is None


def test_a_copy_that_was_decided_on_earlier_is_not_asked_again(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    sent = write_sent(tmp_path)
    by_openpyxl(sent, tmp_path / "Jan.xlsx", "Jan", [Edit("word", (1, 1), "thuis"), Edit("word", (2, 2), "thuis")])
    own = tmp_path / "eigen.xlsx"
    own.write_bytes(sent.read_bytes())
    workspace = make_window().open_path(own)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    for waiting in (2, 1):
        place.collected._collection = None
        place.collected.collect(sent, [tmp_path / "Jan.xlsx"])
        qtbot.waitUntil(lambda: place.collected.has_collection, timeout=_WAIT_MS)
        assert place.collected.waiting == waiting
        if waiting == 2:
            item = next(iter(place.collected.tree.lines()))
            item.setCheckState(0, Qt.CheckState.Checked)
            place.collected.take_up()
            save_document(workspace.bridge.opened)


def test_a_round_can_ask_about_a_few_characteristics_of_a_group(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    from trajecto_desktop.ui.dialogs.send_round import SendRoundDialog

    window = make_window()
    workspace = window.open_path(write_sent(tmp_path))
    assert workspace is not None
    dialog = SendRoundDialog(workspace.bridge, window.messages, window)
    assert dialog._asks() == ()
    dialog.rows.set_ticked(False, only=[keys()[1]])
    assert [(ask.form, ask.characteristic) for ask in dialog._asks()] == [(form, keys()[1]) for form in FORMS]
    group = dialog.rows.tree.topLevelItem(0)
    assert group.checkState(0) == Qt.CheckState.PartiallyChecked
    group.setCheckState(0, Qt.CheckState.Checked)
    assert {ask.characteristic for ask in dialog._asks()} == {keys()[0], keys()[1]}
    dialog.deleteLater()


def test_remarks_on_other_cells_are_shown_answered_and_settled(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    import openpyxl
    from openpyxl.comments import Comment

    path = write_sent(tmp_path)
    layout = open_document(path).binding.fullest
    named = cell_name(layout.header_row, layout.form_columns[FORMS[2]])
    book = openpyxl.load_workbook(path)
    book[FULL][named].comment = Comment("Heet dit nog zo?", "Piet Claes")
    book[FULL]["A3"].comment = Comment("Deze kleur ook voor ons?", "Piet Claes")
    book.save(path)
    workspace = make_window().open_path(path)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    place.context.settings.values.author = "Penhouder"
    words = {line.remark.text: place.model.words_of(line.at) for line in place.model.lines}
    assert words["Heet dit nog zo?"] == f"naam van de vorm · {FORMS[2]} · {FULL}!{named}"
    row = next(i for i, line in enumerate(place.model.lines) if line.remark.text == "Heet dit nog zo?")
    place._choose([row])
    place.reply.setPlainText("Sinds januari niet meer.")
    QTest.mouseClick(place.reply_button, Qt.MouseButton.LeftButton)
    place._choose(i for i, line in enumerate(place.model.lines) if line.cell is not None)
    QTest.mouseClick(place.done_button, Qt.MouseButton.LeftButton)
    remarks = [remark for said in workspace.bridge.document.beside.values() for remark in said]
    assert [remark.status.value for remark in remarks] == ["verwerkt"] * 2
    assert [len(remark.replies) for remark in sorted(remarks, key=lambda each: each.text)] == [0, 1]
    workspace.bridge.undo_stack.undo()
    assert all(remark.is_open for said in workspace.bridge.document.beside.values() for remark in said)
    place.filters.form_box.setCurrentIndex(place.filters.form_box.findData(FORMS[2]))
    assert [line.remark.text for line in place.model.lines] == ["Heet dit nog zo?"]
    place._choose([0])
    place.show_cell()
    assert workspace.bridge.current[0] == FORMS[2]


def test_a_workbook_whose_structure_is_protected_says_that_the_log_stays_out_and_offers_a_file_of_its_own(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import openpyxl
    from openpyxl.workbook.protection import WorkbookProtection

    sent = write_sent(tmp_path)
    book = openpyxl.load_workbook(sent)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(sent)
    by_openpyxl(sent, tmp_path / "Jan.xlsx", "Jan", [Edit("remark", (1, 1), "Klopt dit wel?")])
    window = make_window()
    workspace = window.open_path(sent)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    pane = place.collected
    place.tabs.setCurrentWidget(pane)
    pane.collect(sent, [tmp_path / "Jan.xlsx"])
    qtbot.waitUntil(lambda: pane.has_collection, timeout=_WAIT_MS)
    assert pane.log_note.isVisible()
    assert "beveiligd" in pane.log_note.text()
    assert pane.log_note.height() >= pane.log_note.heightForWidth(pane.log_note.width())
    pane.tick_menu.aspects["shown"].trigger()
    pane.take_up()
    asked: list[str] = []
    monkeypatch.setattr(
        "trajecto_desktop.ui.messages.Messages.ask", lambda _self, text, *_rest: asked.append(text) or 0
    )
    monkeypatch.setattr("trajecto_desktop.ui.messages.Messages.show", lambda _self, text: asked.append(text))
    monkeypatch.setattr("trajecto_desktop.ui.dialogs.round_log.choose_target", lambda *_args: tmp_path / "logboek.xlsx")
    window.actions_registry.run("save")
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=_WAIT_MS)
    assert "beveiligd" in asked[0]
    assert "Klopt dit wel?" in str(
        [c.value for row in openpyxl.load_workbook(tmp_path / "logboek.xlsx").active for c in row]
    )
    assert openpyxl.load_workbook(sent).sheetnames == book.sheetnames


def test_what_was_struck_through_and_noted_beside_the_table_is_previewed_and_taken_up_in_one_step(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    import openpyxl
    from openpyxl.styles import Font

    sent = write_sent(tmp_path)
    layout = open_document(sent).binding.fullest
    book = openpyxl.load_workbook(sent)
    book[FULL].cell(*(layout.place(FORMS[1], keys()[1]) or (1, 1))).font = Font(strike=True)
    book[FULL]["B60"] = "Graag een woordenlijst erbij"
    book.save(tmp_path / "Jan.xlsx")
    workspace = make_window().open_path(sent)
    assert workspace is not None
    place = workspace.show_place("feedback")
    assert isinstance(place, FeedbackPlace)
    pane = place.collected
    pane.collect(sent, [tmp_path / "Jan.xlsx"])
    qtbot.waitUntil(lambda: pane.has_collection, timeout=_WAIT_MS)
    told = []
    for item in pane.tree.lines():
        pane.tree.setCurrentItem(item)
        told.append(pane.detail.toPlainText())
    assert any(item.text(0) == f"lege cel · {FULL}!B60" for item in pane.tree.lines())
    assert sum("doorgehaalde woorden uit de tekst" in each for each in told) == 1
    assert sum(f"opmerking bij cel {FULL}!B60" in each for each in told) == 1
    pane.tick_menu.aspects["shown"].trigger()
    pane.take_up()
    document = workspace.bridge.document
    assert document.entry(FORMS[1], keys()[1]).text.plain == ""
    assert [each.text for each in document.beside[FULL, "B60"]] == ["Graag een woordenlijst erbij"]
    assert [line.decision for line in document.log] == [TAKEN_UP] * 2
    assert pane.waiting == 0
    workspace.bridge.undo_stack.undo()
    assert document.entry(FORMS[1], keys()[1]).text.plain
    assert (dict(document.beside), pane.waiting) == ({}, 2)
