"""A folder of fiches as one project: which forms there are, how far each is, and what asks for attention.

Here: finding the files and reading how far they are. Not here: integrating them (`services.integrate_overview`).
"""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ..document.document import Document
from ..domain.fiche import Entry, WorkState
from ..domain.findings import Rule, Severity
from ..errors import FileUnavailableError, NothingToIntegrateError, SystemReason, TrajectoError
from ..values import dataclass
from .long_work import step
from .open_document import OpenedFile, open_document, other_fiches

ENDINGS = (".xlsx", ".xlsm")
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One file of a project and how far it is."""

    path: Path
    forms: tuple[str, ...] = ()
    is_overview: bool = False
    characteristics: int = 0
    """How many rows there are to fill in, for each form."""
    filled: int = 0
    """Entries with a text."""
    coded: int = 0
    """Entries with a code."""
    reviewed: int = 0
    """Entries that somebody marked as reviewed."""
    open_feedback: int = 0
    attention: int = 0
    """Findings that are errors or warnings."""
    problem: TrajectoError | None = None
    """Why it could not be read; then the rest is empty."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of fiches."""

    folder: Path
    files: tuple[ProjectFile, ...]

    @property
    def fiches(self) -> tuple[ProjectFile, ...]:
        """The files that are fiches and can be read."""
        return tuple(file for file in self.files if file.problem is None and not file.is_overview)

    @property
    def doubles(self) -> tuple[str, ...]:
        """Forms that stand in more than one fiche."""
        count = Counter(form for file in self.fiches for form in file.forms)
        return tuple(form for form, number in count.items() if number > 1)


def fiche_paths(paths: Iterable[Path]) -> list[Path]:
    """The workbooks meant by files and folders: of a folder all of its own, `2` before `10`.

    Files that Excel keeps beside an open workbook (`~$…`) and hidden ones do not count.

    Raises:
        NothingToIntegrateError: there is no workbook among them (``detail`` = where was looked).
    """
    found: list[Path] = []
    given = list(paths)
    for path in given:
        if path.is_dir():
            inside = (each for each in path.iterdir() if each.suffix.lower() in ENDINGS and each.name[0] not in "~.")
            found += sorted(inside, key=_natural)
        else:
            found.append(path)
    if not found:
        raise NothingToIntegrateError(detail=", ".join(path.name or str(path) for path in given) or "-")
    return list(dict.fromkeys(found))


def _natural(path: Path) -> list[tuple[int, str]]:
    parts = _NUMBER.split(path.name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def open_project(folder: Path) -> Project:
    """Look at all fiches in a folder.

    A file that cannot be read stands in the list with the reason; the others are read all the same.

    Raises:
        FileUnavailableError: there is no such folder (``file``).
        NothingToIntegrateError: the folder holds no workbook.
    """
    if not folder.exists():
        raise FileUnavailableError(
            file=folder.name or str(folder),
            detail=SystemReason.of(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))),
        )
    paths = fiche_paths([folder])
    files = []
    for done, path in enumerate(paths):
        step(done, len(paths), path.name)
        files.append(_looked_at(path))
    return Project(folder, tuple(files))


def _looked_at(path: Path) -> ProjectFile:
    try:
        return file_state(open_document(path))
    except TrajectoError as error:
        return ProjectFile(path, problem=error)


def file_state(opened: OpenedFile) -> ProjectFile:
    """How far an open file is, with every fiche that stands in it."""
    documents = [each.document for each in (opened, *other_fiches(opened))]
    entries = [entry for document in documents for entry in _of_rows(document)]
    return ProjectFile(
        opened.path,
        tuple(dict.fromkeys(form for document in documents for form in document.form_names)),
        opened.document.layout == "overview",
        max(len(document.characteristics) for document in documents),
        filled=sum(entry.filled for entry in entries),
        coded=sum(entry.code is not None for entry in entries),
        reviewed=sum(_is_reviewed(entry) for entry in entries),
        open_feedback=sum(entry.open_annotations for document in documents for _, entry in document.entries()),
        attention=sum(
            finding.severity is not Severity.INFO and finding.rule is not Rule.OTHER_FICHE
            for document in documents
            for finding in document.findings
        ),
    )


def _of_rows(document: Document) -> Iterable[Entry]:
    keys = {each.key for each in document.characteristics}
    return (entry for (_, key), entry in document.entries() if key in keys)


def _is_reviewed(entry: Entry) -> bool:
    return entry.progress.state is WorkState.REVIEWED
