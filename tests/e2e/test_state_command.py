"""`trajecto state`: where our own files are, and that clearing takes all of them, but no unsaved work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trajecto_desktop import shipped
from trajecto_desktop.cli.face import run
from trajecto_desktop.services import own_folders
from trajecto_desktop.services.keep_journal import Journal
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.program_log import FILE_NAME


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(name, str(tmp_path / folder))


def test_the_folders_are_shown_with_what_stands_in_them(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    own_folders.settings_folder().mkdir(parents=True)
    (own_folders.settings_folder() / "settings.json").write_text("{}", encoding="utf-8")
    assert run(["state"]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert f"{own_folders.settings_folder()}  (1 bestanden, 0 kB)" in said
    assert str(own_folders.state_folder()) in said


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    for folder, name in (
        (own_folders.settings_folder(), "settings.json"),
        (own_folders.state_folder(), "copy.xlsx"),
        (own_folders.log_folder(), FILE_NAME),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    assert run(["state", "--clear"]) == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert run(["state", "--clear"]) == 0


def test_unsaved_work_is_not_cleared_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes((shipped.samples() / "overzicht_voorbeeld.xlsx").read_bytes())
    opened = open_document(file)
    document = opened.document
    key = document.characteristics[3].key
    entry = document.entry("1G1P", key)
    change = document.change_entry("1G1P", key, replace(entry, hatched=not entry.hatched))
    with Journal(own_folders.state_folder(), file, opened.digest) as journal:
        journal.done(change, "Arcering")
        journal.flush()
    assert run(["state", "--clear"]) == 1
    assert "overzicht.xlsx" in capsys.readouterr().err
    assert own_folders.state_folder().is_dir()
