"""The data in long form, one row for each form and characteristic, for R, SPSS or a spreadsheet: CSV or JSON.

Here: columns and values. Not here: counting or reports. Source: tidy data has one observation a row (Wickham 2014).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.fiche import Entry
from ..values import replace
from .export_text import CsvStyle, ReportRequest, feedback_lines, forms_of, rows_of
from .export_words import Words, group_title, on_one_line
from .long_work import stop_if_asked
from .provenance import CSV_COLUMNS, Provenance

_COLUMNS: dict[str, tuple[str, str]] = {
    "form": ("vorm", "form"),
    "group": ("rubriek", "group"),
    "characteristic": ("kenmerk", "characteristic"),
    "key": ("sleutel", "key"),
    "form_number": ("vorm_nr", "form_number"),
    "characteristic_number": ("kenmerk_nr", "characteristic_number"),
    "additional": ("aanvullend", "additional"),
    "references": ("verwijzingen", "references"),
    "decree": ("decreet", "decree"),
    "adapted": ("aangepast", "adapted"),
    "code": ("code", "code"),
    "label": ("label", "label"),
    "hatched": ("gearceerd", "hatched"),
    "filled": ("ingevuld", "filled"),
    "text": ("tekst", "text"),
    "short_text": ("beknopt", "short_text"),
    "remarks": ("opmerkingen", "remarks"),
    "sources": ("bronnen", "sources"),
    "feedback_count": ("feedback_aantal", "feedback_count"),
    "feedback_open": ("feedback_open", "feedback_open"),
    "feedback": ("feedback", "feedback"),
}
_MEANINGS: dict[str, tuple[str, str]] = {
    "form": ("naam van de ondersteuningsvorm", "name of the support form"),
    "group": ("rubriek, op één regel", "group, on one line"),
    "characteristic": ("kenmerk in het kort", "characteristic in short"),
    "key": (
        "sleutel van het kenmerk: uniek, en dezelfde in elk bestand met dat kenmerk",
        "key of the characteristic: unique, and the same in each file with that characteristic",
    ),
    "form_number": ("plaats van de vorm in het bestand, vanaf 1", "place of the form in the file, from 1"),
    "characteristic_number": (
        "plaats van het kenmerk in het bestand, vanaf 1",
        "place of the characteristic in the file, from 1",
    ),
    "additional": ("mogelijk aanvullend kernelement", "possible additional core element"),
    "references": ("verwijzingen naar decreet en memorie", "references to decree and memorandum"),
    "decree": ("oorspronkelijke formulering", "original formulation"),
    "adapted": ("aangepaste formulering", "adapted formulation"),
    "code": ("kleurcode; leeg zonder code", "colour code; empty without one"),
    "label": ("label van de code in de legende", "label of the code in the legend"),
    "hatched": ("gearceerd", "hatched"),
    "filled": ("er staat een tekst", "there is a text"),
    "text": ("invulling", "entry"),
    "short_text": (
        "beknopte invulling; leeg waar ze niet van de volledige verschilt",
        "short entry; empty where it does not differ from the full one",
    ),
    "remarks": ("opmerkingen bij de invulling", "remarks with the entry"),
    "sources": ("bronnen", "sources"),
    "feedback_count": ("aantal feedbackopmerkingen", "number of remarks of feedback"),
    "feedback_open": ("hoeveel daarvan open zijn", "how many of them are open"),
    "feedback": ("feedback met soort, status, naam en datum", "feedback with kind, status, name and date"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""
_OF_PART = {"decree": "decree", "sources": "sources", "feedback": "feedback"}
"""Columns that are there only when their part was asked for."""

Value = str | int | bool | None


def data_rows(document: Document, request: ReportRequest) -> list[dict[str, Value]]:
    """One row for each form and characteristic, filled or not; form by form, in the sheet's order."""
    words = Words(request.language)
    wanted = [name for name in _COLUMNS if _OF_PART.get(name) is None or _OF_PART[name] in request.parts]
    made: list[dict[str, Value]] = []
    rows = rows_of(document, request)
    places = {row.key: number for number, row in enumerate(document.characteristics, 1)}
    numbers = {form: number for number, form in enumerate(document.form_names, 1)}
    for form in forms_of(document, request):
        stop_if_asked()
        for characteristic in rows:
            values = _values(document, form, characteristic, document.entry(form, characteristic.key), words)
            values |= {"form_number": numbers[form], "characteristic_number": places[characteristic.key]}
            made.append({name: values[name] for name in wanted})
    return made


