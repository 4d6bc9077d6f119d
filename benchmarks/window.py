"""From process start to a usable window, from key to painted cell, scrolling and filtering: on an invisible screen of Qt's own."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .report import Line, Report
from .timing import Sample, children_seconds, in_turn, once

_KEYS = 240

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 720)
window.show()
application.processEvents()
print("painted", flush=True)
"""

OURS = """
import sys
from pathlib import Path
from trajecto_desktop.app import _make_application, make_window, open_files
application = _make_application()
window = make_window(application, Path(sys.argv[2]) / "settings.json")
window.resize(1280, 720)
window.show()
open_files(window, [Path(sys.argv[1])])
application.processEvents()
print("painted", flush=True)
"""


def _start(code: str, *arguments: str, compiled: Path | None = None) -> Callable[[], None]:
    """Start a process and wait until it says that it has painted; what it does after that does not count.

    Args:
        code: what runs.
        arguments: of that code.
        compiled: an empty folder for compiled modules, for a start like the first one after installing.
    """

    def run() -> None:
        # Compiled modules are kept between starts, as they are wherever the program is installed.
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if compiled is not None:
            environment["PYTHONPYCACHEPREFIX"] = str(compiled)
        command = [sys.executable, "-c", code, *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
            assert process.stdout is not None, "a pipe was asked for"
            line = process.stdout.readline()
            process.kill()
        if line.strip() != b"painted":
            raise SystemExit("The window did not start.")

    return run


def measure(report: Report, path: Path, folder: Path, rounds: int) -> None:
    """All figures of the window."""
    ours, bare = in_turn(rounds, _start(OURS, str(path), str(folder)), _start(BARE), clock=children_seconds)
    first = once(_start(OURS, str(path), str(folder), compiled=folder / "compiled"), children_seconds)
    report.add(Line("start: window with the overview, nothing compiled yet", first, "ms", first, first))
    report.add(Line("start: window with the overview", ours.median_ms, "ms", ours.low_ms, ours.high_ms))
    report.add(Line("start: bare QMainWindow", bare.median_ms, "ms", bare.low_ms, bare.high_ms))
    pairs = sorted(a / b for a, b in zip(ours.times_ms, bare.times_ms, strict=True))
    report.add(Line("start, ratio", pairs[len(pairs) // 2], "x", pairs[0], pairs[-1], "bare window", 2.0))
    _measure_hands(report, path)


def _measure_hands(report: Report, path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Deferred: the measurements before this one must not share a process with Qt.
    from PySide6.QtCore import QModelIndex, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    from trajecto_desktop.app import _make_application, make_window
    from trajecto_desktop.ui.workspace import Workspace

    application = _make_application()
    with tempfile.TemporaryDirectory() as settings:
        window = make_window(application, Path(settings) / "settings.json")
        window.resize(1280, 720)
        window.show()
        window.open_path(path)
        application.processEvents()
        workspace = window.findChild(Workspace)
        assert workspace is not None, "a file is open"
        for place in ("fiche", "overview"):
            shown = workspace.show_place(place)
            application.processEvents()
            views = [v for v in shown.findChildren(QAbstractItemView) if v.isVisible()]
            view = max(views, key=lambda v: v.width() * v.height())
            view.setFocus()
            # Two codes in turn: where the cursor stays, the second press of one code would change nothing.
            codes = itertools.cycle((Qt.Key.Key_1, Qt.Key.Key_2))
            start = view.currentIndex()

            def to_top(view: QAbstractItemView = view, start: QModelIndex = start) -> None:
                view.setCurrentIndex(start)
                QApplication.processEvents()

            def key(view: QAbstractItemView = view, codes: Iterator[Qt.Key] = codes) -> None:
                QTest.keyClick(view, next(codes))
                view.viewport().repaint()

            # What follows the cell (the pane beside it, counts) is painted before the next key, and is not in the figure.
            _p99(report, f"{place}: key to painted cell", key, _KEYS, after=QApplication.processEvents, top=to_top)

            def all_of(view: QAbstractItemView = view, codes: Iterator[Qt.Key] = codes) -> None:
                QTest.keyClick(view, next(codes))
                QApplication.processEvents()

            _p99(report, f"{place}: key to the whole window painted", all_of, _KEYS, top=to_top, aim=None)
            bar = view.verticalScrollBar()

            def scroll(view: QAbstractItemView = view) -> None:
                bar = view.verticalScrollBar()
                bar.setValue((bar.value() + 40) % max(1, bar.maximum()))
                view.viewport().repaint()

            if bar.maximum():
                _p99(report, f"{place}: scroll to painted", scroll, 200)


def _p99(
    report: Report,
    what: str,
    action: Callable[[], None],
    times: int,
    after: Callable[[], object] = lambda: None,
    top: Callable[[], object] = lambda: None,
    aim: float | None = 16.0,
) -> None:
    """Do it so many times and report the slowest of a hundred; the very first time, which loads things, does not count.

    Args:
        report: where the figure goes.
        what: its name.
        action: what is timed.
        times: how often.
        after: done each time, outside the figure.
        top: done before the first and every 60 times, before the last row is reached.
        aim: of the figure, in milliseconds.
    """
    found = []
    for number in range(times + 1):
        if number % 60 == 0:
            top()
        start = time.process_time()
        action()
        found.append((time.process_time() - start) * 1000)
        after()
    sample = Sample(tuple(found[1:]))
    value = sample.percentile_ms(0.99)
    report.add(Line(f"{what}, p99", value, "ms", sample.median_ms, sample.high_ms, "one frame", aim))
