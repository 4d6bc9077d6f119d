"""Opening a workbook whose headers are not known: the table is pointed out with the keyboard, once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from other_layouts import write_other
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MainWindow
from trajecto_desktop.ui.dialogs.point_out import FORM, PointOutDialog

_KEY = Qt.Key


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered here is not the person's."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "config"))


@pytest.fixture
def dialog(make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot) -> PointOutDialog:
    """The dialog over a window, on a file with a legend in words of its own."""
    window = make_window()
    found = PointOutDialog(write_other(tmp_path / "a.xlsx", legend=True), window.messages, window)
    qtbot.addWidget(found)
    found.show()
    assert QTest.qWaitForWindowActive(found)
    return found


def _select(dialog: PointOutDialog, excel_row: int, first: int, last: int | None = None) -> None:
    """Move the cursor with the keyboard and stretch the selection to the right."""
    QTest.keyClick(dialog.grid, _KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(excel_row - 1):
        QTest.keyClick(dialog.grid, _KEY.Key_Down)
    for _ in range(first - 1):
        QTest.keyClick(dialog.grid, _KEY.Key_Right)
    for _ in range((last or first) - first):
        QTest.keyClick(dialog.grid, _KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def _columns(dialog: PointOutDialog) -> dict[int, str]:
    return dict(sorted(dialog._roles.items()))


def test_opening_such_a_file_asks_and_opens_what_was_pointed_out(
    make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    path = write_other(tmp_path / "a.xlsx")

    def point() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PointOutDialog)
        _select(dialog, 4, 1)
        QTest.keyClicks(dialog.grid, "0")
        _select(dialog, 4, 2)
        QTest.keyClicks(dialog.grid, "r")
        _select(dialog, 4, 3)
        QTest.keyClicks(dialog.grid, "k")
        _select(dialog, 4, 6)
        QTest.keyClicks(dialog.grid, "0")
        _select(dialog, 4, 4, 5)
        QTest.keyClicks(dialog.grid, "v")
        _select(dialog, 4, 7)
        QTest.keyClicks(dialog.grid, "o")
        assert _columns(dialog) == {2: "group", 3: "adapted", 4: FORM, 5: FORM, 7: "remarks"}
        QTest.keyClick(dialog.grid, _KEY.Key_Return)

    QTimer.singleShot(100, point)
    workspace = window.open_path(path)
    assert workspace is not None
    assert workspace.bridge.document.form_names == ("Vorm A", "Vorm B")
    # A first try can be mended: it is asked again, and the file opens anew.
    QTimer.singleShot(100, lambda: QTest.keyClick(QApplication.activeModalWidget().grid, _KEY.Key_Return))
    window.actions_registry.run("point_out")
    assert window.workspace is not None
    assert window.workspace is not workspace
    assert window.close_workspace(window.workspace)
    # Another file with this header is not asked about.
    again = window.open_path(write_other(tmp_path / "b.xlsx", rows_above=5))
    assert again is not None
    assert again.bridge.document.form_names == ("Vorm A", "Vorm B")


def test_giving_up_opens_nothing(make_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    window = make_window()
    QTimer.singleShot(100, lambda: QTest.keyClick(QApplication.activeModalWidget(), _KEY.Key_Escape))
    assert window.open_path(write_other(tmp_path / "a.xlsx")) is None


def test_a_workbook_without_any_cell_is_told_and_not_asked_about(
    make_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "leeg.xlsx")
    window = make_window()
    said: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        QTest.keyClick(box, _KEY.Key_Return)

    QTimer.singleShot(100, close)
    assert window.open_path(tmp_path / "leeg.xlsx") is None
    assert "herkend" in said[0]


def test_the_header_row_and_the_colours_of_the_legend_can_be_pointed_out(dialog: PointOutDialog, qtbot: QtBot) -> None:
    _select(dialog, 4, 4)
    QTest.keyClicks(dialog.grid, "h")
    assert dialog._header_row == 4
    _select(dialog, 1, 9)

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(3):
            QTest.keyClick(menu, _KEY.Key_Down)
        QTest.keyClick(menu, _KEY.Key_Return)

    QTimer.singleShot(100, choose)
    QTest.keyClicks(dialog.grid, "l")
    assert dialog._legend == {"not_parallel": (1, 9)}
    QTest.keyClick(dialog.grid, _KEY.Key_Return)
    assert dialog.opened is not None
    document = dialog.opened.document
    assert document.entry("Vorm A", document.characteristics[0].key).code == "not_parallel"


def test_the_summary_says_what_would_be_read_or_what_is_lacking(dialog: PointOutDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.open_button.isEnabled())
    assert "3" in dialog.summary.text()
    for column in range(1, 8):
        _select(dialog, 4, column)
        QTest.keyClicks(dialog.grid, "0")
    qtbot.waitUntil(lambda: "kolom" in dialog.summary.text())
    assert not dialog.open_button.isEnabled()


def test_a_wording_stands_in_one_column_only(dialog: PointOutDialog) -> None:
    for column in (2, 3):
        _select(dialog, 4, column)
        QTest.keyClicks(dialog.grid, "d")
    assert [column for column, role in _columns(dialog).items() if role == "decree"] == [3]
