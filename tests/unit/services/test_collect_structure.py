"""Rows, forms and wordings that returned copies brought: told once, taken up by the program when a person says so."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy as copied
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tests.made_copies import CODES, FORMS, FULL, NOW, ROWS, Edit, by_openpyxl, by_ourselves, keys, write_sent
from trajecto_desktop.document.document import Content
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, PARALLEL, UNCLEAR
from trajecto_desktop.domain.fiche import SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import OtherFileError
from trajecto_desktop.excel.new_workbook import new_overview
from trajecto_desktop.excel.reader import read_workbook
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.collect_feedback import Collection, collect_feedback
from trajecto_desktop.services.collected import Accept, ConflictReason, Decisions, DifferenceKind
from trajecto_desktop.services.feedback_log import log_lines
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.take_up import decisions_for, to_change, work_out, write_collected

NEW_ROW = "samen met de buren in de straat"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


def edited(sent: Path, name: str, edit: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(sent, rich_text=True)
    edit(book)
    target = sent.with_name(name)
    book.save(target)
    return target


def layout_of(path: Path, sheet: str = FULL):
    return read_workbook(Workbook.open(path)).binding.sheets[sheet]


def with_new_row(sent: Path, behind: int = 0, text: str = "bij ons wel") -> Callable[[openpyxl.Workbook], None]:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        place = layout.rows[keys()[behind]] + 1
        sheet.insert_rows(place)
        sheet.cell(place, layout.adapted_column or 1).value = NEW_ROW
        sheet.cell(place, layout.form_columns[FORMS[1]]).value = text
        row, column = layout.legend_cells[PARALLEL]
        sheet.cell(place, layout.form_columns[FORMS[2]]).fill = copied(sheet.cell(row, column).fill)
        sheet.cell(place, layout.form_columns[FORMS[1]]).comment = Comment("Graag erbij", "Jan")

    return edit


def told(collection: Collection) -> list[DifferenceKind]:
    return [each.kind for each in collection.differences]


def test_a_row_that_somebody_put_in_comes_with_its_entries_in_every_sheet(sent: Path, tmp_path: Path) -> None:
    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", with_new_row(sent))])
    assert told(collection) == [DifferenceKind.ROW_ADDED]
    out = tmp_path / "uit.xlsx"
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    document = open_document(out).document
    wordings = [each.adapted.plain for each in document.characteristics]
    assert wordings == [ROWS[0][1], NEW_ROW, *(words for _, words in ROWS[1:])]
    key = document.characteristics[1].key
    assert document.characteristics[1].group == ROWS[0][0]
    assert document.entry(FORMS[1], key).text.plain == "bij ons wel"
    assert document.entry(FORMS[2], key).code == PARALLEL
    assert [each.text for each in document.entry(FORMS[1], key).annotations] == ["Graag erbij"]
    assert set(document.places(FORMS[2], key)) == {
        "Globaal overzicht",
        "Beknopter",
        "geen tekst",
        "Geen tekst 1 basiskolom",
    }


def test_taking_up_a_row_is_one_step_that_can_be_taken_back(sent: Path) -> None:
    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", with_new_row(sent))])
    document = collection.base.document
    before = dict(document.content.entries), document.characteristics
    inverse = document.apply(to_change(collection, decisions_for(collection, Accept.ALL)))
    assert len(document.characteristics) == len(ROWS) + 1
    document.apply(inverse)
    assert (document.content.entries, document.characteristics) == before


def test_the_same_row_from_two_copies_is_one_and_different_ones_are_a_conflict(sent: Path) -> None:
    first = edited(sent, "Jan.xlsx", with_new_row(sent))
    second = edited(sent, "Piet.xlsx", with_new_row(sent, behind=1))
    same = collect_feedback(sent, [first, second])
    assert [(each.kind, each.copies) for each in same.differences] == [
        (DifferenceKind.ROW_ADDED, ("Jan.xlsx", "Piet.xlsx"))
    ]
    third = edited(sent, "Els.xlsx", with_new_row(sent, text="bij ons net niet"))
    other = collect_feedback(sent, [first, third])
    assert (len(other.differences), [each.reason for each in other.conflicts]) == (0, [ConflictReason.COPIES])


def test_a_form_that_somebody_put_in_comes_with_its_entries(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)
    column = max(layout.form_columns.values()) + 1

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.header_row, column).value = "Planmakers"
        book[FULL].cell(layout.rows[keys()[2]], column).value = "zij maken een plan"

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    assert told(collection) == [DifferenceKind.FORM_ADDED]
    out = tmp_path / "uit.xlsx"
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    document = open_document(out).document
    assert document.form_names == (*FORMS, "Planmakers")
    assert document.entry("Planmakers", keys()[2]).text.plain == "zij maken een plan"


def test_a_form_renamed_in_every_sheet_is_one_difference(sent: Path, tmp_path: Path) -> None:
    binding = read_workbook(Workbook.open(sent)).binding

    def edit(book: openpyxl.Workbook) -> None:
        for name, layout in binding.sheets.items():
            book[name].cell(layout.header_row, layout.form_columns[FORMS[2]]).value = "Trajecten van het CAW"

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    assert told(collection) == [DifferenceKind.FORM_RENAMED]
    out = tmp_path / "uit.xlsx"
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    assert open_document(out).document.form_names[2] == "Trajecten van het CAW"


def test_rewordings_of_other_words_by_two_people_both_stand(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)

    def reworded(words: str) -> Callable[[openpyxl.Workbook], None]:
        def edit(book: openpyxl.Workbook) -> None:
            for name in (FULL, "Beknopter"):
                book[name].cell(layout.rows[keys()[0]], layout.adapted_column or 1).value = words

        return edit

    first = edited(sent, "Jan.xlsx", reworded("gezinnen met heel jonge kinderen"))
    second = edited(sent, "Piet.xlsx", reworded("alle gezinnen met jonge kinderen"))
    collection = collect_feedback(sent, [first, second])
    assert told(collection) == [DifferenceKind.WORDING, DifferenceKind.WORDING]
    assert collection.conflicts == []
    out = tmp_path / "uit.xlsx"
    write_collected(collection, decisions_for(collection, Accept.ALL), out)
    assert open_document(out).document.characteristics[0].adapted.plain == "alle gezinnen met heel jonge kinderen"


def test_a_row_that_somebody_took_out_waits_for_a_person(sent: Path) -> None:
    layout = layout_of(sent)
    copy = edited(sent, "Jan.xlsx", lambda book: book[FULL].delete_rows(layout.rows[keys()[3]]))
    collection = collect_feedback(sent, [copy])
    (gone,) = collection.differences
    assert gone.kind is DifferenceKind.ROW_REMOVED
    assert decisions_for(collection, Accept.ALL).accepted == frozenset()
    document = collection.base.document
    before = dict(document.content.entries)
    inverse = document.apply(to_change(collection, Decisions(frozenset({gone.id}))))
    assert keys()[3] not in [each.key for each in document.characteristics]
    document.apply(inverse)
    assert document.content.entries == before


def test_a_name_that_the_team_gave_to_another_form_meanwhile_is_left_and_said(sent: Path) -> None:
    layout = layout_of(sent)

    def renamed(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.header_row, layout.form_columns[FORMS[2]]).value = "Wijkteam"

    ours = edited(
        sent, "eigen.xlsx", lambda book: book[FULL].cell(layout.header_row, 7).__setattr__("value", "Wijkteam")
    )
    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", renamed)], ours)
    taken = work_out(collection, decisions_for(collection, Accept.ALL))
    assert taken.change.changes == ()
    assert [each.kind for each in taken.left] == [DifferenceKind.FORM_RENAMED]
    assert taken.held(decisions_for(collection, Accept.ALL)).accepted == frozenset()


def test_what_the_team_reworded_otherwise_is_a_conflict(sent: Path) -> None:
    layout = layout_of(sent)

    def reworded(words: str) -> Callable[[openpyxl.Workbook], None]:
        return lambda book: (
            book[FULL].cell(layout.rows[keys()[0]], layout.adapted_column or 1).__setattr__("value", words)
        )

    ours = edited(sent, "eigen.xlsx", reworded("gezinnen met schoolgaande kinderen"))
    copy = edited(sent, "Jan.xlsx", reworded("gezinnen met opgroeiende kinderen"))
    collection = collect_feedback(sent, [copy], ours)
    (conflict,) = collection.conflicts
    assert (conflict.reason, conflict.ours) == (ConflictReason.OURS, "gezinnen met schoolgaande kinderen")


# ---- copies that look otherwise


def test_a_header_with_other_titles_is_still_the_header(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        for column, title in zip(layout.base_columns, ("Thema", "Decreettekst", "Onze woorden"), strict=True):
            book[FULL].cell(layout.header_row, column).value = title
        book[FULL].cell(layout.rows[keys()[1]], layout.form_columns[FORMS[1]]).value = "heel wat anders"

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    assert [kind for kind in told(collection) if kind is not DifferenceKind.CELL] == [DifferenceKind.TEXT]
    assert len(collection.differences) == 4


@pytest.mark.parametrize("kept", [CODES, "Beknopter"])
def test_a_copy_with_one_sheet_is_compared_by_that_sheet(sent: Path, kept: str) -> None:
    layout = layout_of(sent, kept)

    def edit(book: openpyxl.Workbook) -> None:
        for name in book.sheetnames:
            if name != kept:
                del book[name]
        book[kept].cell(layout.rows[keys()[1]], layout.form_columns[FORMS[1]]).comment = Comment(
            "Klopt dit wel?", "Jan"
        )

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    assert [(each.kind, each.form, each.characteristic) for each in collection.differences] == [
        (DifferenceKind.REMARK, FORMS[1], keys()[1]),
        (DifferenceKind.PARTIAL, "", ""),
    ]


def test_what_somebody_wrote_in_a_column_of_their_own_is_a_remark_on_the_row(sent: Path, tmp_path: Path) -> None:
    layout = layout_of(sent)
    column = max(layout.form_columns.values()) + 1

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.header_row, column).value = "Mijn opmerkingen"
        book[FULL].cell(layout.rows[keys()[2]], column).value = "nood: dit ontbreekt bij ons"

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    (remark,) = collection.differences
    assert (remark.kind, remark.characteristic) == (DifferenceKind.REMARK, keys()[2])
    assert remark.after == "[nood] Jan: dit ontbreekt bij ons"


def test_cutting_a_cell_from_under_its_note_says_nothing_new(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        here = sheet.cell(layout.rows[keys()[0]], layout.form_columns[FORMS[0]])
        note, here.comment = here.comment, None
        sheet.cell(layout.rows[keys()[3]], layout.form_columns[FORMS[0]]).comment = Comment(note.text, note.author)

    assert collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences == []


def test_a_line_through_a_whole_cell_is_told(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.rows[keys()[1]], layout.form_columns[FORMS[1]]).font = Font(strike=True)

    assert told(collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])) == [DifferenceKind.STRUCK]


def test_white_space_within_lines_is_no_change(sent: Path, tmp_path: Path) -> None:
    own = sent.with_name("ruim.xlsx")
    by_ourselves(sent, own, "An", [Edit("word", (1, 1), "wijk  en   buurt", 0)])

    def edit(book: openpyxl.Workbook) -> None:
        cell = book[FULL].cell(layout_of(own).rows[keys()[1]], layout_of(own).form_columns[FORMS[1]])
        cell.value = str(cell.value).replace("   ", " ").replace("  ", "\xa0 ")

    assert collect_feedback(own, [edited(own, "Jan.xlsx", edit)]).differences == []


def test_two_people_who_write_below_the_table_do_not_contradict_each_other(sent: Path) -> None:
    copies = [
        edited(sent, f"{who}.xlsx", lambda book, who=who: book[FULL].__setitem__("B60", f"groeten van {who}"))
        for who in ("Jan", "Piet")
    ]
    collection = collect_feedback(sent, copies)
    assert (told(collection), collection.conflicts) == ([DifferenceKind.CELL] * 2, [])


def test_rows_sorted_without_their_headings_are_no_differences(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        places = [layout.rows[key] for key in keys()]
        rows = [[(cell.value, copied(cell._style)) for cell in sheet[place]] for place in places]
        rows.sort(key=lambda row: str(row[(layout.adapted_column or 1) - 1][0]))
        for place, row in zip(places, rows, strict=True):
            for column, (value, style) in enumerate(row, 1):
                sheet.cell(place, column).value = value
                sheet.cell(place, column)._style = style

    assert collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences == []


def test_a_copy_that_openpyxl_saved_once_more_says_the_same(sent: Path) -> None:
    by_openpyxl(sent, sent.with_name("a.xlsx"), "Jan", [Edit("remark", (2, 2), "Klopt dit wel?")])
    by_openpyxl(sent.with_name("a.xlsx"), sent.with_name("b.xlsx"), "Jan", [])
    collection = collect_feedback(sent, [sent.with_name("a.xlsx"), sent.with_name("b.xlsx")])
    (remark,) = collection.differences
    assert remark.copies == ("a.xlsx", "b.xlsx")


@pytest.mark.parametrize("typed", ["\nDat doet de regisseur.", "\n\nDat doet de regisseur."])
def test_what_somebody_typed_below_a_note_is_an_answer(sent: Path, typed: str) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        cell = book[FULL].cell(layout.rows[keys()[0]], layout.form_columns[FORMS[0]])
        cell.comment = Comment(cell.comment.text + typed, cell.comment.author)

    (reply,) = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences
    assert (reply.kind, reply.after) == (DifferenceKind.REPLY, "Jan: Dat doet de regisseur.")


def test_what_somebody_typed_below_a_plain_note_of_another_is_an_answer(sent: Path) -> None:
    layout = layout_of(sent)
    place = layout.rows[keys()[2]], layout.form_columns[FORMS[1]]
    with_note = edited(
        sent, "met nota.xlsx", lambda book: book[FULL].cell(*place).__setattr__("comment", Comment("Nog nagaan", "An"))
    )

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(*place).comment = Comment("Nog nagaan\nBij ons in orde, en al lang ook", "An")

    (reply,) = collect_feedback(with_note, [edited(with_note, "Jan.xlsx", edit)]).differences
    assert (reply.kind, reply.after) == (DifferenceKind.REPLY, "Jan: Bij ons in orde, en al lang ook")


def test_a_legend_in_another_colour_says_nothing_of_the_entries(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(*layout.legend_cells[PARALLEL]).fill = PatternFill("solid", fgColor="FF00B0F0")

    assert collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences == []


def test_a_program_that_drops_every_colour_took_no_codes_away(sent: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.fill = PatternFill()

    assert collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences == []


def test_copies_of_one_name_from_two_folders_are_told_apart(sent: Path, tmp_path: Path) -> None:
    for who, word in (("Jan", "thuis"), ("Piet", "buurt")):
        (tmp_path / who).mkdir()
        by_openpyxl(sent, tmp_path / who / "overzicht.xlsx", who, [Edit("word", (1, 1), word)])
    collection = collect_feedback(sent, [tmp_path / "Jan" / "overzicht.xlsx", tmp_path / "Piet" / "overzicht.xlsx"])
    (conflict,) = collection.conflicts
    assert conflict.reason is ConflictReason.COPIES
    assert {option.copies for option in conflict.options} == {("Jan/overzicht.xlsx",), ("Piet/overzicht.xlsx",)}


def test_what_stands_behind_a_table_without_a_header_is_a_remark_on_its_row(sent: Path) -> None:
    layout = layout_of(sent)
    column = max(layout.form_columns.values()) + 2

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.rows[keys()[2]], column).value = "vraag: geldt dit ook bij ons?"

    (remark,) = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences
    assert (remark.characteristic, remark.after) == (keys()[2], "[vraag] Jan: geldt dit ook bij ons?")


def test_the_log_names_codes_as_the_legend_does(sent: Path) -> None:
    by_ourselves(sent, sent.with_name("Jan.xlsx"), "Jan", [Edit("code", (1, 1), UNCLEAR)])
    collection = collect_feedback(sent, [sent.with_name("Jan.xlsx")])
    (line,) = log_lines(collection, Decisions())
    assert line.after == "geen informatie, onduidelijk"


def test_a_day_that_somebody_typed_is_told_as_a_day(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.rows[keys()[1]], layout.form_columns[FORMS[1]]).value = date(2026, 1, 5)

    (text,) = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences
    assert (text.kind, text.after, text.value) == (DifferenceKind.TEXT, "05/01/2026", "05/01/2026")


def test_a_formula_without_a_value_takes_no_text_away(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.rows[keys()[1]], layout.form_columns[FORMS[1]]).value = "=A1"

    collection = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])
    assert [each.by_hand for each in collection.differences] == [True]
    assert decisions_for(collection, Accept.ALL).accepted == frozenset()


def test_a_form_renamed_in_one_sheet_alone_leaves_the_other_sheets_as_they_are(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        book[FULL].cell(layout.header_row, layout.form_columns[FORMS[2]]).value = "Wijkteam"

    assert told(collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)])) == [DifferenceKind.FORM_RENAMED]


def test_a_copy_of_something_else_is_named_and_gives_no_differences(sent: Path, tmp_path: Path) -> None:
    rows = [
        Characteristic(f"rij-{i}", "Insteek", adapted=RichText.plain_text(f"iets heel anders {i}")) for i in range(8)
    ]
    content = Content("overview", DEFAULT_PALETTE, [SupportForm("Wijkteam"), SupportForm("Huis")], rows)
    (tmp_path / "ander.xlsx").write_bytes(new_overview(content, made=NOW))
    by_openpyxl(sent, tmp_path / "Jan.xlsx", "Jan", [Edit("word", (1, 1), "thuis")])
    collection = collect_feedback(sent, [tmp_path / "ander.xlsx", tmp_path / "Jan.xlsx"])
    assert [each.copy for each in collection.unread] == ["ander.xlsx"]
    assert sent.name in collection.unread[0].sentence
    assert told(collection) == [DifferenceKind.TEXT]
    with pytest.raises(OtherFileError):
        collect_feedback(sent, [tmp_path / "ander.xlsx"])


def test_a_note_alone_in_a_row_above_others_does_not_move_them(sent: Path) -> None:
    layout = layout_of(sent)

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[FULL]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_rows(layout.rows[keys()[1]])
        sheet.cell(layout.rows[keys()[1]], layout.group_column or 1).value = "Dit hoort eigenlijk bij het volgende"

    (difference,) = collect_feedback(sent, [edited(sent, "Jan.xlsx", edit)]).differences
    assert (difference.kind, difference.by_hand) == (DifferenceKind.CELL, False)
