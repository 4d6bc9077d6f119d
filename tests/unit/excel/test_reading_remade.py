"""The overview fixture, remade in other shapes by openpyxl and LibreOffice, says the same."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook as Book
from sheets_remade import (
    CODE_SHEETS,
    TEXT_SHEETS,
    Said,
    columns_shuffled,
    copy_cell,
    load,
    reading_of,
    remade,
    said,
    shifted,
    solid,
)
from sheets_remade import recoloured as recolour

from trajecto_desktop.domain.findings import Rule
from trajecto_desktop.errors import UnknownLayoutError
from trajecto_desktop.excel.binding import Role
from trajecto_desktop.excel.profile import LayoutProfile
from trajecto_desktop.excel.reader import Reading, read_workbook
from trajecto_desktop.ooxml.workbook import Workbook

pytestmark = pytest.mark.shared

LEGEND = ("A2", "B2", "C2", "A3", "B3", "C3", "D3")
FIRST_FORM = {"Globaal overzicht": 4, "Beknopter": 4, "geen tekst": 3, "Geen tekst 1 basiskolom": 2}
FORMS = 6
GREEN, DRIFTED, YELLOW, ORANGE, GREY, BLUE, PINK = "A9D08E", "AECC94", "FFF2CC", "F4B084", "D9D9D9", "BDD7EE", "FFCCFF"


@pytest.fixture(scope="module")
def overview(shared_dir: Path) -> Path:
    return shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx"


@pytest.fixture(scope="module")
def smaller(overview: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview with its first six forms: quicker to remake, with every kind of code and hatching."""
    book = load(overview)
    keep_forms(book, FORMS)
    for name in book.sheetnames[6:]:
        del book[name]
    path = tmp_path_factory.mktemp("smaller") / "overzicht.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def original(smaller: Path) -> Said:
    return said(read_workbook(Workbook.open(smaller)))


@pytest.fixture
def book(smaller: Path) -> Book:
    return load(smaller)


def keep_forms(book: Book, count: int) -> None:
    """Take away the columns of all but the first forms; working columns move up."""
    for name, first in FIRST_FORM.items():
        keep = first + count
        remade(book, book[name], partial(_kept, keep=keep, gone=24 - count))


def _kept(row: int, column: int, keep: int, gone: int) -> tuple[int, int] | None:
    if column < keep:
        return row, column
    return (row, column - gone) if column >= keep + gone else None


def taken_legend(book: Book, name: str) -> list[tuple[object, object]]:
    """The legend's labels and styles, taken off the sheet."""
    sheet = book[name]
    cells = [(sheet[place].value, copy.copy(sheet[place]._style)) for place in LEGEND]
    for place in (*LEGEND, "A1", "B1"):
        sheet[place].value = None
        sheet[place]._style = copy.copy(sheet["E4"]._style)
    return cells


def put_legend(
    book: Book, places: list[str], beside: tuple[int, int] = (0, 0), title: str = "", seed: int | None = None
) -> None:
    """Both legends in other places; `beside`: how far from its colour a label stands (rows down, columns right)."""
    for name in TEXT_SHEETS:
        cells = taken_legend(book, name)
        if seed is not None:
            random.Random(seed).shuffle(cells)
        for (label, style), place in zip(cells, places, strict=True):
            book[name][place]._style = copy.copy(style)
            row, column = coordinate_to_tuple(place)
            book[name].cell(row + beside[0], column + beside[1]).value = label
        if title:
            book[name][title].value = "Legende"


def down(column: str, first: int, step: int = 1) -> list[str]:
    return [f"{column}{first + i * step}" for i in range(7)]


def test_saved_by_openpyxl_it_says_the_same(overview: Path) -> None:
    assert said(reading_of(load(overview))) == said(read_workbook(Workbook.open(overview)))


def test_an_overview_of_six_forms_says_the_same_of_those(overview: Path, original: Said) -> None:
    assert original == said(read_workbook(Workbook.open(overview)), original.forms)
    assert {entry[2] for entry in original.entries.values()} >= {None, "parallel", "partial", "unclear", "additional"}
    assert any(entry[3] for entry in original.entries.values())


