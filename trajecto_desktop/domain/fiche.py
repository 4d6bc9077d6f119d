"""Support forms and their entries: what one form has for one characteristic.

Here: the form, the entry, its state of work. Not here: where it stands in which sheet (`Document.places`).
Imports `domain.text`, `domain.feedback`, `domain.policy_domain`.
"""

from __future__ import annotations

from enum import StrEnum

from ..values import dataclass, unsealed
from .feedback import Annotation
from .policy_domain import NO_POLICY, PolicyDomain
from .text import EMPTY_TEXT, RichText


class WorkState(StrEnum):
    """How far the pen-holder is with an entry; the value is the word on screen."""

    TO_DO = "te doen"
    IN_PROGRESS = "in bewerking"
    REVIEWED = "nagelezen"


@dataclass(frozen=True, slots=True)
class Progress:
    """State of work of one entry."""

    state: WorkState = WorkState.TO_DO
    date: str = ""
    """"Laatst nagegaan op": ISO date, or empty."""
    who: str = ""


NO_PROGRESS = Progress()


@unsealed
class Entry:
    """What one form has for one characteristic (invulling)."""

    text: RichText = EMPTY_TEXT
    short_text: RichText | None = None
    """The text of *Beknopter* where it differs from the full one; `None` where it follows it."""
    code: str | None = None
    hatched: bool = False
    shade: str | None = None
    """`#RRGGBB` actually in the cell when it is not the legend's own (drifted, or unknown and then `code` is `None`)."""
    remarks: RichText = EMPTY_TEXT
    """Column *Opmerkingen* of a fiche workbook."""
    sources: RichText = EMPTY_TEXT
    """Column *Bronnen* of a fiche workbook."""
    annotations: tuple[Annotation, ...] = ()
    progress: Progress = NO_PROGRESS
    settled: bool = False
    """Somebody decided between sheets that disagreed: at the next save every sheet says what this entry says."""

    @property
    def filled(self) -> bool:
        """Whether the form has something here: a text."""
        return bool(self.text)

    @property
    def open_annotations(self) -> int:
        """How many remarks still wait for a decision."""
        return sum(1 for annotation in self.annotations if annotation.status.value == "open")


EMPTY_ENTRY = Entry()


@dataclass(frozen=True, slots=True)
class SupportForm:
    """One ondersteuningsvorm."""

    name: str
    """As in the fullest sheet's header, line breaks as spaces: its identity in the file."""
    parent: str = ""
    """The form of which this is a local variant, or empty."""
    policy: PolicyDomain = NO_POLICY
    """Where it belongs in policy: its row in the sheet *Beleidsdomeinen*."""
    related: tuple[str, ...] = ()
    """Other forms that it is related to: in its row in the sheet *Verwante vormen*."""
