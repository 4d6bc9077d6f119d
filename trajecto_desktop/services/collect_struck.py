"""Words that somebody put a line through in a returned copy: a proposal to take them out.

Here: what is left of a text without them. Not here: which texts differ (`collect_cells`, `collect_structure`). A program that
drops formats takes such lines away, but none puts them there: that is a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain.text import RichText

_LEANS_LEFT = ".,;:!?)]}…"
"""What stands against the word before it."""
_ENDS = re.compile(r"[ \t]+$")
_BEGINS = re.compile(r"^[ \t]+")


def kept_words(was: RichText, now: RichText, *, whole: tuple[bool, bool] = (False, False)) -> str | None:
    """The text without the words that are struck through now and were not before; nothing when there are none.

    Args:
        was: the text as it was sent.
        now: the text in the copy.
        whole: whether the cell's own format has the line, in the sent version and in the copy.
    """
    if not any(run.style.strike or (whole[1] and not run.source) for run in now.runs):
        return None
    text, flags = now.plain, _flags(was, whole[0])
    if was.plain == text:
        new = [flag and not before for flag, before in zip(_flags(now, whole[1]), flags, strict=True)]
    else:
        known = {" ".join(was.plain[start:end].split()) for start, end in _spans(flags)}
        new = _flags(now, whole[1])
        for start, end in _spans(new):
            if " ".join(text[start:end].split()) in known:
                new[start:end] = [False] * (end - start)
    if not any(flag and not char.isspace() for char, flag in zip(text, new, strict=True)):
        return None
    return _without(text, list(_spans(new)))


def _flags(text: RichText, whole: bool) -> list[bool]:
    """For each character whether a line goes through it, by its own format or by that of the whole cell."""
    flags: list[bool] = []
    for run in text.runs:
        flags += [run.style.strike or (whole and not run.source)] * len(run.text)
    return flags


def _spans(flags: list[bool]) -> Iterator[tuple[int, int]]:
    """(start, end) of each stretch of set flags, 0-based, the end excluded."""
    start: int | None = None
    for at, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield start, at
            start = None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without these stretches, and without the white space that stood around them alone."""
    kept, last = "", 0
    for start, end in spans:
        kept = _joined(kept, text[last:start]) if last else text[:start]
        last = end
    return _joined(kept, text[last:]).strip()


def _joined(left: str, right: str) -> str:
    if not left.strip(" \t") or left.endswith("\n"):
        # A line that is gone whole leaves no empty line behind.
        return left + _BEGINS.sub("", right).removeprefix(
            "\n" if not _ENDS.sub("", left) or left.endswith("\n") else ""
        )
    if right[:1].isspace() or (right.lstrip(" \t") or "\n")[0] in _LEANS_LEFT + "\n":
        return _ENDS.sub("", left) + (right if right[:1].isspace() else right.lstrip(" \t"))
    return left + right
