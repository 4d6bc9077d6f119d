"""A row that comes into an `Omzetting` sheet: undone like any other change, saved without touching anything else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.document import Document
from trajecto_desktop.document.fit import fitted
from trajecto_desktop.document.journal_lines import change_to_json
from trajecto_desktop.document.journal_records import change_from_json
from trajecto_desktop.domain.overview import Conversion
from trajecto_desktop.errors import ConversionError
from trajecto_desktop.services.add_conversion import add_conversion, sheet_named, sheets_for_conversions
from trajecto_desktop.services.change_lines import lines_of
from trajecto_desktop.services.find_conversions import ConversionIndex
from trajecto_desktop.services.merge_on_disk import merge_on_disk, unsaved_changes
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document

SHEET = "Omzetting Looptijd"
PARTS = (("zo lang als nodig", True), ("een vaste termijn", False))


@pytest.fixture
def opened(overview: Path, tmp_path: Path) -> OpenedFile:
    """A copy of the team's overview that a test may write to."""
    (tmp_path / "overzicht.xlsx").write_bytes(overview.read_bytes())
    return open_document(tmp_path / "overzicht.xlsx")


def of_sheet(document: Document, sheet: str) -> list[Conversion]:
    return [row for row in document.content.conversions if row.sheet == sheet]


def said(rows: list[Conversion]) -> list[tuple[object, ...]]:
    return [row.words for row in rows]


def others_are_as_they_were(before: Path, after: Path, sheet: str) -> None:
    """Every part but the sheet, and what is appended to styles and strings, has its bytes; so has every cell elsewhere."""
    was, now = openpyxl.load_workbook(before), openpyxl.load_workbook(after)
    for name in was.sheetnames:
        if name == sheet:
            continue
        cells = [[(cell.value, cell.fill.fgColor.rgb, cell.font.b) for cell in row] for row in was[name].iter_rows()]
        assert cells == [
            [(cell.value, cell.fill.fgColor.rgb, cell.font.b) for cell in row] for row in now[name].iter_rows()
        ]


@pytest.mark.parametrize("behind", [None, 0, 2])
def test_a_row_comes_where_it_was_asked_and_the_rest_stays(
    opened: OpenedFile, overview: Path, tmp_path: Path, behind: int | None
) -> None:
    rows = of_sheet(opened.document, SHEET)
    after = None if behind is None else rows[behind]
    opened.document.apply(
        add_conversion(opened.document, SHEET, "Mem., p. 30: zolang het gezin dat vraagt", PARTS, after)
    )
    wanted = said(of_sheet(opened.document, SHEET))
    place_0 = len(rows) if behind is None else behind + 1
    assert wanted[:place_0] + wanted[place_0 + 1 :] == said(rows)
    report = save_document(opened)
    assert {sheet for sheet, _ in report.cells} == {SHEET}
    again = open_document(opened.path).document
    assert said(of_sheet(again, SHEET)) == wanted
    assert again.content.conversions == opened.document.content.conversions
    others_are_as_they_were(overview, opened.path, SHEET)
    sheet = openpyxl.load_workbook(opened.path)[SHEET]
    new = of_sheet(again, SHEET)[place_0]
    green, plain = (sheet[each.cell] for each in new.formulations)
    assert (green.fill.patternType, plain.fill.patternType) == ("solid", None)


def test_undoing_it_after_a_save_takes_the_row_out_again(opened: OpenedFile) -> None:
    before = said(of_sheet(opened.document, SHEET))
    added = add_conversion(opened.document, SHEET, "een passage", PARTS, of_sheet(opened.document, SHEET)[1])
    inverse = opened.document.apply(added)
    save_document(opened)
    opened.document.apply(inverse)
    save_document(opened)
    assert said(of_sheet(open_document(opened.path).document, SHEET)) == before
    opened.document.apply(added)
    save_document(opened)
    assert len(of_sheet(open_document(opened.path).document, SHEET)) == len(before) + 1


