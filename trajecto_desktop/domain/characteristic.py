"""Characteristics (kenmerken): the rows against which each form is laid.

Here: the row, its groups and its references. Not here: how keys and matches are made (`domain.matching`), how a row is found
in a sheet (`excel.layout`). Imports `domain.text`.
"""

from __future__ import annotations

from ..values import unsealed
from .text import EMPTY_TEXT, RichText

GENERAL_REMARKS = "algemene-opmerkingen"
"""Key under which a form's general remarks ("Aandachtspunten, opmerkingen vooraf") are kept: no characteristic."""


@unsealed
class Characteristic:
    """One row: a target group, a goal, a principle, a competence …"""

    key: str
    """Readable, unique in the file, the same wherever the same characteristic stands."""
    group: str
    """The heading over it (rubriek), line breaks as in the file."""
    decree: RichText = EMPTY_TEXT
    adapted: RichText = EMPTY_TEXT
    additional: bool = False
    """Whether the decree does not have it (mogelijk aanvullend kernelement)."""
    references: tuple[str, ...] = ()
    """Parsed references in reading order, such as `Art. 12, 3°` and `Mem., p. 22`."""
    section: str = ""
    """Title of the section row it stands under, such as "Kern (zie fiches)"."""

    @property
    def title(self) -> str:
        """What to call it on one line: the adapted formulation, else the decree's, else the group."""
        for text in (self.adapted.plain, self.decree.plain, self.group):
            line = " ".join(text.split())
            if line:
                return line
        return self.key
