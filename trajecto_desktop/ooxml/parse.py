"""XML made safe: a parser without entities, network or DTD, and the encodings of parts."""

from __future__ import annotations

import codecs
import re
from typing import AnyStr

from trajecto_desktop.errors import DamagedFileError, UnsafeContentError, UnsupportedFileError
from trajecto_desktop.ooxml.elements import Element, element_of

_PROLOG_ITEM = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARED_ENCODING = re.compile(rb"""^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CONTROL = tuple(bytes([code]) for code in range(32) if code not in (9, 10, 13))
_LONGEST_DECLARATION = 400
_PIECE_BYTES = 1 << 17
_REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
#: The ampersand last, or what it brings would be read again.
_NAMED_IN_ORDER = (("&gt;", ">"), ("&lt;", "<"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def encoding_of(data: bytes) -> tuple[str, bytes]:
    """(Python codec, byte order mark) of an XML part, by its mark and its declaration (XML 1.0 appendix F).

    Raises:
        UnsupportedFileError: an encoding that Python does not know.
    """
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return codec, mark
    if data.startswith(b"<\0?\0"):
        return "utf-16-le", b""
    if data.startswith(b"\0<\0?"):
        return "utf-16-be", b""
    match = _DECLARED_ENCODING.match(data[:_LONGEST_DECLARATION])
    if match is None:
        return "utf-8", b""
    name = match[1].decode("ascii")
    try:
        codec = codecs.lookup(name).name
        "<".encode(codec)
    except (LookupError, ValueError, TypeError) as error:
        raise UnsupportedFileError(detail=f"encoding {name}") from error
    return codec, b""


def to_text(data: bytes, part: str) -> str:
    """A part as text, without its byte order mark, refused when it holds a DOCTYPE or what XML does not allow."""
    codec, mark = encoding_of(data)
    try:
        text = data[len(mark) :].decode(codec)
    except (UnicodeDecodeError, LookupError, AssertionError) as error:
        raise DamagedFileError(part=part, detail="characters") from error
    if not isinstance(text, str) or has_control(data if codec == "utf-8" else text.encode("utf-8", "replace")):
        raise DamagedFileError(part=part, detail="characters")
    refuse_doctype(text, part)
    return text


def has_control(data: bytes) -> bool:
    """Whether there is a character that XML 1.0 forbids (section 2.2); sought one by one, for that is quickest."""
    return any(code in data for code in _CONTROL)


def refuse_doctype(text: str, part: str) -> None:
    """Stop at a document type declaration: the door to entity bombs and to other files.

    Raises:
        UnsafeContentError: there is one before the root element.
    """
    position = 0
    while match := _PROLOG_ITEM.match(text, position):
        position = match.end()
    if text.startswith("<!DOCTYPE", position):
        raise UnsafeContentError(part=part, detail="DOCTYPE")


def refuse_unreadable(data: bytes, part: str) -> None:
    """Stop at what is no UTF-8, or holds a character that XML does not allow.

    Raises:
        DamagedFileError: it is so.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        # In pieces: a whole part as text takes two to four times its room.
        for start in range(0, len(data), _PIECE_BYTES):
            decoder.decode(data[start : start + _PIECE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise DamagedFileError(part=part, detail="characters") from error
    if has_control(data):
        raise DamagedFileError(part=part, detail="characters")


def holds_other_markup(text: AnyStr) -> bool:
    """Whether a part has comments, CDATA or instructions beside its declaration: what only a whole parser reads rightly."""
    if isinstance(text, bytes):
        return _holds_tag(text, b"!", b"<", 0) or _holds_tag(text, b"?", b"<", 5)
    return _holds_tag(text, "!", "<", 0) or _holds_tag(text, "?", "<", 5)


def _holds_tag(text: AnyStr, mark: AnyStr, opening: AnyStr, start: int) -> bool:
    """Whether a tag begins with the mark; which is sought alone, because it is rare and every tag has the other character."""
    at = text.find(mark, start)
    while at >= 0:
        if text[at - 1 : at] == opening:
            return True
        at = text.find(mark, at + 1)
    return False


def parse_text(text: str, part: str, last: str = "") -> Element:
    """Root element of a part that :func:`to_text` has passed."""
    return element_of(text.encode("utf-8"), part, last)


def parse_part(data: bytes, part: str, last: str = "") -> Element:
    """Root element of a part.

    Args:
        data: the part.
        part: its name.
        last: name of the element after which nothing more is asked for.

    Raises:
        DamagedFileError: it is not well-formed XML.
        UnsafeContentError: it holds a DOCTYPE.
    """
    return parse_text(to_text(data, part), part, last)


def children(element: Element, name: str) -> list[Element]:
    """Child elements of that local name, whatever the namespace (strict and transitional have two)."""
    return [child for child in element if child.name == name]


def child(element: Element, name: str) -> Element | None:
    """First child element of that local name."""
    for each in element:
        if each.name == name:
            return each
    return None


def attribute(element: Element, name: str) -> str | None:
    """An attribute by local name, with or without a namespace."""
    value = element.attributes.get(name)
    if value is not None:
        return value
    return next((each for key, each in element.attributes.items() if key.endswith("}" + name)), None)


def decode_references(text: str) -> str:
    """Character data with its references replaced (XML 1.0, 4.1); only what a well-formed part can hold."""
    if "&" not in text:
        return text
    if "&#" in text:
        return _REFERENCE.sub(_referred, text)
    for reference, meant in _NAMED_IN_ORDER:
        text = text.replace(reference, meant)
    return text


def _referred(match: re.Match[str]) -> str:
    name = match[1]
    if not name.startswith("#"):
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if code < 0x110000 else "\ufffd"
