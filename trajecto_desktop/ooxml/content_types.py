"""``[Content_Types].xml``: what kind each part is. Reading, and adding an override as a splice."""

from __future__ import annotations

from trajecto_desktop.ooxml.parse import parse_part
from trajecto_desktop.ooxml.tokens import PartText, Splice, raw_value, value_of

from ..values import dataclass

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
        kind, content_type = element.name, element.get("ContentType", "")
        if kind == "Override":
            types.overrides[element.get("PartName", "").lstrip("/").lower()] = content_type
        elif kind == "Default":
            types.defaults[element.get("Extension", "").lower()] = content_type
    return types


def add_override(data: bytes, part_name: str, content_type: str) -> bytes:
    """The part with the content type of one more part stated; all other bytes stay."""
    text = PartText(data, PART_NAME)
    root = text.root()
    for span in text.children(root):
        if span.local == b"Override" and _is_named(text.attributes(span), part_name):
            return text.spliced([text.attribute_splice(span, b"ContentType", raw_value(content_type))])
    element = b'<%sOverride PartName="%s" ContentType="%s"/>' % (
        root.prefix,
        raw_value("/" + part_name),
        raw_value(content_type),
    )
    return text.spliced([text.append_splice(root, element)])


def add_default(data: bytes, extension: str, content_type: str) -> bytes:
    """The part with the content type of an extension stated; the same bytes where there is one already."""
    text = PartText(data, PART_NAME)
    root = text.root()
    place = root.inner_start
    for span in text.children(root):
        if span.local == b"Default":
            if value_of(text.attributes(span).get(b"Extension", b"")).lower() == extension.lower():
                return data
            place = span.end
    element = b'<%sDefault Extension="%s" ContentType="%s"/>' % (
        root.prefix,
        raw_value(extension),
        raw_value(content_type),
    )
    if root.is_closed:
        return text.spliced([text.append_splice(root, element)])
    return text.spliced([(place, place, element)])


def remove_override(data: bytes, part_name: str) -> bytes:
    """The part without the override of a part; the same bytes where there is none."""
    text = PartText(data, PART_NAME)
    splices: list[Splice] = [
        (span.start, span.end, b"")
        for span in text.children(text.root())
        if span.local == b"Override" and _is_named(text.attributes(span), part_name)
    ]
    return text.spliced(splices)


def _is_named(attributes: dict[bytes, bytes], part_name: str) -> bool:
    return value_of(attributes.get(b"PartName", b"")).lstrip("/").lower() == part_name.lower()
