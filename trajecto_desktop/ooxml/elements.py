"""XML as a tree: elements, and the one parser that makes them.

Here: expat, held so that nothing can be declared and nothing nests without end. Not here: the encodings of parts (`ooxml.parse`)
and edits, which are splices of bytes. The standard library's expat and not a larger library, because all that is read when a
file is opened comes through here: a tree in C is built in half the time, and costs seven megabytes and ten milliseconds to load.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, overload
from xml.parsers.expat import ExpatError, ParserCreate

from trajecto_desktop.errors import DamagedFileError, UnsafeContentError

_Default = TypeVar("_Default")
_DEEPEST = 256
"""Levels; what a workbook needs are about twenty."""


class Element(list["Element"]):
    """An element, which is the list of its child elements; comments and instructions are left out.

    Attributes:
        tag: ``namespace}name``, or the name alone where it has no namespace.
        name: the name without namespace.
        attributes: values by name; a name that has a namespace is written ``namespace}name``.
        text: character data before the first child; None for none.
        tail: character data between its end and what follows; None for none.
    """

    __slots__ = ("attributes", "name", "tag", "tail", "text")

    def __init__(self, tag: str, name: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.name = name
        self.attributes = attributes
        self.text: str | None = None
        self.tail: str | None = None

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:  # type: ignore[override]  # a list has none, because lists are equal by what they hold
        return id(self)

    def __repr__(self) -> str:
        return f"<{self.tag}, {len(self)} children>"

    @property
    def namespace(self) -> str:
        """The URI of its namespace; empty for none."""
        return self.tag.rpartition("}")[0]

    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: _Default) -> str | _Default: ...
    def get(self, name: str, default: object = None) -> object:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def texts(self) -> Iterator[str]:
        """All character data inside it, in order."""
        if self.text:
            yield self.text
        for each in self:
            yield from each.texts()
            if each.tail:
                yield each.tail


def element_of(data: bytes, part: str, last: str = "") -> Element:
    """The root element of a document in UTF-8, whatever encoding it states.

    Args:
        data: the document.
        part: its name, for messages.
        last: name of the element after which nothing more is asked for; the rest is only looked at for being well formed.

    Raises:
        DamagedFileError: it is not well formed, or nests deeper than 256 levels (``part``, ``detail``).
        UnsafeContentError: it has a document type declaration, without which no entity can be declared.
    """
    parser = ParserCreate("utf-8", "}")
    parser.buffer_text = True
    builder = _Builder(part)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.pieces.append
    parser.StartDoctypeDeclHandler = builder.refuse_doctype

    def end_for_good(tag: str) -> None:
        builder.end(tag)
        if tag.rpartition("}")[2] == last:
            parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None

    if last:
        parser.EndElementHandler = end_for_good
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise DamagedFileError(part=part, detail=f"XML, {error}") from error
    finally:
        # It and the parser would hold each other.
        parser.EndElementHandler = None
    return builder.document[0]


class _Builder:
    """Puts elements together as the parser comes to them."""

    def __init__(self, part: str) -> None:
        self._part = part
        self.document = Element("", "", {})
        """Holds the root element alone."""
        self.pieces: list[str] = []
        """Character data since the last tag; long ones come in pieces."""
        self._open = [self.document]
        self._names: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.pieces:
            self._put_text()
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        element = Element(tag, name, attributes)
        self._open[-1].append(element)
        self._open.append(element)
        if len(self._open) > _DEEPEST:
            raise DamagedFileError(part=self._part, detail=f"XML, more than {_DEEPEST} levels")

    def end(self, _tag: str) -> None:
        """An element ends."""
        if self.pieces:
            self._put_text()
        self._open.pop()

    def _put_text(self) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        above = self._open[-1]
        if above:
            above[-1].tail = text
        else:
            above.text = text

    def refuse_doctype(self, *_what: object) -> None:
        """A document type declaration begins, the door to entity bombs and to other files."""
        raise UnsafeContentError(part=self._part, detail="DOCTYPE")


def markup_of(element: Element, around: str = "") -> str:
    """An element written anew, each namespace stated where it begins, attributes in order; without what follows it.

    Args:
        element: what is written.
        around: the namespace that counts where it will stand.
    """
    declared = f" xmlns={quoted(element.namespace)}" if element.namespace != around else ""
    written = []
    for number, (key, value) in enumerate(sorted(element.attributes.items())):
        namespace, _, name = key.rpartition("}")
        if namespace == "http://www.w3.org/XML/1998/namespace":
            name = f"xml:{name}"
        elif namespace:
            declared += f" xmlns:n{number}={quoted(namespace)}"
            name = f"n{number}:{name}"
        written.append(f" {name}={quoted(value)}")
    inside = escaped(element.text or "")
    inside += "".join(markup_of(each, element.namespace) + escaped(each.tail or "") for each in element)
    head = f"{element.name}{declared}{''.join(written)}"
    return f"<{head}>{inside}</{element.name}>" if inside else f"<{head}/>"


def escaped(text: str) -> str:
    """Character data, escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def quoted(value: str) -> str:
    """An attribute value in quotes, escaped."""
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return '"' + value.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;") + '"'
