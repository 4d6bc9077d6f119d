"""Rich text laid out for painting, kept per text and width: a cell is laid out once and painted often."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ..domain.syllables import hyphenated
from ..domain.text import RichText, Run, RunRole
from ..values import dataclass
from .theme import Shades, shades

_KEPT = 6000
_FADE_LINES = 1.6
UNLIMITED = 100_000
"""A number of lines that no text has."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours text is written in on one ground, as `#rrggbb`."""

    text: str
    remark: str
    completeness: str
    ground: str

    @classmethod
    def on(cls, tones: Shades, remark: str, completeness: str) -> Inks:
        """The document's own two colours, moved toward the text colour where the ground would swallow them."""
        ground = tones.selection
        return cls(tones.text, tones.readable(remark, ground), tones.readable(completeness, ground), ground)

    def of(self, run: Run, tones: Shades) -> str:
        """The colour of one run."""
        if run.role is RunRole.REMARK:
            return self.remark
        if run.role is RunRole.COMPLETENESS:
            return self.completeness
        if run.style.colour is None:
            return self.text
        return tones.readable(run.style.colour, self.ground)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One text at one width.

    Attributes:
        layout: Qt's lines.
        height: of the lines laid out, in pixels.
        clipped: whether lines were left out.
    """

    layout: QTextLayout
    height: float
    clipped: bool

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the first line's top left there."""
        self.layout.draw(painter, QPointF(left, top))


class TextLayouts:
    """Laid-out texts in one font and one set of colours.

    Args:
        font: of plain text.
        palette: light or dark.
        remark: colour of remarks in this document, `#RRGGBB`.
        completeness: colour of text given for completeness.
    """

    def __init__(self, font: QFont, palette: QPalette, remark: str, completeness: str) -> None:
        self._font = font
        self._tones = shades(palette)
        self._inks = Inks.on(self._tones, remark, completeness)
        self._kept: OrderedDict[tuple[RichText, int, int], LaidOut] = OrderedDict()
        self.line_height = QFontMetricsF(font).height()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    @property
    def tones(self) -> Shades:
        """The colours that go with the palette."""
        return self._tones

    def get(self, text: RichText, width: int, lines: int = UNLIMITED) -> LaidOut:
        """The text laid out to `width` pixels, `lines` lines at most."""
        key = (text, width, lines)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._lay_out(text, width, lines)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _lay_out(self, text: RichText, width: int, lines: int) -> LaidOut:
        # A long word in a narrow column breaks between syllables; Qt writes the hyphen where it does.
        pieces = [hyphenated(run.text) for run in text.runs]
        layout = QTextLayout("".join(pieces).replace("\n", "\u2028"), self._font)
        layout.setCacheEnabled(True)
        layout.setTextOption(self._option)
        layout.setFormats(self._formats(text, pieces))
        layout.beginLayout()
        height, clipped = 0.0, False
        for number in range(UNLIMITED):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            if number >= lines:
                clipped = True
                line.setPosition(QPointF(0, -UNLIMITED))
                break
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return LaidOut(layout, height, clipped)

    def _formats(self, text: RichText, pieces: list[str]) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run, piece in zip(text.runs, pieces, strict=True):
            length = _utf16_length(piece)
            form = QTextLayout.FormatRange()
            form.start, form.length = start, length
            form.format = self._format(run)
            ranges.append(form)
            start += length
        return ranges

    def _format(self, run: Run) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._inks.of(run, self._tones)))
        if run.style.bold:
            form.setFontWeight(QFont.Weight.Bold)
        form.setFontItalic(run.style.italic)
        form.setFontUnderline(run.style.underline)
        form.setFontStrikeOut(run.style.strike)
        return form


def _utf16_length(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def paint_fade(painter: QPainter, box: QRectF, ground: str, line_height: float) -> None:
    """Let the last lines of a box fade into its ground, with three dots: there is more."""
    fade = QRectF(box.left(), box.bottom() - line_height * _FADE_LINES, box.width(), line_height * _FADE_LINES)
    gradient = QLinearGradient(fade.topLeft(), fade.bottomLeft())
    clear = QColor(ground)
    clear.setAlpha(0)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(0.85, QColor(ground))
    painter.fillRect(fade, gradient)
    last = QRectF(box.left(), box.bottom() - line_height, box.width(), line_height)
    painter.drawText(last, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "…")
