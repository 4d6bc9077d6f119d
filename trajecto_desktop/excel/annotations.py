"""Threads and notes on the cells of entries, read as feedback.

Here: which remarks stand on which entry, with kind, organisation, status and answers. Not here: how they are written back
(`excel.annotation_edits`), how words carry kind and status (`domain.feedback_text`), the parts of the file
(`ooxml.comments`). Imported by the reader and by services.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..domain.feedback import Annotation, Reply, Status
from ..domain.feedback_text import (
    RemarkWords,
    is_marked,
    read_address,
    read_kind,
    read_remark,
    read_status,
    real_name,
)
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..ooxml.comments import CommentThread, comments_of
from ..ooxml.names import cell_name, parse_cell
from ..ooxml.note_text import Contribution
from ..ooxml.workbook import Workbook
from ..values import replace
from .binding import EntryKey, SheetLayout


def read_annotations(workbook: Workbook, sheets: Iterable[SheetLayout]) -> dict[EntryKey, tuple[Annotation, ...]]:
    """The remarks on entries, in the order of sheets (the fullest first) and of conversation.

    A remark that stands word for word on the same entry in several sheets is one remark, in the first of them.

    Raises:
        DamagedFileError: comments cannot be read.
    """
    found: dict[EntryKey, list[Annotation]] = {}
    for layout in sheets:
        threads = comments_of(workbook, layout.name)
        # The few cells with a remark are looked up one by one: a table of all cells cost as much as reading the remarks.
        forms = {column: form for form, column in layout.form_columns.items()} if threads else {}
        keys = {row: key for key, row in layout.rows.items()} if threads else {}
        for thread in threads:
            row, column = parse_cell(thread.cell)
            if row in keys and column in forms:
                key = forms[column], keys[row]
                have = found.setdefault(key, [])
                have[:] = _joined(have, annotations_in(thread))
    return {key: tuple(remarks) for key, remarks in found.items()}


def with_annotations(
    entries: Mapping[EntryKey, Entry], found: Mapping[EntryKey, tuple[Annotation, ...]]
) -> dict[EntryKey, Entry]:
    """The entries with their remarks; an entry that holds nothing else comes to be."""
    merged = dict(entries)
    for key, remarks in found.items():
        merged[key] = replace(merged.get(key, EMPTY_ENTRY), annotations=remarks)
    return merged


def entry_cells(layout: SheetLayout) -> dict[str, EntryKey]:
    """The cells of entries in a sheet: reference → form and characteristic."""
    return {
        cell_name(row, column): (form, key)
        for key, row in layout.rows.items()
        for form, column in layout.form_columns.items()
    }


def annotations_in(thread: CommentThread) -> list[Annotation]:
    """The remarks in one thread or note: what it begins with, and each answer that is a marked remark of its own."""
    remarks: list[Annotation] = []
    for said in thread.contributions:
        if not remarks or is_marked(said.text):
            remarks.append(_remark(thread, said))
        elif not _decided(remarks, said) and not _gave_kind(remarks, said):
            _answered(remarks, said)
    if thread.resolved:
        # Somebody resolved it in Excel without a word; a word about it says more than the tick.
        remarks = [replace(r, status=Status.PROCESSED) if r.is_open else r for r in remarks]
    return remarks


#: A name as Excel puts it on the first line of a note: several words, the last with a capital.
_NAME_LINE = re.compile(r"(?P<name>[^\W\d_][^\n:\d]{0,60} [^\W\d_a-zà-ÿ][^\n:\d ]*):\n")


def _without_name_line(said: Contribution) -> Contribution:
    """A note without the line that Excel begins it with: the author's name, which outlives a program that drops authors."""
    if said.author and said.text.startswith(f"{said.author}:\n"):
        return replace(said, text=said.text[len(said.author) + 2 :])
    named = None if said.author else _NAME_LINE.match(said.text)
    return replace(said, author=named["name"], text=said.text[named.end() :]) if named else said


def _remark(thread: CommentThread, said: Contribution) -> Annotation:
    if not thread.threaded:
        said = _without_name_line(replace(said, author=real_name(said.author)))
    words: RemarkWords = read_remark(said.text, said.author)
    return Annotation(
        id=said.id,
        kind=words.kind,
        author=words.author,
        text=words.text,
        organisation=words.organisation,
        date=said.date,
        sheet=thread.sheet,
        cell=thread.cell,
        threaded=thread.threaded,
    )


def _decided(remarks: list[Annotation], said: Contribution) -> bool:
    """Take an answer as a decision on a remark, when it is one."""
    words = read_status(said.text)
    if words is None:
        return False
    index = len(remarks) - 1
    if words.author:
        alike = [
            i for i, each in enumerate(remarks) if each.kind is words.kind and _is_by(each, words.author)
        ]  # fmt: skip
        index = alike[words.nth - 1] if words.nth <= len(alike) else index
    remarks[index] = replace(
        remarks[index], status=words.status, reason=words.reason, decided_by=said.author, decided_on=said.date
    )
    return True


def _gave_kind(remarks: list[Annotation], said: Contribution) -> bool:
    kind = read_kind(said.text)
    if kind is not None:
        remarks[-1] = replace(remarks[-1], kind=kind)
    return kind is not None


def _answered(remarks: list[Annotation], said: Contribution) -> None:
    index, text = len(remarks) - 1, said.text
    address = read_address(text)
    if address is not None:
        alike = [i for i, each in enumerate(remarks) if _is_by(each, address[0])]
        if address[1] <= len(alike):
            index, text = alike[address[1] - 1], address[2]
    reply = Reply(said.author, said.date, text, said.id)
    remarks[index] = replace(remarks[index], replies=(*remarks[index].replies, reply))


def _is_by(annotation: Annotation, author: str) -> bool:
    return annotation.author.casefold() == author.casefold()


def _joined(have: list[Annotation], more: list[Annotation]) -> list[Annotation]:
    """Remarks of two sheets on one entry; one that is there already brings only its answers and its status."""
    joined = list(have)
    for each in more:
        index = next((i for i, other in enumerate(joined) if _is_same(each, other)), None)
        if index is None:
            joined.append(each)
            continue
        known = {(reply.author, reply.text) for reply in joined[index].replies}
        new = tuple(reply for reply in each.replies if (reply.author, reply.text) not in known)
        kept = replace(joined[index], replies=joined[index].replies + new)
        if kept.is_open and not each.is_open:
            kept = replace(
                kept, status=each.status, reason=each.reason, decided_by=each.decided_by, decided_on=each.decided_on
            )
        joined[index] = kept
    return joined


def _is_same(one: Annotation, other: Annotation) -> bool:
    same_words = " ".join(one.text.split()) == " ".join(other.text.split())
    return one.sheet != other.sheet and same_words and one.author == other.author
