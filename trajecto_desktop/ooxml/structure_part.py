"""A part in which references move: attributes and texts replaced, every other character as it was.

Imported by the `structure_…` modules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from trajecto_desktop.errors import StructureRefusedError

from .formula_shift import FormulaShift, SeveralSheetsError
from .markup import Tag, content, part_text, quoted, tags, written
from .parse import decode_references
from .structure_shift import Shift


class PartEdit:
    """The text of a part with replacements that wait; offsets are those of the text as it was."""

    def __init__(self, data: bytes, part: str) -> None:
        self._data = data
        self.part = part
        self.text = part_text(data, part)
        self._splices: list[tuple[int, int, str]] = []

    def tags(self, start: int = 0) -> Iterator[Tag]:
        """The tags from an offset on."""
        return tags(self.text, start)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put other text in the place of a stretch; stretches may not overlap, equal places keep their order."""
        self._splices.append((start, end, text))

    def set_attributes(self, tag: Tag, values: Mapping[str, str | None]) -> None:
        """Give attributes of a tag other values; `None` takes one away, one that is absent comes first."""
        for name, value in values.items():
            self._set_attribute(tag, name, value)

    def body(self, tag: Tag) -> tuple[int, int]:
        """Start and end of the text of an element that holds nothing but text."""
        if tag.empty:
            return tag.end, tag.end
        return tag.end, next(each for each in tags(self.text, tag.end)).start

    def plain(self, tag: Tag) -> str:
        """The text of an element that holds nothing but text, references replaced."""
        start, end = self.body(tag)
        raw = self.text[start:end]
        if "<![CDATA[" in raw:
            return raw.replace("<![CDATA[", "").replace("]]>", "")
        return decode_references(raw)

    def set_plain(self, tag: Tag, text: str) -> None:
        """Give an element that holds nothing but text another text; nothing happens when it has it already."""
        if text != self.plain(tag):
            self.replace(*self.body(tag), content(text))

    def finished(self) -> bytes:
        """The part; the very same bytes when nothing changed."""
        if not self._splices:
            return self._data
        chunks: list[str] = []
        at = 0
        for start, end, text in sorted(self._splices, key=lambda each: each[:2]):
            if start < at:
                raise ValueError(f"replacements overlap in {self.part}")
            chunks += (self.text[at:start], text)
            at = end
        chunks.append(self.text[at:])
        return written("".join(chunks), self._data)

    def _set_attribute(self, tag: Tag, name: str, value: str | None) -> None:
        start = tag.start + (2 if tag.closing else 1) + len(tag.name)
        match = re.compile(rf"\s+{re.escape(name)}\s*=\s*(\"[^\"]*\"|'[^']*')").search(self.text, start, tag.end)
        if match is None:
            if value is not None:
                self.replace(start, start, f" {name}={quoted(value)}")
        elif value is None:
            self.replace(match.start(), match.end(), "")
        elif quoted(value) != match[1]:
            self.replace(match.start(1), match.end(1), quoted(value))


class References:
    """What all parts of one workbook need for one shift: how places, ranges and formulas move, and how to refuse."""

    def __init__(self, shift: Shift, sheet: str, sheet_names: tuple[str, ...]) -> None:
        self.shift = shift
        self.sheet = sheet
        self._formulas = FormulaShift(shift, sheet, sheet_names)
        self.formula_changed = False

    def refuse(self, reason: str) -> StructureRefusedError:
        """The error that says why rows or columns cannot come or go."""
        return StructureRefusedError(sheet=self.sheet, detail=reason)

    def formula(self, text: str, own_sheet: str | None = None) -> str:
        """A formula after the shift.

        Raises:
            StructureRefusedError: it refers to several sheets at once, this one among them.
        """
        try:
            moved = self._formulas.shifted(text, own_sheet)
        except SeveralSheetsError as error:
            raise self.refuse(f"een formule verwijst naar meer werkbladen tegelijk ({error})") from error
        self.formula_changed = self.formula_changed or moved != text
        return moved

    def ranges(self, text: str) -> str:
        """One or more ranges with spaces between, after the shift; empty when all of them go."""
        return self._valid(self.shift.ranges, text)

    def cell(self, text: str) -> str | None:
        """One cell or range after the shift; nothing when it goes."""
        return self._valid(self.shift.range, text)

    def _valid(self, move: Callable[[str], str | None], text: str) -> str:
        if "#REF!" in text:
            # What it meant is gone already.
            return text
        try:
            return move(text) or ""
        except ValueError as error:
            raise self.refuse(f"‘{text[:60]}’ is geen celbereik") from error
