"""A place in two or three parts: what one works in, and beside it a list and a pane that fold away where room is scarce."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ...values import dataclass
from ..overriding import override
from ..settings import SettingsFile
from ..theme import NARROW, zoomed


class Part(StrEnum):
    """A part beside the main one; its value is the id of the action that shows and hides it."""

    LIST = "show_list"
    PANE = "show_pane"


@dataclass(frozen=True, slots=True)
class Beside:
    """One part beside the main one."""

    widget: QWidget
    share: float
    """Of the width, when the person never chose one."""
    least: int
    """Pixels at normal text size that it needs to be of use."""
    first_stop: Callable[[], QWidget]
    """Where the keyboard goes when it is opened."""
    in_narrow: bool = False
    """Whether it is open in a narrow window as long as nobody chose."""
    in_wide: bool = True
    """Whether it is open in a wide one."""


class FoldingParts(QSplitter):
    """The parts of a place.

    In a wide window and in a narrow one a person chooses apart which parts are open and how wide; both are remembered.

    Args:
        name: under which sizes and choices are kept in the settings.
        settings: where they are kept.
        main: the part that is always there.
        beside: the parts that fold; the list stands before the main part, the pane after it.
    """

    parts_changed = Signal()
    """A part was opened or folded, by the person or because the window became wider or narrower."""

    def __init__(self, name: str, settings: SettingsFile, main: QWidget, beside: Mapping[Part, Beside]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._settings, self._main, self._beside = name, settings, main, beside
        self._narrow: bool | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        order = [part.widget for kind, part in beside.items() if kind is Part.LIST]
        order += [main, *(part.widget for kind, part in beside.items() if kind is Part.PANE)]
        for widget in order:
            self.addWidget(widget)
        self.setStretchFactor(order.index(main), 1)
        self.splitterMoved.connect(lambda *_: self._keep_sizes())

    @property
    def narrow(self) -> bool:
        """Whether there is too little room for all parts at once."""
        return bool(self._narrow)

    def is_open(self, part: Part) -> bool:
        """Whether a part is to be seen."""
        return part in self._beside and not self._beside[part].widget.isHidden()

    def open(self, part: Part) -> None:
        """Show a part; the keyboard stays where it is."""
        if part in self._beside and not self.is_open(part):
            self._choose(part, True)

    def toggle(self, part: Part) -> None:
        """Fold a part, or open it and go there."""
        if self.is_open(part):
            leaving = self._has_keyboard(self._beside[part].widget)
            self._choose(part, False)
            if leaving:
                self._main.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._choose(part, True)
            self._beside[part].first_stop().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> dict[str, Callable[[], None]]:
        """The actions that show and hide parts."""
        return {part.value: lambda part=part: self.toggle(part) for part in self._beside}  # type: ignore[misc]

    def states(self) -> dict[str, bool]:
        """Action id → whether its part is open."""
        return {part.value: self.is_open(part) for part in self._beside}

    # Choices and sizes

    def _choose(self, part: Part, wanted: bool) -> None:
        chosen = self._settings.values.layout.setdefault(self._key("shown"), self._default_shown())
        chosen[list(self._beside).index(part)] = int(wanted)
        self._divide()

    def _key(self, what: str) -> str:
        return f"{self._name}_{what}{'_narrow' if self._narrow else ''}"

    def _default_shown(self) -> list[int]:
        return [int(part.in_narrow if self._narrow else part.in_wide) for part in self._beside.values()]

    def _divide(self) -> None:
        """Open and fold as the person chose, and give each open part its width."""
        layout = self._settings.values.layout
        shown = layout.get(self._key("shown"), [])
        if len(shown) != len(self._beside):
            shown = self._default_shown()
        for part, wanted in zip(self._beside.values(), shown, strict=True):
            part.widget.setVisible(bool(wanted))
        kept = layout.get(self._key("sizes"), [])
        usable = len(kept) == self.count() and all(size > 0 for size in kept)
        self.setSizes(kept if usable else self._first_sizes())
        self.parts_changed.emit()

    def _first_sizes(self) -> list[int]:
        sizes = []
        for at in range(self.count()):
            part = next((one for one in self._beside.values() if one.widget is self.widget(at)), None)
            room = self.width()
            sizes.append(max(zoomed(part.least, self.font()), round(room * part.share)) if part is not None else 0)
        main = self.indexOf(self._main)
        # More than is left: the splitter shares out what there is.
        sizes[main] = max(self.width() - sum(sizes), self.width() // 3)
        return sizes

    def _keep_sizes(self) -> None:
        kept = self._settings.values.layout.get(self._key("sizes"), [])
        sizes = self.sizes()
        if len(kept) == len(sizes):
            # A folded part keeps the width it had.
            sizes = [size or had for size, had in zip(sizes, kept, strict=True)]
        if all(sizes):
            self._settings.values.layout[self._key("sizes")] = sizes

    def _has_keyboard(self, widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is widget or widget.isAncestorOf(focused))

    # Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A window that becomes narrow folds what it has no room for; a wide one opens it again."""
        super().resizeEvent(event)
        self._look_at_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._narrow is not None:
            self._look_at_room()

    def _look_at_room(self) -> None:
        narrow = self.width() < zoomed(NARROW, self.font())
        if narrow != self._narrow:
            self._narrow = narrow
            self._divide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else wanted it, goes back to the main part."""
        if event.key() == Qt.Key.Key_Escape and not self._has_keyboard(self._main):
            self._main.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)


def next_stop(stops: list[QWidget]) -> None:
    """Put the keyboard in the next of these that is to be seen; after the last one in the first."""
    stops = [stop for stop in stops if stop.isVisible()]
    focused = QApplication.focusWidget()
    at = next(
        (i for i, stop in enumerate(stops) if focused is not None and (stop is focused or stop.isAncestorOf(focused))),
        -1,
    )
    if stops:
        stop = stops[(at + 1) % len(stops)]
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
