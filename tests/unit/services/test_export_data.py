"""Data in long form: what R, SPSS and Excel each can read, and what each column means."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from made_documents import made_document
from made_reports import EVERYTHING, MADE_FROM

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.errors import Language
from trajecto_desktop.services.export_data import csv_bytes, json_bytes
from trajecto_desktop.services.export_report import export_data
from trajecto_desktop.services.export_text import CSV_STYLES, PARTS, CsvStyle, ReportRequest
from trajecto_desktop.services.provenance import CSV_COLUMNS


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
