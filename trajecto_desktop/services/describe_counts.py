"""Describe counts as records: what `counts --json` writes. The counting itself is `domain.counts`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from ..document.document import Document
from ..domain.counts import Measure, Question, Tally, count, per_code
from .records import CountRecord, CountsRecord, TalliesRecord, TallyRecord


def counts_record(document: Document, questions: Iterable[Question], by: Measure) -> CountsRecord:
    """One number for each question.

    By `filled`, `number` counts the forms with a text; by `code`, those with one of the codes asked; by `both`, those with a
    text and one of the codes asked, in one and the same entry. `by_code` is there in each case.
    """
    return CountsRecord(by=by.value, counts=[_record(document, question) for question in questions])


def _record(document: Document, question: Question) -> CountRecord:
    found = count(document, question)
    codes = [each.code for each in document.palette.judgements]
    return CountRecord(
        keys=list(question.keys),
        title=" / ".join(document.characteristic(key).title for key in question.keys),
        combine=question.combine.value,
        number=found.number,
        total=found.total,
        fraction=found.fraction,
        unclear=len(found.unclear),
        by_code={code: number.number for code, number in per_code(document, question, codes).items()},
        forms=list(found.forms),
        others=list(found.others),
        gaps=list(found.gaps),
    )


def tallies_record(per: Literal["group", "form"], tallies: Mapping[str, Tally], document: Document) -> TalliesRecord:
    """Entries counted out per group or per form, in the file's order."""
    return TalliesRecord(per=per, tallies=[_tally(name, tally, document) for name, tally in tallies.items()])


def _tally(name: str, tally: Tally, document: Document) -> TallyRecord:
    return TallyRecord(
        name=" ".join(name.split()),
        total=tally.total,
        filled=len(tally.filled),
        by_code={each.code: tally.number(each.code) for each in document.palette.judgements},
        hatched=len(tally.hatched),
        gaps=len(tally.gaps),
    )
