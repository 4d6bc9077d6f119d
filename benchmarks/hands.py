"""What a hand asks of the open window and how long until it is painted: keys, scrolling, filtering, places, large gestures.

On an invisible screen of Qt's own, in the usual size. A key is timed until all that it led to is painted, the list of forms and
the status bar included; only what waits for the hand to rest (the pane beside the cell) is not in it.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .holds import Heart, gestures, replacing
from .report import Line, Report
from .timing import Sample

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from trajecto_desktop.ui.main_window import MainWindow
    from trajecto_desktop.ui.panels.place import Place

PLACES = ("fiche", "overview", "counts", "review", "feedback")
_KEYS = 240
_SCROLLS = 200
_STEP = 40
"""Pixels scrolled at a time: a notch of the wheel and a bit."""
_ONE_FRAME_MS = 16.0
_FREEZE_MS = 100.0
_FILTER_MS = 50.0
_BLOCK = 2000
"""Cells coded in one gesture."""


def measure_hands(report: Report, path: Path, size: str, rounds: int) -> None:
    """All of it for one file; `size` stands behind each name, such as `10x10`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Deferred: the measurements before this one must not share a process with Qt.
    from trajecto_desktop.app import _make_application, make_window

    _quiet()
    application = _make_application()
    with tempfile.TemporaryDirectory() as settings:
        window = make_window(application, Path(settings) / "settings.json")
        window.resize(1280, 720)
        window.show()
        # A copy that can be written, because it is saved.
        file = Path(shutil.copyfile(path, Path(settings) / "werk.xlsx"))
        hands = _Hands(report, window, size)
        hands.measure_opening(file)
        _rest()
        hands.measure_first(PLACES)
        for place in PLACES:
            hands.measure_place(place)
        hands.measure_going(rounds)
        hands.measure_gestures()
        hands.measure_holds()
        for workspace in window.workspaces:
            workspace.bridge.undo_stack.setClean()
        # Qt without a screen frees what is on the clipboard after Python has gone, and falls over what Python made.
        application.clipboard().clear()
        window.close()
        window.deleteLater()
        _rest()


