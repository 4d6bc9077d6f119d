"""A package with changes that wait to be written: parts replaced, added, removed; relationships and types kept right."""

from __future__ import annotations

from trajecto_desktop.ooxml import content_types, names, relationships
from trajecto_desktop.ooxml.package import Package


class PackageDraft:
    """Changes on top of a package. Reading gives the changed content, so that steps can follow each other."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._replaced: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        self._removed: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether the part is there after the changes so far."""
        return name in self._added or (self.package.has(name) and self.package.find(name) not in self._removed)

    def read(self, name: str) -> bytes:
        """Content of a part after the changes so far."""
        if name in self._added:
            return self._added[name]
        real = self.package.find(name) or name
        return self._replaced[real] if real in self._replaced else self.package.read(name)

    def changes(self, name: str) -> bool:
        """Whether something happens to the part."""
        return name in self._replaced or name in self._added or name in self._removed

    def write(self, name: str, data: bytes) -> None:
        """Replace a part, or add it when it is not there."""
        real = self.package.find(name)
        if real is None:
            self._added[name] = data
        elif data != self.package.read(real):
            self._replaced[real] = data
        else:
            self._replaced.pop(real, None)

    def free_name(self, pattern: str) -> str:
        """First unused part name of a pattern with ``{}`` for the number, counted from 1."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def add_part(self, name: str, data: bytes, content_type: str, source_part: str, relationship_type: str) -> str:
        """Add a part with its content type and a relationship from ``source_part`` to it; gives the relationship's id."""
        self.write(name, data)
        self.add_override(name, content_type)
        return self.add_relationship(source_part, relationship_type, name)

    def add_override(self, name: str, content_type: str) -> None:
        """State the content type of a part."""
        types = content_types.PART_NAME
        self.write(types, content_types.add_override(self.read(types), name, content_type))

    def add_default(self, extension: str, content_type: str) -> None:
        """State the content type of an extension, unless one is stated."""
        types = content_types.PART_NAME
        self.write(types, content_types.add_default(self.read(types), extension, content_type))

    def add_relationship(self, source_part: str, relationship_type: str, target: str) -> str:
        """Add a relationship to a part (``target`` is its name); gives the new id."""
        where = names.relationships_part(source_part)
        data = self.read(where) if self.has(where) else None
        new, identifier = relationships.add_relationship(data, where, relationship_type, target)
        self.write(self.package.find(where) or where, new)
        return identifier

    def remove_part(self, name: str, source_part: str) -> None:
        """Take a part out, with its content type and the relationships of ``source_part`` to it."""
        real = self.package.find(name) or name
        self._removed.add(real)
        self._replaced.pop(real, None)
        types, where = content_types.PART_NAME, names.relationships_part(source_part)
        self.write(types, content_types.remove_override(self.read(types), real))
        if self.has(where):
            self.write(where, relationships.remove_relationships(self.read(where), where, source_part, real))

    def to_bytes(self) -> bytes:
        """The new file; the very same bytes when nothing changed."""
        return self.package.to_bytes(self._replaced, self._added, self._removed)
