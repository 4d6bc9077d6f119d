"""Remarks on cells that are no entries: a header, a form's name, a wording, the legend, an empty cell, another sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.made_copies import FORMS, FULL, NOW, by_ourselves, keys, write_sent
from trajecto_desktop.document.document import CellPlace
from trajecto_desktop.domain.changes import CellRemarksChanged, Together
from trajecto_desktop.domain.feedback import Annotation, LogLine, Status
from trajecto_desktop.domain.fiche import Entry
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.services.add_characteristic import add_characteristic
from trajecto_desktop.services.annotate import with_reply, with_status
from trajecto_desktop.services.change_lines import lines_of
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.collected import Accept, DifferenceKind
from trajecto_desktop.services.feedback_letter import letters_of
from trajecto_desktop.services.merge_on_disk import adopt, merge_on_disk, unsaved_changes
from trajecto_desktop.services.name_cell import CellKind, name_cell
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.take_up import decisions_for, write_collected


@pytest.fixture
def remarked(tmp_path: Path) -> Path:
    """A workbook with a note of somebody on cells of every sort, none of them an entry."""
    path = write_sent(tmp_path)
    layout = open_document(path).binding.fullest
    below = layout.last_row + 2
    cells = {
        "naam": cell_name(layout.header_row, layout.form_columns[FORMS[1]]),
        "formulering": cell_name(layout.rows[keys()[3]], layout.adapted_column or 1),
        "legende": cell_name(*next(iter(layout.legend_cells.values()))),
        "onder de tabel": cell_name(below, 2),
    }

    def edit(book: openpyxl.Workbook) -> None:
        for words, cell in cells.items():
            book[FULL][cell].comment = Comment(f"Over de {words}", "Els Peeters")
        extra = book.create_sheet("Toelichting")
        extra["B2"] = "Uitleg bij het overzicht"
        extra["B2"].comment = Comment("Staat dit ook in de fiche?", "Jan Maes")

    return saved_otherwise(path, edit)


def saved_otherwise(path: Path, edit: Callable[[openpyxl.Workbook], None], target: Path | None = None) -> Path:
    book = openpyxl.load_workbook(path, rich_text=True)
    edit(book)
    book.save(target or path)
    return target or path


def place_with(opened: OpenedFile, words: str) -> CellPlace:
    return next(at for at, said in opened.document.beside.items() if any(words in each.text for each in said))


def settled(opened: OpenedFile, place: CellPlace) -> tuple[Annotation, ...]:
    entry = Entry(annotations=opened.document.beside[place])
    entry = with_reply(entry, entry.annotations[0].id, "Penhouder", "Dat klopt.", NOW)
    return with_status(entry, entry.annotations[0].id, Status.PROCESSED, "Penhouder", NOW).annotations


def test_every_remark_beside_the_entries_is_read_with_what_its_cell_is(remarked: Path) -> None:
    opened = open_document(remarked)
    named = {
        remarks[0].text: name_cell(opened.binding, opened.document, place)
        for place, remarks in opened.document.beside.items()
    }
    assert {text: name.kind for text, name in named.items()} == {
        "Over de naam": CellKind.FORM,
        "Over de formulering": CellKind.WORDING,
        "Over de legende": CellKind.LEGEND,
        "Over de onder de tabel": CellKind.OTHER,
        "Staat dit ook in de fiche?": CellKind.OTHER,
    }
    assert named["Over de naam"].form == FORMS[1]
    assert named["Over de formulering"].key == keys()[3]
    assert named["Staat dit ook in de fiche?"].words == "Uitleg bij het overzicht"


def test_an_answer_and_a_decision_come_into_the_file_and_can_be_taken_back(remarked: Path) -> None:
    opened = open_document(remarked)
    changes = [opened.document.change_beside(at, settled(opened, at)) for at in opened.document.beside]
    back = opened.document.apply(Together(tuple(changes)))
    assert opened.modified
    save_document(opened)
    again = open_document(remarked)
    for remarks in again.document.beside.values():
        (remark,) = remarks
        assert (remark.status, remark.decided_by, remark.replies[0].text) == (
            Status.PROCESSED,
            "Penhouder",
            "Dat klopt.",
        )
    opened.document.apply(back)
    save_document(opened)
    assert all(
        each.is_open and not each.replies for r in open_document(remarked).document.beside.values() for each in r
    )
    texts = [cell.comment.text for row in openpyxl.load_workbook(remarked)[FULL] for cell in row if cell.comment]
    assert all("Dat klopt" not in text for text in texts)


def test_an_answer_follows_its_cell_when_rows_come(remarked: Path) -> None:
    opened = open_document(remarked)
    below, wording = place_with(opened, "onder de tabel"), place_with(opened, "formulering")
    document = opened.document
    document.apply(document.change_beside(below, settled(opened, below)))
    document.apply(add_characteristic(document, "Doelgroep(en)", "een nieuw kenmerk vooraan", ""))
    save_document(opened)
    again = open_document(remarked)
    moved = place_with(again, "onder de tabel")
    assert int(moved[1][1:]) == int(below[1][1:]) + 1
    assert again.document.beside[moved][0].status is Status.PROCESSED
    assert again.document.beside[place_with(again, "formulering")][0].is_open
    assert place_with(again, "formulering") != wording
    assert len(again.document.beside) == 5
    stands, reads = (
        {at: [each.text for each in said] for at, said in d.beside.items()} for d in (document, again.document)
    )
    assert stands == reads, "the open document knows where they stand now"


def test_the_letter_and_the_log_speak_of_such_remarks_too(remarked: Path) -> None:
    opened = open_document(remarked)
    opened.document.content.log.append(LogLine("v1", "opmerking", "Iemand", decision="overgenomen"))
    place = place_with(opened, "Staat dit")
    opened.document.apply(opened.document.change_beside(place, settled(opened, place)))
    jan = next(letter for letter in letters_of(opened.document) if letter.person == "Jan Maes")
    assert jan.lines[0].about == "Toelichting, cel B2"
    assert jan.lines[0].remark.status is Status.PROCESSED
    save_document(opened)
    lines = [(line.kind, line.sheet, line.cell) for line in open_document(remarked).document.log]
    assert ("antwoord", *place) in lines
    assert ("status", *place) in lines


def test_what_is_not_saved_yet_is_known_and_merges_with_what_others_saved(remarked: Path) -> None:
    opened = open_document(remarked)
    mine, theirs = place_with(opened, "de naam"), place_with(opened, "Staat dit")
    opened.document.apply(opened.document.change_beside(mine, settled(opened, mine)))
    assert [type(each) for each in unsaved_changes(opened)] == [CellRemarksChanged]
    other = open_document(remarked)
    other.document.apply(other.document.change_beside(theirs, settled(other, theirs)))
    save_document(other)
    merge = merge_on_disk(opened)
    opened.document.apply(merge.change)
    adopt(opened, merge)
    save_document(opened)
    found = open_document(remarked).document.beside
    assert {place for place, remarks in found.items() if not remarks[0].is_open} == {mine, theirs}


def test_what_was_not_saved_is_shown_with_its_cell_after_a_crash(remarked: Path) -> None:
    opened = open_document(remarked)
    place = place_with(opened, "Staat dit")
    (line,) = lines_of(opened.document.change_beside(place, settled(opened, place)))
    assert (line.characteristic, line.part) == ("Toelichting!B2", "annotation")
    assert "Dat klopt." in line.after
    assert "Dat klopt." not in line.before


def test_answers_decisions_and_removals_in_copies_are_told_as_such(remarked: Path, tmp_path: Path) -> None:
    sent, copy = tmp_path / "verstuurd.xlsx", tmp_path / "Els.xlsx"
    by_ourselves(remarked, sent, "Penhouder", [])
    opened = open_document(sent)
    place, gone = place_with(opened, "de naam"), place_with(opened, "legende")
    opened.document.apply(opened.document.change_beside(place, settled(opened, place)))
    opened.document.apply(opened.document.change_beside(gone, ()))
    save_document(opened, copy)
    collection = collect_feedback(sent, [copy])
    told = {(each.kind, each.sheet, each.cell) for each in collection.differences}
    assert told == {
        (DifferenceKind.REPLY, *place),
        (DifferenceKind.STATUS, *place),
        (DifferenceKind.REMARK_REMOVED, *gone),
    }
    out = tmp_path / "uit.xlsx"
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    beside = open_document(out).document.beside
    assert (beside[place][0].status, len(beside[place][0].replies)) == (Status.PROCESSED, 1)
    assert gone in beside, "what others wrote goes only when a person says so of that very remark"
    assert all(each.in_ours for each in collect_feedback(sent, [copy], out).differences if each.cell == place[1])


def test_a_remark_on_a_row_that_the_team_moved_comes_on_its_row(tmp_path: Path) -> None:
    sent = write_sent(tmp_path)
    layout = open_document(sent).binding.fullest
    cell = cell_name(layout.rows[keys()[3]], layout.adapted_column or 1)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL][cell].comment = Comment("Te ruim geformuleerd?", "Jan Maes")

    copy = saved_otherwise(sent, edit, tmp_path / "Jan.xlsx")
    ours = open_document(sent)
    ours.document.apply(add_characteristic(ours.document, "Doelgroep(en)", "een nieuw kenmerk vooraan", ""))
    save_document(ours, tmp_path / "eigen.xlsx")
    collection = collect_feedback(sent, [copy], tmp_path / "eigen.xlsx")
    write_collected(collection, decisions_for(collection, Accept.COMMENTS), tmp_path / "uit.xlsx")
    again = open_document(tmp_path / "uit.xlsx")
    ((place, (remark,)),) = again.document.beside.items()
    assert (remark.text, remark.author) == ("Te ruim geformuleerd?", "Jan Maes")
    assert name_cell(again.binding, again.document, place).key == keys()[3]
    log = next(line for line in again.document.log if line.kind == "opmerking")
    assert (log.sheet, log.cell, log.decision) == (*place, "overgenomen")
