"""From process start to a usable window, on an invisible screen of Qt's own; what hands do in it stands in `hands`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from .report import Line, Report
from .timing import Sample, children_seconds

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 720)
window.show()
application.processEvents()
print("usable", flush=True)
"""

_OURS = """
import sys
from pathlib import Path
from trajecto_desktop.app import _make_application, make_window, open_files
application = _make_application()
window = make_window(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]) / "state")
window.resize(1280, 720)
window.show()
window.activateWindow()
open_files(window, [Path(sys.argv[1])])
application.processEvents()
"""
_USABLE = """
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
table = application.focusWidget()
row = table.currentIndex().row()
assert table.isVisible() and not table.visibleRegion().isEmpty()
application.sendEvent(table, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
application.processEvents()
assert table.currentIndex().row() > row, "the table has the keyboard and answers it"
print("usable", flush=True)
"""
"""Usable: the table of the file is painted, has the keyboard, and has answered a key and painted the answer."""

Taken = tuple[float, float]
"""Milliseconds of processor time, and by the clock on the wall."""


def measure_start(report: Report, path: Path, folder: Path, rounds: int) -> None:
    """The window with a file and a bare one, in turn: compiled, and as at the first start after installing."""
    ours, bare = _starter(_OURS + _USABLE, path, folder), _starter(_BARE, path, folder)
    _compare(report, "start", ours, bare, rounds, aim=2.0)
    fresh = [_starter(code, path, folder, cold=True) for code in (_OURS + _USABLE, _BARE)]
    _compare(report, "first start ever, nothing compiled", fresh[0], fresh[1], max(1, rounds // 3), aim=None)


def _compare(
    report: Report, what: str, ours: Callable[[], Taken], bare: Callable[[], Taken], rounds: int, aim: float | None
) -> None:
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(rounds)]
    for number, how in enumerate(("processor", "by the clock")):
        mine, theirs = (Sample(tuple(pair[side][number] for pair in pairs)) for side in (0, 1))
        report.add(Line(f"{what}: usable window, {how}", mine.median_ms, "ms", mine.low_ms, mine.high_ms))
        report.add(Line(f"{what}: bare QMainWindow, {how}", theirs.median_ms, "ms", theirs.low_ms, theirs.high_ms))
        ratios = sorted(pair[0][number] / pair[1][number] for pair in pairs)
        middle = ratios[len(ratios) // 2]
        report.add(Line(f"{what}, ratio, {how}", middle, "x", ratios[0], ratios[-1], "bare window", aim))


def _starter(code: str, path: Path, folder: Path, *, cold: bool = False) -> Callable[[], Taken]:
    """Start a process and wait until it says that it is usable; what it does after that does not count.

    Args:
        code: what runs.
        path: the file that is opened.
        folder: for settings, journals and, with `cold`, for compiled modules: a new empty one each time.
        cold: whether nothing is compiled yet.
    """

    def run() -> Taken:
        # Compiled modules are kept between starts, as they are wherever the program is installed.
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if cold:
            environment["PYTHONPYCACHEPREFIX"] = mkdtemp(dir=folder)
        command = [sys.executable, "-c", code, str(path), str(folder)]
        used, start = children_seconds(), time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
            assert process.stdout is not None, "a pipe was asked for"
            line = process.stdout.readline()
            clock = time.perf_counter() - start
            process.kill()
        if line.strip() != b"usable":
            raise SystemExit("The window did not start.")
        return (children_seconds() - used) * 1000, clock * 1000

    return run
