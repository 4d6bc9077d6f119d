"""Counts: how many forms have something for a characteristic, a union or an intersection, and where the gaps are.

Here: the definitions and the numbers, each with the forms behind it. Not here: how a count is drawn
(`services.draw_figure`) or worded on screen. Imports `domain.characteristic`, `domain.colour` and `domain.fiche`.

Definitions, the same for every number that the program shows:

- **filled**: the entry holds a text, whatever its code. A form is filled for a union when one of the entries is, for an
  intersection when each of them is.
- **unclear**: of the forms that are counted as filled, those that rest on entries coded `unclear` alone. They stay in
  the number and are told apart: the published "10/24 + 2 unclear" is 12 filled, of which 2 unclear; the published
  19/24 and 9/24 are the whole number, of which 1 is unclear.
- **by code**: the entry has one of the codes asked, with or without a text.
- **both**: the entry has a text and one of the codes asked.
- **gap**: a form that has neither text nor code in any of the entries asked: nothing was judged yet, or there is
  nothing to say.

The codes are indicative. These numbers say how often something was found, in the file's own order; they rank nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Protocol

from ..values import dataclass, replace
from .characteristic import Characteristic
from .colour import UNCLEAR
from .fiche import Entry


class Judgements(Protocol):
    """What a count is taken from; a `Document` is one."""

    @property
    def form_names(self) -> tuple[str, ...]:
        """The names of the forms, in order."""

    @property
    def characteristics(self) -> tuple[Characteristic, ...]:
        """The characteristics in the sheet's order."""

    def entry(self, form: str, characteristic: str) -> Entry:
        """What a form has for a characteristic; the empty entry when it has nothing."""


class Combine(StrEnum):
    """How the entries of one form for several characteristics are taken together."""

    ANY = "any"
    """Union: one of them is enough."""
    ALL = "all"
    """Intersection: each of them must fit."""


class Measure(StrEnum):
    """What makes an entry count."""

    FILLED = "filled"
    CODE = "code"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Question:
    """What to count: over which characteristics, and what makes an entry count."""

    keys: tuple[str, ...]
    combine: Combine = Combine.ANY
    measure: Measure = Measure.FILLED
    codes: frozenset[str] = frozenset()
    """The codes asked, for the measures `code` and `both`."""

    def fits(self, entry: Entry) -> bool:
        """Whether this entry makes its form count."""
        filled, coded = entry.filled, entry.code in self.codes
        match self.measure:
            case Measure.FILLED:
                return filled
            case Measure.CODE:
                return coded
            case Measure.BOTH:
                return filled and coded


