"""A screen of 1280 × 720 pixels at 200 % has 640 × 360 logical pixels: the whole window works there, with keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.gui.conftest import made_document
from trajecto_desktop.app import place_specs
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.delegates.form_delegate import lines_of
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.models.fiche_model import Column
from trajecto_desktop.ui.panels.code_buttons import CodeButton
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.folding import Part
from trajecto_desktop.ui.place_rail import PlaceButton
from trajecto_desktop.ui.settings import SettingsFile
from trajecto_desktop.ui.status_notes import Note

SMALL = QSize(640, 360)
PLACES = [spec.id for spec in place_specs()]


@pytest.fixture(params=["nl", "en"])
def small(request: pytest.FixtureRequest, settings: SettingsFile, make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window with the made document on the smallest screen."""
    settings.values.language = request.param
    window = make_window()
    window.add_document(DocumentBridge(made_document()))
    window.resize(SMALL)
    QApplication.processEvents()
    return window


def fiche_of(window: MainWindow) -> FichePlace:
    assert window.workspace is not None
    window.show_place("fiche")
    place = window.workspace.current_place
    assert isinstance(place, FichePlace)
    return place


@pytest.mark.parametrize("place", PLACES)
def test_each_place_fits_on_the_smallest_screen(small: MainWindow, place: str) -> None:
    small.show_place(place)
    QApplication.processEvents()

    least = small.minimumSizeHint()

    assert (small.width(), small.height()) == (SMALL.width(), SMALL.height())
    assert least.width() <= SMALL.width()
    assert least.height() <= SMALL.height()


def test_every_place_stays_in_the_rail_by_its_icon_and_says_its_name(small: MainWindow) -> None:
    buttons = small.findChildren(PlaceButton)

    assert len(buttons) == len(PLACES)
    for button in buttons:
        assert button.geometry().bottom() <= button.parentWidget().height()
        assert button.width() <= 48
        assert button.accessibleName()
        assert button.accessibleName() in button.toolTip()


def test_a_wide_window_names_its_places(window: MainWindow) -> None:
    assert all(button.width() > 48 for button in window.findChildren(PlaceButton))


def test_the_table_has_the_width_and_list_and_pane_open_and_fold_with_a_key(small: MainWindow) -> None:
    fiche = fiche_of(small)
    assert fiche.table.width() > 500
    assert not fiche.parts.is_open(Part.LIST)
    assert not fiche.parts.is_open(Part.PANE)

    QTest.keyClick(small, Qt.Key.Key_F8)
    assert fiche.parts.is_open(Part.PANE)
    assert fiche.pane.isAncestorOf(QApplication.focusWidget())
    assert small.actions_registry.action("show_pane").isChecked()
    assert fiche.table.width() > 200

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert not fiche.parts.is_open(Part.PANE)
    assert fiche.table.hasFocus()

    QTest.keyClick(small, Qt.Key.Key_F9)
    assert fiche.form_list.hasFocus()
    QTest.keyClick(fiche.form_list, Qt.Key.Key_F9)
    assert not fiche.parts.is_open(Part.LIST)


def test_escape_leads_from_the_pane_back_to_the_table(small: MainWindow) -> None:
    fiche = fiche_of(small)
    QTest.keyClick(small, Qt.Key.Key_F8)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert fiche.table.hasFocus()


def test_f6_goes_round_what_is_to_be_seen(small: MainWindow) -> None:
    fiche = fiche_of(small)
    fiche.table.setFocus()

    met = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        met.append(QApplication.focusWidget())

    assert met == [fiche.form_choice, fiche.filter_bar.field, fiche.table]


def test_a_form_is_chosen_above_the_table_where_the_list_is_folded(small: MainWindow) -> None:
    fiche = fiche_of(small)
    assert isinstance(fiche.form_choice, QComboBox)
    assert fiche.form_choice.isVisible()
    fiche.form_choice.setFocus()

    QTest.keyClick(fiche.form_choice, Qt.Key.Key_Down)

    assert fiche.rows.form == "Brugfiguren"


def test_a_wide_window_shows_the_list_instead(fiche: FichePlace) -> None:
    assert fiche.form_list.isVisible()
    assert not fiche.form_choice.isVisible()


def test_what_was_folded_in_a_wide_window_stays_folded_and_a_narrow_one_is_chosen_apart(
    window: MainWindow, fiche: FichePlace
) -> None:
    QTest.keyClick(fiche.table, Qt.Key.Key_F9)
    assert not fiche.parts.is_open(Part.LIST)

    window.resize(SMALL)
    QApplication.processEvents()
    assert not fiche.parts.is_open(Part.PANE)
    window.resize(1280, 720)
    QApplication.processEvents()

    assert not fiche.parts.is_open(Part.LIST)
    assert fiche.parts.is_open(Part.PANE)


