"""Words for parts of entries and for codes, in lists of changes and conflicts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...document.document import Document
from ...domain.characteristic import GENERAL_REMARKS
from ...domain.fiche import Entry, WorkState
from ...services.finding_sentences import code_words
from ..messages import Messages
from ..panels.work_state import state_words
from ..translation import QT_TRANSLATE_NOOP

PARTS = {
    "text": QT_TRANSLATE_NOOP("ChangeWords", "text"),
    "short_text": QT_TRANSLATE_NOOP("ChangeWords", "short text"),
    "code": QT_TRANSLATE_NOOP("ChangeWords", "code"),
    "hatching": QT_TRANSLATE_NOOP("ChangeWords", "hatching"),
    "remarks": QT_TRANSLATE_NOOP("ChangeWords", "remarks"),
    "sources": QT_TRANSLATE_NOOP("ChangeWords", "sources"),
    "progress": QT_TRANSLATE_NOOP("ChangeWords", "state of work"),
    "annotation": QT_TRANSLATE_NOOP("ChangeWords", "feedback"),
    "form": QT_TRANSLATE_NOOP("ChangeWords", "support form"),
    "link": QT_TRANSLATE_NOOP("ChangeWords", "related forms"),
    "policy": QT_TRANSLATE_NOOP("ChangeWords", "policy domain"),
    "characteristic": QT_TRANSLATE_NOOP("ChangeWords", "characteristic"),
    "conversion": QT_TRANSLATE_NOOP("ChangeWords", "how a wording came about"),
    "structure": QT_TRANSLATE_NOOP("ChangeWords", "form or row"),
}
"""Part of a change → English source."""


def part_words(part: str) -> str:
    """What a part of an entry is called on screen."""
    return QCoreApplication.translate("ChangeWords", PARTS.get(part, part))


def value_words(part: str, value: str, messages: Messages) -> str:
    """What stood or stands there, as a person says it."""
    if part == "code":
        return code_words(value, messages.language)
    if part == "hatching" and value:
        return QCoreApplication.translate("ChangeWords", "yes")
    if part == "progress":
        state = next((each for each in WorkState if value.startswith(each)), None)
        # The file says it in Dutch.
        value = value if state is None else state_words(state) + value.removeprefix(state)
    return value or QCoreApplication.translate("ChangeWords", "empty")


def entry_words(part: str, entry: Entry, messages: Messages) -> str:
    """One part of an entry, as a person says it."""
    match part:
        case "code":
            hatched = "+hatched" if entry.hatched else ""
            return code_words((entry.code or "") + hatched, messages.language)
        case "short_text":
            value = entry.short_text.plain if entry.short_text is not None else ""
        case "remarks":
            value = entry.remarks.plain
        case "sources":
            value = entry.sources.plain
        case "progress":
            value = " ".join(filter(None, (str(entry.progress.state), entry.progress.date, entry.progress.who)))
        case "annotation":
            value = "\n".join(f"{remark.author}: {remark.text}" for remark in entry.annotations)
        case _:
            value = entry.text.plain
    return value_words(part, value, messages)


def title_of(document: Document | None, key: str) -> str:
    """How a characteristic is known: by its wording where the document is at hand, else by its key."""
    if key == GENERAL_REMARKS:
        return QCoreApplication.translate("ChangeWords", "General remarks")
    if document is not None and document.has_characteristic(key):
        return document.characteristic(key).title
    return key.replace("-", " ")
