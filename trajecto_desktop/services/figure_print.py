"""Write a drawing as PDF or PNG.

Typst turns our own SVG into both: text stays text, the PDF is tagged, and the bytes are the same each time.

Here: those two formats. Not here: SVG (`figure_svg`), reports in many pages of text (`export_pdf`). Imports `figure_svg`.
"""

from __future__ import annotations

import struct
import zlib

from .figure_drawing import Drawing, Page
from .figure_svg import svg_text
from .typesetting import compiled, typst_string

_TEXT_CHUNK = b"iTXt"


def pdf_bytes(drawing: Drawing) -> bytes:
    """All pages as one PDF/UA document; each page is a figure with its description as alternative text."""
    pages = [_page_source(page, drawing) for page in drawing.pages]
    title = drawing.pages[0].title if drawing.pages else ""
    head = f"#set document(title: {typst_string(title)}, description: {typst_string(drawing.mark)}, date: none)\n"
    return compiled(head + _language(drawing) + "".join(pages), "pdf")[0]


def png_bytes(page: Page, drawing: Drawing, ppi: float) -> bytes:
    """One page as PNG, with title, description and mark in text chunks.

    Args:
        page: the page.
        drawing: the drawing it belongs to.
        ppi: pixels per inch.
    """
    picture = compiled(_language(drawing) + _page_source(page, drawing), "png", ppi)[0]
    texts = {"Title": page.title, "Description": page.description, "Source": drawing.mark}
    return _with_texts(picture, texts, ppi)


def _language(drawing: Drawing) -> str:
    return f'#set text(lang: "{drawing.language}", region: "{"BE" if drawing.language == "nl" else "GB"}")\n'


def _page_source(page: Page, drawing: Drawing) -> str:
    svg, alt = typst_string(svg_text(page, drawing)), typst_string(page.description)
    size = f"width: {page.width:.2f}pt, height: {page.height:.2f}pt"
    return f'#page({size}, margin: 0pt)[#image(bytes({svg}), format: "svg", {size}, alt: {alt})]\n'


def _with_texts(png: bytes, texts: dict[str, str], ppi: float) -> bytes:
    """The picture with text chunks and its resolution after the header. Source: PNG (third edition), 11.3.3 and 11.3.4.3."""
    header_end = 8 + 25
    extra = b"".join(
        _chunk(_TEXT_CHUNK, key.encode("ascii") + b"\0\0\0\0\0" + text.encode("utf-8")) for key, text in texts.items()
    )
    per_metre = round(ppi / 0.0254)
    return png[:header_end] + _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) + extra + png[header_end:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
