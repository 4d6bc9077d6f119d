"""A row and a column put into each sheet of real workbooks: refused with a reason, or right in every cell."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from trajecto_desktop.errors import DocumentError, StructureRefusedError, TrajectoError
from trajecto_desktop.ooxml.structure import insert_columns, insert_rows, remove_columns, remove_rows
from trajecto_desktop.ooxml.workbook import Workbook

MOST_SHEETS = 4


def files(shared_dir: Path) -> list[Path]:
    """A slice of the corpus; all of it with TRAJECTO_WHOLE_CORPUS=1, which takes some minutes."""
    found = sorted(path for path in (shared_dir / "corpus").iterdir() if path.suffix in (".xlsx", ".xlsm"))
    return found if os.environ.get("TRAJECTO_WHOLE_CORPUS") else found[::5]


def seen(workbook: Workbook, sheet: str) -> dict[tuple[int, int], tuple[str, int]]:
    """Text and style of each cell that has either."""
    grid = workbook.grid(sheet)
    return {place: (workbook.text(cell), cell.style) for place, cell in grid.cells.items()}


def check(
    workbook: Workbook,
    data: bytes,
    sheet: str,
    moved: Callable[[int, int], tuple[int, int]],
    new: set[int],
    row: bool,
    where: str,
) -> None:
    after = Workbook.from_bytes(data)
    for info in workbook.sheets:
        if info.kind != "worksheet":
            continue
        before_cells, after_cells = seen(workbook, info.name), seen(after, info.name)
        if info.name != sheet:
            assert after_cells == before_cells, where
            continue
        expected = {moved(*place): content for place, content in before_cells.items()}
        kept = {place: content for place, content in after_cells.items() if place[0 if row else 1] not in new}
        assert kept == expected, where
        assert all(not after_cells[place][0] for place in after_cells.keys() - kept.keys()), where


def test_a_row_and_a_column_in_each_sheet_are_refused_or_right(shared_dir: Path) -> None:
    done = refused = 0
    sentences: set[str] = set()
    for path in files(shared_dir):
        try:
            workbook = Workbook.open(path)
            sheets = [info for info in workbook.sheets if info.kind == "worksheet"]
            for info in workbook.sheets:
                if info.kind == "worksheet":
                    workbook.grid(info.name)
        except DocumentError:
            continue
        for info in sheets[:MOST_SHEETS]:
            grid = workbook.grid(info.name)
            for row in (True, False):
                at = max(2, (grid.max_row if row else grid.max_column) // 2)
                try:
                    data = (insert_rows if row else insert_columns)(workbook, info.name, at)
                except TrajectoError as error:
                    sentences.add(error.message("nl"))
                    refused += 1
                    continue

                def moved(r: int, c: int, at: int = at, row: bool = row) -> tuple[int, int]:
                    return (r + (r >= at), c) if row else (r, c + (c >= at))

                check(workbook, data, info.name, moved, {at}, row, f"{path.name} {info.name} {at}")
                done += 1
    assert done > 40
    assert all(sentence.endswith(".") for sentence in sentences)
    assert refused < done / 3


def test_openpyxl_reads_what_it_read_before(shared_dir: Path) -> None:
    checked = 0
    for path in files(shared_dir):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                before = openpyxl.load_workbook(path)
                workbook = Workbook.open(path)
                data = insert_rows(workbook, before.worksheets[0].title, 2)
        except Exception:  # whatever openpyxl cannot read is no measure here
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            after = openpyxl.load_workbook(io.BytesIO(data))
        old, new = before.worksheets[0], after.worksheets[0]
        comments = {(c.row + (c.row >= 2), c.column): c.comment.text for r in old.iter_rows() for c in r if c.comment}
        assert {(c.row, c.column): c.comment.text for r in new.iter_rows() for c in r if c.comment} == comments, path
        assert len(new.merged_cells.ranges) == len(old.merged_cells.ranges)
        assert set(after.defined_names) == set(before.defined_names)
        checked += 1
    assert checked > 8


def test_what_came_in_and_goes_again_leaves_the_workbook_as_it_was(shared_dir: Path) -> None:
    checked = 0
    for path in files(shared_dir):
        for insert, remove in ((insert_rows, remove_rows), (insert_columns, remove_columns)):
            try:
                workbook = Workbook.open(path)
                name = next(info.name for info in workbook.sheets if info.kind == "worksheet")
                grid = workbook.grid(name)
                there = Workbook.from_bytes(insert(workbook, name, 2))
                back = Workbook.from_bytes(remove(there, name, 2))
            except (DocumentError, StructureRefusedError, StopIteration):
                continue
            except TrajectoError:
                continue
            for info in workbook.sheets:
                if info.kind == "worksheet":
                    assert seen(back, info.name) == seen(workbook, info.name), path
            again = back.grid(name)
            assert (again.merged, again.auto_filter) == (grid.merged, grid.auto_filter), path
            assert [each.text for each in back.defined_names] == [each.text for each in workbook.defined_names], path
            checked += 1
    assert checked > 15


@pytest.mark.parametrize("sheet", ["Globaal overzicht", "Geen tekst 1 basiskolom"])
def test_bytes_that_name_no_place_stay_as_they_were(shared_dir: Path, sheet: str) -> None:
    workbook = Workbook.open(shared_dir / "fixtures" / "overzicht_trajectondersteuning.xlsx")
    after = Workbook.from_bytes(insert_rows(workbook, sheet, 60))
    touched = {workbook.sheet(sheet).part_name, *workbook.package.related(workbook.sheet(sheet).part_name, "comments")}
    for part in workbook.package.names:
        if part not in touched and "workbook.xml" not in part and "rawing" not in part:
            assert after.package.read(part) == workbook.package.read(part), part
    old, new = (each.package.read(each.sheet(sheet).part_name) for each in (workbook, after))
    head = old.index(b'<row r="60"')
    assert new[new.index(b"<sheetData>") : new.index(b'<row r="60"')] == old[old.index(b"<sheetData>") : head]