@pytest.mark.libreoffice
def test_saved_by_libreoffice_it_says_the_same_though_patterns_are_lost(
    overview: Path, soffice: Callable[[Path, str], Path]
) -> None:
    assert said(read_workbook(Workbook.open(soffice(overview, "xlsx")))) == said(read_workbook(Workbook.open(overview)))


@pytest.mark.libreoffice
def test_a_fiche_saved_by_libreoffice_says_the_same(shared_dir: Path, soffice: Callable[[Path, str], Path]) -> None:
    fiche = shared_dir / "fixtures" / "fiches" / "Lokale_Teams_K_G.xlsx"
    assert said(read_workbook(Workbook.open(soffice(fiche, "xlsx")))) == said(read_workbook(Workbook.open(fiche)))


@pytest.mark.parametrize("name", [*TEXT_SHEETS, *CODE_SHEETS])
def test_a_sheet_moved_down_and_right_says_the_same(name: str, book: Book, original: Said) -> None:
    shifted(book, name, 3, 2)
    assert said(reading_of(book)) == original


def test_a_coloured_title_above_changes_nothing_but_the_title(book: Book, original: Said) -> None:
    for name in [*TEXT_SHEETS, *CODE_SHEETS]:
        sheet = shifted(book, name, 2, 0)
        sheet["A1"] = "Vierentwintig vormen naast elkaar"
        sheet["A1"].font = Font(bold=True, size=16)
        sheet["A1"].fill = solid("FF1F4E78")
        sheet.merge_cells("A1:D1")
    reading = reading_of(book)
    assert said(reading) == original
    assert reading.title == "Vierentwintig vormen naast elkaar"


def test_sheets_with_other_names_and_in_another_order_say_the_same(book: Book, original: Said) -> None:
    for i, name in enumerate([*TEXT_SHEETS, *CODE_SHEETS]):
        book[name].title = f"Blad{i + 1}"
    book._sheets = book._sheets[::-1]
    assert said(reading_of(book)) == original


@pytest.mark.parametrize("name", [*TEXT_SHEETS, *CODE_SHEETS])
def test_without_one_sheet_the_characteristics_stay_and_it_is_told_when_a_kind_is_gone(
    name: str, book: Book, original: Said
) -> None:
    del book[name]
    reading = reading_of(book)
    assert said(reading).characteristics == original.characteristics
    assert reading.binding.fullest.role is Role.FULL
    told = [finding for finding in reading.findings if finding.rule is Rule.SHEET_MISSING]
    assert len(told) == (1 if name in TEXT_SHEETS else 0)


@pytest.mark.parametrize("name", list(FIRST_FORM))
def test_forms_in_another_order_keep_their_entries(name: str, book: Book, original: Said) -> None:
    columns_shuffled(book, name, FIRST_FORM[name], FIRST_FORM[name] + FORMS - 1, seed=5)
    now = said(reading_of(book))
    assert (now.characteristics, now.entries, now.codes_by_role) == (
        original.characteristics,
        original.entries,
        original.codes_by_role,
    )
    assert sorted(now.forms) == sorted(original.forms)


def test_one_more_form_is_a_form_in_every_sheet(book: Book) -> None:
    for name, first in FIRST_FORM.items():
        end = first + FORMS
        sheet = remade(book, book[name], partial(_opened, at=end))
        header = 5 if name in TEXT_SHEETS else 1
        copy_cell(sheet.cell(header, end - 1), sheet.cell(header, end))
        sheet.cell(header, end).value = "Planmakers" if name in TEXT_SHEETS else "Plan-\nmakers"
    reading = reading_of(book)
    assert [form.name for form in reading.forms][FORMS:] == ["Planmakers"]
    assert all(len(sheet.form_columns) == FORMS + 1 for sheet in reading.binding.sheets.values())
    assert Rule.EMPTY_ENTRY in {finding.rule for finding in reading.findings if finding.form == "Planmakers"}


def _opened(row: int, column: int, at: int) -> tuple[int, int]:
    return row, column + (column >= at)


