"""What the Overzicht place showed when the window closed, and how it is shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .overview import OverviewPlace


def state_of(place: OverviewPlace) -> dict[str, Any]:
    """Filter, zoom, group, forms, and how it is arranged."""
    return {
        "filter": place.filter_bar.text,
        "zoom": place.view.zoom,
        "group": place.group_box.currentData(),
        "hidden_forms": sorted(set(place.bridge.document.form_names) - set(place.model.shown_forms)),
        "transposed": place.transpose_action.isChecked(),
        "differences": place.compare_action.isChecked(),
        "folded": sorted(place.view.side_header.folded),
    }


def show_again(place: OverviewPlace, state: Mapping[str, Any]) -> None:
    """Show what was shown; a group or form that is gone is passed over."""
    zoom = state.get("zoom")
    if isinstance(zoom, int):
        place.view.set_zoom(zoom)
    group = place.group_box.findData(state.get("group"))
    if group > 0:
        place.group_box.setCurrentIndex(group)
    hidden = state.get("hidden_forms")
    names = set(place.bridge.document.form_names)
    if isinstance(hidden, list) and names & set(map(str, hidden)):
        place.show_forms(names - set(map(str, hidden)))
    place.compare_action.setChecked(state.get("differences") is True)
    place.transpose_action.setChecked(state.get("transposed") is True)
    folded = state.get("folded")
    if isinstance(folded, list):
        place.view.fold(set(map(str, folded)))
    place.filter_bar.set_text(str(state.get("filter", "")))
