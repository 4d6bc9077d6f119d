"""Reports hold what the document holds, in structures that others can read and edit."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from made_documents import made_document
from made_reports import EVERYTHING, MADE_FROM, hostile_document, made

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, contrast
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run, RunStyle
from trajecto_desktop.errors import UnsupportedExportError, WorkStoppedError
from trajecto_desktop.services.export_report import REPORT_FORMATS, export_report
from trajecto_desktop.services.export_text import ReportRequest, pieces
from trajecto_desktop.services.long_work import Waiter, waited_for_by


@pytest.mark.parametrize("ending", [e[1:] for e in REPORT_FORMATS])
def test_the_same_document_gives_the_same_bytes(ending: str) -> None:
    assert made(ending) == made(ending)


@pytest.mark.parametrize("ending", [e[1:] for e in REPORT_FORMATS])
def test_strange_characters_and_an_empty_document_are_no_obstacle(ending: str) -> None:
    assert made(ending, hostile_document())
    assert made(ending, Document(Content("overview", DEFAULT_PALETTE)), ReportRequest(language="en"))


@pytest.mark.parametrize("ending", [e[1:] for e in REPORT_FORMATS])
def test_each_export_stops_when_who_waits_says_so_and_writes_nothing(tmp_path: Path, ending: str) -> None:
    waiter = Waiter()
    waiter.stop()
    with waited_for_by(waiter), pytest.raises(WorkStoppedError):
        export_report(made_document(), EVERYTHING, MADE_FROM, tmp_path / f"uit.{ending}")
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedExportError, match=r"\.docx"):
        export_report(made_document(), EVERYTHING, MADE_FROM, tmp_path / "uit.odt")
    assert list(tmp_path.iterdir()) == []


# Word


def word(request: ReportRequest = EVERYTHING, document: Document | None = None) -> Any:
    return docx.Document(io.BytesIO(made("docx", document, request)))


def test_a_word_report_has_headings_for_forms_and_groups() -> None:
    headings = [(p.style.name, p.text) for p in word().paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert headings[:5] == [
        ("Title", "Fiches"),
        ("Heading 1", "Legende"),
        ("Heading 1", "1G1P"),
        ("Heading 2", "Aandachtspunten, opmerkingen vooraf"),
        ("Heading 2", "Doelgroep(en)"),
    ]


def test_header_rows_of_tables_repeat_and_tables_have_a_name_for_screen_readers() -> None:
    for table in word().tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_a_word_report_is_in_the_language_of_its_words() -> None:
    for language, tag in (("nl", "nl-BE"), ("en", "en-GB")):
        report = word(ReportRequest(language=language))
        defaults = report.styles.element.find(qn("w:docDefaults"))
        assert {lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))} == {tag}
        assert report.core_properties.language == tag
    assert "Original formulation" in word(ReportRequest(language="en")).tables[1].rows[0].cells[1].text


def test_an_entry_keeps_its_remark_colour_and_is_judged_in_word_mark_and_colour() -> None:
    row = word().tables[1].rows[1].cells
    assert [cell.text for cell in row] == [
        "gezin\nArt. 12, 3°",
        "Art. 12: 3°",
        "elk gezin > navragen",
        "● parallel met TO in kaderdecreet Vroeg en nabij",
    ]
    remark = row[2].paragraphs[0].runs[1]
    assert (remark.text, str(remark.font.color.rgb), remark.italic) == (" > navragen", "C00000", True)
    assert row[3]._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "A9D08E"
    hatched = word().tables[1].rows[2].cells[3]
    assert hatched.text.endswith("gearceerd")
    assert hatched._tc.tcPr.find(qn("w:shd")).get(qn("w:val")) == "thinDiagStripe"


def test_feedback_sources_and_decree_come_only_when_asked() -> None:
    def text(request: ReportRequest) -> str:
        report = word(request)
        return "\n".join(c.text for t in report.tables for r in t.rows for c in r.cells)

    bare = text(ReportRequest(parts=frozenset()))
    assert not any(word in bare for word in ("A. Voorbeeld", "Visietekst", "Art. 12: 3°"))
    full = text(EVERYTHING)
    assert "vraag · open · A. Voorbeeld (Opgroeien), 2025-03-04: Geldt dit overal?" in full
    assert "antwoord · B. Voorbeeld, 2025-03-05: In twee regio's." in full
    assert "Bronnen: Visietekst" in full
    assert "Opmerkingen: zie wet" in full
    assert "A. Voorbeeld" not in text(ReportRequest())


def test_a_word_report_of_several_forms_has_contents_that_lead_to_each_of_them() -> None:
    report = word()
    body = report.element.body
    bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    assert ["".join(t.text for t in link.iter(qn("w:t"))).strip() for link in links] == [
        "1G1P",
        "OCMW",
        "Zorgcoördinatie",
    ]
    assert {link.get(qn("w:anchor")) for link in links} == bookmarks
    assert [code.text.split()[0] for code in body.iter(qn("w:instrText"))] == ["PAGEREF"] * 3
    assert not list(word(ReportRequest(forms=("OCMW",))).element.body.iter(qn("w:hyperlink")))


def test_each_page_of_a_word_report_says_whose_fiche_it_is() -> None:
    heads = [section.header.paragraphs[0].text for section in word().sections]
    assert heads == ["", "1G1P", "OCMW", "Zorgcoördinatie"]
    assert all(section.orientation == WD_ORIENT.LANDSCAPE for section in word().sections)


def test_what_is_not_filled_in_can_be_left_out() -> None:
    def rows(request: ReportRequest) -> list[str]:
        return [row.cells[-1].text for table in word(request).tables[1:] for row in table.rows[1:]]

    everything, filled = rows(ReportRequest()), rows(ReportRequest(filled_only=True))
    assert "niet ingevuld" in everything
    assert "niet ingevuld" not in filled
    assert [text for text in everything if text != "niet ingevuld"] == filled
    assert b"niet ingevuld</span>" in made("html", request=ReportRequest())
    assert b"niet ingevuld</span>" not in made("html", request=ReportRequest(filled_only=True))


def test_a_row_stays_on_one_page_unless_it_is_very_high() -> None:
    row = Characteristic("k", "G", adapted=RichText.plain_text("kenmerk"))
    content = Content("overview", DEFAULT_PALETTE, [SupportForm("A"), SupportForm("B")], [row])
    content.entries[("A", "k")] = Entry(RichText.plain_text("kort"), code="parallel")
    content.entries[("B", "k")] = Entry(RichText.plain_text("een lange tekst van woorden " * 300), code="parallel")
    short, long = (table.rows[1]._tr for table in word(document=Document(content)).tables[1:])
    assert short.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert long.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_a_characteristic_without_a_wording_of_its_own_is_named_all_the_same() -> None:
    row = Characteristic("k", "G", RichText.plain_text("Art. 12: iets van het decreet"))
    content = Content("overview", DEFAULT_PALETTE, [SupportForm("A")], [row])
    first = word(ReportRequest(parts=frozenset()), Document(content)).tables[1].rows[1].cells[0].text
    assert "iets van het decreet" in first


def shaded_document() -> Document:
    row = Characteristic("k", "G", adapted=RichText.plain_text("kenmerk"))
    content = Content("overview", DEFAULT_PALETTE, [SupportForm("A"), SupportForm("B")], [row])
    content.entries[("A", "k")] = Entry(RichText.plain_text("tekst"), shade="#FF00FF")
    content.entries[("B", "k")] = Entry(RichText.plain_text("tekst"), code="parallel", hatched=True)
    return Document(content)


def test_the_legend_explains_each_sign_that_the_fiches_use_and_no_other() -> None:
    def explained(document: Document) -> list[str]:
        return [row.cells[1].text for row in word(document=document).tables[0].rows[1:]]

    assert explained(shaded_document())[-2:] == [
        "gearceerd: slechts gedeeltelijk, of verder gespecificeerd",
        "kleur buiten de legende",
    ]
    plain = Document(Content("overview", DEFAULT_PALETTE, [SupportForm("A")], [Characteristic("k", "G")]))
    assert explained(plain) == [entry.label for entry in DEFAULT_PALETTE.judgements]


def test_a_colour_outside_the_legend_is_shown_as_it_is() -> None:
    cell = word(document=shaded_document()).tables[1].rows[1].cells[-1]
    assert cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "FF00FF"
    assert cell.text == "◇ kleur buiten de legende"
    assert b"background-color:#FF00FF" in made("html", shaded_document())


def test_one_form_makes_one_fiche() -> None:
    report = word(ReportRequest(forms=("OCMW",)))
    assert [p.text for p in report.paragraphs if p.style.name == "Heading 1"] == ["Legende", "OCMW"]
    assert report.core_properties.title == "Fiche OCMW"


# PDF


def test_a_pdf_report_is_tagged_with_headings_and_tables(tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("not checked: poppler-utils are not on this machine")
    target = tmp_path / "uit.pdf"
    target.write_bytes(made("pdf"))
    # Attribute values that are no text come as raw bytes.
    command = ["pdfinfo", "-struct-text", target]
    outline = subprocess.run(command, capture_output=True, text=True, errors="replace", check=True).stdout
    tags = Counter(re.findall(r"^\s*(H1|H2|Table|TH|TD)\b", outline, re.MULTILINE))
    assert (tags["H1"], tags["Table"]) == (5, 7)  # legend, contents and three forms; legend and two groups a form
    assert tags["TH"] == 2 + 6 * 4
    text = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True).stdout
    assert "elk gezin > navragen" in text
    assert "Gemaakt uit overzicht.xlsx" in text
    assert b"nl-BE" in target.read_bytes()


def test_pieces_of_a_bright_remark_are_darkened_until_they_read() -> None:
    bright = RichText.of((Run("gewoon "), Run("fel", RunStyle(colour="#FFFF00"))))
    plain, remark = pieces(bright)
    assert plain.colour is None
    assert remark.colour is not None
    assert contrast(remark.colour, "#FFFFFF") >= 4.5
