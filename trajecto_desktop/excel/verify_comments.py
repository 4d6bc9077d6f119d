"""Read back comments that are about to be written: they say what was meant, and nothing else in the file changed.

Not here: cells (`excel.verify`). Imported by services.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..errors import WrittenWronglyError
from ..ooxml.comments import AddComment, ChangeComment, CommentEdit, CommentThread, comments_of
from ..ooxml.content_types import PART_NAME
from ..ooxml.names import relationships_part
from ..ooxml.workbook import Workbook

_KINDS = ("comments", "threadedComment", "vmlDrawing")


def verify_comments(before: Workbook, data: bytes, edits: Iterable[CommentEdit]) -> Workbook:
    """The new workbook, once it is sure of it.

    Args:
        before: the workbook that the edits were made on.
        data: the new file.
        edits: what was meant.

    Raises:
        WrittenWronglyError: a comment is not there, or something else changed (``file``, ``detail`` = where).
        DocumentError: the new bytes cannot be read at all.
    """
    after = Workbook.from_bytes(data, before.package.name)
    wanted: dict[tuple[str, str], list[CommentEdit]] = {}
    for edit in edits:
        wanted.setdefault((edit.sheet, edit.cell), []).append(edit)
    sheets = {sheet for sheet, _ in wanted}
    _verify_parts(before, after, sheets)
    for sheet in sheets:
        _verify_sheet(before, after, sheet, {cell: each for (name, cell), each in wanted.items() if name == sheet})
    return after


def _verify_parts(before: Workbook, after: Workbook, sheets: Iterable[str]) -> None:
    concerned = {PART_NAME.lower(), relationships_part(before.part_name).lower()}
    concerned |= {part.lower() for part in before.package.related(before.part_name, "person")}
    for name in sheets:
        part = before.sheet(name).part_name
        concerned |= {part.lower(), relationships_part(part).lower()}
        concerned |= {each.lower() for kind in _KINDS for each in before.package.related(part, kind)}
        _verify_worksheet(before, after, part)
    for name in before.package.names:
        if name.lower() in concerned:
            continue
        if not after.package.has(name) or before.package.packed(name) != after.package.packed(name):
            raise WrittenWronglyError(file=before.package.name, detail=name)


def _verify_worksheet(before: Workbook, after: Workbook, part: str) -> None:
    """A worksheet may only have got a `legacyDrawing`."""
    old, new = before.package.read(part), after.package.read(part)
    if old == new:
        return
    start = bisect_left(range(len(old)), 1, key=lambda length: int(old[: length + 1] != new[: length + 1]))
    added = new[start : start + len(new) - len(old)]
    words = added.replace(b"\0", b"")  # a part in UTF-16 has one in every letter of a name
    if old[:start] + added + old[start:] != new or b"legacyDrawing" not in words:
        raise WrittenWronglyError(file=before.package.name, detail=part)


def _verify_sheet(before: Workbook, after: Workbook, sheet: str, edits: dict[str, list[CommentEdit]]) -> None:
    old = {each.cell: each for each in comments_of(before, sheet)}
    new = {each.cell: each for each in comments_of(after, sheet)}
    for cell in old.keys() | new.keys():
        fits = _says(new.get(cell), edits[cell]) if cell in edits else old.get(cell) == new.get(cell)
        if not fits:
            raise WrittenWronglyError(file=before.package.name, detail=f"{sheet}!{cell}")


def _says(thread: CommentThread | None, edits: Iterable[CommentEdit]) -> bool:
    """Whether everything that was said stands there, whatever the white space: a note has room for words only."""
    said = _words("".join(each.text for each in thread.contributions) if thread else "")
    return all(_words(edit.text) in said for edit in edits if isinstance(edit, AddComment | ChangeComment))


def _words(text: str) -> str:
    return "".join(text.replace("-", "").split())
