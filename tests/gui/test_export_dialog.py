"""The dialog of exports: a preview of what has pages, choices that are remembered, keys alone, and small screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_documents import made_document
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, save_figure
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.dialogs.export import ExportDialog
from trajecto_desktop.ui.dialogs.export_choices import KINDS
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.settings import Settings, SettingsFile

_WAIT_MS = 10_000
WITHOUT_PAGES = {"html", "policy"}


@pytest.fixture
def make_dialog(window: MainWindow, qtbot: QtBot) -> Iterator[Callable[..., ExportDialog]]:
    made: list[ExportDialog] = []

    def make(settings: Settings | None = None) -> ExportDialog:
        dialog = ExportDialog(DocumentBridge(made_document()), window.messages, window, settings)
        made.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.kind.setCurrentIndex([each.id for each in KINDS].index(kind))


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_what_has_pages_can_be_looked_at_first(
    make_dialog: Callable[..., ExportDialog], qtbot: QtBot, kind: str
) -> None:
    dialog = make_dialog()
    choose(dialog, kind)
    if kind in WITHOUT_PAGES:
        QApplication.processEvents()
        assert not dialog.preview.view.has_page
    else:
        qtbot.waitUntil(lambda: dialog.preview.view.has_page, timeout=_WAIT_MS)


def test_the_preview_follows_what_is_chosen_and_its_pages_turn(
    make_dialog: Callable[..., ExportDialog], qtbot: QtBot
) -> None:
    dialog = make_dialog()
    choose(dialog, "slides")
    qtbot.waitUntil(lambda: dialog.preview.page_count > 1, timeout=_WAIT_MS)
    QTest.keyClick(dialog.preview.next, Qt.Key.Key_Space)
    assert "2" in dialog.preview.view.accessibleDescription()
    dialog.group.setCurrentIndex(1)
    assert not dialog.preview.view.has_page
    qtbot.waitUntil(lambda: dialog.preview.view.has_page, timeout=_WAIT_MS)
    assert dialog.preview.page_count == 1


def test_what_was_chosen_stands_there_the_next_time_but_no_names_of_people(
    make_dialog: Callable[..., ExportDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    settings = Settings()
    target = tmp_path / "elders" / "gegevens.csv"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    monkeypatch.setattr("trajecto_desktop.ui.messages.Messages.ask", lambda *_args: 1)
    first = make_dialog(settings)
    choose(first, "csv")
    first.table.setCurrentIndex(first.table.findData("spss"))
    first.parts["feedback"].setChecked(True)
    first.parts["decree"].setChecked(False)
    first.export()
    qtbot.waitUntil(lambda: not first.isVisible(), timeout=_WAIT_MS)
    assert {path.name for path in target.parent.iterdir()} == {"gegevens.csv", "gegevens_codeboek.csv"}

    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]) or "", ""))
    second = make_dialog(settings)
    assert second.chosen_kind.id == "csv"
    assert second.table.currentData() == "spss"
    assert not second.parts["decree"].isChecked()
    assert not second.parts["feedback"].isChecked()
    second.export()
    assert Path(asked[0]).parent == target.parent


def test_remembered_choices_survive_the_file_of_settings(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    kept.values.export = {"kind": "slides", "size": "a3"}
    assert kept.save()
    assert SettingsFile(tmp_path / "settings.json").values.export == {"kind": "slides", "size": "a3"}


def test_a_file_without_the_remembered_folder_or_kind_opens_as_the_first_time(
    make_dialog: Callable[..., ExportDialog],
) -> None:
    dialog = make_dialog(Settings(export={"kind": "iets-van-later", "size": "a9", "folder": "/nergens/hier"}))
    assert dialog.chosen_kind.id == KINDS[0].id
    assert dialog.page_size.currentData() == "slide"


def test_an_own_title_stands_on_the_picture(
    make_dialog: Callable[..., ExportDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "prent.svg"
    monkeypatch.setattr("trajecto_desktop.ui.messages.Messages.ask", lambda *_args: 1)
    dialog = make_dialog()
    dialog.title.setFocus()
    QTest.keyClicks(dialog.title, "Wat de vormen doen")
    dialog.export_to(target)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=_WAIT_MS)
    assert "Wat de vormen doen" in target.read_text("utf-8")


def test_pages_of_an_earlier_series_and_letters_that_no_font_has_are_told(
    make_dialog: Callable[..., ExportDialog],
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "figuur.png"
    document = made_document()
    longer = draw_figure(document, FigureRequest(size="slide"), Provenance(()))
    save_figure(replace(longer, pages=longer.pages[:1] * 3), target)
    dialog = make_dialog()
    choose(dialog, "matrix")
    dialog.file_kind.setCurrentIndex(dialog.file_kind.findData(".png"))
    dialog.title.setText("titel \U0010fffd")
    said: list[str] = []

    def answer(text: str, _choices: list[str]) -> int:
        said.append(text)
        return 1

    monkeypatch.setattr(window.messages, "ask", answer)
    dialog.export_to(target)
    qtbot.waitUntil(lambda: bool(said), timeout=_WAIT_MS)
    assert "figuur-2.png, figuur-3.png" in said[0]
    assert "vakjes" in said[0]


@pytest.mark.parametrize("kind", ["matrix", "word", "csv"])
def test_the_whole_dialog_can_be_reached_on_the_smallest_screen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, make_dialog: Callable[..., ExportDialog], kind: str
) -> None:
    monkeypatch.setattr(ExportDialog, "room", lambda _self: QSize(601, 338))
    dialog = make_dialog()
    choose(dialog, kind)
    QApplication.processEvents()
    assert dialog.width() <= 601
    assert dialog.height() <= 338
    corner = dialog.export_button.mapTo(dialog, dialog.export_button.rect().bottomRight())
    assert dialog.rect().contains(corner)
    reached = {dialog.kind}
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
    assert {dialog.group, dialog.forms.list, dialog.export_button} <= reached


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_on_a_small_screen_nothing_is_cut_off_or_scrolls_sideways(
    make_dialog: Callable[..., ExportDialog], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, kind: str
) -> None:
    monkeypatch.setattr(ExportDialog, "room", lambda _self: QSize(601, 338))
    dialog = make_dialog()
    choose(dialog, kind)
    if kind not in WITHOUT_PAGES:
        qtbot.waitUntil(lambda: dialog.preview.view.has_page, timeout=_WAIT_MS)
    QApplication.processEvents()

    (area,) = dialog.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert area.horizontalScrollBar().maximum() == 0
    for label in dialog.findChildren(QLabel):
        words = label.text().replace("&", "")
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(words), words
