"""New workbooks: what stands in them, how they look, and that the program and others read them back."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.document.document import Content
from trajecto_desktop.domain.characteristic import GENERAL_REMARKS, Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, LegendEntry, Palette
from trajecto_desktop.domain.feedback import Annotation, Kind
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.findings import Rule
from trajecto_desktop.domain.overview import Conversion, Formulation
from trajecto_desktop.domain.text import EMPTY_TEXT, RichText, Run, RunRole, RunStyle
from trajecto_desktop.errors import TextTooLongError
from trajecto_desktop.excel.new_heights import height_pt
from trajecto_desktop.excel.new_overview import narrow_name
from trajecto_desktop.excel.new_parts import one_line
from trajecto_desktop.excel.new_workbook import new_fiche, new_overview
from trajecto_desktop.excel.paint import COVERAGE, visible_colour
from trajecto_desktop.ooxml.styles import Fill
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.carry_over import with_feedback
from trajecto_desktop.services.open_document import OpenedFile, opened_from

plain = RichText.plain_text
REMARK = Run("  > nog na te gaan ", RunStyle(italic=True, colour="#C00000"), RunRole.REMARK)
MADE = datetime(2025, 3, 1, tzinfo=UTC)


def content() -> Content:
    rows = [
        Characteristic("a.een", "A", plain("Art. 3: 1° tekst"), plain("een"), section="Kern"),
        Characteristic("a.twee", "A", RichText((Run("bron"), REMARK)), plain("twee"), section="Kern"),
        Characteristic(
            "principe-b.drie", "Principe\nB", plain("Mem., p. 4: iets"), plain("drie"), True, section="Kern"
        ),
    ]
    made = Content("overview", DEFAULT_PALETTE, [SupportForm("Vorm"), SupportForm("Andere vorm (lang)")], rows)
    made.entries = {
        ("Vorm", GENERAL_REMARKS): Entry(plain("vooraf")),
        ("Vorm", "a.een"): Entry(RichText((Run("tekst"), REMARK, Run(" slot"))), plain("kort"), "parallel", True),
        ("Vorm", "a.twee"): Entry(plain("=1+1"), None, "no_provision"),
        ("Andere vorm (lang)", "a.een"): Entry(plain("paars"), None),
        ("Andere vorm (lang)", "a.twee"): Entry(RichText((Run("geheel", role=RunRole.COMPLETENESS),))),
        ("Andere vorm (lang)", "principe-b.drie"): Entry(plain(" wit "), None, "additional"),
    }
    made.sources = ("bron", "#N/A")
    made.conversions = (
        Conversion(
            "Omzetting A",
            2,
            plain("passage"),
            (Formulation(plain("ja"), True, "B2"), Formulation(plain("nee"), False, "C2")),
        ),
    )
    return made


def read(data: bytes) -> OpenedFile:
    return opened_from(Workbook.from_bytes(data, "nieuw.xlsx"), Path("nieuw.xlsx"))


def meaning(text: RichText | None) -> list[tuple[str, RunRole]]:
    return [(run.text, run.role) for run in text.runs] if text else []


@pytest.fixture(scope="module")
def overview() -> bytes:
    return new_overview(content(), made=MADE)


def test_a_new_overview_has_the_four_variants_sources_and_conversions(overview: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(overview))
    assert book.sheetnames == [
        "Globaal overzicht",
        "Geen tekst 1 basiskolom",
        "Beknopter",
        "geen tekst",
        "Bronnen",
        "Omzetting A",
    ]


def test_a_new_overview_reads_back_as_what_it_was_made_from(overview: bytes) -> None:
    document, made = read(overview).document, content()
    assert document.layout == "overview"
    assert [(each.key, each.group, each.section) for each in document.characteristics] == [
        (each.key, each.group, each.section) for each in made.characteristics
    ]
    assert [each.additional for each in document.characteristics] == [False, False, True]
    for key, expected in made.entries.items():
        entry = document.entry(*key)
        assert meaning(entry.text) == meaning(expected.text)
        assert meaning(entry.short_text) == meaning(expected.short_text)
        assert (entry.code, entry.hatched, entry.shade) == (expected.code, expected.hatched, None)
    assert document.content.sources == made.sources
    [conversion] = document.content.conversions
    assert [(each.text.plain, each.adopted) for each in conversion.formulations] == [("ja", True), ("nee", False)]


def test_one_judgement_stands_in_all_four_variants(overview: bytes) -> None:
    opened = read(overview)
    for layout in opened.binding.sheets.values():
        assert (layout.read("Vorm", "a.een").code, layout.read("Vorm", "a.een").hatched) == ("parallel", True)
        assert layout.read("Vorm", "a.twee").code == "no_provision"


def test_text_that_looks_like_a_formula_or_an_error_is_text(overview: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(overview))
    kinds = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds["=1+1"] == "s"
    assert kinds["#N/A"] == "s"


def test_an_additional_characteristic_says_yes_in_the_sheet_with_one_base_column(overview: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(overview))
    words = {cell.value for row in book["Geen tekst 1 basiskolom"].iter_rows(min_row=2, min_col=2) for cell in row}
    assert words == {None, "ja"}
    assert {cell.value for row in book["geen tekst"].iter_rows(min_row=2, min_col=3) for cell in row} == {None}


def test_the_sheets_are_laid_out_for_screen_and_paper(overview: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(overview))
    full, codes = book["Globaal overzicht"], book["geen tekst"]
    assert (full.freeze_panes, codes.freeze_panes) == ("D6", "C2")
    assert full.print_title_rows == "$5:$5"
    assert full.print_title_cols == "$A:$C"
    assert full.page_setup.orientation == "landscape"
    assert full.sheet_properties.pageSetUpPr.fitToPage
    assert (full.page_setup.fitToWidth, full.page_setup.fitToHeight) == (1, 0)
    assert codes["C1"].alignment.textRotation == 90
    assert sorted(str(area) for area in codes.merged_cells.ranges) == ["A2:D2", "A5:D5"]
    assert full["D8"].alignment.wrap_text
    assert full["D8"].border.left.style == "thin"


def test_the_label_of_general_remarks_shows_the_remark_colour(overview: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(overview), rich_text=True)
    label = book["Globaal overzicht"]["A6"].value
    assert str(label).startswith("Aandachtspunten, opmerkingen vooraf")
    assert label[1].font.color.rgb == "FFC00000"


def test_row_heights_are_measured_not_fixed(overview: bytes) -> None:
    with zipfile.ZipFile(BytesIO(overview)) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<row r="8"[^>]* ht="', sheet)
    assert "customHeight" not in sheet


def test_the_same_matter_and_date_give_the_same_bytes(overview: bytes) -> None:
    assert new_overview(content(), made=MADE) == overview
    assert new_overview(content(), made=datetime(2024, 1, 1, tzinfo=UTC)) != overview


def test_a_text_that_no_cell_can_hold_is_refused_with_its_place() -> None:
    made = content()
    made.entries["Vorm", "a.een"] = Entry(plain("x" * 32_768))
    with pytest.raises(TextTooLongError) as caught:
        new_overview(made)
    assert caught.value.data == {"sheet": "Globaal overzicht", "cell": "D8"}


def test_a_new_fiche_keeps_short_texts_and_sources_on_sheets_of_their_own() -> None:
    made = content()
    made.entries["Vorm", "a.een"] = Entry(
        plain("tekst"), plain("kort"), "partial", remarks=plain("opm"), sources=plain("bron 1")
    )
    opened = read(new_fiche(made, "Vorm"))
    entry = opened.document.entry("Vorm", "a.een")
    assert opened.document.layout == "fiche"
    assert opened.document.form_names == ("Vorm",)
    assert list(opened.binding.sheets) == ["Fiche", "Beknopter"]
    assert (entry.text.plain, entry.short_text and entry.short_text.plain, entry.code) == ("tekst", "kort", "partial")
    assert (entry.remarks.plain, entry.sources.plain) == ("opm", "bron 1")
    assert opened.document.entry("Vorm", GENERAL_REMARKS).text.plain == "vooraf"
    assert opened.document.content.sources == made.sources
    # The wording was made with a blank at its end, and keeps it.
    assert [finding.rule for finding in opened.document.findings] == [Rule.STRAY_SPACE]


def test_a_fiche_without_short_texts_has_no_sheet_for_them() -> None:
    book = openpyxl.load_workbook(BytesIO(new_fiche(content(), "Andere vorm (lang)")))
    assert book.sheetnames == ["Fiche", "Bronnen"]


def test_a_colour_outside_the_legend_stays() -> None:
    made = content()
    made.entries["Vorm", "a.een"] = Entry(plain("tekst"), shade="#123456")
    assert read(new_fiche(made, "Vorm")).document.entry("Vorm", "a.een").shade == "#123456"


@pytest.mark.parametrize("group", ["A", ""])
def test_a_row_without_a_wording_yet_takes_its_feedback_along(group: str) -> None:
    made = content()
    made.characteristics.insert(1, Characteristic("a", group, EMPTY_TEXT, EMPTY_TEXT, section="Kern"))
    remark = Annotation("{1}", Kind.QUESTION, "An", "Wat komt hier?", "", "2026-01-01T10:00:00Z")
    made.entries["Vorm", "a"] = Entry(annotations=(remark,))
    made.entries["Vorm", "a.twee"] = Entry(plain("tekst"), annotations=(remark,))
    for data in (new_overview(made), new_fiche(made, "Vorm")):
        document = read(with_feedback(data, made, ["Vorm"])).document
        kept = [key for key in ("a", "a.twee") if group or key != "a"]
        assert [len(document.entry("Vorm", key).annotations) for key in kept] == [1] * len(kept)
        assert len(document.characteristics) == len(made.characteristics) - (not group)


@pytest.mark.parametrize("pattern", [*COVERAGE, "gekleurd"])
def test_any_legend_can_be_that_of_a_new_workbook(pattern: str) -> None:
    label = "gedeeltelijk parallel met TO"
    front, back = ("#E06020", "#FFF2CC") if pattern != "solid" else ("#FFE699", "#FFFFFF")
    eye = visible_colour(Fill(pattern, front, back, 0, ""))
    odd = LegendEntry("partial", label, eye, pattern, front, back)
    made = content()
    made.palette = Palette.of([odd if each.code == "partial" else each for each in DEFAULT_PALETTE.entries])
    made.entries["Vorm", "a.twee"] = Entry(plain("tekst"), None, "partial")
    for data in (new_overview(made), new_fiche(made, "Vorm")):
        document = read(data).document
        assert document.entry("Vorm", "a.twee").code == "partial"
        assert document.content.palette.get("partial").fill == eye  # type: ignore[union-attr]


@pytest.mark.libreoffice
def test_libreoffice_opens_a_new_overview(overview: bytes, tmp_path: Path, soffice) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "nieuw.xlsx"
    path.write_bytes(overview)
    again = openpyxl.load_workbook(soffice(path, "xlsx"))
    assert again["Globaal overzicht"]["D8"].value == "tekst  > nog na te gaan  slot"
    assert again["Globaal overzicht"]["D9"].value == "=1+1"


@pytest.mark.parametrize(
    ("name", "narrow"),
    [
        ("OCMW", "OCMW"),
        ("Casusregie (Veilig Huis)", "Casusregie\n(Veilig Huis)"),
        ("Jeugdwelzijnswerk", "Jeugdwelzijnswerk"),
    ],
)
def test_long_names_are_broken_at_a_space(name: str, narrow: str) -> None:
    assert narrow_name(name) == narrow


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ("Regie", "Regie"),
        ("Principe\nContinuïteit", "Principe: Continuïteit"),
        ("Ander:\n een\n twee", "Ander: een twee"),
    ],
)
def test_a_group_stands_on_one_line_in_a_heading(group: str, line: str) -> None:
    assert one_line(group) == line


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    assert height_pt([]) == 15
    assert height_pt([("kort", 30)]) == 15
    assert height_pt([("een\ntwee\ndrie", 30), ("kort", 30)]) == 39
    assert height_pt([("woord " * 40, 20)]) > height_pt([("woord " * 40, 60)])
    assert height_pt([("x" * 100_000, 10)]) == 409