def test_a_remark_opens_the_pane_it_is_written_in(small: MainWindow) -> None:
    fiche = fiche_of(small)

    QTest.keyClick(small, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert fiche.parts.is_open(Part.PANE)
    assert fiche.pane.isAncestorOf(QApplication.focusWidget())


def test_the_decree_is_the_wording_where_it_has_no_column_and_the_cursor_passes_over_it(small: MainWindow) -> None:
    fiche = fiche_of(small)
    assert fiche.table.isColumnHidden(Column.DECREE)
    fiche.table.setFocus()
    fiche.table.go_to_first()

    QTest.keyClick(fiche.table, Qt.Key.Key_Left)

    assert fiche.table.currentIndex().column() == Column.ADAPTED


def test_no_code_button_cuts_off_its_word_at_any_width_the_pane_can_have(small: MainWindow) -> None:
    fiche = fiche_of(small)
    QTest.keyClick(small, Qt.Key.Key_F8)
    buttons = fiche.pane.buttons

    widest = max(button.needed_width for button in buttons.findChildren(CodeButton))
    for width in range(widest, 3 * widest, 10):
        buttons.resize(width, buttons.heightForWidth(width) if buttons.hasHeightForWidth() else buttons.height())
        buttons.layout().activate()
        for button in buttons.findChildren(CodeButton):
            assert button.width() >= button.needed_width, (width, button.text())


def test_names_of_forms_stay_apart_also_where_they_do_not_fit(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    names = ["Contextbegeleiding Jeugdhulp", "Contextbegeleiding VAPH", "GBO-samenwerkingsverband"]

    for room in range(60, 260, 5):
        shown = ["".join(lines_of(name, metrics, room, 2)) for name in names]
        assert len(set(shown)) == len(names), room
    assert lines_of(names[1], metrics, metrics.horizontalAdvance("Contextbegeleiding") + 2, 2) == [
        "Contextbegeleiding",
        "VAPH",
    ]


def test_a_selected_row_shows_all_of_its_texts_and_a_page_scrolls_within_it(
    window: MainWindow, fiche: FichePlace
) -> None:
    long = RichText.plain_text("Een zin die lang genoeg is om een regel te vullen in deze kolom. " * 60)
    document, key = fiche.bridge.document, fiche.table.current_key
    before = document.entry("1G1P", key)
    fiche.bridge.push(document.change_entry("1G1P", key, replace(before, text=long)), "Tekst")
    QApplication.processEvents()
    table = fiche.table
    row = table.currentIndex().row()
    assert table.rowHeight(row) > table.viewport().height()

    tops = []
    for _ in range(20):
        tops.append(table.rowViewportPosition(row))
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        if table.currentIndex().row() != row:
            break

    assert len(tops) > 2
    assert tops == sorted(tops, reverse=True)
    assert tops[-1] + table.rowHeight(row) <= table.viewport().height()


@pytest.mark.parametrize("width", [640, 700, 900, 1280, 1700])
def test_the_columns_fill_the_table_and_no_more(window: MainWindow, fiche: FichePlace, width: int) -> None:
    for size in (500, width, 800, width):
        window.resize(size, 500)
        QApplication.processEvents()

    assert sum(fiche.table.columnWidth(column) for column in Column) == fiche.table.viewport().width()


def test_columns_are_drawn_with_keys_and_remembered(
    window: MainWindow, fiche: FichePlace, settings: SettingsFile
) -> None:
    fiche.table.go_to_first()
    before = fiche.table.columnWidth(Column.ENTRY)

    QTest.keyClick(fiche.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)

    after = fiche.table.columnWidth(Column.ENTRY)
    assert after > before
    other = FichePlace(fiche.bridge, fiche.context)
    other.resize(fiche.size())
    other.table.resize(fiche.table.size())
    assert other.table.columns.shares.kept() == fiche.table.columns.shares.kept()
    other.deleteLater()


def test_a_long_message_in_the_status_bar_takes_the_lines_it_needs_and_gives_them_back(small: MainWindow) -> None:
    fiche = fiche_of(small)
    QTest.keyClick(fiche.table, Qt.Key.Key_4)
    QApplication.processEvents()
    bar = small.statusBar()
    notes = [note for note in bar.findChildren(Note) if note.text()]
    low = bar.height()
    message = "Je geeft hier feedback: " + "teksten en kleuren blijven zoals ze zijn. " * 3
    bar.showMessage(message)
    QApplication.processEvents()
    metrics = bar.fontMetrics()

    lines = metrics.horizontalAdvance(message) // bar.width() + 1
    assert lines > 1
    assert not any(note.isVisible() for note in notes), "nothing is written over something else"
    assert bar.height() >= lines * metrics.lineSpacing()
    picture = bar.grab().toImage()
    for line in range(lines):
        rows = range(line * picture.height() // lines, (line + 1) * picture.height() // lines)
        inked = {picture.pixelColor(x, y).name() for y in rows for x in range(4, picture.width() // 4)}
        assert len(inked) > 5, f"nothing is written on line {line}"

    bar.clearMessage()
    QApplication.processEvents()
    assert bar.height() == low
    assert notes
    assert all(note.isVisible() for note in notes)


@pytest.mark.parametrize("forms", [3, 240])
def test_the_longest_count_stands_whole_also_with_hundreds_of_forms(
    settings: SettingsFile, make_window: Callable[[], MainWindow], forms: int
) -> None:
    from trajecto_desktop.domain.fiche import Entry, SupportForm
    from trajecto_desktop.ui.models.counts_model import NUMBER
    from trajecto_desktop.ui.panels.counts import CountsPlace

    settings.values.language = "nl"
    document = made_document()
    content = document.content
    key = content.characteristics[0].key
    for number in range(forms - 3):
        name = f"Vorm {number}"
        content.forms.append(SupportForm(name))
        content.entries[(name, key)] = Entry(RichText.plain_text("tekst"), code="unclear" if number % 2 else "parallel")
    window = make_window()
    window.add_document(DocumentBridge(document))
    window.resize(SMALL)
    window.show_place("counts")
    QApplication.processEvents()
    assert window.workspace is not None
    place = window.workspace.current_place
    assert isinstance(place, CountsPlace)

    words = str(place.sorted.index(0, NUMBER).data())
    assert ("onduidelijk" in words) == (forms > 3), words
    needed = place.table.fontMetrics().horizontalAdvance(words)
    assert place.table.columnWidth(NUMBER) >= needed + 6
    assert place.table.horizontalHeader().length() <= place.table.viewport().width()
