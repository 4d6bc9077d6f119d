"""Menus and toolbar, made of the registry of actions, and the names of undo and redo in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QVBoxLayout, QWidget

from .action_specs import MENUS
from .actions import ActionRegistry, plain_text, translated
from .icons import icon

_CROSS = 12


def build_menus(window: QMainWindow, actions: ActionRegistry) -> None:
    """All menus, with a line between sections."""
    for menu_id, title in MENUS:
        menu = window.menuBar().addMenu(translated(title))
        menu.setObjectName(menu_id)
        section = 0
        for spec in actions.specs:
            if spec.menu != menu_id:
                continue
            if spec.section != section:
                menu.addSeparator()
                section = spec.section
            menu.addAction(actions.action(spec.id))


def name_menus(window: QMainWindow) -> None:
    """Give the menus and the toolbar their titles in the language of now."""
    titles = dict(MENUS)
    for action in window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu) and menu.objectName() in titles:
            menu.setTitle(translated(titles[menu.objectName()]))
    for toolbar in window.findChildren(QToolBar):
        toolbar.setWindowTitle(QCoreApplication.translate("MainWindow", "Toolbar"))


def build_toolbar(window: QMainWindow, actions: ActionRegistry) -> None:
    """The actions that are marked for the toolbar, and the command palette at its right."""
    toolbar = QToolBar(QCoreApplication.translate("MainWindow", "Toolbar"), window)
    toolbar.setObjectName("toolbar")
    toolbar.setMovable(False)
    for spec in actions.specs:
        if spec.toolbar:
            toolbar.addAction(actions.action(spec.id))
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    toolbar.addWidget(spacer)
    button = QToolButton()
    button.setDefaultAction(actions.action("palette"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    toolbar.addWidget(button)
    window.addToolBar(toolbar)


def lay_out(rail: QWidget, tabs: QWidget, notice: QWidget, stack: QWidget) -> QWidget:
    """The rail at the left; beside it tabs, notice and document above each other."""
    centre, right = QWidget(), QWidget()
    column = QVBoxLayout(right)
    row = QHBoxLayout(centre)
    for layout in (column, row):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    column.addWidget(tabs)
    column.addWidget(notice)
    column.addWidget(stack, 1)
    row.addWidget(rail)
    row.addWidget(right, 1)
    return centre


def close_button(parent: QWidget, close: Callable[[], object]) -> QToolButton:
    """The small cross in a tab."""
    button = QToolButton(parent)
    button.setIcon(icon("close"))
    button.setIconSize(QSize(_CROSS, _CROSS))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    words = QCoreApplication.translate("MainWindow", "Close this file")
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda _checked=False: close())
    return button


def name_undo(actions: ActionRegistry, stack: QUndoStack | None) -> None:
    """Say in menu and toolbar what undo and redo would take back and make again."""
    undo = QCoreApplication.translate("MainWindow", "Undo %1")
    redo = QCoreApplication.translate("MainWindow", "Redo %1")
    names = (stack.undoText(), stack.redoText()) if stack is not None else ("", "")
    for action_id, pattern, name in (("undo", undo, names[0]), ("redo", redo, names[1])):
        action = actions.action(action_id)
        what, _, where = name.partition(": ")
        text = pattern.replace("%1", what) + (f": {where}" if where else "")
        action.setText(text if name else translated(actions.spec(action_id).text))
        keys = actions.shortcut_text(action_id)
        action.setToolTip(f"{plain_text(action.text())} ({keys})")
