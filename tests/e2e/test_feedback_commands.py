"""The commands of a feedback round, on the overview fixture: annotate, and collect what came back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from trajecto_desktop.cli.face import run
from trajecto_desktop.ooxml.comments import comments_of
from trajecto_desktop.ooxml.workbook import Workbook

FULL = "Globaal overzicht"
pytestmark = pytest.mark.shared


@pytest.fixture
def overview(shared_dir: Path) -> Path:
    return shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx"


def inspected(path: Path, capfd: pytest.CaptureFixture[str]) -> dict:
    capfd.readouterr()
    assert run(["inspect", str(path), "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def annotate(source: Path, target: Path, text: str = "Klopt dit voor elke regio?") -> int:
    words = ["--kind", "vraag", "--author", "Jan Peeters", "--organisation", "OCMW Gent", "--text", text]
    entry = [
        "--form",
        "1G1P",
        "--characteristic",
        "doelgroepen.specifieke-doelgroepen-groepen-die-bijzondere-aandacht-d2af",
    ]
    return run(["annotate", str(source), *entry, *words, "-o", str(target)])


def remarks_on(found: dict, form: str) -> list[dict]:
    return [each for entry in found["entries"] if entry["form"] == form for each in entry["annotations"]]


def test_annotate_adds_one_thread_and_changes_nothing_else(
    overview: Path, tmp_path: Path, shared_dir: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(shared_dir / "tools"))
    import xlsx_fidelity

    target = tmp_path / "uit.xlsx"
    assert annotate(overview, target) == 0
    (remark,) = remarks_on(inspected(target, capfd), "1G1P")
    assert (remark["kind"], remark["author"], remark["organisation"]) == ("vraag", "Jan Peeters", "OCMW Gent")
    assert (remark["text"], remark["status"]) == ("Klopt dit voor elke regio?", "open")
    assert remark["date"].endswith("Z")
    (cell,) = [thread.cell for thread in comments_of(Workbook.open(target), FULL) if thread.threaded]
    edits = xlsx_fidelity.load_edits([{"sheet": FULL, "cell": cell, "what": ["comment"]}])
    report = xlsx_fidelity.compare(str(overview), str(target), edits)
    assert [str(each) for each in report.failing("minor", [])] == []
    note = openpyxl.load_workbook(target)[FULL][cell].comment
    assert "[vraag] Jan Peeters (OCMW Gent): Klopt dit voor elke regio?" in note.text


def test_annotate_with_an_unknown_kind_is_wrong_use(
    overview: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["--form", "1G1P", "--characteristic", "x", "--kind", "klacht", "--author", "J", "--text", "t"]
    assert run(["annotate", str(overview), *words, "-o", str(tmp_path / "uit.xlsx")]) == 2
    assert not (tmp_path / "uit.xlsx").exists()


@pytest.mark.libreoffice
def test_feedback_outlives_libreoffice(
    overview: Path, tmp_path: Path, soffice: Callable[[Path, str], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    annotate(overview, tmp_path / "uit.xlsx")
    (before,) = remarks_on(inspected(tmp_path / "uit.xlsx", capfd), "1G1P")
    (after,) = remarks_on(inspected(soffice(tmp_path / "uit.xlsx", "xlsx"), capfd), "1G1P")
    same = ("kind", "author", "organisation", "text", "status")
    assert [after[name] for name in same] == [before[name] for name in same]


def test_collect_lists_everything_and_takes_up_what_people_said(
    overview: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    first, second, out, log = (tmp_path / name for name in ("Jan.xlsx", "Piet.xlsx", "uit.xlsx", "log.xlsx"))
    annotate(overview, first)
    book = openpyxl.load_workbook(overview)
    cell = book[FULL]["H20"]
    book[FULL]["G9"].comment = Comment("hefboom: dit werkt bij ons", "Piet Janssens")
    cell.value = "een heel andere tekst"
    book.save(second)
    capfd.readouterr()
    assert run(["feedback", "collect", str(overview), str(first), str(second), "-o", str(out), "--log", str(log)]) == 0
    told = capfd.readouterr().out
    assert "Klopt dit voor elke regio?" in told
    assert "dit werkt bij ons" in told
    assert "een heel andere tekst" in told
    assert "3 verschillen (2 overgenomen, 1 niet), 0 conflicten." in told
    found = inspected(out, capfd)
    assert len([r for entry in found["entries"] for r in entry["annotations"]]) == 4
    assert openpyxl.load_workbook(out)[FULL]["H20"].value == openpyxl.load_workbook(overview)[FULL]["H20"].value
    rows = list(openpyxl.load_workbook(log).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert sorted(row[12] for row in rows) == ["nog te beslissen", "overgenomen", "overgenomen"]


def test_conflicts_that_are_left_give_exit_code_1_also_when_all_else_is_accepted(
    overview: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copies = []
    for name, words in (("Jan", "zo staat het goed"), ("Piet", "nee, eerder zo")):
        book = openpyxl.load_workbook(overview)
        book[FULL]["H20"].value = words
        book.save(tmp_path / f"{name}.xlsx")
        copies.append(str(tmp_path / f"{name}.xlsx"))
    out = tmp_path / "uit.xlsx"
    assert run(["feedback", "collect", str(overview), *copies, "-o", str(out), "--accept", "all"]) == 1
    assert "CONFLICT" in capfd.readouterr().out
    assert openpyxl.load_workbook(out)[FULL]["H20"].value == openpyxl.load_workbook(overview)[FULL]["H20"].value


def test_a_copy_that_is_no_workbook_is_told_in_one_sentence(
    overview: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.xlsx").write_text("geen werkmap")
    result = run(["feedback", "collect", str(overview), str(tmp_path / "brief.xlsx"), "-o", str(tmp_path / "uit.xlsx")])
    said = capfd.readouterr().err.strip()
    assert result == 4
    assert "brief.xlsx" in said
    assert "\n" not in said
    assert not (tmp_path / "uit.xlsx").exists()


def test_help_is_there_without_a_file() -> None:
    assert run(["feedback", "collect", "--help"]) == 0


def test_a_round_goes_out_and_letters_come_of_it(
    overview: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "ontvangers.csv"
    people.write_text(
        "naam,organisatie,vormen,vraag,bestand\nJan Peeters,OCMW Gent,1G1P,Klopt dit?,xlsx\n", encoding="utf-8"
    )
    out = tmp_path / "ronde"
    assert run(["feedback", "send", str(overview), "--to", str(people), "--round", "r1", "-o", str(out)]) == 0
    copies = sorted(path.name for path in out.iterdir())
    assert copies == ["overzicht_trajectondersteuning – Jan Peeters.xlsx", "register r1.json", "register r1.xlsx"]
    annotate(overview, tmp_path / "uit.xlsx")
    assert run(["feedback", "letters", str(tmp_path / "uit.xlsx"), "-o", str(tmp_path / "brieven")]) == 0
    assert (tmp_path / "brieven" / "Jan Peeters.docx").exists()


def test_a_log_that_cannot_be_written_leaves_no_result_behind(overview: Path, tmp_path: Path) -> None:
    copy, target = tmp_path / "kopie.xlsx", tmp_path / "uit" / "samen.xlsx"
    target.parent.mkdir()
    assert annotate(overview, copy) == 0
    log = tmp_path / "weg" / "log.xlsx"
    assert run(["feedback", "collect", str(overview), str(copy), "-o", str(target), "--log", str(log)]) == 5
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("over", ["sent", "copy", "target"])
def test_a_log_takes_the_place_of_no_other_workbook(over: str, overview: Path, tmp_path: Path) -> None:
    paths = {name: tmp_path / f"{name}.xlsx" for name in ("sent", "copy", "target")}
    paths["sent"].write_bytes(overview.read_bytes())
    assert annotate(paths["sent"], paths["copy"]) == 0
    said = paths["copy"].read_bytes()
    words = [str(paths["sent"]), str(paths["copy"]), "-o", str(paths["target"]), "--log", str(paths[over])]
    assert run(["feedback", "collect", *words]) == 2
    assert (paths["sent"].read_bytes(), paths["copy"].read_bytes()) == (overview.read_bytes(), said)
    assert not paths["target"].exists()


def test_a_person_without_a_name_in_the_system_can_collect(
    overview: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nameless)
    copy, target, log = (tmp_path / name for name in ("kopie.xlsx", "samen.xlsx", "log.xlsx"))
    assert annotate(overview, copy) == 0
    assert run(["feedback", "collect", str(overview), str(copy), "-o", str(target), "--log", str(log)]) == 0
    assert log.exists()
