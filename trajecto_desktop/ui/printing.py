"""Printing the place in front, with a preview: the fiche as a table, or the matrix.

Here: printers and pages on paper. Not here: what is on the pages (`services.print_pages`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ..errors import TrajectoError
from ..services.print_pages import fiche_pages, matrix_pages
from ..services.provenance import Provenance
from .bridge import DocumentBridge
from .messages import Messages
from .snapshot import snapshot
from .tasks import Task

Pages = Callable[[], list[bytes]]
"""Makes the pages as PNG; runs beside the window."""


def provenance_of(bridge: DocumentBridge) -> Provenance:
    """From which file what is printed comes."""
    unsaved = not bridge.undo_stack.isClean()
    try:
        return Provenance.of(*((bridge.path,) if bridge.path is not None else ()), unsaved=unsaved)
    except TrajectoError:
        # The file went away meanwhile; the page then says only which program made it.
        return Provenance((), unsaved=unsaved)


def print_fiche(bridge: DocumentBridge, form: str, preview: bool, messages: Messages, window: QWidget) -> None:
    """Print the fiche of one form as a table, or show it first."""
    document, provenance, language = snapshot(bridge.document), provenance_of(bridge), messages.language

    def make() -> list[bytes]:
        return fiche_pages(document, form, provenance, language)

    start_printing(make, form, preview, messages, window)


def print_matrix(
    bridge: DocumentBridge,
    forms: Sequence[str],
    group: str | None,
    preview: bool,
    messages: Messages,
    window: QWidget,
) -> None:
    """Print the matrix of these forms, of one group or of all, or show it first."""
    document, provenance, language = snapshot(bridge.document), provenance_of(bridge), messages.language

    def make() -> list[bytes]:
        return matrix_pages(document, forms, group, provenance, language)

    name = bridge.path.stem if bridge.path is not None else QCoreApplication.translate("Printing", "Overview")
    start_printing(make, name, preview, messages, window)


def start_printing(make: Pages, name: str, preview: bool, messages: Messages, window: QWidget) -> None:
    """Make the pages beside the window, then ask for a printer or show them first.

    Args:
        make: makes the pages; must not touch the open document.
        name: what the print job is called.
        preview: whether the pages are shown before.
        messages: says what went wrong.
        window: over which the dialogs stand.
    """
    show = _show_preview if preview else _ask_and_print

    def done(made: object) -> None:
        pages = [QImage.fromData(page) for page in made] if isinstance(made, list) else []
        show(pages, name, window)

    title = QCoreApplication.translate("Printing", "Making the pages…")
    cancel = QCoreApplication.translate("Printing", "Cancel")
    Task(window, title, make, done, messages.show_error, cancel).start()


def new_printer(name: str) -> QPrinter:
    """A printer for landscape pages; without any printer Qt offers a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(name)
    return printer


def paint_pages(pages: Sequence[QImage], printer: QPrinter) -> None:
    """Put each page on a sheet of its own, as large as fits, within the range of pages that was asked for."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        page = pages[number - 1]
        room = QRectF(painter.viewport())
        size = page.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(room.center())
        painter.drawImage(box, page)
    painter.end()


def _ask_and_print(pages: Sequence[QImage], name: str, window: QWidget) -> None:
    printer = new_printer(name)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, max(len(pages), 1))
    if dialog.exec():
        paint_pages(pages, printer)
    dialog.deleteLater()


def _show_preview(pages: Sequence[QImage], name: str, window: QWidget) -> None:
    # The dialog does not keep its printer alive.
    printer = new_printer(name)
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "Print preview: %1").replace("%1", name))
    dialog.resize(window.size() * 0.9)
    dialog.paintRequested.connect(lambda sheet: paint_pages(pages, sheet))
    dialog.exec()
    dialog.deleteLater()
