from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajecto_desktop.domain.reference import parse_references, read_references, tidied_references, without_references


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Art. 12: 3° iets", ("Art. 12, 3°",)),
        ("Art 12: 6° iets", ("Art. 12, 6°",)),
        ("Art. 2: 3° iets", ("Art. 2, 3°",)),
        ("Art.23: … iets", ("Art. 23",)),
        ("Art. 15:: 2° iets", ("Art. 15, 2°",)),
        ("Art. 21. :2° iets", ("Art. 21, 2°",)),
        ("Art 21 1° iets", ("Art. 21, 1°",)),
        ("Art. 15: 1° a) iets", ("Art. 15, 1°, a)",)),
        ("Artikel 7 tot en met 11", ("Art. 7",)),
        ("Mem., p. 22: iets", ("Mem., p. 22",)),
        ("Mem., p 24: iets", ("Mem., p. 24",)),
        ("Mem.p .24: iets", ("Mem., p. 24",)),
        ("Memorie 2024, p.21 iets", ("Mem., p. 21",)),
        ("Memorie van toelichting, blz. 30", ("Mem., p. 30",)),
        ("Mem., p. 23-24 (iets)", ("Mem., p. 23-24",)),
        ("Art 12: 3° iets; // Mem., p 22: iets", ("Art. 12, 3°", "Mem., p. 22")),
        ("Art. 17. Iets. > 1° iets", ("Art. 17, 1°",)),
        ("Art. 19: 1° iets; 2° iets", ("Art. 19, 1°", "Art. 19, 2°")),
        ("Art. 12: iets + zie Art 12: 5° en Art. 12: iets", ("Art. 12", "Art. 12, 5°")),
        ("geen verwijzing, kaart 12, p. 3", ()),
    ],
)
def test_references_are_read_into_one_form_in_reading_order(text: str, references: tuple[str, ...]) -> None:
    assert parse_references(text) == references


def test_what_looks_like_a_reference_and_is_none_is_told() -> None:
    assert read_references(" 2° iets").unreadable == ("2°",)
    assert read_references("Art. zonder nummer").unreadable == ("Art. zonder nummer",)
    assert read_references("Art. 12: 3° iets").unreadable == ()


def test_a_text_loses_its_references_and_the_punctuation_after_them() -> None:
    assert without_references("Art. 12: 3° iets; Mem., p. 22: nog iets").split() == ["iets;", "nog", "iets"]


@given(st.text(max_size=200))
def test_no_text_makes_reading_references_fail(text: str) -> None:
    read = read_references(text)
    assert len(set(read.references)) == len(read.references)
    assert isinstance(without_references(text), str)


@given(st.integers(1, 299), st.integers(1, 30))
def test_a_reference_in_its_own_form_is_read_as_itself(article: int, point: int) -> None:
    written = f"Art. {article}, {point}°"
    assert parse_references(written) == (written,)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Art 12: 3° iets", "Art. 12: 3° iets"),
        ("Art.12: 3° iets", "Art. 12: 3° iets"),
        ("Art. 15:: 2° iets", "Art. 15: 2° iets"),
        ("Art. 19.: 1° iets", "Art. 19: 1° iets"),
        ("Art 21 1° iets", "Art. 21: 1° iets"),
        ("Art. 12, 3° iets", "Art. 12, 3° iets"),
        ("Art. 15: 1° a) iets", "Art. 15: 1°, a) iets"),
        ("Art. 17. … 1° iets", "Art. 17. … 1° iets"),
        ("Art. 17. ... 3° iets", "Art. 17. ... 3° iets"),
        ("Art. 12. Om de doelen in artikel 7", "Art. 12. Om de doelen in artikel 7"),
        ("Mem p.22: iets", "Mem., p. 22: iets"),
        ("Mem., p 22: iets", "Mem., p. 22: iets"),
        ("Mem.p .24-25 iets", "Mem., p. 24-25 iets"),
        ("Memorie van toelichting 2024, blz. 30", "Memorie van toelichting 2024, blz. 30"),
        ("zie Art 12: 5° en Mem. p 3", "zie Art. 12: 5° en Mem., p. 3"),
        ("geen verwijzing", "geen verwijzing"),
    ],
)
def test_a_reference_is_brought_into_the_usual_form_and_the_rest_stays(text: str, tidied: str) -> None:
    assert tidied_references(text) == tidied
    assert tidied_references(tidied) == tidied
    assert parse_references(tidied) == parse_references(text)
