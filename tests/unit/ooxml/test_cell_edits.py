"""Cells edited as splices, in parts written in every way that programs write them."""

from __future__ import annotations

import pytest
from made_packages import STYLES, sheet_xml, unzipped, workbook_parts, zipped

from trajecto_desktop.errors import (
    ArrayFormulaError,
    CellReferenceError,
    MergedCellError,
    TableHeaderError,
    TextTooLongError,
    UnknownSheetError,
)
from trajecto_desktop.ooxml import styles_edit
from trajecto_desktop.ooxml.edit import (
    UNCHANGED,
    CellEdit,
    FillFromStyle,
    FillXml,
    NoFill,
    SolidFill,
    apply_edits,
)
from trajecto_desktop.ooxml.names import MAIN, RELATIONSHIPS, STRICT_MAIN, parse_cell
from trajecto_desktop.ooxml.strings import RichRun
from trajecto_desktop.ooxml.tokens import PartText
from trajecto_desktop.ooxml.workbook import Workbook

SHEET = "xl/worksheets/sheet1.xml"
RED = SolidFill("#FF0000")


def edited(parts: dict[str, str | bytes], *edits: tuple[object, ...]) -> dict[str, bytes]:
    """The parts after edits of (cell, value, fill)."""
    return unzipped(edited_file(parts, *edits))


def edited_file(parts: dict[str, str | bytes], *edits: tuple[object, ...]) -> bytes:
    workbook = Workbook.from_bytes(zipped(parts), "proef.xlsx")
    cells = [CellEdit("Blad", *parse_cell(str(cell)), *rest) for cell, *rest in edits]  # type: ignore[arg-type]
    return apply_edits(workbook, cells)


def rows_after(rows: str, *edits: tuple[object, ...], **more: str) -> str:
    data = edited(workbook_parts(sheet_xml(rows, **more)), *edits)[SHEET].decode()
    return data.partition("<sheetData>")[2].partition("</sheetData>")[0]


def test_a_value_is_put_in_the_cell_when_there_are_no_shared_strings() -> None:
    rows = rows_after('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', ("B1", "twee"))
    assert rows == ('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>twee</t></is></c></row>')


def test_a_shared_string_is_appended_and_the_counts_follow() -> None:
    parts = workbook_parts(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings="<si><t>een</t></si>")
    after = edited(parts, ("A2", "twee & <drie>"))
    assert b'<c r="A2" t="s"><v>1</v></c>' in after[SHEET]
    assert after["xl/sharedStrings.xml"].endswith(b"<si><t>een</t></si><si><t>twee &amp; &lt;drie&gt;</t></si></sst>")
    assert b'count="2" uniqueCount="2"' in after["xl/sharedStrings.xml"]


def test_a_string_that_is_there_is_used_again() -> None:
    parts = workbook_parts(sheet_xml(""), strings="<si><t>een</t></si><si><t>twee</t></si>")
    after = edited(parts, ("A1", "twee"))
    assert b"<v>1</v>" in after[SHEET]
    assert after["xl/sharedStrings.xml"].count(b"<si>") == 2


def test_runs_are_written_with_their_properties() -> None:
    runs = (RichRun("gewoon "), RichRun("rood", '<b/><color rgb="FFFF0000"/>'))
    data = edited_file(workbook_parts(sheet_xml(""), strings="<si><t>x</t></si>"), ("A1", runs))
    workbook = Workbook.from_bytes(data)
    assert workbook.runs(workbook.grid("Blad").cells[1, 1]) == runs
    assert workbook.font_of(runs[1].properties).color == "#FF0000"


def test_what_xml_cannot_hold_is_escaped_and_read_back() -> None:
    text = " a\tb\nc\r\x01_x0041_ \u20ac "
    data = edited_file(workbook_parts(sheet_xml(""), strings="<si><t>x</t></si>"), ("A1", text))
    workbook = Workbook.from_bytes(data)
    assert workbook.text(workbook.grid("Blad").cells[1, 1]) == text


