"""Workbooks read: strings, styles, colours, rows and references, in every way they are written."""

from __future__ import annotations

import warnings
from pathlib import Path

import openpyxl
import pytest
from made_packages import STYLES, sheet_xml, workbook_parts, zipped

from trajecto_desktop.errors import DamagedFileError, DocumentError, FileUnavailableError, UnsafeContentError
from trajecto_desktop.ooxml.fonts import RunFont, build_properties
from trajecto_desktop.ooxml.formulas import moved
from trajecto_desktop.ooxml.names import MAIN, resolve_target
from trajecto_desktop.ooxml.strings import RichRun, SharedStrings, escape, unescape, with_text
from trajecto_desktop.ooxml.theme import tinted
from trajecto_desktop.ooxml.workbook import Workbook, general_number

A = RichRun("gewoon ", "")
B = RichRun("rood", '<color rgb="FFFF0000"/>')


def workbook_of(sheet: str, strings: str | None = None, styles: str | None = STYLES) -> Workbook:
    return Workbook.from_bytes(zipped(workbook_parts(sheet, strings=strings, styles=styles)), "proef.xlsx")


def texts(workbook: Workbook) -> dict[tuple[int, int], str]:
    return {place: workbook.text(cell) for place, cell in workbook.grid("Blad").cells.items()}


ROWS = (
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1.50</v></c><c r="C2" t="b"><v>1</v></c></row>'
    '<row r="4"><c r="A4" t="str"><f>"x"</f><v>a &lt; b</v></c><c r="AB4" t="e"><v>#N/A</v></c></row>'
)
EXPECTED = {(2, 1): "een", (2, 2): "1.5", (2, 3): "TRUE", (4, 1): "a < b", (4, 28): "#N/A"}


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS.replace('"2"', "'2'"),
        ROWS.replace("<row", "<!-- x --><row"),
        ROWS.replace("<row ", "<row\n "),
        ROWS.replace("<v>0</v>", "<v><![CDATA[0]]></v>"),
        ROWS.replace('r="A2" t="s"', 't="s" r="A2"'),
    ],
)
def test_both_ways_of_reading_a_sheet_agree(rows: str) -> None:
    assert texts(workbook_of(sheet_xml(rows), "<si><t>een</t></si>")) == EXPECTED


INLINE = (
    '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>een &amp; twee</t></is></c><c r="B1" t="inlineStr"><is><t></t></is></c>'
    '<c r="C1" t="inlineStr"><is><r><t>gewoon </t></r><r><rPr><b val="1"/></rPr><t xml:space="preserve"> vet</t></r></is></c>'
    '<c r="D1" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>y</t></rPh></is></c><c r="E1" t="inlineStr"></c>'
    '<c r="F1" s="1" /><c r="G1" t="n"><v /></c><c r="H1" t="inlineStr"><is><t>_x0041_</t></is></c></row>'
)


@pytest.mark.parametrize("other", [f"<!-- x -->{INLINE}", INLINE.replace('"', "'"), INLINE.replace("<row ", "<row\n ")])
def test_strings_in_cells_are_the_same_by_both_ways_of_reading(other: str) -> None:
    """What openpyxl writes goes past the XML parser; the same cells in an unusual writing do not."""
    plain, whole = (workbook_of(sheet_xml(rows)) for rows in (INLINE, other))
    cells, expected = (
        {place: (cell.style, cell.kind, cell.value, book.runs(cell)) for place, cell in book.grid("Blad").cells.items()}
        for book in (plain, whole)
    )
    assert cells == expected
    assert cells[1, 3][3] == (RichRun("gewoon "), RichRun(" vet", "<b/>"))
    assert cells[1, 1][2] == "een & twee"