def test_undoing_it_before_a_save_leaves_the_file_byte_for_byte(opened: OpenedFile) -> None:
    before = opened.path.read_bytes()
    opened.document.apply(opened.document.apply(add_conversion(opened.document, SHEET, "een passage", PARTS)))
    save_document(opened)
    assert opened.path.read_bytes() == before


def test_a_sheet_that_is_not_there_yet_comes(opened: OpenedFile) -> None:
    sheet = sheet_named("Intensiteit")
    assert sheet == "Omzetting Intensiteit"
    assert sheet not in sheets_for_conversions(opened)
    for number in range(2):
        opened.document.apply(add_conversion(opened.document, sheet, f"passage {number}", PARTS))
    assert sheet in sheets_for_conversions(opened)
    save_document(opened)
    again = open_document(opened.path)
    assert [row.passage.plain for row in of_sheet(again.document, sheet)] == ["passage 0", "passage 1"]
    assert sheet in sheets_for_conversions(again)
    book = openpyxl.load_workbook(opened.path)
    assert book[sheet]["A1"].value.startswith("Passage uit decreet")


def test_the_wording_finds_its_new_row_at_once(opened: OpenedFile) -> None:
    row = next(each for each in opened.document.characteristics if each.adapted.plain)
    before = len(ConversionIndex(opened.document).of(row))
    added = add_conversion(opened.document, SHEET, "een passage", [(row.adapted.plain, True)])
    opened.document.apply(added)
    assert len(ConversionIndex(opened.document).of(row)) == before + 1


@pytest.mark.parametrize(
    ("passage", "parts"), [("", PARTS), ("  ", PARTS), ("passage", ()), ("passage", ((" ", True),))]
)
def test_a_row_without_passage_or_formulation_is_refused(
    opened: OpenedFile, passage: str, parts: tuple[tuple[str, bool], ...]
) -> None:
    with pytest.raises(ConversionError):
        add_conversion(opened.document, SHEET, passage, parts)


def test_the_same_row_twice_and_names_no_sheet_can_have_are_refused(opened: OpenedFile) -> None:
    opened.document.apply(add_conversion(opened.document, SHEET, "een passage", PARTS))
    with pytest.raises(ConversionError):
        add_conversion(opened.document, SHEET, " een passage", PARTS)
    for name in ("", "a/b", "x" * 40):
        with pytest.raises(ConversionError):
            sheet_named(name)


def test_the_journal_keeps_it_and_a_person_can_read_it(opened: OpenedFile) -> None:
    change = add_conversion(opened.document, SHEET, "een passage", PARTS)
    assert change_from_json(change_to_json(change)) == change
    [line] = lines_of(change)
    assert (line.part, line.before) == ("conversion", "")
    assert "✓ zo lang als nodig" in line.after
    opened.document.apply(change)
    assert unsaved_changes(opened) == (change,)
    done, conflicts = fitted(open_document(opened.path).document, [change])
    assert (done, conflicts) == ((change,), ())


def test_rows_of_two_people_come_together(opened: OpenedFile) -> None:
    theirs = open_document(opened.path)
    theirs.document.apply(add_conversion(theirs.document, SHEET, "van de ander", PARTS))
    opened.document.apply(add_conversion(opened.document, SHEET, "van ons", PARTS))
    save_document(theirs)
    merge = merge_on_disk(opened)
    assert not merge.conflicts
    opened.document.apply(merge.change)
    passages = [row.passage.plain for row in of_sheet(opened.document, SHEET)]
    assert {"van ons", "van de ander"} <= set(passages)


@pytest.mark.libreoffice
def test_libreoffice_opens_the_file_with_the_new_row(
    opened: OpenedFile, soffice: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    opened.document.apply(add_conversion(opened.document, SHEET, "een passage", PARTS))
    save_document(opened)
    shutil.copy(opened.path, tmp_path / "kopie.xlsx")
    again = open_document(soffice(tmp_path / "kopie.xlsx", "xlsx")).document
    assert said(of_sheet(again, SHEET))[-1] == said(of_sheet(opened.document, SHEET))[-1]
