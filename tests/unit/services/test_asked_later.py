"""What an open file works out later is what it would have said at once, whatever was changed and saved meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from trajecto_desktop.domain.text import RichText
from trajecto_desktop.excel.binding import CellBaseline, Overlaid
from trajecto_desktop.services.edit_entry import with_code, with_text
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document


@pytest.fixture
def path(project_dir: Path, tmp_path: Path) -> Path:
    """The sample overview, in a folder where it may be written."""
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes((project_dir / "samples" / "overzicht_voorbeeld.xlsx").read_bytes())
    return path


def edit_and_save(opened: OpenedFile) -> None:
    """Other codes and words for each tenth entry, saved."""
    document = opened.document
    codes = [legend.code for legend in document.palette.judgements]
    for number, ((form, key), entry) in enumerate(list(document.entries())):
        if number % 10 == 0:
            other = next(code for code in codes if code != entry.code)
            after = with_text(with_code(entry, other), f"{entry.text.plain} anders".strip())
            document.apply(document.change_entry(form, key, after))
    assert save_document(opened).cells


def test_findings_are_those_of_the_file_as_it_was_opened(path: Path) -> None:
    at_once, later = open_document(path), open_document(path)
    wanted = at_once.document.findings
    assert wanted
    edit_and_save(later)
    assert later.document.findings == wanted


def test_codes_are_painted_as_the_file_had_them_when_it_was_opened(path: Path) -> None:
    at_once, later = open_document(path), open_document(path)
    wanted = dict(at_once.binding.paints), at_once.binding.plain_style
    edit_and_save(later)
    assert (later.binding.paints, later.binding.plain_style) == wanted


def test_conversions_are_there_after_a_save(path: Path) -> None:
    at_once, later = open_document(path), open_document(path)
    edit_and_save(later)
    assert list(later.document.content.conversions) == list(at_once.document.content.conversions)


def test_each_sheet_says_the_same_asked_cell_by_cell_as_asked_for_all(path: Path) -> None:
    opened = open_document(path)
    for sheet in opened.binding.sheets.values():
        all_of_them = dict(sheet.baseline.items())
        assert len(all_of_them) == len(sheet.baseline)
        assert list(sheet.baseline) == list(all_of_them)
        assert all_of_them
        for form in opened.document.form_names:
            for key in sheet.rows:
                assert sheet.baseline.get((form, key)) == all_of_them.get((form, key))


def test_after_a_save_each_sheet_says_what_a_new_reading_says(path: Path) -> None:
    opened = open_document(path)
    edit_and_save(opened)
    edit_and_save(opened)
    again = open_document(path)
    for name, sheet in opened.binding.sheets.items():
        assert dict(sheet.baseline.items()) == dict(again.binding.sheets[name].baseline.items())


def test_what_is_written_lies_over_what_was_read_and_leaves_it_as_it_was() -> None:
    read = {("A", "x"): CellBaseline(style=1), ("B", "x"): CellBaseline(style=2)}
    once = Overlaid(read, {("A", "x"): CellBaseline(style=3)})
    twice = Overlaid(once, {("C", "y"): CellBaseline(RichText.plain_text("nieuw"))})
    assert [twice["A", "x"].style, twice["B", "x"].style, once["A", "x"].style] == [3, 2, 3]
    assert (list(once), len(twice)) == ([("A", "x"), ("B", "x")], 3)
    assert ("C", "y") not in once
    assert read["A", "x"].style == 1
