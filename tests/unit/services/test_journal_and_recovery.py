"""The journal on disk, and what is offered after a window ended badly. No window, no workbook."""

from __future__ import annotations

import hashlib
import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.document.journal import NO_HISTORY
from trajecto_desktop.domain.changes import EntryChanged, FormAdded, Together
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import EMPTY_ENTRY, Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run
from trajecto_desktop.errors import JournalBusyError, NoSpaceError, SaveError
from trajecto_desktop.services import journal_folder, keep_journal, recover
from trajecto_desktop.services.keep_journal import Journal


@dataclass
class Opened:
    document: Document


def entry(text: str, code: str | None = None) -> Entry:
    return Entry(RichText.plain_text(text), code=code)


def changed(before: str, after: str, key: str = "k") -> EntryChanged:
    return EntryChanged("F", key, entry(before) if before else EMPTY_ENTRY, entry(after) if after else EMPTY_ENTRY)


def opened(**texts: str) -> Opened:
    rows = [Characteristic(key, "Groep") for key in ("k", "l", "m")]
    entries = {("F", key): entry(text) for key, text in texts.items()}
    return Opened(Document(Content("overview", DEFAULT_PALETTE, [SupportForm("F")], rows, entries)))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Overzicht één.xlsx"
    path.write_bytes(b"as opened")
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def crash(journal: Journal) -> None:
    """End a journal as a killed process would: what is on disk stays, the lock goes, nothing is tidied."""
    assert journal.flush()
    journal._file._close()
    journal._file._lock.release()


def test_looking_at_a_file_leaves_no_trace(state: Path, file: Path) -> None:
    with Journal(state, file, digest(file)):
        pass
    assert not state.exists()


def test_unsaved_work_is_offered_with_what_changed_before_it_is_taken(state: Path, file: Path) -> None:
    when = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    journal = Journal(state, file, digest(file), clock=lambda: when)
    journal.done(changed("", "oud"), "Tekst")
    journal.done(changed("oud", "nieuw"), "Tekst")
    crash(journal)
    (offer,) = recover.offers(state)
    assert (offer.path, offer.count, offer.state) == (file, 2, recover.FileState.SAME)
    assert offer.when == when.isoformat(timespec="milliseconds")
    assert [(line.part, line.before, line.after) for line in offer.lines] == [("text", "", "nieuw")]


def test_taking_applies_the_work_and_gives_back_the_undo_steps(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "eerste")
    journal.done(Together((changed("een", "twee"), changed("", "x", "l"))), "tweede")
    journal.undone()
    crash(journal)
    (offer,) = recover.offers(state)
    target = opened()
    taken = recover.take(offer, target)
    assert target.document.entry("F", "k") == entry("een")
    assert taken.conflicts == ()
    assert [step.name for step in taken.history.undo] == ["eerste"]
    assert [step.name for step in taken.history.redo] == ["tweede"]
    assert taken.history.clean == 0


def test_the_old_journal_goes_when_the_new_one_is_safe(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "eerste")
    crash(journal)
    (offer,) = recover.offers(state)
    taken = recover.take(offer, opened())
    following = Journal(state, file, digest(file), history=taken.history, unsaved=taken.changes, replaces=offer.journal)
    assert following.flush()
    assert not offer.journal.exists()
    crash(following)
    (again,) = recover.offers(state)
    assert [(line.before, line.after) for line in again.lines] == [("", "een")]


def test_a_running_window_is_not_offered_and_not_taken(state: Path, file: Path) -> None:
    running = Journal(state, file, digest(file))
    running.done(changed("", "een"), "eerste")
    assert running.flush()
    assert recover.offers(state) == []
    offer = recover.Offer(running.file, file, "", 1, (), recover.FileState.SAME)
    with pytest.raises(JournalBusyError):
        recover.take(offer, opened())
    with pytest.raises(JournalBusyError):
        recover.discard(offer)
    running.close(discard=True)


def test_two_windows_on_one_file_keep_two_journals(state: Path, file: Path) -> None:
    one, two = Journal(state, file, digest(file)), Journal(state, file, digest(file))
    one.done(changed("", "een"), "")
    two.done(changed("", "twee"), "")
    crash(one)
    crash(two)
    assert {offer.lines[0].after for offer in recover.offers(state)} == {"een", "twee"}


def test_a_discarded_offer_does_not_come_back(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "")
    crash(journal)
    (offer,) = recover.offers(state)
    recover.discard(offer)
    assert recover.offers(state) == []
    assert list(journal_folder.journals(state).iterdir()) == []