@dataclass(frozen=True, slots=True)
class Count:
    """One number and the forms behind it, all in the file's order."""

    question: Question
    forms: tuple[str, ...]
    """The forms that are counted."""
    unclear: tuple[str, ...]
    """Those of `forms` that rest on entries coded `unclear` alone."""
    gaps: tuple[str, ...]
    """Forms with neither text nor code in any of the entries asked."""
    others: tuple[str, ...]
    """Forms that have something, but not what was asked."""
    total: int
    """How many forms were looked at."""

    @property
    def number(self) -> int:
        """How many forms are counted, the unclear ones included."""
        return len(self.forms)

    @property
    def clear(self) -> int:
        """How many forms are counted without the unclear ones."""
        return len(self.forms) - len(self.unclear)

    @property
    def fraction(self) -> str:
        """The number as the team writes it: `19/24`."""
        return f"{self.number}/{self.total}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry in a tally, by form and characteristic."""

    form: str
    key: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A block of entries counted out: one row, one column, a group, or all. Order: characteristics, then forms."""

    cells: tuple[Cell, ...]
    filled: tuple[Cell, ...]
    by_code: dict[str | None, tuple[Cell, ...]]
    """Cells per code, each cell once; `None` for those without a code. Codes nobody has are absent."""
    hatched: tuple[Cell, ...]
    gaps: tuple[Cell, ...]
    """Cells with neither text nor code."""

    @property
    def total(self) -> int:
        """How many entries the block has, filled or not."""
        return len(self.cells)

    @property
    def fraction(self) -> str:
        """Filled entries out of all: `19/24`."""
        return f"{len(self.filled)}/{self.total}"

    def number(self, code: str | None) -> int:
        """How many entries have that code."""
        return len(self.by_code.get(code, ()))


def count(source: Judgements, question: Question, forms: Sequence[str] | None = None) -> Count:
    """The number that answers a question.

    Args:
        source: the document.
        question: what to count. Without keys nothing is counted.
        forms: the forms to look at, by default all.
    """
    names = source.form_names if forms is None else tuple(forms)
    counted: list[str] = []
    unclear: list[str] = []
    gaps: list[str] = []
    others: list[str] = []
    for form in names:
        entries = [source.entry(form, key) for key in question.keys]
        fitting = [entry for entry in entries if question.fits(entry)]
        if fitting and (question.combine is Combine.ANY or len(fitting) == len(entries)):
            counted.append(form)
            if all(entry.code == UNCLEAR for entry in fitting):
                unclear.append(form)
        elif any(entry.filled or entry.code for entry in entries):
            others.append(form)
        else:
            gaps.append(form)
    return Count(question, tuple(counted), tuple(unclear), tuple(gaps), tuple(others), len(names))


def together(parts: Sequence[Count]) -> Count:
    """One number of those of several forms, in their order: the answers to one question.

    Args:
        parts: at least one, with no form in two of them.
    """
    return Count(
        parts[0].question,
        tuple(form for part in parts for form in part.forms),
        tuple(form for part in parts for form in part.unclear),
        tuple(form for part in parts for form in part.gaps),
        tuple(form for part in parts for form in part.others),
        sum(part.total for part in parts),
    )


def per_code(source: Judgements, question: Question, codes: Iterable[str]) -> dict[str, Count]:
    """The same question for each of these codes by itself; what only asks for a text is asked by code here."""
    measure = Measure.CODE if question.measure is Measure.FILLED else question.measure
    return {code: count(source, replace(question, measure=measure, codes=frozenset({code}))) for code in codes}


def count_filled(source: Judgements, *keys: str, combine: Combine = Combine.ANY) -> Count:
    """How many forms are filled for one characteristic, or over a union or intersection of several."""
    return count(source, Question(keys, combine))


def count_code(source: Judgements, code: str, *keys: str, combine: Combine = Combine.ANY) -> Count:
    """How many forms have that code for one characteristic, or over a union or intersection of several."""
    return count(source, Question(keys, combine, Measure.CODE, frozenset({code})))


def tally(source: Judgements, forms: Iterable[str], keys: Iterable[str]) -> Tally:
    """Count out the block of these forms and characteristics."""
    names = tuple(forms)
    cells = [Cell(form, key) for key in keys for form in names]
    entries = [source.entry(cell.form, cell.key) for cell in cells]
    by_code: dict[str | None, list[Cell]] = {}
    for cell, entry in zip(cells, entries, strict=True):
        by_code.setdefault(entry.code, []).append(cell)

    def where(test: Callable[[Entry], bool]) -> tuple[Cell, ...]:
        return tuple(cell for cell, entry in zip(cells, entries, strict=True) if test(entry))

    return Tally(
        tuple(cells),
        where(lambda entry: entry.filled),
        {code: tuple(having) for code, having in by_code.items()},
        where(lambda entry: entry.hatched),
        where(lambda entry: not entry.filled and entry.code is None),
    )


def per_characteristic(source: Judgements) -> dict[str, Tally]:
    """One tally over all forms for each characteristic, by key, in the sheet's order."""
    return {c.key: tally(source, source.form_names, (c.key,)) for c in source.characteristics}


def per_form(source: Judgements, keys: Sequence[str] | None = None) -> dict[str, Tally]:
    """One tally over the characteristics for each form, in the file's order: what is there, not how good it is."""
    return dict(by_form(source, keys))


def by_form(source: Judgements, keys: Sequence[str] | None = None) -> Iterator[tuple[str, Tally]]:
    """The same, form by form."""
    chosen = tuple(c.key for c in source.characteristics) if keys is None else tuple(keys)
    return ((form, tally(source, (form,), chosen)) for form in source.form_names)


def per_group(source: Judgements, characteristics: Iterable[Characteristic] | None = None) -> dict[str, Tally]:
    """One tally over all forms for each group, of all characteristics or of those given, in the sheet's order."""
    return dict(by_group(source, characteristics))


def by_group(
    source: Judgements, characteristics: Iterable[Characteristic] | None = None
) -> Iterator[tuple[str, Tally]]:
    """The same, group by group."""
    keys_by_group: dict[str, list[str]] = {}
    for characteristic in source.characteristics if characteristics is None else characteristics:
        keys_by_group.setdefault(characteristic.group, []).append(characteristic.key)
    return ((group, tally(source, source.form_names, keys)) for group, keys in keys_by_group.items())
