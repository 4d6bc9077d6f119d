"""What a person can do to one entry, as pure steps from the entry before to the entry after.

Here: what setting a code, a hatching or a text means for the rest of the entry. Not here: making the change
(`Document.apply`) nor writing it (`excel.writer`).
"""

from __future__ import annotations

from ..domain.fiche import NO_PROGRESS, Entry, Progress, WorkState
from ..domain.text import EMPTY_TEXT, RichText
from ..errors import HatchingWithoutCodeError
from ..ooxml.strings import whole
from ..values import replace


def with_code(entry: Entry, code: str | None) -> Entry:
    """The entry with that code, decided: every sheet follows, also one that disagreed.

    A drifted shade becomes the legend's own, and without a code nothing is hatched.
    """
    return replace(entry, code=code, hatched=entry.hatched and code is not None, shade=None, settled=True)


def with_hatching(entry: Entry, hatched: bool) -> Entry:
    """The entry with or without the pattern over its colour.

    Raises:
        HatchingWithoutCodeError: there is no code to put it over.
    """
    if hatched and entry.code is None:
        raise HatchingWithoutCodeError
    return replace(entry, hatched=hatched, settled=True)


def with_text(entry: Entry, text: str) -> Entry:
    """The entry with another wording; words that stay keep the look they have."""
    return replace(entry, text=_reworded(entry.text, text))


def with_short_text(entry: Entry, text: str | None) -> Entry:
    """The entry with its own wording for *Beknopter*; `None` or the full wording: it follows the full text again."""
    if text is None or text == entry.text.plain:
        return replace(entry, short_text=None)
    return replace(entry, short_text=_reworded(entry.short_text or entry.text, text))


def emptied(entry: Entry) -> Entry:
    """The entry without text and judgement; feedback on it stays."""
    if not (entry.text.runs or entry.short_text or entry.code or entry.shade):
        return entry
    return replace(with_code(entry, None), text=EMPTY_TEXT, short_text=None)


def with_state(entry: Entry, state: WorkState, date: str, who: str) -> Entry:
    """The entry with another state of work: since when (ISO date), and by whom; to do says neither."""
    return replace(entry, progress=NO_PROGRESS if state is WorkState.TO_DO else Progress(state, date, who))


def _reworded(before: RichText, text: str) -> RichText:
    return before.with_plain(whole(text)) if text else EMPTY_TEXT