@pytest.mark.parametrize("value", ["zelfde", (RichRun("zelfde"),)])
def test_an_equal_value_or_fill_changes_no_byte(value: object) -> None:
    parts = workbook_parts(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings="<si><t>zelfde</t></si>")
    assert edited_file(parts, ("A1", value, NoFill()), ("C9", None, NoFill())) == zipped(parts)


def test_rich_text_with_equal_words_keeps_its_runs() -> None:
    item = "<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si>"
    parts = workbook_parts(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=item)
    assert edited_file(parts, ("A1", "ab")) == zipped(parts)


@pytest.mark.parametrize(
    ("rows", "cell", "expected"),
    [
        ("", "B2", '<row r="2"><c r="B2" s="2"/></row>'),
        ('<row r="3"><c r="A3"/></row>', "B2", '<row r="2"><c r="B2" s="2"/></row><row r="3"><c r="A3"/></row>'),
        ('<row r="2"/>', "B2", '<row r="2"><c r="B2" s="2"/></row>'),
        ('<row r="2"></row>', "B2", '<row r="2"><c r="B2" s="2"/></row>'),
        ('<row r="2"><c r="A2"/><c r="C2"/></row>', "B2", '<row r="2"><c r="A2"/><c r="B2" s="2"/><c r="C2"/></row>'),
        ('<row r="2" spans="1:1"><c r="A2"/></row>', "B2", '<row r="2" spans="1:2"><c r="A2"/><c r="B2" s="2"/></row>'),
        ("<row><c/></row><row><c/><c/></row>", "B2", '<row><c/></row><row><c/><c s="2"/></row>'),
        ("<row><c/></row><row><c/></row>", "B2", '<row><c/></row><row><c/><c r="B2" s="2"/></row>'),
        ("<row r='2'><c r='B2' s='0' /></row>", "B2", "<row r='2'><c r='B2' s='2' /></row>"),
        ('<row r="2"><c r="B2" s=""><v>1</v></c></row>', "B2", '<row r="2"><c r="B2" s="2"><v>1</v></c></row>'),
    ],
)
def test_a_fill_reaches_a_cell_however_the_rows_are_written(rows: str, cell: str, expected: str) -> None:
    assert rows_after(rows, (cell, UNCHANGED, RED)) == expected


def test_an_absent_cell_takes_the_style_of_its_row_or_column() -> None:
    columns = '<cols><col min="2" max="3" style="1"/></cols>'
    styled = edited(workbook_parts(sheet_xml('<row r="1" s="1" customFormat="1"/>', columns)), ("A1", "x"), ("C5", "y"))
    assert b'<c r="A1" s="1"' in styled[SHEET]
    assert b'<c r="C5" s="1"' in styled[SHEET]


def test_a_self_closing_sheet_data_is_opened() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    assert b'<sheetData><row r="1"><c r="A1" t="inlineStr">' in edited(workbook_parts(sheet), ("A1", "x"))[SHEET]


def test_the_dimension_grows_when_it_was_right_and_stays_when_it_was_not() -> None:
    row = '<row r="2"><c r="B2"/></row>'
    right = edited(workbook_parts(sheet_xml(row, '<dimension ref="B2"/>')), ("D9", "x"))[SHEET]
    wrong = edited(workbook_parts(sheet_xml(row, '<dimension ref="A1"/>')), ("D9", "x"))[SHEET]
    assert b'<dimension ref="B2:D9"/>' in right
    assert b'<dimension ref="A1"/>' in wrong


def test_new_elements_take_the_prefix_of_their_parent() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    after = edited(workbook_parts(sheet), ("A1", "een"), ("B1", "twee"), ("A2", "drie"))[SHEET].decode()
    assert '<x:c r="A1" t="inlineStr"><x:is><x:t>een</x:t></x:is></x:c><x:c r="B1"' in after
    assert '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is>' in after