def _values(document: Document, form: str, row: Characteristic, entry: Entry, words: Words) -> dict[str, Value]:
    legend = document.palette.get(entry.code)
    threads = ["\n".join(feedback_lines(annotation, words)) for annotation in entry.annotations]
    return {
        "form": form,
        "group": group_title(row.group),
        "characteristic": row.title,
        "key": row.key,
        "additional": row.additional,
        "references": "; ".join(row.references),
        "decree": row.decree.plain,
        "adapted": row.adapted.plain,
        "code": entry.code,
        "label": on_one_line(legend.label) if legend else None,
        "hatched": entry.hatched,
        "filled": entry.filled,
        "text": entry.text.plain,
        "short_text": entry.short_text.plain if entry.short_text is not None else None,
        "remarks": entry.remarks.plain,
        "sources": entry.sources.plain,
        "feedback_count": len(entry.annotations),
        "feedback_open": entry.open_annotations,
        "feedback": "\n\n".join(threads),
    }


def csv_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """The rows as CSV in UTF-8: yes and no as 1 and 0, nothing as an empty field, numbers whole.

    The language of the request names the columns; the last ones say where the row comes from. The names hold letters, digits and
    underscores alone and start with a letter, as R and SPSS want them.
    """
    head, *lines = data_lines(document, request)
    origin = provenance.csv_values()
    return _csv([[*head, *CSV_COLUMNS], *([*line, *origin] for line in lines)], request.table)


def data_lines(document: Document, request: ReportRequest) -> list[list[str]]:
    """The table as it is written, names of the columns first, without those that say where it comes from."""
    rows = data_rows(document, request)
    language_0 = 0 if request.language == "nl" else 1
    names = [_COLUMNS[name][language_0] for name in (rows[0] if rows else _COLUMNS)]
    return [names, *([_field(value, request.table) for value in row.values()] for row in rows)]


def _csv(lines: Iterable[Sequence[str]], style: CsvStyle) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=style.separator, lineterminator="\r\n").writerows(lines)
    return made.getvalue().encode("utf-8-sig" if style.byte_order_mark else "utf-8")


def _field(value: Value, style: CsvStyle) -> str:
    if value is None:
        return ""
    if isinstance(value, (bool, int)):
        return str(int(value))
    # A null character ends a text in most readers of CSV.
    text = value.replace("\0", "")
    if style.one_line:
        text = " | ".join(line.strip() for line in text.splitlines() if line.strip())
    return f"'{text}" if style.disarmed and text.startswith(_FORMULA) else text


def codebook_rows(document: Document, request: ReportRequest) -> list[tuple[str, str, str]]:
    """What each column of the data means: its name, what it holds, and its values where those are few.

    The codes stand there with the labels of the file's own legend.
    """
    language_0 = 0 if request.language == "nl" else 1
    wanted = [name for name in _COLUMNS if _OF_PART.get(name) is None or _OF_PART[name] in request.parts]
    codes = " | ".join(f"{entry.code} = {on_one_line(entry.label)}" for entry in document.palette.judgements)
    yes = ("0 = nee | 1 = ja", "0 = no | 1 = yes")[language_0]
    values = {"code": codes, **dict.fromkeys(("additional", "hatched", "filled"), yes)}
    return [(_COLUMNS[name][language_0], _MEANINGS[name][language_0], values.get(name, "")) for name in wanted]


def codebook_bytes(document: Document, request: ReportRequest) -> bytes:
    """The codebook of the data as CSV, in the style and language of the data."""
    heads = ("kolom", "betekenis", "waarden") if request.language == "nl" else ("column", "meaning", "values")
    return _csv([heads, *codebook_rows(document, request)], request.table)


def json_bytes(document: Document, request: ReportRequest, provenance: Provenance) -> bytes:
    """Provenance, legend and rows as one JSON object; the names of the fields are English in both languages."""
    legend = [
        {"code": entry.code, "label": on_one_line(entry.label), "fill": entry.fill, "mark": entry.mark}
        for entry in document.palette.judgements
    ]
    data = {
        "provenance": {**provenance.records(), "mark": provenance.mark},
        "language": request.language,
        "note": Words(request.language)("indicative"),
        "legend": legend,
        "columns": {name: meaning for name, meaning, _ in codebook_rows(document, replace(request, language="en"))},
        "rows": data_rows(document, request),
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
