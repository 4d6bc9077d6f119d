"""The zip container: reads the central directory, unpacks on demand, copies untouched members still packed.

Own code because the standard ``zipfile`` cannot copy a packed member as it is. Source: PKWARE APPNOTE 6.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from trajecto_desktop.errors import (
    DamagedFileError,
    DuplicatePartError,
    EncryptedOrLegacyFileError,
    FileTooLargeError,
    NotAWorkbookError,
    UnsafeContentError,
    UnsupportedFileError,
)

from ..values import dataclass

if TYPE_CHECKING:
    from .packing import Packing

MAX_TOTAL_BYTES = 2 * 1024**3
MAX_MEMBER_BYTES = 512 * 1024**2
MAX_MEMBERS = 20_000
#: XML of a sparse sheet packs to about 1:150; a bomb to 1:1000. Small members may be anything.
MAX_RATIO = 400
RATIO_FREE_BYTES = 8 * 1024**2

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_END64_LOCATOR = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQHHIIQQQQ")
_STORED, _DEFLATED = 0, 8
_FLAG_ENCRYPTED, _FLAG_DESCRIPTOR, _FLAG_UTF8 = 0x1, 0x8, 0x800
_FULL = 0xFFFFFFFF


@dataclass(slots=True)
class Member:
    """One entry of the central directory. ``offset`` is that of its local header, in bytes from the file's start."""

    name: str
    raw_name: bytes
    fields: tuple[int, ...]
    extra: bytes
    comment: bytes
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    offset: int
    data_start: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether the entry is a folder: no part."""
        return self.name.endswith("/")


@dataclass(slots=True)
class _End:
    position: int
    count: int
    size: int
    offset: int
    comment: bytes


class Archive:
    """A zip file in memory.

    Raises (all on construction): DocumentError kinds for what is no zip, damaged, a bomb, encrypted or ambiguous.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        end = _find_end(data)
        self._comment = end.comment
        central_start = end.position - end.size
        self._shift = central_start - end.offset
        if central_start < 0 or self._shift < 0:
            raise DamagedFileError(part="zip", detail="central directory outside the file")
        self._central_start = central_start
        self.members = _read_central(data, central_start, end, self._shift)
        _check_members(self.members, data, central_start)

    @cached_property
    def packing(self) -> Packing:
        """Knows how parts were packed last; an archive that was made of this one may go on with it."""
        from .packing import Packing  # deferred: who only reads has no need of it

        return Packing()

    def unpack(self, member: Member) -> bytes:
        """The content of a member, checked against its stated size and checksum."""
        packed = self.data[member.data_start : member.data_start + member.packed_size]
        if member.method == _STORED:
            content = packed
        else:
            content = _inflate(packed, member)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise DamagedFileError(part=member.name, detail="checksum")
        return content

    def rewrite(
        self, replaced: Mapping[str, bytes], added: Mapping[str, bytes], removed: Collection[str] = ()
    ) -> bytes:
        """New file bytes: replaced members packed anew, all others copied still packed, added ones at the end.

        Args:
            replaced: content by member name as in :attr:`Member.name`.
            added: content by new name, appended in the mapping's order.
            removed: names of members to leave out.
        """
        if not replaced and not added and not removed:
            return self.data
        kept = [member for member in self.members if member.name not in removed]
        return _Writer(self.data, self._shift, self.packing).write(kept, replaced, added, self._comment)


def _find_end(data: bytes) -> _End:
    if data[:8] == _OLE_MAGIC:
        raise EncryptedOrLegacyFileError
    position = data.rfind(b"PK\x05\x06", max(0, len(data) - 22 - 65_535))
    while position >= 0:
        if position + 22 <= len(data):
            fields = _END.unpack_from(data, position)
            if position + 22 + fields[7] <= len(data):
                return _end_record(data, position, fields)
        position = data.rfind(b"PK\x05\x06", max(0, len(data) - 22 - 65_535), position)
    if data[:4] == b"PK\x03\x04":
        raise DamagedFileError(part="zip", detail="the end is missing")
    raise NotAWorkbookError


def _end_record(data: bytes, position: int, fields: tuple[int, ...]) -> _End:
    _, disk, _, _, count, size, offset, comment_length = fields
    comment = data[position + 22 : position + 22 + comment_length]
    if disk not in (0, 0xFFFF):
        raise UnsupportedFileError(part="zip", detail="spread over several disks")
    if not (count == 0xFFFF or size == _FULL or offset == _FULL):
        return _End(position, count, size, offset, comment)
    locator = position - _END64_LOCATOR.size
    if locator < 0 or data[locator : locator + 4] != b"PK\x06\x07":
        return _End(position, count, size, offset, comment)
    where = _END64_LOCATOR.unpack_from(data, locator)[2]
    if where + _END64.size > len(data) or data[where : where + 4] != b"PK\x06\x06":
        raise DamagedFileError(part="zip", detail="zip64 record")
    record = _END64.unpack_from(data, where)
    return _End(where, record[7], record[8], record[9], comment)


