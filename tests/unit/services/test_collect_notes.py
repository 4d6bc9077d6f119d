"""Words in a sheet of colours and notes in loose cells of a copy: what they propose, and how that is taken up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.made_copies import CODES, FORMS, FULL, entry_text, keys, write_sent
from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.text import EMPTY_TEXT
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.services.collect_feedback import Collection, collect_feedback
from trajecto_desktop.services.collected import Accept, Difference, DifferenceKind
from trajecto_desktop.services.edit_entry import with_text
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.take_up import decisions_for, to_change, write_collected

PLACE = FORMS[1], keys()[1]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The overview, with one entry that has a code and no text."""
    path = write_sent(tmp_path)
    opened = open_document(path)
    empty = FORMS[2], keys()[2]
    opened.document.apply(opened.document.change_entry(*empty, with_text(opened.document.entry(*empty), EMPTY_TEXT)))
    save_document(opened)
    return path


def edited(sent: Path, name: str, edit: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(sent, rich_text=True)
    edit(book)
    book.save(sent.with_name(name))
    return sent.with_name(name)


def typed(sheet: str, cell: str, text: str) -> Callable[[openpyxl.Workbook], None]:
    return lambda book: book[sheet].__setitem__(cell, text)


def all_taken_up(collection: Collection) -> Document:
    document = collection.base.document
    document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    return document


def only(collection: Collection) -> Difference:
    (difference,) = collection.differences
    assert not difference.by_hand
    return difference


def test_a_word_where_the_entry_has_no_text_proposes_that_text(sent: Path) -> None:
    place = FORMS[2], keys()[2]
    cell = open_document(sent).binding.sheets[CODES].cell(*place) or ""
    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", typed(CODES, cell, "ja"))])
    assert only(collection).kind is DifferenceKind.WORD
    assert all_taken_up(collection).entry(*place).text.plain == "ja"


def test_a_word_where_the_entry_has_a_text_becomes_a_remark_on_it(sent: Path, tmp_path: Path) -> None:
    cell = open_document(sent).binding.sheets[CODES].cell(*PLACE) or ""
    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", typed(CODES, cell, "nee"))])
    assert only(collection).kind is DifferenceKind.WORD
    assert decisions_for(collection, Accept.COMMENTS).accepted == frozenset()
    write_collected(collection, decisions_for(collection, Accept.ALL), tmp_path / "uit.xlsx")
    out = open_document(tmp_path / "uit.xlsx").document
    (remark,) = out.entry(*PLACE).annotations
    assert (remark.text, remark.author) == (f"In het blad “{CODES}”: nee", "Jan")
    assert out.entry(*PLACE).text.plain == entry_text(1, 1)
    line = next(line for line in out.log if line.kind == DifferenceKind.WORD.value)
    assert (line.form, line.after, line.decision) == (FORMS[1], "nee", "overgenomen")
    assert len(out.log) == 1, "what it became is not told a second time"


def test_different_words_of_two_people_where_nothing_stood_are_a_conflict(sent: Path) -> None:
    cell = open_document(sent).binding.sheets[CODES].cell(FORMS[2], keys()[2]) or ""
    copies = [edited(sent, f"{who}.xlsx", typed(CODES, cell, word)) for who, word in (("Jan", "ja"), ("Els", "nee"))]
    collection = collect_feedback(sent, copies)
    assert (len(collection.conflicts), collection.differences) == (1, [])


def test_a_note_beside_the_table_becomes_a_remark_where_it_stands_beside(sent: Path, tmp_path: Path) -> None:
    layout = open_document(sent).binding.fullest
    wording = cell_name(layout.rows[keys()[3]], layout.adapted_column or 1)
    named = cell_name(layout.header_row, layout.form_columns[FORMS[3]])
    below, far = cell_name(layout.last_row + 1, layout.form_columns[FORMS[3]]), cell_name(layout.last_row + 30, 1)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL][below] = "Graag ook de lokale variant"
        book[FULL][far] = "Nood: een woordenlijst erbij"
        book[FULL].cell(layout.rows[keys()[3]], 40).value = "Te vaag?"

    collection = collect_feedback(sent, [edited(sent, "Els.xlsx", edit)])
    kinds = [each.kind for each in collection.differences]
    assert sorted(kinds) == sorted([DifferenceKind.CELL, DifferenceKind.CELL, DifferenceKind.REMARK])
    document = all_taken_up(collection)
    said = {place: [each.text for each in remarks] for place, remarks in document.beside.items()}
    assert said == {
        (FULL, named): ["Graag ook de lokale variant"],
        (FULL, far): ["een woordenlijst erbij"],
        (FULL, wording): ["Te vaag?"],
    }
    save_document(collection.base, tmp_path / "uit.xlsx")
    again = open_document(tmp_path / "uit.xlsx").document
    assert {place: [each.text for each in remarks] for place, remarks in again.beside.items()} == said
    assert all(
        each.in_ours for each in collect_feedback(sent, [sent.with_name("Els.xlsx")], tmp_path / "uit.xlsx").differences
    )


def test_notes_are_taken_up_and_back_in_one_step(sent: Path) -> None:
    collection = collect_feedback(sent, [edited(sent, "Els.xlsx", typed(FULL, "B60", "groeten"))])
    document = collection.base.document
    back = document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    assert list(document.beside) == [(FULL, "B60")]
    document.apply(back)
    assert dict(document.beside) == {}


def test_what_stood_in_a_loose_cell_and_reads_otherwise_is_left_to_a_person(sent: Path) -> None:
    own = edited(sent, "verstuurd.xlsx", typed(FULL, "B60", "Schema opgemaakt in opdracht"))
    copy = edited(own, "Els.xlsx", typed(FULL, "B60", "Schema opgemaakt in opdracht van ons"))
    (difference,) = collect_feedback(own, [copy]).differences
    assert (difference.kind, difference.by_hand) == (DifferenceKind.CELL, True)


@pytest.mark.parametrize("word", ["nee", None])
def test_a_word_that_stood_in_a_sheet_of_colours_changes_there_alone(
    sent: Path, tmp_path: Path, word: str | None
) -> None:
    cell = open_document(sent).binding.sheets[CODES].cell(*PLACE) or ""
    own = edited(sent, "verstuurd.xlsx", typed(CODES, cell, "ja"))
    collection = collect_feedback(own, [edited(own, "Jan.xlsx", lambda book: book[CODES].__setitem__(cell, word))])
    assert only(collection).kind is DifferenceKind.WORD
    document = collection.base.document
    back = document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    document.apply(back)
    write_collected(collection, decisions_for(collection, Accept.ALL), tmp_path / "uit.xlsx")
    again = open_document(tmp_path / "uit.xlsx")
    assert again.binding.sheets[CODES].read(*PLACE).text.plain == (word or "")
    assert again.document.entry(*PLACE).text.plain == entry_text(1, 1)
    late = collect_feedback(own, [own.with_name("Jan.xlsx")], tmp_path / "uit.xlsx")
    assert [each.in_ours for each in late.differences] == [True]
