"""Write a drawing as SVG: text stays text, with title, description and provenance inside.

Here: one page to SVG. Not here: PDF and PNG (`figure_print`), which are made from this SVG. Imports `figure_drawing`.
"""

from __future__ import annotations

from xml.sax import saxutils

from .export_words import storable
from .figure_drawing import Box, Circle, Drawing, Group, Line, Page, Polygon, Shape, Text

#: Verdana has the same widths as DejaVu Sans, from which both descend; it is there where DejaVu is not.
_FAMILY = "'DejaVu Sans', 'Bitstream Vera Sans', Verdana, sans-serif"


def svg_text(page: Page, drawing: Drawing) -> str:
    """One page as an SVG document; the same page gives the same text.

    Source: SVG 1.1 (second edition); `role` and `aria-labelledby` as SVG-AAM has them.
    """
    width, height = _number(page.width), _number(page.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="title desc" xml:lang="{drawing.language}" font-family="{_FAMILY}">'
    )
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        head,
        f'<title id="title">{escape(page.title)}</title>',
        f'<desc id="desc">{escape(page.description)}</desc>',
        f"<metadata>{escape(drawing.mark)}</metadata>",
        *(_written(shape) for shape in page.shapes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text as XML character data."""
    return saxutils.escape(storable(text))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _written(shape: Shape) -> str:
    match shape:
        case Box():
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return f'<rect x="{_number(shape.x)}" y="{_number(shape.y)}" {size}{_paint(shape)}/>'
        case Line():
            ends = (
                f'x1="{_number(shape.x1)}" y1="{_number(shape.y1)}" x2="{_number(shape.x2)}" y2="{_number(shape.y2)}"'
            )
            return f'<line {ends} stroke="{shape.stroke}" stroke-width="{_number(shape.stroke_width)}"/>'
        case Polygon():
            points = " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points)
            return f'<polygon points="{points}"{_paint(shape)}/>'
        case Circle():
            centre = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.radius)}"'
            return f"<circle {centre}{_paint(shape)}/>"
        case Group():
            inside = "".join(_written(inner) for inner in shape.shapes)
            return f"<g><title>{escape(shape.label)}</title>{inside}</g>"
        case Text():
            return _text(shape)


def _paint(shape: Box | Polygon | Circle) -> str:
    stroke = f' stroke="{shape.stroke}" stroke-width="{_number(shape.stroke_width)}"' if shape.stroke else ""
    return f' fill="{shape.fill or "none"}"{stroke}'


def _text(line: Text) -> str:
    attributes = [f'x="{_number(line.x)}" y="{_number(line.y)}" font-size="{_number(line.size)}" fill="{line.colour}"']
    if line.bold:
        attributes.append('font-weight="bold"')
    if line.anchor != "start":
        attributes.append(f'text-anchor="{line.anchor}"')
    if len(line.text) > 1:
        # With another font the line keeps its length, so that nothing overlaps.
        attributes.append(f'textLength="{_number(line.width)}" lengthAdjust="spacingAndGlyphs"')
    if line.turn:
        attributes.append(
            f"transform={saxutils.quoteattr(f'rotate({_number(line.turn)} {_number(line.x)} {_number(line.y)})')}"
        )
    return f"<text {' '.join(attributes)}>{escape(line.text)}</text>"
