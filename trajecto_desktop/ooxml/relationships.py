"""Relationship parts (``_rels/*.rels``): what points at what. Reading, and adding one as a splice."""

from __future__ import annotations

from dataclasses import dataclass

from trajecto_desktop.ooxml import names
from trajecto_desktop.ooxml.parse import children, parse_part


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
        target = str(element.get("Target") or "")
        if not external:
            target = names.resolve_target(source_part, target)
        found.append(Relationship(str(element.get("Id") or ""), str(element.get("Type") or ""), target, external))
    return tuple(found)
