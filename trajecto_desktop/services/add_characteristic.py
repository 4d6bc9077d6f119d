"""Add a characteristic: a new row in every sheet, at the end of its group or behind another one, when the file is saved.

Here: the change, checked. Not here: how the row comes into the sheets (`restructure`, `excel.structure`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.changes import CharacteristicAdded
from ..domain.characteristic import Characteristic
from ..domain.matching import Wording, unique_keys
from ..domain.reference import parse_references
from ..domain.text import RichText
from ..errors import CharacteristicWordingError


def add_characteristic(
    document: Document,
    group: str,
    adapted: str,
    decree: str = "",
    *,
    after: str | None = None,
    additional: bool = False,
) -> CharacteristicAdded:
    """The change that adds a characteristic; the caller applies it, as one undo step.

    Args:
        document: the document.
        group: the heading it stands under; one that is not there yet comes behind all others.
        adapted: the team's wording.
        decree: the wording of decree or memorie.
        after: key of the characteristic that it comes behind, of the same group; the last of the group by default.
        additional: whether the decree does not have it.

    Raises:
        CharacteristicWordingError: it has no wording, another one has the same, or `after` is of another group (``detail``).
        KeyError: there is no characteristic `after`.
    """
    wording = Wording(group, decree.strip(), adapted.strip())
    if not (wording.decree or wording.adapted) or not group.strip():
        raise CharacteristicWordingError(detail="?")
    rows = document.characteristics
    index_0 = _place(document, group, after)
    wordings = [Wording(row.group, row.decree.plain, row.adapted.plain) for row in rows]
    # The last of equal ones gets the number, so that the others keep their keys.
    key = unique_keys([*wordings, wording])[-1]
    if wording in wordings:
        raise CharacteristicWordingError(detail=wording.adapted or wording.decree)
    texts = RichText.plain_text(wording.decree), RichText.plain_text(wording.adapted)
    section = rows[index_0 - 1].section if index_0 else ""
    references = parse_references(f"{wording.decree}\n{wording.adapted}")
    return CharacteristicAdded(Characteristic(key, group, *texts, additional, references, section), index_0)


def _place(document: Document, group: str, after: str | None) -> int:
    rows = document.characteristics
    if after is not None:
        row = document.characteristic(after)
        if row.group != group:
            raise CharacteristicWordingError(detail=f"{row.title} ({row.group})")
        return rows.index(row) + 1
    places = [index_0 for index_0, row in enumerate(rows) if row.group == group]
    return places[-1] + 1 if places else len(rows)
