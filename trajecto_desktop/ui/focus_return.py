"""Dialogs come whole on the screen, and the keyboard goes back when they close, also where no window manager sees to that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMainWindow

_PATIENCE_MS = 50
"""A window manager that hands out the keyboard has done so by then."""


def say_in_words(dialog: QDialog) -> None:
    """Take the pictures from the usual buttons: words say it, and some systems put them on those of Qt's own dialogs alone."""
    for button in (button for box in dialog.findChildren(QDialogButtonBox) for button in box.buttons()):
        if not button.icon().isNull():
            button.setIcon(QIcon())


def keep_on_screen(dialog: QDialog) -> None:
    """Make a dialog no larger than the screen, and bring all of it in sight; Qt's own may be larger."""
    room = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    around = frame.size() - dialog.size()
    if frame.width() > room.width() or frame.height() > room.height():
        dialog.resize(dialog.size().boundedTo(room.size() - around))
        frame = dialog.frameGeometry()
    if not room.contains(frame):
        left = max(min(frame.left(), room.right() + 1 - frame.width()), room.left())
        dialog.move(left, max(min(frame.top(), room.bottom() + 1 - frame.height()), room.top()))


class FocusReturn(QObject):
    """Watches dialogs that have the keyboard.

    Args:
        window: the window that gets it back when a dialog is gone and nobody else took it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_changed)

    def _on_changed(self, now: QWindow | None) -> None:
        # Qt says nothing when the keyboard is lost with a window that goes; the window itself does.
        if now is not None and now is not self._window.windowHandle():
            now.visibleChanged.connect(self._on_shown_or_gone)
            dialog = QApplication.activeWindow()
            if isinstance(dialog, QDialog) and dialog.windowHandle() == now:
                say_in_words(dialog)
                keep_on_screen(dialog)

    def _on_shown_or_gone(self, visible: bool) -> None:
        if not visible:
            QTimer.singleShot(_PATIENCE_MS, self, self._take_back)

    def _take_back(self) -> None:
        if QGuiApplication.focusWindow() is None and self._window.isVisible() and not self._window.isMinimized():
            self._window.activateWindow()
