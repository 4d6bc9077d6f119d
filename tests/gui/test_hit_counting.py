"""How many rows a filter lets through in each form: at once where that is quick, a little at a time where it is not."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from trajecto_desktop.ui.panels import fiche_filter
from trajecto_desktop.ui.panels.fiche_filter import FicheFilter, HitCounting


class _Slow:
    """A filter that takes 7 ms a form, by a clock of its own."""

    active = True

    def __init__(self) -> None:
        self.now = 100.0
        self.asked: list[str] = []

    def hits_in(self, form: str) -> int:
        self.now += 0.007
        self.asked.append(form)
        return len(self.asked)


@pytest.fixture
def slow(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> _Slow:
    made = _Slow()
    monkeypatch.setattr(fiche_filter, "perf_counter", lambda: made.now)
    return made


def _counting(slow: _Slow, owner: QObject) -> tuple[HitCounting, list[dict[str, int]]]:
    counting = HitCounting(cast("FicheFilter", slow), owner)
    told: list[dict[str, int]] = []
    counting.counted.connect(told.append)
    return counting, told


def test_what_can_be_done_at_once_is_done_at_once(slow: _Slow) -> None:
    owner = QObject()
    counting, told = _counting(slow, owner)
    counting.start("B", ["A", "B", "C"])
    assert told == [{"B": 1, "A": 2, "C": 3}]


def test_what_will_not_be_done_in_time_waits_after_the_form_one_looks_at(slow: _Slow, qapp: QApplication) -> None:
    owner = QObject()
    counting, told = _counting(slow, owner)
    forms = [f"Vorm {number}" for number in range(20)]
    counting.start("Vorm 7", forms)
    assert slow.asked == ["Vorm 7"], "the letter waits for no other form"
    assert told == [{"Vorm 7": 1}]
    for _ in range(200):
        qapp.processEvents()
    assert set(told[-1]) == set(forms), "the others follow"
