"""The overview as one web page for people without Excel: matrix and fiches, with filters, from a single file on disk.

Here: the page. Not here: its style and script (`resources/html/overview.css`, `overview.js`), what a fiche holds (`export_text`).
The page needs nothing from elsewhere, and a policy inside it forbids that it asks. Without its script it is complete too.
Source: WCAG 2.2; ARIA Authoring Practices, Grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import LegendEntry, readable_on
from ..domain.counts import Question, count
from ..domain.fiche import Entry
from ..shipped import resource
from .draw_figure import legend_items
from .export_text import (
    Piece,
    ReportRequest,
    feedback_lines,
    fiche_groups,
    forms_of,
    pieces,
    readable_shade,
    report_subtitle,
    report_title,
    rows_of,
)
from .export_words import (
    Words,
    group_title,
    judgement,
    mark_text,
    on_one_line,
    row_title,
    short_label,
    sign_text,
    spoken_count,
    storable,
)
from .long_work import step
from .provenance import Provenance

DARK_PAPER = "#1B1B1B"
"""What a dark system has behind the text; the same as in `overview.css`."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

_SAYINGS: dict[str, tuple[str, str]] = {
    "search": ("Zoeken in de tekst", "Search in the text"),
    "all_groups": ("alle rubrieken", "all groups"),
    "all_forms": ("alle ondersteuningsvormen", "all support forms"),
    "all_codes": ("alle kleurcodes", "all colour codes"),
    "no_code": ("zonder kleurcode", "without a colour code"),
    "reset": ("Alles tonen", "Show all"),
    "skip": ("Naar de inhoud", "Skip to the content"),
    "matrix_help": (
        "Elke cel is een verwijzing naar de invulling in de fiche. Met de pijltjestoetsen ga je van cel naar cel, "
        "met Enter naar de fiche.",
        "Each cell is a link to the entry in the fiche. Arrow keys move from cell to cell, Enter goes to the fiche.",
    ),
    "shown": ("{n} van {total} invullingen getoond", "{n} of {total} entries shown"),
    "filter": ("Filteren", "Filter"),
    "part": ("Tonen", "Show"),
    "part_all": ("matrix en fiches", "matrix and fiches"),
    "part_matrix": ("alleen de matrix", "the matrix only"),
    "part_fiches": ("alleen de fiches", "the fiches only"),
    "to_fiche": ("Naar een fiche", "To a fiche"),
}


def html_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """The page in UTF-8; the same document gives the same bytes."""
    page = _Page(document, request, provenance)
    return storable("\n".join(page.lines())).encode("utf-8")


