"""Characters outside the shipped font: drawn with a font of this machine, or told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop.services import typesetting
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure
from trajecto_desktop.services.figure_drawing import drawn_text
from trajecto_desktop.services.figure_text import text_width
from trajecto_desktop.services.glyphs import boxes_sentence, foreign
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.shipped import samples

NOBODYS = "\U0010fffd"
"""A character of private use, that no font has."""


def test_letters_of_european_languages_and_our_own_signs_are_in_the_shipped_font() -> None:
    assert foreign("Zorgcoördinatie – ‘één’ … œuvre ŁódźŞ Ελλάδα Україна ● ◐ ○ ≡ ◆▲✖▼★◇ \n\t\u00ad\u200b") == ""


def test_characters_that_it_lacks_are_found_once_each_in_order() -> None:
    assert foreign("日本 en 日 – 語") == "日本語"


def test_wide_letters_take_the_width_that_they_will_have() -> None:
    assert text_width("日本", 10.0) == pytest.approx(20.0)
    assert text_width("a日", 10.0) == pytest.approx(text_width("a", 10.0) + 10.0)


def test_a_text_of_the_shipped_font_looks_at_no_other_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_is_drawable", lambda *_: pytest.fail("no font has to be asked"))
    assert typesetting.undrawable("Zorgcoördinatie") == ""


def test_a_character_that_no_font_has_is_told() -> None:
    assert typesetting.undrawable(f"a{NOBODYS}b") == NOBODYS
    note = typesetting.boxes_note(f"a{NOBODYS}b", ".PNG")
    assert NOBODYS in note
    assert "vakjes" in note
    assert typesetting.boxes_note(f"a{NOBODYS}b", ".svg") == ""
    assert boxes_sentence("", "en") == ""


def test_a_picture_with_such_letters_is_set_in_the_fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    fonts = typesetting._fonts

    def asking(*, system: bool) -> object:
        asked.append(system)
        return fonts(system=system)

    monkeypatch.setattr(typesetting, "_fonts", asking)
    typesetting.compiled('#text(font: "DejaVu Sans", "abc")', "png")
    assert asked == [False]
    typesetting.compiled('#text(font: "DejaVu Sans", "日本")', "png")
    assert asked[1:] == [False, True]


def test_only_what_is_drawn_counts(tmp_path: Path) -> None:
    document = open_document(samples() / "fiche_1G1P.xlsx").document
    row = document.characteristics[0]
    entry = document.entry("1G1P", row.key)
    document.apply(document.change_entry("1G1P", row.key, replace(entry, text=entry.text.with_plain(NOBODYS))))
    assert NOBODYS not in drawn_text(draw_figure(document, FigureRequest(), Provenance(())))
    drawn = draw_figure(document, FigureRequest(title=f"titel {NOBODYS}"), Provenance(()))
    assert NOBODYS in drawn_text(drawn)
