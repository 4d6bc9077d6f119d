"""What is worked out when somebody first asks for it, and then kept.

Here: a sequence and a mapping that know how to come to be. Not here: what is put off. Imports nothing of ours.

What the work looks at must be as it was when it was put off. A second thread that asks while the first is at work does the
work once more and finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class LaterSequence(Sequence[_Item]):
    """A sequence that is made when first looked at.

    Args:
        make: makes its items.
    """

    def __init__(self, make: Callable[[], Sequence[_Item]]) -> None:
        self._make: Callable[[], Sequence[_Item]] | None = make
        self._made: Sequence[_Item] = ()

    def _items(self) -> Sequence[_Item]:
        make = self._make
        if make is not None:
            self._made = make()
            self._make = None  # last, so that who asks meanwhile does not find it empty
        return self._made

    @overload
    def __getitem__(self, index: int) -> _Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Item]: ...
    def __getitem__(self, index: int | slice) -> _Item | Sequence[_Item]:
        return self._items()[index]

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._items())

    def __len__(self) -> int:
        return len(self._items())

    def __eq__(self, other: object) -> bool:
        if self is other:  # asked at every change: not worth making it for
            return True
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


class LaterMapping(Mapping[_Key, _Value]):
    """A mapping that is made when first looked at.

    Args:
        make: makes it.
    """

    def __init__(self, make: Callable[[], Mapping[_Key, _Value]]) -> None:
        self._make: Callable[[], Mapping[_Key, _Value]] | None = make
        self._made: Mapping[_Key, _Value] = {}

    def _mapping(self) -> Mapping[_Key, _Value]:
        make = self._make
        if make is not None:
            self._made = make()
            self._make = None  # last, as above; what it looked at need not be kept any longer
        return self._made

    def __getitem__(self, key: _Key) -> _Value:
        return self._mapping()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._mapping()

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._mapping())

    def __len__(self) -> int:
        return len(self._mapping())
