"""Answers that came back in another form than the workbook: the file that the page makes, or the Word document.

Not here: the answers in the sheet of a returned workbook (`collect_answers`), the comparison (`collect_feedback`).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ..domain.feedback import Kind
from ..domain.feedback_text import read_remark
from ..errors import DamagedFileError, FileUnavailableError, SystemReason
from ..values import dataclass
from .round_page import FORMAT
from .round_word import ANSWER_LABEL, KIND_LABEL, MARK

ANSWER_ENDINGS = (".json", ".docx")
#: Some programs take key words apart at the colon and put them together without it.
_MARK = re.compile(re.escape(MARK.rstrip(": ")) + r":?\s*(.*)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said of one entry."""

    form: str
    characteristic: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What one person sent back."""

    round_id: str
    recipient: str
    organisation: str
    when: str
    """ISO 8601, or empty."""
    answers: tuple[Answer, ...]


def read_answers(path: Path) -> Answers:
    """The answers in a file of the page or in a Word document.

    Raises:
        FileUnavailableError: it cannot be opened.
        DamagedFileError: it holds no answers to a round.
    """
    try:
        return _from_word(path) if path.suffix.casefold() == ".docx" else _from_page(path)
    except OSError as error:
        raise FileUnavailableError(file=path.name, detail=SystemReason.of(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedFileError(file=path.name, part="antwoorden", detail=str(error)[:120]) from error


def _from_page(path: Path) -> Answers:
    data = json.loads(path.read_text(encoding="utf-8-sig"))
    if data["format"] != FORMAT:
        raise ValueError("geen antwoorden")
    answers = tuple(
        Answer(str(each["form"]), str(each["characteristic"]), _kind(str(each.get("kind", ""))), str(each["text"]))
        for each in data["answers"]
    )
    return Answers(
        str(data["round"]),
        str(data["recipient"]),
        str(data.get("organisation", "")),
        str(data.get("when", "")),
        answers,
    )


def _from_word(path: Path) -> Answers:
    import docx  # deferred: only answers in Word need it
    from docx.opc.exceptions import PackageNotFoundError

    try:
        word = docx.Document(str(path))
    except (PackageNotFoundError, KeyError) as error:
        raise ValueError("geen Word-document") from error
    tables = [table for table in word.tables if _reference(_rows(table))]
    mark = _MARK.match(str(word.core_properties.keywords or ""))
    if mark is None and not tables:
        raise ValueError("geen vragen van een ronde")
    # A program that drops key words leaves the questions: then the file's name tells whose answers they are.
    round_id, recipient, organisation, *_ = [*str(mark[1] if mark else "").split("|"), "", "", ""]
    found = [answer for table in tables if (answer := _in_table(table)) is not None]
    modified = word.core_properties.modified
    when = "" if modified is None else modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Answers(round_id, recipient, organisation, when, tuple(found))


def _rows(table: Any) -> dict[str, str]:
    """What stands in a table of a question: label → text."""
    return {row.cells[0].text.strip(): row.cells[-1].text.strip() for row in table.rows}


def _reference(rows: dict[str, str]) -> str:
    return next((text for text in rows.values() if text.count("|") >= 2 and text.startswith("V")), "")


def _in_table(table: Any) -> Answer | None:
    rows = _rows(table)
    reference = _reference(rows)
    text = rows.get(ANSWER_LABEL, "")
    if not reference or not text:
        return None
    _, form, characteristic = reference.split("|", 2)
    given = rows.get(KIND_LABEL, "")
    if given:
        return Answer(form, characteristic, _kind(given), text)
    words = read_remark(text, "")
    return Answer(form, characteristic, words.kind, words.text)


def _kind(word: str) -> Kind:
    try:
        return Kind(word.strip().casefold())
    except ValueError:
        return Kind.REMARK
