"""Twice the forms, twice the work and not more: counted in calls, which are the same on every machine."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from xml.sax.saxutils import escape

import pytest

from benchmarks.scaled import scaled
from benchmarks.work import hits
from trajecto_desktop.domain.counts import per_characteristic
from trajecto_desktop.excel import verify
from trajecto_desktop.excel.binding import Overlaid
from trajecto_desktop.ooxml.references import References
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.edit_entry import with_code
from trajecto_desktop.services.open_document import OpenedFile, open_document
from trajecto_desktop.services.replace_text import change_of, replacements
from trajecto_desktop.services.save_document import save_document

WIDTHS = (1, 2, 4)
MOST_CALLS_A_PLACE = 40
"""Calls for each form and characteristic when an overview of 96 forms is opened: 34 now, 80 before cells were read by row."""
MOST_CALLS_A_SAVE = 7_000
"""Calls for a save after one edit in an overview of 24 forms: 5 700 now, 7 200 before formats and lists of sheets were remembered."""
_SHARED = re.compile(r't="s"><v>(\d+)</v>')


def calls_of(action: Callable[[], object]) -> int:
    """How many functions of Python's and of C's an action calls."""
    count = 0

    def count_one(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_one)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


def assert_linear(counts: list[int]) -> None:
    """What is added from the second width to the third is twice what was added from the first to the second."""
    once, twice, four_times = counts
    assert four_times - twice <= 1.1 * 2 * (twice - once) + 200, counts


@pytest.fixture(scope="module")
def wide(project_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The sample overview with each form once, twice and four times."""
    folder, sample = tmp_path_factory.mktemp("wide"), project_dir / "samples" / "overzicht_voorbeeld.xlsx"
    return {times: scaled(sample, times, folder / f"{times}.xlsx") for times in WIDTHS}


def with_strings_in_cells(path: Path) -> Path:
    """The same workbook with each string in its cell, as openpyxl writes them."""
    book = Workbook.open(path)

    def inline(match: re.Match[str]) -> str:
        text = escape(book.strings.text(int(match[1])))
        return f't="inlineStr"><is><t xml:space="preserve">{text}</t></is>'

    parts = {info.part_name: book.package.read(info.part_name).decode("utf-8") for info in book.sheets}
    target = path.with_name(f"inline_{path.name}")
    target.write_bytes(
        book.package.to_bytes({name: _SHARED.sub(inline, xml).encode("utf-8") for name, xml in parts.items()})
    )
    return target


def test_opening_costs_the_same_for_each_form(wide: dict[int, Path]) -> None:
    open_document(wide[1])  # what is kept between files, such as wordings made normal, is there for all three
    counts = [calls_of(lambda path=path: open_document(path)) for path in wide.values()]
    assert_linear(counts)
    # In four sheets each entry has four cells. What is not needed to open, such as findings, is not done: then it is twice this.
    places = len(open_document(wide[4]).document.content.places)
    assert counts[-1] < MOST_CALLS_A_PLACE * places, (counts[-1], places)


def test_findings_that_are_asked_later_cost_the_same_for_each_form(wide: dict[int, Path]) -> None:
    opened = [open_document(path) for path in wide.values()]
    assert_linear([calls_of(lambda each=each: each.document.findings) for each in opened])
    again = [calls_of(lambda each=each: each.document.findings) for each in opened]
    assert max(again) < 1000, again


def test_saving_one_edit_hardly_depends_on_the_number_of_forms(wide: dict[int, Path], tmp_path: Path) -> None:
    counts = []
    for times, path in wide.items():
        opened = open_document(path)
        edit(opened, 5)
        save_document(opened, tmp_path / f"{times}.xlsx")  # what is worked out once is worked out
        edit(opened, 6)
        counts.append(calls_of(lambda each=opened: save_document(each)))
    # A look at each entry to see that it did not change, and no more.
    entries = len(opened.document.content.entries)
    assert counts[-1] - counts[0] < 2 * entries, (counts, entries)
    assert counts[0] < MOST_CALLS_A_SAVE, counts


def test_a_save_of_thousands_of_edits_does_not_search_the_sheet_for_each(
    wide: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search through the whole part for each edited cell is the square of the file: minutes, where this takes seconds."""
    searches = count_calls(monkeypatch, verify, "_find_reference")
    walks = count_calls(monkeypatch, References, "__init__")
    opened = open_document(wide[4])
    change = change_of(opened.document, replacements(opened.document, "e", "ee"))
    assert len(change.changes) > 1000
    opened.document.apply(change)
    overlaid = count_calls(monkeypatch, Overlaid, "__init__")
    written = save_document(opened, tmp_path / "many.xlsx")
    sheets = {sheet for sheet, _ in written.cells}
    assert searches == []
    # Each is a copy of all that was written on its sheet.
    assert len(overlaid) == len(sheets)
    # One to write each sheet, and one to find in it as it was what is read back; in the new part each stands where it must.
    assert len(walks) == 2 * len(sheets)
    again = open_document(tmp_path / "many.xlsx").document
    assert dict(again.entries()) == dict(opened.document.entries())


def count_calls(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[str]:
    """A list that grows with each call of a function."""
    found, known = list[str](), getattr(owner, name)

    def counted(*arguments: object, **named: object) -> object:
        found.append(name)
        return known(*arguments, **named)

    monkeypatch.setattr(owner, name, counted)
    return found


def edit(opened: OpenedFile, number_0: int) -> None:
    """Give an entry another code."""
    document = opened.document
    (form, key), entry = list(document.entries())[number_0]
    other = next(legend.code for legend in document.palette.judgements if legend.code != entry.code)
    document.apply(document.change_entry(form, key, with_code(entry, other)))


def test_strings_in_cells_cost_the_same_for_each_form_and_little_more_than_shared_ones(wide: dict[int, Path]) -> None:
    files = [with_strings_in_cells(path) for path in wide.values()]
    open_document(files[0])
    counts = [calls_of(lambda path=path: open_document(path)) for path in files]
    assert_linear(counts)
    shared = calls_of(lambda: open_document(wide[4]))
    assert counts[-1] < 2 * shared, (counts[-1], shared)


@pytest.mark.parametrize(
    "asked",
    [
        lambda opened: per_characteristic(opened.document),
        lambda opened: hits(opened.document, "gezin /open"),
        lambda opened: list(opened.document.entries()),
    ],
    ids=["count", "filter", "walk over all entries"],
)
def test_questions_cost_the_same_for_each_form(wide: dict[int, Path], asked: Callable[[OpenedFile], object]) -> None:
    opened = [open_document(path) for path in wide.values()]
    asked(opened[-1])
    assert_linear([calls_of(lambda each=each: asked(each)) for each in opened])


def test_work_that_grows_with_the_square_is_seen() -> None:
    """The measure trips: of two loops in each other the count is not linear."""
    with pytest.raises(AssertionError):
        assert_linear([calls_of(lambda n=n: [abs(i * j) for i in range(n) for j in range(n)]) for n in (40, 80, 160)])


def test_a_gesture_over_all_entries_costs_the_same_for_each_form(wide: dict[int, Path]) -> None:
    """Replacing in all forms: each entry asks whether its form is there, and must not walk over all forms for that."""
    counts = []
    for path in wide.values():
        document = open_document(path).document
        change = change_of(document, replacements(document, "e", "ee"))
        assert len(change.changes) > 100
        counts.append(calls_of(lambda document=document, change=change: document.apply(change)))
    assert_linear(counts)
