"""The texts beside the table take the room they need from the first moment they are shown."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from trajecto_desktop.ui.panels.editable_text import EditableText
from trajecto_desktop.ui.panels.fiche import FichePlace


def test_each_text_of_the_pane_is_seen_whole_when_a_file_opens(fiche: FichePlace, qtbot: QtBot) -> None:
    def whole() -> None:
        seen = [each.label for each in fiche.window().findChildren(EditableText) if each.label.isVisible()]
        assert seen
        assert all(label.height() >= label.heightForWidth(label.width()) > 0 for label in seen)

    qtbot.waitUntil(whole, timeout=3_000)
