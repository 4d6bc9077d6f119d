"""What a hand asks costs the same in a large file as in a small one: counted in calls, which are the same on every machine.

A key, an arrow, a step of the wheel are counted until all they led to is painted, with every place of the window made and
listening. The large file has four times the forms and four times the characteristics of the small one.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from trajecto_desktop.app import place_specs
from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.findings import Finding, Rule, Severity
from trajecto_desktop.domain.later import LaterSequence
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.counts import CountsPlace
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.review import ReviewPlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.theme import Appearance

MOST_CALLS_AN_ENTRY = 100
"""Calls for each entry of a block that is coded, until all is painted."""
PLACES = ("fiche", "overview", "feedback", "counts", "review")
SMALL, LARGE = (20, 100), (80, 400)
"""Forms and characteristics: sixteen times the cells."""
_ROOM = {
    ("counts", "wheel"): 80 * LARGE[0],
    ("counts", "arrow"): 80 * LARGE[0],
    ("overview", "code"): 16 * LARGE[1],
    ("overview", "arrow"): 16 * LARGE[1],
}
"""Calls that a gesture may cost more. By default four for each row: the form in front is counted after a change; in Overzicht
also the ends of the row and the column of what changed, and a step of the wheel where not all fits; in Bevindingen a line that comes in sight counts its forms."""


def document_of(forms: int, characteristics: int) -> Document:
    """A made document: every second entry filled, every tenth with a finding."""
    codes = [legend.code for legend in DEFAULT_PALETTE.judgements]
    names = [f"Vorm {number}" for number in range(forms)]
    rows = [
        Characteristic(
            f"kenmerk-{number}",
            f"Groep {number // 8}",
            RichText.plain_text("Art. 12: 3°"),
            RichText.plain_text(f"woorden {number}"),
        )
        for number in range(characteristics)
    ]
    entries = {
        (name, row.key): Entry(
            RichText.plain_text(f"invulling van {name} bij {row.title}"), code=codes[(i + j) % len(codes)]
        )
        for i, name in enumerate(names)
        for j, row in enumerate(rows)
        if (i + j) % 2
    }
    findings = [
        Finding(Severity.INFO, Rule.HIDDEN, "Blad", "A1", form=name, characteristic=row.key)
        for i, name in enumerate(names)
        for j, row in enumerate(rows)
        if not (i + j) % 10
    ]
    content = Content(
        layout="overview",
        palette=DEFAULT_PALETTE,
        forms=[SupportForm(name) for name in names],
        characteristics=rows,
        entries=entries,
        findings=findings,
    )
    return Document(content)


def calls_of(action: Callable[[], object]) -> int:
    """How many functions of Python's and of C's are called until all that an action led to is painted."""
    count = 0

    def count_one(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    gc.disable()
    sys.setprofile(count_one)
    try:
        action()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


def costliest(action: Callable[[], object], times: int = 12) -> int:
    """The calls of the costliest but one of so many: the first time may lay out what was never shown."""
    return sorted(calls_of(action) for _ in range(times))[-2]


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[dict[str, MainWindow]]:
    """Two windows, one with the small document and one with the large, all places made."""
    found = {}
    for name, size in (("small", SMALL), ("large", LARGE)):
        settings = SettingsFile(None)
        window = found[name] = MainWindow(settings, Appearance(qapp), place_specs())
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        window.add_document(DocumentBridge(document_of(*size)))
        for place in PLACES:
            window.show_place(place)
            QApplication.processEvents()
        _wait_until_listed(window)
    yield found
    for window in found.values():
        for workspace in window.workspaces:
            workspace.bridge.undo_stack.setClean()
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, 52)


def _wait_until(done: Callable[[], bool]) -> None:
    """Until what comes a little at a time is all there, however busy the machine is."""
    for _ in range(600):
        QTest.qWait(50)
        if done():
            return
    pytest.fail("not done after thirty seconds")


def _wait_until_listed(window: MainWindow) -> None:
    """Until all findings are listed: what is done meanwhile would count as the hand's."""
    review = window.findChildren(ReviewPlace)[0]

    def listed() -> bool:
        head = review.tree.topLevelItem(0)
        return head is not None and head.childCount() == len(review.standing())

    _wait_until(listed)


