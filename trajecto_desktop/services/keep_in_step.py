"""Overview and fiches kept in step from a script: chosen differences taken over in one direction, and written.

Here: which differences, and which files are written. Not here: comparing (`services.compare_files`), the cells that are written
(`services.save_document`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from .compare_files import Difference, Direction, Point, bring_up_to_date
from .long_work import step
from .open_document import OpenedFile
from .save_document import SaveReport, new_version, save_document


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


def update_fiches(
    fiches: Sequence[OpenedFile], chosen: Sequence[Difference], points: list[Point], folder: Path | None = None
) -> list[SaveReport]:
    """Each fiche that differs takes what the overview says, and is written over itself or under its name in a folder.

    All fiches are worked out before the first is written, so that one that cannot be written right stops the rest.

    Raises:
        SaveError: one cannot be written; those before it are.
    """
    changed = [fiche for fiche in fiches if any(each.file == fiche.name for each in chosen)]
    for fiche in changed:
        own = [each for each in chosen if each.file == fiche.name]
        fiche.document.apply(bring_up_to_date(fiche.document, own, Direction.SOURCE, points))
        new_version(fiche)
    reports = []
    for done, fiche in enumerate(changed):
        step(done, len(changed), fiche.name)
        reports.append(save_document(fiche, None if folder is None else folder / fiche.path.name))
    return reports
