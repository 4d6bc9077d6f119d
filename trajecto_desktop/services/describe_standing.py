"""The standing of exports as records: what `trajecto standing --json` writes. Looking them up is `services.export_standing`."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Language
from .export_standing import ExportStanding
from .records import StandingRecord, StandingsRecord


def standing_records(found: Iterable[ExportStanding], language: Language) -> StandingsRecord:
    """Each export, what it was made from, and the verdict with its reasons."""
    return StandingsRecord(
        exports=[
            StandingRecord(
                file=each.path.name,
                verdict=each.standing.verdict.value,
                made="" if each.made is None else each.made.line(language),
                reasons=[reason.sentence(language) for reason in each.standing.reasons],
            )
            for each in found
        ]
    )
