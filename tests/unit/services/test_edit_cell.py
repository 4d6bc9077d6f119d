"""One cell of any workbook changed from the outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_packages import sheet_xml, workbook_parts, zipped

from trajecto_desktop.errors import CellReferenceError, ColourError, SignedFileError, UnknownSheetError
from trajecto_desktop.ooxml.strings import RichRun
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.edit_cell import edit_cell

RICH = '<si><r><t>vast </t></r><r><rPr><color rgb="FFFF0000"/></rPr><t>opmerking</t></r></si>'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "bron.xlsx"
    path.write_bytes(zipped(workbook_parts(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=RICH)))
    return path


def test_text_and_fill_are_written_to_another_file(source: Path) -> None:
    before, target = source.read_bytes(), source.with_name("doel.xlsx")
    edit_cell(source, target, "Blad", "B3", fill="a9d08e", text="nieuw")
    workbook = Workbook.open(target)
    cell = workbook.grid("Blad").cells[3, 2]
    assert (workbook.text(cell), workbook.fill(cell.style).foreground) == ("nieuw", "#A9D08E")
    edit_cell(target, target, "Blad", "B3", fill="none")
    workbook = Workbook.open(target)
    assert workbook.fill(workbook.grid("Blad").cells[3, 2].style).pattern == "none"
    assert source.read_bytes() == before


def test_editing_one_word_leaves_the_colour_of_the_others(source: Path) -> None:
    edit_cell(source, source, "Blad", "A1", text="los opmerking")
    workbook = Workbook.open(source)
    red = RichRun("opmerking", '<color rgb="FFFF0000"/>')
    assert workbook.runs(workbook.grid("Blad").cells[1, 1]) == (RichRun("los "), red)


@pytest.mark.parametrize(
    ("sheet", "ref", "fill", "error"),
    [
        ("Weg", "A1", None, UnknownSheetError),
        ("Blad", "A0", None, CellReferenceError),
        ("Blad", "XFE1", None, CellReferenceError),
        ("Blad", "A1", "groen", ColourError),
    ],
)
def test_a_wrong_request_writes_nothing(source: Path, sheet: str, ref: str, fill: str | None, error: type) -> None:
    target = source.with_name("doel.xlsx")
    with pytest.raises(error) as caught:
        edit_cell(source, target, sheet, ref, fill=fill, text="x")
    assert caught.value.exit_code == 2
    assert not target.exists()


def test_a_signed_file_is_refused_as_unreadable(shared_dir: Path, tmp_path: Path) -> None:
    with pytest.raises(SignedFileError) as caught:
        edit_cell(shared_dir / "corpus/poi__hello-world-signed.xlsx", tmp_path / "x.xlsx", "Sheet1", "A1", text="x")
    assert caught.value.exit_code == 4
    assert "poi__hello-world-signed.xlsx" in caught.value.message("nl")
