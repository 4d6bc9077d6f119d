"""Counts say how often something was found, with the forms behind each number."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_documents import fixture_document, made_document

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.colour import PARALLEL, PARTIAL, UNCLEAR
from trajecto_desktop.domain.counts import (
    Cell,
    Combine,
    Measure,
    Question,
    count,
    count_code,
    count_filled,
    per_characteristic,
    per_form,
    per_group,
)


@pytest.fixture
def fixture(shared_dir: Path) -> Document:
    return fixture_document(shared_dir)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("rows", "number", "unclear"),
    [
        ((10, 11), 10, 0),
        ((15, 16), 19, 1),
        ((17,), 9, 1),
        ((12,), 8, 0),
        ((18,), 6, 0),
        ((14,), 12, 2),  # published as 10/24 + 2 unclear
    ],
)
def test_filled_entries_reproduce_what_the_team_published(
    fixture: Document, rows: tuple[int, ...], number: int, unclear: int
) -> None:
    result = count_filled(fixture, *(f"rij-{row}" for row in rows))
    assert (result.fraction, len(result.unclear)) == (f"{number}/24", unclear)
    assert result.clear == number - unclear


@pytest.mark.shared
def test_one_person_counted_by_code_reproduces_what_the_team_published(fixture: Document) -> None:
    assert count_code(fixture, PARALLEL, "rij-28").fraction == "17/24"
    assert count_filled(fixture, "rij-28").fraction == "24/24"


@pytest.mark.shared
def test_every_number_of_the_fixture_knows_its_forms_and_its_gaps(fixture: Document) -> None:
    for characteristic in fixture.characteristics:
        result = count_filled(fixture, characteristic.key)
        parts = [*result.forms, *result.others, *result.gaps]
        assert sorted(parts) == sorted(fixture.form_names)
        assert set(result.unclear) <= set(result.forms)


def test_a_union_counts_a_form_once_and_an_intersection_wants_all() -> None:
    document = made_document()
    keys = ("doelgroep-gezin", "doelgroep-kind")
    assert count_filled(document, *keys).forms == ("1G1P", "OCMW", "Zorgcoördinatie")
    assert count_filled(document, *keys, combine=Combine.ALL).forms == ("1G1P", "Zorgcoördinatie")


def test_a_form_is_unclear_only_when_nothing_clearer_counts_it() -> None:
    document = made_document()
    assert count_filled(document, "doelgroep-kind").unclear == ("Zorgcoördinatie",)
    assert count_filled(document, "doelgroep-kind", "doelgroep-gezin").unclear == ()


def test_a_code_without_text_is_no_gap_and_not_filled() -> None:
    result = count_filled(made_document(), "doelgroep-kind")
    assert (result.forms, result.others, result.gaps) == (("1G1P", "Zorgcoördinatie"), ("OCMW",), ())
    assert count_filled(made_document(), "principe-snel").gaps == ("OCMW", "Zorgcoördinatie")


def test_both_asks_for_a_text_and_one_of_the_codes() -> None:
    document = made_document()
    by_code = Question(("doelgroep-kind",), measure=Measure.CODE, codes=frozenset({UNCLEAR}))
    both = Question(("doelgroep-kind",), measure=Measure.BOTH, codes=frozenset({UNCLEAR, PARTIAL}))
    assert count(document, by_code).forms == ("OCMW", "Zorgcoördinatie")
    assert count(document, both).forms == ("1G1P", "Zorgcoördinatie")


def test_a_count_over_nothing_is_zero() -> None:
    assert count_filled(made_document()).fraction == "0/3"
    assert count_filled(made_document(), combine=Combine.ALL).fraction == "0/3"


def test_a_count_looks_only_at_the_forms_asked() -> None:
    result = count(made_document(), Question(("doelgroep-gezin",)), ("OCMW",))
    assert (result.fraction, result.forms) == ("1/1", ("OCMW",))


def test_tallies_per_characteristic_form_and_group_agree_on_the_total() -> None:
    document = made_document()
    tallies = per_characteristic(document), per_form(document), per_group(document)
    assert [sum(t.total for t in by.values()) for by in tallies] == [12, 12, 12]
    assert [sum(len(t.filled) for t in by.values()) for by in tallies] == [6, 6, 6]
    assert list(tallies[2]) == ["Doelgroep(en)", "Ander principe"]
    row = tallies[0]["doelgroep-kind"]
    assert (row.fraction, row.number(UNCLEAR), row.number(None)) == ("2/3", 2, 0)
    assert row.hatched == (Cell("1G1P", "doelgroep-kind"),)
    assert tallies[1]["Zorgcoördinatie"].gaps == (
        Cell("Zorgcoördinatie", "principe-snel"),
        Cell("Zorgcoördinatie", "principe-gratis"),
    )
