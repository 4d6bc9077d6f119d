"""Pictures: nothing overlaps or is cut off, a code is never colour alone, and the same document gives the same bytes."""

from __future__ import annotations

import io
import itertools
import math
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import fixture_document, made_document
from PIL import Image

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, OWN_MARKS, STANDARD_CODES, contrast, readable_on
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.policy_domain import PolicyAspect, PolicyDomain
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import SaveError, UnknownGroupError, UnsupportedExportError, WorkStoppedError
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure, save_figure
from trajecto_desktop.services.figure_drawing import BAND, INK, PAPER, SOFT_INK, Box, Group, Page, Shape, Text
from trajecto_desktop.services.figure_marks import mark, painted_cell
from trajecto_desktop.services.figure_print import pdf_bytes, png_bytes
from trajecto_desktop.services.figure_svg import svg_text
from trajecto_desktop.services.figure_text import broken, fitted, text_width
from trajecto_desktop.services.long_work import Waiter, waited_for_by
from trajecto_desktop.services.provenance import Provenance, SourceFile, read_provenance

MADE_FROM = Provenance((SourceFile("overzicht.xlsx", "ab" * 32, "2025-06-01T08:00:00Z"),), "0.1.0")
SVG = "{http://www.w3.org/2000/svg}"
REQUESTS = [FigureRequest(kind, None, (), size) for kind in ("matrix", "bars") for size in ("slide", "a4", "a3", None)]


def flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


