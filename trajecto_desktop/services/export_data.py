"""The data in long form, one row for each form and characteristic, for R, SPSS or a spreadsheet: CSV or JSON.

Here: columns and values. Not here: counting or reports. Source: tidy data has one observation a row (Wickham 2014).
"""

from __future__ import annotations

import csv
import io
import json

from ..document.document import Document
from ..domain.characteristic import Characteristic
from ..domain.fiche import Entry
from .export_text import ReportRequest, feedback_lines, forms_of
from .export_words import Words, group_title, on_one_line
from .provenance import CSV_COLUMNS, Provenance

_COLUMNS: dict[str, tuple[str, str]] = {
    "form": ("vorm", "form"),
    "group": ("rubriek", "group"),
    "characteristic": ("kenmerk", "characteristic"),
    "key": ("sleutel", "key"),
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
_OF_PART = {"decree": "decree", "sources": "sources", "feedback": "feedback"}
"""Columns that are there only when their part was asked for."""

Value = str | int | bool | None


def data_rows(document: Document, request: ReportRequest) -> list[dict[str, Value]]:
    """One row for each form and characteristic, filled or not; form by form, in the sheet's order."""
    words = Words(request.language)
    wanted = [name for name in _COLUMNS if _OF_PART.get(name) is None or _OF_PART[name] in request.parts]
    rows: list[dict[str, Value]] = []
    for form in forms_of(document, request):
        for characteristic in document.characteristics:
            values = _values(document, form, characteristic, document.entry(form, characteristic.key), words)
            rows.append({name: values[name] for name in wanted})
    return rows


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
    """The rows as CSV in UTF-8: yes and no as 1 and 0, nothing as an empty field, line breaks kept within quotes.

    The language of the request names the columns; the last ones say where the row comes from.
    """
    rows = data_rows(document, request)
    language_0 = 0 if request.language == "nl" else 1
    names = [_COLUMNS[name][language_0] for name in (rows[0] if rows else _COLUMNS)]
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=request.separator, lineterminator="\r\n")
    writer.writerow([*names, *CSV_COLUMNS])
    origin = provenance.csv_values()
    writer.writerows([*(_field(value) for value in row.values()), *origin] for row in rows)
    return made.getvalue().encode("utf-8-sig" if request.byte_order_mark else "utf-8")


def _field(value: Value) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


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
        "rows": data_rows(document, request),
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
