"""Start of the window: the one place where its objects are made and wired."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from .ui.bridge import DocumentBridge
    from .ui.main_window import MainWindow
    from .ui.panels.place import Place, PlaceContext, PlaceSpec

NO_DISPLAY = 3
"""Exit code when there is no screen to draw on."""
_NOT_WRITTEN = 5
_PICTURE_SIZE = (1280, 720)
"""Logical pixels."""
_REST_MS = 300
"""What stands beside the table follows when the selection rests."""
_WRITERS_AFTER_MS = 2_000

_NO_DISPLAY_SENTENCE = (
    "trajecto-desktop: er is geen scherm om het venster op te tonen; gebruik hier de opdrachtregel, "
    "bijvoorbeeld: trajecto inspect BESTAND (no display; use the command line, for example: trajecto inspect FILE)."
)
_NO_QT_SENTENCE = (
    "trajecto-desktop: het venster kan niet starten omdat een systeembibliotheek ontbreekt ({detail}); gebruik hier de "
    "opdrachtregel, bijvoorbeeld: trajecto inspect BESTAND (a system library is missing; use: trajecto inspect FILE)."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window with the files named.

    Args:
        arguments: paths, as on the command line; those of the process by default.

    Returns:
        The exit code: 0, or 3 when there is no display.
    """
    asked = _asked(arguments)
    if not has_display(sys.platform, os.environ):
        print(_NO_DISPLAY_SENTENCE, file=sys.stderr)
        return NO_DISPLAY
    try:
        application = _make_application()
    except ImportError as error:
        print(_NO_QT_SENTENCE.format(detail=error), file=sys.stderr)
        return NO_DISPLAY
    from PySide6.QtCore import QTimer

    from .ui.settings import default_state_folder

    window = make_window(application, state_folder=default_state_folder())
    if sys.platform == "darwin":
        from .ui.open_events import OpenEvents

        application.installEventFilter(OpenEvents(window))
    window.session.restore_geometry()
    window.show()
    # Without this the keyboard waits for a click where no window manager hands out the focus.
    window.activateWindow()
    open_files(window, asked.files)
    if asked.screenshot is not None:
        return _take_picture(window, asked.screenshot)
    QTimer.singleShot(0, lambda: _after_first_paint(window, first_steps=not asked.files))
    return application.exec()


def _take_picture(window: MainWindow, target: Path) -> int:
    """Write what the window shows once it has come to rest; gives the exit code."""
    from PySide6.QtCore import QEventLoop, QTimer

    # Screens that nobody sees are 800 pixels wide; the window is made for more.
    window.resize(*_PICTURE_SIZE)
    rest = QEventLoop()
    QTimer.singleShot(_REST_MS, rest.quit)
    rest.exec()
    return 0 if window.grab().save(str(target)) else _NOT_WRITTEN


def _after_first_paint(window: MainWindow, *, first_steps: bool) -> None:
    """What may wait until there is something to see."""
    from .services.own_folders import log_folder
    from .ui.unforeseen import watch

    watch(window, log_folder())
    offer_recovery(window)
    if first_steps:
        # Who names a file knows what to do with it; who comes in by the door gets three cards, once.
        window.actions_registry.run("first_steps")
    from PySide6.QtCore import QTimer

    QTimer.singleShot(_WRITERS_AFTER_MS, window, _load_writers)


