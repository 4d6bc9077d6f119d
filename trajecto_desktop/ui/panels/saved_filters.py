"""The button beside a filter field that keeps filters and gives them back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QToolButton

from ..icons import icon
from ..settings import SettingsFile
from .filter_bar import FilterBar

MOST_FILTERS = 20
"""As many as a menu shows without scrolling."""


class SavedFilters(QToolButton):
    """Keeps filters in the settings; every filter bar of the window offers the same ones.

    Args:
        bar: the filter bar it stands in.
        settings: where filters are kept.
    """

    def __init__(self, bar: FilterBar, settings: SettingsFile) -> None:
        super().__init__()
        self._bar, self._settings = bar, settings
        words = QCoreApplication.translate("SavedFilters", "Saved filters")
        self.setIcon(icon("filter"))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        layout = bar.layout()
        assert layout is not None, "a filter bar has a layout"
        layout.addWidget(self)

    def _fill(self) -> None:
        menu, text = self.menu(), self._bar.text
        menu.clear()
        kept = self._settings.values.saved_filters
        keep = menu.addAction(QCoreApplication.translate("SavedFilters", "Keep “%1”").replace("%1", text))
        keep.setEnabled(bool(text) and text not in kept)
        keep.triggered.connect(lambda: self.keep(text))
        drop = menu.addAction(QCoreApplication.translate("SavedFilters", "Keep “%1” no longer").replace("%1", text))
        drop.setVisible(text in kept)
        drop.triggered.connect(lambda: self.drop(text))
        menu.addSeparator()
        for one in kept:
            action = menu.addAction(one.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=one: self._bar.set_text(one))

    def keep(self, text: str) -> None:
        """Put a filter on top of those that are kept."""
        values = self._settings.values
        values.saved_filters = [text, *(one for one in values.saved_filters if one != text)][:MOST_FILTERS]
        self._settings.save()

    def drop(self, text: str) -> None:
        """Forget a filter."""
        values = self._settings.values
        values.saved_filters = [one for one in values.saved_filters if one != text]
        self._settings.save()
