"""Cell styles read from ``styles.xml``: what a style index (an entry of ``cellXfs``) means."""

from __future__ import annotations

import re
from functools import cached_property

from trajecto_desktop.ooxml.elements import Element, quoted
from trajecto_desktop.ooxml.fonts import RunFont, read_font
from trajecto_desktop.ooxml.names import to_int
from trajecto_desktop.ooxml.parse import child, children, parse_part
from trajecto_desktop.ooxml.theme import Palette, Theme

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of a cell, colours resolved to ``#RRGGBB`` (None: none, or left to the program).

    ``pattern`` is an ST_PatternType (``none``, ``solid``, ``lightUp`` …) or ``gradient``, whose first and last stop
    are foreground and background. ``xml`` is the canonical form of the fill element: equal text, equal fill.
    """

    pattern: str
    foreground: str | None
    background: str | None
    fill_id: int
    xml: str


_WINDOW_TEXT = "#000000"
_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 32), *range(50, 59)})
_NOT_LETTERS_OF_A_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|general', re.IGNORECASE)


class Styles:
    """The tables of a styles part; entries within ``mc:AlternateContent`` count once, by their fallback.

    Args:
        data: the part; None where the workbook has none.
        part: its name.
        theme: the workbook's theme.
    """

    def __init__(self, data: bytes | None, part: str, theme: Theme) -> None:
        root = parse_part(data, part) if data is not None else None
        self.part = part
        self.fonts = table(root, "fonts")
        self.fills = table(root, "fills")
        self.xfs = table(root, "cellXfs")
        self._formats = child(root, "numFmts") if root is not None else None
        self.palette = Palette(theme, _indexed_colours(root))
        self.refilled: dict[tuple[int, object], int] = {}
        """Index of each format by the one it differs from and the fill it has instead, as edits of this part have found them."""
        self._fill_cache: dict[int, Fill] = {}
        self._font_cache: dict[int, RunFont] = {}

    def fill(self, style: int) -> Fill:
        """The fill of a style index; no fill for one that does not exist."""
        fill = self._fill_cache.get(style)
        if fill is None:
            fill = self._fill_cache[style] = self.fill_by_id(self._reference(style, "fillId"))
        return fill

    def fill_by_id(self, fill_id: int) -> Fill:
        """An entry of the table of fills; no fill for one that does not exist."""
        element = self.fills[fill_id] if 0 <= fill_id < len(self.fills) else None
        return read_fill(element, fill_id, self.palette)

    @cached_property
    def fill_ids(self) -> dict[str, int]:
        """Id of each fill by its canonical form; without the two that the format reserves."""
        found: dict[str, int] = {}
        for fill_id in range(2, len(self.fills)):
            found.setdefault(self.fill_by_id(fill_id).xml, fill_id)
        return found

    def font(self, style: int) -> RunFont:
        """The font of a style index, colour resolved."""
        font = self._font_cache.get(style)
        if font is None:
            font_id = self._reference(style, "fontId")
            element = self.fonts[font_id] if 0 <= font_id < len(self.fonts) else None
            font = self._font_cache[style] = read_font(element, self.palette)
        return font

    def number_format_id(self, style: int) -> int:
        """The number format of a style index; 0 is General."""
        return self._reference(style, "numFmtId")

    def is_date(self, style: int) -> bool:
        """Whether numbers in cells of that style are shown as dates. Source: ECMA-376 part 1, 18.8.30 (numFmt)."""
        wanted = self.number_format_id(style)
        if wanted in _BUILT_IN_DATES:
            return True
        formats = self._formats if self._formats is not None else ()
        code = next(
            (str(each.get("formatCode") or "") for each in formats if to_int(each.get("numFmtId")) == wanted), ""
        )
        bare = _NOT_LETTERS_OF_A_FORMAT.sub("", code).casefold()
        return "y" in bare or "d" in bare

    def _reference(self, style: int, name: str) -> int:
        return to_int(self.xfs[style].get(name)) if 0 <= style < len(self.xfs) else 0


def table(root: Element | None, name: str) -> list[Element]:
    """The entries of a table of the styles part, alternatives unfolded to their fallback."""
    section = child(root, name) if root is not None else None
    entries: list[Element] = []
    for entry in section if section is not None else ():
        if entry.name == "AlternateContent":
            branch = child(entry, "Fallback")
            branch = child(entry, "Choice") if branch is None else branch
            entries.extend(branch if branch is not None else ())
        else:
            entries.append(entry)
    return entries


def _indexed_colours(root: Element | None) -> tuple[str, ...]:
    colours = child(root, "colors") if root is not None else None
    indexed = child(colours, "indexedColors") if colours is not None else None
    return tuple((each.get("rgb") or "FF000000")[-6:].upper() for each in indexed) if indexed is not None else ()


def read_fill(element: Element | None, fill_id: int, palette: Palette) -> Fill:
    """The fill in a ``<fill>`` element.

    A solid fill without a colour, or with an automatic one, is black in Excel and LibreOffice alike, whatever its background: so
    openpyxl writes black. Source: ECMA-376 part 1, 18.8.19 and 18.8.32, and how LibreOffice draws each form.
    """
    inner = element[0] if element else None
    if inner is None:
        return Fill("none", None, None, fill_id, "")
    if inner.name == "gradientFill":
        stops = [palette.colour(child(stop, "color")) for stop in children(inner, "stop")]
        first, last = (stops[0], stops[-1]) if stops else (None, None)
        return Fill("gradient", first, last, fill_id, canonical(inner))
    pattern = inner.get("patternType") or ("solid" if child(inner, "fgColor") is not None else "none")
    if pattern == "none":
        return Fill("none", None, None, fill_id, "")
    foreground, background = (palette.colour(child(inner, name)) for name in ("fgColor", "bgColor"))
    if pattern == "solid" and foreground is None:
        foreground = _WINDOW_TEXT
    return Fill(pattern, foreground, background, fill_id, canonical(inner))


def canonical(element: Element) -> str:
    """An element without prefixes and with its attributes in order."""
    found = sorted(element.attributes.items())
    attributes = "".join(f" {key}={quoted(value)}" for key, value in found)
    inside = "".join(canonical(each) for each in element)
    name = element.name
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"
