"""A workbook read again, with the keys and forms that the document has for the same rows.

A key is made from a wording, so a reworded row, or a new one beside a namesake, reads back under another key; in an open
document a key stays. Here: giving a reading the document's keys, row by row. Imported by `excel.structure`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from ..domain.characteristic import Characteristic
from ..domain.fiche import SupportForm
from ..errors import WrittenWronglyError
from .binding import EntryKey
from .reader import Reading

_Value = TypeVar("_Value")


def with_keys(reading: Reading, forms: Sequence[SupportForm], characteristics: Sequence[Characteristic]) -> Reading:
    """The same reading under the document's keys.

    Raises:
        WrittenWronglyError: it does not have the document's forms and rows, in their order (``file``, ``detail``).
    """
    file = reading.binding.workbook.package.name
    if [form.name for form in reading.forms] != [form.name for form in forms]:
        raise WrittenWronglyError(
            file=file, detail=", ".join({f.name for f in forms} ^ {f.name for f in reading.forms})
        )
    if len(reading.characteristics) != len(characteristics):
        raise WrittenWronglyError(file=file, detail=f"{len(reading.characteristics)} ≠ {len(characteristics)}")
    keys = {}
    for read, meant in zip(reading.characteristics, characteristics, strict=True):
        if _words(read) != _words(meant):
            raise WrittenWronglyError(file=file, detail=meant.title)
        keys[read.key] = meant.key
    reading.forms, reading.characteristics = list(forms), list(characteristics)
    if any(old != new for old, new in keys.items()):
        _rekey(reading, keys)
    return reading


def _words(row: Characteristic) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in (row.group, row.decree.plain, row.adapted.plain))


def _rekey(reading: Reading, keys: Mapping[str, str]) -> None:
    reading.entries = _entries(reading.entries, keys)
    reading.places = _entries(reading.places, keys)
    for sheet in reading.binding.sheets.values():
        sheet.rows = {keys.get(key, key): row for key, row in sheet.rows.items()}
        sheet.baseline = _entries(sheet.baseline, keys)
        sheet.remarks_baseline = _entries(sheet.remarks_baseline, keys)
        sheet.sources_baseline = _entries(sheet.sources_baseline, keys)


def _entries(mapping: Mapping[EntryKey, _Value], keys: Mapping[str, str]) -> dict[EntryKey, _Value]:
    return {(form, keys.get(key, key)): value for (form, key), value in mapping.items()}
