"""The final version of an overview: working columns, working marks, the pen-holder's remarks and the states of work go.

Comments on cells are listed too; they stay unless a person says that they go.

Here: the list of what would go, which a person sees first, and the file without it. The working copy stays as it is. Not here:
cells and columns of the file format (`ooxml.edit`, `ooxml.structure`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from ..domain.colour import WORKING_COLUMN
from ..domain.text import RunRole
from ..errors import SameFileError, StructureRefusedError
from ..excel.binding import LOG_SHEET, SheetLayout
from ..excel.log_sheet import has_log, without_log
from ..excel.texts import TextReader
from ..excel.verify import verify_written
from ..excel.verify_comments import verify_comments
from ..excel.work_states import read_states, with_states_written
from ..excel.work_states_kept import read_kept
from ..ooxml.cells import Cell
from ..ooxml.comments import DeleteComment, apply_comment_edits, comments_of
from ..ooxml.edit import CellEdit, apply_edits
from ..ooxml.names import cell_name, column_letters, parse_cell
from ..ooxml.strings import RichRun, Runs
from ..ooxml.structure import remove_columns
from ..ooxml.styles_edit import NoFill
from ..ooxml.workbook import Workbook
from ..values import dataclass
from .atomic import write_atomically
from .long_work import stop_if_asked
from .open_document import OpenedFile, opened_from
from .provenance import Provenance, SourceFile, marked
from .save_document import new_version


class StepKind(StrEnum):
    """What goes."""

    REMARK = "remark"
    """Text in the remark colour, within a cell."""
    WORKING_MARK = "working-mark"
    """The legend's label for working columns."""
    WORKING_COLUMN = "working-column"
    """A whole column."""
    LOG = "log"
    """The log of feedback rounds: a sheet."""
    STATES = "states"
    """How far the work on each entry is, and whose; no program but this one shows it."""
    COMMENT = "comment"
    """A comment on a cell with its answers: feedback or a note."""


