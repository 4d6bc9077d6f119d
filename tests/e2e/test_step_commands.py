"""`compare`, `project` and `standing`: files kept in step, and what is out of date, from the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Trajecto = Callable[..., Any]
KEY = "doelstellingen.rechtenrealisatie-micro"


@pytest.fixture
def work(shared_dir: Path, tmp_path: Path) -> Path:
    """The team's overview and three of its fiches, one of which says something else."""
    fixtures = shared_dir / "fixtures"
    (tmp_path / "fiches").mkdir()
    for source, target in [
        (fixtures / "overzicht_trajectondersteuning.xlsx", tmp_path / "overzicht.xlsx"),
        *(
            (fixtures / "fiches" / f"{name}.xlsx", tmp_path / "fiches" / f"{name}.xlsx")
            for name in ("1G1P", "OCMW", "Buddy_s")
        ),
    ]:
        target.write_bytes(source.read_bytes())
    return tmp_path


@pytest.fixture
def changed(work: Path, trajecto: Trajecto) -> Path:
    fiche = work / "fiches" / "OCMW.xlsx"
    new = ("--characteristic", KEY, "--code", "not_parallel", "--text", "een nieuwe tekst", "--in-place")
    assert trajecto("set", fiche, "--form", "OCMW", *new).code == 0
    return work


