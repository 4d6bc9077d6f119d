"""Who else is in the file."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from trajecto_desktop.errors import (
    FileChangedOnDiskError,
    FileInUseError,
    FileLockedError,
    FolderGoneError,
    NameCaseError,
    NoPermissionError,
    NoSpaceError,
    OnlineOnlyFileError,
    PathTooLongError,
    ReadOnlyTargetError,
    SaveError,
)
from trajecto_desktop.services import other_hands
from trajecto_desktop.services.atomic import save_error
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.other_hands import Program


def owner_file(name: str) -> bytes:
    """As Excel writes it: 165 bytes."""
    narrow = name.encode("cp1252", "replace")
    wide = name.encode("utf-16-le")
    first = bytes([len(narrow)]) + narrow.ljust(54, b" ")
    return (first + len(name).to_bytes(2, "little") + wide).ljust(165, b" \0"[:1])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Overzicht.xlsx"
    path.write_bytes(b"inhoud")
    return path


@pytest.mark.parametrize("name", ["An Peeters", "Zoë Ünal", "Ірина", "x" * 52])
def test_excels_owner_file_says_who(file: Path, name: str) -> None:
    file.with_name("~$Overzicht.xlsx").write_bytes(owner_file(name))
    (hand,) = other_hands.others_in(file)
    assert (hand.program, hand.who) == (Program.EXCEL, name)


@pytest.mark.parametrize("data", [b"", b"\x05", b"\xff" * 165, b"\0" * 165, b"\x03abc"])
def test_a_damaged_owner_file_still_counts(file: Path, data: bytes) -> None:
    file.with_name("~$Overzicht.xlsx").write_bytes(data)
    assert len(other_hands.others_in(file)) == 1


def test_libreoffices_lock_says_who_and_where(file: Path) -> None:
    line = "An\\, de Vos,an,bureau-12,22.11.2026 10:00,file:///home/an/.config/libreoffice/4;"
    file.with_name(".~lock.Overzicht.xlsx#").write_text(line, encoding="utf-8")
    (hand,) = other_hands.others_in(file)
    assert (hand.program, hand.who, hand.host) == (Program.LIBREOFFICE, "An, de Vos", "bureau-12")


def test_libreoffices_lock_without_a_name_gives_the_account(file: Path) -> None:
    file.with_name(".~lock.Overzicht.xlsx#").write_text(",an,bureau-12,22.11.2026 10:00,file:///x;")
    assert other_hands.others_in(file)[0].who == "an"


def test_nobody_is_in_a_file_without_locks(file: Path) -> None:
    assert other_hands.others_in(file) == []
    assert other_hands.before_saving(file, file, hashlib.sha256(b"inhoud").hexdigest()) is None


def test_a_save_while_somebody_has_it_open_is_a_choice(file: Path) -> None:
    file.with_name("~$Overzicht.xlsx").write_bytes(owner_file("An Peeters"))
    error = other_hands.before_saving(file, file, hashlib.sha256(b"inhoud").hexdigest())
    assert isinstance(error, FileInUseError)
    assert "An Peeters" in error.message("nl")
    assert "save_copy" in error.choices


def test_a_file_changed_on_disk_is_a_choice_between_merge_copy_and_overwrite(file: Path) -> None:
    digest = hashlib.sha256(b"inhoud").hexdigest()
    file.write_bytes(b"anders")
    error = other_hands.before_saving(file, file, digest)
    assert isinstance(error, FileChangedOnDiskError)
    assert error.choices[:3] == ("merge", "save_copy", "overwrite")


def test_the_same_content_written_again_is_no_change(file: Path) -> None:
    digest = hashlib.sha256(b"inhoud").hexdigest()
    file.write_bytes(b"inhoud")
    os.utime(file, (1, 1))
    assert not other_hands.changed_since(file, digest)


def test_a_name_that_differs_in_capitals_or_accents_only_is_a_choice(file: Path) -> None:
    error = other_hands.before_saving(file.with_name("overzicht.XLSX"), file)
    assert isinstance(error, NameCaseError)
    assert "Overzicht.xlsx" in error.message("nl")
    (file.parent / "e\u0301.xlsx").write_bytes(b"")
    assert other_hands.name_clash(file.parent / "é.xlsx") is not None
    assert other_hands.name_clash(file.parent / "Ander.xlsx") is None


def test_a_cloud_placeholder_is_recognised_by_its_attributes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not other_hands.place_of(file).online_only
    monkeypatch.setattr(Path, "stat", lambda self: SimpleNamespace(st_file_attributes=0x400020))
    assert other_hands.place_of(file).online_only


def test_a_file_that_is_online_only_and_cannot_be_fetched_has_its_own_sentence(file: Path) -> None:
    offline = OSError(22, "The cloud operation was unsuccessful")
    offline.winerror = 362  # type: ignore[attr-defined, unused-ignore]
    assert isinstance(other_hands.unavailable_online(offline, file), OnlineOnlyFileError)
    assert other_hands.unavailable_online(OSError(2, "x"), file) is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoSpaceError),
        (errno.EDQUOT, NoSpaceError),
        (errno.EROFS, ReadOnlyTargetError),
        (errno.EACCES, NoPermissionError),
        (errno.ENAMETOOLONG, PathTooLongError),
        (errno.ENOENT, FolderGoneError),
        (errno.ESTALE, FolderGoneError),
        (errno.EBUSY, FileLockedError),
        (9999, SaveError),
    ],
)
def test_each_trouble_of_the_disk_is_typed_and_leaves_choices(number: int, kind: type[SaveError], file: Path) -> None:
    error = save_error(OSError(number, "waarom"), file)
    assert type(error) is kind
    assert file.name in error.message("nl")
    assert error.choices


def test_windows_own_numbers_are_more_exact(file: Path) -> None:
    error = OSError(13, "Permission denied")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert isinstance(save_error(error, file), FileLockedError)


def test_opening_a_file_that_cannot_be_fetched_from_the_cloud_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offline = OSError(22, "The cloud operation was unsuccessful")
    offline.winerror = 362  # type: ignore[attr-defined, unused-ignore]

    def fail(*_: object) -> None:
        raise offline

    monkeypatch.setattr("builtins.open", fail)
    with pytest.raises(OnlineOnlyFileError):
        open_document(file)
