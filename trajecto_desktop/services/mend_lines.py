"""What mending changes, as lines that a person reads before agreeing: before and after.

Here: the words of a mend. Not here: mending (`repair_findings`), where it is shown. No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document.document import Document
from ..domain.changes import Change, CharacteristicReworded, EntryChanged, RowShown, single_changes
from ..errors import Language
from ..values import dataclass
from .finding_sentences import code_words

_NO_ROW: dict[Language, str] = {"nl": "blad ‘{sheet}’: geen rij", "en": "sheet “{sheet}”: no row"}
_ROW: dict[Language, tuple[str, str]] = {
    "nl": (
        "blad ‘{sheet}’: een rij in de rubriek ‘{group}’, met {number} invulling",
        "blad ‘{sheet}’: een rij in de rubriek ‘{group}’, met {number} invullingen",
    ),
    "en": (
        "sheet “{sheet}”: a row in the group “{group}”, with {number} entry",
        "sheet “{sheet}”: a row in the group “{group}”, with {number} entries",
    ),
}
_BLANKS = re.compile(r"[ \t]{2,}|[ \t]+(?=\n|\Z)|(?:(?<=\n)|\A)[ \t]+|\xa0")


_ELSEWHERE: dict[Language, tuple[str, str]] = {
    "nl": ("op een ander werkblad een andere tint", "op elk werkblad de tint van de legende"),
    "en": ("another shade in another sheet", "the shade of the legend in every sheet"),
}


@dataclass(frozen=True, slots=True)
class MendLine:
    """One change of a mend."""

    change: Change
    form: str
    characteristic: str
    before: str
    after: str


def mend_lines(document: Document, change: Change, language: Language = "nl") -> Iterator[MendLine]:
    """A line for each entry or row; blanks that go are shown as `·`, fixed ones as `⍽`."""
    for part in single_changes(change):
        match part:
            case EntryChanged(form, key, _, _):
                yield MendLine(part, form, key, *_of_entry(document, part, language))
            case CharacteristicReworded(row, now):
                old = _both(row.decree.plain, row.adapted.plain, now.decree.plain, now.adapted.plain)
                yield MendLine(part, "", row.key, *map(visible, old))
            case RowShown(key, sheet, _):
                yield MendLine(part, "", key, *_of_row(document, key, sheet, language))


def _of_row(document: Document, key: str, sheet: str, language: Language) -> tuple[str, str]:
    """That a sheet has no row, and what the row will show: how many entries, in which group."""
    said = sum(entry.filled or entry.code is not None for (_, row), entry in document.entries() if row == key)
    group = " ".join(document.characteristic(key).group.split())
    pattern = _ROW[language][0 if said == 1 else 1]
    return _NO_ROW[language].format(sheet=sheet), pattern.format(sheet=sheet, number=said, group=group)


def _both(decree: str, adapted: str, decree_now: str, adapted_now: str) -> tuple[str, str]:
    """The wordings that differ, below each other."""
    pairs = [pair for pair in ((decree, decree_now), (adapted, adapted_now)) if pair[0] != pair[1]]
    return "\n".join(was for was, _ in pairs), "\n".join(now for _, now in pairs)


def _of_entry(document: Document, change: EntryChanged, language: Language) -> tuple[str, str]:
    before, after = change.before, change.after
    if before.text.plain != after.text.plain:
        return visible(before.text.plain), visible(after.text.plain)
    words = [_judged(code, hatched, language) for code, hatched in _judgements(change)]
    if words[0] == words[1] and before.shade is not None:
        legend = document.palette.get(after.code)
        return f"{before.shade} ({words[0]})", f"{legend.fill if legend is not None else ''} ({words[1]})"
    if words[0] == words[1] and after.settled and not before.settled:
        # The fullest sheet is in order; what is mended stands in another one.
        now, then = _ELSEWHERE[language]
        return f"{words[0]} ({now})", f"{words[1]} ({then})"
    return words[0], words[1]


def _judgements(change: EntryChanged) -> tuple[tuple[str | None, bool], tuple[str | None, bool]]:
    return (change.before.code, change.before.hatched), (change.after.code, change.after.hatched)


def _judged(code: str | None, hatched: bool, language: Language) -> str:
    return code_words((code or "") + ("+hatched" if hatched else ""), language)


def visible(text: str) -> str:
    """A text with the blanks that are too many made visible."""
    return _BLANKS.sub(lambda found: "⍽" if found[0] == "\xa0" else "·" * len(found[0]), text)
