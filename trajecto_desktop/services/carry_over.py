"""What a new workbook takes along besides texts and codes: feedback as comments, and how far the work is.

Here: writing it into a workbook that was just made. Not here: its sheets (`excel.new_workbook`), which know no comments; they
come in the way they come into every file (`save_document`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..document.document import Content
from ..domain.changes import EntryChanged, Together
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.fiche import EMPTY_ENTRY, NO_PROGRESS, Entry
from ..ooxml.workbook import Workbook
from ..values import replace
from .open_document import OpenedFile, opened_from
from .save_document import new_version


def with_feedback(data: bytes, content: Content, forms: Iterable[str]) -> bytes:
    """The workbook with the feedback on the entries of these forms, and the state of the work on each.

    Args:
        data: a workbook that was made of this content, its characteristics in the same order.
        content: what it was made of.
        forms: the forms that it shows.
    """
    wanted = {name: _of_form(content, name) for name in forms}
    if not any(wanted.values()):
        return data
    opened = opened_from(Workbook.from_bytes(data, "nieuw.xlsx"), Path("nieuw.xlsx"))
    keys = {GENERAL_REMARKS: GENERAL_REMARKS, **_rows(content, opened)}
    changes = [
        _change(opened, name, keys[key], entry)
        for name, entries in wanted.items()
        for key, entry in entries.items()
        if key in keys
    ]
    opened.document.apply(Together(tuple(changes)))
    return new_version(opened).data


def _rows(content: Content, opened: OpenedFile) -> dict[str, str]:
    """Key of each characteristic → the key of the same row in what was made."""
    was, now = content.characteristics, opened.document.characteristics
    if len(was) == len(now):
        return {before.key: after.key for before, after in zip(was, now, strict=True)}
    there = {row.key for row in now}  # a row without group, wording or entry is none when it is read
    return {row.key: row.key for row in was if row.key in there}


def _of_form(content: Content, form: str) -> dict[str, Entry]:
    """Characteristic → entry, of those that hold feedback or were worked on."""
    return {
        key: entry
        for (name, key), entry in content.entries.items()
        if name == form and (entry.annotations or entry.progress != NO_PROGRESS)
    }


def _change(opened: OpenedFile, form: str, key: str, entry: Entry) -> EntryChanged:
    before = opened.document.entry(form, key)
    remarks = tuple(replace(each, sheet="", cell="") for each in entry.annotations)
    after = replace(before, annotations=remarks, progress=entry.progress)
    return EntryChanged(form, key, before, EMPTY_ENTRY if after == EMPTY_ENTRY else after)
