"""A pen-holder's first minutes on a real screen: real key presses in the real program, and just those cells changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trajecto_desktop.services.open_document import open_document

KEYS = ("1", "2", "3", "4", "5", "6", "1", "2", "1", "3")
_SECONDS = 60


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("not checked: Xvfb and xdotool are not on this machine")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.fixture
def overview(project_dir: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(project_dir / "samples" / "overzicht_voorbeeld.xlsx", tmp_path / "overzicht.xlsx"))


@pytest.fixture
def scale() -> str:
    """How many pixels of the screen a pixel of the window takes; a test may say otherwise."""
    return "1"


@pytest.fixture
def press(display: str, overview: Path, tmp_path: Path, scale: str) -> Iterator[Callable[..., None]]:
    """The program with the overview open on that screen; press keys with what this gives."""
    environment = {**os.environ, "DISPLAY": display, "HOME": str(tmp_path / "home"), "QT_SCALE_FACTOR": scale}
    environment = {k: v for k, v in environment.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(tmp_path / name.lower())
    command = [sys.executable, "-m", "trajecto_desktop.app", str(overview)]

    def keys(*names: str, write: str = "", rest: float = 0.0) -> None:
        if names:
            subprocess.run(["xdotool", "key", "--delay", "120", *names], env=environment, check=True, timeout=60)
        if write:
            subprocess.run(["xdotool", "type", "--delay", "60", write], env=environment, check=True, timeout=60)
        time.sleep(rest)

    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "overzicht.*Trajecto"]
        subprocess.run(search, env=environment, check=True, timeout=_SECONDS, stdout=subprocess.DEVNULL)
        time.sleep(2)  # The title is there before the table has the keyboard; nothing outside the program can see that.
        yield keys
        program.kill()


def changed_on_disk(path: Path, before: bytes) -> bool:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        if path.read_bytes() != before:
            return True
        time.sleep(0.1)
    return False


def test_ten_characteristics_are_coded_from_the_keyboard_and_just_those_cells_change(
    press: Callable[..., None], overview: Path
) -> None:
    before_bytes = overview.read_bytes()
    before = open_document(overview)
    press(*KEYS)
    press("ctrl+e")
    time.sleep(2)  # A dialog comes and goes, so that the keyboard has to come back.
    press("Escape")
    time.sleep(1)
    press("ctrl+s")
    assert changed_on_disk(overview, before_bytes)
    after = open_document(overview)
    codes = [legend.code for legend in before.document.palette.judgements]
    form = before.document.form_names[0]
    rows = [characteristic.key for characteristic in before.document.characteristics[: len(KEYS)]]
    assert [after.document.entry(form, key).code for key in rows] == [codes[int(key) - 1] for key in KEYS]
    touched = {(form, key) for key in rows}
    others = {place: entry for place, entry in before.document.content.entries.items() if place not in touched}
    assert {p: e for p, e in after.document.content.entries.items() if p not in touched} == others
    for sheet, layout in after.binding.sheets.items():
        for key in rows:
            if layout.place(form, key) is not None:
                assert layout.read(form, key).code == after.document.entry(form, key).code, sheet


@pytest.mark.parametrize("scale", ["2"])
def test_a_working_day_on_a_small_screen_at_200_percent_with_the_keyboard_alone(
    press: Callable[..., None], overview: Path
) -> None:
    """1280 × 720 pixels at 200 %, without a window manager: code, write, remark, filter, a block, a repair, save."""
    before_bytes, before = overview.read_bytes(), open_document(overview)
    form, rows = before.document.form_names[0], [row.key for row in before.document.characteristics]
    press(*KEYS, rest=0.5)
    press("F2", rest=0.5)
    press(write=" en meer")
    press("Return", rest=0.5)
    press("ctrl+m", rest=1)
    press(write="Klopt dit nog")
    press("ctrl+Return", rest=1.5)  # Who it is from is asked once.
    press(write="An")
    press("Return", rest=1)
    press("F8", rest=0.5)
    press("ctrl+f", write="/leeg", rest=1)
    press("Return", rest=0.5)
    press("2", rest=0.5)
    press("ctrl+f", "Escape", rest=0.5)
    press("alt+3", rest=2)
    press("ctrl+Home", rest=0.5)
    press("shift+Down", "shift+Right", rest=0.5)
    press("3", rest=0.5)
    press("alt+6", rest=2)
    press("ctrl+s")

    assert changed_on_disk(overview, before_bytes)
    after = open_document(overview).document
    codes = [legend.code for legend in before.document.palette.judgements]
    written = {place: entry for place, entry in after.content.entries.items() if entry != before.document.entry(*place)}
    edited = [place for place in written if written[place].text.plain.endswith(" en meer")]
    remarked = [place for place in written if any(each.text == "Klopt dit nog" for each in written[place].annotations)]
    assert edited == [(form, rows[len(KEYS)])]
    assert [each.author for place in remarked for each in written[place].annotations] == ["An"]
    block = {(name, key) for name in before.document.form_names[:2] for key in rows[:2]}
    assert {after.entry(*place).code for place in block} == {codes[2]}
    coded = [(form, key) for key in rows[2 : len(KEYS)]]
    assert [after.entry(*place).code for place in coded] == [codes[int(key) - 1] for key in KEYS[2:]]
    empty = list(set(written) - block - set(coded) - set(edited) - set(remarked))
    assert len(empty) == 1
    assert not before.document.entry(*empty[0]).filled
    assert after.entry(*empty[0]).code == codes[1]
