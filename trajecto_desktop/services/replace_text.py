"""Replace words in entries: every place where they stand, with what it would become; nothing is changed yet.

Here: finding and working out. Not here: which of them are taken (`ui`), making the change (`Document.apply`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document.document import Document, EntryKey
from ..domain.changes import EntryChanged, Together
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.fiche import Entry
from ..domain.text import RichText
from ..values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Replacement:
    """One text of one entry in which the words stand."""

    form: str
    characteristic: str
    part: str
    """`text` or `short_text`."""
    before: RichText
    after: RichText
    count: int
    """How often they stand in it."""


def replacements(
    document: Document,
    words: str,
    by: str,
    forms: Iterable[str] | None = None,
    match_case: bool = False,
    *,
    whole_words: bool = False,
    keys: Iterable[str] | None = None,
) -> list[Replacement]:
    """Everything that would change, by form and then characteristic. Runs keep their formats.

    Args:
        document: where to look.
        words: what to look for; nothing is found for empty words.
        by: what comes in its place.
        forms: only these; all by default.
        match_case: whether capitals count.
        whole_words: whether letters may stand directly before or after.
        keys: only these characteristics; all by default.
    """
    return [
        each
        for part in walk(document, words, by, forms, match_case, whole_words=whole_words, keys=keys)
        for each in part
    ]


def walk(
    document: Document,
    words: str,
    by: str,
    forms: Iterable[str] | None = None,
    match_case: bool = False,
    *,
    whole_words: bool = False,
    keys: Iterable[str] | None = None,
) -> Iterator[list[Replacement]]:
    """The same, form by form: each step looks through one form and gives what was found there."""
    if not words:
        return
    exact = rf"(?<!\w){re.escape(words)}(?!\w)" if whole_words else re.escape(words)
    pattern = re.compile(exact, 0 if match_case else re.IGNORECASE)
    wanted = document.form_names if forms is None else [name for name in document.form_names if name in set(forms)]
    rows = [GENERAL_REMARKS, *(row.key for row in document.characteristics)]
    if keys is not None:
        rows = [key for key in rows if key in set(keys)]

    def put(match: re.Match[str]) -> str:
        return by if match_case else _as_written(match[0], by)

    for form in wanted:
        found: list[Replacement] = []
        for key in rows:
            entry = document.entry(form, key)
            for part, text in (("text", entry.text), ("short_text", entry.short_text)):
                if not text:
                    continue
                new, count = pattern.subn(put, text.plain)
                if count and new != text.plain:
                    found.append(Replacement(form, key, part, text, text.with_plain(new), count))
        yield found


def _as_written(found: str, by: str) -> str:
    """What comes in its place, with a capital where the words found have one."""
    return by[:1].upper() + by[1:] if found[:1].isupper() else by


def change_of(document: Document, chosen: Iterable[Replacement]) -> Together:
    """The replacements that were chosen, as one gesture."""
    afters: dict[EntryKey, Entry] = {}
    for each in chosen:
        put_into(afters, document, each)
    return Together(tuple(EntryChanged(*place, document.entry(*place), after) for place, after in afters.items()))


def put_into(afters: dict[EntryKey, Entry], document: Document, each: Replacement) -> None:
    """Add a replacement to what entries become."""
    place = (each.form, each.characteristic)
    entry = afters.get(place) or document.entry(*place)
    afters[place] = replace(entry, text=each.after) if each.part == "text" else replace(entry, short_text=each.after)
