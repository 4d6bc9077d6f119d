"""The headless face as a test uses it, and the checker that tells whether a save touched anything else."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from trajecto_desktop.cli import run


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Trajecto = Callable[..., Outcome]
OnlyChanged = Callable[[Path, Path, Iterable[tuple[str, str, str]]], list[str]]


@pytest.fixture
def trajecto(capfdbinary: pytest.CaptureFixture[bytes]) -> Trajecto:
    """Run a command in this process."""

    def command(*arguments: object) -> Outcome:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8"), err.decode("utf-8"))

    return command


@pytest.fixture(scope="session")
def checker(shared_dir: Path) -> ModuleType:
    """The fidelity checker beside the project."""
    path = shared_dir / "tools" / "xlsx_fidelity.py"
    spec = importlib.util.spec_from_file_location("xlsx_fidelity", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["xlsx_fidelity"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def only_changed(checker: ModuleType) -> OnlyChanged:
    """What else than the edits (sheet, cell, aspects joined by +) differs between two workbooks."""

    def compare(before: Path, after: Path, edits: Iterable[tuple[str, str, str]]) -> list[str]:
        wanted = [{"sheet": sheet, "cell": cell, "what": what.split("+")} for sheet, cell, what in edits]
        return [str(each) for each in checker.compare(str(before), str(after), checker.load_edits(wanted)).findings]

    return compare


@pytest.fixture
def sample(project_dir: Path) -> Path:
    """The overview that the project ships."""
    return project_dir / "samples" / "overzicht_voorbeeld.xlsx"


@pytest.fixture
def sample_fiche(project_dir: Path) -> Path:
    """A fiche that the project ships."""
    return project_dir / "samples" / "fiche_Trajectgezel.xlsx"


@pytest.fixture
def overview(shared_dir: Path) -> Path:
    """The team's own overview."""
    return shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx"
