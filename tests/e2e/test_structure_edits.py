"""Forms and characteristics that come, go and are renamed, from document to file and back, in every sheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.changes import Change, EntryChanged
from trajecto_desktop.domain.feedback import Annotation, Kind
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry, Progress, WorkState
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import CharacteristicWordingError, FormNameError, StructureRefusedError
from trajecto_desktop.excel.profile import LayoutProfile
from trajecto_desktop.services.add_characteristic import add_characteristic
from trajecto_desktop.services.add_form import add_form
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.rename_form import rename_form
from trajecto_desktop.services.restructure import refuse_early
from trajecto_desktop.services.save_document import save_document

SHEETS = ["Globaal overzicht", "Geen tekst 1 basiskolom", "Beknopter", "geen tekst"]
WORDING = "een formulering die nergens anders staat"


@pytest.fixture
def overview(shared_dir: Path, tmp_path: Path) -> Path:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes((shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").read_bytes())
    return path


def said(document: Document) -> dict[tuple[str, str], tuple[object, ...]]:
    """What each entry says, whatever the cells that its remarks stand on."""
    return {
        key: (e.text, e.short_text, e.code, e.hatched, e.shade, tuple((a.id, a.text, a.status) for a in e.annotations))
        for key, e in document.content.entries.items()
    }


def saved_and_read(opened: OpenedFile, path: Path) -> Document:
    save_document(opened)
    document = open_document(path).document
    assert document.forms == opened.document.forms
    assert document.characteristics == opened.document.characteristics
    assert said(document) == said(opened.document)
    return document


CHANGES: dict[str, Callable[[Document], Change]] = {
    "a form at the end": lambda d: add_form(d, "Planmakers"),
    "a local variant beside its form": lambda d: add_form(d, "1G1P Gent", after="1G1P", parent="1G1P"),
    "a characteristic at the end of its group": lambda d: add_characteristic(d, d.groups[1], WORDING),
    "a characteristic within its group": lambda d: add_characteristic(
        d, d.groups[1], WORDING, "Art. 12: 1° iets", after=d.characteristics[4].key, additional=True
    ),
    "a characteristic at the end of the table": lambda d: add_characteristic(d, d.groups[-1], WORDING),
    "a group of its own": lambda d: add_characteristic(d, "Nieuwe rubriek", WORDING),
    "another name for a form": lambda d: rename_form(d, "Casemanager zorg", "Zorgcasemanager"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_stands_in_every_sheet_after_a_save_and_all_else_says_what_it_said(overview: Path, name: str) -> None:
    opened = open_document(overview)
    opened.document.apply(CHANGES[name](opened.document))
    saved_and_read(opened, overview)
    forms = opened.document.form_names
    for sheet in open_document(overview).binding.sheets.values():
        assert list(sheet.form_columns) == list(forms)


def test_a_new_form_can_be_filled_in_at_once_and_counts_in_ranges_over_all_forms(overview: Path) -> None:
    opened = open_document(overview)
    document = opened.document
    document.apply(add_form(document, "Planmakers"))
    key = document.characteristics[3].key
    document.apply(EntryChanged("Planmakers", key, EMPTY_ENTRY, Entry(RichText.plain_text("ja"), code="parallel")))
    saved_and_read(opened, overview)
    workbook = openpyxl.load_workbook(overview)
    sheet = workbook["Globaal overzicht"]
    assert sheet["AB5"].value == "Planmakers"
    assert sheet.auto_filter.ref == "A5:AB100"
    assert workbook.defined_names["Vormen"].attr_text == "'Globaal overzicht'!$D$5:$AB$5"
    columns = open_document(overview).binding.workbook.grid(sheet.title).columns
    assert [each.width for each in columns if each.first <= 28 <= each.last] == [34.7109375]
    assert (sheet.freeze_panes, sheet.print_title_cols) == ("D6", "$A:$C")


def test_a_form_beside_the_legend_does_not_make_the_legend_longer(overview: Path) -> None:
    before = open_document(overview).document.palette
    opened = open_document(overview)
    opened.document.apply(add_form(opened.document, "1G1P Gent", after="1G1P"))
    save_document(opened)
    again = open_document(overview)
    assert again.document.palette == before
    workbook = again.binding.workbook
    assert workbook.fill(workbook.grid("Globaal overzicht").style_at(3, 5)).pattern == "none"


def test_heading_rows_widen_over_a_new_form(overview: Path) -> None:
    opened = open_document(overview)
    opened.document.apply(add_form(opened.document, "Planmakers"))
    save_document(opened)
    merged = openpyxl.load_workbook(overview)["geen tekst"].merged_cells.ranges
    assert {area.coord.rpartition(":")[2].rstrip("0123456789") for area in merged} == {"AA"}


def test_comments_stay_with_their_cells(overview: Path) -> None:
    before = {
        c.coordinate: c.comment.text
        for r in openpyxl.load_workbook(overview).active.iter_rows()
        for c in r
        if c.comment
    }
    opened = open_document(overview)
    opened.document.apply(add_form(opened.document, "Vooraan", after=opened.document.form_names[0]))
    save_document(opened)
    after = {
        c.coordinate: c.comment.text
        for r in openpyxl.load_workbook(overview).active.iter_rows()
        for c in r
        if c.comment
    }
    moved = {
        openpyxl.utils.get_column_letter(
            openpyxl.utils.cell.coordinate_from_string(k)[0]
            and openpyxl.utils.column_index_from_string(openpyxl.utils.cell.coordinate_from_string(k)[0]) + 1
        )
        + str(openpyxl.utils.cell.coordinate_from_string(k)[1]): v
        for k, v in before.items()
    }
    assert after == moved


def test_several_changes_one_after_another_and_their_undoing(overview: Path) -> None:
    original = overview.read_bytes()
    opened = open_document(overview)
    document = opened.document
    inverses = [
        document.apply(CHANGES[name](document))
        for name in ("a form at the end", "another name for a form", "a group of its own")
    ]
    inverses.append(document.apply(rename_form(document, "Planmakers", "Planmakers 2")))
    assert opened.modified
    saved_and_read(opened, overview)
    assert document.structure_changes == ()
    for inverse in reversed(inverses):
        document.apply(inverse)
    saved_and_read(opened, overview)
    again, before = open_document(overview), openpyxl.load_workbook(io.BytesIO(original))
    after = openpyxl.load_workbook(overview)
    for name in SHEETS:
        # A heading that was shortened has the form's whole name after it was renamed.
        size = {"min_row": opened.binding.sheets[name].header_row + 1, "max_row": 120, "max_col": 30}
        assert list(after[name].iter_rows(**size, values_only=True)) == list(
            before[name].iter_rows(**size, values_only=True)
        )
    assert len(again.document.forms) == 24


def test_what_was_undone_before_the_save_touches_nothing(overview: Path) -> None:
    original = overview.read_bytes()
    opened = open_document(overview)
    opened.document.apply(opened.document.apply(add_form(opened.document, "Planmakers")))
    assert not opened.modified
    save_document(opened)
    assert overview.read_bytes() == original


def test_a_fiche_gets_a_row_too(shared_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "fiche.xlsx"
    path.write_bytes((shared_dir / "fixtures" / "fiches" / "OCMW.xlsx").read_bytes())
    opened = open_document(path)
    opened.document.apply(add_characteristic(opened.document, opened.document.groups[2], WORDING))
    saved_and_read(opened, path)


def test_a_refusal_comes_when_it_is_asked_for_and_changes_nothing(overview: Path) -> None:
    opened = open_document(overview)
    change = add_form(opened.document, "Planmakers")
    refuse_early(opened, change)
    assert "Planmakers" not in opened.document.form_names
    assert not opened.modified


@pytest.mark.parametrize("name", ["", "  ", "1g1p", "x" * 300])
def test_a_form_needs_a_name_of_its_own(overview: Path, name: str) -> None:
    document = open_document(overview).document
    with pytest.raises(FormNameError):
        add_form(document, name)
    with pytest.raises(FormNameError):
        rename_form(document, "OCMW", name)


def test_a_characteristic_needs_a_group_and_a_wording_of_its_own(overview: Path) -> None:
    document = open_document(overview).document
    row = document.characteristics[4]
    for group, adapted, decree, after in (
        ("", WORDING, "", None),
        (row.group, " ", "", None),
        (row.group, row.adapted.plain.strip(), row.decree.plain.strip(), None),
        ("Nieuwe rubriek", WORDING, "", row.key),
    ):
        with pytest.raises(CharacteristicWordingError):
            add_characteristic(document, group, adapted, decree, after=after)


def test_states_of_work_stay_when_rows_and_columns_come(overview: Path) -> None:
    opened = open_document(overview)
    document = opened.document
    form, key = document.form_names[5], document.characteristics[40].key
    progress = Progress(WorkState.REVIEWED, "2026-11-22", "An")
    document.apply(document.change_entry(form, key, replace(document.entry(form, key), progress=progress)))
    save_document(opened)
    document.apply(add_form(document, "Vooraan", after=document.form_names[0]))
    document.apply(add_characteristic(document, document.groups[0], WORDING))
    again = saved_and_read(opened, overview)
    assert again.entry(form, key).progress == progress


def test_a_table_that_was_pointed_out_by_hand_keeps_its_columns(overview: Path) -> None:
    opened = open_document(overview)
    opened.profile = LayoutProfile(
        sheet="Beknopter", header_row=5, form_columns=(4, 5), decree_column=2, adapted_column=3
    )
    with pytest.raises(StructureRefusedError) as refused:
        refuse_early(opened, add_form(opened.document, "Planmakers"))
    assert "Beknopter" in refused.value.message("nl")


def test_a_form_with_remarks_that_is_undone_after_a_save_goes_with_its_remarks(overview: Path) -> None:
    opened = open_document(overview)
    document = opened.document
    undo = [document.apply(add_form(document, "Planmakers"))]
    key = document.characteristics[4].key
    remark = Annotation("{5B1C0F6E-0000-4000-8000-000000000001}", Kind.QUESTION, "An Peeters", "klopt dit?")
    undo.append(document.apply(document.change_entry("Planmakers", key, Entry(annotations=(remark,)))))
    saved = saved_and_read(opened, overview)
    assert [each.text for each in saved.entry("Planmakers", key).annotations] == ["klopt dit?"]
    for inverse in reversed(undo):
        document.apply(inverse)
    assert "Planmakers" not in saved_and_read(opened, overview).form_names
