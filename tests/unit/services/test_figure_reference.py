"""Pictures beside a reference that somebody looked at: the same shapes in the same places, and the same picture to the eye.

When a picture is meant to change: `TRAJECTO_NEW_REFERENCES=1 pytest tests/unit/services/test_figure_reference.py`, then look at
`reference/*.png` before they are committed.
"""

from __future__ import annotations

import io
import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_documents import made_document
from made_reports import MADE_FROM
from PIL import Image, ImageChops, ImageFilter, ImageStat

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, STANDARD_CODES, LegendEntry, Palette
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.services.draw_figure import FigureRequest, draw_figure
from trajecto_desktop.services.figure_drawing import Drawing
from trajecto_desktop.services.figure_print import png_bytes
from trajecto_desktop.services.figure_svg import svg_text

_FOLDER = Path(__file__).parent / "reference"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS = 0.6
"""How far a shape may be from its place: less than the eye sees on a slide."""


def wide_document() -> Document:
    """All codes, hatching, a code of the file's own, a text without code and a colour outside the legend, in turned columns."""
    own = LegendEntry("eigen", "een code van deze regio", "#1B5E20")
    names = ["1G1P", "OCMW", "Zorgcoördinatie", "Contextbegeleiding Jeugdhulp", *(f"Vorm {n}" for n in range(10))]
    content = Content(
        "overview",
        Palette.of((*DEFAULT_PALETTE.entries, own)),
        [SupportForm(name) for name in names],
        list(made_document().characteristics),
    )
    codes = [*STANDARD_CODES, "eigen", None, None]
    for row_0, row in enumerate(content.characteristics):
        for form_0, name in enumerate(names):
            number = row_0 * 4 + form_0
            shade = "#FF00FF" if number % 11 == 10 else None
            text = RichText.plain_text("tekst" if number % 5 else "")
            code = None if shade else codes[number % len(codes)]
            content.entries[name, row.key] = Entry(text, code=code, shade=shade, hatched=bool(code) and number % 3 == 0)
    return Document(content)


PICTURES = {
    "matrix": FigureRequest("matrix", size="slide"),
    "bars": FigureRequest("bars", size="slide"),
    "a4": FigureRequest("matrix", size="a4", language="en"),
}


def drawn(name: str) -> Drawing:
    return draw_figure(wide_document(), PICTURES[name], MADE_FROM)


def shapes_of(svg: str) -> Iterator[tuple[str, list[float], str]]:
    """Each element: what it is and its words, its numbers, and its colours and other words."""
    for element in ElementTree.fromstring(svg).iter():
        tag = element.tag.rpartition("}")[2]
        if tag in ("metadata", "svg"):
            continue
        values = " ".join(
            f"{key}={value}" for key, value in sorted(element.attrib.items()) if key not in ("fill", "stroke")
        )
        paint = f"{element.get('fill')} {element.get('stroke')} {_NUMBER.sub('', values)}"
        yield f"{tag} {element.text or ''}", [float(number) for number in _NUMBER.findall(values)], paint


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_shapes_of_its_reference_in_their_places(name: str) -> None:
    drawing = drawn(name)
    made = svg_text(drawing.pages[0], drawing)
    reference = _FOLDER / f"{name}.svg"
    if os.environ.get("TRAJECTO_NEW_REFERENCES"):
        _FOLDER.mkdir(exist_ok=True)
        reference.write_text(made, "utf-8", newline="\n")
    there, wanted = list(shapes_of(made)), list(shapes_of(reference.read_text("utf-8")))
    assert [shape[0] for shape in there] == [shape[0] for shape in wanted]
    for (what, numbers, paint), (_, places, colours) in zip(there, wanted, strict=True):
        assert paint == colours, what
        assert numbers == pytest.approx(places, abs=_POINTS), what


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_looks_like_its_reference(name: str) -> None:
    drawing = drawn(name)
    made = Image.open(io.BytesIO(png_bytes(drawing.pages[0], drawing, 72))).convert("RGB")
    reference = _FOLDER / f"{name}.png"
    if os.environ.get("TRAJECTO_NEW_REFERENCES"):
        made.save(reference, optimize=True)
    wanted = Image.open(reference).convert("RGB")
    assert made.size == wanted.size
    # Softened, so that edges that a newer typesetter rounds otherwise do not count, and a mark that is gone does.
    soft = ImageFilter.GaussianBlur(2)
    difference = ImageChops.difference(made.filter(soft), wanted.filter(soft)).convert("L")
    assert max(difference.getextrema()) < 40
    assert ImageStat.Stat(difference).mean[0] < 0.5


def test_a_picture_with_one_other_mark_does_not_look_like_its_reference() -> None:
    document = wide_document()
    row, form = document.characteristics[0].key, document.form_names[0]
    document.content.entries[form, row] = Entry(RichText.plain_text("tekst"), code="unclear")
    drawing = draw_figure(Document(document.content), PICTURES["matrix"], MADE_FROM)
    made = Image.open(io.BytesIO(png_bytes(drawing.pages[0], drawing, 72))).convert("RGB")
    wanted = Image.open(_FOLDER / "matrix.png").convert("RGB")
    soft = ImageFilter.GaussianBlur(2)
    difference = ImageChops.difference(made.filter(soft), wanted.filter(soft)).convert("L")
    assert max(difference.getextrema()) >= 40
