"""Visited entries, back and forward, as in a browser. Pure: no Qt."""

from __future__ import annotations

Visit = tuple[str, str]
"""Form name and characteristic key."""

_LONGEST = 200


class VisitHistory:
    """Where the person has been, and where in that list they are now."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at_0 = -1

    @property
    def current(self) -> Visit | None:
        """The visit they are at, if any."""
        return self._visits[self._at_0] if self._visits else None

    @property
    def can_go_back(self) -> bool:
        """Whether something lies before."""
        return self._at_0 > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something was left by going back."""
        return self._at_0 < len(self._visits) - 1

    def visit(self, visit: Visit) -> None:
        """Add a visit after the current one; what lay ahead is forgotten."""
        if visit == self.current:
            return
        del self._visits[self._at_0 + 1 :]
        self._visits.append(visit)
        del self._visits[:-_LONGEST]
        self._at_0 = len(self._visits) - 1

    def back(self) -> Visit | None:
        """Step back and return where to go, or nothing."""
        if not self.can_go_back:
            return None
        self._at_0 -= 1
        return self._visits[self._at_0]

    def forward(self) -> Visit | None:
        """Step forward and return where to go, or nothing."""
        if not self.can_go_forward:
            return None
        self._at_0 += 1
        return self._visits[self._at_0]
