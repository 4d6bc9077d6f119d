"""`set` and `cell`: what was asked is written in every sheet, and nothing else in the file is touched."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles.fills import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.e2e.conftest import OnlyChanged, Trajecto
from trajecto_desktop import api

Edit = dict[str, Any]
CODES = ["parallel", "partial", "not_parallel", "unclear", "no_provision", "additional"]
FICHES = ["1G1P.xlsx", "OCMW.xlsx", "Zorgcoördinatie.xlsx"]
EMPTY = {"text": "", "short_text": None, "code": None, "hatched": False, "annotations": []}


def entries_of(document: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {(each["form"], each["characteristic"]): each for each in document["entries"]}


def thirty_edits(document: Any, seed: int, number: int = 30) -> list[Edit]:
    """Random entries, filled and empty, each with another code, hatching or text."""
    chance = random.Random(seed)
    keys = [each["key"] for each in document["characteristics"]]
    places = chance.sample([(form, key) for form in document["forms"] for key in keys], number)
    now = entries_of(document)
    edits: list[Edit] = []
    for turn, (form, key) in enumerate(places):
        entry = now.get((form, key), EMPTY)
        edit: Edit = {"form": form, "key": key}
        if turn % 3 != 1:
            edit["code"] = chance.choice([code for code in [*CODES, None] if code != entry["code"]])
            edit["hatched"] = edit["code"] is not None and chance.random() < 0.4
        if turn % 3 != 0:
            edit["text"] = f"{entry['text']} & <nieuw> “{turn}”\nop een tweede regel"
        edits.append(edit)
    return edits


def command_of(edit: Edit) -> list[str]:
    words = ["--form", edit["form"], "--characteristic", edit["key"]]
    if "code" in edit:
        words += ["--code", edit["code"] or "none", "--hatched" if edit["hatched"] else "--plain"]
    return [*words, "--text", edit["text"]] if "text" in edit else words


def touched(before: Any, edits: list[Edit], cells: dict[tuple[str, str], dict[str, str]]) -> list[tuple[str, str, str]]:
    """The cells that may differ: the fill in every sheet, the text where a sheet shows it."""
    now = entries_of(before)
    wanted = []
    for edit in edits:
        entry = now.get((edit["form"], edit["key"]), EMPTY)
        for sheet, cell in cells[edit["form"], edit["key"]].items():
            what = ["fill"] if "code" in edit else []
            shows_text = "tekst" not in sheet and not (sheet == "Beknopter" and entry["short_text"] is not None)
            what += ["value"] if "text" in edit and shows_text else []
            if what:
                wanted.append((sheet, cell, "+".join(what)))
    return wanted


def cells_of(path: Path, edits: list[Edit]) -> dict[tuple[str, str], dict[str, str]]:
    document = api.open_document(path)
    return {(edit["form"], edit["key"]): document.cells(edit["form"], edit["key"]) for edit in edits}


def apply_all(trajecto: Trajecto, source: Path, target: Path, edits: list[Edit]) -> None:
    """Each edit by the command, the first from the source, the next on the result."""
    for turn, edit in enumerate(edits):
        ways = [source, *command_of(edit), "-o", target] if turn == 0 else [target, *command_of(edit), "--in-place"]
        outcome = trajecto("set", *ways)
        assert outcome.code == 0, (edit, outcome.err)
        assert outcome.err == ""


def expected_after(before: Any, edits: list[Edit]) -> dict[tuple[str, str], dict[str, Any]]:
    """What inspect has to say once the edits are in."""
    wanted = {key: {name: entry[name] for name in EMPTY} for key, entry in entries_of(before).items()}
    for edit in edits:
        entry = wanted.setdefault((edit["form"], edit["key"]), dict(EMPTY))
        if "code" in edit:
            entry |= {"code": edit["code"], "hatched": edit["hatched"]}
        if "text" in edit:
            entry["text"] = edit["text"]
    return {key: entry for key, entry in wanted.items() if entry["text"] or entry["code"] or entry["annotations"]}


def look(fill: PatternFill) -> tuple[str, str, str]:
    """What makes a fill the same to openpyxl: a solid one has no background."""
    if fill.fill_type is None:
        return ("none", "", "")
    background = "" if fill.fill_type == "solid" else str(fill.bgColor.rgb)
    return (fill.fill_type, str(fill.fgColor.rgb), background)


def legend_looks(sheet: Worksheet, legend: list[dict[str, str]]) -> dict[str, tuple[str, str, str]]:
    return {each["code"]: look(sheet[each["cell"].partition("!")[2]].fill) for each in legend}


def check_with_openpyxl(
    path: Path, before: Any, edits: list[Edit], cells: dict[tuple[str, str], dict[str, str]]
) -> int:
    """Read the cells with a program that shares no code with ours; gives how many were looked at."""
    book = openpyxl.load_workbook(path)
    first = before["legend"][0]["cell"].partition("!")[0]
    looks = legend_looks(book[first], before["legend"])
    allowed = {(cell, sheet): what for sheet, cell, what in touched(before, edits, cells)}
    looked_at = 0
    for edit in edits:
        for sheet, cell in cells[edit["form"], edit["key"]].items():
            found = book[sheet][cell]
            if "code" in edit:
                kind, _, background = look(found.fill)
                if edit["hatched"]:
                    assert kind == "lightUp"
                    if looks[edit["code"]][0] == "solid":
                        assert background == looks[edit["code"]][1]
                else:
                    assert look(found.fill) == looks.get(edit["code"], ("none", "", ""))
            if "value" in allowed.get((cell, sheet), ""):
                assert found.value == edit["text"]
            looked_at += 1
    return looked_at


@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_edits_of_the_overview_change_their_cells_in_all_sheets_and_nothing_else(
    trajecto: Trajecto, overview: Path, only_changed: OnlyChanged, tmp_path: Path, seed: int
) -> None:
    before = trajecto("inspect", overview, "--json").json
    edits = thirty_edits(before, seed)
    target = tmp_path / "overzicht.xlsx"
    apply_all(trajecto, overview, target, edits)
    cells = cells_of(overview, edits)
    assert max(len(places) for places in cells.values()) == 4
    assert only_changed(overview, target, touched(before, edits, cells)) == []
    assert check_with_openpyxl(target, before, edits, cells) >= 100
    after = trajecto("inspect", target, "--json").json
    seen = {key: {name: entry[name] for name in EMPTY} for key, entry in entries_of(after).items()}
    assert seen == expected_after(before, edits)
    unchanged = ("layout", "legend", "forms", "characteristics", "general_remarks")
    assert {name: after[name] for name in unchanged} == {name: before[name] for name in unchanged}


@pytest.mark.parametrize("name", FICHES)
def test_thirty_edits_of_a_fiche_change_their_cells_and_nothing_else(
    trajecto: Trajecto, shared_dir: Path, only_changed: OnlyChanged, tmp_path: Path, name: str
) -> None:
    source = shared_dir / "fixtures" / "fiches" / name
    before = trajecto("inspect", source, "--json").json
    edits = thirty_edits(before, 3)
    target = tmp_path / name
    apply_all(trajecto, source, target, edits)
    cells = cells_of(source, edits)
    assert only_changed(source, target, touched(before, edits, cells)) == []
    assert check_with_openpyxl(target, before, edits, cells) == 30
    after = trajecto("inspect", target, "--json").json
    seen = {key: {field: entry[field] for field in EMPTY} for key, entry in entries_of(after).items()}
    assert seen == expected_after(before, edits)


@pytest.mark.libreoffice
def test_libreoffice_shows_the_values_that_were_written(
    trajecto: Trajecto, sample: Path, soffice: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    before = trajecto("inspect", sample, "--json").json
    edits = [edit for edit in thirty_edits(before, 4) if "text" in edit][:8]
    target = tmp_path / "overzicht.xlsx"
    apply_all(trajecto, sample, target, edits)
    cells = cells_of(sample, edits)
    with soffice(target, "csv:Text - txt - csv (StarCalc):44,34,76,1").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    book = openpyxl.load_workbook(soffice(target, "xlsx:Calc MS Excel 2007 XML"))
    first = book.sheetnames[0]
    for edit in edits:
        place = cells[edit["form"], edit["key"]][first]
        cell = book[first][place]
        assert cell.value == edit["text"]
        assert rows[cell.row - 1][cell.column - 1] == edit["text"]


def test_setting_what_is_there_already_gives_the_same_bytes(trajecto: Trajecto, sample: Path, tmp_path: Path) -> None:
    seen = trajecto("inspect", sample, "--json").json
    drifted = {each["cell"].partition("!")[2] for each in seen["findings"]}
    entry = next(
        each for each in seen["entries"] if each["code"] and each["text"] and not drifted & set(each["cells"].values())
    )
    target = tmp_path / "zelfde.xlsx"
    ways = ["--form", entry["form"], "--characteristic", entry["characteristic"], "--text", entry["text"]]
    outcome = trajecto("set", sample, *ways, "--code", entry["code"], "-o", target)
    assert outcome.code == 0
    assert target.read_bytes() == sample.read_bytes()
    assert "niets te wijzigen" in outcome.out


def test_setting_the_code_of_a_drifted_cell_repairs_its_shade(
    trajecto: Trajecto, overview: Path, tmp_path: Path
) -> None:
    before = trajecto("inspect", overview, "--json").json
    entry = next(each for each in before["entries"] if each["cells"].get("Globaal overzicht") == "D30")
    target = tmp_path / "hersteld.xlsx"
    words = ["--form", entry["form"], "--characteristic", entry["characteristic"], "--code", entry["code"]]
    assert trajecto("set", overview, *words, "-o", target).code == 0
    book = openpyxl.load_workbook(target)["Globaal overzicht"]
    assert look(book["D30"].fill) == look(book["A2"].fill)
    left = {each["cell"] for each in trajecto("check", target, "--json").json["findings"]}
    assert "Globaal overzicht!D30" not in left
    assert "Globaal overzicht!X75" in left


def test_a_new_text_alone_leaves_the_drifted_shade(trajecto: Trajecto, overview: Path, tmp_path: Path) -> None:
    before = trajecto("inspect", overview, "--json").json
    entry = next(each for each in before["entries"] if each["cells"].get("Globaal overzicht") == "D30")
    target = tmp_path / "tekst.xlsx"
    words = ["--form", entry["form"], "--characteristic", entry["characteristic"], "--text", "een andere tekst"]
    assert trajecto("set", overview, *words, "-o", target).code == 0
    was, now = (openpyxl.load_workbook(path)["Globaal overzicht"]["D30"] for path in (overview, target))
    assert look(now.fill) == look(was.fill)
    assert now.value == "een andere tekst"


def test_an_unknown_form_is_wrong_use_and_the_forms_are_named(trajecto: Trajecto, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    key = trajecto("inspect", sample, "--json").json["characteristics"][0]["key"]
    outcome = trajecto("set", sample, "--form", "Bestaat niet", "--characteristic", key, "--text", "x", "-o", target)
    assert outcome.code == 2
    assert "Trajectgezel" in outcome.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--characteristic", "bestaat-niet", "--code", "parallel"], "bestaat-niet"),
        (["--characteristic", "KEY", "--code", "groen"], "not_parallel"),
        (["--characteristic", "KEY", "--code", "working_column"], "additional"),
        (["--characteristic", "KEY", "--code", "none", "--hatched"], "Arcering"),
    ],
)
def test_what_the_file_does_not_have_is_wrong_use(
    trajecto: Trajecto, sample: Path, tmp_path: Path, words: list[str], named: str
) -> None:
    key = trajecto("inspect", sample, "--json").json["characteristics"][0]["key"]
    words = [key if word == "KEY" else word for word in words]
    outcome = trajecto("set", sample, "--form", "1G1P", *words, "-o", tmp_path / "x.xlsx")
    assert outcome.code == 2
    assert named in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_form_and_a_characteristic_are_found_by_words(trajecto: Trajecto, sample: Path, tmp_path: Path) -> None:
    seen = trajecto("inspect", sample, "--json").json
    wording = next(each for each in seen["characteristics"] if each["adapted"])
    outcome = trajecto(
        "set", sample, "--form", "buddys", "--characteristic", wording["adapted"].upper(), "--text", "Nieuw",
        "-o", tmp_path / "x.xlsx",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    after = entries_of(trajecto("inspect", tmp_path / "x.xlsx", "--json").json)
    assert after["Buddy's", wording["key"]]["text"] == "Nieuw"


def test_cell_changes_one_cell_of_any_workbook(
    trajecto: Trajecto, shared_dir: Path, only_changed: OnlyChanged, tmp_path: Path
) -> None:
    source, target = shared_dir / "corpus" / "poi__46535.xlsx", tmp_path / "x.xlsx"
    words = ["--sheet", "Test", "--cell", "B3", "--fill", "FF8800", "--text", "Hallo"]
    assert trajecto("cell", source, *words, "-o", target).code == 0
    assert only_changed(source, target, [("Test", "B3", "fill+value")]) == []
    cell = openpyxl.load_workbook(target)["Test"]["B3"]
    assert (cell.value, cell.fill.fgColor.rgb) == ("Hallo", "FFFF8800")


def test_cell_puts_a_comment_that_other_programs_show(trajecto: Trajecto, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    words = ["--sheet", "Bronnen", "--cell", "B7", "--comment", "Klopt dit?", "--author", "An Voorbeeld"]
    assert trajecto("cell", sample, *words, "-o", target).code == 0
    note = openpyxl.load_workbook(target)["Bronnen"]["B7"].comment
    assert note is not None
    assert "Klopt dit?" in note.text


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--sheet", "Weg", "--cell", "A1", "--text", "x"], "Weg"),
        (["--sheet", "Bronnen", "--cell", "1A", "--text", "x"], "1A"),
        (["--sheet", "Bronnen", "--cell", "A1", "--fill", "groen"], "groen"),
        (["--sheet", "Bronnen", "--cell", "A1", "--comment", " ", "--author", "An"], "naam"),
    ],
)
def test_cell_says_what_is_wrong_with_the_request(
    trajecto: Trajecto, sample: Path, tmp_path: Path, words: list[str], named: str
) -> None:
    outcome = trajecto("cell", sample, *words, "-o", tmp_path / "x.xlsx")
    assert outcome.code == 2
    assert named in outcome.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"), [("uit.xlsm", True), ("uit.xls", True), ("uit.xlsx", False), ("uit.bak", False)]
)
def test_a_name_with_which_excel_does_not_open_it_is_told(
    name: str, told: bool, trajecto: Trajecto, sample: Path, tmp_path: Path
) -> None:
    outcome = trajecto("cell", sample, "--sheet", "Bronnen", "--cell", "A1", "--text", "x", "-o", tmp_path / name)
    assert outcome.code == 0
    assert (tmp_path / name).exists()
    assert ("Excel opent" in outcome.err) == told


@pytest.mark.parametrize(("lock", "program"), [("~$uit.xlsx", "Excel"), (".~lock.uit.xlsx#", "LibreOffice")])
def test_who_has_the_written_file_open_is_told(
    lock: str, program: str, trajecto: Trajecto, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "uit.xlsx"
    target.write_bytes(sample.read_bytes())
    name = "Els".encode("utf-16-le")
    excel = b"\x03Els" + b" " * 51 + b"\x03\x00" + name + b" \x00" * 51
    (tmp_path / lock).write_bytes(excel if program == "Excel" else b",Els,pc,01.01.2026 10:00,file:///x;")
    outcome = trajecto("cell", target, "--sheet", "Bronnen", "--cell", "A1", "--text", "x", "-o", target)
    assert outcome.code == 0
    assert f"open in {program} bij Els" in outcome.err
