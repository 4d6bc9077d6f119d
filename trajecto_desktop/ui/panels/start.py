"""The start page: what a person can begin with, recent files with the state they were left in, samples, room to drop a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..icons import renderer
from ..overriding import override
from ..settings import RecentFile
from ..theme import GAP, MARGIN, WIDE, shades
from ..translation import QT_TRANSLATE_NOOP
from .section import Section
from .wrap_bar import WrapBar

_WIDEST = 920
_ICON = 24
_SAMPLES = {
    "overzicht_voorbeeld": (
        QT_TRANSLATE_NOOP("StartPage", "Overview"),
        QT_TRANSLATE_NOOP("StartPage", "24 support forms in four variants, with something to review"),
    ),
    "fiche_1G1P": (
        QT_TRANSLATE_NOOP("StartPage", "Fiche of 1G1P"),
        QT_TRANSLATE_NOOP("StartPage", "one form, with remarks and sources beside it"),
    ),
    "fiche_Buddy_s": (
        QT_TRANSLATE_NOOP("StartPage", "Fiche of Buddy's"),
        QT_TRANSLATE_NOOP("StartPage", "with hatching and remarks in the cells"),
    ),
    "fiche_Trajectgezel": (
        QT_TRANSLATE_NOOP("StartPage", "Fiche of Trajectgezel"),
        QT_TRANSLATE_NOOP("StartPage", "for the most part filled in: go on coding it yourself"),
    ),
}
"""File name of a sample → what it is called and what is in it, English sources."""


class Tile(QAbstractButton):
    """A button of two lines with an icon: a file, or something to begin with.

    Args:
        icon: file name in `resources/icons`.
        title: first line.
        detail: second line, smaller in tone.
        framed: whether it has a line around it also when nothing points at it.
    """

    def __init__(self, icon: str, title: str, detail: str, framed: bool = False) -> None:
        super().__init__()
        self._icon, self._detail, self._framed = icon, detail, framed
        self.setText(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        """Two lines with air around them."""
        return QSize(self._needed(), 2 * self.fontMetrics().height() + 2 * MARGIN + GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        """Something to begin with is read whole; the name of a file may be shortened in its middle."""
        return QSize(self._needed() if self._framed else 120, self.sizeHint().height())

    def _needed(self) -> int:
        font = QFont(self.font())
        font.setBold(True)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        return max(180, words + _ICON + 3 * MARGIN + 3 * GAP)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint on the palette's colours; what points at it or has the focus is marked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = shades(self.palette())
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(tones.selection))
        elif self._framed:
            painter.fillRect(self.rect(), QColor(tones.base))
        if self._framed or self.hasFocus():
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(tones.focus if self.hasFocus() else tones.border), width))
            # A line that lies between two pixels is smeared over both, and half as dark.
            painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        ink = tones.text if self.isEnabled() else tones.muted
        box = QRectF(MARGIN + GAP, (self.height() - _ICON) / 2, _ICON, _ICON)
        renderer(self._icon, ink).render(painter, box)
        self._paint_lines(painter, ink, tones.muted)
        painter.end()

    def _paint_lines(self, painter: QPainter, ink: str, muted: str) -> None:
        line = self.fontMetrics().height()
        left = MARGIN + GAP + _ICON + MARGIN + GAP
        room = self.width() - left - MARGIN
        top = (self.height() - 2 * line - 2) // 2
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, top, room, line), Qt.AlignmentFlag.AlignVCenter, title)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(muted))
        detail = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, top + line + 2, room, line), Qt.AlignmentFlag.AlignVCenter, detail)


class DropArea(QFrame):
    """A dashed field that says one can drop a file; the window takes the drop."""

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed line, an icon and a sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = shades(self.palette())
        pen = QPen(QColor(tones.muted), 1.2)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        text = QCoreApplication.translate("StartPage", "Drop a file here")
        width = _ICON + MARGIN + self.fontMetrics().horizontalAdvance(text)
        left = (self.width() - width) / 2
        renderer("drop", tones.muted).render(painter, QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON))
        painter.setPen(QColor(tones.muted))
        box = QRectF(left + _ICON + MARGIN, 0, width, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(400, 18 * GAP)


class StartPage(QScrollArea):
    """What a person sees before a file is open.

    Args:
        actions: what one can begin with, as the menus have them.
    """

    file_chosen = Signal(str)
    """Path of a file to open."""
    sample_chosen = Signal(str)
    """Path of a sample: it is opened as a copy."""

    def __init__(self, actions: Sequence[QAction], icons: Sequence[str]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        outer = QHBoxLayout(inner)
        outer.setContentsMargins(WIDE, 2 * WIDE, WIDE, WIDE)
        outer.addStretch(1)
        outer.addWidget(page, 100)
        outer.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(self._heading())
        column.addWidget(self._beginnings(actions, icons))
        drop = DropArea()
        drop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(drop)
        self.recent = Section(QCoreApplication.translate("StartPage", "Recent"))
        self.samples = Section(QCoreApplication.translate("StartPage", "Samples to try"))
        lists = QHBoxLayout()
        lists.setSpacing(2 * WIDE)
        lists.addWidget(self.recent, 1, Qt.AlignmentFlag.AlignTop)
        lists.addWidget(self.samples, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(lists)
        column.addStretch(1)
        self.setWidget(inner)

    def _heading(self) -> QLabel:
        heading = QLabel("Trajecto Desktop")
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        heading.setFont(font)
        return heading

    def _beginnings(self, actions: Sequence[QAction], icons: Sequence[str]) -> WrapBar:
        self._tiles: list[tuple[Tile, QAction]] = []
        for action, icon in zip(actions, icons, strict=True):
            title = action.text().replace("&", "")
            tile = Tile(
                icon, title, action.shortcut().toString(action.shortcut().SequenceFormat.NativeText), framed=True
            )
            tile.clicked.connect(action.trigger)
            self._tiles.append((tile, action))
        return WrapBar(*(tile for tile, _ in self._tiles))

    def show_files(self, recent: Sequence[RecentFile], samples: Sequence[Path]) -> None:
        """Fill the lists; a list without anything is not shown."""
        for tile, action in self._tiles:
            tile.setEnabled(action.isEnabled())
        there = [file for file in recent if Path(file.path).is_file()]
        entries = [(file.path, Path(file.path).name, _state(file), self.file_chosen.emit) for file in there]
        _fill(self.recent, entries)
        _fill(self.samples, [(str(path), *_said_of(path), self.sample_chosen.emit) for path in samples])

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()


def _fill(section: Section, entries: Sequence[tuple[str, str, str, Callable[[str], None]]]) -> None:
    while (item := section.body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for path, title, detail, choose in entries:
        tile = Tile("file", title, detail)
        tile.setToolTip(path)
        tile.clicked.connect(lambda _checked=False, path=path, choose=choose: choose(path))
        section.body.addWidget(tile)
    section.setVisible(bool(entries))


def _said_of(sample: Path) -> tuple[str, str]:
    """What a sample is called and what is in it; one that we know nothing about is called by its name."""
    if sample.stem not in _SAMPLES:
        return sample.stem.replace("_", " "), sample.name
    title, detail = (QCoreApplication.translate("StartPage", words) for words in _SAMPLES[sample.stem])
    return title, detail


def _state(file: RecentFile) -> str:
    """Where it was left: form, progress, open remarks; and in which folder it is."""
    parts = []
    if file.form:
        words = QCoreApplication.translate("StartPage", "%1: %2 of %3")
        parts.append(words.replace("%1", file.form).replace("%2", str(file.done)).replace("%3", str(file.total)))
    remarks = file.open_remarks
    if remarks:
        parts.append(QCoreApplication.translate("StartPage", "%n open remark(s)", "", remarks))
    parts.append(str(Path(file.path).parent))
    return " · ".join(parts)
