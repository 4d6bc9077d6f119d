"""What is typed, ticked or pressed has a border of 3 : 1 against what it stands on, as painted (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trajecto_desktop.domain.colour import DEFAULT_PALETTE, contrast
from trajecto_desktop.ui.panels.code_buttons import CodeButtons, PlainButton
from trajecto_desktop.ui.panels.start import Tile
from trajecto_desktop.ui.theme import Appearance

_ROOM = 12


def _combo(editable: bool) -> QComboBox:
    box = QComboBox()
    box.setEditable(editable)
    box.addItems(["een", "twee"])
    return box


def _checked(box: QCheckBox) -> QCheckBox:
    box.setChecked(True)
    return box


def _plain_button() -> QWidget:
    return PlainButton("geen code", "0")


INPUTS: dict[str, Callable[[], QWidget]] = {
    "line": lambda: QLineEdit("woord"),
    "combo": lambda: _combo(False),
    "editable combo": lambda: _combo(True),
    "spin": QSpinBox,
    "check": lambda: QCheckBox("vink"),
    "checked": lambda: _checked(QCheckBox("vink")),
    "radio": lambda: QRadioButton("keuze"),
    "button": lambda: QPushButton("Doen"),
    "tool button": QToolButton,
    "lines": lambda: QPlainTextEdit("tekst"),
    "rich text": lambda: QTextEdit("tekst"),
    "list": QListWidget,
    "tree": QTreeWidget,
    "tile": lambda: Tile("open", "Openen", "Een bestand", framed=True),
    "no code": _plain_button,
}
FOCUSED = ("line", "combo", "editable combo", "spin", "check", "radio", "button", "tile", "no code")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    appearance = Appearance(qapp)
    appearance.set_theme(request.param)
    yield request.param
    appearance.set_theme("light")


@pytest.fixture
def page(qapp: QApplication, qtbot: object) -> Iterator[QWidget]:
    """A window with room around what is put in it."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
    layout.setSpacing(_ROOM)
    page.resize(260, 120)
    yield page
    page.close()
    page.deleteLater()


def painted(page: QWidget, *widgets: QWidget) -> QImage:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    return page.grab().toImage()


def edge(picture: QImage, widget: QWidget) -> float:
    """The best contrast with the window among the outermost pixels at the left of a widget, in the middle of its height."""
    ground = QColor(QApplication.palette().color(QPalette.ColorRole.Window)).name()
    left = widget.mapTo(widget.window(), QPoint(0, widget.height() // 2))
    colours = [picture.pixelColor(left.x() + x, left.y()).name() for x in range(-1, 3)]
    return max(contrast(colour, ground) for colour in colours)


@pytest.mark.parametrize("name", list(INPUTS))
def test_a_border_is_seen(theme: str, page: QWidget, name: str) -> None:
    widget, other = INPUTS[name](), QPushButton("Ander")
    picture = painted(page, other, widget)
    other.setFocus()

    assert edge(picture, widget) >= 3.0


@pytest.mark.parametrize("name", FOCUSED)
def test_what_has_the_keyboard_is_seen_and_differs_from_what_has_not(theme: str, page: QWidget, name: str) -> None:
    widget, other = INPUTS[name](), QPushButton("Ander")
    painted(page, other, widget)
    other.setFocus()
    QApplication.processEvents()
    without = page.grab(widget.geometry()).toImage()

    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert widget.hasFocus() or widget.isAncestorOf(QApplication.focusWidget())
    QApplication.processEvents()
    having = page.grab(widget.geometry()).toImage()

    ground = QColor(QApplication.palette().color(QPalette.ColorRole.Window)).name()
    changed = {
        having.pixelColor(x, y).name()
        for x in range(having.width())
        for y in range(having.height())
        if having.pixelColor(x, y) != without.pixelColor(x, y)
    }
    assert changed
    assert max(contrast(colour, ground) for colour in changed) >= 3.0


def test_a_box_to_tick_in_a_list_is_seen(theme: str, page: QWidget) -> None:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    item = QTreeWidgetItem(["vink"])
    item.setCheckState(0, Qt.CheckState.Unchecked)
    tree.addTopLevelItem(item)
    picture = painted(page, tree)
    row = tree.visualItemRect(item)
    place = tree.viewport().mapTo(page, row.topLeft())
    ground = QColor(QApplication.palette().color(QPalette.ColorRole.Base)).name()

    colours = [picture.pixelColor(place.x() + x, place.y() + row.height() // 2).name() for x in range(10)]

    assert max(contrast(colour, ground) for colour in colours) >= 3.0


def test_selected_text_in_a_field_can_be_read(theme: str, page: QWidget) -> None:
    field = QLineEdit("woord")
    painted(page, field)
    palette, role = field.palette(), QPalette.ColorRole

    seen = contrast(palette.color(role.HighlightedText).name(), palette.color(role.Highlight).name())

    assert seen >= 4.5


def test_each_code_button_has_a_border_that_is_seen(theme: str, page: QWidget) -> None:
    buttons = CodeButtons(DEFAULT_PALETTE)
    picture = painted(page, buttons)

    for button in buttons.findChildren(type(buttons.first_button).__mro__[1]):
        assert edge(picture, button) >= 3.0, button.text()
