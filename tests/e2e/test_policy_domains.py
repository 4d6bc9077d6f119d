"""The overview of policy domains: entered per form, kept on a sheet of its own, exported as a table."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.journal_lines import change_to_json
from trajecto_desktop.document.journal_records import change_from_json
from trajecto_desktop.domain.policy_domain import NO_POLICY, POLICY_LABELS, PolicyAspect, PolicyDomain
from trajecto_desktop.errors import StructureRefusedError
from trajecto_desktop.excel.policy_sheet import SHEET_NAME
from trajecto_desktop.ooxml.add_sheet import add_sheet
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.change_lines import lines_of
from trajecto_desktop.services.integrate_overview import integrate_into, integrate_new, source_of
from trajecto_desktop.services.open_document import OpenedFile, open_document, opened_from
from trajecto_desktop.services.policy_domains import describe_policy, export_policy_table, policy_table
from trajecto_desktop.services.provenance import Provenance, Verdict, standing
from trajecto_desktop.services.rename_form import rename_form
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.split_overview import split

WELFARE = PolicyDomain("Welzijn", "jeugdhulp", "Opgroeien", "Vlaanderen en Brussel", "volledig")


def describe(opened: OpenedFile, form: str, policy: PolicyDomain) -> None:
    change = describe_policy(opened.document, form, policy)
    assert change is not None
    opened.document.apply(change)


@pytest.fixture
def opened(sample: Path, tmp_path: Path) -> OpenedFile:
    path = tmp_path / "werk.xlsx"
    shutil.copy(sample, path)
    return open_document(path)


def test_what_is_entered_comes_on_a_new_sheet_and_everything_else_stays(
    opened: OpenedFile, sample: Path, tmp_path: Path
) -> None:
    describe(opened, "OCMW", WELFARE)
    assert opened.modified
    save_document(opened)
    again = open_document(opened.path)
    assert again.document.form("OCMW").policy == WELFARE
    assert again.document.form("1G1P").policy == NO_POLICY
    book, before = openpyxl.load_workbook(opened.path), openpyxl.load_workbook(sample)
    assert book.sheetnames == [*before.sheetnames, SHEET_NAME]
    assert [cell.value for cell in book[SHEET_NAME][1]] == ["Ondersteuningsvorm", *POLICY_LABELS.values()]
    assert book[SHEET_NAME].freeze_panes == "B2"
    assert book[SHEET_NAME]["A1"].font.b
    assert tuple(row[0].value for row in book[SHEET_NAME].iter_rows(min_row=2)) == again.document.form_names
    for name in before.sheetnames:
        for row in before[name].iter_rows():
            assert [cell.value for cell in row] == [book[name][cell.coordinate].value for cell in row]
    assert not opened.modified


def test_a_second_save_touches_only_what_differs(opened: OpenedFile, only_changed: Callable[..., list[str]]) -> None:
    describe(opened, "OCMW", WELFARE)
    describe(opened, "1G1P", replace(WELFARE, financing=""))
    save_document(opened)
    first = opened.path.with_name("eerste.xlsx")
    shutil.copy(opened.path, first)
    describe(opened, "1G1P", replace(WELFARE, financing="gedeeld"))
    report = save_document(opened)
    assert report.cells == ((SHEET_NAME, "F2"),)
    assert only_changed(first, opened.path, [(SHEET_NAME, "F2", "value")]) == []
    assert open_document(opened.path).document.form("1G1P").policy.financing == "gedeeld"


def test_entering_can_be_taken_back_and_goes_through_the_journal(opened: OpenedFile) -> None:
    change = describe_policy(opened.document, "OCMW", WELFARE)
    assert change is not None
    assert change_from_json(change_to_json(change)) == change
    assert [(line.part, line.after) for line in lines_of(change)] == [
        ("policy", WELFARE.get(aspect)) for aspect in PolicyAspect
    ]
    inverse = opened.document.apply(change)
    opened.document.apply(inverse)
    assert opened.document.form("OCMW").policy == NO_POLICY
    assert not opened.modified
    assert describe_policy(opened.document, "OCMW", PolicyDomain("  ")) is None


def test_a_renamed_form_keeps_its_row(opened: OpenedFile) -> None:
    describe(opened, "OCMW", WELFARE)
    save_document(opened)
    opened.document.apply(rename_form(opened.document, "OCMW", "Sociaal huis"))
    save_document(opened)
    again = open_document(opened.path).document
    assert again.form("Sociaal huis").policy == WELFARE
    names = [row[0].value for row in openpyxl.load_workbook(opened.path)[SHEET_NAME].iter_rows(min_row=2)]
    assert names.count("Sociaal huis") == 1
    assert "OCMW" not in names


def test_a_table_under_other_words_is_read_and_kept(opened: OpenedFile) -> None:
    book = openpyxl.load_workbook(opened.path, rich_text=True)
    sheet = book.create_sheet("Wie is bevoegd")
    sheet.append(["Overzicht per vorm"])
    sheet.append([])
    sheet.append(["Vorm", "Bevoegde instantie(s)", "Beleidsdomein", "Cofinanciering?"])
    sheet.append(["ocmw", "lokaal bestuur", "Welzijn", "ja"])
    book.save(opened.path)
    again = open_document(opened.path)
    assert again.document.form("OCMW").policy == PolicyDomain("Welzijn", "", "lokaal bestuur", "", "ja")
    describe(again, "OCMW", PolicyDomain("Welzijn", "", "gemeente", "", "ja"))
    describe(again, "Buddy's", PolicyDomain("Sociaal"))
    save_document(again)
    rows = [
        [cell.value for cell in row]
        for row in openpyxl.load_workbook(again.path)["Wie is bevoegd"].iter_rows(min_row=4)
    ]
    assert rows == [["ocmw", "gemeente", "Welzijn", "ja"], ["Buddy's", None, "Sociaal", None]]


def test_it_travels_with_fiches(opened: OpenedFile, sample: Path) -> None:
    describe(opened, "OCMW", WELFARE)
    parts = [
        opened_from(Workbook.from_bytes(made.data, made.file), Path(made.file))
        for made in split(opened.document, ["OCMW", "1G1P"])
    ]
    assert [part.document.forms[0].policy for part in parts] == [WELFARE, NO_POLICY]
    made = integrate_new([source_of(part) for part in parts])
    document = opened_from(Workbook.from_bytes(made.data), Path("nieuw.xlsx")).document
    assert document.form("OCMW").policy == WELFARE
    overview = open_document(sample)
    integrate_into(overview, [source_of(part) for part in parts])
    assert overview.document.form("OCMW").policy == WELFARE


def test_the_table_is_exported(opened: OpenedFile, tmp_path: Path) -> None:
    describe(opened, "OCMW", replace(WELFARE, scope="=gevaarlijk"))
    table = policy_table(opened.document, ["OCMW"])
    assert table[1] == ("OCMW", "Welzijn", "jeugdhulp", "Opgroeien", "=gevaarlijk", "volledig")
    export_policy_table(opened.document, tmp_path / "tabel.csv", ["OCMW"])
    lines = (tmp_path / "tabel.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "OCMW;Welzijn;jeugdhulp;Opgroeien;'=gevaarlijk;volledig"
    assert len(policy_table(opened.document)) == 25


def test_the_exported_table_says_what_it_was_made_from(sample: Path, tmp_path: Path) -> None:
    # A copy: the sample itself belongs to the project.
    target, source = tmp_path / "tabel.csv", tmp_path / "werk.xlsx"
    shutil.copy(sample, source)
    export_policy_table(open_document(source).document, target, provenance=Provenance.of(source))
    assert standing(target, [source]).verdict is Verdict.CURRENT
    source.write_bytes(source.read_bytes() + b"\0")
    assert standing(target, [source]).verdict is Verdict.OUTDATED


@pytest.mark.parametrize("name", ["", "x" * 32, "a/b", "beknopter"])
def test_a_sheet_that_cannot_be_called_so_is_refused(sample: Path, name: str) -> None:
    with pytest.raises(StructureRefusedError):
        add_sheet(Workbook.open(sample), name, (), ())


def test_a_protected_structure_takes_no_sheet(opened: OpenedFile) -> None:
    book = openpyxl.load_workbook(opened.path, rich_text=True)
    book.security = openpyxl.workbook.protection.WorkbookProtection(lockStructure=True)
    book.save(opened.path)
    again = open_document(opened.path)
    before = opened.path.read_bytes()
    describe(again, "OCMW", WELFARE)
    with pytest.raises(StructureRefusedError):
        save_document(again)
    assert opened.path.read_bytes() == before


@pytest.mark.libreoffice
def test_libreoffice_shows_the_new_sheet(opened: OpenedFile, soffice: Callable[[Path, str], Path]) -> None:
    describe(opened, "OCMW", WELFARE)
    save_document(opened)
    book = openpyxl.load_workbook(soffice(opened.path, "xlsx"))
    assert "Opgroeien" in {cell.value for row in book[SHEET_NAME].iter_rows() for cell in row}
