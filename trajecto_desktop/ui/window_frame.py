"""Menus and toolbar, made of the registry of actions, and the names of undo and redo in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QVBoxLayout, QWidget

from ..domain.colour import Palette
from .action_specs import CODE_KEYS, MENUS
from .actions import ActionRegistry, plain_text, translated
from .code_words import code_word
from .icons import icon
from .mnemonics import settle_actions
from .settings import SettingsFile
from .theme import LOW, zoomed
from .translation import shown_now

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
    name_menus(window)


def name_menus(window: QMainWindow) -> None:
    """Give the menus and the toolbar their titles in the language of now."""
    titles = dict(MENUS)
    heads = window.menuBar().actions()
    for action in heads:
        menu = action.menu()
        if isinstance(menu, QMenu) and menu.objectName() in titles:
            menu.setTitle(translated(titles[menu.objectName()]))
            settle_actions(menu.actions())
    settle_actions(heads)
    for toolbar in window.findChildren(QToolBar):
        toolbar.setWindowTitle(QCoreApplication.translate("MainWindow", "Toolbar"))


def build_toolbar(window: QMainWindow, actions: ActionRegistry) -> QToolBar:
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
    # The menu of the frame would hide it behind the back of the action.
    toolbar.toggleViewAction().setVisible(False)
    window.addToolBar(toolbar)
    return toolbar


class FoldingToolbar(QObject):
    """Hides the toolbar in a low window, where rows come first: all it offers stands in the menus.

    A person chooses for low and for high windows apart; both are remembered.

    Args:
        toolbar: the bar.
        settings: where the choice is kept.
    """

    changed = Signal()

    def __init__(self, toolbar: QToolBar, settings: SettingsFile) -> None:
        super().__init__(toolbar)
        self._toolbar, self._settings = toolbar, settings
        self._low = False

    def look_at_room(self, height: int) -> None:
        """Show or hide it for a window that is so many pixels high."""
        self._low = height < zoomed(LOW, self._toolbar.font())
        self._show()

    def toggle(self) -> None:
        """Show it, or hide it."""
        self._settings.values.layout[self._key()] = [int(self._toolbar.isHidden())]
        self._show()

    def states(self) -> dict[str, bool]:
        """Action id → whether it is on."""
        return {"show_toolbar": not self._toolbar.isHidden()}

    def _key(self) -> str:
        return "toolbar_low" if self._low else "toolbar"

    def _show(self) -> None:
        wanted = bool((self._settings.values.layout.get(self._key()) or [not self._low])[0])
        if wanted == self._toolbar.isHidden():
            self._toolbar.setVisible(wanted)
            self.changed.emit()


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


def name_codes(actions: ActionRegistry, palette: Palette | None) -> None:
    """Say in menu and command palette which code each number key gives here; keys without a code are not offered."""
    legends = palette.judgements if palette is not None else ()
    for number in range(1, CODE_KEYS + 1):
        action = actions.action(f"code_{number}")
        legend = legends[number - 1] if palette is not None and number <= len(legends) else None
        action.setVisible(palette is None or legend is not None)
        if palette is None or legend is None:
            action.setText(translated(actions.spec(action.objectName()).text).replace("%1", str(number)))
            continue
        action.setText(f"{legend.mark} {code_word(palette, legend.code)}".replace("&", "&&"))
        action.setToolTip(f"{' '.join(legend.label.split())} ({actions.shortcut_text(action.objectName())})")


def name_undo(actions: ActionRegistry, stack: QUndoStack | None) -> None:
    """Say in menu and toolbar what undo and redo would take back and make again."""
    undo = QCoreApplication.translate("MainWindow", "Undo %1")
    redo = QCoreApplication.translate("MainWindow", "Redo %1")
    names = (stack.undoText(), stack.redoText()) if stack is not None else ("", "")
    if any(names):
        from .step_names import in_window_language  # deferred: a start has no steps

        language = shown_now()
        names = (in_window_language(names[0], language), in_window_language(names[1], language))
    for action_id, pattern, name in (("undo", undo, names[0]), ("redo", redo, names[1])):
        action = actions.action(action_id)
        what, _, where = name.partition(": ")
        text = pattern.replace("%1", what) + (f": {where}" if where else "")
        action.setText(text if name else translated(actions.spec(action_id).text))
        keys = actions.shortcut_text(action_id)
        action.setToolTip(f"{plain_text(action.text())} ({keys})")
