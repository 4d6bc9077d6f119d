"""Work that its caller waits for: the window lives meanwhile, keys wait, and stopping stops the work itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trajecto_desktop.errors import UsageError, WorkStoppedError
from trajecto_desktop.services.long_work import step
from trajecto_desktop.ui import waiting
from trajecto_desktop.ui.progress_note import ProgressNote
from trajecto_desktop.ui.waiting import done_beside, done_in_slices

_WAIT_S = 5.0


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def stop_when_shown(parent: QWidget) -> list[str]:
    """Press Esc on the note as soon as it is there; what it said stands in the list."""
    said: list[str] = []
    timer = QTimer(parent, interval=20)

    def look() -> None:
        note = parent.findChild(ProgressNote)
        if note is not None and note.isVisible() and not said:
            said.append(note.labelText())
            QTest.keyClick(note, Qt.Key.Key_Escape)

    timer.timeout.connect(look)
    timer.start()
    return said


def test_the_window_goes_on_while_work_is_done_in_a_thread(parent: QWidget) -> None:
    beats, go_on = list[threading.Thread](), threading.Event()
    timer = QTimer(parent, interval=5)
    timer.timeout.connect(lambda: (beats.append(threading.current_thread()), len(beats) > 3 and go_on.set()))
    timer.start()
    where: list[threading.Thread] = []

    def work() -> str:
        where.append(threading.current_thread())
        return "made" if go_on.wait(_WAIT_S) else "the window stood still"

    assert done_beside(parent, "Working…", work) == "made"
    assert where != [threading.main_thread()]


def test_short_work_shows_nothing_and_needs_no_events(parent: QWidget) -> None:
    beats: list[bool] = []
    QTimer.singleShot(0, lambda: beats.append(True))
    assert done_beside(parent, "Working…", lambda: 7) == 7
    assert parent.findChild(ProgressNote) is None
    assert beats == [], "nothing else happened in between"


def test_what_work_raises_is_raised_to_who_waits(parent: QWidget) -> None:
    def work() -> None:
        raise UsageError(detail="no such sheet")

    with pytest.raises(UsageError):
        done_beside(parent, "Working…", work)


def test_stopping_work_in_a_thread_stops_it_at_its_next_step(parent: QWidget) -> None:
    said, reached = stop_when_shown(parent), list[int]()

    def work() -> None:
        end = time.monotonic() + _WAIT_S
        while time.monotonic() < end:
            step(len(reached), 10_000, "a sheet")
            reached.append(1)
            time.sleep(0.01)

    with pytest.raises(WorkStoppedError):
        done_beside(parent, "Working…", work)
    assert said
    assert said[0].startswith("Working…")
    assert parent.findChild(ProgressNote) is None or not parent.findChild(ProgressNote).isVisible()


def test_work_in_slices_goes_through_all_and_lets_the_window_live(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_SLICE_S", 0.0)
    beats, at = list[int](), [0]
    timer = QTimer(parent, interval=0)
    timer.timeout.connect(lambda: beats.append(at[0]))
    timer.start()

    def steps() -> Iterator[tuple[int, int]]:
        for number in range(20):
            at[0] = number
            yield number + 1, 20

    assert done_in_slices(parent, "Working…", steps())
    assert at == [19]
    assert len(set(beats)) > 5, "the window had its turn in between"


def test_work_in_slices_can_be_stopped(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_NOTE_AFTER_MS", 0)
    monkeypatch.setattr(waiting, "_SLICE_S", 0.0)
    said, reached = stop_when_shown(parent), list[int]()

    def steps() -> Iterator[tuple[int, int]]:
        end = time.monotonic() + _WAIT_S
        while time.monotonic() < end:
            reached.append(1)
            time.sleep(0.005)
            yield len(reached), 10_000

    assert not done_in_slices(parent, "Working…", steps())
    assert said == ["Working…"]
