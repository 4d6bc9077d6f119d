"""The two commands of the README, as far as they can be tried on a machine that is set up already."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start(project_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "trajecto_desktop.app", *arguments]
    return subprocess.run(
        command, cwd=project_dir, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_without_a_display_the_window_says_so_in_one_sentence_and_shows_the_other_way(project_dir: Path) -> None:
    if not sys.platform.startswith("linux"):
        return
    done = start(project_dir, "samples/overzicht_voorbeeld.xlsx")
    assert done.returncode == 3
    assert "trajecto inspect" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_the_start_command_opens_the_sample_overview(project_dir: Path) -> None:
    words = (project_dir / "tools" / "start.py").read_text(encoding="utf-8")
    assert "overzicht_voorbeeld.xlsx" in words
    assert (project_dir / "samples" / "overzicht_voorbeeld.xlsx").is_file()
    readme = (project_dir / "README.md").read_text(encoding="utf-8")
    assert "python3 tools/start.py" in readme
    assert "python3 tools/test.py" in readme


def test_help_ends_without_opening_a_window(project_dir: Path) -> None:
    done = start(project_dir, "--help")
    assert done.returncode == 0
    assert "--screenshot" in done.stdout
