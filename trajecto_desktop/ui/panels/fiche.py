"""The Fiche place: forms at the left, characteristics in the middle, everything about the chosen one at the right."""

from __future__ import annotations

from trajecto_desktop.ui.bridge import DocumentBridge

from .place import Place, PlaceContext


class FichePlace(Place):
    """The working place of the pen-holder."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__(bridge, context)
