"""Gestures over thousands of entries: one undo step, made a little at a time, and whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.test_hand_cost import document_of
from trajecto_desktop.document.document import Changed
from trajecto_desktop.domain.changes import EntryChanged, Together
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import ChangeDoesNotFitError
from trajecto_desktop.ui import gradual, waiting
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs import replace as replace_dialog
from trajecto_desktop.ui.dialogs.replace import ReplaceDialog
from trajecto_desktop.ui.progress_note import ProgressNote

FORMS, ROWS = 20, 100
"""Two thousand entries; what is large is said by the tests."""


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gradual, "AT_ONCE", 300)
    monkeypatch.setattr(gradual, "_CHUNK", 50)
    monkeypatch.setattr(waiting, "_SLICE_S", 0.0)


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[DocumentBridge]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    bridge = DocumentBridge(document_of(FORMS, ROWS))
    yield bridge
    bridge.close()


def gesture(bridge: DocumentBridge) -> Together:
    """Another text in each entry."""
    document = bridge.document
    return Together(
        tuple(
            document.change_entry(form, row.key, Entry(RichText.plain_text(f"anders {number}")))
            for number, form in enumerate(document.form_names)
            for row in document.characteristics
        )
    )


def texts(bridge: DocumentBridge) -> set[str]:
    return {entry.text.plain.partition(" ")[0] for _, entry in bridge.document.entries()}


def test_a_gesture_of_thousands_of_entries_is_one_step_and_the_window_lives_meanwhile(bridge: DocumentBridge) -> None:
    before = dict(bridge.document.entries())
    told, beats = list[Changed](), list[int]()
    bridge.changed.connect(told.append)
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: beats.append(len(told)))
    timer.start()
    assert bridge.push(gesture(bridge), "Alles: anders")
    assert texts(bridge) == {"anders"}
    assert len(set(beats)) > 10, "events were looked at between the parts"
    assert bridge.undo_stack.count() == 1
    bridge.undo()
    assert dict(bridge.document.entries()) == before
    assert (bridge.undo_stack.index(), bridge.undo_stack.canRedo()) == (0, True)
    bridge.redo()
    assert texts(bridge) == {"anders"}
    assert bridge.undo_stack.index() == 1
    bridge.undo()
    assert dict(bridge.document.entries()) == before


def test_a_gesture_that_is_stopped_half_way_is_taken_back_and_is_no_step(
    bridge: DocumentBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_NOTE_AFTER_MS", 0)
    before, told = dict(bridge.document.entries()), list[Changed]()
    bridge.changed.connect(told.append)
    pushed: list[object] = []
    bridge.pushed.connect(lambda *each: pushed.append(each))
    timer = QTimer(interval=0)

    def stop() -> None:
        for note in QApplication.topLevelWidgets():
            if isinstance(note, ProgressNote) and note.isVisible() and len(told) > 3 and not note.stopping:
                QTest.keyClick(note, Qt.Key.Key_Escape)

    timer.timeout.connect(stop)
    timer.start()
    assert not bridge.push(gesture(bridge), "Alles: anders")
    assert len(told) > 3, "it had begun"
    assert dict(bridge.document.entries()) == before
    assert bridge.undo_stack.count() == 0
    assert pushed == [], "the journal knows nothing of it"


def test_a_part_that_does_not_fit_leaves_everything_as_it_was(bridge: DocumentBridge) -> None:
    before, whole = dict(bridge.document.entries()), gesture(bridge)
    last = whole.changes[-1]
    assert isinstance(last, EntryChanged)
    wrong = replace(last, before=Entry(RichText.plain_text("dit stond er niet")))
    with pytest.raises(ChangeDoesNotFitError):
        bridge.push(Together((*whole.changes[:-1], wrong)), "Alles: anders")
    assert dict(bridge.document.entries()) == before
    assert bridge.undo_stack.count() == 0


def test_undo_that_is_stopped_stays_done(bridge: DocumentBridge, monkeypatch: pytest.MonkeyPatch) -> None:
    bridge.push(gesture(bridge), "Alles: anders")
    monkeypatch.setattr(gradual, "done_in_slices", stopped_after(3))
    bridge.undo()
    assert texts(bridge) == {"anders"}
    assert bridge.undo_stack.index() == 1
    monkeypatch.undo()
    bridge.undo()
    assert bridge.undo_stack.index() == 0
    assert texts(bridge) != {"anders"}


def stopped_after(parts: int) -> object:
    """Work in slices of which the person stops all that can be stopped, after so many steps."""

    def stopped(_parent: object, _title: str, steps: Iterator[object], *, stoppable: bool = True) -> bool:
        return all(not (stoppable and number == parts) for number, _ in enumerate(steps))

    return stopped


def test_replacing_looks_a_little_at_a_time_and_replaces_only_when_all_is_listed(
    bridge: DocumentBridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replace_dialog, "_AT_ONCE_S", 0.0)
    monkeypatch.setattr(replace_dialog, "_SLICE_S", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ReplaceDialog(bridge, bridge.document.form_names[0], window)
    dialog.words.setText("invulling")
    some = dialog.found.rowCount()
    assert 0 < some < FORMS * ROWS // 2, "one form was looked through"
    assert not dialog.replace_button.isEnabled()
    assert dialog.note.text().endswith(f"({some})"), "the note says how far it is"
    # Other words end the search for these.
    dialog.words.setText("Vorm")
    dialog.by.setText("Form")
    qtbot.waitUntil(dialog.replace_button.isEnabled)
    assert dialog.found.rowCount() == FORMS * ROWS // 2
    dialog.table.setCurrentIndex(dialog.found.index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.replace_button.click()
    assert dialog.result() == ReplaceDialog.DialogCode.Accepted
    replaced = [entry.text.plain for _, entry in bridge.document.entries()]
    assert sum("Form" in text for text in replaced) == FORMS * ROWS // 2 - 1
    assert bridge.undo_stack.count() == 1
    bridge.undo()
    assert not any("Form" in entry.text.plain for _, entry in bridge.document.entries())


def test_closing_the_dialog_ends_the_search(
    bridge: DocumentBridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replace_dialog, "_AT_ONCE_S", 0.0)
    monkeypatch.setattr(replace_dialog, "_SLICE_S", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ReplaceDialog(bridge, bridge.document.form_names[0], window)
    dialog.words.setText("invulling")
    dialog.reject()
    some = dialog.found.rowCount()
    qtbot.wait(50)
    assert dialog.found.rowCount() == some
