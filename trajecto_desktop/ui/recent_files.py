"""Where a person was in a file: kept when it closes, gone back to when it opens."""

from __future__ import annotations

from .bridge import DocumentBridge
from .settings import RecentFile, Settings


def remember(settings: Settings, bridge: DocumentBridge) -> None:
    """Keep a file among the recent ones, with where the person was in it and how far it is."""
    if bridge.path is None:
        return
    form, key = bridge.current
    recent = RecentFile(str(bridge.path), form, key)
    if form in bridge.document.form_names:
        count = bridge.tallies.of(form)
        recent.done, recent.total, recent.open_remarks = count.done, count.total, count.open_remarks
    settings.remember(recent)


def return_to_place_left(settings: Settings, bridge: DocumentBridge) -> None:
    """Go to the entry where the person was when this file was last open, if it is still there."""
    left = next((file for file in settings.recent if file.path == str(bridge.path)), None)
    document = bridge.document
    if left is not None and left.form in document.form_names and document.has_characteristic(left.characteristic):
        bridge.entry_shown.emit(left.form, left.characteristic)
