"""Places of tags in the text of a part, so that a few can be replaced and every other character stays.

A tokenizer, not a parser: it also walks through drawings in VML that are not well-formed (Excel writes `<br>` there).
May be imported by the floor `ooxml` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trajecto_desktop.ooxml import elements
from trajecto_desktop.ooxml.parse import encoding_of, to_text
from trajecto_desktop.ooxml.strings import escape

from ..values import dataclass

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[^\s<>/!?\"'=]+)(?P<inside>(?:[^\"'<>]|\"[^\"<]*\"|'[^'<]*')*+)>")
#: What is passed over, by how it begins: each ends at the first of these, so that a hostile part costs no more than its length.
_PASSED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; ``start`` and ``end`` are offsets of its `<` and behind its `>`, in characters from 0."""

    name: str
    start: int
    end: int
    closing: bool
    empty: bool
    inside: str

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, or nothing."""
        before, colon, _ = self.name.rpartition(":")
        return before + colon

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their written name, references replaced."""
        pairs = _ATTRIBUTE.findall(self.inside)
        return {name: _meant(double or single) for name, double, single in pairs}


def _meant(value: str) -> str:
    """A value with its references replaced; also those of HTML, which drawings in VML have."""
    if "&" not in value:
        return value
    from html import unescape  # deferred: a table of two thousand names that hardly any part asks for

    return unescape(value)


@dataclass(frozen=True, slots=True)
class Span:
    """One element: its opening tag and where it ends (offset behind its closing tag)."""

    tag: Tag
    end: int
    inner_end: int
    """Offset of its closing tag; equal to the end of the tag for an empty element."""

    @property
    def start(self) -> int:
        """Offset of its `<`."""
        return self.tag.start


def tags(text: str, start: int = 0) -> Iterator[Tag]:
    """The tags from an offset on, in order; comments, instructions and CDATA are passed over."""
    position = text.find("<", start)
    while position >= 0:
        match = _TAG.match(text, position)
        if match is not None:
            inside = match["inside"]
            yield Tag(match["name"], position, match.end(), bool(match["close"]), inside.endswith("/"), inside)
            position = text.find("<", match.end())
            continue
        ending = next((end for begin, end in _PASSED if text.startswith(begin, position)), None)
        stop = position + 1 if ending is None else text.find(ending, position + 2)
        position = text.find("<", stop) if stop >= 0 else -1


def root_of(text: str) -> Tag:
    """The first tag: the root element's."""
    return next(tags(text))


def children_of(text: str, parent: Tag) -> list[Span]:
    """The elements directly inside an element, by depth; for parts that are well-formed."""
    spans: list[Span] = []
    depth, opened = 0, parent
    if parent.empty:
        return spans
    for tag in tags(text, parent.end):
        if tag.closing:
            depth -= 1
            if depth == 0:
                spans.append(Span(opened, tag.end, tag.start))
            elif depth < 0:
                break
        elif depth == 0:
            opened = tag
            if tag.empty:
                spans.append(Span(tag, tag.end, tag.end))
            else:
                depth = 1
        elif not tag.empty:
            depth += 1
    return spans


def prefix_of(root: Tag, namespace: str) -> str | None:
    """The prefix with its colon that a root element gives a namespace, nothing for the default one, else `None`."""
    for name, value in root.attributes.items():
        if value == namespace and name == "xmlns":
            return ""
        if value == namespace and name.startswith("xmlns:"):
            return name[6:] + ":"
    return None


def opened(text: str, tag: Tag, content: str) -> str:
    """The text with something put in as the last child of an element, also where that is self-closing."""
    if tag.empty:
        head = text[tag.start : tag.end - 1].rstrip("/").rstrip()
        return f"{text[: tag.start]}{head}>{content}</{tag.name}>{text[tag.end :]}"
    at = closing_offset(text, tag)
    return text[:at] + content + text[at:]


def closing_offset(text: str, opening: Tag) -> int:
    """Offset of the closing tag of an element that is not self-closing."""
    depth = 1
    for tag in tags(text, opening.end):
        if tag.name == opening.name:
            depth += -1 if tag.closing else 0 if tag.empty else 1
            if depth == 0:
                return tag.start
    return len(text)


def with_attribute(text: str, tag: Tag, name: str, value: str | None) -> str:
    """The written tag with an attribute set, or taken away when the value is `None`."""
    written = text[tag.start : tag.end]
    match = re.search(rf"\s{re.escape(name)}\s*=\s*(?:\"[^\"]*\"|'[^']*')", written)
    replacement = "" if value is None else f" {name}={quoted(value)}"
    if match is not None:
        return written[: match.start()] + replacement + written[match.end() :]
    tail = "/>" if tag.empty else ">"
    return written[: -len(tail)].rstrip() + replacement + tail


def quoted(value: str) -> str:
    """An attribute value with its quotes and references."""
    return elements.quoted(value)


def content(text: str) -> str:
    """Character data of an ST_Xstring: escapes and references written (ECMA-376 part 1, 22.9.2.19)."""
    # By hand, because the standard library's way loads its whole HTTP client.
    return escape(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def part_text(data: bytes, part: str) -> str:
    """A part as text; see `written` for the way back."""
    return to_text(data, part)


def written(text: str, model: bytes) -> bytes:
    """Text in the encoding, and with the byte order mark, of the part that it was read from."""
    codec, mark = encoding_of(model)
    return mark + text.encode(codec, "xmlcharrefreplace")
