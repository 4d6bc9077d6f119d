"""The references of a characteristic as small buttons: one shows every characteristic with that reference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QToolButton

from ..theme import GAP
from .wrap_bar import WrapBar


class ReferenceChips(WrapBar):
    """References beside each other, going on below."""

    chosen = Signal(str)
    """The reference that was clicked, such as `Art. 12, 3°`."""

    def __init__(self) -> None:
        super().__init__()
        layout = self.layout()
        assert layout is not None, "a bar has a layout"
        layout.setSpacing(GAP)
        self._chips: list[QToolButton] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """The references shown."""
        return tuple(chip.text() for chip in self._chips if not chip.isHidden())

    def show_references(self, references: Sequence[str]) -> None:
        """Show these; chips that are there are used again, so that the keyboard stays where it is."""
        for number in range(len(self._chips), len(references)):
            self._add(number)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(references))
            if number < len(references):
                chip.setText(references[number])
        self.setVisible(bool(references))

    def _add(self, number: int) -> None:
        chip = QToolButton()
        chip.setToolTip(QCoreApplication.translate("ReferenceChips", "Show every characteristic with this reference"))
        chip.clicked.connect(lambda: self.chosen.emit(self._chips[number].text()))
        self._chips.append(chip)
        layout = self.layout()
        assert layout is not None, "a bar has a layout"
        layout.addWidget(chip)
