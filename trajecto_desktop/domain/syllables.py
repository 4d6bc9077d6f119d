"""Where a long Dutch word may be broken at the end of a line: between the parts of a compound and between syllables.

A guess that reads well, not a dictionary: it serves narrow columns on screen and never touches a text.
Source of the rule: the longest legal onset starts the next syllable (Woordenlijst Nederlandse Taal, Leidraad 14, in outline).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
LONG = 11
"""Letters from which on a word is broken."""
_LEAST_BEFORE, _LEAST_AFTER = 3, 3

_PARTS = """
    aanbod aanvullend begeleiding bepalingen beslissing competentie context cultuur decreet dienst diensten
    dienstverlening doel doelgroep gezins gezondheids hulp hulpverlening informatie jeugd jongeren kennis kern kinder levens
    leef maat onderwijs organisatie ondersteuning ondersteunings ondersteuner ondersteunend opvoeding opvoedings overleg
    partner persoons preventie principes proces recht rechten regie rol samen samenleving samenwerking samenwerkings sociaal
    sociale toegankelijk traject trajecten verband vertrouwen vertrouwens versterkend vorm vormen werk werker werking
    werkings welzijn welzijns zelf zorg
"""
"""Words that compounds of this field are made of; between them a word breaks first."""
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_LINKED = re.compile(r"(?:ing|heid|teit|schap)s(?=[^\Waeiou_]|o)")
"""The s between the parts of a compound; it ends a part."""
_PREFIX = re.compile(r"(?:ver|her|ont|mis|aan|door|over|onder|inter)(?=[aeiou])")
"""Before a vowel a prefix keeps its consonant."""
_VOWELS = frozenset("aeiouyáéíóúàèìòùâêîôûäëïöü")
_DIGRAPHS = ("aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "au", "ou", "aai", "ooi", "oei", "eeu", "ieu")
_ONSETS = frozenset(
    """
    b c d f g h j k l m n p q r s t v w x z bl br ch chr cl cr dr dw fl fr gl gr kl kn kr kw pl pr ps sc sch schr sj sl sm sn
    sp spl spr st str th tr vl vr wr zw
    """.split()  # noqa: SIM905 - a list of forty strings reads worse
)


def hyphenated(text: str) -> str:
    """The text with soft hyphens in its long words, at the places where `breaks` allows them."""
    return _WORD.sub(lambda found: _join(found.group()), text) if len(text) >= LONG else text


@lru_cache(maxsize=4096)
def _join(word: str) -> str:
    at = (0, *breaks(word), len(word))
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(at))


def breaks(word: str) -> tuple[int, ...]:
    """Where a word may be broken, as 0-based places of the letters that begin a line."""
    lower = word.casefold()
    if len(lower) != len(word):
        # A letter that folds to two would shift what follows.
        return ()
    found: set[int] = set()
    found |= {match.end() for match in _LINKED.finditer(lower)}
    prefix = _PREFIX.match(lower)
    if prefix is not None:
        found.add(prefix.end())
    for start, end in _parts(lower, found):
        found |= {start, end}
        found |= {start + at for at in _syllables(lower[start:end])}
    return tuple(sorted(at for at in found if _LEAST_BEFORE <= at <= len(word) - _LEAST_AFTER))


def _parts(word: str, borders: set[int]) -> list[tuple[int, int]]:
    """Start and end of the parts of a compound: at these borders, known ones, and what stands between them."""
    parts, start, at = [], 0, 0
    while at < len(word):
        if at in borders and at > start:
            parts.append((start, at))
            start = at
        end = next((at + n for n in range(len(word) - at, 3, -1) if word[at : at + n] in _KNOWN), 0)
        if end and (at == start or at - start >= _LEAST_BEFORE):
            if at > start:
                parts.append((start, at))
            parts.append((at, end))
            start = at = end
        else:
            at += 1
    if start < len(word):
        parts.append((start, len(word)))
    return _joined_endings(parts)


def _joined_endings(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A rest of one or two letters, such as an ending, belongs to the part before it."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and end - start < _LEAST_AFTER:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _syllables(part: str) -> list[int]:
    """Where the syllables after the first one begin."""
    found = []
    nuclei = _nuclei(part)
    for (_, before), (after, _) in pairwise(nuclei):
        between = part[before:after]
        onset = next((n for n in range(len(between)) if between[n:] in _ONSETS), len(between))
        found.append(before + onset)
    return found


def _nuclei(part: str) -> list[tuple[int, int]]:
    """Start and end of each group of vowels that is one sound."""
    found, at = [], 0
    while at < len(part):
        if part[at] in _VOWELS:
            length = next((n for n in (3, 2) if part[at : at + n] in _DIGRAPHS), 1)
            found.append((at, at + length))
            at += length
        elif part[at : at + 2] == "qu":
            at += 2
        else:
            at += 1
    return found


_KNOWN = frozenset(_PARTS.split())
