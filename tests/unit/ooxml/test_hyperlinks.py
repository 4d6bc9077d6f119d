"""Which cells lead where."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from openpyxl.worksheet.hyperlink import Hyperlink

from trajecto_desktop.ooxml.hyperlinks import hyperlinks_of
from trajecto_desktop.ooxml.workbook import Workbook


def test_links_to_pages_to_places_and_on_ranges_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "een"
    sheet["A1"].hyperlink = "https://voorbeeld.be/a?b=1&c=2"
    sheet["B2"] = "twee"
    sheet["B2"].hyperlink = Hyperlink(ref="B2", location="'Blad 2'!C3")
    sheet["D4"] = "drie"
    sheet["D4"].hyperlink = Hyperlink(ref="D4:E5", target="mailto:iemand@voorbeeld.be")
    sheet["D4"].hyperlink.ref = "D4:E5"
    data = BytesIO()
    book.save(data)
    workbook = Workbook.from_bytes(data.getvalue(), "a.xlsx")
    mail = "mailto:iemand@voorbeeld.be"
    assert hyperlinks_of(workbook, sheet.title) == {
        (1, 1): "https://voorbeeld.be/a?b=1&c=2",
        (2, 2): "#'Blad 2'!C3",
        **{(row, column): mail for row in (4, 5) for column in (4, 5)},
    }


def test_a_sheet_without_links_has_none() -> None:
    book = openpyxl.Workbook()
    data = BytesIO()
    book.save(data)
    workbook = Workbook.from_bytes(data.getvalue(), "a.xlsx")
    assert hyperlinks_of(workbook, "Sheet") == {}
