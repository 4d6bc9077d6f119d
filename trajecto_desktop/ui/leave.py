"""How an editor was left."""

from __future__ import annotations

from enum import Enum


class Leave(Enum):
    """How the editor was left."""

    DOWN = "down"
    UP = "up"
    DONE = "done"
    """Done with this entry; on to the next one that is still open."""
    STAY = "stay"
    CANCEL = "cancel"

    @property
    def keeps(self) -> bool:
        """Whether what was written is kept."""
        return self is not Leave.CANCEL
