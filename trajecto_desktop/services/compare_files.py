"""Lay fiches beside an overview: what belongs together, and in what they differ.

Here: comparing. Not here: planning how either catches up with the other (`services.catch_up`), making and writing changes
(`Document.apply`, `services.save_document`). Any document can be laid beside an overview, also one with several forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from ..document.document import Document, EntryKey
from ..domain.alike import Aspect, differing_aspects
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.fiche import Entry
from ..domain.matching import (
    LEAST_ALIKE_LETTERS,
    RowMatch,
    Wording,
    alike_by_letters,
    match_by_letters,
    match_rows,
    normalise,
)
from ..domain.text import RichText, RunRole
from ..values import dataclass, field, replace
from .long_work import stop_if_asked
from .provenance import SourceFile


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is laid beside an overview."""

    file: str
    """Its name, for lists."""
    document: Document
    has_short_texts: bool = False
    """Whether it has a sheet of short texts, and so says something about them."""
    has_general_remarks: bool = True
    """Whether it has a row of general remarks."""
    origin: SourceFile | None = None
    """Which file that was, for what is made of it."""
    addresses: Mapping[EntryKey, str] = field(default_factory=dict)
    """Where cells of entries lead to, by a hyperlink."""
    source_addresses: Mapping[EntryKey, str] = field(default_factory=dict)
    """Where cells of the column *Bronnen* lead to."""


@dataclass(frozen=True, slots=True)
class NearForm:
    """Two names that may be the same form; a person decides."""

    file: str
    form: str
    """The name in the fiche."""
    candidate: str
    """The name in the overview."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """Two rows that may be the same characteristic; a person decides."""

    file: str
    characteristic: Characteristic
    """The row of the fiche."""
    candidate: Characteristic
    """The row of the overview."""
    likeness: float
    """From 0 to 1."""


Decide = Callable[[NearMatch | NearForm], bool]
"""Whether two rows are the same characteristic, or two names the same form."""


def leave_out(_match: NearMatch | NearForm) -> bool:
    """Nobody is there to ask: what is only nearly alike is left out, and listed."""
    return False


def accept(_match: NearMatch | NearForm) -> bool:
    """Every near match was said to be right."""
    return True


class PointKind(StrEnum):
    """What a person has to know about a comparison."""

    NEAR_FORM = "near-form"
    """A form that is nearly called as one of the overview was not taken for it."""
    NEAR = "near"
    """A row that is nearly one of the overview was left out."""
    UNKNOWN_ROW = "unknown-row"
    """A row that the overview does not have was left out."""
    MISSING_ROW = "missing-row"
    """The overview has a row that the file does not have; what stands there stays."""
    EMPTY_ROW = "empty-row"
    """Another file has a row that this one does not have; in the new overview nothing stands there for its form."""
    MISSING_FORM = "missing-form"
    """The overview has no such form."""
    ADDED_ROW = "added-row"
    """The overview had no such row; it gets one."""
    ADDED_NEAR_ROW = "added-near-row"
    """The overview has a row that is nearly this one; it gets a row of its own."""
    ADDED_FORM = "added-form"
    """The overview had no such form; it gets a column."""
    DOUBLE_FORM = "double-form"
    """A second file has the same form; the first one counts."""
    REMARKS_STAY = "remarks-stay"
    """Entries of a fiche have something in the column *Opmerkingen*, which an overview does not have; `number`: how many."""
    SOURCES_STAY = "sources-stay"
    """Lines of the column *Bronnen* that the overview's sheet of sources does not have; `number`: how many."""
    LINKS_STAY = "links-stay"
    """Cells of entries lead somewhere; the text comes along, the link does not; `number`: how many."""
    UNKNOWN_CODE = "unknown-code"
    """The other file's legend has no such code; the cell stays without one."""


