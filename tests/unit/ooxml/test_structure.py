"""Rows and columns that come and go: arithmetic, formulas, and each kind of part."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula import Tokenizer
from openpyxl.worksheet.table import Table

from trajecto_desktop.errors import StructureRefusedError, UnknownSheetError
from trajecto_desktop.ooxml.formula_shift import FormulaShift, SeveralSheetsError
from trajecto_desktop.ooxml.structure import insert_columns, insert_rows, remove_columns, remove_rows
from trajecto_desktop.ooxml.structure_cells import Look
from trajecto_desktop.ooxml.structure_part import References
from trajecto_desktop.ooxml.structure_parts import (
    shift_calculation_chain,
    shift_drawing,
    shift_pivot_source,
    shift_pivot_table,
    shift_vml,
)
from trajecto_desktop.ooxml.structure_shift import Axis, Grow, Shift
from trajecto_desktop.ooxml.workbook import Workbook

COLUMN = Shift(Axis.COLUMN, 4, 1)


# ---- arithmetic


@pytest.mark.parametrize(
    ("span", "grow", "after"),
    [
        ((1, 3), Grow.NONE, (1, 3)),
        ((1, 3), Grow.AFTER_LAST, (1, 4)),
        ((3, 3), Grow.AFTER_LAST, (3, 3)),
        ((1, 4), Grow.NONE, (1, 5)),
        ((4, 6), Grow.NONE, (5, 7)),
        ((4, 6), Grow.BEFORE_FIRST, (4, 7)),
        ((4, 4), Grow.BEFORE_FIRST, (5, 5)),
        ((1, 16_384), Grow.NONE, (1, 16_384)),
        ((2, 16_384), Grow.NONE, (2, 16_384)),
    ],
)
def test_a_range_takes_in_what_comes_inside_it(span: tuple[int, int], grow: Grow, after: tuple[int, int]) -> None:
    assert Shift(Axis.COLUMN, 4, 1, grow).span(*span) == after


@pytest.mark.parametrize(
    ("span", "after"),
    [((1, 3), (1, 3)), ((1, 4), (1, 3)), ((3, 9), (3, 7)), ((4, 5), None), ((5, 7), (4, 5)), ((6, 7), (4, 5))],
)
def test_a_range_loses_what_goes(span: tuple[int, int], after: tuple[int, int] | None) -> None:
    assert Shift(Axis.ROW, 4, -2).span(*span) == after


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 50), st.integers(1, 5), st.sampled_from(list(Axis)))
def test_what_comes_and_goes_again_leaves_every_range_as_it_was(
    first: int, length: int, at: int, count: int, axis: Axis
) -> None:
    there = Shift(axis, at, count).span(first, first + length)
    assert there is not None
    assert Shift(axis, at, -count).span(*there) == (first, first + length)


# ---- formulas


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("A1+D1+$D$5:F6", "A1+E1+$E$5:G6"),
        ("'Blad 1'!$D$5:$AA$5", "'Blad 1'!$E$5:$AB$5"),
        ('SUM(D:D,1:3,LOG10(D1),D1&"D1")', 'SUM(E:E,1:3,LOG10(E1),E1&"D1")'),
        ("Ander!D1+D1", "Ander!D1+E1"),
        ("'[1]Blad 1'!D1", "'[1]Blad 1'!D1"),
        ("Tabel1[[#This Row],[D1]]+D1", "Tabel1[[#This Row],[D1]]+E1"),
        ("D1:INDEX(D:D,5)", "E1:INDEX(E:E,5)"),
        ("XFE1+D1_x+D1.y+naam.D1", "XFE1+D1_x+D1.y+naam.D1"),
        ("#REF!+D1", "#REF!+E1"),
        ("'it''s'!D1", "'it''s'!D1"),
        ("A:XFD", "A:XFD"),
        ("f6:d5", "g6:e5"),
        ("1E5+D1%", "1E5+E1%"),
        ("{1,2;3,4}", "{1,2;3,4}"),
        ('"D1""D1"&D1', '"D1""D1"&E1'),
    ],
)
def test_references_to_the_sheet_follow_and_nothing_else(formula: str, after: str) -> None:
    assert FormulaShift(COLUMN, "Blad 1", ["Blad 1", "Ander"]).shifted(formula, "Blad 1") == after


def test_a_reference_that_goes_becomes_an_error_and_a_range_shrinks() -> None:
    shift = FormulaShift(Shift(Axis.ROW, 4, -2), "B", ["B"])
    assert shift.shifted("A4+SUM(A3:A9)+$4:$5+B!C5", "B") == "#REF!+SUM(A3:A7)+#REF!+B!#REF!"


def test_a_reference_over_several_sheets_is_refused_only_where_this_sheet_is_among_them() -> None:
    shift = FormulaShift(COLUMN, "B", ["A", "B", "C", "D"])
    assert shift.shifted("SUM(C:D!D1)", "A") == "SUM(C:D!D1)"
    with pytest.raises(SeveralSheetsError):
        shift.shifted("SUM(A:C!D1)", "A")


_PIECES = st.sampled_from(
    [
        "A1",
        "$D$4",
        "D4:F9",
        "D:E",
        "4:7",
        "'Blad 1'!D4",
        "Ander!D4:E5",
        "SUM(",
        ")",
        "+",
        "-",
        "*",
        "&",
        ",",
        '"D4"',
        "12.5",
        "TRUE",
        "naam_D4",
        " ",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_the_tokens_are_those_of_openpyxl(formula: str) -> None:
    """What changes are operands that openpyxl's tokenizer calls ranges too, and nothing between them."""
    try:
        before = Tokenizer("=" + formula).items
    except Exception:  # a formula that openpyxl cannot cut
        return
    shifted = FormulaShift(COLUMN, "Blad 1", ["Blad 1", "Ander"]).shifted(formula, "Blad 1")
    after = Tokenizer("=" + shifted).items
    assert [(token.type, token.subtype) for token in after] == [(token.type, token.subtype) for token in before]
    for old, new in zip(before, after, strict=True):
        assert old.value == new.value or old.subtype == "RANGE" or old.type == "FUNC"


