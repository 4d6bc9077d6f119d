"""Pages that come with the program, read offline: the manual with its pictures, what is new, the licences."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..overriding import override
from ..theme import MARGIN, WIDE
from .roomy import Dialog

_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


def anchor_of(heading: str) -> str:
    """The name by which a link points to a heading: as on the web pages where Markdown is mostly read."""
    return _NOT_IN_ANCHOR.sub("", heading.strip().lower()).replace(" ", "-")


class PageView(QTextBrowser):
    """Shows a page of Markdown; pictures take the width there is, links between pages work."""

    page_shown = Signal()
    """Another page stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.follow)
        self._page = Path()
        self._shown: QTextDocument | None = None

    @property
    def page(self) -> Path:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Path) -> None:
        """Show a page from its beginning."""
        self._page = page
        self._fill()
        self.page_shown.emit()

    def _fill(self) -> None:
        # A document of its own for each page: Qt stumbles over Markdown written into one that is shown.
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(WIDE)
        document.setBaseUrl(QUrl.fromLocalFile(str(self._page)))
        text = self._page.read_text(encoding="utf-8")
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        # After the text, because writing it takes away what was there.
        for name in _PICTURE.findall(text):
            place = document.baseUrl().resolved(QUrl(name))
            document.addResource(QTextDocument.ResourceType.ImageResource.value, place, self._picture(name))
        before, self._shown = self._shown, document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def _picture(self, name: str) -> QImage:
        """A picture of the page, made as wide as the page where it is wider."""
        picture = QImage(str(self._page.parent / name))
        room = max(self.viewport().width() - 2 * WIDE, 1)
        wide = picture.width() > room
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if wide else picture

    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading, in order."""
        found = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append((block.blockFormat().headingLevel(), block.text()))
            block = block.next()
        return found

    def go_to(self, anchor: str) -> bool:
        """Scroll to a heading by the name of its anchor; says whether there is one."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                rectangle = self.document().documentLayout().blockBoundingRect(block)
                self.verticalScrollBar().setValue(round(rectangle.top()))
                return True
            block = block.next()
        return False

    def follow(self, url: QUrl) -> None:
        """Go where a link leads: a heading, another page, or what the system opens such links with."""
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
            return
        path = Path(self.document().baseUrl().resolved(url).toLocalFile())
        if path.suffix == ".md" and path.is_file() and path != self._page:
            self.show_page(path)
        if url.fragment():
            self.go_to(url.fragment())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give pictures the new width; the place in the page stays."""
        super().resizeEvent(event)
        if self._page.name and event.size().width() != event.oldSize().width():
            bar = self.verticalScrollBar()
            share = bar.value() / max(bar.maximum(), 1)
            self._fill()
            bar.setValue(round(share * bar.maximum()))


class PageDialog(Dialog):
    """A page with its headings beside it and a field to find words in it.

    Args:
        title: of the dialog.
        page: the Markdown file.
        parent: the window.
    """

    def __init__(self, title: str, page: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(1000, 640)
        self.view = PageView()
        self.view.setAccessibleName(title)
        self.contents = QListWidget()
        self.contents.setAccessibleName(QCoreApplication.translate("PageDialog", "Contents"))
        self.contents.itemActivated.connect(self._on_heading_chosen)
        self.contents.itemClicked.connect(self._on_heading_chosen)
        self.field = QLineEdit()
        self.field.setPlaceholderText(QCoreApplication.translate("PageDialog", "Find in this page"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.returnPressed.connect(self.find_next)
        self._build()
        self._home = page
        self.show_page(page)

    def _build(self) -> None:
        splitter = QSplitter()
        splitter.addWidget(self.contents)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([260, 740])
        close = QPushButton(QCoreApplication.translate("PageDialog", "Close"))
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(splitter, 1)
        layout.addLayout(row)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.field.setFocus)
        self.view.page_shown.connect(self._fill_contents)

    def show_page(self, page: Path) -> None:
        """Show a page and its headings."""
        self.view.show_page(page)

    def find_next(self) -> bool:
        """Go to the next place with the words in the field, from the top again after the last; says whether there is one."""
        words = self.field.text()
        if not words or self.view.find(words):
            return bool(words)
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        return self.view.find(words)

    def _fill_contents(self) -> None:
        self.contents.clear()
        for level, text in self.view.headings():
            if level > 3:
                continue
            item = QListWidgetItem("    " * (level - 1) + text)
            item.setData(Qt.ItemDataRole.UserRole, anchor_of(text))
            self.contents.addItem(item)

    def _on_heading_chosen(self, item: QListWidgetItem) -> None:
        self.view.go_to(item.data(Qt.ItemDataRole.UserRole))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew in other letters or colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.view.page.name:
            self.view.show_page(self.view.page)