def test_a_string_in_a_cell_that_is_not_closed_is_damage() -> None:
    with pytest.raises(DamagedFileError):
        workbook_of(sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>a<b></is></c></row>')).grid("Blad")


def test_rows_and_cells_without_references_are_counted() -> None:
    rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    assert texts(workbook_of(sheet_xml(rows))) == {(1, 1): "1", (1, 2): "2", (5, 3): "3", (5, 4): "4", (6, 1): "5"}


@pytest.mark.parametrize(
    "items",
    [
        '<si><r><t>a </t></r><r><rPr><b/><sz val="9"/></rPr><t>b</t></r></si>',
        "<si><r><t>a </t></r><r><rPr><sz val='9'/><b val='1'/></rPr><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>",
        '<si ><r><t>a </t></r><r><rPr><sz val="9"/><b/></rPr><t>b</t></r></si >',
        '<si><!-- c --><r><t>a </t></r><r><rPr><sz val="9"></sz><b/></rPr><t>b</t></r></si>',
    ],
)
def test_equal_formats_are_equal_however_they_are_written(items: str) -> None:
    strings = SharedStrings(f'<sst xmlns="{MAIN}">{items}</sst>'.encode())
    assert strings.runs(0) == (RichRun("a "), RichRun("b", '<b/><sz val="9"/>'))


def test_items_that_look_closed_inside_are_cut_rightly() -> None:
    data = f'<?xml version="1.0"?>\n<sst xmlns="{MAIN}"><si/><si><t/></si>\n<si><t>x</t></si></sst>'
    strings = SharedStrings(data.encode())
    assert [strings.text(index) for index in range(4)] == ["", "", "x", ""]


def test_halves_of_characters_are_joined_and_one_alone_is_told_by_a_sign() -> None:
    assert unescape("_xD83D__xDE00_ en _xD83D_ los") == "😀 en \ufffd los"
    assert escape("\ud83d\ude00 en \ude00 los") == "😀 en \ufffd los"


def test_escapes_are_undone_and_made() -> None:
    assert unescape("a_x000D_b_x005F_x0041_") == "a\rb_x0041_"
    assert escape("a\rb_x0041_") == "a_x000D_b_x005F_x0041_"


def test_changing_a_word_leaves_the_format_of_the_others() -> None:
    assert with_text((A, B), "gewoon roder") == (A, RichRun("roder", B.properties))
    assert with_text((A, B), "heel gewoon rood") == (RichRun("heel gewoon "), B)
    assert with_text((A, B), "gewoon blauw") == (A, RichRun("blauw", B.properties))
    assert with_text((A, B), "") == ()
    assert with_text((), "x") == (RichRun("x"),)


def test_a_font_is_written_and_read_back() -> None:
    font = RunFont("Calibri", 9.5, bold=True, underline=True, color="#C00000")
    assert workbook_of(sheet_xml("")).font_of(build_properties(font)) == font


@pytest.mark.parametrize(
    ("rgb", "tint", "expected"),
    [("FFFFFF", -0.5, "808080"), ("000000", 0.5, "808080"), ("4F81BD", 0.6, "B9CDE5"), ("4F81BD", 0, "4F81BD")],
)
def test_tints_follow_the_rule_of_the_format(rgb: str, tint: float, expected: str) -> None:
    got = tinted(rgb, tint)
    assert all(abs(int(got[i : i + 2], 16) - int(expected[i : i + 2], 16)) <= 1 for i in (0, 2, 4))


@pytest.mark.parametrize(
    ("fill", "pattern", "foreground", "background"),
    [
        ('<patternFill patternType="solid"><fgColor rgb="FFA9D08E"/></patternFill>', "solid", "#A9D08E", None),
        ('<patternFill><fgColor indexed="10"/></patternFill>', "solid", "#FF0000", None),
        ('<patternFill><bgColor indexed="10"/></patternFill>', "none", None, None),
        ('<patternFill patternType="solid"/>', "solid", "#000000", None),
        ('<patternFill patternType="solid"><bgColor rgb="FFFFFF00"/></patternFill>', "solid", "#000000", "#FFFF00"),
        ('<patternFill patternType="solid"><fgColor indexed="64"/><bgColor indexed="65"/></patternFill>', "solid", "#000000", "#FFFFFF"),
        ('<patternFill patternType="solid"><fgColor indexed="65"/></patternFill>', "solid", "#FFFFFF", None),
        ('<patternFill patternType="solid"><fgColor auto="1"/><bgColor indexed="64"/></patternFill>', "solid", "#000000", "#000000"),
        ('<patternFill patternType="solid"><fgColor rgb="0000B050"/></patternFill>', "solid", "#00B050", None),
        ('<patternFill patternType="solid"><fgColor rgb="00B050"/></patternFill>', "solid", "#00B050", None),
        ('<patternFill patternType="lightUp"><fgColor theme="1"/><bgColor theme="0"/></patternFill>', "lightUp", "#000000", "#FFFFFF"),
        ('<gradientFill><stop position="0"><color rgb="FF000001"/></stop><stop position="1"><color rgb="FF000002"/></stop></gradientFill>', "gradient", "#000001", "#000002"),
        ('<patternFill patternType="none"><fgColor rgb="FFA9D08E"/></patternFill>', "none", None, None),
    ],
)  # fmt: skip
def test_fills_are_resolved(fill: str, pattern: str, foreground: str | None, background: str | None) -> None:
    styles = STYLES.replace("</fills>", f"<fill>{fill}</fill></fills>").replace(
        "</cellXfs>", '<xf fillId="2"/></cellXfs>'
    )
    found = workbook_of(sheet_xml(""), styles=styles).fill(2)
    assert (found.pattern, found.foreground, found.background, found.fill_id) == (pattern, foreground, background, 2)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1.50", "1.5"), ("0.30000000000000004", "0.3"), ("1E3", "1000"), ("1E+25", "1E+25"), ("x", "x"), ("-7", "-7")],
)
def test_numbers_are_shown_in_general_format(text: str, shown: str) -> None:
    assert general_number(text) == shown


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
        ("SUM(A1:B2)", "SUM(B3:C4)"),
        ("'A1'!A1&\"A1\"", "'A1'!B3&\"A1\""),
        ("LOG10(A1)+T1_x+Tabel1[A1]", "LOG10(B3)+T1_x+Tabel1[A1]"),
        ("A:B+1:2", "B:C+3:4"),
    ],
)
def test_relative_references_move_with_the_formula(formula: str, expected: str) -> None:
    assert moved(formula, 2, 1) == expected


