"""Shared and inline strings: text, rich runs, escapes. Strings are taken apart when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from trajecto_desktop.errors import DamagedFileError
from trajecto_desktop.ooxml import names
from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.fonts import canonical_properties, properties_element
from trajecto_desktop.ooxml.parse import (
    children,
    decode_references,
    encoding_of,
    holds_other_markup,
    parse_part,
    parse_text,
    refuse_unreadable,
)

_HALF = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MUST_ESCAPE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_PLAIN = ("<t>", '<t xml:space="preserve">')
_OPENING, _SPACED = (each.encode() for each in _PLAIN)
_KEEPING_SPACE = len(_SPACED)
_RUN = re.compile(
    r"<r>(?:<rPr>((?:<[A-Za-z]+(?: [A-Za-z]+=\"[^\"<]*\")*/>)*)</rPr>)?"
    r"<t(?: xml:space=\"preserve\")?(?:/>|>([^<]*)</t>)</r>|([\s\S])"
)


class RichRun(NamedTuple):
    """A stretch of text with one format. ``properties``: canonical inner XML of its ``<rPr>``; '' when it has none.

    A named tuple, because a workbook has thousands of them and they are quicker to make than a frozen dataclass.
    """

    text: str
    properties: str = ""


Runs = tuple[RichRun, ...]


def plain(runs: Runs) -> str:
    """The text of runs without their formats."""
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


def has_formats(runs: Runs) -> bool:
    """Whether runs say more than their text."""
    return len(runs) != 1 or bool(runs[0].properties)


def with_text(runs: Runs, text: str) -> Runs:
    """Runs that say another text: what is equal at the beginning and the end keeps its format.

    What comes in between takes the format of the text it replaces, or of what stands before it.
    """
    old = plain(runs)
    shorter = min(len(old), len(text))
    head = next((i for i in range(shorter) if old[i] != text[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != text[-1 - i]), shorter - head)
    middle = text[head : len(text) - tail]
    at = head if len(old) - tail > head else max(head - 1, 0)
    pieces = [*_slice(runs, 0, head), *_format_at(runs, at, middle), *_slice(runs, len(old) - tail, len(old))]
    return _joined(pieces)


def _slice(runs: Runs, start: int, stop: int) -> list[RichRun]:
    """The runs of a stretch of text."""
    found, position = [], 0
    for run in runs:
        piece = run.text[max(start - position, 0) : max(stop - position, 0)]
        if piece:
            found.append(RichRun(piece, run.properties))
        position += len(run.text)
    return found


def _format_at(runs: Runs, position: int, text: str) -> list[RichRun]:
    """A text in the format of the character at a position."""
    there = _slice(runs, position, position + 1) or list(runs[-1:])
    return [RichRun(text, there[0].properties if there else "")] if text else []


def unescape(text: str) -> str:
    r"""Undo ``_xHHHH_`` (ECMA-376 part 1, 22.4.2.4, ST_Xstring) and make line ends ``\n``."""
    if "_x" in text:
        text = whole(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return text


def escape(text: str) -> str:
    """Write as ``_xHHHH_`` what XML cannot hold, and an underscore that would be read as such an escape."""
    return _MUST_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", whole(text).replace("\r\n", "\n"))


def whole(text: str) -> str:
    """The text with halves of characters beyond U+FFFF joined; a half alone, which no file can hold, is U+FFFD."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def character_data(raw: str) -> str:
    """Raw character data of a string item as the text a person sees."""
    if "&" in raw:
        raw = decode_references(raw)
    if "\r" in raw or "_x" in raw:
        raw = unescape(raw)
    return raw


def element_runs(item: Element) -> Runs:
    """Runs of an ``<si>`` or ``<is>`` element; phonetic readings do not count."""
    runs: list[RichRun] = []
    for part in item:
        name = part.name
        if name == "t":
            runs.append(RichRun(unescape(part.text or "")))
        elif name == "r":
            text = "".join(unescape(each.text or "") for each in children(part, "t"))
            properties = children(part, "rPr")
            runs.append(RichRun(text, canonical_properties(properties[0]) if properties else ""))
    return _joined(runs)


def _joined(runs: list[RichRun]) -> Runs:
    """Without empty runs, and with neighbours of one format as one run."""
    joined: list[RichRun] = []
    for run in runs:
        if joined and joined[-1].properties == run.properties:
            joined[-1] = RichRun(joined[-1].text + run.text, run.properties)
        elif run.text:
            joined.append(run)
    return tuple(joined)


