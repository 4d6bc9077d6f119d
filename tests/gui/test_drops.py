"""Files that are dropped: on the window they open, on a form they are compared with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trajecto_desktop.ui.dialogs.compare_fiches import CompareDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _fiche(window: MainWindow) -> FichePlace:
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    return place


def _drop(place: FichePlace, data: QMimeData, at: QPoint) -> tuple[bool, str]:
    """Drag and drop over the list of forms; says whether it was taken, and the note while it was held."""
    view = place.form_list.viewport()
    notes: list[str] = []
    place.status_changed.connect(notes.append)
    enter = QDragEnterEvent(at, COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(view, enter)
    move = QDragMoveEvent(at, COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(view, move)
    drop = QDropEvent(QPointF(at), COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(view, drop)
    place.status_changed.disconnect(notes.append)
    return move.isAccepted() and drop.isAccepted(), notes[0] if notes else ""


def test_a_fiche_dropped_on_a_form_is_compared(
    make_window: Callable[[], MainWindow], overview_copy: Path, shared_dir: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_path(overview_copy)
    place = _fiche(window)
    fiche = min((shared_dir / "fixtures" / "fiches").glob("*.xlsx"))
    seen: list[CompareDialog] = []

    def close() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, CompareDialog) and dialog.isVisible():
                seen.append(dialog)
                timer.stop()
                dialog.reject()

    timer = QTimer(window, interval=50)
    timer.timeout.connect(close)
    timer.start()
    taken, note = _drop(place, _files(fiche), place.form_list.visualRect(place.forms.index(1, 0)).center())
    assert taken
    assert note == f"Laat los om te vergelijken met {place.forms.names[1]}"
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert len(window.workspaces) == 1


def test_below_the_last_form_and_for_other_files_the_list_takes_nothing(fiche: FichePlace, tmp_path: Path) -> None:
    below = QPoint(10, fiche.form_list.viewport().height() - 2)
    assert _drop(fiche, _files(tmp_path / "a.xlsx"), below) == (False, "")
    first = fiche.form_list.visualRect(fiche.forms.index(0, 0)).center()
    assert not _drop(fiche, _files(tmp_path / "a.pdf"), first)[0]


def test_files_dropped_on_the_window_are_opened(window: MainWindow, overview_copy: Path) -> None:
    data = _files(overview_copy)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(600, 300), COPY, data, LEFT, NO_KEY))
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 300), COPY, data, LEFT, NO_KEY))
    assert [w.bridge.path for w in window.workspaces][-1] == overview_copy
