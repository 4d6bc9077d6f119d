"""Changes as lines that a person reads: before and after, part by part.

Here: the words of a change. Not here: where it is shown (`ui`). No Qt.
"""

from __future__ import annotations

from collections.abc import Iterator

from trajecto_desktop.domain.changes import (
    CellRemarksChanged,
    Change,
    CharacteristicAdded,
    CharacteristicRemoved,
    CharacteristicReworded,
    ConversionAdded,
    ConversionRemoved,
    EntryChanged,
    FormAdded,
    FormRemoved,
    FormRenamed,
    RowShown,
    SheetWordChanged,
    Together,
)
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.overview import Conversion
from trajecto_desktop.domain.policy_domain import PolicyAspect

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One part of a change as a person reads it."""

    form: str
    characteristic: str
    """Key; empty for a change of the form itself, a cell such as `Bronnen!A3` for remarks on one that is no entry."""
    part: str
    """`text`, `short_text`, `code`, `hatching`, `remarks`, `sources`, `progress`, `annotation`, `form`, `link`, `policy`
    `characteristic` or `conversion`, whose key is the name of its sheet."""
    before: str
    after: str


def lines_of(change: Change) -> Iterator[ChangeLine]:
    """A change as lines that a person reads: one for each part of an entry that differs."""
    match change:
        case EntryChanged(form, key, before, after):
            old, new = _words(before), _words(after)
            for part, was in old.items():
                if was != new[part]:
                    yield ChangeLine(form, key, part, was, new[part])
        case FormAdded(added, _):
            yield ChangeLine(added.name, "", "form", "", added.name)
        case FormRemoved(removed, _):
            yield ChangeLine(removed.name, "", "form", removed.name, "")
        case FormRenamed(was_form, now_form):
            if was_form.name != now_form.name:
                yield ChangeLine(was_form.name, "", "form", was_form.name, now_form.name)
            if _links(was_form) != _links(now_form):
                yield ChangeLine(now_form.name, "", "link", _links(was_form), _links(now_form))
            for aspect in PolicyAspect:
                was, now = was_form.policy.get(aspect), now_form.policy.get(aspect)
                if was != now:
                    yield ChangeLine(now_form.name, "", "policy", was, now)
        case CharacteristicAdded(row, _):
            yield ChangeLine("", row.key, "characteristic", "", row.title)
        case CharacteristicRemoved(row, _):
            yield ChangeLine("", row.key, "characteristic", row.title, "")
        case CharacteristicReworded(was_row, now_row):
            yield ChangeLine("", now_row.key, "characteristic", was_row.title, now_row.title)
        case RowShown(key, sheet, went):
            yield ChangeLine("", key, "characteristic", sheet if went else "", "" if went else sheet)
        case SheetWordChanged(form, key, sheet, was_word, now_word):
            yield ChangeLine(form, key, "text", f"{sheet}: {was_word}".strip(" :"), now_word)
        case CellRemarksChanged(sheet, cell, was_said, now_said):
            # The cell stands where the key of a characteristic does: nothing else tells where it is.
            old_words, new_words = _words(Entry(annotations=was_said)), _words(Entry(annotations=now_said))
            yield ChangeLine("", f"{sheet}!{cell}", "annotation", old_words["annotation"], new_words["annotation"])
        case ConversionAdded(conversion, _):
            yield ChangeLine("", conversion.sheet, "conversion", "", _conversion_words(conversion))
        case ConversionRemoved(conversion, _):
            yield ChangeLine("", conversion.sheet, "conversion", _conversion_words(conversion), "")
        case Together(changes):
            for each in changes:
                yield from lines_of(each)


def _links(form: SupportForm) -> str:
    return "; ".join(filter(None, (form.parent, *form.related)))


def _conversion_words(conversion: Conversion) -> str:
    formulations = [f"{'✓' if each.adopted else '→'} {each.text.plain}" for each in conversion.formulations]
    return "\n".join([conversion.passage.plain, *formulations])


def _words(entry: Entry) -> dict[str, str]:
    threads = [f"{each.author}: {each.text} ({each.status})" for each in entry.annotations]
    replies = [f"{reply.author}: {reply.text}" for each in entry.annotations for reply in each.replies]
    return {
        "text": entry.text.plain,
        "short_text": entry.short_text.plain if entry.short_text is not None else "",
        "code": entry.code or "",
        "hatching": "ja" if entry.hatched else "",
        "remarks": entry.remarks.plain,
        "sources": entry.sources.plain,
        "progress": " ".join(filter(None, (str(entry.progress.state), entry.progress.date, entry.progress.who))),
        "annotation": "\n".join(threads + replies),
    }
