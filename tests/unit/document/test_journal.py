"""The ledger, and the lines that it is written as."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest

from trajecto_desktop.document import journal_lines as lines
from trajecto_desktop.document import journal_records as records
from trajecto_desktop.document.journal import (
    Amended,
    Done,
    History,
    Kept,
    Ledger,
    Opened,
    Redone,
    Saved,
    Saving,
    Step,
    Undone,
    net_changes,
)
from trajecto_desktop.domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    LogGrew,
    RowShown,
    SheetWordChanged,
    Together,
)
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.feedback import Annotation, Kind, LogLine, Reply, Status
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry, Progress, SupportForm, WorkState
from trajecto_desktop.domain.overview import Conversion, Formulation
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.errors import JournalTooNewError, JournalUnreadableError

RICH = RichText((Run("een "), Run("twee", RunStyle(bold=True, colour="#C00000"), RunRole.REMARK, "<rPr/>")))
REMARK = Annotation(
    "{1}",
    Kind.NEED,
    "An",
    "tekst",
    organisation="VAPH",
    date="2026-01-01",
    status=Status.NOT_TAKEN,
    reason="reden",
    replies=(Reply("Bo", "2026", "ja", "{2}"),),
    sheet="Blad",
    cell="D7",
    threaded=False,
    decided_by="Cas",
    decided_on="2026-02-02",
)
PROGRESS = Progress(WorkState.REVIEWED, "2026", "An")
FULL = Entry(RICH, RICH, "parallel", True, "#A9D08F", RICH, RICH, (REMARK,), PROGRESS, settled=True)
ROW = Characteristic("doelgroep-jongeren", "Doelgroep", RICH, RICH, True, ("Art. 12, 3°",), "Kern")
CONVERSION = Conversion(
    "Omzetting Looptijd",
    4,
    RichText.plain_text("Mem., p. 30: zolang nodig"),
    (Formulation(RichText.plain_text("geen vaste termijn"), True, "B4"),),
)
CHANGES: list[Change] = [
    EntryChanged("1G1P", "vrijwillig", EMPTY_ENTRY, FULL),
    EntryChanged("1G1P", "vrijwillig", FULL, Entry(short_text=RichText())),
    FormAdded(SupportForm("Planmakers", "1G1P"), 3),
    FormRemoved(SupportForm("Planmakers"), 3),
    FormRenamed(SupportForm("A"), SupportForm("B", "C")),
    CharacteristicAdded(ROW, 0),
    CharacteristicRemoved(ROW, 7),
    CharacteristicReworded(ROW, Characteristic("doelgroep-jongeren", "Anders")),
    ConversionAdded(CONVERSION, 2),
    ConversionRemoved(CONVERSION, 2),
    CellRemarksChanged(
        "Blad", "C1", (), (Annotation("{A}", Kind.QUESTION, "Jan", "Waarom?", replies=(Reply("Els", "", "Daarom"),)),)
    ),
    RowShown("doelgroep-jongeren", "Beknopter", went=True),
    SheetWordChanged("1G1P", "vrijwillig", "geen tekst", "ja", ""),
    LogGrew((LogLine("v1", "tekst", "Jan", before="a", after="b"),), taken_back=True),
    RowShown("doelgroep-jongeren", "geen tekst", went=True),
    SheetWordChanged("1G1P", "vrijwillig", "geen tekst", "ja", "nee"),
]


def entry(text: str) -> Entry:
    return Entry(RichText.plain_text(text))


def changed(before: str, after: str, form: str = "F") -> EntryChanged:
    return EntryChanged(form, "k", entry(before), entry(after))


@pytest.mark.parametrize("change", [*CHANGES, Together(tuple(CHANGES))], ids=lambda c: type(c).__name__)
def test_every_kind_of_change_comes_back_as_it_went_in(change: Change) -> None:
    event = Done(Step(change, "Kleur: 1G1P · é", "2026-11-22T10:00:00+00:00"))
    line = lines.line_of(event)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert records.event_of(line) == event


def test_every_kind_of_event_comes_back_as_it_went_in() -> None:
    step = Step(CHANGES[0], "stap", "nu")
    events = [Opened("/a/b.xlsx", "ff", "nu", "1"), Kept(History((step,), 1, None), (CHANGES[2],)), Amended(step)]
    events += [Undone("nu"), Redone("nu"), Saving("aa", "/a/c.xlsx"), Saved("aa", "/a/c.xlsx", "nu")]
    for event in events:
        assert records.event_of(lines.line_of(event)) == event


def test_a_line_leaves_out_what_has_its_default_value() -> None:
    values = json.loads(lines.line_of(Done(Step(CHANGES[0], "n"))))
    assert values["step"]["change"]["before"] == {}


def test_fields_of_a_later_program_are_passed_over() -> None:
    values = json.loads(lines.line_of(Done(Step(CHANGES[0], "n"))))
    values["later"] = 1
    values["step"]["change"]["after"]["later"] = 1
    assert records.event_of(json.dumps(values).encode()) == Done(Step(CHANGES[0], "n"))


def test_an_older_line_with_fields_missing_is_read() -> None:
    line = b'{"kind":"done","step":{"change":{"kind":"entry-changed","form":"F","characteristic":"k","before":{},'
    line += b'"after":{"code":"parallel"}}}}'
    assert records.event_of(line) == Done(Step(EntryChanged("F", "k", EMPTY_ENTRY, Entry(code="parallel")), ""))


def test_a_newer_version_is_refused_with_the_name_of_the_file() -> None:
    values = json.loads(lines.line_of(Opened("/a/b.xlsx", "ff")))
    values["version"] = lines.VERSION + 1
    with pytest.raises(JournalTooNewError) as refused:
        records.read_journal(json.dumps(values).encode() + b"\n", "b.xlsx")
    assert "b.xlsx" in refused.value.message("nl")


@pytest.mark.parametrize("data", [b"", b"\n", b"\0\0\0", b"[]\n", b'{"kind":"done"}\n', b"{" * 100_000 + b"\n"])
def test_a_journal_without_a_readable_beginning_is_refused_kindly(data: bytes) -> None:
    with pytest.raises(JournalUnreadableError):
        records.read_journal(data, "b.xlsx")


def test_a_journal_cut_off_at_any_byte_gives_every_whole_line_before_it() -> None:
    events = [Opened("/a/b.xlsx", "ff"), *(Done(Step(changed(str(i), str(i + 1)), "n")) for i in range(5)), Undone()]
    written = [lines.line_of(event) for event in events]
    data = b"".join(written)
    for end in range(len(written[0]), len(data) + 1):
        whole = data[:end].count(b"\n")
        read = records.read_journal(data[:end])
        assert len(read.ledger.unsaved) == whole - 1
        assert read.lost_lines == (0 if data[:end].endswith(b"\n") else 1)


def test_what_follows_a_damaged_line_is_not_believed() -> None:
    written = [lines.line_of(Opened("p", "d")), *(lines.line_of(Done(Step(c, ""))) for c in CHANGES[:4])]
    written[2] = b"\0" * 20 + b"\n"
    read = records.read_journal(b"".join(written))
    assert read.ledger.unsaved == CHANGES[:1]
    assert read.lost_lines == 3


def test_undoing_and_redoing_move_through_the_steps() -> None:
    ledger = Ledger()
    first, second = changed("", "a"), changed("a", "b")
    for event in (Opened("p", "d"), Done(Step(first, "1")), Done(Step(second, "2")), Undone(), Undone(), Redone()):
        ledger.take(event)
    assert ledger.history() == History((Step(first, "1"), Step(second, "2")), 1, 0)
    assert net_changes(ledger.unsaved) == (first,)


def test_after_a_save_undo_goes_back_past_it() -> None:
    ledger = Ledger()
    for event in (Opened("p", "d"), Done(Step(changed("", "a"), "1")), Saved("e", "q"), Undone()):
        ledger.take(event)
    assert (ledger.path, ledger.digest, ledger.clean, ledger.position) == ("q", "e", 1, 0)
    assert net_changes(ledger.unsaved) == (changed("a", ""),)


def test_a_new_step_after_undoing_past_the_save_leaves_no_clean_position() -> None:
    ledger = Ledger()
    for event in (Opened("p", "d"), Done(Step(changed("", "a"), "1")), Saved("e", "p"), Undone()):
        ledger.take(event)
    ledger.take(Done(Step(changed("", "c"), "2")))
    assert ledger.clean is None
    assert net_changes(ledger.unsaved) == (changed("a", "c"),)


def test_amending_joins_the_last_step() -> None:
    ledger = Ledger()
    for event in (Opened("p", "d"), Done(Step(changed("", "a"), "typ")), Amended(Step(changed("a", "ab"), "typ"))):
        ledger.take(event)
    assert ledger.history().steps == (Step(changed("", "ab"), "typ"),)
    assert net_changes(ledger.unsaved) == (changed("", "ab"),)


def test_amending_a_saved_step_makes_the_document_unsaved() -> None:
    ledger = Ledger()
    for event in (Opened("p", "d"), Done(Step(changed("", "a"), "")), Saved("e", "p")):
        ledger.take(event)
    ledger.take(Amended(Step(changed("a", "ab"), "")))
    assert ledger.clean is None


@pytest.mark.parametrize("event", [Undone(), Redone(), Amended(Step(changed("", "a"), ""))])
def test_an_event_that_cannot_follow_is_refused(event: Undone | Redone | Amended) -> None:
    ledger = Ledger()
    ledger.take(Opened("p", "d"))
    with pytest.raises(ValueError, match="nothing to"):
        ledger.take(event)


def test_structure_that_was_taken_back_leaves_no_trace_and_entries_around_it_join() -> None:
    added = FormAdded(SupportForm("N"), 1)
    inside = changed("", "x", "N")
    changes = (changed("", "a"), added, inside, inside.inverse(), added.inverse(), changed("a", "b"))
    assert net_changes(changes) == (changed("", "b"),)


def test_structure_that_stays_keeps_its_place() -> None:
    added = FormAdded(SupportForm("N"), 1)
    assert net_changes((added, changed("", "x", "N"), changed("x", "y", "N"))) == (added, changed("", "y", "N"))


def test_a_compacted_history_keeps_the_latest_steps() -> None:
    ledger = Ledger()
    ledger.take(Opened("p", "d"))
    for i in range(10):
        ledger.take(Done(Step(changed(str(i), str(i + 1)), str(i))))
    kept = ledger.kept(limit=3)
    assert [step.name for step in kept.history.steps] == ["7", "8", "9"]
    assert kept.history.clean is None
    assert kept.unsaved == (changed("0", "10"),)


def test_a_save_that_happened_without_being_told_counts_when_the_file_says_so() -> None:
    events = (Opened("p", "d"), Done(Step(changed("", "a"), "1")), Saving("e", "p"), Done(Step(changed("a", "b"), "2")))
    for on_disk, unsaved, clean in (("e", changed("a", "b"), 1), ("d", changed("", "b"), 0)):
        ledger = Ledger()
        for event in events:
            ledger.take(event)
        ledger.settle(on_disk)
        assert (net_changes(ledger.unsaved), ledger.clean) == ((unsaved,), clean)


def test_the_journal_knows_every_kind_of_change_there_is() -> None:
    assert set(get_args(Change)) - {Together} == set(lines.CHANGE_KINDS.values())
    assert {type(change) for change in CHANGES} == set(lines.CHANGE_KINDS.values())


def test_every_field_of_every_value_is_written_and_read() -> None:
    """A field that the domain gets later must come back too: each is set to something other than its default here."""

    def filled(kind: type) -> bool:
        return all(getattr(example[kind], each.name) != each.default for each in fields(kind))

    example = {Entry: FULL, Annotation: REMARK, Characteristic: ROW, Progress: FULL.progress, Reply: REMARK.replies[0]}
    assert [kind.__name__ for kind in example if not filled(kind)] == []
