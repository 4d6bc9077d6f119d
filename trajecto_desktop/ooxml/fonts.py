"""Fonts of cells and of text runs: resolved, and written as run properties."""

from __future__ import annotations

from trajecto_desktop.ooxml import names
from trajecto_desktop.ooxml.elements import Element, element_of, markup_of, quoted
from trajecto_desktop.ooxml.names import to_bool
from trajecto_desktop.ooxml.theme import Palette

from ..values import dataclass

_TOGGLES = ("b", "i", "strike", "condense", "extend", "outline", "shadow")
#: The order in which Excel writes the children of a run's properties.
_ORDER = (*_TOGGLES, "u", "vertAlign", "sz", "color", "rFont", "family", "charset", "scheme")
_RANK = {name: rank for rank, name in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True)
class RunFont:
    """A font with its colour resolved. ``size`` in points; None means: not stated, as the cell has it."""

    name: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    color: str | None = None


def read_font(element: Element | None, palette: Palette) -> RunFont:
    """The font in a ``<font>`` or ``<rPr>`` element."""
    if element is None:
        return RunFont()
    by_name = {each.name: each for each in element}
    named = by_name.get("rFont", by_name.get("name"))
    size = by_name.get("sz")
    return RunFont(
        name=None if named is None else named.get("val"),
        size=None if size is None else _size(size.get("val")),
        bold=_toggle(by_name.get("b")),
        italic=_toggle(by_name.get("i")),
        underline="u" in by_name and by_name["u"].get("val", "single") != "none",
        strike=_toggle(by_name.get("strike")),
        color=palette.colour(by_name.get("color")),
    )


def _size(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _toggle(element: Element | None) -> bool:
    return element is not None and to_bool(element.get("val"), default=True)


def canonical_properties(element: Element) -> str:
    """The children of an ``<rPr>`` written in one way, so that equal formats are equal text.

    Prefixes go, attributes and children get one order, a toggle is written only when it is on.
    """
    written = sorted(filter(None, map(_canonical_child, element)))
    return "".join(text for _, text in written)


def _canonical_child(element: Element) -> tuple[int, str] | None:
    name = element.name
    rank = _RANK.get(name, len(_ORDER))
    if rank == len(_ORDER) or len(element):
        return rank, markup_of(element)
    if name in _TOGGLES:
        return (rank, f"<{name}/>") if _toggle(element) else None
    attributes = sorted(element.attributes.items())
    return rank, f"<{name}{''.join(f' {key}={quoted(value)}' for key, value in attributes)}/>"


def properties_element(properties: str) -> Element:
    """The ``<rPr>`` element that a canonical text stands for.

    Raises:
        DamagedFileError: not well formed.
    """
    return element_of(f'<rPr xmlns="{names.MAIN}">{properties}</rPr>'.encode(), "rPr")


def build_properties(font: RunFont) -> str:
    """Canonical run properties for a font; what is not stated (None, False) is left to the program."""
    parts = []
    for name, wanted in (("b", font.bold), ("i", font.italic), ("strike", font.strike), ("u", font.underline)):
        if wanted:
            parts.append(f"<{name}/>")
    if font.size is not None:
        parts.append(f'<sz val="{font.size:g}"/>')
    if font.color is not None:
        parts.append(f'<color rgb="FF{font.color.lstrip("#").upper()}"/>')
    if font.name is not None:
        parts.append(f"<rFont val={quoted(font.name)}/>")
    return "".join(parts)
