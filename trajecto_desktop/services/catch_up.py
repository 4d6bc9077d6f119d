"""How an overview catches up with a fiche that was laid beside it, or the fiche with the overview.

Here: planning the change. Not here: in what they differ (`services.compare_files`), making and writing changes (`Document.apply`,
`services.save_document`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..document.document import Document
from ..domain.alike import Aspect
from ..domain.changes import EntryChanged, Together
from ..domain.feedback_union import joined
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..values import replace
from .compare_files import Difference, Point, PointKind


class Direction(StrEnum):
    """Which file catches up."""

    OVERVIEW = "overview"
    """The overview takes what the fiche says."""
    SOURCE = "source"
    """The fiche takes what the overview says."""


def bring_up_to_date(
    target: Document, differences: Iterable[Difference], direction: Direction, points: list[Point]
) -> Together:
    """The change (not yet made) by which one of the files says what the other says.

    Args:
        target: the document that catches up; its own entries and legend count.
        differences: what to take over; of a comparison all, or those that a person chose.
        direction: which of the two files the target is.
        points: gets codes that the target's legend does not have.
    """
    changes = []
    for each in differences:
        if direction is Direction.OVERVIEW:
            place, wanted = (each.form, each.characteristic), each.in_source
        else:
            place, wanted = (each.source_form, each.source_characteristic), each.in_overview
        before = target.entry(*place)
        after = _taken_over(before, wanted, each.aspects)
        if after.code is not None and target.palette.get(after.code) is None:
            points.append(Point(PointKind.UNKNOWN_CODE, each.file, each.form, each.characteristic, after.code))
            after = replace(after, code=None, hatched=False, shade=None)
        if after != before:
            changes.append(EntryChanged(*place, before, after))
    return Together(tuple(changes))


def _taken_over(before: Entry, wanted: Entry, aspects: tuple[Aspect, ...]) -> Entry:
    """The entry with what differs from the other file; what only this file has (feedback, sources …) stays."""
    after = before
    if Aspect.TEXT in aspects:
        after = replace(after, text=wanted.text)
    if Aspect.SHORT_TEXT in aspects:
        after = replace(after, short_text=wanted.short_text)
    if Aspect.CODE in aspects or Aspect.HATCHING in aspects:
        shade = wanted.shade if wanted.code is None else None
        after = replace(after, code=wanted.code, hatched=wanted.hatched, shade=shade)
    if Aspect.FEEDBACK in aspects:
        after = replace(after, annotations=joined(before.annotations, wanted.annotations))
    return EMPTY_ENTRY if after == EMPTY_ENTRY else after
