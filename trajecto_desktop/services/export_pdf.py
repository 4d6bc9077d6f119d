"""Fiches as a tagged PDF (PDF/UA): headings, tables with header rows, language, and the provenance on each page.

Here: the source for the typesetter. Not here: what a fiche holds (`export_text`), the typesetter (`typesetting`).
Source: Typst reference (0.14), Table and Accessibility.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.colour import LegendEntry, readable_on
from ..domain.fiche import Entry
from .draw_figure import legend_items, note_on_codes
from .export_text import (
    SOFT,
    FicheGroup,
    Piece,
    ReportRequest,
    characteristic_paragraphs,
    entry_paragraphs,
    fiche_groups,
    fits_easily,
    forms_of,
    pieces,
    report_subtitle,
    report_title,
    rows_of,
)
from .export_words import Words, judgement, mark_text, on_one_line
from .figure_legend import LegendItem
from .figure_text import FONT_FAMILY
from .long_work import stop_if_asked
from .provenance import PROGRAM, Provenance
from .typesetting import compiled, typst_string

_PREAMBLE = """
#let chapter = context {
  // The form whose fiche goes on here, or that starts on this page.
  let before = query(selector(heading.where(level: 1)).before(here()))
  let after = query(selector(heading.where(level: 1)).after(here())).filter(it => it.location().page() == here().page())
  if after.len() == 0 and before.len() > 0 {
    text(size: 7pt, fill: rgb("#4D4D4D"), before.last().body)
  }
}
#set page(paper: "a4", flipped: true, margin: (x: 14mm, top: 15mm, bottom: 16mm), header: chapter, footer: context [
  #set text(size: 7pt, fill: rgb("#4D4D4D"))
  #footer-text #h(1fr) #counter(page).display("1/1", both: true)
])
#set par(leading: 0.5em, justify: false)
#set table(inset: (x: 4pt, y: 3.5pt), stroke: 0.5pt + rgb("#8C8C8C"), align: left + top)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading: set block(above: 1.1em, below: 0.6em)
#show title: set text(size: 20pt)
#show table.cell.where(y: 0): set text(weight: "bold")
#set table(fill: (_, y) => if y == 0 { rgb("#ECECEC") })
#let hatched(colour) = tiling(size: (10pt, 10pt))[
  #place(rect(width: 100%, height: 100%, fill: colour))
  #place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.5pt + rgb("#A6A6A6")))
]
"""

_WIDTHS_MM = (52.0, 78.0, 90.0)
"""Of wording, decree and entry, nearly; narrower than they are where the decree is left out."""


def report_pdf_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """The fiches of the forms asked, one after the other; the same document gives the same bytes."""
    return compiled("".join(_source(document, request, provenance)), "pdf")[0]


def report_png_pages(document: Document, request: ReportRequest, provenance: Provenance, ppi: float) -> list[bytes]:
    """The same pages as pictures, for a printer: one PNG each, with `ppi` pixels to the inch."""
    return compiled("".join(_source(document, request, provenance)), "png", ppi)


def _source(document: Document, request: ReportRequest, provenance: Provenance) -> Iterator[str]:
    words = Words(request.language)
    forms = forms_of(document, request)
    title = report_title(forms, words)
    line = provenance.line(request.language)
    described = f"{line} {provenance.mark}"
    language, region = words.locale.split("-")
    yield f"#set document(title: {typst_string(title)}, author: {typst_string(PROGRAM)}, "
    yield f"description: {typst_string(described)}, date: none)\n"
    yield f'#set text(lang: "{language}", region: "{region}", font: "{FONT_FAMILY}", size: 8pt)\n'
    yield f"#let footer-text = {typst_string(line)}\n"
    yield _PREAMBLE
    about = report_subtitle(document, request, words)
    yield f'#title({typst_string(title)})\n#text(fill: rgb("{SOFT}"), {typst_string(about)})\n'
    yield f"#par({typst_string(note_on_codes(document, words))})\n"
    yield f"#heading(level: 1, {typst_string(words('legend'))})\n"
    yield _legend(legend_items(document, rows_of(document, request), forms, words), words)
    if len(forms) > 1:
        yield f"#outline(title: {typst_string(words('contents'))}, depth: 1)\n"
    for number, form in enumerate(forms):
        stop_if_asked()
        yield "#pagebreak(weak: true)\n" if number or len(forms) > 1 else ""
        yield from _fiche(document, form, request, words)


def _legend(items: Iterable[LegendItem], words: Words) -> str:
    rows = []
    for item in items:
        fill = item.entry.fill if item.entry else "#FFFFFF"
        sign = mark_text(item.entry) if item.entry else item.sign
        ground = f'hatched(rgb("{fill}"))' if item.hatched else f'rgb("{fill}")'
        mark = _text([Piece(sign, bold=True, colour=readable_on(fill))])
        rows.append(f"table.cell(fill: {ground}, {mark}), {_text([Piece(on_one_line(item.label))])}")
    if not rows:
        return ""
    header = f"table.header({_text([Piece(words('code'))])}, {_text([Piece(words('legend'))])})"
    return f"#table(columns: (22mm, auto), {', '.join([header, *rows])})\n"


def _fiche(document: Document, form: str, request: ReportRequest, words: Words) -> Iterator[str]:
    yield f"#heading(level: 1, {typst_string(form)})\n"
    general = document.entry(form, GENERAL_REMARKS)
    if general.filled:
        yield f"#heading(level: 2, {typst_string(words('general'))})\n#par({_text(pieces(general.text))})\n"
    for group in fiche_groups(document, form, request):
        yield f"#heading(level: 2, {typst_string(group.title)})\n"
        yield from _group(document, group, request, words)


def _group(document: Document, group: FicheGroup, request: ReportRequest, words: Words) -> Iterator[str]:
    titles = [words("adapted"), words("entry"), words("code")]
    columns = "(75mm, 1fr, 42mm)"
    if "decree" in request.parts:
        titles.insert(1, words("decree"))
        columns = "(55mm, 1fr, 1.15fr, 40mm)"
    header = ", ".join(typst_string(title) for title in titles)
    yield f"#table(columns: {columns}, table.header({header}),\n"
    for characteristic, entry in group.rows:
        yield f"{_paragraphs(characteristic_paragraphs(characteristic, request, words))},\n"
        if "decree" in request.parts:
            yield f"{_text(pieces(characteristic.decree))},\n"
        paragraphs = [*entry_paragraphs(entry, request, words)]
        written = "\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs)
        yield f"{_paragraphs(paragraphs)},\n"
        whole = fits_easily([characteristic.adapted.plain, characteristic.decree.plain, written], _WIDTHS_MM)
        yield f"{_judgement(entry, document.palette.get(entry.code), words, whole)},\n"
    yield ")\n"


def _judgement(entry: Entry, legend: LegendEntry | None, words: Words, whole: bool) -> str:
    """The cell of the code; it also says whether its row stays on one page."""
    text = judgement(entry, legend, words)
    together = f"breakable: {'false' if whole else 'auto'}"
    ground = legend.fill if legend else entry.shade
    if not ground:
        return f"table.cell({together}, {_text([Piece(text, colour=SOFT)])})"
    fill = f'hatched(rgb("{ground}"))' if entry.hatched else f'rgb("{ground}")'
    ink = Piece(text, bold=entry.hatched, colour=readable_on(ground))
    return f"table.cell({together}, fill: {fill}, {_text([ink])})"


def _paragraphs(texts: Iterable[list[Piece]]) -> str:
    """Pieces as content, each list on a line of its own; lists without text are left out."""
    filled = [_text(text) for text in texts if any(piece.text.strip() for piece in text)]
    return " + linebreak() + ".join(filled) or "[]"


def _text(texts: Iterable[Piece]) -> str:
    """Pieces as one Typst expression."""
    return " + ".join(_piece(piece) for piece in texts if piece.text) or "[]"


def _piece(piece: Piece) -> str:
    lines = (typst_string(line) for line in piece.text.split("\n"))
    # An empty string between two line breaks keeps a blank line blank.
    content = " + linebreak() + ".join(f"text({line})" for line in lines)
    look = [f'fill: rgb("{piece.colour}")'] if piece.colour else []
    look += ['weight: "bold"'] if piece.bold else []
    look += ['style: "italic"'] if piece.italic else []
    if look:
        content = f"text({', '.join(look)}, {content})"
    if piece.underline:
        content = f"underline({content})"
    return f"strike({content})" if piece.strike else content
