"""Long words break where a reader expects it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.syllables import LONG, SOFT_HYPHEN, breaks, hyphenated


def parts(word: str) -> str:
    return hyphenated(word).replace(SOFT_HYPHEN, "-")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("ondersteuningsvormen", "on-der-steu-nings-vor-men"),
        ("trajectondersteuner", "tra-ject-on-der-steu-ner"),
        ("Trajectondersteuning", "Tra-ject-on-der-steu-ning"),
        ("samenwerkingsverband", "sa-men-wer-kings-ver-band"),
        ("hulpverleningstraject", "hulp-ver-le-nings-tra-ject"),
        ("verantwoordelijkheid", "ver-ant-woor-de-lijk-heid"),
    ],
)
def test_a_compound_breaks_between_its_parts_and_syllables(word: str, broken: str) -> None:
    allowed = {len(piece) for piece in _starts(broken)}
    found = set(breaks(word))

    assert found <= allowed, parts(word)
    assert len(found) >= len(allowed) - 2, parts(word)


def _starts(broken: str) -> list[str]:
    pieces = broken.split("-")
    return ["".join(pieces[:n]) for n in range(1, len(pieces))]


def test_short_words_and_numbers_stay_whole() -> None:
    assert hyphenated("de hulp in art. 12345678901234") == "de hulp in art. 12345678901234"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéïİß '-1\n", max_size=60))
def test_the_words_stay_what_they_are(text: str) -> None:
    assert hyphenated(text).replace(SOFT_HYPHEN, "") == text


@given(st.text(alphabet="aeioubcdrstngklm", min_size=LONG, max_size=40))
def test_no_piece_of_one_or_two_letters_is_left_at_an_end(word: str) -> None:
    found = breaks(word)

    assert all(3 <= at <= len(word) - 3 for at in found)
