"""Every dialog that an action opens can be used whole on a screen of 640 × 360 logical pixels, its buttons in sight."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)

from trajecto_desktop import shipped
from trajecto_desktop.ui import dialogs
from trajecto_desktop.ui.dialogs.command_palette import CommandPalette
from trajecto_desktop.ui.dialogs.roomy import Dialog
from trajecto_desktop.ui.dialogs.settings_dialog import SettingsDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.settings import Settings, SettingsFile

ROOM = QSize(640, 360)


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What was wrong with each dialog that was shown, by the name of its class."""
    found: dict[str, list[str]] = {}

    def look(dialog: Dialog) -> int:
        dialog.show()
        QApplication.processEvents()
        found.setdefault(type(dialog).__name__, []).extend(faults_of(dialog))
        dialog.reject()
        return 0

    monkeypatch.setattr(Dialog, "room", lambda _self: ROOM)
    monkeypatch.setattr(Dialog, "exec", look)
    monkeypatch.setattr(Dialog, "open", look)
    for kind in (QMessageBox, QInputDialog, QFileDialog, QPrintDialog, QPrintPreviewDialog):
        monkeypatch.setattr(kind, "exec", lambda _self: 0)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_more: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_more: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "")
    return found


def faults_of(dialog: QDialog) -> list[str]:
    faults = []
    if dialog.width() > ROOM.width() or dialog.height() > ROOM.height():
        faults.append(f"{dialog.width()} × {dialog.height()}")
    buttons = [button for box in dialog.findChildren(QDialogButtonBox) for button in box.findChildren(QPushButton)]
    for button in buttons:
        corner = button.mapTo(dialog, button.rect().bottomRight())
        if button.isVisible() and not dialog.rect().contains(corner):
            faults.append(f"{button.text()} out of sight")
    areas = dialog.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    sideways = [area.horizontalScrollBar().maximum() for area in areas]
    faults += [f"scrolls sideways by {pixels}" for pixels in sideways if pixels]
    for label in dialog.findChildren(QLabel):
        words = label.text().replace("&", "")
        plain = label.isVisible() and not label.wordWrap() and "<" not in words and "\n" not in words
        if plain and label.width() < label.fontMetrics().horizontalAdvance(words):
            faults.append(f"{words} is cut off")
    for widget in dialog.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and not widget.focusProxy()
        inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        if takes and not inner and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            faults.append(f"{type(widget).__name__} {widget.objectName()} has no name")
    return faults


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_dialog_fits_the_smallest_screen_and_each_field_has_a_name(
    language: str,
    settings: SettingsFile,
    make_window: Callable[[], MainWindow],
    tmp_path: Path,
    met: dict[str, list[str]],
) -> None:
    settings.values.language = language
    settings.values.author = "An"
    window = make_window()
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes((shipped.samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    window.open_path(file)
    window.resize(ROOM)
    QApplication.processEvents()

    for spec in window.actions_registry.specs:
        if spec.id not in ("quit", "close", "palette"):
            window.actions_registry.run(spec.id)

    assert len(met) >= 12, sorted(met)
    assert {name: faults for name, faults in met.items() if faults} == {}


def test_every_dialog_of_the_window_is_one_that_fits() -> None:
    kinds: set[type[QWidget]] = set()
    for module in pkgutil.iter_modules(dialogs.__path__):
        found = import_module(f"{dialogs.__name__}.{module.name}")
        kinds |= {kind for _, kind in inspect.getmembers(found, inspect.isclass) if issubclass(kind, QDialog)}
    ours = {kind for kind in kinds if kind.__module__.startswith("trajecto_desktop")} - {CommandPalette}

    assert {kind.__name__ for kind in ours if not issubclass(kind, Dialog)} == set()


def test_a_dialog_that_is_too_high_scrolls_above_its_buttons(
    make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dialog, "room", lambda _self: QSize(300, 120))
    dialog = SettingsDialog(Settings(), make_window())
    dialog.show()
    QApplication.processEvents()

    assert dialog.height() <= 120
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert box.mapTo(dialog, box.rect().bottomLeft()).y() < dialog.height()
    dialog.author.setFocus()
    for _ in range(10):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        middle = focused.mapTo(dialog, focused.rect().center())
        assert dialog.rect().contains(middle), focused
    dialog.reject()
    dialog.deleteLater()
