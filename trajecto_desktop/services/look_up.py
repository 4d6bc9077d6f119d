"""Find the form, characteristic or code that a person means, or say which ones there are.

Here: reading a person's words against a document. Not here: matching rows of two files (`domain.matching`).
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import Palette
from ..domain.matching import normalise
from ..errors import AmbiguousCharacteristicError, UnknownCharacteristicError, UnknownCodeError, UnknownFormError

NO_CODE = "none"
"""How a person writes that an entry has no code."""
_MOST_SUGGESTIONS = 5


def form_named(document: Document, name: str, file: str = "") -> str:
    """The name of the form that is meant: exactly, or but for case and spacing.

    Raises:
        UnknownFormError: there is none; carries the names there are.
    """
    names = document.form_names
    if name in names:
        return name
    alike = [have for have in names if normalise(have) == normalise(name)]
    if len(alike) == 1:
        return alike[0]
    raise UnknownFormError(file=file, form=name, detail=", ".join(names))


def characteristic_named(document: Document, words: str, file: str = "", general: bool = True) -> str:
    """The key of the characteristic that is meant: by key, whole wording, its first words, or words that only it has.

    Args:
        document: where to look.
        words: what the person wrote.
        file: the file's name, for the message.
        general: whether the general remarks, which are no characteristic, may be meant too.

    Raises:
        AmbiguousCharacteristicError: several answer to the words; carries their keys.
        UnknownCharacteristicError: none does; carries the nearest keys.
    """
    if document.has_characteristic(words) and (general or words != GENERAL_REMARKS):
        return words
    wanted = normalise(words)
    candidates: list[str] = []
    for fits in (str.__eq__, _starts_with_words, str.__contains__):
        candidates = [each.key for each in document.characteristics if any(fits(t, wanted) for t in _wordings(each))]
        if len(candidates) == 1 and wanted:
            return candidates[0]
    if wanted and candidates:
        raise AmbiguousCharacteristicError(file=file, key=words, detail=_listed(candidates))
    raise UnknownCharacteristicError(file=file, key=words, detail=_listed(_nearest(document, words)))


def code_named(palette: Palette, word: str, file: str = "") -> str | None:
    """The code that is meant by its id or its label; `None` for `none`.

    Raises:
        UnknownCodeError: the legend has no such judgement; carries the ids it has.
    """
    if word == NO_CODE:
        return None
    for entry in palette.judgements:
        if word == entry.code or normalise(word) == normalise(entry.label):
            return entry.code
    raise UnknownCodeError(file=file, code=word, detail=", ".join(entry.code for entry in palette.judgements))


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(list(keys)[:_MOST_SUGGESTIONS])


def _wordings(characteristic: Characteristic) -> tuple[str, ...]:
    texts = (characteristic.adapted.plain, characteristic.decree.plain)
    return tuple(normalise(text) for text in texts if text.strip())


def _starts_with_words(text: str, words: str) -> bool:
    return text.startswith(words + " ")


def _nearest(document: Document, words: str) -> list[str]:
    keys = [each.key for each in document.characteristics] + [GENERAL_REMARKS]
    close = get_close_matches(words, keys, _MOST_SUGGESTIONS, cutoff=0.4)
    if close:
        return close
    wanted = normalise(words)

    def likeness(each: Characteristic) -> float:
        return max((SequenceMatcher(None, wanted, text[:200]).ratio() for text in _wordings(each)), default=0.0)

    return [each.key for each in sorted(document.characteristics, key=likeness, reverse=True)]