@pytest.mark.parametrize(
    "target", ["worksheets/a.xml", "/xl/worksheets/a.xml", "worksheets\\a.xml", "./worksheets/../worksheets/a.xml#x"]
)
def test_targets_of_every_kind_are_resolved(target: str) -> None:
    assert resolve_target("xl/workbook.xml", target) == "xl/worksheets/a.xml"


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet",
        sheet_xml("<row r='x'/>"),
        sheet_xml('<row r="1"><c r="1A"/></row>'),
        sheet_xml('<row r="1"><c r="A1"><v>1</c></row>'),
        sheet_xml("", after="<mergeCells><mergeCell ref='?'/></mergeCells>"),
        sheet_xml('<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>'),
    ],
)
def test_a_damaged_sheet_is_named(sheet: str) -> None:
    workbook = workbook_of(sheet)
    with pytest.raises(DamagedFileError) as caught:
        workbook.grid("Blad")
    assert "proef.xlsx" in caught.value.message("nl")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + sheet_xml("")
    with pytest.raises(UnsafeContentError):
        workbook_of(bomb).grid("Blad")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnavailableError) as caught:
        Workbook.open(tmp_path / "weg.xlsx")
    assert isinstance(caught.value, DocumentError)
    assert "weg.xlsx" in caught.value.message("nl")
    assert caught.value.message("nl") != caught.value.message("en")


def test_values_and_fills_of_the_fixtures_agree_with_openpyxl(shared_dir: Path) -> None:
    for path in [*shared_dir.glob("fixtures/*.xlsx"), *sorted(shared_dir.glob("fixtures/fiches/*.xlsx"))[:3]]:
        workbook = Workbook.open(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = openpyxl.load_workbook(path)
        for info in workbook.sheets:
            cells = workbook.grid(info.name).cells
            for row in other[info.name].iter_rows():
                for theirs in row:
                    ours = cells.get((theirs.row, theirs.column))
                    if theirs.data_type == "s":
                        assert ours is not None
                        assert workbook.text(ours) == theirs.value.replace("\r\n", "\n")
                    if ours is not None and theirs.fill.fill_type and theirs.fill.fgColor.type == "rgb":
                        fill = workbook.fill(ours.style)
                        assert (fill.pattern, fill.foreground) == (
                            theirs.fill.fill_type,
                            "#" + theirs.fill.fgColor.rgb[2:],
                        )
