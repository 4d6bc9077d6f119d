"""Comments on cells: threads with their twins for older programs, and plain notes; reading and editing both.

A cell holds one thread or one note, never both (Excel repairs such a file). So a comment on a cell that has a thread is
an answer in it, and one on a cell that has a note is added below the note's own text, which stays as it is.
Knows nothing of what a comment is about (`excel.annotations`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trajecto_desktop.errors import SignedFileError
from trajecto_desktop.ooxml.comment_sheet import SheetComments
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.note_text import Contribution
from trajecto_desktop.ooxml.workbook import Workbook, naming

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class CommentThread:
    """What stands on one cell: a thread, or a note."""

    sheet: str
    cell: str
    contributions: tuple[Contribution, ...]
    """Who said what: the first comment and the answers; in a note its own text and what was added below it."""
    threaded: bool
    resolved: bool = False

    @property
    def id(self) -> str:
        """The id of its first contribution."""
        return self.contributions[0].id


@dataclass(frozen=True, slots=True)
class AddComment:
    """Say something on a cell; a new thread where it has nothing yet. `date`: ISO 8601; without zone it is UTC."""

    sheet: str
    cell: str
    author: str
    text: str
    date: str = ""
    id: str = ""
    """`{GUID}` that the contribution gets; made from its content when empty."""


@dataclass(frozen=True, slots=True)
class ChangeComment:
    """Give one contribution another text."""

    sheet: str
    cell: str
    id: str
    text: str
    was: str = ""
    """The text it has; finds it where the id does not, as in a note, which has no room for ids."""


@dataclass(frozen=True, slots=True)
class ResolveComment:
    """Mark the thread on a cell as resolved, or as open again. A plain note has no such state and stays as it is."""

    sheet: str
    cell: str
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class DeleteComment:
    """Take one contribution away; a whole thread with the first of it, and a whole note with its own text."""

    sheet: str
    cell: str
    id: str
    was: str = ""
    """As in `ChangeComment`."""


CommentEdit = AddComment | ChangeComment | ResolveComment | DeleteComment


def comments_of(workbook: Workbook, sheet: str) -> list[CommentThread]:
    """The threads and notes of a worksheet, by row and column.

    Raises:
        UnknownSheetError: no worksheet has that name.
        DamagedFileError: a part of it cannot be read.
    """
    with naming(workbook.package.name):
        state = SheetComments(PackageDraft(workbook.package), workbook, sheet)
        return [CommentThread(sheet, *each) for each in state.read()]


def all_comments(workbook: Workbook) -> Mapping[str, list[CommentThread]]:
    """The threads and notes of every worksheet that has some, by sheet name."""
    sheets = [info.name for info in workbook.sheets if info.kind == "worksheet"]
    return {name: found for name in sheets if (found := comments_of(workbook, name))}


def draft_comments(workbook: Workbook, edits: Iterable[CommentEdit], draft: PackageDraft) -> None:
    """Make edits of comments in the parts that a save will write.

    Call it after edits of cells have put their worksheets into the draft.

    Raises:
        SignedFileError: the file is signed, so that any edit would break it.
        UnknownSheetError, CellReferenceError: there is no such place.
        MergedCellError: the cell lies hidden under a merged range.
        UsageError: a comment that is to be changed is not there.
        TextTooLongError: more than 32,767 characters.
    """
    sheets: dict[str, SheetComments] = {}
    with naming(workbook.package.name):
        for edit in edits:
            if workbook.is_signed:
                raise SignedFileError
            if edit.sheet not in sheets:
                sheets[edit.sheet] = SheetComments(draft, workbook, edit.sheet)
            _apply(sheets[edit.sheet], edit)
        for state in sheets.values():
            state.write()


def _apply(state: SheetComments, edit: CommentEdit) -> None:
    match edit:
        case AddComment():
            state.add(edit.cell, Contribution(edit.author, edit.date, edit.text, edit.id))
        case ChangeComment():
            state.change(edit.cell, edit.id, edit.text, edit.was)
        case ResolveComment():
            state.resolve(edit.cell, edit.resolved)
        case DeleteComment():
            state.delete(edit.cell, edit.id, edit.was)


def apply_comment_edits(workbook: Workbook, edits: Iterable[CommentEdit]) -> bytes:
    """New file bytes with these edits of comments alone; the same bytes when there are none."""
    draft = PackageDraft(workbook.package)
    draft_comments(workbook, edits, draft)
    return draft.to_bytes()
