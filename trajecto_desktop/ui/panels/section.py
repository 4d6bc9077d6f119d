"""A titled part of a pane, and the text label that fills most of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...domain.text import RichText
from ..overriding import override
from ..rich_html import html_of
from ..theme import GAP, MARGIN, shades


class Section(QWidget):
    """A small title with something below it.

    Args:
        title: in the language of the window.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(self._title, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(self.head)
        layout.addLayout(self.body)
        self._colour_title()

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_title()

    def _colour_title(self) -> None:
        palette = QPalette(self._title.palette())
        palette.setColor(QPalette.ColorRole.WindowText, shades(self.palette()).muted)
        self._title.setPalette(palette)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)


class TextLabel(QLabel):
    """Rich text that wraps, can be selected with the mouse, and follows light and dark.

    Args:
        remark: colour of remarks, `#RRGGBB`.
        completeness: colour of text given for completeness.
    """

    def __init__(self, remark: str = "#C00000", completeness: str = "#7030A0") -> None:
        super().__init__()
        self._colours = (remark, completeness)
        self._rich = RichText()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: RichText) -> None:
        """Show this text."""
        if text != self._rich:
            self._rich = text
            self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        self.setText(html_of(self._rich, shades(self.palette()), *self._colours))
        self.setAccessibleName(self._rich.plain)
