"""When two files say the same of an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trajecto_desktop.domain.alike import Aspect, differing_aspects, same_judgement, same_text
from trajecto_desktop.domain.feedback import Annotation, Kind
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle

plain = RichText.plain_text
REMARK = RunStyle(italic=True, colour="#C00000")


def test_the_font_of_a_file_makes_no_difference() -> None:
    assert same_text(plain("tekst"), RichText((Run("tekst", RunStyle(colour="#000000"), source="<sz val='9'/>"),)))


def test_how_a_text_is_cut_into_runs_makes_no_difference() -> None:
    assert same_text(plain("een twee"), RichText((Run("een "), Run("twee", source="x"))))


def test_whether_a_remark_is_slanted_makes_no_difference() -> None:
    assert same_text(RichText((Run("opm", REMARK, RunRole.REMARK),)), RichText((Run("opm", role=RunRole.REMARK),)))


@pytest.mark.parametrize(
    "other",
    [
        plain("andere tekst"),
        RichText((Run("tekst", REMARK, RunRole.REMARK),)),
        RichText((Run("tek"), Run("st", RunStyle(bold=True)))),
        RichText((Run("tekst", RunStyle(strike=True)),)),
        RichText((Run("tekst", RunStyle(colour="#0000FF")),)),
        None,
    ],
)
def test_other_words_roles_or_emphasis_are_a_difference(other: RichText | None) -> None:
    assert not same_text(plain("tekst"), other)


def test_a_drifted_shade_of_the_same_code_is_the_same_judgement() -> None:
    assert same_judgement(Entry(code="parallel"), Entry(code="parallel", shade="#AECC94"))
    assert not same_judgement(Entry(shade="#111111"), Entry(shade="#222222"))
    assert not same_judgement(Entry(code="parallel"), Entry(code="parallel", hatched=True))


def test_each_aspect_is_named() -> None:
    remark = Annotation("{1}", Kind.QUESTION, "An", "Waarom?")
    entry = Entry(plain("tekst"), plain("kort"), "parallel", hatched=True, annotations=(remark,))
    assert differing_aspects(entry, entry) == ()
    assert differing_aspects(EMPTY_ENTRY, entry) == tuple(Aspect)
    assert differing_aspects(entry, replace(entry, short_text=None)) == (Aspect.SHORT_TEXT,)
    assert differing_aspects(entry, replace(entry, short_text=None), short_texts=False) == ()
    assert differing_aspects(entry, replace(entry, hatched=False)) == (Aspect.HATCHING,)
    assert differing_aspects(replace(entry, annotations=()), entry) == (Aspect.FEEDBACK,)
    assert differing_aspects(entry, replace(entry, annotations=())) == ()
    assert differing_aspects(Entry(), Entry(shade="#123456")) == (Aspect.CODE,)
    assert differing_aspects(entry, replace(entry, remarks=plain("x"))) == ()