def table_in(window: MainWindow, place: str) -> QAbstractItemView:
    """The largest table of a place, with the keyboard."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.show_place(place)
    QTest.qWait(150)
    assert window.workspace is not None
    shown = window.workspace.current_place
    assert shown is not None
    views = [view for view in shown.findChildren(QAbstractItemView) if view.isVisible()]
    table = max(views, key=lambda view: view.width() * view.height())
    table.setFocus()
    if place == "overview":
        table.setCurrentIndex(table.model().index(2, 1))
    return table


def costs(
    windows: dict[str, MainWindow], place: str, gesture: Callable[[QAbstractItemView], object]
) -> tuple[int, int]:
    """What a gesture costs in the small file and in the large one."""
    found = []
    for window in windows.values():
        table = table_in(window, place)
        found.append(costliest(lambda table=table: gesture(table)))
    return found[0], found[1]


def press(key: Qt.Key) -> Callable[[QAbstractItemView], object]:
    return lambda table: QTest.keyClick(table, key)


def wheel(table: QAbstractItemView) -> None:
    bar = table.verticalScrollBar()
    bar.setValue(bar.value() + 40)


def test_what_a_hand_asks_costs_the_same_in_a_large_file(windows: dict[str, MainWindow]) -> None:
    gestures = {"arrow": press(Qt.Key.Key_Down), "wheel": wheel}
    asked = [
        (place, name, gesture)
        for place in ("fiche", "overview", "counts", "review")
        for name, gesture in gestures.items()
    ]
    # Two codes in turn: the same code again would change nothing.
    codes = cycle((Qt.Key.Key_1, Qt.Key.Key_2))
    asked += [(place, "code", lambda table: QTest.keyClick(table, next(codes))) for place in ("fiche", "overview")]
    found = {(place, name): costs(windows, place, gesture) for place, name, gesture in asked}
    dearer = {what: cost for what, cost in found.items() if cost[1] > 1.1 * cost[0] + _ROOM.get(what, 4 * LARGE[1])}
    assert dearer == {}, found
    assert all(small > 1000 for (place, name), (small, _) in found.items() if name == "code"), "the keys coded"


BLOCK = (80, 15)
"""Rows and columns of a block of entries, headings among the rows."""


def select_block(table: QAbstractItemView) -> None:
    model, flag = table.model(), QItemSelectionModel.SelectionFlag.ClearAndSelect
    block = QItemSelection(model.index(0, 0), model.index(BLOCK[0] - 1, BLOCK[1] - 1))
    table.selectionModel().select(block, flag)


def test_a_block_costs_by_its_entries_and_not_by_the_file(windows: dict[str, MainWindow]) -> None:
    """Each entry is changed and shown; what is counted at the ends of rows and columns follows, and is not counted anew."""
    codes = cycle((Qt.Key.Key_1, Qt.Key.Key_2))

    def code_block(table: QAbstractItemView) -> None:
        select_block(table)
        QTest.keyClick(table, next(codes))

    small, large = costs(windows, "overview", code_block)
    entries = BLOCK[0] * BLOCK[1]
    assert small > entries, "each entry was coded"
    assert large <= 1.1 * small + 4 * LARGE[1], (small, large)
    assert small < MOST_CALLS_AN_ENTRY * entries, (small, entries)


def test_other_counts_over_many_lines_are_asked_for_once(
    windows: dict[str, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = table_in(windows["large"], "counts")
    place = windows["large"].findChildren(CountsPlace)[0]
    place.table.selectAll()
    _wait_until(lambda: place.number.text() != "…")
    known, asked = place.number.text(), list[int]()
    refresh = CountsPlace._refresh
    monkeypatch.setattr(CountsPlace, "_refresh", lambda self: (asked.append(1), refresh(self)))
    place.measure_box.setCurrentIndex(1)
    # The table is empty for a moment, and then has the same lines selected.
    assert len(asked) <= 2, "not for each line that is selected again"
    _wait_until(lambda: place.number.text() != "…")
    assert len(place.selected_keys()) == LARGE[1]
    assert place.number.text() != known or table.model().rowCount() == 0


def test_a_letter_in_the_filter_waits_for_no_other_form(
    windows: dict[str, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where counting takes longer than a moment, the other forms come afterwards."""
    monkeypatch.setattr("trajecto_desktop.ui.panels.fiche_filter._AT_ONCE_S", 0.0)
    table_in(windows["large"], "fiche")
    workspace = windows["large"].workspace
    assert workspace is not None
    fiche = workspace.current_place
    assert isinstance(fiche, FichePlace)
    fiche.filter_bar.set_text("woorden")
    counted = [fiche.forms.hits(row) for row in range(len(fiche.forms.names))]
    assert counted[0] is not None, "the form in front is counted at once"
    assert counted[-1] is None
    _wait_until(lambda: fiche.forms.hits(LARGE[0] - 1) is not None)
    assert [fiche.forms.hits(row) for row in range(len(fiche.forms.names))] == [LARGE[1]] * LARGE[0]


