"""Characters that fonts lack: those of the shipped font, and those of every font on this machine.

Here: which characters, and the sentence about them. Not here: which fonts a page is set in (`services.typesetting`).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..errors import Language
from .figure_text import font_at

_SURE = 0x250
"""All letters of European languages below this are in the shipped font."""
_PROBED_AT = 20
_MOST_NAMED = 12


def foreign(text: str) -> str:
    """The characters of a text that the shipped font lacks, each once, in order."""
    return "".join(each for each in dict.fromkeys(text) if ord(each) >= _SURE and not _is_shipped(each))


@lru_cache(maxsize=4096)
def _is_shipped(character: str) -> bool:
    if unicodedata.category(character) in ("Cf", "Mn", "Zs", "Cc"):
        return True  # nothing of its own to draw
    font = font_at(_PROBED_AT)
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


def boxes_sentence(characters: str, language: Language = "nl") -> str:
    """That these characters are boxes on the page, for a person; empty when there are none."""
    if not characters:
        return ""
    named = " ".join(characters[:_MOST_NAMED]) + (" …" if len(characters) > _MOST_NAMED else "")
    if language == "en":
        return (
            f"No font on this computer has these characters: {named}. They are boxes on the page; install a font that has "
            "them, and export again."
        )
    return (
        f"Geen lettertype op deze computer heeft deze tekens: {named}. Op het blad staan daar vakjes; installeer een "
        "lettertype dat ze heeft, en exporteer opnieuw."
    )
