"""The shape that stands for how grave a finding is: triangle, diamond, dot; never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from ...domain.findings import Severity
from ..theme import shades


def severity_icon(severity: Severity, palette: QPalette) -> QIcon:
    """The icon, in the colours of that palette."""
    tones = shades(palette)
    size = 32
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.text if severity is Severity.ERROR else tones.muted))
    if severity is Severity.ERROR:
        painter.drawPolygon([QPoint(16, 4), QPoint(29, 28), QPoint(3, 28)])
    elif severity is Severity.WARNING:
        painter.drawPolygon([QPoint(16, 4), QPoint(28, 16), QPoint(16, 28), QPoint(4, 16)])
    else:
        painter.drawEllipse(QPoint(16, 16), 6, 6)
    painter.end()
    return QIcon(picture)
