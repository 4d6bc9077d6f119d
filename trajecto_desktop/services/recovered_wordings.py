"""What the characteristics of unsaved work are called: its journal knows them by their keys alone."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import TrajectoError
from .open_document import open_document
from .recover import FileState, Offer


def wordings_of(offer: Offer) -> Mapping[str, str]:
    """Key → wording of the characteristics that unsaved work is about.

    The file says them, as it stands now; rows that the work itself added or reworded are named by what they became. A file
    that is not there, or cannot be read, names none.

    Cost: opening the file, so that it belongs beside the window.
    """
    changed = {line.characteristic: line.after or line.before for line in offer.lines if line.part == "characteristic"}
    if offer.state is FileState.GONE:
        return changed
    try:
        document = open_document(offer.path).document
    except TrajectoError:
        return changed
    wanted = {line.characteristic for line in offer.lines}
    return {row.key: row.title for row in document.characteristics if row.key in wanted} | changed
