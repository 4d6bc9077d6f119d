"""References to the decree and its memorie van toelichting, as the team writes them in front of a wording.

Here: reading them into one form, taking them off a text. Not here: what an article says. Imports nothing of ours.
"""

from __future__ import annotations

import re

from ..values import dataclass

# The first character is taken by a set, so that the search skips quickly to where a reference can begin.
_ARTICLE = (
    r"(?<=[Aa])(?<![A-Za-z][Aa])(?:rt\.?|(?<=A)rtikel)\s*(?P<article>\d{1,3}(?:bis|ter|quater)?)\b"
    r"(?:[\s.:,;>…/]*(?P<point>\d{1,2})\s*°(?:\s*,?\s*(?P<letter>[a-z])\))?)?"
)
_MEMORIE = (
    r"(?<=[Mm])(?<![A-Za-z][Mm])em(?:orie(?:\s+van\s+toelichting)?|\.)?[\s.,:;]*(?:\(?(?:19|20)\d\d\)?[\s.,:;]*)?"
    r"(?:blz|pag(?:ina)?|pg|p)\s*\.?\s*(?P<page>\d{1,3})(?:\s*[-–]\s*(?P<last>\d{1,3}))?\b"
)
_POINT = r"(?<=\d)(?<![\d.]\d)(?P<second>\d?)\s*°(?:\s*,?\s*(?P<loose_letter>[a-z])\))?"
_REFERENCE = re.compile(f"(?P<first>[AaMm0-9])(?:{_ARTICLE}|{_MEMORIE}|{_POINT})")
_MARK = re.compile(r"(?<![A-Za-z])(?:Art\b\.?(?!\w)|Mem\b\.?(?!\w))")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER = re.compile(r"[\s.:,;]*")


@dataclass(frozen=True, slots=True)
class ParsedReferences:
    """What a text refers to."""

    references: tuple[str, ...]
    """In reading order, each once: `Art. 12, 3°`, `Art. 15, 1°, a)`, `Mem., p. 23-24`."""
    unreadable: tuple[str, ...] = ()
    """Stretches that begin like a reference and are none: an article without number, a point without article."""


def parse_references(text: str) -> tuple[str, ...]:
    """The references in a wording, in reading order and in one form, each once.

    `Art 12: 6°`, `Art.23:`, `Art. 15:: 2°`, `Mem.p .24`, `Memorie 2024, p.21` and the like are read; a point (`1°`) that
    comes later in the text belongs to the article before it.
    """
    return _found(text)[0]


def read_references(text: str) -> ParsedReferences:
    """The references in a wording, and what looks like one but cannot be read."""
    found, unreadable = _found(text)
    rest = _REFERENCE.sub(" ", text)
    unreadable += [rest[mark.start() : mark.start() + 20].strip() for mark in _MARK.finditer(rest)]
    return ParsedReferences(found, tuple(unreadable))


def _found(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The references, and points that belong to no article."""
    if "°" not in text and "rt" not in text and "em" not in text:
        return (), []
    found: dict[str, None] = {}
    unreadable: list[str] = []
    article = ""
    for match in _REFERENCE.finditer(text):
        if match["article"]:
            article = f"Art. {match['article']}"
            found[_with_point(article, match["point"], match["letter"])] = None
        elif match["page"]:
            article = ""
            found["Mem., p. " + "-".join(filter(None, (match["page"], match["last"])))] = None
        elif article:
            # "Art. 17. De actoren … > 1° …": the article itself was only the way to its point.
            if next(reversed(found)) == article:
                del found[article]
            found[_with_point(article, match["first"] + match["second"], match["loose_letter"])] = None
        else:
            unreadable.append(match[0])
    return tuple(found), unreadable


def _with_point(article: str, point: str | None, letter: str | None) -> str:
    return article + (f", {point}°" if point else "") + (f", {letter})" if letter else "")


def loose_references(text: str) -> list[tuple[int, str, str]]:
    """References that can be read and are written otherwise than `Art. 12: 3°` and `Mem., p. 22`: start, as it is, as it should be.

    What stands between article and point stays where it says something (`Art. 17. … 1°`), and so does a word written in full.
    """
    if "°" not in text and "rt" not in text and "em" not in text:
        return []
    found = []
    for match in _REFERENCE.finditer(text):
        better = _tidy_article(match) if match["article"] else _tidy_memorie(match) if match["page"] else match[0]
        if better != match[0]:
            found.append((match.start(), match[0], better))
    return found


def tidied_references(text: str) -> str:
    """The text with its references in the usual form."""
    for start, old, new in reversed(loose_references(text)):
        text = text[:start] + new + text[start + len(old) :]
    return text


def _tidy_article(match: re.Match[str]) -> str:
    if match[0][:7].casefold() == "artikel":
        return match[0]
    head = f"Art. {match['article']}"
    if not match["point"]:
        return head + match[0][match.end("article") - match.start() :]
    between = match[0][match.end("article") - match.start() : match.start("point") - match.start()]
    if between not in (": ", ", ") and not between.strip(" \t\xa0.:,;") and ".." not in between:
        between = ": "
    letter = f", {match['letter']})" if match["letter"] else ""
    return f"{head}{between}{match['point']}°{letter}"


def _tidy_memorie(match: re.Match[str]) -> str:
    start = match[0].casefold()
    if start.startswith("memorie") or _YEAR.search(match[0]) or "blz" in start or "pag" in start:
        return match[0]
    return "Mem., p. " + "-".join(filter(None, (match["page"], match["last"])))


def without_references(text: str) -> str:
    """The text with its references, and the punctuation that follows them, replaced by a space."""
    if _DIGIT.search(text) is None:
        return text
    pieces = []
    end = 0
    for match in _REFERENCE.finditer(text):
        pieces.append(text[end : match.start()])
        after = _AFTER.match(text, match.end())
        end = after.end() if after else match.end()
    pieces.append(text[end:])
    return " ".join(pieces)
