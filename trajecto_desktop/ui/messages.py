"""Sentences for a person: what a `TrajectoError` says, and questions, over the window and in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..errors import Language, TrajectoError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

# Qt's message box is loaded with the first message: PySide makes the enumerations of a class when it is first named.


class Messages:
    """Shows sentences over one window.

    Args:
        parent: the window.
        language: `nl` or `en`.
    """

    def __init__(self, parent: QWidget, language: Language) -> None:
        self._parent = parent
        self.language = language

    def sentence(self, error: TrajectoError) -> str:
        """What happened and what to do."""
        return error.message(self.language)

    def show_error(self, error: TrajectoError) -> None:
        """Say it and wait for OK."""
        self.show(self.sentence(error))

    def show(self, text: str) -> None:
        """Say something and wait for OK."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(text)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        self._run(box)

    def ask(self, text: str, choices: list[str], explanation: str = "") -> int:
        """Ask for one of several ways on.

        Args:
            text: the question.
            choices: words on the buttons, the safest first; a button "Cancel" is added.
            explanation: what each way means, in smaller letters.

        Returns:
            The 0-based choice, or -1 for cancel and Esc.
        """
        from PySide6.QtWidgets import QMessageBox

        box = self._box(text)
        box.setInformativeText(explanation)
        buttons = [box.addButton(word, QMessageBox.ButtonRole.AcceptRole) for word in choices]
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(cancel)
        self._run(box)
        clicked = box.clickedButton()
        return next((i for i, button in enumerate(buttons) if button is clicked), -1)

    def _run(self, box: QMessageBox) -> None:
        from PySide6.QtGui import QIcon

        for button in box.buttons():
            # Words say it; some systems put pictures on the usual buttons alone.
            button.setIcon(QIcon())
        box.exec()

    def _box(self, text: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setWindowTitle(QCoreApplication.translate("Messages", "Trajecto Desktop"))
        box.setText(text)
        return box
