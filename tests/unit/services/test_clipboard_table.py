"""Entries to and from the clipboards of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText, Run, RunRole, RunStyle
from trajecto_desktop.services.clipboard_html import colour_in, read_html
from trajecto_desktop.services.clipboard_table import (
    Pasted,
    PastedRow,
    from_html,
    from_own,
    from_tabs,
    to_html,
    to_own,
    to_tabs,
)

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\,";}
.font5 {color:#C00000; font-size:11.0pt;}
td {color:black; font-weight:400;}
.xl65 {background:#A9D08E; mso-pattern:black none; white-space:normal;}
.xl66 {background:#A9D08E; mso-pattern:#BF9000 thin-diag-stripe; font-weight:700;}
.xl67 {color:#C00000;}
--></style></head><body><!--StartFragment--><table>
 <tr height=20>
  <td class=xl65 width=64>een <font class="font5">rood</font><span
  style='mso-spacerun:yes'>&nbsp;</span> woord</td>
  <td class=xl66>vet<br>
    twee</td>
 </tr>
 <tr><td rowspan=2 class=xl67>alles</td><td style='background:white'>&lt;niets&gt;</td></tr>
 <tr><td style="background:#F4B183">bijna</td></tr>
</table><!--EndFragment--></body></html>"""


@pytest.fixture
def document() -> Document:
    return Document(Content("overview", DEFAULT_PALETTE, [SupportForm("A")]))


def _cell(rows: list[PastedRow], row: int, column: int) -> Pasted:
    cell = rows[row][column]
    assert cell is not None
    return cell


def test_excels_classes_patterns_and_fonts_are_understood(document: Document) -> None:
    rows = from_html(EXCEL, document)
    first, second = _cell(rows, 0, 0), _cell(rows, 0, 1)
    assert first.text == RichText((Run("een "), Run("rood", role=RunRole.REMARK), Run("  woord")))
    assert (first.code, first.hatched, first.coloured) == ("parallel", False, True)
    assert second.text == RichText((Run("vet\ntwee", RunStyle(bold=True)),))
    assert (second.code, second.hatched) == ("parallel", True)


def test_a_cell_wholly_in_the_remark_colour_is_a_remark_and_white_says_nothing(document: Document) -> None:
    rows = from_html(EXCEL, document)
    assert _cell(rows, 1, 0).text == RichText((Run("alles", role=RunRole.REMARK),))
    assert _cell(rows, 1, 1) == Pasted(RichText.plain_text("<niets>"))


def test_what_a_merged_cell_covers_stays_and_a_drifted_shade_becomes_its_code(document: Document) -> None:
    rows = from_html(EXCEL, document)
    assert rows[2][0] is None
    assert _cell(rows, 2, 1).code == "not_parallel"


def test_libreoffices_bgcolor_and_font_are_understood_and_its_remarks_left_out(document: Document) -> None:
    html = (
        "<table><tr><td height=17 bgcolor='#FFF2CC'><a class='comment-indicator'></a><comment>privé</comment>"
        "<b><font color='#000000'>een<br>twee</font></b><font color='#7030A0'> drie</font></td></tr></table>"
    )
    cell = _cell(from_html(html, document), 0, 0)
    assert cell.text == RichText((Run("een\ntwee", RunStyle(bold=True)), Run(" drie", role=RunRole.COMPLETENESS)))
    assert cell.code == "partial"


GOOGLE = """<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}
br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr"
border="1" style="table-layout:fixed;font-size:10pt;"><colgroup><col width="100"/><col width="100"/></colgroup><tbody>
<tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px;background-color:#a9d08e;"
data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;een rood&quot;}"><span style="font-size:10pt;font-family:Arial;">een </span><span
style="font-size:10pt;color:#c00000;">rood</span></td><td style="overflow:hidden;wrap-strategy:4;white-space:normal;"
data-sheets-value="{&quot;1&quot;:2}">twee<br/>regels &quot;zo&quot;</td></tr></tbody></table></google-sheets-html-origin>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Calibri"; font-size:x-small }
a.comment-indicator:hover + comment { background:#ffd; position:absolute; } comment { display:none } </style></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td height="17" align="left" valign=top
bgcolor="#A9D08E" data-sheets-value="x"><font color="#000000">een <font color="#C00000">rood</font></font></td>
<td align="left" bgcolor="#FF00FF"><font color="#000000">paars vak</font></td><td align="left" bgcolor="#FFFFFF">wit</td></tr>
</table></body></html>"""

