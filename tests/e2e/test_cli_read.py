"""`inspect`, `check` and `counts`: what they say of the team's overview, of fiches and of the samples."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import Trajecto
from trajecto_desktop.domain.findings import Rule

INSPECTION_KEYS = {"layout", "legend", "forms", "characteristics", "entries", "general_remarks", "findings"}
ENTRY_KEYS = {"form", "characteristic", "text", "short_text", "code", "hatched", "cells", "annotations"}
#: The numbers that the team published from this overview.
PUBLISHED = [
    (["kennis rechten vergroten (micro)", "rechtenrealisatie (micro)"], "filled", 10, 0),
    (["toegankelijke dienstverlening", "antwoorden formuleren op zorg- en ondersteuningsvragen meso"], "filled", 19, 1),
    (["preventie en vroegdetectie"], "filled", 9, 1),
    (["versterken sociale positie"], "filled", 8, 0),
    (["meer sociaal rechtvaardige samenleving"], "filled", 6, 0),
    (["participatie aan de samenleving"], "filled", 12, 2),
]


@pytest.fixture
def truth(shared_dir: Path) -> dict[str, Any]:
    """What stands in the overview, as it was made."""
    found: dict[str, Any] = json.loads((shared_dir / "fixtures" / "expected.json").read_text("utf-8"))
    return found


def test_inspect_writes_one_object_with_the_promised_members(trajecto: Trajecto, sample: Path) -> None:
    outcome = trajecto("inspect", sample, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    seen = outcome.json
    assert set(seen) == INSPECTION_KEYS
    assert seen["layout"] == "overview"
    assert set(seen["legend"][0]) == {"code", "label", "fill", "cell"}
    assert seen["legend"][0]["code"] == "parallel"
    assert set(seen["characteristics"][0]) == {"key", "group", "decree", "adapted", "additional", "references"}
    assert all(set(entry) == ENTRY_KEYS for entry in seen["entries"])
    keys = [each["key"] for each in seen["characteristics"]]
    assert len(set(keys)) == len(keys)
    assert {entry["characteristic"] for entry in seen["entries"]} <= set(keys)
    assert {entry["form"] for entry in seen["entries"]} <= set(seen["forms"])
    assert all(entry["text"] or entry["code"] or entry["annotations"] for entry in seen["entries"])


def test_inspect_sees_what_stands_in_the_overview(trajecto: Trajecto, overview: Path, truth: dict[str, Any]) -> None:
    seen = trajecto("inspect", overview, "--json").json
    full = truth["overview"]["Globaal overzicht"]
    assert seen["forms"] == full["forms"]
    by_cell = {entry["cells"]["Globaal overzicht"]: entry for entry in seen["entries"]}
    known = {"gedeeltelijk": "partial", "niet": "not_parallel", "onduidelijk": "unclear", "parallel": "parallel"}
    known |= {"aanvullend": "additional", "geen_bepalingen": "no_provision"}
    compared = 0
    for row in full["rows"][1:]:
        for form, cell in row["cells"].items():
            entry = by_cell[cell["cell"]]
            assert entry["form"] == form
            assert entry["text"] == cell["text"]
            assert entry["hatched"] == cell["hatched"]
            assert entry["code"] == known.get(cell["code"], cell["code"])
            compared += 1
    assert compared == sum(1 for entry in by_cell.values() if entry["text"] or entry["code"])


def test_inspect_for_a_person_names_every_form_and_characteristic(trajecto: Trajecto, sample_fiche: Path) -> None:
    outcome = trajecto("inspect", sample_fiche)
    assert outcome.code == 0
    assert "Trajectgezel" in outcome.out
    keys = [each["key"] for each in trajecto("inspect", sample_fiche, "--json").json["characteristics"]]
    assert all(key in outcome.out for key in keys)


def test_the_key_of_a_characteristic_is_the_same_in_overview_and_fiche(
    trajecto: Trajecto, overview: Path, shared_dir: Path
) -> None:
    of_overview = {each["key"] for each in trajecto("inspect", overview, "--json").json["characteristics"]}
    fiche = shared_dir / "fixtures" / "fiches" / "1G1P.xlsx"
    of_fiche = {each["key"] for each in trajecto("inspect", fiche, "--json").json["characteristics"]}
    assert len(of_fiche & of_overview) >= 0.97 * len(of_fiche)


@pytest.mark.parametrize(("words", "by", "number", "unclear"), PUBLISHED)
def test_counts_gives_the_published_numbers(
    trajecto: Trajecto, overview: Path, words: list[str], by: str, number: int, unclear: int
) -> None:
    outcome = trajecto("counts", overview, "--any", ",".join(words), "--by", by, "--json")
    assert outcome.code == 0, outcome.err
    [count] = outcome.json["counts"]
    assert (count["number"], count["total"], count["unclear"]) == (number, 24, unclear)
    assert count["fraction"] == f"{number}/24"
    assert len(count["forms"]) == number
    assert len(count["keys"]) == len(words)


def test_counts_by_code_gives_the_published_number_of_one_person_for_a_family(
    trajecto: Trajecto, overview: Path
) -> None:
    words = "1 persoon voor een jongere of 1 persoon voor een gezin"
    [count] = trajecto("counts", overview, "--any", words, "--by", "code", "--json").json["counts"]
    assert count["by_code"]["parallel"] == 17
    assert "17/24" in trajecto("counts", overview, "--any", words, "--by", "code").out


def test_counts_without_a_question_counts_every_characteristic(trajecto: Trajecto, overview: Path) -> None:
    seen = trajecto("inspect", overview, "--json").json
    counts = trajecto("counts", overview, "--json").json["counts"]
    assert [count["keys"] for count in counts] == [[each["key"]] for each in seen["characteristics"]]
    filled = Counter(entry["characteristic"] for entry in seen["entries"] if entry["text"].strip())
    assert {count["keys"][0]: count["number"] for count in counts if count["number"]} == dict(filled)
    assert "12/24 (10 + 2 onduidelijk)" in trajecto("counts", overview).out


def test_an_unknown_characteristic_is_wrong_use_and_near_ones_are_named(trajecto: Trajecto, overview: Path) -> None:
    outcome = trajecto("counts", overview, "--any", "preventie en vroegdetektie")
    assert outcome.code == 2
    assert "doelstellingen.preventie-en-vroegdetectie" in outcome.err
    ambiguous = trajecto("counts", overview, "--any", "rechten")
    assert ambiguous.code == 2
    assert len(ambiguous.err.splitlines()) == 1


def test_an_intersection_counts_the_forms_that_have_each(trajecto: Trajecto, overview: Path) -> None:
    words = "kennis rechten vergroten,rechtenrealisatie"
    [union] = trajecto("counts", overview, "--any", words, "--json").json["counts"]
    [both] = trajecto("counts", overview, "--all", words, "--json").json["counts"]
    single = trajecto("counts", overview, "--json").json["counts"]
    alone = [set(each["forms"]) for each in single if each["keys"][0] in both["keys"]]
    assert set(both["forms"]) == alone[0] & alone[1]
    assert set(union["forms"]) == alone[0] | alone[1]
    assert (union["combine"], both["combine"]) == ("any", "all")
    assert both["number"] < union["number"]
    for count in (union, both):
        assert len({*count["forms"], *count["others"], *count["gaps"]}) == 24


def test_filled_with_a_code_needs_both(trajecto: Trajecto, overview: Path) -> None:
    seen = trajecto("inspect", overview, "--json").json
    counts = trajecto("counts", overview, "--by", "both", "--code", "parallel,partial", "--json").json["counts"]
    wanted = Counter(
        entry["characteristic"]
        for entry in seen["entries"]
        if entry["text"].strip() and entry["code"] in ("parallel", "partial")
    )
    assert {count["keys"][0]: count["number"] for count in counts if count["number"]} == dict(wanted)
    assert set(counts[0]["by_code"]) == set(trajecto("counts", overview, "--json").json["counts"][0]["by_code"])


def test_counts_per_group_and_per_form_add_up_to_the_same(trajecto: Trajecto, overview: Path) -> None:
    found = {per: trajecto("counts", overview, "--per", per, "--json").json["tallies"] for per in ("group", "form")}
    assert len(found["form"]) == 24
    for what in ("total", "filled", "gaps", "hatched"):
        assert len({sum(each[what] for each in tallies) for tallies in found.values()}) == 1
    assert "Brugfiguren" in trajecto("counts", overview, "--per", "form").out


def test_each_number_can_name_its_forms_and_gaps(trajecto: Trajecto, overview: Path) -> None:
    out = trajecto("counts", overview, "--all", "kennis rechten vergroten,rechtenrealisatie", "--forms").out
    assert "geteld (4): GBO-samenwerkingsverband, " in out
    assert "niets (13): 1G1P, " in out


@pytest.mark.parametrize(
    "options",
    [
        ("--any", "x", "--all", "y"),
        ("--code", "parallel"),
        ("--per", "form", "--any", "x"),
        ("--by", "code", "--code", "groen"),
        ("--group", "bestaat niet"),
    ],
)
def test_questions_that_cannot_be_counted_are_told_in_a_sentence(
    trajecto: Trajecto, sample: Path, options: tuple[str, ...]
) -> None:
    outcome = trajecto("counts", sample, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("words", ["algemene-opmerkingen", ",", " "])
def test_what_is_no_characteristic_cannot_be_counted(trajecto: Trajecto, sample: Path, words: str) -> None:
    outcome = trajecto("counts", sample, "--any", words, "--json")
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


def test_check_tells_the_drifted_shades_and_fails_only_when_asked(trajecto: Trajecto, overview: Path) -> None:
    outcome = trajecto("check", overview, "--json")
    assert outcome.code == 0
    findings = outcome.json["findings"]
    assert {each["rule"] for each in findings} <= {rule.value for rule in Rule}
    drifted = {each["cell"] for each in findings if each["rule"] == "colour-drift"}
    assert {"Globaal overzicht!D30", "Globaal overzicht!X75", "Globaal overzicht!AA81"} <= drifted
    assert len(drifted) == 11
    assert all(each["message"] for each in findings)
    assert trajecto("check", overview, "--fail-on", "warning").code == 1
    severities = {each["severity"] for each in findings}
    assert trajecto("check", overview, "--fail-on", "error").code == (1 if "error" in severities else 0)


def test_check_of_an_unknown_layout_is_a_finding_and_not_a_refusal(trajecto: Trajecto, shared_dir: Path) -> None:
    other = shared_dir / "corpus" / "poi__SampleSS.strict.xlsx"
    outcome = trajecto("check", other, "--json")
    assert outcome.code == 0
    assert [each["rule"] for each in outcome.json["findings"]] == ["unknown-layout"]
    assert trajecto("check", other, "--fail-on", "error").code == 1


def test_check_says_so_when_there_is_nothing(trajecto: Trajecto, sample_fiche: Path) -> None:
    said = trajecto("check", sample_fiche)
    assert said.code == 0
    expected = trajecto("check", sample_fiche, "--json").json["findings"]
    assert ("geen bevindingen" in said.out) == (not expected)