def test_inserted_rows_leave_all_other_keys_and_entries(book: Book, original: Said) -> None:
    for name in TEXT_SHEETS:
        sheet = remade(book, book[name], lambda row, column: (row + (row >= 13) + 2 * (row >= 40), column))
        sheet.cell(13, 3).value = "een kenmerk dat hier nog niet stond"
    for name in CODE_SHEETS:
        sheet = remade(book, book[name], lambda row, column: (row + (row >= 9), column))
        sheet.cell(9, FIRST_FORM[name] - 1).value = "een kenmerk dat hier nog niet stond"
    now = said(reading_of(book))
    assert (now.entries, now.codes_by_role) == (original.entries, original.codes_by_role)
    assert [row for row in now.characteristics if row in original.characteristics] == list(original.characteristics)
    assert len(now.characteristics) == len(original.characteristics) + 1


def test_rows_of_a_sheet_of_colours_in_another_order_keep_their_codes(book: Book, original: Said) -> None:
    rows = list(range(7, 17))
    mixed = rows[:]
    random.Random(2).shuffle(mixed)
    places = dict(zip(rows, mixed, strict=True))
    for name in CODE_SHEETS:
        remade(book, book[name], lambda row, column: (places.get(row, row), column))
    assert said(reading_of(book)) == original


def test_hidden_rows_columns_and_sheets_count_and_are_told(book: Book, original: Said) -> None:
    for name in (*TEXT_SHEETS, *CODE_SHEETS):
        book[name].row_dimensions[15].hidden = True
        book[name].column_dimensions["F"].hidden = True
    book["geen tekst"].sheet_state = "hidden"
    reading = reading_of(book)
    assert said(reading) == original
    hidden = [finding.get("what") for finding in reading.findings if finding.rule is Rule.HIDDEN]
    assert sorted(hidden) == ["column"] * 4 + ["row"] * 4 + ["sheet"]


def test_groups_merged_over_their_rows_or_repeated_on_each_say_the_same(book: Book, original: Said) -> None:
    sheet, start = book["Globaal overzicht"], 0
    for row in range(8, 101):
        if sheet.cell(row, 1).value or row == 100:
            if start and row - 1 > start:
                sheet.merge_cells(start_row=start, start_column=1, end_row=row - 1, end_column=1)
            start = row
    group = None
    for row in range(8, 100):
        group = book["Beknopter"].cell(row, 1).value or group
        book["Beknopter"].cell(row, 1).value = copy.copy(group)
    assert said(reading_of(book)) == original


def test_sheets_that_have_nothing_to_do_with_it_are_left_alone(book: Book, original: Said) -> None:
    planning = book.create_sheet("Planning", 0)
    planning.append(["Kenmerken van het project"])
    planning.append(["Taak", "Wie", "Wanneer"])
    notes = book.create_sheet("Notities", 2)
    notes["B2"] = "opmerkingen"
    notes["B3"] = "parallel lopende trajecten"
    notes["B3"].fill = solid("FFFF0000")
    assert said(reading_of(book)) == original


def test_styled_but_empty_cells_below_and_beside_say_nothing(book: Book, original: Said) -> None:
    for name in TEXT_SHEETS:
        for row in range(102, 300):
            book[name].cell(row, 3).fill = solid("FFFFFFFF")
        for column in range(14, 120):
            book[name].cell(8, column).font = Font(bold=True)
    assert said(reading_of(book)) == original


THEMED = {
    GREEN: solid(Color(theme=9, tint=0.4)),
    DRIFTED: solid(Color(theme=9, tint=0.4)),
    YELLOW: solid(Color(theme=7, tint=0.8)),
    ORANGE: solid(Color(theme=5, tint=0.4)),
    GREY: solid(Color(theme=0, tint=-0.15)),
    BLUE: solid(Color(theme=4, tint=0.6)),
    PINK: solid(Color(indexed=45)),
}
INDEXED = {
    colour: solid(Color(indexed=number))
    for colour, number in zip(
        (GREEN, DRIFTED, YELLOW, ORANGE, GREY, BLUE, PINK), (42, 42, 43, 47, 22, 44, 46), strict=True
    )
}
DARK = {
    colour: solid(f"FF{other}")
    for colour, other in zip(
        (GREEN, DRIFTED, YELLOW, ORANGE, GREY, BLUE, PINK),
        ("548235", "5C8A3E", "7F6000", "833C0B", "404040", "1F4E78", "7030A0"),
        strict=True,
    )
}
CLOSE = {GREEN: solid("FFC6E0B4"), DRIFTED: solid("FFC6E0B4"), YELLOW: solid("FFE2EFDA")}
BLACK = {GREY: PatternFill("solid"), ORANGE: solid(Color(indexed=8, tint=0.5))}
"""openpyxl writes a solid black fill without a colour."""
PATTERNED = {
    ORANGE: PatternFill("darkDown", fgColor="FFC65911", bgColor="FFFFFFFF"),
    GREY: PatternFill("gray125", fgColor="FF000000", bgColor="FFFFFFFF"),
}