def _read_central(data: bytes, start: int, end: _End, shift: int) -> list[Member]:
    if end.count > MAX_MEMBERS:
        raise FileTooLargeError(detail=f"{end.count} zip entries")
    members: list[Member] = []
    position, stop = start, start + end.size
    while position < stop:
        if position + _CENTRAL.size > stop or data[position : position + 4] != b"PK\x01\x02":
            raise DamagedFileError(part="zip", detail="central directory")
        fields = _CENTRAL.unpack_from(data, position)
        lengths = fields[10:13]
        position += _CENTRAL.size
        if position + sum(lengths) > stop or len(members) >= MAX_MEMBERS:
            raise DamagedFileError(part="zip", detail="central directory")
        members.append(_member(data, position, fields, shift))
        position += sum(lengths)
    if len(members) != end.count and len(members) & 0xFFFF != end.count:
        raise DamagedFileError(part="zip", detail="number of entries")
    return members


def _member(data: bytes, position: int, fields: tuple[int, ...], shift: int) -> Member:
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    name_length, extra_length, comment_length = fields[10:13]
    raw_name = data[position : position + name_length]
    extra = data[position + name_length : position + name_length + extra_length]
    comment_start = position + name_length + extra_length
    size, packed, offset = _zip64_sizes(extra, size, packed, fields[16])
    try:
        # ASCII is the same in both, and needs no table of characters to be loaded.
        name = raw_name.decode("utf-8" if flags & _FLAG_UTF8 or raw_name.isascii() else "cp437")
    except UnicodeDecodeError as error:
        raise DamagedFileError(part="zip", detail="name of an entry") from error
    return Member(
        name=name,
        raw_name=raw_name,
        fields=fields[1:],
        extra=extra,
        comment=data[comment_start : comment_start + comment_length],
        flags=flags,
        method=method,
        crc=crc,
        packed_size=packed,
        size=size,
        offset=offset + shift,
    )


