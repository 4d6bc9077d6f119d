"""Which of the columns beside the wordings are forms, and which are the team's own administration.

Here: telling *Status*, *Nr.*, *Laatst gewijzigd* and the like from support forms. Not here: the header itself (`excel.headers`),
working columns (`excel.layout`). May be imported by `excel` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..domain.matching import normalise
from .paint import FillJudge
from .sheet_view import SheetView

FICHE_TITLE = re.compile(r"\W*fiche\b[\s:–-]*(.*)", re.IGNORECASE | re.DOTALL)
"""What a workbook that calls itself a fiche has above its table; the rest is the form's name."""
_ADMINISTRATION = re.compile(
    r"\W*(?:n[ro]\.?|#|id|volg\s?nummer|rij\s?nummer|nummer|status|stand|versie|datum|data|auteurs?|penhouders?"
    r"|verantwoordelijken?|prioriteit|acties?|pagina|p\.|links?|kleur\s?codes?|kleur|code|besproken|nagelezen|gelezen"
    r"|in orde|ok|te (?:doen|bespreken|checken|controleren)|vragen?|laatst(?:e)? (?:gewijzigd|wijziging|bijgewerkt).*"
    r"|(?:bijgewerkt|gewijzigd|ingevuld|nagekeken|nagelezen) (?:op|door).*|wijzigings?datum)\W*",
    re.IGNORECASE,
)


def beside_forms(
    names: Mapping[int, str], rows: Iterable[int], view: SheetView, judge: FillJudge, title: str
) -> set[int]:
    """The columns that hold no form: named as administration, or beside the one form that the title of a fiche names.

    A column in which any entry has a code is a form, whatever it is called.

    Args:
        names: column → text of its header.
        rows: the rows below the header.
        view: the sheet.
        judge: tells whether a fill is a code.
        title: the first line above the table.
    """
    told = {column for column, text in names.items() if _ADMINISTRATION.fullmatch(" ".join(text.split()))}
    fiche = FICHE_TITLE.match(title)
    if fiche and len(names) - len(told) > 1:
        wanted = normalise(fiche[1])
        named = [column for column, text in names.items() if normalise(text) == wanted]
        told |= set(names) - {named[0]} if wanted and len(named) == 1 else set()
    if not told or len(told) == len(names):
        return set()
    return {column for column in told if not _has_codes(view, column, rows, judge)}


def _has_codes(view: SheetView, column: int, rows: Iterable[int], judge: FillJudge) -> bool:
    return any(
        judge.judge(view.workbook.fill(cell.style)).code is not None
        for row in rows
        if (cell := view.rows[row].get(column)) is not None
    )