def test_comments_cdata_and_odd_attributes_are_not_mistaken_for_cells() -> None:
    rows = (
        '<!-- <row r="1"><c r="A1"/></row> --><row r="1" x=">"><?p <c r="A1"/>?><c r="A1" t="str"><v><![CDATA[<c r="B1"/>]]>'
        '</v></c><!-- </row> --><c r="B1"><v>2</v></c></row>'
    )
    after = rows_after(rows, ("B1", UNCHANGED, RED))
    assert after == rows.replace('<c r="B1"><v>2', '<c r="B1" s="2"><v>2')


def test_colour_elements_with_an_end_tag_do_not_end_the_cell() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><color rgb="FFFF0000"></color></rPr><t>a</t></r></is></c>'
        '<c r="B1"/></row>'
    )
    assert rows_after(rows, ("A1", "b")) == (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>b</t></is></c><c r="B1"/></row>'
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "utf-16-be"])
def test_a_part_keeps_its_encoding(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "utf-16-be": "utf-16"}.get(encoding, encoding)
    sheet = f'<?xml version="1.0" encoding="{declared}"?>' + sheet_xml(
        '<row r="1"><c r="A1" t="str"><v>caf\u00e9</v></c></row>'
    )
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    before = mark + sheet.encode(encoding)
    after = edited(workbook_parts(before), ("B1", "\u00e9\u00e9n \u20ac"))[SHEET]
    head = sheet.partition("</c>")[0].encode(encoding)
    assert after.startswith(mark + head)
    workbook = Workbook.from_bytes(edited_file(workbook_parts(before), ("B1", "\u00e9\u00e9n \u20ac")))
    texts = [workbook.text(cell) for cell in workbook.grid("Blad").cells.values()]
    assert texts == ["caf\u00e9", "\u00e9\u00e9n \u20ac"]


def test_metadata_of_the_old_value_goes_but_stays_with_a_fill() -> None:
    rows = '<row r="1"><c r="A1" cm="1" vm="2" ph="1"><v>1</v></c></row>'
    assert rows_after(rows, ("A1", None)) == '<row r="1"><c r="A1" ph="1"/></row>'
    assert 'cm="1" vm="2"' in rows_after(rows, ("A1", UNCHANGED, RED))


# ---- formulas


def test_the_first_cell_of_a_shared_formula_hands_its_text_to_the_next() -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+$A$1&amp;"A1"</f><v>2</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>4</v></c></row>'
    )
    after = rows_after(rows, ("B1", None))
    assert '<c r="B1"/>' in after
    assert '<c r="B2"><f t="shared" ref="B2:B3" si="0">A2+$A$1&amp;"A1"</f><v>3</v></c>' in after
    assert '<c r="B3"><f t="shared" si="0"/><v>4</v></c>' in after
    assert "<f" not in rows_after(rows, ("B1", "x"), ("B2", "y"), ("B3", "z"))


def test_a_cell_of_an_array_formula_is_refused_but_may_be_filled() -> None:
    rows = '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    for cell in ("A1", "A2"):
        with pytest.raises(ArrayFormulaError) as caught:
            rows_after(rows, (cell, "x"))
        assert caught.value.data["detail"] == "A1:A2"
    assert 's="2"' in rows_after(rows, ("A2", UNCHANGED, RED))


def test_the_calculation_chain_forgets_a_formula_and_keeps_the_sheet_of_the_next() -> None:
    chain = f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/><c r="B1"/></calcChain>'
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c></row>'
    parts = workbook_parts(
        sheet_xml(rows),
        relationships=f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/calcChain" Target="calcChain.xml"/>',
        types='<Override PartName="/xl/calcChain.xml" ContentType="application/x"/>',
    )
    after = edited({**parts, "xl/calcChain.xml": chain}, ("A1", "x"))
    assert after["xl/calcChain.xml"] == f'<calcChain xmlns="{MAIN}"><c r="B1" i="1"/></calcChain>'.encode()
    assert b'<calcPr fullCalcOnLoad="1"/></workbook>' in after["xl/workbook.xml"]
    gone = edited({**parts, "xl/calcChain.xml": chain}, ("A1", "x"), ("B1", "y"))
    assert "xl/calcChain.xml" not in gone
    assert b"calcChain" not in gone["[Content_Types].xml"] + gone["xl/_rels/workbook.xml.rels"]


