"""Reports, slides, web page and data hold what the document holds, in structures that others can read and edit."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made_documents import made_document
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, contrast
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run, RunStyle
from trajecto_desktop.errors import Language, UnsupportedExportError
from trajecto_desktop.services.export_data import csv_bytes, json_bytes
from trajecto_desktop.services.export_html import DARK_PAPER
from trajecto_desktop.services.export_report import REPORT_FORMATS, export_data, export_report, report_bytes
from trajecto_desktop.services.export_text import CSV_STYLES, PARTS, CsvStyle, ReportRequest, pieces, readable_shade
from trajecto_desktop.services.provenance import CSV_COLUMNS, Provenance, SourceFile
from trajecto_desktop.services.slide_plan import form_blocks

MADE_FROM = Provenance((SourceFile("overzicht.xlsx", "ab" * 32, "2025-06-01T08:00:00Z"),), "0.1.0")
EVERYTHING = ReportRequest(parts=frozenset(PARTS))
HOSTILE = '</script><script>alert(1)</script> "#" \\ $x$ #evil() _x000B_ \x0b\x00 \ufffe é 😀 & <b>'


def made(ending: str, document: Document | None = None, request: ReportRequest = EVERYTHING) -> bytes:
    return report_bytes(document or made_document(), request, MADE_FROM, Path(f"uit.{ending}"))


def hostile_document() -> Document:
    row = Characteristic(HOSTILE, HOSTILE, RichText.plain_text(HOSTILE), RichText.plain_text(HOSTILE))
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(HOSTILE)], [row])
    content.entries[(HOSTILE, HOSTILE)] = Entry(RichText.plain_text(HOSTILE), code="parallel", hatched=True)
    return Document(content)


@pytest.mark.parametrize("ending", [e[1:] for e in REPORT_FORMATS])
def test_the_same_document_gives_the_same_bytes(ending: str) -> None:
    assert made(ending) == made(ending)


@pytest.mark.parametrize("ending", [e[1:] for e in REPORT_FORMATS])
def test_strange_characters_and_an_empty_document_are_no_obstacle(ending: str) -> None:
    assert made(ending, hostile_document())
    assert made(ending, Document(Content("overview", DEFAULT_PALETTE)), ReportRequest(language="en"))


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


# Slides


def deck(document: Document | None = None, request: ReportRequest = EVERYTHING) -> Any:
    return pptx.Presentation(io.BytesIO(made("pptx", document, request)))


def table_of(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_table)


def test_each_group_has_a_wide_slide_with_a_native_table() -> None:
    slides = deck()
    assert slides.slide_width / slides.slide_height == pytest.approx(16 / 9)
    assert [slide.shapes.title.text for slide in slides.slides] == ["Doelgroep(en)", "Ander principe"]
    cells = [[cell.text for cell in row.cells] for row in table_of(slides.slides[0]).table.rows]
    assert cells == [
        ["Kenmerk", "1G1P", "OCMW", "Zorgcoördinatie", "ingevuld"],
        ["gezin", "●", "○", "≡", "3/3"],
        ["kind", "◐", "?", "?", "2/3 (1 ?)"],
    ]


def test_notes_name_the_forms_behind_each_number_and_the_source() -> None:
    notes = deck().slides[0].notes_slide.notes_text_frame.text
    assert "kind: 2/3 (w.o. 1 ?)" in notes
    assert "ingevuld: 1G1P, Zorgcoördinatie" in notes
    assert "Gemaakt uit overzicht.xlsx" in notes


def many(forms: int, rows: int) -> Document:
    kinds = [
        Characteristic(
            f"k{i}",
            "Een rubriek",
            adapted=RichText.plain_text("kenmerk met veel woorden " * (i % 5 + 1)),
        )
        for i in range(rows)
    ]
    content = Content(
        "overview", DEFAULT_PALETTE, [SupportForm(f"Ondersteuningsvorm {i}") for i in range(forms)], kinds
    )
    for form in content.forms:
        for row in kinds:
            content.entries[(form.name, row.key)] = Entry(RichText.plain_text("x"), code="unclear", hatched=True)
    return Document(content)


@pytest.mark.parametrize(("forms", "rows"), [(1, 1), (24, 30), (70, 12)])
def test_nothing_on_a_slide_lies_over_the_legend_or_outside(forms: int, rows: int) -> None:
    slides = deck(many(forms, rows))
    cells = 0
    for slide in slides.slides:
        table = table_of(slide)
        legend = min(shape.top for shape in slide.shapes if shape.name.startswith("Legende"))
        assert slide.shapes.title.top + slide.shapes.title.height <= table.top
        assert table.top + sum(row.height for row in table.table.rows) <= legend
        assert sum(column.width for column in table.table.columns) + table.left <= slides.slide_width
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= slides.slide_width
            assert shape.top + shape.height <= slides.slide_height
        counts = 0 if forms == 1 else 1
        cells += (len(table.table.rows) - 1) * (len(table.table.columns) - 1 - counts)
    assert cells == forms * rows


def test_each_slide_has_its_number_as_a_field_in_its_placeholder() -> None:
    for number, slide in enumerate(deck(many(24, 40)).slides, 1):
        placeholder = next(p for p in slide.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
        field = placeholder._element.find(f".//{qn('a:fld')}")
        assert field.get("type") == "slidenum"
        assert placeholder.text_frame._txBody.findtext(f".//{qn('a:t')}") == str(number)
        assert len({shape.shape_id for shape in slide.shapes}) == len(slide.shapes)


def test_tables_use_a_style_of_thin_lines_that_is_in_the_deck() -> None:
    slides = deck()
    style = table_of(slides.slides[0]).table._tbl.tblPr.find(qn("a:tableStyleId")).text
    listed = slides.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES).blob
    assert style in {each.get("styleId") for each in etree.fromstring(listed)}


def sizes_of_labels(slides: Any) -> set[float]:
    return {
        row.cells[0].text_frame.paragraphs[0].runs[0].font.size.pt
        for s in slides.slides
        for row in table_of(s).table.rows
    }


def test_a_table_that_leaves_room_on_its_slide_is_larger() -> None:
    assert max(sizes_of_labels(deck(many(24, 2)))) > max(sizes_of_labels(deck(many(24, 60))))


def test_a_long_word_is_not_cut_in_the_text_of_a_slide() -> None:
    row = Characteristic("k", "G", adapted=RichText.plain_text("samenwerkingsverbandsverantwoordelijkheid" * 2))
    document = Document(Content("overview", DEFAULT_PALETTE, [SupportForm(f"Vorm {i}") for i in range(24)], [row]))
    assert table_of(deck(document).slides[0]).table.cell(1, 0).text == row.adapted.plain


def test_names_of_few_forms_stand_straight_on_a_slide() -> None:
    for forms, turned in ((3, False), (24, True)):
        head = table_of(deck(many(forms, 3)).slides[0]).table.rows[0].cells[1]
        assert (head._tc.tcPr.get("vert") == "vert270") is turned


def test_a_group_that_takes_more_slides_is_shared_out_evenly() -> None:
    numbers = [len(table_of(slide).table.rows) - 1 for slide in deck(many(24, 25)).slides]
    assert len(numbers) > 1
    assert sum(numbers) == 25
    assert max(numbers) - min(numbers) <= 4


names_of_any_length = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80).filter(
    str.strip
)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(names_of_any_length, min_size=1, max_size=30, unique=True),
    st.lists(names_of_any_length, min_size=1, max_size=20),
)
def test_whatever_the_names_are_no_table_reaches_the_legend(names: list[str], titles: list[str]) -> None:
    rows = [Characteristic(f"k{i}", "G", adapted=RichText.plain_text(title)) for i, title in enumerate(titles)]
    document = Document(Content("overview", DEFAULT_PALETTE, [SupportForm(name) for name in names], rows))
    for slide in deck(document).slides:
        table = table_of(slide)
        legend = min(shape.top for shape in slide.shapes if shape.name.startswith("Legende"))
        assert table.top + sum(row.height for row in table.table.rows) <= legend
        assert (
            table.left + sum(column.width for column in table.table.columns)
            <= slide.part.package.presentation_part.presentation.slide_width
        )


def test_forms_are_spread_evenly_over_slides() -> None:
    assert [len(block) for block in form_blocks([str(i) for i in range(70)])] == [24, 24, 22]


# Web page


class PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(document: Document | None = None, request: ReportRequest = EVERYTHING) -> PageReader:
    reader = PageReader()
    reader.feed(made("html", document, request).decode("utf-8"))
    return reader


def test_the_web_page_asks_for_nothing_from_elsewhere() -> None:
    for tag, attributes in page().tags:
        assert tag not in ("link", "img", "iframe", "object", "embed")
        assert attributes.get("src") is None
        assert (attributes.get("href") or "#").startswith("#")
    source = made("html").decode("utf-8")
    assert "url(" not in source
    assert "@import" not in source
    assert "default-src 'none'" in source


def test_every_link_of_the_web_page_leads_somewhere_and_ids_are_unique() -> None:
    tags = page().tags
    ids = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    assert max(ids.values()) == 1
    for _, attributes in tags:
        for name in ("href", "aria-labelledby", "aria-describedby"):
            if value := attributes.get(name):
                assert value.lstrip("#") in ids, value


def test_the_web_page_has_language_headings_and_table_headers() -> None:
    tags = page().tags
    assert dict(tags)["html"] == {"lang": "nl-BE"}
    assert all(attributes.get("scope") for tag, attributes in tags if tag == "th")
    assert [tag for tag, _ in tags if tag == "h1"] == ["h1"]
    assert "De kleurcodes zijn indicatief" in "".join(page().text)


def test_text_of_a_document_cannot_become_part_of_the_page() -> None:
    tags = page(hostile_document()).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert "alert(1)" in "".join(page(hostile_document()).text)


def test_remarks_on_the_web_page_read_on_a_light_and_on_a_dark_screen() -> None:
    styles = [attributes["style"] for tag, attributes in page().tags if tag == "span" and attributes.get("style")]
    assert styles
    for style in styles:
        light, dark = re.findall("#[0-9A-F]{6}", style or "")
        assert contrast(light, "#FFFFFF") >= 4.5
        assert contrast(dark, DARK_PAPER) >= 4.5
    assert DARK_PAPER.lower() in made("html").decode("utf-8")
    assert contrast(readable_shade("#000080", DARK_PAPER), DARK_PAPER) >= 4.5


def test_the_web_page_can_show_the_matrix_alone_and_leads_to_each_fiche() -> None:
    tags = page().tags
    assert {attributes.get("id") for tag, attributes in tags if tag == "select"} == {
        "f-form",
        "f-group",
        "f-code",
        "f-part",
    }
    assert [tag for tag, _ in tags].count("nav") == 1
    assert {"#f0", "#f1", "#f2"} <= {attributes.get("href") for tag, attributes in tags if tag == "a"}


def test_the_web_page_holds_feedback_only_when_asked() -> None:
    assert "A. Voorbeeld" in "".join(page().text)
    assert "A. Voorbeeld" not in "".join(page(request=ReportRequest()).text)


# Data


def test_csv_has_a_row_for_each_form_and_characteristic() -> None:
    data = csv_bytes(made_document(), EVERYTHING, MADE_FROM)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 3 * 4
    second = rows[1]
    assert (second["vorm"], second["sleutel"], second["code"]) == ("1G1P", "doelgroep-kind", "partial")
    assert (second["gearceerd"], second["ingevuld"], second["aanvullend"]) == ("1", "1", "0")
    assert second["label"] == "gedeeltelijk parallel met TO in kaderdecreet Vroeg en nabij"
    assert (second["decreet"], second["verwijzingen"], second["bronnen"]) == (
        "Mem., p. 22",
        "Mem., p. 22",
        "Visietekst",
    )
    assert (rows[0]["tekst"], rows[0]["beknopt"]) == ("elk gezin > navragen", "gezin")
    assert (rows[2]["feedback_aantal"], rows[2]["feedback_open"]) == ("1", "1")
    assert list(second)[-4:] == list(CSV_COLUMNS)


def test_csv_can_have_a_semicolon_and_no_mark_and_english_names() -> None:
    request = ReportRequest(language="en", table=CsvStyle(";", byte_order_mark=False))
    data = csv_bytes(made_document(), request, MADE_FROM)
    head = data.decode("utf-8").splitlines()[0].split(";")
    assert head[:4] == ["form", "group", "characteristic", "key"]
    assert "feedback" not in head


def test_csv_keeps_line_breaks_and_quotes_of_a_text() -> None:
    text = 'een "citaat"\nmet regel, en komma; en punt'
    content = Content("fiche", DEFAULT_PALETTE, [SupportForm("A")], [Characteristic("k", "G")])
    content.entries[("A", "k")] = Entry(RichText.plain_text(text))
    data = csv_bytes(Document(content), EVERYTHING, MADE_FROM).decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(data, newline="")))["tekst"] == text


def rows_for(reader: str, text: str) -> dict[str, str]:
    content = Content("fiche", DEFAULT_PALETTE, [SupportForm("A")], [Characteristic("k", "G")])
    content.entries[("A", "k")] = Entry(RichText.plain_text(text))
    data = csv_bytes(Document(content), ReportRequest(table=CSV_STYLES[reader]), MADE_FROM).decode("utf-8-sig")
    return next(csv.DictReader(io.StringIO(data, newline=""), delimiter=CSV_STYLES[reader].separator))


def test_a_text_that_looks_like_a_formula_is_disarmed_for_excel_and_untouched_for_r() -> None:
    for text in ("=1+1", "- eerste streepje", "+32", "@ergens", '=HYPERLINK("http://x")'):
        assert rows_for("excel", text)["tekst"] == f"'{text}"
        assert rows_for("r", text)["tekst"] == text
    assert rows_for("excel", "gewoon = tekst")["tekst"] == "gewoon = tekst"


def test_no_row_of_a_table_for_spss_holds_a_line_break() -> None:
    row = rows_for("spss", "eerste\n\n  tweede\r\nderde")
    assert row["tekst"] == "eerste | tweede | derde"
    data = csv_bytes(made_document(), ReportRequest(parts=frozenset(PARTS), table=CSV_STYLES["spss"]), MADE_FROM)
    assert data.decode("utf-8-sig").count("\n") == 1 + 3 * 4


@pytest.mark.parametrize("language", ["nl", "en"])
def test_names_of_columns_are_names_in_r_and_spss(language: Language) -> None:
    data = csv_bytes(made_document(), ReportRequest(parts=frozenset(PARTS), language=language), MADE_FROM)
    names = data.decode("utf-8-sig").splitlines()[0].split(",")
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name) for name in names)


def test_the_codebook_explains_each_column_and_the_codes_of_the_legend(tmp_path: Path) -> None:
    for language in ("nl", "en"):
        request = ReportRequest(parts=frozenset(PARTS), language=language)
        data, book = export_data(made_document(), request, MADE_FROM, tmp_path / f"{language}.csv")
        names = data.read_text("utf-8-sig").splitlines()[0].split(",")
        explained = list(csv.reader(io.StringIO(book.read_text("utf-8-sig"), newline="")))
        assert [row[0] for row in explained[1:]] == names[: -len(CSV_COLUMNS)]
        assert all(row[1] for row in explained)
        assert "parallel = parallel met TO" in next(row[2] for row in explained if row[0] == "code")


def test_json_has_legend_provenance_and_rows() -> None:
    data = json.loads(json_bytes(made_document(), ReportRequest(forms=("OCMW",)), MADE_FROM))
    assert data["provenance"]["sources"][0]["name"] == "overzicht.xlsx"
    assert [entry["code"] for entry in data["legend"]][:2] == ["parallel", "partial"]
    assert {row["form"] for row in data["rows"]} == {"OCMW"}
    assert data["rows"][0]["code"] == "not_parallel"
    assert data["rows"][2] | {"code": None, "filled": False, "hatched": False} == data["rows"][2]


def test_pieces_of_a_bright_remark_are_darkened_until_they_read() -> None:
    bright = RichText.of((Run("gewoon "), Run("fel", RunStyle(colour="#FFFF00"))))
    plain, remark = pieces(bright)
    assert plain.colour is None
    assert remark.colour is not None
    assert contrast(remark.colour, "#FFFFFF") >= 4.5
