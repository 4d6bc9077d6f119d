"""An overview kept in step with fiches from a script: chosen differences taken over, and written.

Here: which differences. Not here: comparing (`services.compare_files`), the fiches that catch up (`services.fiches_beside`), the
cells that are written (`services.save_document`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from .catch_up import Direction, bring_up_to_date
from .compare_files import Difference, Point
from .open_document import OpenedFile
from .save_document import SaveReport, save_document


def chosen_differences(
    differences: Iterable[Difference], forms: Collection[str] = (), keys: Collection[str] = ()
) -> list[Difference]:
    """The differences of these forms and characteristics; all of them when none are named."""
    return [
        each for each in differences if (not forms or each.form in forms) and (not keys or each.characteristic in keys)
    ]


def update_overview(
    overview: OpenedFile, chosen: Sequence[Difference], points: list[Point], target: Path | None = None
) -> SaveReport:
    """The overview takes what the fiches say, and is written where asked; by default over itself.

    Raises:
        SaveError: it cannot be written; the file is as it was.
    """
    change = bring_up_to_date(overview.document, chosen, Direction.OVERVIEW, points)
    overview.document.apply(change)
    return save_document(overview, target)
