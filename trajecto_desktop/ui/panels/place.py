"""What every place of the window has in common, and what it may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ...values import dataclass
from ..action_specs import CODE_KEYS
from ..actions import ActionRegistry
from ..bridge import DocumentBridge
from ..messages import Messages
from ..settings import SettingsFile

EDITING = frozenset(
    {"code_none", "hatch", "edit_text", "clear_text", "done_next", "paste", "cut", "replace", "spelling_next"}
    | {f"code_{number}" for number in range(1, CODE_KEYS + 1)}
)
"""Actions that a person who only gives feedback does not have."""


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the window gives each place."""

    settings: SettingsFile
    actions: ActionRegistry
    messages: Messages
    window: QWidget


class Place(QWidget):
    """One of the places: Fiche, Overzicht, Feedback, Bevindingen, Nazicht. It is made when it is first shown.

    Args:
        bridge: the open document it shows.
        context: the window's settings, actions and messages.
    """

    commands_changed = Signal()
    """`commands()` gives something else now."""
    place_wanted = Signal(str)
    """The person asked for another place, by id."""
    status_changed = Signal(str)
    """A short note for the status bar, or empty."""

    def __init__(self, bridge: DocumentBridge, context: PlaceContext) -> None:
        super().__init__()
        self.bridge = bridge
        self.context = context

    def activated(self) -> None:
        """The place was brought to the front; put the focus where work starts."""
        self.setFocus()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Action id → what it does in this place; actions that are not here are disabled unless the window has them."""
        return {}

    def states(self) -> Mapping[str, bool]:
        """Ids of checkable actions of this place → whether they are on."""
        return {}

    def view_state(self) -> dict[str, Any]:
        """What is shown and how (filter, zoom …), as values that JSON knows."""
        return {}

    def take_view_state(self, state: Mapping[str, Any]) -> None:
        """Show what was shown; what makes no sense (any more) is passed over."""

    def holds_work(self) -> bool:
        """Whether it holds what stands nowhere else, so that it must not be made anew."""
        return False

    def say_read_only(self) -> None:
        """Tell who only gives feedback why a key changes nothing."""
        keys = self.context.actions.shortcut_text("annotate")
        text = QCoreApplication.translate(
            "Place", "You give feedback here: texts and colours stay as they are. A remark: %1 in the fiche."
        )
        self.status_changed.emit(text.replace("%1", keys))

    def filter_on(self, question: str) -> None:
        """Show only what fits a filter, in places that have one."""

    def show_entry(self, form: str, key: str) -> None:
        """Show and select one entry, where that means something here."""


@dataclass(frozen=True, slots=True)
class PlaceSpec:
    """A line in the list of places (in `app`)."""

    id: str
    title: str
    """English source, context `Places`."""
    icon: str
    shortcut: str
    make: Callable[[DocumentBridge, PlaceContext], Place] | None
    """Makes the place for a document; `None` for the start page, which needs none."""