def test_findings_are_listed_a_little_at_a_time_and_in_the_end_all(
    windows: dict[str, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trajecto_desktop.ui.panels.review._AT_ONCE_S", 0.0)
    table_in(windows["large"], "review")
    workspace = windows["large"].workspace
    assert workspace is not None
    review = workspace.current_place
    assert isinstance(review, ReviewPlace)
    review.refresh()
    head = review.tree.topLevelItem(0)
    assert head is not None
    total = len(review.standing())
    assert 0 < head.childCount() < total
    _wait_until(lambda: head.childCount() == total)


def test_places_that_nobody_sees_do_nothing_for_a_change(
    windows: dict[str, MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    table_in(windows["small"], "fiche")
    monkeypatch.setattr(ReviewPlace, "refresh", lambda _self: pytest.fail("the list of findings is not in sight"))
    workspace = windows["small"].workspace
    assert workspace is not None
    bridge = workspace.bridge
    form, key = bridge.document.form_names[0], bridge.document.characteristics[0].key
    bridge.push_entry(form, key, replace(bridge.document.entry(form, key), code="partial"), "Test")
    QApplication.processEvents()


def test_work_that_grows_with_the_file_is_seen(windows: dict[str, MainWindow]) -> None:
    """The measure trips: a gesture that looks at each entry is told apart."""
    small, large = (
        costliest(lambda window=window: [entry.filled for _, entry in window.workspaces[0].bridge.document.entries()])
        for window in windows.values()
    )
    assert large > 1.1 * small + 4 * LARGE[1]


def test_a_large_file_says_that_its_findings_are_being_looked_for_and_then_lists_them(
    qapp: QApplication, windows: dict[str, MainWindow]
) -> None:
    window, begin = windows["small"], threading.Event()
    document = document_of(*LARGE)
    found = list(document.findings)

    def looked_for() -> list[Finding]:
        assert begin.wait(10)
        return found

    document.content.findings = LaterSequence(looked_for)
    window.add_document(DocumentBridge(document))
    window.show_place("review")
    workspace = window.workspace
    assert workspace is not None
    review = workspace.current_place
    assert isinstance(review, ReviewPlace)
    assert review.tree.topLevelItemCount() == 0, "the window did not wait"
    assert not review.tree.isVisible()
    begin.set()
    _wait_until(lambda: review.tree.topLevelItemCount() == 1)
    assert window.focusWidget() is review.tree, "the keyboard goes on in the list"