@pytest.mark.parametrize(
    "fills",
    [THEMED, INDEXED, DARK, CLOSE, BLACK, PATTERNED],
    ids=["themed", "indexed", "dark", "close", "black", "patterned"],
)
def test_another_palette_gives_the_same_codes(fills: dict[str, PatternFill], book: Book, original: Said) -> None:
    recolour(book, fills)
    assert said(reading_of(book)) == original


ELSEWHERE = {
    "on one row": {"places": [f"{column}2" for column in "ABCDEFG"], "seed": 3, "title": "A1"},
    "beside": {"places": down("N", 6), "title": "N5"},
    "beside, from the header's row": {"places": down("N", 5)},
    "beside, spaced": {"places": down("N", 6, 2), "title": "N5"},
    "beside, labels right of their colours": {"places": down("N", 6), "beside": (0, 1), "title": "N5"},
    "beside, labels left of their colours": {"places": down("O", 6), "beside": (0, -1)},
    "below the closing line": {"places": down("A", 105), "title": "A104", "seed": 4},
    "below, in the third column": {"places": down("C", 105)},
    "below, on one row": {"places": [f"{column}105" for column in "ABCDEFG"]},
}


@pytest.mark.parametrize("where", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_legend_elsewhere_gives_the_same_codes(where: dict[str, object], book: Book, original: Said) -> None:
    put_legend(book, **where)  # type: ignore[arg-type]
    assert said(reading_of(book)) == original


@pytest.mark.parametrize(
    "where",
    [
        {"places": down("A", 105), "title": "A104"},
        {"places": down("B", 101)},
        {"places": [f"{column}102" for column in "DEFGHIJ"], "title": "D101"},
        {"places": down("A", 105), "beside": (0, 1), "title": "A104"},
    ],
    ids=["column", "at once", "row under forms", "labels beside"],
)
def test_a_legend_below_a_table_without_closing_line_is_no_row(
    where: dict[str, object], book: Book, original: Said
) -> None:
    put_legend(book, **where)  # type: ignore[arg-type]
    for name in TEXT_SHEETS:
        book[name]["A101"].value = None
    assert said(reading_of(book)) == original


LABELS = {
    "shorter": (
        "Parallel  met trajectondersteuning",
        "GEDEELTELIJK parallel",
        "Niet-parallel met TO",
        "Onduidelijk / geen informatie",
        "Geen bepaling in de regelgeving",
        "mogelijk aanvullend kernelement",
        "werkkolom (weg in finale versie)",
    ),
    "with slips": (
        "paralel met TO\nin  kaderdecreet",
        "gedeeltlijk parallel met TO",
        "niet parallell met TO",
        "geen informatie,\nonduidelijk",
        "geen bepalngen daarover",
        "mogelijke aanvulende kernelementen",
        "Kolom ingevuld op basis van fiche",
    ),
}


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS.keys())
def test_labels_in_other_words_name_the_same_codes(labels: tuple[str, ...], book: Book, original: Said) -> None:
    for name in TEXT_SHEETS:
        for place, label in zip(LEGEND, labels, strict=True):
            book[name][place] = label
    assert said(reading_of(book)) == original


def test_a_code_of_the_files_own_is_a_code(book: Book, original: Said) -> None:
    for name in TEXT_SHEETS:
        book[name]["E2"] = "nog te bespreken"
        for place in ("E2", "D12"):
            book[name][place].fill = solid("FF7DFFD4")
        book[name]["D12"] = "wacht op antwoord"
    reading = reading_of(book)
    own = [entry for entry in reading.palette.entries if entry.label == "nog te bespreken"]
    assert [(entry.code, entry.cell, entry.fill) for entry in own] == [("nog-te-bespreken", "E2", "#7DFFD4")]
    key = ("1G1P", "doelstellingen.kennis-rechten-vergroten-micro")
    assert reading.entries[key].code == "nog-te-bespreken"
    rest = {each: entry for each, entry in said(reading).entries.items() if each != key}
    assert rest == original.entries


