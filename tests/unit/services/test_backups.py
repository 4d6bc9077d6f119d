"""Dated copies of saved versions."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trajecto_desktop.errors import FileUnavailableError, NoSpaceError
from trajecto_desktop.services import backups

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "map" / "Overzicht één.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"0")
    return path


def keep(state: Path, file: Path, data: bytes, minute: int) -> backups.Backup | None:
    return backups.keep(state, file, data, clock=lambda: START + timedelta(minutes=minute))


def test_the_latest_copy_comes_first_with_its_date_and_size(state: Path, file: Path) -> None:
    keep(state, file, b"een", 1)
    keep(state, file, b"twee!", 2)
    found = backups.of_file(state, file)
    assert [backups.read(each) for each in found] == [b"twee!", b"een"]
    assert (found[0].saved, found[0].size) == (START + timedelta(minutes=2), 5)


def test_nothing_is_put_beside_the_persons_own_file(state: Path, file: Path) -> None:
    keep(state, file, b"een", 1)
    assert list(file.parent.iterdir()) == [file]


def test_the_same_content_twice_in_a_row_is_kept_once(state: Path, file: Path) -> None:
    keep(state, file, b"een", 1)
    assert keep(state, file, b"een", 2) is None
    assert len(backups.of_file(state, file)) == 1


def test_the_oldest_go_past_the_limit_of_copies(state: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "MOST_COPIES", 3)
    for minute in range(6):
        keep(state, file, b"%d" % minute, minute)
    assert [backups.read(each) for each in backups.of_file(state, file)] == [b"5", b"4", b"3"]


def test_the_oldest_go_past_the_limit_of_bytes_but_the_latest_stays(
    state: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 10)
    for minute in range(4):
        keep(state, file, b"%d" % minute * 5, minute)
    assert len(backups.of_file(state, file)) == 2
    keep(state, file, b"x" * 50, 9)
    assert [each.size for each in backups.of_file(state, file)] == [50]


def test_files_of_one_name_in_two_folders_are_kept_apart(state: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / file.name
    keep(state, file, b"een", 1)
    keep(state, other, b"twee", 1)
    assert {path: [backups.read(each) for each in found] for path, found in backups.all_backups(state).items()} == {
        file: [b"een"],
        other: [b"twee"],
    }


def test_giving_a_copy_back_keeps_what_stood_there(state: Path, file: Path) -> None:
    keep(state, file, b"oud", 1)
    file.write_bytes(b"nu")
    backups.restore(state, backups.of_file(state, file)[0], file)
    assert file.read_bytes() == b"oud"
    assert backups.read(backups.of_file(state, file)[0]) == b"nu"


def test_a_damaged_copy_is_not_given_back(state: Path, file: Path) -> None:
    kept = keep(state, file, b"oud", 1)
    assert kept is not None
    kept.copy.write_bytes(b"iets anders")
    with pytest.raises(FileUnavailableError):
        backups.restore(state, kept, file)
    assert file.read_bytes() == b"0"


def test_a_full_disk_is_a_typed_error_and_leaves_no_half_copy(
    state: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpaceError) as refused:
        keep(state, file, b"een", 1)
    assert refused.value.choices
    assert [path.name for path in backups.folder_of(state, file).iterdir()] == ["original.txt"]
