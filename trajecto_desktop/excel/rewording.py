"""A characteristic that is worded otherwise: what each sheet that repeats the row says of it from then on.

Here: one row's wording cells, each with its own runs and its own abbreviations. Not here: which sheets there are
(`excel.structure`). Imported by `excel.structure`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..domain.characteristic import Characteristic
from ..domain.merging import merge_words
from ..domain.text import EMPTY_TEXT, RichText, RunRole
from ..ooxml.edit import CellEdit
from ..ooxml.workbook import Workbook
from .binding import Binding, SheetLayout
from .run_formats import RunFormats
from .texts import COMPLETENESS_COLOUR, REMARK_COLOUR, TextReader
from .writer import MeantCell

_ABBREVIATED = 0.5
"""From this likeness on, the text of a sheet counts as a shorter form of the wording that changes."""


def rewording_edits(
    binding: Binding,
    workbook: Workbook,
    sheet: SheetLayout,
    place: int,
    before: Characteristic,
    after: Characteristic,
    colours: dict[RunRole, str] | None = None,
) -> Iterator[CellEdit]:
    """The cells of one sheet's row that say something else now, each with its runs kept around what changed.

    Args:
        binding: of the workbook as it was read; gives the formats of new runs.
        workbook: the sheet as it is by now.
        sheet: its layout.
        place: the row (1-based).
        before: the wording that the sheet has.
        after: the wording that it gets.
        colours: of remarks and of text for completeness in this file.
    """
    inks = colours or {RunRole.REMARK: REMARK_COLOUR, RunRole.COMPLETENESS: COMPLETENESS_COLOUR}
    reader = TextReader(workbook, inks[RunRole.REMARK], inks[RunRole.COMPLETENESS])
    formats = RunFormats(binding, inks)
    for column, pairs in _columns(sheet, before, after):
        own = reader.read(workbook.grid(sheet.name).cells.get((place, column)))
        new = _new_text(own, pairs, first=sheet is binding.fullest)
        if new is not None and new != own:
            runs = formats.runs(MeantCell(sheet.name, place, column, new))
            yield CellEdit(sheet.name, place, column, runs or None)


def _columns(
    sheet: SheetLayout, before: Characteristic, after: Characteristic
) -> list[tuple[int, list[tuple[RichText, RichText]]]]:
    """Each wording column with the wordings it may show, as they were and as they are."""
    decree, adapted = (before.decree, after.decree), (before.adapted, after.adapted)
    if sheet.decree_column is None or sheet.adapted_column is None:
        only = sheet.adapted_column or sheet.decree_column
        # One column for both shows the adapted wording, else the decree's.
        return [(only, [adapted, decree])] if only is not None else []
    return [(sheet.decree_column, [decree]), (sheet.adapted_column, [adapted])]


def _new_text(own: RichText, pairs: list[tuple[RichText, RichText]], *, first: bool) -> RichText | None:
    """What a cell says now, or nothing when it shows none of the wordings that changed."""
    if not own:
        # Where nothing stood, the wording comes when it stood nowhere before.
        return next((now for was, now in pairs[:1] if now and not was), None)
    was, now = max(pairs, key=lambda pair: _likeness(own.plain, pair[0].plain))
    if was == now:
        return None
    if own.plain == was.plain:
        return now if first else own.with_plain(now.plain) if now else EMPTY_TEXT
    if _plain(own.plain) == _plain(was.plain):
        return own.with_plain(now.plain) if now else EMPTY_TEXT
    merged = merge_words(was.plain, own.plain, now.plain)
    if merged is not None:
        return own.with_plain(merged)
    return own.with_plain(now.plain) if _likeness(own.plain, was.plain) >= _ABBREVIATED else None


def _likeness(one: str, other: str) -> float:
    if _plain(one) == _plain(other):
        return 1.0
    if not one.strip() or not other.strip():
        return 0.0
    return SequenceMatcher(None, _plain(one).split(), _plain(other).split(), autojunk=False).ratio()


def _plain(text: str) -> str:
    return " ".join(text.split())