def test_what_was_saved_or_taken_back_is_not_offered(state: Path, file: Path) -> None:
    saved = Journal(state, file, digest(file))
    saved.done(changed("", "een"), "")
    saved.saved(file, digest(file))
    crash(saved)
    undone = Journal(state, file, digest(file))
    undone.done(changed("", "een"), "")
    undone.undone()
    crash(undone)
    assert recover.offers(state) == []


def test_a_clean_close_leaves_no_journal_but_undo_comes_back_with_the_file(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "eerste")
    file.write_bytes(b"as saved")
    journal.saved(file, digest(file))
    journal.close()
    assert list(journal_folder.journals(state).iterdir()) == []
    history = recover.history_of(state, digest(file), opened(k="een").document)
    assert [step.name for step in history.undo] == ["eerste"]
    assert history.clean == 1
    assert recover.history_of(state, "0" * 64, opened(k="een").document) == NO_HISTORY
    assert recover.history_of(state, digest(file), opened(k="iets anders").document) == NO_HISTORY


def test_closing_with_unsaved_work_keeps_it_for_the_next_start_unless_it_is_let_go(state: Path, file: Path) -> None:
    kept, let_go = Journal(state, file, digest(file)), Journal(state, file, digest(file))
    kept.done(changed("", "blijft"), "")
    let_go.done(changed("", "weg"), "")
    kept.close()
    let_go.close(discard=True)
    (offer,) = recover.offers(state)
    assert offer.lines[0].after == "blijft"


def test_when_the_file_changed_meanwhile_what_fits_is_merged_and_what_does_not_is_shown(
    state: Path, file: Path
) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "ons"), "")
    journal.done(changed("", "van ons alleen", "l"), "")
    crash(journal)
    file.write_bytes(b"saved by somebody else")
    (offer,) = recover.offers(state)
    assert offer.state is recover.FileState.CHANGED
    target = opened(k="van hen")
    taken = recover.take(offer, target)
    assert target.document.entry("F", "k") == entry("van hen")
    assert target.document.entry("F", "l") == entry("van ons alleen")
    (conflict,) = taken.conflicts
    assert (conflict.part, conflict.ours, conflict.theirs) == ("text", entry("ons"), entry("van hen"))
    target.document.apply(taken.history.steps[0].change.inverse())
    assert target.document.entry("F", "l") == EMPTY_ENTRY


def test_a_file_that_is_gone_is_said_to_be(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "")
    crash(journal)
    file.unlink()
    assert recover.offers(state)[0].state is recover.FileState.GONE


def test_formats_that_differ_between_two_readings_do_not_stand_in_the_way(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("oud", "nieuw"), "")
    crash(journal)
    (offer,) = recover.offers(state)
    target = opened(k="oud")
    target.document.content.entries["F", "k"] = Entry(RichText((Run("oud", source="<rPr/>"),)))
    assert recover.take(offer, target).conflicts == ()
    assert target.document.entry("F", "k").text.plain == "nieuw"