# ---- whole workbooks


def workbook_of(book: openpyxl.Workbook) -> Workbook:
    stream = io.BytesIO()
    book.save(stream)
    return Workbook.from_bytes(stream.getvalue(), "proef.xlsx")


def with_sheet_xml(book: Workbook, change: dict[bytes, bytes]) -> Workbook:
    part = book.sheets[0].part_name
    data = book.package.read(part)
    for old, new in change.items():
        assert old in data, old
        data = data.replace(old, new)
    return Workbook.from_bytes(book.package.to_bytes({part: data}), "proef.xlsx")


def filled(rows: int = 6, columns: int = 6) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in range(1, rows + 1):
        book.active.append([row * 10 + column for column in range(1, columns + 1)])
    return book


def sheet_xml(data: bytes) -> bytes:
    book = Workbook.from_bytes(data)
    return book.package.read(book.sheets[0].part_name)


def formulas(data: bytes) -> dict[str, str]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return {c.coordinate: c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)}


def test_a_shared_formula_stays_shared_where_all_of_it_moves_alike() -> None:
    book = filled()
    book.active["H1"] = "=A1"
    shared = with_sheet_xml(
        workbook_of(book),
        {
            b'<c r="H1"><f>A1</f>': b'<c r="H1"><f t="shared" ref="H1:H3" si="0">F1*2</f>',
            b'</c></row><row r="2"': b'</c></row><row r="2"',
        },
    )
    shared = with_sheet_xml(
        shared,
        {b'<c r="F2" t="n"><v>26</v></c></row>': b'<c r="F2"><v>26</v></c><c r="H2"><f t="shared" si="0"/></c></row>'},
    )
    xml = sheet_xml(insert_columns(shared, "Sheet", 2))
    assert b'<f t="shared" ref="I1:I3" si="0">G1*2</f>' in xml
    assert b'<c r="I2"><f t="shared" si="0"/></c>' in xml


def test_a_shared_formula_is_written_out_where_its_cells_come_apart() -> None:
    book = filled()
    book.active["H1"] = "=A1"
    shared = with_sheet_xml(workbook_of(book), {b"<f>A1</f>": b'<f t="shared" ref="H1:H2" si="0">SUM(A1:A3)</f>'})
    shared = with_sheet_xml(
        shared,
        {b'<c r="F2" t="n"><v>26</v></c></row>': b'<c r="F2"><v>26</v></c><c r="H2"><f t="shared" si="0"/></c></row>'},
    )
    found = formulas(insert_rows(shared, "Sheet", 2))
    assert found["H1"] == "=SUM(A1:A4)"
    assert found["H3"] == "=SUM(A3:A5)"


def test_an_array_formula_moves_whole_or_is_refused() -> None:
    book = filled()
    book.active["H2"] = "=A1"
    array = with_sheet_xml(workbook_of(book), {b"<f>A1</f>": b'<f t="array" ref="H2:H4">A2:A4*2</f>'})
    assert b'<f t="array" ref="H3:H5">A3:A5*2</f>' in sheet_xml(insert_rows(array, "Sheet", 2))
    with pytest.raises(StructureRefusedError) as refused:
        insert_rows(array, "Sheet", 3)
    assert "H2:H4" in refused.value.message("nl")


