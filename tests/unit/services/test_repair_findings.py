"""Mending what findings point at: what is mended, what stays for a person, and that it can be undone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from trajecto_desktop.document.journal_lines import change_to_json
from trajecto_desktop.document.journal_records import change_from_json
from trajecto_desktop.domain.changes import RowShown, SheetWordChanged
from trajecto_desktop.domain.fiche import EMPTY_ENTRY
from trajecto_desktop.domain.findings import Finding, Rule, Severity
from trajecto_desktop.domain.text import EMPTY_TEXT
from trajecto_desktop.services.change_lines import lines_of
from trajecto_desktop.services.edit_entry import with_code
from trajecto_desktop.services.mend_lines import mend_lines
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.repair_findings import (
    WayKind,
    choices,
    choose,
    choose_sheet,
    drop_words,
    repair,
    repair_all,
    sheets_to_choose,
    still_stands,
    ways,
    without_stray_space,
)
from trajecto_desktop.services.save_document import save_document

DRIFTED = "AECC94"


@pytest.fixture
def path(project_dir: Path, tmp_path: Path) -> Path:
    """The sample overview with a drifted shade in one sheet, and two sheets that disagree over one entry."""
    copy = Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))
    shutil.copyfile(copy, tmp_path / "sample.xlsx")
    opened = open_document(copy)
    document = opened.document
    coded = [key for key, entry in document.entries() if entry.code == "parallel" and not entry.hatched]
    book = openpyxl.load_workbook(copy, rich_text=True)
    fullest = next(iter(document.places(*coded[0])))
    book[fullest][document.places(*coded[0])[fullest]].fill = PatternFill("solid", fgColor=DRIFTED)
    other = list(document.places(*coded[1]))[-1]
    book[other][document.places(*coded[1])[other]].fill = PatternFill("solid", fgColor="F4B084")
    book.save(copy)
    return copy


def findings(opened: OpenedFile, rule: Rule) -> list[Finding]:
    return [finding for finding in opened.document.findings if finding.rule is rule]


def test_a_drifted_shade_is_mended_to_the_legends_own_and_gone_after_the_save(path: Path) -> None:
    opened = open_document(path)
    known = set(findings(open_document(path.with_name("sample.xlsx")), Rule.COLOUR_DRIFT))
    (drift,) = set(findings(opened, Rule.COLOUR_DRIFT)) - known
    change = repair(opened.document, drift)
    assert change is not None
    inverse = opened.document.apply(change)
    assert not still_stands(opened.document, drift)
    opened.document.apply(inverse)
    assert still_stands(opened.document, drift)
    opened.document.apply(change)
    save_document(opened)
    assert drift not in findings(open_document(path), Rule.COLOUR_DRIFT)


def test_sheets_that_disagree_all_follow_the_one_that_is_chosen(path: Path) -> None:
    opened = open_document(path)
    (disagreement,) = findings(opened, Rule.SHEETS_DISAGREE)
    offered = choices(disagreement)
    assert {code for _, code, _ in offered} == {"parallel", "not_parallel"}
    opened.document.apply(choose(opened.document, disagreement, "not_parallel", False))
    save_document(opened)
    again = open_document(path)
    assert not findings(again, Rule.SHEETS_DISAGREE)
    assert again.document.entry(disagreement.form, disagreement.characteristic).code == "not_parallel"


def test_all_of_a_kind_are_one_gesture(path: Path) -> None:
    opened = open_document(path)
    change = repair_all(opened.document, opened.document.findings)
    assert change is not None
    places = {(line.form, line.characteristic) for line in mend_lines(opened.document, change)}
    unsaid = [line for line in mend_lines(opened.document, change) if line.before == line.after]
    assert not unsaid, "each line says what changes"
    assert len(places) == len(change.changes) >= 2
    opened.document.apply(change)
    save_document(opened)
    again = open_document(path)
    assert not findings(again, Rule.SHEETS_DISAGREE)
    assert not findings(again, Rule.COLOUR_DRIFT)


def test_what_only_a_person_can_decide_is_not_mended(path: Path) -> None:
    opened = open_document(path)
    form = opened.document.form_names[0]
    key = opened.document.characteristics[0].key
    for rule in (Rule.UNKNOWN_COLOUR, Rule.TEXT_WITHOUT_CODE, Rule.EMPTY_ENTRY, Rule.NEAR_MATCH):
        finding = Finding(opened.document.findings[0].severity, rule, "x", "A1", (), form, key)
        assert repair(opened.document, finding) is None


def test_stray_space_goes_and_line_breaks_stay() -> None:
    from trajecto_desktop.domain.text import RichText

    text = RichText.plain_text("  een  tekst \n\n > en  meer ")
    assert without_stray_space(text).plain == "een tekst\n\n> en meer"


# Wordings, and what a person decides


@pytest.fixture
def untidy(project_dir: Path, tmp_path: Path) -> OpenedFile:
    """The sample overview where a decree has a loose reference and white space too much, in both sheets with text."""
    path = Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))
    opened = open_document(path)
    row = next(each for each in opened.document.characteristics if each.decree.plain.startswith("Art. 12: 3°"))
    texts = [name for name, sheet in opened.binding.sheets.items() if sheet.decree_column and sheet.adapted_column]
    book = openpyxl.load_workbook(path, rich_text=True)
    for name in texts:
        sheet = opened.binding.sheets[name]
        place = book[name].cell(sheet.rows[row.key], sheet.decree_column)
        place.value = str(place.value).replace("Art. 12: 3° ", "Art 12:: 3°  ") + " "
    book.save(path)
    return open_document(path)


def test_a_loose_reference_and_white_space_in_the_decree_are_mended_in_every_sheet(untidy: OpenedFile) -> None:
    document = untidy.document
    loose = [each for each in findings(untidy, Rule.LOOSE_REFERENCE) if each.get("text").startswith("Art 12::")]
    stray = [each for each in findings(untidy, Rule.STRAY_SPACE) if each.characteristic == loose[0].characteristic]
    assert loose
    assert stray
    change = repair_all(document, [*loose, *stray])
    assert change is not None
    assert len(change.changes) == 1
    (line,) = mend_lines(document, change)
    assert line.before.startswith("Art 12:: 3°··")
    assert line.after.startswith("Art. 12: 3° ")
    inverse = document.apply(change)
    assert not still_stands(document, loose[0])
    assert not still_stands(document, stray[0])
    document.apply(inverse)
    assert still_stands(document, loose[0])
    document.apply(change)
    save_document(untidy)
    again = open_document(untidy.path)
    assert not [each for each in findings(again, Rule.LOOSE_REFERENCE) if each.get("text").startswith("Art 12")]
    for name, sheet in again.binding.sheets.items():
        if sheet.decree_column and sheet.adapted_column:
            row = next(each for each in again.document.characteristics if each.decree.plain.startswith("Art. 12: 3° "))
            cell = again.binding.workbook.grid(name).cells[sheet.rows[row.key], sheet.decree_column]
            assert again.binding.workbook.text(cell).startswith("Art. 12: 3° "), name


def test_one_sheet_can_be_right_for_all_that_disagree(path: Path) -> None:
    opened = open_document(path)
    disagreeing = findings(opened, Rule.SHEETS_DISAGREE)
    other = choices(disagreeing[0])[-1][0]
    assert other in sheets_to_choose(disagreeing)
    change = choose_sheet(opened.document, disagreeing, other)
    assert change is not None
    opened.document.apply(change)
    assert not [each for each in disagreeing if still_stands(opened.document, each)]
    assert choose_sheet(opened.document, disagreeing, other) is None


def test_an_unknown_colour_is_changed_only_when_a_person_chooses(project_dir: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))
    opened = open_document(path)
    key = next(key for key, entry in opened.document.entries() if entry.code == "parallel")
    fullest, cell = next(iter(opened.document.places(*key).items()))
    book = openpyxl.load_workbook(path, rich_text=True)
    book[fullest][cell].fill = PatternFill("solid", fgColor="FF00FF")
    book.save(path)
    opened = open_document(path)
    (unknown,) = [each for each in findings(opened, Rule.UNKNOWN_COLOUR) if each.get("shade") == "#FF00FF"]
    assert repair(opened.document, unknown) is None
    kinds = [(way.kind, way.code) for way in ways(opened.document, unknown)]
    assert (WayKind.CODE, "partial") in kinds
    assert kinds[-1] == (WayKind.NO_CODE, None)
    opened.document.apply(next(way.change for way in ways(opened.document, unknown) if way.code == "partial"))
    save_document(opened)
    assert open_document(path).document.entry(*key).code == "partial"


def test_a_word_in_a_sheet_of_colours_can_become_the_entry(path: Path) -> None:
    opened = open_document(path)
    document = opened.document
    form = document.form_names[0]
    key = next(each.key for each in document.characteristics if not document.entry(form, each.key).filled)
    finding = Finding(Severity.WARNING, Rule.WORD_WITHOUT_ENTRY, "x", "A1", (("word", "ja"),), form, key)
    way, other = ways(document, finding)
    assert (way.kind, way.word) == (WayKind.TAKE_WORD, "ja")
    assert (other.kind, other.sheet) == (WayKind.DROP_WORD, "x")
    document.apply(way.change)
    assert not still_stands(document, finding)
    assert ways(document, finding) == ()


CODES = "geen tekst"


@pytest.fixture
def lacking(path: Path) -> tuple[Path, str]:
    """An overview in which a sheet of colours lacks the row of a characteristic, whose key comes with it."""
    opened = open_document(path)
    document = opened.document
    key = next(
        row.key
        for before, row in pairwise(document.characteristics)
        if before.group == row.group
        and row.adapted
        and any(document.entry(form, row.key).code for form in document.form_names)
    )
    document.apply(RowShown(key, CODES, went=True))
    save_document(opened)
    return path, key


def missing(opened: OpenedFile) -> list[Finding]:
    return [each for each in opened.document.findings if each.rule is Rule.ROW_MISSING]


def test_a_row_that_a_sheet_lacks_comes_back_with_its_colours(lacking: tuple[Path, str]) -> None:
    path, key = lacking
    opened = open_document(path)
    (finding,) = missing(opened)
    assert (finding.sheet, finding.characteristic) == (CODES, key)
    change = repair(opened.document, finding)
    assert change == RowShown(key, CODES)
    (line,) = mend_lines(opened.document, change)
    assert CODES in line.before
    opened.document.apply(change)
    assert not still_stands(opened.document, finding)
    save_document(opened)
    again = open_document(path)
    assert missing(again) == []
    assert key not in {each.characteristic for each in findings(again, Rule.SHEETS_DISAGREE)}
    coded = [form for form in again.document.form_names if again.document.entry(form, key).code]
    assert coded
    read = again.binding.sheets[CODES]
    assert {form: read.read(form, key).code for form in coded} == {
        form: again.document.entry(form, key).code for form in coded
    }


def test_a_row_that_came_into_a_sheet_goes_again_when_it_is_taken_back(lacking: tuple[Path, str]) -> None:
    path, key = lacking
    before = {name: sheet.rows.get(key) for name, sheet in open_document(path).binding.sheets.items()}
    opened = open_document(path)
    change = repair_all(opened.document, missing(opened))
    assert change is not None
    opened.document.apply(change)
    opened.document.apply(change.inverse())
    assert len(opened.document.structure_changes) == 0
    opened.document.apply(change)
    save_document(opened)
    opened.document.apply(change.inverse())
    save_document(opened)
    assert {name: sheet.rows.get(key) for name, sheet in open_document(path).binding.sheets.items()} == before


def test_what_is_judged_meanwhile_comes_into_the_new_row_too(lacking: tuple[Path, str]) -> None:
    path, key = lacking
    opened = open_document(path)
    document, form = opened.document, opened.document.form_names[1]
    document.apply(RowShown(key, CODES))
    document.apply(document.change_entry(form, key, with_code(document.entry(form, key), "unclear")))
    save_document(opened)
    assert open_document(path).binding.sheets[CODES].read(form, key).code == "unclear"


def test_a_row_without_wording_is_not_offered_for_a_sheet_in_which_it_would_not_be_known(path: Path) -> None:
    document = open_document(path).document
    row = document.characteristics[3]
    document.content.characteristics[3] = replace(row, decree=EMPTY_TEXT, adapted=EMPTY_TEXT)
    finding = Finding(Severity.INFO, Rule.ROW_MISSING, CODES, "", (), "", row.key)
    assert repair(document, finding) is None


@pytest.fixture
def lone_word(path: Path) -> tuple[Path, str]:
    """An overview with a word in a sheet of colours and nothing behind it; the word's cell comes with it."""
    document = open_document(path).document
    form = document.form_names[0]
    key = next(
        row.key
        for row in document.characteristics
        if CODES in document.places(form, row.key) and document.entry(form, row.key) == EMPTY_ENTRY
    )
    cell = document.places(form, key)[CODES]
    book = openpyxl.load_workbook(path, rich_text=True)
    book[CODES][cell] = "ja"
    book.save(path)
    return path, cell


