"""No marked letter means two things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.ui.mnemonics import letter_of, with_own_letters


def test_a_letter_stays_with_the_first_that_has_it() -> None:
    assert with_own_letters(["&Openen…", "&Opslaan", "Opslaan &als…"]) == ["&Openen…", "O&pslaan", "Opslaan &als…"]


def test_letters_that_are_taken_elsewhere_are_not_given() -> None:
    assert with_own_letters(["&Herstel", "&Toon"], taken="H") == ["H&erstel", "&Toon"]


def test_an_ampersand_that_is_to_be_seen_stays() -> None:
    assert letter_of("K&&G") == ""
    assert with_own_letters(["Lokale Teams K&&G"], taken="L") == ["Lokale &Teams K&&G"]


@given(st.lists(st.text(alphabet="abcé &(-", min_size=1, max_size=8), max_size=12), st.text(alphabet="ABC"))
def test_no_letter_stands_twice_and_the_words_stay(texts: list[str], taken: str) -> None:
    texts = [text.replace("&&", "&").rstrip("&") for text in texts]
    settled = with_own_letters(texts, taken)

    letters = [letter_of(text) for text in settled if letter_of(text)]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set(taken)
    assert [text.replace("&", "") for text in settled] == [text.replace("&", "") for text in texts]