_STAY = (PointKind.REMARKS_STAY, PointKind.SOURCES_STAY, PointKind.LINKS_STAY)
"""What stays in the fiche because an overview has no place for it: told, and no reason to call the overview incomplete."""
_NOTHING_LEFT_OUT = frozenset(
    (
        PointKind.MISSING_ROW,
        PointKind.EMPTY_ROW,
        PointKind.ADDED_FORM,
        PointKind.ADDED_ROW,
        PointKind.ADDED_NEAR_ROW,
        *_STAY,
    )
)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a person has to know, with where."""

    kind: PointKind
    file: str
    form: str = ""
    characteristic: str = ""
    """Title of the row in the file."""
    candidate: str = ""
    """Title of the overview's row, its heading, or the code."""
    number: int = 0
    """How many entries it is about, where it is about several."""

    @property
    def open(self) -> bool:
        """Whether something of the file was left out; a row that the file lacks and what came leave nothing out."""
        return self.kind not in _NOTHING_LEFT_OUT


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that the two files have differently."""

    file: str
    form: str
    """As the overview names it."""
    characteristic: str
    """Key in the overview."""
    source_form: str
    source_characteristic: str
    """Form and key in the other file."""
    aspects: tuple[Aspect, ...]
    in_overview: Entry
    in_source: Entry


@dataclass(slots=True)
class Comparison:
    """What was found when files were laid beside an overview."""

    differences: list[Difference] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    @property
    def open_points(self) -> list[Point]:
        """The points that leave something out."""
        return [point for point in self.points if point.open]


def compare(overview: Document, sources: Iterable[Source], decide: Decide = leave_out) -> Comparison:
    """Lay files beside an overview.

    Args:
        overview: the document they are laid beside.
        sources: the fiches, in the order in which they count.
        decide: whether a near match is the same characteristic.
    """
    result = Comparison()
    seen: set[str] = set()
    sources = list(sources)
    named = same_forms_by_decision(overview.form_names, sources, decide)
    result.points += named.points
    for source in sources:
        stop_if_asked()
        forms = forms_that_count(overview, source, seen, result.points, named)
        # What a file says about rows matters only when it says something about a form.
        rows = corresponding_rows(overview.characteristics, source, decide, result.points) if forms else {}
        flat = _is_flat(source.document)
        for name, form in forms.items():
            result.differences += _differences(overview, source, name, form, rows, flat)
    return result


@dataclass(frozen=True, slots=True)
class NearForms:
    """Forms of files that are nearly called as one of the overview."""

    joined: dict[str, str] = field(default_factory=dict)
    """Name in a file → the overview's, where a person said that they are the same."""
    left_apart: tuple[NearForm, ...] = ()
    """Those that nobody said are the same."""

    @property
    def points(self) -> list[Point]:
        """What a person has to know of those."""
        return [Point(PointKind.NEAR_FORM, each.file, each.form, candidate=each.candidate) for each in self.left_apart]


def same_forms_by_decision(known: Sequence[str], sources: Iterable[Source], decide: Decide) -> NearForms:
    """Which forms of the files are one of those known under a name that is not quite the same, as a person decides.

    A name that some file has exactly belongs to that file, and is no candidate for another.
    """
    names = [(source.file, form) for source in sources for form in source.document.form_names]
    exact = {normalise_name(form) for _, form in names}
    free = [name for name in known if normalise_name(name) not in exact]
    have = {normalise_name(name) for name in known}
    joined: dict[str, str] = {}
    left: dict[str, NearForm] = {}
    for file, form in names:
        if normalise_name(form) in have or form in joined or form in left:
            continue
        likeness, candidate = max(((alike_by_letters(form, name), name) for name in free), default=(0.0, ""))
        if likeness < LEAST_ALIKE_LETTERS or candidate in joined.values():
            continue
        near = NearForm(file, form, candidate)
        if decide(near):
            joined[form] = candidate
        else:
            left[form] = near
    return NearForms(joined, tuple(left.values()))


def normalise_name(form: str) -> str:
    """A form's name as it counts when two are compared: case, spaces and punctuation make no difference."""
    return normalise(form).replace(" ", "")


def forms_that_count(
    overview: Document, source: Source, seen: set[str], points: list[Point], named: NearForms
) -> dict[str, str]:
    """The overview's name of a form → the source's, for forms that no earlier source had; `seen` grows by them."""
    forms: dict[str, str] = {}
    for form in source.document.form_names:
        name = form_in(overview, named.joined.get(form, form))
        if name is None:
            points.append(Point(PointKind.MISSING_FORM, source.file, form))
        elif name in seen:
            points.append(Point(PointKind.DOUBLE_FORM, source.file, form))
        else:
            seen.add(name)
            forms[name] = form
    return forms


