"""A file without a legend: exports explain the codes that are used, and say that the legend is not the file's own."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import PatternFill

from trajecto_desktop.document.document import Document
from trajecto_desktop.domain.colour import PARALLEL, UNCLEAR
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, legend_items
from trajecto_desktop.services.export_docx import docx_bytes
from trajecto_desktop.services.export_html import html_bytes
from trajecto_desktop.services.export_text import ReportRequest
from trajecto_desktop.services.export_words import Words
from trajecto_desktop.services.figure_svg import svg_text
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.provenance import Provenance
from trajecto_desktop.shipped import samples

NOTE = "Het bestand heeft geen legende"
_LABELS = ("parallel", "informatie", "bepalingen", "kernelementen", "Legende", "verwijderen")


@pytest.fixture
def bare(tmp_path: Path) -> Document:
    """A sample fiche whose legend was taken away."""
    book = openpyxl.load_workbook(samples() / "fiche_1G1P.xlsx", rich_text=True)
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows(min_row=1, max_row=7) for cell in row):
            if any(word in str(cell.value or "") for word in _LABELS) and not isinstance(cell, MergedCell):
                cell.value, cell.fill = None, PatternFill()
    path = tmp_path / "kaal.xlsx"
    book.save(path)
    return open_document(path).document


def labels(document: Document) -> list[str]:
    items = legend_items(document, document.characteristics, document.form_names, Words("nl"))
    return [item.entry.code for item in items if item.entry is not None]


def test_only_the_codes_that_are_used_are_explained(bare: Document) -> None:
    used = {entry.code for _, entry in bare.entries()}
    assert bare.palette.is_assumed
    assert PARALLEL in used
    assert set(labels(bare)) <= used
    assert len(labels(bare)) < len(bare.palette.judgements) or used >= {code.code for code in bare.palette.judgements}
    row = next(row for row in bare.characteristics if bare.entry("1G1P", row.key).code == PARALLEL)
    items = legend_items(bare, [row], ["1G1P"], Words("nl"))
    assert [item.entry.code for item in items if item.entry is not None] == [PARALLEL]


def test_every_export_says_that_the_legend_is_not_the_files_own(bare: Document) -> None:
    request = ReportRequest()
    figure = draw_figure(bare, FigureRequest(), Provenance(()))
    assert NOTE in svg_text(figure.pages[0], figure)
    word = docx.Document(io.BytesIO(docx_bytes(bare, request, Provenance(()))))
    assert any(NOTE in paragraph.text for paragraph in word.paragraphs)
    assert NOTE in html_bytes(bare, request, Provenance(())).decode()


def test_a_file_with_a_legend_has_it_whole_and_says_nothing() -> None:
    document = open_document(samples() / "fiche_1G1P.xlsx").document
    assert not document.palette.is_assumed
    assert UNCLEAR in labels(document)
    assert len(labels(document)) == len(document.palette.judgements)
    assert NOTE not in html_bytes(document, ReportRequest(), Provenance(())).decode()


def test_an_empty_file_without_a_legend_explains_nothing(bare: Document) -> None:
    for (form, key), entry in list(bare.entries()):
        bare.apply(bare.change_entry(form, key, replace(entry, code=None, shade=None, hatched=False)))
    assert labels(bare) == []
    word = docx.Document(io.BytesIO(docx_bytes(bare, ReportRequest(), Provenance(()))))
    assert word.tables
