"""Packing the parts that a save replaces: large sheets in pieces, of which only those that changed are packed anew.

An edit changes a few bytes of a sheet, and packing all of it would take as long as everything else that a save does with it. The
pieces are cut by the content alone, so the same part gives the same bytes whatever was packed before. Imported by `ooxml.archive`.
Source: RFC 1951, 3.2.3 (blocks follow each other; one that is flushed in full refers to nothing before it).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_SMALL = 32_768
_PIECE = 12_000
"""Bytes, at least; smaller pieces would be found to be the same more often, and pack less tightly."""
_MOST_REMEMBERED = 4 * 1024**2
"""Bytes of a part; of a larger one nothing is kept."""
_ENDING = b"</row>"
"""Sheets alone are cut: strings say the same far apart, and would take a quarter more room in pieces."""
#: A block that says it is the last, and holds nothing.
_LAST_BLOCK = b"\x03\x00"

_Piece = tuple[bytes, bytes]
"""Content and what it was packed to."""


class Packing:
    """Packs parts, and remembers the pieces of those it packed last."""

    def __init__(self) -> None:
        self._last: dict[str, list[_Piece]] = {}

    def pack(self, name: str, content: bytes) -> bytes:
        """A part as raw deflated data; large ones less tightly, because a person waits for the save."""
        if len(content) < _SMALL:
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            return packer.compress(content) + packer.flush()
        pieces = list(_packed(content, self._last.get(name, [])))
        if len(content) <= _MOST_REMEMBERED:
            self._last[name] = pieces
        return b"".join([*(packed for _, packed in pieces), _LAST_BLOCK])


def _packed(content: bytes, before: list[_Piece]) -> Iterator[_Piece]:
    packer = None
    for index_0, piece in enumerate(_cut(content)):
        if index_0 < len(before) and before[index_0][0] == piece:
            yield before[index_0]
            continue
        packer = packer or zlib.compressobj(2, zlib.DEFLATED, -15)
        yield piece, packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


def _cut(content: bytes) -> Iterator[bytes]:
    """A sheet in pieces that end with a row, so that what grows a little changes one of them; anything else whole."""
    position = 0
    while (at := content.find(_ENDING, position + _PIECE)) >= 0:
        yield content[position : at + len(_ENDING)]
        position = at + len(_ENDING)
    yield content[position:]