def _quiet() -> None:
    """Keep what Qt's invisible screen says of itself at every window out of the figures; other messages are written."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(qFormatLogMessage(kind, context, message), file=sys.stderr)

    qInstallMessageHandler(take)


class _Hands:
    """The hands on one window."""

    def __init__(self, report: Report, window: MainWindow, size: str) -> None:
        self._report, self._window, self._size = report, window, size

    def measure_opening(self, path: Path) -> None:
        """Open the file, while the window goes on."""
        taken = Heart().longest_ms(lambda: self._window.open_path(path))
        self._add("longest hold: opening the file", Sample((taken,)), _FREEZE_MS)

    def measure_holds(self) -> None:
        """What large files make long, and how long the window stands still for it."""
        heart = Heart()
        for name, action in (*gestures(self._window), *replacing(self._window)):
            self._add(f"longest hold: {name}", Sample((heart.longest_ms(action),)), _FREEZE_MS)

    def measure_first(self, places: tuple[str, ...]) -> None:
        """The first key ever, which loads what a first change needs; then each place for the first time.

        What follows is measured with all places made, each of them listening to the document.
        """
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        view = _table_of(self._place(places[0]))
        taken = _timed(lambda: QTest.keyClick(view, Qt.Key.Key_1))
        self._add("fiche: first key ever", Sample((taken,)), None)
        for place in places[1:]:
            taken = _timed(lambda place=place: self._window.show_place(place))
            self._add(f"{place}: for the first time", Sample((taken,)), None)
            _rest()

    def measure_place(self, place: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        view = _table_of(self._place(place))
        if view is None:
            # Feedback without a remark shows no list.
            return
        view.setFocus()
        # Codes where there are codes; two in turn: the second press of one code in one cell would change nothing.
        keys = (Qt.Key.Key_1, Qt.Key.Key_2) if place in ("fiche", "overview") else (Qt.Key.Key_Down,)
        turn = itertools.cycle(keys)
        start = view.currentIndex()

        def to_top() -> None:
            view.setCurrentIndex(start)
            _rest()

        steps = self._steps()
        self._p99(f"{place}: key to painted", lambda: QTest.keyClick(view, next(turn)), _KEYS, top=to_top)
        assert len(keys) == 1 or self._steps() > steps, "the keys coded"
        self._p99(f"{place}: arrow to painted", lambda: QTest.keyClick(view, Qt.Key.Key_Down), 120, top=to_top)
        bar = view.verticalScrollBar()
        if bar.maximum():
            step = lambda: bar.setValue((bar.value() + _STEP) % bar.maximum())  # noqa: E731
            self._p99(f"{place}: scroll to painted", step, _SCROLLS)
        across = view.horizontalScrollBar()
        if across.maximum():
            sideways = lambda: across.setValue((across.value() + _STEP) % across.maximum())  # noqa: E731
            self._p99(f"{place}: scroll sideways to painted", sideways, _SCROLLS)

    def measure_going(self, rounds: int) -> None:
        """Typing in the filter, other forms, other places, the command palette."""
        from PySide6.QtTest import QTest

        fiche = self._place("fiche")
        field = fiche.filter_bar.field  # type: ignore[attr-defined]
        letters = []
        for _ in range(rounds):
            letters += [_timed(lambda letter=letter: QTest.keyClicks(field, letter)) for letter in "gezin"]
            letters.append(_timed(field.clear))
        self._add("filter: each letter typed to painted", Sample(tuple(letters)), _FILTER_MS)
        run = self._window.actions_registry.run
        forms = [_timed(lambda: run("next_form")) for _ in range(2 * rounds)]
        self._add("another form to painted", Sample(tuple(forms)), _FREEZE_MS)
        places = itertools.islice(
            itertools.cycle(("overview", "fiche", "counts", "fiche", "review", "feedback")), 6 * rounds
        )
        going = [_timed(lambda place=place: self._window.show_place(place)) for place in places]
        self._add("another place, shown before, to painted", Sample(tuple(going)), _FREEZE_MS)
        self._place("fiche")
        self._add("command palette to painted", Sample(tuple(self._palette() for _ in range(rounds))), _FREEZE_MS)

    def _palette(self) -> float:
        from trajecto_desktop.ui.dialogs.command_palette import CommandPalette

        taken = _timed(lambda: self._window.actions_registry.run("palette"))
        for palette in self._window.findChildren(CommandPalette):
            palette.close()
        self._window.activateWindow()
        _rest()
        return taken

    def measure_gestures(self) -> None:
        """A block coded in one go, taken back and made again."""
        from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
        from PySide6.QtTest import QTest

        view = _table_of(self._place("overview"))
        model = view.model()
        columns = min(model.columnCount(), 40)
        rows = min(model.rowCount(), max(1, _BLOCK // columns))
        block = QItemSelection(model.index(0, 0), model.index(rows - 1, columns - 1))
        view.setFocus()
        view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        _rest()
        steps = self._steps()
        name = f"a block of {rows * columns} cells"
        self._add(f"{name}: coded", Sample((_timed(lambda: QTest.keyClick(view, Qt.Key.Key_3)),)), _FREEZE_MS)
        assert self._steps() == steps + 1, "the block was coded, as one step"
        for action in ("undo", "redo"):
            taken = _timed(lambda action=action: self._window.actions_registry.run(action))
            self._add(f"{name}: {action}", Sample((taken,)), _FREEZE_MS)

    def _steps(self) -> int:
        workspace = self._window.workspace
        return workspace.bridge.undo_stack.count() if workspace is not None else 0

    def _place(self, place: str) -> Place:
        self._window.show_place(place)
        _rest()
        workspace = self._window.workspace
        assert workspace is not None, "a file is open"
        assert workspace.current_place is not None, "in a place"
        return workspace.current_place

    def _add(self, what: str, sample: Sample, aim: float | None) -> None:
        value = sample.percentile_ms(0.99)
        self._report.add(Line(f"{what}, {self._size}", value, "ms", sample.low_ms, sample.high_ms, "", aim))

    def _p99(
        self, what: str, action: Callable[[], object], times: int, top: Callable[[], object] = lambda: None
    ) -> None:
        """Do it so many times and report the slowest of a hundred; the very first time, which loads things, does not count.

        `top` is done before the first and every 60 times, before the last row is reached.
        """
        found = []
        for number in range(times + 1):
            if number % 60 == 0:
                top()
            found.append(_timed(action))
        sample = Sample(tuple(found[1:]))
        value = sample.percentile_ms(0.99)
        line = Line(
            f"{what}, p99, {self._size}", value, "ms", sample.median_ms, sample.high_ms, "one frame", _ONE_FRAME_MS
        )
        self._report.add(line)


def _timed(action: Callable[[], object]) -> float:
    """Processor time of an action until everything is painted, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    start = time.process_time()
    action()
    QApplication.processEvents()
    return (time.process_time() - start) * 1000


def _rest() -> None:
    """Wait until nothing is left to do: rows that are measured in quiet moments, the pane that follows the cell."""
    from PySide6.QtTest import QTest

    QTest.qWait(250)


def _table_of(place: Place) -> QAbstractItemView | None:
    """The largest table of a place, if it shows one."""
    from PySide6.QtWidgets import QAbstractItemView

    views = [view for view in place.findChildren(QAbstractItemView) if view.isVisible()]
    return max(views, key=lambda view: view.width() * view.height(), default=None)