_NO_CELLS = (StepKind.WORKING_COLUMN, StepKind.LOG, StepKind.STATES, StepKind.COMMENT)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that goes in the final version. Rows and columns are 1-based."""

    kind: StepKind
    sheet: str
    excel_row: int
    excel_column: int
    before: str
    """What stands there; of a column its title."""
    after: str = ""
    """What stays of it."""
    keep_runs: tuple[RichRun, ...] = ()
    """The runs that stay, as the file has them."""
    advised: bool = True
    """Whether it goes unless somebody says otherwise; a remark that is all a row has to its name stays."""

    @property
    def place(self) -> str:
        """`D7`; of a column its letters."""
        if self.kind in (StepKind.LOG, StepKind.STATES):
            return ""
        if self.kind is StepKind.WORKING_COLUMN:
            return column_letters(self.excel_column)
        return cell_name(self.excel_row, self.excel_column)


@dataclass(frozen=True, slots=True)
class FinalPlan:
    """What would go, for a person to look at."""

    workbook: Workbook
    """The working copy as it would be saved now."""
    steps: tuple[Step, ...]

    @property
    def advised(self) -> tuple[Step, ...]:
        """The steps that are taken unless somebody says otherwise."""
        return tuple(step for step in self.steps if step.advised)

    @property
    def without_comments(self) -> tuple[Step, ...]:
        """The steps that are advised, and the comments too."""
        return tuple(step for step in self.steps if step.advised or step.kind is StepKind.COMMENT)


def plan(opened: OpenedFile) -> FinalPlan:
    """The list of what goes in the final version, by sheet and place; what is not yet saved counts too.

    Raises:
        SaveError: what is not yet saved cannot be written.
    """
    workbook = new_version(opened).workbook
    current = opened_from(workbook, opened.path)
    steps: list[Step] = []
    columns = {(each.sheet, each.excel_column) for each in current.document.content.working_columns}
    colours = current.document.content.remark_colour, current.document.content.completeness_colour
    texts = TextReader(workbook, *colours)
    for sheet in workbook.sheets:
        if sheet.kind != "worksheet" or sheet.name == LOG_SHEET:
            continue
        layout = current.binding.sheets.get(sheet.name)
        if layout is not None:
            steps += _marks(workbook, layout)
        found = _remarks(workbook, texts, sheet.name, layout)
        there = (*found, *_comments(workbook, sheet.name))
        steps += [step for step in there if (step.sheet, step.excel_column) not in columns]
    steps += [
        Step(StepKind.WORKING_COLUMN, each.sheet, 0, each.excel_column, each.title)
        for each in current.document.content.working_columns
    ]
    if has_log(workbook):
        steps.append(Step(StepKind.LOG, LOG_SHEET, 0, 0, LOG_SHEET))
    number = len(read_states(workbook)) or bool(read_kept(workbook))
    if number:
        steps.append(Step(StepKind.STATES, "", 0, 0, str(int(number))))
    return FinalPlan(workbook, tuple(steps))


def _marks(workbook: Workbook, layout: SheetLayout) -> Iterator[Step]:
    place = layout.legend_cells.get(WORKING_COLUMN)
    if place is not None:
        cell = workbook.grid(layout.name).cells.get(place)
        label = workbook.text(cell) if cell is not None and cell.value is not None else ""
        yield Step(StepKind.WORKING_MARK, layout.name, *place, label)


def _remarks(workbook: Workbook, texts: TextReader, sheet: str, layout: SheetLayout | None) -> Iterator[Step]:
    for (row, column), cell in sorted(workbook.grid(sheet).cells.items()):
        if cell.value is None:
            continue
        text = texts.read(cell)
        if all(run.role is not RunRole.REMARK for run in text.runs):
            continue
        kept = _without_remarks(workbook, texts, cell)
        after = "".join(run.text for run in kept)
        advised = bool(after.strip()) or not _names_a_row(layout, row, column)
        yield Step(StepKind.REMARK, sheet, row, column, text.plain, after, kept, advised)


def _comments(workbook: Workbook, sheet: str) -> Iterator[Step]:
    if not workbook.has_comments(sheet):
        return
    for thread in comments_of(workbook, sheet):
        said = "\n".join(f"{each.author}: {each.text}" for each in thread.contributions)
        yield Step(StepKind.COMMENT, sheet, *parse_cell(thread.cell), said, advised=False)


def _without_remarks(workbook: Workbook, texts: TextReader, cell: Cell) -> Runs:
    """The runs that are no remark, without the white space that stood between them and a remark at the end."""
    runs = [run for run in workbook.runs(cell) if run.text]
    roles = [run.role for run in texts.read(cell).runs]
    kept = [run for run, role in zip(runs, roles, strict=True) if role is not RunRole.REMARK]
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept and roles[-1] is RunRole.REMARK:
        kept[-1] = RichRun(kept[-1].text.rstrip(), kept[-1].properties)
    return tuple(kept)


def _names_a_row(layout: SheetLayout | None, row: int, column: int) -> bool:
    """Whether a cell holds the wording or the heading by which a row of the table is known."""
    if layout is None or row <= layout.header_row:
        return False
    return column in layout.base_columns


def final_workbook(planned: FinalPlan, steps: Iterable[Step] | None = None) -> Workbook:
    """The workbook without what goes, in memory only.

    Args:
        planned: the list.
        steps: those that a person left in it; the advised ones when left out.

    Raises:
        SaveError: something cannot go without harm, for instance a cell of an array formula.
        WrittenWronglyError: reading back showed something else than was meant.
    """
    chosen = planned.advised if steps is None else tuple(steps)
    workbook = planned.workbook
    edits = [_edit(step) for step in chosen if step.kind not in _NO_CELLS]
    data = apply_edits(workbook, edits)
    if data is not workbook.package.data:
        workbook = verify_written(workbook, data, edits).workbook
    workbook = _without_comments(workbook, [step for step in chosen if step.kind is StepKind.COMMENT])
    if any(step.kind is StepKind.STATES for step in chosen):
        workbook = with_states_written(workbook, {})
    if any(step.kind is StepKind.LOG for step in chosen):
        workbook = without_log(workbook)
    columns = [step for step in chosen if step.kind is StepKind.WORKING_COLUMN]
    # From the right, so that the letters of those that still go stay what they were.
    for step in sorted(columns, key=lambda step: (step.sheet, -step.excel_column)):
        stop_if_asked()
        workbook = _without_column(workbook, step)
    return workbook


def _without_comments(workbook: Workbook, steps: Iterable[Step]) -> Workbook:
    edits = []
    for sheet, cells in _by_sheet(steps).items():
        for thread in comments_of(workbook, sheet):
            if thread.cell in cells:
                # The answers first: the first contribution takes what is left of its thread along.
                said = reversed(thread.contributions) if not thread.threaded else thread.contributions[:1]
                edits += [DeleteComment(sheet, thread.cell, each.id, each.text) for each in said]
    return verify_comments(workbook, apply_comment_edits(workbook, edits), edits) if edits else workbook


def _by_sheet(steps: Iterable[Step]) -> dict[str, set[str]]:
    cells: dict[str, set[str]] = {}
    for step in steps:
        cells.setdefault(step.sheet, set()).add(step.place)
    return cells


def _without_column(workbook: Workbook, step: Step) -> Workbook:
    """The workbook without a column; where it cannot go without harm to others, it stays, empty."""
    try:
        data = remove_columns(workbook, step.sheet, step.excel_column)
    except StructureRefusedError:
        return _with_empty_column(workbook, step)
    return Workbook.from_bytes(data, workbook.package.name)


def _with_empty_column(workbook: Workbook, step: Step) -> Workbook:
    cells = workbook.grid(step.sheet).cells
    edits = [
        CellEdit(step.sheet, row, column, None, NoFill())
        for (row, column), cell in sorted(cells.items())
        if column == step.excel_column and (cell.value is not None or workbook.fill(cell.style).pattern != "none")
    ]
    return verify_written(workbook, apply_edits(workbook, edits), edits).workbook


def _edit(step: Step) -> CellEdit:
    if step.kind is StepKind.WORKING_MARK:
        return CellEdit(step.sheet, step.excel_row, step.excel_column, None, NoFill())
    return CellEdit(step.sheet, step.excel_row, step.excel_column, step.keep_runs or None)


def save_final(
    opened: OpenedFile,
    target: Path,
    planned: FinalPlan,
    steps: Iterable[Step] | None = None,
    made_from: Provenance | None = None,
) -> None:
    """Write the final version beside the working copy.

    Args:
        opened: the working copy.
        target: where to.
        planned: the list.
        steps: those that go; the advised ones when left out.
        made_from: what the file says that it was made from; the working copy when left out.

    Raises:
        SameFileError: the target is the working copy.
        SaveError: it cannot be written, or something cannot go without harm; nothing is written then.
    """
    if target.resolve() == opened.path.resolve():
        raise SameFileError(file=target.name)
    if made_from is None:
        made_from = Provenance((SourceFile.read(opened.path, opened.digest),), unsaved=opened.modified)
    write_atomically(target, marked(final_workbook(planned, steps), made_from).package.data)
