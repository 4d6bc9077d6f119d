"""Three versions of one entry into one: what was, what we made of it, what somebody else made of it.

Here: the merge of entries, part by part. Not here: files (`services.merge_on_disk`) nor returned copies of many people
(`services.collect_feedback`). Pure; imported by `services`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trajecto_desktop.domain.feedback import Annotation
from trajecto_desktop.domain.fiche import Entry

from ..values import dataclass, replace

_PARTS: tuple[tuple[str, ...], ...] = (
    ("text",),
    ("short_text",),
    # Code, hatching and shade are one judgement: half of ours with half of theirs is nobody's.
    ("code", "hatched", "shade", "settled"),
    ("remarks",),
    ("sources",),
    ("progress",),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part of an entry that both sides changed, and differently."""

    form: str
    characteristic: str
    part: str
    """`text`, `short_text`, `code`, `remarks`, `sources`, `progress`, `annotation`; `structure` for a form or row."""
    base: Entry
    ours: Entry
    theirs: Entry


def merge_entries(base: Entry, ours: Entry, theirs: Entry) -> tuple[Entry, tuple[str, ...]]:
    """The merged entry, and the parts in conflict, where *theirs* stays until a person decides."""
    merged = theirs
    conflicts: list[str] = []
    for names in _PARTS:
        was, mine, other = (_part(entry, names) for entry in (base, ours, theirs))
        if mine in (was, other):
            continue
        if other == was:
            merged = with_part(merged, ours, names[0])
        else:
            conflicts.append(names[0])
    annotations, clash = merge_annotations(base.annotations, ours.annotations, theirs.annotations)
    if clash:
        conflicts.append("annotation")
    return replace(merged, annotations=annotations), tuple(conflicts)


def with_part(entry: Entry, source: Entry, part: str) -> Entry:
    """The entry with one part taken from another entry; `part` as in `Conflict`."""
    if part == "annotation":
        return replace(entry, annotations=source.annotations)
    names = next(each for each in _PARTS if each[0] == part)
    values: dict[str, Any] = {name: getattr(source, name) for name in names}
    return replace(entry, **values)


def same_meaning(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same, whatever the formats of their runs and the places of their remarks."""
    return _meaning(one) == _meaning(other)


def _part(entry: Entry, names: Iterable[str]) -> tuple[object, ...]:
    return tuple(_looks(getattr(entry, name)) for name in names)


def _looks(value: object) -> object:
    # The opaque source of a run may differ between two readings of one text; its look does not.
    runs = getattr(value, "runs", None)
    return value if runs is None else tuple((run.text, run.style, run.role) for run in runs)


def _meaning(entry: Entry) -> tuple[object, ...]:
    short = None if entry.short_text is None else entry.short_text.plain
    remarks = tuple(
        (each.kind, each.author, each.text, each.status, each.reason, tuple((r.author, r.text) for r in each.replies))
        for each in entry.annotations
    )
    texts = (entry.text.plain, short, entry.remarks.plain, entry.sources.plain)
    return (*texts, entry.code, entry.hatched, entry.progress, remarks)


def merge_annotations(
    base: tuple[Annotation, ...], ours: tuple[Annotation, ...], theirs: tuple[Annotation, ...]
) -> tuple[tuple[Annotation, ...], bool]:
    """Remarks by id: what one side added, changed or removed; replies of both sides stay.

    The second value says whether both sides changed one remark, and differently.
    """
    before, mine, other = ({each.id: each for each in side} for side in (base, ours, theirs))
    merged: list[Annotation] = []
    clash = False
    for key in dict.fromkeys([*other, *mine]):
        was, left, right = before.get(key), mine.get(key), other.get(key)
        chosen = right
        if left not in (was, right):
            chosen, clashes = (left, False) if right == was else _merge_threads(was, left, right)
            clash = clash or clashes
        if chosen is not None:
            merged.append(chosen)
    return tuple(merged), clash


def _merge_threads(
    was: Annotation | None, left: Annotation | None, right: Annotation | None
) -> tuple[Annotation | None, bool]:
    """One remark that both sides changed: both sides' replies, and the head of the side that changed it."""
    if left is None or right is None:
        return left or right, True
    gone = {reply for reply in (was.replies if was else ()) if reply not in left.replies or reply not in right.replies}
    replies = tuple(reply for reply in dict.fromkeys((*right.replies, *left.replies)) if reply not in gone)
    base = replace(was, replies=()) if was else None
    ours, theirs = replace(left, replies=()), replace(right, replies=())
    if theirs == base:
        return replace(ours, replies=replies), False
    return replace(theirs, replies=replies), ours not in (base, theirs)
