"""What an open file takes, counted in bytes that Python hands out: the same on every machine, without the interpreter's own."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from benchmarks.scaled import scaled
from tests.architecture.test_linear_cost import with_strings_in_cells
from trajecto_desktop.services.open_document import open_document

MOST_BYTES_A_PLACE = 200
"""For each further form and characteristic, which has four cells in four sheets: 121 now, 900 before rows were lines of cells."""


def peak_bytes(action: Callable[[], object]) -> int:
    """The most that was in use at once while an action ran, and its result was kept."""
    tracemalloc.start()
    try:
        kept = action()
        peak = tracemalloc.get_traced_memory()[1]
        del kept
    finally:
        tracemalloc.stop()
    return peak


@pytest.fixture(scope="module")
def wide(project_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The sample overview with each form four and eight times."""
    folder, sample = tmp_path_factory.mktemp("wide"), project_dir / "samples" / "overzicht_voorbeeld.xlsx"
    open_document(sample)  # modules that are loaded now count for no file
    return {times: scaled(sample, times, folder / f"{times}.xlsx") for times in (4, 8)}


def test_a_wide_overview_takes_a_third_of_what_openpyxl_takes(wide: dict[int, Path]) -> None:
    theirs = peak_bytes(lambda: openpyxl.load_workbook(wide[4], rich_text=True))
    assert 3 * peak_bytes(lambda: open_document(wide[4])) < theirs
    assert 3 * peak_bytes(lambda: open_document(wide[4]).document.findings) < theirs


def test_so_does_one_with_its_strings_in_the_cells(wide: dict[int, Path]) -> None:
    path = with_strings_in_cells(wide[4])
    theirs = peak_bytes(lambda: openpyxl.load_workbook(path, rich_text=True))
    assert 3 * peak_bytes(lambda: open_document(path)) < theirs


def test_each_further_form_takes_little(wide: dict[int, Path]) -> None:
    places = {times: len(open_document(path).document.content.places) for times, path in wide.items()}
    peaks = {times: peak_bytes(lambda path=path: open_document(path)) for times, path in wide.items()}
    assert (peaks[8] - peaks[4]) / (places[8] - places[4]) < MOST_BYTES_A_PLACE, peaks


def test_a_file_that_is_closed_leaves_nothing_behind(wide: dict[int, Path]) -> None:
    """Without the collector: nothing that reading makes points in a circle, so that closing a file gives its room back at once."""
    open_document(wide[4])
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        open_document(wide[4])
        left = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert left < 100_000
