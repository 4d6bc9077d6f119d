"""Saving: every sheet follows, only what differs is written, and the work goes on from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop.document.document import EntryKey
from trajecto_desktop.domain.colour import PARALLEL, PARTIAL
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.domain.text import RichText, Run, RunRole
from trajecto_desktop.errors import FileChangedOnDiskError, SaveError, WrittenWronglyError
from trajecto_desktop.excel.binding import Role
from trajecto_desktop.ooxml.edit import CellEdit, FillFromStyle, SolidFill, apply_edits
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services import save_document as saving
from trajecto_desktop.services.edit_entry import with_code, with_hatching, with_short_text, with_text
from trajecto_desktop.services.open_document import OpenedFile, open_document, opened_from
from trajecto_desktop.services.save_document import OnConflict, save_document


@pytest.fixture
def opened(project_dir: Path, tmp_path: Path) -> OpenedFile:
    """The sample overview, in a folder where it may be written."""
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes((project_dir / "samples" / "overzicht_voorbeeld.xlsx").read_bytes())
    return open_document(path)


@pytest.fixture
def fiche(project_dir: Path, tmp_path: Path) -> OpenedFile:
    path = tmp_path / "fiche.xlsx"
    path.write_bytes((project_dir / "samples" / "fiche_1G1P.xlsx").read_bytes())
    return open_document(path)


def change(opened: OpenedFile, key: EntryKey, after: Entry) -> None:
    opened.document.apply(opened.document.change_entry(*key, after))


def a_key(opened: OpenedFile, number_0: int = 0, code: str = PARALLEL) -> EntryKey:
    """An entry that all four sheets show, with text, that code, no hatching, no shade and no short text."""
    keys = [
        key
        for key, entry in opened.document.entries()
        if len(opened.document.places(*key)) == len(opened.binding.sheets)
        and entry.text and entry.code == code and not entry.hatched
        and entry.shade is None and entry.short_text is None
        and all(sheet.read(*key).code == code for sheet in opened.binding.sheets.values())
    ]  # fmt: skip
    return keys[number_0]


def judgements(path: Path, key: EntryKey) -> dict[str, tuple[str | None, bool, str | None]]:
    """What each sheet says of an entry in a file as it is on disk."""
    sheets = open_document(path).binding.sheets
    return {name: (s.read(*key).code, s.read(*key).hatched, s.read(*key).shade) for name, s in sheets.items()}


def texts(path: Path, key: EntryKey) -> dict[Role, str]:
    return {sheet.role: sheet.read(*key).text.plain for sheet in open_document(path).binding.sheets.values()}


def fill_in_sheet(opened: OpenedFile, sheet: str, key: EntryKey, code: str) -> Path:
    """Write another code in one sheet alone, as a careless hand does; gives the file."""
    paint = opened.binding.paints[code, False].style
    place = opened.binding.sheets[sheet].place(*key)
    assert paint is not None
    assert place is not None
    data = apply_edits(opened.binding.workbook, [CellEdit(sheet, *place, fill=FillFromStyle(paint))])
    opened.path.write_bytes(data)
    return opened.path


def test_saving_unchanged_gives_the_same_bytes(opened: OpenedFile, tmp_path: Path) -> None:
    before = opened.path.read_bytes()
    report = save_document(opened, tmp_path / "kopie.xlsx")
    assert report.cells == ()
    assert (tmp_path / "kopie.xlsx").read_bytes() == before


def test_a_change_that_is_taken_back_gives_the_same_bytes(opened: OpenedFile) -> None:
    before, key = opened.path.read_bytes(), a_key(opened)
    inverse = opened.document.apply(opened.document.change_entry(*key, with_code(opened.document.entry(*key), PARTIAL)))
    opened.document.apply(inverse)
    save_document(opened)
    assert opened.path.read_bytes() == before


def test_a_code_and_its_hatching_reach_every_sheet(opened: OpenedFile) -> None:
    key = a_key(opened)
    change(opened, key, with_hatching(with_code(opened.document.entry(*key), PARTIAL), True))
    report = save_document(opened)
    assert dict(report.cells) == dict(opened.document.places(*key))
    assert set(judgements(opened.path, key).values()) == {(PARTIAL, True, None)}
    assert not opened.modified


def test_no_code_takes_the_fill_away_in_every_sheet(opened: OpenedFile) -> None:
    key = a_key(opened)
    change(opened, key, with_code(opened.document.entry(*key), None))
    save_document(opened)
    assert set(judgements(opened.path, key).values()) == {(None, False, None)}


def test_undo_after_a_save_brings_the_old_judgement_back(opened: OpenedFile) -> None:
    key = a_key(opened)
    before = judgements(opened.path, key)
    inverse = opened.document.apply(opened.document.change_entry(*key, with_code(opened.document.entry(*key), PARTIAL)))
    save_document(opened)
    assert judgements(opened.path, key) != before
    opened.document.apply(inverse)
    assert opened.modified
    save_document(opened)
    assert judgements(opened.path, key) == before


def test_undo_after_a_repair_brings_the_drifted_shade_back(opened: OpenedFile) -> None:
    key = a_key(opened)
    place = opened.binding.fullest.place(*key)
    assert place is not None
    data = apply_edits(
        opened.binding.workbook, [CellEdit(opened.binding.fullest.name, *place, fill=SolidFill("AECC94"))]
    )
    opened.path.write_bytes(data)
    drifted = open_document(opened.path)
    entry = drifted.document.entry(*key)
    assert (entry.code, entry.shade) == (PARALLEL, "#AECC94")
    inverse = drifted.document.apply(drifted.document.change_entry(*key, with_code(entry, PARALLEL)))
    save_document(drifted)
    assert judgements(opened.path, key)[opened.binding.fullest.name] == (PARALLEL, False, None)
    drifted.document.apply(inverse)
    save_document(drifted)
    assert judgements(opened.path, key)[opened.binding.fullest.name] == (PARALLEL, False, "#AECC94")


def test_a_sheet_that_disagrees_stays_until_somebody_decides(opened: OpenedFile) -> None:
    key, other = a_key(opened), a_key(opened, 1)
    sheet = opened.binding.in_role(Role.CODES)[0].name
    disagreeing = open_document(fill_in_sheet(opened, sheet, key, PARTIAL))
    change(disagreeing, other, with_code(disagreeing.document.entry(*other), None))
    save_document(disagreeing)
    assert judgements(opened.path, key)[sheet] == (PARTIAL, False, None)
    change(disagreeing, key, with_code(disagreeing.document.entry(*key), PARALLEL))
    report = save_document(disagreeing)
    assert [place[0] for place in report.cells] == [sheet]
    assert set(judgements(opened.path, key).values()) == {(PARALLEL, False, None)}


def test_a_new_text_leaves_codes_alone_and_is_followed_by_the_short_sheet(opened: OpenedFile) -> None:
    key = a_key(opened)
    words = {role: text for role, text in texts(opened.path, key).items() if role is Role.CODES}
    change(opened, key, with_text(opened.document.entry(*key), "Helemaal anders <&> met\ntwee regels"))
    report = save_document(opened)
    roles = [opened.binding.sheets[sheet].role for sheet, _ in report.cells]
    assert roles == [Role.FULL, Role.SHORT]
    found = texts(opened.path, key)
    assert found[Role.FULL] == found[Role.SHORT] == "Helemaal anders <&> met\ntwee regels"
    assert {role: found[role] for role in words} == words


def test_a_short_text_stands_in_its_own_sheet_and_leaves_the_full_one(opened: OpenedFile) -> None:
    key = a_key(opened)
    full = opened.document.entry(*key).text.plain
    change(opened, key, with_short_text(opened.document.entry(*key), "kort"))
    save_document(opened)
    assert (texts(opened.path, key)[Role.FULL], texts(opened.path, key)[Role.SHORT]) == (full, "kort")
    change(opened, key, with_text(opened.document.entry(*key), "langer geworden"))
    save_document(opened)
    assert (texts(opened.path, key)[Role.FULL], texts(opened.path, key)[Role.SHORT]) == ("langer geworden", "kort")
    change(opened, key, with_short_text(opened.document.entry(*key), None))
    save_document(opened)
    assert texts(opened.path, key)[Role.SHORT] == "langer geworden"
    assert open_document(opened.path).document.entry(*key).short_text is None


def test_a_word_in_a_sheet_of_colours_stays(opened: OpenedFile) -> None:
    sheet, key = next(
        (sheet, key)
        for sheet in opened.binding.in_role(Role.CODES)
        for key, cell in sheet.baseline.items()
        if cell.text and opened.document.entry(*key).code
    )
    word = sheet.read(*key).text.plain
    change(opened, key, with_text(with_code(opened.document.entry(*key), PARTIAL), "iets anders"))
    save_document(opened)
    again = open_document(opened.path).binding.sheets[sheet.name].read(*key)
    assert (again.text.plain, again.code) == (word, PARTIAL)


def remark_entry(opened: OpenedFile) -> EntryKey:
    return next(
        key
        for key, entry in opened.document.entries()
        if [run.role for run in entry.text.runs] == [RunRole.PLAIN, RunRole.REMARK]
    )


def test_editing_one_word_keeps_the_remark_colour_of_the_others(opened: OpenedFile) -> None:
    key = remark_entry(opened)
    before = opened.document.entry(*key).text
    change(opened, key, with_text(opened.document.entry(*key), "Vooraf " + before.plain))
    save_document(opened)
    after = open_document(opened.path).document.entry(*key).text
    assert after.plain == "Vooraf " + before.plain
    assert [(run.role, run.style, run.source) for run in after.runs] == [
        (run.role, run.style, run.source) for run in before.runs
    ]


def test_a_new_remark_gets_the_remark_format_of_the_file(opened: OpenedFile) -> None:
    known = opened.document.entry(*remark_entry(opened)).text.runs[1]
    key = a_key(opened, 2)
    text = RichText.of([*opened.document.entry(*key).text.runs, Run(" > nog na te gaan", role=RunRole.REMARK)])
    change(opened, key, replace(opened.document.entry(*key), text=text))
    save_document(opened)
    after = open_document(opened.path).document.entry(*key).text
    assert (after.runs[-1].text, after.runs[-1].role) == (" > nog na te gaan", RunRole.REMARK)
    assert (after.runs[-1].style, after.runs[-1].source) == (known.style, known.source)
    assert after.runs[0].role is RunRole.PLAIN


def test_columns_beside_the_entry_of_a_fiche_are_written(fiche: OpenedFile) -> None:
    key = next(key for key, entry in fiche.document.entries() if entry.text)
    entry = fiche.document.entry(*key)
    change(
        fiche, key, replace(entry, remarks=RichText.plain_text("navragen"), sources=RichText.plain_text("visietekst"))
    )
    report = save_document(fiche)
    again = open_document(fiche.path).document.entry(*key)
    assert (again.remarks.plain, again.sources.plain) == ("navragen", "visietekst")
    assert (again.text, again.code) == (entry.text, entry.code)
    assert len(report.cells) == 2


def test_the_work_goes_on_after_each_of_many_saves(opened: OpenedFile) -> None:
    keys = [a_key(opened, number_0) for number_0 in range(6)]
    for turn, key in enumerate(keys * 2):
        entry = opened.document.entry(*key)
        change(opened, key, with_text(entry, f"ronde {turn}") if turn % 2 else with_code(entry, PARTIAL))
        save_document(opened)
        assert not opened.modified
    again = open_document(opened.path)
    for key, entry in opened.document.entries():
        found = again.document.entry(*key)
        assert (found.text.plain, found.code, found.hatched, found.shade) == (
            entry.text.plain, entry.code, entry.hatched, entry.shade,
        )  # fmt: skip
    for name, sheet in opened.binding.sheets.items():
        kept = {key: (cell.text.plain, cell.code, cell.hatched, cell.style) for key, cell in sheet.baseline.items()}
        read = again.binding.sheets[name].baseline
        assert {key: kept[key] for key in keys if key in kept} == {
            key: (read[key].text.plain, read[key].code, read[key].hatched, read[key].style)
            for key in keys
            if key in kept
        }
    assert again.digest == opened.digest


def test_saving_under_another_name_moves_on_to_that_file(opened: OpenedFile, tmp_path: Path) -> None:
    first, key, target = opened.path.read_bytes(), a_key(opened), tmp_path / "nieuw.xlsx"
    source = opened.path
    change(opened, key, with_code(opened.document.entry(*key), PARTIAL))
    save_document(opened, target)
    assert (opened.path, source.read_bytes()) == (target, first)
    change(opened, key, with_code(opened.document.entry(*key), None))
    save_document(opened)
    assert set(judgements(target, key).values()) == {(None, False, None)}
    assert source.read_bytes() == first


def test_a_file_that_somebody_else_saved_is_not_written_over(opened: OpenedFile) -> None:
    key, theirs = (
        a_key(opened),
        fill_in_sheet(opened, opened.binding.fullest.name, a_key(opened, 1), PARTIAL).read_bytes(),
    )
    change(opened, key, with_code(opened.document.entry(*key), None))
    for same in (opened.path, opened.path.parent / "." / opened.path.name):
        with pytest.raises(FileChangedOnDiskError) as caught:
            save_document(opened, same)
        assert "merge" in caught.value.choices
    assert opened.path.read_bytes() == theirs
    assert opened.modified
    save_document(opened, on_conflict=OnConflict.OVERWRITE)
    assert set(judgements(opened.path, key).values()) == {(None, False, None)}


def test_a_file_that_was_moved_away_is_written_again(opened: OpenedFile) -> None:
    key = a_key(opened)
    opened.path.unlink()
    change(opened, key, with_code(opened.document.entry(*key), PARTIAL))
    save_document(opened)
    assert set(judgements(opened.path, key).values()) == {(PARTIAL, False, None)}


def test_a_failed_save_leaves_file_and_session_as_they_were(
    opened: OpenedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, key = opened.path.read_bytes(), a_key(opened)
    change(opened, key, with_code(opened.document.entry(*key), PARTIAL))

    def fail(path: Path, _: bytes) -> None:
        raise SaveError(file=path.name, detail="proef")

    with monkeypatch.context() as patched:
        patched.setattr(saving, "write_atomically", fail)
        with pytest.raises(SaveError):
            save_document(opened)
    assert opened.path.read_bytes() == before
    assert opened.modified
    assert save_document(opened).cells
    assert set(judgements(opened.path, key).values()) == {(PARTIAL, False, None)}


def test_what_was_written_wrongly_does_not_reach_the_disk(opened: OpenedFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before, key = opened.path.read_bytes(), a_key(opened)
    change(opened, key, with_code(opened.document.entry(*key), PARTIAL))

    def careless(workbook: Workbook, edits: list[CellEdit]) -> bytes:
        return apply_edits(workbook, [*edits, CellEdit(edits[0].sheet, 40, 5, value="ook dit")])

    monkeypatch.setattr(saving, "apply_edits", careless)
    with pytest.raises(WrittenWronglyError) as caught:
        save_document(opened)
    assert "E40" in str(caught.value)
    assert opened.path.read_bytes() == before


def test_a_document_in_memory_is_saved_to_its_first_file(opened: OpenedFile, tmp_path: Path) -> None:
    target = tmp_path / "eerste.xlsx"
    made = opened_from(Workbook.from_bytes(opened.path.read_bytes(), "eerste.xlsx"), target)
    key = a_key(made)
    change(made, key, with_code(made.document.entry(*key), PARTIAL))
    save_document(made)
    assert set(judgements(target, key).values()) == {(PARTIAL, False, None)}
