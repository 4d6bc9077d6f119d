"""Rows and columns put in by us and by LibreOffice: the same formulas, merged ranges, comments, names and rules."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from trajecto_desktop.ooxml.structure import insert_columns, insert_rows
from trajecto_desktop.ooxml.workbook import Workbook

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "x.dtd">\n'
LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Structure"/></library:library>"""
MACRO = """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Structure" script:language="StarBasic">
Sub Insert(sourceUrl, targetUrl, sheetName, kind, place, howMany)
  On Error GoTo Finish
  Dim doc As Object, sheet As Object
  Dim inArgs(0) As New com.sun.star.beans.PropertyValue
  Dim outArgs(0) As New com.sun.star.beans.PropertyValue
  inArgs(0).Name = "Hidden"
  inArgs(0).Value = True
  doc = StarDesktop.loadComponentFromURL(sourceUrl, "_blank", 0, inArgs())
  sheet = doc.Sheets.getByName(sheetName)
  If kind = "columns" Then
    sheet.Columns.insertByIndex(CLng(place) - 1, CLng(howMany))
  Else
    sheet.Rows.insertByIndex(CLng(place) - 1, CLng(howMany))
  End If
  doc.calculateAll()
  outArgs(0).Name = "FilterName"
  outArgs(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(targetUrl, outArgs())
  doc.close(True)
Finish:
  StarDesktop.terminate()
End Sub
</script:module>"""

Insertion = Callable[[Path, str, str, int, int], Path]


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Insertion:
    """Put rows or columns into a sheet with LibreOffice, in a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("not checked: LibreOffice (soffice) is not on this machine")
    profile = tmp_path_factory.mktemp("profile")
    start = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(HEAD.format(kind="library:library") + LIBRARY)
    (library / "Structure.xba").write_text(HEAD.format(kind="script:module") + MACRO)

    def insert(source: Path, sheet: str, kind: str, at: int, count: int) -> Path:
        target = tmp_path_factory.mktemp("inserted") / "result.xlsx"
        words = ",".join(f'"{each}"' for each in (source.as_uri(), target.as_uri(), sheet, kind, at, count))
        subprocess.run([*start, f"macro:///Standard.Structure.Insert({words})"], capture_output=True, timeout=120)
        if not target.exists():
            pytest.skip("not checked: this LibreOffice runs no macro from the command line")
        return target

    return insert


@pytest.fixture
def source(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Blad één"
    other = workbook.create_sheet("Ander")
    for row in range(1, 13):
        for column in range(1, 9):
            sheet.cell(row, column, row * 10 + column)
    formulas = [
        "=SUM(B2:D6)",
        "=$C$4+D5",
        "=COUNT(C:C)",
        "=COUNT(3:5)",
        '=B1&"C4"',
        "=MAX(D4,F9)",
        "=A1*2",
        "=SUM(D4:D4)",
    ]
    for index, formula in enumerate(formulas):
        sheet.cell(14 + index, 2, formula)
        sheet.cell(3, 10 + index, formula)
    for index, formula in enumerate(("='Blad één'!D4", "=SUM('Blad één'!$B$2:$H$12)", "=A1+'Blad één'!A1", "=D4")):
        other.cell(index + 1, 2, formula)
    for area in ("A2:H2", "B5:C7", "F9:G9", "D11:D12"):
        sheet.merge_cells(area)
    for cell in ("A1", "D4", "H12"):
        sheet[cell].comment = Comment(f"bij {cell}", "An")
    workbook.defined_names["Bereik"] = DefinedName("Bereik", attr_text="'Blad één'!$B$2:$H$12")
    workbook.defined_names["Cel"] = DefinedName("Cel", attr_text="'Blad één'!$D$4")
    sheet.auto_filter.ref = "A1:H12"
    sheet.print_title_rows, sheet.print_title_cols = "1:2", "A:B"
    sheet.print_area = "A1:H12"
    rule = FormulaRule(formula=["$D4>40"], fill=PatternFill("solid", bgColor="FFFF00"))
    sheet.conditional_formatting.add("B4:H12", rule)
    validation = DataValidation("list", formula1="$D$4:$D$9")
    validation.add("E4:E12")
    sheet.add_data_validation(validation)
    path = tmp_path / "bron.xlsx"
    workbook.save(path)
    return path


def facts(sheet: Worksheet) -> dict[str, object]:
    """What has to be the same, whoever wrote it."""
    book = sheet.parent
    cells = {c.coordinate: _formula(c.value) for row in sheet.iter_rows() for c in row if c.value is not None}
    names = {name: book.defined_names[name].attr_text for name in ("Bereik", "Cel")}
    rules = {
        str(each.sqref): [_formula(f) for rule in each.rules for f in rule.formula]
        for each in sheet.conditional_formatting
    }
    return {
        "cells": cells,
        "other": {c.coordinate: _formula(c.value) for row in book["Ander"].iter_rows() for c in row if c.value},
        "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
        "comments": sorted((c.coordinate, c.comment.text) for row in sheet.iter_rows() for c in row if c.comment),
        "names": names,
        "filter": sheet.auto_filter.ref,
        "titles": (sheet.print_title_rows, sheet.print_title_cols),
        "area": sheet.print_area,
        "rules": rules,
        # LibreOffice 7.4 moves the cells of a rule of input but not the list it refers to; Excel moves both.
        "validations": [str(v.sqref) for v in sheet.data_validations.dataValidation],
    }


def _formula(value: object) -> object:
    # LibreOffice writes formulas without the spaces that a person put in.
    return value.replace(" ", "") if isinstance(value, str) else value


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("kind", "at", "count"), [("columns", 4, 1), ("columns", 1, 2), ("columns", 8, 1), ("rows", 4, 1), ("rows", 6, 3)]
)
def test_libreoffice_comes_to_the_same(source: Path, libreoffice: Insertion, kind: str, at: int, count: int) -> None:
    workbook = Workbook.open(source)
    data = (insert_columns if kind == "columns" else insert_rows)(workbook, "Blad één", at, count)
    ours = facts(openpyxl.load_workbook(io.BytesIO(data))["Blad één"])
    theirs = facts(openpyxl.load_workbook(libreoffice(source, "Blad één", kind, at, count))["Blad één"])
    for what, found in theirs.items():
        assert ours[what] == found, what


@pytest.mark.libreoffice
def test_libreoffice_calculates_the_same_from_our_file(
    source: Path, soffice: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    ours = tmp_path / "ons.xlsx"
    ours.write_bytes(insert_columns(Workbook.open(source), "Blad één", 4))
    values = []
    for path in (source, ours):
        sheet = openpyxl.load_workbook(soffice(path, "xlsx"), data_only=True)["Blad één"]
        values.append([sheet.cell(14 + index, 2).value for index in range(8)])
    assert values[0] == values[1]
    assert None not in values[0]