class _Page:
    """Builds the page; each method gives the lines of one part."""

    def __init__(self, document: Document, request: ReportRequest, provenance: Provenance) -> None:
        self._document = document
        self._request = request
        self._provenance = provenance
        self._words = Words(request.language)
        self._forms = forms_of(document, request)
        self._rows = rows_of(document, request)
        self._row_0 = {c.key: i for i, c in enumerate(self._rows)}
        headings = dict.fromkeys(group_title(c.group) for c in self._rows)
        self._group_0 = {heading: i for i, heading in enumerate(headings)}

    def _said(self, key: str) -> str:
        return _SAYINGS[key][0 if self._request.language == "nl" else 1]

    def _say(self, key: str) -> str:
        return escape(self._said(key))

    def _word(self, key: str) -> str:
        return escape(self._words(key))

    def lines(self) -> Iterator[str]:
        """The whole page."""
        title = escape(report_title(self._forms, self._words, "overview"))
        yield f'<!DOCTYPE html>\n<html lang="{self._words.locale}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta name="trajecto-provenance" content="{self._provenance.mark}">'
        yield f"<title>{title}</title>\n<style>\n{_resource('overview.css')}{self._code_styles()}</style>\n</head>\n<body>"
        yield f'<a class="skip" href="#inhoud">{self._say("skip")}</a>'
        about = report_subtitle(self._document, self._request, self._words)
        yield f"<header>\n<h1>{title}</h1>\n<p>{escape(about)}<br>{self._word('indicative')}</p>"
        yield from self._legend()
        yield "</header>"
        yield from self._filters()
        yield '<main id="inhoud">'
        yield from self._matrix()
        yield from self._links()
        for form_0, form in enumerate(self._forms):
            step(form_0, len(self._forms), form)
            yield from self._fiche(form_0, form)
        yield "</main>"
        yield f"<footer><p>{escape(self._provenance.line(self._request.language))}</p></footer>"
        yield f"<script>\n{_resource('overview.js')}</script>\n</body>\n</html>\n"

    def _code_styles(self) -> str:
        """One class for each code, with the file's own colours."""
        rules = (
            f".c{number}{{background-color:{entry.fill};color:{readable_on(entry.fill)}}}"
            for number, entry in enumerate(self._document.palette.judgements)
        )
        # On a small screen the cells of a row stand below each other, each under the title of its column.
        titles = [
            self._words(key) for key in (("decree",) if "decree" in self._request.parts else ()) + ("entry", "code")
        ]
        below = "".join(f'.fiche td:nth-of-type({n})::before{{content:"{title}"}}' for n, title in enumerate(titles, 1))
        return "\n".join([*rules, f"@media (max-width: 45rem) {{ {below} }}"]) + "\n"

    def _class_of_code(self, code: str | None) -> str:
        codes = [legend.code for legend in self._document.palette.judgements]
        return f"c{codes.index(code)}" if code in codes else "none"

    def _look_of(self, entry: Entry) -> str:
        """The attributes that colour a cell: by its class, or as it is for a colour outside the legend."""
        name = self._class_of_code(entry.code)
        look = f'class="{name} hatched"' if entry.hatched else f'class="{name}"'
        if name == "none" and entry.shade:
            look += f' style="background-color:{entry.shade};color:{readable_on(entry.shade)}"'
        return look

    def _legend(self) -> Iterator[str]:
        yield f'<section aria-labelledby="legende"><h2 id="legende">{self._word("legend")}</h2><ul class="legend">'
        for item in legend_items(self._document, self._rows, self._forms, self._words):
            look = self._class_of_code(item.entry.code) if item.entry else "hatched" if item.hatched else ""
            sign = escape(mark_text(item.entry) if item.entry else item.sign)
            swatch = f'<span class="swatch {look}" aria-hidden="true">{sign}</span>'
            yield f"<li>{swatch}{escape(on_one_line(item.label))}</li>"
        yield "</ul>"
        if self._document.palette.is_assumed:
            yield f"<p>{self._word('no_legend')}</p>"
        yield "</section>"

    def _filters(self) -> Iterator[str]:
        yield f'<form id="filters" role="search" aria-label="{self._say("filter")}" hidden>'
        yield f'<label>{self._say("search")} <input type="search" id="f-text"></label>'
        forms = ((str(i), form) for i, form in enumerate(self._forms))
        groups = ((str(i), heading) for heading, i in self._group_0.items())
        codes = [(e.code, f"{mark_text(e)} {short_label(e)}") for e in self._document.palette.judgements]
        yield self._choice("f-form", self._words("form"), "all_forms", forms)
        yield self._choice("f-group", self._words("group"), "all_groups", groups)
        yield self._choice("f-code", self._words("code"), "all_codes", [*codes, ("", self._said("no_code"))])
        parts = ((part, self._said(f"part_{part}")) for part in ("matrix", "fiches"))
        yield self._choice("f-part", self._said("part"), "part_all", parts)
        yield f'<button type="reset">{self._say("reset")}</button>'
        yield f'<p id="shown" role="status" data-pattern="{self._say("shown")}"></p></form>'

    def _choice(self, name: str, label: str, everything: str, options: Iterable[tuple[str, str]]) -> str:
        listed = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
        first = f'<option value="*">{self._say(everything)}</option>'
        return f'<label>{escape(label)} <select id="{name}">{first}{listed}</select></label>'

    def _matrix(self) -> Iterator[str]:
        yield f'<section class="matrix" aria-labelledby="matrix"><h2 id="matrix">{self._word("matrix")}</h2>'
        yield f'<p id="matrix-help">{self._say("matrix_help")} {self._word("counting")}</p><div class="scroll">'
        yield '<table id="grid" aria-labelledby="matrix" aria-describedby="matrix-help"><thead><tr>'
        yield f'<th scope="col" class="corner">{self._words.capital("characteristic")}</th>'
        for form_0, form in enumerate(self._forms):
            yield f'<th scope="col" class="turned" data-form="{form_0}"><span>{escape(form)}</span></th>'
        yield f'<th scope="col">{self._word("filled")}</th></tr></thead>'
        heading = None
        for characteristic in self._rows:
            group = group_title(characteristic.group)
            if group != heading:
                number = self._group_0[group]
                yield f'{"</tbody>" if heading is not None else ""}<tbody data-group="{number}"><tr class="group">'
                yield f'<th scope="rowgroup" colspan="{len(self._forms) + 2}"><span>{escape(group)}</span></th></tr>'
                heading = group
            yield self._matrix_row(characteristic)
        yield f"{'</tbody>' if heading is not None else ''}</table></div></section>"

    def _matrix_row(self, row: Characteristic) -> str:
        cells = "".join(self._matrix_cell(form_0, form, row) for form_0, form in enumerate(self._forms))
        number = count(self._document, Question((row.key,)), self._forms)
        head = f'<th scope="row">{escape(row_title(row))}</th>'
        return f'<tr>{head}{cells}<td class="count">{escape(spoken_count(number, self._words))}</td></tr>'

    def _matrix_cell(self, form_0: int, form: str, row: Characteristic) -> str:
        entry = self._document.entry(form, row.key)
        legend = self._document.palette.get(entry.code)
        attributes = f'{self._look_of(entry)} data-form="{form_0}" data-code="{escape(entry.code or "")}"'
        if not sign_text(entry, legend):
            return f"<td {attributes}></td>"
        label = escape(judgement(entry, legend, self._words))
        sign = escape(sign_text(entry, legend))
        link = f'<a href="#{self._place(form_0, row)}" title="{escape(form)}: {label}">'
        return f'<td {attributes}>{link}<span aria-hidden="true">{sign}</span><span class="vh">{label}</span></a></td>'

    def _place(self, form_0: int, row: Characteristic) -> str:
        return f"f{form_0}-k{self._row_0[row.key]}"

    def _links(self) -> Iterator[str]:
        if len(self._forms) > 1:
            links = "".join(f'<li><a href="#f{i}">{escape(form)}</a></li>' for i, form in enumerate(self._forms))
            yield f'<nav aria-labelledby="fiches"><h2 id="fiches">{self._say("to_fiche")}</h2><ul>{links}</ul></nav>'

    def _fiche(self, form_0: int, form: str) -> Iterator[str]:
        yield f'<section class="fiche" data-form="{form_0}" aria-labelledby="f{form_0}">'
        yield f'<h2 id="f{form_0}">{escape(form)}</h2>'
        general = self._document.entry(form, GENERAL_REMARKS)
        if general.filled:
            yield f"<h3>{self._word('general')}</h3><p>{_html(pieces(general.text))}</p>"
        for group in fiche_groups(self._document, form, self._request):
            yield f'<div data-group="{self._group_0[group.title]}"><h3>{escape(group.title)}</h3><table><thead><tr>'
            yield f'<th scope="col">{self._word("adapted")}</th>'
            if "decree" in self._request.parts:
                yield f'<th scope="col">{self._word("decree")}</th>'
            yield f'<th scope="col">{self._word("entry")}</th><th scope="col" class="code">{self._word("code")}</th>'
            yield "</tr></thead><tbody>"
            for row, entry in group.rows:
                yield self._fiche_row(form_0, row, entry)
            yield "</tbody></table></div>"
        yield "</section>"

    def _fiche_row(self, form_0: int, row: Characteristic, entry: Entry) -> str:
        legend = self._document.palette.get(entry.code)
        decree = f"<td>{_html(pieces(row.decree))}</td>" if "decree" in self._request.parts else ""
        return (
            f'<tr id="{self._place(form_0, row)}" data-code="{escape(entry.code or "")}" tabindex="-1">'
            f'<th scope="row">{self._characteristic(row)}</th>{decree}<td>{self._entry(entry)}</td>'
            f"<td {self._look_of(entry)}>{self._judgement(entry, legend)}</td></tr>"
        )

    def _judgement(self, entry: Entry, legend: LegendEntry | None) -> str:
        return f"<span>{escape(judgement(entry, legend, self._words))}</span>"

    def _characteristic(self, row: Characteristic) -> str:
        parts = [_html(pieces(row.adapted))] if row.adapted else []
        if not row.adapted:
            parts.append(escape(row_title(row)))
        if row.additional:
            parts.append(f'<small class="additional">{self._word("additional_row")}</small>')
        if row.references:
            parts.append(f"<small>{escape('; '.join(row.references))}</small>")
        return "<br>".join(parts)

    def _entry(self, entry: Entry) -> str:
        parts = [f"<p>{_html(pieces(entry.text))}</p>"] if entry.filled else []
        if entry.remarks:
            parts.append(f"<p><b>{self._word('remarks')}:</b> {_html(pieces(entry.remarks))}</p>")
        if "sources" in self._request.parts and entry.sources:
            parts.append(f"<p><b>{self._word('sources')}:</b> {_html(pieces(entry.sources))}</p>")
        if "feedback" in self._request.parts and entry.annotations:
            threads = (
                "<li>" + "<br>".join(escape(line) for line in feedback_lines(annotation, self._words)) + "</li>"
                for annotation in entry.annotations
            )
            parts.append(f"<p><b>{self._word('feedback')}:</b></p><ul>{''.join(threads)}</ul>")
        return "".join(parts)


def _resource(name: str) -> str:
    return resource("html", name).read_text("utf-8")


def _html(texts: Iterable[Piece]) -> str:
    return "".join(_piece(piece) for piece in texts)


def _piece(piece: Piece) -> str:
    made = escape(piece.text).replace("\n", "<br>")
    for wanted, tag in ((piece.bold, "b"), (piece.italic, "i"), (piece.underline, "u"), (piece.strike, "s")):
        if wanted:
            made = f"<{tag}>{made}</{tag}>"
    if not piece.colour:
        return made
    # Two shades of one colour, each readable on the page as a light or a dark system shows it.
    shades = f"--on-light:{piece.colour};--on-dark:{readable_shade(piece.colour, DARK_PAPER)}"
    return f'<span class="r" style="{shades}">{made}</span>'
