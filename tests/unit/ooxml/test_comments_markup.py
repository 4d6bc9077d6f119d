"""Places of tags, texts of notes by other programs, and the drawing that shows notes."""

from __future__ import annotations

import time
import uuid

import pytest

from trajecto_desktop.ooxml import vml
from trajecto_desktop.ooxml.cells import RowInfo
from trajecto_desktop.ooxml.comment_parts import legacy_drawing_id, with_legacy_drawing
from trajecto_desktop.ooxml.markup import root_of, tags, with_attribute
from trajecto_desktop.ooxml.note_text import HEADER, split_note
from trajecto_desktop.ooxml.sheet import ColumnRange, Grid
from trajecto_desktop.ooxml.threads import made_id

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BUTTON = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/>'
    '</o:shapelayout><v:shape id="_x0000_s3073" type="#_x0000_t201"><v:textbox><div>een<br>twee</div></v:textbox>'
    '<x:ClientData ObjectType="Button"/></v:shape></xml>'
)


def said(author: str, text: str) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in split_note(author, text)]


def test_tags_passes_over_what_only_looks_like_one() -> None:
    text = '<a><!-- <b> --><![CDATA[<c>]]><?p <d> ?><e f="x>y"/></a>'
    assert [(tag.name, tag.closing, tag.empty) for tag in tags(text)] == [
        ("a", False, False), ("e", False, True), ("a", True, False),
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ['<a"', "<!--", "<![CDATA[", "<a ", "<"])
def test_a_hostile_part_costs_no_more_than_its_length(piece: str) -> None:
    start = time.process_time()
    assert list(tags(piece * 50_000)) == []
    assert time.process_time() - start < 5


@pytest.mark.parametrize("written", ['<t done="0"/>', "<t done='0' a=\"b\">", "<t>", "<t />"])
def test_an_attribute_is_set_and_taken_away(written: str) -> None:
    changed = with_attribute(written, root_of(written), "done", "1")
    assert root_of(changed).attributes["done"] == "1"
    assert changed.endswith("/>") == written.endswith("/>")
    assert "done" not in with_attribute(changed, root_of(changed), "done", None)


def test_a_twin_in_another_language_is_read_like_any_other() -> None:
    text = (
        "[Opmerkingenthread]\n\nIn deze versie kun je dit lezen. Meer informatie: "
        "https://go.microsoft.com/fwlink/?linkid=870924\n\nOpmerking:\n    Klopt dit?\ntweede regel\nBeantwoorden:\n    Ja"
    )
    assert said("tc={X}", text) == [("", "Klopt dit?\ntweede regel"), ("", "Ja")]


def test_a_line_that_ends_in_a_colon_is_no_block_of_a_twin() -> None:
    assert said("", HEADER + "Comment:\n    Twee dingen\nEerst:\n    dit\nReply:\n    Goed") == [
        ("", "Twee dingen\nEerst:\ndit"),
        ("", "Goed"),
    ]


def test_a_thread_that_a_web_program_exported_with_numbers_is_taken_apart() -> None:
    text = (
        "======\nID#AAAABcdEfGhI\nJan Peeters    (2026-02-01 10:11:12)\nKlopt dit?\n------\n"
        "ID#AAAABcdEfGhJ\nAn Devos    (2026-02-02 09:00:00)\nJa hoor"
    )
    assert said("", text) == [("Jan Peeters", "Klopt dit?"), ("An Devos", "Ja hoor")]
    assert said("Els", f"Eigen nota\n{text}")[0] == ("Els", "Eigen nota")


def test_a_thread_that_google_sheets_wrote_into_a_note_is_taken_apart() -> None:
    assert said("", "Klopt dit?\n\t-Jan Peeters\nJa hoor\n\t-An Devos") == [
        ("Jan Peeters", "Klopt dit?"),
        ("An Devos", "Ja hoor"),
    ]


def test_a_note_comes_beside_a_button_in_a_drawing_that_is_no_xml() -> None:
    text = vml.with_notes(BUTTON, [(3, 2), (9, 4)], Grid("Blad"))
    assert text.startswith(BUTTON.removesuffix("</xml>"))
    assert set(vml.note_shapes(text)) == {(3, 2), (9, 4)}
    assert 'id="_x0000_s3074"' in text
    assert text.count("<v:shapetype ") == 1
    assert vml.without_note(vml.without_note(text, (3, 2)), (9, 4)).count("ClientData ObjectType") == 1


def test_more_than_1024_shapes_take_another_block_of_numbers() -> None:
    places = [(row, 1) for row in range(1, 1101)]
    text = vml.with_notes(vml.EMPTY_DRAWING.format(block=2), places, Grid("Blad"))
    assert vml.blocks_in(text) == {2, 3}
    assert len(set(vml.note_shapes(text))) == 1100


def test_a_note_is_as_large_beside_wide_columns_and_high_rows_as_elsewhere() -> None:
    grid = Grid(
        "Blad", columns=[ColumnRange(1, 30, 60.0, False, 0)], rows={n: RowInfo(height=300.0) for n in range(1, 9)}
    )
    assert vml.anchor(grid, 4, 2) == "2, 15, 2, 2, 2, 255, 2, 122"
    assert vml.anchor(Grid("Blad"), 1, 16_384).startswith("16382, 15, 0, 2, ")


def test_legacy_drawing_precedes_controls_that_stand_in_an_alternative() -> None:
    controls = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>'
    )
    sheet = f'<worksheet {MAIN} {R}><sheetData/><drawing r:id="rId1"/>{controls}</worksheet>'
    changed = with_legacy_drawing(sheet, "rId7")
    assert changed.index("<drawing") < changed.index("<legacyDrawing") < changed.index("<mc:AlternateContent")
    assert legacy_drawing_id(changed) == "rId7"


def test_legacy_drawing_takes_the_prefix_of_the_sheet_and_declares_what_is_missing() -> None:
    sheet = f"<x:worksheet {MAIN.replace('xmlns', 'xmlns:x')}><x:sheetData></x:sheetData><x:extLst/></x:worksheet>"
    changed = with_legacy_drawing(sheet, "rId1")
    assert f'<x:legacyDrawing {R} r:id="rId1"/><x:extLst/>' in changed


@pytest.mark.parametrize("parts", [("Globaal overzicht", "D7", "één"), ("",), ("a", "b", "c" * 500)])
def test_ids_are_those_that_the_standard_library_makes(parts: tuple[str, ...]) -> None:
    namespace = uuid.UUID("6f1b1a52-3f0e-5a3c-9b0e-4c2f6d0f7a11")
    assert made_id(*parts) == "{" + str(uuid.uuid5(namespace, "\x1f".join(parts))).upper() + "}"
