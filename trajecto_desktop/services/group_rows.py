"""Which characteristics somebody means who names a group.

Here: looking a group up by its heading. Not here: forms and single characteristics (`look_up`).
"""

from __future__ import annotations

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..errors import UnknownGroupError
from .export_words import group_title, normal


def characteristics_of(document: Document, group: str | None) -> tuple[Characteristic, ...]:
    """The characteristics of a group, or all.

    Raises:
        UnknownGroupError: there is no such group (``group``, ``detail`` = the groups there are).
    """
    if group is None:
        return document.characteristics
    wanted = normal(group)
    names = {heading: (normal(heading), normal(group_title(heading))) for heading in document.groups}
    meant = [heading for heading, both in names.items() if wanted in both]
    meant = meant or [heading for heading, both in names.items() if wanted in both[0] or wanted in both[1]]
    if meant:
        return tuple(c for c in document.characteristics if c.group in meant)
    raise UnknownGroupError(group=group, detail=", ".join(group_title(heading) for heading in document.groups))
