"""What is done to the selected entries of one form: coding, hatching, how far they are, their text.

Here: one change for what is selected. Not here: which key does it (`fiche`), the clipboard (`fiche_clipboard`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from ...domain.fiche import Entry, WorkState
from ...domain.text import EMPTY_TEXT, RichText
from ...errors import TrajectoError
from ...services.edit_entry import with_code, with_hatching
from ...values import replace
from .entry_changes import push_entries
from .fiche_errands import FicheFront
from .work_state import saying


class FicheJudging:
    """Changes entries of the form in front; made with the first of them.

    Args:
        front: the form in front, whose selected entries are changed.
    """

    def __init__(self, front: FicheFront) -> None:
        self._front = front
        self._bridge, self._rows, self._table = front.bridge, front.rows, front.table

    def code(self, code: str | None, *, moves: bool) -> None:
        """Give the selected entries a code. A key moves on to the next entry (several rows stay selected), a button stays."""
        keys = self._table.selected_keys()
        self._change(keys, lambda entry: with_code(entry, code), QCoreApplication.translate("FichePlace", "Colour"))
        if moves and len(keys) == 1:
            self._table.step(1)

    def hatch(self) -> None:
        """Hatch the selected entries, or take the hatching off when all have it."""
        keys = self._table.selected_keys()
        form, document = self._rows.form, self._bridge.document
        wanted = not all(document.entry(form, key).hatched for key in keys)
        name = QCoreApplication.translate("FichePlace", "Hatching")
        self._change(keys, lambda entry: with_hatching(entry, wanted), name)

    def set_state(self, state: WorkState) -> None:
        """Say how far the selected entries are, with the day and the person's name."""
        name, change = saying(state, self._front.context.settings.values.author)
        self._change(self._table.selected_keys(), change, name)

    def clear_text(self) -> None:
        """Take the texts of the selected entries away; their codes stay."""
        name = QCoreApplication.translate("FichePlace", "Text")
        self._change(self._table.selected_keys(), lambda entry: replace(entry, text=EMPTY_TEXT), name)

    def write(self, key: str, text: RichText) -> None:
        """Give one entry a text; nothing happens when it already has it."""
        if text != self._bridge.document.entry(self._rows.form, key).text:
            name = QCoreApplication.translate("FichePlace", "Text")
            self._change([key], lambda entry: replace(entry, text=text), name)

    def _change(self, keys: Sequence[str], change: Callable[[Entry], Entry], what: str) -> None:
        form, document = self._rows.form, self._bridge.document
        try:
            push_entries(self._bridge, form, {key: change(document.entry(form, key)) for key in keys}, what)
        except TrajectoError as error:
            self._front.say(self._front.context.messages.sentence(error))
