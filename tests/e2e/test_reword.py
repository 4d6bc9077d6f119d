"""A characteristic gets another wording: in every sheet that repeats it, with the runs of each, and it stays the same row."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop.domain.fiche import Progress, WorkState
from trajecto_desktop.domain.text import RichText, RunRole
from trajecto_desktop.errors import CharacteristicWordingError
from trajecto_desktop.services.edit_entry import with_code
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.restructure import refuse_early
from trajecto_desktop.services.reword import ADAPTED, DECREE, reworded
from trajecto_desktop.services.save_document import save_document

pytestmark = pytest.mark.shared
FULL = "Globaal overzicht"


@pytest.fixture
def opened(shared_dir: Path, tmp_path: Path) -> OpenedFile:
    """A copy of the overview, open."""
    path = tmp_path / "overzicht.xlsx"
    shutil.copyfile(shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx", path)
    return open_document(path)


def _key(opened: OpenedFile, words: str) -> str:
    return next(row.key for row in opened.document.characteristics if row.adapted.plain.startswith(words))


def _wordings(opened: OpenedFile, key: str) -> dict[str, list[str]]:
    """Sheet → the texts of its wording columns in this row."""
    found = {}
    for name, sheet in opened.binding.sheets.items():
        row = sheet.rows.get(key)
        if row is not None:
            grid, book = opened.binding.workbook.grid(name), opened.binding.workbook
            columns = [column for column in (sheet.decree_column, sheet.adapted_column) if column is not None]
            cells = [grid.cells.get((row, column)) for column in columns]
            found[name] = [book.text(cell) if cell is not None else "" for cell in cells]
    return found


def _reword(opened: OpenedFile, key: str, which: str, text: RichText) -> None:
    change = reworded(opened.document, key, which, text)
    assert change is not None
    refuse_early(opened, change)
    opened.document.apply(change)


def test_all_sheets_say_the_new_wording_and_keep_their_own_abbreviations(opened: OpenedFile) -> None:
    key = _key(opened, "toegankelijke dienstverlening")
    before = _wordings(opened, key)
    text = opened.document.characteristic(key).adapted
    new = text.with_plain(text.plain.replace("toegankelijke dienstverlening", "drempelvrije dienstverlening"))
    _reword(opened, key, ADAPTED, new)
    save_document(opened)
    after = _wordings(opened, key)
    assert len(after) == 4
    for name, texts in before.items():
        assert after[name] == [each.replace("toegankelijke dienst", "drempelvrije dienst") for each in texts], name


def test_a_remark_in_the_wording_keeps_its_colour(opened: OpenedFile) -> None:
    key = _key(opened, "(in)formele diensten")
    text = opened.document.characteristic(key).adapted
    remarks = [run.text for run in text.runs if run.role is RunRole.REMARK]
    assert remarks
    _reword(opened, key, ADAPTED, text.with_plain("brede " + text.plain))
    save_document(opened)
    again = open_document(opened.path)
    row = next(each for each in again.document.characteristics if each.adapted.plain.startswith("brede (in)formele"))
    assert [run.text for run in row.adapted.runs if run.role is RunRole.REMARK] == remarks


def test_entries_states_and_all_sheets_stay_with_the_row(opened: OpenedFile) -> None:
    document, key = opened.document, _key(opened, "vrijwillig")
    entries = {form: document.entry(form, key) for form in document.form_names}
    first = document.form_names[0]
    done = Progress(WorkState.REVIEWED, "2025-04-01", "An")
    document.apply(document.change_entry(first, key, replace(entries[first], progress=done)))
    _reword(opened, key, ADAPTED, RichText.plain_text("geheel uit vrije wil"))
    save_document(opened)
    # A second save of the same session, now of the state alone.
    document.apply(document.change_entry(first, key, with_code(document.entry(first, key), "unclear")))
    save_document(opened)
    again = open_document(opened.path).document
    new_key = next(row.key for row in again.characteristics if row.adapted.plain == "geheel uit vrije wil")
    assert again.entry(first, new_key).progress == done
    assert len(again.places(first, new_key)) == 4
    for form in document.form_names[1:]:
        assert again.entry(form, new_key).text.plain == entries[form].text.plain
        assert again.entry(form, new_key).code == entries[form].code
    assert not [each for each in again.findings if each.rule.value == "sheets-disagree"]


def test_a_reference_in_the_decree_column_is_read_anew(opened: OpenedFile) -> None:
    row = next(each for each in opened.document.characteristics if "Art. 15, 3°" in each.references)
    text = row.decree.with_plain(row.decree.plain.replace("Art. 15: 3°", "Art. 16: 4°"))
    _reword(opened, row.key, DECREE, text)
    assert "Art. 16, 4°" in opened.document.characteristic(row.key).references
    save_document(opened)
    assert _wordings(opened, row.key)["Beknopter"][0].startswith("Art. 16: 4°")


def test_taken_back_nothing_is_written(opened: OpenedFile) -> None:
    data, key = opened.path.read_bytes(), _key(opened, "vrijwillig")
    change = reworded(opened.document, key, ADAPTED, RichText.plain_text("anders"))
    assert change is not None
    opened.document.apply(change)
    opened.document.apply(change.inverse())
    save_document(opened)
    assert opened.path.read_bytes() == data


def test_only_the_wording_cells_of_the_row_become_different(
    opened: OpenedFile, tmp_path: Path, shared_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(shared_dir / "tools"))
    import xlsx_fidelity

    key = _key(opened, "preventie en vroegdetectie")
    cells = [
        {"sheet": name, "cell": f"{'ABC'[(sheet.adapted_column or sheet.decree_column or 1) - 1]}{sheet.rows[key]}", "what": ["value"]}
        for name, sheet in opened.binding.sheets.items()
    ]  # fmt: skip
    _reword(opened, key, ADAPTED, RichText.plain_text("voorkomen en vroeg zien"))
    save_document(opened, tmp_path / "na.xlsx")
    original = shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx"
    report = xlsx_fidelity.compare(str(original), str(tmp_path / "na.xlsx"), xlsx_fidelity.load_edits(cells))
    assert [str(each) for each in report.failing("minor", [])] == []


def test_no_wording_at_all_and_that_of_another_row_are_refused(opened: OpenedFile) -> None:
    key, other = _key(opened, "kennis rechten"), _key(opened, "rechtenrealisatie")
    for text in (RichText(), opened.document.characteristic(other).adapted):
        with pytest.raises(CharacteristicWordingError):
            reworded(opened.document, key, ADAPTED, text)
