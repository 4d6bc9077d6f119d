"""From what changed in the entries to edits of cells, in every sheet that shows them.

Here: which cells have to say what, and the look of text that is new. Not here: how a cell is spliced into a part
(`ooxml.edit`), whether what was written is right (`excel.verify`), rows and columns that come or go. Imported by services.

Only what differs is written: an entry counts when it differs from what the file said (or when somebody settled it), a cell when
it differs from what the entry now says; of a cell only its text, only its paint, or both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..domain.colour import Palette
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..domain.text import EMPTY_TEXT, RichText
from ..ooxml.names import cell_name
from ..ooxml.styles_edit import FillSpec
from .binding import Binding, CellBaseline, EntryKey, Role, SheetLayout
from .entry_fill import fill_of

Entries = Mapping[EntryKey, Entry]


@dataclass(frozen=True, slots=True)
class MeantCell:
    """One cell and what it must say; rows and columns are 1-based."""

    sheet: str
    excel_row: int
    excel_column: int
    text: RichText | None = None
    """The new text; `None` leaves the value as it is."""
    paint: FillSpec | None = None
    """The new fill; `None` leaves the style as it is."""
    entry: EntryKey | None = None
    """The entry that the cell shows; `None` for a cell beside it (*Opmerkingen*, *Bronnen*)."""
    baseline: CellBaseline | None = None
    """What the cell says of the entry once this is written."""

    @property
    def cell(self) -> str:
        """Reference, such as `D7`."""
        return cell_name(self.excel_row, self.excel_column)


def changed_entries(before: Entries, after: Entries, settled: Iterable[EntryKey] = ()) -> list[EntryKey]:
    """The entries whose cells have to be looked at, in a stable order.

    Cost: one comparison of references per entry, as entries that nobody changed are the very same objects.
    """
    changed = dict.fromkeys(key for key, entry in after.items() if before.get(key) is not entry)
    changed.update(dict.fromkeys(key for key in before if key not in after))
    different = [key for key in changed if before.get(key, EMPTY_ENTRY) != after.get(key, EMPTY_ENTRY)]
    return list(dict.fromkeys([*different, *sorted(settled)]))


def meant_cells(
    binding: Binding, palette: Palette, before: Entries, after: Entries, settled: frozenset[EntryKey] = frozenset()
) -> list[MeantCell]:
    """Every cell that has to change so that the sheets say what the entries say.

    Args:
        binding: where the entries stand and what their cells said.
        palette: the file's own codes.
        before: the entries as the file has them.
        after: the entries as they have to be.
        settled: entries whose judgement somebody decided, so that sheets which disagreed follow too.
    """
    meant: list[MeantCell] = []
    for key in changed_entries(before, after, settled):
        old, new = before.get(key, EMPTY_ENTRY), after.get(key, EMPTY_ENTRY)
        for sheet in binding.sheets.values():
            meant += _cells_of_entry(binding, palette, sheet, key, old, new, key in settled)
    return meant


def _cells_of_entry(
    binding: Binding, palette: Palette, sheet: SheetLayout, key: EntryKey, old: Entry, new: Entry, settled: bool
) -> list[MeantCell]:
    place = sheet.place(*key)
    if place is None:
        return []
    stands = sheet.read(*key)
    after = stands
    paint: FillSpec | None = None
    text: RichText | None = None
    if (settled or _judgement(old) != _judgement(new)) and _shown(stands) != _judgement(new):
        paint = fill_of(binding, palette, new)
        after = replace(after, code=new.code, hatched=new.hatched, shade=new.shade, present=True)
    wanted = _text_in(sheet.role, new)
    if wanted is not None and (settled or _text_in(sheet.role, old) != wanted) and stands.text != wanted:
        text = wanted
        after = replace(after, text=wanted, present=True)
    cells = []
    if paint is not None or text is not None:
        cells.append(MeantCell(sheet.name, *place, text, paint, key, after))
    return cells + _cells_beside(sheet, key, place[0], old, new)


def _judgement(entry: Entry) -> tuple[str | None, bool, str | None]:
    return entry.code, entry.hatched, entry.shade


def _shown(stands: CellBaseline) -> tuple[str | None, bool, str | None]:
    return stands.code, stands.hatched, stands.shade


def _text_in(role: Role, entry: Entry) -> RichText | None:
    """What a sheet of that role says in words of the entry; nothing for a sheet of colours, whose words stay."""
    if role is Role.CODES:
        return None
    if role is Role.SHORT and entry.short_text is not None:
        return entry.short_text
    return entry.text


def _cells_beside(sheet: SheetLayout, key: EntryKey, excel_row: int, old: Entry, new: Entry) -> list[MeantCell]:
    """The cells of a fiche's columns *Opmerkingen* and *Bronnen*."""
    beside = (
        (sheet.remarks_column, sheet.remarks_baseline, old.remarks, new.remarks),
        (sheet.sources_column, sheet.sources_baseline, old.sources, new.sources),
    )
    return [
        MeantCell(sheet.name, excel_row, column, text=now)
        for column, stood, was, now in beside
        if column is not None and was != now and stood.get(key, EMPTY_TEXT) != now
    ]


def take_over(binding: Binding, meant: Iterable[MeantCell], after: Entries) -> None:
    """Let the binding say what the cells say once they are written; its workbook is replaced by who wrote it."""
    for cell in meant:
        sheet = binding.sheets[cell.sheet]
        if cell.entry is not None and cell.baseline is not None:
            style = binding.workbook.grid(cell.sheet).style_at(cell.excel_row, cell.excel_column)
            sheet.baseline[cell.entry] = replace(cell.baseline, style=style)
            continue
        characteristic = next(key for key, row in sheet.rows.items() if row == cell.excel_row)
        for form in sheet.form_columns:
            entry = after.get((form, characteristic), EMPTY_ENTRY)
            sheet.remarks_baseline[form, characteristic] = entry.remarks
            sheet.sources_baseline[form, characteristic] = entry.sources

