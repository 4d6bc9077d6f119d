"""Texts have 4.5 : 1 and rings and marks 3 : 1 on every ground they stand on, in light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from trajecto_desktop.domain.colour import DEFAULT_PALETTE, contrast
from trajecto_desktop.ui.delegates.focus_ring import paint_focus
from trajecto_desktop.ui.theme import dark_palette, light_palette, shades

PALETTES = {"light": light_palette, "dark": dark_palette}
ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup


@pytest.fixture(params=list(PALETTES))
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> QPalette:
    return PALETTES[request.param]()


def test_what_is_painted_by_hand_stands_out(palette: QPalette) -> None:
    tones = shades(palette)
    grounds = (tones.base, tones.window, tones.heading, tones.selection)

    for ground in grounds:
        assert contrast(tones.text, ground) >= 4.5
        assert contrast(tones.muted, ground) >= 4.5
        assert contrast(tones.focus, ground) >= 3.0


@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Inactive, GROUP.Disabled])
def test_what_qt_paints_can_be_read_also_where_it_cannot_be_done_now(
    palette: QPalette, group: QPalette.ColorGroup
) -> None:
    pairs = (
        (ROLE.Text, ROLE.Base),
        (ROLE.WindowText, ROLE.Window),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.PlaceholderText, ROLE.Base),
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
        (ROLE.Link, ROLE.Base),
    )
    for ink, ground in pairs:
        seen = contrast(palette.color(group, ink).name(), palette.color(group, ground).name())
        assert seen >= 4.5, (ink, ground, seen)


def test_the_ring_is_seen_on_every_colour_of_a_legend(palette: QPalette) -> None:
    tones = shades(palette)
    fills = [legend.fill for legend in DEFAULT_PALETTE.entries] + ["#000000", "#FFFFFF", "#FF0000", tones.focus]
    for fill in fills:
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(QColor(fill))
        painter = QPainter(picture)
        paint_focus(painter, QRect(0, 0, 40, 30), tones, fill)
        painter.end()

        row = {picture.pixelColor(x, 15).name() for x in range(6)}
        assert max(contrast(colour, fill) for colour in row) >= 3.0, fill
