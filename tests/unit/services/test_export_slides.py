"""Slides: native tables and legends that stay on the slide, as large as it has room for."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made_reports import EVERYTHING, made
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.export_text import ReportRequest
from trajecto_desktop.services.slide_plan import form_blocks

TABLES = ReportRequest()
"""Without charts."""


def deck(document: Document | None = None, request: ReportRequest = TABLES) -> Any:
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


def charts(slides: Any) -> list[Any]:
    return [shape.chart for slide in slides.slides for shape in slide.shapes if shape.has_chart]


def test_counts_stand_on_slides_as_charts_that_can_be_edited_when_asked() -> None:
    assert not charts(deck(request=ReportRequest()))
    first, second = charts(deck(request=EVERYTHING))
    assert [list(chart.plots[0].categories) for chart in (first, second)] == [
        ["kind", "gezin"],
        ["al dan niet gratis", "snelle opstart"],
    ]
    numbers = {series.name: list(series.values) for series in first.plots[0].series}
    assert numbers == {
        "● parallel met TO in kaderdecreet Vroeg en nabij": [None, 1],
        "◐ gedeeltelijk parallel met TO in kaderdecreet Vroeg en nabij": [1, None],
        "○ niet parallel met TO in kaderdecreet Vroeg en nabij": [None, 1],
        "? geen informatie, onduidelijk": [2, None],
        "tekst zonder kleurcode": [None, 1],
    }
    assert first.value_axis.maximum_scale == 3


def test_no_two_slides_have_the_same_title() -> None:
    titles = [slide.shapes.title.text for slide in deck(many(30, 30), EVERYTHING).slides]
    assert len(set(titles)) == len(titles)


def test_a_chart_has_the_colours_of_the_legend_its_marks_and_a_description() -> None:
    slides = deck(request=EVERYTHING)
    chart = charts(slides)[0]
    series = chart.plots[0].series[0]
    assert str(series.format.fill.fore_color.rgb) == "A9D08E"
    assert series.data_labels.number_format == '"● "0'
    frame = next(shape for slide in slides.slides for shape in slide.shapes if shape.has_chart)
    assert "gezin: 3/3" in frame._element.nvGraphicFramePr.cNvPr.get("descr")


def test_many_bars_are_shared_out_over_slides() -> None:
    made_charts = charts(deck(many(5, 30), EVERYTHING))
    assert [len(list(chart.plots[0].categories)) for chart in made_charts] == [10, 10, 10]