def room_of(words: Text) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a line of text."""
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * words.width
    up, down = 0.76 * words.size, 0.2 * words.size
    if words.turn == -90:
        return words.x - up, words.y - words.width, words.x + down, words.y
    return words.x - shift, words.y - up, words.x - shift + words.width, words.y + down


def assert_nothing_overlaps_or_leaves(page: Page) -> None:
    rooms = [(room_of(shape), shape.text) for shape in flat(page.shapes) if isinstance(shape, Text)]
    for (left, top, right, bottom), text in rooms:
        assert left >= 0, text
        assert top >= 0, text
        assert right <= page.width + 0.01, text
        assert bottom <= page.height + 0.01, text
    rooms.sort()
    for index, (one, text) in enumerate(rooms):
        for other, other_text in rooms[index + 1 :]:
            if other[0] >= one[2] - 0.01:
                break
            apart = other[1] >= one[3] - 0.01 or other[3] <= one[1] + 0.01
            assert apart, f"{text!r} lies over {other_text!r}"


def document_of(names: Sequence[str], titles: Sequence[str]) -> Document:
    rows = [Characteristic(f"k{i}", f"Rubriek {i // 4}", adapted=RichText.plain_text(t)) for i, t in enumerate(titles)]
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(name) for name in names], rows)
    for i, name in enumerate(names):
        for j, row in enumerate(rows):
            code = STANDARD_CODES[(i + j) % 6]
            content.entries[(name, row.key)] = Entry(RichText.plain_text("x"), code=code, hatched=(i * j) % 5 == 4)
    return Document(content)


@pytest.mark.shared
@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: f"{r.kind}-{r.size}")
def test_no_text_of_the_fixture_overlaps_another_or_leaves_the_page(request_: FigureRequest, shared_dir: Path) -> None:
    for page in draw_figure(fixture_document(shared_dir), request_, MADE_FROM).pages:
        assert_nothing_overlaps_or_leaves(page)


@pytest.mark.shared
@pytest.mark.parametrize("size", ["slide", "a4", "a3", None])
def test_all_pages_together_hold_each_cell_once(size: str | None, shared_dir: Path) -> None:
    document = fixture_document(shared_dir)
    drawing = draw_figure(document, FigureRequest(size=size), MADE_FROM)
    labels = [s.label for page in drawing.pages for s in page.shapes if isinstance(s, Group) and " · " in s.label]
    assert len(labels) == len(document.forms) * len(document.characteristics)
    assert (len(drawing.pages) == 1) is (size is None)


@pytest.mark.shared
def test_more_forms_than_columns_fit_go_on_on_another_page(shared_dir: Path) -> None:
    names = [f"Ondersteuningsvorm nummer {i}" for i in range(60)]
    drawing = draw_figure(document_of(names, ["a", "b"]), FigureRequest(size="slide"), MADE_FROM)
    heads = [{s.label for s in page.shapes if isinstance(s, Group) and s.label in names} for page in drawing.pages]
    assert len(drawing.pages) > 1
    assert sorted(name for head in heads for name in head) == sorted(names)
    for page in drawing.pages:
        assert_nothing_overlaps_or_leaves(page)


@pytest.mark.parametrize("forms", [1, 2, 40, 240])
@pytest.mark.parametrize("kind", ["matrix", "bars"])
@pytest.mark.parametrize("size", ["slide", "a3", None])
def test_few_or_very_many_forms_overlap_nowhere(forms: int, kind: str, size: str | None) -> None:
    document = document_of([f"Vorm {i} in regio {i % 12}" for i in range(forms)], ["kenmerk", "nog een kenmerk"] * 4)
    for page in draw_figure(document, FigureRequest(kind, size=size), MADE_FROM).pages:
        assert_nothing_overlaps_or_leaves(page)


def test_a_colour_outside_the_legend_has_a_stretch_of_its_own_in_a_bar() -> None:
    document = document_of(["A", "B", "C"], ["kenmerk"])
    document.content.entries[("B", "k0")] = Entry(RichText.plain_text("x"), shade="#FF00FF")
    document.content.entries[("C", "k0")] = Entry(RichText.plain_text("x"))
    page = draw_figure(Document(document.content), FigureRequest("bars"), MADE_FROM).pages[0]
    assert "kleur buiten de legende 1, tekst zonder kleurcode 1" in page.description


words_of_any_length = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=70)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(words_of_any_length.filter(str.strip), min_size=1, max_size=30, unique=True),
    st.lists(words_of_any_length, min_size=1, max_size=12),
    st.sampled_from(["slide", "a4", "a3", None]),
    st.sampled_from(["matrix", "bars"]),
)
def test_whatever_the_names_are_nothing_overlaps(
    names: list[str], titles: list[str], size: str | None, kind: str
) -> None:
    drawing = draw_figure(document_of(names, titles), FigureRequest(kind, size=size), MADE_FROM)
    for page in drawing.pages:
        assert_nothing_overlaps_or_leaves(page)


@given(words_of_any_length, st.floats(12, 200), st.integers(1, 3))
def test_broken_lines_fit_and_keep_the_words(text: str, width: float, most: int) -> None:
    lines = broken(text, width, 10)
    assert all(text_width(line, 10) <= width or len(line) <= 2 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")
    assert len(fitted(text, width, 10, most)) <= most


def test_every_code_has_a_shape_of_its_own_and_reads_on_its_colour() -> None:
    drawn = [tuple(mark(code, 0, 0, 5)) for code in (*STANDARD_CODES, "")]
    drawn += [tuple(mark("een-eigen-code", 0, 0, 5, own=number)) for number in range(len(OWN_MARKS))]
    assert len(set(drawn)) == len(drawn)
    assert all(drawn)
    for entry in DEFAULT_PALETTE.judgements:
        assert contrast(readable_on(entry.fill), entry.fill) >= 4.5


@pytest.mark.parametrize("ground", [PAPER, BAND])
def test_text_reads_on_its_ground(ground: str) -> None:
    assert contrast(INK, ground) >= 4.5
    assert contrast(SOFT_INK, ground) >= 4.5


def test_hatching_and_a_text_without_code_are_drawn() -> None:
    box, parallel = Box(0, 0, 30, 20), DEFAULT_PALETTE.get("parallel")
    plain = painted_cell(box, parallel, False, True, None)
    hatched = painted_cell(box, parallel, True, True, None)
    assert len(hatched) > len(plain) + 3
    for line in hatched:
        if hasattr(line, "x1"):
            assert all(0 <= x <= 30 for x in (line.x1, line.x2))
            assert all(0 <= y <= 20 for y in (line.y1, line.y2))
            assert math.isclose(abs(line.x1 - line.x2), abs(line.y1 - line.y2))
    assert len(painted_cell(box, None, False, True, None)) > len(painted_cell(box, None, False, False, None))


def test_colours_are_the_files_own() -> None:
    own = replace(DEFAULT_PALETTE.entries[0], fill="#123456")
    content = Content("overview", type(DEFAULT_PALETTE)((own,)), [SupportForm("A")], [Characteristic("k", "G")])
    content.entries[("A", "k")] = Entry(RichText.plain_text("x"), code="parallel")
    drawing = draw_figure(Document(content), FigureRequest(), MADE_FROM)
    fills = {shape.fill for shape in flat(drawing.pages[0].shapes) if isinstance(shape, Box)}
    assert "#123456" in fills
    assert "#A9D08E" not in fills


def test_a_count_stands_at_the_end_of_the_row_with_the_unclear_ones_apart() -> None:
    page = draw_figure(made_document(), FigureRequest(group="Doelgroep(en)"), MADE_FROM).pages[0]
    texts = [shape.text for shape in flat(page.shapes) if isinstance(shape, Text)]
    assert "3/3" in texts
    assert "2/3" in texts
    assert page.title == "Doelgroep(en)"
    assert "kind: 2/3 (w.o. 1 ?)" in page.description


def test_a_subset_of_forms_is_drawn_in_the_order_asked() -> None:
    page = draw_figure(made_document(), FigureRequest(forms=("OCMW", "1G1P")), MADE_FROM).pages[0]
    heads = [s.label for s in page.shapes if isinstance(s, Group) and s.label in ("OCMW", "1G1P", "Zorgcoördinatie")]
    assert heads == ["OCMW", "1G1P"]


def test_one_form_and_one_characteristic_are_named_in_the_singular() -> None:
    page = draw_figure(document_of(["A"], ["b"]), FigureRequest(), MADE_FROM).pages[0]
    assert "1 ondersteuningsvorm · 1 kenmerk." in page.description


def test_an_unknown_group_is_refused_with_the_groups_there_are() -> None:
    with pytest.raises(UnknownGroupError, match="Doelgroep"):
        draw_figure(made_document(), FigureRequest(group="Sterrenkunde"), MADE_FROM)


def test_english_is_complete() -> None:
    page = draw_figure(made_document(), FigureRequest(language="en"), MADE_FROM).pages[0]
    assert "The colour codes are indicative" in page.description
    assert "kleurcodes" not in page.description


def test_svg_has_title_description_and_a_name_for_each_cell() -> None:
    drawing = draw_figure(made_document(), FigureRequest(), MADE_FROM)
    root = ElementTree.fromstring(svg_text(drawing.pages[0], drawing))
    assert root.findtext(f"{SVG}title") == "Overzicht van de kleurcodes"
    assert "gezin: 3/3" in (root.findtext(f"{SVG}desc") or "")
    names = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert "1G1P · kind: ◐ gedeeltelijk parallel met TO in kaderdecreet Vroeg en nabij, gearceerd" in names
    assert root.attrib["width"] == "960pt"


def test_the_same_document_gives_the_same_bytes() -> None:
    one, two = (draw_figure(made_document(), FigureRequest(), MADE_FROM) for _ in range(2))
    assert svg_text(one.pages[0], one) == svg_text(two.pages[0], two)
    assert pdf_bytes(one) == pdf_bytes(two)
    assert png_bytes(one.pages[0], one, 72) == png_bytes(two.pages[0], two, 72)


def test_a_png_has_the_size_of_a_slide_and_says_where_it_comes_from(tmp_path: Path) -> None:
    drawing = draw_figure(made_document(), FigureRequest(size="slide"), MADE_FROM)
    data = png_bytes(drawing.pages[0], drawing, 144)
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (1920, 1080)
    assert picture.info["Title"] == "Overzicht van de kleurcodes"
    assert picture.info["Source"] == MADE_FROM.mark
    colours = {colour for _, colour in picture.convert("RGB").getcolors(2**20) or []}
    assert (0xA9, 0xD0, 0x8E) in colours


def test_text_in_a_pdf_can_be_selected_and_its_pages_are_tagged(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("not checked: poppler-utils are not on this machine")
    target = tmp_path / "matrix.pdf"
    drawing = draw_figure(made_document(), FigureRequest(), MADE_FROM)
    target.write_bytes(pdf_bytes(drawing))
    text = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True).stdout
    assert "snelle opstart" in text
    info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    assert read_provenance(target) == MADE_FROM


def test_pages_of_a_series_are_numbered_after_the_name_asked(tmp_path: Path) -> None:
    titles = [f"kenmerk {i}" for i in range(40)]
    drawing = draw_figure(document_of(["A"], titles), FigureRequest(size="slide"), MADE_FROM)
    written = save_figure(drawing, tmp_path / "uit.svg", "slide")
    assert [path.name for path in written][:3] == ["uit.svg", "uit-2.svg", "uit-3.svg"]
    assert len(written) == len(drawing.pages)


def test_a_folder_lists_a_long_series_in_order(tmp_path: Path) -> None:
    drawing = draw_figure(
        document_of(["A"], [f"kenmerk {i}" for i in range(300)]), FigureRequest(size="slide"), MADE_FROM
    )
    written = save_figure(drawing, tmp_path / "uit.svg", "slide")
    assert len(written) >= 10
    assert [path.name for path in written][1:3] == ["uit-02.svg", "uit-03.svg"]


def test_a_series_that_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    drawing = draw_figure(
        document_of(["A"], [f"kenmerk {i}" for i in range(60)]), FigureRequest(size="slide"), MADE_FROM
    )
    (tmp_path / "uit-2.svg").mkdir()
    with pytest.raises(SaveError):
        save_figure(drawing, tmp_path / "uit.svg", "slide")
    assert [path.name for path in tmp_path.iterdir()] == ["uit-2.svg"]


def test_drawing_stops_when_who_waits_says_so() -> None:
    waiter = Waiter()
    waiter.stop()
    with waited_for_by(waiter), pytest.raises(WorkStoppedError):
        draw_figure(made_document(), FigureRequest(), MADE_FROM)


def texts_of(page: Page) -> dict[str, Text]:
    return {shape.text: shape for shape in flat(page.shapes) if isinstance(shape, Text)}


def test_a_few_rows_are_drawn_larger_and_many_are_not() -> None:
    few = draw_figure(document_of(["A", "B"], ["een kenmerk"]), FigureRequest(size="slide"), MADE_FROM)
    many = draw_figure(document_of(["A", "B"], ["een kenmerk"] * 60), FigureRequest(size="slide"), MADE_FROM)
    assert len(few.pages) == 1
    assert texts_of(few.pages[0])["een kenmerk"].size > texts_of(many.pages[0])["een kenmerk"].size * 1.3


def test_few_names_stand_straight_and_many_are_turned() -> None:
    few = draw_figure(document_of(["Brugfiguren", "Zorgregisseur"], ["a"]), FigureRequest(size="slide"), MADE_FROM)
    assert texts_of(few.pages[0])["Brugfiguren"].turn == 0
    many = draw_figure(document_of([f"Vorm {i}" for i in range(24)], ["a"]), FigureRequest(size="slide"), MADE_FROM)
    assert texts_of(many.pages[0])["Vorm 3"].turn == -90


def test_of_one_form_nothing_is_counted() -> None:
    page = draw_figure(document_of(["A"], ["b"]), FigureRequest(), MADE_FROM).pages[0]
    assert not {"1/1", "ingevuld"} & set(texts_of(page))


def test_a_group_that_fits_a_page_is_not_split_over_two() -> None:
    names = [f"Vorm {i}" for i in range(24)]
    drawing = draw_figure(document_of(names, [f"kenmerk {i}" for i in range(90)]), FigureRequest(size="a4"), MADE_FROM)
    assert len(drawing.pages) > 2
    assert not [text for page in drawing.pages for text in texts_of(page) if text.endswith("(vervolg)")]


def test_bars_explain_no_hatching() -> None:
    for kind, there in (("matrix", True), ("bars", False)):
        page = draw_figure(made_document(), FigureRequest(kind), MADE_FROM).pages[0]
        assert any("gearceerd" in text for text in texts_of(page)) is there


def policies(names: Sequence[str], texts: Sequence[str]) -> Document:
    """A document in which each aspect of each form says one of these texts, in turn."""
    said = itertools.cycle(texts)
    forms = [SupportForm(name, policy=PolicyDomain(*(next(said) for _ in PolicyAspect))) for name in names]
    return Document(Content("overview", DEFAULT_PALETTE, forms))


def test_the_table_of_policy_domains_is_drawn_with_all_its_text() -> None:
    document = policies(["1G1P", "OCMW"], ["Welzijn", "jeugdhulp", "Opgroeien", "lokaal en regionaal", "volledig"])
    page = draw_figure(document, FigureRequest("policy", size="slide"), MADE_FROM).pages[0]
    shown = " ".join(texts_of(page))
    for text in ("1G1P", "Beleidsdomein", "Bevoegde instantie", "(Co)financiering", "Welzijn", "lokaal en regionaal"):
        assert text in shown
    assert "OCMW: Welzijn; jeugdhulp; Opgroeien; lokaal en regionaal; volledig." in page.description
    assert "kleurcodes" not in page.description
    assert "ingevuld" not in shown


@settings(max_examples=25, deadline=None)
@given(
    st.lists(words_of_any_length.filter(str.strip), min_size=1, max_size=30, unique=True),
    st.lists(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=120), min_size=1, max_size=7),
    st.sampled_from(["slide", "a4", "a3", None]),
)
def test_whatever_is_said_of_policy_nothing_overlaps(names: list[str], texts: list[str], size: str | None) -> None:
    for page in draw_figure(policies(names, texts), FigureRequest("policy", size=size), MADE_FROM).pages:
        assert_nothing_overlaps_or_leaves(page)


def test_characters_that_the_shipped_font_lacks_are_no_obstacle_to_a_pdf() -> None:
    document = document_of(["日本語 vorm", "Vorm \U0001f600", "\U000e0041 \U0010fffd"], ["ⴰⵣⵓⵍ"])
    assert pdf_bytes(draw_figure(document, FigureRequest(), MADE_FROM)).startswith(b"%PDF")


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    drawing = draw_figure(made_document(), FigureRequest(), MADE_FROM)
    with pytest.raises(UnsupportedExportError, match=r"\.svg"):
        save_figure(drawing, tmp_path / "uit.bmp")
    assert list(tmp_path.iterdir()) == []


def test_a_document_without_forms_or_characteristics_still_gives_a_page() -> None:
    for kind in ("matrix", "bars"):
        drawing = draw_figure(Document(Content("overview", DEFAULT_PALETTE)), FigureRequest(kind), MADE_FROM)
        assert len(drawing.pages) == 1
        assert_nothing_overlaps_or_leaves(drawing.pages[0])
