"""From what changed in the entries to edits of cells, in every sheet that shows them.

Here: which cells have to say what, and the look of text that is new. Not here: how a cell is spliced into a part
(`ooxml.edit`), whether what was written is right (`excel.verify`), rows and columns that come or go. Imported by services.

Only what differs is written: an entry counts when it differs from what the file said (also when somebody only settled what the
sheets disagree on), a cell when it differs from what the entry now says; of a cell only its text, only its fill, or both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import is_not

from ..domain.colour import Palette
from ..domain.fiche import EMPTY_ENTRY, Entry
from ..domain.text import EMPTY_TEXT, RichText
from ..ooxml.names import cell_name
from ..ooxml.styles_edit import FillSpec
from ..values import dataclass
from .binding import Binding, CellBaseline, EntryKey, Overlaid, Role, SheetLayout
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
    fill: FillSpec | None = None
    """The new fill; `None` leaves the style as it is."""
    entry: EntryKey | None = None
    """The entry that the cell belongs to."""
    baseline: CellBaseline | None = None
    """What the cell says of the entry once this is written; `None` for a cell beside it (*Opmerkingen*, *Bronnen*)."""

    @property
    def cell(self) -> str:
        """Reference, such as `D7`."""
        return cell_name(self.excel_row, self.excel_column)


def changed_entries(before: Entries, after: Entries) -> list[EntryKey]:
    """The entries that differ, in a stable order.

    Cost: one comparison of references per entry, as entries that nobody changed are the very same objects.
    """
    changed = list(compress(after, map(is_not, map(before.get, after), after.values())))
    changed += [key for key in before if key not in after]
    return [key for key in changed if before.get(key, EMPTY_ENTRY) != after.get(key, EMPTY_ENTRY)]


def meant_cells(
    binding: Binding, palette: Palette, before: Entries, after: Entries, changed: Iterable[EntryKey]
) -> list[MeantCell]:
    """Every cell that has to change so that the sheets say what the entries say.

    Args:
        binding: where the entries stand and what their cells said.
        palette: the file's own codes.
        before: the entries as the file has them.
        after: the entries as they have to be.
        changed: the entries to look at, from `changed_entries`.
    """
    meant: list[MeantCell] = []
    for key in changed:
        old, new = before.get(key, EMPTY_ENTRY), after.get(key, EMPTY_ENTRY)
        for sheet in binding.sheets.values():
            meant += _cells_of_entry(binding, palette, sheet, key, old, new)
    return meant


def cells_of_row(
    binding: Binding, palette: Palette, sheet_name: str, characteristic: str, after: Entries
) -> list[MeantCell]:
    """The cells of a row that came into one sheet, which says nothing yet; the sheet has to be there.

    Args:
        binding: where the entries stand and what their cells said.
        palette: the file's own codes.
        sheet_name: the sheet.
        characteristic: key of the row.
        after: the entries as they have to be.
    """
    sheet = binding.sheets[sheet_name]
    found = ((form, after.get((form, characteristic), EMPTY_ENTRY)) for form in sheet.form_columns)
    return [
        cell
        for form, entry in found
        for cell in _cells_of_entry(binding, palette, sheet, (form, characteristic), EMPTY_ENTRY, entry)
    ]


def cells_of_words(binding: Binding, words: Mapping[EntryKey, Mapping[str, str]]) -> list[MeantCell]:
    """The cells in sheets of colours whose word differs from what it has to be."""
    meant = []
    for key, by_sheet in words.items():
        for name, word in by_sheet.items():
            sheet = binding.sheets.get(name)
            place = sheet.place(*key) if sheet is not None else None
            if sheet is None or place is None or sheet.read(*key).text.plain.strip() == word:
                continue
            text = RichText.plain_text(word) if word else EMPTY_TEXT
            stands = sheet.read(*key)
            says = CellBaseline(text, stands.code, stands.hatched, stands.shade, stands.style, True)
            meant.append(MeantCell(name, *place, text, None, key, says))
    return meant


def _cells_of_entry(
    binding: Binding, palette: Palette, sheet: SheetLayout, key: EntryKey, old: Entry, new: Entry
) -> list[MeantCell]:
    place = sheet.place(*key)
    if place is None:
        return []
    stands = sheet.read(*key)
    settled = new.settled and not old.settled
    fill: FillSpec | None = None
    text: RichText | None = None
    if (settled or _judgement(old) != _judgement(new)) and _shown(stands) != _judgement(new):
        fill = fill_of(binding, palette, new)
    wanted = _text_in(sheet.role, new)
    if wanted is not None and (settled or _text_in(sheet.role, old) != wanted) and stands.text != wanted:
        text = wanted
    cells = []
    if fill is not None or text is not None:
        after = _baseline(stands, new, text, fill is not None)
        cells.append(MeantCell(sheet.name, *place, text, fill, key, after))
    return cells + _cells_beside(sheet, key, place[0], old, new)


def _baseline(stands: CellBaseline, new: Entry, text: RichText | None, judged: bool) -> CellBaseline:
    """What a cell says of its entry once text, judgement or both are written; the style follows when they are."""
    code, hatched, shade = _judgement(new) if judged else _shown(stands)
    return CellBaseline(stands.text if text is None else text, code, hatched, shade, stands.style, True)


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
        MeantCell(sheet.name, excel_row, column, now, None, key)
        for column, stood, was, now in beside
        if column is not None and was != now and stood.get(key, EMPTY_TEXT) != now
    ]


def take_over(binding: Binding, meant: Iterable[MeantCell], styles: Mapping[tuple[str, int, int], int]) -> None:
    """Let the binding say what the cells say now that they are written.

    Args:
        binding: what said how the cells were; its workbook is replaced by who wrote it.
        meant: the cells that were written.
        styles: the style that each written cell got, by sheet, row and column.
    """
    # What lies over a sheet is a copy of all that was written on it: once for a save, not for each of thousands of cells.
    over: dict[str, dict[EntryKey, CellBaseline]] = {}
    for cell in meant:
        if cell.entry is None:
            continue
        sheet = binding.sheets[cell.sheet]
        if cell.baseline is not None:
            says = cell.baseline
            style = styles.get((cell.sheet, cell.excel_row, cell.excel_column), says.style)
            written = CellBaseline(says.text, says.code, says.hatched, says.shade, style, True)
            over.setdefault(cell.sheet, {})[cell.entry] = written
        elif cell.text is not None and cell.excel_column == sheet.remarks_column:
            sheet.remarks_baseline[cell.entry] = cell.text
        elif cell.text is not None:
            sheet.sources_baseline[cell.entry] = cell.text
    for name, written_here in over.items():
        binding.sheets[name].baseline = Overlaid(binding.sheets[name].baseline, written_here)
