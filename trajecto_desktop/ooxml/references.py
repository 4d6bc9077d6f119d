"""Where cells state their references in the bytes of a part, for who looks for many of them.

One of a few cells is found quickest by a search for it; thousands of searches through the whole part would take the square of
its size. Imported by what edits cells and by what reads edits back.
"""

from __future__ import annotations

import re

MANY_CELLS = 16
"""From so many cells on, one walk over the part is quicker than a search for each of them."""


class References:
    """Places by reference, from one walk over the data.

    Args:
        pattern: what is written; its first group is the reference, such as `D7`.
        data: the bytes of a part.
        start: where to begin.
        end: where to end; at the end of the data by default.
    """

    def __init__(self, pattern: re.Pattern[bytes], data: bytes, start: int = 0, end: int | None = None) -> None:
        self._places: dict[bytes, int] = {}
        places = self._places
        for match in pattern.finditer(data, start, len(data) if end is None else end):
            reference = match[1]
            places[reference] = -1 if reference in places else match.start()

    def once(self, reference: bytes) -> int:
        """Where the match with this reference begins; -1 unless there is exactly one."""
        return self._places.get(reference, -1)
