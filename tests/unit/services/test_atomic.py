"""A file is either the old or the new one, whole; each failure has its own error and leaves nothing behind."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from trajecto_desktop.errors import (
    FileLockedError,
    FolderGoneError,
    NoPermissionError,
    NoSpaceError,
    ReadOnlyTargetError,
    SaveError,
)
from trajecto_desktop.services.atomic import save_error, write_atomically


def test_a_new_file_and_an_old_one_are_written(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_atomically(target, b"one")
    write_atomically(str(target), b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_the_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"one")
    target.chmod(0o640)
    write_atomically(target, b"two")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a privilege for links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"one")
    link.symlink_to(real)
    write_atomically(link, b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"one")
    target.chmod(0o444)
    with pytest.raises(ReadOnlyTargetError):
        write_atomically(target, b"two")
    assert target.read_bytes() == b"one"


def test_a_missing_folder_and_a_folder_in_the_way_are_named(tmp_path: Path) -> None:
    with pytest.raises(FolderGoneError):
        write_atomically(tmp_path / "gone" / "a.xlsx", b"x")
    with pytest.raises(SaveError):
        write_atomically(tmp_path, b"x")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"one")

    def fail(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(NoSpaceError) as caught:
        write_atomically(target, b"two")
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]
    assert "a.xlsx" in caught.value.message("nl")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, NoSpaceError),
        (errno.EROFS, ReadOnlyTargetError),
        (errno.EACCES, NoPermissionError),
        (errno.ESTALE, FolderGoneError),
        (errno.EBUSY, FileLockedError),
        (errno.EINVAL, SaveError),
    ],
)
def test_each_cause_has_its_own_error(tmp_path: Path, code: int, kind: type[SaveError]) -> None:
    assert type(save_error(OSError(code, os.strerror(code)), tmp_path / "a.xlsx")) is kind


def test_a_file_that_windows_has_locked_is_named_as_such(tmp_path: Path) -> None:
    error = OSError(errno.EACCES, "in use")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert type(save_error(error, tmp_path / "a.xlsx")) is FileLockedError
