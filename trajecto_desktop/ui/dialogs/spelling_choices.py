"""The part of the settings about spelling: on or off, which dictionary, a folder of one's own, words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...services.find_dictionaries import find_dictionary, own_folder
from ..overriding import override
from ..settings import Settings

_NARROW, _USUAL = 260, 430
"""Logical pixels: the least that the note may have, and what it has in an ordinary window."""


class SpellingChoices(QWidget):
    """What a person can choose about spelling.

    Args:
        values: the settings as they are; `apply_to` changes them.
    """

    def __init__(self, values: Settings) -> None:
        super().__init__()
        self.check = QCheckBox(QCoreApplication.translate("SpellingChoices", "Underline &spelling mistakes"))
        self.check.setChecked(values.spelling)
        self.folder = QLineEdit(values.dictionary_folder)
        self.folder.setPlaceholderText(QCoreApplication.translate("SpellingChoices", "the usual places"))
        self.folder.setAccessibleName(QCoreApplication.translate("SpellingChoices", "Folder with a dictionary"))
        self.folder.setClearButtonEnabled(True)
        self.folder.textChanged.connect(self._tell)
        button = QPushButton(QCoreApplication.translate("SpellingChoices", "&Folder…"))
        button.clicked.connect(self._on_folder)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(_NARROW)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = QLineEdit(" ".join(values.own_words))
        self.words.setPlaceholderText(QCoreApplication.translate("SpellingChoices", "none yet"))
        self.words.setAccessibleName(QCoreApplication.translate("SpellingChoices", "My words"))
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(button)
        mine = QHBoxLayout()
        label = QLabel(QCoreApplication.translate("SpellingChoices", "&My words:"))
        label.setBuddy(self.words)
        mine.addWidget(label)
        mine.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.check)
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addLayout(mine)
        self._tell()

    def apply_to(self, values: Settings) -> None:
        """Write what was chosen into the settings."""
        values.spelling = self.check.isChecked()
        values.dictionary_folder = self.folder.text().strip()
        values.own_words = list(dict.fromkeys(self.words.text().split()))

    def _on_folder(self) -> None:
        title = QCoreApplication.translate("SpellingChoices", "Folder with a Dutch dictionary")
        name = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if name:
            self.folder.setText(name)

    def _tell(self) -> None:
        """Say which dictionary is used, or how to come by one."""
        found = find_dictionary(self.folder.text().strip())
        if found is not None:
            text = QCoreApplication.translate("SpellingChoices", "Dictionary: %1").replace("%1", f"{found}.dic")
        else:
            text = QCoreApplication.translate(
                "SpellingChoices",
                "No Dutch dictionary was found. LibreOffice brings one along; or put nl_NL.dic and nl_NL.aff in %1.",
            ).replace("%1", str(own_folder()))
        self.note.setText(text)
        self._give_lines(self.note.width() if self.isVisible() else _USUAL)
        if self.isVisible():
            self.window().adjustSize()

    def _give_lines(self, width: int) -> None:
        """As many as the note needs: a label that wraps does not ask a dialog for room by itself."""
        self.note.setMinimumHeight(self.note.heightForWidth(max(width, _NARROW)))

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for a note of few lines."""
        return super().sizeHint().expandedTo(QSize(_USUAL, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider note has fewer lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._give_lines(event.size().width())
