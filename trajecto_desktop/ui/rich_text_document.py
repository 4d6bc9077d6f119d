"""Rich text in an editor and back: runs that nobody touched return exactly as they came, with their opaque source.

Line ends are line separators inside one paragraph, so that each keeps the format of its run.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from ..domain.text import EMPTY_TEXT, RichText, Run, RunRole, RunStyle
from ..values import replace
from .text_layout import Inks
from .theme import Shades

LINE_END = "\u2028"
_ORIGIN = QTextFormat.Property.UserProperty + 1
"""Index + 1 of the run a character came from, in the text the editor started with."""
_ROLE = QTextFormat.Property.UserProperty + 2
_ROLES = (RunRole.PLAIN, RunRole.REMARK, RunRole.COMPLETENESS)


class RunMapping:
    """Between one rich text and a `QTextDocument`.

    Args:
        text: what the editor starts with.
        inks: colours on the ground of the editor.
        tones: colours of the palette.
    """

    def __init__(self, text: RichText, inks: Inks, tones: Shades) -> None:
        self._text = text
        self._inks = inks
        self._tones = tones

    def fill(self, document: QTextDocument) -> None:
        """Put the text into an empty document."""
        cursor = QTextCursor(document)
        for number, run in enumerate(self._text.runs):
            cursor.insertText(run.text.replace("\n", LINE_END), self._format(run, number))

    def read(self, document: QTextDocument) -> RichText:
        """What the document says now."""
        runs: list[Run] = []
        block = document.begin()
        while block.isValid():
            if runs:
                runs.append(replace(runs[-1], text="\n"))
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                runs.append(self._run(fragment.text().replace(LINE_END, "\n"), fragment.charFormat()))
                iterator += 1
            block = block.next()
        return RichText.of(runs) if runs else EMPTY_TEXT

    def format_for(self, role: RunRole) -> QTextCharFormat:
        """What makes selected text a remark, or plain again."""
        form = QTextCharFormat()
        form.setProperty(_ROLE, _ROLES.index(role))
        form.setForeground(QColor(self._inks.of(Run("", role=role), self._tones)))
        return form

    def role_of(self, form: QTextCharFormat) -> RunRole:
        """The role of text in that format."""
        return _ROLES[form.intProperty(_ROLE)]

    def _format(self, run: Run, number: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setProperty(_ORIGIN, number + 1)
        form.setProperty(_ROLE, _ROLES.index(run.role))
        form.setForeground(QColor(self._inks.of(run, self._tones)))
        form.setFontWeight(QFont.Weight.Bold if run.style.bold else QFont.Weight.Normal)
        form.setFontItalic(run.style.italic)
        form.setFontUnderline(run.style.underline)
        form.setFontStrikeOut(run.style.strike)
        return form

    def _run(self, text: str, form: QTextCharFormat) -> Run:
        number = form.intProperty(_ORIGIN)
        origin = self._text.runs[number - 1] if number else Run("")
        role = self.role_of(form)
        style = RunStyle(
            bold=form.fontWeight() >= QFont.Weight.DemiBold,
            italic=form.fontItalic(),
            underline=form.fontUnderline(),
            strike=form.fontStrikeOut(),
            colour=origin.style.colour,
        )
        if role is origin.role and style == origin.style:
            return replace(origin, text=text)
        # Somebody changed the look: the source no longer says it, and the role has its own colour.
        kept_colour = style.colour if role is origin.role else None
        return Run(text, replace(style, colour=kept_colour), role)
