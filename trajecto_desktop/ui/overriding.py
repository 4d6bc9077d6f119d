"""`override`, without the run-time cost of `typing_extensions` (Python 3.11 has none of its own)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    _Method = TypeVar("_Method")

    def override(method: _Method) -> _Method:
        """Mark a method of ours as the override of a Qt method."""
        return method
