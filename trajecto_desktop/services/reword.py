"""Word a characteristic otherwise: its adapted formulation, or the text of decree and memorie that it was made from.

Here: from a new text to the change. Not here: how the sheets follow (`excel.rewording`), trying it out (`restructure`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.changes import CharacteristicReworded
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.reference import parse_references
from ..domain.text import RichText
from ..errors import CharacteristicWordingError
from ..values import replace

ADAPTED, DECREE = "adapted", "decree"


def reworded(document: Document, key: str, which: str, text: RichText) -> CharacteristicReworded | None:
    """The change that gives a characteristic another wording; nothing when it has it already.

    Args:
        document: the document; it stays as it is.
        key: of the characteristic.
        which: `adapted` or `decree`.
        text: the new wording.

    Raises:
        CharacteristicWordingError: nothing would be left of it, or another row of the group has this very wording.
        KeyError: there is no such characteristic (``key``).
    """
    if key == GENERAL_REMARKS:
        raise CharacteristicWordingError(detail=key)
    before = document.characteristic(key)
    after = replace(before, adapted=text) if which == ADAPTED else replace(before, decree=text)
    if after == before:
        return None
    references = parse_references(f"{after.decree.plain}\n{after.adapted.plain}")
    after = replace(after, references=references)
    _refuse_namesake(document, before, after)
    return CharacteristicReworded(before, after)


def _refuse_namesake(document: Document, before: Characteristic, after: Characteristic) -> None:
    if not (after.adapted or after.decree) and (before.adapted or before.decree):
        raise CharacteristicWordingError(detail=before.title)
    for other in document.characteristics:
        if other.key != before.key and _words(other) == _words(after):
            raise CharacteristicWordingError(detail=after.title)


def _words(row: Characteristic) -> tuple[str, ...]:
    return tuple(" ".join(text.split()).casefold() for text in (row.group, row.decree.plain, row.adapted.plain))