class SharedStrings:
    """The shared strings part. An index outside it reads as empty text.

    Cost: the part is cut at ``<si>`` once; a string is parsed when it is asked for, and kept instead of its markup.

    Args:
        data: the part; None where the workbook has none.
        part: its name.
    """

    def __init__(self, data: bytes | None, part: str = "") -> None:
        self.part = part
        self._items: list[bytes | str | Runs] = []
        """Each string as its markup, until it is asked for; then as its text where it has no formats, else as runs."""
        self._properties: dict[str, str] = {}
        if data is not None:
            self._items = _cut(data, part) or _parsed(data, part)

    def __len__(self) -> int:
        return len(self._items)

    def with_appended(self, added: Sequence[Runs]) -> SharedStrings:
        """The same strings and some more at the end, without reading a part again."""
        longer = SharedStrings(None, self.part)
        longer._items, longer._properties = [*self._items, *added], self._properties
        return longer

    def runs(self, index: int) -> Runs:
        """The runs of a string."""
        item = self.said(index)
        if isinstance(item, str):
            return (RichRun(item),) if item else ()
        return item

    def text(self, index: int) -> str:
        """The text of a string."""
        item = self._items[index] if 0 <= index < len(self._items) else ""
        if isinstance(item, bytes):
            item = self._items[index] = self._taken_apart(item)
        return item if isinstance(item, str) else plain(item)

    def said(self, index: int) -> str | Runs:
        """A string as it is kept: its text where it has no formats, else its runs."""
        if not 0 <= index < len(self._items):
            return ""
        item = self._items[index]
        if isinstance(item, bytes):
            item = self._items[index] = self._taken_apart(item)
        return item

    def _taken_apart(self, item: bytes) -> str | Runs:
        """A string from its markup; a text without formats, references or escapes, as most are, with one look at each sign."""
        text = (
            item[3:-4]
            if item[:3] == _OPENING
            else item[_KEEPING_SPACE:-4]
            if item[:_KEEPING_SPACE] == _SPACED
            else b"<"
        )
        if b"<" not in text and item[-4:] == b"</t>" and b"&" not in text and b"_x" not in text:
            return text.decode()
        return said_in(item.decode(), self.part, self._properties)


def _cut(data: bytes, part: str) -> list[bytes | str | Runs]:
    """The markup of each item; empty where the part is written in a way that only a full parser can read."""
    codec, mark = encoding_of(data)
    if codec != "utf-8" or b"\r" in data or holds_other_markup(data):
        return []
    count = data.count(b"<si>")
    items = data.split(b"</si><si>")
    if len(items) != count:
        items = re.split(rb"</si>\s*<si>", data)
    head, opening, items[0] = items[0].partition(b"<si>")
    items[-1], closing, end = items[-1].rpartition(b"</si>")
    if len(items) != count or not (opening and closing) or end.strip() != b"</sst>":
        return []
    head = head[len(mark) :]
    if head.count(b"<") != 1 + head.startswith(b"<?") or b"<sst" not in head:
        return []
    refuse_unreadable(data, part)
    return list(items)


def _parsed(data: bytes, part: str) -> list[bytes | str | Runs]:
    return [element_runs(item) for item in children(parse_part(data, part), "si")]


def item_runs(raw: str, part: str = "", known: dict[str, str] | None = None) -> Runs:
    """Runs of the inner markup of an ``<si>`` or ``<is>``, as it stands in a part without comments or prefixes.

    Cost: about 1 µs for plain text; only what is written in an unusual way goes through the XML parser.

    Args:
        raw: the markup between the tags.
        part: name of the part, for messages.
        known: canonical properties by their markup, filled on the way, where many strings share a few formats.

    Raises:
        DamagedFileError: not well formed.
    """
    said = said_in(raw, part, known)
    return (RichRun(said),) if isinstance(said, str) else said


def said_in(raw: str, part: str = "", known: dict[str, str] | None = None) -> str | Runs:
    """The same as `item_runs`, but for a string without formats its text alone."""
    start = raw.find(">") + 1
    if raw.find("<", start) == len(raw) - 4 and raw[:start] in _PLAIN and raw.endswith("</t>"):
        return character_data(raw[start:-4])
    runs = _runs_in(raw, part, {} if known is None else known)
    return runs if has_formats(runs) else runs[0].text


def _runs_in(raw: str, part: str, known: dict[str, str]) -> Runs:
    runs = []
    for properties, text, other in _RUN.findall(raw):
        if other:
            return element_runs(parse_text(f'<si xmlns="{names.MAIN}">{raw}</si>', part))
        runs.append(RichRun(character_data(text), _canonical(properties, known) if properties else ""))
    return _joined(runs)


def _canonical(properties: str, known: dict[str, str]) -> str:
    canonical = known.get(properties)
    if canonical is None:
        try:
            canonical = canonical_properties(properties_element(properties))
        except DamagedFileError:
            canonical = ""
        known[properties] = canonical
    return canonical
