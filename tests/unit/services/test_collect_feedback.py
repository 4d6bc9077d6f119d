"""What a comparison of returned copies tells: structure, sheets that disagree, the team's own version, lost authors, the log."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy as copied
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.made_copies import (
    CODES,
    FORMS,
    FULL,
    NOW,
    Edit,
    by_libreoffice,
    by_openpyxl,
    by_ourselves,
    edited_words,
    entry_text,
    keys,
    write_sent,
)
from trajecto_desktop.domain.colour import NOT_PARALLEL, UNCLEAR
from trajecto_desktop.domain.feedback import Status
from trajecto_desktop.excel.reader import read_workbook
from trajecto_desktop.ooxml.comments import comments_of
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.annotate import with_reply, with_status
from trajecto_desktop.services.collect_feedback import Collection, collect_feedback
from trajecto_desktop.services.collected import Accept, ConflictReason, Decisions, DifferenceKind
from trajecto_desktop.services.edit_entry import with_hatching
from trajecto_desktop.services.feedback_log import HEADERS, log_rows, write_log
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.take_up import decisions_for, to_change, write_collected


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


def kinds(collection: Collection) -> list[tuple[DifferenceKind, str, str]]:
    return [(each.kind, each.form, each.after) for each in collection.differences]


def edited_with_openpyxl(sent: Path, target: Path, edit: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(sent)
    edit(book)
    book.save(target)
    return target


def layout_of(path: Path, sheet: str = FULL):
    return read_workbook(Workbook.open(path)).binding.sheets[sheet]


def test_a_copy_that_openpyxl_saved_unchanged_differs_in_nothing(sent: Path, tmp_path: Path) -> None:
    by_openpyxl(sent, tmp_path / "kopie.xlsx", "Jan", [])
    collection = collect_feedback(sent, [tmp_path / "kopie.xlsx"])
    assert (collection.differences, collection.conflicts) == ([], [])


def test_two_sheets_of_one_copy_that_say_different_things_are_one_conflict(sent: Path, tmp_path: Path) -> None:
    between, copy = tmp_path / "tussen.xlsx", tmp_path / "kopie.xlsx"
    by_openpyxl(sent, between, "Jan", [Edit("code", (1, 1), UNCLEAR)], CODES)
    by_openpyxl(between, copy, "Jan", [Edit("code", (1, 1), NOT_PARALLEL)], FULL)
    collection = collect_feedback(sent, [copy])
    (conflict,) = collection.conflicts
    assert conflict.reason is ConflictReason.SHEETS
    assert {option.after for option in conflict.options} == {UNCLEAR, NOT_PARALLEL}
    assert {sheet for option in conflict.options for sheet in option.sources[0].sheets} == {CODES, FULL}
    assert collection.differences == []


def test_a_judgement_changed_in_the_sheet_of_colours_alone_is_a_change_of_the_judgement(
    sent: Path, tmp_path: Path
) -> None:
    copy, out = tmp_path / "kopie.xlsx", tmp_path / "uit.xlsx"
    by_openpyxl(sent, copy, "Jan", [Edit("code", (1, 1), UNCLEAR)], CODES)
    collection = collect_feedback(sent, [copy])
    assert kinds(collection) == [(DifferenceKind.CODE, FORMS[1], UNCLEAR)]
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    layouts = read_workbook(Workbook.open(out)).binding.sheets
    assert {layout.read(FORMS[1], keys()[1]).code for layout in layouts.values()} == {UNCLEAR}


def test_hatching_is_told_as_hatching(sent: Path, tmp_path: Path) -> None:
    opened = open_document(sent)
    place = FORMS[1], keys()[1]
    entry = with_hatching(opened.document.entry(*place), True)
    opened.document.apply(opened.document.change_entry(*place, entry))
    save_document(opened, tmp_path / "kopie.xlsx")
    collection = collect_feedback(sent, [tmp_path / "kopie.xlsx"])
    assert [(each.kind, each.form) for each in collection.differences] == [(DifferenceKind.HATCHING, FORMS[1])]


def test_rows_and_forms_that_came_and_went_are_told_once(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        gone = layout.rows[keys()[3]]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(gone, column).value = f"nieuw kenmerk over vrijetijdsbesteding {column}" if column <= 3 else None
        sheet.cell(gone, 1).value = "Looptijd"
        sheet.cell(layout.header_row, layout.form_columns[FORMS[2]]).value = "CAW-trajecten (nieuw)"

    collection = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "kopie.xlsx", edit)])
    told = [(each.kind, each.form, each.characteristic) for each in collection.differences]
    assert told.count((DifferenceKind.FORM_RENAMED, FORMS[2], "")) == 1
    assert told.count((DifferenceKind.ROW_REMOVED, "", keys()[3])) == 1
    assert [kind for kind, _, _ in told].count(DifferenceKind.ROW_ADDED) == 1


def test_a_reworded_row_is_the_same_row(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        cell = book[FULL].cell(layout.rows[keys()[2]], layout.adapted_column or 1)
        cell.value = "op vraag van het gezin, en zo nodig aanklampend"

    collection = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "kopie.xlsx", edit)])
    assert kinds(collection) == [(DifferenceKind.WORDING, "", "op vraag van het gezin, en zo nodig aanklampend")]


def test_an_inserted_row_on_top_and_sorted_rows_are_no_differences(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)
    one, two = layout.rows[keys()[0]], layout.rows[keys()[1]]

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        for column in range(2, sheet.max_column + 1):
            left, right = sheet.cell(one, column), sheet.cell(two, column)
            left.value, right.value = right.value, left.value
            left._style, right._style = copied(right._style), copied(left._style)
            notes = [Comment(note.text, note.author) if (note := cell.comment) else None for cell in (right, left)]
            left.comment, right.comment = notes

    collection = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "kopie.xlsx", edit)])
    assert collection.differences == []


def test_a_remark_beside_the_entries_is_told_too(sent: Path, tmp_path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book[FULL]["A5"].comment = Comment("Deze kolom graag breder", "Piet")
        book[FULL]["A40"] = "Onderaan bijgeschreven"

    collection = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "kopie.xlsx", edit)])
    assert kinds(collection) == [
        (DifferenceKind.REMARK, "", "[opmerking] Piet: Deze kolom graag breder"),
        (DifferenceKind.CELL, "", "Onderaan bijgeschreven"),
    ]
    write_collected(collection, decisions_for(collection, Accept.COMMENTS), tmp_path / "uit.xlsx")
    threads = comments_of(Workbook.open(tmp_path / "uit.xlsx"), FULL)
    assert [thread.contributions[0].text for thread in threads if thread.cell == "A5"] == [
        "[opmerking] Piet: Deze kolom graag breder"
    ]


def test_answers_and_decisions_on_a_sent_remark_are_told_and_taken_up(sent: Path, tmp_path: Path) -> None:
    opened = open_document(sent)
    place = FORMS[0], keys()[0]
    entry = opened.document.entry(*place)
    remark = entry.annotations[0]
    entry = with_reply(entry, remark.id, "Piet", "De regisseur.", NOW)
    entry = with_status(entry, remark.id, Status.NOT_TAKEN, "Piet", NOW, "staat al in rij 9")
    opened.document.apply(opened.document.change_entry(*place, entry))
    save_document(opened, tmp_path / "kopie.xlsx")
    collection = collect_feedback(sent, [tmp_path / "kopie.xlsx"])
    assert kinds(collection) == [
        (DifferenceKind.REPLY, FORMS[0], "Piet: De regisseur."),
        (DifferenceKind.STATUS, FORMS[0], "niet weerhouden: staat al in rij 9"),
    ]
    write_collected(collection, decisions_for(collection, Accept.COMMENTS), tmp_path / "uit.xlsx")
    (after,) = open_document(tmp_path / "uit.xlsx").document.entry(*place).annotations
    assert (after.status, after.reason, after.decided_by) == (Status.NOT_TAKEN, "staat al in rij 9", "Piet")
    assert [(reply.author, reply.text) for reply in after.replies] == [("Piet", "De regisseur.")]


def test_the_same_remark_from_two_copies_is_one_remark_of_both(sent: Path, tmp_path: Path) -> None:
    by_ourselves(sent, tmp_path / "kopie_a.xlsx", "Jan", [Edit("remark", (1, 1), "Klopt dit wel?")])
    by_openpyxl(tmp_path / "kopie_a.xlsx", tmp_path / "kopie_b.xlsx", "Piet", [])
    collection = collect_feedback(sent, [tmp_path / "kopie_a.xlsx", tmp_path / "kopie_b.xlsx"])
    (remark,) = collection.differences
    assert remark.after == "[opmerking] Jan: Klopt dit wel?"
    assert remark.copies == ("kopie_a.xlsx", "kopie_b.xlsx")


def test_what_the_team_changed_meanwhile_is_merged_by_word(sent: Path, tmp_path: Path) -> None:
    ours, copy, out = (tmp_path / name for name in ("eigen.xlsx", "kopie.xlsx", "uit.xlsx"))
    by_ourselves(sent, ours, "An", [Edit("word", (1, 1), "buurt", 0), Edit("word", (2, 2), "thuis", 1)])
    by_openpyxl(sent, copy, "Jan", [Edit("word", (1, 1), "thuis", 5), Edit("word", (2, 2), "thuis", 1)])
    collection = collect_feedback(sent, [copy], ours)
    assert collection.conflicts == []
    assert [each.in_ours for each in collection.differences] == [False, True]
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    words = entry_text(1, 1).split()
    words[0], words[5] = "buurt", "thuis"
    assert open_document(out).document.entry(FORMS[1], keys()[1]).text.plain == " ".join(words)


def test_what_contradicts_the_team_is_a_conflict_that_a_person_decides(sent: Path, tmp_path: Path) -> None:
    ours, copy = tmp_path / "eigen.xlsx", tmp_path / "kopie.xlsx"
    by_ourselves(sent, ours, "An", [Edit("word", (1, 1), "buurt", 0), Edit("code", (2, 2), UNCLEAR)])
    by_openpyxl(sent, copy, "Jan", [Edit("word", (1, 1), "thuis", 0), Edit("code", (2, 2), NOT_PARALLEL)])
    collection = collect_feedback(sent, [copy], ours)
    assert [conflict.reason for conflict in collection.conflicts] == [ConflictReason.OURS, ConflictReason.OURS]
    assert collection.differences == []
    untouched = to_change(collection, decisions_for(collection, Accept.ALL))
    assert untouched.changes == ()
    chosen = {conflict.id: conflict.options[0].id for conflict in collection.conflicts}
    collection.base.document.apply(to_change(collection, Decisions(chosen=chosen)))
    document = collection.base.document
    assert document.entry(FORMS[1], keys()[1]).text.plain == edited_words(Edit("word", (1, 1), "thuis", 0))
    assert document.entry(FORMS[2], keys()[2]).code == NOT_PARALLEL


def test_nothing_but_remarks_is_taken_up_unasked(sent: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.xlsx"
    by_openpyxl(sent, copy, "Jan", [Edit("word", (1, 1), "thuis", 0), Edit("remark", (2, 1), "Klopt dit wel?")])
    collection = collect_feedback(sent, [copy])
    accepted = decisions_for(collection, Accept.COMMENTS).accepted
    assert [each.kind for each in collection.differences if each.id in accepted] == [DifferenceKind.REMARK]
    assert decisions_for(collection, Accept.NONE).accepted == frozenset()


def test_a_copy_that_cannot_be_read_is_named_and_does_not_stop_the_rest(sent: Path, tmp_path: Path) -> None:
    broken, copy = tmp_path / "stuk.xlsx", tmp_path / "kopie.xlsx"
    broken.write_bytes(b"geen werkmap")
    by_openpyxl(sent, copy, "Jan", [Edit("remark", (2, 1), "Klopt dit wel?")])
    collection = collect_feedback(sent, [broken, copy])
    assert [each.copy for each in collection.unread] == ["stuk.xlsx"]
    assert len(collection.differences) == 1


def test_the_log_drops_nothing_and_says_what_was_decided(sent: Path, tmp_path: Path) -> None:
    a, b, log = tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "log.xlsx"
    by_openpyxl(sent, a, "Jan", [Edit("remark", (2, 1), "=1+1 klopt?"), Edit("word", (1, 1), "thuis", 0)])
    by_openpyxl(sent, b, "Piet", [Edit("word", (1, 1), "buurt", 0), Edit("code", (3, 3), UNCLEAR)])
    collection = collect_feedback(sent, [a, b])
    decisions = replace(decisions_for(collection, Accept.COMMENTS), by_whom="An", when="2026-03-02T10:00:00Z")
    write_log(collection, decisions, log)
    sheet = openpyxl.load_workbook(log).worksheets[0]
    rows = [tuple("" if cell is None else cell for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == HEADERS
    assert rows[1:] == log_rows(collection, decisions)
    assert sorted(row[12] for row in rows[1:]) == [
        "conflict (kopieën): nog te beslissen",
        "conflict (kopieën): nog te beslissen",
        "nog te beslissen",
        "overgenomen",
    ]
    assert [row[13] for row in rows[1:] if row[12] == "overgenomen"] == ["An"]


@pytest.mark.libreoffice
def test_a_copy_saved_by_libreoffice_keeps_its_edits_and_invents_none(
    sent: Path, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    copy = tmp_path / "overzicht Jan.xlsx"
    edits = [
        Edit("remark", (1, 1), "Klopt dit wel?"),
        Edit("word", (1, 2), "thuis", 3),
        Edit("code", (2, 3), UNCLEAR),
        Edit("short", (3, 3), "heel kort"),
    ]
    by_libreoffice(sent, copy, "Jan", edits, soffice)
    collection = collect_feedback(sent, [copy])
    assert [(each.kind, each.form, each.after) for each in collection.differences] == [
        (DifferenceKind.REMARK, FORMS[1], "[opmerking] Jan: Klopt dit wel?"),
        (DifferenceKind.TEXT, FORMS[1], edited_words(edits[1])),
        (DifferenceKind.CODE, FORMS[2], UNCLEAR),
        (DifferenceKind.SHORT_TEXT, FORMS[3], "heel kort"),
    ]
    assert collection.conflicts == []


def test_a_row_or_form_removed_from_one_sheet_is_told_once_and_the_other_sheets_are_still_compared(
    sent: Path, tmp_path: Path
) -> None:
    full, short = layout_of(sent), layout_of(sent, "Beknopter")

    def without_row(book: openpyxl.Workbook) -> None:
        book[FULL].delete_rows(full.rows[keys()[1]])
        book["Beknopter"].cell(short.rows[keys()[1]], short.form_columns[FORMS[2]]).value = "heel kort"

    def without_form(book: openpyxl.Workbook) -> None:
        book[FULL].delete_cols(full.form_columns[FORMS[1]])

    rows = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "rij.xlsx", without_row)])
    assert [(each.kind, each.form, each.characteristic) for each in rows.differences] == [
        (DifferenceKind.SHORT_TEXT, FORMS[2], keys()[1]),
        (DifferenceKind.ROW_REMOVED, "", keys()[1]),
    ]
    forms = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "vorm.xlsx", without_form)])
    assert [(each.kind, each.form) for each in forms.differences] == [(DifferenceKind.FORM_REMOVED, FORMS[1])]


def test_sheets_that_came_and_went_are_told(sent: Path, tmp_path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        del book[CODES]
        book.create_sheet("Notities Jan")["A1"] = "Bel me eens"

    collection = collect_feedback(sent, [edited_with_openpyxl(sent, tmp_path / "kopie.xlsx", edit)])
    assert [(each.kind, each.sheet) for each in collection.differences] == [
        (DifferenceKind.SHEET_ADDED, "Notities Jan"),
        (DifferenceKind.SHEET_REMOVED, CODES),
    ]
    assert collection.differences[0].after == "Notities Jan\nBel me eens"
