"""Judge the spelling of words with a dictionary of this computer, and propose what may have been meant.

Here: one dictionary in memory. Reading it takes seconds and so does proposing in the library's own way, so this runs in a
process of its own (`spelling_process`), and proposals are sought in ways that end in time.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path

from spylls.hunspell import Dictionary
from spylls.hunspell.algo.capitalization import Type
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import BaseReader

PROPOSALS = 6
_TIME_S = 1.5
_LETTERS = "enatirodslgvhkmubpwjczfyxqéëèï"
"""In the order of how often Dutch has them."""
_LEAST_PART = 3


class _Text(BaseReader):  # type: ignore[misc]
    """A file as the library reads it; its own reader leaves the file open."""

    def __init__(self, path: Path, encoding: str = "Windows-1252") -> None:
        self._data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        super().__init__(self._opened(encoding))

    def reset_encoding(self, encoding: str) -> None:
        """Read on in another encoding: the file itself says which one, in its first lines."""
        self.reset_io(self._opened(encoding))

    def _opened(self, encoding: str) -> io.StringIO:
        # Some dictionaries have single bytes as flags that their encoding does not know.
        return io.StringIO(self._data.decode(encoding, "surrogateescape"), newline=None)


class Speller:
    """A dictionary.

    Args:
        path: of the dictionary, without `.aff` and `.dic`.

    Raises:
        OSError: a file cannot be read.
        Exception: any other, from the library, when the files are no dictionary.
    """

    def __init__(self, path: Path) -> None:
        rules, context = read_aff(_Text(path.with_name(path.name + ".aff")))
        words = read_dic(_Text(path.with_name(path.name + ".dic"), context.encoding), aff=rules, context=context)
        self._dictionary = Dictionary(rules, words)
        self._stems = self._dictionary.dic.index

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right, also as a compound of words."""
        plain = word.replace("’", "'").replace("‑", "-")
        try:
            return bool(self._dictionary.lookup(plain))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
            # The library stumbles over a word, which is no fault of the word.
            return True

    def propose(self, word: str, near: Iterable[str] = (), seconds: float = _TIME_S) -> list[str]:
        """What may have been meant, the likeliest first; at most `PROPOSALS`.

        Args:
            word: as it stands in the text.
            near: words of the file and the person that no dictionary has.
            seconds: after which it proposes what was found until then.
        """
        until = time.monotonic() + seconds
        lower = word.replace("’", "'").replace("‑", "-").lower()
        found: dict[str, float] = {}
        for candidate in get_close_matches(lower, [each for each in near if each != lower], PROPOSALS, 0.82):
            found[candidate] = _likeness(lower, candidate) + 0.02
        once = list(dict.fromkeys(_one_edit(lower)))
        # Words that are in the dictionary as they are or with an ending are found at once; compounds take longer.
        found.update((each, _likeness(lower, each)) for each in once if each not in found and self._is_simple(each))
        found.update(dict.fromkeys(_splits(lower, self._is_simple), 0.8))
        if len(found) < PROPOSALS // 2:
            found.update(self._compounds(lower, once, until))
        if not found:
            found.update((each, _likeness(lower, each)) for each in self._two_edits(once, until))
        best = sorted(found, key=lambda each: -found[each])[:PROPOSALS]
        return list(dict.fromkeys(self._as_written(each, word) for each in best))

    def _compounds(self, lower: str, candidates: Iterable[str], until: float) -> Iterator[tuple[str, float]]:
        found = 0
        for candidate in candidates:
            if time.monotonic() > until or found == PROPOSALS // 2:
                return
            if self.knows(candidate):
                found += 1
                yield candidate, _likeness(lower, candidate)

    def _two_edits(self, once: Iterable[str], until: float) -> Iterator[str]:
        for candidate in once:
            if time.monotonic() > until:
                return
            yield from (each for each in _one_edit(candidate) if each in self._stems and self._is_simple(each))

    def _is_simple(self, word: str) -> bool:
        """Whether the dictionary has it without putting words together."""
        if len(word) < 2:
            return False
        lookup = self._dictionary.lookuper
        return any(lookup.affix_forms(word, captype=Type.NO, allow_nosuggest=False))

    def _as_written(self, candidate: str, word: str) -> str:
        """With the capital that the word has; a name keeps its own."""
        if word[:1].isupper():
            return candidate[:1].upper() + candidate[1:]
        return candidate


def _likeness(one: str, other: str) -> float:
    """About 0 to 1; words of the same letters, and words that begin and end alike, are likelier meant."""
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    same = sorted(one) == sorted(other)
    return ratio + 0.15 * same + 0.03 * (one[:2] == other[:2]) + 0.02 * (one[-2:] == other[-2:])


def _one_edit(word: str) -> Iterator[str]:
    """Every word with one letter too many, too few, another or two changed places; the likeliest slips first."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1:] for head, tail in cuts if tail)
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    yield from (head + tail[0] + tail for head, tail in cuts if tail)
    yield from (head + letter + tail for letter in _LETTERS for head, tail in cuts)
    yield from (head + letter + tail[1:] for letter in _LETTERS for head, tail in cuts if tail)


def _splits(word: str, is_right: Callable[[str], bool]) -> Iterator[str]:
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        if is_right(word[:at]) and is_right(word[at:]):
            yield f"{word[:at]} {word[at:]}"
