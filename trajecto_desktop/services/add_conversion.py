"""Add a row to an `Omzetting` sheet: a passage of decree or memorie, and the formulations that were made of it.

Here: the change, checked. Not here: how the row comes into the sheet (`excel.conversion_sheet`, when the file is saved).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.document import Document
from ..document.fit import copy_of
from ..domain.changes import ConversionAdded
from ..domain.overview import Conversion, Formulation
from ..domain.text import RichText
from ..errors import ConversionError
from ..excel.conversion_sheet import conversion_sheet_names, with_conversions_written
from .open_document import OpenedFile

SHEET_WORD = "Omzetting"
"""How the name of such a sheet begins, by which it is recognised."""
_LONGEST_NAME = 31
"""Characters in a sheet's name. Source: Excel specifications and limits."""
_FORBIDDEN = set("[]:*?/\\")


def sheets_for_conversions(opened: OpenedFile) -> tuple[str, ...]:
    """The sheets that can take a row: those of the file, and those that came since it was saved."""
    in_document = (row.sheet for row in opened.document.content.conversions)
    return tuple(dict.fromkeys([*conversion_sheet_names(opened.binding.workbook), *in_document]))


def sheet_named(words: str) -> str:
    """The name of a sheet that has to come, of what a person calls it.

    Raises:
        ConversionError: a sheet cannot be called so (``detail``).
    """
    clean = " ".join(words.split())
    name = clean if clean.casefold().startswith(SHEET_WORD.casefold()) else f"{SHEET_WORD} {clean}"
    if not clean or len(name) > _LONGEST_NAME or _FORBIDDEN & set(name):
        raise ConversionError(detail=clean or "?")
    return name


def add_conversion(
    document: Document,
    sheet: str,
    passage: str,
    formulations: Sequence[tuple[str, bool]],
    after: Conversion | None = None,
) -> ConversionAdded:
    """The change that adds a row; the caller applies it, as one undo step.

    Args:
        document: the document.
        sheet: name of the sheet, which need not be there yet.
        passage: the wording of decree or memorie.
        formulations: each adapted formulation, and whether it was adopted in the overview; empty ones do not count.
        after: the row of the same sheet that it comes behind; the last one by default.

    Raises:
        ConversionError: it has no passage or no formulation, or the sheet has that very row (``detail``).
    """
    said = [(text.strip(), adopted) for text, adopted in formulations if text.strip()]
    if not passage.strip() or not said:
        raise ConversionError(detail=passage.strip() or "?")
    parts = tuple(Formulation(RichText.plain_text(text), adopted, "") for text, adopted in said)
    row = Conversion(sheet, 0, RichText.plain_text(passage.strip()), parts)
    rows = document.content.conversions
    if any(each.words == row.words for each in rows):
        raise ConversionError(detail=passage.strip())
    return ConversionAdded(row, _place(rows, sheet, after))


def _place(rows: Sequence[Conversion], sheet: str, after: Conversion | None) -> int:
    if after is not None:
        found = next((i for i, each in enumerate(rows) if each.words == after.words), None)
        if found is not None and after.sheet == sheet:
            return found + 1
    own = [index_0 for index_0, each in enumerate(rows) if each.sheet == sheet]
    return own[-1] + 1 if own else len(rows)


def refuse_conversion_early(opened: OpenedFile, change: ConversionAdded) -> None:
    """Try the row in memory, before it is added, so that a refusal comes when it is asked for.

    Raises:
        StructureRefusedError: the sheet cannot take a row, or the workbook a sheet, without harm.
        SaveError: a cell cannot be written.
    """
    trial = copy_of(opened.document)
    trial.apply(change)
    after = trial.content.conversions
    with_conversions_written(opened.binding.workbook, opened.binding, opened.in_file.conversions, after)
