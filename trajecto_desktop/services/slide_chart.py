"""Counts on a slide as a chart that can be edited: a stacked bar for each characteristic, a series for each code.

Here: the chart. Not here: bars in a picture (`figure_bars`), which count the same. The bars stand in the order of the file and as
long as there are forms: nothing is sorted by outcome. Source: ECMA-376 part 1, 21.2 (charts).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import OTHER_MARK, LegendEntry, readable_on
from ..domain.counts import tally
from ..values import dataclass
from .export_file import without_times
from .export_words import TEXT_SIGN, Words, mark_text, row_title, short_label, storable
from .figure_text import fitted
from .slide_plan import FOOT, HEIGHT, INNER, MARGIN, TABLE_TOP
from .slide_shapes import FONT, INK, Slide, rgb

MOST_BARS = 12
"""More bars than these are thin on a slide; the next go on another one."""
_LABEL = 320.0
_OTHER, _TEXT = "#B0B0B0", "#F4F4F4"
_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the bars: what it means, and how many forms have it on each row."""

    name: str
    sign: str
    """Stands before each number, so that the colour is not alone."""
    colour: str
    numbers: tuple[int, ...]


def chart_series(
    document: Document, rows: Sequence[Characteristic], forms: Sequence[str], words: Words
) -> Iterator[Series]:
    """The codes of the legend in its order, then colours outside it and texts without a code; what nobody has is left out."""
    tallies = [tally(document, forms, (row.key,)) for row in rows]
    for entry in document.palette.judgements:
        yield from _some(_named(entry), mark_text(entry), entry.fill, [each.number(entry.code) for each in tallies])
    uncoded = [each.by_code.get(None, ()) for each in tallies]
    shaded = [sum(1 for c in cells if document.entry(c.form, c.key).shade) for cells in uncoded]
    texts = [
        len(cells) - len(set(cells).intersection(each.gaps)) - other
        for cells, each, other in zip(uncoded, tallies, shaded, strict=True)
    ]
    yield from _some(words("other_colour"), OTHER_MARK, _OTHER, shaded)
    yield from _some(words("text_only"), TEXT_SIGN, _TEXT, [max(number, 0) for number in texts])


def _named(entry: LegendEntry) -> str:
    return f"{mark_text(entry)} {short_label(entry)}"


def _some(name: str, sign: str, colour: str, numbers: Sequence[int]) -> Iterator[Series]:
    if any(numbers):
        yield Series(name, sign, colour, tuple(numbers))


def _label(row: Characteristic) -> str:
    """The name of a characteristic, so short that it stays on three lines beside its bar."""
    return " ".join(fitted(row_title(row), _LABEL, 10, 3))


def add_chart(
    slide: Slide, rows: Sequence[Characteristic], series: Sequence[Series], total: int, title: str, spoken: str
) -> None:
    """Put the chart under the title of a slide.

    Args:
        slide: the slide.
        rows: what the bars are of, from top to bottom.
        series: what they are made of.
        total: how many forms there are: the end of the scale.
        title: the name of the chart.
        spoken: what it shows in words, for who cannot see it.
    """
    made: Any = CategoryChartData
    data = made(number_format="0")
    # A bar chart counts from below.
    data.categories = [storable(_label(row)) for row in reversed(rows)]
    for each in series:
        data.add_series(storable(each.name), [number or None for number in reversed(each.numbers)])
    place = (Pt(MARGIN), Pt(TABLE_TOP), Pt(INNER), Pt(HEIGHT - TABLE_TOP - FOOT - 6))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    frame.name = storable(title)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", storable(spoken))
    _style(frame.chart, series, total)
    part = frame.chart.part.chart_workbook.xlsx_part
    part._blob = _without_clock(part.blob)


def _style(chart: Any, series: Sequence[Series], total: int) -> None:
    chart.font.size, chart.font.name = Pt(10), FONT
    chart.font.color.rgb = rgb(INK)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    scale = chart.value_axis
    scale.minimum_scale, scale.maximum_scale = 0, max(total, 1)
    scale.major_unit = max(round(total / 4), 1)
    scale.major_gridlines.format.line.color.rgb = rgb("#D0D0D0")
    scale.format.line.fill.background()
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = rgb("#8C8C8C")
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for made, each in zip(plot.series, series, strict=True):
        made.format.fill.solid()
        made.format.fill.fore_color.rgb = rgb(each.colour)
        made.format.line.color.rgb, made.format.line.width = rgb("#8C8C8C"), Pt(0.5)
        labels = made.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
        labels.number_format, labels.number_format_is_linked = f'"{each.sign} "0', False
        labels.font.size, labels.font.bold = Pt(10), True
        labels.font.color.rgb = rgb(readable_on(each.colour))


def _without_clock(workbook: bytes) -> bytes:
    """The table behind the chart without the moment at which it was made, so that the same document gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(made, "w") as target:
        for member in source.infolist():
            target.writestr(member, _WHEN.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read(member)))
    return without_times(made.getvalue())
