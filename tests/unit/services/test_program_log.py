"""The log and the problem report: bounded, and nothing of a document in them."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from trajecto_desktop import __version__
from trajecto_desktop.services.problem_report import mail_link, problem_report
from trajecto_desktop.services.program_log import (
    FILE_NAME,
    LARGEST_BYTES,
    NAME,
    OLDER_FILES,
    last_lines,
    note,
    note_unforeseen,
    start_log,
)


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    log = logging.getLogger(NAME)
    before = list(log.handlers), log.propagate, log.level
    yield
    for handler in set(log.handlers) - set(before[0]):
        log.removeHandler(handler)
        handler.close()
    log.propagate, log.level = before[1], before[2]


def test_the_log_never_grows_beyond_its_bound(tmp_path: Path) -> None:
    start_log(tmp_path / "log")
    for number in range(8_000):
        note(f"line {number} " + "x" * 100)
    files = list((tmp_path / "log").iterdir())
    assert len(files) == 1 + OLDER_FILES
    assert sum(file.stat().st_size for file in files) <= LARGEST_BYTES * (1 + OLDER_FILES)
    assert last_lines(tmp_path / "log", 1)[0].endswith("line 7999 " + "x" * 100)


def test_an_unforeseen_error_is_noted_with_its_place_and_without_its_words(tmp_path: Path) -> None:
    start_log(tmp_path)
    try:
        raise ValueError("the text of an entry")
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        note_unforeseen(kind, error, trace)
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert "unforeseen: ValueError" in text
    assert "test_program_log.py" in text
    assert "the text of an entry" not in text
    assert str(tmp_path) not in text


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    assert start_log(tmp_path / "log") is None
    assert last_lines(tmp_path / "log", 5) == []


def test_a_problem_report_holds_versions_and_the_end_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/an.peeters")
    monkeypatch.setenv("USERPROFILE", "/home/an.peeters")
    (tmp_path / FILE_NAME).write_text("first\n" * 500 + "at /home/an.peeters/x\nlast\n", encoding="utf-8")
    report = problem_report(tmp_path, ["Qt 6"])
    assert report.startswith(f"Trajecto Desktop {__version__}\n")
    assert "Qt 6" in report
    assert "lxml" in report
    assert report.endswith("at ~/x\nlast")
    assert "an.peeters" not in report
    assert len(report.splitlines()) < 150


def test_a_mail_link_is_short_enough_for_any_mail_program() -> None:
    link = urlsplit(mail_link("é & = ?\n" * 1_000, "Een probleem"))
    words = parse_qs(link.query)
    assert link.scheme == "mailto"
    assert words["subject"] == ["Een probleem"]
    assert words["body"][0].startswith("é & = ?\n")
    assert len(words["body"][0]) <= 1_800
