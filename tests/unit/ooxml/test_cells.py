"""The table of cells of a sheet."""

from __future__ import annotations

import pytest

from trajecto_desktop.ooxml.cells import Cell, Cells


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
