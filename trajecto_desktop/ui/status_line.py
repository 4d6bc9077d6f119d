"""How far the work is: the figures of the status bar and of the list of forms."""

from __future__ import annotations

from ..document.document import Document
from ..domain.fiche import Entry
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the work on one form is."""

    done: int
    """Entries that hold a code or a text."""
    total: int
    open_remarks: int


def is_done(entry: Entry) -> bool:
    """Whether an entry holds a judgement: a code or a text."""
    return entry.code is not None or entry.filled


def tally(document: Document, form: str) -> Tally:
    """The tally of one form, over all characteristics."""
    entries = [document.entry(form, characteristic.key) for characteristic in document.content.characteristics]
    return Tally(
        sum(map(is_done, entries)),
        len(entries),
        sum(entry.open_annotations for entry in entries if entry.annotations),
    )
