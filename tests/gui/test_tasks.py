"""Long work beside the window: how far it is, and that stopping it stops the work itself."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from trajecto_desktop.services.long_work import step
from trajecto_desktop.ui.tasks import QuietTask, Task

_WAIT_MS = 5_000


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def note_of(parent: QWidget) -> QProgressDialog:
    found = parent.findChild(QProgressDialog)
    assert isinstance(found, QProgressDialog)
    return found


def start(parent: QWidget, work: Callable[[], object], done: Callable[[object], None]) -> Task:
    def failed(error: Exception) -> None:
        raise error

    task = Task(parent, "Working…", work, done, failed, "Cancel")
    task.start()
    return task


def test_the_note_says_how_far_the_work_is(parent: QWidget, qtbot: QtBot) -> None:
    go_on, found = threading.Event(), list[object]()

    def work() -> object:
        step(3, 7, "OCMW.xlsx")
        go_on.wait(_WAIT_MS / 1000)
        return "made"

    start(parent, work, found.append)
    qtbot.waitUntil(lambda: note_of(parent).maximum() == 7, timeout=_WAIT_MS)
    assert note_of(parent).value() == 3
    qtbot.waitUntil(lambda: note_of(parent).isVisible(), timeout=_WAIT_MS)
    assert "OCMW.xlsx" in note_of(parent).labelText()
    go_on.set()
    qtbot.waitUntil(lambda: found == ["made"], timeout=_WAIT_MS)


@pytest.mark.parametrize("by_key", [True, False])
def test_cancelling_stops_the_work_and_the_note_stays_until_it_has(parent: QWidget, qtbot: QtBot, by_key: bool) -> None:
    at_work, go_on, reached = threading.Event(), threading.Event(), list[int]()
    found: list[object] = []

    def work() -> object:
        for number in range(100):
            reached.append(number)
            at_work.set()
            go_on.wait(_WAIT_MS / 1000)
            step(number, 100, str(number))
        return "made"

    task = start(parent, work, found.append)
    gone = list[bool]()
    task.destroyed.connect(lambda *_: gone.append(True))
    assert at_work.wait(_WAIT_MS / 1000)
    note = note_of(parent)
    note.show()
    if by_key:
        QTest.keyClick(note, Qt.Key.Key_Escape)
    else:
        note.close()
    qtbot.wait(20)
    assert note.isVisible(), "the work has not stopped yet"
    go_on.set()
    qtbot.waitUntil(lambda: bool(gone), timeout=_WAIT_MS)
    assert reached == [0]
    assert found == []


def test_what_work_says_is_cleared_away_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    at_work, go_on, where = threading.Event(), threading.Event(), list[threading.Thread]()

    def work() -> object:
        at_work.set()
        return go_on.wait(_WAIT_MS / 1000)

    owner = QWidget()
    task = QuietTask(owner, work, lambda _found: None, lambda _error: None)
    said = task._job.signals.destroyed
    said.connect(lambda *_: where.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    task.start()
    assert at_work.wait(_WAIT_MS / 1000)
    # The owner goes first, so that the thread is the last to hold the work.
    owner.deleteLater()
    del task, owner, said
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: bool(where), timeout=_WAIT_MS)
    assert where == [threading.main_thread()]


def test_a_quiet_task_that_is_stopped_tells_nobody(parent: QWidget, qtbot: QtBot) -> None:
    at_work, go_on, found = threading.Event(), threading.Event(), list[object]()

    def work() -> object:
        at_work.set()
        go_on.wait(_WAIT_MS / 1000)
        step(1, 2, "next")
        return "made"

    task = QuietTask(parent, work, found.append, found.append)
    gone = list[bool]()
    task.destroyed.connect(lambda *_: gone.append(True))
    task.start()
    assert at_work.wait(_WAIT_MS / 1000)
    task.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(gone), timeout=_WAIT_MS)
    assert found == []
