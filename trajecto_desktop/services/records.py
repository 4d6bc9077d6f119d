"""The door for JSON that goes out: the objects that `--json` writes. Names and shapes are used from outside and stay.

Plain values: what goes out was checked when it came in, so nobody waits for pydantic to be loaded.
"""

from __future__ import annotations

import json
from typing import Literal

from ..values import dataclass


def json_text(record: object) -> str:
    """A record as an indented JSON object, characters as they are."""
    return json.dumps(record, ensure_ascii=False, indent=1, default=_members)


def _members(record: object) -> dict[str, object]:
    names: tuple[str, ...] = record.__match_args__  # type: ignore[attr-defined]
    return {name: getattr(record, name) for name in names}


@dataclass(frozen=True, slots=True)
class LegendRecord:
    """One code of the file's legend; `cell` is `Sheet!A2`, `fill` is `#RRGGBB`."""

    code: str
    label: str
    fill: str
    cell: str


@dataclass(frozen=True, slots=True)
class CharacteristicRecord:
    """One row."""

    key: str
    group: str
    decree: str
    adapted: str
    additional: bool
    references: list[str]


@dataclass(frozen=True, slots=True)
class ReplyRecord:
    """One answer in a thread."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class AnnotationRecord:
    """One remark with its thread."""

    id: str
    kind: str
    author: str
    organisation: str
    date: str
    text: str
    status: str
    replies: list[ReplyRecord]


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """What one form has for one characteristic; `cells` maps a sheet name to a cell reference."""

    form: str
    characteristic: str
    text: str
    short_text: str | None
    code: str | None
    hatched: bool
    cells: dict[str, str]
    annotations: list[AnnotationRecord]


@dataclass(frozen=True, slots=True)
class GeneralRemarksRecord:
    """What stands over a form as a whole: no characteristic, so kept apart from the entries."""

    form: str
    text: str
    short_text: str | None
    cells: dict[str, str]
    annotations: list[AnnotationRecord]


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """One thing to look at; `cell` is `Sheet!A1`, or the sheet alone."""

    severity: Literal["error", "warning", "info"]
    rule: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """All that the program sees in a file."""

    layout: Literal["overview", "fiche"]
    legend: list[LegendRecord]
    forms: list[str]
    characteristics: list[CharacteristicRecord]
    entries: list[EntryRecord]
    general_remarks: list[GeneralRemarksRecord]
    findings: list[FindingRecord]


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """The findings of a file."""

    file: str
    findings: list[FindingRecord]


@dataclass(frozen=True, slots=True)
class CountRecord:
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


@dataclass(frozen=True, slots=True)
class CountsRecord:
    """The numbers of a file."""

    by: Literal["filled", "code", "both"]
    counts: list[CountRecord]


@dataclass(frozen=True, slots=True)
class TallyRecord:
    """The entries of one group or one form counted out: what is there, not how good it is."""

    name: str
    total: int
    """Entries, filled or not."""
    filled: int
    by_code: dict[str, int]
    hatched: int
    gaps: int
    """Entries with neither text nor code."""


@dataclass(frozen=True, slots=True)
class TalliesRecord:
    """Entries counted out per group or per form."""

    per: Literal["group", "form"]
    tallies: list[TallyRecord]


@dataclass(frozen=True, slots=True)
class SideRecord:
    """What one of two files has for an entry."""

    text: str
    short_text: str | None
    code: str | None
    hatched: bool
    annotations: int


@dataclass(frozen=True, slots=True)
class DifferenceRecord:
    """One entry that an overview and a fiche have differently."""

    file: str
    form: str
    characteristic: str
    title: str
    aspects: list[str]
    overview: SideRecord
    fiche: SideRecord


@dataclass(frozen=True, slots=True)
class DifferencesRecord:
    """How fiches differ from an overview."""

    differences: list[DifferenceRecord]
    points: list[str]
    """What else a person has to know, in sentences."""


@dataclass(frozen=True, slots=True)
class ProjectFileRecord:
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


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A folder of fiches."""

    folder: str
    files: list[ProjectFileRecord]
    doubles: list[str]
    """Forms that stand in more than one fiche."""


@dataclass(frozen=True, slots=True)
class StandingRecord:
    """Whether an earlier export still says what its sources say."""

    file: str
    verdict: Literal["current", "outdated", "unknown"]
    made: str
    """Of which files, as of when, by which version; empty when the file does not say."""
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class StandingsRecord:
    """The standing of several exports."""

    exports: list[StandingRecord]
