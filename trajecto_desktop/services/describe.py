"""Describe a document as records: what `inspect` and `check` write.

Here: from domain values to `services.records`. Not here: where records are written (`cli`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ..document.document import Document, EntryKey
from ..domain.characteristic import GENERAL_REMARKS, Characteristic
from ..domain.colour import LegendEntry
from ..domain.feedback import Annotation
from ..domain.fiche import Entry
from ..domain.findings import Finding
from ..errors import Language
from .finding_sentences import sentence
from .records import (
    AnnotationRecord,
    CharacteristicRecord,
    EntryRecord,
    FindingRecord,
    GeneralRemarksRecord,
    InspectionRecord,
    LegendRecord,
    ReplyRecord,
)


def inspection(document: Document, findings: Iterable[Finding], language: Language) -> InspectionRecord:
    """All that the program sees: layout, legend, forms, characteristics, entries and findings."""
    layout: Literal["overview", "fiche"] = "fiche" if document.layout == "fiche" else "overview"
    held = [(key, entry) for key, entry in document.entries() if _holds_something(entry)]
    return InspectionRecord(
        layout=layout,
        legend=[_legend_entry(entry) for entry in document.palette.entries],
        forms=list(document.form_names),
        characteristics=[_characteristic(each) for each in document.characteristics],
        entries=[_entry(document, key, entry) for key, entry in held if key[1] != GENERAL_REMARKS],
        general_remarks=[_general(document, key, entry) for key, entry in held if key[1] == GENERAL_REMARKS],
        findings=finding_records(findings, language),
    )


def finding_records(findings: Iterable[Finding], language: Language) -> list[FindingRecord]:
    """The findings with their sentences."""
    return [
        FindingRecord(
            severity=finding.severity.value,
            rule=finding.rule.value,
            cell=finding.where,
            message=sentence(finding, language),
        )
        for finding in findings
    ]


def _holds_something(entry: Entry) -> bool:
    return bool(entry.text or entry.short_text or entry.code or entry.annotations)


def _legend_entry(entry: LegendEntry) -> LegendRecord:
    where = f"{entry.sheet}!{entry.cell}" if entry.cell else entry.sheet
    return LegendRecord(code=entry.code, label=entry.label, fill=entry.fill, cell=where)


def _characteristic(each: Characteristic) -> CharacteristicRecord:
    return CharacteristicRecord(
        key=each.key,
        group=each.group,
        decree=each.decree.plain,
        adapted=each.adapted.plain,
        additional=each.additional,
        references=list(each.references),
    )


def _short_text(entry: Entry) -> str | None:
    return None if entry.short_text is None else entry.short_text.plain


def _entry(document: Document, key: EntryKey, entry: Entry) -> EntryRecord:
    return EntryRecord(
        form=key[0],
        characteristic=key[1],
        text=entry.text.plain,
        short_text=_short_text(entry),
        code=entry.code,
        hatched=entry.hatched,
        cells=dict(document.places(*key)),
        annotations=[_annotation(each) for each in entry.annotations],
    )


def _general(document: Document, key: EntryKey, entry: Entry) -> GeneralRemarksRecord:
    return GeneralRemarksRecord(
        form=key[0],
        text=entry.text.plain,
        short_text=_short_text(entry),
        cells=dict(document.places(*key)),
        annotations=[_annotation(each) for each in entry.annotations],
    )


def _annotation(each: Annotation) -> AnnotationRecord:
    return AnnotationRecord(
        id=each.id,
        kind=each.kind.value,
        author=each.author,
        organisation=each.organisation,
        date=each.date,
        text=each.text,
        status=each.status.value,
        replies=[ReplyRecord(author=reply.author, date=reply.date, text=reply.text) for reply in each.replies],
    )