def test_a_table_takes_rows_but_no_columns() -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b", "c"], [1, 2, 3], [4, 5, 6]):
        book.active.append(row)
    book.active.add_table(Table(displayName="T", ref="A1:C3"))
    workbook = workbook_of(book)
    table = openpyxl.load_workbook(io.BytesIO(insert_rows(workbook, "Sheet", 3))).active.tables["T"]
    assert (table.ref, table.autoFilter.ref) == ("A1:C4", "A1:C4")
    assert openpyxl.load_workbook(io.BytesIO(insert_columns(workbook, "Sheet", 1))).active.tables["T"].ref == "B1:D3"
    for edit in (lambda: insert_columns(workbook, "Sheet", 2), lambda: remove_rows(workbook, "Sheet", 2)):
        with pytest.raises(StructureRefusedError):
            edit()


def test_what_is_at_the_edge_of_the_sheet_is_not_pushed_off() -> None:
    book = openpyxl.Workbook()
    book.active["XFD1"] = 1
    book.active["A1048576"] = 1
    workbook = workbook_of(book)
    for edit in (insert_columns, insert_rows):
        with pytest.raises(StructureRefusedError):
            edit(workbook, "Sheet", 2)


def test_a_protected_sheet_is_refused_unless_it_lets_rows_in() -> None:
    book = filled()
    book.active.protection.sheet = True
    with pytest.raises(StructureRefusedError):
        insert_rows(workbook_of(book), "Sheet", 2)
    book.active.protection.insertRows = False
    insert_rows(workbook_of(book), "Sheet", 2)


@pytest.mark.parametrize(("at", "count"), [(0, 1), (2, 0), (16_385, 1), (16_384, 2)])
def test_a_column_that_is_none_is_refused(at: int, count: int) -> None:
    with pytest.raises(StructureRefusedError):
        insert_columns(workbook_of(filled()), "Sheet", at, count)


def test_an_unknown_sheet_is_told() -> None:
    with pytest.raises(UnknownSheetError):
        insert_columns(workbook_of(filled()), "Weg", 2)


def test_removing_drops_merged_ranges_and_rules_that_have_nothing_left() -> None:
    book = filled()
    book.active.merge_cells("B2:C2")
    book.active.merge_cells("D2:F3")
    book.active["B3"].hyperlink = "https://example.org"
    data = remove_columns(workbook_of(book), "Sheet", 2, 2)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B2:D3"]
    assert sheet["B1"].value == 14
    assert not [c for row in sheet.iter_rows() for c in row if c.hyperlink]
    assert b'<mergeCells count="1">' in sheet_xml(data)


def test_a_comment_does_not_go_unasked() -> None:
    book = filled()
    book.active["B2"].comment = openpyxl.comments.Comment("blijf", "An")
    with pytest.raises(StructureRefusedError):
        remove_rows(workbook_of(book), "Sheet", 2)


def test_new_cells_look_as_was_asked_and_widths_follow_the_neighbour() -> None:
    book = filled()
    for row in range(1, 7):
        book.active.cell(row, 2).font = openpyxl.styles.Font(bold=True)
    book.active.column_dimensions["B"].width = 33
    book.active.row_dimensions[3].height = 44
    workbook = workbook_of(book)
    style = workbook.grid("Sheet").cells[1, 2].style
    after = Workbook.from_bytes(insert_columns(workbook, "Sheet", 3, look=Look(2, {4: 0}))).grid("Sheet")
    assert [after.cells[row, 3].style for row in range(1, 7)] == [style, style, style, 0, style, style]
    assert [each.width for each in after.columns if each.first <= 3 <= each.last] == [33]
    rows = Workbook.from_bytes(insert_rows(workbook, "Sheet", 4)).grid("Sheet").rows
    assert (rows[3].height, rows[4].height) == (44, 44)


@pytest.mark.parametrize(
    ("shift", "pane"),
    [(Shift(Axis.COLUMN, 2, 1), "D6"), (Shift(Axis.COLUMN, 3, 1), "C6"), (Shift(Axis.ROW, 2, 2), "C8")],
)
def test_what_comes_into_the_frozen_part_stays_frozen(shift: Shift, pane: str) -> None:
    book = filled()
    book.active.freeze_panes = "C6"
    insert = insert_rows if shift.axis is Axis.ROW else insert_columns
    data = insert(workbook_of(book), "Sheet", shift.at, shift.count)
    assert openpyxl.load_workbook(io.BytesIO(data)).active.freeze_panes == pane


def test_a_filter_goes_on_filtering_the_same_column() -> None:
    book = filled()
    book.active.auto_filter.ref = "B1:F6"
    book.active.auto_filter.add_filter_column(2, ["44"])
    sheet = openpyxl.load_workbook(io.BytesIO(insert_columns(workbook_of(book), "Sheet", 3))).active
    assert sheet.auto_filter.ref == "B1:G6"
    assert [each.colId for each in sheet.auto_filter.filterColumn] == [3]
    with pytest.raises(StructureRefusedError):
        remove_columns(workbook_of(book), "Sheet", 4)


