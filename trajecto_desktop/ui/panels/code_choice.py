"""A button whose menu ticks codes, one or several; it stays open while one ticks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton

from ...domain.colour import Palette
from ..overriding import override

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 60


class _StayingMenu(QMenu):
    """A menu of things to tick, which goes with Esc or a click elsewhere."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was clicked, and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick what the cursor is on, and stay."""
        action = self.activeAction()
        if event.key() in _TOGGLES and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class CodeChoice(QToolButton):
    """Ticks codes of a legend.

    Args:
        palette: the file's codes.
    """

    ticked = Signal()
    """The person ticked a code, or took a tick away."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        words = QCoreApplication.translate("CodeChoice", "Codes together")
        self.setAccessibleName(words)
        # A tool button paints its arrow in the corner, over the last letter of its text.
        self.setText(f"{words}\u2003")
        self.setToolTip(QCoreApplication.translate("CodeChoice", "Count several codes together: tick each of them"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = _StayingMenu(self)
        self._codes = {}
        for legend in palette.judgements:
            label = " ".join(legend.label.split())
            short = label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
            # An ampersand in a menu is the mark of a letter.
            action = menu.addAction(f"{legend.mark} {short}".replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked: self.ticked.emit())
            self._codes[legend.code] = action
        self.setMenu(menu)

    @property
    def codes(self) -> frozenset[str]:
        """The codes that are ticked."""
        return frozenset(code for code, action in self._codes.items() if action.isChecked())

    def show_codes(self, codes: Iterable[str]) -> None:
        """Tick these and no others, and tell nobody."""
        wanted = set(codes)
        for code, action in self._codes.items():
            action.setChecked(code in wanted)