def test_without_any_legend_the_usual_colours_count_and_it_is_told(book: Book, original: Said) -> None:
    for name in TEXT_SHEETS:
        taken_legend(book, name)
    reading = reading_of(book)
    assert said(reading) == original
    assert Rule.NO_LEGEND in {finding.rule for finding in reading.findings}


def test_a_sheet_without_legend_uses_that_of_another(book: Book, original: Said) -> None:
    recolour(book, THEMED)
    taken_legend(book, "Globaal overzicht")
    reading = reading_of(book)
    assert said(reading) == original
    assert {entry.sheet for entry in reading.palette.entries} == {"Beknopter"}


def test_a_legend_beside_a_header_of_two_rows_is_no_form(book: Book, original: Said) -> None:
    put_legend(book, down("N", 6), title="N5")
    for name in TEXT_SHEETS:
        sheet = remade(book, book[name], lambda row, column: (row + (row > 5 or column > 12), column))
        for column in range(1, 10):
            sheet.merge_cells(start_row=5, start_column=column, end_row=6, end_column=column)
    assert said(reading_of(book)) == original


def test_a_legend_on_a_sheet_of_its_own_counts_for_all(book: Book, original: Said) -> None:
    recolour(book, THEMED)
    alone = book.create_sheet("Uitleg bij de kleuren", 2)
    alone["A1"].value = "Hoe deze werkmap te lezen"
    for name in TEXT_SHEETS:
        for row, (label, style) in enumerate(taken_legend(book, name), 3):
            alone.cell(row, 2).value = label
            alone.cell(row, 2)._style = style
    reading = reading_of(book)
    assert said(reading) == original
    assert {entry.sheet for entry in reading.palette.entries} == {"Uitleg bij de kleuren"}
    assert Rule.NO_LEGEND not in {finding.rule for finding in reading.findings}


UNNAMED = [
    ("Thema", "Wettelijke basis", "Aangepaste formulering"),
    ("Kenmerk", "Regelgevend kader", "Aangepaste formulering"),
    ("Kenmerk", "Trajectondersteuner", "Aangepaste formulering"),
    (None, None, "Aangepaste formulering"),
    ("Kenmerk", None, "Aangepaste formulering"),
    ("Characteristic", "Original wording", "Adapted wording"),
]


@pytest.mark.parametrize("titles", UNNAMED, ids=map(str, range(len(UNNAMED))))
def test_columns_before_a_known_wording_may_have_any_title(
    titles: tuple[str | None, ...], book: Book, original: Said
) -> None:
    for name in TEXT_SHEETS:
        for column, title in enumerate(titles, 1):
            book[name].cell(5, column).value = title
    assert said(reading_of(book)) == original


def test_a_workbook_without_a_known_header_is_refused_with_a_sentence(book: Book) -> None:
    for name in (*TEXT_SHEETS, *CODE_SHEETS):
        del book[name]
    with pytest.raises(UnknownLayoutError) as caught:
        reading_of(book)
    assert "Bronnen" in caught.value.message("nl")


def test_sheets_that_disagree_are_told_and_the_fullest_one_is_shown(book: Book, original: Said) -> None:
    book["geen tekst"]["C3"].fill = solid(f"FF{ORANGE}")
    reading: Reading = reading_of(book)
    told = [finding for finding in reading.findings if finding.rule is Rule.SHEETS_DISAGREE]
    assert [(finding.where, finding.get("shown"), finding.get("sheet:geen tekst")) for finding in told] == [
        ("geen tekst!C3", "parallel", "not_parallel")
    ]
    assert said(reading).entries == original.entries


def test_an_unknown_colour_is_shown_and_told_and_no_code(book: Book) -> None:
    book["Globaal overzicht"]["D8"].fill = solid("FFFF00FF")
    book["Globaal overzicht"]["E8"].fill = solid("FFFFFFFF")
    reading = reading_of(book)
    key = reading.characteristics[0].key
    assert (reading.entries["1G1P", key].code, reading.entries["1G1P", key].shade) == (None, "#FF00FF")
    assert (reading.entries["Brugfiguren", key].code, reading.entries["Brugfiguren", key].shade) == (None, None)
    told = [finding.where for finding in reading.findings if finding.rule is Rule.UNKNOWN_COLOUR]
    assert told == ["Globaal overzicht!D8"]


