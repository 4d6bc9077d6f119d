"""Which form, row and sheet of a returned copy is which of the sent version, whatever was moved, renamed or reworded.

Here: pairing two readings. Not here: what differs in what is paired (`collect_cells`, `collect_remarks`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from ..domain.characteristic import Characteristic
from ..domain.matching import SURE_LIKENESS, Wording, match_rows, normalise
from ..excel.binding import Role, SheetLayout
from ..excel.reader import Reading
from ..values import dataclass

_Name = TypeVar("_Name", bound=Hashable)
#: From this share of equal cells a column or row with another heading is the same one, renamed.
_LEAST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Alignment:
    """Names of the sent version → names of the copy; what is in no map has gone or has come."""

    forms: dict[str, str]
    keys: dict[str, str]
    sheets: dict[str, str]
    forms_added: tuple[str, ...]
    keys_added: tuple[str, ...]
    forms_gone: frozenset[str] = frozenset()
    """Forms that the copy's fullest sheet lacks; those that stand in another of its sheets are in `forms` too."""
    keys_gone: frozenset[str] = frozenset()
    """Rows that the copy's fullest sheet lacks; likewise."""


def align(sent: Reading, copy: Reading) -> Alignment:
    """Pair two readings. Cost: about 1 ms when names are equal; some more for what was renamed."""
    keys = _same([c.key for c in sent.characteristics], [c.key for c in copy.characteristics])
    forms = _same([f.name for f in sent.forms], [f.name for f in copy.forms])
    _pair_by_name(sent, copy, forms)
    _pair_rows(sent, copy, keys, forms)
    _pair_columns(sent, copy, keys, forms)
    keys |= {_GENERAL: _GENERAL}
    forms_gone = frozenset(form.name for form in sent.forms) - forms.keys()
    keys_gone = frozenset(each.key for each in sent.characteristics) - keys.keys()
    # What the guide made known to the other sheets of the copy stands there under the name it was sent with.
    beside = copy.binding.sheets.values()
    keys |= {key: key for key in keys_gone if any(key in layout.rows for layout in beside)}
    forms |= {form: form for form in forms_gone if any(form in layout.form_columns for layout in beside)}
    return Alignment(
        forms,
        keys,
        _pair_sheets(sent, copy),
        tuple(form.name for form in copy.forms if form.name not in forms.values()),
        tuple(each.key for each in copy.characteristics if each.key not in keys.values()),
        forms_gone,
        keys_gone,
    )


_GENERAL = "algemene-opmerkingen"


def _same(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, str]:
    there = set(theirs)
    return {name: name for name in ours if name in there}


def _pair_by_name(sent: Reading, copy: Reading, forms: dict[str, str]) -> None:
    """Pair forms whose names are equal but for case, spaces and signs."""
    left = [form.name for form in sent.forms if form.name not in forms]
    right = {normalise(form.name): form.name for form in copy.forms if form.name not in forms.values()}
    forms |= {name: right[normalise(name)] for name in left if normalise(name) in right}


def _pair_rows(sent: Reading, copy: Reading, keys: dict[str, str], forms: dict[str, str]) -> None:
    """Pair reworded rows: by the entries that stand in them, else by the likeness of their words."""
    left = [each for each in sent.characteristics if each.key not in keys]
    right = [each for each in copy.characteristics if each.key not in keys.values()]
    if not left or not right:
        return

    def share(mine: Characteristic, other: Characteristic) -> float:
        return _share(sent, copy, [((form, mine.key), (theirs, other.key)) for form, theirs in forms.items()])

    pairs = _best_pairs(left, right, share)
    keys |= {mine.key: other.key for mine, other in pairs}
    left = [each for each in left if each.key not in keys]
    right = [each for each in right if each.key not in keys.values()]
    for row, match in zip(right, match_rows([_wording(c) for c in left], [_wording(c) for c in right]), strict=True):
        if match is not None and match.likeness >= SURE_LIKENESS:
            keys[left[match.known_0].key] = row.key


def _wording(each: Characteristic) -> Wording:
    return Wording(each.group, each.decree.plain, each.adapted.plain)


def _pair_columns(sent: Reading, copy: Reading, keys: dict[str, str], forms: dict[str, str]) -> None:
    """Pair renamed forms by the entries that stand under them."""
    left = [form.name for form in sent.forms if form.name not in forms]
    right = [form.name for form in copy.forms if form.name not in forms.values()]
    if len(sent.forms) == len(copy.forms) == 1 and left and right:
        forms[left[0]] = right[0]
        return

    def share(mine: str, other: str) -> float:
        return _share(sent, copy, [((mine, key), (other, theirs)) for key, theirs in keys.items()])

    forms |= dict(_best_pairs(left, right, share))


def _share(sent: Reading, copy: Reading, pairs: Iterable[tuple[tuple[str, str], tuple[str, str]]]) -> float:
    """The share of filled entries that say the same, 0 where too few are filled to tell."""
    filled = same = 0
    for mine, other in pairs:
        old, new = sent.entries.get(mine), copy.entries.get(other)
        texts = (old.text.plain if old else "", new.text.plain if new else "")
        if any(texts):
            filled += 1
            same += texts[0] == texts[1]
    return same / filled if filled >= 2 else 0.0


def _best_pairs(
    left: list[_Name], right: list[_Name], share: Callable[[_Name, _Name], float]
) -> list[tuple[_Name, _Name]]:
    ranked = [(share(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    pairs: list[tuple[_Name, _Name]] = []
    used: tuple[set[int], set[int]] = set(), set()
    for value, i, j in sorted(ranked, key=lambda each: -each[0]):
        if value >= _LEAST_SHARE and i not in used[0] and j not in used[1]:
            pairs.append((left[i], right[j]))
            used[0].add(i)
            used[1].add(j)
    return pairs


def _pair_sheets(sent: Reading, copy: Reading) -> dict[str, str]:
    """Pair sheets: by name, else by what they show and how many columns come before the forms."""
    theirs = copy.binding.sheets
    pairs = {name: name for name in sent.binding.sheets if name in theirs}
    for name, layout in sent.binding.sheets.items():
        free = [other for other in theirs.values() if other.name not in pairs.values()]
        if name not in pairs and free:
            alike = [other for other in free if _shows_text(other) == _shows_text(layout)]
            best = min(alike, key=lambda other: _apart(layout, other), default=None)
            if best is not None:
                pairs[name] = best.name
    return pairs


def _shows_text(layout: SheetLayout) -> bool:
    return layout.role is not Role.CODES


def _apart(mine: SheetLayout, other: SheetLayout) -> tuple[bool, int, int]:
    same_rows = len(mine.rows.keys() & other.rows.keys())
    return mine.role is not other.role, abs(len(mine.base_columns) - len(other.base_columns)), -same_rows
