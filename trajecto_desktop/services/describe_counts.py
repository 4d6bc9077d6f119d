"""Describe counts as records: what `counts --json` writes. The counting itself is `domain.counts`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from ..document.document import Document
from ..domain.counts import count_code, count_filled
from .records import CountRecord, CountsRecord


def counts_record(document: Document, questions: Iterable[Sequence[str]], by: str) -> CountsRecord:
    """One number for each question, a question being the keys of a union.

    By `filled`, `number` counts the forms with a text; by `code`, those with any code. `by_code` is there in both cases.
    """
    measure: Literal["filled", "code"] = "code" if by == "code" else "filled"
    return CountsRecord(by=measure, counts=[_record(document, keys, measure) for keys in questions])


def _record(document: Document, keys: Sequence[str], by: Literal["filled", "code"]) -> CountRecord:
    filled = count_filled(document, *keys)
    coded = {each.code: count_code(document, each.code, *keys) for each in document.palette.judgements}
    having = {form for number in coded.values() for form in number.forms}
    forms = list(filled.forms) if by == "filled" else [form for form in document.form_names if form in having]
    return CountRecord(
        keys=list(keys),
        title=" / ".join(document.characteristic(key).title for key in keys),
        number=len(forms),
        total=filled.total,
        fraction=f"{len(forms)}/{filled.total}",
        unclear=len(filled.unclear) if by == "filled" else coded["unclear"].number if "unclear" in coded else 0,
        by_code={code: number.number for code, number in coded.items()},
        forms=forms,
    )
