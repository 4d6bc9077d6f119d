"""Local variants and related forms: kept on a sheet of their own, with undo, through splitting and integrating."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.journal_lines import change_to_json
from trajecto_desktop.document.journal_records import change_from_json
from trajecto_desktop.errors import FormNameError
from trajecto_desktop.excel.links_sheet import LINKS_HEADINGS, LINKS_SHEET
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.add_form import add_form
from trajecto_desktop.services.change_lines import lines_of
from trajecto_desktop.services.form_links import link_form, linked_forms
from trajecto_desktop.services.integrate_overview import integrate_new, source_of
from trajecto_desktop.services.open_document import OpenedFile, open_document, opened_from
from trajecto_desktop.services.rename_form import rename_form
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.split_overview import split


@pytest.fixture
def opened(sample: Path, tmp_path: Path) -> OpenedFile:
    (tmp_path / "werk.xlsx").write_bytes(sample.read_bytes())
    return open_document(tmp_path / "werk.xlsx")


def link(opened: OpenedFile, name: str, parent: str = "", related: tuple[str, ...] = ()) -> None:
    change = link_form(opened.document, name, parent, related)
    assert change is not None
    opened.document.apply(change)


def test_links_come_on_a_sheet_of_their_own_and_are_read_again(opened: OpenedFile) -> None:
    link(opened, "OCMW", related=("CAW-trajecten", "1G1P"))
    opened.document.apply(add_form(opened.document, "1G1P Gent", parent="1G1P"))
    save_document(opened)
    again = open_document(opened.path)
    assert again.document.forms == opened.document.forms
    assert linked_forms(again.document, "1G1P") == ("", ("1G1P Gent",), ("OCMW",))
    assert linked_forms(again.document, "OCMW") == ("", (), ("1G1P", "CAW-trajecten"))
    rows = list(openpyxl.load_workbook(opened.path)[LINKS_SHEET].values)
    assert rows[0] == LINKS_HEADINGS
    assert ("1G1P Gent", "1G1P", None) in rows


def test_undoing_a_link_after_a_save_takes_it_out_of_the_sheet(opened: OpenedFile) -> None:
    change = link_form(opened.document, "OCMW", "", ("1G1P",))
    assert change is not None
    inverse = opened.document.apply(change)
    save_document(opened)
    opened.document.apply(inverse)
    report = save_document(opened)
    assert {sheet for sheet, _ in report.cells} == {LINKS_SHEET}
    assert not any(form.related or form.parent for form in open_document(opened.path).document.forms)


def test_a_file_without_links_gets_no_sheet(opened: OpenedFile) -> None:
    before = opened.path.read_bytes()
    save_document(opened)
    assert opened.path.read_bytes() == before


def test_links_follow_a_form_that_gets_another_name(opened: OpenedFile) -> None:
    link(opened, "OCMW", parent="1G1P", related=("Buddy's",))
    save_document(opened)
    opened.document.apply(rename_form(opened.document, "1G1P", "Eén gezin, één plan"))
    opened.document.apply(rename_form(opened.document, "Buddy's", "Maatjes"))
    save_document(opened)
    again = open_document(opened.path).document
    assert linked_forms(again, "OCMW") == ("Eén gezin, één plan", (), ("Maatjes",))
    assert linked_forms(again, "Maatjes")[2] == ("OCMW",)


def test_being_related_goes_both_ways(opened: OpenedFile) -> None:
    link(opened, "OCMW", related=("1G1P",))
    assert linked_forms(opened.document, "1G1P")[2] == ("OCMW",)
    link(opened, "1G1P")
    assert linked_forms(opened.document, "OCMW")[2] == ()


@pytest.mark.parametrize(("name", "parent", "related"), [("OCMW", "OCMW", ()), ("OCMW", "", ("OCMW",))])
def test_a_form_is_not_linked_to_itself(opened: OpenedFile, name: str, parent: str, related: tuple[str, ...]) -> None:
    with pytest.raises(FormNameError):
        link_form(opened.document, name, parent, related)


def test_variants_do_not_go_round(opened: OpenedFile) -> None:
    link(opened, "OCMW", parent="1G1P")
    with pytest.raises(FormNameError):
        link_form(opened.document, "1G1P", "OCMW", ())


def test_links_go_along_when_splitting_and_integrating(opened: OpenedFile) -> None:
    link(opened, "OCMW", parent="1G1P", related=("Buddy's",))
    parts = [opened_from(Workbook.from_bytes(made.data, made.file), Path(made.file)) for made in split(opened.document)]
    made = integrate_new([source_of(part) for part in parts])
    after = opened_from(Workbook.from_bytes(made.data, "nieuw.xlsx"), Path("nieuw.xlsx")).document
    assert linked_forms(after, "OCMW") == ("1G1P", (), ("Buddy's",))


def test_the_journal_keeps_links_and_a_person_can_read_them(opened: OpenedFile) -> None:
    change = link_form(opened.document, "OCMW", "1G1P", ("Buddy's",))
    assert change is not None
    assert change_from_json(change_to_json(change)) == change
    parts = [(line.form, line.part, line.after) for line in lines_of(change)]
    assert parts == [("OCMW", "link", "1G1P; Buddy's"), ("Buddy's", "link", "OCMW")]
