"""The log of feedback rounds: one line for each remark and difference, and for each decision about it.

Here: what a line holds. Not here: where the log stands in a workbook (`excel.log_sheet`), which lines a comparison gives
(`services.feedback_log`). A line is never changed or dropped: what is decided anew is a line more. Imports nothing of ours.
"""

from __future__ import annotations

from ..values import dataclass

HEADERS = (
    "Nr.", "Soort", "Wie", "Organisatie", "Wanneer", "Kopie", "Vorm", "Kenmerk", "Blad", "Cel", "Voordien", "Nadien",
    "Besluit", "Door wie", "Wanneer besloten", "Waarom", "Ronde",
)  # fmt: skip
"""The columns of the log, in the order of the fields of a line."""

TAKEN_UP, TO_DECIDE, HAD, BY_HAND, REFUSED, TAKEN_BACK = (
    "overgenomen",
    "nog te beslissen",
    "stond al in de eigen versie",
    "met de hand te doen",
    "niet overgenomen",
    "teruggedraaid",
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
        """The texts in the order of `HEADERS`."""
        return (
            self.number, self.kind, self.who, self.organisation, self.when, self.copy, self.form, self.characteristic,
            self.sheet, self.cell, self.before, self.after, self.decision, self.decided_by, self.decided_on,
            self.reason, self.round_id,
        )  # fmt: skip

    @property
    def about(self) -> tuple[str, ...]:
        """What tells two lines apart: all but the number, which begins anew with each comparison."""
        return self.cells[1:]


def new_lines(known: tuple[LogLine, ...], lines: tuple[LogLine, ...]) -> tuple[LogLine, ...]:
    """The lines that are not in the log yet; one that only says that nothing was decided is none after a decision."""
    there = {line.about for line in known}
    decided = {_matter(line) for line in known if line.decision not in (TO_DECIDE, "")}
    return tuple(
        line
        for line in lines
        if line.about not in there and not (line.decision == TO_DECIDE and _matter(line) in decided)
    )


def _matter(line: LogLine) -> tuple[str, ...]:
    """What a line is about, whatever was decided."""
    return line.cells[1:12]
