"""An open file from opening to closing, with journal, backups and other hands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.work_session import WorkSession
from trajecto_desktop.domain.changes import Change
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import FileChangedOnDiskError, FileInUseError, NameCaseError
from trajecto_desktop.services import backups, recover
from trajecto_desktop.services.add_form import add_form
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import OnConflict, save_document


@pytest.fixture
def path(shared_dir: Path, tmp_path: Path) -> Path:
    target = tmp_path / "werk" / "fiche.xlsx"
    target.parent.mkdir()
    target.write_bytes((shared_dir / "fixtures" / "fiches" / "OCMW.xlsx").read_bytes())
    return target


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def do(session: WorkSession, text: str, row: int = 5) -> Change:
    document = session.opened.document
    form, key = document.form_names[0], document.characteristics[row].key
    after = replace(document.entry(form, key), text=RichText.plain_text(text))
    change = document.change_entry(form, key, after)
    document.apply(change)
    session.journal.done(change, f"Tekst: {text}")
    return change


def text_of(session: WorkSession, row: int = 5) -> str:
    document = session.opened.document
    return document.entry(document.form_names[0], document.characteristics[row].key).text.plain


def crash(session: WorkSession) -> None:
    assert session.journal.flush()
    session.journal._file._close()
    session.journal._file._lock.release()


def test_undo_survives_a_save_and_closing_and_opening_again(path: Path, state: Path) -> None:
    session = WorkSession.open(path, state)
    was = text_of(session)
    do(session, "een")
    session.save()
    do(session, "twee")
    session.save()
    session.close()
    again = WorkSession.open(path, state)
    assert [step.name for step in again.history.undo] == ["Tekst: een", "Tekst: twee"]
    for step in reversed(again.history.undo):
        again.opened.document.apply(step.change.inverse())
        again.journal.undone()
    assert text_of(again) == was
    again.save()
    again.close()
    assert WorkSession.open(path, state).history.position == 0


def test_work_of_a_window_that_ended_badly_comes_back_with_its_undo_steps(path: Path, state: Path) -> None:
    session = WorkSession.open(path, state)
    do(session, "een")
    session.save()
    do(session, "twee")
    crash(session)
    (offer,) = recover.offers(state)
    back = WorkSession.recover(offer, state)
    assert text_of(back) == "twee"
    assert (back.history.position, back.history.clean) == (2, 1)
    assert back.opened.modified
    back.save()
    back.close()
    assert recover.offers(state) == []


def test_a_form_that_was_added_comes_back_too(shared_dir: Path, tmp_path: Path, state: Path) -> None:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes((shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").read_bytes())
    session = WorkSession.open(path, state)
    change = add_form(session.opened.document, "Planmakers")
    session.opened.document.apply(change)
    session.journal.done(change, "Vorm toevoegen")
    crash(session)
    (offer,) = recover.offers(state)
    assert [(line.part, line.after) for line in offer.lines] == [("form", "Planmakers")]
    back = WorkSession.recover(offer, state)
    back.save()
    assert "Planmakers" in open_document(path).document.form_names


def test_each_save_leaves_a_copy_of_what_was_and_of_what_came(path: Path, state: Path) -> None:
    before = path.read_bytes()
    session = WorkSession.open(path, state)
    do(session, "een")
    session.save()
    assert [backups.read(each) for each in session.backups()] == [path.read_bytes(), before]


def test_a_backup_that_finds_no_place_does_not_keep_the_save_back(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "backups").write_bytes(b"a file where a folder should be")
    session = WorkSession.open(path, blocked)
    do(session, "een")
    session.save()
    assert session.backup_trouble is not None
    assert open_document(path).document.entry("OCMW", session.opened.document.characteristics[5].key).text.plain != ""


def test_a_save_over_somebody_elses_is_a_choice_and_a_merge_keeps_both(path: Path, state: Path) -> None:
    session = WorkSession.open(path, state)
    do(session, "van ons")
    other = open_document(path)
    key = other.document.characteristics[7].key
    theirs = replace(other.document.entry("OCMW", key), text=RichText.plain_text("van hen"))
    other.document.apply(other.document.change_entry("OCMW", key, theirs))
    save_document(other)
    with pytest.raises(FileChangedOnDiskError):
        session.save()
    merge = session.merge()
    session.opened.document.apply(merge.change)
    session.journal.done(merge.change, "Samenvoegen")
    session.adopt(merge)
    crash(session)
    (offer,) = recover.offers(state)
    assert offer.fits
    assert [line.after for line in offer.lines] == ["van ons"]
    back = WorkSession.recover(offer, state)
    back.save()
    assert (text_of(back), text_of(back, 7)) == ("van ons", "van hen")


def test_overwriting_is_possible_when_asked_for_and_theirs_is_among_the_copies(path: Path, state: Path) -> None:
    session = WorkSession.open(path, state)
    do(session, "van ons")
    path.write_bytes(path.read_bytes() + b"")
    other = open_document(path)
    key = other.document.characteristics[7].key
    other.document.apply(
        other.document.change_entry(
            "OCMW", key, replace(other.document.entry("OCMW", key), text=RichText.plain_text("hen"))
        )
    )
    save_document(other)
    theirs = path.read_bytes()
    session.save(on_conflict=OnConflict.OVERWRITE)
    assert theirs in [backups.read(each) for each in session.backups()]


def test_who_has_the_file_open_is_told_at_opening_and_before_saving(path: Path, state: Path) -> None:
    line = "An Peeters,an,bureau-12,22.11.2026 10:00,file:///x;"
    path.with_name(f".~lock.{path.name}#").write_text(line, encoding="utf-8")
    session = WorkSession.open(path, state)
    assert [hand.who for hand in session.others] == ["An Peeters"]
    do(session, "een")
    with pytest.raises(FileInUseError):
        session.save()
    session.save(on_conflict=OnConflict.OVERWRITE)


def test_a_copy_under_a_name_that_only_differs_in_capitals_is_a_choice(path: Path, state: Path) -> None:
    session = WorkSession.open(path, state)
    path.with_name("Kopie.xlsx").write_bytes(b"")
    with pytest.raises(NameCaseError):
        session.save(path.with_name("kopie.xlsx"))
    session.save(path.with_name("andere.xlsx"))
    assert session.opened.path.name == "andere.xlsx"
