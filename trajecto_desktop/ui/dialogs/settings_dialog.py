"""Language, appearance, and who is writing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from ..settings import LARGEST_ZOOM, SMALLEST_ZOOM, Settings
from ..translation import SYSTEM
from .roomy import Dialog
from .spelling_choices import SpellingChoices

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


class SettingsDialog(Dialog):
    """What a person can choose.

    Args:
        values: the settings as they are; `apply_to` changes them.
        parent: the window.
    """

    def __init__(self, values: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("SettingsDialog", "Settings"))
        self.author = QLineEdit(values.author)
        self.organisation = QLineEdit(values.organisation)
        self.language = QComboBox()
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        self.language.addItem(QCoreApplication.translate("SettingsDialog", "as the system"), SYSTEM)
        self.language.setCurrentIndex(self.language.findData(values.language))
        self.theme = QComboBox()
        self.theme.addItem(QCoreApplication.translate("SettingsDialog", "as the system"), "system")
        self.theme.addItem(QCoreApplication.translate("SettingsDialog", "light"), "light")
        self.theme.addItem(QCoreApplication.translate("SettingsDialog", "dark"), "dark")
        self.theme.setCurrentIndex(self.theme.findData(values.theme))
        self.zoom = QSpinBox()
        self.zoom.setRange(SMALLEST_ZOOM, LARGEST_ZOOM)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.zoom.setValue(values.zoom_percent)
        self.spelling = SpellingChoices(values)
        self._build()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.addRow(QCoreApplication.translate("SettingsDialog", "Your &name:"), self.author)
        form.addRow(QCoreApplication.translate("SettingsDialog", "&Organisation:"), self.organisation)
        note = QLabel(QCoreApplication.translate("SettingsDialog", "Both stand with the remarks that you write."))
        form.addRow("", note)
        form.addRow(QCoreApplication.translate("SettingsDialog", "&Language:"), self.language)
        form.addRow(QCoreApplication.translate("SettingsDialog", "L&ight or dark:"), self.theme)
        form.addRow(QCoreApplication.translate("SettingsDialog", "Text &size:"), self.zoom)
        form.addRow(QCoreApplication.translate("SettingsDialog", "Spelling:"), self.spelling)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def apply_to(self, values: Settings) -> None:
        """Write what was chosen into the settings."""
        values.author = self.author.text().strip()
        values.organisation = self.organisation.text().strip()
        values.language = self.language.currentData()
        values.theme = self.theme.currentData()
        values.zoom_percent = self.zoom.value()
        self.spelling.apply_to(values)
