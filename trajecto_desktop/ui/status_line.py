"""How far the work is: the figures of the status bar and of the list of forms."""

from __future__ import annotations

from ..document.document import Changed, Document
from ..domain.characteristic import GENERAL_REMARKS
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


class Tallies:
    """How far each form of a document is, kept up to date: what is asked at each key press is not counted anew each time.

    Args:
        document: what is counted.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: dict[str, Tally] = {}
        self._open: dict[str, dict[str, int]] | None = None
        """Form → key → open remarks, where there are any."""

    def of(self, form: str) -> Tally:
        """The tally of one form. Cost: one look at each characteristic, after a change in this form."""
        if form not in self._kept:
            self._kept[form] = tally(self._document, form)
        return self._kept[form]

    def open_remarks(self, form: str) -> int:
        """The open remarks of a form alone. Cost: one look at each entry of the document the first time, nothing after that."""
        if self._open is None:
            self._open = {}
            for place, entry in self._document.content.entries.items():
                if entry.annotations:
                    self._note(*place, entry)
        return sum(self._open.get(form, {}).values())

    def follow(self, changed: Changed) -> None:
        """Take over what became different. Cost: by the number of entries that did."""
        if changed.structure:
            self._kept.clear()
            self._open = None
            return
        for form, key in changed.entries:
            self._kept.pop(form, None)
            self._note(form, key, self._document.entry(form, key))

    def _note(self, form: str, key: str, entry: Entry) -> None:
        if self._open is not None and key != GENERAL_REMARKS:
            self._open.setdefault(form, {})[key] = entry.open_annotations
