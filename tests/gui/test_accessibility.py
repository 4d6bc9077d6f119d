"""What a screen reader finds, where the focus goes, and what an eye that sees few colours still tells apart."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

import trajecto_desktop.ui
from trajecto_desktop.domain.colour import (
    DEFAULT_PALETTE,
    OWN_MARKS,
    STANDARD_CODES,
    contrast,
    luminance,
    mixed,
    readable_on,
    rgb_of,
)
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.ui.bridge import DocumentBridge
from trajecto_desktop.ui.delegates.code_paint import UNKNOWN, CodeLook, CodeTiles, look_of, paint_mark
from trajecto_desktop.ui.main_window import MainWindow
from trajecto_desktop.ui.panels.fiche import FichePlace
from trajecto_desktop.ui.panels.overview import OverviewPlace
from trajecto_desktop.ui.theme import dark_palette, light_palette, shades

TEXT = QAccessible.Text
PLACES = ("fiche", "overview", "feedback", "counts", "review")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.fixture
def place(window: MainWindow) -> Callable[[str], QWidget]:
    """Brings a place to the front."""

    def show(name: str) -> QWidget:
        assert window.workspace is not None
        return window.workspace.show_place(name)

    return show


# What is read aloud


def _cells(table: QTableView) -> Iterator[tuple[QAccessibleInterface, int, int]]:
    interface = QAccessible.queryAccessibleInterface(table)
    for number in range(interface.childCount()):
        child = interface.child(number)
        cell = child.tableCellInterface()
        if cell is not None:
            yield child, cell.rowIndex(), cell.columnIndex()


def test_every_cell_of_the_fiche_has_value_row_and_column(fiche: FichePlace) -> None:
    seen = set()
    for child, row, column in _cells(fiche.table):
        seen.add((row, column))
        assert child.role() is QAccessible.Role.Cell
        assert child.text(TEXT.Name)
        characteristic = fiche.rows.characteristic_at(row)
        if characteristic is not None:
            heard = child.text(TEXT.Description)
            assert fiche.rows.headerData(column, Qt.Orientation.Horizontal) in heard
            assert characteristic.title in heard
    assert len(seen) == fiche.rows.rowCount() * fiche.rows.columnCount()


def test_every_cell_of_the_overview_names_form_characteristic_and_judgement(
    place: Callable[[str], QWidget], bridge: DocumentBridge
) -> None:
    overview = place("overview")
    assert isinstance(overview, OverviewPlace)
    entries = 0
    for child, row, column in _cells(overview.view):
        where = overview.model.place(row, column)
        heard = child.text(TEXT.Name)
        if where is not None:
            entries += 1
            assert heard.startswith(f"{where[0]} · {bridge.document.characteristic(where[1]).title}\n")
            assert len(heard.splitlines()) >= 2
    assert entries == 36


@pytest.mark.parametrize("name", ["fiche", "overview"])
def test_rows_and_columns_have_headings(place: Callable[[str], QWidget], name: str) -> None:
    shown = place(name)
    assert isinstance(shown, FichePlace | OverviewPlace)
    table = shown.table if isinstance(shown, FichePlace) else shown.view
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(TEXT.Name)
    heads = [interface.child(number) for number in range(interface.childCount())]
    roles = (QAccessible.Role.ColumnHeader, QAccessible.Role.RowHeader)
    assert all(head.text(TEXT.Name) for head in heads if head.role() in roles)
    assert {head.role() for head in heads} >= set(roles)


def test_what_is_read_follows_the_cursor(fiche: FichePlace, place: Callable[[str], QWidget]) -> None:
    fiche.show_entry("1G1P", "doelgroepen-1")
    interface = QAccessible.queryAccessibleInterface(fiche.table)
    assert interface.focusChild().text(TEXT.Name) == "een tekst > nog nagaan"
    QTest.keyClick(fiche.table, Qt.Key.Key_Right)
    assert interface.focusChild().text(TEXT.Name) == "parallel"
    overview = place("overview")
    assert isinstance(overview, OverviewPlace)
    QTest.keyClick(overview.view, Qt.Key.Key_Right)
    heard = QAccessible.queryAccessibleInterface(overview.view).focusChild().text(TEXT.Name)
    assert heard.startswith("Brugfiguren · doelgroep(en) 1")


@pytest.mark.parametrize("name", PLACES)
def test_everything_that_takes_the_focus_has_a_name(place: Callable[[str], QWidget], name: str) -> None:
    shown = place(name)
    QTest.qWait(100)
    nameless = [
        type(widget).__name__
        for widget in shown.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
        and not QAccessible.queryAccessibleInterface(widget).text(TEXT.Name)
    ]
    assert nameless == []


# Where the focus goes

_MOST_LINKS = 12


def _after(window: MainWindow, start: QWidget | None, key: Qt.Key) -> QWidget | None:
    """Where a key leads from a widget."""
    if start is not None:
        start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget() or window, key)
    # In a text with links the key goes from link to link before it leaves.
    for _ in range(_MOST_LINKS if isinstance(start, QLabel) else 0):
        if QApplication.focusWidget() is not start:
            break
        QTest.keyClick(start, key)
    return QApplication.focusWidget()


@pytest.mark.parametrize("name", PLACES)
def test_tab_and_f6_lead_everywhere_and_out_of_everything(
    window: MainWindow, place: Callable[[str], QWidget], name: str
) -> None:
    shown = place(name)
    QTest.qWait(100)
    first = QApplication.focusWidget()
    reached, waiting = {first}, [first]
    while waiting:
        start = waiting.pop()
        ends = {_after(window, start, key) for key in (Qt.Key.Key_Tab, Qt.Key.Key_F6)}
        assert ends != {start}, f"a trap: {start}"
        waiting += ends - reached
        reached |= ends
    wanted = {
        widget
        for widget in shown.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
    }
    missed = {f"{type(widget).__name__} {widget.accessibleName()}" for widget in wanted - reached}
    assert missed == set()


# What is seen


def _seen_by(colour: str, matrix: tuple[tuple[float, float, float], ...] | None) -> str:
    """A colour as it looks with that vision; without a matrix in greyscale."""
    if matrix is None:
        light = luminance(colour)
        value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
        return f"#{round(value * 255):02X}" + f"{round(value * 255):02X}" * 2
    parts = [channel / 255 for channel in rgb_of(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(sum(m * part for m, part in zip(row, linear, strict=True)), 0), 1) for row in matrix]
    coded = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in seen]
    return "#" + "".join(f"{round(part * 255):02X}" for part in coded)


#: Severity 1.0. Source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision
#: Deficiency" (2009), table 1.
VISIONS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "greyscale": None,
}
ALL_MARKS = (*((code, 0) for code in (*STANDARD_CODES, UNKNOWN)), *(("eigen", own) for own in range(len(OWN_MARKS))))
"""Code, and which one it is of the codes of a file's own."""


