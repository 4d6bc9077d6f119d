"""The menu that ticks many differences at once: all of a kind, person, organisation, form or copy, or all that is shown.

Not here: the list with the ticks (`collected_lists`), what is done with what is ticked (`collected`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ...services.collected import Difference
from ..translation import QT_TRANSLATE_NOOP
from .collected_lists import DifferenceTree

_WORDS = {
    "kind": QT_TRANSLATE_NOOP("CollectedPane", "of this &kind"),
    "who": QT_TRANSLATE_NOOP("CollectedPane", "of this &person"),
    "organisation": QT_TRANSLATE_NOOP("CollectedPane", "of this &organisation"),
    "form": QT_TRANSLATE_NOOP("CollectedPane", "of this &form"),
    "copy": QT_TRANSLATE_NOOP("CollectedPane", "of this &copy"),
    "shown": QT_TRANSLATE_NOOP("CollectedPane", "that is &shown"),
}


class TickMenu(QMenu):
    """Ticks in a list of differences.

    Args:
        tree: the list.
        parent: Qt owner.
    """

    by_hand = Signal()
    """What is ticked is to be noted as done by hand."""

    def __init__(self, tree: DifferenceTree, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree = tree
        translate = QCoreApplication.translate
        self.aspects = {
            name: self.addAction(translate("CollectedPane", words), self._ticker(name))
            for name, words in _WORDS.items()
        }
        self.addSeparator()
        done = translate("CollectedPane", "Note what is ticked as done by &hand")
        self.addAction(done, self.by_hand.emit)

    def offer(self, of: Difference | None) -> None:
        """Offer what can be said of the selected difference."""
        self.aspects["organisation"].setEnabled(of is not None and any(s.organisation for s in of.sources))
        for name in ("kind", "who", "copy"):
            self.aspects[name].setEnabled(of is not None)
        self.aspects["form"].setEnabled(of is not None and bool(of.form))

    def _ticker(self, aspect: str) -> Callable[[], None]:
        return lambda: self._tick(aspect)

    def _tick(self, aspect: str) -> None:
        """Tick all that is like the selected one in this aspect, of what is shown."""
        like = self._tree.current()
        if aspect != "shown" and not isinstance(like, Difference):
            return

        def wanted(each: Difference) -> bool:
            if aspect == "shown" or not isinstance(like, Difference):
                return not each.by_hand
            if aspect in ("kind", "form"):
                return bool(getattr(each, aspect) == getattr(like, aspect))
            mine = {getattr(source, aspect) for source in like.sources}
            return any(getattr(source, aspect) in mine for source in each.sources)

        self._tree.tick(wanted)
