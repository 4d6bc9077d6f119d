"""Which earlier exports are out of date: of several files or whole folders, with their sources looked up.

Here: finding exports and the workbooks they were made from. Not here: the mark in an export and the verdict on one
(`services.provenance`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import FileUnavailableError, SystemReason
from .long_work import step
from .open_project import ENDINGS
from .provenance import Provenance, Standing, read_provenance, standing

EXPORT_ENDINGS = (".svg", ".png", ".pdf", ".pptx", ".docx", ".html", ".csv", ".json", *ENDINGS)
"""What the program writes."""


@dataclass(frozen=True, slots=True)
class ExportStanding:
    """One earlier export: what it says it was made from, and whether that still holds."""

    path: Path
    made: Provenance | None
    standing: Standing


def looked_up(exports: Iterable[Path], sources: Iterable[Path] = ()) -> list[ExportStanding]:
    """The standing of each export; of a folder, of each file in it that says what it was made from.

    A source is looked for among those given, and by its name in the folder of the export and the folder above it.

    Raises:
        FileUnavailableError: an export or a given source is not there or cannot be read.
        WorkStoppedError: who waits asked to stop.
    """
    given = [file for path in sources for file in _workbooks(path)]
    paths = [file for path in exports for file in _exports(path)]
    found = []
    for done, path in enumerate(paths):
        step(done, len(paths), path.name)
        made = read_provenance(path)
        found.append(ExportStanding(path, made, standing(path, [*given, *_beside(path, made, given)])))
    return found


def _exports(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return [path]
    inside = sorted(
        each for each in path.iterdir() if each.suffix.lower() in EXPORT_ENDINGS and each.name[0] not in "~."
    )
    return [each for each in inside if each.is_file() and read_provenance(each) is not None]


def _workbooks(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return [path]
    return sorted(each for each in path.iterdir() if each.suffix.lower() in ENDINGS and each.name[0] not in "~.")


def _beside(export: Path, made: Provenance | None, given: Sequence[Path]) -> list[Path]:
    """The sources that stand near the export under the name they had, where nobody gave them."""
    if made is None:
        return []
    known = {path.name for path in given}
    folders = (export.parent, export.parent.parent)
    names = [source.name for source in made.sources if source.name not in known]
    near = (next((folder / name for folder in folders if _is_file(folder / name)), None) for name in names)
    return [path for path in near if path is not None and path.resolve() != export.resolve()]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:
        raise FileUnavailableError(file=path.name, detail=SystemReason.of(error)) from error
