"""Two wordings beside each other in full, with the words that differ marked; never by colour alone."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ...domain.merging import word_changes
from ..theme import MARGIN, shades


class SideBySide(QWidget):
    """What was and what is, of the line that is selected in a list.

    Args:
        before: what the left side is called.
        after: what the right side is called.
    """

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self.left, self.right = QTextBrowser(), QTextBrowser()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        for name, view in ((before, self.left), (after, self.right)):
            column = QVBoxLayout()
            label = QLabel(name)
            label.setBuddy(view)
            view.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(view, 1)
            row.addLayout(column, 1)

    def show_words(self, before: str, after: str) -> None:
        """Show both; what went is struck through at the left, what came is underlined at the right."""
        tones = shades(self.palette())
        went = f"color:{tones.muted}; text-decoration:line-through"
        came = f"color:{tones.readable(tones.accent, tones.base)}; text-decoration:underline; font-weight:bold"
        left, right = [], []
        for piece in word_changes(before, after):
            left.append(_marked(piece.before, "" if piece.stayed else went))
            right.append(_marked(piece.after, "" if piece.stayed else came))
        self.left.setHtml("".join(left))
        self.right.setHtml("".join(right))


def _marked(text: str, style: str) -> str:
    words = escape(text).replace("\n", "<br>")
    return f'<span style="{style}">{words}</span>' if style and words else words
