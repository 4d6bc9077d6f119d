"""What the Fiche place has others do, each imported when it is first asked for: replacing, printing, spelling."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ...values import dataclass
from ..bridge import DocumentBridge
from ..models.fiche_model import FicheModel, Heading
from .fiche_table import FicheTable
from .place import PlaceContext

if TYPE_CHECKING:
    from .fiche_spelling import FicheSpelling


@dataclass(frozen=True, slots=True)
class FicheFront:
    """What everybody who works on the form in front is given."""

    bridge: DocumentBridge
    context: PlaceContext
    rows: FicheModel
    """The form in front."""
    table: FicheTable
    """Shows it; its selection counts."""
    say: Callable[[str], object]
    """Shows a short note."""


class FicheErrands:
    """The errands of one Fiche place.

    Args:
        front: the form in front.
    """

    def __init__(self, front: FicheFront) -> None:
        self._front = front
        self._spelling: FicheSpelling | None = None
        front.table.delegate.editor_made.connect(lambda editor: self.spelling.attach(editor))

    @property
    def spelling(self) -> FicheSpelling:
        """Spelling here; it is made with the first editor."""
        if self._spelling is None:
            from .fiche_spelling import FicheSpelling

            self._spelling = FicheSpelling(self._front)
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

        front = self._front
        keys = [row.key for row in front.rows.rows if not isinstance(row, Heading)]
        shown = keys if front.rows.is_filtered else None
        selected = front.table.selected_keys(general=True)
        dialog = ReplaceDialog(front.bridge, front.rows.form, front.context.window, shown, selected)
        dialog.exec()
        dialog.deleteLater()

    def _print(self, preview: bool) -> None:
        from ..printing import print_fiche  # drawing loads a large library

        front = self._front
        print_fiche(front.bridge, front.rows.form, preview, front.context.messages, front.context.window)
