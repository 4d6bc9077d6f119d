"""The fences between the floors: that they stand, and that they trip."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_the_import_layers_hold(project_dir: Path) -> None:
    done = lint(project_dir)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/text.py", "from trajecto_desktop.document import document", "Imports go down"),
        ("ooxml/package.py", "from trajecto_desktop.domain import text", "Imports go down"),
        ("document/document.py", "from trajecto_desktop.services import open_document", "Imports go down"),
        ("services/open_document.py", "import PySide6.QtCore", "Qt only in ui and app"),
        ("domain/text.py", "import openpyxl", "The file format only in ooxml and excel"),
        ("ui/bridge.py", "import lxml.etree", "The file format only in ooxml and excel"),
    ],
)
def test_a_forbidden_import_trips_the_fence(
    project_dir: Path, tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copytree(
        project_dir / "trajecto_desktop", tmp_path / "trajecto_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(project_dir / "pyproject.toml", tmp_path)
    file = tmp_path / "trajecto_desktop" / module
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    done = lint(tmp_path)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout
