"""What a comparison of fiches and overview found, in sentences for a person.

Here: the words. Not here: the points themselves (`services.compare_files`, `services.final_version`).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Language
from ..values import replace
from .compare_files import Point, PointKind
from .final_version import Step, StepKind

_LONGEST_TITLE = 90

_DUTCH = {
    PointKind.NEAR_FORM: "{file}: {form} lijkt op {candidate}, maar heet niet gelijk: niet als dezelfde vorm genomen.",
    PointKind.NEAR: "{file}: ‘{characteristic}’ lijkt op ‘{candidate}’, maar is niet gelijk: niet samengenomen.",
    PointKind.UNKNOWN_ROW: "{file}: het overzicht heeft geen rij voor ‘{characteristic}’: niet overgenomen.",
    PointKind.MISSING_ROW: "{file}: er is geen rij voor ‘{characteristic}’; in het overzicht blijft die zoals ze is.",
    PointKind.EMPTY_ROW: "{file}: er is geen rij voor ‘{characteristic}’; in het overzicht is die daar leeg.",
    PointKind.MISSING_FORM: "{file}: het overzicht heeft geen kolom voor {form}.",
    PointKind.ADDED_ROW: "{file}: ‘{characteristic}’ krijgt een nieuwe rij in het overzicht, in de rubriek ‘{candidate}’.",
    PointKind.ADDED_NEAR_ROW: "{file}: ‘{characteristic}’ lijkt op ‘{candidate}’, maar is niet gelijk: krijgt een eigen rij.",
    PointKind.ADDED_FORM: "{file}: {form} krijgt een nieuwe kolom, achter de laatste vorm.",
    PointKind.DOUBLE_FORM: "{file}: {form} staat ook in een eerdere fiche; die telt.",
    PointKind.REMARKS_STAY: (
        "{file}: wat in de kolom Opmerkingen staat (bij {entries}), "
        "blijft in de fiche: een overzicht heeft die kolom niet."
    ),
    PointKind.SOURCES_STAY: (
        "{file}: wat in de kolom Bronnen staat (bij {entries}) en niet op het blad Bronnen van het overzicht, blijft in "
        "de fiche; kijk na of het daar bij moet."
    ),
    PointKind.LINKS_STAY: (
        "{file}: de tekst komt mee, de hyperlink erop (bij {entries}) niet; zet het adres in de tekst als het mee moet."
    ),
    PointKind.UNKNOWN_CODE: "{file}: {form}, ‘{characteristic}’: geen code ‘{candidate}’ in de legende; zonder kleur overgenomen.",
}
_ENGLISH = {
    PointKind.NEAR_FORM: "{file}: {form} is like {candidate} but not called the same: not taken for the same form.",
    PointKind.NEAR: "{file}: “{characteristic}” is like “{candidate}” but not the same: not joined.",
    PointKind.UNKNOWN_ROW: "{file}: the overview has no row for “{characteristic}”: left out.",
    PointKind.MISSING_ROW: "{file}: there is no row for “{characteristic}”; in the overview it stays as it is.",
    PointKind.EMPTY_ROW: "{file}: there is no row for “{characteristic}”; in the overview it is empty there.",
    PointKind.MISSING_FORM: "{file}: the overview has no column for {form}.",
    PointKind.ADDED_ROW: "{file}: “{characteristic}” gets a new row in the overview, in the group “{candidate}”.",
    PointKind.ADDED_NEAR_ROW: "{file}: “{characteristic}” is like “{candidate}” but not the same: gets a row of its own.",
    PointKind.ADDED_FORM: "{file}: {form} gets a new column, behind the last form.",
    PointKind.DOUBLE_FORM: "{file}: {form} is in an earlier fiche too; that one counts.",
    PointKind.REMARKS_STAY: (
        "{file}: what stands in the column Opmerkingen ({entries}) stays in the fiche: an overview has no such column."
    ),
    PointKind.SOURCES_STAY: (
        "{file}: what stands in the column Bronnen ({entries}) and not on the sheet Bronnen of the overview stays in the "
        "fiche; see whether it belongs there too."
    ),
    PointKind.LINKS_STAY: (
        "{file}: the text comes along, the hyperlink on it ({entries}) "
        "does not; put the address in the text to take it along."
    ),
    PointKind.UNKNOWN_CODE: "{file}: {form}, “{characteristic}”: the legend has no code “{candidate}”; taken over without colour.",
}
_STEPS_DUTCH = {
    StepKind.REMARK: "{where}: opmerking weg uit ‘{before}’",
    StepKind.WORKING_MARK: "{where}: label ‘{before}’ weg uit de legende",
    StepKind.WORKING_COLUMN: "{where}: werkkolom ‘{before}’ weg",
    StepKind.STATES: "hoe ver het werk aan {before} invullingen is, gaat weg",
    StepKind.COMMENT: "{where}: opmerking bij de cel weg: ‘{before}’",
    StepKind.LOG: "logboek van de feedbackrondes weg (blad ‘{before}’)",
}
_STEPS_ENGLISH = {
    StepKind.REMARK: "{where}: remark goes from “{before}”",
    StepKind.WORKING_MARK: "{where}: label “{before}” goes from the legend",
    StepKind.WORKING_COLUMN: "{where}: working column “{before}” goes",
    StepKind.STATES: "how far the work on {before} entries is, goes",
    StepKind.COMMENT: "{where}: comment on the cell goes: “{before}”",
    StepKind.LOG: "the log of feedback rounds goes (sheet “{before}”)",
}


def point_sentences(points: Iterable[Point], language: Language = "nl") -> list[str]:
    """A sentence for each point; points that several files share are told once, with how many files there are."""
    shared: dict[Point, list[Point]] = {}
    for point in points:
        shared.setdefault(replace(point, file="", number=0), []).append(point)
    return [_sentence(alike, language) for alike in shared.values()]


def _entries(number: int, language: Language) -> str:
    one, more = ("invulling", "invullingen") if language == "nl" else ("entry", "entries")
    return f"{number} {one if number == 1 else more}"


def _shared(names: list[str], language: Language) -> str:
    others = len(names) - 1
    if not others:
        return names[0]
    return f"{names[0]} (+ {others})" if language == "nl" else f"{names[0]} (+ {others} more)"


def _sentence(alike: list[Point], language: Language) -> str:
    point = alike[0]
    pattern = (_DUTCH if language == "nl" else _ENGLISH)[point.kind]
    return pattern.format(
        file=_shared([each.file for each in alike], language),
        form=point.form,
        characteristic=_shortened(point.characteristic),
        candidate=_shortened(point.candidate),
        entries=_entries(sum(each.number for each in alike), language),
    )


def step_sentence(step: Step, language: Language = "nl") -> str:
    """What goes in the final version, and where."""
    pattern = (_STEPS_DUTCH if language == "nl" else _STEPS_ENGLISH)[step.kind]
    return pattern.format(where=f"{step.sheet}!{step.place}", before=_shortened(step.before))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"
