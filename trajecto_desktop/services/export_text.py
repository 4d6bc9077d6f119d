"""What a report shows of a document: which forms and parts, a fiche by groups, texts as pieces, feedback as lines.

Here: what all report formats share. Not here: how a format writes it (`export_docx`, `export_pdf`, `export_html`,
`export_slides`, `export_data`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.colour import contrast, mixed, readable_on
from ..domain.feedback import Annotation, Reply
from ..domain.fiche import Entry
from ..domain.text import RichText, RunRole
from ..errors import Language
from ..values import dataclass
from .export_words import Words, group_title, row_title
from .group_rows import characteristics_of

PARTS = ("decree", "sources", "feedback", "counts")
"""What a report may hold beside the adapted formulation, the entry and its code; `counts` are charts on slides."""
DEFAULT_PARTS = ("decree", "sources")
"""Feedback holds the names of people and is there only when asked for."""
SOFT = "#4D4D4D"
"""Of what matters less on white; contrast 8.4 : 1."""
READABLE = 4.5
"""Least contrast of text. Source: WCAG 2.2, 1.4.3."""
_LETTER_MM = 1.8
_LOW_LINES = 20


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a table of data is written, for the program that will read it."""

    separator: str = ","
    byte_order_mark: bool = True
    """The mark by which Excel and SPSS know that it is UTF-8; R reads past it with `fileEncoding = "UTF-8-BOM"`."""
    one_line: bool = False
    """Line breaks inside a text become ` | `: SPSS takes each line of the file as a row, also between quotes."""
    disarmed: bool = False
    """A text that a spreadsheet would take for a formula gets an apostrophe before it. Source: OWASP, CSV injection."""


CSV_STYLES = {
    "r": CsvStyle(),
    "spss": CsvStyle(one_line=True),
    "excel": CsvStyle(separator=";", disarmed=True),
}
"""By the program that will read it; Excel with Dutch settings wants a semicolon."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What to report."""

    forms: tuple[str, ...] = ()
    """Names of forms, in the order wanted; by default all."""
    group: str | None = None
    """A group, by its heading as in the file or on one line; by default all."""
    parts: frozenset[str] = frozenset(DEFAULT_PARTS)
    """Some of `PARTS`."""
    language: Language = "nl"
    filled_only: bool = False
    """Of fiches: leave out the characteristics for which a form has neither text, colour nor feedback."""
    table: CsvStyle = CsvStyle()
    """Of CSV only: how the table is written."""


