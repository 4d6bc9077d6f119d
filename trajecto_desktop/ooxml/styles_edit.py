"""Cell styles written: formats and fills are appended to ``styles.xml``, never changed (ECMA-376 part 1, 18.8)."""

from __future__ import annotations

import re
from functools import cached_property

from trajecto_desktop.errors import ColourError, TooManyStylesError
from trajecto_desktop.ooxml.names import MAIN
from trajecto_desktop.ooxml.styles import Styles
from trajecto_desktop.ooxml.tokens import PartText, Span, Splice, prefixed, raw_attributes

from ..values import dataclass

MAX_FORMATS = 64_000

#: Order of the children of <styleSheet>.
_ORDER = (
    b"numFmts", b"fonts", b"fills", b"borders", b"cellStyleXfs", b"cellXfs", b"cellStyles", b"dxfs", b"tableStyles",
    b"colors", b"extLst",
)  # fmt: skip
_NONE = b'<fill><patternFill patternType="none"/></fill>'
_GRAY = b'<fill><patternFill patternType="gray125"/></fill>'
#: What a table must hold at least for style 0 to mean the default format.
_FIRST = {
    b"fonts": b'<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
    b"fills": _NONE + _GRAY,
    b"borders": b"<border><left/><right/><top/><bottom/><diagonal/></border>",
    b"cellStyleXfs": b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    b"cellXfs": b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\Z")


@dataclass(frozen=True, slots=True)
class NoFill:
    """No fill."""


@dataclass(frozen=True, slots=True)
class SolidFill:
    """An even fill of one colour, ``#RRGGBB``."""

    color: str

    def xml(self) -> str:
        """The canonical inner element.

        Raises:
            ColourError: the colour is not written as RRGGBB.
        """
        match = _COLOUR.match(self.color.strip())
        if match is None:
            raise ColourError(detail=self.color)
        rgb = match[1].upper()
        return f'<patternFill patternType="solid"><fgColor rgb="FF{rgb}"/><bgColor indexed="64"/></patternFill>'


@dataclass(frozen=True, slots=True)
class FillXml:
    """A fill as :attr:`trajecto_desktop.ooxml.styles.Fill.xml` gives it; '' is no fill."""

    content: str


@dataclass(frozen=True, slots=True)
class FillFromStyle:
    """The very fill that a style index of the same workbook has."""

    style: int


FillSpec = NoFill | SolidFill | FillXml | FillFromStyle


def empty_styles(namespace: str = MAIN) -> bytes:
    """A styles part that says nothing; the tables come with the first fill."""
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<styleSheet xmlns="%s"/>' % namespace.encode()


class StylesEdit:
    """Formats to be appended to a styles part.

    Args:
        data: the part.
        part: its name.
        styles: the same part, read; its fills decide whether anything changes.
        highest_used: highest style index that cells use although the part may not have it. New formats come after
            it, or such cells would be repainted.
    """

    def __init__(self, data: bytes, part: str, styles: Styles, highest_used: int = 0) -> None:
        self._data = data
        self._part = part
        self._styles = styles
        self._highest_used = highest_used
        self._new_xfs: list[bytes] = []
        self._new_fills: list[bytes] = []
        self._fill_ids: dict[str, int] = {}
        self._made: dict[tuple[int, FillSpec], int] = {}

    def with_fill(self, base_style: int, fill: FillSpec) -> int:
        """Index of the format that is ``base_style`` with another fill; the same index where it has that fill.

        Raises:
            ColourError: the colour of a solid fill is none.
            TooManyStylesError: the workbook has Excel's 64,000 formats.
        """
        key = (base_style, fill)
        known = self._made.get(key, self._styles.refilled.get(key))
        if known is None:
            known = self._made[key] = self._with_fill(base_style, fill)
            if known < len(self._styles.xfs):
                # The part has it already, so the next edit need not take the part apart to find it.
                self._styles.refilled[key] = known
        return known

    def finished(self) -> bytes:
        """The styles part with what was appended; the same bytes when nothing was."""
        if not self._new_xfs:
            return self._data
        splices: list[Splice] = []
        missing: list[tuple[bytes, bytes]] = []
        for name, first in _FIRST.items():
            formats = [_FIRST[b"cellXfs"]] * self._padding + self._new_xfs
            added = {b"fills": self._new_fills, b"cellXfs": formats}.get(name, [])
            section = self._sections.get(name)
            if section is None:
                missing.append((name, self._new_section(name, first, added)))
            else:
                splices += self._grown(section, first, added)
        return self._text.spliced(splices + self._inserted(missing))

    # ---- the part, taken apart when a format is looked for that was not met before

    @cached_property
    def _text(self) -> PartText:
        return PartText(self._data, self._part)

    @cached_property
    def _root(self) -> Span:
        return self._text.root()

    @cached_property
    def _sections(self) -> dict[bytes, Span]:
        return {span.local: span for span in self._text.children(self._root)}

    @cached_property
    def _xfs(self) -> list[bytes]:
        return self._entries(b"cellXfs")

    @cached_property
    def _padding(self) -> int:
        return max(self._highest_used + 1 - max(len(self._xfs), 1), 0)

    # ---- formats

    def _with_fill(self, base_style: int, fill: FillSpec) -> int:
        wanted = self._wanted(fill)
        if isinstance(wanted, str):
            if wanted == self._styles.fill(base_style).xml:
                return base_style
            fill_id = self._fill_id(wanted)
        else:
            fill_id = wanted
            if fill_id == self._styles.fill(base_style).fill_id:
                return base_style
        base = self._xfs[base_style] if 0 <= base_style < len(self._xfs) else _FIRST[b"cellXfs"]
        return self._xf_index(_xf_with_fill(base, fill_id))

    def _wanted(self, fill: FillSpec) -> str | int:
        """Canonical XML of a fill, or the id of one that the workbook has."""
        if isinstance(fill, SolidFill):
            return fill.xml()
        if isinstance(fill, FillXml):
            return fill.content
        if isinstance(fill, NoFill):
            return ""
        return self._styles.fill(fill.style).fill_id

    def _fill_id(self, xml: str) -> int:
        if not xml:
            return 0
        if xml not in self._fill_ids:
            self._fill_ids[xml] = self._known_fill(xml)
        return self._fill_ids[xml]

    def _known_fill(self, xml: str) -> int:
        if xml in self._styles.fill_ids:
            return self._styles.fill_ids[xml]
        self._new_fills.append(b"<fill>%s</fill>" % xml.encode("utf-8"))
        return max(len(self._entries(b"fills")), 2) + len(self._new_fills) - 1

    def _xf_index(self, xf: bytes) -> int:
        meaning = _meaning(xf)
        if meaning not in self._by_meaning:
            index = max(len(self._xfs), 1) + self._padding + len(self._new_xfs)
            if index >= MAX_FORMATS:
                raise TooManyStylesError
            self._new_xfs.append(xf)
            self._by_meaning[meaning] = index
        return self._by_meaning[meaning]

    @cached_property
    def _by_meaning(self) -> dict[object, int]:
        """Index of each format by what it says."""
        found: dict[object, int] = {}
        for index, entry in enumerate(self._xfs or [_FIRST[b"cellXfs"]]):
            found.setdefault(_meaning(entry), index)
        return found

    # ---- bytes

    def _entries(self, section: bytes) -> list[bytes]:
        """The entries of a table as bytes; those of the fallback where the file offers alternatives."""
        span = self._sections.get(section)
        return [] if span is None else [self._text.raw[each.start : each.end] for each in self._entry_spans(span)]

    def _entry_spans(self, section: Span) -> list[Span]:
        spans: list[Span] = []
        for each in self._text.children(section):
            if each.local == b"AlternateContent":
                branch = self._text.child(each, b"Fallback") or self._text.child(each, b"Choice")
                spans += self._text.children(branch) if branch else []
            else:
                spans.append(each)
        return spans

    def _grown(self, section: Span, first: bytes, added: list[bytes]) -> list[Splice]:
        """Splices that append entries to a table, fill it up to what it must hold, and correct its count."""
        there = len(self._entry_spans(section))
        padding = b""
        if section.local == b"fills":
            padding = (_NONE + _GRAY, _GRAY, b"")[min(there, 2)]
            there = max(there, 2)
        elif not there:
            padding, there = first, 1
        if not added and not padding:
            return []
        content = prefixed(padding + b"".join(added), section.prefix)
        splices = [self._text.append_splice(section, content)]
        if b"count" in self._text.attributes(section):
            count = str(there + len(added)).encode()
            splices.append(self._text.attribute_splice(section, b"count", count))
        return splices

    def _new_section(self, name: bytes, first: bytes, added: list[bytes]) -> bytes:
        prefix = self._root.prefix
        content = prefixed(first + b"".join(added), prefix)
        count = len(added) + (2 if name == b"fills" else 1)
        return b'<%s count="%d">%s</%s>' % (prefix + name, count, content, prefix + name)

    def _inserted(self, missing: list[tuple[bytes, bytes]]) -> list[Splice]:
        """Splices that put whole tables in schema order."""
        if not missing:
            return []
        if self._root.is_closed:
            return [self._text.append_splice(self._root, b"".join(content for _, content in missing))]
        splices: list[Splice] = []
        for name, content in missing:
            before = [self._sections[each] for each in _ORDER[: _ORDER.index(name)] if each in self._sections]
            place = max((span.end for span in before), default=self._root.inner_start)
            splices.append((place, place, content))
        return splices


def _xf_with_fill(xf: bytes, fill_id: int) -> bytes:
    text = PartText(xf, "xf")
    span = text.root()
    xf = text.spliced([text.attribute_splice(span, b"fillId", str(fill_id).encode())])
    text = PartText(xf, "xf")
    return text.spliced([text.attribute_splice(text.root(), b"applyFill", b"1")])


def _meaning(xf: bytes) -> object:
    """Equal for formats that differ in the order of attributes only."""
    tag, _, inner = xf.partition(b">")
    attributes = raw_attributes(tag)
    attributes = {name: value for name, value in attributes.items() if value != b"0" or name.startswith(b"apply")}
    return frozenset(attributes.items()), inner.strip()
