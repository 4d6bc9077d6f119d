"""The fixtures are read exactly as `expected.json` states: every text, code and hatching, in every sheet and every fiche."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from trajecto_desktop.domain.characteristic import GENERAL_REMARKS
from trajecto_desktop.domain.findings import Rule
from trajecto_desktop.domain.text import RunRole
from trajecto_desktop.excel.binding import Role
from trajecto_desktop.excel.reader import Reading, read_workbook
from trajecto_desktop.ooxml.workbook import Workbook

pytestmark = pytest.mark.shared

CODES = {
    None: None,
    "parallel": "parallel",
    "gedeeltelijk": "partial",
    "niet": "not_parallel",
    "onduidelijk": "unclear",
    "geen_bepalingen": "no_provision",
    "aanvullend": "additional",
    "werkkolom": "working_column",
}
FULL, SHORT = "Globaal overzicht", "Beknopter"


@pytest.fixture(scope="module")
def fixtures(shared_dir: Path) -> Path:
    return shared_dir / "fixtures"


@pytest.fixture(scope="module")
def expected(fixtures: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((fixtures / "expected.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def reading(fixtures: Path) -> Reading:
    return read_workbook(Workbook.open(fixtures / "overzicht_trajectondersteuning.xlsx"))


@pytest.fixture(scope="module")
def keys(reading: Reading, expected: dict[str, Any]) -> dict[int, str]:
    """Number of the source row → key, by the fullest sheet."""
    by_row = {row: key for key, row in reading.binding.sheets[FULL].rows.items()}
    rows = expected["overview"][FULL]["rows"]
    return {row["source_row"]: by_row[row["row"]] for row in rows if not row["section"]}


def test_roles_forms_and_legend_are_recognised(reading: Reading, expected: dict[str, Any]) -> None:
    roles = {name: sheet.role for name, sheet in reading.binding.sheets.items()}
    assert roles == {
        FULL: Role.FULL,
        SHORT: Role.SHORT,
        "geen tekst": Role.CODES,
        "Geen tekst 1 basiskolom": Role.CODES,
    }
    assert [form.name for form in reading.forms] == expected["overview"][FULL]["forms"]
    legend = {CODES[code]: cell for code, cell in expected["overview"][FULL]["legend"].items()}
    assert {entry.code: entry.cell for entry in reading.palette.entries} == legend


def test_every_row_of_the_full_sheet_is_a_characteristic_but_sections_and_general_remarks(
    reading: Reading, expected: dict[str, Any], keys: dict[int, str]
) -> None:
    by_key = {each.key: each for each in reading.characteristics}
    rows = [row for row in expected["overview"][FULL]["rows"] if not row["section"]]
    assert keys[rows[0]["source_row"]] == GENERAL_REMARKS
    assert len(by_key) == len(reading.characteristics) == len(rows) - 1
    for row in rows[1:]:
        each = by_key[keys[row["source_row"]]]
        stated = (row["group"], row["decree"], row["adapted"], row["extra"], "Kern (zie fiches)")
        assert (each.group, each.decree.plain, each.adapted.plain, each.additional, each.section) == stated


@pytest.mark.parametrize("name", [FULL, SHORT])
def test_every_cell_of_a_sheet_with_texts_is_read_as_stated(
    name: str, reading: Reading, expected: dict[str, Any], keys: dict[int, str]
) -> None:
    sheet = reading.binding.sheets[name]
    for row in expected["overview"][name]["rows"]:
        if row["section"]:
            assert sheet.heading_rows[row["row"]] == row["group"]
            continue
        key = keys[row["source_row"]]
        assert sheet.rows[key] == row["row"]
        for form in expected["overview"][name]["forms"]:
            stated = row["cells"].get(form)
            cell = sheet.read(form, key)
            said = (cell.text.plain, cell.code, cell.hatched, cell.shade is not None)
            if stated is None:
                assert said == ("", None, False, False), (form, key)
            else:
                assert said == (stated["text"], CODES[stated["code"]], stated["hatched"], stated["near"]), (form, key)
                assert reading.places[form, key][name] == stated["cell"]


def test_entries_hold_the_full_text_and_the_short_one_where_it_differs(
    reading: Reading, expected: dict[str, Any], keys: dict[int, str]
) -> None:
    full = {row["source_row"]: row["cells"] for row in expected["overview"][FULL]["rows"]}
    short = {row["source_row"]: row["cells"] for row in expected["overview"][SHORT]["rows"]}
    stated = 0
    for source_row, cells in full.items():
        for form, cell in cells.items():
            entry = reading.entries[form, keys[source_row]]
            brief = short[source_row].get(form, {"text": ""})["text"]
            assert (entry.text.plain, entry.code, entry.hatched) == (cell["text"], CODES[cell["code"]], cell["hatched"])
            assert (None if entry.short_text is None else entry.short_text.plain) == (
                None if brief == cell["text"] else brief
            )
            stated += 1
    assert sum(bool(e.text.runs or e.short_text is not None or e.code) for e in reading.entries.values()) == stated


@pytest.mark.parametrize("name", ["geen tekst", "Geen tekst 1 basiskolom"])
def test_rows_and_codes_of_a_sheet_of_colours_correspond_as_stated(
    name: str, reading: Reading, expected: dict[str, Any], keys: dict[int, str]
) -> None:
    sheet = reading.binding.sheets[name]
    matched = 0
    for row in expected["overview"][name]["rows"]:
        if "heading" in row:
            assert sheet.heading_rows[row["row"]] == row["heading"]
            continue
        key = keys[row["source_row"]]
        assert sheet.rows[key] == row["row"]
        matched += 1
        for form in expected["overview"][FULL]["forms"]:
            stated = row["cells"].get(form, {"text": "", "code": None})
            cell = sheet.read(form, key)
            assert (cell.text.plain, cell.code) == (stated["text"], CODES[stated["code"]]), (form, key)
    assert matched == len(sheet.rows) == expected["overview"][name]["matched"]


def test_working_columns_conversions_and_sources_are_kept_apart(reading: Reading) -> None:
    assert {(column.sheet, column.excel_column) for column in reading.working_columns} == {(FULL, 28), (SHORT, 28)}
    assert len({conversion.sheet for conversion in reading.conversions}) == 12
    assert any(wording.adopted for conversion in reading.conversions for wording in conversion.formulations)
    assert any(not wording.adopted for conversion in reading.conversions for wording in conversion.formulations)
    assert len(reading.sources) == 5


def test_all_fiches_are_read_as_stated_and_under_the_keys_of_the_overview(
    fixtures: Path, reading: Reading, expected: dict[str, Any]
) -> None:
    known = {each.key for each in reading.characteristics}
    assert len(expected["fiches"]) == 24
    for name, fiche in expected["fiches"].items():
        read = read_workbook(Workbook.open(fixtures / "fiches" / name))
        sheet = read.binding.fullest
        assert (read.layout, [form.name for form in read.forms]) == ("fiche", [fiche["form"]])
        assert sheet.header_row == fiche["header_row"]
        by_row = {row: key for key, row in sheet.rows.items()}
        by_key = {each.key: each for each in read.characteristics}
        assert set(by_key) < known
        assert len(by_key) == len(fiche["rows"])
        for row in fiche["rows"]:
            each = by_key[by_row[row["row"]]]
            entry = read.entries.get((fiche["form"], each.key))
            said = (each.group, each.decree.plain, each.adapted.plain)
            assert said == (row["group"], row["decree"], row["adapted"])
            assert (entry.text.plain if entry else "") == row["text"]
            assert (entry.code if entry else None) == CODES[row["code"]]
            assert (entry.sources.plain if entry else "") == row["sources"]


def test_the_findings_of_the_fixture_are_few_and_as_counted_by_hand(reading: Reading) -> None:
    counted = Counter((finding.rule, finding.sheet) for finding in reading.findings)
    assert counted[Rule.COLOUR_DRIFT, FULL] == 3
    assert counted[Rule.COLOUR_DRIFT, SHORT] == 8
    assert counted[Rule.WORD_WITHOUT_ENTRY, "Geen tekst 1 basiskolom"] == 5
    assert counted[Rule.ROW_MISSING, "geen tekst"] == 1
    assert counted[Rule.ROW_MISSING, "Geen tekst 1 basiskolom"] == 2
    assert not any(rule in (Rule.SHEETS_DISAGREE, Rule.UNKNOWN_COLOUR, Rule.ROW_UNMATCHED) for rule, _ in counted)
    assert counted[Rule.STRAY_SPACE, FULL] == 5
    # `Art 12` and `Mem., p 22` without their point, told apart from the rest: each is mended, but there are many.
    assert counted.pop((Rule.LOOSE_REFERENCE, FULL)) == 29
    assert sum(counted.values()) < 80


def test_remarks_and_texts_for_completeness_are_told_by_their_colour(reading: Reading) -> None:
    roles = {run.role for entry in reading.entries.values() for run in entry.text.runs}
    assert roles == {RunRole.PLAIN, RunRole.REMARK, RunRole.COMPLETENESS}
    for entry in reading.entries.values():
        if any(run.role is RunRole.COMPLETENESS for run in entry.text.runs):
            assert entry.code is None
    assert reading.remark_colour == "#C00000"
