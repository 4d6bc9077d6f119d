"""Where each entry stands, worked out when somebody asks: a wide workbook has a million places and a person looks at a few.

Here: from form and characteristic to cells. Not here: what stands in them (`excel.entries`). Imported by the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..ooxml.names import column_letters
from .binding import EntryKey
from .sheet_reading import SheetReading


class EntryPlaces(Mapping[EntryKey, dict[str, str]]):
    """Entry, filled or not → sheet name → cell reference such as `D7`; a cell under a merged range is no place.

    Keeps what it needs of the layouts as they are now: what becomes of those later does not show.

    Args:
        sheets: the sheets with entries, the fullest first; its forms and rows are those of the document.
    """

    def __init__(self, sheets: Sequence[SheetReading]) -> None:
        self._sheets = [
            (sheet.name, sheet.layout.rows, dict(sheet.layout.form_columns), sheet.table.view.covered_places)
            for sheet in sheets
        ]
        _, self._rows, self._columns, _ = self._sheets[0]

    def __getitem__(self, key: EntryKey) -> dict[str, str]:
        form, characteristic = key
        if form not in self._columns or characteristic not in self._rows:
            raise KeyError(key)
        found = {}
        for name, rows, columns, covered in self._sheets:
            row, column = rows.get(characteristic), columns.get(form)
            if row is not None and column is not None and (row, column) not in covered:
                found[name] = f"{column_letters(column)}{row}"
        return found

    def __iter__(self) -> Iterator[EntryKey]:
        return ((form, characteristic) for characteristic in self._rows for form in self._columns)

    def __len__(self) -> int:
        return len(self._rows) * len(self._columns)
