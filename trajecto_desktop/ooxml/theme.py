"""Colours: theme, indexed palette, tints; everything ends as ``#RRGGBB``."""

from __future__ import annotations

import colorsys
import re

from trajecto_desktop.errors import DocumentError
from trajecto_desktop.ooxml.elements import Element
from trajecto_desktop.ooxml.names import to_bool, to_int
from trajecto_desktop.ooxml.package import Package
from trajecto_desktop.ooxml.parse import child, parse_part

#: Order in which ``theme="n"`` counts: light 1 and dark 1 (and 2) change places (ECMA-376 part 1, 18.8.3).
_THEME_ORDER = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip

_OFFICE_2007 = (
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF",
    "800080",
)  # fmt: skip

#: ECMA-376 part 1, 18.8.27: the default indexed colours 0 to 63.
_INDEXED_DIGITS = (
    "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF"
    "800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF"
    "000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99"
    "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
)
_INDEXED = tuple(_INDEXED_DIGITS[start : start + 6] for start in range(0, 384, 6))
_SYSTEM = {64: "000000", 65: "FFFFFF", 81: "000000"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")


class Theme:
    """The twelve colours of the theme part, in the order in which cells count them."""

    def __init__(self, colours: tuple[str, ...] = _OFFICE_2007) -> None:
        self.colours = colours

    @classmethod
    def of(cls, package: Package, workbook_part: str) -> Theme:
        """The workbook's theme; Office 2007's where there is none or it cannot be read."""
        for part in package.related(workbook_part, "theme"):
            try:
                return cls(_scheme(parse_part(package.read(part), part, "clrScheme")))
            except DocumentError:
                break
        return cls()


def _scheme(root: Element) -> tuple[str, ...]:
    elements = child(root, "themeElements")
    scheme = child(elements, "clrScheme") if elements is not None else None
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            value = colour.get("lastClr") if colour.name == "sysClr" else colour.get("val")
            if value and _HEX.match(value):
                found[entry.name] = value.upper()
    return tuple(found.get(name, default) for name, default in zip(_THEME_ORDER, _OFFICE_2007, strict=True))


class Palette:
    """Turns colour elements (CT_Color: rgb, theme, indexed, auto, with a tint) into ``#RRGGBB``.

    Args:
        theme: the workbook's theme.
        indexed: the workbook's own indexed colours (``<indexedColors>``); empty for the default ones.
    """

    def __init__(self, theme: Theme, indexed: tuple[str, ...] = ()) -> None:
        self._theme = theme
        self._indexed = indexed or _INDEXED

    def colour(self, element: Element | None) -> str | None:
        """``#RRGGBB``; None where no element stands, or it leaves the colour to the program."""
        return None if element is None else self.resolve(element.attributes)

    def resolve(self, attributes: dict[str, str]) -> str | None:
        """``#RRGGBB`` for the attributes of a colour element; None for an automatic or unreadable one."""
        base = self._base(attributes)
        if base is None:
            return None
        try:
            tint = float(attributes.get("tint") or 0)
        except ValueError:
            tint = 0.0
        return "#" + (tinted(base, tint) if tint else base)

    def _base(self, attributes: dict[str, str]) -> str | None:
        rgb = attributes.get("rgb")
        if rgb and _HEX.match(rgb[-6:]):
            return rgb[-6:].upper()
        if "theme" in attributes:
            index = to_int(attributes["theme"], -1)
            return self._theme.colours[index] if 0 <= index < len(self._theme.colours) else None
        if "indexed" in attributes:
            index = to_int(attributes["indexed"], -1)
            return self._indexed[index] if 0 <= index < len(self._indexed) else _SYSTEM.get(index)
        return "000000" if to_bool(attributes.get("auto")) and rgb else None


def tinted(rgb: str, tint: float) -> str:
    """A colour (``RRGGBB``) made darker (tint below 0, to -1) or lighter (to 1).

    Source: ECMA-376 part 1, 18.8.19 (bgColor): the luminance in HLS times 1 + tint, or moved towards 1.
    """
    tint = max(-1.0, min(1.0, tint))
    red, green, blue = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
