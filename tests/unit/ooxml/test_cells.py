"""The table of cells of a sheet."""

from __future__ import annotations

import pytest

from trajecto_desktop.ooxml.cells import Cell, Cells, WideRow, compact


@pytest.fixture
def cells() -> Cells:
    table = Cells()
    table.update({(2, 3): Cell(1), (1, 28): Cell(2, "s", 5), (2, 1): Cell(3)})
    return table


def test_cells_are_found_by_place(cells: Cells) -> None:
    assert cells[1, 28].value == 5
    assert cells.get((9, 9)) is None
    assert [place in cells for place in ((2, 1), (1, 1), (7, 1))] == [True, False, False]
    with pytest.raises(KeyError):
        cells[2, 2]


def test_all_places_are_told(cells: Cells) -> None:
    assert sorted(cells) == [(1, 28), (2, 1), (2, 3)]
    assert len(cells) == 3
    assert cells.last_place() == (2, 28)
    assert Cells().last_place() == (0, 0)


def test_a_cell_that_is_taken_away_is_gone(cells: Cells) -> None:
    del cells[1, 28]
    assert sorted(cells) == [(2, 1), (2, 3)]
    assert cells.last_place() == (2, 3)


def test_a_table_with_other_cells_leaves_the_first_as_it_was_and_shares_its_rows(cells: Cells) -> None:
    other = cells.with_cells({(2, 2): Cell(9), (5, 5): Cell(8)})
    assert sorted(other) == [(1, 28), (2, 1), (2, 2), (2, 3), (5, 5)]
    assert sorted(cells) == [(1, 28), (2, 1), (2, 3)]
    assert other.rows[1] is cells.rows[1]


WIDE = {column: Cell(column) for column in [*range(5, 90), 93, 94]}


def test_a_wide_row_says_what_the_same_row_in_a_dictionary_says() -> None:
    row = compact(WIDE)
    assert isinstance(row, WideRow)
    assert (list(row), len(row), list(row.items())) == (list(WIDE), len(WIDE), list(WIDE.items()))
    assert list(row.values()) == list(WIDE.values())
    for column in (-1, 0, 4, 5, 60, 89, 90, 92, 93, 94, 95, 20_000):
        assert (column in row, row.get(column)) == (column in WIDE, WIDE.get(column))
    assert row.keys() - {5, 6} == WIDE.keys() - {5, 6}


def test_narrow_rows_and_rows_with_more_gaps_than_cells_stay_dictionaries() -> None:
    narrow, scattered = {1: Cell(0), 2: Cell(0)}, {3 * column: Cell(0) for column in range(1, 200)}
    assert compact(narrow) is narrow
    assert compact(scattered) is scattered


def test_a_wide_row_in_a_table_can_be_changed_and_leaves_the_shared_one_as_it_was() -> None:
    table = Cells()
    table.rows[7] = compact(WIDE)
    other = table.with_cells({(7, 6): Cell(1000)})
    table[7, 91] = Cell(2000)
    del table[7, 5]
    assert (other[7, 6].style, table[7, 6].style) == (1000, 6)
    assert sorted(column for _, column in table) == [*range(6, 90), 91, 93, 94]
    assert len(other) == len(WIDE)