EXCEL_365 = """Version:1.0\r\nStartHTML:0000000181\r\n<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Excel 15"><style>
<!--table\n\t{mso-displayed-decimal-separator:"\\,";\n\tmso-displayed-thousand-separator:"\\.";}
@page\n\t{margin:.75in .7in .75in .7in;}
.font6\n\t{color:#C00000;\n\tfont-size:11.0pt;\n\tfont-weight:400;\n\tfont-family:Calibri, sans-serif;}
tr\n\t{mso-height-source:auto;}
td\n\t{padding-top:1px;\n\tcolor:black;\n\tfont-size:11.0pt;\n\tfont-weight:400;\n\tmso-pattern:auto;}
.xl66\n\t{vertical-align:top;\n\tbackground:#A9D08E;\n\tmso-pattern:black none;\n\twhite-space:normal;}
.xl67\n\t{background:yellow;\n\tmso-pattern:black none;}
--></style></head><body link="#0563C1"><table border=0 cellpadding=0 style='border-collapse:\n collapse;width:48pt'>
<!--StartFragment--><col width=64 style='width:48pt'><tr height=20 style='height:15.0pt'>
<td height=20 class=xl66 width=64 style='height:15.0pt;width:48pt'>een <font\n  class="font6">rood</font></td>
<td class=xl67>geel</td></tr><!--EndFragment--></table></body></html>"""


@pytest.mark.parametrize("html", [GOOGLE, LIBREOFFICE, EXCEL_365], ids=["google", "libreoffice", "excel"])
def test_cells_of_each_spreadsheet_come_with_their_words_remarks_and_code(document: Document, html: str) -> None:
    rows = from_html(html, document)
    first = _cell(rows, 0, 0)
    assert len(rows) == 1
    assert first.text == RichText((Run("een "), Run("rood", role=RunRole.REMARK)))
    assert (first.code, first.hatched, first.coloured, first.unknown) == ("parallel", False, True, False)


def test_a_colour_that_the_legend_does_not_know_is_told_and_not_taken_over(document: Document) -> None:
    for html, column in ((LIBREOFFICE, 1), (EXCEL_365, 1)):
        cell = _cell(from_html(html, document), 0, column)
        assert cell.unknown
        assert not cell.coloured
        kept = Entry(code="partial")
        assert cell.onto(kept).code == "partial"
    assert not _cell(from_html(LIBREOFFICE, document), 0, 2).unknown


def test_line_ends_and_quotes_of_a_web_sheet_stay(document: Document) -> None:
    assert _cell(from_html(GOOGLE, document), 0, 1).text == RichText.plain_text('twee\nregels "zo"')


def test_colours_without_text_leave_texts_as_they_are(document: Document) -> None:
    html = "<table><tr><td bgcolor=#A9D08E></td><td bgcolor=#123456></td></tr></table>"
    entry = Entry(RichText.plain_text("blijft"), code="partial")
    cells = from_html(html, document)[0]
    assert [cell.onto(entry).code for cell in cells if cell] == ["parallel", "partial"]
    assert [cell.onto(entry).text.plain for cell in cells if cell] == ["blijft", "blijft"]


