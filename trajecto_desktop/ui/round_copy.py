"""A copy that was sent in a feedback round, in the window: it opens for giving feedback, what is asked first.

Here: what happens when such a copy opens, and when it is ready to go back. Not here: what it asks (`services.invitation`).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ..errors import Language
from ..services.invitation import Invitation, invitation_in, returned_name
from .bridge import DocumentBridge
from .file_desk import FileDesk
from .messages import Messages
from .settings import SettingsFile
from .workspace import Workspace

ASKED_QUESTION = {"nl": "/gevraagd", "en": "/asked"}
"""The filter that shows what is asked, by language of the window."""


def welcome(bridge: DocumentBridge, settings: SettingsFile) -> Invitation | None:
    """See whether a file is a copy for this person, and if so let them give feedback alone.

    Who has no name yet is the person it was sent to; a pen-holder who looks into somebody's copy goes on as before.

    Returns:
        What is asked of this person, or nothing.
    """
    invitation = invitation_in(bridge.opened) if bridge.opened is not None else None
    if invitation is None:
        return None
    values = settings.values
    if not values.author and invitation.recipient:
        values.author = invitation.recipient
        values.organisation = values.organisation or invitation.organisation
    if values.author.casefold() != invitation.recipient.casefold():
        return None
    values.stakeholder = True
    return invitation


def welcome_in(workspace: Workspace, settings: SettingsFile, language: Language) -> bool:
    """Welcome a person to a copy for them and show what is asked first; says whether it is such a copy."""
    invitation = welcome(workspace.bridge, settings)
    if invitation is None:
        return False
    document = workspace.bridge.document
    order = ((form, row.key) for form in document.form_names for row in document.characteristics)
    first = next((place for place in order if place in invitation.asked), None)
    if first is not None and workspace.current_place is not None:
        workspace.bridge.entry_shown.emit(*first)
        workspace.current_place.filter_on(ASKED_QUESTION[language])
    return True


def send_back(
    bridge: DocumentBridge, settings: SettingsFile, desk: FileDesk, messages: Messages, parent: QWidget
) -> None:
    """Save a copy named for the person, and say that it is the one to send back."""
    path = bridge.path or Path("fiche.xlsx")
    suggested = path.with_name(returned_name(path.stem, settings.values.author) + path.suffix)
    title = QCoreApplication.translate("RoundCopy", "Ready to send back")
    kinds = QCoreApplication.translate("FileDesk", "Excel workbooks (*.xlsx *.xlsm)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if name and desk.save(bridge, Path(name)):
        words = QCoreApplication.translate(
            "RoundCopy", "Saved as “%1”. Send this file back to the person who asked you."
        )
        messages.show(words.replace("%1", Path(name).name))
