"""Entries on the clipboard: as a table with colours for Excel and Word, and exactly for ourselves.

Here: to and from `QMimeData`. Not here: which entries (`panels.fiche`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from io import StringIO

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QTextDocument, QTextTable

from ..domain.colour import Palette, nearest, readable_on
from ..domain.fiche import Entry
from ..domain.text import EMPTY_TEXT, RichText, Run, RunRole, RunStyle
from .rich_html import escaped

OWN_TYPE = "application/x-trajecto-entries"
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What one pasted cell holds."""

    text: RichText
    code: str | None = None
    hatched: bool = False
    coloured: bool = False
    """Whether it says anything about the colour; otherwise the entry keeps the one it has."""

    def onto(self, entry: Entry) -> Entry:
        """The entry with this in it."""
        entry = replace(entry, text=self.text)
        if not self.coloured:
            return entry
        return replace(entry, code=self.code, hatched=self.hatched, shade=None, settled=True)


def mime_of(entries: Sequence[Entry], palette: Palette) -> QMimeData:
    """Entries, one below the other, as text, as a coloured table and for ourselves."""
    data = QMimeData()
    data.setText("\n".join(_quoted(entry.text.plain) for entry in entries))
    data.setHtml(f"<table>{''.join(_row(entry, palette) for entry in entries)}</table>")
    own = [
        {"runs": [asdict(run) for run in entry.text.runs], "code": entry.code, "hatched": entry.hatched}
        for entry in entries
    ]
    data.setData(OWN_TYPE, QByteArray(json.dumps(own).encode()))
    return data


def pasted(data: QMimeData, palette: Palette) -> list[Pasted]:
    """What stands on the clipboard, one item per cell downwards; empty when it is nothing of use."""
    if data.hasFormat(OWN_TYPE):
        return [_own(item, palette) for item in json.loads(bytes(data.data(OWN_TYPE).data()))]
    if data.hasHtml():
        found = _from_table(data.html(), palette)
        if found:
            return found
    return [Pasted(RichText.plain_text(text)) for text in _lines(data.text())] if data.hasText() else []


def _own(item: dict[str, object], palette: Palette) -> Pasted:
    runs = item.get("runs")
    text = RichText.of(_run(run) for run in runs) if isinstance(runs, list) else EMPTY_TEXT
    code = item.get("code")
    known = str(code) if code is not None and palette.get(str(code)) is not None else None
    return Pasted(text, known, bool(item.get("hatched")) and known is not None, coloured=True)


def _run(run: dict[str, object]) -> Run:
    style = run.get("style")
    return Run(
        str(run.get("text", "")),
        RunStyle(**style) if isinstance(style, dict) else RunStyle(),
        RunRole(str(run.get("role", "plain"))),
        str(run.get("source", "")),
    )


def _row(entry: Entry, palette: Palette) -> str:
    legend = palette.get(entry.code)
    ground = f' style="background:{legend.fill};color:{readable_on(legend.fill)}"' if legend is not None else ""
    # Excel breaks the line inside a cell only where this says so.
    brk = '<br style="mso-data-placement:same-cell">'
    return f"<tr><td{ground}>{escaped(entry.text.plain).replace(chr(10), brk)}</td></tr>"


def _quoted(text: str) -> str:
    """As Excel writes a cell with line ends or tabs: in quotes."""
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '\n\t"') else text


def _lines(text: str) -> list[str]:
    """The cells of the first column of pasted text; quoted cells may hold line ends."""
    return [row[0] if row else "" for row in csv.reader(StringIO(text, newline=""), delimiter="\t")]


def _from_table(html: str, palette: Palette) -> list[Pasted]:
    """The first column of the first table in it, with each cell's nearest code."""
    document = QTextDocument()
    document.setHtml(html)
    table = next((frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)), None)
    if table is None:
        return []
    found = []
    for row in range(table.rows()):
        cell = table.cellAt(row, 0)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
        text = cursor.selectedText().replace("\u2028", "\n").replace("\u2029", "\n").strip()
        brush = cell.format().background()
        ground = brush.color().name() if brush.style() != Qt.BrushStyle.NoBrush else _WHITE
        legend = nearest(ground, palette.judgements) if ground != _WHITE else None
        found.append(Pasted(RichText.plain_text(text), legend.code if legend else None, coloured=legend is not None))
    return found
