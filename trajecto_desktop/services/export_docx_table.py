"""Tables of a Word document, written as WordprocessingML.

Here: one table. python-docx looks at the whole table for each cell that it adds, which takes seconds for a report; the markup of
a table is short and is parsed once. Not here: the document around it (`export_docx`). Source: ECMA-376 part 1, 17.3 and 17.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from ..values import dataclass
from .export_text import Piece, fits_easily
from .export_words import on_one_line, storable

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS_PER_MM = 1440 / 25.4
_HEADER_FILL = "#ECECEC"
_HATCH = "A6A6A6"
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BORDERS = f"<w:tblBorders>{_LINES}</w:tblBorders>"
_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell: paragraphs of pieces, and the colour behind them."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    fill: str | None = None
    """`#RRGGBB`."""
    hatched: bool = False


def word_cell(paragraphs: Iterable[Iterable[Piece]], fill: str | None = None, hatched: bool = False) -> WordCell:
    """A cell of these paragraphs; those without text are left out."""
    made = (tuple(piece for piece in paragraph if piece.text) for paragraph in paragraphs)
    return WordCell(tuple(paragraph for paragraph in made if paragraph), fill, hatched)


def table_xml(titles: Sequence[str], widths_mm: Sequence[float], name: str, rows: Iterable[Sequence[WordCell]]) -> str:
    """A table whose header row repeats on each page.

    Args:
        titles: of the columns.
        widths_mm: of the columns.
        name: for screen readers.
        rows: the cells of each row, as many as there are titles.
    """
    widths = [round(width * _TWIPS_PER_MM) for width in widths_mm]
    caption = on_one_line(storable(name))
    about = on_one_line(storable(f"{name}: {', '.join(titles)}"))
    header = [word_cell([[Piece(title, bold=True)]], _HEADER_FILL) for title in titles]
    return "".join(
        (
            f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
            f'{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}',
            '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
            f"<w:tblCaption w:val={quoteattr(caption)}/><w:tblDescription w:val={quoteattr(about)}/></w:tblPr><w:tblGrid>",
            *(f'<w:gridCol w:w="{width}"/>' for width in widths),
            "</w:tblGrid>",
            # The header keeps with the first row, so that a heading and it never stand alone at the foot of a page.
            _row(header, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:pPr><w:keepNext/></w:pPr>"),
            *(_row(row, widths, _whole(row, widths_mm)) for row in rows),
            "</w:tbl>",
        )
    )


def _whole(row: Sequence[WordCell], widths_mm: Sequence[float]) -> str:
    """A row stays on one page unless it is very high: then white space at the foot would be worse than a split."""
    texts = ["\n".join("".join(piece.text for piece in paragraph) for paragraph in cell.paragraphs) for cell in row]
    return "<w:trPr><w:cantSplit/></w:trPr>" if fits_easily(texts, widths_mm) else ""


def _row(cells: Sequence[WordCell], widths: Sequence[int], properties: str, of_paragraphs: str = "") -> str:
    made = (_cell(cell, width, of_paragraphs) for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _cell(cell: WordCell, width: int, of_paragraphs: str) -> str:
    pattern, line = ("thinDiagStripe", _HATCH) if cell.hatched else ("clear", "auto")
    shade = f'<w:shd w:val="{pattern}" w:color="{line}" w:fill="{cell.fill[1:]}"/>' if cell.fill else ""
    paragraphs = "".join(
        f"<w:p>{of_paragraphs}{''.join(_run(piece) for piece in paragraph)}</w:p>" for paragraph in cell.paragraphs
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{paragraphs or "<w:p/>"}</w:tc>'


def _run(piece: Piece) -> str:
    look = "".join(
        (
            "<w:b/>" if piece.bold else "",
            "<w:i/>" if piece.italic else "",
            "<w:strike/>" if piece.strike else "",
            f'<w:color w:val="{piece.colour[1:]}"/>' if piece.colour else "",
            '<w:u w:val="single"/>' if piece.underline else "",
        )
    )
    lines = escape(storable(piece.text)).split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{line.replace(chr(9), " ")}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text}</w:r>"
