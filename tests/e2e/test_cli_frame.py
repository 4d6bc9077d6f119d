"""The frame of the headless face: help, language, exit codes, one sentence and never a traceback."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Trajecto
from trajecto_desktop.cli import main, run
from trajecto_desktop.cli.commands import COMMANDS

ALL_COMMANDS = [listed.name for listed in COMMANDS]


def test_help_lists_every_command_with_one_line(trajecto: Trajecto) -> None:
    outcome = trajecto("--help")
    assert outcome.code == 0
    assert outcome.err == ""
    for listed in COMMANDS:
        assert f"{listed.name}" in outcome.out
        assert listed.dutch in outcome.out


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_command_explains_itself_in_both_languages(trajecto: Trajecto, name: str) -> None:
    dutch, english = trajecto(name, "--help"), trajecto("--lang", "en", name, "--help")
    assert (dutch.code, english.code) == (0, 0)
    assert f"trajecto {name}" in dutch.out
    assert dutch.out != english.out


@pytest.mark.parametrize("words", [[], *([listed.name] for listed in COMMANDS), ["feedback", "collect"]], ids=" ".join)
def test_help_in_dutch_is_dutch_all_through(words: list[str], trajecto: Trajecto) -> None:
    dutch, english = (trajecto("--lang", language, *words, "--help").out for language in ("nl", "en"))
    assert dutch.startswith("Gebruik: trajecto")
    assert english.startswith("Usage: trajecto")
    for word in ("Usage", "Options:", "Commands", "Show this", "required", "default:", "COMMAND", "ARGS"):
        assert word not in dutch
    assert "Toon deze uitleg en stop." in dutch


def test_without_a_command_the_help_is_shown_and_the_use_is_wrong(trajecto: Trajecto) -> None:
    outcome = trajecto()
    assert outcome.code == 2
    assert "inspect" in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["onbekend"],
        ["inspect"],
        ["inspect", "a.xlsx", "b.xlsx"],
        ["inspect", "--onbekend", "a.xlsx"],
        ["check", "a.xlsx", "--fail-on", "alles"],
        ["counts", "a.xlsx", "--by", "kleur"],
        ["set", "a.xlsx", "--form", "F", "--code", "parallel", "-o", "b.xlsx"],
        ["set", "a.xlsx", "--form", "F", "--characteristic", "K", "-o", "b.xlsx"],
        ["set", "a.xlsx", "--form", "F", "--characteristic", "K", "--code", "parallel"],
        ["set", "a.xlsx", "--form", "F", "--characteristic", "K", "--code", "none", "-o", "b.xlsx", "--in-place"],
        ["cell", "a.xlsx", "--sheet", "S", "--cell", "A1", "-o", "b.xlsx"],
        ["cell", "a.xlsx", "--sheet", "S", "--cell", "A1", "--text", "x"],
        ["cell", "a.xlsx", "--sheet", "S", "--cell", "A1", "--comment", "x", "-o", "b.xlsx"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_use_is_one_sentence_and_exit_code_2(trajecto: Trajecto, arguments: list[str], language: str) -> None:
    outcome = trajecto("--lang", language, *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "--help" in outcome.err


def test_dutch_is_the_language_unless_another_is_asked(trajecto: Trajecto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAJECTO_LANG", raising=False)
    assert "kan niet geopend worden" in trajecto("inspect", "weg.xlsx").err
    assert "cannot be opened" in trajecto("--lang", "en", "inspect", "weg.xlsx").err
    monkeypatch.setenv("TRAJECTO_LANG", "en")
    assert "cannot be opened" in trajecto("inspect", "weg.xlsx").err
    assert "kan niet geopend worden" in trajecto("--lang", "nl", "inspect", "weg.xlsx").err


def test_a_fault_of_the_program_is_one_sentence_too(trajecto: Trajecto, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("boem")

    monkeypatch.setattr("trajecto_desktop.cli.inspect.open_document", broken)
    outcome = trajecto("inspect", "a.xlsx")
    assert outcome.code == 4
    assert len(outcome.err.splitlines()) == 1
    assert "ZeroDivisionError" in outcome.err


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "trajecto_desktop", *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )


def test_ctrl_c_while_the_program_loads_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "trajecto_desktop.cli.face":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "trajecto_desktop.cli.face")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert main() == 130
    assert capsys.readouterr().err == "Afgebroken; er is niets bewaard.\n"


def test_json_is_utf_8_whatever_the_terminal_says(sample_fiche: Path) -> None:
    done = start("inspect", str(sample_fiche), "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert done.stderr == b""
    assert '"Trajectgezel"' in done.stdout.decode("utf-8")


def test_an_option_with_a_near_name_is_asked_for_in_one_sentence(trajecto: Trajecto) -> None:
    assert trajecto("inspect", "--jsn", "a.xlsx").err.startswith("De optie --jsn bestaat niet. Bedoel je --json? Zie ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is how Linux plays a full disk")
def test_output_that_nobody_can_take_in_is_exit_code_5(sample: Path) -> None:
    for arguments in (["inspect", str(sample), "--json"], ["inspect", str(sample)]):
        with open("/dev/full", "wb") as full:
            command = [sys.executable, "-m", "trajecto_desktop", *arguments]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
        assert done.returncode == 5
        assert len(done.stderr.decode().splitlines()) == 1
        assert "schijf is vol" in done.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="only there can the name of a file be any bytes")
def test_a_file_name_that_is_no_utf_8_is_a_name_too(sample: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"fiche_\xe9.xlsx")
    odd.write_bytes(sample.read_bytes())
    for command in ("inspect", "check", "counts"):
        done = start(command, str(odd))
        assert (done.returncode, done.stderr) == (0, b"")
    assert b"fiche_\xe9.xlsx" in start("inspect", str(odd)).stdout
    assert start("inspect", str(odd) + "x").returncode == 4


def test_a_reader_that_has_seen_enough_is_no_error(sample: Path) -> None:
    command = f"{sys.executable} -m trajecto_desktop inspect {sample} --json | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    assert done.returncode == 0


def test_help_imports_neither_the_reader_nor_qt() -> None:
    code = (
        "import sys; from trajecto_desktop.cli import main, run; run(['--help']);"
        "print([name for name in ('lxml', 'pydantic', 'PySide6', 'openpyxl') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_pipe_that_closes_in_the_middle_is_no_error(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError(errno.EPIPE, "closed")

    monkeypatch.setattr(sys, "stdout", Closed())
    assert run(["inspect", str(sample)]) == 0