@dataclass(frozen=True, slots=True)
class FicheGroup:
    """One group of a fiche: its heading on one line, and the entries under it."""

    title: str
    rows: tuple[tuple[Characteristic, Entry], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look. Remarks of the pen-holder are in italics too, so that their colour is not alone."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str | None = None
    """`#RRGGBB`, dark enough to read on white; `None` for the ordinary ink."""


def forms_of(document: Document, request: ReportRequest) -> tuple[str, ...]:
    """The forms to report on, in order."""
    return request.forms or document.form_names


def report_title(forms: Sequence[str], words: Words, several: str = "fiches") -> str:
    """The title of a report on these forms: the form's own name where there is one form."""
    return f"{words('fiche')} {forms[0]}" if len(forms) == 1 else words(several)


def reported_text(document: Document, request: ReportRequest) -> str:
    """The names, wordings and entries that a report shows, run together."""
    forms, rows = forms_of(document, request), rows_of(document, request)
    wordings = [f"{row.group}\n{row.decree.plain}\n{row.adapted.plain}" for row in rows]
    return "\n".join([*forms, *wordings, *(document.entry(form, row.key).text.plain for form in forms for row in rows)])


def rows_of(document: Document, request: ReportRequest) -> tuple[Characteristic, ...]:
    """The characteristics to report on, in the sheet's order.

    Raises:
        UnknownGroupError: there is no such group (``group``, ``detail`` = the groups there are).
    """
    return characteristics_of(document, request.group)


def fiche_groups(document: Document, form: str, request: ReportRequest) -> Iterator[FicheGroup]:
    """The fiche of a form: groups that follow each other under one heading taken together, in the sheet's order.

    Where only what is filled in was asked for, a group of which nothing is left is left out too.
    """
    heading: str | None = None
    rows: list[tuple[Characteristic, Entry]] = []
    for characteristic in rows_of(document, request):
        entry = document.entry(form, characteristic.key)
        if request.filled_only and not _holds_something(entry):
            continue
        if characteristic.group != heading and rows:
            yield FicheGroup(group_title(heading or ""), tuple(rows))
            rows = []
        heading = characteristic.group
        rows.append((characteristic, entry))
    if rows:
        yield FicheGroup(group_title(heading or ""), tuple(rows))


def _holds_something(entry: Entry) -> bool:
    return bool(entry.filled or entry.code or entry.shade or entry.remarks or entry.annotations)


def report_subtitle(document: Document, request: ReportRequest, words: Words) -> str:
    """What a report is about, in numbers: `24 ondersteuningsvormen · 92 kenmerken`, after the group where one was asked for."""
    rows = rows_of(document, request)
    group = [group_title(rows[0].group)] if request.group is not None and rows else []
    forms = words.counted(len(forms_of(document, request)), "forms")
    return " · ".join([*group, forms, words.counted(len(rows), "characteristics")])


def pieces(text: RichText) -> list[Piece]:
    """The runs of a text as a report shows them on white."""
    return [
        Piece(
            run.text,
            run.style.bold,
            run.style.italic or run.role is RunRole.REMARK,
            run.style.underline,
            run.style.strike,
            readable_shade(run.style.colour) if run.style.colour else None,
        )
        for run in text.runs
    ]


def readable_shade(colour: str, ground: str = "#FFFFFF") -> str:
    """The colour, made just dark enough to read on a light ground, or light enough on a dark one."""
    shade, ink = colour, readable_on(ground)
    for step in range(1, 20):
        if contrast(shade, ground) >= READABLE:
            break
        shade = mixed(ink, colour, step / 20)
    return shade


def feedback_lines(annotation: Annotation, words: Words) -> list[str]:
    """A remark and its thread, one line each: kind, status, who, when, what."""
    where = f" ({annotation.organisation})" if annotation.organisation else ""
    date = f", {annotation.date[:10]}" if annotation.date else ""
    head = f"{annotation.kind.value} · {annotation.status.value} · {annotation.author}{where}{date}: {annotation.text}"
    lines = [head, *(_reply_line(reply, words) for reply in annotation.replies)]
    if annotation.reason:
        lines.append(f"{words('reason')}: {annotation.reason}")
    return lines


def _reply_line(reply: Reply, words: Words) -> str:
    date = f", {reply.date[:10]}" if reply.date else ""
    return f"{words('reply')} · {reply.author}{date}: {reply.text}"


def characteristic_paragraphs(
    characteristic: Characteristic, request: ReportRequest, words: Words
) -> Iterator[list[Piece]]:
    """What stands in the first column of a fiche: the wording, whether it is additional, and the references.

    Without a wording of the team's own it is the decree's, unless that stands in the next column.
    """
    yield pieces(characteristic.adapted)
    if not characteristic.adapted and not ("decree" in request.parts and characteristic.decree):
        yield [Piece(row_title(characteristic))]
    if characteristic.additional:
        yield [Piece(words("additional_row"), italic=True)]
    if characteristic.references:
        yield [Piece("; ".join(characteristic.references), colour=SOFT)]


def entry_paragraphs(entry: Entry, request: ReportRequest, words: Words) -> Iterator[list[Piece]]:
    """The text of an entry and what was asked beside it, one paragraph each; the first may be empty."""
    yield pieces(entry.text)
    if entry.remarks:
        yield [Piece(f"{words('remarks')}: ", bold=True), *pieces(entry.remarks)]
    if "sources" in request.parts and entry.sources:
        yield [Piece(f"{words('sources')}: ", bold=True), *pieces(entry.sources)]
    if "feedback" in request.parts:
        for annotation in entry.annotations:
            first, *rest = feedback_lines(annotation, words)
            yield [Piece(f"{words('feedback')}: ", bold=True), Piece(first)]
            yield from ([Piece(f"– {line}")] for line in rest)


def fits_easily(texts: Sequence[str], widths_mm: Sequence[float]) -> bool:
    """Whether a row of these texts in columns of these widths is well below a page high, so that it need not be split.

    A rough measure: a letter of 8 to 10 points is taken as 1.8 mm wide, and a page as twice the lines that count as low.
    """
    for text, width in zip(texts, widths_mm, strict=True):
        in_a_line = max(int(width / _LETTER_MM), 1)
        if sum(-(-max(len(line), 1) // in_a_line) for line in text.split("\n")) > _LOW_LINES:
            return False
    return True
