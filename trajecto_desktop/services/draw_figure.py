"""Draw the overview, a group or a choice of forms as a picture: matrix or bars, as SVG, PNG or PDF.

Here: what is drawn and into which files. Not here: layout (`figure_matrix`, `figure_bars`, `figure_frame`) or formats
(`figure_svg`, `figure_print`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import OTHER_MARK
from ..errors import Language, UnsupportedExportError
from ..values import dataclass, replace
from .atomic import write_together
from .export_file import numbered, write_export
from .export_words import TEXT_SIGN, Words, group_title, sign_text
from .figure_bars import BarsBody
from .figure_drawing import Drawing, Page
from .figure_frame import SLIDE, STYLES, Body, Frame, Style, composed
from .figure_legend import LegendItem
from .figure_matrix import MatrixBody, form_pages, natural_width
from .figure_policy import PolicyBody
from .group_rows import characteristics_of
from .long_work import step, stop_if_asked
from .page_series import refuse_others
from .provenance import Provenance

FIGURE_FORMATS = (".svg", ".png", ".pdf")
FIGURE_KINDS = ("matrix", "bars", "policy")
FIGURE_SIZES = (*STYLES,)
_FACTORS = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.94, 0.88)
"""How much larger a picture is drawn that leaves room on its page, or smaller when it is just too much; tried in this order."""
_MOST_CELLS_TO_FIT = 1200
"""More cells than these never fit on one page; trying would only take time."""
_PPI = {"slide": 144.0, "a4": 200.0, "a3": 200.0}


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """What to draw."""

    kind: str = "matrix"
    """`matrix`, `bars`, or `policy` for the table of policy domains."""
    group: str | None = None
    """A group, by its heading as in the file or on one line; by default all."""
    forms: tuple[str, ...] = ()
    """Names of forms, in the order wanted; by default all."""
    size: str | None = None
    """`slide`, `a4`, `a3`; by default a slide, higher or wider when it does not fit on one."""
    language: Language = "nl"
    title: str = ""
    """By default the group, or what the picture shows."""


def draw_figure(document: Document, request: FigureRequest, provenance: Provenance) -> Drawing:
    """The picture as pages of shapes; the same document and request give the same pages.

    Raises:
        UnknownGroupError: there is no such group (``group``, ``detail`` = the groups there are).
    """
    words = Words(request.language)
    rows = characteristics_of(document, request.group)
    forms = request.forms or document.form_names
    style = _style(request, len(forms), words)
    judged = request.kind != "policy"
    frame = Frame(
        style,
        request.title or _title(request, rows, words),
        _subtitle(request, rows, forms, words),
        legend_items(document, rows, forms, words, hatching=request.kind == "matrix") if judged else (),
        (words("counting"), note_on_codes(document, words)) if judged else (),
        provenance.line(request.language),
        words,
    )
    return Drawing(_pages(document, request, rows, forms, frame), provenance.mark, request.language)


def _pages(
    document: Document, request: FigureRequest, rows: Sequence[Characteristic], forms: Sequence[str], frame: Frame
) -> tuple[Page, ...]:
    """As large as fits on one page; else over more pages, or one that is higher where no size was asked."""

    def made(style: Style) -> tuple[Page, ...]:
        fitting = replace(frame, style=style)
        return composed(fitting, _bodies(document, request, rows, forms, style, frame.words))

    # A picture of few rows is drawn larger, so that it can be read from the back of a room.
    for factor in _FACTORS if len(rows) * len(forms) <= _MOST_CELLS_TO_FIT else ():
        pages = made(frame.style.enlarged(factor))
        if len(pages) == 1:
            return pages
    pages = made(frame.style)
    return made(replace(frame.style, height=0.0)) if request.size is None and len(pages) > 1 else pages


def save_figure(drawing: Drawing, target: Path, size: str | None = None) -> tuple[Path, ...]:
    """Write a picture in the format that the name ends in.

    A PDF holds all pages. Of SVG and PNG the first page has the name asked for and the others are numbered from 2.

    Returns:
        The files written, in order.

    Raises:
        UnsupportedExportError: the name ends in something else.
        OthersPagesError: a numbered page would take the place of a file that this program did not make.
        SaveError: a file cannot be written; the class says why, and none of the series was written.
        WorkStoppedError: who waits asked to stop; nothing was written.
    """
    # The PDF and PNG writers load a large library when they are first used.
    from .figure_print import pdf_bytes, png_bytes
    from .figure_svg import svg_text

    ending = target.suffix.lower()
    if ending == ".pdf":
        stop_if_asked()
        return (write_export(target, pdf_bytes(drawing)),)
    writers: dict[str, Callable[[Page], bytes]] = {
        ".svg": lambda page: svg_text(page, drawing).encode("utf-8"),
        ".png": lambda page: png_bytes(page, drawing, _PPI.get(size or "slide", 144.0)),
    }
    if ending not in writers:
        raise UnsupportedExportError(file=target.name, detail=", ".join(FIGURE_FORMATS))
    refuse_others([numbered(target, number, len(drawing.pages)) for number in range(1, len(drawing.pages) + 1)])
    made: list[tuple[Path, bytes]] = []
    for number, page in enumerate(drawing.pages, 1):
        step(number - 1, len(drawing.pages), page.title)
        made.append((numbered(target, number, len(drawing.pages)), writers[ending](page)))
    write_together(made)
    return tuple(path for path, _ in made)


def _style(request: FigureRequest, forms: int, words: Words) -> Style:
    style = STYLES.get(request.size or "", SLIDE)
    if request.size is None and request.kind == "matrix":
        return replace(style, width=max(style.width, natural_width(style, forms, words)))
    return style


def _bodies(
    document: Document,
    request: FigureRequest,
    rows: Sequence[Characteristic],
    forms: Sequence[str],
    style: Style,
    words: Words,
) -> list[Body]:
    if request.kind == "policy":
        return [PolicyBody(document, forms, style)]
    if request.kind == "bars":
        return [BarsBody(document, rows, forms, style, words)]
    return [MatrixBody(document, rows, part, forms, style, words) for part in form_pages(forms, style, words)]


def _title(request: FigureRequest, rows: Sequence[Characteristic], words: Words) -> str:
    if request.kind == "policy":
        return words("policy")
    headings = {row.group for row in rows}
    return group_title(headings.pop()) if request.group is not None and len(headings) == 1 else words(request.kind)


def _subtitle(request: FigureRequest, rows: Sequence[Characteristic], forms: Sequence[str], words: Words) -> str:
    if request.kind == "policy":
        return words.counted(len(forms), "forms")
    parts = [words.counted(len(forms), "forms"), words.counted(len(rows), "characteristics")]
    if request.title or request.group is not None:
        parts.insert(0, words(request.kind))
    return " · ".join(parts)


def legend_items(
    document: Document, rows: Sequence[Characteristic], forms: Sequence[str], words: Words, *, hatching: bool = True
) -> tuple[LegendItem, ...]:
    """The codes of the file's legend, in its order, and the other signs that these entries need; bars show no hatching.

    Of the usual legend, which stands in for one that a file does not have, only the codes that these entries have.
    """
    entries = [document.entry(form, row.key) for row in rows for form in forms]
    codes = document.palette.judgements
    if document.palette.is_assumed:
        used = {entry.code for entry in entries}
        codes = tuple(code for code in codes if code.code in used)
    items = [LegendItem(" ".join(code.label.split()), code) for code in codes]
    if hatching and any(entry.hatched for entry in entries):
        items.append(LegendItem(words("hatched"), hatched=True))
    if any(sign_text(entry, document.palette.get(entry.code)) == TEXT_SIGN for entry in entries):
        items.append(LegendItem(words("text_only"), sign=TEXT_SIGN))
    if any(entry.shade and document.palette.get(entry.code) is None for entry in entries):
        items.append(LegendItem(words("other_colour"), sign=OTHER_MARK))
    return tuple(items)


def note_on_codes(document: Document, words: Words) -> str:
    """What there is to say under codes: that they are indicative, and whose legend it is where the file has none."""
    return f"{words('indicative')} {words('no_legend')}" if document.palette.is_assumed else words("indicative")
