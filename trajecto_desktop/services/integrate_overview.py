"""Integrate fiches into an overview: a new one, or one that is there already, of which only what differs is written.

Here: bringing fiches together. Not here: comparing them row by row (`services.compare_files`), the layout of a new workbook
(`excel.new_workbook`), the final version (`services.final_version`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from ..document.document import Content, Document
from ..document.fit import copy_of
from ..domain.changes import Change, EntryChanged, Together
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import Palette
from ..domain.fiche import EMPTY_ENTRY
from ..domain.overview import Conversion
from ..errors import FormsMissingError, NoOverviewError, NothingToIntegrateError
from ..excel.binding import Role
from ..excel.new_content import DUTCH_WORDS, NewWords
from ..excel.new_workbook import new_overview
from ..values import dataclass, replace
from .add_form import add_form
from .add_missing_rows import add_missing_rows
from .carry_over import with_feedback
from .catch_up import Direction, bring_up_to_date
from .compare_files import (
    Decide,
    Difference,
    Point,
    PointKind,
    Source,
    compare,
    corresponding_rows,
    form_in,
    leave_out,
    normalise_name,
    same_forms_by_decision,
)
from .facts_of_forms import facts_of_forms
from .left_behind import addresses_in, left_behind, source_lines
from .long_work import step, stop_if_asked
from .open_document import OpenedFile, open_document, other_fiches
from .provenance import Provenance, SourceFile, provenance_of
from .restructure import refuse_early
from .save_document import SaveReport, save_document


@dataclass(frozen=True, slots=True)
class NewOverview:
    """A new overview, not yet written."""

    data: bytes
    points: tuple[Point, ...]
    """What a person has to know: rows that came or went, forms that stood in two fiches."""


def source_of(opened: OpenedFile) -> Source:
    """An open fiche (or overview) as something to integrate."""
    return Source(
        opened.name,
        opened.document,
        has_short_texts=bool(opened.binding.in_role(Role.SHORT)),
        has_general_remarks=GENERAL_REMARKS in opened.binding.fullest.rows,
        origin=SourceFile.read(opened.path, opened.digest),
        addresses=addresses_in(opened),
        source_addresses=addresses_in(opened, of_sources=True),
    )


def open_sources(paths: Sequence[Path]) -> list[Source]:
    """Open the fiches, in the order given.

    Raises:
        NothingToIntegrateError: no path was given.
        DocumentError: one cannot be read; its sentence names it.
    """
    if not paths:
        raise NothingToIntegrateError(detail="-")
    sources = []
    for done, path in enumerate(paths):
        step(done, len(paths), path.name)
        sources += sources_of(open_document(path))
    return sources


def sources_of(opened: OpenedFile) -> list[Source]:
    """What a file brings: as a rule one fiche, but a workbook may have one on each of several sheets."""
    others = (
        replace(source_of(each), file=f"{each.name} ({each.binding.fullest.name})") for each in other_fiches(opened)
    )
    return [source_of(opened), *others]


@dataclass(frozen=True, slots=True)
class Integration:
    """How an overview comes to say what the fiches say; not yet done."""

    change: Together
    """One gesture: new forms, new rows, then entries. Empty when the overview says it all already."""
    differences: tuple[Difference, ...]
    points: tuple[Point, ...]

    @property
    def open_points(self) -> tuple[Point, ...]:
        """The points that leave something of the fiches out."""
        return tuple(point for point in self.points if point.open)


def plan_integration(
    overview: Document,
    sources: Sequence[Source],
    decide: Decide = leave_out,
    *,
    add_forms: bool = True,
    add_rows: bool = False,
) -> Integration:
    """What integrating fiches would change in an overview.

    What a fiche does not speak of stays: rows it does not have, short texts where it has no sheet for them, feedback.

    Args:
        overview: the overview's document; it stays as it is.
        sources: the fiches; the first that has a form counts.
        decide: whether a near match is the same characteristic.
        add_forms: whether forms that the overview does not have get a column behind the last one; else they are points.
        add_rows: whether rows that the overview does not have get a place in their group; else they are points.
    """
    trial = copy_of(overview)
    changes: list[Change] = []
    points: list[Point] = []
    named = same_forms_by_decision(overview.form_names, sources, decide)
    if add_forms:
        points += named.points
        for source, form in _forms_without_column(trial, sources, named.joined):
            added = add_form(trial, form)
            trial.apply(added)
            changes.append(added)
            points.append(Point(PointKind.ADDED_FORM, source.file, form))
    if add_rows:
        rows = add_missing_rows(trial, sources, decide, named)
        changes += rows.changes
        points += rows.points
        decide = rows.deciding(decide)
    comparison = compare(trial, sources, decide)
    points += comparison.points
    changes += facts_of_forms(trial, sources)
    entries = bring_up_to_date(trial, comparison.differences, Direction.OVERVIEW, points).changes
    changes += entries
    touched = {(each.form, each.characteristic) for each in entries if isinstance(each, EntryChanged)}
    # Feedback that only the overview has is no reason to change it.
    differences = [each for each in comparison.differences if (each.form, each.characteristic) in touched]
    points += left_behind(sources, overview)
    return Integration(Together(tuple(changes)), tuple(differences), tuple(points))


def _forms_without_column(
    trial: Document, sources: Sequence[Source], joined: Mapping[str, str]
) -> Iterator[tuple[Source, str]]:
    """The forms that the overview lacks, looked at one by one, as each gets its column before the next is asked for."""
    for source in sources:
        for form in source.document.form_names:
            if form_in(trial, joined.get(form, form)) is None:
                yield source, form


def integrate_into(
    overview: OpenedFile,
    sources: Sequence[Source],
    decide: Decide = leave_out,
    *,
    add_forms: bool = True,
    add_rows: bool = False,
    saved_next: bool = False,
) -> Integration:
    """Let an open overview say what the fiches say; `save_document` then writes what differs.

    Arguments as for `plan_integration`, and `saved_next`: whether it is written right away, which tells by itself whether the
    sheets can take it; trying that out first would cost as much again, about a second for each new row or form.

    Raises:
        NoOverviewError: what is open is a fiche (``file``).
        FormsMissingError: forms have no column and may not get one (``file``, ``detail``).
        StructureRefusedError: a sheet cannot take a new column or row without harm. In both cases nothing is changed.
    """
    if overview.document.layout != "overview":
        raise NoOverviewError(file=overview.name)
    planned = plan_integration(overview.document, sources, decide, add_forms=add_forms, add_rows=add_rows)
    missing = [point.form for point in planned.points if point.kind is PointKind.MISSING_FORM]
    if missing:
        raise FormsMissingError(file=overview.name, detail=", ".join(dict.fromkeys(missing)))
    if planned.change.changes:
        if not saved_next:
            refuse_early(overview, planned.change)
        overview.document.apply(planned.change)
    return planned


def made_of(overview: OpenedFile, sources: Sequence[Source], target: Path) -> Provenance:
    """What an overview is made from that fiches were integrated into.

    Beside them the overview itself, as it was; where it is written over, what it said itself that it was made from.
    """
    came = [source.origin for source in sources if source.origin is not None]
    if target.resolve() != overview.path.resolve():
        return Provenance((SourceFile.read(overview.path, overview.digest), *came))
    earlier = provenance_of(overview.binding.workbook.package.data)
    names = {each.name for each in came}
    kept = [each for each in earlier.sources if each.name not in names] if earlier is not None else []
    return Provenance((*kept, *came))


def saved_with_origin(overview: OpenedFile, sources: Sequence[Source], target: Path) -> SaveReport:
    """Write an overview that fiches were integrated into.

    Where it says in its properties what it was made from, it says so anew. Where it does not, it is a file of somebody else's,
    in which only touched cells change.

    Raises:
        SaveError: it cannot be written; the file on disk is as it was.
    """
    says = provenance_of(overview.binding.workbook.package.data) is not None
    return save_document(overview, target, made_from=made_of(overview, sources, target) if says else None)


def integrate_new(
    sources: Sequence[Source],
    decide: Decide = leave_out,
    words: NewWords = DUTCH_WORDS,
    made: datetime | None = None,
) -> NewOverview:
    """A new overview workbook of all forms in the fiches.

    Rows follow the first fiche; a row that only a later one has comes after the row it follows there. Rows that are nearly
    alike become one when `decide` says so, and else stay two, so that nothing is lost.

    Raises:
        NothingToIntegrateError: there is no source.
        TextTooLongError: a text is longer than a cell holds.
    """
    if not sources:
        raise NothingToIntegrateError(detail="-")
    points: list[Point] = []
    content = merged_content(sources, decide, points)
    made_from = Provenance(tuple(source.origin for source in sources if source.origin is not None))
    data = with_feedback(
        new_overview(content, words, made, made_from.mark), content, [form.name for form in content.forms]
    )
    return NewOverview(data, tuple(points))


def merged_content(sources: Sequence[Source], decide: Decide, points: list[Point]) -> Content:
    """What the fiches say together.

    Args:
        sources: the fiches, at least one.
        decide: whether a near match is the same characteristic.
        points: gets what a person has to know.
    """
    first = sources[0].document.content
    content = Content("overview", first.palette, remark_colour=first.remark_colour, title="")
    content.completeness_colour = first.completeness_colour
    for source in sources:
        stop_if_asked()
        forms = _new_forms(content, source, points, decide)
        if forms:
            _add_forms(content, source, forms, _with_rows_of(content, source, decide, points))
        content.palette = _joined(content.palette, source.document.palette)
    points += left_behind(sources)
    content.conversions = _conversions(sources)
    content.sources = tuple(dict.fromkeys(line for source in sources for line in _source_lines(source)))
    return content


def _with_rows_of(content: Content, source: Source, decide: Decide, points: list[Point]) -> dict[str, str]:
    """Make room for the source's rows; returns its keys with theirs."""
    found: list[Point] = []
    rows = corresponding_rows(content.characteristics, source, decide, found)
    is_first = not content.characteristics
    # A row that this fiche brings is no longer unknown once it has a place of its own.
    points += [] if is_first else [_in_new(point) for point in found if point.kind is not PointKind.UNKNOWN_ROW]
    place_0 = 0
    for characteristic in source.document.characteristics:
        if characteristic.key not in rows:
            content.characteristics.insert(place_0, characteristic)
            rows[characteristic.key] = characteristic.key
        place_0 = _index_of(content.characteristics, rows[characteristic.key]) + 1
    return rows


