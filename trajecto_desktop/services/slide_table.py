"""The table of a slide, written as DrawingML.

Here: one table. python-pptx makes each cell through several objects, a millisecond a cell, of which a deck of all forms has
thousands; the markup is short and is parsed once. Not here: what stands in the cells (`export_slides`). Source: ECMA-376 part 1,
21.1.3 (tables), 21.1.2 (text), 20.1.8 (fills).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from ..domain.colour import LegendEntry, mixed, readable_on
from ..values import dataclass
from .export_words import storable
from .slide_shapes import FONT, INK, TABLE_STYLE

HEADER_FILL = "#ECECEC"
Align = Literal["l", "ctr", "r"]
Anchor = Literal["ctr", "b"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind the text of a cell: a colour, or lines of one over another."""

    colour: str
    lines: str | None = None
    """`#RRGGBB` of the lines; without them the colour is plain."""
    hatched: bool = True
    """Lines of hatching, else the small grid that stands for a pattern of the legend."""


@dataclass(frozen=True, slots=True)
class SlideCell:
    """One cell."""

    lines: tuple[str, ...]
    """Each is a paragraph: PowerPoint would break a turned text elsewhere and make the row higher."""
    size: float
    bold: bool = False
    ink: str = INK
    align: Align = "l"
    anchor: Anchor = "ctr"
    margin: float = 4.0
    ground: Ground | None = None
    turned: bool = False


def ground_of(legend: LegendEntry | None, hatched: bool, shade: str | None) -> Ground | None:
    """The ground of a judgement; nothing for a cell without colour."""
    if legend is None and not shade:
        return None
    colour = legend.fill if legend else shade or ""
    patterned = legend is not None and legend.pattern not in ("solid", "none")
    if not hatched and not patterned:
        return Ground(colour)
    # A soft line, so that the mark on it reads.
    return Ground(colour, mixed(readable_on(colour), colour, 0.45 if hatched else 0.2), hatched)


def table_element(
    widths: Sequence[float], heights: Sequence[float], rows: Iterable[Sequence[SlideCell]], locale: str
) -> Any:
    """The table as an element for the frame that holds it; the first row is its header.

    Args:
        widths: of the columns, in points.
        heights: of the rows, in points.
        rows: the cells, as many a row as there are widths.
        locale: language tag of the text.
    """
    grid = "".join(f'<a:gridCol w="{Pt(width)}"/>' for width in widths)
    made = "".join(
        f'<a:tr h="{Pt(height)}">{"".join(_cell(cell, locale) for cell in row)}</a:tr>'
        for height, row in zip(heights, rows, strict=True)
    )
    return parse_xml(
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{made}</a:tbl>"
    )


def _cell(cell: SlideCell, locale: str) -> str:
    paragraphs = "".join(_paragraph(line, cell, locale) for line in cell.lines or ("",))
    margin, turned = Pt(cell.margin), ' vert="vert270"' if cell.turned else ""
    edges = f'marL="{margin}" marR="{margin}" marT="{Pt(1.5)}" marB="{Pt(1.5)}" anchor="{cell.anchor}"{turned}'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f"<a:tcPr {edges}>{_fill(cell.ground)}</a:tcPr></a:tc>"
    )


def _paragraph(line: str, cell: SlideCell, locale: str) -> str:
    size = round(cell.size * 100)
    run = ""
    if line:
        text = escape(storable(line).replace("\n", " ").replace("\t", " "))
        run = (
            f'<a:r><a:rPr lang="{locale}" sz="{size}" b="{int(cell.bold)}">{_solid(cell.ink)}'
            f'<a:latin typeface="{FONT}"/></a:rPr><a:t>{text}</a:t></a:r>'
        )
    # The size stands at the end too, so that an empty cell does not make its row higher.
    return f'<a:p><a:pPr algn="{cell.align}"/>{run}<a:endParaRPr lang="{locale}" sz="{size}"/></a:p>'


def _fill(ground: Ground | None) -> str:
    if ground is None:
        return ""
    if ground.lines is None:
        return _solid(ground.colour)
    kind = "wdUpDiag" if ground.hatched else "smGrid"
    fore, back = (f'<a:srgbClr val="{colour[1:]}"/>' for colour in (ground.lines, ground.colour))
    return f'<a:pattFill prst="{kind}"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
