"""Real workbooks of many programs: reading, saving unchanged and editing a cell lose nothing."""

from __future__ import annotations

import importlib.util
import sys
import warnings
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from trajecto_desktop.errors import ArrayFormulaError, DuplicatePartError, SignedFileError, TableHeaderError
from trajecto_desktop.ooxml.edit import UNCHANGED, CellEdit, SolidFill, apply_edits
from trajecto_desktop.ooxml.names import cell_name
from trajecto_desktop.ooxml.sheet import Grid
from trajecto_desktop.ooxml.workbook import Workbook

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = sorted(
    [
        *SHARED.glob("corpus/*.xls[xm]"),
        *SHARED.glob("fixtures/*.xlsx"),
        *sorted(SHARED.glob("fixtures/fiches/*.xlsx"))[:2],
    ]
)
#: The only files that may be refused, and why.
REFUSED = {
    "poi__duplicate-filename.xlsx": DuplicatePartError,
    "poi__hello-world-signed.xlsx": SignedFileError,
    "poi__ms-office-2010-signed.xlsx": SignedFileError,
}
GREEN = "#A9D08E"
TEXT = "  Nieuwe <tekst> & “meer”\n_x0041_ é"

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@pytest.fixture(scope="session")
def judge(shared_dir: Path) -> ModuleType:
    """The program that reports every difference between two workbooks which no edit explains."""
    spec = importlib.util.spec_from_file_location("xlsx_fidelity", shared_dir / "tools" / "xlsx_fidelity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["xlsx_fidelity"] = module
    spec.loader.exec_module(module)
    return module


def opened(path: Path) -> Workbook:
    if REFUSED.get(path.name) is DuplicatePartError:
        with pytest.raises(DuplicatePartError):
            Workbook.open(path)
        pytest.skip("refused, as it must be: two members of one name")
    return Workbook.open(path)


def is_free(grid: Grid, place: tuple[int, int]) -> bool:
    area = grid.merged_at(*place)
    return area is None or area[:2] == place


def chosen_places(grid: Grid) -> list[tuple[int, int]]:
    """The first, a middle and the last cell, formulas, an absent cell, a new column and a row beyond the end."""
    there = [place for place in sorted(grid.cells) if is_free(grid, place)]
    places = [there[0], there[len(there) // 2], there[-1]] if there else []
    formulas = [place for place in there if grid.cells[place].formula]
    places += [formulas[0], formulas[-1]] if formulas else []
    beside = [(row, column + 1) for row, column in there if (row, column + 1) not in grid.cells]
    places += [place for place in beside if is_free(grid, place)][:1]
    places += [(1, grid.max_column + 2), (grid.max_row + 3, 2)]
    return [place for place in dict.fromkeys(places) if is_free(grid, place)]


@every_file
def test_saving_unchanged_gives_the_identical_file(path: Path) -> None:
    workbook = opened(path)
    assert apply_edits(workbook, []) == path.read_bytes()
    assert workbook.package.to_bytes({}, {}) == path.read_bytes()


@every_file
@pytest.mark.parametrize("what", ["fill", "both", "empty"])
def test_an_edit_changes_nothing_else(path: Path, what: str, judge: ModuleType, tmp_path: Path) -> None:
    workbook = opened(path)
    info = next((each for each in workbook.sheets if each.kind == "worksheet"), None)
    if info is None:
        pytest.skip("no worksheet to edit")
    value = {"fill": UNCHANGED, "empty": None}.get(what, TEXT)
    fill = SolidFill(GREEN) if what in ("fill", "both") else UNCHANGED
    edits = [
        CellEdit(info.name, *place, f"{value}{number}" if isinstance(value, str) else value, fill)
        for number, place in enumerate(chosen_places(workbook.grid(info.name)))
    ]
    if path.name in REFUSED:
        with pytest.raises(REFUSED[path.name]):
            apply_edits(workbook, edits)
        return
    edits, data = accepted(workbook, edits)
    after = tmp_path / path.name
    after.write_bytes(data)
    aspects = [name for name, edit in (("value", value), ("fill", fill)) if edit is not UNCHANGED]
    cells = [{"sheet": e.sheet, "cell": cell_name(e.excel_row, e.excel_column), "what": aspects} for e in edits]
    report = judge.compare(str(path), str(after), judge.load_edits(cells))
    assert [str(finding) for finding in report.failing()] == []
    assert_says(after, edits)


def accepted(workbook: Workbook, edits: list[CellEdit]) -> tuple[list[CellEdit], bytes]:
    """The edits that are not refused, and the file they make; only array formulas and headers that formulas name may be."""
    kept = []
    for edit in edits:
        try:
            apply_edits(workbook, [edit])
        except (ArrayFormulaError, TableHeaderError):
            continue
        kept.append(edit)
    return kept, apply_edits(workbook, kept)


def assert_says(path: Path, edits: list[CellEdit]) -> None:
    """The new file read by ourselves holds what was meant, and the same edits change nothing any more."""
    workbook = Workbook.open(path)
    for edit in edits:
        grid = workbook.grid(edit.sheet)
        cell = grid.cells.get((edit.excel_row, edit.excel_column))
        if edit.value is not UNCHANGED:
            assert (workbook.text(cell) if cell else "") == (edit.value or "")
        if edit.fill is not UNCHANGED:
            assert cell is not None
            assert workbook.fill(cell.style).foreground == GREEN
    assert apply_edits(workbook, edits) == workbook.package.data


@every_file
def test_openpyxl_reads_the_edited_cells(path: Path, tmp_path: Path) -> None:
    workbook = opened(path)
    info = next((each for each in workbook.sheets if each.kind == "worksheet"), None)
    if info is None or path.name in REFUSED:
        pytest.skip("nothing to edit")
    grid = workbook.grid(info.name)
    edits = [CellEdit(info.name, grid.max_row + 2, 3, "Nieuw", SolidFill(GREEN))]
    after = tmp_path / path.name
    after.write_bytes(apply_edits(workbook, edits))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            openpyxl.load_workbook(path)[info.name].cell(1, 1)
    except Exception as error:
        pytest.skip(f"openpyxl cannot read the file as it was: {type(error).__name__}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cell = openpyxl.load_workbook(after)[info.name].cell(grid.max_row + 2, 3)
    assert cell.value == "Nieuw"
    assert cell.fill.fgColor.rgb == "FF" + GREEN[1:]
