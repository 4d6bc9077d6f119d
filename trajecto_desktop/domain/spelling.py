"""Which stretches of a text are words whose spelling can be judged, and which words the file itself makes known.

Here: words and where they stand. Not here: whether a word is right (`services.check_spelling`), the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .characteristic import Characteristic

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-‑.][^\W\d_]+)*", re.UNICODE)
_SAYS_NO_WORD = re.compile(r"[\d@_/\\]|://|www\.", re.IGNORECASE)
"""A stretch without a blank that holds one of these is a number, an address, a path: not a matter of spelling."""
_LONGEST = 60
"""Characters; nothing longer is a word, and looking for its parts would take long."""


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word and where it starts in its text, in characters (0-based)."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends: one past its last character."""
        return self.start + len(self.text)


def words_of(text: str) -> Iterator[SpelledWord]:
    """The words of a text whose spelling can be judged, in order.

    Left out are abbreviations in capitals (`OCMW`, `TO's`), single letters, and what holds digits or looks like an address.
    An alternation with a slash (`en/of`) is looked at word by word.
    """
    for token in _TOKEN.finditer(text):
        for part in _parts(token[0]):
            if _SAYS_NO_WORD.search(part[1]):
                continue
            for found in _WORD.finditer(part[1]):
                word = found[0]
                if 1 < len(word) <= _LONGEST and not _is_abbreviation(word):
                    yield SpelledWord(token.start() + part[0] + found.start(), word)


def _parts(token: str) -> Iterator[tuple[int, str]]:
    """The token, or the words between its slashes when it is an alternation of plain words."""
    pieces = token.split("/")
    if len(pieces) == 1 or not all(re.fullmatch(r"\W*[^\W\d_]+(?:-[^\W\d_]*)?\W*", piece) for piece in pieces):
        yield 0, token
        return
    start = 0
    for piece in pieces:
        yield start, piece
        start += len(piece) + 1


def _is_abbreviation(word: str) -> bool:
    """Whether it has capitals in other places than at its beginning (`VAPH`, `KOALA's`), or points (`i.o.v`)."""
    return any(letter.isupper() for part in re.split(r"['’\-‑]", word) for letter in part[1:]) or "." in word


def known_words(form_names: Iterable[str], characteristics: Iterable[Characteristic]) -> frozenset[str]:
    """The words that the file itself makes known: in names of forms, headings of groups and the text of decree and memorie."""
    texts = [*form_names]
    for each in characteristics:
        texts += [each.group, each.decree.plain]
    known = (word.text for text in dict.fromkeys(texts) for word in words_of(text))
    return frozenset(folded(word) for word in known)


def folded(word: str) -> str:
    """A word as it is compared: without regard to capitals and to the kind of apostrophe or hyphen."""
    return word.replace("’", "'").replace("‑", "-").casefold()
