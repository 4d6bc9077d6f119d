"""The door for JSON that goes out: the objects that `--json` writes. Names and shapes are used from outside and stay.

Imported only by who writes JSON: pydantic loads when it is first needed.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable JSON object without unknown members."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def json_text(self) -> str:
        """The object as indented JSON, characters as they are."""
        return self.model_dump_json(indent=1)


class LegendRecord(Record):
    """One code of the file's legend; `cell` is `Sheet!A2`, `fill` is `#RRGGBB`."""

    code: str
    label: str
    fill: str
    cell: str


class CharacteristicRecord(Record):
    """One row."""

    key: str
    group: str
    decree: str
    adapted: str
    additional: bool
    references: list[str]


class ReplyRecord(Record):
    """One answer in a thread."""

    author: str
    date: str
    text: str


class AnnotationRecord(Record):
    """One remark with its thread."""

    id: str
    kind: str
    author: str
    organisation: str
    date: str
    text: str
    status: str
    replies: list[ReplyRecord]


class EntryRecord(Record):
    """What one form has for one characteristic; `cells` maps a sheet name to a cell reference."""

    form: str
    characteristic: str
    text: str
    short_text: str | None
    code: str | None
    hatched: bool
    cells: dict[str, str]
    annotations: list[AnnotationRecord]


class GeneralRemarksRecord(Record):
    """What stands over a form as a whole: no characteristic, so kept apart from the entries."""

    form: str
    text: str
    short_text: str | None
    cells: dict[str, str]
    annotations: list[AnnotationRecord]


class FindingRecord(Record):
    """One thing to look at; `cell` is `Sheet!A1`, or the sheet alone."""

    severity: Literal["error", "warning", "info"]
    rule: str
    cell: str
    message: str


class InspectionRecord(Record):
    """All that the program sees in a file."""

    layout: Literal["overview", "fiche"]
    legend: list[LegendRecord]
    forms: list[str]
    characteristics: list[CharacteristicRecord]
    entries: list[EntryRecord]
    general_remarks: list[GeneralRemarksRecord]
    findings: list[FindingRecord]


class CheckRecord(Record):
    """The findings of a file."""

    file: str
    findings: list[FindingRecord]


class CountRecord(Record):
    """One number: how many of `total` forms, and which."""

    keys: list[str]
    title: str
    combine: Literal["any", "all"]
    """Whether one of the keys is enough, or each has to fit."""
    number: int
    total: int
    fraction: str
    unclear: int
    """Of `number`, those that rest on entries coded `unclear` alone."""
    by_code: dict[str, int]
    """How many forms have each code for the keys, combined in the same way."""
    forms: list[str]
    """The forms that are counted."""
    others: list[str]
    """Forms that have something, but not what was asked."""
    gaps: list[str]
    """Forms with neither text nor code in any of the entries asked."""


class CountsRecord(Record):
    """The numbers of a file."""

    by: Literal["filled", "code", "both"]
    counts: list[CountRecord]


class TallyRecord(Record):
    """The entries of one group or one form counted out: what is there, not how good it is."""

    name: str
    total: int
    """Entries, filled or not."""
    filled: int
    by_code: dict[str, int]
    hatched: int
    gaps: int
    """Entries with neither text nor code."""


class TalliesRecord(Record):
    """Entries counted out per group or per form."""

    per: Literal["group", "form"]
    tallies: list[TallyRecord]


class SideRecord(Record):
    """What one of two files has for an entry."""

    text: str
    short_text: str | None
    code: str | None
    hatched: bool
    annotations: int


class DifferenceRecord(Record):
    """One entry that an overview and a fiche have differently."""

    file: str
    form: str
    characteristic: str
    title: str
    aspects: list[str]
    overview: SideRecord
    fiche: SideRecord


class DifferencesRecord(Record):
    """How fiches differ from an overview."""

    differences: list[DifferenceRecord]
    points: list[str]
    """What else a person has to know, in sentences."""


class ProjectFileRecord(Record):
    """One file of a folder of fiches, and how far it is."""

    file: str
    layout: Literal["overview", "fiche"] | None
    forms: list[str]
    characteristics: int
    filled: int
    coded: int
    reviewed: int
    open_feedback: int
    attention: int
    """Findings that are errors or warnings."""
    problem: str | None
    """Why it could not be read; then the rest is empty."""


class ProjectRecord(Record):
    """A folder of fiches."""

    folder: str
    files: list[ProjectFileRecord]
    doubles: list[str]
    """Forms that stand in more than one fiche."""


class StandingRecord(Record):
    """Whether an earlier export still says what its sources say."""

    file: str
    verdict: Literal["current", "outdated", "unknown"]
    made: str
    """Of which files, as of when, by which version; empty when the file does not say."""
    reasons: list[str]


class StandingsRecord(Record):
    """The standing of several exports."""

    exports: list[StandingRecord]
