"""A disk that is really full: nothing half-written, a typed error, and everything there when there is room again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import NoSpaceError, ReadOnlyTargetError, SaveError
from trajecto_desktop.services import backups, recover
from trajecto_desktop.services.keep_journal import Journal
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.save_document import save_document

SIZE_KB = 512


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte, of memory; only the system's administrator can make one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("not checked: a small disk can only be mounted on Linux, as root")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("not checked: this machine does not let a small disk be mounted")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def filled(disk: Path) -> Path:
    """A file that takes all room that is left."""
    filler = disk / "vol"
    with open(filler, "wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"x" * 4096)
        except OSError:
            return filler


def opened_on(disk: Path, shared_dir: Path) -> OpenedFile:
    path = disk / "fiche.xlsx"
    path.write_bytes((shared_dir / "fixtures" / "fiches" / "OCMW.xlsx").read_bytes())
    return open_document(path)


def edit(opened: OpenedFile, text: str) -> None:
    document = opened.document
    form, key = document.form_names[0], document.characteristics[5].key
    document.apply(document.change_entry(form, key, type(document.entry(form, key))(RichText.plain_text(text))))


def test_a_save_on_a_full_disk_leaves_the_old_file_and_nothing_beside_it(small_disk: Path, shared_dir: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    before = opened.path.read_bytes()
    filler = filled(small_disk)
    edit(opened, "nieuw")
    with pytest.raises(NoSpaceError) as refused:
        save_document(opened)
    assert "keep_in_journal" in refused.value.choices
    assert opened.path.read_bytes() == before
    assert sorted(path.name for path in small_disk.iterdir()) == ["fiche.xlsx", "vol"]
    filler.unlink()
    save_document(opened)
    assert open_document(opened.path).document.content.entries == opened.document.content.entries


def test_a_save_elsewhere_is_a_way_out(small_disk: Path, shared_dir: Path, tmp_path: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    filled(small_disk)
    edit(opened, "nieuw")
    save_document(opened, tmp_path / "elders.xlsx")
    assert opened.path == tmp_path / "elders.xlsx"


def test_the_journal_on_a_full_disk_waits_for_room_and_loses_nothing(small_disk: Path, shared_dir: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    document = opened.document
    form, key = document.form_names[0], document.characteristics[5].key
    told: list[SaveError | None] = []
    journal = Journal(small_disk / "state", opened.path, opened.digest, on_trouble=told.append)
    filler: Path | None = None
    for number in range(60):
        entry = type(document.entry(form, key))(RichText.plain_text(f"{number} " + "lange tekst " * 300))
        change = document.change_entry(form, key, entry)
        document.apply(change)
        journal.done(change, "Tekst")
        if number == 10:
            assert journal.flush()
            filler = filled(small_disk)
    assert not journal.flush(timeout_s=1.0)
    assert isinstance(journal.trouble, NoSpaceError)
    assert filler is not None
    filler.unlink()
    assert journal.flush(timeout_s=10.0)
    journal.close()
    (offer,) = recover.offers(small_disk / "state")
    assert offer.lost_lines == 0
    assert offer.lines[0].after.startswith("59 ")


def test_a_copy_that_finds_no_room_does_not_harm_the_file(small_disk: Path, shared_dir: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    data = opened.path.read_bytes()
    filled(small_disk)
    with pytest.raises(NoSpaceError):
        backups.keep(small_disk / "state", opened.path, data)
    assert opened.path.read_bytes() == data


def test_a_file_that_may_not_be_changed_is_a_choice(shared_dir: Path, tmp_path: Path) -> None:
    opened = opened_on(tmp_path, shared_dir)
    opened.path.chmod(0o444)
    edit(opened, "nieuw")
    before = opened.path.read_bytes()
    with pytest.raises(ReadOnlyTargetError):
        save_document(opened)
    assert opened.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["fiche.xlsx"]


def test_a_folder_on_a_disk_that_is_read_only_is_a_choice(small_disk: Path, shared_dir: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    edit(opened, "nieuw")
    with pytest.raises(ReadOnlyTargetError):
        save_document(opened)


def test_a_share_that_goes_away_is_a_choice(small_disk: Path, shared_dir: Path) -> None:
    opened = opened_on(small_disk, shared_dir)
    edit(opened, "nieuw")
    away = opened.path.parent / "weg" / "fiche.xlsx"
    with pytest.raises(SaveError) as refused:
        save_document(opened, away)
    assert refused.value.choices
    assert opened.path.name == "fiche.xlsx"
    assert opened.modified
