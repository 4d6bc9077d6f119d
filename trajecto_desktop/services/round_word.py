"""The questions of a round as a Word document: real headings, and for each question a table to write the answer in.

Not here: who is asked what (`feedback_round`), reading it back (`read_answers`).
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from ..document.document import Document
from .export_file import without_times
from .export_words import storable
from .feedback_round import Ask, Recipient, entry_title

MARK = "Trajecto ronde: "
"""How the key words of the document name the round: `Trajecto ronde: id|recipient|organisation`."""
KIND_LABEL, ANSWER_LABEL = "Soort", "Jouw antwoord"


def round_word(document: Document, round_id: str, title: str, recipient: Recipient, now: datetime) -> bytes:
    """The Word document; the same questions at the same moment give the same bytes."""
    import docx  # deferred: only a round in Word needs it

    word = docx.Document()
    properties = word.core_properties
    parts = (part.replace("|", " ") for part in (round_id, recipient.name, recipient.organisation))
    properties.title, properties.keywords = storable(f"{title} – feedback"), storable(MARK + "|".join(parts))
    properties.language, properties.author, properties.created = "nl-BE", "", now.replace(tzinfo=None)
    word.add_heading(storable(f"{title} – feedback"), 0)
    who = f"{recipient.name} ({recipient.organisation})" if recipient.organisation else recipient.name
    word.add_paragraph(storable(f"Voor {who}. Schrijf je antwoord in de tabel onder elke vraag; niets is verplicht."))
    word.add_paragraph(f"Soort feedback: {', '.join(_kinds())}. De kleurcodes zijn indicatief.")
    for ask in recipient.asks:
        _add_ask(word, document, ask)
    stream = io.BytesIO()
    word.save(stream)
    return without_times(stream.getvalue())


def _kinds() -> list[str]:
    from ..domain.feedback import Kind

    return [kind.value for kind in Kind]


def _add_ask(word: Any, document: Document, ask: Ask) -> None:
    from docx.shared import Mm

    entry = document.entry(ask.form, ask.characteristic)
    word.add_heading(storable(f"{ask.id}. {entry_title(document, ask)}"), 2)
    code = document.palette.get(entry.code)
    if code is not None:
        word.add_paragraph(storable(f"Kleurcode: {code.mark} {code.label}{' (gearceerd)' if entry.hatched else ''}"))
    word.add_paragraph(storable(entry.text.plain) or "Hier staat nog niets.", style="Quote")
    if ask.question:
        word.add_paragraph().add_run(storable(ask.question)).bold = True
    table = word.add_table(rows=3, cols=2)
    table.style = "Table Grid"
    rows = (
        (KIND_LABEL, ""),
        (ANSWER_LABEL, ""),
        ("Verwijzing (niet wijzigen)", f"{ask.id}|{ask.form}|{ask.characteristic}"),
    )
    table.rows[1].height = Mm(20)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = storable(text)
