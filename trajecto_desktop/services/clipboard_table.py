"""Entries on the clipboard: as a table with colours for Excel, LibreOffice and Word, and exactly for ourselves.

Here: entries ↔ HTML, tab-separated text and our own form, with what a fill or a text colour means in this file. Not here: the
clipboard itself (`ui.clipboard`), which entries are meant (the places), the HTML of others (`clipboard_html`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO
from itertools import islice

from ..document.document import Document
from ..domain.colour import NEAR_DISTANCE, Palette, distance, mixed, readable_on
from ..domain.fiche import Entry
from ..domain.text import EMPTY_TEXT, RichText, Run, RunRole, RunStyle
from ..excel.paint import BLACK, COVERAGE, HATCH_PATTERN, FillJudge, hatch_line, is_white, visible_colour
from ..ooxml.styles import Fill
from ..values import dataclass, replace
from .clipboard_html import MOST_COLUMNS, MOST_ROWS, PATTERNS, HtmlCell, read_html

OWN_TYPE = "application/x-trajecto-entries"
"""The type of our own form: nothing gets lost between two of our windows."""

_MSO_NAMES = {pattern: name for name, pattern in PATTERNS.items()}
_INKS = (BLACK, "#FFFFFF")
"""Colours of text that say nothing."""
_LONGEST_HTML = 20_000_000
"""Characters; longer ones are read as plain text."""
# Excel breaks the line inside a cell only where this says so.
_LINE_END = '<br style="mso-data-placement:same-cell">'


@dataclass(frozen=True, slots=True)
class Pasted:
    """What one pasted cell holds."""

    text: RichText | None = None
    """`None`: nothing is said about the text, the entry keeps its own."""
    code: str | None = None
    hatched: bool = False
    coloured: bool = False
    """Whether anything is said about the colour; otherwise the entry keeps the one it has."""
    unknown: bool = False
    """Whether it has a colour that is near none of the legend, which is therefore not taken over."""

    def onto(self, entry: Entry, judged: bool = True) -> Entry:
        """The entry with this in it; where nothing is `judged` (general remarks) colours are left out."""
        if self.text is not None and not _same_words(self.text, entry.text):
            entry = replace(entry, text=self.text)
        if not (self.coloured and judged):
            return entry
        if (self.code, self.hatched) == (entry.code, entry.hatched) and entry.shade is None:
            return entry
        return replace(entry, code=self.code, hatched=self.hatched, shade=None, settled=True)


def _same_words(pasted: RichText, present: RichText) -> bool:
    """Whether a text without any format says what stands there: LibreOffice drops the formats of texts with line ends."""
    if any(run.role is not RunRole.PLAIN or run.style != RunStyle() for run in pasted.runs):
        return pasted == present
    return pasted.plain.split() == present.plain.split()


PastedRow = tuple[Pasted | None, ...]
"""`None` where a merged cell reaches: what lies there stays."""


# To the clipboard


def to_tabs(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as tab-separated text, in quotes where needed, as Excel writes it."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def to_html(rows: Sequence[Sequence[Entry]], document: Document) -> str:
    """Rows of entries as a table with the fills and run colours of the file."""
    body = "".join(f"<tr>{''.join(html_cell(entry, document) for entry in row)}</tr>" for row in rows)
    return as_page(f"<table>{body}</table>")


def as_page(table: str) -> str:
    """A table as a page, with its encoding."""
    return f'<html><head><meta charset="utf-8"></head><body>{table}</body></html>'


def html_cell(entry: Entry, document: Document) -> str:
    """One entry as a `<td>`."""
    content = document.content
    colours = {RunRole.REMARK: content.remark_colour, RunRole.COMPLETENESS: content.completeness_colour}
    words = "".join(_html_run(run, colours) for run in entry.text.runs)
    return f"<td{_html_ground(entry, document.palette)}>{words}</td>"


def to_own(rows: Sequence[Sequence[Entry]]) -> bytes:
    """Rows of entries in our own form."""
    return json.dumps([[_own_of(entry) for entry in row] for row in rows]).encode()


def escaped(text: str) -> str:
    """Text as it may stand in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _html_run(run: Run, colours: dict[RunRole, str]) -> str:
    words = escaped(run.text).replace("\n", _LINE_END).replace("  ", "&nbsp; ")
    colour = colours.get(run.role, run.style.colour)
    if colour is not None:
        words = f'<font color="{colour}">{words}</font>'
    style = run.style
    for wanted, tag in ((style.bold, "b"), (style.italic, "i"), (style.underline, "u"), (style.strike, "s")):
        words = f"<{tag}>{words}</{tag}>" if wanted else words
    return words


def _html_ground(entry: Entry, palette: Palette) -> str:
    """The attributes of a cell's colour: `bgcolor` for LibreOffice, which knows no patterns; `style` for Excel."""
    legend = palette.get(entry.code)
    ground = entry.shade or (legend.fill if legend is not None else None)
    if ground is None:
        return ""
    if entry.hatched:
        seen = mixed(hatch_line(ground), ground, COVERAGE[HATCH_PATTERN])
        return _ground(seen, ground, hatch_line(ground), HATCH_PATTERN)
    if legend is not None and entry.shade is None and legend.pattern in _MSO_NAMES:
        return _ground(ground, legend.background or "#FFFFFF", legend.foreground or BLACK, legend.pattern)
    return _ground(ground, ground, "", "")


