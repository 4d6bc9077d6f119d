"""Where each form belongs in policy: domain, field, authority, scope, financing; entered form by form, each one undo step."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ...domain.policy_domain import POLICY_LABELS, PolicyAspect, PolicyDomain
from ...services.policy_domains import describe_policy
from ..bridge import DocumentBridge
from ..overriding import override
from ..theme import MARGIN
from .pieces import muted_label
from .roomy import Dialog


class PolicyDialog(Dialog):
    """The row of one form in the overview of policy domains; going to another form keeps what was filled in.

    Args:
        bridge: the document.
        parent: the window.
    """

    def __init__(self, bridge: DocumentBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle(self.tr("Policy domains"))
        self.form = QComboBox()
        self.form.addItems(list(bridge.document.form_names))
        self.form.setCurrentIndex(max(self.form.findText(bridge.current[0]), 0))
        self.fields = {aspect: QLineEdit() for aspect in PolicyAspect}
        lines = QFormLayout()
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines.addRow(self.tr("&Form:"), self.form)
        for aspect, field in self.fields.items():
            lines.addRow(f"{POLICY_LABELS[aspect]}:", field)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        note = self.tr(
            "What is filled in goes to the sheet Beleidsdomeinen at the next save; it can be undone form by form."
        )
        layout.addWidget(muted_label(note))
        layout.addLayout(lines)
        layout.addWidget(buttons)
        self.resize(620, self.sizeHint().height())
        self._shown = ""
        self.form.currentTextChanged.connect(self._go_to)
        self._show(self.form.currentText())
        self.fields[PolicyAspect.DOMAIN].setFocus()

    def _go_to(self, form: str) -> None:
        self.keep()
        self._show(form)

    def _show(self, form: str) -> None:
        self._shown = form
        policy = self._bridge.document.form(form).policy
        for aspect, field in self.fields.items():
            field.setText(policy.get(aspect))

    def keep(self) -> None:
        """Take what is filled in for the form that is shown, as one undo step."""
        policy = PolicyDomain(**{aspect.value: field.text() for aspect, field in self.fields.items()})
        change = describe_policy(self._bridge.document, self._shown, policy)
        if change is not None:
            name = self.tr("Policy domain")
            self._bridge.push(change, f"{name}: {self._shown}")

    @override
    def done(self, result: int) -> None:
        """Keep what was filled in, however the dialog is left: it can be undone."""
        self.keep()
        super().done(result)
