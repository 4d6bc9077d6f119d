"""The button over the matrix that says how many forms are shown, with a menu to choose them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QWidgetAction

from ..bridge import DocumentBridge
from ..models.matrix_model import MatrixModel
from ..theme import MARGIN


class FormsButton(QPushButton):
    """Chooses forms; what is shown is said by the model.

    Args:
        bridge: the open document.
        model: of the matrix.
    """

    chosen = Signal(set)
    """The names of the forms to show."""
    selected_wanted = Signal()
    """Only the forms of the selected columns are to be shown."""

    def __init__(self, bridge: DocumentBridge, model: MatrixModel) -> None:
        super().__init__()
        self._bridge, self._model = bridge, model
        self._boxes: dict[str, QCheckBox] = {}
        self.refill()

    def refill(self) -> None:
        """Other forms came, or other names."""
        menu = QMenu(self)
        self._boxes = {}
        translate = QCoreApplication.translate
        menu.aboutToShow.connect(lambda: self._fill(menu))
        show_all = menu.addAction(translate("OverviewPlace", "Show all"))
        show_all.triggered.connect(lambda: self.chosen.emit(set(self._bridge.document.form_names)))
        only = menu.addAction(translate("OverviewPlace", "Only the selected columns"))
        only.triggered.connect(self.selected_wanted)
        menu.addSeparator()
        self.setMenu(menu)
        self.follow()

    def follow(self) -> None:
        """Say what the model shows."""
        shown, known = set(self._model.shown_forms), len(self._bridge.document.forms)
        words = QCoreApplication.translate("OverviewPlace", "Forms: %1 of %2")
        self.setText(words.replace("%1", str(len(shown))).replace("%2", str(known)))
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(name in shown)
            box.blockSignals(False)

    def _fill(self, menu: QMenu) -> None:
        """Boxes for all forms, when they are first looked at: hundreds of them take a while to make."""
        if self._boxes:
            return
        shown = set(self._model.shown_forms)
        for name in self._bridge.document.form_names:
            box = QCheckBox(name.replace("&", "&&"))
            box.setChecked(name in shown)
            box.setContentsMargins(MARGIN, 0, MARGIN, 0)
            box.toggled.connect(lambda _on: self._on_box())
            # A check box in the menu, so that it stays open while several forms are chosen.
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
            self._boxes[name] = box

    def _on_box(self) -> None:
        self.chosen.emit({name for name, box in self._boxes.items() if box.isChecked()})
