"""Fiches as a Word document: real headings, tables whose header rows repeat, the language set, provenance in the footer.

Here: the Word document. Not here: what a fiche holds (`export_text`). Source: ECMA-376 part 1, 17.3 and 17.4.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.colour import readable_on
from .draw_figure import legend_items, note_on_codes
from .export_docx_contents import add_bookmark, add_contents, begin_chapter
from .export_docx_table import WordCell, table_xml, word_cell
from .export_file import without_times
from .export_text import (
    SOFT,
    FicheGroup,
    Piece,
    ReportRequest,
    characteristic_paragraphs,
    entry_paragraphs,
    fiche_groups,
    forms_of,
    pieces,
    report_subtitle,
    report_title,
    rows_of,
)
from .export_words import Words, judgement, mark_text, on_one_line, storable
from .figure_legend import LegendItem
from .long_work import step
from .provenance import PROGRAM, Provenance

# python-docx ships no types; what comes from it is Any, named here for what it is.
WordDocument = Any

_INNER_MM = 297 - 2 * 15


def docx_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """The fiches of the forms asked, one after the other, each on a new page; the same document gives the same bytes."""
    words = Words(request.language)
    forms = forms_of(document, request)
    title = report_title(forms, words)
    word = docx.Document()
    _prepare(word, words, title, provenance)
    _heading(word, title, "Title")
    about = report_subtitle(document, request, words)
    _write(word.add_paragraph(), [Piece(about, colour=SOFT)])
    word.add_paragraph(note_on_codes(document, words))
    _heading(word, words("legend"), "Heading1")
    _add_legend(word, legend_items(document, rows_of(document, request), forms, words), words)
    if len(forms) > 1:
        _heading(word, words("contents"), "TOCHeading")
        add_contents(word, forms, _INNER_MM)
    for number, form in enumerate(forms, 1):
        step(number - 1, len(forms), form)
        _add_fiche(word, document, form, request, words, number if len(forms) > 1 else 0)
    # Word wants a paragraph after the last table.
    _write(word.add_paragraph(), [Piece(provenance.line(request.language), colour=SOFT)])
    made = io.BytesIO()
    word.save(made)
    return without_times(made.getvalue())


def _prepare(word: WordDocument, words: Words, title: str, provenance: Provenance) -> None:
    """Page, styles, language, properties and footer."""
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.header_distance = Mm(19), Mm(10)
    section.bottom_margin, section.footer_distance = Mm(19), Mm(9)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    for name, size in (("Title", 26), ("Heading 1", 16), ("Heading 2", 12), ("TOC Heading", 16)):
        # The template's blue headings and theme font give way to plain dark ones.
        style = word.styles[name]
        style.font.color.rgb, style.font.size = RGBColor(0x1A, 0x1A, 0x1A), Pt(size)
    for line in word.styles["Title"].element.iter(qn("w:bottom")):
        line.set(qn("w:color"), "8C8C8C")
        line.set(qn("w:sz"), "4")
    _set_language(word, words.locale)
    properties = word.core_properties
    properties.title, properties.author, properties.language = storable(title)[:250], PROGRAM, words.locale
    properties.comments = ""
    # python-docx holds a property to 255 characters; the mark of several files is longer, which Word allows.
    properties._element.find(qn("dc:description")).text = f"{provenance.line(words.language)} {provenance.mark}"
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    footer = section.footer.paragraphs[0]
    run = footer.add_run(f"{provenance.line(words.language)} · {words('page')} ")
    run.font.size = Pt(8)
    _add_field(footer, "PAGE")


def _set_language(word: WordDocument, locale: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
        language.set(qn("w:eastAsia"), locale)


def _add_field(paragraph: Any, code: str) -> None:
    """A field that Word works out itself, such as the page number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    properties, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), "16")
    properties.append(size)
    text = OxmlElement("w:t")
    text.text = "1"
    run.extend([properties, text])
    field.append(run)
    paragraph._p.append(field)


def _heading(word: WordDocument, text: str, style_id: str) -> Any:
    """A heading in a style of the template, by its id: looking a style up by name reads all of them each time."""
    paragraph = word.add_paragraph()
    paragraph._p.style = style_id
    _write(paragraph, [Piece(text)])
    return paragraph


def _add_table(
    word: WordDocument,
    titles: Sequence[str],
    widths_mm: Sequence[float],
    name: str,
    rows: Iterable[Sequence[WordCell]],
) -> None:
    table = parse_xml(table_xml(titles, widths_mm, name, rows))
    word.element.body.find(qn("w:sectPr")).addprevious(table)


def _add_legend(word: WordDocument, items: Sequence[LegendItem], words: Words) -> None:
    rows = []
    for item in items:
        fill = item.entry.fill if item.entry else "#FFFFFF"
        sign = mark_text(item.entry) if item.entry else item.sign
        mark = word_cell([[Piece(sign, bold=True, colour=readable_on(fill))]], fill, item.hatched)
        rows.append((mark, word_cell([[Piece(on_one_line(item.label))]])))
    if rows:
        _add_table(word, (words("code"), words("legend")), (30, _INNER_MM - 30), words("legend"), rows)


def _add_fiche(
    word: WordDocument, document: Document, form: str, request: ReportRequest, words: Words, number: int
) -> None:
    """The chapter of a form; of several each has a number from 1 and starts on a page of its own."""
    if number:
        begin_chapter(word, form)
    heading = _heading(word, form, "Heading1")
    if number:
        add_bookmark(heading, number)
    general = document.entry(form, GENERAL_REMARKS)
    if general.filled:
        _heading(word, words("general"), "Heading2")
        _write(word.add_paragraph(), pieces(general.text))
    titles, widths = _columns(request, words)
    for group in fiche_groups(document, form, request):
        _heading(word, group.title, "Heading2")
        _add_table(word, titles, widths, f"{form}: {group.title}", _rows(document, group, request, words))


def _columns(request: ReportRequest, words: Words) -> tuple[list[str], list[float]]:
    """Titles and widths (mm) of a fiche's columns."""
    if "decree" in request.parts:
        titles = [words("adapted"), words("decree"), words("entry"), words("code")]
        return titles, [60.0, 72.0, _INNER_MM - 60 - 72 - 42, 42.0]
    return [words("adapted"), words("entry"), words("code")], [80.0, _INNER_MM - 80 - 42, 42.0]


def _rows(document: Document, group: FicheGroup, request: ReportRequest, words: Words) -> Iterator[list[WordCell]]:
    for characteristic, entry in group.rows:
        legend = document.palette.get(entry.code)
        ground = legend.fill if legend else entry.shade
        ink = readable_on(ground) if ground else None
        judged = [[Piece(judgement(entry, legend, words), colour=ink or SOFT)]]
        cells = [
            word_cell(characteristic_paragraphs(characteristic, request, words)),
            word_cell(entry_paragraphs(entry, request, words)),
            word_cell(judged, ground, entry.hatched and legend is not None),
        ]
        if "decree" in request.parts:
            cells.insert(1, word_cell([pieces(characteristic.decree)]))
        yield cells


def _write(paragraph: Any, texts: Iterable[Piece]) -> None:
    """Runs into a paragraph; line breaks of the text stay line breaks."""
    for piece in texts:
        run = paragraph.add_run(storable(piece.text))
        run.bold, run.italic = piece.bold or None, piece.italic or None
        run.underline, run.font.strike = piece.underline or None, piece.strike or None
        if piece.colour:
            run.font.color.rgb = RGBColor.from_string(piece.colour[1:])
