"""The package: parts by name, relationships and content types, and new file bytes with a few parts replaced."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from os import PathLike, fspath, fstat
from pathlib import Path

from trajecto_desktop.errors import (
    DamagedFileError,
    FileTooLargeError,
    FileUnavailableError,
    NotAWorkbookError,
    SystemReason,
)
from trajecto_desktop.ooxml import content_types, names
from trajecto_desktop.ooxml.archive import Archive, Member
from trajecto_desktop.ooxml.content_types import ContentTypes
from trajecto_desktop.ooxml.relationships import Relationship, read_relationships

MAX_FILE_BYTES = 1024**3
#: So much unpacked content is kept for a later save; what is more is unpacked again when it is asked for.
_MOST_KEPT_BYTES = 768 * 1024


class Package:
    """An Open Packaging Conventions package (ECMA-376 part 2) in memory; never changed once read.

    Names are as in the zip, but with ``/`` for a backslash; they are looked up without regard to case.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        self.data = data
        self.name = name
        self._archive = Archive(data)
        self._members: dict[str, Member] = {}
        for member in self._archive.members:
            if not member.is_folder:
                self._members[_key(member.name)] = member
        self._content: dict[str, bytes] = {}
        self._kept_bytes = 0
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        if not self.has(content_types.PART_NAME):
            raise NotAWorkbookError

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Package:
        """Read a file.

        Raises:
            DocumentError: it is not there, or cannot be read as a package.
        """
        return cls.from_bytes(read_file(path), Path(fspath(path)).name)

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "") -> Package:
        """Read a file that is in memory already; ``name`` serves for messages."""
        return cls(data, name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        from hashlib import sha256  # deferred: loads OpenSSL, which who only reads a file has no need of

        return sha256(self.data).hexdigest()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, in the order of the zip."""
        return tuple(_normal(member.name) for member in self._members.values())

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _key(name) in self._members

    def find(self, name: str) -> str | None:
        """The real name of a part, whatever the case it is asked for in."""
        member = self._members.get(_key(name))
        return None if member is None else _normal(member.name)

    def read(self, name: str) -> bytes:
        """Content of a part; unpacked once, but for what is large.

        Raises:
            DamagedFileError: there is no such part, or it is damaged.
        """
        key = _key(name)
        content = self._content.get(key)
        if content is None:
            member = self._members.get(key)
            if member is None:
                raise DamagedFileError(part=name, detail="missing")
            content = self._archive.unpack(member)
            self._keep(key, content)
        return content

    def _keep(self, key: str, content: bytes) -> None:
        if self._kept_bytes + len(content) <= _MOST_KEPT_BYTES:
            self._content[key] = content
            self._kept_bytes += len(content)

    def packed(self, name: str) -> bytes:
        """A part as it stands in the file, still compressed; equal bytes mean an equal part."""
        member = self._members[_key(name)]
        return self.data[member.data_start : member.data_start + member.packed_size]

    def same_part(self, other: Package, name: str) -> bool:
        """Whether both packages have the part in the very same packed bytes, or neither has it."""
        key = _key(name)
        mine, theirs = self._members.get(key), other._members.get(key)
        if mine is None or theirs is None:
            return mine is theirs
        if mine.packed_size != theirs.packed_size:
            return False
        start = theirs.data_start
        return self.data.startswith(other.data[start : start + theirs.packed_size], mine.data_start)

    def keep_from(self, earlier: Package) -> None:
        """Keep what an earlier version of this file has unpacked, for the parts that are the very same, and how it packs."""
        self._archive.packing = earlier._archive.packing
        for key, content in earlier._content.items():
            if key in self._members and key not in self._content and self.same_part(earlier, key):
                self._keep(key, content)
        if "content_types" in earlier.__dict__ and self.same_part(earlier, content_types.PART_NAME):
            self.__dict__.setdefault("content_types", earlier.content_types)
        for key, found in earlier._relationships.items():
            if self.same_part(earlier, names.relationships_part(earlier.find(key) or key)):
                self._relationships.setdefault(key, found)

    @cached_property
    def content_types(self) -> ContentTypes:
        """The content types of the parts."""
        return content_types.read_content_types(self.read(content_types.PART_NAME))

    def relationships(self, part_name: str = "") -> tuple[Relationship, ...]:
        """Relationships of a part; of the package itself for the empty name."""
        key = _key(part_name)
        if key not in self._relationships:
            where = names.relationships_part(self.find(part_name) or part_name)
            found: tuple[Relationship, ...] = ()
            if self.has(where):
                found = read_relationships(self.read(where), where, part_name)
            self._relationships[key] = found
        return self._relationships[key]

    def related(self, part_name: str, kind: str) -> list[str]:
        """Real names of the existing parts that a part points at with a relationship type ending in ``/kind``."""
        ending = f"/{kind}"
        targets = [
            self.find(each.target)
            for each in self.relationships(part_name)
            if each.type.endswith(ending) and not each.external
        ]
        return [target for target in targets if target is not None]

    def to_bytes(
        self,
        replaced: Mapping[str, bytes],
        added: Mapping[str, bytes] | None = None,
        removed: Collection[str] = (),
    ) -> bytes:
        """New file bytes; the very same bytes when nothing is replaced, added or removed.

        Args:
            replaced: content by name of an existing part.
            added: content by new name.
            removed: names of existing parts.
        """
        by_member = {self._members[_key(name)].name: content for name, content in replaced.items()}
        gone = {self._members[_key(name)].name for name in removed}
        return self._archive.rewrite(by_member, added or {}, gone)


def read_file(path: str | PathLike[str]) -> bytes:
    """All bytes of a file of at most 1 GiB.

    Raises:
        FileUnavailableError: it is not there or may not be read.
        FileTooLargeError: it is larger.
    """
    name = Path(fspath(path)).name or str(Path(fspath(path)))
    try:
        with open(path, "rb") as handle:
            # Asked for no more than there is: a read sets room aside for all that it is asked for.
            size = fstat(handle.fileno()).st_size or MAX_FILE_BYTES
            data = handle.read(min(size, MAX_FILE_BYTES) + 1)
    except (OSError, ValueError) as error:
        raise FileUnavailableError(file=name, detail=SystemReason.of(error)) from error
    if len(data) > MAX_FILE_BYTES:
        raise FileTooLargeError(file=name, detail="1 GiB")
    return data


def _normal(name: str) -> str:
    return name.replace("\\", "/")


@lru_cache(maxsize=2048)
def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
