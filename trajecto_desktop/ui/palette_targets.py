"""What the command palette can find: the actions that work now, the forms, the characteristics, the open files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .action_specs import MENUS
from .actions import ActionRegistry, plain_text, translated
from .bridge import DocumentBridge
from .dialogs.command_palette import Target
from .models.fiche_model import group_title


def action_targets(actions: ActionRegistry) -> list[Target]:
    """One target per action that works now."""
    menus = {menu_id: plain_text(translated(title)) for menu_id, title in MENUS}
    return [
        Target(
            plain_text(actions.action(spec.id).text()),
            menus[spec.menu],
            actions.shortcut_text(spec.id),
            lambda action_id=spec.id: actions.run(action_id),  # type: ignore[misc]
            also=plain_text(spec.text),
        )
        for spec in actions.specs
        if spec.id != "palette" and actions.action(spec.id).isEnabled() and actions.action(spec.id).isVisible()
    ]


def document_targets(bridge: DocumentBridge) -> list[Target]:
    """One target per form and per characteristic of a document."""
    document = bridge.document
    form, key = bridge.current
    first = document.characteristics[0].key if document.characteristics else ""
    word = QCoreApplication.translate("PaletteTargets", "form")
    targets = [
        Target(name, word, "", lambda name=name: bridge.show_entry(name, key or first), 1)  # type: ignore[misc]
        for name in document.form_names
    ]
    shown_form = form or next(iter(document.form_names), "")
    targets += [
        Target(
            characteristic.title,
            group_title(characteristic.group),
            "",
            lambda wanted=characteristic.key: bridge.show_entry(shown_form, wanted),  # type: ignore[misc]
            2,
        )
        for characteristic in document.characteristics
    ]
    return targets
