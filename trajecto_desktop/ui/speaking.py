"""Another language while the window is open: what is made of words is made anew, the documents stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .actions import finish_editing
from .settings import SettingsFile
from .translation import install_language, spoken

if TYPE_CHECKING:
    from .main_window import MainWindow


class Speaking:
    """Lets a window speak the language of the settings, and follow the system where the settings say so.

    Args:
        window: the window.
        settings: which language is chosen.
    """

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        self._window, self._settings = window, settings

    def follow(self) -> bool:
        """Change to the language that is wanted now; says whether it was another one."""
        window, wanted = self._window, spoken(self._settings.values.language)
        application = QCoreApplication.instance()
        if wanted == window.messages.language or application is None:
            return False
        # What is being typed stands in a widget that goes.
        finish_editing("settings")
        install_language(application, wanted)
        window.messages.language = wanted
        window.actions_registry.retranslate()
        window.retranslate()
        return True
