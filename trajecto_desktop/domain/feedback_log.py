"""The log of feedback rounds: its columns, and which lines are new to it.

Here: the log as a whole. Not here: a line (`domain.feedback`), where the log stands in a workbook (`excel.log_sheet`), which
lines a comparison gives (`services.feedback_log`). A line is never changed or dropped: what is decided anew is a line more.
Imports `domain.feedback`.
"""

from __future__ import annotations

from .feedback import TO_DECIDE, LogLine

HEADERS = (
    "Nr.", "Soort", "Wie", "Organisatie", "Wanneer", "Kopie", "Vorm", "Kenmerk", "Blad", "Cel", "Voordien", "Nadien",
    "Besluit", "Door wie", "Wanneer besloten", "Waarom", "Ronde",
)  # fmt: skip
"""The columns of the log, in the order of the fields of a line."""


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
