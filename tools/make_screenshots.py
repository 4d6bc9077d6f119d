"""Make the pictures of the manual from the real window: `python tools/make_screenshots.py [FOLDER]`.

No screen is needed. Size, letters and samples are always the same, so a picture changes only when the window does.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trajecto_desktop import shipped
from trajecto_desktop.app import make_window
from trajecto_desktop.domain.feedback import Kind
from trajecto_desktop.services.annotate import annotated
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1280, 720
"""Pixels."""
PLACES = ("fiche", "overview", "feedback", "counts", "review")
KEYS = {
    "feedback": (Qt.Key.Key_Down,),
    # The last heading is folded, as a person does who has seen it.
    "review": (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Down),
}
"""What is pressed in a place before its picture is taken: what is chosen in a list stands beside it or below it."""
MADE = datetime(2025, 1, 15, 9, 0, tzinfo=UTC)
REST_MS = 600
LARGEST = 250_000
"""Bytes of one picture."""


def main(folder: Path) -> None:
    """Write start.png and one picture for each place."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    for file in sorted(shipped.resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(QFont("DejaVu Sans", 9))
    with tempfile.TemporaryDirectory() as temporary:
        window = make_window(application, Path(temporary) / "settings.json")
        window.actions_registry.run("theme_light")
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.show_start()
        _keep(application, window, folder / "start.png")
        window.open_path(_sample_with_feedback(Path(temporary)))
        for place in PLACES:
            window.show_place(place)
            for key in KEYS.get(place, ()):
                QTest.keyClick(QApplication.focusWidget(), key)
            _keep(application, window, folder / f"{place}.png")
        window.close()


def _sample_with_feedback(folder: Path) -> Path:
    """A copy of the sample overview with three remarks of people who do not exist."""
    copy = folder / "overzicht_voorbeeld.xlsx"
    shutil.copy(shipped.samples() / copy.name, copy)
    opened = open_document(copy)
    document = opened.document
    keys = [c.key for c in document.characteristics if document.entry("1G1P", c.key).text.plain]
    remarks = (
        (keys[1], Kind.QUESTION, "Penhouder A", "Odisee", "Geldt dit ook buiten de pilootregio's?"),
        (keys[3], Kind.ADDITION, "Stakeholder B", "VAPH", "Hier hoort een verwijzing naar artikel 12 bij."),
        (keys[6], Kind.CORRECTION, "Stakeholder C", "CLB", "De looptijd is intussen verlengd."),
    )
    for key, kind, author, organisation, text in remarks:
        entry, _ = annotated(document.entry("1G1P", key), kind, author, text, organisation, MADE)
        document.apply(document.change_entry("1G1P", key, entry))
    save_document(opened)
    return copy


def _keep(application: QApplication, window: MainWindow, target: Path) -> None:
    # What stands beside the table follows when the selection rests.
    rest = QEventLoop()
    QTimer.singleShot(REST_MS, rest.quit)
    rest.exec()
    application.processEvents()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    # The lowest quality of a PNG is the smallest file; the picture is the same.
    if not picture.save(str(target), "PNG", 0) or target.stat().st_size > LARGEST:
        raise SystemExit(f"{target.name} was not written, or is larger than {LARGEST} bytes")
    print(f"{target.name}: {picture.width()} × {picture.height()}, {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
