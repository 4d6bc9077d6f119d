"""A comparison of fiches and overview as records and as lines: what `trajecto compare` writes.

Here: the shape. Not here: comparing (`services.compare_files`), the sentences of points (`services.point_sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..document.document import Document
from ..domain.alike import Aspect
from ..domain.characteristic import GENERAL_REMARKS
from ..domain.fiche import Entry
from ..errors import Language
from .compare_files import Comparison, Difference
from .point_sentences import point_sentences
from .records import DifferenceRecord, DifferencesRecord, SideRecord

_ASPECTS: dict[Aspect, tuple[str, str]] = {
    Aspect.TEXT: ("tekst", "text"),
    Aspect.SHORT_TEXT: ("korte tekst", "short text"),
    Aspect.CODE: ("code", "code"),
    Aspect.HATCHING: ("arcering", "hatching"),
    Aspect.FEEDBACK: ("feedback", "feedback"),
}
_LONGEST = 60


def differences_record(comparison: Comparison, overview: Document, language: Language) -> DifferencesRecord:
    """Every difference with both sides, and what else there is to know."""
    return DifferencesRecord(
        differences=[_record(each, overview) for each in comparison.differences],
        points=point_sentences(comparison.points, language),
    )


def _record(each: Difference, overview: Document) -> DifferenceRecord:
    return DifferenceRecord(
        file=each.file,
        form=each.form,
        characteristic=each.characteristic,
        title=_title(each, overview),
        aspects=[aspect.value for aspect in each.aspects],
        overview=_side(each.in_overview),
        fiche=_side(each.in_source),
    )


def _side(entry: Entry) -> SideRecord:
    return SideRecord(
        text=entry.text.plain,
        short_text=None if entry.short_text is None else entry.short_text.plain,
        code=entry.code,
        hatched=entry.hatched,
        annotations=len(entry.annotations),
    )


def _title(each: Difference, overview: Document) -> str:
    if each.characteristic == GENERAL_REMARKS:
        return GENERAL_REMARKS
    return overview.characteristic(each.characteristic).title


def difference_lines(differences: Iterable[Difference], overview: Document, language: Language) -> list[str]:
    """A line for each difference: where, in what, and both sides in short."""
    number = 0 if language == "nl" else 1
    lines = []
    for each in differences:
        aspects = ", ".join(_ASPECTS[aspect][number] for aspect in each.aspects)
        sides = " → ".join(_short(entry, each.aspects) for entry in (each.in_overview, each.in_source))
        lines.append(f"{each.form} · {_cut(_title(each, overview))} [{aspects}]: {sides}")
    return lines


def _short(entry: Entry, aspects: Iterable[Aspect]) -> str:
    parts = []
    for aspect in aspects:
        match aspect:
            case Aspect.TEXT:
                parts.append(f"‘{_cut(entry.text.plain)}’")
            case Aspect.SHORT_TEXT:
                parts.append(f"‘{_cut(entry.short_text.plain if entry.short_text else '')}’")
            case Aspect.CODE:
                parts.append(entry.code or "-")
            case Aspect.HATCHING:
                parts.append("///" if entry.hatched else "-")
            case Aspect.FEEDBACK:
                parts.append(str(len(entry.annotations)))
    return " ".join(parts)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
