"""Findings: what a person should look at in a file. Imports nothing of ours."""

from __future__ import annotations

from enum import StrEnum

from ..values import unsealed


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Rule(StrEnum):
    """What a finding is about; stable names, used from outside."""

    COLOUR_DRIFT = "colour-drift"
    UNKNOWN_COLOUR = "unknown-colour"
    SHEETS_DISAGREE = "sheets-disagree"
    WORD_WITHOUT_ENTRY = "word-without-entry"
    EMPTY_ENTRY = "empty-entry"
    CODE_WITHOUT_TEXT = "code-without-text"
    TEXT_WITHOUT_CODE = "text-without-code"
    ROW_MISSING = "row-missing"
    ROW_UNMATCHED = "row-unmatched"
    FORM_MISSING = "form-missing"
    SHEET_MISSING = "sheet-missing"
    NEAR_MATCH = "near-match"
    DUPLICATE_CHARACTERISTIC = "duplicate-characteristic"
    UNREADABLE_REFERENCE = "unreadable-reference"
    LOOSE_REFERENCE = "loose-reference"
    STRAY_SPACE = "stray-space"
    NO_LEGEND = "no-legend"
    UNKNOWN_LAYOUT = "unknown-layout"
    WORKING_COLUMN = "working-column"
    HIDDEN = "hidden"
    OTHER_FICHE = "other-fiche"


@unsealed
class Finding:
    """One thing to look at, with where and what to do."""

    severity: Severity
    rule: Rule
    sheet: str
    cell: str
    data: tuple[tuple[str, str], ...] = ()
    """What the sentence needs, by name; also what a repair needs."""
    form: str = ""
    characteristic: str = ""

    @property
    def where(self) -> str:
        """`Sheet!A1`, or the sheet alone."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def get(self, name: str) -> str:
        """A datum by name, empty when it has none."""
        return dict(self.data).get(name, "")
