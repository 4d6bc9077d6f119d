"""Fiches that somebody laid out otherwise: columns moved, administration beside the form, groups as headings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.findings import Rule
from trajecto_desktop.services.open_document import open_document

GREEN, YELLOW = PatternFill("solid", fgColor="FFA9D08E"), PatternFill("solid", fgColor="FFFFF2CC")
ROWS = (
    ("Doelgroep(en)", "Art. 12: 3° voor elk gezin", "brede doelgroep", "elk gezin in de regio", GREEN),
    ("Doelgroep(en)", "", "bijzondere aandacht", "jongeren van 16 tot 25", YELLOW),
    ("Insteek", "Mem., p. 22: een vraag van het gezin", "vraaggericht", "", None),
)
HEADS = {
    "group": "Kenmerk",
    "decree": "Trajectondersteuner (decreet en memorie)",
    "adapted": "Aangepaste formulering",
    "form": "Planmakers",
    "remarks": "Opmerkingen van de penhouder",
    "sources": "Bronnen",
}


def made(path: Path, columns: list[str], title: str = "") -> Document:
    """A fiche with these columns, read; a name that is none of `HEADS` stands over a column of administration."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = title
    sheet["A3"], sheet["A4"], sheet["B4"] = "Legende", "parallel met TO", "gedeeltelijk parallel met TO"
    sheet["A4"].fill, sheet["B4"].fill = GREEN, YELLOW
    for column, name in enumerate(columns, 1):
        sheet.cell(6, column, HEADS.get(name, name))
    for row, (group, decree, adapted, text, fill) in enumerate(ROWS, 7):
        values = {"group": group, "decree": decree, "adapted": adapted, "form": text}
        for column, name in enumerate(columns, 1):
            cell = sheet.cell(row, column, values.get(name, "" if name in HEADS else "x") or None)
            if name == "form" and fill is not None:
                cell.fill = fill
    book.save(path)
    return open_document(path).document


def check(document: Document) -> None:
    assert document.layout == "fiche"
    assert document.form_names == ("Planmakers",)
    found = [
        (row.group, row.decree.plain, row.adapted.plain, entry.text.plain, entry.code)
        for row in document.characteristics
        for entry in [document.entry("Planmakers", row.key)]
    ]
    codes = ("parallel", "partial", None)
    assert found == [(*row[:4], code) for row, code in zip(ROWS, codes, strict=True)]


@pytest.mark.parametrize(
    "columns",
    [
        ["sources", "form", "remarks", "group", "adapted", "decree"],
        ["form", "group", "decree", "adapted", "remarks"],
        ["group", "form", "decree", "adapted", "sources"],
    ],
    ids=lambda columns: columns[0],
)
def test_the_form_may_stand_before_or_between_the_wordings(tmp_path: Path, columns: list[str]) -> None:
    check(made(tmp_path / "fiche.xlsx", columns))


@pytest.mark.parametrize("extra", ["Status", "Nr.", "Laatst gewijzigd op", "Penhouder", "Te bespreken"])
def test_administration_beside_the_form_is_no_form(tmp_path: Path, extra: str) -> None:
    check(made(tmp_path / "fiche.xlsx", [extra, "group", "decree", "adapted", extra, "form", "remarks", "sources"]))


def test_a_column_beside_the_form_that_the_title_names_is_no_form(tmp_path: Path) -> None:
    columns = ["group", "decree", "adapted", "Vraag aan de regio", "form", "remarks"]
    check(made(tmp_path / "fiche.xlsx", columns, "Fiche: Planmakers"))


def test_a_form_that_has_codes_is_a_form_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.xlsx"
    made(path, ["group", "decree", "adapted", "form", "Status"])
    book = openpyxl.load_workbook(path)
    book.active["E7"].fill = GREEN
    book.save(path)
    assert open_document(path).document.form_names == ("Planmakers", "Status")


def test_groups_may_be_bold_headings_above_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "fiche.xlsx"
    made(path, ["decree", "adapted", "form", "remarks"])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet.insert_rows(9)
    sheet.insert_rows(7)
    for row, group in ((7, "Doelgroep(en)"), (10, "Insteek")):
        sheet.cell(row, 1, group).font = Font(bold=True)
    book.save(path)
    check(open_document(path).document)


def test_a_workbook_with_a_fiche_on_each_sheet_says_so_and_brings_all(
    tmp_path: Path, trajecto: Callable[..., Any]
) -> None:
    path = tmp_path / "fiches.xlsx"
    made(path, ["group", "decree", "adapted", "form", "remarks"])
    book = openpyxl.load_workbook(path)
    book.active.title = "Planmakers"
    second = book.copy_worksheet(book.active)
    second.title, second["D6"].value, second["D7"].value = "OCMW", "OCMW", "elk gezin in de gemeente"
    book.save(path)
    opened = open_document(path)
    told = [finding for finding in opened.document.findings if finding.rule is Rule.OTHER_FICHE]
    assert [(each.sheet, each.get("form")) for each in told] == [("OCMW", "OCMW")]
    assert trajecto("overview", path, "-o", tmp_path / "uit.xlsx").code == 0
    document = open_document(tmp_path / "uit.xlsx").document
    assert document.form_names == ("Planmakers", "OCMW")
    assert document.entry("OCMW", document.characteristics[0].key).text.plain == "elk gezin in de gemeente"
    assert document.entry("Planmakers", document.characteristics[0].key).text.plain == ROWS[0][3]
