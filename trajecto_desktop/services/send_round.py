"""Send a feedback round: a copy for each recipient, with what is asked marked and a sheet that says how to answer.

The copy is the workbook itself with marks added, so that what comes back can be compared with it cell by cell; or a page or
Word document with the same questions. Not here: the register's form (`feedback_round`), pages (`round_page`, `round_word`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ..domain.feedback import Annotation, Kind
from ..domain.feedback_text import clean_name, remark_words
from ..errors import Reason, UsageError
from ..excel.log_sheet import without_log
from ..ooxml.add_sheet import add_sheet
from ..ooxml.comments import AddComment, apply_comment_edits
from ..ooxml.edit import CellEdit, apply_edits
from ..ooxml.marks import with_marks
from ..ooxml.workbook import Workbook
from .annotate import moment_text
from .atomic import write_atomically
from .copy_origin import (
    HIDDEN_NAME,
    INSTRUCTION_SHEET,
    ORGANISATION_PROPERTY,
    RECIPIENT_PROPERTY,
    ROUND_PROPERTY,
    round_author,
)
from .feedback_round import CopyFormat, Recipient, Register, SentCopy, asks_on, entry_title, write_register
from .open_document import OpenedFile
from .round_page import round_page
from .round_word import round_word

HEADERS = ("Nr.", "Vorm", "Kenmerk", "Waar", "Vraag", "Jouw antwoord", "Sleutel")
_WIDTHS = (7, 26, 60, 26, 50, 60, 72)
_HEADER_ROW = 3
_NO_WORDS = "Graag je feedback hierop."
_MOST_MARKS = 60
"""Up to so many entries each gets a mark of its own where nothing is asked in words."""


def send_round(
    opened: OpenedFile, round_id: str, title: str, recipients: Iterable[Recipient], folder: Path, now: datetime
) -> Register:
    """Write a copy for each recipient into a folder, and the register beside them.

    Args:
        opened: the overview or fiche to send, as it stands in its file.
        round_id: a short name, unique among rounds.
        title: what the round is about, for people.
        recipients: who gets what.
        folder: where the copies go; made when it is not there.
        now: the moment that counts as sent.

    Raises:
        UsageError: no recipients, or a round without a name.
        SaveError: a copy cannot be written.
    """
    people = list(recipients)
    if not people or not round_id.strip() or "|" in round_id:
        why = Reason.said("een ronde heeft een naam en ontvangers nodig.", "a round needs a name and recipients.")
        raise UsageError(detail=why)
    folder.mkdir(parents=True, exist_ok=True)
    copies = []
    names: set[str] = set()
    for recipient in people:
        file = _file_name(opened, recipient, names)
        write_atomically(folder / file, copy_for(opened, round_id, title, recipient, now))
        copies.append(SentCopy(recipient, file, moment_text(now)))
    register = Register(round_id, title, opened.name, opened.digest, tuple(copies))
    write_register(register, folder)
    return register


def copy_for(opened: OpenedFile, round_id: str, title: str, recipient: Recipient, now: datetime) -> bytes:
    """The file that a recipient gets."""
    document = opened.document
    if recipient.copy_format is CopyFormat.WORKBOOK:
        return _workbook_copy(opened, round_id, title, recipient, now)
    asks = recipient.asks or asks_on(document)
    whole = Recipient(recipient.name, recipient.organisation, asks, recipient.copy_format)
    if recipient.copy_format is CopyFormat.PAGE:
        return round_page(document, round_id, title, whole)
    return round_word(document, round_id, title, whole, now)


def _file_name(opened: OpenedFile, recipient: Recipient, taken: set[str]) -> str:
    person = re.sub(r'[\\/:*?"<>|\s]+', " ", recipient.name).strip(" .") or "ontvanger"
    number = 1
    while True:
        tail = f" {number}" if number > 1 else ""
        name = f"{opened.path.stem} – {person}{tail}.{recipient.copy_format.value}"
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
        number += 1


def _workbook_copy(opened: OpenedFile, round_id: str, title: str, recipient: Recipient, now: datetime) -> bytes:
    name = opened.name
    book = Workbook.from_bytes(_with_instructions(opened, title, recipient), name)
    book = Workbook.from_bytes(apply_comment_edits(book, _questions(opened, round_id, recipient, now)), name)
    who, organisation = clean_name(recipient.name), clean_name(recipient.organisation)
    properties = {ROUND_PROPERTY: round_id, RECIPIENT_PROPERTY: who, ORGANISATION_PROPERTY: organisation}
    hidden = {HIDDEN_NAME: "|".join(part.replace("|", " ") for part in (round_id, who, organisation))}
    return with_marks(book, {key: value for key, value in properties.items() if value}, hidden)


def _questions(opened: OpenedFile, round_id: str, recipient: Recipient, now: datetime) -> list[AddComment]:
    """A comment on each entry about which something is asked; of many without words the sheet of instructions says enough."""
    author = round_author(round_id)
    edits = []
    for ask in recipient.asks:
        place = _place(opened, ask.form, ask.characteristic)
        question = ask.question or (_NO_WORDS if len(recipient.asks) <= _MOST_MARKS else "")
        if question and place is not None:
            words = remark_words(Annotation("", Kind.QUESTION, author, question))
            edits.append(AddComment(*place, author, words, moment_text(now)))
    return edits


def _place(opened: OpenedFile, form: str, characteristic: str) -> tuple[str, str] | None:
    places = opened.document.places(form, characteristic)
    return next(iter(places.items()), None)


def _with_instructions(opened: OpenedFile, title: str, recipient: Recipient) -> bytes:
    """The workbook with the sheet that says how to answer, behind the others."""
    # What was said and decided in other rounds is the team's own.
    workbook = without_log(opened.binding.workbook)
    if any(info.name == INSTRUCTION_SHEET for info in workbook.sheets):
        raise UsageError(
            detail=Reason.said(
                f"dit bestand heeft al een blad ‘{INSTRUCTION_SHEET}’; verstuur het origineel.",
                f"this file has a sheet “{INSTRUCTION_SHEET}” already; send the original.",
            )
        )
    rows = _rows(opened, title, recipient)
    head, body = _looks(opened)
    styles = [
        [head if row == _HEADER_ROW else body if row > _HEADER_ROW else 0] * len(HEADERS)
        for row in range(1, len(rows) + 1)
    ]
    book = Workbook.from_bytes(add_sheet(workbook, INSTRUCTION_SHEET, _WIDTHS, styles), opened.name)
    edits = [
        CellEdit(INSTRUCTION_SHEET, excel_row, excel_column, value=text)
        for excel_row, row in enumerate(rows, 1)
        for excel_column, text in enumerate(row, 1)
        if text
    ]
    return apply_edits(book, edits)


def _looks(opened: OpenedFile) -> tuple[int, int]:
    """The styles of this workbook's own header and of an entry without a code, so that the new sheet looks at home."""
    sheet = opened.binding.fullest
    grid = opened.binding.workbook.grid(sheet.name)
    column = next(iter(sheet.form_columns.values()), 1)
    return grid.style_at(sheet.header_row, column), opened.binding.plain_style or 0


def _rows(opened: OpenedFile, title: str, recipient: Recipient) -> list[tuple[str, ...]]:
    who = f"{recipient.name} ({recipient.organisation})" if recipient.organisation else recipient.name
    rows: list[tuple[str, ...]] = [
        (f"{title} – feedback van {who}",),
        (
            "Reageer in dit blad (kolom ‘Jouw antwoord’) of met een opmerking bij de cel zelf. Begin gerust met vraag:, "
            "nood:, hefboom:, aanvulling: of correctie:. Je mag ook tekst of kleur wijzigen; we zien elk verschil.",
        ),
        HEADERS,
    ]
    for ask in recipient.asks:
        place = _place(opened, ask.form, ask.characteristic)
        where = f"{place[0]}!{place[1]}" if place else ""
        about = entry_title(opened.document, ask).removeprefix(f"{ask.form} – ")
        rows.append((ask.id, ask.form, about, where, ask.question, "", ask.characteristic))
    if not recipient.asks:
        rows.append(("", "(alles)", "Het hele overzicht: reageer waar je wil.", "", "", "", ""))
    return rows
