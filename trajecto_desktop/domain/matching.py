"""Which rows are the same characteristic, and what a characteristic is called (its key).

Here: normalising, keys, and laying the rows of one sheet beside those of another. Not here: where rows stand in a sheet
(`excel.layout`). Imports `domain.reference`.

Characteristics are the same when group and wording match after normalising: case, spaces, quotes, punctuation,
TO/trajectondersteuner and references make no difference.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

from ..values import unsealed
from .reference import without_references

try:  # As the standard library's `random` does: the same function without OpenSSL, which takes 3 MB and some milliseconds.
    from _sha1 import sha1  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha1

_TO = re.compile(r"\b(?:trajectonderst\w*|tos)\b")
_LONGEST_GROUP = 36
_LONGEST_WORDING = 56

#: How the team shortens words in the sheets of colours. Source: the four sheets of the overview, laid side by side.
_SHORT_FOR = {
    "sw": ("samenwerking",),
    "alg": ("algemene",),
    "jh": ("jeugdhulp",),
    "hv": ("hulpverlening",),
    "tb": ("trajectbegeleiding",),
    "k": ("kinderen",),
    "as": ("aanstaande",),
    "sv": ("samenwerkingsverband",),
    "principes": ("principe",),
    "competenties": ("competentie",),
}

#: Below this likeness two wordings are not the same characteristic.
LEAST_LIKENESS = 0.42
#: From this likeness a match needs no second look.
SURE_LIKENESS = 0.62
#: From this likeness to the letter, two names or wordings may be the same. CAW-trajecten and JAC-trajecten have 0.83.
LEAST_ALIKE_LETTERS = 0.85
_LETTERS_COMPARED = 300
_GROUP_BONUS = 0.12
_ONLY_ROW_LIKENESS = 0.5


class _Letters(dict[int, str]):
    """What each character counts as: letters without accents, digits, nothing for quotes and brackets, else a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in "'’‘`´\"“”„()[]" or unicodedata.combining(char):
            counts = ""
        else:
            base = "".join(each for each in unicodedata.normalize("NFKD", char) if not unicodedata.combining(each))
            counts = "".join(each if each.isalnum() else " " for each in base)
        self[code] = counts
        return counts


_LETTERS = _Letters()


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """The words of a text, as they count when two texts are compared.

    Lower case, without accents, quotes, punctuation and references; `trajectondersteuner` and `trajectondersteuning`
    are `to`.
    """
    words = " ".join(without_references(text).casefold().translate(_LETTERS).split())
    return _TO.sub("to", words) if "trajectonderst" in words or "tos" in words else words


@unsealed
class Wording:
    """What identifies a row: its group and its wordings, as plain text."""

    group: str
    decree: str = ""
    adapted: str = ""

    @property
    def normal(self) -> tuple[str, str, str]:
        """Group, decree and adapted wording, normalised: equal for the same characteristic."""
        return normalise(self.group), normalise(self.decree), normalise(self.adapted)


def characteristic_key(group: str, decree: str, adapted: str) -> str:
    """The key of a characteristic, made from its own content only.

    `group.wording` in words joined by dashes; where the words are too many for a key, a short hash of all of them follows,
    so that the key stays unique. The adapted wording counts, else the decree's, else the group alone.
    """
    group_words = normalise(group)
    wording = normalise(adapted) or normalise(decree)
    head, group_cut = _shortened(group_words, _LONGEST_GROUP)
    tail, wording_cut = _shortened(wording, _LONGEST_WORDING)
    key = ".".join(filter(None, (head, tail))) or "kenmerk"
    if group_cut or wording_cut:
        key += "-" + sha1(f"{group_words}|{wording}".encode(), usedforsecurity=False).hexdigest()[:4]
    return key


