"""The filter language: free words and questions that begin with a slash, such as `/leeg /art 12 netwerk`.

Here: reading a filter and saying whether a row fits. Not here: fields and tables. All conditions must hold; case and accents make
no difference. A question may be shortened as long as it is clear which one is meant. Imports the value modules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from ..values import dataclass
from .characteristic import Characteristic
from .colour import ADDITIONAL, NO_PROVISION, NOT_PARALLEL, PARALLEL, PARTIAL, UNCLEAR
from .fiche import Entry, WorkState
from .text import RichText, RunRole


@dataclass(frozen=True, slots=True)
class Subject:
    """One row that a filter is asked about."""

    form: str
    characteristic: Characteristic
    entry: Entry
    deviates: bool = False
    """Whether a finding stands on it: a drifted colour, sheets that disagree."""
    asked: bool = False
    """Whether feedback is asked on it, in a copy that was sent in a round."""


Test = Callable[[Subject], bool]

_CODES = {
    "parallel": PARALLEL,
    "gedeeltelijk": PARTIAL,
    "niet": NOT_PARALLEL,
    "onduidelijk": UNCLEAR,
    "geenbepalingen": NO_PROVISION,
    "aanvullend": ADDITIONAL,
}


def _has_role(text: RichText, role: RunRole) -> bool:
    return any(run.role is role for run in text.runs)


_QUESTIONS: dict[str, Test] = {
    "leeg": lambda s: s.entry.code is None and not s.entry.filled,
    "ingevuld": lambda s: s.entry.filled,
    "zonderkleur": lambda s: s.entry.filled and s.entry.code is None,
    "zondertekst": lambda s: s.entry.code is not None and not s.entry.filled,
    "feedback": lambda s: bool(s.entry.annotations),
    "open": lambda s: s.entry.open_annotations > 0,
    "gevraagd": lambda s: s.asked,
    "afwijkend": lambda s: s.deviates or s.entry.shade is not None,
    "onbekend": lambda s: s.entry.code is None and s.entry.shade is not None,
    "arcering": lambda s: s.entry.hatched,
    "opmerking": lambda s: _has_role(s.entry.text, RunRole.REMARK),
    "paars": lambda s: _has_role(s.entry.text, RunRole.COMPLETENESS),
    "tedoen": lambda s: s.entry.progress.state is WorkState.TO_DO,
    "inbewerking": lambda s: s.entry.progress.state is WorkState.IN_PROGRESS,
    "nagelezen": lambda s: s.entry.progress.state is WorkState.REVIEWED,
    "kort": lambda s: s.entry.short_text is not None,
}

_ENGLISH = {
    "empty": "leeg",
    "filled": "ingevuld",
    "nocolour": "zonderkleur",
    "notext": "zondertekst",
    "deviating": "afwijkend",
    "asked": "gevraagd",
    "hatched": "arcering",
    "remark": "opmerking",
    "purple": "paars",
    "unknown": "onbekend",
    "todo": "tedoen",
    "inprogress": "inbewerking",
    "reviewed": "nagelezen",
    "short": "kort",
    "partial": "gedeeltelijk",
    "notparallel": "niet",
    "unclear": "onduidelijk",
    "noprovision": "geenbepalingen",
    "additional": "aanvullend",
    "form": "vorm",
    "group": "rubriek",
}
_OTHER_NAMES = {
    "gearceerd": "arcering",
    "gearceerde": "arcering",
    "opmerkingen": "opmerking",
    "deels": "gedeeltelijk",
    "gedeeltelijkparallel": "gedeeltelijk",
    "nietparallel": "niet",
    "geeninformatie": "onduidelijk",
    "nietingevuld": "leeg",
    "verkort": "kort",
    "terzijde": "paars",
    "volledigheid": "paars",
    "article": "art",
    "artikel": "art",
    "memorie": "mem",
    "page": "mem",
    "unknowncolour": "onbekend",
    "hatching": "arcering",
}
"""Further words that people try."""
_CODE = "code"
_REFERENCES = ("art", "mem")
_WITH_WORDS = (*_REFERENCES, _CODE, "vorm", "rubriek")

QUESTIONS = (*_QUESTIONS, *_CODES, *_WITH_WORDS)
"""The Dutch names of all questions, as they follow the slash."""
ENGLISH_QUESTIONS = tuple(
    next((english for english, dutch in _ENGLISH.items() if dutch == name), name) for name in QUESTIONS
)
"""The English names, in the same order."""


@dataclass(frozen=True, slots=True)
class Query:
    """A filter that was read."""

    tests: tuple[Test, ...] = ()
    unknown: tuple[str, ...] = ()
    """Questions that were not understood; they filter nothing."""
    questions: tuple[str, ...] = ()
    """The Dutch names of those that were."""

    def __bool__(self) -> bool:
        """Whether it filters anything."""
        return bool(self.tests)

    def fits(self, subject: Subject) -> bool:
        """Whether a row fits."""
        for test in self.tests:  # noqa: SIM110 - asked of each row at each letter; a generator takes as long as the test
            if not test(subject):
                return False
        return True


def parse_query(text: str) -> Query:
    """Read a filter: words, "words that stand together", `/questions`; a minus sign in front turns one round."""
    tests: list[Test] = []
    unknown, asked = list[str](), list[str]()
    tokens = [Token(bool(found["minus"]), found["slash"] or "", _text_of(found)) for found in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if not token.slash:
            # A sign alone is the beginning of something.
            if token.text and token.text not in ("-", "!"):
                tests.append(_turned(_contains(folded(token.text)), token.minus))
            continue
        name, used = _question(token, tokens[at:])
        at += used
        taken = _arguments(name, tokens[at:])
        at += len(taken)
        test = _test(name, [each.text for each in taken])
        if test is not None:
            tests.append(_turned(test, token.minus))
            asked += [] if name is None else [name]
        elif name is None and token.text:
            unknown.append("/" + token.text)
    return Query(tuple(tests), tuple(unknown), tuple(asked))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, words in quotes, or a question, as written."""

    minus: bool
    slash: str
    text: str
    """Without quotes and slash."""