def _zip64_sizes(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    values = [size, packed, offset]
    if _FULL not in values:
        return size, packed, offset
    body = _extra_field(extra, 1)
    position = 0
    for index, value in enumerate(values):
        if value == _FULL and position + 8 <= len(body):
            values[index] = struct.unpack_from("<Q", body, position)[0]
            position += 8
    return values[0], values[1], values[2]


def _extra_field(extra: bytes, wanted: int) -> bytes:
    for kind, body in _extra_fields(extra):
        if kind == wanted:
            return body
    return b""


def _extra_fields(extra: bytes) -> list[tuple[int, bytes]]:
    found, position = [], 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        found.append((kind, extra[position + 4 : position + 4 + length]))
        position += 4 + length
    return found


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields without the zip64 one; unchanged where they are not well formed."""
    fields = _extra_fields(extra)
    if all(kind != 1 for kind, _ in fields):
        return extra
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in fields if kind != 1)


def _check_members(members: list[Member], data: bytes, central_start: int) -> None:
    total = sum(member.size for member in members)
    if total > MAX_TOTAL_BYTES:
        raise FileTooLargeError(detail=f"{total // 1024**2} MiB")
    seen: set[str] = set()
    for member in members:
        _check_member(member)
        if member.is_folder:
            continue
        key = member.name.replace("\\", "/").lower()
        if key in seen:
            raise DuplicatePartError(part=member.name)
        seen.add(key)
    _check_places(members, data, central_start)


def _check_member(member: Member) -> None:
    if member.flags & _FLAG_ENCRYPTED:
        raise EncryptedOrLegacyFileError
    if member.method not in (_STORED, _DEFLATED):
        raise UnsupportedFileError(part=member.name, detail=f"compression {member.method}")
    name = member.name.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or "\0" in name or name[1:2] == ":":
        raise UnsafeContentError(part=repr(member.name), detail="path")
    if member.size > MAX_MEMBER_BYTES:
        raise FileTooLargeError(detail=f"{member.name}: {member.size // 1024**2} MiB")
    if member.size > RATIO_FREE_BYTES and member.size > MAX_RATIO * max(member.packed_size, 1):
        raise FileTooLargeError(detail=f"{member.name}: 1:{member.size // max(member.packed_size, 1)}")


def _check_places(members: list[Member], data: bytes, central_start: int) -> None:
    """Each member lies inside the file, after the one before it, and its local header names it."""
    previous_end = 0
    for member in sorted(members, key=lambda each: each.offset):
        start = member.offset
        if start < previous_end or start + _LOCAL.size > central_start or data[start : start + 4] != b"PK\x03\x04":
            raise DamagedFileError(part=member.name, detail="place in the zip")
        name_length, extra_length = struct.unpack_from("<HH", data, start + 26)
        name_start = start + _LOCAL.size
        if data[name_start : name_start + name_length] != member.raw_name:
            raise DamagedFileError(part=member.name, detail="two names")
        member.data_start = name_start + name_length + extra_length
        previous_end = member.data_start + member.packed_size
        if previous_end > central_start:
            raise DamagedFileError(part=member.name, detail="cut off")


def _inflate(packed: bytes, member: Member) -> bytes:
    unpacker = zlib.decompressobj(-15)
    try:
        content = unpacker.decompress(packed, member.size + 1)
    except zlib.error as error:
        raise DamagedFileError(part=member.name, detail="compressed data") from error
    if len(content) > member.size:
        raise DamagedFileError(part=member.name, detail="larger than stated")
    return content


class _Writer:
    """Puts a zip file together; ``shift`` is what readers must add to the offsets it writes (usually 0)."""

    def __init__(self, source: bytes, shift: int, packing: Packing) -> None:
        self._source = source
        self._packing = packing
        self._shift = shift
        self._chunks: list[bytes] = []
        self._position = 0

    def write(
        self, members: list[Member], replaced: Mapping[str, bytes], added: Mapping[str, bytes], comment: bytes
    ) -> bytes:
        records: dict[int, bytes] = {}
        self._put(self._source[: min((member.offset for member in members), default=self._shift)])
        for member in sorted(members, key=lambda each: each.offset):
            content = replaced.get(member.name)
            records[id(member)] = self._copy(member) if content is None else self._replace(member, content)
        central = [records[id(member)] for member in members]
        central += [self._add(name, content, members) for name, content in added.items()]
        start = self._position
        body = b"".join(central)
        self._chunks += [body, self._end(len(central), len(body), start - self._shift, comment)]
        return b"".join(self._chunks)

    def _put(self, *chunks: bytes) -> None:
        for chunk in chunks:
            self._chunks.append(chunk)
            self._position += len(chunk)

    def _copy(self, member: Member) -> bytes:
        packed = self._source[member.data_start : member.data_start + member.packed_size]
        offset = self._position
        if member.flags & _FLAG_DESCRIPTOR:
            self._local(member, member.method, member.crc, packed, member.size)
        else:
            self._put(self._source[member.offset : member.data_start], packed)
        return self._central(member, member.method, member.crc, len(packed), member.size, offset)

    def _replace(self, member: Member, content: bytes) -> bytes:
        offset, crc = self._position, zlib.crc32(content)
        packed = content if member.method == _STORED else self._packing.pack(member.name, content)
        self._local(member, member.method, crc, packed, len(content))
        return self._central(member, member.method, crc, len(packed), len(content), offset)

    def _local(self, member: Member, method: int, crc: int, packed: bytes, size: int) -> None:
        """A local header as it was, but with sizes in place, so without data descriptor and zip64 field."""
        fields = _LOCAL.unpack_from(self._source, member.offset)
        extra = self._source[member.offset + _LOCAL.size + fields[9] : member.data_start]
        extra = _without_zip64(extra)
        flags = fields[2] & ~_FLAG_DESCRIPTOR
        header = _LOCAL.pack(
            fields[0], fields[1], flags, method, fields[4], fields[5], crc, len(packed), size, fields[9], len(extra)
        )
        self._put(header, member.raw_name, extra, packed)

    def _central(self, member: Member, method: int, crc: int, packed: int, size: int, offset: int) -> bytes:
        made, needed, flags, _, time, date = member.fields[:6]
        disk, internal, external = member.fields[12:15]
        extra = _without_zip64(member.extra)
        header = _CENTRAL.pack(
            b"PK\x01\x02", made, needed, flags & ~_FLAG_DESCRIPTOR, method, time, date, crc, packed, size,
            len(member.raw_name), len(extra), len(member.comment), disk, internal, external, offset - self._shift,
        )  # fmt: skip
        return header + member.raw_name + extra + member.comment

    def _add(self, name: str, content: bytes, members: list[Member]) -> bytes:
        """A new member, dated as its neighbours are, so that the same edit gives the same bytes."""
        raw_name = name.encode("utf-8")
        flags = 0 if name.isascii() else _FLAG_UTF8
        time, date = members[-1].fields[4:6] if members else (0, 0x21)
        packed, crc, offset = self._packing.pack(name, content), zlib.crc32(content), self._position
        sizes = (crc, len(packed), len(content), len(raw_name), 0)
        self._put(_LOCAL.pack(b"PK\x03\x04", 20, flags, _DEFLATED, time, date, *sizes), raw_name, packed)
        header = _CENTRAL.pack(
            b"PK\x01\x02", 20, 20, flags, _DEFLATED, time, date, *sizes, 0, 0, 0, 0, offset - self._shift
        )
        return header + raw_name

    @staticmethod
    def _end(count: int, size: int, offset: int, comment: bytes) -> bytes:
        return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, len(comment)) + comment
