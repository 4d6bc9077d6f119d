"""How long the window stands still: a heart beats in it every few milliseconds, and the longest pause between two beats is told.

What a person waits for may take its time, as long as the window is painted meanwhile and can be stopped. So this counts what the
window's own thread does between two looks at its events: its processor time, not the clock on the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from trajecto_desktop.ui.main_window import MainWindow

_BEAT_MS = 3
_LOOK_MS = 20
_CALM_S = 0.3
_LONGEST_S = 60.0
_LITTLE_S = 0.006
"""Less than this in a look is rest: the cursor that blinks, a journal that is safe."""


class Heart:
    """Beats in the window's thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = self.longest_s = 0.0

    def longest_ms(self, action: Callable[[], object]) -> float:
        """The longest pause from an action on until everything that it led to is done, in milliseconds."""
        from PySide6.QtCore import QTimer

        self.longest_s, self._last = 0.0, time.thread_time()
        self._timer.start()
        # From the event loop, as a key or a menu would.
        QTimer.singleShot(0, action)
        wait_until_calm()
        self._beat()
        self._timer.stop()
        return self.longest_s * 1000

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


def wait_until_calm() -> None:
    """Until the window has done nothing for a while: no row is laid out any more, nothing is listed, no thread is waited for."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QProgressDialog

    begin = calm = time.monotonic()
    while time.monotonic() - begin < _LONGEST_S and time.monotonic() - calm < _CALM_S:
        before = time.process_time()
        QTest.qWait(_LOOK_MS)
        waiting = any(isinstance(each, QProgressDialog) and each.isVisible() for each in QApplication.topLevelWidgets())
        if waiting or time.process_time() - before > _LITTLE_S:
            calm = time.monotonic()


def gestures(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What large files made slow once, each with its name; what follows one another builds on what came before."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractItemView

    run = window.actions_registry.run

    def place() -> Any:
        workspace = window.workspace
        assert workspace is not None, "a file is open"
        return workspace.current_place

    def table() -> QAbstractItemView:
        views = [view for view in window.findChildren(QAbstractItemView) if view.isVisible()]
        return max(views, key=lambda view: view.width() * view.height())

    yield "fiche: a word in the filter", lambda: (window.show_place("fiche"), place().filter_bar.set_text("gezin"))
    yield "fiche: to the next hit, where there is none", lambda: (place().filter_bar.set_text("zzzz"), run("find_next"))
    yield "fiche: no filter", lambda: place().filter_bar.set_text("")
    yield "save", lambda: run("save")
    yield (
        "overview: a word in the filter",
        lambda: (window.show_place("overview"), place().filter_bar.set_text("gezin")),
    )
    yield "overview: no filter", lambda: place().filter_bar.set_text("")
    yield "overview: all colours on one screen", lambda: place().view.set_zoom(0)
    yield "overview: back to wordings", lambda: place().view.set_zoom(20)
    yield "overview: everything selected", lambda: table().selectAll()
    yield "overview: everything coded", lambda: QTest.keyClick(table(), Qt.Key.Key_2)
    yield "overview: everything undone", lambda: run("undo")
    yield "overview: everything copied", lambda: run("copy")
    yield "overview: one cell selected", lambda: table().setCurrentIndex(table().model().index(2, 1))
    yield "counts: everything selected", lambda: (window.show_place("counts"), table().selectAll())
    yield "counts: another measure", lambda: place().measure_box.setCurrentIndex(2)
    for number, name in ((1, "group"), (2, "form"), (3, "look-alikes"), (0, "characteristic")):
        yield f"counts: per {name}", lambda number=number: place().tabs.setCurrentIndex(number)
    yield "fiche: shown again", lambda: window.show_place("fiche")


def replacing(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The dialog that replaces words, over all entries; it closes itself when it has."""
    from trajecto_desktop.ui.dialogs.replace import ReplaceDialog

    workspace = window.workspace
    assert workspace is not None, "a file is open"
    bridge = workspace.bridge
    dialogs: list[ReplaceDialog] = []

    def opened() -> QDialog:
        dialogs.append(ReplaceDialog(bridge, bridge.document.form_names[0], window))
        dialogs[0].show()
        return dialogs[0]

    def replaced() -> None:
        dialogs[0].replace_button.click()
        assert bridge.undo_stack.canUndo(), "words were replaced"

    yield "replace: the dialog", opened
    yield "replace: a word that stands in most entries", lambda: dialogs[0].words.setText("en")
    yield "replace: by what", lambda: dialogs[0].by.setText("en/of")
    yield "replace: all of them", replaced
    yield "replace: undone", lambda: window.actions_registry.run("undo")
    yield "replace: made again", lambda: window.actions_registry.run("redo")
    yield "replace: saved", lambda: window.actions_registry.run("save")
    yield "replace: undone after the save", lambda: window.actions_registry.run("undo")
