"""What the Fiche place has others do, each imported when it is first asked for: replacing, printing, spelling."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..bridge import DocumentBridge
from ..models.fiche_model import FicheModel, Heading
from .fiche_table import FicheTable
from .place import PlaceContext

if TYPE_CHECKING:
    from .fiche_spelling import FicheSpelling


class FicheErrands:
    """The errands of one Fiche place.

    Args:
        bridge: the document.
        context: what the window gives to places.
        rows: the form in front.
        table: shows them.
        say: shows a short note.
    """

    def __init__(
        self,
        bridge: DocumentBridge,
        context: PlaceContext,
        rows: FicheModel,
        table: FicheTable,
        say: Callable[[str], object],
    ) -> None:
        self._bridge, self._context, self._rows, self._table, self._say = bridge, context, rows, table, say
        self._spelling: FicheSpelling | None = None
        table.delegate.editor_made.connect(lambda editor: self.spelling.attach(editor))

    @property
    def spelling(self) -> FicheSpelling:
        """Spelling here; it is made with the first editor."""
        if self._spelling is None:
            from .fiche_spelling import FicheSpelling

            self._spelling = FicheSpelling(self._bridge, self._context, self._rows, self._table, self._say)
        return self._spelling

    def commands(self) -> dict[str, Callable[[], None]]:
        """Action id → what it does here."""
        return {
            "replace": self._replace,
            "print": lambda: self._print(preview=False),
            "print_preview": lambda: self._print(preview=True),
            "spelling_next": lambda: self.spelling.walk(),
        }

    def _replace(self) -> None:
        from ..dialogs.replace import ReplaceDialog

        keys = [row.key for row in self._rows.rows if not isinstance(row, Heading)]
        shown = keys if self._rows.is_filtered else None
        selected = self._table.selected_keys(general=True)
        dialog = ReplaceDialog(self._bridge, self._rows.form, self._context.window, shown, selected)
        dialog.exec()
        dialog.deleteLater()

    def _print(self, preview: bool) -> None:
        from ..printing import print_fiche  # drawing loads a large library

        print_fiche(self._bridge, self._rows.form, preview, self._context.messages, self._context.window)
