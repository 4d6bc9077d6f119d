"""The list of remarks: what opening it leaves alone, on which entry a new remark goes, and what is in sight at any width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from trajecto_desktop.app import place_specs
from trajecto_desktop.domain.feedback import Annotation, Kind, Status
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.models.remarks_model import STATUS, TEXT, WHERE
from trajecto_desktop.ui.panels.feedback import FeedbackPlace
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.settings import SettingsFile

HERE = ("1G1P", "doelgroepen-3")
"""Where the cursor of the fiche stands; nobody remarked on it."""
REMARKED = ("Brugfiguren", "doelgroepen-2")
PLACES = [spec.id for spec in place_specs() if spec.make is not None]


@pytest.fixture
def cursor(fiche: FichePlace, settings: SettingsFile) -> tuple[str, str]:
    """The cursor of the fiche, on an entry without a remark."""
    settings.values.author = "Penhouder"
    fiche.show_entry(*HERE)
    return HERE


def opened(window: MainWindow) -> FeedbackPlace:
    window.show_place("feedback")
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, FeedbackPlace)
    QApplication.processEvents()
    return place


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    QApplication.processEvents()


def write_remark(text: str) -> None:
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def notes(place: FeedbackPlace) -> str:
    return "\n".join(label.text() for label in place.side.findChildren(QLabel) if label.isVisible())


def add_remark(bridge: DocumentBridge, form: str, key: str, remark_id: str, status: Status = Status.OPEN) -> None:
    remark = Annotation(remark_id, Kind.REMARK, "Jan", "Nog een", "", "2025-03-04", status=status)
    before = bridge.document.entry(form, key)
    bridge.push_entry(form, key, replace(before, annotations=(*before.annotations, remark)), "Opmerking")


@pytest.mark.parametrize("place", PLACES)
def test_opening_a_place_leaves_the_cursor_of_the_fiche_where_it_was(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str], place: str
) -> None:
    for _ in range(2):
        window.show_place(place)
        QApplication.processEvents()
        assert bridge.current == cursor


def test_a_remark_that_is_chosen_with_a_key_takes_the_cursor_along(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    assert not place.selected()

    press(Qt.Key.Key_Down)

    assert [line.remark.text for line in place.selected()] == ["Waarom?"]
    assert bridge.current == REMARKED


def test_a_remark_that_is_clicked_takes_the_cursor_along(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    spot = place.table.visualRect(place.model.index(0, TEXT)).center()

    QTest.mouseClick(place.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert bridge.current == REMARKED


def test_the_remark_on_the_entry_of_the_cursor_is_shown_at_once(
    window: MainWindow, bridge: DocumentBridge, fiche: FichePlace
) -> None:
    add_remark(bridge, *HERE, "{2}")
    fiche.show_entry(*HERE)

    place = opened(window)

    assert [line.remark.id for line in place.selected()] == ["{2}"]
    assert bridge.current == HERE


def test_without_a_selection_a_new_remark_goes_on_the_cursor_of_the_fiche_and_says_so(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    assert "1G1P · doelgroep(en) 3" in notes(place)

    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert "Nieuwe opmerking bij: 1G1P · doelgroep(en) 3" in notes(place)
    press(Qt.Key.Key_Escape)
    write_remark("Van hier")

    assert [remark.text for remark in bridge.document.entry(*HERE).annotations] == ["Van hier"]
    assert bridge.undo_stack.undoText() == "Opmerking: 1G1P · doelgroep(en) 3"
    assert bridge.current == HERE
    assert [line.remark.text for line in place.selected()] == ["Van hier"]


def test_a_new_remark_goes_on_the_entry_of_the_remark_that_was_chosen(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert "Nieuwe opmerking bij: Brugfiguren · doelgroep(en) 2" in notes(place)
    press(Qt.Key.Key_Escape)
    write_remark("Daarbij")

    assert [remark.text for remark in bridge.document.entry(*REMARKED).annotations] == ["Waarom?", "Daarbij"]
    assert not bridge.document.entry(*HERE).annotations


def test_a_remark_begun_on_one_entry_stays_with_it_when_another_is_chosen(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    writing = QApplication.focusWidget()
    assert writing is not None
    QTest.keyClicks(writing, "Van hier")

    QTest.keyClick(place.table, Qt.Key.Key_Down)
    assert "Nieuwe opmerking bij: 1G1P · doelgroep(en) 3" in notes(place)
    QTest.keyClick(writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [remark.text for remark in bridge.document.entry(*HERE).annotations] == ["Van hier"]


def test_a_remark_without_a_name_to_it_stays_in_the_field(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str], settings: SettingsFile, monkeypatch: object
) -> None:
    from PySide6.QtWidgets import QInputDialog

    settings.values.author = ""
    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    place = opened(window)

    write_remark("Zonder naam")

    assert not bridge.document.entry(*HERE).annotations
    assert place.thread_view.written == "Zonder naam"


def test_a_filter_selects_nothing_and_leaves_the_cursor(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    place = opened(window)
    add_remark(bridge, "Buddy's", "insteek-1", "{2}")
    press(Qt.Key.Key_Down)
    here = bridge.current

    place.filters.search.setText("nog")

    assert [line.remark.id for line in place.model.lines] == ["{2}"]
    assert bridge.current == here


def test_who_settles_open_remarks_goes_on_with_the_next_one(
    window: MainWindow, bridge: DocumentBridge, cursor: tuple[str, str]
) -> None:
    for number, form in enumerate(("Brugfiguren", "Buddy's"), 2):
        add_remark(bridge, form, "insteek-1", f"{{{number}}}")
    place = opened(window)
    place.filters.status_box.setCurrentIndex(place.filters.status_box.findData(Status.OPEN))
    place.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert [line.remark.id for line in place.selected()] == ["{2}"]

    QTest.mouseClick(place.done_button, Qt.MouseButton.LeftButton)

    assert [line.remark.id for line in place.selected()] == ["{3}"]
    assert bridge.current == ("Buddy's", "insteek-1")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("width", [640, 800, 1000, 1280])
def test_status_place_and_remark_are_in_sight_at_any_width(
    make_window: object, settings: SettingsFile, width: int, folded: bool, language: str
) -> None:
    from tests.gui.conftest import made_document

    settings.values.language = "nl" if language == "nl" else "en"
    assert callable(make_window)
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    window.resize(width, 360)
    place = opened(window)
    if folded:
        press(Qt.Key.Key_F8)
    table, header = place.table, place.table.horizontalHeader()
    room = table.viewport().width()

    assert header.length() <= room
    for column in (STATUS, WHERE, TEXT):
        assert not table.isColumnHidden(column)
        assert header.sectionViewportPosition(column) + header.sectionSize(column) <= room
    if room > 900:
        assert not any(table.isColumnHidden(column) for column in range(TEXT + 1))
    title = table.fontMetrics().horizontalAdvance(str(place.model.headerData(TEXT, Qt.Orientation.Horizontal)))
    assert header.sectionSize(TEXT) > title


def test_a_remark_is_written_on_the_smallest_screen_without_scrolling_sideways(
    window: MainWindow, cursor: tuple[str, str]
) -> None:
    window.resize(640, 360)
    place = opened(window)

    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert place.side.horizontalScrollBar().maximum() == 0
    writing = QApplication.focusWidget()
    assert writing is not None
    QTest.qWait(20)
    for part in (writing, *place.thread_view.writer.findChildren(QPushButton)):
        assert part.visibleRegion().boundingRect() == part.rect(), part
