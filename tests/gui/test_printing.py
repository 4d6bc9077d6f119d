"""Printing the place in front, on a printer that writes PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trajecto_desktop.services.print_pages import fiche_pages, matrix_pages
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.printing import new_printer, paint_pages

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _page(colour: str) -> QImage:
    page = QImage(1200, 800, QImage.Format.Format_RGB32)
    page.fill(QColor(colour))
    return page


def _pdf_printer(path: Path) -> QPrinter:
    printer = new_printer("proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_each_page_gets_a_landscape_sheet_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "uit.pdf"
    printer = _pdf_printer(path)
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    paint_pages([_page("red"), _page("green"), _page("blue")], printer)
    assert path.read_bytes().count(b"/Type /Page\n") == 3


def test_only_the_pages_asked_for_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "uit.pdf"
    printer = _pdf_printer(path)
    printer.setFromTo(2, 2)
    paint_pages([_page("red"), _page("green"), _page("blue")], printer)
    assert path.read_bytes().count(b"/Type /Page\n") == 1


def test_the_fiche_and_the_matrix_are_pages_of_a4_landscape(bridge: DocumentBridge) -> None:
    for pages in (
        fiche_pages(bridge.document, "1G1P", Provenance(()), "nl"),
        matrix_pages(bridge.document, ("1G1P", "Buddy's"), "Insteek", Provenance(()), "en"),
    ):
        picture = QImage.fromData(pages[0])
        assert picture.width() / picture.height() == pytest.approx(297 / 210, rel=0.01)
        assert picture.width() > 2000


@pytest.mark.parametrize("place", ["fiche", "overview"])
def test_the_preview_shows_the_place_in_front(window: MainWindow, fiche: FichePlace, qtbot: QtBot, place: str) -> None:
    assert window.workspace is not None
    window.workspace.show_place(place)

    def preview() -> QPrintPreviewDialog | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintPreviewDialog)), None)

    seen: list[str] = []

    def close() -> None:
        dialog = preview()
        assert dialog is not None
        seen.append(dialog.windowTitle())
        dialog.reject()

    from PySide6.QtCore import QTimer

    timer = QTimer(window, interval=50)
    timer.timeout.connect(lambda: (preview() is not None and preview().isVisible()) and (timer.stop(), close()))
    timer.start()
    QTest.keyClick(window.workspace.currentWidget().focusWidget(), Qt.Key.Key_P, CTRL_SHIFT)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == ["Afdrukvoorbeeld: 1G1P" if place == "fiche" else "Afdrukvoorbeeld: Overzicht"]