def form_in(document: Document, form: str) -> str | None:
    """The document's name of a form: the same, or the same but for case, spaces and punctuation."""
    if form in document.form_names:
        return form
    wanted = normalise_name(form)
    return next((name for name in document.form_names if normalise_name(name) == wanted), None)


def corresponding_rows(
    known: Sequence[Characteristic], source: Source, decide: Decide, points: list[Point]
) -> dict[str, str]:
    """Key in the source → key in the overview, for rows that are the same characteristic.

    Args:
        known: the characteristics of the overview.
        source: the file.
        decide: whether a near match is the same.
        points: gets what is missing or left out.
    """
    rows = source.document.characteristics
    keys = {each.key for each in known}
    same = {each.key: each.key for each in rows if each.key in keys}
    open_known = [each for each in known if each.key not in same]
    open_rows = [each for each in rows if each.key not in same]
    for row, match in zip(open_rows, _matches(_wordings(open_known), _wordings(open_rows)), strict=True):
        candidate = open_known[match.known_0] if match else None
        if match is None or candidate is None:
            points.append(Point(PointKind.UNKNOWN_ROW, source.file, characteristic=row.title))
        elif _wording(row).normal == _wording(candidate).normal or decide(
            NearMatch(source.file, row, candidate, match.likeness)
        ):
            same[row.key] = candidate.key
        else:
            points.append(Point(PointKind.NEAR, source.file, characteristic=row.title, candidate=candidate.title))
    found = set(same.values())
    points += [
        Point(PointKind.MISSING_ROW, source.file, characteristic=each.title) for each in known if each.key not in found
    ]
    if source.has_general_remarks:
        same[GENERAL_REMARKS] = GENERAL_REMARKS
    return same


def _matches(known: Sequence[Wording], rows: Sequence[Wording]) -> list[RowMatch | None]:
    """Rows laid beside each other by words, and what is left by letters."""
    found = match_rows(known, rows)
    taken = {match.known_0 for match in found if match is not None}
    open_known = [known_0 for known_0 in range(len(known)) if known_0 not in taken]
    open_rows = [row_0 for row_0, match in enumerate(found) if match is None]
    left = match_by_letters([known[known_0] for known_0 in open_known], [rows[row_0] for row_0 in open_rows])
    for row_0, match in zip(open_rows, left, strict=True):
        if match is not None:
            found[row_0] = RowMatch(open_known[match.known_0], match.likeness)
    return found


def _wording(characteristic: Characteristic) -> Wording:
    return Wording(characteristic.group, characteristic.decree.plain, characteristic.adapted.plain)


def _wordings(characteristics: Sequence[Characteristic]) -> list[Wording]:
    return [_wording(each) for each in characteristics]


def _differences(
    overview: Document, source: Source, name: str, form: str, rows: dict[str, str], flat: bool
) -> Iterable[Difference]:
    for source_key, key in rows.items():
        here, there = overview.entry(name, key), source.document.entry(form, source_key)
        if _lacks_only_purple(here.text, there.text) or (flat and _lacks_only_formats(here.text, there.text)):
            there = replace(there, text=here.text)
        aspects = differing_aspects(here, there, source.has_short_texts)
        if aspects:
            yield Difference(source.file, name, key, form, source_key, aspects, here, there)


def _is_flat(document: Document) -> bool:
    """Whether nothing in the file is formatted within a cell: a program that knows no such formats saved it, and that they are
    gone does not say that somebody took them away."""
    return all(len(_looks(entry.text)) < 2 for _, entry in document.entries())


def _lacks_only_formats(here: RichText, there: RichText) -> bool:
    """Whether the words are the same, and only the overview has several formats in them."""
    return here.plain == there.plain and len(_looks(here)) > 1


def _looks(text: RichText) -> set[tuple[object, ...]]:
    return {(run.role, run.style) for run in text.runs if run.text.strip()}


def _lacks_only_purple(here: RichText, there: RichText) -> bool:
    """Whether the file has the same words, but not the colour by which the overview says that they complete the picture.

    Fiches were never coloured so: that one lacks the colour does not say that somebody took it away.
    """
    if here.plain != there.plain or any(run.role is RunRole.COMPLETENESS for run in there.runs):
        return False
    return all(run.role is not RunRole.PLAIN for run in here.runs) and any(
        run.role is RunRole.COMPLETENESS for run in here.runs
    )
