"""The rows of a worksheet in the plain writing that Excel, LibreOffice and openpyxl use: an anchored lexer.

Here: rows and cells, and giving up at anything that is not known. Not here: what the rest of the part says, and any other
writing (`ooxml.sheet`).
"""

from __future__ import annotations

import re
from itertools import product

from trajecto_desktop.errors import DamagedFileError
from trajecto_desktop.ooxml.cells import Cell, Cells, RowInfo, compact
from trajecto_desktop.ooxml.names import MAX_COLUMN, column_number, to_bool, to_int
from trajecto_desktop.ooxml.parse import decode_references, encoding_of, has_control, holds_other_markup
from trajecto_desktop.ooxml.strings import Runs, has_formats, item_runs, plain

_ROW = re.compile(rb"<row((?: [A-Za-z0-9:]+=\"[^\"<]*\")*) ?(/?)>")
#: A row that says no more than its number, as nearly all do.
_BARE_ROW = re.compile(rb"<row r=\"([1-9][0-9]{0,5})\"(?: spans=\"[0-9: ]*\")?>")
_ATTRIBUTE = re.compile(r" ([A-Za-z0-9:]+)=\"([^\"]*)\"")
_CELL = re.compile(
    r'(?: s="([0-9]{1,6})")?(?: t="(s|n|str|b|e|d)")?'
    r"(?: ?/>|>(<f(?: [A-Za-z0-9]+=\"[^\"<]*\")*(?:/>|>[^<]*</f>))?"
    r"(?:<v>([^<]*)</v>|(<v ?/>))?</c>)"
)
_INLINE_CELL = re.compile(r'(?: s="([0-9]{1,6})")? t="inlineStr">(?:<is ?/>|<is>([^\r]*)</is>)?</c>')


def read_rows(data: bytes, cells: Cells, rows: dict[int, RowInfo], texts: dict[str, str]) -> str | None:
    """Read the rows of a part without comments, CDATA, prefixes or unusual attributes.

    Row by row, so that the whole part never stands in memory as text as well.

    Args:
        data: the part.
        cells: where the cells go.
        rows: where the attributes of rows go that say more than their number.
        texts: texts that were met in other cells or sheets: what says the same is kept once.

    Returns:
        The part without its rows, for the XML parser, which proves it well formed at the same time; nothing when it is not
        so written, or may not be read at all, and then what was put in is to be thrown away.

    Raises:
        ValueError: a row that is none, or characters that are none.
    """
    codec, mark = encoding_of(data)
    start = data.find(b"<sheetData>")
    stop = data.find(b"</sheetData>", start)
    if codec != "utf-8" or start < 0 or stop < 0 or holds_other_markup(data) or b"<worksheet" not in data[:400]:
        return None
    if has_control(data) or not _read_between(data, (start + 11, stop), cells, rows, _Known(texts)):
        return None
    return (data[len(mark) : start + 11] + data[stop:]).decode()


def _read_between(data: bytes, between: tuple[int, int], cells: Cells, rows: dict[int, RowInfo], known: _Known) -> bool:
    position, stop = between
    number, found = 0, cells.rows
    while position < stop:
        match = _BARE_ROW.match(data, position)
        if match is not None:
            number = int(match[1])
        else:
            match = _ROW.match(data, position)
            if match is None:
                return data[position:stop].isspace()
            attributes = dict(_ATTRIBUTE.findall(match[1].decode()))
            number, info = row_info(attributes, number)
            if info is not None:
                rows[number] = info
        position = match.end()
        if data[position - 2 : position - 1] == b"/":
            continue
        end = data.find(b"</row>", position, stop)
        # A row that comes in two pieces, which no program writes, is left to the general way.
        if end < 0 or number in found:
            return False
        row: dict[int, Cell] = {}
        if not _read_row(data[position:end].decode(), number, row, known):
            return False
        found[number] = compact(row)
        position = end + 6
    cells.empty_styles = frozenset(cell.style for cell in known.cells.values() if cell.value is None)
    return True


def row_info(attributes: dict[str, str], previous: int) -> tuple[int, RowInfo | None]:
    """The number of a row, and what else its attributes say, if anything.

    Args:
        attributes: as they stand in its tag.
        previous: the number of the row before it, for one that states none.

    Raises:
        ValueError: no such row can be.
    """
    number = int(attributes.get("r", previous + 1))
    if not 1 <= number <= 1_048_576:
        raise ValueError(f"row {number}")
    if len(attributes) > 2 or "r" not in attributes or ("spans" not in attributes and len(attributes) > 1):
        height = attributes.get("ht")
        info = RowInfo(
            to_bool(attributes.get("hidden")),
            to_int(attributes.get("s")),
            float(height) if height else None,
            to_bool(attributes.get("customFormat")),
        )
        if info != _PLAIN_ROW:
            return number, info
    return number, None


