"""The Python face, as a script uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trajecto_desktop.api import DocumentError, SaveError, open_document
from trajecto_desktop.errors import UsageError


def test_a_script_reads_changes_and_saves(sample: Path, tmp_path: Path) -> None:
    document = open_document(sample)
    assert document.layout == "overview"
    assert len(document.forms) == 24
    key = next(each.key for each in document.characteristics if document.entry("1G1P", each.key).code == "parallel")
    document.set_code("1G1P", key, "partial")
    document.set_hatched("1G1P", key, True)
    document.set_text("1G1P", key, "Een nieuwe tekst")
    document.set_short_text("1G1P", key, "Nieuw")
    remark = document.annotate("1G1P", key, "Klopt dit?", kind="vraag", author="An Voorbeeld", organisation="VAPH")
    assert document.modified
    report = document.save(tmp_path / "nieuw.xlsx")
    assert {sheet for sheet, _ in report.cells} == set(document.cells("1G1P", key))
    assert not document.modified
    assert document.path == tmp_path / "nieuw.xlsx"
    again = open_document(str(tmp_path / "nieuw.xlsx"))
    entry = again.entry("1G1P", key)
    assert entry.short_text is not None
    assert (entry.text.plain, entry.short_text.plain) == ("Een nieuwe tekst", "Nieuw")
    assert (entry.code, entry.hatched) == ("partial", True)
    [found] = entry.annotations
    assert (found.text, found.author, found.organisation) == (remark.text, remark.author, remark.organisation)


def test_remarks_of_several_saves_all_stay(sample_fiche: Path, tmp_path: Path) -> None:
    document = open_document(sample_fiche)
    form, key = document.forms[0], document.characteristics[0].key
    for number in range(3):
        document.annotate(form, key, f"opmerking {number}", kind="opmerking", author="An Voorbeeld")
        document.save(tmp_path / "fiche.xlsx")
    said = [
        text
        for each in open_document(tmp_path / "fiche.xlsx").entry(form, key).annotations
        for text in (each.text, *(reply.text for reply in each.replies))
    ]
    assert said == ["opmerking 0", "opmerking 1", "opmerking 2"]


def test_a_file_that_cannot_be_read_is_a_document_error_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        open_document(tmp_path / "weg.xlsx")
    assert "weg.xlsx" in caught.value.message("nl")
    assert "weg.xlsx" in str(caught.value)


def test_a_place_that_cannot_be_written_is_a_save_error(sample_fiche: Path, tmp_path: Path) -> None:
    document = open_document(sample_fiche)
    document.set_text(document.forms[0], document.characteristics[0].key, "x")
    with pytest.raises(SaveError):
        document.save(tmp_path / "weg" / "fiche.xlsx")


def test_what_the_file_does_not_have_is_a_usage_error(sample_fiche: Path) -> None:
    document = open_document(sample_fiche)
    form, key = document.forms[0], document.characteristics[0].key
    with pytest.raises(UsageError):
        document.set_code(form, key, "groen")
    with pytest.raises(UsageError):
        document.entry("geen vorm", key)
    with pytest.raises(UsageError):
        document.entry(form, "geen kenmerk")
    with pytest.raises(ValueError, match="klacht"):
        document.annotate(form, key, "x", kind="klacht", author="An")


def test_the_python_face_imports_no_qt() -> None:
    code = "import sys, trajecto_desktop.api; print('PySide6' in sys.modules, 'openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout.split() == [b"False", b"False"]


def test_a_text_that_is_none_is_refused_where_it_is_given(sample_fiche: Path) -> None:
    document = open_document(sample_fiche)
    form, key = document.forms[0], document.characteristics[0].key
    for change in (
        lambda: document.set_text(form, key, 5),  # type: ignore[arg-type]
        lambda: document.set_short_text(form, key, ["kort"]),  # type: ignore[arg-type]
        lambda: document.annotate(form, key, b"vraag", kind="vraag", author="An Voorbeeld"),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match="a text is a str"):
            change()
    assert not document.modified
