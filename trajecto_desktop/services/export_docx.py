"""Fiches as a Word document: real headings, tables whose header rows repeat, the language set, provenance in the footer.

Here: the Word document. Not here: what a fiche holds (`export_text`). Source: ECMA-376 part 1, 17.3 and 17.4.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import LegendEntry, readable_on
from ..domain.fiche import Entry
from .export_file import without_times
from .export_text import (
    FicheGroup,
    Piece,
    ReportRequest,
    feedback_lines,
    fiche_groups,
    forms_of,
    pieces,
    report_title,
)
from .export_words import Words, judgement, mark_text, on_one_line, storable
from .provenance import PROGRAM, Provenance

# python-docx ships no types; what comes from it is Any, named here for what it is.
WordDocument = Any
WordTable = Any
WordCell = Any

_INNER_MM = 297 - 2 * 15
_HEADER_FILL = "ECECEC"


def docx_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """The fiches of the forms asked, one after the other, each on a new page; the same document gives the same bytes."""
    words = Words(request.language)
    forms = forms_of(document, request)
    title = report_title(forms, words)
    word = docx.Document()
    _prepare(word, words, title, provenance)
    _heading(word, title, "Title")
    word.add_paragraph(words("indicative"))
    _heading(word, words("legend"), "Heading1")
    _add_legend(word, document, words)
    for form in forms:
        _add_fiche(word, document, form, request, words)
    made = io.BytesIO()
    word.save(made)
    return without_times(made.getvalue())


def _prepare(word: WordDocument, words: Words, title: str, provenance: Provenance) -> None:
    """Page, styles, language, properties and footer."""
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    for name in ("Title", "Heading 1", "Heading 2"):
        # The template's blue headings and theme font give way to plain dark ones.
        word.styles[name].font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
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


def _add_legend(word: WordDocument, document: Document, words: Words) -> None:
    codes = document.palette.judgements
    table = _table(word, (words("code"), words("legend")), (30, _INNER_MM - 30), words("legend"), len(codes))
    for row, entry in zip(table.rows[1:], codes, strict=True):
        cells = row.cells
        _shade(cells[0], entry)
        _write(cells[0].paragraphs[0], [Piece(mark_text(entry), bold=True, colour="#000000")])
        _write(cells[1].paragraphs[0], [Piece(on_one_line(entry.label))])


def _add_fiche(word: WordDocument, document: Document, form: str, request: ReportRequest, words: Words) -> None:
    heading = _heading(word, form, "Heading1")
    heading.paragraph_format.page_break_before = form != forms_of(document, request)[0]
    general = document.entry(form, GENERAL_REMARKS)
    if general.filled:
        _heading(word, words("general"), "Heading2")
        _write(word.add_paragraph(), pieces(general.text))
    for group in fiche_groups(document, form):
        _heading(word, group.title, "Heading2")
        _add_group(word, document, form, group, request, words)


def _add_group(
    word: WordDocument, document: Document, form: str, group: FicheGroup, request: ReportRequest, words: Words
) -> None:
    titles = [words("adapted"), words("entry"), words("code")]
    widths = [80.0, _INNER_MM - 80 - 42, 42.0]
    if "decree" in request.parts:
        titles.insert(1, words("decree"))
        widths = [60.0, 72.0, _INNER_MM - 60 - 72 - 42, 42.0]
    table = _table(word, titles, widths, f"{form}: {group.title}", len(group.rows))
    for row, (characteristic, entry) in zip(table.rows[1:], group.rows, strict=True):
        cells = row.cells
        _write_characteristic(cells[0], characteristic, words)
        if "decree" in request.parts:
            _write(cells[1].paragraphs[0], pieces(characteristic.decree))
        _write_entry(cells[-2], entry, request, words)
        legend = document.palette.get(entry.code)
        _shade(cells[-1], legend, entry.hatched)
        _write(cells[-1].paragraphs[0], [Piece(judgement(entry, legend, words), colour=_ink(legend))])


def _write_characteristic(cell: WordCell, characteristic: Characteristic, words: Words) -> None:
    _write(cell.paragraphs[0], pieces(characteristic.adapted))
    if characteristic.additional:
        _write(cell.add_paragraph(), [Piece(words("additional_row"), italic=True)])
    if characteristic.references:
        _write(cell.add_paragraph(), [Piece("; ".join(characteristic.references), colour="#4D4D4D")])


def _write_entry(cell: WordCell, entry: Entry, request: ReportRequest, words: Words) -> None:
    _write(cell.paragraphs[0], pieces(entry.text))
    if entry.remarks:
        _write(cell.add_paragraph(), [Piece(f"{words('remarks')}: ", bold=True), *pieces(entry.remarks)])
    if "sources" in request.parts and entry.sources:
        _write(cell.add_paragraph(), [Piece(f"{words('sources')}: ", bold=True), *pieces(entry.sources)])
    if "feedback" in request.parts:
        for annotation in entry.annotations:
            first, *rest = feedback_lines(annotation, words)
            _write(cell.add_paragraph(), [Piece(f"{words('feedback')}: ", bold=True), Piece(first)])
            for line in rest:
                _write(cell.add_paragraph(), [Piece(f"– {line}")])


def _write(paragraph: Any, texts: Iterable[Piece]) -> None:
    """Runs into a paragraph; line breaks of the text stay line breaks."""
    for piece in texts:
        run = paragraph.add_run(storable(piece.text))
        run.bold, run.italic = piece.bold or None, piece.italic or None
        run.underline, run.font.strike = piece.underline or None, piece.strike or None
        if piece.colour:
            run.font.color.rgb = RGBColor.from_string(piece.colour[1:])


def _table(word: WordDocument, titles: Sequence[str], widths: Sequence[float], name: str, rows: int) -> WordTable:
    """A table with a header row that repeats on each page, a name for screen readers, and fixed columns (mm)."""
    table = word.add_table(rows + 1, len(titles))
    table.autofit = False
    table._tbl.tblStyle_val = "TableGrid"
    properties = table._tbl.tblPr
    for tag, value in (("w:tblCaption", name), ("w:tblDescription", f"{name}: {', '.join(titles)}")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), storable(on_one_line(value)))
        properties.append(element)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    header = table.rows[0]
    repeat = OxmlElement("w:tblHeader")
    header._tr.get_or_add_trPr().append(repeat)
    for cell, title in zip(header.cells, titles, strict=True):
        _fill(cell, _HEADER_FILL)
        _write(cell.paragraphs[0], [Piece(title, bold=True)])
    return table


def _ink(legend: LegendEntry | None) -> str | None:
    # The palette's colours are light in most files, yet a file may have dark ones.
    return readable_on(legend.fill) if legend else None


def _shade(cell: WordCell, legend: LegendEntry | None, hatched: bool = False) -> None:
    """The colour of a code behind a cell; hatching as Word's own light diagonal pattern in a soft tone."""
    if legend is None:
        return
    _fill(cell, legend.fill[1:], "thinDiagStripe" if hatched else "clear")


def _fill(cell: WordCell, fill: str, pattern: str = "clear") -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), pattern)
    shading.set(qn("w:color"), "auto" if pattern == "clear" else "A6A6A6")
    shading.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(shading)