_PLAIN_ROW = RowInfo()


class _Known:
    """What was read already in a sheet.

    Attributes:
        cells: cells by what follows their reference, shared by the whole sheet.
        styles: style by how it is written before a shared string.
    """

    def __init__(self, texts: dict[str, str]) -> None:
        self.cells: dict[str, Cell] = {}
        self.styles: dict[str, int] = {}
        self._formats: dict[str, str] = {}
        self._texts = texts

    def read(self, tail: str) -> Cell:
        """A new cell from what follows its reference.

        Raises:
            KeyError: a form that only the XML parser is trusted with.
        """
        cell = _read_cell(tail, self._formats)
        if cell is None:
            raise KeyError(tail)
        if cell.kind == "inlineStr" and isinstance(cell.value, str):
            cell.value = self._texts.setdefault(cell.value, cell.value)
            if len(tail) > _LONGEST_SHARED:
                return cell
        if cell.kind == "s":
            written, shared, _ = tail.partition(_SHARED)
            if shared:
                self.styles[written] = cell.style
        self.cells[tail] = cell
        return cell


#: Cells with a longer string in them are hardly ever the same, and their markup would take more room than they do.
_LONGEST_SHARED = 120
_SHARED, _SHARED_END = ' t="s"><v>', "</v></c>"


def _read_row(text: str, number: int, cells: dict[int, Cell], known: _Known) -> bool:
    """Cut a row at its cells (no ``<`` can stand elsewhere) and read each form of cell once.

    Args:
        text: the row's content.
        number: the row's number.
        cells: where the cells go, by column.
        known: what was read already in this sheet.
    """
    before, *pieces = text.split('<c r="')
    if before:
        return False
    known_cells, known_style = known.cells, known.styles.get
    # Cut at the row's own number, what comes before it are the letters of the column, or what no table of columns knows.
    ending = f'{number}"'
    try:
        for piece in pieces:
            letters, _, tail = piece.partition(ending)
            if tail in known_cells:
                cell = known_cells[tail]
            else:
                # The commonest new form by far, a shared string in a style that was met before, without a regular expression.
                written, _, value = tail.partition(_SHARED)
                style, index = known_style(written), value[:-8]
                if style is not None and index.isdecimal() and value[-8:] == _SHARED_END:
                    cell = known_cells[tail] = Cell(style, "s", int(index))
                else:
                    cell = known.read(tail)
            cells[_COLUMNS[letters]] = cell
    except KeyError:
        return False
    return True


class _Columns(dict[str, int]):
    """Number of each column by its letters; those of one or two letters beforehand."""

    def __missing__(self, letters: str) -> int:
        number = column_number(letters) if len(letters) == 3 and letters.isascii() and letters.isupper() else 0
        if not 0 < number <= MAX_COLUMN:
            raise KeyError(letters)
        self[letters] = number
        return number


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COLUMNS = _Columns(
    (letters, number) for number, letters in enumerate((*_ALPHABET, *map("".join, product(_ALPHABET, repeat=2))), 1)
)


def _read_cell(tail: str, formats: dict[str, str]) -> Cell | None:
    """A cell from what follows its reference; None for a form that only the XML parser is trusted with."""
    match = _CELL.fullmatch(tail)
    if match is None:
        return _read_inline(tail, formats)
    style, kind, formula, value, blank = match.groups()
    if kind == "s":
        return Cell(int(style or 0), "s", int(value), formula is not None) if value and value.isdecimal() else None
    if blank and not value:
        return None
    return Cell(int(style or 0), kind or "n", decode_references(value) if value else None, formula is not None)


def _read_inline(tail: str, formats: dict[str, str]) -> Cell | None:
    """A cell with its string in it, as openpyxl and others write; None for any other cell."""
    match = _INLINE_CELL.fullmatch(tail)
    if match is None:
        return None
    try:
        runs = item_runs(match[2] or "", known=formats)
    except DamagedFileError:
        return None
    return inline_cell(int(match[1] or 0), runs)


def inline_cell(style: int, runs: Runs, formula: bool = False) -> Cell:
    """A cell with its string in it; the runs are kept only where they say more than the text."""
    text = plain(runs)
    return Cell(style, "inlineStr", text or None, formula, runs if text and has_formats(runs) else ())
