"""Tell people what became of their feedback: for each person a letter in Word and a table, and counts of a round.

Here: from remarks with their decisions to letters. Not here: who gets what (`feedback_round`), the log of a round
(`feedback_log`). Moments come from who calls.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from ..document.document import Document
from ..domain.feedback import Annotation, Status
from ..errors import DocumentError
from ..values import dataclass
from .annotate import moment_text
from .atomic import write_atomically
from .collect_feedback import Collection
from .collected import SAID
from .copy_origin import round_author
from .export_file import without_times
from .export_words import storable
from .feedback_round import Ask, Register, RoundCounts, SentCopy, entry_title, read_register, same_person

_HEADERS = ("Vorm en kenmerk", "Soort", "Jouw feedback", "Gegeven op", "Wat ermee gebeurde", "Waarom", "Antwoorden")
_WIDTHS = (60, 14, 60, 14, 20, 50, 60)
_DECIDED = {
    Status.OPEN: "nog te bespreken",
    Status.PROCESSED: "verwerkt",
    Status.NOT_TAKEN: "niet weerhouden",
}


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One remark and what became of it."""

    about: str
    remark: Annotation

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of a line in the table."""
        answers = "\n".join(f"{reply.author}: {reply.text}" for reply in self.remark.replies)
        date = self.remark.date[:10]
        decided = _DECIDED[self.remark.status]
        return self.about, self.remark.kind.value, self.remark.text, date, decided, self.remark.reason, answers


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one person said, in the order of the overview."""

    person: str
    organisation: str
    lines: tuple[LetterLine, ...]

    def count(self, status: Status) -> int:
        """How many remarks have that status."""
        return sum(1 for line in self.lines if line.remark.status is status)


def letters_of(document: Document, people: Iterable[str] = ()) -> list[Letter]:
    """A letter for each person who gave feedback, or only for these people; people without feedback get none."""
    found: dict[str, list[LetterLine]] = {}
    names: dict[str, tuple[str, str]] = {}
    for line in _all_lines(document):
        person = line.remark.author.casefold()
        name, organisation = names.get(person, (line.remark.author, ""))
        names[person] = name, organisation or line.remark.organisation
        found.setdefault(person, []).append(line)
    wanted = list(people)
    return [
        Letter(*names[person], tuple(lines))
        for person, lines in sorted(found.items())
        if not wanted or any(same_person(names[person][0], each) for each in wanted)
    ]


def _all_lines(document: Document) -> Iterator[LetterLine]:
    """Every remark that somebody made: those on entries, then those on other cells."""
    for (form, key), entry in document.annotated_entries():
        about = entry_title(document, Ask("", form, key))
        yield from (LetterLine(about, remark) for remark in entry.annotations if remark.author)
    for (sheet, cell), remarks in document.beside.items():
        yield from (LetterLine(f"{sheet}, cel {cell}", remark) for remark in remarks if remark.author)


def write_letters(letters: Iterable[Letter], title: str, folder: Path, now: datetime) -> list[Path]:
    """Write each letter as a Word document and as a workbook; returns the paths.

    Raises:
        SaveError: one cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for letter in letters:
        name = re.sub(r'[\\/:*?"<>|\s]+', " ", letter.person).strip(" .") or "zonder naam"
        for ending, data in (("docx", letter_word(letter, title, now)), ("xlsx", letter_workbook(letter))):
            path = folder / f"{name}.{ending}"
            write_atomically(path, data)
            paths.append(path)
    return paths


def letter_word(letter: Letter, title: str, now: datetime) -> bytes:
    """The letter as a Word document; equal letters of one moment are equal bytes."""
    import docx  # deferred: only letters need it

    word = docx.Document()
    properties = word.core_properties
    properties.title, properties.language, properties.author = storable(title), "nl-BE", ""
    properties.created = now.replace(tzinfo=None)
    word.add_heading(storable(title), 0)
    word.add_paragraph(storable(f"Dag {letter.person},"))
    word.add_paragraph(storable(_summary(letter)))
    for line in letter.lines:
        word.add_heading(storable(line.about), 2)
        word.add_paragraph(storable(f"[{line.remark.kind.value}] {line.remark.text}"), style="Quote")
        outcome = word.add_paragraph()
        outcome.add_run(_DECIDED[line.remark.status].capitalize()).bold = True
        outcome.add_run(storable(f": {line.remark.reason}") if line.remark.reason else ".")
        for reply in line.remark.replies:
            word.add_paragraph(storable(f"{reply.author}: {reply.text}"), style="List Bullet")
    word.add_paragraph(f"Stand op {moment_text(now)[:10]}.")
    stream = io.BytesIO()
    word.save(stream)
    return without_times(stream.getvalue())


def _summary(letter: Letter) -> str:
    counts = [(letter.count(status), words) for status, words in _DECIDED.items()]
    parts = [f"{number} {words}" for number, words in counts if number]
    number = len(letter.lines)
    noun = "opmerking" if number == 1 else "opmerkingen"
    return f"Bedankt voor je feedback: {number} {noun}, waarvan {', '.join(parts)}."


def letter_workbook(letter: Letter) -> bytes:
    """The same as a table."""
    from openpyxl import Workbook  # deferred: only letters need it
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Feedback"
    for excel_row, row in enumerate((_HEADERS, *(line.cells for line in letter.lines)), 1):
        for excel_column, text in enumerate(row, 1):
            cell = sheet.cell(excel_row, excel_column)
            cell.value = storable(text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=excel_row == 1)
    for excel_column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(excel_column)].width = width
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def count_round(register: Register, collection: Collection) -> RoundCounts:
    """How a round stands: what was asked, on how much of that somebody answered, what still waits for a decision.

    Args:
        register: who was asked what.
        collection: what came back.
    """
    asked = answered = 0
    for copy in register.copies:
        asked += len(copy.recipient.asks) or 1
        answered += _answered(copy, collection)
    everything = [*collection.differences, *(option for each in collection.conflicts for option in each.options)]
    remarks = sum(1 for each in everything if each.kind in SAID)
    questions = round_author(register.round_id)
    said = (line.remark for line in _all_lines(collection.base.document))
    undecided = sum(1 for remark in said if remark.is_open and remark.author != questions)
    return RoundCounts(asked, answered, asked - answered, remarks, undecided)


def counts_beside(collection: Collection, paths: Iterable[Path]) -> RoundCounts | None:
    """How the round stands, by the register that lies beside one of these files; nothing without such a register."""
    rounds = {
        source.round_id
        for each in (*collection.differences, *(o for c in collection.conflicts for o in c.options))
        for source in each.sources
        if source.round_id
    }
    for folder in dict.fromkeys(path.parent for path in paths):
        for path in sorted(folder.glob("register *.json")):
            try:
                register = read_register(path)
            except DocumentError:
                continue
            if register.round_id in rounds:
                return count_round(register, collection)
    return None


def _answered(copy: SentCopy, collection: Collection) -> int:
    """On how many of the asks of one recipient something came back; 1 for who was asked everything and sent anything."""
    places = {
        (each.form, each.characteristic)
        for each in (*collection.differences, *(option for c in collection.conflicts for option in c.options))
        if any(same_person(source.who, copy.recipient.name) for source in each.sources)
    }
    if not copy.recipient.asks:
        return min(len(places), 1)
    return sum(1 for ask in copy.recipient.asks if (ask.form, ask.characteristic) in places)
