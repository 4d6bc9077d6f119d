"""Changes of entries of one form, as undo steps with a name a person knows them by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ...domain.changes import Change, EntryChanged, Together
from ...domain.characteristic import GENERAL_REMARKS
from ...domain.fiche import Entry
from ..bridge import DocumentBridge

_LONGEST_TITLE = 60


def push_entries(bridge: DocumentBridge, form: str, afters: Mapping[str, Entry], what: str) -> None:
    """Give some rows' entries of a form another content, as one undo step; entries that stay the same do not count.

    Args:
        bridge: the document.
        form: whose entries.
        afters: what each entry becomes, by characteristic key.
        what: the first half of the step's name, such as `Kleur`.

    Raises:
        ChangeDoesNotFitError: as `DocumentBridge.push`.
    """
    document = bridge.document
    changes: list[EntryChanged] = [
        document.change_entry(form, key, after) for key, after in afters.items() if after != document.entry(form, key)
    ]
    if not changes:
        return
    gesture: Change = changes[0] if len(changes) == 1 else Together(tuple(changes))
    count = len(changes)
    if count == 1:
        where = title_of(bridge, changes[0].characteristic)
    else:
        where = QCoreApplication.translate("FichePlace", "%n row(s)", "", count)
    bridge.push(gesture, f"{what}: {form} · {where}")


def title_of(bridge: DocumentBridge, key: str) -> str:
    """What to call a row on one line, shortened."""
    if key == GENERAL_REMARKS:
        return QCoreApplication.translate("FicheModel", "General remarks")
    title = bridge.document.characteristic(key).title
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
