"""The typesetter: Typst, with the shipped fonts alone, so that every machine makes the same pages.

Here: calling it, and quoting text for it. Not here: what is on the pages. Imports `figure_text`.
"""

from __future__ import annotations

from typing import Any, Literal

from ..errors import Language
from .export_words import storable
from .figure_text import FONT_FAMILY, font_folder
from .glyphs import boxes_sentence, foreign

_NO_GLYPH = "could not be displayed"
"""What the typesetter says when no font has a character."""
_MOST_ASKED = 40
"""How many lacking characters are looked for one by one."""


def typst_string(text: str) -> str:
    """The text as a Typst string literal. Source: Typst reference, Strings."""
    return '"' + storable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def compiled(source: str, format_name: Literal["pdf", "png"], ppi: float = 144.0) -> list[bytes]:
    """The pages of a Typst source: one PDF (PDF/UA-1, tagged), or one PNG for each page.

    The shipped fonts alone, so that every machine gives the same; the system's only where a character is not in them.

    Cost: from 0.1 second for a picture to some seconds for a report of hundreds of pages.
    """
    # A large library that only pictures and PDF need.
    import typst

    main = source.encode("utf-8")
    shipped = _fonts(system=False)
    if format_name == "png":
        fonts = _fonts(system=True) if foreign(source) else shipped
        return _pages(typst.compile(main, format="png", font_paths=fonts, ppi=ppi))
    try:
        return _pages(typst.compile(main, format="pdf", font_paths=shipped, pdf_standards=["ua-1"]))
    except RuntimeError as error:
        if _NO_GLYPH not in str(error):
            raise
    # A script that the shipped fonts lack, such as Japanese: the system's fonts may have it.
    try:
        return _pages(typst.compile(main, format="pdf", font_paths=_fonts(system=True), pdf_standards=["ua-1"]))
    except RuntimeError as error:
        if _NO_GLYPH not in str(error):
            raise
    # No font has it: the page shows a box there, the text itself is in the file and can be read aloud; PDF/UA forbids the box.
    return _pages(typst.compile(main, format="pdf", font_paths=_fonts(system=True)))


def undrawable(text: str) -> str:
    """The characters of a text that no font on this machine has, each once, in order; they become boxes on a page.

    Cost: nothing for a text that the shipped font has; else about 0.2 second to look through the fonts.
    """
    asked = foreign(text)
    if not asked:
        return ""
    fonts = _fonts(system=True)
    if _is_drawable(asked, fonts):
        return ""
    return "".join(each for each in asked[:_MOST_ASKED] if not _is_drawable(each, fonts))


def boxes_note(text: str, ending: str, language: Language = "nl") -> str:
    """What a person has to know of a page with this text, in a file with that ending; empty when every character is drawn.

    Of other formats than these the program that opens the file chooses the fonts.
    """
    return boxes_sentence(undrawable(text), language) if ending.lower() in (".pdf", ".png") else ""


def _is_drawable(characters: str, fonts: Any) -> bool:
    import typst

    source = f'#set document(title: "x")\n#set text(font: "{FONT_FAMILY}")\n#{typst_string(characters)}'
    try:
        typst.compile(source.encode(), format="pdf", font_paths=fonts, pdf_standards=["ua-1"])
    except RuntimeError as error:
        if _NO_GLYPH not in str(error):
            raise
        return False
    return True


def _fonts(*, system: bool) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[str(font_folder())])


def _pages(made: bytes | list[bytes]) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made)