def _load_writers() -> None:
    """What a save needs, loaded while nobody waits: the first Ctrl+S would take 15 ms longer."""
    from .services import save_document  # noqa: F401  # only loaded here


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What stands on the command line; `--help` and wrong use end the program with a sentence."""
    parser = argparse.ArgumentParser(
        prog="trajecto-desktop", description="Opent het venster met deze bestanden (opens the window with these files)."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="BESTAND", help="overzicht of fiche (.xlsx, .xlsm)")
    parser.add_argument("--version", action="version", version=f"Trajecto Desktop {__version__}")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="PNG",
        help="schrijf wat het venster toont naar een PNG en stop (write what the window shows to a PNG, and stop)",
    )
    return parser.parse_args(arguments)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always outside Linux, else when a display or a Qt platform is named."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def place_specs() -> tuple[PlaceSpec, ...]:
    """The places of the window, in the order of the rail."""
    from .ui.panels.place import PlaceSpec
    from .ui.translation import QT_TRANSLATE_NOOP

    return (
        PlaceSpec("start", QT_TRANSLATE_NOOP("Places", "Start"), "start", "Alt+1", None),
        PlaceSpec("fiche", QT_TRANSLATE_NOOP("Places", "Fiche"), "fiche", "Alt+2", _fiche),
        PlaceSpec("overview", QT_TRANSLATE_NOOP("Places", "Overview"), "overview", "Alt+3", _overview),
        PlaceSpec("feedback", QT_TRANSLATE_NOOP("Places", "Feedback"), "feedback", "Alt+4", _feedback),
        PlaceSpec("counts", QT_TRANSLATE_NOOP("Places", "Counts"), "results", "Alt+5", _counts),
        PlaceSpec("review", QT_TRANSLATE_NOOP("Places", "Review"), "review", "Alt+6", _review),
    )


def _make_application() -> QApplication:
    # What is loaded and made until the first picture stays: a search for garbage among it finds none (`open_files` lets it go on).
    gc.disable()
    _load_what_knows_no_qt()
    from PySide6.QtWidgets import QApplication  # deferred: without Qt's libraries a sentence must still be possible

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication), "nothing in this program makes another kind"
    application.setApplicationName("trajecto-desktop")
    application.setApplicationDisplayName("Trajecto Desktop")
    application.setDesktopFileName("trajecto-desktop")
    _see_to_letters(application)
    return application


def _load_what_knows_no_qt() -> None:
    """Load the floors below the window before Qt.

    PySide reads the source of each module that is imported after it, to see whether it uses PySide; for these seventy that
    would be a tenth of what loading them takes.
    """
    from .services import open_document

    del open_document


def _see_to_letters(application: QApplication) -> None:
    """Bring a font along where the system has none, as on a bare Linux; boxes in place of letters help nobody."""
    from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

    if QFontMetrics(application.font()).inFont("a"):
        return
    from .shipped import resource

    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(QFont("DejaVu Sans", 9))


def make_window(
    application: QApplication, settings_path: Path | None = None, state_folder: Path | None = None
) -> MainWindow:
    """The window with everything it needs.

    Args:
        application: shown in it.
        settings_path: the file with settings; the person's own by default.
        state_folder: where journals and backups stand; none are kept by default.
    """
    from .ui.main_window import MainWindow
    from .ui.settings import SettingsFile, default_path
    from .ui.theme import Appearance
    from .ui.translation import install_language, spoken

    settings = SettingsFile(settings_path or default_path())
    install_language(application, spoken(settings.values.language))
    appearance = Appearance(application)
    appearance.set_theme(settings.values.theme)
    appearance.set_zoom(settings.values.zoom_percent)
    return MainWindow(settings, appearance, place_specs(), state_folder)


def open_files(window: MainWindow, files: Sequence[Path]) -> None:
    """Open the files named, else those of the last session that are still there.

    What is made here stays as long as the window: looking for garbage among it meanwhile would find none.
    """
    gc.disable()
    try:
        for path in files:
            window.open_path(path)
        if files and not window.workspaces:
            window.show_start()
        elif not files:
            window.session.restore()
    finally:
        gc.enable()


def offer_recovery(window: MainWindow) -> None:
    """Offer what a window that did not end well never saved."""
    state_folder = window.desk.state_folder
    if state_folder is None:
        return
    from .services.journal_folder import SUFFIX, journals

    # Only a journal that was left behind needs what reads it.
    if any(journals(state_folder).glob(f"*{SUFFIX}")):
        from .ui.dialogs.recovery import offer_all

        offer_all(window, state_folder)


# Each place is imported when it is first shown: what start needs is imported at start, and no more.


def _fiche(bridge: DocumentBridge, context: PlaceContext) -> Place:
    from .ui.panels.fiche import FichePlace

    return FichePlace(bridge, context)


def _overview(bridge: DocumentBridge, context: PlaceContext) -> Place:
    from .ui.panels.overview import OverviewPlace

    return OverviewPlace(bridge, context)


def _counts(bridge: DocumentBridge, context: PlaceContext) -> Place:
    from .ui.panels.counts import CountsPlace

    return CountsPlace(bridge, context)


def _review(bridge: DocumentBridge, context: PlaceContext) -> Place:
    from .ui.panels.review import ReviewPlace

    return ReviewPlace(bridge, context)


def _feedback(bridge: DocumentBridge, context: PlaceContext) -> Place:
    from .ui.panels.feedback import FeedbackPlace

    return FeedbackPlace(bridge, context)


if __name__ == "__main__":
    raise SystemExit(main())