def _mark(code: str, own: int, size: int) -> list[bool]:
    """Which pixels of a mark are dark: its shape, without any colour."""
    picture = QImage(size + 8, size + 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_mark(painter, QPointF(size / 2 + 4, size / 2 + 4), size, CodeLook("#FFFFFF", code=code, own=own), "#000000")
    painter.end()
    return [picture.pixelColor(x, y).lightness() < 128 for y in range(size + 8) for x in range(size + 8)]


@pytest.mark.parametrize("size", [8, 11, 24])
def test_marks_differ_in_shape_alone(qapp: QApplication, size: int) -> None:
    shapes = {(code, own): _mark(code, own, size) for code, own in ALL_MARKS}
    for one, other in combinations(ALL_MARKS, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        smaller = min(sum(shapes[one]), sum(shapes[other]))
        assert differing > 0.25 * smaller, (one, other)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("base", ["#FFFFFF", "#262A30"])
def test_the_mark_of_each_code_stands_out_in_every_vision(qapp: QApplication, vision: str, base: str) -> None:
    matrix = VISIONS[vision]
    for legend in DEFAULT_PALETTE.judgements:
        for hatched in (False, True):
            look = look_of(Entry(code=legend.code, hatched=hatched), DEFAULT_PALETTE)
            tile = CodeTiles().tile(look, 30, 24, base, 2.0).toImage()
            ground = _seen_by(legend.fill, matrix)
            inked = [_seen_by(tile.pixelColor(x, y).name(), matrix) for x in range(18, 42) for y in range(12, 36)]
            strong = sum(contrast(ink, ground) >= 3 for ink in inked)
            assert strong >= 30, (legend.code, hatched)


@given(colours)
def test_text_and_marks_read_well_on_any_legend_colour(fill: str) -> None:
    assert contrast(readable_on(fill), fill) >= 4.5


@given(colours)
def test_colours_of_remarks_read_well_on_light_and_dark(colour: str) -> None:
    for palette in (light_palette(), dark_palette()):
        tones = shades(palette)
        for ground in (tones.base, tones.window, tones.heading, tones.selection):
            assert contrast(tones.readable(colour, ground), ground) >= 4.5


@pytest.mark.parametrize("palette", [light_palette, dark_palette])
def test_text_and_the_ring_around_the_cursor_read_well(palette: Callable[[], object]) -> None:
    tones = shades(palette())  # type: ignore[arg-type]  # the two palettes of the window
    for ground in (tones.base, tones.window, tones.heading, tones.selection):
        assert contrast(tones.text, ground) >= 4.5
    assert contrast(tones.muted, tones.base) >= 4.5
    assert contrast(tones.muted, tones.window) >= 4.5
    assert contrast(tones.accent, tones.base) >= 3
    for legend in DEFAULT_PALETTE.judgements:
        # The ring stands on a seam of the ground beneath the table: one of the two differs from each colour.
        assert max(contrast(tones.accent, legend.fill), contrast(tones.base, legend.fill)) >= 3


def test_text_over_hatching_reads_well() -> None:
    for legend in DEFAULT_PALETTE.judgements:
        ink = readable_on(legend.fill)
        # In the overview the lines show through for 18 %; nowhere more.
        assert contrast(ink, mixed(ink, legend.fill, 0.18 * 0.6)) >= 4.5


@pytest.mark.parametrize("name", ["fiche", "overview"])
def test_the_cursor_is_seen_where_the_focus_is(window: MainWindow, place: Callable[[str], QWidget], name: str) -> None:
    shown = place(name)
    assert isinstance(shown, FichePlace | OverviewPlace)
    table = shown.table if isinstance(shown, FichePlace) else shown.view
    cell = table.visualRect(table.currentIndex()).adjusted(-3, -3, 3, 3)
    table.setFocus()
    QApplication.processEvents()
    with_focus = table.viewport().grab(cell).toImage()
    shown.filter_bar.field.setFocus()
    QApplication.processEvents()
    assert table.viewport().grab(cell).toImage() != with_focus


def test_nothing_moves_by_itself() -> None:
    """Nobody asked for motion, so nobody has to switch it off."""
    moving = {"QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QSequentialAnimationGroup"}
    for path in Path(trajecto_desktop.ui.__file__).parent.rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert not names & moving, path.name
