"""A process killed at any moment: the workbook is the old or the new one, whole, and at most a second of edits is lost."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from trajecto_desktop.services import recover
from trajecto_desktop.services.open_document import open_document

PROGRAM = Path(__file__).with_name("killed_process.py")
MOMENTS = int(os.environ.get("TRAJECTO_KILLS", "6"))
"""How many times a process is killed, each at another moment."""
PROMISE_S = 1.0

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="not checked: this system has no SIGKILL")


@dataclass
class Told:
    """What the process said before it was killed."""

    made: dict[int, float]
    saved: dict[int, str]


def run_and_kill(path: Path, state: Path, alive_s: float, changes_per_save: int) -> tuple[Told, float]:
    command = [sys.executable, str(PROGRAM), str(path), str(state), str(changes_per_save)]
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM.parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(alive_s)
        killed_at = time.time()
        process.kill()
        lines = [line.split() for line in process.stdout.read().splitlines()]
    made = {int(line[1]): float(line[2]) for line in lines if line[0] == "made" and len(line) == 3}
    saved = {int(line[1]): line[2] for line in lines if line[0] == "saved" and len(line) == 3 and len(line[2]) == 64}
    return Told(made, saved), killed_at


def number_in(text: str) -> int:
    return int(text.removeprefix("wijziging ")) if text.startswith("wijziging ") else 0


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_the_file_is_whole_and_the_last_second_at_most_is_lost(shared_dir: Path, tmp_path: Path, moment: int) -> None:
    path, state = tmp_path / "fiche.xlsx", tmp_path / "state"
    path.write_bytes((shared_dir / "fixtures" / "fiches" / "OCMW.xlsx").read_bytes())
    chance = random.Random(moment)
    told, killed_at = run_and_kill(path, state, chance.uniform(0.0, 2.5), chance.choice([1, 3, 10_000]))
    opened = open_document(path)
    form, key = opened.document.form_names[0], opened.document.characteristics[5].key
    in_file = number_in(opened.document.entry(form, key).text.plain)
    last_saved = max(told.saved, default=0)
    assert in_file >= last_saved
    if in_file == last_saved and last_saved:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == told.saved[last_saved]
    recovered = in_file
    for offer in recover.offers(state):
        taken = recover.take(offer, opened)
        assert taken.conflicts == ()
        recovered = number_in(opened.document.entry(form, key).text.plain)
    promised = max((number for number, at in told.made.items() if at < killed_at - PROMISE_S), default=0)
    assert recovered >= promised
    assert not [each for each in tmp_path.iterdir() if each.name.endswith("xlsx") and each != path]


def test_a_process_killed_twice_still_gives_its_work_back(shared_dir: Path, tmp_path: Path) -> None:
    path, state = tmp_path / "fiche.xlsx", tmp_path / "state"
    path.write_bytes((shared_dir / "fixtures" / "fiches" / "OCMW.xlsx").read_bytes())
    for _ in range(2):
        run_and_kill(path, state, 1.5, 10_000)
    found = recover.offers(state)
    assert len(found) == 2
    assert all(offer.fits and offer.lines for offer in found)
