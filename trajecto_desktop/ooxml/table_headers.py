"""Header cells of Excel tables: their text and the column's name in the table part must agree (18.5.1.3)."""

from __future__ import annotations

import re

from trajecto_desktop.errors import TableHeaderError
from trajecto_desktop.ooxml.draft import PackageDraft
from trajecto_desktop.ooxml.names import cell_name, parse_range
from trajecto_desktop.ooxml.strings import escape, unescape
from trajecto_desktop.ooxml.tokens import PartText, Span, raw_value, value_of
from trajecto_desktop.ooxml.workbook import SheetInfo, Workbook

_LINE_END = re.compile(r"[\r\n]")


class TableHeaders:
    """The tables of one worksheet."""

    def __init__(self, workbook: Workbook, draft: PackageDraft, info: SheetInfo) -> None:
        self._workbook = workbook
        self._draft = draft
        self._sheet = info.name
        self._parts = workbook.package.related(info.part_name, "table")

    def rename(self, excel_row: int, excel_column: int, text: str) -> None:
        """Give a table column the text that its header cell gets; nothing for a cell that is no header.

        Raises:
            TableHeaderError: the text is empty, another column has it, or formulas use the old name.
        """
        for part in self._parts:
            table = PartText(self._draft.read(part), part)
            columns = self._columns(table, excel_row, excel_column)
            if columns is not None:
                span, others = columns
                self._rename(table, span, others, text, cell_name(excel_row, excel_column))

    def _columns(self, table: PartText, row: int, column: int) -> tuple[Span, list[str]] | None:
        """The column that a cell is the header of, and the names of the other columns."""
        root = table.root()
        attributes = table.attributes(root)
        if attributes.get(b"headerRowCount") == b"0":
            return None
        try:
            area = parse_range(value_of(attributes.get(b"ref", b"")))
        except ValueError:
            return None
        section = table.child(root, b"tableColumns")
        if section is None or row != area[0] or not area[1] <= column <= area[3]:
            return None
        spans = list(table.children(section))
        if column - area[1] >= len(spans):
            return None
        wanted = spans.pop(column - area[1])
        return wanted, [_name(table, span).casefold() for span in spans]

    def _rename(self, table: PartText, span: Span, others: list[str], text: str, cell: str) -> None:
        old = _name(table, span)
        if text == old:
            return
        if not text.strip() or text.casefold() in others or self._is_used(old):
            raise TableHeaderError(sheet=self._sheet, cell=cell)
        name = _LINE_END.sub(lambda match: f"_x{ord(match[0]):04x}_", escape(text))
        self._draft.write(table.part, table.spliced([table.attribute_splice(span, b"name", raw_value(name))]))

    def _is_used(self, name: str) -> bool:
        """Whether a formula may name the column: then Excel must rename it."""
        special = re.sub(r"(['#\[\]@])", r"'\1", name)
        marks = {f"[{special}]".encode(), f"[@{special}]".encode(), f"{special}]".encode()}
        parts = [info.part_name for info in self._workbook.sheets] + [self._workbook.part_name, *self._parts]
        return any(raw_value(mark.decode()) in self._draft.read(part) for mark in marks for part in parts)


def _name(table: PartText, span: Span) -> str:
    return unescape(value_of(table.attributes(span).get(b"name", b"")))
