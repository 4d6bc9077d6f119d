from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.matching import (
    SURE_LIKENESS,
    Wording,
    characteristic_key,
    match_rows,
    normalise,
    unique_keys,
)

KNOWN = [
    Wording("Doelgroep(en)", "Art. 12: 3° er is steun voor het hele gezin en voor wie erbij hoort", ""),
    Wording("Doelgroep(en)", "De meeste vormen kiezen een eigen publiek", "Bijzondere groepen die aandacht krijgen"),
    Wording("Doelstelling(en)", "", "rechten leren kennen (micro)"),
    Wording("Doelstelling(en)", "", "rechten verkrijgen (micro)"),
    Wording("Doelstelling(en)", "", "samen leven versterken (meso)"),
    Wording("Regie", "", ""),
    Wording(
        "Principe\nNabij",
        "Art. 16. De trajectondersteuner is dichtbij, in de buurt",
        "nabij in de buurt\n> al dan niet thuis",
    ),
    Wording("Principe\nPolitiserend", "Art. 21: 1° tonen aan de overheid", "het werk zichtbaar maken voor de overheid"),
    Wording(
        "Principe\nPolitiserend", "Art. 21: 1° tonen aan de samenleving", "het werk zichtbaar maken voor de samenleving"
    ),
    Wording("Principe\nPolitiserend", "Art. 21: 1° tonen aan het netwerk", "het werk zichtbaar maken voor het netwerk"),
]
SHORTENED = [
    Wording("Doelgroep(en)", "er is steun voor het hele gezin en voor wie erbij hoort"),
    Wording("Doelgroep(en)", "Meeste vormen kiezen een eigen publiek > Bijzondere groepen die aandacht krijgen"),
    Wording("Doelstelling(en)", "rechten leren kennen  (micro)"),
    Wording("Doelstelling(en)", "rechten verkrijgen (micro)"),
    Wording("Doelstelling(en)", "samen leven versterken"),
    Wording("Regie", ""),
    Wording("Principe: Nabij", "De TO is dichtbij, in de buurt > nabij in de buurt"),
    Wording("Principe: Politiserend", "tonen aan de overheid"),
    Wording("Principe: Politiserend", "tonen aan de samenleving"),
    Wording("Principe: Politiserend", "tonen aan het netwerk"),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rechten  kennen", "rechten\nkennen"),
        ("‘eigen’ regie", "'eigen' regie"),
        ("De trajectondersteuner blijft", "de TO blijft"),
        ("meerdere TO's", "meerdere trajectondersteuners"),
        ("Art. 12: 3° steun voor wie wil", "steun voor wie wil"),
        ("Mem., p. 22: steun", "Steun"),
        ("Principe\nContinuïteit", "Principe: continuiteit"),
        ("Doelgroep(en)", "doelgroepen"),
    ],
)
def test_case_spaces_quotes_and_references_make_no_difference(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_words_that_differ_stay_different() -> None:
    assert normalise("niet parallel") != normalise("parallel")
    assert normalise("rechten leren kennen") != normalise("rechten verkrijgen")


def test_a_key_is_readable_and_made_from_the_row_alone() -> None:
    assert (
        characteristic_key("Doelstelling(en)", "", "rechten leren kennen (micro)")
        == "doelstellingen.rechten-leren-kennen-micro"
    )
    assert characteristic_key("Regie", "", "") == "regie"
    long = characteristic_key("Inbedding", "", "een heel lange formulering " * 6)
    assert len(long) < 80
    assert long.startswith("inbedding.een-heel-lange-formulering")


def test_long_wordings_that_differ_at_the_end_have_different_keys() -> None:
    start = "het werk en wat het oplevert zichtbaar en doorzichtig maken voor de "
    assert characteristic_key("G", "", start + "overheid") != characteristic_key("G", "", start + "samenleving")


def test_rows_inserted_elsewhere_leave_keys_as_they_are() -> None:
    keys = unique_keys(KNOWN)
    more = [*KNOWN[:4], Wording("Doelstelling(en)", "", "iets nieuws"), *KNOWN[4:]]
    assert [key for key in unique_keys(more) if key in keys] == keys


def test_wholly_equal_rows_get_keys_that_differ() -> None:
    twice = [KNOWN[2], KNOWN[2]]
    assert unique_keys(twice) == [
        "doelstellingen.rechten-leren-kennen-micro",
        "doelstellingen.rechten-leren-kennen-micro-2",
    ]


@given(st.lists(st.builds(Wording, st.text(max_size=60), st.text(max_size=90), st.text(max_size=90)), max_size=12))
def test_keys_are_never_empty_and_unique_for_any_text(rows: list[Wording]) -> None:
    keys = unique_keys(rows)
    assert all(keys)
    assert len(set(keys)) == len(rows)


def test_shortened_and_fused_rows_find_their_characteristic() -> None:
    matches = match_rows(KNOWN, SHORTENED)
    assert [match and match.known_0 for match in matches] == list(range(len(KNOWN)))


@pytest.mark.parametrize("seed", range(8))
def test_rows_in_another_order_find_their_characteristic(seed: int) -> None:
    order = list(range(len(SHORTENED)))
    random.Random(seed).shuffle(order)
    matches = match_rows(KNOWN, [SHORTENED[i] for i in order])
    assert [match and match.known_0 for match in matches] == order


def test_a_row_that_is_new_and_one_that_is_missing_disturb_no_other() -> None:
    rows = [*SHORTENED[:3], Wording("Doelstelling(en)", "volstrekt onbekende zaken"), *SHORTENED[4:]]
    matches = match_rows(KNOWN, rows)
    assert [match and match.known_0 for match in matches] == [0, 1, 2, None, *range(4, len(KNOWN))]


def test_equal_rows_are_matched_in_their_order() -> None:
    known = [Wording("G", "", "zelfde"), Wording("G", "", "zelfde")]
    assert [match and match.known_0 for match in match_rows(known, known)] == [0, 1]


def test_equal_wordings_are_sure_and_others_less() -> None:
    matches = match_rows(KNOWN, [KNOWN[2], Wording("Doelstelling(en)", "samen leven versterken")])
    assert matches[0] is not None
    assert matches[0].likeness == 1.0
    assert matches[1] is not None
    assert SURE_LIKENESS <= matches[1].likeness < 1.0


@given(
    st.lists(st.builds(Wording, st.text(max_size=20), st.text(max_size=30), st.text(max_size=30)), max_size=10),
    st.lists(st.builds(Wording, st.text(max_size=20), st.text(max_size=30), st.text(max_size=30)), max_size=10),
)
def test_no_characteristic_is_given_to_two_rows(known: list[Wording], rows: list[Wording]) -> None:
    matches = match_rows(known, rows)
    taken = [match.known_0 for match in matches if match is not None]
    assert len(matches) == len(rows)
    assert len(set(taken)) == len(taken)
    assert all(0 <= index < len(known) for index in taken)


@pytest.mark.parametrize("seed", range(5))
def test_the_same_words_in_another_order_are_wholly_alike(seed: int) -> None:
    dice = random.Random(seed)
    words = [f"woord{number}" for number in range(60)]
    known = [Wording("groep", " ".join(dice.sample(words, 14))) for _ in range(30)]
    rows = [Wording("andere groep", " ".join(dice.sample(each.decree.split(), 14))) for each in known]
    assert {match.likeness for match in match_rows(known, rows) if match} == {1.0}
