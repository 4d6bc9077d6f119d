"""Integrate and split, on the team's own 24 fiches and on the samples: nothing lost, nothing else changed."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.e2e.conftest import OnlyChanged, Trajecto
from trajecto_desktop.domain.characteristic import GENERAL_REMARKS
from trajecto_desktop.domain.feedback import Annotation, Kind, Reply, Status
from trajecto_desktop.domain.fiche import Entry, Progress, WorkState
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.errors import (
    FilesExistError,
    FormsMissingError,
    NothingToIntegrateError,
    SameFileError,
    SaveError,
    WorkStoppedError,
)
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.compare_files import PointKind, compare
from trajecto_desktop.services.edit_entry import with_code, with_text
from trajecto_desktop.services.fiche_names import fiche_file_names
from trajecto_desktop.services.final_version import StepKind, final_workbook, plan, save_final
from trajecto_desktop.services.integrate_overview import integrate_into, integrate_new, open_sources, source_of
from trajecto_desktop.services.long_work import Waiter, waited_for_by
from trajecto_desktop.services.open_document import OpenedFile, open_document, opened_from
from trajecto_desktop.services.open_project import fiche_paths, open_project
from trajecto_desktop.services.provenance import Verdict, standing
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.split_overview import split, split_into

WORDS_OF_CODES = {
    "parallel": "parallel",
    "gedeeltelijk": "partial",
    "niet": "not_parallel",
    "onduidelijk": "unclear",
    "geen_bepalingen": "no_provision",
    "aanvullend": "additional",
}


@pytest.fixture
def fiches(shared_dir: Path) -> Path:
    return shared_dir / "fixtures" / "fiches"


@pytest.fixture
def truth(shared_dir: Path) -> dict[str, Any]:
    return json.loads((shared_dir / "fixtures" / "expected.json").read_text(encoding="utf-8"))["fiches"]


def in_memory(data: bytes) -> OpenedFile:
    return opened_from(Workbook.from_bytes(data, "nieuw.xlsx"), Path("nieuw.xlsx"))


def edit(opened: OpenedFile, form: str, key: str, after: Entry) -> None:
    opened.document.apply(opened.document.change_entry(form, key, after))


def test_the_24_fiches_make_an_overview_that_says_what_they_say(fiches: Path, truth: dict[str, Any]) -> None:
    made = integrate_new(open_sources(fiche_paths([fiches])))
    document = in_memory(made.data).document
    assert made.points == ()
    assert len(document.forms) == 24
    for name, expected in truth.items():
        rows = [row for row in expected["rows"] if row["group"] or row["decree"] or row["adapted"]]
        assert len(rows) == len(document.characteristics)
        for row, characteristic in zip(rows, document.characteristics, strict=True):
            entry = document.entry(expected["form"], characteristic.key)
            code = WORDS_OF_CODES[row["code"]] if row["code"] else None
            assert (entry.text.plain, entry.code) == (row["text"], code), (name, row["row"])


def test_integrating_fiches_that_say_the_same_changes_not_one_byte(
    fiches: Path, overview: Path, tmp_path: Path
) -> None:
    opened = open_document(overview)
    comparison = integrate_into(opened, open_sources(fiche_paths([fiches])))
    save_document(opened, tmp_path / "uit.xlsx")
    assert comparison.differences == ()
    assert not comparison.open_points
    assert (tmp_path / "uit.xlsx").read_bytes() == overview.read_bytes()


def test_integrating_one_changed_fiche_touches_only_its_cells(
    fiches: Path, overview: Path, tmp_path: Path, only_changed: Callable[..., list[str]]
) -> None:
    fiche = open_document(fiches / "1G1P.xlsx")
    key = fiche.document.characteristics[0].key
    edit(fiche, "1G1P", key, with_code(with_text(fiche.document.entry("1G1P", key), "een nieuwe tekst"), "partial"))
    target = tmp_path / "uit.xlsx"
    opened = open_document(overview)
    integrate_into(opened, [source_of(fiche)])
    save_document(opened, target)
    edits = [
        ("Globaal overzicht", "D8", "value+fill"),
        ("Beknopter", "D8", "value+fill"),
        ("geen tekst", "C3", "fill"),
        ("Geen tekst 1 basiskolom", "B3", "fill"),
    ]
    assert only_changed(overview, target, edits) == []
    entry = open_document(target).document.entry("1G1P", key)
    assert (entry.text.plain, entry.code) == ("een nieuwe tekst", "partial")
    openpyxl.load_workbook(target)


def test_splitting_and_integrating_again_gives_the_same_overview(overview: Path) -> None:
    before = open_document(overview)
    parts = [in_memory(made.data) for made in split(before.document)]
    made = integrate_new([source_of(part) for part in parts])
    after = in_memory(made.data)
    assert made.points == ()
    assert after.document.form_names == before.document.form_names
    assert [each.key for each in after.document.characteristics] == [
        each.key for each in before.document.characteristics
    ]
    assert after.document.content.sources == before.document.content.sources
    assert compare(after.document, [source_of(before)]).differences == []
    remarks = [form for form in before.document.form_names if before.document.entry(form, GENERAL_REMARKS).filled]
    assert len(remarks) == 16
    assert all(after.document.entry(form, GENERAL_REMARKS).filled for form in remarks)
    short = [key for key, entry in before.document.entries() if entry.short_text is not None]
    assert short
    assert all(after.document.entry(*key).short_text is not None for key in short)


def test_splitting_names_the_files_as_the_team_does(fiches: Path, overview: Path) -> None:
    names = fiche_file_names(open_document(overview).document.form_names)
    assert set(names.values()) == {path.name for path in fiches.iterdir()}


def test_the_published_counts_follow_from_the_fiches(
    fiches: Path, tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    target = tmp_path / "uit.xlsx"
    assert trajecto("overview", fiches, "-o", target).code == 0
    out = trajecto("counts", target, "--any", "kennis rechten vergroten,rechtenrealisatie").out
    assert out.startswith("10/24")


def fiche_of_a_new_form(project_dir: Path, folder: Path) -> Path:
    path = folder / "planmakers.xlsx"
    book = openpyxl.load_workbook(project_dir / "samples" / "fiche_1G1P.xlsx", rich_text=True)
    for name in ("Fiche", "Beknopter"):
        book[name]["D8"] = "Planmakers"
    book.save(path)
    return path


def test_a_form_without_a_column_gets_one_behind_the_last(
    project_dir: Path, sample: Path, tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    fiche, target = fiche_of_a_new_form(project_dir, tmp_path), tmp_path / "uit.xlsx"
    outcome = trajecto("overview", fiche, "--template", sample, "-o", target)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Planmakers krijgt een nieuwe kolom" in outcome.out
    opened = open_document(target)
    assert opened.document.form_names == (*open_document(sample).document.form_names, "Planmakers")
    assert compare(opened.document, open_sources([fiche])).differences == []
    assert all("Planmakers" in layout.form_columns for layout in opened.binding.sheets.values())
    openpyxl.load_workbook(target)


def test_a_form_that_may_not_come_is_refused_and_nothing_changes(
    project_dir: Path, sample: Path, tmp_path: Path
) -> None:
    opened = open_document(sample)
    with pytest.raises(FormsMissingError) as caught:
        integrate_into(opened, open_sources([fiche_of_a_new_form(project_dir, tmp_path)]), add_forms=False)
    assert caught.value.data["detail"] == "Planmakers"
    assert not opened.modified


def test_the_command_ends_with_1_and_lists_what_it_left_out(
    project_dir: Path, overview: Path, tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    target = tmp_path / "uit.xlsx"
    fiche = project_dir / "samples" / "fiche_Buddy_s.xlsx"
    outcome = trajecto("overview", fiche, "--template", overview, "-o", target)
    assert outcome.code == 1
    assert "niet overgenomen" in outcome.out or "niet samengenomen" in outcome.out
    assert target.exists()


def test_the_command_splits_into_a_folder_and_writes_over_nothing_unasked(
    sample: Path, tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    folder = tmp_path / "nieuw" / "fiches"
    assert trajecto("split", sample, "-o", folder, "--form", "buddy's", "--form", "OCMW").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["Buddy_s.xlsx", "OCMW.xlsx"]
    before = (folder / "OCMW.xlsx").read_bytes()
    outcome = trajecto("split", sample, "-o", folder, "--form", "OCMW")
    assert (outcome.code, (folder / "OCMW.xlsx").read_bytes()) == (FilesExistError.exit_code, before)
    assert trajecto("split", sample, "-o", folder, "--form", "OCMW", "--overwrite").code == 0
    assert trajecto("split", sample, "-o", tmp_path / "x", "--form", "bestaat niet").code == 2


def test_who_waits_hears_what_is_split_and_then_what_is_written(sample: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with waited_for_by(Waiter(lambda done, total, name: told.append((done, total, name)))):
        split_into(open_document(sample).document, tmp_path, ["OCMW", "D.O.P."])
    assert told == [(0, 2, "OCMW.xlsx"), (1, 2, "D.O.P..xlsx")] * 2


def test_splitting_that_is_stopped_leaves_no_fiche_behind(sample: Path, tmp_path: Path) -> None:
    heard: list[str] = []

    def stop_at_the_second_file(_done: int, _total: int, name: str) -> None:
        heard.append(name)
        if len(heard) == len(document.forms) + 2:
            waiter.stop()

    document, waiter = open_document(sample).document, Waiter(stop_at_the_second_file)
    with waited_for_by(waiter), pytest.raises(WorkStoppedError):
        split_into(document, tmp_path / "fiches")
    assert list((tmp_path / "fiches").iterdir()) == []


def test_integrating_that_is_stopped_opens_no_further_fiche(fiches: Path) -> None:
    heard: list[str] = []

    def stop_at_once(_done: int, _total: int, name: str) -> None:
        heard.append(name)
        waiter.stop()

    waiter = Waiter(stop_at_once)
    with waited_for_by(waiter), pytest.raises(WorkStoppedError):
        open_sources(fiche_paths([fiches]))
    assert len(heard) == 1


def test_a_fiche_that_cannot_be_written_leaves_none_of_the_others(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "OCMW.xlsx").mkdir()
    with pytest.raises(SaveError):
        split_into(open_document(sample).document, tmp_path, overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["OCMW.xlsx"]


def test_the_final_version_has_no_remarks_or_working_columns_and_the_rest_as_it_was(
    overview: Path, tmp_path: Path
) -> None:
    opened = open_document(overview)
    bytes_before = overview.read_bytes()
    planned = plan(opened)
    assert {step.kind for step in planned.steps} == set(StepKind) - {StepKind.LOG, StepKind.STATES}
    target = tmp_path / "finaal.xlsx"
    save_final(opened, target, planned)
    final = open_document(target)
    assert overview.read_bytes() == bytes_before
    assert final.document.content.working_columns == ()
    assert final.document.palette.get("working_column") is None
    assert plan(final).advised == ()
    assert len(final.document.characteristics) == len(opened.document.characteristics)
    for form in opened.document.form_names:
        for was, now in zip(opened.document.characteristics, final.document.characteristics, strict=True):
            before, after = opened.document.entry(form, was.key), final.document.entry(form, now.key)
            assert (before.code, before.hatched, before.shade) == (after.code, after.hatched, after.shade)
            kept = "".join(run.text for run in before.text.runs if run.role is not RunRole.REMARK)
            assert after.text.plain.split() == kept.split()
    openpyxl.load_workbook(target)


def test_comments_stay_in_the_final_version_unless_somebody_says_so(overview: Path, tmp_path: Path) -> None:
    opened = open_document(overview)
    form, key = opened.document.form_names[0], opened.document.characteristics[0].key
    with_a_remark(opened, form, key, remark(1, "Voor wie?", Reply("Bo", "2025-03-03T10:00:00Z", "Voor elk gezin")))
    planned = plan(opened)
    threads = sum(len(entry.annotations) for _, entry in opened.document.entries())
    # Comments beside the entries are listed too.
    assert sum(step.kind is StepKind.COMMENT for step in planned.steps) >= threads > 1
    save_final(opened, tmp_path / "met.xlsx", planned)
    save_final(opened, tmp_path / "zonder.xlsx", planned, planned.without_comments)
    with_comments, without = (open_document(tmp_path / name) for name in ("met.xlsx", "zonder.xlsx"))
    assert sum(len(entry.annotations) for _, entry in with_comments.document.entries()) == threads
    assert not any(entry.annotations for _, entry in without.document.entries())
    book = openpyxl.load_workbook(tmp_path / "zonder.xlsx")
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    again = plan(without)
    assert final_workbook(again, again.without_comments).package.data == without.binding.workbook.package.data


def test_the_state_of_the_work_is_not_in_the_final_version(sample: Path, tmp_path: Path) -> None:
    opened = open_document(sample)
    key = opened.document.characteristics[0].key
    done = Progress(WorkState.REVIEWED, "2025-04-01", "An")
    edit(opened, "OCMW", key, replace(opened.document.entry("OCMW", key), progress=done))
    save_final(opened, tmp_path / "finaal.xlsx", plan(opened))
    final = open_document(tmp_path / "finaal.xlsx").document
    assert final.entry("OCMW", key).progress == Progress()
    assert b"An" not in b"".join(
        zipfile.ZipFile(tmp_path / "finaal.xlsx").read(name)
        for name in zipfile.ZipFile(tmp_path / "finaal.xlsx").namelist()
        if "customXml" in name
    )


def test_a_remark_that_is_all_a_row_has_stays_unless_somebody_says_so(overview: Path) -> None:
    planned = plan(open_document(overview))
    left = [step for step in planned.steps if not step.advised]
    assert left
    assert all(step.after == "" for step in left)
    workbook = final_workbook(planned, left[:1])
    cell = workbook.grid(left[0].sheet).cells[left[0].excel_row, left[0].excel_column]
    assert cell.value is None


def test_the_final_version_takes_what_is_not_saved_yet(sample: Path, tmp_path: Path) -> None:
    opened = open_document(sample)
    key = opened.document.characteristics[0].key
    text = RichText((Run("tekst"), Run(" > intern", RunStyle(italic=True, colour="#C00000"), RunRole.REMARK)))
    edit(opened, "OCMW", key, Entry(text, code="partial"))
    save_final(opened, tmp_path / "finaal.xlsx", plan(opened))
    final = open_document(tmp_path / "finaal.xlsx").document
    assert final.entry("OCMW", final.characteristics[0].key).text.plain == "tekst"
    assert opened.modified


def test_the_final_version_never_takes_the_place_of_the_working_copy(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "werk.xlsx"
    shutil.copy(sample, path)
    opened = open_document(path)
    with pytest.raises(SameFileError):
        save_final(opened, path, plan(opened))
    assert path.read_bytes() == sample.read_bytes()


def test_the_command_shows_what_goes_in_the_final_version(
    fiches: Path, tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    target = tmp_path / "uit.xlsx"
    outcome = trajecto("overview", fiches / "1G1P.xlsx", fiches / "OCMW.xlsx", "--final", "-o", target)
    assert outcome.code == 0
    assert "Globaal overzicht!D3: label" in outcome.out
    assert open_document(target).document.palette.get("working_column") is None


def test_a_folder_of_fiches_is_a_project(project_dir: Path, tmp_path: Path) -> None:
    for path in (project_dir / "samples").glob("fiche_*.xlsx"):
        shutil.copy(path, tmp_path)
    shutil.copy(project_dir / "samples" / "fiche_1G1P.xlsx", tmp_path / "kopie van 1G1P.xlsx")
    (tmp_path / "~$fiche_1G1P.xlsx").write_bytes(b"x")
    (tmp_path / "kapot.xlsx").write_bytes(b"geen werkmap")
    project = open_project(tmp_path)
    assert [file.path.name for file in project.files] == [
        "fiche_1G1P.xlsx",
        "fiche_Buddy_s.xlsx",
        "fiche_Trajectgezel.xlsx",
        "kapot.xlsx",
        "kopie van 1G1P.xlsx",
    ]
    assert [file.problem is None for file in project.files] == [True, True, True, False, True]
    assert project.doubles == ("1G1P",)
    first = project.files[0]
    assert 0 < first.filled <= first.characteristics
    assert 0 < first.coded <= first.characteristics


def test_a_folder_without_workbooks_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToIntegrateError):
        fiche_paths([tmp_path])


def test_a_second_fiche_of_the_same_form_is_listed(fiches: Path) -> None:
    sources = open_sources([fiches / "OCMW.xlsx", fiches / "OCMW.xlsx"])
    assert [point.kind for point in integrate_new(sources).points] == [PointKind.DOUBLE_FORM]


@pytest.mark.libreoffice
def test_libreoffice_opens_what_was_integrated_and_split(
    fiches: Path, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    made = integrate_new(open_sources([fiches / "1G1P.xlsx", fiches / "OCMW.xlsx"]))
    path = tmp_path / "uit.xlsx"
    path.write_bytes(made.data)
    again = open_document(soffice(path, "xlsx")).document
    assert again.form_names == ("1G1P", "OCMW")
    assert compare(again, open_sources([fiches / "1G1P.xlsx", fiches / "OCMW.xlsx"])).differences == []


def with_a_remark(opened: OpenedFile, form: str, key: str, *remarks: Annotation) -> None:
    edit(opened, form, key, replace(opened.document.entry(form, key), annotations=remarks))


def remark(number: int, text: str, *replies: Reply, status: Status = Status.OPEN) -> Annotation:
    mark = f"{{{number}1111111-1111-4111-8111-111111111111}}"
    return Annotation(mark, Kind.NEED, "An", text, "CAW", "2025-03-02T10:00:00Z", status, replies=replies)


def test_feedback_and_the_state_of_work_go_along_when_splitting_and_integrating(sample: Path) -> None:
    before = open_document(sample)
    form, key = before.document.form_names[2], before.document.characteristics[4].key
    with_a_remark(before, form, key, remark(1, "Voor wie?", Reply("Bo", "2025-03-03T10:00:00Z", "Voor elk gezin")))
    done = Progress(WorkState.REVIEWED, "2025-04-01", "An")
    edit(before, form, key, replace(before.document.entry(form, key), progress=done))
    parts = [in_memory(made.data) for made in split(before.document)]
    after = in_memory(integrate_new([source_of(part) for part in parts]).data).document
    was, now = before.document.entry(form, key), after.entry(form, key)
    assert [(each.id, each.text, each.organisation) for each in now.annotations] == [
        (each.id, each.text, each.organisation) for each in was.annotations
    ]
    assert [reply.text for reply in now.annotations[0].replies] == ["Voor elk gezin"]
    assert now.progress == done
    assert [each.section for each in after.characteristics] == [
        each.section for each in before.document.characteristics
    ]


def test_feedback_of_a_fiche_comes_beside_that_of_the_overview_and_nothing_goes(sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample, tmp_path / "werk.xlsx")
    overview = open_document(tmp_path / "werk.xlsx")
    form, key = overview.document.form_names[0], overview.document.characteristics[0].key
    fiche = in_memory(next(split(overview.document, [form])).data)
    with_a_remark(overview, form, key, remark(1, "Van het overzicht"), remark(2, "Van beide"))
    with_a_remark(fiche, form, key, remark(2, "Van beide", status=Status.PROCESSED), remark(3, "Van de fiche"))
    integrate_into(overview, [source_of(fiche)])
    save_document(overview)
    again = open_document(tmp_path / "werk.xlsx").document
    found = {each.text: each.status for each in again.entry(form, key).annotations}
    assert found == {
        "Van het overzicht": Status.OPEN,
        "Van beide": Status.PROCESSED,
        "Van de fiche": Status.OPEN,
    }
    assert integrate_into(overview, [source_of(fiche)]).differences == ()


def test_a_fiche_that_only_lost_its_formats_changes_nothing(fiches: Path, overview: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(fiches / "1G1P.xlsx")
    book.save(tmp_path / "1G1P.xlsx")
    opened = open_document(overview)
    assert integrate_into(opened, open_sources([tmp_path / "1G1P.xlsx"])).differences == ()


def test_a_row_that_only_a_fiche_has_comes_into_every_sheet_and_leaves_the_others_as_they_are(
    fiches: Path, overview: Path, tmp_path: Path
) -> None:
    fiche, source = tmp_path / "1G1P.xlsx", openpyxl.load_workbook(fiches / "1G1P.xlsx", rich_text=True)
    sheet = source.worksheets[0]
    sheet.insert_rows(10)
    sheet["C10"], sheet["D10"] = "jongeren zonder dak boven het hoofd", "ja, via het straathoekwerk"
    sheet["D10"].fill = copy(sheet["A5"].fill)
    source.save(fiche)
    opened, target = open_document(overview), tmp_path / "uit.xlsx"
    planned = integrate_into(opened, open_sources([fiche]), add_rows=True)
    save_document(opened, target)
    assert not planned.open_points
    before, after = openpyxl.load_workbook(overview, rich_text=True), openpyxl.load_workbook(target, rich_text=True)
    new_rows = {"Globaal overzicht": 9, "Beknopter": 9, "geen tekst": 4, "Geen tekst 1 basiskolom": 4}
    for old in before.worksheets:
        new, at = after[old.title], new_rows.get(old.title)
        rows = [[(c.value, c.fill.fgColor.rgb, c.font.b) for c in row] for row in old.iter_rows()]
        found = [[(c.value, c.fill.fgColor.rgb, c.font.b) for c in row] for row in new.iter_rows()]
        if at is not None:
            added = found.pop(at - 1)
            assert any("jongeren zonder dak" in str(value) for value, *_ in added)
        assert found == rows, old.title
    again = open_document(target)
    row = next(each for each in again.document.characteristics if "zonder dak" in each.title)
    entry = again.document.entry("1G1P", row.key)
    assert (row.group, entry.text.plain, entry.code) == ("Doelgroep(en)", "ja, via het straathoekwerk", "parallel")
    assert set(again.document.places("1G1P", row.key)) == set(new_rows)


def test_the_command_adds_rows_when_asked_and_says_so(
    fiches: Path, overview: Path, tmp_path: Path, trajecto: Trajecto
) -> None:
    fiche, source = tmp_path / "1G1P.xlsx", openpyxl.load_workbook(fiches / "1G1P.xlsx")
    source.worksheets[0].insert_rows(10)
    source.worksheets[0]["C10"], source.worksheets[0]["D10"] = "jongeren zonder dak boven het hoofd", "ja"
    source.save(fiche)
    asked = ["overview", str(fiche), "--template", str(overview), "-o", str(tmp_path / "uit.xlsx")]
    plain, adding = trajecto(*asked), trajecto(*asked, "--add-rows")
    assert (plain.code, adding.code) == (1, 0)
    assert "niet overgenomen" in plain.out
    assert "--add-rows" in plain.out
    assert "krijgt een nieuwe rij in het overzicht, in de rubriek ‘Doelgroep(en)’" in adding.out
    assert trajecto("overview", fiche, "--add-rows", "-o", tmp_path / "x.xlsx").code == 2


def test_an_overview_of_ours_that_is_brought_up_to_date_says_from_what(
    fiches: Path, tmp_path: Path, trajecto: Trajecto
) -> None:
    fiche, other = tmp_path / "1G1P.xlsx", fiches / "OCMW.xlsx"
    shutil.copy(fiches / "1G1P.xlsx", fiche)
    template, target = tmp_path / "overzicht.xlsx", tmp_path / "uit.xlsx"
    assert trajecto("overview", fiche, other, "-o", template).code == 0
    source = openpyxl.load_workbook(fiche, rich_text=True)
    source.worksheets[0]["D9"] = "een nieuwe tekst"
    source.save(fiche)
    assert trajecto("overview", fiche, "--template", template, "-o", target).code == 0
    assert standing(target, [fiche, template]).verdict is Verdict.CURRENT
    assert trajecto("overview", fiche, "--template", template, "-o", template).code == 0
    assert standing(template, [fiche, other]).verdict is Verdict.CURRENT
    source.worksheets[0]["D9"] = "een andere tekst"
    source.save(fiche)
    assert standing(template, [fiche, other]).verdict is Verdict.OUTDATED


def test_an_overview_of_somebody_elses_that_is_brought_up_to_date_changes_in_its_cells_alone(
    fiches: Path, overview: Path, tmp_path: Path, trajecto: Trajecto, only_changed: OnlyChanged
) -> None:
    fiche, source = tmp_path / "1G1P.xlsx", openpyxl.load_workbook(fiches / "1G1P.xlsx", rich_text=True)
    source.worksheets[0]["D9"] = "een nieuwe tekst"
    source.save(fiche)
    target, final = tmp_path / "uit.xlsx", tmp_path / "finaal.xlsx"
    assert trajecto("overview", fiche, "--template", overview, "-o", target).code == 0
    edits = [("Globaal overzicht", "D8", "value"), ("Beknopter", "D8", "value")]
    assert only_changed(overview, target, edits) == []
    assert trajecto("overview", fiche, "--template", overview, "--final", "-o", final).code == 0
    assert standing(final, [fiche, overview]).verdict is Verdict.CURRENT


def test_the_final_version_of_a_working_copy_says_which_it_was(overview: Path, tmp_path: Path) -> None:
    opened, final = open_document(overview), tmp_path / "finaal.xlsx"
    save_final(opened, final, plan(opened))
    assert standing(final, [overview]).verdict is Verdict.CURRENT
