"""What every test may use: the shared material beside the project, and the programs results are opened with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
_SOFFICE_SECONDS = 180


@pytest.fixture(scope="session")
def project_dir() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The shared fixtures, corpus and tools beside the project; without them the test says what it could not check."""
    if not SHARED.is_dir():
        pytest.skip(f"not checked: the shared fixtures and corpus are not at {SHARED}")
    return SHARED


def _run_whole(command: list[str]) -> None:
    """Run a program; when it takes too long, end what it started too: LibreOffice's starter leaves the program itself behind."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            code = running.wait(_SOFFICE_SECONDS)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(running.pid, signal.SIGKILL)
            running.kill()
            raise
    assert code == 0, f"{command} ended with {code}"


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Convert a file with LibreOffice in a profile of its own; gives the new file's path."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("not checked: LibreOffice (soffice) is not on this machine")
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(source: Path, ending: str) -> Path:
        target = tmp_path_factory.mktemp("converted")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(target),
            str(source),
        ]
        _run_whole(command)
        made = list(target.iterdir())
        assert len(made) == 1, f"LibreOffice made {made} from {source}"
        return made[0]

    return convert
