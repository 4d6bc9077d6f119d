"""Plain text in a box: as many lines as fit, with an ellipsis when there is more; long words break."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ...domain.syllables import SOFT_HYPHEN, hyphenated


def paint_wrapped(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> bool:
    """Write text into a box with the painter's pen.

    Args:
        painter: what to draw with.
        box: where, in logical pixels.
        text: line breaks are kept.
        font: what to write with.
        alignment: `AlignTop`, `AlignVCenter` (both from the left) or `AlignCenter`.

    Returns:
        Whether all of it was shown.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if alignment == Qt.AlignmentFlag.AlignCenter:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    shown = hyphenated(text).replace("\n", "\u2028")
    lines = max(1, int((box.height() + 1) // QFontMetricsF(font).lineSpacing()))
    layout, whole = _laid_out(shown, font, option, box.width(), lines)
    if not whole:
        end = layout.lineAt(lines - 1).textStart() + layout.lineAt(lines - 1).textLength()
        shown = shown[: max(0, end - 2)].rstrip(f" {SOFT_HYPHEN}") + "…"
        layout, _ = _laid_out(shown, font, option, box.width(), lines)
    height = sum(layout.lineAt(number).height() for number in range(layout.lineCount()))
    top = 0.0 if alignment == Qt.AlignmentFlag.AlignTop else max(0.0, (box.height() - height) / 2)
    layout.draw(painter, QPointF(box.left(), box.top() + top))
    return whole


def _laid_out(text: str, font: QFont, option: QTextOption, width: float, most: int) -> tuple[QTextLayout, bool]:
    """The text broken into at most `most` lines, and whether that is all of it."""
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    top, whole = 0.0, True
    for number in range(most + 1):
        if number == most:
            last = layout.lineAt(most - 1)
            whole = last.textStart() + last.textLength() >= len(text)
            break
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout, whole