def test_text_of_word_keeps_bold_and_remarks_and_drops_its_fonts(document: Document) -> None:
    html = (
        "<html><head><style>p.MsoNormal{font-family:Calibri}</style><title>x</title></head><body>"
        "<p class=MsoNormal><span style='font-family:Arial;color:#00B050'>een</span> <b>twee</b><o:p></o:p></p>"
        "<p class=MsoNormal><span style='color:rgb(192, 0, 0)'>drie</span></p></body></html>"
    )
    cell = _cell(from_html(html, document), 0, 0)
    assert cell.text is not None
    assert cell.text.plain == "een twee\ndrie"
    assert [(run.text.strip(), run.style, run.role) for run in cell.text.runs if run.text.strip()] == [
        ("een", RunStyle(), RunRole.PLAIN),
        ("twee", RunStyle(bold=True), RunRole.PLAIN),
        ("drie", RunStyle(), RunRole.REMARK),
    ]


def test_the_same_words_without_formats_keep_the_formats_that_are_there() -> None:
    text = RichText((Run("een\n"), Run("> nagaan", role=RunRole.REMARK)))
    assert Pasted(RichText.plain_text("een\n> nagaan")).onto(Entry(text)).text == text
    assert Pasted(RichText.plain_text("anders")).onto(Entry(text)).text == RichText.plain_text("anders")


def test_our_own_form_carries_everything_but_codes_that_this_file_does_not_have(document: Document) -> None:
    text = RichText((Run("a", RunStyle(bold=True), source="<b/>"), Run("> b", role=RunRole.REMARK)))
    rows = from_own(to_own([[Entry(text, code="partial", hatched=True), Entry(text, code="elders")]]), document.palette)
    assert rows == [(Pasted(text, "partial", True, coloured=True), Pasted(text))]
    assert from_own(b"[[{}]]", document.palette) == from_own(b"{", document.palette) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("een", [["een"]]),
        ('"een\ntwee ""drie"""\tx\r\nvier\r\n', [['een\ntwee "drie"', "x"], ["vier"]]),
        ("a\tb\n\tc", [["a", "b"], ["", "c"]]),
        ('zeg "dag"', [['zeg "dag"']]),
        ("", []),
    ],
)
def test_tab_separated_text_is_read_as_excel_writes_it(text: str, cells: list[list[str]]) -> None:
    assert [[cell.text.plain for cell in row if cell and cell.text is not None] for row in from_tabs(text)] == cells


def test_tab_separated_text_comes_back_as_it_was() -> None:
    rows = [["a\nb", 'c "d"', ""], ["", "e\tf", "g"]]
    assert [
        [cell.text.plain for cell in row if cell and cell.text is not None] for row in from_tabs(to_tabs(rows))
    ] == rows


def test_odd_html_neither_fails_nor_grows_without_bound() -> None:
    odd = "<table><tr><td colspan=999999999 rowspan=88888>a<table><tr><td>b</table><td bgcolor=zz style='color'>c"
    content = read_html(odd)
    assert len(content.rows) == 1
    assert len(content.rows[0]) <= 1000
    assert read_html("</td></tr></table><td>x").rows
    assert read_html("").rows == ()


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#abc", "#AABBCC"),
        ("RGB(1,2,300)".lower(), "#0102FF"),
        ("navy none", "#000080"),
        ("windowtext", None),
        ("", None),
    ],
)
def test_colours_are_read_in_each_way_they_are_written(text: str, colour: str | None) -> None:
    assert colour_in(text) == colour


def test_every_entry_of_the_real_overview_survives_the_way_through_html(shared_dir: Path) -> None:
    from trajecto_desktop.services.open_document import open_document

    document = open_document(shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx").document
    rows = [[document.entry(form, row.key) for form in document.form_names] for row in document.characteristics]
    back = from_html(to_html(rows, document), document)
    for entries, cells in zip(rows, back, strict=True):
        for entry, cell in zip(entries, cells, strict=True):
            assert cell is not None
            assert cell.text is not None
            assert (cell.code, cell.hatched) == (entry.code, entry.hatched)
            assert cell.text.plain.split() == entry.text.plain.split()
            assert {run.role for run in cell.text.runs} == {run.role for run in entry.text.runs if run.text.strip()}
