"""Pieces of a slide: text, fills, legend, slide number, and the style of its tables.

Here: shapes. Not here: what stands on a slide (`slide_plan`) or its table (`export_slides`). Lengths: points (1/72 inch) until
they go to python-pptx. Source: ECMA-376 part 1, 20.1.4.2 (table styles), 20.1.8 (fills), 21.1.2 (text).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from ..domain.colour import LegendEntry, mixed, readable_on
from .export_words import mark_text, storable
from .figure_legend import LegendGrid, LegendItem
from .figure_text import LINE_HEIGHT, widest
from .slide_plan import FOOT, HEIGHT, INNER, LEGEND_SIZE, MARGIN, WIDTH, legend_height, legend_row_height

# The types of python-pptx are incomplete; what comes from it is Any, named here for what it is.
Deck = Any
Slide = Any

FONT = "Verdana"
"""As wide as the font that lines are measured in, and there on Windows and macOS."""
INK = "#1A1A1A"
SOFT_INK = "#4D4D4D"
_RULE = "8C8C8C"
TABLE_STYLE = "{3F1B6C52-9D0E-4C57-9A43-6E2F0B7D81A4}"
"""Ours: thin grey lines, so that the colours of the codes speak; it travels in the deck and can be chosen for other tables."""
_SWATCH, _SWATCH_HEIGHT = 20.0, 13.0
_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")


def add_table_style(deck: Deck) -> None:
    """Put our table style into the deck. Source: ECMA-376 part 1, 20.1.4.2.27 (tblStyle)."""
    line = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_RULE}"/></a:solidFill></a:ln>'
    borders = "".join(f"<a:{side}>{line}</a:{side}>" for side in _SIDES)
    plain = f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
    style = (
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Trajecto">'
        f"<a:wholeTbl><a:tcTxStyle/>{plain}</a:wholeTbl></a:tblStyle>"
    )
    part = deck.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    listed = part.blob.decode("utf-8").rstrip()
    part._blob = listed.removesuffix("/>").encode("utf-8") + f">{style}</a:tblStyleLst>".encode()


def rgb(colour: str) -> Any:
    """`#RRGGBB` as python-pptx has it."""
    made: Any = RGBColor
    return made.from_string(colour[1:])


def fill(shape: Any, colour: str) -> None:
    """One colour behind a shape or a cell."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)


def paint(shape: Any, legend: LegendEntry | None, hatched: bool, shade: str | None) -> None:
    """The colour of a code, with hatching or the legend's own pattern as PowerPoint's pattern fills."""
    ground = legend.fill if legend else shade or "#FFFFFF"
    patterned = legend is not None and legend.pattern not in ("solid", "none")
    if not hatched and not patterned:
        fill(shape, ground)
        return
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL if hatched else MSO_PATTERN.SMALL_GRID
    # A soft line, so that the mark on it reads.
    shape.fill.fore_color.rgb = rgb(mixed(readable_on(ground), ground, 0.45 if hatched else 0.2))
    shape.fill.back_color.rgb = rgb(ground)


def add_run(paragraph: Any, text: str, size: float, locale: str, *, bold: bool = False, colour: str = INK) -> None:
    """A stretch of text with its font, colour and language."""
    run = paragraph.add_run()
    run.text = storable(text)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = rgb(colour)
    run._r.get_or_add_rPr().set("lang", locale)


def add_box(
    slide: Slide,
    place: tuple[float, float, float, float],
    text: str,
    size: float,
    locale: str,
    name: str,
    colour: str = INK,
) -> Any:
    """A box of text; `place` is left, top, width, height."""
    box = slide.shapes.add_textbox(*(Pt(length) for length in place))
    box.name = storable(name)
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(1)
    frame.word_wrap = True
    add_run(frame.paragraphs[0], text, size, locale, colour=colour)
    return box


def add_legend(slide: Slide, grid: LegendGrid, locale: str, name: str) -> None:
    """The legend above the foot of the slide: a swatch and a label each, in columns."""
    y = HEIGHT - FOOT - legend_height(grid)
    for row in grid.rows:
        for column_0, (item, lines) in enumerate(row):
            _add_legend_item(slide, item, lines, (MARGIN + column_0 * grid.pitch, y), locale, name)
        y += legend_row_height(max(len(lines) for _, lines in row))


def _add_legend_item(
    slide: Slide, item: LegendItem, lines: Sequence[str], at: tuple[float, float], locale: str, name: str
) -> None:
    x, y = at
    swatch = slide.shapes.add_shape(1, Pt(x), Pt(y + 1), Pt(_SWATCH), Pt(_SWATCH_HEIGHT))
    swatch.name = storable(f"{name}: {item.label}")
    swatch._element.nvSpPr.cNvPr.set("descr", storable(item.label))
    # The theme's style would give it a shadow.
    swatch._element.remove(swatch._element.find(qn("p:style")))
    swatch.line.color.rgb, swatch.line.width = rgb(f"#{_RULE}"), Pt(0.5)
    paint(swatch, item.entry, item.hatched, None)
    frame = swatch.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    sign = mark_text(item.entry) if item.entry else item.sign
    ink = readable_on(item.entry.fill) if item.entry else INK
    add_run(frame.paragraphs[0], sign, LEGEND_SIZE, locale, bold=True, colour=ink)
    width = min(widest(lines, LEGEND_SIZE) + 12, MARGIN + INNER - x - _SWATCH)
    height = len(lines) * LEGEND_SIZE * LINE_HEIGHT + 4
    add_box(slide, (x + _SWATCH + 2, y - 0.5, width, height), " ".join(lines), LEGEND_SIZE, locale, item.label)


def add_slide_number(slide: Slide, number: int, locale: str) -> None:
    """The number of the slide as a field in its placeholder, so that it stays right when slides are moved.

    Source: ECMA-376 part 1, 21.1.2.2.4 (fld).
    """
    width = 46.0
    at = f'<a:off x="{Pt(WIDTH - MARGIN - width)}" y="{Pt(HEIGHT - FOOT + 2)}"/><a:ext cx="{Pt(width)}" cy="{Pt(16)}"/>'
    look = (
        f'lang="{locale}" sz="900"><a:solidFill><a:srgbClr val="{SOFT_INK[1:]}"/></a:solidFill>'
        f'<a:latin typeface="{FONT}"/></a:rPr>'
    )
    # python-pptx numbers a shape when it makes it; this one gets the next free number.
    shape_id = max(shape.shape_id for shape in slide.shapes) + 1
    slide.shapes._spTree.append(
        parse_xml(
            f"<p:sp {nsdecls('a', 'p')}><p:nvSpPr>"
            f'<p:cNvPr id="{shape_id}" name="Slide Number {shape_id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>'
            f"<p:spPr><a:xfrm>{at}</a:xfrm></p:spPr>"
            '<p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="t"/><a:lstStyle/>'
            '<a:p><a:pPr algn="r"/><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
            f"<a:rPr {look}<a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
        )
    )