def _ground(seen: str, background: str, line: str, pattern: str) -> str:
    lines = f";mso-pattern:{line} {_MSO_NAMES[pattern]}" if pattern else ""
    return f' bgcolor="{seen}" style="background:{background}{lines};color:{readable_on(seen)}"'


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '\n\t"') else text


def _own_of(entry: Entry) -> dict[str, object]:
    return {"runs": [asdict(run) for run in entry.text.runs], "code": entry.code, "hatched": entry.hatched}


# From the clipboard


def from_own(data: bytes, palette: Palette) -> list[PastedRow]:
    """Rows from our own form; nothing when it is none. Codes that this file does not have leave the colour as it is."""
    try:
        return [tuple(_own_cell(cell, palette) for cell in row) for row in json.loads(data)]
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def from_html(html: str, document: Document) -> list[PastedRow]:
    """Rows from the HTML that a spreadsheet, a text program or a browser put on the clipboard.

    A fill near a code of this file becomes that code, another one says nothing. A block of colours without any text says
    nothing about texts: it comes from a sheet of colours only.
    """
    if len(html) > _LONGEST_HTML:
        return []
    content = read_html(html)
    judge = FillJudge(document.palette.judgements)
    roles = (document.content.remark_colour, document.content.completeness_colour)
    if not content.is_table:
        return [(Pasted(_clean(cell, roles)),) for row in content.rows for cell in row if cell is not None]
    rows = [tuple(None if cell is None else _cell(cell, judge, roles) for cell in row) for row in content.rows]
    cells = [cell for row in rows for cell in row if cell is not None]
    if any(cell.coloured for cell in cells) and not any(cell.text for cell in cells):
        return [tuple(None if cell is None else replace(cell, text=None) for cell in row) for row in rows]
    return rows


def from_tabs(text: str) -> list[PastedRow]:
    """Rows from tab-separated text; quoted cells may hold line ends."""
    if "\t" not in text and '"' not in text[:1] and "\n" not in text.strip("\r\n"):
        return [(Pasted(RichText.plain_text(text.strip("\r\n"))),)] if text else []
    reader = csv.reader(StringIO(text.replace("\r\n", "\n").rstrip("\n"), newline=""), delimiter="\t")
    try:
        rows = [[cell.replace("\r", "\n") for cell in row[:MOST_COLUMNS]] for row in islice(reader, MOST_ROWS)]
    except csv.Error:
        return [(Pasted(RichText.plain_text(text.strip())),)]
    return [tuple(Pasted(RichText.plain_text(cell)) for cell in row or [""]) for row in rows]


def _own_cell(item: dict[str, object], palette: Palette) -> Pasted:
    runs = item["runs"]
    text = RichText.of(_own_run(run) for run in runs) if isinstance(runs, list) else EMPTY_TEXT
    code = item.get("code")
    known = code is None or palette.get(str(code)) is not None
    if not known:
        return Pasted(text)
    return Pasted(
        text, None if code is None else str(code), bool(item.get("hatched")) and code is not None, coloured=True
    )


def _own_run(run: dict[str, object]) -> Run:
    style = run.get("style")
    return Run(
        str(run.get("text", "")),
        RunStyle(**style) if isinstance(style, dict) else RunStyle(),
        RunRole(str(run.get("role", "plain"))),
        str(run.get("source", "")),
    )


def _cell(cell: HtmlCell, judge: FillJudge, roles: tuple[str, str]) -> Pasted:
    text = RichText.of(_with_role(run, cell, roles) for run in cell.text.runs)
    if cell.ground is None and not cell.pattern:
        return Pasted(text)
    fill = (
        Fill(cell.pattern, cell.line, cell.ground, 0, "") if cell.pattern else Fill("solid", cell.ground, None, 0, "")
    )
    found = judge.judge(fill)
    seen = visible_colour(fill)
    unknown = found.code is None and not is_white(seen)
    return Pasted(text, found.code, found.hatched, coloured=found.code is not None, unknown=unknown)


def _clean(cell: HtmlCell, roles: tuple[str, str]) -> RichText:
    """Running text, from Word or a page: bold and the like and remarks stay, colours and fonts do not."""
    runs = (_with_role(run, cell, roles) for run in cell.text.runs)
    return RichText.of(replace(run, style=replace(run.style, colour=None)) for run in runs)


def _with_role(run: Run, cell: HtmlCell, roles: tuple[str, str]) -> Run:
    """The run as a remark, as text for completeness, or plain: then a colour of its own stays, black and white do not."""
    colour = run.style.colour or cell.colour
    plain = replace(run.style, colour=None)
    for role, its_colour in zip((RunRole.REMARK, RunRole.COMPLETENESS), roles, strict=True):
        if colour is not None and distance(colour, its_colour) <= NEAR_DISTANCE:
            return Run(run.text, plain, role)
    own = run.style.colour
    ordinary = own is None or any(distance(own, ink) <= NEAR_DISTANCE for ink in _INKS)
    return Run(run.text, plain if ordinary else run.style)
