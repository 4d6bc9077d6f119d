"""Mending what findings point at: what is mended, what stays for a person, and that it can be undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from trajecto_desktop.domain.findings import Finding, Rule
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.repair_findings import (
    choices,
    choose,
    repair,
    repair_all,
    still_stands,
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
    assert len({(part.form, part.characteristic) for part in change.changes}) == len(change.changes) >= 2  # type: ignore[union-attr]
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
