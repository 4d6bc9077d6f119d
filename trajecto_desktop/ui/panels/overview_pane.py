"""The pane beside the matrix: everything about the chosen entry, as in the Fiche place, at any zoom."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ..bridge import DocumentBridge
from ..models.matrix_model import MatrixModel
from .entry_pane import EntryPane
from .folding import Beside, FoldingParts, Part
from .overview_matrix import MatrixView
from .pane_writing import PaneWriting
from .place import PlaceContext

_DELAY_MS = 90
"""The pane follows when the hand rests."""


class MatrixPane(QObject):
    """Shows the entry of the cursor in a pane that folds.

    Args:
        bridge: the document.
        context: the window's settings.
        view: the matrix.
        model: what is shown in it.
    """

    def __init__(self, bridge: DocumentBridge, context: PlaceContext, view: MatrixView, model: MatrixModel) -> None:
        super().__init__(view)
        self._context, self._view, self._model = context, view, model
        self.pane = EntryPane(bridge)
        PaneWriting(bridge, context, self.pane, view)
        beside = Beside(self.pane, 1 / 4, 300, lambda: self.pane.first_stop, in_wide=False)
        self.parts = FoldingParts("overview", context.settings, view, {Part.PANE: beside})
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.show)
        self.parts.parts_changed.connect(self.show)
        self.pane.form_chosen.connect(lambda form: view.select_entry(form, bridge.current[1]))

    def follow(self) -> None:
        """Show the entry of the cursor when the hand rests."""
        if self.parts.is_open(Part.PANE):
            self._timer.start()

    def show(self) -> None:
        """Show the entry of the cursor now."""
        index = self._view.currentIndex()
        place = self._model.place(index.row(), index.column()) if index.isValid() else None
        if place is not None and self.parts.is_open(Part.PANE):
            self.pane.set_read_only(self._context.settings.values.stakeholder)
            self.pane.show_entry(*place)

    def start_remark(self) -> None:
        """Open the pane with the field for a new remark."""
        self.parts.open(Part.PANE)
        self.show()
        self.pane.start_remark()