def test_a_change_that_is_in_the_file_already_is_not_made_twice(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    form = SupportForm("Nieuw")
    journal.done(FormAdded(form, 1), "")
    journal.done(changed("", "een"), "")
    crash(journal)
    (offer,) = recover.offers(state)
    target = opened(k="een")
    target.document.apply(FormAdded(form, 1))
    taken = recover.take(offer, target)
    assert (taken.changes, taken.conflicts) == ((), ())


def test_a_structure_change_that_no_longer_fits_is_a_conflict_and_the_rest_goes_on(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(EntryChanged("Weg", "k", EMPTY_ENTRY, entry("x")), "")
    journal.done(changed("", "een"), "")
    crash(journal)
    (offer,) = recover.offers(state)
    target = opened()
    taken = recover.take(offer, target)
    assert [(conflict.form, conflict.part) for conflict in taken.conflicts] == [("Weg", "structure")]
    assert target.document.entry("F", "k") == entry("een")


def test_a_torn_last_line_costs_that_change_only(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    for number in range(5):
        journal.done(changed(str(number) if number else "", str(number + 1)), "")
    crash(journal)
    with open(journal.file, "rb+") as stream:
        stream.truncate(stream.seek(0, os.SEEK_END) - 7)
    (offer,) = recover.offers(state)
    assert (offer.lines[0].after, offer.lost_lines) == ("4", 1)


def test_a_damaged_or_newer_journal_is_told_apart_and_left_where_it_is(state: Path) -> None:
    folder = journal_folder.journals(state)
    folder.mkdir(parents=True)
    (folder / "a.jsonl").write_bytes(b"\0\0\0\n")
    (folder / "b.jsonl").write_bytes(b'{"kind":"opened","version":99,"path":"/x/b.xlsx"}\n')
    assert recover.offers(state) == []
    assert [type(each.error).__name__ for each in recover.troubles(state)] == [
        "JournalUnreadableError",
        "JournalTooNewError",
    ]
    assert sorted(path.name for path in folder.glob("*.jsonl")) == ["a.jsonl", "b.jsonl"]


def test_a_change_is_on_disk_within_a_second(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "")
    assert journal.flush(timeout_s=5)
    journal.done(changed("een", "twee"), "")
    journal.flush(timeout_s=keep_journal.FLUSH_INTERVAL_S + 0.8)
    assert journal.safe
    assert journal.file.read_bytes().count(b"\n") == 3
    journal.close(discard=True)


def test_a_journal_that_grows_large_is_rewritten_to_what_it_adds_up_to(
    state: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_journal, "COMPACT_BYTES", 20_000)
    monkeypatch.setattr(keep_journal, "FLUSH_INTERVAL_S", 0.001)
    journal = Journal(state, file, digest(file))
    for number in range(300):
        journal.done(changed(str(number) if number else "", str(number + 1)), "typen")
        journal.undone()
        journal.redone()
        if number % 50 == 0:
            assert journal.flush()
    crash(journal)
    lines = journal.file.read_bytes().splitlines()
    assert lines[1].startswith(b'{"kind":"kept"')
    assert len(lines) < 900
    (offer,) = recover.offers(state)
    assert [(line.before, line.after) for line in offer.lines] == [("", "300")]
    assert len(recover.take(offer, opened()).history.undo) == 300


def test_a_full_disk_is_told_and_nothing_is_lost_when_there_is_room_again(
    state: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_journal, "RETRY_INTERVAL_S", 0.05)
    told: list[SaveError | None] = []
    full = threading.Event()
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        if full.is_set():
            real(descriptor, bytes(data)[:10])
            raise OSError(28, "No space left on device")
        return real(descriptor, data)

    journal = Journal(state, file, digest(file), on_trouble=told.append)
    journal.done(changed("", "een"), "")
    assert journal.flush()
    before = journal.file.read_bytes()
    monkeypatch.setattr("trajecto_desktop.services.keep_journal.os.write", write)
    full.set()
    journal.done(changed("een", "twee"), "")
    assert not journal.flush(timeout_s=0.5)
    assert isinstance(journal.trouble, NoSpaceError)
    assert journal.file.read_bytes() == before
    full.clear()
    assert journal.flush(timeout_s=5)
    assert [type(each) for each in told] == [NoSpaceError, type(None)]
    crash(journal)
    assert recover.offers(state)[0].lines[0].after == "twee"


def test_only_so_many_histories_are_kept(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_folder, "MOST_HISTORIES", 3)
    for number in range(5):
        journal_folder.keep_history(state, f"{number}", b"x")
        os.utime(journal_folder.history_file(state, f"{number}"), (number, number))
    assert sorted(path.stem for path in journal_folder.histories(state).iterdir()) == ["2", "3", "4"]


def test_undo_comes_back_although_formats_read_back_otherwise(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "een"), "eerste")
    journal.done(Together((changed("een", "twee"), changed("", "x", "l"))), "tweede")
    journal.done(changed("twee", "drie"), "derde")
    journal.undone()
    journal.saved(file, digest(file))
    journal.close()
    document = opened(k="twee", l="x").document
    document.content.entries["F", "k"] = Entry(RichText((Run("twee", source="<rPr/>"),)), settled=True)
    history = recover.history_of(state, digest(file), document)
    assert ([step.name for step in history.undo], [step.name for step in history.redo]) == (
        ["eerste", "tweede"],
        ["derde"],
    )
    for step in reversed(history.undo):
        document.apply(step.change.inverse())
    assert document.content.entries == {}
    for step in history.steps:
        document.apply(step.change)
    assert document.entry("F", "k") == entry("drie")


def test_only_the_undo_steps_that_still_fit_come_back(state: Path, file: Path) -> None:
    journal = Journal(state, file, digest(file))
    journal.done(changed("", "x", "l"), "past niet")
    journal.done(changed("", "een"), "past")
    journal.saved(file, digest(file))
    journal.close()
    history = recover.history_of(state, digest(file), opened(k="een", l="iets anders").document)
    assert ([step.name for step in history.steps], history.position, history.clean) == (["past"], 1, 1)
