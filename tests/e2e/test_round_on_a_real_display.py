"""A feedback round by its three roles, on a real screen, by the keyboard alone: sender, stakeholder, collector."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.real_screen import MISSING, RealScreen, can_run, real_screen, wait_for
from trajecto_desktop.domain.feedback import TAKEN_UP, Kind
from trajecto_desktop.excel.log_sheet import read_log
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.annotate import annotated
from trajecto_desktop.services.collect_feedback import collect_feedback
from trajecto_desktop.services.collected import DifferenceKind
from trajecto_desktop.services.copy_origin import round_mark
from trajecto_desktop.services.feedback_round import Ask, Recipient, read_register
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document
from trajecto_desktop.services.send_round import send_round

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
QUESTION = "Klopt dit voor elke regio?"
pytestmark = pytest.mark.skipif(not can_run(), reason=MISSING)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[RealScreen]:
    with real_screen(tmp_path / "home") as made:
        yield made


@pytest.fixture
def overview(project_dir: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))


def copy_for_jan(overview: Path) -> Path:
    """What Jan gets: asked about the second form's second row."""
    opened = open_document(overview)
    document = opened.document
    ask = Ask("V1", document.form_names[1], document.characteristics[1].key, "Herken je dit?")
    register = send_round(opened, "r1", "Ronde", [Recipient("Jan Peeters", "OCMW Gent", (ask,))], overview.parent, NOW)
    return overview.parent / register.copies[0].file


def test_a_sender_makes_a_copy_for_each_recipient(screen: RealScreen, overview: Path) -> None:
    before = overview.read_bytes()
    with screen.program(overview):
        screen.run("feedbackronde starten")
        screen.press("Tab")
        screen.write("Jan Peeters")
        screen.press("Tab")
        screen.write("OCMW Gent")
        screen.press("Return", "alt+k")
        assert wait_for(lambda: bool(list(overview.parent.glob("*/register *.xlsx"))))
    (register,) = overview.parent.glob("*/register *.json")
    (copy,) = read_register(register).copies
    assert (copy.recipient.name, copy.recipient.organisation) == ("Jan Peeters", "OCMW Gent")
    assert round_mark(Workbook.open(register.parent / copy.file))[1:] == ("Jan Peeters", "OCMW Gent")
    assert overview.read_bytes() == before
    assert collect_feedback(overview, [register.parent / copy.file]).differences == []


def test_a_stakeholder_answers_with_a_remark_and_can_change_nothing_else(screen: RealScreen, overview: Path) -> None:
    copy = copy_for_jan(overview)
    back = copy.with_name(f"{copy.stem} – feedback.xlsx")
    with screen.program(copy):
        screen.press("1", "2")  # Keys of codes, which have no effect for who gives feedback.
        screen.press("ctrl+m")
        screen.write(QUESTION)
        screen.press("ctrl+Return")
        screen.run("terug te sturen")
        screen.press("Return")
        assert wait_for(back.exists)
    (remark,) = collect_feedback(overview, [back]).differences
    asked = open_document(overview).document
    assert (remark.kind, remark.form, remark.characteristic) == (
        DifferenceKind.REMARK,
        asked.form_names[1],
        asked.characteristics[1].key,
    )
    assert (remark.after, remark.who) == (f"[opmerking] Jan Peeters (OCMW Gent): {QUESTION}", "Jan Peeters")


def test_a_collector_takes_up_what_came_back_and_the_log_says_so(screen: RealScreen, overview: Path) -> None:
    copy = copy_for_jan(overview)
    opened = open_document(copy)
    place = opened.document.form_names[1], opened.document.characteristics[1].key
    entry, _ = annotated(opened.document.entry(*place), Kind.QUESTION, "Jan Peeters", QUESTION, "OCMW Gent", NOW)
    opened.document.apply(opened.document.change_entry(*place, entry))
    save_document(opened, overview.with_name("terug.xlsx"))
    before = overview.read_bytes()
    with screen.program(overview):
        screen.run("feedback verzamelen")
        screen.write("terug.xlsx")
        screen.press("Return")  # The copy that came back …
        screen.press("Return")  # … and what was sent: the file in front.
        for key in ("space", "alt+v", "ctrl+s"):
            screen.press(key)
        assert wait_for(lambda: overview.read_bytes() != before)
    remarks = open_document(overview).document.entry(*place).annotations
    assert [(each.author, each.organisation, each.text) for each in remarks] == [("Jan Peeters", "OCMW Gent", QUESTION)]
    (line,) = read_log(Workbook.open(overview))
    assert (line.who, line.decision, line.round_id) == ("Jan Peeters", TAKEN_UP, "r1")
    assert openpyxl.load_workbook(overview)["Feedbacklog"].sheet_state == "hidden"
