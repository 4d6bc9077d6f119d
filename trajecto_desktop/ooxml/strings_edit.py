"""Strings written: appended to the shared strings part, or put into the cell where a workbook has none."""

from __future__ import annotations

import re

from trajecto_desktop.ooxml.names import to_int
from trajecto_desktop.ooxml.sheet_edit import CellContent
from trajecto_desktop.ooxml.strings import Runs, escape
from trajecto_desktop.ooxml.tokens import PartText, Splice, prefixed, value_of

_NUMBER = re.compile(r"[0-9]{1,9}\Z")


def runs_xml(runs: Runs) -> bytes:
    """The content of an ``<si>`` or ``<is>`` for runs, without prefixes."""
    if len(runs) == 1 and not runs[0].properties:
        return _text_element(runs[0].text)
    return b"".join(_run_element(run.text, run.properties) for run in runs)


def _run_element(text: str, properties: str) -> bytes:
    written = b"<rPr>%s</rPr>" % properties.encode("utf-8") if properties else b""
    return b"<r>%s%s</r>" % (written, _text_element(text))


def _text_element(text: str) -> bytes:
    raw = escape(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")
    space = b' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else b""
    return b"<t%s>%s</t>" % (space, raw)


class InlineStrings:
    """Puts strings into the cells themselves: for a workbook without a shared strings part."""

    def content(self, runs: Runs) -> CellContent:
        """The content of a cell that says this."""
        return CellContent(b"inlineStr", b"<is>%s</is>" % runs_xml(runs))

    def forget(self) -> None:
        """A cell stops using a string: nothing to count here."""


class StringsEdit:
    """Strings to be appended to the shared strings part.

    Args:
        data: the part.
        part: its name.
        size: how many strings it holds.
    """

    def __init__(self, data: bytes, part: str, size: int) -> None:
        self._text = PartText(data, part)
        self._root = self._text.root()
        self._size = size
        self._new: list[bytes] = []
        self._indexes: dict[bytes, int] = {}
        self._uses = 0

    def content(self, runs: Runs) -> CellContent:
        """The content of a cell that says this; an equal string that is there already is used again."""
        item = prefixed(b"<si>%s</si>" % runs_xml(runs), self._root.prefix)
        if item not in self._indexes:
            self._indexes[item] = self._index(item)
        self._uses += 1
        return CellContent(b"s", b"<v>%d</v>" % self._indexes[item])

    def forget(self) -> None:
        """A cell stops using a string."""
        self._uses -= 1

    def _index(self, item: bytes) -> int:
        raw, scan = self._text.raw, self._text.scan
        found = raw.find(item, self._root.inner_start, self._root.inner_end)
        if found >= 0 and scan[found : found + len(item)] == item:
            opened = re.compile(b"<" + self._root.prefix + rb"si(?=[\s/>])")
            return len(opened.findall(scan, self._root.inner_start, found))
        self._new.append(item)
        return self._size + len(self._new) - 1

    def finished(self) -> bytes:
        """The part with what was appended and its counts corrected; the same bytes when nothing changed."""
        splices: list[Splice] = []
        if self._new:
            splices.append(self._text.append_splice(self._root, b"".join(self._new)))
        attributes = self._text.attributes(self._root)
        unique = value_of(attributes.get(b"uniqueCount", b""))
        if _NUMBER.match(unique) and self._new:
            count = str(self._size + len(self._new)).encode()
            splices.append(self._text.attribute_splice(self._root, b"uniqueCount", count))
        uses = value_of(attributes.get(b"count", b""))
        if _NUMBER.match(uses) and (self._uses or self._new):
            count = str(max(to_int(uses) + self._uses, 0)).encode()
            splices.append(self._text.attribute_splice(self._root, b"count", count))
        return self._text.spliced(splices)
