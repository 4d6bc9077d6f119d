"""The work behind *new overview*, for another thread: looking at fiches and integrating them. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ...errors import NoOverviewError, TrajectoError
from ...services.atomic import write_atomically
from ...services.compare_files import Decide, NearForm, NearMatch, Point, PointKind, Source
from ...services.integrate_overview import (
    integrate_into,
    integrate_new,
    merged_content,
    open_sources,
    plan_integration,
    saved_with_origin,
    sources_of,
)
from ...services.long_work import step
from ...services.open_document import open_document
from ...services.open_project import ProjectFile, file_state
from ...values import dataclass

_NEAR = (PointKind.NEAR, PointKind.ADDED_NEAR_ROW, PointKind.NEAR_FORM)
"""What a person decides by a tick; the others only say something."""

MatchId = tuple[str, str, str]
"""File, key or form in the fiche, key or form in the overview."""


def id_of(match: NearMatch | NearForm) -> MatchId:
    """By which a person's decision is remembered."""
    if isinstance(match, NearForm):
        return match.file, match.form, match.candidate
    return match.file, match.characteristic.key, match.candidate.key


def near_words(match: NearMatch | NearForm) -> str:
    """A near match as a person reads it."""
    if isinstance(match, NearForm):
        text, one, other = QCoreApplication.translate("Near", "%1: the form %2 is like %3"), match.form, match.candidate
    else:
        text = QCoreApplication.translate("Near", "%1: “%2” is like “%3”")
        one, other = match.characteristic.title, match.candidate.title
    return text.replace("%1", match.file).replace("%2", one).replace("%3", other)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the chosen fiches."""

    files: tuple[ProjectFile, ...]
    near: tuple[NearMatch | NearForm, ...]
    """Rows and forms that may be the same: a person decides."""
    points: tuple[Point, ...]
    """Everything else to know, near matches left out."""
    changing: int | None = None
    """How many entries of the template would change; nothing for a new overview."""


@dataclass(frozen=True, slots=True)
class Integrated:
    """The overview that was written."""

    target: Path
    points: tuple[Point, ...]


def looked_at(paths: Sequence[Path], template: Path | None, add_rows: bool = False) -> Looked:
    """Look at fiches, each of which may be unreadable, and at what integrating them would mean.

    Args:
        paths: the fiches.
        template: an overview that is to be brought up to date, if any.
        add_rows: whether it is to get the rows that only a fiche has.

    Raises:
        DocumentError: the template cannot be read.
    """
    files, sources = [], []
    for done, path in enumerate(paths):
        step(done, len(paths), path.name)
        try:
            opened = open_document(path)
        except TrajectoError as error:
            files.append(ProjectFile(path, problem=error))
            continue
        files.append(file_state(opened))
        sources += sources_of(opened)
    near: dict[MatchId, NearMatch | NearForm] = {}

    def note(match: NearMatch | NearForm) -> bool:
        near[id_of(match)] = match
        return False

    points, changing = _points(sources, template, note, add_rows)
    others = tuple(point for point in points if point.kind not in _NEAR)
    return Looked(tuple(files), tuple(near.values()), others, changing)


def _points(
    sources: Sequence[Source], template: Path | None, decide: Decide, add_rows: bool
) -> tuple[Sequence[Point], int | None]:
    """What a person has to know, and how many entries of the template would change."""
    if not sources:
        return (), None
    if template is not None:
        opened = open_document(template)
        if opened.document.layout != "overview":
            raise NoOverviewError(file=opened.name)
        planned = plan_integration(opened.document, sources, decide, add_rows=add_rows)
        return planned.points, len(planned.differences)
    points: list[Point] = []
    merged_content(sources, decide, points)
    return points, None


def integrated(
    paths: Sequence[Path], template: Path | None, target: Path, same: frozenset[MatchId], add_rows: bool = False
) -> Integrated:
    """Integrate fiches and write the overview.

    Args:
        paths: the fiches.
        template: an overview that is brought up to date; without it a new one is made.
        target: where to write.
        same: near matches that a person said are one characteristic.
        add_rows: whether the template gets the rows that only a fiche has.

    Raises:
        TrajectoError: a file cannot be read, or the overview not written; the sentence says which.
    """
    sources = open_sources(paths)

    def decide(match: NearMatch | NearForm) -> bool:
        return id_of(match) in same

    if template is None:
        made = integrate_new(sources, decide)
        write_atomically(target, made.data)
        return Integrated(target, made.points)
    opened = open_document(template)
    integration = integrate_into(opened, sources, decide, add_rows=add_rows, saved_next=True)
    saved_with_origin(opened, sources, target)
    return Integrated(target, integration.points)
