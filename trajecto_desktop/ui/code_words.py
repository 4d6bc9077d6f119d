"""The word for each colour code on screen: short, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..domain.colour import (
    ADDITIONAL,
    NO_PROVISION,
    NOT_PARALLEL,
    PARALLEL,
    PARTIAL,
    UNCLEAR,
    Palette,
)
from ..domain.fiche import Entry
from .translation import QT_TRANSLATE_NOOP

_WORDS = {
    PARALLEL: QT_TRANSLATE_NOOP("Codes", "parallel"),
    PARTIAL: QT_TRANSLATE_NOOP("Codes", "partial"),
    NOT_PARALLEL: QT_TRANSLATE_NOOP("Codes", "not parallel"),
    UNCLEAR: QT_TRANSLATE_NOOP("Codes", "unclear"),
    NO_PROVISION: QT_TRANSLATE_NOOP("Codes", "no provision"),
    ADDITIONAL: QT_TRANSLATE_NOOP("Codes", "additional"),
}
_LONGEST_WORD = 18


def code_word(palette: Palette, code: str | None) -> str:
    """The word for a code; a code of the file's own has the beginning of its label.

    Args:
        palette: the file's codes.
        code: an id, or nothing for "no code".
    """
    if code is None:
        return QCoreApplication.translate("Codes", "no code")
    if code in _WORDS:
        return QCoreApplication.translate("Codes", _WORDS[code])
    entry = palette.get(code)
    label = " ".join(entry.label.split()) if entry is not None else code
    return label if len(label) <= _LONGEST_WORD else label[: _LONGEST_WORD - 1].rstrip() + "…"


def unknown_colour_word() -> str:
    """What to call a colour that is near none of the legend."""
    return QCoreApplication.translate("Codes", "unknown colour")


def judgement_words(palette: Palette, entry: Entry) -> str:
    """The whole judgement in words, as it is read aloud: code, unknown colour, hatching."""
    if entry.code is None and entry.shade is not None:
        words = unknown_colour_word()
    else:
        words = code_word(palette, entry.code)
    if entry.hatched:
        words += ", " + QCoreApplication.translate("Codes", "hatched")
    return words
