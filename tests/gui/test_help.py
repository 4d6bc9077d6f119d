"""Help inside the program: the manual, what is new, first steps, problem report, about. All of it without the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from trajecto_desktop import __version__, shipped
from trajecto_desktop.ui.dialogs.about import AboutDialog
from trajecto_desktop.ui.dialogs.manual import PageDialog, anchor_of
from trajecto_desktop.ui.dialogs.problem_report import ProblemReportDialog
from trajecto_desktop.ui.dialogs.tour import STEPS, TourDialog
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.settings import SettingsFile


def shown(window: MainWindow, kind: type[QDialog]) -> QDialog:
    found = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, found
    return found[0]


@pytest.fixture
def manual(window: MainWindow) -> PageDialog:
    window.actions_registry.run("manual")
    dialog = shown(window, PageDialog)
    assert isinstance(dialog, PageDialog)
    return dialog


def test_f1_opens_the_manual_in_dutch(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = shown(window, PageDialog)
    assert isinstance(dialog, PageDialog)
    assert dialog.view.page.name == "handleiding.md"
    assert "Handleiding van Trajecto Desktop" in dialog.view.toPlainText()
    dialog.close()


def test_each_picture_of_the_manual_is_shown_no_wider_than_the_page(manual: PageDialog) -> None:
    pictures = list((shipped.docs("images")).glob("*.png"))
    assert len(pictures) >= 6
    for file in pictures:
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = manual.view.document().resource(kind, QUrl(f"images/{file.name}"))
        assert isinstance(picture, QImage)
        assert not picture.isNull(), file
        assert picture.width() <= manual.view.viewport().width()
    manual.close()


def test_a_link_goes_to_its_heading_and_to_another_page(manual: PageDialog) -> None:
    manual.view.follow(QUrl("#een-feedbackronde"))
    assert manual.view.verticalScrollBar().value() > 0
    manual.view.follow(QUrl("toetsen.md"))
    assert manual.view.page.name == "toetsen.md"
    assert "F1" in manual.view.toPlainText()
    assert manual.contents.item(0).text() == "Toetsen"
    manual.close()


def test_each_heading_beside_the_page_can_be_gone_to(manual: PageDialog) -> None:
    headings = manual.view.headings()
    assert len(headings) > 12
    assert manual.contents.count() == len([level for level, _ in headings if level <= 3])
    assert all(manual.view.go_to(anchor_of(text)) for _, text in headings)
    assert not manual.view.go_to("nergens")
    manual.close()


def test_words_are_found_and_found_again_from_the_top(manual: PageDialog) -> None:
    manual.field.setText("terugkoppelingsbrief")
    assert manual.find_next()
    first = manual.view.textCursor().position()
    while manual.find_next() and manual.view.textCursor().position() > first:
        pass
    assert manual.view.textCursor().position() == first
    manual.field.setText("dit staat er niet")
    assert not manual.find_next()
    manual.close()


def test_english_people_get_the_english_pages(make_window: Callable[[], MainWindow], settings: SettingsFile) -> None:
    settings.values.language = "en"
    window = make_window()
    window.actions_registry.run("manual")
    dialog = shown(window, PageDialog)
    assert isinstance(dialog, PageDialog)
    assert dialog.view.page.name == "manual-in-short.md"
    dialog.close()


def test_what_is_new_is_shown(window: MainWindow) -> None:
    window.actions_registry.run("news")
    dialog = shown(window, PageDialog)
    assert isinstance(dialog, PageDialog)
    assert __version__ in dialog.view.toPlainText()
    assert shipped.changelog().is_file()
    dialog.close()


def test_about_names_the_version_and_what_it_is_built_on(window: MainWindow) -> None:
    window.actions_registry.run("about")
    dialog = shown(window, AboutDialog)
    assert isinstance(dialog, AboutDialog)
    assert "vrije software" in dialog.view.toPlainText()
    assert "free software" not in dialog.view.toPlainText()
    assert __version__ in dialog.words.text()
    assert "LGPL" in dialog.view.toPlainText()
    dialog.close()


def test_the_first_steps_come_once_and_can_be_skipped(window: MainWindow, settings: SettingsFile) -> None:
    window.actions_registry.run("first_steps")
    dialog = shown(window, TourDialog)
    assert isinstance(dialog, TourDialog)
    assert settings.values.tour_seen
    QTest.mouseClick(dialog.skip, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    window.actions_registry.run("first_steps")
    assert not [each for each in window.findChildren(TourDialog) if each.isVisible()]


def test_the_first_steps_go_forth_and_back_to_the_end(window: MainWindow) -> None:
    dialog = TourDialog(window)
    dialog.show()
    seen = [dialog.heading.text()]
    for _ in STEPS[1:]:
        QTest.mouseClick(dialog.onward, Qt.MouseButton.LeftButton)
        seen.append(dialog.heading.text())
    assert len(set(seen)) == len(STEPS)
    assert not dialog.skip.isVisible()
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.heading.text() == seen[-2]
    QTest.mouseClick(dialog.onward, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.onward, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted.value
    dialog.deleteLater()


def test_a_problem_report_is_read_before_it_is_copied_or_mailed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("trajecto_desktop.services.own_folders.log_folder", lambda: tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    window.actions_registry.run("problem")
    dialog = shown(window, ProblemReportDialog)
    assert isinstance(dialog, ProblemReportDialog)
    report = dialog.text.toPlainText()
    assert __version__ in report
    document = window.workspace.bridge.document if window.workspace is not None else None
    assert document is not None
    texts = [entry.text.plain for entry in document.content.entries.values() if entry.text.plain]
    assert texts
    assert not [text for text in texts if text in report]
    assert not opened
    dialog.text.setPlainText("alleen dit")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "alleen dit"
    dialog.mail.click()
    assert opened[0].scheme() == "mailto"
    assert "alleen" in opened[0].toString()
    dialog.close()
