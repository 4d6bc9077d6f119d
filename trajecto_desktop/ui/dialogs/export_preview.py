"""The preview of an export before it is written: its pages as they will be, fitted into the room there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...errors import TrajectoError
from ..overriding import override
from ..tasks import QuietTask
from ..theme import MARGIN, shades
from .pieces import muted_label

_LEAST_PIXELS = 400.0


class PageView(QWidget):
    """One page, or a note in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._page: QPixmap | None = None
        self._fitted: QPixmap | None = None
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_page(self) -> bool:
        """Whether a page is shown."""
        return self._page is not None

    @override
    def minimumSizeHint(self) -> QSize:
        """Enough to recognise a page."""
        return QSize(190, 150)

    def show_page(self, png: bytes) -> None:
        """Show this page."""
        self._page, self._fitted, self._note = QPixmap.fromImage(QImage.fromData(png)), None, ""
        self.update()

    def show_note(self, text: str) -> None:
        """Say something in place of a page."""
        self._page, self._fitted, self._note = None, None, text
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page on its ground, with a hairline around it."""
        painter = QPainter(self)
        tones = shades(self.palette())
        painter.fillRect(self.rect(), QColor(tones.heading))
        if self._page is None:
            painter.setPen(QColor(tones.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(4 * MARGIN, MARGIN, -4 * MARGIN, -MARGIN), flags, self._note)
        else:
            box = self._page_box(self._page.size())
            painter.drawPixmap(box.topLeft(), self._at_size(self._page, box))
            painter.setPen(QPen(QColor(tones.line), 1))
            painter.drawRect(box)
        painter.end()

    def _page_box(self, size: QSize) -> QRectF:
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale = min(room.width() / max(size.width(), 1), room.height() / max(size.height(), 1))
        width, height = size.width() * scale, size.height() * scale
        return QRectF(room.center().x() - width / 2, room.top(), width, height)

    def _at_size(self, page: QPixmap, box: QRectF) -> QPixmap:
        """Scaled once for each size, in the pixels of the screen."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(max(round(box.width() * ratio), 1), max(round(box.height() * ratio), 1))
        if self._fitted is None or self._fitted.size() != wanted:
            modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._fitted = page.scaled(wanted, *modes)
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted


class ExportPreview(QWidget):
    """The pages of an export, one at a time; each is made beside the window when it is looked at.

    Args:
        sentence: says to a person what went wrong.
    """

    def __init__(self, sentence: Callable[[TrajectoError], str]) -> None:
        super().__init__()
        self._sentence = sentence
        self.view = PageView()
        self.view.setAccessibleName(self.tr("Preview"))
        self.about = muted_label()
        self._page_at: Callable[[int, float], bytes] = _no_page
        self.page_count = 0
        self._page_0 = 0
        self._asked = 0
        self.previous, self.next = QPushButton("‹"), QPushButton("›")
        for button, name in ((self.previous, self.tr("Previous page")), (self.next, self.tr("Next page"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(3 * self.fontMetrics().height())
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
        layout.addWidget(self.about)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        self.show_note("")

    def show_pages(self, count: int, page_at: Callable[[int, float], bytes], about: str = "") -> None:
        """Show the first of so many pages.

        Args:
            count: how many there are.
            page_at: gives the PNG of a page (0-based), so many pixels wide; it runs in another thread.
            about: what has to be known of them.
        """
        self.page_count, self._page_at = count, page_at
        self.about.setText(about)
        self._show(0)

    def show_note(self, text: str) -> None:
        """Say something in place of pages."""
        self._asked += 1
        self.page_count, self._page_at = 0, _no_page
        self.about.setText("")
        self.view.show_note(text)
        self._refresh()

    def _show(self, page_0: int) -> None:
        self._page_0 = min(max(page_0, 0), self.page_count - 1)
        self._asked += 1
        asked, wanted, page_at = self._asked, self._page_0, self._page_at
        pixels = max(self.view.width() * self.devicePixelRatioF(), _LEAST_PIXELS)

        def show(found: object) -> None:
            if asked == self._asked and isinstance(found, bytes):
                self.view.show_page(found)

        def say(error: TrajectoError) -> None:
            if asked == self._asked:
                self.view.show_note(self._sentence(error))

        QuietTask(self, lambda: page_at(wanted, pixels), show, say).start()
        self._refresh()

    def _refresh(self) -> None:
        count = self.page_count
        for widget in (self.previous, self.next, self.number):
            widget.setVisible(count > 1)
        self.about.setVisible(bool(self.about.text()))
        self.previous.setEnabled(self._page_0 > 0)
        self.next.setEnabled(self._page_0 < count - 1)
        text = self.tr("Page %1 of %2")
        self.number.setText(text.replace("%1", str(self._page_0 + 1)).replace("%2", str(count)))
        self.view.setAccessibleDescription(self.number.text() if count else "")


def _no_page(_page_0: int, _pixels: float) -> bytes:
    return b""
