"""Finding a dictionary, judging words with it, and the process that does so beside the window."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from dictionaries import write_dictionary

from trajecto_desktop.services.check_spelling import PROPOSALS, Speller
from trajecto_desktop.services.find_dictionaries import find_dictionary, usual_places
from trajecto_desktop.services.spelling_process import serve


@pytest.fixture(scope="module")
def speller(tmp_path_factory: pytest.TempPathFactory) -> Speller:
    """Our small dictionary, read."""
    return Speller(write_dictionary(tmp_path_factory.mktemp("woordenboek")))


# Finding


def test_the_folder_of_the_persons_choice_comes_before_the_usual_places(tmp_path: Path) -> None:
    mine, usual = write_dictionary(tmp_path / "mijn", "nl"), write_dictionary(tmp_path / "gewoon")
    assert find_dictionary(str(tmp_path / "mijn"), [tmp_path / "gewoon"]) == mine
    assert find_dictionary("", [tmp_path / "gewoon"]) == usual


def test_a_dictionary_of_flanders_comes_before_one_of_the_netherlands(tmp_path: Path) -> None:
    write_dictionary(tmp_path, "nl_NL")
    write_dictionary(tmp_path, "nl_BE")
    assert find_dictionary("", [tmp_path]) == tmp_path / "nl_BE"


def test_a_dictionary_without_its_rules_and_one_of_another_language_are_passed_over(tmp_path: Path) -> None:
    write_dictionary(tmp_path, "nl_NL").with_suffix(".aff").unlink()
    write_dictionary(tmp_path, "fr_FR")
    assert find_dictionary("", [tmp_path, tmp_path / "nergens"]) is None


def test_names_in_capitals_as_some_systems_write_them_are_found(tmp_path: Path) -> None:
    assert find_dictionary("", [write_dictionary(tmp_path, "nl-NL").parent]) == tmp_path / "nl-NL"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/usr/share/hunspell"),
        ("linux", {"XDG_DATA_DIRS": "/nix/share"}, "/nix/share/hunspell"),
        ("win32", {"ProgramFiles": "/Programma"}, "/Programma/LibreOffice/share/extensions/dict-nl"),
        ("darwin", {}, "/Library/Spelling"),
    ],
)
def test_each_system_has_its_usual_places(
    platform: str, environment: dict[str, str], folder: str, tmp_path: Path
) -> None:
    assert Path(folder) in usual_places(platform, environment, tmp_path)


def test_a_dictionary_that_was_added_to_libreoffice_is_found(tmp_path: Path) -> None:
    extension = tmp_path / ".config/libreoffice/4/user/uno_packages/cache/uno_packages/abc_/dict-nl.oxt"
    dictionary = write_dictionary(extension)
    assert find_dictionary("", usual_places("linux", {"XDG_DATA_DIRS": str(tmp_path)}, tmp_path)) == dictionary


# Judging


@pytest.mark.parametrize("word", ["gezin", "teksten", "trajectbegeleiding", "GEZIN", "foto’s", "Brussel"])
def test_words_with_endings_and_compounds_are_right(speller: Speller, word: str) -> None:
    assert speller.knows(word)


@pytest.mark.parametrize("word", ["gezinn", "begeleit", "brussel", "trajectbegeleidng"])
def test_misspelt_words_are_wrong(speller: Speller, word: str) -> None:
    assert not speller.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gezzin", "gezin"),
        ("gzein", "gezin"),
        ("Gezni", "Gezin"),
        ("vrijwilig", "vrijwillig"),
        ("trajectbegeleidng", "trajectbegeleiding"),
        ("zonderkleur", "zonder kleur"),
        ("vrijwwilllig", "vrijwillig"),
    ],
)
def test_what_was_meant_is_proposed_first(speller: Speller, word: str, meant: str) -> None:
    assert speller.propose(word)[0] == meant


def test_a_word_of_the_file_is_proposed_though_no_dictionary_has_it(speller: Speller) -> None:
    assert "brugfiguren" in speller.propose("brugfigurn", ["brugfiguren"])


def test_proposals_are_few_and_come_in_time_even_when_there_is_no_time(speller: Speller) -> None:
    assert speller.propose("trajectbegeleidng", seconds=0) == []
    assert len(speller.propose("de")) <= PROPOSALS


# The process


def _answers(path: Path, *requests: object) -> list[dict[str, object]]:
    out = io.StringIO()
    serve(path, [json.dumps(request) for request in requests], out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_request_gets_its_answer(tmp_path: Path) -> None:
    path = write_dictionary(tmp_path)
    answers = _answers(path, {"check": ["gezin", "gezinn"]}, {"propose": "gezinn", "near": []})
    assert answers[0] == {"ready": True}
    assert answers[1] == {"checked": {"gezin": True, "gezinn": False}}
    assert answers[2]["word"] == "gezinn"
    assert "gezin" in answers[2]["proposals"]  # type: ignore[operator]


def test_files_that_are_no_dictionary_are_told_and_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "nl.aff").write_bytes(bytes(range(256)))
    assert "failed" in _answers(tmp_path / "nl", {"check": ["gezin"]})[0]


def test_the_process_serves_from_any_folder_and_ends_with_its_input(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-P",
        "-m",
        "trajecto_desktop.services.spelling_process",
        str(write_dictionary(tmp_path)),
    ]
    asked = json.dumps({"check": ["één", "gezin"]}, ensure_ascii=False) + "\n"
    done = subprocess.run(
        command, input=asked, capture_output=True, encoding="utf-8", timeout=60, check=True, cwd=tmp_path
    )
    assert json.loads(done.stdout.splitlines()[1])["checked"] == {"één": False, "gezin": True}
    assert not done.stderr
