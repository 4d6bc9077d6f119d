"""The typesetter: Typst, with the shipped fonts alone, so that every machine makes the same pages.

Here: calling it, and quoting text for it. Not here: what is on the pages. Imports `figure_text`.
"""

from __future__ import annotations

from typing import Literal

from .export_words import storable
from .figure_text import font_folder


def typst_string(text: str) -> str:
    """The text as a Typst string literal. Source: Typst reference, Strings."""
    return '"' + storable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def compiled(source: str, format_name: Literal["pdf", "png"], ppi: float = 144.0) -> list[bytes]:
    """The pages of a Typst source: one PDF (PDF/UA-1, tagged), or one PNG for each page.

    Cost: from 0.1 second for a picture to some seconds for a report of hundreds of pages.
    """
    # A large library that only pictures and PDF need.
    import typst

    main = source.encode("utf-8")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])
    made: bytes | list[bytes]
    if format_name == "pdf":
        made = typst.compile(main, format="pdf", font_paths=fonts, pdf_standards=["ua-1"])
    else:
        made = typst.compile(main, format="png", font_paths=fonts, ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)
