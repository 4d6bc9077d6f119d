"""A small overview that is sent, and returned copies of it with known edits, saved by several programs."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from copy import copy as copied
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from trajecto_desktop.document.document import Content, Document
from trajecto_desktop.domain.changes import Change, CharacteristicReworded
from trajecto_desktop.domain.characteristic import Characteristic
from trajecto_desktop.domain.colour import DEFAULT_PALETTE, PARALLEL, PARTIAL
from trajecto_desktop.domain.feedback import Kind
from trajecto_desktop.domain.fiche import Entry, SupportForm
from trajecto_desktop.domain.text import RichText
from trajecto_desktop.excel.binding import SheetLayout
from trajecto_desktop.excel.new_workbook import new_overview
from trajecto_desktop.excel.reader import read_workbook
from trajecto_desktop.ooxml.workbook import Workbook
from trajecto_desktop.services.add_characteristic import add_characteristic
from trajecto_desktop.services.annotate import annotated
from trajecto_desktop.services.edit_entry import with_code, with_short_text, with_text
from trajecto_desktop.services.open_document import open_document
from trajecto_desktop.services.save_document import save_document

FORMS = ("1G1P", "Buddy's", "CAW-trajecten", "Zorggarantie")
ROWS = (
    ("Doelgroep(en)", "gezinnen met jonge kinderen"),
    ("Doelgroep(en)", "aanstaande ouders en hun context"),
    ("Insteek", "vraaggericht en aanklampend werken"),
    ("Looptijd", "zolang de ondersteuning nodig is"),
    ("Disciplines", "sociaal werk of gelijkwaardig diploma"),
)
WORDS = ("wijk", "gezin", "school", "overleg", "huisbezoek", "begeleiding")
FULL, CODES = "Globaal overzicht", "geen tekst"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Edit:
    """One edit: `what` is remark, word, short, code, wording or row; `place` counts forms and rows from 0.

    A wording or a row is of no form. A row comes behind its place, with the value as its wording.
    """

    what: str
    place: tuple[int, int]
    value: str
    word_0: int = 0


def entry_text(form_0: int, row_0: int) -> str:
    return " ".join(f"{word}{form_0}{row_0}" for word in WORDS)


@cache
def sent_bytes() -> bytes:
    """The overview that is sent: every entry filled, two codes, one remark in a thread."""
    rows = [
        Characteristic(f"rij-{i}", group, adapted=RichText.plain_text(words)) for i, (group, words) in enumerate(ROWS)
    ]
    content = Content("overview", DEFAULT_PALETTE, [SupportForm(name) for name in FORMS], rows)
    for form_0, form in enumerate(FORMS):
        for row_0, row in enumerate(rows):
            code = PARALLEL if (form_0 + row_0) % 2 else PARTIAL
            content.entries[form, row.key] = Entry(RichText.plain_text(entry_text(form_0, row_0)), code=code)
    return new_overview(content, made=NOW)


@cache
def keys() -> tuple[str, ...]:
    return tuple(each.key for each in read_workbook(Workbook.from_bytes(sent_bytes())).characteristics)


def write_sent(folder: Path) -> Path:
    path = folder / "overzicht.xlsx"
    path.write_bytes(sent_bytes())
    opened = open_document(path)
    place = FORMS[0], keys()[0]
    entry, _ = annotated(opened.document.entry(*place), Kind.QUESTION, "An Devos", "Wie volgt dit op?", "Odisee", NOW)
    opened.document.apply(opened.document.change_entry(*place, entry))
    save_document(opened)
    return path


def edited_wording(edit: Edit) -> str:
    """The wording of a row with one word replaced."""
    return _words_with(ROWS[edit.place[1]][1], edit)


def edited_words(edit: Edit) -> str:
    words = entry_text(*edit.place).split()
    words[edit.word_0] = edit.value
    return " ".join(words)


def by_ourselves(sent: Path, target: Path, person: str, edits: Sequence[Edit]) -> None:
    """A copy edited in our own window."""
    opened = open_document(sent)
    for edit in edits:
        place = FORMS[edit.place[0]], keys()[edit.place[1]]
        if edit.what in ("wording", "row"):
            opened.document.apply(_structural(opened.document, edit))
            continue
        entry = opened.document.entry(*place)
        if edit.what == "remark":
            entry, _ = annotated(entry, Kind.REMARK, person, edit.value, "", NOW)
        elif edit.what == "word":
            entry = with_text(entry, _words_with(entry.text.plain, edit))
        elif edit.what == "short":
            entry = with_short_text(entry, edit.value)
        else:
            entry = replace(with_code(entry, edit.value), settled=True)
        opened.document.apply(opened.document.change_entry(*place, entry))
    save_document(opened, target)


def _structural(document: Document, edit: Edit) -> Change:
    row = document.characteristic(keys()[edit.place[1]])
    if edit.what == "row":
        return add_characteristic(document, row.group, edit.value, after=row.key)
    return CharacteristicReworded(row, replace(row, adapted=row.adapted.with_plain(edited_wording(edit))))


def _words_with(text: str, edit: Edit) -> str:
    words = text.split()
    words[edit.word_0] = edit.value
    return " ".join(words)


def by_openpyxl(sent: Path, target: Path, person: str, edits: Sequence[Edit], sheet: str = CODES) -> None:
    """A copy edited with a program that drops threads; judgements are changed in one sheet alone."""
    binding = read_workbook(Workbook.open(sent)).binding
    legend = {
        code: (layout.name, place) for layout in binding.sheets.values() for code, place in layout.legend_cells.items()
    }
    book = openpyxl.load_workbook(sent)
    rows = sorted((edit for edit in edits if edit.what == "row"), key=lambda edit: -edit.place[1])
    for edit in edits:
        if edit.what == "row":
            continue
        place = FORMS[edit.place[0]], keys()[edit.place[1]]
        if edit.what == "wording":
            layout = binding.sheets[FULL]
            book[FULL].cell(layout.rows[place[1]], layout.adapted_column or 1).value = edited_wording(edit)
            continue
        name = {"word": FULL, "remark": FULL, "short": "Beknopter", "code": sheet}[edit.what]
        row, column = binding.sheets[name].place(*place) or (0, 0)
        cell = book[name].cell(row, column)
        if edit.what == "remark":
            have = cell.comment
            cell.comment = Comment(
                f"{have.text}\n---\n[opmerking] {person}: {edit.value}\n— {person}" if have else edit.value, person
            )
        elif edit.what == "word":
            cell.value = _words_with(str(cell.value), edit)
        elif edit.what == "short":
            cell.value = edit.value
        else:
            legend_sheet, (legend_row, legend_column) = legend[edit.value]
            cell.fill = copied(book[legend_sheet].cell(legend_row, legend_column).fill)
    for edit in rows:
        _insert_row(book[FULL], binding.sheets[FULL], edit)
    book.properties.lastModifiedBy = person
    book.save(target)


def _insert_row(sheet: Worksheet, layout: SheetLayout, edit: Edit) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    place = layout.rows[keys()[edit.place[1]]] + 1
    sheet.insert_rows(place)
    sheet.cell(place, layout.adapted_column or 1).value = edit.value


def by_libreoffice(
    sent: Path, target: Path, person: str, edits: Sequence[Edit], soffice: Callable[[Path, str], Path]
) -> None:
    """A copy edited with ourselves and then saved by LibreOffice, which drops threads, authors and patterns."""
    between = target.with_name("tussen.xlsx")
    by_ourselves(sent, between, person, edits)
    target.write_bytes(soffice(between, "xlsx").read_bytes())


def moved_about(path: Path) -> None:
    """Rename a sheet, put two rows on top of another and lay its first two forms the other way round."""
    book = openpyxl.load_workbook(path)
    binding = read_workbook(Workbook.open(path)).binding
    layout = binding.sheets[FULL]
    one, two = layout.form_columns[FORMS[0]], layout.form_columns[FORMS[1]]
    sheet = book[FULL]
    for row in range(1, sheet.max_row + 1):
        if row != layout.header_row and row not in layout.rows.values():
            continue
        left, right = sheet.cell(row, one), sheet.cell(row, two)
        texts, styles, notes = (
            (left.value, right.value),
            (copied(left._style), copied(right._style)),
            _notes(left, right),
        )
        (left.value, right.value), (left._style, right._style) = texts[::-1], styles[::-1]
        left.comment, right.comment = notes[::-1]
    book[CODES].title = "kleuren alleen"
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())


def _notes(*cells: object) -> list[Comment | None]:
    notes = [getattr(cell, "comment", None) for cell in cells]
    return [Comment(note.text, note.author) if note else None for note in notes]
