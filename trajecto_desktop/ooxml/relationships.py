"""Relationship parts (``_rels/*.rels``): what points at what. Reading, and adding one as a splice."""

from __future__ import annotations

from trajecto_desktop.ooxml import names
from trajecto_desktop.ooxml.parse import children, parse_part
from trajecto_desktop.ooxml.tokens import PartText, Splice, raw_value, value_of

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part. ``target`` is a resolved part name, or the raw text when ``external``."""

    id: str
    type: str
    target: str
    external: bool

    def is_kind(self, kind: str) -> bool:
        """Whether the type ends in ``/kind``: strict and transitional files write different beginnings."""
        return self.type.endswith("/" + kind)


def read_relationships(data: bytes, part: str, source_part: str) -> tuple[Relationship, ...]:
    """The relationships in the part ``part``, which belongs to ``source_part`` (empty: the package)."""
    found = []
    for element in children(parse_part(data, part), "Relationship"):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = names.resolve_target(source_part, target)
        found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, external))
    return tuple(found)


def add_relationship(data: bytes | None, part: str, relationship_type: str, target: str) -> tuple[bytes, str]:
    """The relationship part with one more, and the new id; all other bytes stay.

    Args:
        data: the part; None when it is to be made.
        part: its name.
        relationship_type: the type's URI.
        target: name of the part it points at; written as an absolute target.
    """
    text = PartText(data or _EMPTY, part)
    root = text.root()
    taken = {value_of(text.attributes(each).get(b"Id", b"")).lower() for each in text.children(root)}
    number = 1
    while f"rid{number}" in taken:
        number += 1
    identifier = f"rId{number}"
    element = b'<%sRelationship Id="%s" Type="%s" Target="%s"/>' % (
        root.prefix,
        identifier.encode(),
        raw_value(relationship_type),
        raw_value("/" + target),
    )
    return text.spliced([text.append_splice(root, element)]), identifier


def remove_relationships(data: bytes, part: str, source_part: str, target: str) -> bytes:
    """The relationship part without those that point at the part ``target``."""
    text = PartText(data, part)
    splices: list[Splice] = []
    for span in text.children(text.root()):
        attributes = text.attributes(span)
        if attributes.get(b"TargetMode") == b"External":
            continue
        found = names.resolve_target(source_part, value_of(attributes.get(b"Target", b"")))
        if found.lower() == target.lower():
            splices.append((span.start, span.end, b""))
    return text.spliced(splices)


_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