def test_openpyxl_reads_the_same_texts_as_the_reader(overview: Path) -> None:
    sheet = openpyxl.load_workbook(overview)["Globaal overzicht"]
    reading = read_workbook(Workbook.open(overview))
    for key, places in reading.places.items():
        text = reading.entries[key].text.plain if key in reading.entries else ""
        assert str(sheet[places["Globaal overzicht"]].value or "") == text


def test_other_words_over_the_base_columns_are_understood(book: Book, original: Said) -> None:
    full, short = (book[name] for name in TEXT_SHEETS)
    full["A5"], full["B5"], full["C5"] = "Onderdeel", "Originele formulering", "Herwerkte formulering"
    short["A5"], short["B5"], short["C5"] = None, "Trajectondersteuning (kaderdecreet)", "Aangepast"
    assert said(reading_of(book)) == original


def test_a_layout_that_a_person_points_out_is_read(book: Book, original: Said) -> None:
    sheet = book["Globaal overzicht"]
    for place, words in (("A5", "x"), ("B5", "y"), ("C5", "z")):
        sheet[place] = words
    buffer = BytesIO()
    book.save(buffer)
    workbook = Workbook.from_bytes(buffer.getvalue(), "remade.xlsx")
    profile = LayoutProfile(
        sheet="Globaal overzicht",
        header_row=5,
        group_column=1,
        decree_column=2,
        adapted_column=3,
        form_columns=tuple(range(4, 4 + FORMS)),
    )
    now = said(read_workbook(workbook, profile))
    assert (now.forms, now.characteristics) == (original.forms, original.characteristics)
    assert {key: (e[0], e[2], e[3]) for key, e in now.entries.items()} == {
        key: (e[0], e[2], e[3]) for key, e in original.entries.items() if e[0] or e[2]
    }


def test_a_profile_without_any_base_column_is_refused() -> None:
    with pytest.raises(ValueError, match="group, decree or adapted"):
        LayoutProfile(sheet="Blad1", header_row=1, form_columns=(2,))


def rules_told(book: Book, sheet: str) -> dict[Rule, list[str]]:
    """Rule → cells of the findings in a sheet."""
    told: dict[Rule, list[str]] = {}
    for finding in reading_of(book).findings:
        if finding.sheet == sheet:
            told.setdefault(finding.rule, []).append(finding.cell)
    return told


def test_a_row_that_stands_twice_is_told(book: Book) -> None:
    book["Globaal overzicht"]["C13"] = book["Globaal overzicht"]["C12"].value
    assert rules_told(book, "Globaal overzicht")[Rule.DUPLICATE_CHARACTERISTIC] == ["A13"]


def test_a_row_in_nearly_the_same_words_is_followed_and_told(book: Book) -> None:
    book["Beknopter"]["C19"] = "preventie en vroege detectie van noden"
    assert rules_told(book, "Beknopter")[Rule.NEAR_MATCH] == ["A19"]


def test_a_row_that_no_other_sheet_knows_is_told(book: Book) -> None:
    book["Beknopter"]["C19"] = "iets volstrekt anders over tuinbouw"
    told = rules_told(book, "Beknopter")
    assert (told[Rule.ROW_UNMATCHED], told[Rule.ROW_MISSING]) == (["A19"], [""])


def test_halves_of_entries_are_told(book: Book) -> None:
    sheet = book["Globaal overzicht"]
    sheet["D8"].value = None
    sheet["D9"].value = "   "
    sheet["E9"].value = " iets met een spatie ervoor"
    sheet["E8"].fill = PatternFill()
    told = rules_told(book, "Globaal overzicht")
    assert told[Rule.CODE_WITHOUT_TEXT] == ["D8"]
    assert told[Rule.EMPTY_ENTRY] == ["D9"]
    assert "E9" in told[Rule.STRAY_SPACE]
    assert "E8" in told[Rule.TEXT_WITHOUT_CODE]