def _shortened(words: str, longest: int) -> tuple[str, bool]:
    slug = words.replace(" ", "-")
    if len(slug) <= longest:
        return slug, False
    cut = slug.rfind("-", 0, longest + 1)
    return slug[: cut if cut > longest // 2 else longest], True


def unique_keys(wordings: Iterable[Wording]) -> list[str]:
    """A key for each row, in order; rows that are wholly alike get `-2`, `-3` …"""
    seen: Counter[str] = Counter()
    keys = []
    for wording in wordings:
        key = characteristic_key(wording.group, wording.decree, wording.adapted)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return keys


@unsealed
class RowMatch:
    """That a row is the same characteristic as a known one."""

    known_0: int
    """Index among the known rows, 0-based."""
    likeness: float
    """1 for wordings that are equal after normalising, less for abbreviated ones."""


def match_rows(known: Sequence[Wording], rows: Sequence[Wording]) -> list[RowMatch | None]:
    """For each row the known characteristic that it is, each known one at most once.

    Equal wordings go first; the rest by likeness of words, weighed by how rare they are, whether or not the order is the
    same; among equally like ones the place in the order decides.

    Args:
        known: the characteristics, from the fullest sheet.
        rows: rows of another sheet; decree and adapted wording may be fused, in `decree`.

    Cost: about 3 ms for 90 rows against 90.
    """
    found: list[RowMatch | None] = [None] * len(rows)
    taken: set[int] = set()
    _match_identical(known, rows, found, taken)
    if len(taken) < min(len(known), len(rows)):
        _match_equal(known, rows, found, taken)
    open_known = [i for i in range(len(known)) if i not in taken]
    open_rows = [i for i, match in enumerate(found) if match is None]
    if not open_known or not open_rows:
        return found
    candidates = _candidates(known, open_known, rows, open_rows)
    for _, _, likeness, row_0, known_0 in sorted(candidates):
        if found[row_0] is None and known_0 not in taken:
            found[row_0] = RowMatch(known_0, likeness)
            taken.add(known_0)
    return found


def alike_by_letters(one: str, other: str) -> float:
    """How alike two names or wordings are to the letter, spaces left out, from 0 to 1: finds a slip of the pen."""
    letters, others = (normalise(text).replace(" ", "") for text in (one, other))
    if not letters or not others:
        return 0.0
    return SequenceMatcher(None, letters, others, autojunk=False).ratio()


def match_by_letters(known: Sequence[Wording], rows: Sequence[Wording]) -> list[RowMatch | None]:
    """For each row the known one that only a slip of the pen sets apart, each known one at most once.

    For rows in which no word is quite the same, so that `match_rows` finds nothing. Cost: quadratic, for a few rows left over.
    """
    pairs = [
        (-likeness, row_0, known_0)
        for row_0, row in enumerate(rows)
        for known_0, candidate in enumerate(known)
        if (likeness := alike_by_letters(_counting(row), _counting(candidate))) >= LEAST_ALIKE_LETTERS
    ]
    found: list[RowMatch | None] = [None] * len(rows)
    taken: set[int] = set()
    for less, row_0, known_0 in sorted(pairs):
        if found[row_0] is None and known_0 not in taken:
            found[row_0] = RowMatch(known_0, -less)
            taken.add(known_0)
    return found


def _counting(wording: Wording) -> str:
    """The wording that counts: the adapted one, else the decree's; the beginning tells."""
    text = wording.adapted if normalise(wording.adapted) else wording.decree
    return text[:_LETTERS_COMPARED]


def _match_identical(
    known: Sequence[Wording], rows: Sequence[Wording], found: list[RowMatch | None], taken: set[int]
) -> None:
    """Pair what is the same to the letter and stands once on both sides: the quick way for most rows."""
    once = Counter(known)
    twice = Counter(rows)
    places = {wording: known_0 for known_0, wording in enumerate(known) if once[wording] == 1}
    for row_0, wording in enumerate(rows):
        known_0 = places.get(wording)
        if known_0 is not None and twice[wording] == 1:
            found[row_0] = RowMatch(known_0, 1.0)
            taken.add(known_0)


def _match_equal(
    known: Sequence[Wording], rows: Sequence[Wording], found: list[RowMatch | None], taken: set[int]
) -> None:
    """Pair what is equal after normalising: with its group first, then without, where only one can be meant."""
    normal = {known_0: known[known_0].normal for known_0 in range(len(known)) if known_0 not in taken}
    wanted = {row_0: rows[row_0].normal for row_0, match in enumerate(found) if match is None}
    for with_group in (True, False):
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for known_0, (group, decree, adapted) in normal.items():
            if known_0 not in taken:
                for text in _forms(decree, adapted, with_group):
                    places[group if with_group else "", text].append(known_0)
        asked: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row_0, (group, decree, adapted) in wanted.items():
            if found[row_0] is None and (with_group or decree or adapted):
                asked[group if with_group else "", f"{decree} {adapted}".strip()].append(row_0)
        for identity, row_indices in asked.items():
            free = [known_0 for known_0 in places.get(identity, ()) if known_0 not in taken]
            # Several rows that are wholly alike on both sides: in their order. Anything else is left to likeness.
            if len(free) == len(row_indices) and (with_group or len(free) == 1):
                for row_0, known_0 in zip(row_indices, free, strict=True):
                    found[row_0] = RowMatch(known_0, 1.0)
                    taken.add(known_0)


def _forms(decree: str, adapted: str, with_group: bool) -> tuple[str, ...]:
    """The forms in which a wording can stand in a sheet: both texts fused, or either alone."""
    if decree and adapted:
        return (f"{decree} {adapted}", decree, adapted)
    return (decree or adapted,) if with_group or decree or adapted else ()


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    words: list[str] = []
    for word in normalise(text).split():
        words.extend(_SHORT_FOR.get(word, (word,)))
    return frozenset(words)


def _candidates(
    known: Sequence[Wording], open_known: Sequence[int], rows: Sequence[Wording], open_rows: Sequence[int]
) -> list[tuple[float, float, float, int, int]]:
    """(order key, distance in order, likeness, row, known) of every pair that is like enough."""
    variants: list[tuple[int, frozenset[str]]] = []
    for known_0 in open_known:
        wording = known[known_0]
        decree, adapted = _words(wording.decree), _words(wording.adapted)
        variants += [(known_0, each) for each in {decree, adapted, decree | adapted} if each]
    row_words = {row_0: _words(rows[row_0].decree) | _words(rows[row_0].adapted) for row_0 in open_rows}
    weight = _weights([*(words for _, words in variants), *row_words.values()])
    sizes = [sum(weight.get(word, 0.0) for word in words) for _, words in variants]
    postings: dict[str, list[int]] = defaultdict(list)
    for index, (_, words) in enumerate(variants):
        for word in words:
            if word in weight:
                postings[word].append(index)
    same_group = _GroupComparison(known, open_known)
    result = []
    for row_0, words in row_words.items():
        same = same_group.of(rows[row_0].group)
        best = _likeness(words, weight, postings, variants, sizes)
        if not words:
            # A row without wording of its own is known by its group alone.
            best = {known_0: _ONLY_ROW_LIKENESS for known_0 in same if not has_wording(known[known_0])}
        for known_0, likeness in best.items():
            ranked = likeness + (_GROUP_BONUS if known_0 in same else 0.0)
            if ranked >= LEAST_LIKENESS:
                apart = abs(row_0 / len(rows) - known_0 / len(known))
                result.append((-round(ranked, 3), apart, likeness, row_0, known_0))
    return result


class _GroupComparison:
    """Which known rows are in a group that is called (nearly) so; each name is compared once."""

    def __init__(self, known: Sequence[Wording], open_known: Sequence[int]) -> None:
        self._members: dict[str, list[int]] = defaultdict(list)
        for known_0 in open_known:
            self._members[known[known_0].group].append(known_0)
        self._found: dict[str, frozenset[int]] = {}

    def of(self, group: str) -> frozenset[int]:
        """The known rows in that group."""
        if group not in self._found:
            words = _words(group)
            names = [name for name in self._members if _same(words, _words(name))]
            self._found[group] = frozenset(known_0 for name in names for known_0 in self._members[name])
        return self._found[group]


def has_wording(wording: Wording) -> bool:
    """Whether a row has any wording of its own beside its group."""
    return bool(normalise(wording.decree) or normalise(wording.adapted))


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much a word says: the rarer, the more; words that stand in every fifth text or more say nothing."""
    seen = Counter(chain.from_iterable(texts))
    most = max(len(texts) / 5, 3.0)
    return {word: math.log(1 + len(texts) / count) for word, count in seen.items() if count <= most}


def _likeness(
    words: frozenset[str],
    weight: dict[str, float],
    postings: dict[str, list[int]],
    variants: Sequence[tuple[int, frozenset[str]]],
    sizes: Sequence[float],
) -> dict[int, float]:
    """Known row → likeness: the weight of the words in common, twice, by the weight of both (Dice)."""
    common: dict[int, float] = defaultdict(float)
    for word in words:
        if word in postings:
            worth = weight[word]
            for index in postings[word]:
                common[index] += worth
    size = sum(weight.get(word, 0.0) for word in words)
    best: dict[int, float] = {}
    for index, shared in common.items():
        known_0 = variants[index][0]
        # Rounded, because sums of fractions differ by the order of the words, and that differs from one start to the next.
        best[known_0] = max(best.get(known_0, 0.0), round(2 * shared / (size + sizes[index]), 9))
    return best


def _same(words1: frozenset[str], words2: frozenset[str]) -> bool:
    if words1 == words2:
        return True
    return bool(words1 and words2) and 2 * len(words1 & words2) / (len(words1) + len(words2)) >= 0.6
