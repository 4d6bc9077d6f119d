"""The committed samples are what their source says, and the program reads them back right."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from trajecto_desktop.domain.findings import Rule, Severity
from trajecto_desktop.domain.text import RichText, RunRole
from trajecto_desktop.services.open_document import open_document


@pytest.fixture(scope="module")
def tool(project_dir: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", project_dir / "tools" / "make_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_samples"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def meaning(text: RichText | None) -> list[tuple[str, RunRole]] | None:
    return None if text is None else [(run.text, run.role) for run in text.runs]


def test_the_committed_samples_are_what_the_source_says(tool: ModuleType) -> None:
    assert tool.outdated() == []


def test_making_the_samples_twice_gives_the_same_bytes(tool: ModuleType) -> None:
    assert tool.make() == tool.make()


def test_a_changed_source_is_noticed(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "REMARK_COLOUR", "#0000FF")
    assert "overzicht_voorbeeld.xlsx" in tool.outdated()


def test_every_sample_has_a_line_in_the_readme(project_dir: Path) -> None:
    lines = (project_dir / "samples" / "README.md").read_text(encoding="utf-8")
    for path in (project_dir / "samples").glob("*.xlsx"):
        assert f"- `{path.name}`:" in lines


@pytest.mark.parametrize(
    "name", ["overzicht_voorbeeld", "fiche_1G1P", "fiche_Buddy_s", "fiche_Trajectgezel"], ids=lambda name: name
)
def test_a_sample_reads_back_as_its_source(tool: ModuleType, project_dir: Path, name: str) -> None:
    source, _ = tool.read_source()
    document = open_document(project_dir / "samples" / f"{name}.xlsx").document
    is_fiche = name.startswith("fiche")
    assert document.layout == ("fiche" if is_fiche else "overview")
    assert [each.key for each in document.characteristics] == [each.key for each in source.characteristics]
    assert [each.additional for each in document.characteristics] == [e.additional for e in source.characteristics]
    for (form, key), expected in source.entries.items():
        if form not in document.form_names:
            assert is_fiche
            continue
        entry = document.entry(form, key)
        assert meaning(entry.text) == meaning(expected.text), (form, key)
        assert meaning(entry.short_text) == meaning(expected.short_text), (form, key)
        if expected.shade is None:
            assert (entry.code, entry.hatched, entry.shade) == (expected.code, expected.hatched, None), (form, key)
        else:
            assert entry.shade == expected.shade
        if is_fiche:
            assert meaning(entry.remarks) == meaning(expected.remarks)
            assert meaning(entry.sources) == meaning(expected.sources)


def test_the_sample_overview_has_something_for_every_place(project_dir: Path) -> None:
    document = open_document(project_dir / "samples" / "overzicht_voorbeeld.xlsx").document
    entries = [entry for _, entry in document.entries()]
    assert len(document.forms) == 24
    assert {entry.code for entry in entries} >= {each.code for each in document.palette.judgements}
    assert any(entry.hatched for entry in entries)
    assert any(entry.short_text is not None for entry in entries)
    assert any(run.role is RunRole.REMARK for entry in entries for run in entry.text.runs)
    assert any(run.role is RunRole.COMPLETENESS for entry in entries for run in entry.text.runs)
    assert any(formulation.adopted for each in document.content.conversions for formulation in each.formulations)
    assert document.content.sources
    assert {finding.rule for finding in document.findings} >= {Rule.COLOUR_DRIFT, Rule.UNKNOWN_COLOUR}
    assert not [finding for finding in document.findings if finding.severity is Severity.ERROR]
