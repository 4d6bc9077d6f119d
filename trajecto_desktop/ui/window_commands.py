"""The commands of the window itself: palette, settings, keys, appearance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .help_commands import HelpCommands
from .settings import LARGEST_ZOOM, SMALLEST_ZOOM, SettingsFile
from .theme import Appearance

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .panels.place import PlaceSpec

_ZOOM_STEP = 10


def ask_and_open(window: MainWindow, settings: SettingsFile) -> None:
    """Let the person choose files and open them."""
    recent = settings.values.recent
    for path in window.desk.ask_for_files(str(Path(recent[0].path).parent) if recent else ""):
        window.open_path(path)


class WindowCommands:
    """What works in each place, also without a document.

    Args:
        window: the window.
        settings: what is chosen is kept here.
        appearance: what is chosen is shown by this.
    """

    def __init__(self, window: MainWindow, settings: SettingsFile, appearance: Appearance) -> None:
        self._window = window
        self._settings = settings
        self._appearance = appearance
        self.commands: Mapping[str, Callable[[], None]] = {
            "open": lambda: ask_and_open(window, settings),
            "quit": self._quit,
            "palette": self.show_palette,
            "stakeholder": self.toggle_stakeholder,
            "collect": self.collect,
            "spelling": self.toggle_spelling,
            "settings": self.show_settings,
            "show_toolbar": window.toolbar.toggle,
            "shortcuts": self.show_shortcuts,
            **HelpCommands(window, settings).commands,
            "zoom_in": lambda: self.set_zoom(settings.values.zoom_percent + _ZOOM_STEP),
            "zoom_out": lambda: self.set_zoom(settings.values.zoom_percent - _ZOOM_STEP),
            "zoom_reset": lambda: self.set_zoom(100),
            "theme_system": lambda: self.set_theme("system"),
            "theme_light": lambda: self.set_theme("light"),
            "theme_dark": lambda: self.set_theme("dark"),
        }

    def set_zoom(self, percent: int) -> None:
        """Size of all text, in percent."""
        self._settings.values.zoom_percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._appearance.set_zoom(self._settings.values.zoom_percent)

    def set_theme(self, theme: str) -> None:
        """`system`, `light` or `dark`."""
        self._settings.values.theme = theme
        self._appearance.set_theme(theme)

    def toggle_stakeholder(self) -> None:
        """Only give feedback, or work as a pen-holder again; who gives feedback says once who they are."""
        values = self._settings.values
        values.stakeholder = not values.stakeholder
        if values.stakeholder and not values.author:
            self.show_settings()
        self._window.follow_stakeholder()

    def toggle_spelling(self) -> None:
        """Underline misspelt words, or no longer."""
        self._settings.values.spelling = not self._settings.values.spelling
        self._refresh_spelling()

    def _refresh_spelling(self) -> None:
        from .spelling import Spelling  # deferred: the first editor needs it, start does not

        self._window.follow_spelling()
        Spelling.of(self._window, self._settings).refresh()

    def collect(self) -> None:
        """Collect what came back beside the document in front; without one, choose what was sent first."""
        workspace = self._window.workspace
        if workspace is None:
            sent = self._window.desk.ask_for_files("")
            workspace = self._window.open_path(sent[0]) if sent else None
        if workspace is not None:
            self._window.show_place("feedback")
            self._window.actions_registry.run("collect")

    def show_palette(self) -> None:
        """Find a command, form or characteristic."""
        # Dialogs are imported when they are first shown: start does not need them.
        from .dialogs.command_palette import CommandPalette
        from .palette_targets import action_targets, document_targets

        targets = action_targets(self._window.actions_registry)
        if self._window.workspace is not None:
            targets += document_targets(self._window.workspace.bridge)
        palette = CommandPalette(targets, self._window)
        palette.show()
        palette.field.setFocus()
        palette.finished.connect(palette.deleteLater)

    def show_settings(self) -> None:
        """Language, appearance, name."""
        from .dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings.values, self._window)
        if dialog.exec():
            dialog.apply_to(self._settings.values)
            self.set_theme(self._settings.values.theme)
            self.set_zoom(self._settings.values.zoom_percent)
            self._refresh_spelling()
            self._settings.save()
            self._window.follow_language()
        dialog.deleteLater()

    def show_shortcuts(self) -> None:
        """All keys."""
        from .dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window.actions_registry, self._settings, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._settings.save()

    def _quit(self) -> None:
        self._window.close()


class PlaceCommands:
    """What the place in front can do, and going from place to place.

    Args:
        window: the window.
        places: all there are.
    """

    def __init__(self, window: MainWindow, places: Sequence[PlaceSpec]) -> None:
        self._window, self._places = window, places

    def going(self) -> Mapping[str, Callable[[], None]]:
        """The places that can be gone to now."""
        window = self._window
        able = [spec.id for spec in self._places if spec.make is None or window.workspaces]
        return {f"place_{place}": lambda place=place: window.show_place(place) for place in able}  # type: ignore[misc]

    def of_place(self) -> Mapping[str, Callable[[], None]]:
        """The commands of the place in front."""
        place = self._window.workspace.current_place if self._window.workspace is not None else None
        return place.commands() if place is not None else {}

    def states(self) -> Mapping[str, bool]:
        """What is on in the place in front."""
        place = self._window.workspace.current_place if self._window.workspace is not None else None
        return place.states() if place is not None else {}


class FileCommands:
    """What works when a document is in front: save, close, undo, back, the next file.

    Args:
        window: the window.
        step_file: goes to the next (1) or previous (-1) open file.
    """

    def __init__(self, window: MainWindow, step_file: Callable[[int], None]) -> None:
        self._window = window
        self._step_file = step_file

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Action id → what it does now."""
        window, workspace = self._window, self._window.workspace
        if workspace is None:
            return {}
        bridge, desk = workspace.bridge, window.desk
        stack, history = bridge.undo_stack, bridge.history
        possible: list[tuple[str, bool, Callable[[], object]]] = [
            ("save", True, lambda: desk.save(bridge) if bridge.path else desk.save_as(bridge)),
            ("save_as", True, lambda: desk.save_as(bridge)),
            ("close", True, lambda: window.close_workspace(workspace)),
            ("undo", stack.canUndo(), bridge.undo),
            ("redo", stack.canRedo(), bridge.redo),
            ("back", history.can_go_back, bridge.go_back),
            ("forward", history.can_go_forward, bridge.go_forward),
            ("next_file", len(window.workspaces) > 1, lambda: self._step_file(1)),
            ("previous_file", len(window.workspaces) > 1, lambda: self._step_file(-1)),
        ]
        return {action_id: _without_result(command) for action_id, now, command in possible if now}


def _without_result(command: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        command()

    return run
