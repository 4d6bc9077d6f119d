"""Another language while the window is open: what is made of words is made anew, the documents stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .actions import finish_editing
from .settings import SettingsFile
from .translation import install_language, spoken

if TYPE_CHECKING:
    from .main_window import MainWindow


def change_language(window: MainWindow, settings: SettingsFile) -> None:
    """Let a window speak the language of the settings, or of the system where they say so.

    Args:
        window: the window.
        settings: which language is chosen.
    """
    application = QCoreApplication.instance()
    if application is None:
        return
    # What is being typed stands in a widget that goes.
    finish_editing("settings")
    window.messages.language = spoken(settings.values.language)
    install_language(application, window.messages.language)
    window.actions_registry.retranslate()
    window.retranslate()
