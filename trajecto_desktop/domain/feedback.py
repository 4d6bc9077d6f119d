"""Feedback on an entry: who said what, when, and what was done with it.

Here: remarks, replies, kinds and statuses. Not here: threads and notes of a workbook (`ooxml.comments`), nor the
comparison of returned copies (`services.collect_feedback`). Imports nothing of ours.
"""

from __future__ import annotations

from enum import StrEnum

from ..values import dataclass


class Kind(StrEnum):
    """What a remark is; the value is the word that people write (domain page, Feedback)."""

    QUESTION = "vraag"
    NEED = "nood"
    LEVER = "hefboom"
    ADDITION = "aanvulling"
    CORRECTION = "correctie"
    REMARK = "opmerking"


class Status(StrEnum):
    """What was done with a remark."""

    OPEN = "open"
    PROCESSED = "verwerkt"
    NOT_TAKEN = "niet weerhouden"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread of a remark."""

    author: str
    date: str
    """ISO 8601 with zone where known, or empty."""
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark on one entry, with its thread."""

    id: str
    """Thread id of the workbook (`{GUID}`), or a stable id made from place, author and text for a plain note."""
    kind: Kind
    author: str
    text: str
    organisation: str = ""
    date: str = ""
    """ISO 8601 with zone where known, or empty."""
    status: Status = Status.OPEN
    reason: str = ""
    """Why it was not taken up."""
    replies: tuple[Reply, ...] = ()
    sheet: str = ""
    cell: str = ""
    """Where it stands in the workbook; empty until it is written."""
    threaded: bool = True
    """Whether it is a thread; a plain note of somebody else stays one."""
    decided_by: str = ""
    """Who gave it its status."""
    decided_on: str = ""
    """When: ISO 8601 with zone where known, or empty."""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.status is Status.OPEN


TAKEN_UP, TO_DECIDE, HAD, BY_HAND, REFUSED, TAKEN_BACK, NOT_CHOSEN, KEPT, DONE_BY_HAND = (
    "overgenomen",
    "nog te beslissen",
    "stond al in de eigen versie",
    "met de hand te doen",
    "niet overgenomen",
    "teruggedraaid",
    "niet gekozen",
    "behouden",
    "met de hand gedaan",
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log; moments are ISO 8601, texts may be empty."""

    number: str = ""
    """Of the difference within its comparison."""
    kind: str = ""
    who: str = ""
    organisation: str = ""
    when: str = ""
    copy: str = ""
    """File name of the returned copy, or of several."""
    form: str = ""
    characteristic: str = ""
    sheet: str = ""
    cell: str = ""
    before: str = ""
    after: str = ""
    decision: str = ""
    decided_by: str = ""
    decided_on: str = ""
    reason: str = ""
    round_id: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts in the order of `feedback_log.HEADERS`."""
        return (
            self.number, self.kind, self.who, self.organisation, self.when, self.copy, self.form, self.characteristic,
            self.sheet, self.cell, self.before, self.after, self.decision, self.decided_by, self.decided_on,
            self.reason, self.round_id,
        )  # fmt: skip

    @property
    def about(self) -> tuple[str, ...]:
        """What tells two lines apart: all but the number, which begins anew with each comparison."""
        return self.cells[1:]