def differences(trajecto: Trajecto, work: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = trajecto("compare", work / "overzicht.xlsx", work / "fiches", "--json").json[
        "differences"
    ]
    return found


def test_files_that_say_the_same_have_no_difference(work: Path, trajecto: Trajecto) -> None:
    outcome = trajecto("compare", work / "overzicht.xlsx", work / "fiches", "--fail-on-difference")
    assert outcome.code == 0
    assert "De fiches zeggen hetzelfde als het overzicht." in outcome.out


def test_each_difference_is_listed_with_both_sides(changed: Path, trajecto: Trajecto) -> None:
    [found] = differences(trajecto, changed)
    assert (found["form"], found["characteristic"], found["file"]) == ("OCMW", KEY, "OCMW.xlsx")
    assert found["aspects"] == ["text", "code"]
    assert (found["fiche"]["text"], found["fiche"]["code"]) == ("een nieuwe tekst", "not_parallel")
    assert found["overview"]["text"] == "zie voorgaande"
    outcome = trajecto("compare", changed / "overzicht.xlsx", changed / "fiches", "--fail-on-difference")
    assert outcome.code == 1
    assert "1 verschil" in outcome.out


@pytest.mark.parametrize("into", ["overview", "fiches"])
def test_either_side_takes_over_what_the_other_says(changed: Path, trajecto: Trajecto, into: str) -> None:
    untouched = (changed / "fiches" / "1G1P.xlsx").read_bytes()
    outcome = trajecto("compare", changed / "overzicht.xlsx", changed / "fiches", "--into", into, "--in-place")
    assert outcome.code == 0, outcome.err
    assert differences(trajecto, changed) == []
    assert (changed / "fiches" / "1G1P.xlsx").read_bytes() == untouched
    counted = trajecto("counts", changed / "overzicht.xlsx", "--any", KEY, "--by", "code", "--json").json["counts"][0]
    assert counted["by_code"]["not_parallel"] == (1 if into == "overview" else 0)


def test_only_the_chosen_differences_are_taken_over(changed: Path, trajecto: Trajecto) -> None:
    target = changed / "uit.xlsx"
    options = ("--into", "overview", "--form", "1G1P", "-o", target)
    assert trajecto("compare", changed / "overzicht.xlsx", changed / "fiches", *options).code == 0
    assert target.read_bytes() == (changed / "overzicht.xlsx").read_bytes()


def test_writing_needs_a_direction_and_a_place(work: Path, trajecto: Trajecto) -> None:
    for options in (("--into", "overview"), ("-o", work / "x.xlsx"), ("--into", "fiches", "-o", work, "--in-place")):
        assert trajecto("compare", work / "overzicht.xlsx", work / "fiches", *options).code == 2


def test_a_folder_tells_how_far_its_fiches_are(work: Path, trajecto: Trajecto) -> None:
    found = trajecto("project", work / "fiches", "--json")
    assert found.code == 0
    assert [file["forms"] for file in found.json["files"]] == [["1G1P"], ["Buddy's"], ["OCMW"]]
    assert all(0 < file["coded"] <= file["characteristics"] for file in found.json["files"])
    shutil.copy(work / "fiches" / "OCMW.xlsx", work / "fiches" / "OCMW (2).xlsx")
    (work / "fiches" / "kapot.xlsx").write_bytes(b"x")
    again = trajecto("project", work / "fiches")
    assert again.code == 1
    assert "OCMW staat in meer dan één fiche." in again.out
    assert "kapot.xlsx: " in again.out


def test_an_export_is_out_of_date_when_its_source_changed(work: Path, trajecto: Trajecto) -> None:
    picture = work / "matrix.svg"
    assert trajecto("figure", work / "overzicht.xlsx", "-o", picture).code == 0
    assert trajecto("standing", picture).code == 0
    trajecto(
        "set", work / "overzicht.xlsx", "--form", "OCMW", "--characteristic", KEY, "--code", "unclear", "--in-place"
    )
    outcome = trajecto("standing", work, "--json")
    assert outcome.code == 1
    [found] = outcome.json["exports"]
    assert (found["file"], found["verdict"]) == ("matrix.svg", "outdated")
    assert "overzicht.xlsx is gewijzigd" in found["reasons"][0]


def test_an_export_whose_source_is_elsewhere_can_be_told_it(work: Path, trajecto: Trajecto) -> None:
    (work / "uit" / "prenten").mkdir(parents=True)
    picture = work / "uit" / "prenten" / "matrix.png"
    trajecto("figure", work / "overzicht.xlsx", "-o", picture)
    assert trajecto("standing", picture, "--json").json["exports"][0]["verdict"] == "unknown"
    given = trajecto("standing", picture, "--source", work, "--json").json["exports"][0]
    assert given["verdict"] == "current"


def test_a_new_overview_and_split_fiches_say_what_they_were_made_from(work: Path, trajecto: Trajecto) -> None:
    target = work / "nieuw.xlsx"
    assert trajecto("overview", work / "fiches", "-o", target).code == 0
    [found] = trajecto("standing", target, "--source", work / "fiches", "--json").json["exports"]
    assert found["verdict"] == "current"
    assert all(name in found["made"] for name in ("1G1P.xlsx", "OCMW.xlsx", "Buddy_s.xlsx"))
    trajecto(
        "set", work / "fiches" / "OCMW.xlsx", "--form", "OCMW", "--characteristic", KEY, "--code", "none", "--in-place"
    )
    outcome = trajecto("standing", target, "--source", work / "fiches")
    assert outcome.code == 1
    assert "OCMW.xlsx is gewijzigd" in outcome.out
    assert trajecto("split", work / "overzicht.xlsx", "-o", work / "uit").code == 0
    assert "overzicht.xlsx" in trajecto("standing", work / "uit" / "OCMW.xlsx", "--json").json["exports"][0]["made"]


def test_wrong_places_and_wrong_files_are_told_in_a_sentence(work: Path, trajecto: Trajecto) -> None:
    overview, fiche, other = work / "overzicht.xlsx", work / "fiches" / "OCMW.xlsx", work / "fiches" / "1G1P.xlsx"
    (work / "bestand").write_bytes(b"x")
    (work / "leeg").mkdir()
    asked = [
        (("split", overview, "-o", work / "bestand"), 5, "is een bestand, geen map"),
        (("overview", fiche, "--template", other, "-o", work / "uit.xlsx"), 2, "is een fiche, geen overzicht"),
        (("project", work / "bestaat niet"), 4, "bestaat niet"),
        (("project", work / "leeg"), 2, "geen fiche gevonden"),
        (("overview", work / "leeg", "-o", work / "uit.xlsx"), 2, "geen fiche gevonden"),
        (("overview", fiche, "-o", work / "weg" / "uit.xlsx"), 5, "uit.xlsx"),
        (("standing", work / "weg.svg"), 4, "weg.svg"),
    ]
    for arguments, code, words in asked:
        outcome = trajecto(*arguments)
        assert (outcome.code, len(outcome.err.splitlines())) == (code, 1), arguments
        assert words in outcome.err
    assert not (work / "uit.xlsx").exists()
    assert "Geen verschil in wat vergeleken kon worden." in trajecto("compare", other, fiche).out
    assert trajecto("split", fiche, "-o", work / "een").out.endswith("1 fiche in een\n")
