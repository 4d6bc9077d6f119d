"""Cells of one worksheet part replaced as splices: every byte outside the touched ``<c>`` elements stays."""

from __future__ import annotations

import re
from functools import cached_property

from trajecto_desktop.errors import ArrayFormulaError, DamagedFileError, MergedCellError
from trajecto_desktop.ooxml.names import cell_name, parse_cell, parse_range, range_name, to_bool, to_int
from trajecto_desktop.ooxml.references import MANY_CELLS, References
from trajecto_desktop.ooxml.shared_formulas import rehomed
from trajecto_desktop.ooxml.sheet import Area, Grid, read_frame
from trajecto_desktop.ooxml.tokens import PartText, Span, Splice, prefixed, raw_attributes, value_of

from ..values import dataclass, field

_SHEET_DATA = re.compile(rb"<((?:[^\s/>\"'=<:]+:)?)sheetData(?=[\s/>])")
_TAG_END = re.compile(rb"\s*>")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']")
_DIMENSION = re.compile(rb"<(?:[^\s/>\"'=<:]+:)?dimension(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class CellContent:
    """What is to stand in a cell: its ST_CellType and its children, without prefixes; both empty for an empty cell."""

    kind: bytes
    xml: bytes


EMPTY = CellContent(b"", b"")


@dataclass(slots=True)
class _Row:
    number: int
    span: Span
    cells: list[tuple[int, Span]] | None = None


@dataclass(slots=True)
class Place:
    """A cell's place in the part. ``span`` is None where the cell is not there yet; ``style`` is the one that counts."""

    excel_row: int
    excel_column: int
    span: Span | None
    style: int
    kind: bytes = b""
    formula: Span | None = None
    value: Span | None = None
    inline: Span | None = None
    others: list[Span] = field(default_factory=list)


class SheetEdit:
    """Changes to a worksheet part.

    Args:
        data: the part.
        part: its name.
        sheet: the sheet's name, for messages.
    """

    def __init__(self, data: bytes, part: str, sheet: str) -> None:
        self.text = PartText(data, part)
        self._sheet = sheet
        match = _SHEET_DATA.search(self.text.scan)
        if match is None:
            raise DamagedFileError(part=part, detail="sheetData")
        self._prefix = match[1]
        self._data = self._span(match.start(), match[1] + b"sheetData")
        self._splices: list[Splice] = []
        self._new_cells: dict[int, list[tuple[int, bytes]]] = {}
        self._emptied: set[tuple[int, int]] = set()
        self._lost_master = False
        self._looked_for = 0

    @cached_property
    def frame(self) -> Grid:
        """The sheet without its cells: columns, merged ranges, filter."""
        raw, data = self.text.raw, self._data
        frame = (raw[: data.inner_start] + raw[data.inner_end :]).decode("utf-8", "replace")
        return read_frame(frame, self.text.part, self._sheet)

    @property
    def formulas_removed(self) -> set[tuple[int, int]]:
        """Places (row, column) whose formula went."""
        return self._emptied

    # ---- finding

    def place(self, excel_row: int, excel_column: int) -> Place:
        """Where a cell stands or is to stand."""
        plain = self._plainly_written(excel_row, excel_column)
        if plain is not None:
            return self._existing(excel_row, excel_column, plain)
        row = self._rows.get(excel_row)
        if row is not None:
            for column, span in self._cells(row):
                if column == excel_column:
                    return self._existing(excel_row, excel_column, span)
        return Place(excel_row, excel_column, None, self._inherited(row, excel_column))

    def _plainly_written(self, excel_row: int, excel_column: int) -> Span | None:
        """A cell that states its reference first, as every program writes it, found without a look at the rows."""
        name = self._prefix + b"c"
        scan, end = self.text.scan, self._data.inner_end
        at = self._stated(cell_name(excel_row, excel_column).encode(), name)
        if at < 0:
            return None
        match = self._tag_pattern(name).match(scan, at)
        if match is None:
            return None
        span = self._tag_span(match, name)
        return span if span.is_closed else self._closed(span, end)

    def _stated(self, reference: bytes, name: bytes) -> int:
        """Where the tag of a cell begins that states its reference first; -1 unless there is exactly one."""
        self._looked_for += 1
        if self._looked_for > MANY_CELLS:
            return self._references.once(reference)
        opening = b'<%s r="%s"' % (name, reference)
        scan, end = self.text.scan, self._data.inner_end
        at = scan.find(opening, self._data.inner_start, end)
        return -1 if at >= 0 and scan.find(opening, at + 1, end) >= 0 else at

    @cached_property
    def _references(self) -> References:
        pattern = re.compile(rb'<%sc r="([A-Z]{1,3}[0-9]{1,7})"' % re.escape(self._prefix))
        return References(pattern, self.text.scan, self._data.inner_start, self._data.inner_end)

    def _existing(self, excel_row: int, excel_column: int, span: Span) -> Place:
        attributes = self.text.attributes(span)
        style = to_int(value_of(attributes.get(b"s", b"")))
        place = Place(excel_row, excel_column, span, style, attributes.get(b"t", b"n"))
        for child in self.text.children(span):
            if child.local == b"f":
                place.formula = child
            elif child.local == b"v":
                place.value = child
            elif child.local == b"is":
                place.inline = child
            else:
                place.others.append(child)
        return place

    def _inherited(self, row: _Row | None, excel_column: int) -> int:
        """Style of an absent cell: its row's where that has one of its own, else its column's (18.3.1.73, 18.3.1.13)."""
        if row is not None:
            attributes = self.text.attributes(row.span)
            if to_bool(attributes.get(b"customFormat", b"").decode("ascii", "replace")):
                return to_int(value_of(attributes.get(b"s", b"")))
        columns = self.frame.columns
        return next((each.style for each in columns if each.first <= excel_column <= each.last), 0)

    @cached_property
    def _rows(self) -> dict[int, _Row]:
        """All rows by number, in the order of the file; those without ``r`` are counted."""
        rows: dict[int, _Row] = {}
        name = self._prefix + b"row"
        number = 0
        for match in self._tags(name, self._data.inner_start, self._data.inner_end):
            span = self._tag_span(match, name)
            stated = _NUMBER.search(match[1])
            number = int(stated[1]) if stated else number + 1
            rows.setdefault(number, _Row(number, span))
        return rows

    def _cells(self, row: _Row) -> list[tuple[int, Span]]:
        if row.cells is None:
            row.cells = []
            if not row.span.is_closed:
                row.span = self._closed(row.span, self._data.inner_end)
                self._find_cells(row, row.cells)
        return row.cells

    def _find_cells(self, row: _Row, cells: list[tuple[int, Span]]) -> None:
        name = self._prefix + b"c"
        column, position = 0, row.span.inner_start
        for match in self._tags(name, position, row.span.inner_end):
            if match.start() < position:
                continue
            span = self._tag_span(match, name)
            if not span.is_closed:
                span = self._closed(span, row.span.inner_end)
            position = span.end
            column = self._column_of(raw_attributes(match[1]), column + 1)
            cells.append((column, span))

    def _column_of(self, attributes: dict[bytes, bytes], counted: int) -> int:
        if b"r" not in attributes:
            return counted
        try:
            return parse_cell(value_of(attributes[b"r"]))[1]
        except ValueError as error:
            raise DamagedFileError(part=self.text.part, detail=str(error)) from error

    def _tags(self, name: bytes, start: int, end: int) -> list[re.Match[bytes]]:
        return list(self._tag_pattern(name).finditer(self.text.scan, start, end))

    @staticmethod
    def _tag_pattern(name: bytes) -> re.Pattern[bytes]:
        return re.compile(rb"<" + re.escape(name) + rb"(?=[\s/>])((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*)(/?)>")

    @staticmethod
    def _tag_span(match: re.Match[bytes], name: bytes) -> Span:
        """The span of an element of which only the start tag has been looked at."""
        return Span(name, match.start(), match.end(), match.end(), match.end(), bool(match[2]))

    def _closed(self, span: Span, limit: int) -> Span:
        """The same span with its end found."""
        scan, opening = self.text.scan, b"</" + span.name
        # The first characters are sought without a regular expression, which is ten times slower over a whole sheet.
        at = scan.find(opening, span.inner_start, limit)
        while at >= 0:
            match = _TAG_END.match(scan, at + len(opening), limit)
            if match is not None:
                return Span(span.name, span.start, span.inner_start, at, match.end(), False)
            at = scan.find(opening, at + 1, limit)
        raise DamagedFileError(part=self.text.part, detail="XML")

    def _span(self, start: int, name: bytes) -> Span:
        match = self._tag_pattern(name).match(self.text.scan, start)
        if match is None:
            raise DamagedFileError(part=self.text.part, detail="XML")
        span = self._tag_span(match, name)
        return span if span.is_closed else self._closed(span, len(self.text.scan))

    # ---- changing

    def set_style(self, place: Place, style: int) -> None:
        """Give a cell another style; its content stays as it is."""
        if place.span is not None:
            self._splices.append(self.text.attribute_splice(place.span, b"s", str(style).encode()))
        else:
            self._add(place, style, EMPTY)

    def set_content(self, place: Place, style: int, content: CellContent) -> None:
        """Give a cell another content and style; metadata of the old content (``cm``, ``vm``) goes.

        Raises:
            ArrayFormulaError: it belongs to an array formula of several cells.
            MergedCellError: it is hidden under a merged range.
        """
        self._refuse(place)
        if place.span is None:
            self._add(place, style, content)
            return
        if place.formula is not None:
            self._emptied.add((place.excel_row, place.excel_column))
            self._lost_master |= b"ref" in self.text.attributes(place.formula)
        self._splices.append((place.span.start, place.span.end, self._replacement(place, style, content)))

    def _replacement(self, place: Place, style: int, content: CellContent) -> bytes:
        assert place.span is not None
        attributes = self.text.attributes(place.span)
        for name in (b"t", b"cm", b"vm"):
            attributes.pop(name, None)
        if style or b"s" in attributes:
            attributes[b"s"] = str(style).encode()
        if content.kind:
            attributes[b"t"] = content.kind
        name = place.span.name
        head = name + b"".join(
            b" " + key + (b"='" + value + b"'" if b'"' in value else b'="' + value + b'"')
            for key, value in attributes.items()
        )
        kept = b"".join(self.text.raw[each.start : each.end] for each in place.others)
        inner = prefixed(content.xml, place.span.prefix) + kept
        return b"<%s>%s</%s>" % (head, inner, name) if inner else b"<%s/>" % head

    def _add(self, place: Place, style: int, content: CellContent) -> None:
        head = b'%sc r="%s"' % (self._prefix, cell_name(place.excel_row, place.excel_column).encode())
        if style:
            head += b' s="%d"' % style
        if content.kind:
            head += b' t="%s"' % content.kind
        inner = prefixed(content.xml, self._prefix)
        cell = b"<%s>%s</%sc>" % (head, inner, self._prefix) if inner else b"<%s/>" % head
        self._new_cells.setdefault(place.excel_row, []).append((place.excel_column, cell))

    def _refuse(self, place: Place) -> None:
        row, column = place.excel_row, place.excel_column
        area = self.frame.merged_at(row, column)
        if area is not None and (row, column) != area[:2]:
            top_left = cell_name(area[0], area[1])
            raise MergedCellError(sheet=self._sheet, cell=cell_name(row, column), detail=top_left)
        for array in self._arrays:
            if array[0] <= row <= array[2] and array[1] <= column <= array[3] and array[:2] != array[2:]:
                raise ArrayFormulaError(sheet=self._sheet, cell=cell_name(row, column), detail=range_name(array))

    @cached_property
    def _arrays(self) -> list[Area]:
        """Ranges of array formulas and data tables."""
        scan = self.text.scan
        found = []
        if b"array" in scan or b"dataTable" in scan:
            for match in self._tags(self._prefix + b"f", self._data.inner_start, self._data.inner_end):
                attributes = raw_attributes(match[1])
                if attributes.get(b"t") in (b"array", b"dataTable") and b"ref" in attributes:
                    try:
                        found.append(parse_range(value_of(attributes[b"ref"])))
                    except ValueError:
                        continue
        return found

    # ---- writing

    def finished(self) -> bytes:
        """The part with all changes; the same bytes when there are none."""
        splices = list(self._splices)
        if self._lost_master:
            splices += self._rehomed()
        new_rows: list[tuple[int, bytes]] = []
        for number, cells in sorted(self._new_cells.items()):
            cells.sort()
            row = self._rows.get(number)
            if row is None:
                content = b"".join(cell for _, cell in cells)
                new_rows.append((number, b'<%srow r="%d">%s</%srow>' % (self._prefix, number, content, self._prefix)))
            else:
                splices += self._into_row(row, cells)
        splices += self._rows_inserted(new_rows)
        if self._new_cells:
            splices += self._dimension_splices()
        return self.text.spliced(splices)

    def _rehomed(self) -> list[Splice]:
        """Splices that give shared formulas another first cell where theirs went."""
        spans = ((row.number, column, span) for row in self._rows.values() for column, span in self._cells(row))
        places = (self._existing(*each) for each in spans)
        formulas = {(p.excel_row, p.excel_column): p.formula for p in places if p.formula is not None}
        return rehomed(self.text, formulas, self._emptied)

    def _into_row(self, row: _Row, cells: list[tuple[int, bytes]]) -> list[Splice]:
        there = self._cells(row)
        splices = self._spans_splices(row, cells)
        if row.span.is_closed:
            return [*splices, self.text.append_splice(row.span, b"".join(cell for _, cell in cells))]
        last = there[-1][1].end if there else row.span.inner_start
        for column, cell in cells:
            place = next((span.start for other, span in there if other > column), last)
            splices.append((place, place, cell))
        return splices

    def _spans_splices(self, row: _Row, cells: list[tuple[int, bytes]]) -> list[Splice]:
        """The splice that widens the row's ``spans``, where it has one that a new cell lies outside of."""
        spans = self.text.attributes(row.span).get(b"spans", b"")
        match = re.fullmatch(rb"(\d+):(\d+)", spans)
        if match is None:
            return []
        first, last = int(match[1]), int(match[2])
        wider = min(first, cells[0][0]), max(last, cells[-1][0])
        if wider == (first, last):
            return []
        return [self.text.attribute_splice(row.span, b"spans", b"%d:%d" % wider)]

    def _rows_inserted(self, new_rows: list[tuple[int, bytes]]) -> list[Splice]:
        if not new_rows:
            return []
        if self._data.is_closed:
            return [self.text.append_splice(self._data, b"".join(row for _, row in new_rows))]
        starts = [(number, row.span.start) for number, row in self._rows.items()]
        splices = []
        for number, content in new_rows:
            place = next((start for other, start in starts if other > number), self._data.inner_end)
            splices.append((place, place, content))
        return splices

    def _dimension_splices(self) -> list[Splice]:
        """The splice that widens ``<dimension>``, where new cells lie outside of it."""
        match = _DIMENSION.search(self.text.scan, 0, self._data.start)
        if match is None:
            return []
        tag = self._span(match.start(), match[0][1:])
        try:
            area = parse_range(value_of(self.text.attributes(tag).get(b"ref", b"")))
        except ValueError:
            return []
        places = [(row, column) for row, cells in self._new_cells.items() for column, _ in cells]
        rows, columns = [row for row, _ in places], [column for _, column in places]
        wider = min(area[0], *rows), min(area[1], *columns), max(area[2], *rows), max(area[3], *columns)
        if wider == area or not self._holds(area):
            return []
        return [self.text.attribute_splice(tag, b"ref", range_name(wider).encode())]

    def _holds(self, area: Area) -> bool:
        """Whether the cells that there are lie in a range; some programs write ``A1`` and mean nothing by it."""
        return all(
            area[0] <= row.number <= area[2] and area[1] <= column <= area[3]
            for row in self._rows.values()
            for column, _ in self._cells(row)
        )
