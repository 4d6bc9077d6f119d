"""A feedback round: who is asked what, and the register of who got what when. Plain values, in JSON and as a workbook.

Here: the words of a round. Not here: making the copies (`send_round`), reading answers (`read_answers`), comparing
(`collect_feedback`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from io import BytesIO, StringIO
from pathlib import Path

from ..document.document import Document
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.matching import normalise
from ..errors import DamagedFileError, FileUnavailableError, Reason, UsageError
from ..values import dataclass, replace
from .atomic import write_atomically
from .look_up import characteristic_named, form_named


class CopyFormat(StrEnum):
    """In what form a person gets the questions; the value is the file's extension."""

    WORKBOOK = "xlsx"
    PAGE = "html"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class Ask:
    """One entry on which feedback is asked, with the question; an empty question asks for whatever one has to say."""

    id: str
    """`V1`, `V2` …, unique for one recipient."""
    form: str
    characteristic: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a copy, and what is asked; without asks it is the whole overview."""

    name: str
    organisation: str = ""
    asks: tuple[Ask, ...] = ()
    copy_format: CopyFormat = CopyFormat.WORKBOOK


@dataclass(frozen=True, slots=True)
class SentCopy:
    """One line of the register."""

    recipient: Recipient
    file: str
    sent_on: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Register:
    """Who got what when, in one round."""

    round_id: str
    title: str
    source: str
    """File name of what was sent."""
    digest: str
    """SHA-256 of it, in hexadecimal."""
    copies: tuple[SentCopy, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundCounts:
    """How a round stands. `asked`, `answered` and `open_` count asks, or recipients who were asked everything."""

    asked: int
    answered: int
    open_: int
    remarks: int
    undecided: int


def asks_on(
    document: Document, forms: Sequence[str] = (), characteristics: Sequence[str] = (), question: str = ""
) -> tuple[Ask, ...]:
    """The entries of these forms and characteristics, in the order of the overview; without either, all that are filled.

    Raises:
        UnknownFormError, UnknownCharacteristicError: a name that the document does not have.
    """
    names = [form_named(document, form) for form in forms] or list(document.form_names)
    keys = [characteristic_named(document, words) for words in characteristics]
    wanted = keys or [each.key for each in document.characteristics]
    places = [
        (form, key)
        for form in names
        for key in wanted
        if keys or document.entry(form, key).filled or document.entry(form, key).code
    ]
    return tuple(Ask(f"V{number}", form, key, question) for number, (form, key) in enumerate(places, 1))


def read_recipients(path: Path, document: Document) -> list[Recipient]:
    """Recipients from a CSV file with the columns naam, organisatie, vormen, kenmerken, vraag, bestand.

    Several forms or characteristics in one cell are separated by `|`; several lines with one name are one recipient.

    Raises:
        FileUnavailableError: it cannot be read.
        UsageError: the column `naam` is missing, or a line has no name.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnavailableError(file=path.name, detail=str(error)) from error
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    if "naam" not in [(name or "").strip().casefold() for name in reader.fieldnames or ()]:
        raise UsageError(
            detail=Reason.said(f"{path.name} heeft geen kolom ‘naam’.", f"{path.name} has no column “naam”.")
        )
    found: dict[str, Recipient] = {}
    for raw in reader:
        line = {str(name).strip().casefold(): str(value or "").strip() for name, value in raw.items() if name}
        recipient = _recipient(line, document, path.name)
        known = found.get(recipient.name)
        found[recipient.name] = recipient if known is None else _with_asks(known, recipient.asks)
    return list(found.values())


def _recipient(line: dict[str, str], document: Document, file: str) -> Recipient:
    name = line.get("naam", "")
    if not name:
        raise UsageError(detail=Reason.said(f"een regel van {file} heeft geen naam.", f"a line of {file} has no name."))
    forms, rows = _split(line.get("vormen", "")), _split(line.get("kenmerken", ""))
    question = line.get("vraag", "")
    asks = asks_on(document, forms, rows, question) if forms or rows else ()
    wanted = line.get("bestand", "") or CopyFormat.WORKBOOK.value
    try:
        copy_format = CopyFormat(wanted.lower())
    except ValueError as error:
        raise UsageError(
            detail=Reason.said(
                f"een kopie kan geen ‘{wanted}’ zijn; kies xlsx, html of docx.",
                f"a copy cannot be “{wanted}”; choose xlsx, html or docx.",
            )
        ) from error
    return Recipient(name, line.get("organisatie", ""), asks, copy_format)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _with_asks(recipient: Recipient, asks: Iterable[Ask]) -> Recipient:
    together = [*recipient.asks, *asks]
    return replace(recipient, asks=tuple(replace(ask, id=f"V{number}") for number, ask in enumerate(together, 1)))


def write_register(register: Register, folder: Path) -> Path:
    """Write the register as JSON, and beside it as a workbook to look at; returns the path of the JSON.

    Raises:
        SaveError: it cannot be written.
    """
    path = folder / f"register {register.round_id}.json"
    write_atomically(path, json.dumps(asdict(register), ensure_ascii=False, indent=1).encode("utf-8"))
    write_atomically(path.with_suffix(".xlsx"), _register_workbook(register))
    return path


def read_register(path: Path) -> Register:
    """A register from its JSON.

    Raises:
        FileUnavailableError, DamagedFileError: it cannot be read, or is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        copies = tuple(_sent_copy(each) for each in data["copies"])
        return Register(data["round_id"], data["title"], data["source"], data["digest"], copies)
    except OSError as error:
        raise FileUnavailableError(file=path.name, detail=str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedFileError(file=path.name, part="register", detail=str(error)) from error


def _sent_copy(data: dict[str, object]) -> SentCopy:
    who = data["recipient"]
    if not isinstance(who, dict):
        raise TypeError("recipient")
    asks = tuple(Ask(**ask) for ask in who["asks"])
    recipient = Recipient(who["name"], who["organisation"], asks, CopyFormat(who["copy_format"]))
    return SentCopy(recipient, str(data["file"]), str(data["sent_on"]))


def _register_workbook(register: Register) -> bytes:
    from openpyxl import Workbook  # deferred: only a round that is sent needs it

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    sheet.append(["Ronde", "Naam", "Organisatie", "Bestand", "Verzonden", "Nr.", "Vorm", "Kenmerk", "Vraag"])
    for copy in register.copies:
        head = [register.round_id, copy.recipient.name, copy.recipient.organisation, copy.file, copy.sent_on]
        for ask in copy.recipient.asks or (Ask("", "(alles)", "", ""),):
            sheet.append([*head, ask.id, ask.form, ask.characteristic, ask.question])
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    sheet.freeze_panes = "A2"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, whatever case, accents and spacing."""
    return normalise(one) == normalise(other)


def entry_title(document: Document, ask: Ask) -> str:
    """What an ask is about, for a person: form and characteristic."""
    if ask.characteristic == GENERAL_REMARKS:
        return f"{ask.form} – algemene opmerkingen"
    if not document.has_characteristic(ask.characteristic):
        return f"{ask.form} – {ask.characteristic}"
    row = document.characteristic(ask.characteristic)
    return f"{ask.form} – {' '.join(row.group.split())}: {row.title}"
