"""Which stretches of a text are words whose spelling can be judged."""

from __future__ import annotations

import pytest

from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.spelling import folded, known_words, words_of
from trajecto_desktop.domain.text import RichText


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het gezin woont hier.", ["Het", "gezin", "woont", "hier"]),
        ("(Art. 12, 3°) § 2", ["Art"]),
        ("OCMW, VAPH's en CAW-werker", ["en"]),
        ("jongeren en/of ouders", ["jongeren", "en", "of", "ouders"]),
        ("zie www.voorbeeld.be/pad of an@huis.be", ["zie", "of"]),
        ("foto’s, zo’n en ’s avonds", ["foto’s", "zo’n", "en", "avonds"]),
        ("één-op-één", ["één-op-één"]),
        ("0–25 jaar, 1G1P", ["jaar"]),
        ("i.o.v. het team", ["het", "team"]),
        ("x" * 61 + " kort", ["kort"]),
        ("", []),
    ],
)
def test_numbers_addresses_and_abbreviations_are_no_words(text: str, words: list[str]) -> None:
    found = list(words_of(text))
    assert [word.text for word in found] == words
    assert all(text[word.start : word.end] == word.text for word in found)


def test_words_after_a_line_end_and_a_picture_sign_stand_where_they_stand() -> None:
    text = "😀 gezin\u2028tekst"
    assert [text[word.start : word.end] for word in words_of(text)] == ["gezin", "tekst"]


def test_the_file_makes_its_forms_groups_and_decree_known_and_not_what_the_team_wrote() -> None:
    row = Characteristic(
        "a", "Doelgroep(en)", RichText.plain_text("de Vlaamse ombudsdienst"), RichText.plain_text("fautje")
    )
    known = known_words(["Brugfiguren"], [row])
    assert {"brugfiguren", "doelgroep", "ombudsdienst"} <= known
    assert folded("fautje") not in known


def test_a_typographic_apostrophe_is_the_same_as_a_straight_one() -> None:
    assert folded("Foto’s") == folded("foto's")