def test_a_fill_asks_for_no_recalculation() -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    assert b"calcPr" not in edited(workbook_parts(sheet_xml(rows)), ("A1", UNCHANGED, RED))["xl/workbook.xml"]


# ---- refusals


def test_a_cell_under_a_merged_range_is_refused_with_the_cell_to_change() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    with pytest.raises(MergedCellError) as caught:
        rows_after("", ("B2", "x"), after=merged)
    assert caught.value.data["detail"] == "A1"
    assert "A1" in rows_after("", ("A1", "x"), after=merged)


def test_wrong_places_and_texts_are_refused() -> None:
    workbook = Workbook.from_bytes(zipped(workbook_parts()), "proef.xlsx")
    with pytest.raises(UnknownSheetError):
        apply_edits(workbook, [CellEdit("Weg", 1, 1, "x")])
    with pytest.raises(CellReferenceError):
        apply_edits(workbook, [CellEdit("Blad", 0, 1, "x")])
    with pytest.raises(TextTooLongError):
        apply_edits(workbook, [CellEdit("Blad", 1, 1, "x" * 32_768)])


def table_parts(formula: str = "") -> dict[str, str | bytes]:
    table = (
        f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A1:B2"><tableColumns count="2">'
        '<tableColumn id="1" name="Naam"/><tableColumn id="2" name="Leeftijd"/></tableColumns></table>'
    )
    rows = f'<row r="1"><c r="A1" t="str"><v>Naam</v></c></row><row r="2"><c r="A2"/></row>{formula}'
    relationship = f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/table" Target="../tables/table1.xml"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationship}'
    return {
        **workbook_parts(sheet_xml(rows)),
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": rels + "</Relationships>",
    }


def test_a_table_header_and_its_column_keep_one_name() -> None:
    after = edited(table_parts(), ("A1", 'Voor-\nnaam "x"'))
    assert b'name="Voor-_x000a_naam &quot;x&quot;"' in after["xl/tables/table1.xml"]


@pytest.mark.parametrize("text", ["", "leeftijd"])
def test_a_table_header_needs_a_text_of_its_own(text: str) -> None:
    with pytest.raises(TableHeaderError):
        edited(table_parts(), ("A1", text))


def test_a_table_header_that_formulas_name_is_refused() -> None:
    with pytest.raises(TableHeaderError):
        edited(table_parts('<row r="5"><c r="A5"><f>SUM(T[Naam])</f></c></row>'), ("A1", "Anders"))


# ---- styles


def test_a_format_is_appended_once_and_used_again() -> None:
    after = edited(workbook_parts(), ("A1", UNCHANGED, RED), ("A2", UNCHANGED, RED), ("A3", UNCHANGED, RED))
    styles = after["xl/styles.xml"].decode()
    assert styles.count("FFFF0000") == 1
    assert '<fills count="3">' in styles
    assert '<cellXfs count="3">' in styles
    assert after[SHEET].count(b's="2"') == 3


def test_a_format_that_was_found_once_is_found_again_without_taking_the_styles_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workbook = Workbook.from_bytes(edited_file(workbook_parts(), ("A1", UNCHANGED, RED)))
    first = apply_edits(workbook, [CellEdit("Blad", 2, 2, fill=RED)])
    looked_at: list[str] = []
    monkeypatch.setattr(styles_edit, "PartText", lambda data, part: looked_at.append(part) or PartText(data, part))
    assert apply_edits(workbook, [CellEdit("Blad", 2, 2, fill=RED)]) == first
    assert not looked_at
    blue = apply_edits(workbook, [CellEdit("Blad", 2, 2, fill=SolidFill("#0000FF"))])
    assert looked_at, "another fill is looked for, and appended"
    assert b"FF0000FF" in unzipped(blue)["xl/styles.xml"]
    assert apply_edits(workbook, [CellEdit("Blad", 2, 2, fill=SolidFill("#0000FF"))]) == blue, "to the part as it is"


