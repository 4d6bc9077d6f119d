"""Several fiches in one workbook, and files of one name: each is laid beside the overview, and written back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.errors import FileChangedOnDiskError
from trajecto_desktop.services.compare_files import compare
from trajecto_desktop.services.fiches_beside import by_file, open_beside, update_fiches
from trajecto_desktop.services.open_document import open_document, other_fiches
from trajecto_desktop.services.open_project import file_state
from trajecto_desktop.shipped import samples


@pytest.fixture
def together(tmp_path: Path) -> Path:
    """The fiches of two forms on two sheets of one workbook."""
    path = tmp_path / "samen.xlsx"
    book = openpyxl.load_workbook(samples() / "fiche_1G1P.xlsx", rich_text=True)
    other = book.copy_worksheet(book.active)
    other.title = "Tweede"
    for row in other.iter_rows(min_row=1, max_row=12):
        for cell in row:
            if isinstance(cell.value, str) and "1G1P" in cell.value:
                cell.value = cell.value.replace("1G1P", "Buddy's")
    book.save(path)
    return path


def test_every_fiche_of_a_workbook_is_laid_beside_the_overview(together: Path) -> None:
    overview = open_document(samples() / "overzicht_voorbeeld.xlsx").document
    beside = open_beside([together])
    assert [(each.name, each.opened.document.form_names) for each in beside] == [
        ("samen.xlsx", ("1G1P",)),
        ("samen.xlsx (Tweede)", ("Buddy's",)),
    ]
    found = compare(overview, [each.source for each in beside])
    assert {each.form for each in found.differences} >= {"Buddy's"}
    assert {each.file for each in found.differences if each.form == "Buddy's"} == {"samen.xlsx (Tweede)"}


def test_fiches_of_one_workbook_catch_up_in_one_save(together: Path) -> None:
    overview = open_document(samples() / "overzicht_voorbeeld.xlsx").document
    beside = open_beside([together])
    first = next(key for key in overview.content.entries if key[0] == "1G1P" and overview.entry(*key).text)
    overview.apply(overview.change_entry(*first, overview.entry("Buddy's", first[1])))
    found = compare(overview, [each.source for each in beside])
    assert {each.form for each in found.differences} == {"1G1P", "Buddy's"}
    reports = update_fiches(beside, found.differences, [])
    assert [report.path for report in reports] == [together]
    assert {sheet for sheet, _ in reports[0].cells} >= {"Fiche", "Tweede"}
    again = compare(overview, [each.source for each in open_beside([together])])
    assert again.differences == []
    assert compare(overview, [each.source for each in beside]).differences == []


def test_only_the_second_fiche_may_have_something_to_take_over(together: Path) -> None:
    overview = open_document(samples() / "overzicht_voorbeeld.xlsx").document
    beside = open_beside([together])
    found = compare(overview, [each.source for each in beside])
    chosen = [each for each in found.differences if each.form == "Buddy's"]
    update_fiches(beside, chosen, [])
    left = compare(overview, [each.source for each in open_beside([together])]).differences
    assert {each.form for each in left} <= {"1G1P"}


def test_a_workbook_that_somebody_else_saved_meanwhile_is_not_written_over(together: Path) -> None:
    overview = open_document(samples() / "overzicht_voorbeeld.xlsx").document
    beside = open_beside([together])
    found = compare(overview, [each.source for each in beside])
    book = openpyxl.load_workbook(together)
    book.active["A1"] = "iets anders"
    book.save(together)
    with pytest.raises(FileChangedOnDiskError):
        update_fiches(beside, found.differences, [])


def test_files_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "fiche.xlsx" for folder in ("een", "twee")]
    for path, form in zip(paths, ("1G1P", "Trajectgezel"), strict=True):
        path.parent.mkdir()
        path.write_bytes((samples() / f"fiche_{form}.xlsx").read_bytes())
    beside = open_beside(paths)
    assert [each.name for each in beside] == ["een/fiche.xlsx", "twee/fiche.xlsx"]
    assert len(by_file(beside)) == 2


def test_how_far_a_workbook_is_counts_all_its_fiches(together: Path) -> None:
    opened = open_document(together)
    state, alone = file_state(opened), file_state(open_document(samples() / "fiche_1G1P.xlsx"))
    assert len(other_fiches(opened)) == 1
    assert state.forms == ("1G1P", "Buddy's")
    assert (state.filled, state.coded, state.characteristics) == (
        2 * alone.filled,
        2 * alone.coded,
        alone.characteristics,
    )
