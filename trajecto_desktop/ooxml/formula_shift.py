"""Formulas after rows or columns of a sheet came or went: references to that sheet follow.

Here: the tokens of a formula that matter for this. Not here: where formulas stand in parts (`structure_frame`, …).
Source: ECMA-376 part 1, 18.17.2 (grammar of formulas); checked against openpyxl's tokenizer and LibreOffice in tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..values import dataclass
from .names import MAX_COLUMN, MAX_ROW, column_letters, column_number
from .structure_shift import Axis, Shift

_SHEET = r"(?:'(?:[^']|'')*'|(?:\[[^\[\]']*\])?[^\W\d][\w.]*(?::[^\W\d][\w.]*)?|\[[^\[\]']*\])!"
_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_COLUMN, _ROW = r"\$?[A-Za-z]{1,3}", r"\$?[0-9]{1,7}"
_END = r"(?![\w.(!\\])"
_TOKEN = re.compile(
    r"\"(?:[^\"]|\"\")*\""
    r"|#[A-Z][A-Z0-9/_]*[!?]?"
    r"|(?<![\w.$\\'!\]])(?P<sheet>" + _SHEET + r")?(?:"
    r"(?P<cells>" + _CELL + r"(?::" + _CELL + r")?)" + _END +
    r"|(?P<columns>" + _COLUMN + ":" + _COLUMN + r")" + _END +
    r"|(?P<rows>" + _ROW + ":" + _ROW + r")" + _END + r")"
    r"|(?<![\w.\\])" + _SHEET + r"|'(?:[^']|'')*'"
    r"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
)  # fmt: skip
_PIECES = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]{0,7})")


class SeveralSheetsError(ValueError):
    """A reference over several sheets, of which only one changes: no formula can say what is meant."""


@dataclass(frozen=True, slots=True)
class FormulaShift:
    """Moves the references to one sheet.

    Args:
        shift: what comes or goes.
        sheet: name of the sheet where it does.
        sheet_names: all sheets in the order of the workbook.
    """

    shift: Shift
    sheet: str
    sheet_names: Sequence[str] = ()

    def shifted(self, formula: str, own_sheet: str | None = None) -> str:
        """The formula with its references moved; the same text when none is concerned.

        Args:
            formula: its text, without references of XML and without `=`.
            own_sheet: the sheet that a reference without a sheet's name means; none for what belongs to no sheet.

        Raises:
            SeveralSheetsError: it holds a reference over several sheets that this one is among.
        """
        if not any(character.isdigit() or character == ":" for character in formula):
            return formula
        own = own_sheet is not None and own_sheet.casefold() == self.sheet.casefold()

        def replaced(match: re.Match[str]) -> str:
            kind = match.lastgroup
            if kind not in ("cells", "columns", "rows"):
                return match[0]
            sheet = match["sheet"]
            if not (own if sheet is None else self._is_meant(sheet)):
                return match[0]
            moved = self._moved(match[kind], kind)
            return (sheet or "") + ("#REF!" if moved is None else moved)

        return _TOKEN.sub(replaced, formula)

    def _is_meant(self, prefix: str) -> bool:
        name = prefix[:-1]
        if name.startswith("'"):
            name = name[1:-1].replace("''", "'")
        if "[" in name:
            return False
        first, colon, last = name.partition(":")
        if not colon:
            return name.casefold() == self.sheet.casefold()
        order = [each.casefold() for each in self.sheet_names]
        ends = [order.index(each.casefold()) for each in (first, last) if each.casefold() in order]
        if len(ends) == 2 and min(ends) <= order.index(self.sheet.casefold()) <= max(ends):
            raise SeveralSheetsError(prefix)
        return False

    def _moved(self, reference: str, kind: str) -> str | None:
        by_row = self.shift.axis is Axis.ROW
        if kind != "cells" and by_row != (kind == "rows"):
            return reference
        first, _, last = reference.partition(":")
        pieces = [list(_split(each)) for each in ((first, last) if last else (first,))]
        index = 3 if by_row else 1
        numbers = [int(each[3]) if by_row else column_number(each[1]) for each in pieces]
        if not _on_sheet(pieces, kind) or any(not 1 <= number <= self.shift.limit for number in numbers):
            return reference
        # A range may be written from its last corner to its first.
        span = self.shift.span(min(numbers), max(numbers))
        if span is None:
            return None
        new = span if numbers[0] <= numbers[-1] else span[::-1]
        for piece, number in zip(pieces, new, strict=False):
            piece[index] = str(number) if by_row else _in_case(column_letters(number), piece[1])
        return ":".join("".join(piece) for piece in pieces)


def _split(reference: str) -> tuple[str, str, str, str]:
    """(`$` or nothing, letters, `$` or nothing, digits) of `$A$1`, `$A` or `$1`."""
    match = _PIECES.fullmatch(reference)
    assert match is not None, reference
    if not match[2] and match[1] and not match[3]:
        return "", "", match[1], match[4]
    return match[1], match[2], match[3], match[4]


def _on_sheet(pieces: list[list[str]], kind: str) -> bool:
    """Whether what looks like references lies on the sheet: `ABC1` does, `XYZ1` is a name."""
    rows = all(1 <= int(piece[3]) <= MAX_ROW for piece in pieces) if kind != "columns" else True
    return rows and (kind == "rows" or all(column_number(piece[1]) <= MAX_COLUMN for piece in pieces))


def _in_case(letters: str, model: str) -> str:
    return letters.lower() if model.islower() else letters
