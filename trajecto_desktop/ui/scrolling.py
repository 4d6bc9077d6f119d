"""Areas that scroll: they bring what has the keyboard in sight, however it got there; their viewport is ours."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid


class _FocusInSight(QObject):
    """Follows the keyboard through one area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._area):  # the keyboard moves on while the area goes
            return
        content = self._area.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)


def keep_focus_in_sight(area: QScrollArea) -> None:
    """Scroll to what gets the keyboard; Qt does so for Tab within the area alone."""
    _FocusInSight(area)


def show_whole(area: QScrollArea, widget: QWidget) -> None:
    """Scroll until all of a widget is in sight, once it has found its place; of what is too high for that, its beginning."""

    def scroll() -> None:
        content = area.widget()
        if content is None or not content.isAncestorOf(widget):
            return
        top = widget.mapTo(content, widget.rect().topLeft()).y()
        bar = area.verticalScrollBar()
        bar.setValue(min(max(bar.value(), top + widget.height() - area.viewport().height()), top))

    QTimer.singleShot(0, widget, scroll)


def make_viewport(area: QAbstractScrollArea) -> None:
    """Give an area a viewport like the one it has, made here.

    Of a widget that Qt made, PySide finds out the class when it is first asked for: it loads every class of widget there is, with
    the enumerations of each (7 ms, when a window starts).
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
