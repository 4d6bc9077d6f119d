"""Feedback as words that a person would also write in a comment, and the way back.

Here: `[vraag] Jan Peeters (OCMW Gent): …`, `Status: verwerkt`, `Niet weerhouden: reden`. So kind and status outlive a
program that knows only plain comments. Not here: threads and notes (`excel.annotations`). Imports `domain.feedback`.
"""

from __future__ import annotations

import re

from ..values import dataclass
from .feedback import Annotation, Kind, Status

_KINDS = "|".join(kind.value for kind in Kind)
_MARKED = re.compile(rf"\s*\[(?P<kind>{_KINDS})\]\s*(?P<rest>.*)\Z", re.IGNORECASE | re.DOTALL)
_LOOSE = re.compile(rf"\s*(?P<kind>{_KINDS})\s*:\s*(?P<rest>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(
    r"(?P<author>[^:(\n]{1,80}?)(?: \((?P<organisation>[^:()\n]{1,120})\))?: ?(?P<text>.*)\Z", re.DOTALL
)
_STATUS = re.compile(
    rf"\s*(?P<head>status(?: (?P<kind>{_KINDS})(?: (?P<nth>\d+))? van (?P<author>[^:\n]+?))?\s*:\s*)?"
    r"(?P<status>open|verwerkt|niet weerhouden)\b\s*(?:[:–-]\s*(?P<reason>\S.*?)|\.)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_KIND_GIVEN = re.compile(rf"\s*soort\s*:\s*(?P<kind>{_KINDS})\s*\.?\s*\Z", re.IGNORECASE)
_ADDRESSED = re.compile(r"@(?P<author>[^:\n@]+?)(?: (?P<nth>\d+))?: (?P<text>.*)\Z", re.DOTALL)


_NOBODY = frozenset(
    {"", "author", "auteur", "none", "unknown", "unknown author", "onbekend", "onbekende auteur", "user", "gebruiker",
     "microsoft office user", "openpyxl", "anonymous", "anoniem", "apache poi", "xlsxwriter"}
)  # fmt: skip


def real_name(name: str) -> str:
    """The name, or nothing where a program put a word that stands for nobody in its place."""
    clean = " ".join(name.split())
    return "" if clean.casefold() in _NOBODY else clean


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """What the words of a remark say; `marked` when they begin with a kind between square brackets."""

    kind: Kind
    author: str
    organisation: str
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What the words of an answer say of a remark; `kind`, `author` and `nth` point at one of several in a thread."""

    status: Status
    reason: str = ""
    kind: Kind | None = None
    author: str = ""
    nth: int = 1


def clean_name(name: str) -> str:
    """A name as it can stand before the colon of a remark: on one line, without `:` and parentheses."""
    name = re.sub(r"[:\s]+", " ", name)
    return name.replace("(", "[").replace(")", "]").strip()


def remark_words(annotation: Annotation) -> str:
    """The words of a remark: `[vraag] Jan Peeters (OCMW Gent): …`."""
    who = clean_name(annotation.author)
    organisation = clean_name(annotation.organisation)
    who += f" ({organisation})" if organisation else ""
    return (
        f"[{annotation.kind.value}] {who}: {annotation.text}" if who else f"[{annotation.kind.value}] {annotation.text}"
    )


def read_remark(words: str, author: str) -> RemarkWords:
    """What a remark says; one without marks is an `opmerking` of the person under whose name it stands."""
    marked = _MARKED.match(words)
    if marked is not None:
        kind, rest = Kind(marked["kind"].lower()), marked["rest"]
        named = _NAMED.match(rest)
        if named is not None and (not author or _same_name(named["author"], author) or named["organisation"]):
            return RemarkWords(kind, named["author"].strip(), named["organisation"] or "", named["text"], True)
        return RemarkWords(kind, author, "", rest, True)
    loose = _LOOSE.match(words)
    if loose is not None:
        return RemarkWords(Kind(loose["kind"].lower()), author, "", loose["rest"], False)
    return RemarkWords(Kind.REMARK, author, "", words, False)


def _same_name(one: str, other: str) -> bool:
    return clean_name(one).casefold() == clean_name(other).casefold()


def is_marked(words: str) -> bool:
    """Whether words begin a remark of their own: with a kind between square brackets."""
    return _MARKED.match(words) is not None


def status_words(annotation: Annotation, nth: int = 0) -> str:
    """The answer that says what was done with a remark.

    Args:
        annotation: the remark with its status.
        nth: the how manieth of this kind and author in its thread, when the thread holds other remarks too; 0: it is alone.
    """
    which = f" {annotation.kind.value}" + (f" {nth}" if nth > 1 else "") + f" van {clean_name(annotation.author)}"
    reason = f": {annotation.reason}" if annotation.reason else ""
    if nth or not reason or annotation.status is Status.OPEN:
        return f"Status{which if nth else ''}: {annotation.status.value}{reason}"
    return f"{annotation.status.value.capitalize()}{reason}"


def read_status(words: str) -> StatusWords | None:
    """What an answer says of the status, or nothing when it is an answer like any other."""
    match = _STATUS.match(words)
    if match is None:
        return None
    status = Status(match["status"].lower())
    if status is Status.OPEN and not match["head"]:
        return None
    kind = Kind(match["kind"].lower()) if match["kind"] else None
    return StatusWords(status, match["reason"] or "", kind, match["author"] or "", int(match["nth"] or 1))


def kind_words(kind: Kind) -> str:
    """The answer that gives somebody else's unmarked remark its kind."""
    return f"Soort: {kind.value}"


def read_kind(words: str) -> Kind | None:
    """The kind that an answer gives to a remark, or nothing."""
    match = _KIND_GIVEN.match(words)
    return Kind(match["kind"].lower()) if match else None


def addressed(text: str, author: str, nth: int) -> str:
    """The words of an answer to a remark that is not the last one in its thread."""
    return f"@{clean_name(author)}{f' {nth}' if nth > 1 else ''}: {text}"


def read_address(words: str) -> tuple[str, int, str] | None:
    """(author, how manieth of that author, text) of an addressed answer, or nothing."""
    match = _ADDRESSED.match(words)
    return (match["author"], int(match["nth"] or 1), match["text"]) if match else None
