"""Fiches that lie beside an overview: each sheet that is a fiche, under a name of its own, and how they catch up together.

Here: several fiches in one workbook, files of one name in several folders, writing back what was taken over. Not here: comparing
(`services.compare_files`), choosing differences (`services.keep_in_step`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..values import dataclass, replace
from .atomic import write_atomically
from .catch_up import Direction, bring_up_to_date
from .compare_files import Difference, Point, Source
from .integrate_overview import source_of
from .long_work import step
from .open_document import OpenedFile, open_document, other_fiches, sheet_as_fiche
from .save_document import NewVersion, SaveReport, new_version, refuse_changed, save_document


@dataclass(slots=True)
class FicheBeside:
    """One fiche of a file."""

    name: str
    """What differences and points call it: the file, with its folder or sheet where there are several."""
    opened: OpenedFile
    """Open again after it was written."""
    sheet: str = ""
    """Which sheet of its workbook; empty for the one that counts when the file is opened by itself."""

    @property
    def source(self) -> Source:
        """It, to be compared."""
        return replace(source_of(self.opened), file=self.name)


def open_beside(paths: Sequence[Path]) -> list[FicheBeside]:
    """Open files, with each fiche that stands in them.

    Raises:
        DocumentError: one cannot be read; its sentence names it.
    """
    found: list[FicheBeside] = []
    for done, path in enumerate(paths):
        step(done, len(paths), path.name)
        opened = open_document(path)
        twins = sum(each.name == path.name for each in paths) > 1
        name = f"{path.parent.name}/{path.name}" if twins else path.name
        found.append(FicheBeside(name, opened))
        for other in other_fiches(opened):
            sheet = other.binding.fullest.name
            found.append(FicheBeside(f"{name} ({sheet})", other, sheet))
    return found


def by_file(fiches: Iterable[FicheBeside]) -> list[list[FicheBeside]]:
    """The fiches that stand in one file together, in order."""
    groups: dict[Path, list[FicheBeside]] = {}
    for each in fiches:
        groups.setdefault(each.opened.path, []).append(each)
    return list(groups.values())


def update_fiches(
    fiches: Sequence[FicheBeside], chosen: Sequence[Difference], points: list[Point], folder: Path | None = None
) -> list[SaveReport]:
    """Each file with a fiche that differs takes what the overview says, and is written over itself or under its name in a folder.

    All files are worked out before the first is written, so that one that cannot be written right stops the rest.

    Raises:
        SaveError: one cannot be written; those before it are.
    """
    names = {each.file for each in chosen}
    groups = [group for group in by_file(fiches) if any(each.name in names for each in group)]
    files = [_File(group, chosen, points) for group in groups]
    reports = []
    for done, file in enumerate(files):
        step(done, len(files), file.path.name)
        reports.append(file.write(folder))
    return reports


class _File:
    """A workbook whose fiches took over what was chosen, not yet written."""

    def __init__(self, group: Sequence[FicheBeside], chosen: Sequence[Difference], points: list[Point]) -> None:
        self.path, self._group = group[0].opened.path, group
        self._digest = group[0].opened.digest
        self._last: NewVersion | None = None
        self._cells: list[tuple[str, str]] = []
        for each in group:
            own = [difference for difference in chosen if difference.file == each.name]
            if own:
                self._take_over(each, own, points)

    def _take_over(self, fiche: FicheBeside, own: Sequence[Difference], points: list[Point]) -> None:
        if self._last is not None:
            # The sheets share one workbook: the next one is written on what the one before it made of it.
            fiche.opened = sheet_as_fiche(self._last.workbook, self.path, fiche.sheet)
        document = fiche.opened.document
        document.apply(bring_up_to_date(document, own, Direction.SOURCE, points))
        self._last = new_version(fiche.opened)
        self._cells += self._last.cells

    def write(self, folder: Path | None) -> SaveReport:
        """Write it, and open its fiches again."""
        target = None if folder is None else folder / self.path.name
        if len(self._group) == 1:
            return save_document(self._group[0].opened, target)
        assert self._last is not None, "only files with a difference are written"
        path = target or self.path
        if path.exists() and path.samefile(self.path):
            refuse_changed(path, self._digest)
        write_atomically(path, self._last.data)
        for each in self._group:
            each.opened = sheet_as_fiche(self._last.workbook, path, each.sheet)
        return SaveReport(path, tuple(dict.fromkeys(self._cells)), self._last.workbook.package.digest)
