"""When two files say the same of an entry, however each of them writes it.

Here: comparing texts and judgements of different workbooks. Not here: finding what belongs together (`domain.matching`).
Imports `domain.text`, `domain.fiche`, `domain.feedback_union`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from .feedback_union import joined
from .fiche import Entry
from .text import RichText, Run, RunRole

_INKS_OF_PLAIN_TEXT = (None, "#000000")


class Aspect(StrEnum):
    """In what two entries differ."""

    TEXT = "text"
    SHORT_TEXT = "short_text"
    CODE = "code"
    HATCHING = "hatching"
    FEEDBACK = "feedback"
    """The other one holds remarks, answers or decisions that this one lacks. What only this one has is no difference: feedback is
    given on the overview, and fiches need not repeat it."""


def same_text(text: RichText | None, other: RichText | None) -> bool:
    """Whether two texts say the same in the same roles and emphasis; the fonts of the files make no difference."""
    if text is None or other is None:
        return text is other
    return text is other or (text.plain == other.plain and list(_looks(text)) == list(_looks(other)))


def _looks(text: RichText) -> Iterator[tuple[object, ...]]:
    """For each character that shows something, how it counts."""
    for run in text.runs:
        look = _look(run)
        for char in run.text:
            if not char.isspace():
                yield look


def _look(run: Run) -> tuple[object, ...]:
    style = run.style
    # A remark is known by its colour; whether it is slanted too is a matter of the file.
    if run.role is not RunRole.PLAIN:
        return run.role, style.strike, style.underline
    colour = None if style.colour in _INKS_OF_PLAIN_TEXT else style.colour
    return run.role, style.strike, style.underline, style.bold, style.italic, colour


def same_judgement(entry: Entry, other: Entry) -> bool:
    """Whether code and hatching are the same; of a colour without a code, whether it is the same colour."""
    if (entry.code, entry.hatched) != (other.code, other.hatched):
        return False
    return entry.code is not None or entry.shade == other.shade


def differing_aspects(entry: Entry, other: Entry, short_texts: bool = True) -> tuple[Aspect, ...]:
    """In what two entries differ, as far as an overview shows it.

    Args:
        entry: the one.
        other: the other.
        short_texts: whether both files have short texts; one that has none says nothing about them.
    """
    found = []
    if not same_text(entry.text, other.text):
        found.append(Aspect.TEXT)
    if short_texts and not same_text(entry.short_text, other.short_text):
        found.append(Aspect.SHORT_TEXT)
    if entry.code != other.code or (not same_judgement(entry, other) and entry.hatched == other.hatched):
        found.append(Aspect.CODE)
    if entry.hatched != other.hatched:
        found.append(Aspect.HATCHING)
    if other.annotations and joined(entry.annotations, other.annotations) != entry.annotations:
        found.append(Aspect.FEEDBACK)
    return tuple(found)