_TOKEN = re.compile(
    r"(?P<minus>[-!](?=[/\"“”„‘'\w]))?(?:"
    r"(?P<slash>/)(?P<name>[^\s/]*)|[\"“”„](?P<quoted>[^\"“”„]*)[\"“”„]?|[‘](?P<single>[^’]*)[’]?|(?P<word>[^\s/][^\s]*))"
)
_PART_OF_REFERENCE = re.compile(r"(?:p|blz|pag)\.?|\d[\d°,.;:)-]*|[a-z]\)")
_MOST_WORDS_OF_A_NAME = 3


def _text_of(found: re.Match[str]) -> str:
    return next((part for part in found.group("name", "quoted", "single", "word") if part is not None), "").strip()


def _turned(test: Test, minus: bool) -> Test:
    return (lambda subject: not test(subject)) if minus else test


def _question(token: Token, following: list[Token]) -> tuple[str | None, int]:
    """The question a token asks, and how many of the following words belong to its name (`/te doen`, `/in bewerking`)."""
    words = [token.text]
    for each in following[: _MOST_WORDS_OF_A_NAME - 1]:
        if each.slash or each.minus:
            break
        words.append(each.text)
    for used in range(len(words) - 1, 0, -1):
        name = _named_exactly("".join(words[: used + 1]))
        if name is not None:
            return name, used
    return question_named(token.text), 0


def _named_exactly(word: str) -> str | None:
    wanted = folded(word).replace("-", "")
    return wanted if wanted in QUESTIONS else _ENGLISH.get(wanted) or _OTHER_NAMES.get(wanted)


def question_named(word: str) -> str | None:
    """The Dutch name of the question that a (shortened) word means, or nothing when none or several begin so."""
    wanted = folded(word).replace("-", "")
    if not wanted:
        return None
    exact = _named_exactly(word)
    if exact is not None:
        return exact
    meant = {name for name in QUESTIONS if name.startswith(wanted)}
    meant |= {dutch for english, dutch in _ENGLISH.items() if english.startswith(wanted)}
    if not meant:
        meant = {dutch for other, dutch in _OTHER_NAMES.items() if other.startswith(wanted)}
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Lower case, without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _arguments(name: str | None, following: list[Token]) -> list[Token]:
    """The words that belong to a question: a number, or words up to the next question; words in quotes are enough by themselves."""
    taken: list[Token] = []
    for token in following if name in _WITH_WORDS else ():
        if token.slash or token.minus:
            break
        if name in _REFERENCES and not (_PART_OF_REFERENCE.fullmatch(token.text.lower()) and len(taken) < 3):
            break
        if name == _CODE and taken:
            break
        taken.append(token)
        if " " in token.text:
            break
    return taken


def _test(name: str | None, arguments: list[str]) -> Test | None:
    if name is None:
        return None
    if name in _CODES:
        code = _CODES[name]
        return lambda subject: subject.entry.code == code
    if name in _QUESTIONS:
        return _QUESTIONS[name]
    if name in _REFERENCES:
        return _refers(name, " ".join(arguments))
    words = [folded(word) for word in arguments]
    if name == _CODE:
        return lambda subject: (
            all(word in folded(subject.entry.code or "") for word in words) and bool(subject.entry.code)
        )
    if name == "vorm":
        return lambda subject: all(word in folded(subject.form) for word in words)
    return lambda subject: all(word in folded(subject.characteristic.group) for word in words)


def _refers(kind: str, number: str) -> Test:
    """`/art 12` finds `Art. 12` and `Art. 12, 3°`; `/art 12,3` the latter only."""
    wanted = re.findall(r"\d+", number)
    letters = re.findall(r"([a-z])\)", number.casefold())

    def test(subject: Subject) -> bool:
        for reference in subject.characteristic.references:
            if not reference.casefold().startswith(kind):
                continue
            numbers = re.findall(r"\d+", reference)
            # A page lies among the pages that are named: 24 in 23-24.
            among = kind == "mem" and len(wanted) == 1 and int(numbers[0]) <= int(wanted[0]) <= int(numbers[-1])
            if among or (numbers[: len(wanted)] == wanted and all(f"{letter})" in reference for letter in letters)):
                return True
        return False

    return test


def _contains(word: str) -> Test:
    def test(subject: Subject) -> bool:
        row, entry = subject.characteristic, subject.entry
        # Loops, no generators: a letter in a large file asks this of some thousand rows before anything is painted.
        for text in (row.adapted, entry.text, row.decree, entry.short_text, entry.remarks, entry.sources):
            if text is not None and text.runs and word in folded(text.plain):
                return True
        if word in folded(row.group):
            return True
        return bool(entry.annotations) and any(
            word in folded(f"{each.author} {each.text}") for each in entry.annotations
        )

    return test
