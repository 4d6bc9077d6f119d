"""An export says where it comes from, in every format, and whether it is out of date."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import made_document

from trajecto_desktop.errors import FileUnavailableError
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, save_figure
from trajecto_desktop.services.export_report import export_report
from trajecto_desktop.services.export_text import ReportRequest
from trajecto_desktop.services.provenance import (
    Cause,
    Provenance,
    SourceFile,
    Verdict,
    _from_mark,
    read_provenance,
    standing,
)

FORMATS = ["docx", "pdf", "html", "pptx", "csv", "json", "svg", "png", "figure.pdf"]


def export(target: Path, provenance: Provenance) -> Path:
    if target.suffix in (".svg", ".png") or ".figure" in target.name:
        return save_figure(draw_figure(made_document(), FigureRequest(), provenance), target)[0]
    return export_report(made_document(), ReportRequest(), provenance, target)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / 'overzicht – één & "twee".xlsx'
    path.write_bytes(b"first state")
    return path


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_gives_its_provenance_back(ending: str, tmp_path: Path, source: Path) -> None:
    made = Provenance.of(source)
    assert read_provenance(export(tmp_path / f"uit.{ending}", made)) == made


@pytest.mark.parametrize("ending", FORMATS)
def test_several_sources_and_unsaved_changes_are_recorded_too(ending: str, tmp_path: Path) -> None:
    sources = tuple(SourceFile(f"fiche {i}.xlsx", f"{i:064x}", "2025-01-02T03:04:05Z") for i in range(24))
    made = Provenance(sources, "0.9.1", unsaved=True)
    assert read_provenance(export(tmp_path / f"uit.{ending}", made)) == made


def test_an_export_is_current_until_its_source_changes(tmp_path: Path, source: Path) -> None:
    made = export(tmp_path / "uit.html", Provenance.of(source))
    assert standing(made, [source]).verdict is Verdict.CURRENT
    source.write_bytes(b"second state")
    os.utime(source, (2_000_000_000, 2_000_000_000))
    found = standing(made, [source])
    assert found.verdict is Verdict.OUTDATED
    assert [reason.cause for reason in found.reasons] == [Cause.SOURCE_CHANGED]
    assert "2033-05-18" in found.reasons[0].sentence("nl")
    assert "has changed" in found.reasons[0].sentence("en")


def test_a_source_under_another_name_is_known_by_its_content(tmp_path: Path, source: Path) -> None:
    made = export(tmp_path / "uit.json", Provenance.of(source))
    renamed = source.rename(tmp_path / "anders.xlsx")
    assert standing(made, [renamed]).verdict is Verdict.CURRENT
    renamed.write_bytes(b"changed")
    assert standing(made, [renamed]).verdict is Verdict.OUTDATED


def test_without_its_source_nothing_can_be_said(tmp_path: Path, source: Path) -> None:
    made = export(tmp_path / "uit.csv", Provenance.of(source))
    found = standing(made, [])
    assert (found.verdict, found.reasons[0].cause) == (Verdict.UNKNOWN, Cause.SOURCE_NOT_GIVEN)


def test_changes_that_were_not_saved_then_cannot_be_compared(tmp_path: Path, source: Path) -> None:
    made = export(tmp_path / "uit.svg", Provenance.of(source, unsaved=True))
    assert standing(made, [source]).verdict is Verdict.UNKNOWN


def test_another_version_alone_makes_nothing_outdated(tmp_path: Path, source: Path) -> None:
    made = export(tmp_path / "uit.svg", Provenance((SourceFile.of(source),), "0.0.1"))
    found = standing(made, [source])
    assert (found.verdict, [r.cause for r in found.reasons]) == (Verdict.CURRENT, [Cause.OTHER_VERSION])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rest", b"a,b\r\n1,2\r\n", b"\xff\xfe", b"trajecto-provenance:AAAA;"])
def test_a_file_of_others_has_no_provenance(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "vreemd.bin"
    path.write_bytes(data)
    assert standing(path, []).verdict is Verdict.UNKNOWN


@given(st.binary(max_size=80))
def test_a_damaged_mark_is_no_mark(data: bytes) -> None:
    assert _from_mark(data) is None or isinstance(_from_mark(data), Provenance)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnavailableError, match=r"weg\.svg"):
        read_provenance(tmp_path / "weg.svg")
    with pytest.raises(FileUnavailableError, match=r"weg\.xlsx"):
        SourceFile.of(tmp_path / "weg.xlsx")


def test_the_footer_names_file_state_and_program() -> None:
    made = Provenance((SourceFile("a.xlsx", "0123456789" * 6 + "abcd", "2025-06-01T08:00:00Z"),), "0.1.0")
    assert made.line("nl") == "Gemaakt uit a.xlsx (01234567, stand 2025-06-01) met Trajecto Desktop 0.1.0"
    assert made.line("en") == "Made from a.xlsx (01234567, as of 2025-06-01) with Trajecto Desktop 0.1.0"
