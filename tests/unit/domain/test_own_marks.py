"""Codes that only one file has: each has a mark of its own, wherever its palette comes from."""

from __future__ import annotations

from dataclasses import replace

from trajecto_desktop.domain.colour import (
    DEFAULT_PALETTE,
    MARKS,
    OTHER_MARK,
    OWN_MARKS,
    LegendEntry,
    Palette,
    own_mark,
    own_outline,
)


def with_own(*codes: str) -> Palette:
    return Palette.of((*DEFAULT_PALETTE.entries, *(LegendEntry(code, code, "#FFC0CB") for code in codes)))


def test_codes_of_a_files_own_have_different_marks_in_the_order_of_the_legend() -> None:
    own = [entry.mark for entry in with_own("a", "b", "c").judgements if entry.code not in MARKS]
    assert own == list(OWN_MARKS[:3])


def test_the_marks_of_the_usual_codes_stay_what_they_are() -> None:
    assert [entry.mark for entry in with_own("a").judgements][:6] == list(MARKS.values())


def test_a_colour_outside_the_legend_has_the_mark_of_no_code() -> None:
    assert OTHER_MARK not in {*MARKS.values(), *OWN_MARKS}


def test_a_palette_that_grows_numbers_its_own_codes_anew() -> None:
    first = with_own("a")
    second = Palette.of((*first.entries, replace(first.entries[-1], code="b")))
    assert [entry.own for entry in second.entries][-2:] == [0, 1]


def test_a_sixth_code_of_its_own_begins_anew() -> None:
    assert own_mark(len(OWN_MARKS)) == OWN_MARKS[0]
    assert own_outline(len(OWN_MARKS)) == own_outline(0)
    for number in range(len(OWN_MARKS)):
        assert all(x * x + y * y <= 1.75 for x, y in own_outline(number))
