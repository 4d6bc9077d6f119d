"""The log of feedback rounds inside the workbook: hidden, only growing, kept by every program, out of copies and final versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.made_copies import FORMS, NOW, Edit, by_openpyxl, keys, write_sent
from trajecto_desktop.document.journal_lines import change_to_json
from trajecto_desktop.document.journal_records import change_from_json
from trajecto_desktop.domain.changes import LogGrew, Together
from trajecto_desktop.domain.feedback import TAKEN_BACK, TAKEN_UP, TO_DECIDE, LogLine, Status
from trajecto_desktop.domain.feedback_log import HEADERS
from trajecto_desktop.excel.binding import LOG_SHEET
from trajecto_desktop.excel.log_sheet import read_log
from trajecto_desktop.ooxml.remove_sheet import remove_sheet
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.annotate import with_status
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.collected import Accept
from trajecto_desktop.services.feedback_log import log_change, write_log
from trajecto_desktop.services.feedback_round import Recipient
from trajecto_desktop.services.final_version import StepKind, plan, save_final
from trajecto_desktop.services.merge_on_disk import adopt, merge_on_disk
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.send_round import send_round
from trajecto_desktop.services.take_up import decisions_for, to_change, write_collected


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_sent(tmp_path)


@pytest.fixture
def collected(sent: Path, tmp_path: Path) -> Path:
    """What a first collect made: one remark taken up, one text not decided."""
    by_openpyxl(
        sent, tmp_path / "Jan.xlsx", "Jan", [Edit("remark", (2, 1), "Klopt dit wel?"), Edit("word", (1, 1), "thuis")]
    )
    collection = collect_feedback(sent, [tmp_path / "Jan.xlsx"])
    decisions = decisions_for(collection, Accept.COMMENTS, "An", "2026-03-02T10:00:00Z")
    write_collected(collection, decisions, tmp_path / "uit.xlsx")
    return tmp_path / "uit.xlsx"


def decisions_in(path: Path) -> list[str]:
    return [line.decision for line in read_log(Workbook.open(path))]


def test_every_difference_stands_in_a_hidden_sheet_with_who_where_and_what_was_decided(collected: Path) -> None:
    lines = read_log(Workbook.open(collected))
    assert [(line.kind, line.who, line.decision, line.decided_by) for line in lines] == [
        ("tekst", "Jan", TO_DECIDE, ""),
        ("opmerking", "Jan", TAKEN_UP, "An"),
    ]
    assert lines[1].form == FORMS[2]
    book = openpyxl.load_workbook(collected)
    assert (book.sheetnames[-1], book[LOG_SHEET].sheet_state) == (LOG_SHEET, "hidden")
    assert tuple(cell.value for cell in book[LOG_SHEET][1]) == HEADERS


def test_a_workbook_without_rounds_gets_no_log(sent: Path) -> None:
    opened = open_document(sent)
    place = FORMS[0], keys()[0]
    entry = opened.document.entry(*place)
    settled = with_status(entry, entry.annotations[0].id, Status.PROCESSED, "An", NOW)
    opened.document.apply(opened.document.change_entry(*place, settled))
    save_document(opened)
    assert LOG_SHEET not in openpyxl.load_workbook(sent).sheetnames


def test_a_remark_whose_organisation_only_the_round_knows_is_one_line(sent: Path, tmp_path: Path) -> None:
    register = send_round(open_document(sent), "r1", "Ronde", [Recipient("Jan", "OCMW")], tmp_path, NOW)
    by_openpyxl(
        tmp_path / register.copies[0].file, tmp_path / "Jan.xlsx", "Jan", [Edit("remark", (2, 1), "Klopt dit wel?")]
    )
    collection = collect_feedback(sent, [tmp_path / "Jan.xlsx"])
    write_collected(collection, decisions_for(collection, Accept.ALL), tmp_path / "uit.xlsx")
    assert [(line.who, line.organisation) for line in read_log(Workbook.open(tmp_path / "uit.xlsx"))] == [
        ("Jan", "OCMW")
    ]


def test_a_second_collect_adds_lines_and_drops_none(sent: Path, collected: Path, tmp_path: Path) -> None:
    before = read_log(Workbook.open(collected))
    by_openpyxl(sent, tmp_path / "Els.xlsx", "Els", [Edit("remark", (3, 3), "Graag nakijken")])
    collection = collect_feedback(sent, [tmp_path / "Els.xlsx"], collected)
    write_collected(collection, decisions_for(collection, Accept.COMMENTS), tmp_path / "uit2.xlsx")
    after = read_log(Workbook.open(tmp_path / "uit2.xlsx"))
    assert after[: len(before)] == before
    assert [line.who for line in after[len(before) :]] == ["Els"]


def test_what_is_decided_about_a_remark_later_is_a_line_more(collected: Path) -> None:
    opened = open_document(collected)
    place = FORMS[2], keys()[1]
    entry = opened.document.entry(*place)
    refused = with_status(entry, entry.annotations[0].id, Status.NOT_TAKEN, "An", NOW, "staat al in rij 9")
    opened.document.apply(opened.document.change_entry(*place, refused))
    save_document(opened)
    line = read_log(Workbook.open(collected))[-1]
    assert (line.kind, line.before, line.after, line.decided_by, line.reason) == (
        "status", "open", "niet weerhouden", "An", "staat al in rij 9",
    )  # fmt: skip
    save_document(opened)
    assert len(read_log(Workbook.open(collected))) == 3
    assert len(open_document(collected).document.log) == 3


def test_taking_back_a_gesture_after_a_save_is_a_line_more(sent: Path, tmp_path: Path) -> None:
    by_openpyxl(sent, tmp_path / "Jan.xlsx", "Jan", [Edit("word", (1, 1), "thuis")])
    collection = collect_feedback(sent, [tmp_path / "Jan.xlsx"])
    decisions = decisions_for(collection, Accept.ALL)
    logged = log_change(collection, decisions)
    assert logged is not None
    opened = collection.base
    inverse = opened.document.apply(Together((*to_change(collection, decisions).changes, logged)))
    save_document(opened)
    opened.document.apply(inverse)
    save_document(opened)
    assert decisions_in(sent) == [TAKEN_UP, TAKEN_BACK]


@pytest.mark.libreoffice
def test_the_log_outlives_libreoffice(collected: Path, soffice: Callable[[Path, str], Path]) -> None:
    before = read_log(Workbook.open(collected))
    saved = soffice(collected, "xlsx")
    assert read_log(Workbook.open(saved)) == before
    assert openpyxl.load_workbook(saved)[LOG_SHEET].sheet_state == "hidden"


def test_the_log_goes_from_copies_and_from_the_final_version(collected: Path, tmp_path: Path) -> None:
    opened = open_document(collected)
    register = send_round(opened, "r2", "Tweede ronde", [Recipient("Jan")], tmp_path / "r2", NOW)
    assert LOG_SHEET not in openpyxl.load_workbook(tmp_path / "r2" / register.copies[0].file).sheetnames
    planned = plan(opened)
    assert [step.kind for step in planned.advised].count(StepKind.LOG) == 1
    save_final(opened, tmp_path / "finaal.xlsx", planned)
    assert LOG_SHEET not in openpyxl.load_workbook(tmp_path / "finaal.xlsx").sheetnames
    assert LOG_SHEET in openpyxl.load_workbook(collected).sheetnames


def test_a_copy_of_a_workbook_with_a_log_differs_in_nothing(collected: Path, tmp_path: Path) -> None:
    opened = open_document(collected)
    register = send_round(opened, "r2", "Tweede ronde", [Recipient("Jan")], tmp_path / "r2", NOW)
    collection = collect_feedback(collected, [tmp_path / "r2" / register.copies[0].file])
    assert (collection.differences, collection.conflicts) == ([], [])


def test_a_sheet_in_the_middle_goes_with_its_names_and_the_others_keep_theirs(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("een", "twee", "drie"):
        sheet = book.create_sheet(title) if title != "een" else book.active
        sheet.title = title
        sheet["A1"] = title
        sheet.print_title_rows = "1:1"
    book.active = 2
    book.save(tmp_path / "drie.xlsx")
    workbook = Workbook.open(tmp_path / "drie.xlsx")
    (tmp_path / "uit.xlsx").write_bytes(remove_sheet(workbook, "twee"))
    after = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    assert (after.sheetnames, after.active.title) == (["een", "drie"], "drie")
    assert [sheet.print_title_rows for sheet in after] == ["$1:$1", "$1:$1"]
    names = Workbook.open(tmp_path / "uit.xlsx").package.names
    assert not any("sheet2" in name for name in names)


def test_a_log_file_keeps_the_lines_that_it_has(sent: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    for who, place in (("Jan", (1, 1)), ("Els", (2, 2)), ("Jan", (1, 1))):
        by_openpyxl(sent, tmp_path / f"{who}.xlsx", who, [Edit("remark", place, "Klopt dit wel?")])
        collection = collect_feedback(sent, [tmp_path / f"{who}.xlsx"])
        write_log(collection, decisions_for(collection, Accept.NONE), log)
    rows = list(openpyxl.load_workbook(log).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in rows][:2] == ["Jan", "Els"]


def test_lines_of_the_log_survive_the_journal() -> None:
    grew = LogGrew((LogLine("v1", "tekst", "Jan", before="a", after="b", decision=TAKEN_UP),))
    assert change_from_json(change_to_json(Together((grew, grew.inverse())))) == Together((grew, grew.inverse()))


def test_lines_that_somebody_else_saved_meanwhile_stay_when_both_sides_are_merged(collected: Path) -> None:
    ours, theirs = open_document(collected), open_document(collected)
    ours.document.apply(LogGrew((LogLine("v9", "tekst", "An", after="van ons"),)))
    theirs.document.apply(LogGrew((LogLine("v9", "tekst", "Els", after="van hen"),)))
    save_document(theirs)
    merge = merge_on_disk(ours)
    ours.document.apply(merge.change)
    adopt(ours, merge)
    save_document(ours)
    assert [line.after for line in read_log(Workbook.open(collected))][-2:] == ["van hen", "van ons"]