def test_rows_and_cells_that_do_not_say_where_they_stand_are_told_apart() -> None:
    workbook = with_sheet_xml(
        workbook_of(filled(3, 3)), {b' r="%s%d"' % (c, r): b"" for c in (b"A", b"B", b"C") for r in (1, 2, 3)}
    )
    workbook = with_sheet_xml(workbook, {b'<row r="%d"' % row: b"<row" for row in (1, 2, 3)})
    sheet = openpyxl.load_workbook(io.BytesIO(insert_columns(workbook, "Sheet", 2))).active
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        [11, None, 12, 13],
        [21, None, 22, 23],
        [31, None, 32, 33],
    ]


def test_bytes_around_the_cells_stay() -> None:
    workbook = with_sheet_xml(workbook_of(filled()), {b"<sheetData>": b'<!-- <c r="Z9"> --><sheetData>'})
    before, after = sheet_xml(workbook.package.data), sheet_xml(insert_rows(workbook, "Sheet", 4))
    assert after.startswith(before[: before.index(b"<dimension")])
    assert after.endswith(before[before.index(b"</sheetData>") :])


def test_nothing_but_the_touched_parts_is_packed_anew() -> None:
    workbook = workbook_of(filled())
    data = insert_rows(workbook, "Sheet", 4)
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (workbook.package.data, data))
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == [workbook.sheets[0].part_name]


# ---- parts


def references(shift: Shift) -> References:
    return References(shift, "Blad", ("Blad", "Ander"))


ANCHOR = (
    b"<x><xdr:twoCellAnchor%s><xdr:from><xdr:col>%d</xdr:col><xdr:row>1</xdr:row></xdr:from>"
    b"<xdr:to><xdr:col>%d</xdr:col><xdr:row>3</xdr:row></xdr:to></xdr:twoCellAnchor></x>"
)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (b"", (3, 6), (4, 7)),
        (b"", (1, 6), (1, 7)),
        (b"", (0, 2), (0, 2)),
        (b' editAs="oneCell"', (1, 6), (1, 6)),
        (b' editAs="oneCell"', (4, 6), (5, 7)),
        (b' editAs="absolute"', (4, 6), (4, 6)),
    ],
)
def test_a_drawing_moves_as_its_anchor_says(kind: bytes, before: tuple[int, int], after: tuple[int, int]) -> None:
    data = ANCHOR % (kind, *before)
    assert shift_drawing(data, "d", references(COLUMN), own=True) == ANCHOR % (kind, *after)
    assert shift_drawing(data, "d", references(COLUMN), own=False) == data


def test_the_box_of_a_note_moves_with_its_cell_and_keeps_its_size() -> None:
    note = b'<xml><x:ClientData ObjectType="Note"><x:Anchor>%s</x:Anchor><x:Row>2</x:Row>'
    note += b"<x:Column>%d</x:Column></x:ClientData><br></xml>"
    before = note % (b"3, 15, 0, 2, 6, 31, 4, 1", 2)
    assert shift_vml(before, "v", references(COLUMN), "Blad") == before
    moved = shift_vml(note % (b"5, 15, 0, 2, 8, 31, 4, 1", 4), "v", references(COLUMN), "Blad")
    assert moved == note % (b"6, 15, 0, 2, 9, 31, 4, 1", 5)


def test_the_order_of_calculation_follows_for_this_sheet_alone() -> None:
    chain = b'<calcChain><c r="D1" i="1"/><c r="D2"/><c r="D1" i="2"/><c r="D2"/></calcChain>'
    after = shift_calculation_chain(chain, "c", references(COLUMN), "1")
    assert after == b'<calcChain><c r="E1" i="1"/><c r="E2"/><c r="D1" i="2"/><c r="D2"/></calcChain>'


def test_a_pivot_table_moves_whole_and_its_source_takes_rows_only() -> None:
    table = b'<pivotTableDefinition><location ref="C5:F9" firstHeaderRow="1"/></pivotTableDefinition>'
    with pytest.raises(StructureRefusedError):
        shift_pivot_table(table, "p", references(COLUMN))
    below = shift_pivot_table(table, "p", references(Shift(Axis.ROW, 2, 1)))
    assert b'ref="C6:F10"' in below
    source = b'<pivotCacheDefinition><cacheSource><worksheetSource ref="A1:F9" sheet="Blad"/></cacheSource></pivotCacheDefinition>'
    assert b'ref="A1:F10"' in shift_pivot_source(source, "p", references(Shift(Axis.ROW, 4, 1)))
    with pytest.raises(StructureRefusedError):
        shift_pivot_source(source, "p", references(COLUMN))
