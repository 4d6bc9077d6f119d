"""Answers to the questions of a round, as differences like any other: in its sheet, in threads, on a page, in Word.

Not here: other remarks (`collect_remarks`), the comparison of all copies (`collect_feedback`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.feedback import Annotation
from ..domain.feedback_text import read_remark
from ..excel.reader import Reading
from ..ooxml.threads import made_id
from .collect_cells import Found
from .collect_remarks import place_of, remark_line
from .collected import DifferenceKind, Source
from .copy_origin import instruction_sheet
from .read_answers import Answer, Answers

_ANSWER_COLUMN, _KEY_COLUMN, _FORM_COLUMN, _NUMBER_COLUMN = 6, 7, 2, 1


def answers_in_sheet(sent: Reading, copy: Reading, source: Source) -> Iterator[Found]:
    """The answers that somebody wrote in the sheet that the round added."""
    workbook = copy.binding.workbook
    sheet = instruction_sheet(workbook)
    if not sheet:
        return
    cells = workbook.grid(sheet).cells

    def text(row: int, column: int) -> str:
        cell = cells.get((row, column))
        return "" if cell is None else workbook.text(cell).strip()

    for row in sorted({row for row, column in cells if column == _NUMBER_COLUMN}):
        answer, place = text(row, _ANSWER_COLUMN), (text(row, _FORM_COLUMN), text(row, _KEY_COLUMN))
        if answer and place[1] and text(row, _NUMBER_COLUMN).startswith("V"):
            words = read_remark(answer, source.who)
            said = Answer(*place, words.kind, words.text)
            yield _found(sent, said, source.who, source.organisation, source.when, sheet)


def found_in_answers(sent: Reading, answers: Answers) -> list[Found]:
    """The answers that came back on a page or in Word."""
    who = answers.recipient, answers.organisation, answers.when
    return [_found(sent, each, *who, "") for each in answers.answers]


def _found(sent: Reading, said: Answer, who: str, organisation: str, when: str, copy_sheet: str) -> Found:
    new_id = made_id("answer", said.form, said.characteristic, who, said.text)
    remark = Annotation(new_id, said.kind, who, said.text, organisation, when, threaded=False)
    sheet, cell = place_of(sent, (said.form, said.characteristic))
    place = said.form, said.characteristic, sheet, cell
    return Found(DifferenceKind.REMARK, *place, "", remark_line(remark), remark, copy_sheet)