def test_the_fill_of_a_style_is_the_very_fill() -> None:
    first = edited_file(workbook_parts(), ("A1", UNCHANGED, RED))
    workbook = Workbook.from_bytes(first)
    style = workbook.grid("Blad").cells[1, 1].style
    data = apply_edits(workbook, [CellEdit("Blad", 5, 5, fill=FillFromStyle(style))])
    assert unzipped(data)["xl/styles.xml"] == unzipped(first)["xl/styles.xml"]
    xml = workbook.fill(style).xml
    assert apply_edits(workbook, [CellEdit("Blad", 5, 5, fill=FillXml(xml))]) == data


def test_taking_a_fill_away_leaves_the_rest_of_the_format() -> None:
    first = Workbook.from_bytes(
        edited_file(workbook_parts(sheet_xml('<row r="1"><c r="A1" s="1"/></row>')), ("A1", UNCHANGED, RED))
    )
    workbook = Workbook.from_bytes(apply_edits(first, [CellEdit("Blad", 1, 1, fill=NoFill())]))
    style = workbook.grid("Blad").cells[1, 1].style
    assert workbook.fill(style).pattern == "none"
    assert workbook.styles.number_format_id(style) == 14


@pytest.mark.parametrize(
    "styles",
    [
        None,
        f'<styleSheet xmlns="{MAIN}"/>',
        f'<x:styleSheet xmlns:x="{MAIN}"></x:styleSheet>',
        f'<styleSheet xmlns="{STRICT_MAIN}"><fills count="0"/><cellXfs/></styleSheet>',
        f'<styleSheet xmlns="{MAIN}"><fills count="1"><fill><patternFill/></fill></fills></styleSheet>',
        STYLES.replace("<fills", "<!-- <fills> --><fills"),
    ],
)
def test_missing_tables_are_made_so_that_nothing_else_is_repainted(styles: str | None) -> None:
    data = edited_file(workbook_parts(sheet_xml('<row r="1"><c r="A1"/></row>'), styles=styles), ("B1", UNCHANGED, RED))
    workbook = Workbook.from_bytes(data)
    cells = workbook.grid("Blad").cells
    assert workbook.fill(cells[1, 1].style).pattern == "none"
    assert workbook.fill(cells[1, 2].style).foreground == "#FF0000"
    assert workbook.fill(cells[1, 2].style).fill_id >= 2


def test_cells_that_use_a_missing_style_are_not_repainted_by_a_new_one() -> None:
    parts = workbook_parts(sheet_xml('<row r="1"><c r="A1" s="1"/><c r="B1" s="3"/></row>'), styles=None)
    workbook = Workbook.from_bytes(edited_file(parts, ("C1", UNCHANGED, RED)))
    fills = [workbook.fill(cell.style).pattern for cell in workbook.grid("Blad").cells.values()]
    assert fills == ["none", "none", "solid"]
    assert len(workbook.styles.xfs) == 5


def test_an_entry_within_alternate_content_counts_once() -> None:
    choice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="x14"><xf numFmtId="9"/></mc:Choice><mc:Fallback><xf numFmtId="10" fontId="0" fillId="0" borderId="0"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    styles = STYLES.replace("</cellXfs>", choice + "</cellXfs>")
    sheet = sheet_xml('<row r="1"><c r="A1" s="2"/></row>')
    workbook = Workbook.from_bytes(edited_file(workbook_parts(sheet, styles=styles), ("A1", UNCHANGED, RED)))
    style = workbook.grid("Blad").cells[1, 1].style
    assert (style, workbook.styles.number_format_id(style)) == (3, 10)
