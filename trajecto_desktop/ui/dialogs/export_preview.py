"""The preview of a picture before it is exported: the page as it will be, fitted into the room there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..overriding import override
from ..theme import MARGIN, shades


class PageView(QWidget):
    """One page, painted once for each size."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer: QSvgRenderer | None = None
        self._image: QImage | None = None
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def minimumSizeHint(self) -> QSize:
        """Enough to recognise a page."""
        return QSize(320, 220)

    def show_page(self, svg: bytes) -> None:
        """Show this page."""
        self._renderer, self._image, self._note = QSvgRenderer(QByteArray(svg)), None, ""
        self.update()

    def show_note(self, text: str) -> None:
        """Say something in place of a page."""
        self._renderer, self._image, self._note = None, None, text
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is painted again at its new size."""
        self._image = None
        super().resizeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page on its ground, with a hairline around it."""
        painter = QPainter(self)
        tones = shades(self.palette())
        painter.fillRect(self.rect(), QColor(tones.heading))
        if self._renderer is None:
            painter.setPen(QColor(tones.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(4 * MARGIN, MARGIN, -4 * MARGIN, -MARGIN), flags, self._note)
        else:
            box = self._page_box(self._renderer)
            painter.drawImage(box, self._painted(self._renderer, box))
            painter.setPen(QPen(QColor(tones.line), 1))
            painter.drawRect(box)
        painter.end()

    def _page_box(self, renderer: QSvgRenderer) -> QRectF:
        size = renderer.defaultSize()
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale = min(room.width() / max(size.width(), 1), room.height() / max(size.height(), 1))
        width, height = size.width() * scale, size.height() * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def _painted(self, renderer: QSvgRenderer, box: QRectF) -> QImage:
        if self._image is None:
            ratio = self.devicePixelRatioF()
            size = QSize(max(round(box.width() * ratio), 1), max(round(box.height() * ratio), 1))
            self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._image.fill(QColor("#FFFFFF"))
            painter = QPainter(self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
        return self._image


class ExportPreview(QWidget):
    """The pages of a picture, one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.view = PageView()
        self.view.setAccessibleName(self.tr("Preview"))
        self._page_at: Callable[[int], bytes] = _no_page
        self.page_count = 0
        self._page_0 = 0
        self.previous = QPushButton(self.tr("‹ Previous page"))
        self.next = QPushButton(self.tr("Next page ›"))
        self.number = QLabel()
        for button in (self.previous, self.next):
            button.setAutoDefault(False)
        self.previous.clicked.connect(lambda: self._show(self._page_0 - 1))
        self.next.clicked.connect(lambda: self._show(self._page_0 + 1))
        row = QHBoxLayout()
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.number)
        row.addStretch(1)
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        self.show_note("")

    def show_pages(self, count: int, page_at: Callable[[int], bytes]) -> None:
        """Show the first of so many pages; `page_at` gives the SVG of a page (0-based) when it is looked at."""
        self.page_count, self._page_at = count, page_at
        self._show(0)

    def show_note(self, text: str) -> None:
        """Say something in place of pages."""
        self.page_count, self._page_at = 0, _no_page
        self.view.show_note(text)
        self._refresh()

    def _show(self, page_0: int) -> None:
        self._page_0 = min(max(page_0, 0), self.page_count - 1)
        self.view.show_page(self._page_at(self._page_0))
        self._refresh()

    def _refresh(self) -> None:
        count = self.page_count
        for widget in (self.previous, self.next, self.number):
            widget.setVisible(count > 1)
        self.previous.setEnabled(self._page_0 > 0)
        self.next.setEnabled(self._page_0 < count - 1)
        text = self.tr("Page %1 of %2")
        self.number.setText(text.replace("%1", str(self._page_0 + 1)).replace("%2", str(count)))


def _no_page(_page_0: int) -> bytes:
    return b""
