"""`trajecto layout`: a layout is pointed out without a window, and every other command knows it from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from other_layouts import write_other

from trajecto_desktop.cli.face import run


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "config"))


def _said(capsysbinary: pytest.CaptureFixture[bytes], *words: object) -> tuple[int, str, str]:
    code = run([str(word) for word in words])
    out = capsysbinary.readouterr()
    return code, out.out.decode(), out.err.decode()


_POINTED = ("--header-row", 4, "--group", "B", "--adapted", "c", "--forms", "D:E", "--remarks", "G")


def test_an_unknown_file_is_refused_with_what_to_do_and_can_be_looked_at(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = write_other(tmp_path / "a.xlsx")
    code, _, error = _said(capsysbinary, "inspect", path)
    assert code == 4
    assert "trajecto layout" in error
    code, out, _ = _said(capsysbinary, "layout", path)
    assert code == 0
    assert "Blad1" in out
    assert "Omschrijving" in out


def test_once_pointed_out_every_command_reads_and_writes_it(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, _ = _said(capsysbinary, "layout", write_other(tmp_path / "a.xlsx"), *_POINTED)
    assert code == 0
    assert "2 vormen, 3 kenmerken, 4 invullingen" in out
    other, target = write_other(tmp_path / "b.xlsx", rows_above=7), tmp_path / "c.xlsx"
    words = ("--form", "Vorm B", "--characteristic", "hun context", "--code", "partial", "--text", "nieuw")
    assert _said(capsysbinary, "set", other, *words, "-o", target)[0] == 0
    assert "Vorm B" in _said(capsysbinary, "inspect", target)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("--forms", "D:E"),
        ("--adapted", "D", "--forms", "D:E"),
        ("--adapted", "C", "--forms", "E:D"),
        ("--adapted", "C", "--forms", "D", "--sheet", "Nergens"),
        ("--adapted", "C", "--forms", "D", "--legend", "parallel"),
    ],
)
def test_what_does_not_fit_is_wrong_use_told_in_one_sentence(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], words: tuple[str, ...]
) -> None:
    code, _, error = _said(capsysbinary, "layout", write_other(tmp_path / "a.xlsx"), *words)
    assert code == 2
    assert "Traceback" not in error
    assert len(error.strip().splitlines()) == 1
