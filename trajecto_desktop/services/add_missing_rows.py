"""Rows that fiches have and an overview lacks: where each comes in the overview, as changes that are not yet made.

Here: which rows, under which heading, behind which row. Not here: laying files beside each other (`services.compare_files`), how a
row comes into the sheets (`excel.structure`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..document.document import Document
from ..domain.changes import CharacteristicAdded
from ..domain.characteristic import Characteristic
from ..domain.matching import normalise
from ..errors import CharacteristicWordingError
from ..values import dataclass, field, replace
from .add_characteristic import add_characteristic
from .compare_files import (
    Decide,
    NearForm,
    NearForms,
    NearMatch,
    Point,
    PointKind,
    Source,
    corresponding_rows,
    forms_that_count,
)
from .long_work import stop_if_asked


@dataclass(slots=True)
class AddedRows:
    """The rows that an overview gets."""

    changes: list[CharacteristicAdded] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    """One for each row that comes."""
    places: set[tuple[str, str, str]] = field(default_factory=set)
    """File, key there, key in the overview."""

    def deciding(self, decide: Decide) -> Decide:
        """As a person decides, but a row that came for the sake of a fiche's row is that row."""

        def decided(match: NearMatch | NearForm) -> bool:
            if isinstance(match, NearMatch):
                place = match.file, match.characteristic.key, match.candidate.key
                return place in self.places or decide(match)
            return decide(match)

        return decided


def add_missing_rows(trial: Document, sources: Iterable[Source], decide: Decide, named: NearForms) -> AddedRows:
    """Give an overview a row for each that only a fiche has.

    A row comes behind the one that it follows in its fiche, under the overview's own heading of that name. A heading that the
    overview does not have comes behind the one that it follows in the fiche. Rows that are nearly alike become one when `decide`
    says so, and else stay two, as in a new overview.

    Args:
        trial: a copy of the overview's document, with the forms that it gets; it gets the rows.
        sources: the fiches, in the order in which they count.
        decide: whether a near match is the same characteristic.
        named: which forms are the same under nearly the same name.
    """
    result = AddedRows()
    seen: set[str] = set()
    for source in sources:
        stop_if_asked()
        if not forms_that_count(trial, source, seen, [], named):
            continue
        near: list[Point] = []
        rows = corresponding_rows(trial.characteristics, source, decide, near)
        likes = {each.characteristic: each.candidate for each in near if each.kind is PointKind.NEAR}
        for at_0, row in enumerate(source.document.characteristics):
            if row.key not in rows:
                _add(trial, source, at_0, rows, likes, result)
    return result


def _add(
    trial: Document, source: Source, at_0: int, rows: dict[str, str], likes: Mapping[str, str], result: AddedRows
) -> None:
    theirs = source.document.characteristics
    row = theirs[at_0]
    group = _group_in(trial, theirs, row, rows)
    adapted, decree = row.adapted.plain.strip(), row.decree.plain.strip()
    try:
        # A row that has nothing but its heading is known by that.
        words = adapted if adapted or decree else " ".join(row.group.split())
        change = add_characteristic(trial, group, words, decree, additional=row.additional)
    except CharacteristicWordingError:
        return  # the overview has such a row, which is another one's: it stays a point of the comparison
    index_0 = _place(trial.characteristics, theirs, at_0, rows, group)
    beside = trial.characteristics[index_0 - 1 if index_0 else 0] if trial.characteristics else None
    added = replace(change.characteristic, section=beside.section if beside is not None else "")
    change = CharacteristicAdded(added, index_0)
    trial.apply(change)
    rows[row.key] = added.key
    result.changes.append(change)
    result.places.add((source.file, row.key, added.key))
    like = likes.get(row.title)
    if like is None:
        heading = " ".join(group.split())
        result.points.append(Point(PointKind.ADDED_ROW, source.file, characteristic=row.title, candidate=heading))
    else:
        result.points.append(Point(PointKind.ADDED_NEAR_ROW, source.file, characteristic=row.title, candidate=like))


def _group_in(trial: Document, theirs: Sequence[Characteristic], row: Characteristic, rows: Mapping[str, str]) -> str:
    """The overview's heading for a row: of the same name, or where the others of its heading stand; else the fiche's own."""
    ours = dict.fromkeys(each.group for each in trial.characteristics)
    if row.group in ours:
        return row.group
    wanted = normalise(row.group)
    same = next((group for group in ours if normalise(group) == wanted), None)
    if same is not None:
        return same
    others = [rows[each.key] for each in theirs if each.group == row.group and each.key in rows]
    groups = {trial.characteristic(key).group for key in others}
    return groups.pop() if len(groups) == 1 else row.group


def _place(
    ours: Sequence[Characteristic],
    theirs: Sequence[Characteristic],
    at_0: int,
    rows: Mapping[str, str],
    group: str,
) -> int:
    """Index that the row gets among the overview's, so that no heading falls in two."""
    places = {each.key: index_0 for index_0, each in enumerate(ours)}
    above = [places[rows[each.key]] for each in reversed(theirs[:at_0]) if rows.get(each.key) in places]
    below = [places[rows[each.key]] for each in theirs[at_0 + 1 :] if rows.get(each.key) in places]
    of_group = [index_0 for index_0, each in enumerate(ours) if each.group == group]
    if of_group:
        behind = next((index_0 + 1 for index_0 in above if ours[index_0].group == group), None)
        before = next((index_0 for index_0 in below if ours[index_0].group == group), None)
        return next((place for place in (behind, before) if place is not None), of_group[-1] + 1)
    if above:
        return _end_of_group(ours, above[0])
    return _start_of_group(ours, below[0]) if below else len(ours)


def _end_of_group(ours: Sequence[Characteristic], index_0: int) -> int:
    group = ours[index_0].group
    while index_0 < len(ours) and ours[index_0].group == group:
        index_0 += 1
    return index_0


def _start_of_group(ours: Sequence[Characteristic], index_0: int) -> int:
    group = ours[index_0].group
    while index_0 and ours[index_0 - 1].group == group:
        index_0 -= 1
    return index_0