def _in_new(point: Point) -> Point:
    """In a new overview nothing stood before: a row that one file lacks is empty for its form."""
    return replace(point, kind=PointKind.EMPTY_ROW) if point.kind is PointKind.MISSING_ROW else point


def _index_of(characteristics: Sequence[Characteristic], key: str) -> int:
    return next(i for i, each in enumerate(characteristics) if each.key == key)


def _new_forms(content: Content, source: Source, points: list[Point], decide: Decide) -> list[str]:
    known = {normalise_name(form.name) for form in content.forms}
    names = source.document.form_names
    near = same_forms_by_decision([form.name for form in content.forms], [source], decide)
    points += near.points
    double = [name for name in names if normalise_name(name) in known or name in near.joined]
    points += [Point(PointKind.DOUBLE_FORM, source.file, name) for name in double]
    return [name for name in names if name not in double]


def _add_forms(content: Content, source: Source, forms: Sequence[str], rows: dict[str, str]) -> None:
    for form in forms:
        content.forms.append(source.document.form(form))
        for source_key, key in rows.items():
            entry = source.document.entry(form, source_key)
            if entry != EMPTY_ENTRY:
                content.entries[form, key] = entry


def _joined(palette: Palette, other: Palette) -> Palette:
    """The palette, with codes that only the other legend has at its end."""
    known = {entry.code for entry in palette.entries}
    return Palette.of((*palette.entries, *(entry for entry in other.entries if entry.code not in known)))


def _conversions(sources: Sequence[Source]) -> tuple[Conversion, ...]:
    """How wordings came about, where a source that is an overview itself tells it; of equal sheets the first."""
    sheets: dict[str, tuple[Conversion, ...]] = {}
    for source in sources:
        own = source.document.content.conversions
        for name in dict.fromkeys(each.sheet for each in own):
            sheets.setdefault(name, tuple(each for each in own if each.sheet == name))
    return tuple(each for conversions in sheets.values() for each in conversions)


def _source_lines(source: Source) -> Iterable[str]:
    """The sources of a fiche, as lines: its sheet *Bronnen*, and its column *Bronnen*."""
    yield from source.document.content.sources
    yield from source_lines(source)
