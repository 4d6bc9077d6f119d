"""The commands of the Help menu: manual, keys, what is new, tour, problem report, about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from .. import __version__, shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from .main_window import MainWindow
    from .settings import SettingsFile

MANUALS = {"nl": "handleiding.md", "en": "manual-in-short.md"}
LICENCES = {"nl": "licenties.md", "en": "licences.md"}


class HelpCommands:
    """What helps a person on, without the network.

    Args:
        window: the window.
        settings: the language, and whether the tour was seen.
    """

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        self._window = window
        self._settings = settings
        self.commands: Mapping[str, Callable[[], None]] = {
            "manual": self.show_manual,
            "news": self.show_news,
            "tour": self.show_tour,
            "first_steps": self.show_tour_once,
            "problem": self.show_problem_report,
            "about": self.show_about,
        }

    def show_manual(self) -> None:
        """The manual in the language of the window; the work goes on beside it."""
        title = QCoreApplication.translate("HelpCommands", "Manual")
        self._show_page(title, shipped.docs(MANUALS[self._window.messages.language]))

    def show_news(self) -> None:
        """What changed, version by version."""
        title = QCoreApplication.translate("HelpCommands", "What is new")
        dutch = self._window.messages.language == "nl"
        self._show_page(title, shipped.docs("wat-is-nieuw.md") if dutch else shipped.changelog())

    def _show_page(self, title: str, page: Path) -> None:
        # Dialogs are imported when they are first shown: start does not need them.
        from .dialogs.manual import PageDialog

        self._show(PageDialog(title, page, self._window))

    def show_tour(self) -> None:
        """The three cards; they count as seen from now on."""
        from .dialogs.tour import TourDialog

        self._settings.values.tour_seen = True
        self._settings.save()
        self._show(TourDialog(self._window))

    def show_tour_once(self) -> None:
        """The three cards, if this person never saw them."""
        if not self._settings.values.tour_seen:
            self.show_tour()

    def show_problem_report(self) -> None:
        """What the person may send to somebody."""
        from PySide6.QtCore import qVersion
        from PySide6.QtGui import QGuiApplication

        from ..services.own_folders import log_folder
        from ..services.problem_report import problem_report
        from .dialogs.problem_report import ProblemReportDialog

        values = self._settings.values
        looks = f"{values.theme}, {values.zoom_percent} %, {values.language}"
        report = problem_report(log_folder(), [f"Qt {qVersion()} ({QGuiApplication.platformName()}), {looks}"])
        self._show(ProblemReportDialog(report, self._window))

    def show_about(self) -> None:
        """What this is, and which version."""
        from .dialogs.about import AboutDialog

        self._show(AboutDialog(__version__, shipped.resource(LICENCES[self._window.messages.language]), self._window))

    @staticmethod
    def _show(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        # Without this it waits for a click where no window manager hands out the keyboard.
        dialog.activateWindow()
