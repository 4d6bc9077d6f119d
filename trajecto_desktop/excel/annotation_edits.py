"""Feedback written back as comments: what became different in the remarks of entries, as edits of threads and notes.

A new remark goes on the entry's cell in the fullest sheet; one that stands somewhere stays there. Not here: reading
(`excel.annotations`), the parts of the file (`ooxml.comments`). Imported by services.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.feedback import Annotation, Reply, Status
from ..domain.feedback_text import addressed, clean_name, is_marked, kind_words, remark_words, status_words
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..ooxml.comments import (
    AddComment,
    ChangeComment,
    CommentEdit,
    CommentThread,
    DeleteComment,
    ResolveComment,
    comments_of,
)
from ..ooxml.note_text import Contribution
from .annotations import annotations_in
from .binding import Binding, EntryKey, SheetLayout

PEN_HOLDER = "Penhouder"
"""Under whose name a decision stands when nobody said who took it."""


def annotation_edits(
    binding: Binding, before: Mapping[EntryKey, Entry], after: Mapping[EntryKey, Entry], keys: Iterable[EntryKey]
) -> list[CommentEdit]:
    """The edits of comments that make the file say what the remarks of these entries say.

    Args:
        binding: where the entries stand; its workbook holds the comments as they are.
        before: the entries as the file has them.
        after: the entries as they have to be.
        keys: the entries to look at.
    """
    sheets = _Sheets(binding)
    edits: list[CommentEdit] = []
    for key in keys:
        old = before.get(key, EMPTY_ENTRY).annotations
        new = after.get(key, EMPTY_ENTRY).annotations
        if old != new:
            edits += _edits_of_entry(sheets, key, old, new)
    return edits


class _Sheets:
    """The comments of sheets as they stand in the file, read once."""

    def __init__(self, binding: Binding) -> None:
        self._binding = binding
        self._threads: dict[str, dict[str, CommentThread]] = {}

    def layout_for(self, annotation: Annotation, key: EntryKey) -> SheetLayout | None:
        """The sheet that a remark stands in, or is to stand in: the first that shows the entry."""
        sheets = self._binding.sheets
        own = [sheets[annotation.sheet]] if annotation.sheet in sheets else []
        return next((sheet for sheet in (*own, *sheets.values()) if self._has_cell(sheet, key)), None)

    def _has_cell(self, sheet: SheetLayout, key: EntryKey) -> bool:
        """Whether the entry has a cell of its own there: one under a merged range can carry no comment."""
        place = sheet.place(*key)
        if place is None:
            return False
        area = self._binding.workbook.grid(sheet.name).merged_at(*place)
        return area is None or area[:2] == place

    def thread(self, sheet: str, cell: str) -> CommentThread | None:
        """What stands on a cell in the file."""
        if sheet not in self._threads:
            self._threads[sheet] = {each.cell: each for each in comments_of(self._binding.workbook, sheet)}
        return self._threads[sheet].get(cell)


def _edits_of_entry(
    sheets: _Sheets, key: EntryKey, old: tuple[Annotation, ...], new: tuple[Annotation, ...]
) -> list[CommentEdit]:
    known = {each.id: each for each in old}
    kept = {each.id for each in new}
    edits: list[CommentEdit] = []
    cells: dict[tuple[str, str], list[Annotation]] = {}
    for each in new:
        layout = sheets.layout_for(each, key)
        cell = layout.cell(*key) if layout else None
        if layout is not None and cell is not None:
            cells.setdefault((layout.name, cell), []).append(each)
    gone = [each for each in old if each.id not in kept]
    for (sheet, cell), there in cells.items():
        edits += on_cell(sheets.thread(sheet, cell), sheet, cell, known, there)
    for each in gone:
        layout = sheets.layout_for(each, key)
        cell = layout.cell(*key) if layout else None
        if layout is not None and cell is not None:
            edits += without(sheets.thread(layout.name, cell), layout.name, cell, each)
    return edits


def on_cell(
    thread: CommentThread | None, sheet: str, cell: str, known: Mapping[str, Annotation], there: list[Annotation]
) -> list[CommentEdit]:
    """The edits on one cell; `known` are the remarks it had, by id, `there` all that stand, or come to stand, on it."""
    edits: list[CommentEdit] = []
    others = [each for each in annotations_in(thread) if each.id not in known] if thread else []
    alone = len(there) + len(others) == 1
    changed = False
    for index, each in enumerate(there):
        was = known.get(each.id)
        nth = 0 if alone else _nth(there, index)
        if was is None:
            edits.append(AddComment(sheet, cell, clean_name(each.author), remark_words(each), each.date, each.id))
            was = Annotation(each.id, each.kind, each.author, each.text, each.organisation)
        else:
            edits += _reworded(thread, sheet, cell, was, each)
        edits += _answers(sheet, cell, was, each, address=_address(there, index))
        if (was.status, was.reason) != (each.status, each.reason):
            changed = True
            author = clean_name(each.decided_by) or PEN_HOLDER
            edits.append(AddComment(sheet, cell, author, status_words(each, nth), each.decided_on or each.date))
    closed = all(each.status is not Status.OPEN for each in there)
    if changed and (thread is None or thread.threaded):
        edits.append(ResolveComment(sheet, cell, closed))
    return edits


def _nth(there: list[Annotation], index: int) -> int:
    mine = there[index]
    return sum(1 for each in there[: index + 1] if (each.kind, each.author) == (mine.kind, mine.author))


def _address(there: list[Annotation], index: int) -> tuple[str, int] | None:
    """Whom an answer has to name: nobody when the remark is the last one on its cell."""
    if index == len(there) - 1:
        return None
    author = there[index].author
    return author, sum(1 for each in there[: index + 1] if each.author == author)


def _reworded(
    thread: CommentThread | None, sheet: str, cell: str, was: Annotation, now: Annotation
) -> list[CommentEdit]:
    if (was.text, was.kind, was.organisation, was.author) == (now.text, now.kind, now.organisation, now.author):
        return []
    said = _said(thread, was)
    if said is None or is_marked(said.text) or was.text != now.text:
        return [ChangeComment(sheet, cell, was.id, remark_words(now), said.text if said else remark_words(was))]
    # Somebody else's own words stay as they are; what kind of remark it is, is said below them.
    return [AddComment(sheet, cell, PEN_HOLDER, kind_words(now.kind), now.date)] if was.kind is not now.kind else []


def _said(thread: CommentThread | None, annotation: Annotation) -> Contribution | None:
    said = thread.contributions if thread else ()
    return next((each for each in said if each.id == annotation.id), None)


def _answers(
    sheet: str, cell: str, was: Annotation, now: Annotation, address: tuple[str, int] | None
) -> list[CommentEdit]:
    old = {(reply.id, reply.author, reply.text): reply for reply in was.replies}
    new = {(reply.id, reply.author, reply.text): reply for reply in now.replies}
    edits: list[CommentEdit] = []
    for mark, reply in new.items():
        same_id = next((each for each in was.replies if each.id and each.id == reply.id), None)
        words = addressed(reply.text, *address) if address else reply.text
        if same_id is not None and mark not in old:
            edits.append(ChangeComment(sheet, cell, reply.id, words, same_id.text))
        elif mark not in old:
            edits.append(AddComment(sheet, cell, clean_name(reply.author) or PEN_HOLDER, words, reply.date, reply.id))
    ids = {reply.id for reply in now.replies if reply.id}
    gone: list[Reply] = [reply for mark, reply in old.items() if mark not in new and reply.id not in ids]
    return edits + [DeleteComment(sheet, cell, reply.id, reply.text) for reply in gone]


def without(thread: CommentThread | None, sheet: str, cell: str, gone: Annotation) -> list[CommentEdit]:
    """The edits that take a remark away; in a shared thread only its own words, else the whole thread."""
    said = _said(thread, gone)
    words = said.text if said else remark_words(gone)
    remarks = annotations_in(thread) if thread else []
    if len(remarks) <= 1 or (remarks and remarks[0].id != gone.id):
        answers = [DeleteComment(sheet, cell, reply.id, reply.text) for reply in gone.replies]
        alone = len(remarks) <= 1 and (thread is None or thread.threaded)
        return [*([] if alone else answers), DeleteComment(sheet, cell, gone.id, words)]
    # The first remark of a shared thread carries the others, so that it is emptied rather than removed.
    return [ChangeComment(sheet, cell, gone.id, "(verwijderd)", words)]
