"""Save a document: only the cells that differ are written, and the file is the old one or the new one, whole.

Here: differences → edits → new bytes → read back → on disk → what the file now says. Not here: the journal, backups, merging
with what somebody else saved meanwhile (they stand around this, and decide `OnConflict`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from ..document.document import Document
from ..domain.text import RunRole
from ..errors import FileChangedOnDiskError, FileUnavailableError
from ..excel.annotation_edits import annotation_edits
from ..excel.run_formats import RunFormats
from ..excel.verify import verify_written
from ..excel.verify_comments import verify_comments
from ..excel.writer import MeantCell, changed_entries, meant_cells, take_over
from ..ooxml.comments import CommentEdit, apply_comment_edits
from ..ooxml.edit import UNCHANGED, CellEdit, apply_edits
from ..ooxml.package import read_file
from ..ooxml.workbook import Workbook
from .atomic import write_atomically
from .open_document import FileState, OpenedFile


class OnConflict(StrEnum):
    """What to do when the file on disk is not the one that was opened."""

    REFUSE = "refuse"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What a save did."""

    path: Path
    cells: tuple[tuple[str, str], ...]
    """(sheet, cell) of every cell that was written, or got or lost a comment; empty when nothing differed."""
    digest: str
    """SHA-256 of the file as it is now, in hexadecimal."""


def save_document(
    opened: OpenedFile, target: Path | None = None, on_conflict: OnConflict = OnConflict.REFUSE
) -> SaveReport:
    """Write what differs, and go on from there: the open file is then the target.

    Args:
        opened: the open file; afterwards it says that the file has what the document has.
        target: where to write; by default where the file came from.
        on_conflict: whether to write over what somebody else saved since the file was opened.

    Raises:
        FileChangedOnDiskError: somebody else did, and nobody said to overwrite.
        WrittenWronglyError: reading back showed something else than was meant.
        SaveError: it cannot be written, or not without harm. In each case the file on disk is as it was.
    """
    path = opened.path if target is None else target
    if on_conflict is OnConflict.REFUSE and path == opened.path:
        _refuse_changed(path, opened.digest)
    comments = _comment_edits(opened)
    meant, workbook = new_version(opened)
    write_atomically(path, workbook.package.data)
    _go_on(opened, path, workbook, meant)
    places = [(cell.sheet, cell.cell) for cell in meant] + [(edit.sheet, edit.cell) for edit in comments]
    return SaveReport(path, tuple(dict.fromkeys(places)), opened.digest)


def new_version(opened: OpenedFile) -> tuple[list[MeantCell], Workbook]:
    """The cells that differ, and the workbook with them written: verified, in memory only.

    Raises:
        WrittenWronglyError: reading back showed something else than was meant.
        SaveError: a cell cannot be written without harm.
    """
    document, binding = opened.document, opened.binding
    before, after = opened.in_file.entries, document.content.entries
    meant = meant_cells(binding, document.palette, before, after, frozenset(opened.settled))
    edits = _edits(opened, meant)
    data = apply_edits(binding.workbook, edits)
    is_same = data is binding.workbook.package.data
    workbook = binding.workbook if is_same else verify_written(binding.workbook, data, edits)
    return meant, _with_comments(workbook, _comment_edits(opened))


def _with_comments(workbook: Workbook, edits: list[CommentEdit]) -> Workbook:
    """The workbook with comments written too: a step of its own, so that each is verified against what it may touch."""
    return verify_comments(workbook, apply_comment_edits(workbook, edits), edits) if edits else workbook


def _comment_edits(opened: OpenedFile) -> list[CommentEdit]:
    """What has to change in the comments, so that they say what the remarks of the entries say."""
    before, after = opened.in_file.entries, opened.document.content.entries
    return annotation_edits(opened.binding, before, after, changed_entries(before, after))


def _edits(opened: OpenedFile, meant: Iterable[MeantCell]) -> list[CellEdit]:
    formats = RunFormats(opened.binding, _role_colours(opened.document))
    edits = []
    for cell in meant:
        grid = opened.binding.workbook.grid(cell.sheet)
        style = grid.style_at(cell.excel_row, cell.excel_column)
        value = UNCHANGED if cell.text is None else formats.runs(cell.text, style) or None
        paint = UNCHANGED if cell.paint is None else cell.paint
        edits.append(CellEdit(cell.sheet, cell.excel_row, cell.excel_column, value, paint))
    return edits


def _role_colours(document: Document) -> dict[RunRole, str]:
    content = document.content
    return {RunRole.REMARK: content.remark_colour, RunRole.COMPLETENESS: content.completeness_colour}


def _refuse_changed(path: Path, digest: str) -> None:
    try:
        on_disk = sha256(read_file(path)).hexdigest() if path.exists() else digest
    except FileUnavailableError:
        # Whether it may be written is for the writing to find out.
        return
    if on_disk != digest:
        raise FileChangedOnDiskError(file=path.name)


def _go_on(opened: OpenedFile, path: Path, workbook: Workbook, meant: list[MeantCell]) -> None:
    """From now on the file says what the document says."""
    opened.path = path
    opened.binding.workbook = workbook
    take_over(opened.binding, meant, opened.document.content.entries)
    opened.in_file = FileState.of(opened.document)
    opened.settled.clear()
