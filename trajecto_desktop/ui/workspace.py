"""One open document with its places; each place is made when it is first shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from .bridge import DocumentBridge
from .mnemonics import settle_widgets
from .panels.place import Place, PlaceContext, PlaceSpec


class Workspace(QStackedWidget):
    """The places of one document, one in front.

    Args:
        bridge: the document.
        specs: the places a document has.
        context: what the window gives to places.
    """

    place_changed = Signal(str)
    commands_changed = Signal()
    status_changed = Signal(str)

    def __init__(self, bridge: DocumentBridge, specs: Sequence[PlaceSpec], context: PlaceContext) -> None:
        super().__init__()
        self.bridge = bridge
        bridge.setParent(self)
        self._context = context
        self._specs = {spec.id: spec for spec in specs if spec.make is not None}
        self._places: dict[str, Place] = {}
        self._views: dict[str, Any] = {}
        """What places that are not made yet should show."""
        self.current_id = ""
        bridge.entry_shown.connect(self._on_entry_shown)

    @property
    def current_place(self) -> Place | None:
        """The place in front."""
        return self._places.get(self.current_id)

    def has_place(self, place_id: str) -> bool:
        """Whether a document has such a place."""
        return place_id in self._specs

    def show_place(self, place_id: str) -> Place:
        """Bring a place to the front, making it if need be."""
        place = self._places.get(place_id) or self._make(place_id)
        self.current_id = place_id
        self.setCurrentWidget(place)
        place.activated()
        self.place_changed.emit(place_id)
        return place

    def views(self) -> dict[str, Any]:
        """What each place shows and how, by id."""
        return {**self._views, **{place_id: place.view_state() for place_id, place in self._places.items()}}

    def take_views(self, views: Mapping[str, Any]) -> None:
        """Let each place show what it showed; those that are not made yet do so when they are."""
        self._views = {place: state for place, state in views.items() if isinstance(state, dict)}
        for place_id, place in self._places.items():
            place.take_view_state(self._views.get(place_id, {}))

    def rebuild(self) -> None:
        """Make the places anew, as in another language; each shows what it showed."""
        self._views = self.views()
        here, entry = self.current_id, self.bridge.current
        places = {place_id: place for place_id, place in self._places.items() if not place.holds_work()}
        held = len(self._places) - len(places)
        models = self.bridge.findChildren(QAbstractItemModel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for place_id in places:
            del self._places[place_id]
        self.show_place(here)
        for place in places.values():
            self.removeWidget(place)
            place.deleteLater()
        for model in models if not held else ():
            model.deleteLater()
        if all(entry):
            self.bridge.set_current(*entry)
            self._places[here].show_entry(*entry)

    def close_document(self) -> None:
        """End listening to the document."""
        self.bridge.close()

    def _make(self, place_id: str) -> Place:
        make = self._specs[place_id].make
        assert make is not None, "only places with a factory are in the table"
        place = make(self.bridge, self._context)
        place.commands_changed.connect(self.commands_changed)
        place.place_wanted.connect(self.show_place)
        place.status_changed.connect(self.status_changed)
        window = self._context.window
        if isinstance(window, QMainWindow):
            settle_widgets(place, window.menuBar())
        self._places[place_id] = place
        self.addWidget(place)
        place.take_view_state(self._views.pop(place_id, {}))
        return place

    def _on_entry_shown(self, form: str, key: str) -> None:
        first = next(iter(self._specs))
        if self.current_id != first:
            self.show_place(first)
        self._places[first].show_entry(form, key)
