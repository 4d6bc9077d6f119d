"""Which form, row and sheet of a returned copy is which of the sent version, whatever was moved, renamed or reworded.

Here: pairing two readings. Not here: what differs in what is paired (`collect_cells`, `collect_remarks`).
"""

from __future__ import annotations

import re
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
_LEAST_SAME_ROWS = 0.2
"""From this share of the rows (or of the texts of one form) on, a file can be a copy of what was sent."""
_LEAST_ROWS = 5
"""With fewer rows nothing can be told."""
_LONGEST_WORD = 12
"""Characters of a word such as "ja" in a sheet of colours."""


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
    reactions: tuple[str, ...] = ()
    """Columns that came with what somebody says of rows: no forms, by their header or because no cell has a code."""
    notes: frozenset[str] = frozenset()
    """Rows of the copy that came without any wording or code: texts in loose cells, and no rows."""
    base: str = ""
    """The sheet of the sent version whose wordings are compared: its fullest, or in a part of it what the copy has."""


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
    came = tuple(form.name for form in copy.forms if form.name not in forms.values())
    reactions = tuple(name for name in came if _is_reaction(copy, name))
    rows_came = [each for each in copy.characteristics if each.key not in keys.values()]
    notes = frozenset(each.key for each in rows_came if _says_nothing(copy, each))
    return Alignment(
        forms,
        keys,
        _pair_sheets(sent, copy),
        tuple(name for name in came if name not in reactions),
        tuple(each.key for each in rows_came if each.key not in notes),
        forms_gone,
        keys_gone,
        reactions,
        notes,
        sent.binding.fullest.name,
    )


def _says_nothing(copy: Reading, row: Characteristic) -> bool:
    """Whether a row has no wording of its own, and no cell of it a code: a note below or between the rows."""
    if row.decree or row.adapted:
        return False
    return not any(entry.code or entry.shade for (_, key), entry in copy.entries.items() if key == row.key)


def is_other_file(sent: Reading, copy: Reading, alignment: Alignment) -> bool:
    """Whether the copy has hardly any row of the sent version, or none of its forms: then it is a copy of something else.

    A copy with a part of the rows or forms is none: what it has, the sent version has too.
    """
    there = {each.key for each in copy.characteristics}
    smaller = min(len(sent.characteristics), len(there))
    same_rows = len(there & set(alignment.keys.values()))
    if smaller >= _LEAST_ROWS and same_rows < _LEAST_SAME_ROWS * smaller:
        return True
    if not alignment.forms:
        return True
    named = {normalise(form.name) for form in sent.forms} & {normalise(form.name) for form in copy.forms}
    if named or len(copy.forms) > 1:
        return False
    # One form under another name: the form renamed, or the fiche of another form.
    places = [
        ((form, key), (other, there))
        for form, other in alignment.forms.items()
        for key, there in alignment.keys.items()
    ]
    filled = sum(bool(entry.text) for (form, _), entry in sent.entries.items() if form in alignment.forms)
    return filled >= _LEAST_ROWS and _share(sent, copy, places) < _LEAST_SAME_ROWS


_REACTION = re.compile(
    r"\b(?:opmerk|reactie|feedback|comment|bedenk|antwoord|vraag\b|vragen\b|nota\b|nota's|notitie|suggest|aanvulling"
    r"|correctie|advies|input\b|mening|remark|response|akkoord|nazicht|nakijk|status\b|voorstel)",
    re.IGNORECASE,
)
_MOST_WORDS = 6


def _is_reaction(copy: Reading, form: str) -> bool:
    """Whether a column that came holds what somebody says of the rows: so its header announces, and no cell has a code."""
    if len(form.split()) > _MOST_WORDS or not _REACTION.search(form):
        return False
    return not any(entry.code or entry.hatched for (name, _), entry in copy.entries.items() if name == form)


def through_another_sheet(sent: Reading, beside: Reading, inner: Alignment) -> Alignment:
    """The alignment of a copy that lacks the fullest sheet, made by another sheet.

    Args:
        sent: the sent version.
        beside: the sent version read as if that other sheet were its fullest.
        inner: the copy laid beside that reading.
    """
    sheet = beside.binding.fullest
    mine = sent.binding.sheets[sheet.name]
    key_at = {row: key for key, row in sheet.rows.items()}
    form_at = {column: form for form, column in sheet.form_columns.items()}
    keys = {key: inner.keys[key_at[row]] for key, row in mine.rows.items() if key_at.get(row) in inner.keys}
    forms = {
        form: inner.forms[form_at[column]]
        for form, column in mine.form_columns.items()
        if form_at.get(column) in inner.forms
    }
    return Alignment(
        forms,
        keys,
        inner.sheets,
        inner.forms_added,
        inner.keys_added,
        reactions=inner.reactions,
        notes=inner.notes,
        base=sheet.name,
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
    pairs = {
        name: name for name, layout in sent.binding.sheets.items()
        if name in theirs and _shows_text(theirs[name]) == _shows_text(layout)
    }  # fmt: skip
    for name, layout in sent.binding.sheets.items():
        free = [other for other in theirs.values() if other.name not in pairs.values()]
        if name not in pairs and free:
            alike = [other for other in free if _shows_text(other) == _shows_text(layout)]
            best = min(alike, key=lambda other: _apart(layout, other), default=None)
            if best is not None:
                pairs[name] = best.name
    return pairs


def _shows_text(layout: SheetLayout) -> bool:
    """Whether it says more than a word here and there; alone in a copy, a sheet of colours counts as the fullest one."""
    return layout.role is not Role.CODES and any(
        len(cell.text.plain) > _LONGEST_WORD for cell in layout.baseline.values() if cell.text.runs
    )


def _apart(mine: SheetLayout, other: SheetLayout) -> tuple[bool, int, int]:
    same_rows = len(mine.rows.keys() & other.rows.keys())
    return mine.role is not other.role, abs(len(mine.base_columns) - len(other.base_columns)), -same_rows
