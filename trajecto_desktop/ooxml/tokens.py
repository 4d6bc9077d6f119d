"""Byte offsets of the elements in an XML part, so that a few bytes can be replaced and all others stay.

The part is looked at as UTF-8; comments, CDATA and processing instructions are blanked out in a copy of equal
length, after which every ``<`` is the start of a real tag (XML 1.0, 2.4: it stands nowhere else, not in attributes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trajecto_desktop.errors import DamagedFileError, UnsupportedFileError
from trajecto_desktop.ooxml.parse import decode_references, encoding_of, to_text

from ..values import dataclass

_NO_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_TAG = re.compile(rb"<(/?)([^\s/>\"'=<]+)((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*)(/?)>")
_ATTRIBUTE = re.compile(rb"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_UNPREFIXED = re.compile(rb"<(/?)(?=[A-Za-z_][^\s:/<>]*[\s/>])")

Splice = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class Span:
    """Where an element stands: ``start`` to ``end``; its content from ``inner_start`` to ``inner_end``.

    All are byte offsets. An element written as ``<a/>`` has ``is_closed`` and no content.
    """

    name: bytes
    start: int
    inner_start: int
    inner_end: int
    end: int
    is_closed: bool

    @property
    def prefix(self) -> bytes:
        """Namespace prefix with its colon; empty when it has none."""
        before, colon, _ = self.name.partition(b":")
        return before + colon if colon else b""

    @property
    def local(self) -> bytes:
        """Name without its prefix."""
        return self.name.rpartition(b":")[2]


class PartText:
    """An XML part with the offsets of its elements.

    Attributes:
        raw: the part as UTF-8, without a byte order mark.
        scan: the same, blanked where no tag can be; equal offsets.
    """

    def __init__(self, data: bytes, part: str) -> None:
        self.part = part
        self._codec, self._mark = encoding_of(data)
        if self._codec == "utf-8":
            self.raw = data[len(self._mark) :]
        else:
            self.raw = to_text(data, part).encode("utf-8")
        self.scan = _blanked(self.raw)
        if _holds(self.scan, b"<!"):
            raise DamagedFileError(part=part, detail="XML")

    def root(self) -> Span:
        """The root element."""
        match = _TAG.search(self.scan)
        if match is None:
            raise DamagedFileError(part=self.part, detail="XML")
        return self.element(match)

    def element(self, match: re.Match[bytes]) -> Span:
        """The element whose start tag a match of :data:`_TAG` found (its end is searched from the back for the root)."""
        name = match[2]
        if match[4]:
            return Span(name, match.start(), match.end(), match.end(), match.end(), True)
        if b"</" + name not in self.scan:
            raise DamagedFileError(part=self.part, detail="XML")
        close = self.scan.rfind(b"</" + name)
        return Span(name, match.start(), match.end(), close, self.scan.index(b">", close) + 1, False)

    def children(self, parent: Span) -> Iterator[Span]:
        """The child elements of an element, in order."""
        depth, opened = 0, None
        for match in _TAG.finditer(self.scan, parent.inner_start, parent.inner_end):
            if match[1]:
                depth -= 1
                if depth == 0 and opened is not None:
                    yield Span(opened[2], opened.start(), opened.end(), match.start(), match.end(), False)
            elif match[4]:
                if depth == 0:
                    yield Span(match[2], match.start(), match.end(), match.end(), match.end(), True)
            else:
                if depth == 0:
                    opened = match
                depth += 1

    def child(self, parent: Span, local: bytes) -> Span | None:
        """First child element of that local name."""
        return next((each for each in self.children(parent) if each.local == local), None)

    def attributes(self, span: Span) -> dict[bytes, bytes]:
        """Attributes of an element, raw: references are not replaced."""
        return raw_attributes(self.scan[span.start + 1 + len(span.name) : span.inner_start])

    def attribute_splice(self, span: Span, name: bytes, value: bytes) -> Splice:
        """The splice that sets an attribute to a raw value; a new one comes after the first (``r`` of a cell)."""
        start = place = span.start + 1 + len(span.name)
        for match in _ATTRIBUTE.finditer(self.scan, start, span.inner_start):
            place = match.end() if place == start else place
            if match[1] == name:
                group = 2 if match[2] is not None else 3
                return match.start(group), match.end(group), value
        return place, place, b" " + name + b'="' + value + b'"'

    def append_splice(self, span: Span, content: bytes) -> Splice:
        """The splice that puts content at the end of an element, opening it when it is written as ``<a/>``."""
        if not span.is_closed:
            return span.inner_end, span.inner_end, content
        slash = self.scan.rindex(b"/", span.start, span.end)
        return slash, span.end, b">" + content + b"</" + span.name + b">"

    def spliced(self, splices: list[Splice]) -> bytes:
        """The part in its own encoding with byte ranges replaced.

        Splices may not overlap; those at one place keep their order.
        """
        data = splice(self.raw, splices)
        if self._codec == "utf-8":
            return self._mark + data
        try:
            return self._mark + data.decode("utf-8").encode(self._codec, "xmlcharrefreplace")
        except (UnicodeError, LookupError) as error:
            raise UnsupportedFileError(part=self.part, detail=self._codec) from error


def raw_attributes(tag: bytes) -> dict[bytes, bytes]:
    """Attributes in the text of a tag, raw."""
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def splice(data: bytes, splices: list[Splice]) -> bytes:
    """``data`` with byte ranges replaced; see :meth:`PartText.spliced`."""
    chunks: list[bytes] = []
    position = 0
    for start, end, content in sorted(splices, key=lambda each: each[:2]):
        if start < position:
            raise ValueError("splices overlap")
        chunks += (data[position:start], content)
        position = end
    chunks.append(data[position:])
    return b"".join(chunks)


def value_of(raw: bytes) -> str:
    """A raw attribute value as text."""
    return decode_references(raw.decode("utf-8", "replace"))


def raw_value(text: str) -> bytes:
    """Text as a raw attribute value, fit for either kind of quotes."""
    for char, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        text = text.replace(char, written)
    return text.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;").encode("utf-8")


def prefixed(xml: bytes, prefix: bytes) -> bytes:
    """XML with a prefix (such as ``x:``) before the name of each element that is written without one."""
    return _UNPREFIXED.sub(lambda match: b"<" + match[1] + prefix, xml) if prefix else xml


def _blanked(raw: bytes) -> bytes:
    """The part with everything that holds no tag blanked; quickly for the usual one, with a declaration only."""
    declaration = raw.find(b"?>") + 2 if raw.startswith(b"<?") else 0
    if _holds(raw, b"<!") or _holds(raw, b"<?", declaration):
        return _NO_TAG.sub(_blank, raw)
    return b" " * declaration + raw[declaration:]


def _holds(raw: bytes, opening: bytes, start: int = 0) -> bool:
    """Whether an opening such as ``<!`` occurs; its second character is sought first, as every tag has the first."""
    return raw.find(opening[1:], start) >= 0 and raw.find(opening, start) >= 0


def _blank(match: re.Match[bytes]) -> bytes:
    return (b"x" if match[0].startswith(b"<![") else b" ") * len(match[0])
