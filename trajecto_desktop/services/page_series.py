"""The pages of a picture as a series of files: which files in the folder are of an earlier, longer series, and which are others'.

Here: looking at what stands beside the pages. Not here: their names (`services.export_file`), writing them (`services.atomic`). No
file is taken away: a page that somebody went on working on looks like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import Language, OthersPagesError, TrajectoError
from .provenance import read_provenance

_ENDINGS = (".svg", ".png")
"""The formats that have one page to a file."""
_NAMED = 3
"""How many files a sentence names."""


def refuse_others(pages: Sequence[Path]) -> None:
    """See to it that no numbered page takes the place of a file that this program did not make; for the first one was asked.

    Raises:
        OthersPagesError: one would (``file`` = the folder, ``detail`` = which).
    """
    others = [page for page in pages[1:] if page.exists() and not _is_ours(page)]
    if others:
        raise OthersPagesError(file=pages[0].parent.name or str(pages[0].parent), detail=_names(others))


def left_over(pages: Sequence[Path]) -> list[Path]:
    """Pages of an earlier series of that name that stand beside these, made by this program; in order of their names."""
    first = pages[0]
    if first.suffix.lower() not in _ENDINGS:
        return []
    pattern = re.compile(re.escape(first.stem) + r"-\d{1,4}" + re.escape(first.suffix) + r"\Z", re.IGNORECASE)
    try:
        beside = sorted(path for path in first.parent.iterdir() if pattern.match(path.name))
    except OSError:
        return []
    written = {page.name for page in pages}
    return [path for path in beside if path.name not in written and path.is_file() and _is_ours(path)]


def left_over_sentence(paths: Iterable[Path], language: Language = "nl") -> str:
    """What those files are, for a person."""
    names = _names(list(paths))
    if language == "en":
        return f"Still there from an earlier, longer series: {names}. They do not belong to these pages."
    return f"Van een eerdere, langere reeks staat er nog: {names}. Dat hoort niet bij deze bladen."


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")


def _is_ours(path: Path) -> bool:
    try:
        return read_provenance(path) is not None
    except TrajectoError:
        return False