def test_a_lone_word_in_a_sheet_of_colours_can_go_and_comes_back(lone_word: tuple[Path, str]) -> None:
    path, cell = lone_word
    opened = open_document(path)
    (finding,) = (each for each in opened.document.findings if each.rule is Rule.WORD_WITHOUT_ENTRY)
    way = next(each for each in ways(opened.document, finding) if each.kind is WayKind.DROP_WORD)
    inverse = opened.document.apply(way.change)
    assert not still_stands(opened.document, finding)
    report = save_document(opened)
    assert report.cells == ((CODES, cell),)
    assert openpyxl.load_workbook(path)[CODES][cell].value is None
    assert not still_stands(opened.document, finding)
    opened.document.apply(inverse)
    save_document(opened)
    assert openpyxl.load_workbook(path)[CODES][cell].value == "ja"
    assert still_stands(opened.document, finding)


def test_a_word_goes_from_a_cell_that_gets_a_colour_in_the_same_save(lone_word: tuple[Path, str]) -> None:
    path, cell = lone_word
    opened = open_document(path)
    document = opened.document
    findings = [each for each in document.findings if each.rule is Rule.WORD_WITHOUT_ENTRY]
    change = drop_words(document, findings)
    assert change is not None
    document.apply(change)
    form, key = findings[0].form, findings[0].characteristic
    document.apply(document.change_entry(form, key, with_code(document.entry(form, key), "partial")))
    save_document(opened)
    assert openpyxl.load_workbook(path)[CODES][cell].value is None
    assert open_document(path).binding.sheets[CODES].read(form, key).code == "partial"


@pytest.mark.parametrize("change", [RowShown("k", "blad"), SheetWordChanged("vorm", "k", "blad", "ja", "")])
def test_such_changes_go_through_the_journal(change: RowShown | SheetWordChanged) -> None:
    for each in (change, change.inverse()):
        assert change_from_json(change_to_json(each)) == each
        assert list(lines_of(each))
