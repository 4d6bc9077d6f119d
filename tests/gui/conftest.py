"""What the tests of the window share: a window on a made document, and a watch that fails on any warning or leftover."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trajecto_desktop.app import place_specs
from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.domain.characteristic import GENERAL_REMARKS, Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.feedback import Annotation, Kind
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.step_names import is_known
from trajecto_desktop.ui.theme import Appearance
from trajecto_desktop.ui.translation import install_language

# Said by the platform without a screen, about itself.
_FORESEEN = ("This plugin does not support",)

REMARK = Run("> nog nagaan", RunStyle(colour="#C00000"), RunRole.REMARK, source="<i/>")


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """Qt without a screen frees what is on the clipboard after Python has gone, and falls over what Python made."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _watch(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any Qt message, any warning in the log, and any window left behind."""
    messages: list[str] = []

    def note(kind: QtMsgType, _where: object, text: str) -> None:
        if not text.startswith(_FORESEEN):
            messages.append(f"{kind.name}: {text}")

    before = set(map(id, QApplication.topLevelWidgets()))
    previous = qInstallMessageHandler(note)
    yield
    QApplication.closeAllWindows()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    qapp.processEvents()
    qInstallMessageHandler(previous)
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not messages, f"Qt said: {messages}"
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert not left, f"left open: {left}"


@pytest.fixture(autouse=True)
def _names_are_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when the program names an undo step with words that `step_names` would not find back in the other language."""
    unknown: list[str] = []
    push = DocumentBridge.push

    def listening(bridge: DocumentBridge, change: Change, name: str, merge_id: int = -1) -> bool:
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals["__name__"] == DocumentBridge.__module__:
            frame = frame.f_back
        ours = str(frame.f_globals["__name__"]).startswith("trajecto_desktop.")
        if ours and not (is_known(name, "nl") or is_known(name, "en")):
            unknown.append(name)
        return push(bridge, change, name, merge_id)

    monkeypatch.setattr(DocumentBridge, "push", listening)
    yield
    assert not unknown


def made_document() -> Document:
    """Three forms, four groups of three characteristics; some entries are filled."""
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(name) for name in ("1G1P", "Brugfiguren", "Buddy's")])
    for group in ("Doelgroep(en)", "Doelstelling(en)", "Insteek", "Principe\nContinuïteit"):
        for number in range(1, 4):
            word = group.split()[0].lower()
            text = RichText.plain_text(f"{word} {number}")
            decree = RichText.plain_text(f"Art. {10 + number}: 3° tekst over {word}")
            key = f"{word.replace('(', '').replace(')', '')}-{number}"
            content.characteristics.append(
                Characteristic(key, group, decree, text, references=(f"Art. {10 + number}, 3°",))
            )
    keys = [c.key for c in content.characteristics]
    content.entries[("1G1P", keys[0])] = Entry(RichText((Run("een tekst ", source="<b/>"), REMARK)), code="parallel")
    content.entries[("1G1P", keys[3])] = Entry(RichText.plain_text("zonder kleur"))
    remark = Annotation("{1}", Kind.QUESTION, "An", "Waarom?", "CAW", "2025-03-02")
    content.entries[("Brugfiguren", keys[1])] = Entry(
        RichText.plain_text("brug"), code="partial", annotations=(remark,)
    )
    content.entries[("1G1P", GENERAL_REMARKS)] = Entry(RichText.plain_text("Verschilt per regio"))
    for form in content.forms:
        for row, key in enumerate([GENERAL_REMARKS, *keys], 6):
            content.places[(form.name, key)] = {"Globaal overzicht": f"D{row}"}
    return Document(content)


@pytest.fixture
def settings() -> SettingsFile:
    """Settings that are kept in memory only."""
    return SettingsFile(None)


@pytest.fixture
def make_window(qapp: QApplication, qtbot: object, settings: SettingsFile) -> Iterator[Callable[[], MainWindow]]:
    """Makes a shown window in Dutch; it is gone after the test."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        install_language(qapp, settings.values.language)
        appearance = Appearance(qapp)
        appearance.set_theme(settings.values.theme)
        window = MainWindow(settings, appearance, place_specs())
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        # Shortcuts work in the active window only.
        assert QTest.qWaitForWindowActive(window)
        made.append(window)
        return window

    yield make
    for window in made:
        for workspace in window.workspaces:
            workspace.bridge.undo_stack.setClean()
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, 52)
    install_language(qapp, "en")


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """A window with the made document open."""
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    return window


@pytest.fixture
def bridge(window: MainWindow) -> DocumentBridge:
    """The open document."""
    assert window.workspace is not None
    return window.workspace.bridge


@pytest.fixture
def fiche(window: MainWindow) -> FichePlace:
    """The Fiche place of the made document, with the focus in the table."""
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    place.table.setFocus()
    return place


@pytest.fixture
def overview_copy(shared_dir: Path, tmp_path: Path) -> Path:
    """A copy of the real overview that a test may write to."""
    copy = tmp_path / "overzicht.xlsx"
    copy.write_bytes((shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").read_bytes())
    return copy
