"""``[Content_Types].xml``: what kind each part is. Reading, and adding an override as a splice."""

from __future__ import annotations

from dataclasses import dataclass

from trajecto_desktop.ooxml.parse import local_name, parse_part

PART_NAME = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """Types by part name (lower case) and by extension (lower case)."""

    overrides: dict[str, str]
    defaults: dict[str, str]

    def type_of(self, part_name: str) -> str:
        """Content type of a part; empty when none is stated."""
        override = self.overrides.get(part_name.lower())
        return override or self.defaults.get(part_name.rpartition(".")[2].lower(), "")


def read_content_types(data: bytes) -> ContentTypes:
    """The content types of a package."""
    types = ContentTypes({}, {})
    for element in parse_part(data, PART_NAME):
        kind, content_type = local_name(element), str(element.get("ContentType") or "")
        if kind == "Override":
            types.overrides[str(element.get("PartName") or "").lstrip("/").lower()] = content_type
        elif kind == "Default":
            types.defaults[str(element.get("Extension") or "").lower()] = content_type
    return types
