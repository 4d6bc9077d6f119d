"""Words compared and merged: what became different in a text, and three versions brought into one.

Here: differences and merges by word. Not here: the merge of whole entries (`document.merge`) or of returned copies
(`services.collect_feedback`). Imports nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from ..values import dataclass

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of text that stayed, came, went or was replaced; a stretch that stayed has `before` equal to `after`."""

    before: str
    after: str

    @property
    def stayed(self) -> bool:
        """Whether nothing changed here."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class _Edit:
    """Tokens `start` to `end` (0-based, end excluded) of the base become `new`."""

    start: int
    end: int
    new: tuple[str, ...]


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The text as words, single white-space characters and single signs; joined they are the text."""
    return tuple(_TOKEN.findall(text))


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """How one text became another, by word, in reading order. Cost: quadratic in the number of words at worst."""
    old, position = words_of(before), 0
    changes: list[WordChange] = []
    for edit in _edits(before, after):
        if edit.start > position:
            same = "".join(old[position : edit.start])
            changes.append(WordChange(same, same))
        changes.append(WordChange("".join(old[edit.start : edit.end]), "".join(edit.new)))
        position = edit.end
    if position < len(old):
        rest = "".join(old[position:])
        changes.append(WordChange(rest, rest))
    return tuple(changes)


@lru_cache(maxsize=1024)
def _edits(before: str, after: str) -> tuple[_Edit, ...]:
    old, new = words_of(before), words_of(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(_Edit(i1, i2, new[j1:j2]) for tag, i1, i2, j1, j2 in codes if tag != "equal")


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' changes of words in one text; nothing when they touch the same words differently.

    Changes that touch each other without white space or an unchanged word between them count as the same place: nobody can
    tell in which order they were meant.
    """
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    mine, other = _edits(base, ours), _edits(base, theirs)
    edits = sorted({*mine, *other}, key=lambda edit: (edit.start, edit.end))
    for first, second in pairwise(edits):
        if second.start <= first.end:
            return None
    return _applied(base, edits)


def _applied(base: str, edits: Iterable[_Edit]) -> str:
    old, position = words_of(base), 0
    pieces: list[str] = []
    for edit in edits:
        pieces += [*old[position : edit.start], *edit.new]
        position = edit.end
    return "".join([*pieces, *old[position:]])


def merge_all(base: str, versions: Iterable[str]) -> str | None:
    """All versions' changes in one text; nothing when two of them touch the same words differently."""
    merged: str | None = base
    done: list[str] = []
    for version in dict.fromkeys(versions):
        if any(merge_words(base, other, version) is None for other in done):
            return None
        done.append(version)
    edits = {edit for version in done for edit in _edits(base, version)}
    if done:
        merged = _applied(base, sorted(edits, key=lambda edit: (edit.start, edit.end)))
    return merged


def clashing_groups(base: str, versions: Iterable[str]) -> list[tuple[str, ...]]:
    """The distinct versions in groups: those that cannot be merged stand together, one that clashes with none alone."""
    distinct = list(dict.fromkeys(version for version in versions if version != base))
    groups: list[list[str]] = []
    for version in distinct:
        hit = [group for group in groups if any(merge_words(base, other, version) is None for other in group)]
        joined = [version]
        for group in hit:
            joined = [*group, *joined]
            groups.remove(group)
        groups.append(joined)
    return [tuple(group) for group in groups]
