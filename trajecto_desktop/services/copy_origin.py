"""Whose copy it is: told by the mark of the round it was sent in, by the program that saved it, or by its file name."""

from __future__ import annotations

import re
from pathlib import Path

from ..domain.feedback_text import clean_name, real_name
from ..errors import DocumentError
from ..excel.binding import ROUND_HEADERS
from ..ooxml.parse import parse_part
from ..ooxml.workbook import Workbook
from .collected import Source

ROUND_PROPERTY = "Trajecto ronde"
RECIPIENT_PROPERTY = "Trajecto ontvanger"
ORGANISATION_PROPERTY = "Trajecto organisatie"
HIDDEN_NAME = "_Trajecto_ronde"
"""The hidden defined name that says the same, for programs that drop document properties: `round|recipient|organisation`."""

INSTRUCTION_SHEET = "Feedback geven"
"""The sheet that a round adds to a copy: how to answer, what is asked, and room for answers."""


_ROWS_LOOKED_AT = 12


def instruction_sheet(workbook: Workbook) -> str:
    """The name of the sheet that the round added, also when somebody gave it another; empty when it is not there."""
    sheets = [info.name for info in workbook.sheets if info.kind == "worksheet"]
    if INSTRUCTION_SHEET in sheets:
        return INSTRUCTION_SHEET
    if not round_mark(workbook)[0]:
        return ""
    return next((name for name in sheets if _is_instruction(workbook, name)), "")


def _is_instruction(workbook: Workbook, sheet: str) -> bool:
    cells = workbook.grid(sheet).cells
    first = {workbook.text(cell).strip() for (row, _), cell in cells.items() if row <= _ROWS_LOOKED_AT}
    return first.issuperset(ROUND_HEADERS)


def round_author(round_id: str) -> str:
    """Under what name the questions of a round stand on cells."""
    return f"Ronde {clean_name(round_id)}"


def origin_of(workbook: Workbook, path: Path, sent_stem: str = "") -> Source:
    """Whose copy a workbook is, and when it was saved last.

    Args:
        workbook: the copy.
        path: its file.
        sent_stem: name of the sent file without extension; what a person added to it may be a name.
    """
    properties = workbook.custom_properties
    mark = round_mark(workbook)
    saved_by, when = _core(workbook)
    recipient = properties.get(RECIPIENT_PROPERTY, "") or mark[1]
    who = recipient or real_name(saved_by) or _from_name(path.stem, sent_stem)
    return Source(path.name, who, properties.get(ORGANISATION_PROPERTY, "") or mark[2], when, round_id=mark[0])


def round_mark(workbook: Workbook) -> tuple[str, str, str]:
    """(round, recipient, organisation) that a copy was sent with; empty texts for one that was not."""
    properties = workbook.custom_properties
    hidden = next((each.text for each in workbook.defined_names if each.name == HIDDEN_NAME), "")
    parts = [*hidden.strip('="').replace('""', '"').split("|"), "", "", ""]
    names = (ROUND_PROPERTY, RECIPIENT_PROPERTY, ORGANISATION_PROPERTY)
    found = [properties.get(name, "") or part for name, part in zip(names, parts, strict=False)]
    return found[0], found[1], found[2]


def _core(workbook: Workbook) -> tuple[str, str]:
    """(who saved it last, when) as the core properties say. Source: ECMA-376 part 2, 11."""
    package = workbook.package
    for part in package.related("", "core-properties"):
        try:
            root = parse_part(package.read(part), part)
        except DocumentError:
            continue
        texts = {each.name: (each.text or "").strip() for each in root}
        return texts.get("lastModifiedBy", ""), texts.get("modified", "")
    return "", ""


def _from_name(stem: str, sent_stem: str) -> str:
    """What a person added to the name of the file, else the whole name."""
    shorter = stem
    if sent_stem and stem.casefold().startswith(sent_stem.casefold()):
        shorter = stem[len(sent_stem) :]
    elif sent_stem and stem.casefold().endswith(sent_stem.casefold()):
        shorter = stem[: -len(sent_stem)]
    return re.sub(r"[\s_.()-]+", " ", shorter).strip() or stem
