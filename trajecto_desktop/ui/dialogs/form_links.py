"""Which form is a local variant of which, and which are related: form by form, each one undo step."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ...errors import TrajectoError
from ...services.form_links import link_form, linked_forms
from ..bridge import DocumentBridge
from ..messages import Messages
from ..overriding import override
from ..theme import MARGIN
from .pieces import TickList, fit, muted_label
from .roomy import Dialog


class FormLinksDialog(Dialog):
    """The links of one form; going to another form keeps what was chosen.

    Args:
        bridge: the document.
        messages: says why a link cannot be.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._messages = bridge, messages
        names = bridge.document.form_names
        self.setWindowTitle(self.tr("Related forms"))
        self.form = QComboBox()
        self.form.addItems(list(names))
        self.form.setCurrentIndex(max(self.form.findText(bridge.current[0]), 0))
        self.parent_form = QComboBox()
        self.parent_form.addItem(self.tr("none"), "")
        for name in names:
            self.parent_form.addItem(name, name)
        self.related = TickList(names, self.tr("Related forms"))
        lines = QFormLayout()
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines.addRow(self.tr("&Form:"), self.form)
        lines.addRow(self.tr("&Local variant of:"), self.parent_form)
        lines.addRow(self.tr("&Related to:"), self.related)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        note = self.tr(
            "What is chosen goes to the sheet Verwante vormen at the next save; being related goes both ways. It can be undone "
            "form by form."
        )
        layout.addWidget(muted_label(note))
        layout.addLayout(lines, 1)
        layout.addWidget(buttons)
        fit(self, 520, 520)
        self._shown = ""
        self.form.currentTextChanged.connect(self._go_to)
        self._show(self.form.currentText())

    def _go_to(self, form: str) -> None:
        self.keep()
        self._show(form)

    def _show(self, form: str) -> None:
        self._shown = form
        parent, _, related = linked_forms(self._bridge.document, form)
        self.parent_form.setCurrentIndex(max(self.parent_form.findData(parent), 0))
        self.related.set_ticked(True, only=related)

    def keep(self) -> bool:
        """Take what is chosen for the form that is shown, as one undo step; whether that can be."""
        ticked = [name for name in self.related.ticked if name != self._shown]
        try:
            change = link_form(self._bridge.document, self._shown, self.parent_form.currentData(), ticked)
        except TrajectoError as error:
            self._messages.show_error(error)
            return False
        if change is not None:
            self._bridge.push(change, f"{self.tr('Related forms')}: {self._shown}")
        return True

    @override
    def done(self, result: int) -> None:
        """Keep what was chosen, however the dialog is left: it can be undone."""
        self.keep()
        super().done(result)
